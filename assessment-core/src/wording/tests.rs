use super::*;
use crate::sample::{self, choice, number, scale, sum, with};
use serde_json::{Value, json};

fn instrument() -> Instrument {
    sample::instrument(
        json!([
            with(choice("s1", "three"), json!({"may_not_apply": true})),
            choice("s2", "yes_no"),
            number("life", 0, 10),
        ]),
        json!([scale("total", sum(&["s1", "s2"]), [0, 3])]),
    )
}

/// A complete pack for it.
fn pack() -> Value {
    let sections = ["words", "urgent", "strengths", "groups", "life", "barriers", "support", "commitment"];
    let sections: serde_json::Map<String, Value> =
        sections.into_iter().map(|id| (id.to_owned(), json!({"title": format!("About {id}")}))).collect();
    json!({
        "format": 1, "instrument": "sample", "version": "1.0.0", "language": "en", "provenance": "ours",
        "licence": "MIT OR Apache-2.0", "title": "Sample",
        "sections": sections,
        "options": {
            "three": {"2": "Yes", "1": "Sometimes", "0": "Not yet", "does_not_apply": "Not for me"},
            "yes_no": {"1": "Yes", "0": "No"},
            "five": {"0": "a", "1": "b", "2": "c", "3": "d", "4": "e"},
            "needs": {"1": "x", "2": "y", "3": "z", "0": "nothing"},
        },
        "items": {
            "s1": {"text": "I sleep well", "help": "Most nights", "custody": "I sleep well in here"},
            "s2": {"text": "I have a key"},
            "life": {"text": "Life now", "ends": ["Worst", "Best"]},
        },
        "scales": {"total": {"name": "All of it"}},
    })
}

/// Puts a value at a pointer, or takes it away when null, and compares the paths of all faults.
fn check(pointer: &str, value: Value, expected: &str) {
    let mut pack = pack();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer begins with /");
    let parent = pack.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    if value.is_null() {
        parent.remove(name);
    } else {
        parent.insert(name.to_owned(), value.clone());
    }
    assert_eq!(paths(&pack.to_string()), expected, "{pointer} = {value}");
}

