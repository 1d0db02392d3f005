use super::*;
use crate::sample::{choice, everything, instrument, number, parse, scale, sum, with};
use serde_json::json;

/// The row of a variable, as its cells joined by `|`.
fn row_of(instrument: &Instrument, variable: &str, role: &str) -> String {
    let rows = describe(instrument);
    let row = rows.iter().find(|row| row.variable == variable && row.role == role);
    cells(instrument, row.unwrap_or_else(|| panic!("there is no {role} {variable}"))).join("|")
}

const MISSING: &str =
    "skipped cleared prefer_not_to_say do_not_know does_not_apply person_not_present worker_did_not_ask";

#[test]
fn the_columns_are_those_of_the_interface() {
    let columns =
        "variable,role,label,type,codes,missing_codes,instrument,version,scale,reversed,source,confidence";
    assert_eq!(COLUMNS.join(","), columns);
}

#[test]
fn every_column_of_every_file_is_described() {
    let instrument = parse(&everything());
    let rows = describe(&instrument);
    let described = |role: &str| -> Vec<String> {
        rows.iter().filter(|row| row.role == role).map(|row| row.variable.clone()).collect()
    };
    let sitting = ["mode", "present", "held", "minutes", "worth", "about_me", "worker_worth"];
    let keys = ["person", "wave", "days", "setting", "by", "worker_view"];
    assert_eq!(described("key"), [&keys[..], &sitting].concat());
    let items: Vec<String> = instrument.items().iter().map(|item| item.id.to_string()).collect();
    assert_eq!(described("item"), items);
    let scales: Vec<String> = instrument.scales().iter().map(|scale| scale.id.to_string()).collect();
    assert_eq!(described("scale"), scales);
    assert_eq!(rows.len(), 4 + 24 + 12 + 2 + 7);
}

#[test]
fn an_item_is_described_with_its_codes_and_its_scales() {
    let instrument = parse(&everything());
    let made_up = "Made up for a test.|ours";
    let rows = [
        (
            "s1",
            format!(
                "topic of s1|choice|2=topic 2; 1=topic 1; 0=topic 0|{MISSING}|sample|1.0.0|first|no|{made_up}"
            ),
        ),
        ("life", format!("topic of life|number|0 to 10|{MISSING}|sample|1.0.0|life_now|no|{made_up}")),
        (
            "urgent",
            format!(
                "topic of urgent|several|1=topic 1; 2=topic 2; 3=topic 3; 0=topic 0|{MISSING}|sample|1.0.0||no|{made_up}"
            ),
        ),
        ("hope", format!("topic of hope|text|left out of every file|{MISSING}|sample|1.0.0||no|{made_up}")),
        (
            "sup1",
            format!(
                "topic of sup1|choice|0=topic 0; 1=topic 1; 2=topic 2; 3=topic 3; 4=topic 4|{MISSING}|sample|1.0.0|unmet partly|no|{made_up}"
            ),
        ),
    ];
    for (variable, expected) in rows {
        assert_eq!(row_of(&instrument, variable, "item"), format!("{variable}|item|{expected}"));
    }
}

#[test]
fn a_scale_is_described_with_its_range_and_its_bands() {
    let instrument = parse(&everything());
    let rows = [
        ("first", "first|points|0 to 8"),
        ("life_now", "life now|points|0 to 10; from 0: low; from 5: medium; from 8: high; cut-off 8: high"),
        ("barriers", "barriers|points|0 to 3"),
    ];
    for (variable, expected) in rows {
        let expected = format!("{variable}|scale|{expected}||sample|1.0.0|||Made up for a test.|ours");
        assert_eq!(row_of(&instrument, variable, "scale"), expected);
    }
}

#[test]
fn a_reversed_item_says_so() {
    let key = with(sum(&["a", "n"]), json!({"reversed": ["n"]}));
    let instrument =
        instrument(json!([choice("a", "three"), number("n", 1, 6)]), json!([scale("total", key, [1, 8])]));
    let reversed =
        |variable| describe(&instrument).into_iter().find(|r| r.variable == variable).map(|r| r.reversed);
    assert_eq!((reversed("a").as_deref(), reversed("n").as_deref()), (Some("no"), Some("yes")));
}

#[test]
fn a_converted_scale_gives_the_range_of_its_value() {
    let conversion = json!({"conversion": [[0, 7], [1, 19.98], [2, 35]]});
    let scales = json!([with(scale("total", sum(&["a"]), [0, 2]), conversion)]);
    let instrument = instrument(json!([choice("a", "three")]), scales);
    assert_eq!(row_of(&instrument, "total", "scale").split('|').nth(4), Some("7 to 35"));
}

#[test]
fn a_topic_of_somebody_elses_item_is_never_taken_for_its_wording() {
    let definition = with(everything(), json!({"wording": "not_supplied"}));
    let row = row_of(&parse(&definition), "s1", "item");
    assert!(row.starts_with("s1|item|topic of s1 (topic, not the wording)|"), "{row}");
}
