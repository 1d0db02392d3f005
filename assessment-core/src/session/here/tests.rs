use super::*;
use crate::answer::Missing;
use crate::instrument::{ItemId, Setting};
use crate::presence::Company::{Family, Practitioner as Officer, Worker};
use crate::sample::{self, answer, at, everything};
use crate::schedule::Wave;
use crate::session::{By, Paper, PersonId, SessionId, Stamp, Start};
use chrono::NaiveDate;

pub(in crate::session) fn begun(instrument: &Instrument, mode: Mode) -> Session {
    let (id, person) = (SessionId([1; 16]), PersonId([2; 16]));
    let on = NaiveDate::default();
    let wording = "en/ours/1.0.0".to_owned();
    let start = Start { id, person, wave: Wave::Baseline, mode, setting: Setting::Community, wording, on };
    Session::begin(instrument, start)
}

pub(in crate::session) fn give(session: &mut Session, instrument: &Instrument, id: &str, cell: &str) {
    let (at, answer) = answer(instrument, id, cell);
    let stamp =
        Stamp { by: By::Person, language: "en".to_owned(), wording: None, at: 0, on: NaiveDate::default() };
    session.answer(instrument, at, answer, stamp).expect("an answer of a draft");
}

/// One step of a sitting.
enum Step {
    /// Somebody says who is there, in a section.
    Here(&'static str, &'static [Company]),
    /// A section is put off.
    Held(&'static str),
    /// An answer.
    Says(&'static str, &'static str),
}

fn take(session: &mut Session, instrument: &Instrument, steps: &[Step]) {
    for step in steps {
        match step {
            Step::Here(section, company) => {
                let present = Present::new(company, "");
                session.note_present(&SectionId::from(*section), present, Turn::Now, 0).expect("a draft");
            }
            Step::Held(section) => {
                let here = session.here().cloned().unwrap_or_default();
                session.note_present(&SectionId::from(*section), here, Turn::Held, 0).expect("a draft");
            }
            Step::Says(id, cell) => give(session, instrument, id, cell),
        }
    }
}

#[test]
fn whoever_is_there_is_there_for_the_next_section_and_each_answer_knows_its_own_company() {
    use Step::{Here, Says};
    let instrument = sample::parse(&everything());
    // What is done; then the company of s1 (strengths) and of life (life).
    type Row<'a> = (&'a [Step], [Option<&'a str>; 2]);
    let rows: [Row<'_>; 7] = [
        (&[Says("s1", "1"), Says("life", "3")], [None, None]),
        (&[Here("words", &[Worker]), Says("s1", "1"), Says("life", "3")], [Some("worker"), Some("worker")]),
        (
            &[Here("words", &[Worker]), Says("s1", "1"), Here("life", &[Worker, Officer]), Says("life", "3")],
            [Some("worker"), Some("worker practitioner")],
        ),
        // A tick taken back before anything was answered leaves nothing.
        (&[Here("strengths", &[Officer]), Here("strengths", &[]), Says("s1", "1")], [Some("nobody"), None]),
        // They come in elsewhere and have gone when one goes back.
        (
            &[
                Here("strengths", &[Worker]),
                Here("life", &[Worker, Family]),
                Here("strengths", &[Worker]),
                Says("life", "3"),
            ],
            [None, Some("worker")],
        ),
        // Somebody who comes in afterwards was not there for the answers before.
        (
            &[Here("strengths", &[Worker]), Says("s1", "1"), Here("strengths", &[Family])],
            [Some("worker"), None],
        ),
        // Gone back to, with others there by now.
        (
            &[Here("strengths", &[Worker]), Says("s1", "1"), Here("life", &[Family]), Says("s1", "2")],
            [Some("family"), None],
        ),
    ];
    for (steps, expected) in rows {
        let mut session = begun(&instrument, Mode::Joint);
        take(&mut session, &instrument, steps);
        let of = |id: &str| session.present_for(&instrument, at(&instrument, id)).map(Present::cell);
        assert_eq!([of("s1"), of("life")], expected.map(|cell| cell.map(str::to_owned)));
    }
}

#[test]
fn the_same_company_once_more_adds_nothing_and_a_finished_session_takes_none() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument, Mode::Video);
    let words = SectionId::from("words");
    let present = || Present::new(&[Worker], "");
    for (turn, revision) in [(Turn::Now, 1), (Turn::Now, 1), (Turn::Held, 2), (Turn::Now, 3)] {
        assert_eq!(session.note_present(&words, present(), turn, 0), Ok(()));
        assert_eq!(session.revision, revision, "{turn:?}");
    }
    let last = session.last;
    session.finish(&instrument, NaiveDate::default());
    assert_eq!(session.note_present(&words, Present::default(), Turn::Now, 0), Err(Refusal::Finished));
    assert_eq!((session.here(), session.last), (Some(&present()), last));
}