fn paths(text: &str) -> String {
    let faults = parse(&instrument(), text).map_or_else(|faults| faults, |_| Vec::new());
    faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_pack_is_refused_with_every_place_that_is_wrong() {
    let rows = [
        ("/format", json!(2), "format"),
        ("/format", json!(null), "format"),
        ("/instrument", json!("another"), "instrument"),
        ("/version", json!("1.0.1"), "version"),
        ("/provenance", json!("somebody"), "provenance"),
        ("/licence", json!(null), "licence"),
        ("/language", json!(null), "language"),
        ("/colour", json!("red"), "colour"),
        ("/reviewed", json!("By a Welsh speaker."), ""),
        ("/intro", json!("Take your time."), ""),
        ("/sections/life", json!(null), "sections.life"),
        ("/sections/more", json!({"title": "More"}), "sections.more"),
        ("/sections/life", json!({"name": "Life"}), "sections.life.title sections.life.name"),
        ("/items/s1", json!(null), "items.s1"),
        ("/items/s9", json!({"text": "?"}), "items.s9"),
        ("/items/s1/text", json!(" "), "items.s1.text"),
        ("/items/s1/text", json!(null), "items.s1.text"),
        ("/items/s1/hint", json!("?"), "items.s1.hint"),
        ("/items/life/ends", json!(null), "items.life.ends"),
        ("/items/life/ends", json!(["Worst"]), "items.life.ends"),
        ("/options/yes_no", json!(null), "options.yes_no"),
        ("/options/more", json!({}), "options.more"),
        ("/options/yes_no/1", json!(null), "options.yes_no.1"),
        ("/options/yes_no/2", json!("Perhaps"), "options.yes_no.2"),
        ("/options/three/does_not_apply", json!(null), "options.three.does_not_apply"),
        ("/options/yes_no/does_not_apply", json!("Not for me"), "options.yes_no.does_not_apply"),
        ("/scales/total", json!(null), "scales.total"),
        ("/scales/net", json!({"name": "Net"}), "scales.net"),
    ];
    for (pointer, value, expected) in rows {
        check(pointer, value, expected);
    }
}

#[test]
fn all_faults_of_a_pack_come_out_at_once() {
    let mut pack = pack();
    pack["version"] = json!("2.0.0");
    pack["items"] = json!({"s1": {"text": ""}, "life": {"text": "Life now"}, "s9": {"text": "?"}});
    pack["options"]["yes_no"] = json!({"1": "Yes"});
    assert_eq!(
        paths(&pack.to_string()),
        "version items.s2 items.s9 items.s1.text items.life.ends options.yes_no.0"
    );
}

#[test]
fn broken_json_names_its_line_and_column() {
    for (text, expected) in [("", "1:1"), ("[]", "1:1"), ("{\n  \"format\": ,", "2:13")] {
        assert_eq!(paths(text), expected, "{text:?}");
    }
}

#[test]
fn a_pack_says_which_instrument_it_is_for_before_it_is_checked() {
    assert_eq!(instrument_of(&pack().to_string()).as_deref(), Ok("sample"));
    for (text, expected) in [("{}", "instrument"), (r#"{"instrument": 5}"#, "instrument"), ("{", "1:1")] {
        let faults = instrument_of(text).expect_err("there is no id");
        assert_eq!(faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>(), [expected], "{text}");
    }
}

#[test]
fn a_question_is_asked_in_the_words_for_its_setting() {
    let instrument = instrument();
    let wording = parse(&instrument, &pack().to_string()).expect("a complete pack");
    let rows = [
        ("s1", Setting::Community, "I sleep well"),
        ("s1", Setting::Custody, "I sleep well in here"),
        ("s2", Setting::Custody, "I have a key"),
    ];
    for (id, setting, expected) in rows {
        assert_eq!(wording.text(&instrument, sample::at(&instrument, id), setting), expected);
    }
}

#[test]
fn a_pack_has_words_for_everything_on_the_screen() {
    let instrument = instrument();
    let wording = parse(&instrument, &pack().to_string()).expect("a complete pack");
    let [s1, s2, life] = ["s1", "s2", "life"].map(|id| sample::at(&instrument, id));
    assert_eq!(wording.id(), "en/ours/1.0.0");
    assert_eq!((wording.help(&instrument, s1), wording.help(&instrument, s2)), (Some("Most nights"), None));
    assert_eq!(
        (wording.ends(&instrument, life), wording.ends(&instrument, s1)),
        (Some(("Worst", "Best")), None)
    );
    assert_eq!(wording.option(&instrument, s1, 1), "Sometimes");
    assert_eq!(wording.option(&instrument, life, 7), "7");
    assert_eq!(wording.does_not_apply(&instrument, s1), Some("Not for me"));
    assert_eq!(
        (wording.does_not_apply(&instrument, s2), wording.does_not_apply(&instrument, life)),
        (None, None)
    );
    assert_eq!(wording.section(&instrument, 2).map(|words| words.title.as_str()), Some("About strengths"));
    assert_eq!(wording.section(&instrument, 8), None);
    assert_eq!(wording.scale(&instrument, sample::scale_at(&instrument, "total")), "All of it");
}

#[test]
fn provenance_is_a_word_in_the_id_of_a_wording() {
    let words = ["ours", "licensed_pack", "translation_not_validated", "easy_read_not_validated"];
    for word in words {
        let pack = with(pack(), json!({"provenance": word, "language": "cy"}));
        let wording = parse(&instrument(), &pack.to_string()).expect("a complete pack");
        assert_eq!(wording.id(), format!("cy/{word}/1.0.0"));
    }
}
