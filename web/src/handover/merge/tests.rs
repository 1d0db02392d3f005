use super::*;
use crate::handover::sample::{self, TEN, TOKEN, given, says, session};
use crate::handover::shape::write_answered;
use crate::library::tests::{shipped, strengths_profile};
use assessment_core::answer::{Answer, Missing};
use assessment_core::session::{Side, Stamp};

/// A draft in which one question was answered together.
fn together() -> Session {
    let book = strengths_profile();
    let mut session = session();
    session.start.mode = Mode::Joint;
    let at = book.instrument.find_item("own_food").expect("such an item");
    let on = sample::day();
    let stamp = Stamp { by: By::Together, language: "en".to_owned(), wording: None, at: TEN, on };
    session.answer(&book.instrument, at, Answer::Coded(2), stamp).expect("an answer it takes");
    session
}

fn merged(session: &Session, items: &[&str], answered: &[u8]) -> Result<Session, Unmerged> {
    merge(&strengths_profile().instrument, session, &given(items), answered)
}

#[test]
fn every_answer_goes_in_after_what_was_there_in_the_order_it_was_given() {
    let mut handed = session();
    says(&mut handed, "drugs", Answer::Coded(1), TEN + 1);
    says(&mut handed, "own_food", Answer::Coded(0), TEN + 2);
    says(&mut handed, "drugs", Answer::Missing(Missing::PreferNotToSay), TEN + 3);
    let before = together();
    let after = merged(&before, &["own_food", "drugs"], &write_answered(&TOKEN, &handed)).expect("it fits");
    let list = |item: &str| after.entries[&item.into()].clone();
    let seen = |item| list(item).iter().map(|e| (e.revision, e.at, e.answer.clone())).collect::<Vec<_>>();
    assert_eq!(after.revision, 4);
    assert_eq!(
        seen("drugs"),
        [(2, TEN + 1, Answer::Coded(1)), (4, TEN + 3, Answer::Missing(Missing::PreferNotToSay))]
    );
    assert_eq!(seen("own_food"), [(1, TEN, Answer::Coded(2)), (3, TEN + 2, Answer::Coded(0))]);
    let how: Vec<(By, Mode)> = list("own_food").into_iter().map(|e| (e.by, e.mode)).collect();
    assert_eq!(how, [(By::Together, Mode::Joint), (By::Person, Mode::Alone)]);
    assert_eq!((after.start.clone(), after.stage), (before.start.clone(), before.stage));
}

#[test]
fn what_the_worker_sees_and_what_was_said_stays_beside_what_comes_in() {
    let instrument = &strengths_profile().instrument;
    let at = instrument.find_item("own_food").expect("such an item");
    let stamp =
        || Stamp { by: By::Together, language: "en".to_owned(), wording: None, at: TEN, on: sample::day() };
    let mut before = together();
    before.see_differently(instrument, at, Answer::Coded(1), stamp()).expect("one of its answers");
    before.say(instrument, at, Side::Person, "Mine 🙂".to_owned(), stamp()).expect("a draft takes words");
    let mut handed = session();
    says(&mut handed, "own_food", Answer::Coded(0), TEN + 2);
    let after = merged(&before, &["own_food"], &write_answered(&TOKEN, &handed)).expect("it fits");
    assert_eq!((&after.worker_view, &after.words), (&before.worker_view, &before.words));
    assert_eq!((after.answer_to(instrument, at), after.revision), (Answer::Coded(0), 4));
    assert_eq!(after.entries[&"own_food".into()].last().map(|entry| entry.revision), Some(4));
}

#[test]
fn nothing_answered_changes_nothing() {
    let before = together();
    assert_eq!(merged(&before, &["drugs"], &write_answered(&TOKEN, &session())), Ok(before));
}

#[test]
fn the_flag_and_the_language_of_an_answer_come_along() {
    let mut handed = session();
    let book = strengths_profile();
    let at = book.instrument.find_item("drink").expect("such an item");
    let mut entry = sample::entry(Answer::Coded(0), TEN);
    (entry.rather_talk, entry.language) = (true, "cy".to_owned());
    entry.wording = Some(assessment_core::wording::Provenance::EasyReadNotValidated);
    handed.take_in(&book.instrument, at, entry, sample::day()).expect("an answer it takes");
    let after = merged(&together(), &["drink"], &write_answered(&TOKEN, &handed)).expect("it fits");
    let entry = &after.entries[&"drink".into()][0];
    assert_eq!((entry.rather_talk, entry.language.as_str()), (true, "cy"));
}

