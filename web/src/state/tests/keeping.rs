//! What is safely kept, what is not, and trying again.

use super::scenario::{Scenario, kept};
use crate::record::Parts;
use crate::route::{Route, Then};
use crate::state::{Action, Effect, KeepTrouble, NotKept, Permitted};
use assessment_core::answer::Answer;

#[test]
fn an_answer_counts_as_kept_only_once_the_store_says_so() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    let answer = |code| Action::Answer(id, "own_food".to_owned(), Answer::Coded(code));
    scenario.sends(answer(2));
    scenario.sends(answer(1));
    let stands = |scenario: &Scenario| (scenario.sitting(id).session.revision, scenario.sitting(id).saved);
    assert_eq!(stands(&scenario), (2, 0));
    for expected in [(2, 1), (2, 2)] {
        let oldest = scenario.waiting.pop_front().expect("two answers wait");
        scenario.answers(oldest);
        assert_eq!(stands(&scenario), expected);
    }
}

#[test]
fn what_is_known_to_be_kept_only_rises() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    for code in [2, 1, 0] {
        scenario.says(id, "own_food", code);
    }
    for late in [2, 0, 1, 3] {
        scenario.does(Action::SessionKept(id, late));
        assert_eq!(scenario.sitting(id).saved, 3);
    }
}

#[test]
fn an_answer_that_was_not_kept_stays_and_the_same_session_is_tried_again() {
    for trouble in [KeepTrouble::Failed, KeepTrouble::Stale] {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        let id = scenario.begins(rhys);
        scenario.says(id, "own_food", 2);
        scenario.refuses = Some(trouble);
        scenario.says(id, "own_food", 1);
        let not_kept = [NotKept::Session(id, trouble)];
        assert_eq!(scenario.opened_vault().not_kept, not_kept);
        assert_eq!(scenario.given(id, "own_food"), Answer::Coded(1));
        assert_eq!((scenario.sitting(id).session.revision, scenario.sitting(id).saved), (2, 1));
        // Another page does not make one forget it.
        scenario.does(Action::Go(Route::Person(rhys)));
        assert_eq!(scenario.opened_vault().not_kept, not_kept);
        let effects = scenario.does(Action::KeepAgain);
        assert_eq!(kept(&effects), [(id, 2, Parts::HeadAndAnswers)]);
        assert_eq!(scenario.opened_vault().not_kept, not_kept, "still refused");
        scenario.refuses = None;
        let effects = scenario.does(Action::KeepAgain);
        assert_eq!(kept(&effects), [(id, 2, Parts::HeadAndAnswers)]);
        assert_eq!((scenario.opened_vault().not_kept.len(), scenario.sitting(id).saved), (0, 2));
        assert_eq!(scenario.does(Action::KeepAgain), [], "nothing is left to keep");
        scenario.comes_back_to(Route::Person(rhys));
        assert_eq!(scenario.given(id, "own_food"), Answer::Coded(1), "after locking");
    }
}

#[test]
fn the_next_answer_keeps_what_the_last_one_could_not() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.refuses = Some(KeepTrouble::Failed);
    scenario.says(id, "own_food", 2);
    scenario.refuses = None;
    scenario.says(id, "own_body", 1);
    assert_eq!((scenario.opened_vault().not_kept.len(), scenario.sitting(id).saved), (0, 2));
    scenario.comes_back_to(Route::Person(rhys));
    assert_eq!(scenario.given(id, "own_food"), Answer::Coded(2));
}

#[test]
fn an_assessment_whose_end_was_not_kept_is_tried_again_whole() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.says(id, "own_food", 2);
    scenario.refuses = Some(KeepTrouble::Failed);
    scenario.does(Action::Finish(id));
    scenario.refuses = None;
    scenario.does(Action::KeepAgain);
    let finished = scenario.sitting(id).session.clone();
    scenario.comes_back_to(Route::Profile(id));
    assert_eq!(scenario.sitting(id).session, finished);
}

#[test]
fn a_person_who_was_not_kept_is_tried_again_as_they_are_now() {
    let mut scenario = Scenario::open();
    scenario.refuses = Some(KeepTrouble::Failed);
    let rhys = scenario.adds("Rhys");
    assert_eq!(scenario.opened_vault().not_kept, [NotKept::Person(rhys, KeepTrouble::Failed)]);
    scenario.does(Action::Permit(rhys, Permitted::Yes));
    scenario.refuses = None;
    let effects = scenario.does(Action::KeepAgain);
    let person = scenario.opened_vault().people[&rhys].clone();
    assert_eq!(effects, [Effect::KeepPerson(person.clone())]);
    assert_eq!(scenario.opened_vault().not_kept, []);
    scenario.comes_back_to(Route::Person(rhys));
    assert_eq!(scenario.opened_vault().people[&rhys], person);
}

