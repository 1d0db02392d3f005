//! Who gives each answer, what the link worker sees differently, and words beside any question.

use super::scenario::{Scenario, day, kept};
use crate::record::Parts;
use crate::route::{Route, Then};
use crate::state::{Action, Effect};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::ItemId;
use assessment_core::session::{By, Session, SessionId, Side};

fn begun() -> (Scenario, SessionId) {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    (scenario, id)
}

fn sees(scenario: &mut Scenario, id: SessionId, item: &str, answer: Answer) -> Vec<Effect> {
    scenario.does(Action::SeeDifferently(id, item.to_owned(), answer))
}

fn says(scenario: &mut Scenario, id: SessionId, item: &str, side: Side, words: &str) -> Vec<Effect> {
    scenario.does(Action::Say(id, item.to_owned(), side, words.to_owned()))
}

/// By whom each entry to an item was given.
fn by(session: &Session, item: &str) -> Vec<By> {
    session.entries[&ItemId::from(item)].iter().map(|entry| entry.by).collect()
}

#[test]
fn an_answer_is_given_together_until_somebody_says_otherwise_and_then_by_whoever_was_said() {
    let (mut scenario, id) = begun();
    scenario.goes_to(id, "own_food", Then::Next);
    scenario.says(id, "own_food", 2);
    assert_eq!(kept(&scenario.does(Action::AnsweredBy(id, By::Worker))), [], "it is no answer");
    scenario.says(id, "own_food", 1);
    assert_eq!(kept(&scenario.says(id, "own_food", 1)), [], "the same once more is nothing new");
    scenario.does(Action::AnsweredBy(id, By::Person));
    assert_eq!(kept(&scenario.says(id, "own_food", 1)).len(), 1, "the same answer, given by somebody else");
    scenario.does(Action::AnsweredBy(id, By::Worker));
    scenario.says(id, "own_body", 1);
    scenario.does(Action::AnsweredBy(id, By::Person));
    scenario.says(id, "own_body", 0);
    // It stays while one goes through the boards, for what is passed over too.
    scenario.goes_on();
    scenario.says(id, "daily_money", 1);
    let session = &scenario.sitting(id).session;
    assert_eq!(by(session, "own_food"), [By::Together, By::Worker, By::Person]);
    assert_eq!(by(session, "own_body"), [By::Worker, By::Person]);
    assert_eq!((by(session, "own_sleep"), by(session, "daily_money")), (vec![By::Person], vec![By::Person]));
    // Behind the lock nobody knows any more who sat there.
    scenario.comes_back_to(Route::Check(id));
    assert_eq!(scenario.sitting(id).answering, By::Together);
    assert_eq!(by(&scenario.sitting(id).session, "own_food"), [By::Together, By::Worker, By::Person]);
}

#[test]
fn the_workers_view_is_kept_beside_the_answer_which_stays() {
    let (mut scenario, id) = begun();
    scenario.says(id, "own_food", 2);
    let cleared = Answer::Missing(Missing::Cleared);
    let rows = [
        // Nothing is taken back before there is something.
        (cleared.clone(), 1),
        (Answer::Coded(0), 2),
        (Answer::Coded(0), 2),
        (Answer::Coded(1), 3),
        (cleared.clone(), 4),
        (cleared, 4),
        (Answer::Coded(0), 5),
        // What the question does not take leaves no trace.
        (Answer::Coded(7), 5),
        (Answer::Text("less".to_owned()), 5),
    ];
    let mut before = 1;
    for (answer, revision) in rows {
        let effects = sees(&mut scenario, id, "own_food", answer.clone());
        let expected = (revision > before).then_some((id, revision, Parts::Answers));
        assert_eq!(kept(&effects), Vec::from_iter(expected), "{answer:?}");
        assert_eq!(scenario.sitting(id).saved, revision, "{answer:?}");
        before = revision;
    }
    assert_eq!(sees(&mut scenario, id, "matters", Answer::Text("other words".to_owned())), []);
    assert_eq!(sees(&mut scenario, id, "no such question", Answer::Coded(0)), []);
    assert_eq!(scenario.given(id, "own_food"), Answer::Coded(2));
    let history = scenario.sitting(id).session.worker_view[&ItemId::from("own_food")].clone();
    assert_eq!(history.len(), 4);
    assert!(history.iter().all(|entry| entry.by == By::Worker));
    scenario.comes_back_to(Route::Check(id));
    assert_eq!(scenario.sitting(id).session.worker_view[&ItemId::from("own_food")], history);
}

