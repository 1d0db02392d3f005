//! People, permission, things to do, and what leaves.

use super::scenario::{Scenario, day};
use crate::person::{Permission, Who};
use crate::route::Route;
use crate::state::{Action, Effect, FormTrouble, Leaving, Made, Permitted, Release};
use assessment_core::export::File;
use assessment_core::instrument::Setting;
use assessment_core::session::{PersonId, SessionId};

fn research(scenario: &Scenario, person: PersonId) -> Permission {
    scenario.opened_vault().people[&person].research
}

#[test]
fn a_person_needs_a_name_of_some_kind() {
    let rows = [
        ("", None),
        ("   ", None),
        ("\n\t\u{a0}", None),
        ("R", Some("R")),
        ("  Rhys ap Gruffydd ", Some("Rhys ap Gruffydd")),
        ("Ref 4471", Some("Ref 4471")),
        ("🌱", Some("🌱")),
    ];
    for (typed, name) in rows {
        let mut scenario = Scenario::open();
        scenario.does(Action::Go(Route::AddPerson));
        let effects = scenario.does(Action::AddPerson(typed.to_owned()));
        let people: Vec<&str> =
            scenario.opened_vault().people.values().map(|person| person.name.as_str()).collect();
        assert_eq!(people, Vec::from_iter(name), "{typed:?}");
        assert_eq!(scenario.store.people.len(), people.len(), "{typed:?}");
        if name.is_none() {
            assert_eq!(scenario.form(), Some(FormTrouble::NoName));
            assert_eq!((effects.len(), &scenario.state.route), (0, &Route::AddPerson));
        }
    }
}

#[test]
fn a_form_that_needs_mending_is_forgotten_on_the_next_page() {
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::AddPerson));
    scenario.does(Action::AddPerson(String::new()));
    for leave in [Action::Go(Route::Home), Action::Went(Route::Home), Action::AddPerson("Bea".to_owned())] {
        let mut scenario = scenario.clone();
        assert_eq!(scenario.form(), Some(FormTrouble::NoName));
        scenario.does(leave.clone());
        assert_eq!(scenario.form(), None, "{leave:?}");
    }
}

#[test]
fn a_person_who_was_added_is_there_after_locking() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let bea = scenario.adds("Bea");
    assert_ne!(rhys, bea);
    let before = scenario.opened_vault().people.clone();
    assert_eq!(research(&scenario, rhys), Permission::NotAsked);
    scenario.comes_back_to(Route::Person(bea));
    assert_eq!(scenario.opened_vault().people, before);
    assert_eq!(scenario.state.route, Route::Person(bea));
}

#[test]
fn not_asked_is_not_yes_and_yes_can_be_taken_back() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let today = day("2026-01-05");
    let rows = [
        (None, Permission::NotAsked, false),
        (Some(Permitted::No), Permission::Refused(today), false),
        (Some(Permitted::Yes), Permission::Given(today), true),
        (Some(Permitted::No), Permission::Refused(today), false),
        (Some(Permitted::Yes), Permission::Given(today), true),
    ];
    for (said, permission, permitted) in rows {
        if let Some(said) = said {
            scenario.does(Action::Permit(rhys, said));
        }
        assert_eq!(research(&scenario, rhys), permission);
        assert_eq!(scenario.opened_vault().permitted(rhys), permitted, "{permission:?}");
        scenario.comes_back_to(Route::Person(rhys));
        assert_eq!(research(&scenario, rhys), permission, "after locking");
    }
    assert!(!scenario.opened_vault().permitted(PersonId([0; 16])), "nobody's permission is not yes");
}

#[test]
fn something_to_do_needs_words_and_can_be_ticked_and_unticked() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let note = |what: &str| Action::NoteAction {
        person: rhys,
        what: what.to_owned(),
        who: Who::Worker,
        then: Route::Person(rhys),
    };
    for empty in ["", "  \n"] {
        assert_eq!(scenario.does(note(empty)), []);
        assert_eq!(scenario.form(), Some(FormTrouble::NoAction));
    }
    scenario.does(note(" Ring the pharmacy "));
    let actions = |scenario: &Scenario| scenario.opened_vault().people[&rhys].actions.clone();
    let noted = actions(&scenario);
    assert_eq!((noted.len(), noted[0].what.as_str(), noted[0].who), (1, "Ring the pharmacy", Who::Worker));
    assert_eq!((noted[0].noted, noted[0].done), (day("2026-01-05"), None));
    scenario.days_pass(2);
    for done in [Some(day("2026-01-07")), None, Some(day("2026-01-07"))] {
        scenario.does(Action::ToggleAction(rhys, 0));
        assert_eq!(actions(&scenario)[0].done, done);
    }
    // One that is not there is nobody's.
    let before = actions(&scenario);
    scenario.does(Action::ToggleAction(rhys, 7));
    scenario.does(Action::ToggleAction(PersonId([0; 16]), 0));
    assert_eq!(actions(&scenario), before);
    scenario.comes_back_to(Route::Home);
    assert_eq!(actions(&scenario), before, "after locking");
}

