//! Sensitive sections are announced and can be left out; what stands beside a sitting is kept.

use super::scenario::{Scenario, skipped};
use crate::notes::{Asked, Concern, Reason, Tap};
use crate::route::{Route, Then};
use crate::service::Service;
use crate::state::{Action, Effect, KeepTrouble, NotKept};
use assessment_core::answer::Answer;
use assessment_core::session::SessionId;

fn announced(scenario: &Scenario) -> Option<&str> {
    match &scenario.state.route {
        Route::HeadsUp { item, .. } => Some(item),
        _ => None,
    }
}

fn begun() -> (Scenario, SessionId) {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    (scenario, id)
}

#[test]
fn a_sensitive_section_is_announced_once_and_only_when_nobody_came_to_it() {
    let rows = [
        // The screen one goes on from, and what is announced.
        ("life_mind", Some("home_tonight")),
        ("own_food", None),
        ("justice_new", None),
    ];
    for (from, expected) in rows {
        let (mut scenario, id) = begun();
        scenario.goes_to(id, from, Then::Next);
        scenario.goes_on();
        assert_eq!(announced(&scenario), expected, "after {from}");
    }
    let (mut scenario, id) = begun();
    scenario.goes_to(id, "home_tonight", Then::Next);
    scenario.says(id, "home_tonight", 1);
    scenario.goes_to(id, "life_mind", Then::Next);
    scenario.goes_on();
    assert_eq!((announced(&scenario), scenario.on()), (None, Some("home_tonight")), "it was come to");
    // Straight back to the answers is never held up.
    scenario.goes_to(id, "home_tonight", Then::Check);
    scenario.goes_on();
    assert_eq!(announced(&scenario), None);
}

#[test]
fn stopping_in_front_of_a_sensitive_section_comes_back_to_its_announcement() {
    let (mut scenario, id) = begun();
    while announced(&scenario).is_none() {
        scenario.goes_on();
    }
    let person = scenario.sitting(id).session.start.person;
    scenario.comes_back_to(Route::Person(person));
    assert_eq!(scenario.begins(person), id);
    assert_eq!(announced(&scenario), Some("home_tonight"));
}

#[test]
fn a_section_left_out_is_skipped_whole_and_nothing_else_is() {
    let (mut scenario, id) = begun();
    while announced(&scenario).is_none() {
        scenario.goes_on();
    }
    let before = scenario.sitting(id).session.revision;
    let effects = scenario.does(Action::SkipSection(id, "home_tonight".to_owned()));
    assert_eq!(effects.iter().filter(|e| matches!(e, Effect::KeepSession(..))).count(), 1, "kept at once");
    assert_eq!(announced(&scenario), Some("drink"), "the next one is announced, too");
    assert_eq!(scenario.given(id, "home_tonight"), skipped());
    // What lies behind a gate that was not opened was never asked.
    assert_eq!(scenario.given(id, "home_lose"), Answer::NOT_REACHED);
    assert_eq!(scenario.sitting(id).session.revision, before + 1);
    scenario.does(Action::SkipSection(id, "drink".to_owned()));
    scenario.does(Action::SkipSection(id, "justice_new".to_owned()));
    assert_eq!(scenario.on(), Some("active"));
    for item in ["drink", "drugs", "justice_new"] {
        assert_eq!(scenario.given(id, item), skipped(), "{item}");
    }
    scenario.does(Action::SkipSection(id, "no_such_item".to_owned()));
    assert_eq!(scenario.on(), Some("active"), "a name that leads nowhere changes nothing");
}

#[test]
fn a_tap_is_kept_changed_and_taken_back() {
    let (mut scenario, id) = begun();
    let rows = [
        (Asked::Worth, Tap::Yes, (Some(Tap::Yes), None, None)),
        (Asked::Worth, Tap::No, (Some(Tap::No), None, None)),
        (Asked::Worth, Tap::No, (None, None, None)),
        (Asked::AboutMe, Tap::Partly, (None, Some(Tap::Partly), None)),
        (Asked::Worker, Tap::Yes, (None, Some(Tap::Partly), Some(Tap::Yes))),
    ];
    for (n, (asked, tap, expected)) in rows.into_iter().enumerate() {
        scenario.does(Action::Tapped(id, asked, tap));
        let notes = &scenario.opened_vault().notes[&id];
        assert_eq!((notes.worth, notes.about_me, notes.worker), expected, "{asked:?} {tap:?}");
        assert_eq!(notes.revision, n as u64 + 1);
    }
    scenario.comes_back_to(Route::Home);
    let notes = &scenario.opened_vault().notes[&id];
    assert_eq!((notes.about_me, notes.worker, notes.revision), (Some(Tap::Partly), Some(Tap::Yes), 5));
}

#[test]
fn a_concern_is_written_down_with_its_day_and_is_not_lost_when_the_tablet_refuses() {
    let (mut scenario, id) = begun();
    let concern = Concern {
        anything: crate::notes::Answered::Yes,
        about: vec![Reason::Child],
        tell_now: crate::notes::Answered::No,
        whom: "Duty desk".to_owned(),
        told_person: crate::notes::Told::Told,
        why: String::new(),
        on: super::scenario::day("1999-01-01"),
        at: None,
    };
    scenario.refuses = Some(KeepTrouble::Failed);
    scenario.does(Action::NoteConcern(id, concern.clone()));
    assert_eq!(scenario.opened_vault().not_kept, [NotKept::Notes(id, KeepTrouble::Failed)]);
    scenario.refuses = None;
    scenario.does(Action::KeepAgain);
    assert_eq!(scenario.opened_vault().not_kept, []);
    scenario.comes_back_to(Route::Home);
    let notes = &scenario.opened_vault().notes[&id];
    assert_eq!((notes.concerns.len(), notes.revision), (1, 1));
    let kept = Concern { on: scenario.today, at: notes.concerns[0].at, ..concern };
    assert!(kept.at.is_some());
    assert_eq!(notes.concerns, [kept]);
}

