use super::*;
use crate::library::tests::library;
use crate::record::{Head, read_head, write_head};
use assessment_core::answer::Answer;
use assessment_core::instrument::Setting;
use assessment_core::provenance::RestsOn;
use assessment_core::schedule::Wave;
use assessment_core::session::{By, Mode, PersonId, SessionId, Stamp, Start};
use chrono::NaiveDate;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day")
}

/// The first field of strengths answered with 2, 1, 0 and 2; the rest not reached.
fn session(library: &Library) -> Session {
    let instrument = &library.newest("strengths-profile").expect("it is shipped").instrument;
    let start = Start {
        id: SessionId([2; 16]),
        person: PersonId([1; 16]),
        wave: Wave::Baseline,
        mode: Mode::Joint,
        setting: Setting::Community,
        wording: "en/ours/1.0.0".to_owned(),
        on: day(),
    };
    let mut session = Session::begin(instrument, start);
    for (item, code) in instrument.scales()[0].reads.iter().zip([2, 1, 0, 2]) {
        let stamp = Stamp { by: By::Together, language: "en".to_owned(), wording: None, at: 0, on: day() };
        session.answer(instrument, *item, Answer::Coded(code), stamp).expect("one of its codes");
    }
    session
}

fn finished() -> (Library, Session, StoredScores) {
    let library = library();
    let mut session = session(&library);
    assert_eq!(StoredScores::of(&library, &session), None, "a draft has no scores");
    session.finish(&library.of(&session).expect("it is shipped").instrument, day());
    let stored = StoredScores::of(&library, &session).expect("finished, and its definition is at hand");
    (library, session, stored)
}

#[test]
fn scores_come_back_as_they_were_kept_and_are_still_ours() {
    let (library, session, stored) = finished();
    let head = Head { scores: Some(stored.clone()), ..Head::of(&session) };
    let back =
        read_head(session.start.id, session.start.person, &write_head(&head)).expect("it was just written");
    let scores = back.scores.expect("they were written");
    // A stored object keeps no order.
    assert_eq!(scores.values.len(), stored.values.len());
    for pair in &stored.values {
        assert!(scores.values.contains(pair), "{pair:?}");
    }
    let checked = scores.check(&library.of(&session).expect("shipped").instrument, &session);
    assert_eq!((checked.rests_on, checked.differs()), (RestsOn::TheSame, false));
}

#[test]
fn a_stored_total_that_is_wrong_is_told_beside_ours() {
    let (library, session, mut stored) = finished();
    let instrument = &library.of(&session).expect("shipped").instrument;
    assert_eq!(stored.values[0].1, Some(Points::whole(5)));
    stored.values[0].1 = Some(Points::whole(8));
    let checked = stored.check(instrument, &session);
    assert_eq!(checked.rests_on, RestsOn::TheSame);
    let told: Vec<_> = checked.numbers.iter().map(|other| (other.ours, other.theirs)).collect();
    assert_eq!(told, [(Some(Points::whole(5)), Some(Points::whole(8)))]);
}

#[test]
fn scores_that_rest_on_other_rules_or_answers_are_told_whatever_the_numbers_are() {
    let (library, session, stored) = finished();
    let instrument = &library.of(&session).expect("shipped").instrument;
    let other = Hash([7; 32]);
    let rows = [
        (StoredScores { rules: other, ..stored.clone() }, RestsOn::OtherRules),
        (StoredScores { rule_version: 0, ..stored.clone() }, RestsOn::OtherRules),
        (StoredScores { inputs: other, ..stored.clone() }, RestsOn::OtherInputs),
        (StoredScores { rules: other, inputs: other, ..stored }, RestsOn::OtherRulesAndInputs),
    ];
    for (stored, rests_on) in rows {
        let checked = stored.check(instrument, &session);
        assert_eq!((checked.rests_on, checked.differs()), (rests_on, true));
    }
}

#[test]
fn a_record_with_scores_that_do_not_read_is_unreadable_and_one_without_any_is_an_older_one() {
    let (_, session, stored) = finished();
    let head = Head { scores: Some(stored), ..Head::of(&session) };
    let text = String::from_utf8(write_head(&head)).expect("UTF-8");
    let shape: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let read = |shape: &serde_json::Value| {
        read_head(session.start.id, session.start.person, shape.to_string().as_bytes())
    };
    let rows = [
        ("rules", serde_json::json!("00")),
        ("inputs", serde_json::json!(7)),
        ("rule_version", serde_json::json!(-1)),
        ("values", serde_json::json!({"looking_after": 5})),
        ("values", serde_json::json!([])),
    ];
    for (field, value) in rows {
        let mut damaged = shape.clone();
        damaged["scores"][field] = value.clone();
        assert!(read(&damaged).is_err(), "{field} {value}");
    }
    let mut older = shape.clone();
    older.as_object_mut().expect("an object").remove("scores");
    assert_eq!(read(&older), Ok(Head::of(&session)));
}
