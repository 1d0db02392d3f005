//! Texts that no author writes on purpose; most were found by the fuzzer.

use super::*;

#[test]
fn a_field_with_a_strange_name_has_a_place_that_can_be_read() {
    let rows = [
        ("", r#""""#),
        ("a\nb", r#""a\nb""#),
        ("a b", r#""a b""#),
        ("a.b", r#""a.b""#),
        ("größe", "größe"),
        ("hair-colour_2", "hair-colour_2"),
    ];
    for (name, expected) in rows {
        check(&format!("/{name}"), json!(1), expected);
        check(&format!("/licence/{name}"), json!(1), &format!("licence.{expected}"));
    }
}

#[test]
fn a_fault_is_one_line_whatever_it_repeats_from_the_file() {
    let rows = [
        ("/items/2/section", json!("a\nb"), r"There is no section `a\nb`."),
        (
            "/items/2/section",
            json!("a\u{1b}[31m"),
            "U+001B is a character that cannot be seen; write the text without it.",
        ),
        ("/items/2/section", json!("é 🌿"), "There is no section `é 🌿`."),
    ];
    for (pointer, value, expected) in rows {
        let mut definition = everything();
        put(&mut definition, pointer, value.clone());
        let faults = parse(&definition.to_string()).expect_err("there is no such section");
        assert_eq!(faults[0].sentence, expected, "{value}");
    }
}

/// Each scale the total of the two before it: read anew for every scale that names it, the last one would
/// read the first more than a thousand million times. All come to the last of these.
fn tower() -> (serde_json::Value, Vec<serde_json::Value>) {
    let mut scales = vec![scale("s0", sum(&["a"]), [0, 1]), scale("s1", sum(&["b"]), [0, 1])];
    let (mut before, mut last) = (1, 1);
    for n in 2..45 {
        (before, last) = (last, before + last);
        let parts = json!({"rule": "total_of", "scales": [format!("s{}", n - 1), format!("s{}", n - 2)]});
        scales.push(scale(&format!("s{n}"), parts, [0, last]));
    }
    (json!([sample::choice("a", "yes_no"), sample::choice("b", "yes_no")]), scales)
}

#[test]
fn a_scale_that_many_scales_are_made_of_is_read_once() {
    let (items, scales) = tower();
    let instrument = sample::instrument(items, json!(scales));
    let top = instrument.scale(sample::scale_at(&instrument, "s44"));
    let read: Vec<usize> = top.reads.iter().map(|at| at.index()).collect();
    assert_eq!(read, [0, 1]);
    assert!(!crate::change::differs_by_setting(&instrument, top));
}

#[test]
fn whether_a_scale_gives_whole_numbers_is_asked_once_however_many_scales_are_made_of_it() {
    let (items, mut scales) = tower();
    put(&mut scales[44], "/conversion", json!([[0, 0], [1, 1]]));
    let faults =
        parse(&sample::definition(items, json!(scales)).to_string()).expect_err("a table of two rows");
    let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["scales[44].conversion"], "{faults:?}");
}

#[test]
fn an_item_that_is_read_along_a_thousand_million_ways_is_one_item() {
    let (items, scales) = tower();
    let instrument = sample::instrument(items, json!(scales));
    let responses = crate::answer::Responses::settle(&instrument, Default::default(), |_| {
        crate::answer::Answer::Coded(1)
    });
    let scores = crate::score::score(&instrument, &responses);
    assert_eq!(scores.of(sample::scale_at(&instrument, "s44")).answered_of(), (2, 2));
}

#[test]
fn a_field_that_stands_twice_is_refused_and_hides_nothing_else() {
    let whole = everything().to_string();
    assert!(parse(&whole).is_ok());
    let rows = [
        ("\"offered\":false", "\"offered\":true,\"offered\":false", "offered"),
        ("\"id\":\"s2\"", "\"id\":\"s2\",\"id\":\"s2\"", "items[3].id"),
        (
            "\"minimum_answered\":3",
            "\"minimum_answered\":2,\"minimum_answered\":3",
            "scales[0].key.missing.minimum_answered",
        ),
        ("\"yes_no\":[", "\"yes_no\":[],\"yes_no\":[", "options.yes_no"),
        ("\"format\":1", "\"format\":1,\"format\":2", "format format"),
        ("{", "{\"$schema\":\"a\",\"$schema\":\"b\",", "\"$schema\""),
    ];
    for (from, to, expected) in rows {
        assert!(whole.contains(from), "{from}");
        assert_eq!(paths(&whole.replacen(from, to, 1)), expected, "{to}");
    }
}

#[test]
fn nothing_is_the_same_as_left_out() {
    let whole = everything().to_string();
    let rows = [
        "/recall",
        "/no_total",
        "/items/0/alone",
        "/items/0/from",
        "/scales/0/conversion",
        "/scales/0/rescale",
    ];
    for pointer in rows {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer begins with /");
        let mut definition = everything();
        let object = definition.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
        if object.contains_key(name) {
            continue;
        }
        object.insert(name.to_owned(), Value::Null);
        assert_eq!(parse(&definition.to_string()), parse(&whole), "{pointer}");
    }
    let rescaled = json!({"subtract": null, "times": 2, "divide_by": null, "onto": null, "round": "half_up", "decimals": 0});
    let mut scale = scale("total", sum(&["a"]), [0, 1]);
    scale["rescale"] = rescaled;
    sample::instrument(json!([sample::choice("a", "yes_no")]), json!([scale]));
}
