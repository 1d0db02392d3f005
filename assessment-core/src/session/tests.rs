use super::*;
use crate::answer::Settled;
use crate::sample::{self, answer, at, choice, everything, instrument, scale_at};
use crate::score::{Scores, score};
use proptest::prelude::*;
use serde_json::json;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

pub(super) fn begun(instrument: &Instrument) -> Session {
    let start = Start {
        id: SessionId([1; 16]),
        person: PersonId([2; 16]),
        wave: Wave::Baseline,
        mode: Mode::Phone,
        setting: Setting::Community,
        wording: "en/ours/1.0.0".to_owned(),
        on: day("2026-01-01"),
    };
    Session::begin(instrument, start)
}

pub(super) fn stamp(on: &str) -> Stamp {
    Stamp { by: By::Together, language: "cy".to_owned(), wording: None, at: 1_767_225_600_000, on: day(on) }
}

/// Gives answers written as `s1=2 s2=skipped`, all on one day.
pub(super) fn give(session: &mut Session, instrument: &Instrument, given: &str, on: &str) {
    for pair in given.split_whitespace() {
        let (id, cell) = pair.split_once('=').unwrap_or_else(|| panic!("{pair} needs a ="));
        let (at, answer) = answer(instrument, id, cell);
        session
            .answer(instrument, at, answer, stamp(on))
            .unwrap_or_else(|refusal| panic!("{pair}: {refusal}"));
    }
}

#[test]
fn a_session_pins_its_instrument_and_begins_empty() {
    let instrument = sample::parse(&everything());
    let session = begun(&instrument);
    assert_eq!((session.instrument.as_str(), session.version.as_str()), ("sample", "1.0.0"));
    assert_eq!((session.stage, session.revision, session.last), (Stage::Draft, 0, day("2026-01-01")));
    for at in instrument.positions() {
        assert_eq!(session.answer_to(&instrument, at), Answer::NOT_REACHED);
    }
}

#[test]
fn an_answer_adds_an_entry_and_the_last_one_counts() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "s1=2 s2=1 s1=0 s1=cleared", "2026-01-03");
    let entries = &session.entries[&ItemId::from("s1")];
    let cleared = Answer::Missing(Missing::Cleared);
    let list: Vec<(u64, Answer)> =
        entries.iter().map(|entry| (entry.revision, entry.answer.clone())).collect();
    assert_eq!(list, [(1, Answer::Coded(2)), (3, Answer::Coded(0)), (4, cleared.clone())]);
    assert_eq!(session.answer_to(&instrument, at(&instrument, "s1")), cleared);
    assert_eq!((session.revision, session.last), (4, day("2026-01-03")));
    let first = &entries[0];
    assert_eq!((first.by, first.language.as_str(), &first.mode), (By::Together, "cy", &Mode::Phone));
    assert_eq!((first.at, first.rather_talk), (1_767_225_600_000, false));
}

#[test]
fn a_refused_answer_leaves_no_trace() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "s1=2", "2026-01-02");
    let before = session.clone();
    let rows = [
        ("s1", Answer::Coded(3)),
        ("s1", Answer::Text("two".to_owned())),
        ("life", Answer::Coded(11)),
        ("urgent", Answer::Several([0, 1].into())),
        ("urgent", Answer::Several([].into())),
    ];
    for (id, answer) in rows {
        let outcome = session.answer(&instrument, at(&instrument, id), answer.clone(), stamp("2026-01-09"));
        assert!(outcome.is_err(), "{id} {answer:?}");
        assert_eq!(session, before, "{id} {answer:?}");
    }
}

#[test]
fn a_finished_session_never_changes() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "s1=2", "2026-01-02");
    session.finish(&instrument, day("2026-01-05"));
    assert_eq!(session.stage, Stage::Finished(day("2026-01-05"), Completion::Whole));
    let before = session.clone();
    for answer in [Answer::Coded(1), Answer::Missing(Missing::Cleared), Answer::Coded(9)] {
        let outcome = session.answer(&instrument, at(&instrument, "s1"), answer, stamp("2026-01-06"));
        assert_eq!(outcome, Err(Refusal::Finished));
    }
    session.finish(&instrument, day("2026-02-01"));
    assert_eq!(session, before);
}

