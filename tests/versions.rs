//! Superseded versions stay where sessions find them. The instruments here are made up, in `fixtures/instruments`.

#[path = "../assessment-core/folders.rs"]
mod listing;

use crate::sources::root;
use assessment_core::answer::Answer;
use assessment_core::catalogue::Catalogue;
use assessment_core::change::{Change, Given, NotComparable, Time, compare};
use assessment_core::definition;
use assessment_core::instrument::{Instrument, Setting};
use assessment_core::schedule::Wave;
use assessment_core::score::{Scores, score};
use assessment_core::session::{By, Mode, PersonId, Session, SessionId, Stamp, Start};
use assessment_core::table::Table;
use chrono::NaiveDate;
use listing::list;
use std::fs;

fn catalogue() -> Catalogue {
    let listed = list(&root().join("tests/fixtures/instruments")).expect("the folder of made-up instruments");
    let all = listed.in_use.iter().chain(&listed.superseded);
    Catalogue::of(all.map(|found| {
        let text = fs::read_to_string(found.folder.join("definition.json")).expect("it was listed");
        definition::parse(&text).unwrap_or_else(|faults| panic!("{}: {faults:?}", found.folder.display()))
    }))
}

fn answered(instrument: &Instrument) -> Session {
    let on = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day");
    let start = Start {
        id: SessionId([1; 16]),
        person: PersonId([2; 16]),
        wave: Wave::Baseline,
        mode: Mode::Joint,
        setting: Setting::Community,
        wording: "en/ours/1.0.0".to_owned(),
        on,
    };
    let mut session = Session::begin(instrument, start);
    for (at, code) in instrument.positions().zip([2, 2, 1]) {
        let stamp = Stamp { by: By::Person, language: "en".to_owned(), wording: None, at: 0, on };
        session.answer(instrument, at, Answer::Coded(code), stamp).expect("one of its codes");
    }
    session
}

#[test]
fn what_is_listed_is_in_use_or_superseded() {
    let listed = list(&root().join("tests/fixtures/instruments")).expect("the folder of made-up instruments");
    let tails = |all: &[listing::Found]| -> Vec<String> {
        let below = root().join("tests/fixtures/instruments");
        let tail = |found: &listing::Found| {
            let path = found.folder.strip_prefix(&below).expect("it lies below");
            assert!(path.starts_with(&found.id), "{}", path.display());
            format!("{} with {} packs", path.display(), found.wordings.len())
        };
        all.iter().map(tail).collect()
    };
    assert_eq!(tails(&listed.in_use), ["garden-days with 0 packs"]);
    assert_eq!(
        tails(&listed.superseded),
        ["garden-days/1.0.0 with 0 packs", "garden-days/1.1.0 with 0 packs"]
    );
}

#[test]
fn every_shipped_superseded_folder_is_called_by_its_version_and_is_not_the_one_in_use() {
    let listed = list(&root().join("instruments")).expect("the folder of instruments");
    assert!(listed.in_use.len() > 10, "the instruments have moved");
    let read = |found: &listing::Found| {
        let text = fs::read_to_string(found.folder.join("definition.json")).expect("it was listed");
        definition::parse(&text).unwrap_or_else(|faults| panic!("{}: {faults:?}", found.folder.display()))
    };
    for found in &listed.superseded {
        let instrument = read(found);
        assert_eq!(instrument.id().as_str(), found.id);
        assert!(found.folder.ends_with(instrument.version()), "{}", found.folder.display());
        let in_use = listed.in_use.iter().find(|other| other.id == found.id).expect("listed below it");
        assert_ne!(read(in_use).version(), instrument.version(), "{}", found.id);
    }
}

#[test]
fn a_session_of_an_older_version_is_scored_by_the_rules_of_that_version() {
    let catalogue = catalogue();
    let rows = [("1.0.0", "4"), ("1.1.0", "2"), ("2.0.0", "2")];
    for (version, total) in rows {
        let session = answered(catalogue.find_version("garden-days", version).expect("all three are kept"));
        // As it is read from a record: by the id and the version that it pins.
        let pinned =
            catalogue.find_version(session.instrument.as_str(), &session.version).expect("it is kept");
        let scores = score(pinned, &session.responses(pinned));
        let at = pinned.find_scale("total").expect("every version has it");
        assert_eq!(
            scores.of(at).scored().map(|scored| scored.value.to_string()).as_deref(),
            Some(total),
            "{version}"
        );
    }
    let newest = catalogue.find("garden-days").expect("it is there");
    assert_eq!(newest.version(), "2.0.0", "new sessions use the version that is not in a folder of its own");
}

#[test]
fn two_versions_are_set_side_by_side_only_where_the_definition_says_so() {
    let catalogue = catalogue();
    let newest = catalogue.find("garden-days").expect("it is there");
    let texts = Table::new();
    let of = |version: &str| {
        let instrument = catalogue.find_version("garden-days", version).expect("all three are kept");
        (instrument, score(instrument, &answered(instrument).responses(instrument)))
    };
    for (version, expected) in [("1.0.0", None), ("1.1.0", Some("0")), ("2.0.0", Some("0"))] {
        let (then, now) = (of(version), of("2.0.0"));
        let at = newest.find_scale("total").expect("it has one");
        match compare(newest, at, &given(then.0, &then.1, &texts), &given(now.0, &now.1, &texts)) {
            Change::Compared(compared) => {
                assert_eq!(Some(compared.difference.to_string().as_str()), expected, "{version}");
            }
            other => assert_eq!(
                (other, expected),
                (Change::NotComparable(NotComparable::Version), None),
                "{version}"
            ),
        }
    }
}

fn given<'a>(
    instrument: &'a Instrument,
    scores: &'a Scores,
    texts: &'a Table<assessment_core::instrument::ItemAt, String>,
) -> Time<'a> {
    Time { instrument, setting: Setting::Community, scores, texts, given: Given::default() }
}