#[test]
fn nobody_saw_who_was_there_for_a_handed_over_tablet_or_a_paper_form() {
    let instrument = sample::parse(&everything());
    for (mode, known) in [
        (Mode::Joint, true),
        (Mode::Phone, true),
        (Mode::Video, true),
        (Mode::Alone, false),
        (Mode::Paper, false),
        (Mode::Other("by post".to_owned()), false),
    ] {
        let mut session = begun(&instrument, mode.clone());
        take(&mut session, &instrument, &[Step::Here("strengths", &[Worker]), Step::Says("s1", "1")]);
        assert_eq!(session.present_for(&instrument, at(&instrument, "s1")).is_some(), known, "{mode:?}");
    }
}

#[test]
fn a_practitioner_is_known_to_be_away_only_when_that_is_known_of_every_answer() {
    use Step::{Here, Says};
    let instrument = sample::parse(&everything());
    let items = ["s1", "s2", "life"].map(|id| at(&instrument, id));
    let rows: [(&[Step], Practitioner); 6] = [
        (&[Here("words", &[Officer])], Practitioner::NotKnown),
        (&[Here("words", &[Officer]), Says("s1", "skipped")], Practitioner::NotKnown),
        (&[Here("words", &[Worker]), Says("s1", "1"), Says("life", "3")], Practitioner::Away),
        (&[Here("words", &[Officer]), Says("s1", "1")], Practitioner::Present),
        (&[Says("s1", "1"), Here("life", &[Worker]), Says("life", "3")], Practitioner::NotKnown),
        (&[Says("s1", "1"), Here("life", &[Officer]), Says("life", "3")], Practitioner::Present),
    ];
    for (n, (steps, expected)) in rows.into_iter().enumerate() {
        let mut session = begun(&instrument, Mode::Joint);
        take(&mut session, &instrument, steps);
        assert_eq!(session.practitioner(&instrument, &items), expected, "row {n}");
    }
}

#[test]
fn a_section_is_held_until_somebody_comes_to_it_and_its_answers_stay_not_reached() {
    use Step::{Held, Here, Says};
    let instrument = sample::parse(&everything());
    let strengths = instrument.section_of(at(&instrument, "s1")).id.clone();
    let n = instrument.sections().iter().position(|section| section.id == strengths).expect("it is one");
    let rows: [(&[Step], bool); 5] = [
        (&[], false),
        (&[Here("strengths", &[Family])], false),
        (&[Here("words", &[Family]), Held("strengths")], true),
        (&[Held("strengths"), Here("strengths", &[Worker])], false),
        (&[Held("strengths"), Says("s1", "skipped")], false),
    ];
    for (row, (steps, expected)) in rows.into_iter().enumerate() {
        let mut session = begun(&instrument, Mode::Joint);
        take(&mut session, &instrument, steps);
        let responses = session.responses(&instrument);
        assert_eq!(session.is_held(&instrument, &responses, n), expected, "row {row}");
        if expected {
            assert_eq!(session.answer_to(&instrument, at(&instrument, "s1")), Answer::NOT_REACHED);
        }
    }
}

#[test]
fn minutes_are_whole_and_known_only_when_all_of_the_sitting_was_counted() {
    let instrument = sample::parse(&everything());
    let rows = [
        (None, None),
        (Some(0), Some(0)),
        (Some(29_999), Some(0)),
        (Some(30_000), Some(1)),
        (Some(89_999), Some(1)),
        (Some(2_700_000), Some(45)),
    ];
    for (took, expected) in rows {
        let mut session = begun(&instrument, Mode::Phone);
        session.took = took;
        give(&mut session, &instrument, "s1", "1");
        assert_eq!(session.minutes(), expected, "{took:?}");
        let mut handed = session.clone();
        let entry = handed.entries[&ItemId::from("s1")][0].clone();
        let entry = Entry { mode: Mode::Alone, answer: Answer::Missing(Missing::Skipped), ..entry };
        handed.take_in(&instrument, at(&instrument, "s2"), entry, NaiveDate::default()).expect("an answer");
        assert_eq!(handed.minutes(), None, "part of it was given alone");
        let mut called = session.clone();
        called.note_mode(Mode::Joint, 0).expect("a draft");
        give(&mut called, &instrument, "s2", "1");
        assert_eq!(called.minutes(), expected, "both parts were counted");
        session.paper = Some(Paper { completed_by: By::Person, entered: NaiveDate::default() });
        assert_eq!(session.minutes(), None, "of paper nobody knows");
    }
}
