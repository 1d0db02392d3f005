//! What an author is told on the way: how far a definition could be read, and what may be a slip.

use crate::definition::{Reached, draft, notes};
use crate::sample::{
    choice, definition, instrument, item, number, parse, person_mean, scale, source, sum, with,
};
use serde_json::{Value, json};

fn two() -> Value {
    definition(
        json!([choice("a", "three"), choice("b", "three")]),
        json!([scale("total", sum(&["a", "b"]), [0, 4])]),
    )
}

/// A definition with one thing in it changed.
fn but(pointer: &str, value: Value) -> String {
    let mut changed = two();
    *changed.pointer_mut(pointer).expect("it is there") = value;
    changed.to_string()
}

#[test]
fn a_draft_says_how_far_it_was_read_and_whether_its_names_hold() {
    let spare = |at: &str| {
        let mut spare = two();
        spare
            .pointer_mut(at)
            .and_then(Value::as_object_mut)
            .expect("an object")
            .insert("spare".into(), json!(1));
        spare.to_string()
    };
    let rows = [
        (two().to_string(), Reached::Meaning, true, 0),
        (but("/scales/0/range", json!([0, 5])), Reached::Meaning, true, 1),
        (but("/scales/0/id", json!("Total")), Reached::Meaning, false, 1),
        (but("/items/0/options", json!("four")), Reached::Meaning, false, 1),
        (but("/title", json!("")), Reached::Meaning, true, 1),
        (spare(""), Reached::Meaning, true, 1),
        (spare("/scales/0/key"), Reached::Meaning, true, 1),
        (but("/title", json!(1)), Reached::Shape, false, 1),
        (but("/scales/0/range", json!(4)), Reached::Shape, false, 1),
        ("{".to_owned(), Reached::Shape, false, 1),
    ];
    for (text, reached, named, faults) in rows {
        let draft = draft(&text);
        let found = (draft.reached, draft.named.is_some(), draft.faults.len());
        assert_eq!(found, (reached, named, faults), "{text}\n{:?}", draft.faults);
        assert_eq!(super::super::parse(&text).err().unwrap_or_default(), draft.faults, "{text}");
    }
}

#[test]
fn a_field_too_many_hides_nothing_and_names_those_there_are() {
    let text = but("/scales/0/range", json!([0, 5])).replace("\"missing\":", "\"spare\":1,\"missing\":");
    let faults: Vec<String> = draft(&text).faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "scales[0].key.spare: There is no field of that name; here are: rule, items, reversed, weights, recode, missing.",
            "scales[0].range: The key gives 0 to 4, not what stands here.",
        ]
    );
}

#[test]
fn what_so_often_is_a_slip_is_noted() {
    let three = || json!([choice("a", "three"), choice("b", "three"), choice("c", "three")]);
    let in_section = |id: &str, section: &str| with(choice(id, "three"), json!({"section": section}));
    let gated = with(choice("b", "three"), json!({"ask_when": {"item": "c", "is": [1]}}));
    let bands = |from: Value| json!({"bands": [{"from": 0, "name": "low"}, {"from": from, "name": "high"}], "bands_source": source()});
    let of = |id: &str, items: &[&str], high: i64| scale(id, sum(items), [0, high]);
    let halves = with(scale("t", person_mean(&["a", "b", "c"], 2, "half_up", 1), [0, 6]), bands(json!(2.5)));
    let rows = [
        (three(), json!([of("t", &["a", "b", "c"], 6)]), vec![]),
        (three(), json!([of("t", &["a", "b"], 4)]), vec!["scales: The item `c` is in no scale."]),
        (three(), json!([of("t", &["a"], 2)]), vec!["scales: These items are in no scale: `b`, `c`."]),
        (
            json!([choice("a", "three"), choice("c", "three"), gated]),
            json!([of("t", &["a", "b"], 4)]),
            vec![],
        ),
        (
            json!([choice("a", "three"), item("w", "strengths", json!({"kind": "text"})), number("n", 0, 2)]),
            json!([of("t", &["a", "n"], 4)]),
            vec![],
        ),
        (
            three(),
            json!([of("t", &["a", "b", "c"], 6), of("part", &["a"], 2), of("same", &["a"], 2)]),
            vec![],
        ),
        (
            three(),
            json!([of("t", &["a", "b"], 4), of("u", &["b", "c"], 4)]),
            vec!["scales[1].key: `t` and `u` both add `b`."],
        ),
        (
            json!([in_section("a", "life"), in_section("b", "strengths"), in_section("c", "life")]),
            json!([of("t", &["a", "b", "c"], 6)]),
            vec![
                "items[2].section: The section `life` stands in 2 pieces; items are asked in the order of `items`, so it begins anew here.",
            ],
        ),
        (
            three(),
            json!([with(of("t", &["a", "b", "c"], 6), bands(json!(2.5)))]),
            vec!["scales[0].bands[1].from: The values are whole numbers: no value is 2.5."],
        ),
        (three(), json!([with(of("t", &["a", "b", "c"], 6), bands(json!(3)))]), vec![]),
        (three(), json!([halves]), vec![]),
    ];
    for (items, scales, expected) in rows {
        let found = notes(&instrument(items, scales));
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        let found: Vec<&str> =
            found.iter().map(String::as_str).filter(|note| !note.contains("No item stands")).collect();
        assert_eq!(found, expected);
    }
    let empty = notes(&parse(&two()));
    assert_eq!(empty[0].to_string(), "sections[0]: No item stands in the section `words`.");
}

#[test]
fn a_fault_says_why_and_what_follows_from_it_is_not_said() {
    let mean = |more: Value| {
        let key = json!({"rule": "mean", "items": ["a", "b"], "round": "half_up", "decimals": 1, "missing": {"rule": "complete"}});
        let mut changed = two();
        changed["scales"][0] = scale("total", with(key, more), [0, 2]);
        changed
    };
    let times = json!({"rescale": {"times": 4, "round": "half_up", "decimals": 0}});
    let mut rescaled = two();
    rescaled["scales"][0] = with(scale("total", sum(&["a", "b"]), [0, 16]), times);
    let mut without = two();
    without["items"][0].as_object_mut().expect("an object").remove("options");
    let mut capital = two();
    capital["items"][0]["id"] = json!("A");
    let mut nothing = two();
    nothing["scales"][0]["change"] = json!({"basis": "difference_only", "source": source()});
    let rows = [
        (mean(json!({"weights": {"a": 2}})), vec!["scales[0].key.weights: Only a sum weighs its items."]),
        (
            rescaled,
            vec![
                "scales[0].range: The key gives 0 to 4, not what stands here. The range is that of the raw score, before it is rescaled or converted.",
            ],
        ),
        (without, vec!["items[0].options: `options` is missing: name the set it is answered from."]),
        (
            capital,
            vec![
                "items[0].id: `A` is not an id: lower-case letters, digits and _.",
                "scales[0].key.items[0]: There is no earlier item `a`. It is written `A` there.",
            ],
        ),
        (
            nothing,
            vec![
                "scales[0].change.basis: `difference_only` is not one of: published, sem, test_retest, alpha. Where nothing is published, leave `change` out.",
            ],
        ),
    ];
    for (definition, expected) in rows {
        let faults: Vec<String> =
            draft(&definition.to_string()).faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected);
    }
}
