use super::*;
use crate::sample::{
    choice, everything, instrument, item, number, parse, person_mean, scale, source, sum, with,
};
use serde_json::json;

/// The row of a variable, as its cells joined by `|`.
fn row_of(instrument: &Instrument, variable: &str, role: &str) -> String {
    let rows = describe(instrument);
    let row = rows.iter().find(|row| row.variable == variable && row.role == role);
    cells(instrument, row.unwrap_or_else(|| panic!("there is no {role} {variable}"))).join("|")
}

const MISSING: &str = "not_reached skipped cleared prefer_not_to_say do_not_know does_not_apply person_not_present worker_did_not_ask";

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
    let keys = ["person", "wave", "days", "setting", "by", "worker_view", "wording", "help_opened"];
    let columns: Vec<String> = described("key").into_iter().filter(|name| !name.contains('.')).collect();
    assert_eq!(columns, [&keys[..], &sitting].concat());
    let items: Vec<String> = instrument.items().iter().map(|item| item.id.to_string()).collect();
    assert_eq!(described("item"), items);
    let scales: Vec<String> = instrument.scales().iter().map(|scale| scale.id.to_string()).collect();
    assert_eq!(described("scale"), scales);
    let rules = rows.iter().filter(|row| row.kind == "rule");
    assert_eq!(rows.len(), 4 + 24 + 12 + 4 + 7 + rules.count());
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

/// What the rows of a rule say, as `name: what`.
fn rules_of(instrument: &Instrument, of: &str) -> Vec<String> {
    let rows = describe(instrument).into_iter().filter(|row| row.kind == "rule");
    let named = rows.filter_map(|row| Some(format!("{}: {}", row.variable.strip_prefix(of)?, row.codes)));
    named.collect()
}

#[test]
fn a_score_can_be_worked_out_again_from_the_rules_of_its_scale() {
    let mean = json!({"rule": "mean", "items": ["a", "b"], "reversed": ["b"],
        "missing": {"rule": "person_mean", "minimum_answered": 1}});
    let onto = json!({"rescale": {"onto": [10, 100], "round": "half_even", "decimals": 1}});
    let times = json!({"rescale": {"times": 4, "round": "half_up", "decimals": 2}});
    let weighed = with(sum(&["a", "n"]), json!({"weights": {"n": 0.5, "a": 2}, "reversed": ["n"]}));
    let recoded = with(sum(&["a"]), json!({"recode": {"three": {"0": 3, "1": 1, "2": 0.5}}}));
    let count =
        json!({"rule": "count", "items": ["a", "b"], "codes": [1, 2], "missing": {"rule": "complete"}});
    let any =
        json!({"rule": "any_of", "conditions": [{"item": "a", "is": [0]}, {"item": "b", "is": [1, 2]}]});
    let change = json!({"change": {"basis": "sem", "sem": 0.1, "decimals": 1, "source": source()}});
    let some = "at least 1 of 2 are answered; each other one counts as the mean of those";
    let rows = [
        (
            mean.clone(),
            [0, 2],
            onto,
            vec![
                "raw: mean of a, (2 - b)".to_owned(),
                format!("missing: {some}"),
                "value: 10 + (raw - 0) * 90 / 2; rounded half to even to 1 decimals".to_owned(),
            ],
        ),
        (
            mean,
            [0, 2],
            with(times, change),
            vec![
                "raw: mean of a, (2 - b)".to_owned(),
                format!("missing: {some}"),
                "value: (raw - 0) * 4 / 1; rounded half up to 2 decimals".to_owned(),
                "change: from 0.3 on; basis sem".to_owned(),
            ],
        ),
        (
            person_mean(&["a", "b"], 1, "half_up", 0),
            [0, 4],
            json!({}),
            vec!["raw: a + b; rounded half up to 0 decimals".to_owned(), format!("missing: {some}")],
        ),
        (
            recoded,
            [0, 3],
            json!({"range": [0.5, 3]}),
            vec!["raw: a[0=3, 1=1, 2=0.5]".to_owned(), "missing: all 1 are answered".to_owned()],
        ),
        (
            count,
            [0, 2],
            json!({}),
            vec!["raw: how many of a, b are 1 or 2".to_owned(), "missing: all 2 are answered".to_owned()],
        ),
        (
            any,
            [0, 1],
            json!({"conversion": [[0, 7], [1, 19.98]], "same_text": "words"}),
            vec![
                "raw: 1 if a is 0; or b is 1 or 2; otherwise 0".to_owned(),
                "missing: 1 as soon as one holds; 0 once each is answered".to_owned(),
                "value: 0=7; 1=19.98".to_owned(),
                "same_text: words reads the same both times".to_owned(),
            ],
        ),
        (
            weighed,
            [0, 7],
            json!({"range": [0.5, 7]}),
            vec!["raw: 2 * a + 0.5 * (7 - n)".to_owned(), "missing: all 2 are answered".to_owned()],
        ),
    ];
    for (key, range, more, expected) in rows {
        let items = json!([
            choice("a", "three"),
            choice("b", "three"),
            number("n", 1, 6),
            item("words", "strengths", json!({"kind": "text"})),
        ]);
        let total = with(scale("total", key, range), more);
        assert_eq!(rules_of(&instrument(items, json!([total])), "total."), expected);
    }
}

#[test]
fn the_rules_of_the_whole_of_gates_and_what_nobody_established_stand_in_the_book() {
    let head = json!({
        "recall": "the last week", "no_total": {"source": source()}, "minimum_answered": {"answers": 2, "source": source()},
        "not_established": [{"fact": "norms", "sentence": "None."}, {"fact": "change", "scale": "one", "sentence": "No retest."}],
    });
    let gate = json!({"ask_when": {"item": "a", "is": [1, 2]}});
    let items = json!([
        choice("a", "three"),
        with(choice("b", "three"), gate.clone()),
        with(choice("c", "three"), with(gate, json!({"implied": 0}))),
    ]);
    let parts = json!({"rule": "mean_of", "scales": ["one"], "round": "half_up", "decimals": 1});
    let added = json!({"rule": "total_of", "scales": ["one", "mean"]});
    let scales = json!([
        scale("one", sum(&["a"]), [0, 2]),
        scale("mean", parts, [0, 2]),
        scale("added", added, [0, 4])
    ]);
    let instrument = parse(&with(crate::sample::definition(items, scales), head));
    let rows: [(&str, &[&str]); 6] = [
        (
            "instrument.",
            &[
                "licence: MIT OR Apache-2.0; Anyone may use it.",
                "recall: the last week",
                "within_days: 14",
                "minimum_answered: 2 to all items together; with fewer no scale is scored",
                "no_total: none is made",
                "not_established.norms: None.",
            ],
        ),
        ("b.", &["ask_when: a is 1 or 2; answered otherwise, it is not asked"]),
        ("c.", &["ask_when: a is 1 or 2; answered otherwise, it counts as 0"]),
        ("one.", &["raw: a", "missing: all 1 are answered", "not_established.change: No retest."]),
        (
            "mean.",
            &[
                "raw: mean of the values one; rounded half up to 1 decimals",
                "missing: each of them has a value",
            ],
        ),
        ("added.", &["raw: values added: one + mean", "missing: each of them has a value"]),
    ];
    for (of, expected) in rows {
        assert_eq!(rules_of(&instrument, of), expected, "{of}");
    }
}
