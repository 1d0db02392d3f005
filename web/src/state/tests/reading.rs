//! What a page needs is read when it is shown; what will not open is shown and left alone.

use super::scenario::{Scenario, kept, read};
use crate::route::{Route, Then};
use crate::state::{Action, Reading};
use assessment_core::answer::Answer;
use assessment_core::session::{PersonId, SessionId};
use std::collections::BTreeSet;

/// Rhys with two finished assessments, a draft and answers about himself; Bea with one of her own.
fn everything() -> (Scenario, PersonId, [SessionId; 4]) {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let first = scenario.begins(rhys);
    scenario.does(Action::AskAboutYou(first));
    let about = scenario.opened_vault().about_you(rhys).expect("just asked");
    scenario.does(Action::Finish(first));
    scenario.days_pass(90);
    let second = scenario.finishes_one(rhys);
    scenario.days_pass(90);
    let draft = scenario.begins(rhys);
    let bea = scenario.adds("Bea");
    scenario.finishes_one(bea);
    (scenario, rhys, [first, second, draft, about])
}

#[test]
fn a_page_reads_what_it_cannot_do_without_and_nothing_else() {
    let (scenario, rhys, [first, second, draft, about]) = everything();
    let question = |session, then| Route::Question { session, item: "own_food".to_owned(), then };
    let all = vec![first, second, draft, about];
    let rows = [
        (Route::Home, vec![]),
        (Route::NewVault, vec![]),
        (Route::AddPerson, vec![]),
        (Route::TakeOut, vec![]),
        (Route::Security, vec![]),
        (Route::Lost, vec![]),
        (Route::Person(rhys), vec![draft, about]),
        (question(draft, Then::Next), all.clone()),
        (question(draft, Then::Check), all.clone()),
        (Route::SortFirst(draft), vec![draft, about]),
        (Route::Check(draft), vec![draft, about]),
        (Route::AboutYou(draft), vec![draft, about]),
        (Route::Profile(first), vec![first, about]),
        (Route::Change(second), all),
        // Ids that lead nowhere.
        (Route::Person(PersonId([0xff; 16])), vec![]),
        (Route::Profile(SessionId([0xff; 16])), vec![]),
    ];
    for (route, expected) in rows {
        let expected = BTreeSet::from_iter(expected);
        let mut fresh = scenario.clone();
        let effects = fresh.comes_back_to(route.clone());
        let found = read(&effects);
        assert_eq!(BTreeSet::from_iter(found.clone()), expected, "{route:?}");
        assert_eq!(found.len(), expected.len(), "{route:?} reads something twice");
        // What is at hand is not read again.
        assert_eq!(read(&fresh.does(Action::Go(route.clone()))), [], "{route:?}");
        let mut moved = scenario.clone();
        moved.comes_back_to(Route::Home);
        for arrive in
            [Action::Go(route.clone()), Action::GoInstead(route.clone()), Action::Went(route.clone())]
        {
            let effects = moved.clone().sends(arrive);
            assert_eq!(BTreeSet::from_iter(read(&effects)), expected, "{route:?}");
        }
    }
}

#[test]
fn an_older_copy_never_replaces_what_is_on_the_screen() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.says(id, "own_food", 2);
    let older = scenario.sitting(id).session.clone();
    scenario.says(id, "own_food", 1);
    scenario.says(id, "own_body", 0);
    let before = scenario.sitting(id).clone();
    for copy in [older, before.session.clone()] {
        scenario.does(Action::SessionRead(id, Reading::Opened(Box::new(copy))));
        assert_eq!(*scenario.sitting(id), before);
    }
}

#[test]
fn a_session_that_was_read_counts_as_kept_up_to_its_last_answer() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.says(id, "own_food", 2);
    scenario.says(id, "own_food", 1);
    let session = scenario.sitting(id).session.clone();
    scenario.comes_back_to(Route::Person(rhys));
    assert_eq!((&scenario.sitting(id).session, scenario.sitting(id).saved), (&session, 2));
}

#[test]
fn answers_that_will_not_open_are_shown_as_shut_and_never_written_over() {
    let (mut scenario, _, [first, _, draft, about]) = everything();
    let damaged = (u64::MAX, b"{\"v\":99}".to_vec());
    for id in [first, draft, about] {
        scenario.store.answers.insert(id, damaged.clone());
    }
    scenario.comes_back_to(Route::Change(first));
    let open = scenario.opened_vault();
    for id in [first, draft, about] {
        assert!(open.sealed_shut.contains(&id) && open.heads.contains_key(&id));
        assert!(!open.sittings.contains_key(&id));
    }
    let mut rows = vec![Action::KeepAgain];
    for id in [first, draft, about] {
        rows.push(Action::Answer(id, "own_food".to_owned(), Answer::Coded(2)));
        rows.push(Action::Answer(id, "age_band".to_owned(), Answer::Coded(2)));
        rows.push(Action::Continue(id, "own_food".to_owned()));
        rows.push(Action::Finish(id));
        rows.push(Action::AskAboutYou(id));
    }
    for action in rows {
        let effects = scenario.does(action.clone());
        assert_eq!(kept(&effects), [], "{action:?}");
        assert_eq!(read(&effects), [], "{action:?}: it is not tried over and over");
    }
    for id in [first, draft, about] {
        assert_eq!(scenario.store.answers[&id], damaged);
    }
}

#[test]
fn what_the_tablet_did_not_read_once_is_asked_for_again_and_never_taken_for_shut() {
    let (mut scenario, _, [first, second, draft, about]) = everything();
    let route = Route::Change(second);
    scenario.reads_nothing = true;
    scenario.comes_back_to(route.clone());
    let open = scenario.opened_vault();
    assert!(open.stuck(&route) && !open.ready(&route) && open.sealed_shut.is_empty());
    assert!(!open.stuck(&Route::Home), "other pages are not held up");
    assert_eq!(read(&scenario.does(Action::ReadAgain)).len(), 4, "all of it, and it goes wrong again");
    assert!(scenario.opened_vault().stuck(&route));
    scenario.reads_nothing = false;
    scenario.does(Action::ReadAgain);
    assert!(scenario.opened_vault().ready(&route) && !scenario.opened_vault().stuck(&route));
    for id in [first, second, draft, about] {
        assert!(scenario.opened_vault().sittings.contains_key(&id));
    }
    // Coming to a page is asking again, too.
    let mut scenario = everything().0;
    scenario.reads_nothing = true;
    scenario.comes_back_to(route.clone());
    scenario.reads_nothing = false;
    scenario.does(Action::Go(Route::Home));
    scenario.does(Action::Go(route.clone()));
    assert!(scenario.opened_vault().ready(&route));
}

#[test]
fn records_that_will_not_open_are_counted_and_left_where_they_are() {
    let (mut scenario, rhys, [first, ..]) = everything();
    assert_eq!(scenario.opened_vault().unreadable, 0);
    let junk = b"not a record".to_vec();
    scenario.store.people.insert(rhys, (1, junk.clone()));
    scenario.store.heads.insert(first, (rhys, 1, junk.clone()));
    scenario.comes_back_to(Route::Home);
    let open = scenario.opened_vault();
    assert_eq!((open.unreadable, open.people.len(), open.heads.len()), (2, 1, 4));
    assert_eq!(scenario.store.people[&rhys].1, junk);
    assert_eq!(scenario.store.heads[&first].2, junk);
}