#[test]
fn answers_up_to_fourteen_days_apart_make_a_whole() {
    let instrument = sample::parse(&everything());
    let rows = [
        ("2026-01-01", Completion::Whole),
        ("2026-01-14", Completion::Whole),
        ("2026-01-15", Completion::Whole),
        ("2026-01-16", Completion::TooFarApart),
        ("2027-01-01", Completion::TooFarApart),
        // A tablet whose clock was set back.
        ("2025-12-24", Completion::Whole),
    ];
    for (last, expected) in rows {
        let mut session = begun(&instrument);
        give(&mut session, &instrument, "s1=2", "2026-01-01");
        give(&mut session, &instrument, "s2=2", last);
        // The day of the last answer decides, not the day somebody presses finish.
        session.finish(&instrument, day("2027-06-01"));
        assert_eq!(session.stage, Stage::Finished(day("2027-06-01"), expected), "{last}");
        assert_eq!(session.open_on(&instrument, day(last)), expected == Completion::Whole, "{last}");
    }
}

#[test]
fn a_clock_set_back_does_not_make_the_last_answer_earlier() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "s1=2", "2026-01-20");
    give(&mut session, &instrument, "s2=2", "2026-01-02");
    assert_eq!(session.last, day("2026-01-20"));
}

#[test]
fn an_instrument_without_a_limit_never_falls_apart() {
    let mut definition = sample::definition(json!([choice("a", "yes_no")]), json!([]));
    definition.as_object_mut().expect("a definition is an object").remove("within_days");
    let instrument = sample::parse(&definition);
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "a=1", "2027-01-01");
    session.finish(&instrument, day("2027-01-01"));
    assert_eq!(session.stage, Stage::Finished(day("2027-01-01"), Completion::Whole));
}

#[test]
fn progress_counts_what_is_asked_and_what_was_passed_on_purpose() {
    let instrument = sample::parse(&everything());
    let rows = [
        // any, g1, g2, drugs, inject, share: answered, passed, asked.
        ("", (0, 0, 2)),
        ("any=1", (1, 0, 4)),
        ("any=0 drugs=0", (2, 0, 2)),
        ("any=1 g1=skipped g2=1 drugs=1", (3, 1, 5)),
        ("any=prefer_not_to_say drugs=cleared", (0, 2, 2)),
        ("any=1 g1=1 g2=0 drugs=1 inject=1 share=does_not_apply", (5, 1, 6)),
        ("any=not_reached", (0, 0, 2)),
    ];
    for (given, (answered, passed, asked)) in rows {
        let mut session = begun(&instrument);
        give(&mut session, &instrument, given, "2026-01-01");
        let items = ["any", "g1", "g2", "drugs", "inject", "share"].map(|id| at(&instrument, id));
        let progress = session.progress(&session.responses(&instrument), items.into_iter());
        assert_eq!(progress, Progress { answered, passed, asked }, "{given}");
    }
}

#[test]
fn a_gate_that_closes_again_keeps_its_old_answers_out_of_the_scores_and_in_the_entries() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "any=1 g1=1 g2=1 any=0", "2026-01-01");
    let responses = session.responses(&instrument);
    assert_eq!(*responses.answer(at(&instrument, "g1")), Settled::Implied(0));
    let groups = score(&instrument, &responses).of(scale_at(&instrument, "groups")).scored();
    assert_eq!(groups.map(|scored| scored.value.to_string()).as_deref(), Some("0"));
    assert_eq!(session.entries[&ItemId::from("g1")].len(), 1);
    // And when it opens again they are there.
    give(&mut session, &instrument, "any=1", "2026-01-01");
    assert_eq!(
        *session.responses(&instrument).answer(at(&instrument, "g1")),
        Settled::Given(Answer::Coded(1))
    );
}