#[test]
fn what_another_keeps_does_not_settle_what_this_one_could_not() {
    let mut scenario = Scenario::open();
    let (rhys, bea) = (scenario.adds("Rhys"), scenario.adds("Bea"));
    let (first, second) = (scenario.begins(rhys), scenario.begins(bea));
    scenario.refuses = Some(KeepTrouble::Failed);
    scenario.says(first, "own_food", 2);
    scenario.refuses = None;
    let not_kept = [NotKept::Session(first, KeepTrouble::Failed)];
    for other in [
        Action::Answer(second, "own_food".to_owned(), Answer::Coded(1)),
        Action::Permit(rhys, Permitted::Yes),
        Action::SessionKept(second, 1),
        Action::PersonKept(bea, 1),
    ] {
        scenario.does(other.clone());
        assert_eq!(scenario.opened_vault().not_kept, not_kept, "{other:?}");
    }
}

#[test]
fn everything_that_was_not_kept_is_tried_again_oldest_first_and_each_thing_once() {
    let mut scenario = Scenario::open();
    let (rhys, bea) = (scenario.adds("Rhys"), scenario.adds("Bea"));
    let first = scenario.begins(rhys);
    scenario.refuses = Some(KeepTrouble::Failed);
    scenario.says(first, "own_food", 2);
    scenario.does(Action::Permit(bea, Permitted::Yes));
    let second = scenario.begins(bea);
    // The same session again: it moves to the end, with what went wrong last.
    scenario.refuses = Some(KeepTrouble::Stale);
    scenario.says(first, "own_food", 1);
    let not_kept = [
        NotKept::Person(bea, KeepTrouble::Failed),
        NotKept::Session(second, KeepTrouble::Failed),
        NotKept::Session(first, KeepTrouble::Stale),
    ];
    assert_eq!(scenario.opened_vault().not_kept, not_kept);
    scenario.refuses = None;
    let effects = scenario.does(Action::KeepAgain);
    assert!(matches!(effects[0], Effect::KeepPerson(_)));
    assert_eq!(kept(&effects), [(second, 0, Parts::HeadAndAnswers), (first, 2, Parts::HeadAndAnswers)]);
    assert_eq!(scenario.opened_vault().not_kept, []);
    let before = scenario.opened_vault().people.clone();
    scenario.comes_back_to(Route::Check(first));
    assert!(scenario.opened_vault().people == before && scenario.opened_vault().heads.contains_key(&second));
    assert_eq!(scenario.given(first, "own_food"), Answer::Coded(1));
}

#[test]
fn a_beginning_that_was_not_kept_is_kept_with_the_first_answer() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    scenario.refuses = Some(KeepTrouble::Failed);
    let id = scenario.begins(rhys);
    assert_eq!(scenario.opened_vault().not_kept, [NotKept::Session(id, KeepTrouble::Failed)]);
    scenario.refuses = None;
    scenario.says(id, "own_food", 2);
    assert_eq!(scenario.opened_vault().not_kept, []);
    scenario.comes_back_to(Route::Person(rhys));
    assert_eq!(scenario.given(id, "own_food"), Answer::Coded(2));
}

#[test]
fn words_being_typed_are_not_kept_until_they_are_handed_on() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    assert!(!scenario.sitting(id).typing);
    assert_eq!(scenario.does(Action::Typing(id)), []);
    assert!(scenario.sitting(id).typing);
    scenario.does(Action::Answer(id, "matters".to_owned(), Answer::Text("My boys".to_owned())));
    assert!(!scenario.sitting(id).typing);
    // Typed and changed back to what it was: nothing new, and nothing waits.
    scenario.does(Action::Typing(id));
    scenario.does(Action::Answer(id, "matters".to_owned(), Answer::Text("My boys".to_owned())));
    assert_eq!((scenario.sitting(id).typing, scenario.sitting(id).session.revision), (false, 1));
}

#[test]
fn a_record_that_another_tab_wrote_is_never_written_over() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    let mut other = scenario.clone();
    for code in [0, 1, 2] {
        other.says(id, "own_food", code);
    }
    scenario.store = other.store.clone();
    scenario.says(id, "own_body", 1);
    assert_eq!(scenario.opened_vault().not_kept, [NotKept::Session(id, KeepTrouble::Stale)]);
    assert_eq!(scenario.store.answers, other.store.answers);
    assert_eq!(scenario.given(id, "own_body"), Answer::Coded(1), "still on the screen");
}

#[test]
fn going_on_keeps_everything_passed_over_in_one_go() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.goes_to(id, "own_food", Then::Next);
    let effects = scenario.does(Action::Continue(id, "own_food".to_owned()));
    assert_eq!(kept(&effects), [(id, 4, Parts::Answers)]);
}