#[test]
fn words_beside_a_question_come_back_byte_for_byte_after_the_lock() {
    let (mut scenario, id) = begun();
    let long: String = "ŵ🙂x".chars().cycle().take(5000).collect();
    let rows = [
        ("own_food", Side::Person, "  Tŷ bach twt \n\u{202b}مرحبا\u{202c} שלום 👩‍👩‍👧‍👦  "),
        ("own_food", Side::Worker, "y\u{302} and ŷ, <b>side</b> by side"),
        ("own_body", Side::Person, &long),
        ("matters", Side::Worker, "to the words of somebody"),
        // Taken back again.
        ("own_body", Side::Worker, "too much"),
        ("own_body", Side::Worker, ""),
    ];
    for (n, (item, side, words)) in (1..).zip(rows) {
        scenario.does(Action::Typing(id));
        let effects = says(&mut scenario, id, item, side, words);
        assert_eq!(kept(&effects), [(id, n, Parts::Answers)], "{item} {side:?}");
        assert!(!scenario.sitting(id).typing);
        assert_eq!(says(&mut scenario, id, item, side, words), [], "said twice it is said once");
    }
    assert_eq!(says(&mut scenario, id, "own_sleep", Side::Person, ""), [], "a place left empty is no words");
    scenario.comes_back_to(Route::Check(id));
    let book = scenario.opened_vault().library.of(&scenario.sitting(id).session).expect("its book").clone();
    for (item, side, words) in [rows[0], rows[1], rows[2], rows[3], rows[5]] {
        let at = book.instrument.find_item(item).expect("such a question");
        assert_eq!(scenario.sitting(id).session.said(&book.instrument, at, side), words, "{item} {side:?}");
    }
}

#[test]
fn a_finished_assessment_takes_no_view_and_no_words() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.finishes_one(rhys);
    let before = scenario.sitting(id).session.clone();
    assert_eq!(sees(&mut scenario, id, "own_food", Answer::Coded(0)), []);
    assert_eq!(says(&mut scenario, id, "own_food", Side::Worker, "late"), []);
    assert_eq!(scenario.sitting(id).session, before);
}

#[test]
fn the_stored_scores_are_of_the_persons_view() {
    let (mut scenario, id) = begun();
    for item in ["own_food", "own_body", "own_ask", "own_sleep"] {
        scenario.says(id, item, 2);
        sees(&mut scenario, id, item, Answer::Coded(0));
    }
    scenario.does(Action::Finish(id));
    let scores = scenario.opened_vault().heads[&id].scores.clone().expect("a finished one has scores");
    let own = scores.values.iter().find(|(scale, _)| scale.as_str() == "looking_after_myself");
    assert_eq!(own.and_then(|(_, value)| *value).map(|value| value.to_string()).as_deref(), Some("8"));
}

#[test]
fn what_was_opened_is_remembered_for_the_page_and_kept_nowhere() {
    let (mut scenario, id) = begun();
    for _ in 0..2 {
        assert_eq!(scenario.does(Action::SayMore(id, "own_food".to_owned())), []);
    }
    assert_eq!(scenario.sitting(id).opened, ["own_food"]);
    assert_eq!(scenario.sitting(id).session.last, day("2026-01-05"));
    scenario.comes_back_to(Route::Check(id));
    assert!(scenario.sitting(id).opened.is_empty());
}
