//! What once went wrong, and must not again.

use super::scenario::{Scenario, kept, read};
use crate::route::{Route, Then};
use crate::state::{Action, KeepTrouble, Made, NotKept, Permitted, Release};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::Setting;
use assessment_core::session::PersonId;

#[test]
fn sharing_is_asked_when_injecting_is_said() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.goes_to(id, "drink", Then::Next);
    scenario.says(id, "drugs", 1);
    scenario.goes_on();
    scenario.says(id, "inject", 1);
    scenario.goes_on();
    assert_eq!(scenario.on(), Some("inject_share"));
}

#[test]
fn a_change_asks_a_new_question_behind_an_answered_one() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.says(id, "drugs", 1);
    scenario.walks_through();
    scenario.goes_to(id, "drink", Then::Check);
    scenario.says(id, "drink", 1);
    scenario.goes_on();
    assert_eq!(scenario.on(), Some("drink_in_the_way"));
}

#[test]
fn what_is_known_not_to_be_kept_is_not_forgotten_for_an_older_success() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.says(id, "own_food", 2);
    scenario.sends(Action::Answer(id, "own_food".to_owned(), Answer::Coded(1)));
    scenario.waiting.clear();
    let not_kept = NotKept::Session(id, KeepTrouble::Failed);
    scenario.does(Action::NotKept(not_kept));
    scenario.does(Action::SessionKept(id, 1));
    assert_eq!(scenario.opened_vault().not_kept, [not_kept]);
}

#[test]
fn the_page_before_an_assessment_reads_the_draft_it_may_go_on_with() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    let effects = scenario.comes_back_to(Route::begin(rhys));
    assert_eq!(read(&effects), [id]);
    scenario.does(Action::begin(rhys, Some(Setting::Community)));
    assert_eq!(scenario.state.route.session(), Some(id));
}

#[test]
fn files_nobody_waits_for_any_more_are_thrown_away() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    scenario.does(Action::Go(Route::TakeOut));
    scenario.does(Action::MakeRelease);
    scenario.does(Action::Go(Route::Person(rhys)));
    scenario.does(Action::Permit(rhys, Permitted::No));
    scenario.does(Action::ReleaseMade(Some(Made { files: Vec::new(), left_out: 0, others: Vec::new() })));
    scenario.does(Action::Go(Route::TakeOut));
    assert_eq!(scenario.opened_vault().release, Release::None);
}

#[test]
fn no_assessment_begins_for_a_person_nobody_knows() {
    let mut scenario = Scenario::open();
    let effects = scenario.does(Action::begin(PersonId([0; 16]), Some(Setting::Community)));
    assert_eq!(kept(&effects), []);
}

#[test]
fn a_tick_on_an_action_that_is_not_there_keeps_nothing() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    assert_eq!(scenario.does(Action::ToggleAction(rhys, 7)), []);
}

#[test]
fn a_shut_draft_does_not_keep_a_person_from_ever_beginning_again() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.store.answers.insert(id, (9, b"junk".to_vec()));
    scenario.comes_back_to(Route::Person(rhys));
    scenario.does(Action::begin(rhys, Some(Setting::Community)));
    assert!(scenario.state.route.session().is_some_and(|new| new != id));
    let _ = Missing::Skipped;
}