#[test]
fn something_noted_leads_where_it_was_said() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    let then = Route::Question { session: id, item: "own_food".to_owned(), then: crate::route::Then::Next };
    let what = "A safe place tonight".to_owned();
    scenario.does(Action::NoteAction { person: rhys, what, who: Who::Together, then: then.clone() });
    assert_eq!(scenario.state.route, then);
}

/// What leaves, as sessions with days.
fn leaving(scenario: &mut Scenario) -> Vec<(SessionId, i64)> {
    scenario.does(Action::Go(Route::TakeOut));
    let effects = scenario.does(Action::MakeRelease);
    let [Effect::MakeRelease(leaving)] = effects.as_slice() else { panic!("{effects:?}") };
    leaving.iter().map(|Leaving { head, days, .. }| (head.start.id, *days)).collect()
}

#[test]
fn only_whole_assessments_of_people_who_said_yes_leave_with_their_days_since_the_baseline() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let bea = scenario.adds("Bea");
    let tomos = scenario.adds("Tomos");
    assert_eq!(leaving(&mut scenario), [], "nobody said anything yet");
    for person in [rhys, bea] {
        scenario.does(Action::Permit(person, Permitted::Yes));
    }
    scenario.does(Action::Permit(tomos, Permitted::No));
    assert_eq!(leaving(&mut scenario), [], "nothing is finished");
    let first = scenario.finishes_one(rhys);
    scenario.does(Action::AskAboutYou(first));
    let draft = scenario.begins(bea);
    scenario.finishes_one(tomos);
    assert_eq!(leaving(&mut scenario), [(first, 0)], "no draft, no refusal, nothing about the person");
    scenario.days_pass(20);
    scenario.does(Action::Go(Route::Person(bea)));
    scenario.does(Action::Finish(draft));
    // Nothing was answered after the first day, so it is whole; its own baseline is the day it was finished.
    let mut both = leaving(&mut scenario);
    both.sort();
    let mut expected = [(first, 0), (draft, 0)];
    expected.sort();
    assert_eq!(both, expected);
    scenario.days_pass(70);
    let second = scenario.finishes_one(rhys);
    assert!(leaving(&mut scenario).contains(&(second, 90)));
    // Taken back: nothing of theirs leaves any more.
    scenario.does(Action::Permit(rhys, Permitted::No));
    assert_eq!(leaving(&mut scenario), [(draft, 0)]);
}

#[test]
fn an_assessment_that_took_too_long_does_not_leave() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    scenario.does(Action::Permit(rhys, Permitted::Yes));
    scenario.does(Action::begin(rhys, Some(Setting::Custody)));
    let id = scenario.state.route.session().expect("a question");
    scenario.says(id, "own_food", 1);
    scenario.days_pass(15);
    scenario.says(id, "own_food", 2);
    scenario.does(Action::Finish(id));
    assert_eq!(leaving(&mut scenario), []);
}

fn file(name: &str) -> File {
    File { name: name.to_owned(), text: String::new() }
}

#[test]
fn files_are_made_once_asked_for_handed_over_one_by_one_and_forgotten_on_leaving() {
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::TakeOut));
    let made =
        Made { files: vec![file("answers.csv"), file("codebook.csv")], left_out: 1, others: Vec::new() };
    let release = |scenario: &Scenario| scenario.opened_vault().release.clone();
    assert_eq!(release(&scenario), Release::None);
    assert_eq!(scenario.does(Action::TakeFile(0)), [], "there is none yet");
    scenario.does(Action::MakeRelease);
    assert_eq!(release(&scenario), Release::Making);
    scenario.does(Action::ReleaseMade(Some(made.clone())));
    assert_eq!(release(&scenario), Release::Ready(made.clone()));
    for (n, name) in [(0, Some("answers.csv")), (1, Some("codebook.csv")), (2, None), (usize::MAX, None)] {
        let expected = name.map(|name| Effect::Download(file(name)));
        assert_eq!(scenario.does(Action::TakeFile(n)), Vec::from_iter(expected));
    }
    scenario.does(Action::Go(Route::Home));
    assert_eq!(release(&scenario), Release::None);
    scenario.does(Action::Go(Route::TakeOut));
    scenario.does(Action::MakeRelease);
    scenario.does(Action::ReleaseMade(None));
    assert_eq!(release(&scenario), Release::Failed);
}
