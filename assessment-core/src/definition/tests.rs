use super::*;
use crate::sample::{self, everything, item, person_mean, scale, source, sum, with};
use serde_json::json;

#[cfg(feature = "schema")]
mod asked;
mod draft;
mod keys;

/// Puts a value where the pointer says (`-` at the end adds to a list, null takes away) and compares the
/// paths of all faults, in order.
fn check(pointer: &str, value: Value, expected: &str) {
    let mut definition = everything();
    put(&mut definition, pointer, value.clone());
    assert_eq!(paths(&definition.to_string()), expected, "{pointer} = {value}");
}

fn put(definition: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer begins with /");
    match definition.pointer_mut(parent).unwrap_or_else(|| panic!("{parent} leads nowhere")) {
        Value::Array(list) if name == "-" => list.push(value),
        Value::Array(list) => list[name.parse::<usize>().expect("a position")] = value,
        Value::Object(object) if value.is_null() => drop(object.remove(name)),
        Value::Object(object) => drop(object.insert(name.to_owned(), value)),
        _ => panic!("{parent} is neither list nor object"),
    }
}

fn paths(text: &str) -> String {
    let faults = parse(text).map_or_else(|faults| faults, |_| Vec::new());
    faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_good_definition_parses_and_keeps_what_it_was_given() {
    let instrument = sample::parse(&everything());
    assert_eq!(
        (instrument.items().len(), instrument.scales().len(), instrument.sections().len()),
        (24, 12, 8)
    );
    assert_eq!(instrument.id().as_str(), "sample");
    assert_eq!(instrument.within_days(), Some(14));
    let life = instrument.scale(sample::scale_at(&instrument, "life_now"));
    let bounds: Vec<String> = life.bands.iter().map(|b| format!("{} {}", b.from, b.name)).collect();
    assert_eq!(bounds, ["0 low", "5 medium", "8 high"]);
    let cut_offs: Vec<String> = life.cut_offs.iter().map(|c| format!("{} {}", c.from, c.name)).collect();
    assert_eq!(cut_offs, ["8 high"]);
    assert_eq!(instrument.modes(), ["joint", "self"]);
}

#[test]
fn a_head_is_refused_with_the_place_that_is_wrong() {
    let rows = [
        ("/format", json!(2), "format"),
        ("/format", json!(null), "format"),
        ("/id", json!("Sample"), "id"),
        ("/id", json!("sam_ple"), "id"),
        ("/id", json!("7-sample"), "id"),
        ("/id", json!(""), "id"),
        ("/version", json!(" "), "version"),
        ("/title", json!(""), "title"),
        ("/offered", json!("yes"), "offered"),
        ("/wording", json!("mine"), "wording"),
        ("/licence", json!(null), "licence"),
        ("/licence/terms", json!(null), "licence.terms"),
        ("/licence/terms", json!(""), "licence.terms"),
        ("/licence/wording", json!("  "), "licence.wording"),
        ("/licence/owner", json!("me"), "licence.owner"),
        ("/source", json!(null), "source"),
        ("/source/citation", json!(""), "source.citation"),
        ("/source/confidence", json!("memory_low"), "source.confidence"),
        ("/settings", json!(["community"]), "items[13].setting"),
        ("/settings", json!([]), "settings items[12].setting items[13].setting"),
        ("/settings", json!(["prison"]), "settings[0]"),
        ("/modes", json!([]), "modes"),
        ("/modes", json!(["fax"]), "modes[0]"),
        ("/within_days", json!(-1), "within_days"),
        ("/colour", json!("red"), "colour"),
    ];
    for (pointer, value, expected) in rows {
        check(pointer, value, expected);
    }
}

#[test]
fn options_and_sections_are_refused_with_the_place_that_is_wrong() {
    let rows = [
        ("/options", json!(null), "options"),
        ("/options", json!([]), "options"),
        ("/options/spare", json!([]), "options.spare"),
        ("/options/spare", json!([{"code": 1}]), "options.spare[0].topic"),
        (
            "/options/spare",
            json!([{"code": 1, "topic": "a"}, {"code": 1, "topic": "b"}]),
            "options.spare[1].code",
        ),
        ("/options/spare", json!([{"code": 999_999, "topic": "a"}]), ""),
        ("/options/spare", json!([{"code": 1_000_000, "topic": "a"}]), "options.spare[0].code"),
        ("/options/spare", json!([{"code": -1_000_000, "topic": "a"}]), "options.spare[0].code"),
        ("/options/spare", json!([{"code": 1.5, "topic": "a"}]), "options.spare[0].code"),
        ("/sections", json!(null), "sections"),
        ("/sections", json!({}), "sections"),
        ("/sections/-", json!({"id": "Words", "intention": "open"}), "sections[8].id"),
        ("/sections/-", json!({"id": "words", "intention": "open"}), "sections[8].id"),
        ("/sections/-", json!({"id": "more", "intention": "weather"}), "sections[8].intention"),
        ("/sections/-", json!({"id": "more"}), "sections[8].intention"),
    ];
    for (pointer, value, expected) in rows {
        check(pointer, value, expected);
    }
}

#[test]
fn an_item_is_refused_with_the_place_that_is_wrong() {
    let choice = json!({"kind": "choice", "options": "yes_no"});
    let gated = |item: &str, is: Value| with(choice.clone(), json!({"ask_when": {"item": item, "is": is}}));
    let rows = [
        (json!({}), ""),
        (json!({"id": "person"}), "items[24].id"),
        (json!({"id": "wave"}), "items[24].id"),
        (json!({"id": "date"}), "items[24].id"),
        (json!({"id": "days"}), "items[24].id"),
        (json!({"id": "setting"}), "items[24].id"),
        (json!({"id": "case"}), "items[24].id"),
        (json!({"id": "s1"}), "items[24].id"),
        (json!({"id": "S-1"}), "items[24].id"),
        (json!({"section": "nowhere"}), "items[24].section"),
        (json!({"topic": 5}), "items[24].topic"),
        (json!({"colour": "red"}), "items[24].colour"),
        (json!({"kind": "slider"}), "items[24].kind"),
        (json!({"setting": "prison"}), "items[24].setting"),
        (json!({"picture": "a face"}), "items[24].picture"),
        (json!({"kind": "choice"}), "items[24].options"),
        (json!({"kind": "choice", "options": "nothing"}), "items[24].options"),
        (json!({"kind": "several", "options": "nothing", "alone": [0]}), "items[24].options"),
        (json!({"options": "yes_no"}), "items[24].options"),
        (json!({"kind": "number", "from": 0, "to": 10, "options": "yes_no"}), "items[24].options"),
        (json!({"kind": "number"}), "items[24].from"),
        (json!({"kind": "number", "from": 0}), "items[24].from"),
        (json!({"kind": "number", "from": 5, "to": 5}), "items[24].from"),
        (json!({"kind": "number", "from": 0, "to": 1_000_000}), "items[24].from"),
        (with(choice.clone(), json!({"from": 0})), "items[24].from"),
        (with(choice.clone(), json!({"alone": [0]})), "items[24].alone"),
        (json!({"kind": "several", "options": "needs", "alone": [9]}), "items[24].alone"),
        (with(choice.clone(), json!({"implied": 0})), "items[24].implied"),
        (with(gated("drugs", json!([1])), json!({"implied": 7})), "items[24].implied"),
        (gated("drugs", json!([1])), ""),
        (gated("nothing", json!([1])), "items[24].ask_when.item"),
        (gated("extra", json!([1])), "items[24].ask_when.item"),
        (gated("hope", json!([1])), "items[24].ask_when.item"),
        (gated("drugs", json!([])), "items[24].ask_when.is"),
        (gated("drugs", json!([5])), "items[24].ask_when.is"),
        (gated("urgent", json!([3])), ""),
        (gated("life", json!([11])), "items[24].ask_when.is"),
    ];
    for (more, expected) in rows {
        let extra = with(item("extra", "words", json!({"kind": "text"})), more);
        check("/items/-", extra, expected);
    }
    // A gate only looks back.
    check("/items/2/ask_when", json!({"item": "t1", "is": [1]}), "items[2].ask_when.item");
}

#[test]
fn a_key_is_refused_with_the_place_that_is_wrong() {
    let missing = json!({"rule": "complete"});
    let count = |items: Value, codes: Value| json!({"rule": "count", "items": items, "codes": codes, "missing": missing});
    let any_of = |conditions: Value| json!({"rule": "any_of", "conditions": conditions});
    let total_of = |scales: Value| json!({"rule": "total_of", "scales": scales});
    let rows = [
        (sum(&["s1", "s2"]), [0, 4], ""),
        (sum(&[]), [0, 4], "key.items"),
        (sum(&["nothing"]), [0, 4], "key.items[0]"),
        (sum(&["s1", "s1"]), [0, 4], "key.items[1]"),
        (sum(&["s1", "hope"]), [0, 4], "key.items[1]"),
        (sum(&["urgent"]), [0, 3], "key.items[0]"),
        (with(sum(&["s1", "s2"]), json!({"reversed": ["s2"]})), [0, 4], ""),
        (with(sum(&["s1", "s2"]), json!({"reversed": ["s3"]})), [0, 4], "key.reversed"),
        (person_mean(&["s1", "s2"], 1, "half_up", 0), [0, 4], ""),
        (person_mean(&["s1", "s2"], 2, "half_even", 2), [0, 4], ""),
        (person_mean(&["s1", "s2"], 0, "half_up", 0), [0, 4], "key.missing.minimum_answered"),
        (person_mean(&["s1", "s2"], 3, "half_up", 0), [0, 4], "key.missing.minimum_answered"),
        (person_mean(&["s1", "s2"], 1, "half_up", 3), [0, 4], "key.missing.decimals"),
        (person_mean(&["s1", "life"], 1, "half_up", 0), [0, 12], "key.missing.rule"),
        (person_mean(&["s1", "s2"], 1, "up", 0), [0, 4], "key.missing.round"),
        (json!({"rule": "sum", "items": ["s1"], "missing": {"rule": "zero"}}), [0, 2], "key.missing.rule"),
        (json!({"rule": "sum", "items": ["s1"]}), [0, 2], "key.missing"),
        (json!({"rule": "median", "items": ["s1"]}), [0, 2], "key.rule"),
        (count(json!(["s1", "s2"]), json!([2])), [0, 2], ""),
        (count(json!(["s1", "s2"]), json!([9])), [0, 2], "key.codes"),
        (count(json!([]), json!([2])), [0, 0], "key.items"),
        (any_of(json!([{"item": "kinds", "is": [2]}])), [0, 1], ""),
        (any_of(json!([])), [0, 1], "key.conditions"),
        (any_of(json!([{"item": "nothing", "is": [1]}])), [0, 1], "key.conditions[0].item"),
        (
            any_of(json!([{"item": "s1", "is": [1]}, {"item": "s2", "is": [9]}])),
            [0, 1],
            "key.conditions[1].is",
        ),
        (total_of(json!(["first", "second"])), [0, 12], ""),
        (total_of(json!([])), [0, 0], "key.scales"),
        (total_of(json!(["first", "first"])), [0, 16], "key.scales[1]"),
        (total_of(json!(["extra"])), [0, 4], "key.scales[0]"),
        (total_of(json!(["first", "nothing"])), [0, 8], "key.scales[1]"),
    ];
    for (key, range, expected) in rows {
        let expected: Vec<String> = expected
            .split_whitespace()
            .map(|part| if part == "-" { "scales[12]".to_owned() } else { format!("scales[12].{part}") })
            .collect();
        check("/scales/-", scale("extra", key, range), &expected.join(" "));
    }
}

#[test]
fn a_scale_is_refused_with_the_place_that_is_wrong() {
    let bands = |rows: Value| json!({"bands": rows, "bands_source": source()});
    let from = |bound: Value| json!({"from": bound, "name": "a band"});
    let change = |threshold: Value| json!({"change": {"basis": "published", "threshold": threshold, "source": source()}});
    let table = [[0, 0], [1, 10], [2, 20], [3, 30], [4, 40]];
    let converted = |n: usize, row: Value| {
        let mut rows: Vec<Value> = table.iter().map(|row| json!(row)).collect();
        rows[n] = row;
        json!({"conversion": rows})
    };
    let rows = [
        (json!({}), ""),
        (json!({"id": "first"}), "scales[12].id"),
        (json!({"id": "wave"}), "scales[12].id"),
        (json!({"id": "An id"}), "scales[12].id"),
        (json!({"range": [0, 5]}), "scales[12].range"),
        (json!({"range": [1, 4]}), "scales[12].range"),
        (json!({"range": [4, 0]}), "scales[12].range"),
        (json!({"range": [0, i64::MAX]}), "scales[12].range"),
        (json!({"range": [i64::MIN, i64::MAX]}), "scales[12].range"),
        (json!({"range": [0]}), "scales[12].range"),
        (json!({"higher_is": "up"}), "scales[12].higher_is"),
        (json!({"intention": "weather"}), "scales[12].intention"),
        (json!({"source": null}), "scales[12].source"),
        (json!({"source": {"citation": "", "confidence": "ours"}}), "scales[12].source.citation"),
        (converted(0, json!([0, 0])), ""),
        (converted(0, json!([0, 9.51])), ""),
        (converted(0, json!([1, 0])), "scales[12].conversion"),
        (json!({"conversion": [[0, 0], [1, 1], [2, 2], [3, 3]]}), "scales[12].conversion"),
        (json!({"conversion": []}), "scales[12].conversion"),
        (converted(2, json!([2, 10])), "scales[12].conversion[2]"),
        (converted(2, json!([2, 9])), "scales[12].conversion[2]"),
        (converted(2, json!([2, 20.005])), "scales[12].conversion[2]"),
        (bands(json!([from(json!(0)), from(json!(2)), from(json!(4))])), ""),
        (bands(json!([from(json!(0)), from(json!(3.99))])), ""),
        (bands(json!([from(json!(1))])), "scales[12].bands[0].from"),
        (bands(json!([from(json!(-1))])), "scales[12].bands[0].from"),
        (bands(json!([from(json!(0)), from(json!(3)), from(json!(2))])), "scales[12].bands[2].from"),
        (bands(json!([from(json!(0)), from(json!(2)), from(json!(2))])), "scales[12].bands[2].from"),
        (bands(json!([from(json!(0)), from(json!(4.01))])), "scales[12].bands[1].from"),
        (bands(json!([from(json!(0)), from(json!(2.005))])), "scales[12].bands[1].from"),
        (bands(json!([{"from": 0, "to": 2, "name": "a band"}])), "scales[12].bands[0].to"),
        (json!({"bands": [from(json!(0))]}), "scales[12].bands_source"),
        (change(json!(0.01)), ""),
        (change(json!(0)), "scales[12].change.threshold"),
        (change(json!(-2)), "scales[12].change.threshold"),
        (change(json!(2.875)), "scales[12].change.threshold"),
        (json!({"change": {"basis": "published", "threshold": 2}}), "scales[12].change.source"),
        (json!({"same_text": "hope"}), ""),
        (json!({"same_text": "s1"}), "scales[12].same_text"),
        (json!({"same_text": "nothing"}), "scales[12].same_text"),
    ];
    for (more, expected) in rows {
        check("/scales/-", with(scale("extra", sum(&["s1", "s2"]), [0, 4]), more), expected);
    }
}

#[test]
fn a_band_lies_on_the_converted_score() {
    let conversion = json!([[0, 7], [1, 9.51], [2, 11.25], [3, 12.4], [4, 13.33]]);
    let rows = [(0.0, "scales[12].bands[0].from"), (7.0, ""), (7.01, "scales[12].bands[0].from")];
    for (from, expected) in rows {
        let more = json!({"conversion": conversion, "bands": [{"from": from, "name": "low"}], "bands_source": source()});
        check("/scales/-", with(scale("extra", sum(&["s1", "s2"]), [0, 4]), more), expected);
    }
}

#[test]
fn a_table_of_whole_scores_does_not_take_prorated_decimals() {
    let conversion = json!({"conversion": [[0, 0], [1, 10], [2, 20], [3, 30], [4, 40]]});
    let key = person_mean(&["s1", "s2"], 1, "half_up", 1);
    check("/scales/-", with(scale("extra", key, [0, 4]), conversion), "scales[12].conversion");
}

#[test]
fn all_faults_come_out_at_once() {
    let mut definition = everything();
    let rows = [
        ("/version", json!("")),
        ("/items/2/section", json!("nowhere")),
        ("/items/3/options", json!("nothing")),
        ("/items/9/implied", json!(5)),
        ("/scales/1/range", json!([0, 5])),
        ("/scales/4/bands/1/from", json!(0)),
        ("/scales/7/key/conditions/0/item", json!("nothing")),
        ("/scales/11/same_text", json!("c1")),
    ];
    for (pointer, value) in rows {
        put(&mut definition, pointer, value);
    }
    // Scale 0 reads item 3, whose kind is not known: nothing is said about its range. Scale 2 follows the
    // range that stands in scale 1, so it is told the new sum.
    let expected = "version items[2].section items[3].options items[9].implied scales[1].range scales[2].range \
                    scales[4].bands[1].from scales[7].key.conditions[0].item scales[11].same_text";
    assert_eq!(paths(&definition.to_string()), expected);
}

#[test]
fn all_faults_of_the_shape_come_out_at_once() {
    let mut definition = everything();
    for (pointer, value) in [
        ("/items/2/kind", json!("slider")),
        ("/items/5/topic", json!(null)),
        ("/scales/0/range", json!(null)),
    ] {
        put(&mut definition, pointer, value);
    }
    put(&mut definition, "/licence", json!(null));
    assert_eq!(paths(&definition.to_string()), "licence items[2].kind items[5].topic scales[0].range");
}

#[test]
fn an_instrument_asks_at_least_one_thing() {
    assert_eq!(paths(&sample::definition(json!([]), json!([])).to_string()), "items");
}

#[test]
fn broken_json_names_its_line_and_column() {
    let rows = [
        ("", "1:1"),
        ("[]", "1:1"),
        ("null", "1:1"),
        ("{\"format\": 1,\n  \"id\": }", "2:9"),
        ("{\n\n", "3:1"),
        ("{} {}", "1:4"),
    ];
    for (text, expected) in rows {
        assert_eq!(paths(text), expected, "{text:?}");
    }
}

#[test]
fn a_fault_says_its_path_then_its_sentence() {
    let mut definition = everything();
    put(&mut definition, "/items/11/to", json!(-1));
    let faults = parse(&definition.to_string()).expect_err("0 to -1 is no range");
    assert_eq!(faults[0].to_string(), "items[11].from: A number needs `from` below `to`.");
}

mod strange;
