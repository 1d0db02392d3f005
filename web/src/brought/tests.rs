use super::*;
use crate::library::tests::{shipped, words_of};
use assessment_core::instrument::{Instrument, Item, ItemKind};
use serde_json::json;

/// Words for a measure that has none here, made up for the test.
pub(crate) fn pack(instrument: &Instrument, language: &str) -> Value {
    let of = |pairs: Vec<(String, Value)>| Value::Object(pairs.into_iter().collect());
    let sets = instrument.option_sets().iter().map(|set| {
        let labels =
            set.options.iter().map(|one| (one.code.to_string(), json!(format!("Answer {}", one.code))));
        let passed = instrument
            .positions()
            .any(|at| instrument.option_set(at) == Some(&set.name) && instrument.item(at).may_not_apply);
        let passed = passed.then(|| ("does_not_apply".to_owned(), json!("Not for me")));
        (set.name.clone(), of(labels.chain(passed).collect()))
    });
    let item = |item: &Item| {
        let mut words = json!({ "text": format!("Made-up {}", item.id) });
        if let ItemKind::Number { .. } = item.kind {
            words["ends"] = json!(["Least", "Most"]);
        }
        (item.id.to_string(), words)
    };
    json!({
        "format": 1,
        "instrument": instrument.id().as_str(),
        "version": instrument.version(),
        "language": language,
        "provenance": "licensed_pack",
        "licence": "A licence of the service, number 7.",
        "title": "Made-up words",
        "options": of(sets.collect()),
        "sections": of(instrument.sections().iter().map(|s| (s.id.to_string(), json!({ "title": "A part" }))).collect()),
        "items": of(instrument.items().iter().map(item).collect()),
        "scales": of(instrument.scales().iter().map(|s| (s.id.to_string(), json!({ "name": "A score" }))).collect()),
    })
}

pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date")
}

/// A whole pack for an instrument, as it is kept.
pub(crate) fn brought(book: &Book) -> Brought {
    let text = pack(&book.instrument, "en").to_string();
    judge(book, None, text, [9; 16], day()).expect("a whole pack").brought
}

#[test]
fn every_fault_of_a_hostile_file_is_said_at_once_with_its_path() {
    let book = shipped("barc-10");
    let whole = pack(&book.instrument, "en");
    let with = |changes: &[(&str, Value)]| {
        let mut pack = whole.clone();
        for (name, value) in changes {
            pack[name] = value.clone();
        }
        pack.to_string()
    };
    let rows: [(String, &[&str]); 6] = [
        ("{".to_owned(), &["1:"]),
        ("[]".to_owned(), &["1:1"]),
        (with(&[("version", json!("9.9.9"))]), &["version"]),
        (with(&[("provenance", json!("ours"))]), &["provenance"]),
        (
            with(&[("provenance", json!("ours")), ("version", json!("2")), ("nonsense", json!(1))]),
            &["nonsense", "provenance"],
        ),
        (
            with(&[("licence", json!(7)), ("language", json!(null)), ("title", json!([]))]),
            &["language", "licence", "title"],
        ),
    ];
    for (text, paths) in rows {
        let Err(PackTrouble::Faults(lines)) = judge(&book, None, text.clone(), [1; 16], day()) else {
            panic!("taken: {text}");
        };
        for path in paths {
            assert!(lines.iter().any(|line| line.starts_with(path)), "{path} in {lines:#?}");
        }
    }
}

#[test]
fn a_pack_that_lacks_words_is_read_and_says_what_it_lacks_but_is_no_book() {
    let book = shipped("barc-10");
    let mut pack = pack(&book.instrument, "en");
    pack["items"].as_object_mut().expect("an object").remove("barc_03");
    let judged = judge(&book, None, pack.to_string(), [1; 16], day()).expect("it reads");
    assert_eq!(judged.completeness.missing, ["items.barc_03"]);
    assert_eq!((judged.completeness.items.worded, judged.completeness.items.needed), (9, 10));
    assert_eq!(judged.brought.book(&book), None);
}

#[test]
fn two_packs_that_call_themselves_the_same_are_told_apart_and_a_session_finds_its_own() {
    let book = shipped("barc-10");
    let one = brought(&book);
    let mut other = pack(&book.instrument, "en");
    other["title"] = json!("Other words");
    let other = judge(&book, None, other.to_string(), [2; 16], day()).expect("whole").brought;
    assert_ne!(one.pin, other.pin);
    assert!(one.pin.starts_with("en/licensed_pack/"), "{}", one.pin);
    let asked = one.book(&book).expect("a book");
    assert_eq!(asked.wording_id(), one.pin);
    assert_eq!(asked.title(), "Made-up words");
}

#[test]
fn the_mark_is_the_published_one() {
    for (text, expected) in
        [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
    {
        assert_eq!(mark(text.as_bytes()), expected, "{text}");
    }
}

/// The words that come with the app, with recordings and whatever else is changed.
fn recorded(id: &str, tag: &str, changes: &[(&str, Value)]) -> Value {
    let mut pack: Value = serde_json::from_str(words_of(id, tag)).expect("JSON");
    let sound = json!({"media_type": "audio/ogg", "bytes": 3, "sha256": "0".repeat(64)});
    pack["recordings"] = json!({ "title": sound });
    for (pointer, value) in changes {
        *pack.pointer_mut(pointer).unwrap_or_else(|| panic!("there is no {pointer}")) = value.clone();
    }
    pack
}

#[test]
fn recordings_of_our_own_words_are_taken_where_the_words_are_the_very_same() {
    let id = "brief-check-in";
    let book = shipped(id);
    let [cy, easy] = ["cy", "cy-easy"].map(|tag| wording::parse(&book.instrument, words_of(id, tag)).ok());
    let whose =
        |ours: Option<&Wording>, pack: &Value| match judge(&book, ours, pack.to_string(), [1; 16], day()) {
            Ok(judged) => Ok(judged.brought.whose),
            Err(PackTrouble::Faults(lines)) => Err(lines
                .iter()
                .map(|line| line.split(':').next().unwrap_or("").to_owned())
                .collect::<Vec<_>>()),
            Err(trouble) => panic!("{trouble:?}"),
        };
    let same = recorded(id, "cy", &[]);
    let other = recorded(id, "cy", &[("/title", json!("Arall"))]);
    let mut none = same.clone();
    none["recordings"] = json!({});
    let own = recorded(id, "cy", &[("/provenance", json!("licensed_pack"))]);
    let simple = recorded(id, "cy-easy", &[]);
    let simply_other = recorded(id, "cy-easy", &[("/title", json!("Arall"))]);
    let place = |path: &str| Err(vec![path.to_owned()]);
    let rows = [
        ("the same", cy.as_ref(), &same, Ok(Whose::App)),
        ("another title", cy.as_ref(), &other, place("title")),
        ("no recordings", cy.as_ref(), &none, place("provenance")),
        ("a language the app lacks", None, &same, place("language")),
        ("of other words of ours", easy.as_ref(), &same, place("language")),
        ("a service's own", cy.as_ref(), &own, Ok(Whose::Service)),
        ("simple and the same", easy.as_ref(), &simple, Ok(Whose::App)),
        ("simple and its own", easy.as_ref(), &simply_other, Ok(Whose::Service)),
    ];
    for (name, ours, pack, expected) in rows {
        assert_eq!(whose(ours, pack), expected, "{name}");
    }
}
