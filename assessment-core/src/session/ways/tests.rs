use super::super::here::tests::{begun, give};
use super::*;
use crate::instrument::ItemId;
use crate::sample::{self, at, everything};
use crate::session::{By, Entry, Paper};
use chrono::NaiveDate;

/// One step of a sitting.
enum Step {
    /// It goes on in another way.
    On(Mode),
    /// An item is answered.
    Says(&'static str),
    /// An item is answered on the handed-over tablet.
    Alone(&'static str),
}

fn take(session: &mut Session, instrument: &Instrument, steps: &[Step]) {
    for step in steps {
        match step {
            Step::On(mode) => session.note_mode(mode.clone(), 0).expect("a draft"),
            Step::Says(id) => give(session, instrument, id, "1"),
            Step::Alone(id) => {
                let mut elsewhere = begun(instrument, Mode::Alone);
                give(&mut elsewhere, instrument, id, "1");
                let entry: Entry = elsewhere.entries[&ItemId::from(*id)][0].clone();
                let on = NaiveDate::default();
                session.take_in(instrument, at(instrument, id), entry, on).expect("an answer");
            }
        }
    }
}

#[test]
fn a_sitting_is_done_in_the_ways_its_answers_were_given_in_and_each_answer_keeps_its_own() {
    use Mode::{Joint, Phone, Video};
    use Step::{Alone, On, Says};
    let instrument = sample::parse(&everything());
    // What is done; the ways of the sitting; then of s1, of s2, and of both.
    type Row<'a> = (&'a [Step], &'a str, [&'a str; 3]);
    let rows: [Row<'_>; 9] = [
        (&[], "joint", ["joint", "joint", "joint"]),
        (&[On(Phone)], "phone", ["phone", "phone", "phone"]),
        // Put right before anything was answered.
        (&[On(Phone), Says("s1")], "phone", ["phone", "phone", "phone"]),
        (&[Says("s1"), On(Phone)], "joint", ["joint", "joint", "joint"]),
        (&[Says("s1"), On(Phone), Says("s2")], "joint phone", ["joint", "phone", "joint phone"]),
        // In the order they came for the sitting, in one order for comparing.
        (&[On(Video), Says("s1"), On(Joint), Says("s2")], "video joint", ["video", "joint", "joint video"]),
        (&[Says("s1"), Alone("s2")], "joint self", ["joint", "self", "joint self"]),
        (&[Alone("s1"), Says("s1")], "self joint", ["joint", "joint self", "joint"]),
        (&[Says("s1"), On(Phone), On(Joint), Says("s2")], "joint", ["joint", "joint", "joint"]),
    ];
    for (n, (steps, ways, [first, second, both])) in rows.into_iter().enumerate() {
        let mut session = begun(&instrument, Joint);
        take(&mut session, &instrument, steps);
        let said: Vec<&str> = session.modes().into_iter().map(Mode::word).collect();
        assert_eq!(said.join(" "), ways, "row {n}");
        let items = ["s1", "s2"].map(|id| at(&instrument, id));
        let of = |items: &[ItemAt]| session.mode_of(&instrument, items);
        assert_eq!([of(&items[..1]), of(&items[1..]), of(&items)], [first, second, both], "row {n}");
    }
}

#[test]
fn the_same_way_once_more_adds_nothing_and_neither_paper_nor_a_finished_session_takes_one() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument, Mode::Joint);
    for (mode, revision) in [(Mode::Joint, 0), (Mode::Phone, 1), (Mode::Phone, 1), (Mode::Joint, 2)] {
        assert_eq!(session.note_mode(mode.clone(), 0), Ok(()));
        assert_eq!((session.revision, session.mode()), (revision, &mode));
    }
    let paper = Paper { completed_by: By::Person, entered: NaiveDate::default() };
    let mut form = Session::begin_paper(&instrument, session.start.clone(), paper);
    assert_eq!(form.note_mode(Mode::Phone, 0), Ok(()));
    assert_eq!((form.mode(), form.revision), (&Mode::Paper, 0));
    session.finish(&instrument, NaiveDate::default());
    assert_eq!(session.note_mode(Mode::Phone, 0), Err(Refusal::Finished));
}