#[test]
fn the_words_of_a_person_are_kept_byte_for_byte() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    let words = "  \u{feff}my own flat,\r\n\"near\" Nain \u{1f3e1} ";
    for id in ["hope", "thing"] {
        let text = Answer::Text(words.to_owned());
        session
            .answer(&instrument, at(&instrument, id), text, stamp("2026-01-01"))
            .expect("a text item takes text");
    }
    give(&mut session, &instrument, "hope=again s1=2", "2026-01-01");
    let texts = session.texts(&instrument);
    assert_eq!(texts[&at(&instrument, "thing")], words);
    assert_eq!(texts[&at(&instrument, "hope")], "again");
    assert_eq!(texts.len(), 2);
}

#[test]
fn words_of_a_record_are_written_and_read_the_same() {
    for word in ["joint", "self", "phone", "video", "paper", "by_letter"] {
        assert_eq!(Mode::read(word).word(), word);
    }
    assert_eq!(Mode::read("by_letter"), Mode::Other("by_letter".to_owned()));
    for word in ["person", "worker", "together"] {
        assert_eq!(By::read(word).map(By::word), Some(word));
    }
    assert_eq!(By::read("nobody"), None);
    for (setting, word) in [(Setting::Community, "community"), (Setting::Custody, "custody")] {
        assert_eq!((setting.word(), Setting::read(word)), (word, Some(setting)));
    }
    assert_eq!(Setting::read("prison"), None);
}

const GIVEN: [&str; 9] =
    ["s1=2", "s2=1", "s3=skipped", "s4=0", "any=1", "g1=1", "g2=0", "drugs=0", "inject=1"];

proptest! {
    #[test]
    fn the_order_of_answers_does_not_matter(order in Just(GIVEN.to_vec()).prop_shuffle()) {
        let instrument = sample::parse(&everything());
        let scores = |given: &[&str]| -> Scores {
            let mut session = begun(&instrument);
            give(&mut session, &instrument, &given.join(" "), "2026-01-01");
            score(&instrument, &session.responses(&instrument))
        };
        prop_assert_eq!(scores(&order), scores(&GIVEN));
    }
}

#[test]
fn an_answer_can_be_given_before_its_gate() {
    let instrument = instrument(
        json!([
            choice("gate", "yes_no"),
            sample::with(choice("behind", "yes_no"), json!({"ask_when": {"item": "gate", "is": [1]}})),
        ]),
        json!([]),
    );
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "behind=1 gate=1", "2026-01-01");
    let responses = session.responses(&instrument);
    assert_eq!(responses.code(at(&instrument, "behind")), Some(1));
}

#[test]
fn a_paper_form_is_of_the_day_it_was_completed_whenever_it_is_typed_in_and_never_too_late() {
    let mut whole = everything();
    whole["within_days"] = json!(14);
    let instrument = sample::parse(&whole);
    let start = begun(&instrument).start;
    for by in [By::Person, By::Together, By::Worker] {
        let paper = Paper { completed_by: by, entered: day("2026-03-01") };
        let mut session = Session::begin_paper(&instrument, start.clone(), paper);
        assert_eq!((&session.start.mode, session.paper), (&Mode::Paper, Some(paper)));
        give(&mut session, &instrument, "s1=2", "2026-03-01");
        give(&mut session, &instrument, "s2=skipped", "2026-06-30");
        assert_eq!(session.last, day("2026-01-01"));
        assert!(session.open_on(&instrument, day("2026-06-30")));
        let entries: Vec<&Entry> = session.entries.values().flatten().collect();
        assert!(entries.iter().all(|entry| entry.by == by && entry.mode == Mode::Paper), "{entries:?}");
        session.finish(&instrument, day("2026-06-30"));
        assert_eq!(session.stage, Stage::Finished(day("2026-01-01"), Completion::Whole));
    }
}