#[test]
fn a_second_concern_is_a_second_entry_and_the_first_stays_as_it_was() {
    let (mut scenario, id) = begun();
    let rings = |whom: &str| Concern { whom: whom.to_owned(), ..Concern::default() };
    scenario.does(Action::NoteConcern(id, rings("Duty desk")));
    let first = scenario.opened_vault().notes[&id].concerns.clone();
    scenario.minutes_pass(5);
    scenario.does(Action::NoteConcern(id, rings("Hostel")));
    scenario.days_pass(1);
    scenario.does(Action::NoteConcern(id, Concern::nothing()));
    scenario.comes_back_to(Route::Home);
    let concerns = &scenario.opened_vault().notes[&id].concerns;
    assert_eq!(concerns[..1], first[..]);
    assert_eq!(concerns.iter().map(|one| one.whom.as_str()).collect::<Vec<_>>(), ["Duty desk", "Hostel", ""]);
    assert!(concerns[0].at < concerns[1].at && concerns[1].at < concerns[2].at);
    assert!(concerns[1].on < concerns[2].on);
}

#[test]
fn a_form_sent_empty_is_not_taken_for_nothing_wrong() {
    let (mut scenario, id) = begun();
    let person = scenario.sitting(id).session.start.person;
    scenario.does(Action::NoteConcern(id, Concern::default()));
    assert_eq!(scenario.state.route, Route::Person(person));
    assert!(!scenario.opened_vault().notes.contains_key(&id), "nothing was said, so nothing is kept");
    assert!(looks_back(&scenario, id), "and it is still offered");
}

fn looks_back(scenario: &Scenario, id: SessionId) -> bool {
    let open = scenario.opened_vault();
    open.to_look_back(&open.heads[&id], scenario.today)
}

#[test]
fn every_sitting_is_looked_back_on_until_the_worker_said_how_it_was() {
    type Does = fn(&mut Scenario, SessionId);
    let rows: [(&str, Does, bool); 10] = [
        ("begun", |_, _| {}, true),
        ("an answer", |s, id| drop(s.says(id, "own_food", 1)), true),
        ("nothing concerned them", |s, id| drop(s.does(Action::NoteConcern(id, Concern::nothing()))), false),
        (
            "gone on with after that",
            |s, id| {
                s.minutes_pass(1);
                s.says(id, "own_food", 2);
            },
            true,
        ),
        (
            "locked before that was said of it",
            |s, id| {
                let person = s.opened_vault().heads[&id].start.person;
                s.comes_back_to(Route::Person(person));
            },
            true,
        ),
        (
            "said again",
            |s, id| {
                s.minutes_pass(1);
                s.does(Action::NoteConcern(id, Concern::nothing()));
            },
            false,
        ),
        ("another day", |s, _| s.days_pass(1), false),
        ("gone on with that day", |s, id| drop(s.says(id, "own_food", 0)), true),
        ("finished", |s, id| drop(s.does(Action::Finish(id))), true),
        ("the day after", |s, _| s.days_pass(1), false),
    ];
    let (mut scenario, id) = begun();
    for (what, does, expected) in rows {
        does(&mut scenario, id);
        assert_eq!(looks_back(&scenario, id), expected, "{what}");
    }
}

#[test]
fn the_person_taps_first_except_for_a_form_filled_in_elsewhere() {
    let (scenario, id) = begun();
    let open = scenario.opened_vault();
    let head = open.heads[&id].clone();
    assert_eq!(open.look_back(&head), Route::After(id));
    let paper = crate::record::Head {
        paper: Some(assessment_core::session::Paper {
            completed_by: assessment_core::session::By::Person,
            entered: scenario.today,
        }),
        ..head
    };
    assert_eq!(open.look_back(&paper), Route::Concern(id));
}

#[test]
fn who_to_call_is_changed_by_an_open_tablet_only() {
    let service = Service::of(["Duty desk 01632 960 001", ""], ["", ""]);
    let mut shut = Scenario::shut(crate::state::Found::Vault);
    assert_eq!(shut.does(Action::KeepService(service.clone())), []);
    assert_eq!(shut.state.service, Service::default());
    let mut scenario = Scenario::open();
    let effects = scenario.does(Action::KeepService(service.clone()));
    assert!(effects.contains(&Effect::KeepService(service.clone())));
    assert_eq!((&scenario.state.service, &scenario.state.route), (&service, &Route::Contacts));
}

#[test]
fn who_to_call_that_was_not_kept_says_so_stays_on_the_screen_and_is_tried_again() {
    let service = Service::of(["Duty desk 01632 960 001", ""], ["", ""]);
    let not_kept = NotKept::Service(KeepTrouble::Failed);
    let mut scenario = Scenario::open();
    assert_eq!(scenario.does(Action::KeepAgain), [], "nothing to try again");
    scenario.does(Action::KeepService(service.clone()));
    for _ in 0..2 {
        scenario.does(Action::NotKept(not_kept));
        assert_eq!(scenario.opened_vault().not_kept, [not_kept], "said once");
        assert_eq!(scenario.state.service, service);
        assert_eq!(scenario.does(Action::KeepAgain), [Effect::KeepService(service.clone())]);
    }
    scenario.does(Action::ServiceKept);
    assert_eq!(scenario.opened_vault().not_kept, []);
}