#[test]
fn what_does_not_fit_is_left_out_whole() {
    let mut handed = session();
    says(&mut handed, "drugs", Answer::Coded(1), TEN);
    says(&mut handed, "drink", Answer::Coded(0), TEN + 1);
    let good = write_answered(&TOKEN, &handed);
    let text = |from: &str, to: &str| {
        let answers = String::from_utf8(good[16..].to_vec()).expect("a text");
        assert!(answers.contains(from), "{from} stands in {answers}");
        [&TOKEN[..], answers.replacen(from, to, 1).as_bytes()].concat()
    };
    let rows = [
        ("another token", [&[9; 16][..], &good[16..]].concat(), Unmerged::NotGivenOut),
        ("no token", good[..15].to_vec(), Unmerged::Unreadable),
        ("cut short", good[..good.len() - 1].to_vec(), Unmerged::Unreadable),
        ("nothing but the token", TOKEN.to_vec(), Unmerged::Unreadable),
        ("a question not given out", text("\"drink\"", "\"inject\""), Unmerged::NotGivenOut),
        ("a question there is not", text("\"drink\"", "\"secret\""), Unmerged::NotGivenOut),
        ("by the worker", text("\"person\"", "\"worker\""), Unmerged::NotGivenOut),
        ("asked together", text("\"self\"", "\"joint\""), Unmerged::NotGivenOut),
        ("a code there is not", text("\"code\":1", "\"code\":7"), Unmerged::NotGivenOut),
        (
            "a view of the worker's",
            text("\"last\"", "\"worker_view\":{\"drink\":[]},\"last\""),
            Unmerged::NotGivenOut,
        ),
        ("words beside", text("\"last\"", "\"words\":{\"drink\":[]},\"last\""), Unmerged::NotGivenOut),
        ("one revision twice", text("\"rev\":2", "\"rev\":1"), Unmerged::Unreadable),
        ("a revision left out", text("\"rev\":2", "\"rev\":3"), Unmerged::Unreadable),
    ];
    for (name, answered, expected) in rows {
        assert_eq!(merged(&together(), &["drink", "drugs"], &answered), Err(expected), "{name}");
    }
}

#[test]
fn answers_go_into_no_other_session_and_into_none_that_is_finished() {
    let mut handed = session();
    says(&mut handed, "drugs", Answer::Coded(1), TEN);
    let good = write_answered(&TOKEN, &handed);
    let mut other = together();
    other.start.id.0[0] ^= 1;
    assert_eq!(merged(&other, &["drugs"], &good), Err(Unmerged::NotGivenOut));
    let mut finished = together();
    finished.finish(&strengths_profile().instrument, sample::day());
    assert_eq!(merged(&finished, &["drugs"], &good), Err(Unmerged::Finished));
}

/// Counts of openings, by item.
fn counts(of: &[(&str, u32)]) -> Option<Table<assessment_core::instrument::ItemId, u32>> {
    Some(of.iter().map(|(item, times)| ((*item).into(), *times)).collect())
}

#[test]
fn openings_of_help_come_on_top_of_those_before_and_only_beside_what_was_given_out() {
    let rows = [
        (counts(&[]), counts(&[]), Ok(counts(&[]))),
        (counts(&[("drugs", 1)]), counts(&[]), Ok(counts(&[("drugs", 1)]))),
        (counts(&[]), counts(&[("drugs", 2)]), Ok(counts(&[("drugs", 2)]))),
        (
            counts(&[("drugs", 1), ("own_food", 4)]),
            counts(&[("drugs", 2)]),
            Ok(counts(&[("drugs", 3), ("own_food", 4)])),
        ),
        (counts(&[("drugs", u32::MAX)]), counts(&[("drugs", 2)]), Ok(counts(&[("drugs", u32::MAX)]))),
        // Nobody counted before: a part would read as the whole.
        (None, counts(&[("drugs", 2)]), Ok(None)),
        (counts(&[]), None, Ok(counts(&[]))),
        (counts(&[]), counts(&[("drink", 1)]), Err(Unmerged::NotGivenOut)),
    ];
    for (before, handed, expected) in rows {
        let shown = format!("{before:?} and {handed:?}");
        let before = Session { helped: before, ..together() };
        let handed = Session { helped: handed, ..session() };
        let after = merged(&before, &["drugs"], &write_answered(&TOKEN, &handed));
        assert_eq!(after.map(|session| session.helped), expected, "{shown}");
    }
}

#[test]
fn answers_of_another_instrument_go_into_its_own_session_and_into_no_other() {
    let book = shipped("top");
    let mut before = Session::begin(&book.instrument, session().start);
    before.start.mode = Mode::Alone;
    let at = book.instrument.find_item("top_12").expect("such an item");
    let mut handed = before.clone();
    let entry = Entry { rather_talk: true, ..sample::entry(Answer::Coded(20), TEN) };
    handed.take_in(&book.instrument, at, entry, sample::day()).expect("an answer it takes");
    let answered = write_answered(&TOKEN, &handed);
    let after = merge(&book.instrument, &before, &given(&["top_12"]), &answered).expect("it fits");
    assert_eq!(after.answer_to(&book.instrument, at), Answer::Coded(20));
    assert!(after.entries[&"top_12".into()][0].rather_talk, "the flag comes along");
    assert_eq!((after.instrument.as_str(), after.start.clone()), ("top", before.start.clone()));
    // Another instrument has no such question, and a number beyond its bounds is none of its answers.
    assert_eq!(merged(&session(), &["top_12"], &answered), Err(Unmerged::NotGivenOut));
    let text = String::from_utf8(answered[16..].to_vec()).expect("a text");
    let beyond = [&TOKEN[..], text.replace("20", "21").as_bytes()].concat();
    assert_ne!(beyond, answered);
    assert!(merge(&book.instrument, &before, &given(&["top_12"]), &beyond).is_err());
}
