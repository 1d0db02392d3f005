//! The door: first start, passphrases, unlocking, locking; and the words of the app.

use super::scenario::{Scenario, day, english};
use crate::route::Route;
use crate::state::{
    Action, Effect, Found, History, Passphrase, Permitted, Reading, Refused, Shut, ShutTrouble, Stage,
    Update, VaultKind, start,
};
use crate::text::{Language, Text};
use assessment_core::answer::Answer;
use assessment_core::instrument::Setting;
use assessment_core::session::{PersonId, SessionId};

const GOOD: &str = "a walk by the river";

fn passphrase(text: &str) -> Passphrase {
    Passphrase(text.to_owned())
}

fn making(first: &str, again: &str) -> Action {
    Action::MakeVault { passphrase: passphrase(first), again: passphrase(again) }
}

fn shut(scenario: &Scenario) -> &Shut {
    match &scenario.state.stage {
        Stage::Shut(shut) => shut,
        _ => panic!("not shut"),
    }
}

#[test]
fn what_is_found_decides_what_stands_in_front_of_the_door() {
    let person = Route::Person(PersonId([1; 16]));
    let rows = [
        // Found, the page asked for, the page shown.
        (Found::Nothing, Route::Home, Route::Home),
        (Found::Nothing, Route::NewVault, Route::NewVault),
        (Found::Nothing, Route::Security, Route::Security),
        (Found::Nothing, person.clone(), Route::Home),
        (Found::Nothing, Route::Lost, Route::Home),
        // Behind the door of a vault the page asked for waits.
        (Found::Vault, person.clone(), person),
        (Found::Vault, Route::Home, Route::Home),
    ];
    for (found, asked, shown) in rows {
        let mut scenario = Scenario::shut(found);
        scenario.state = start(asked.clone(), day("2026-01-05"));
        let effects = scenario.does(Action::Found(Ok(found)));
        assert_eq!(scenario.state.route, shown, "{found:?} {asked:?}");
        assert_eq!(
            *shut(&scenario),
            Shut { vault: found == Found::Vault, handed: false, busy: false, trouble: None }
        );
        let moved = (asked != shown).then_some(Effect::ShowAddress(shown, History::Replace));
        assert_eq!(effects, Vec::from_iter(moved));
    }
}

#[test]
fn a_tablet_that_cannot_keep_anything_safe_says_why_and_opens_nothing() {
    for refused in [Refused::NotSecure, Refused::NoDatabase, Refused::OtherTab] {
        let mut scenario = Scenario::shut(Found::Vault);
        scenario.does(Action::Found(Err(refused)));
        assert_eq!(scenario.state.stage, Stage::Refused(refused));
        for action in [making(GOOD, GOOD), Action::Unlock(passphrase(GOOD)), Action::TryExamples] {
            assert_eq!(scenario.does(action), []);
        }
        assert_eq!(scenario.does(Action::TakeOver), [Effect::TakeOver]);
    }
}

#[test]
fn a_new_passphrase_is_long_enough_and_given_twice_the_same() {
    let rows = [
        ("", "", Some(ShutTrouble::TooShort)),
        ("fourteen chars", "fourteen chars", Some(ShutTrouble::TooShort)),
        ("fifteen letters", "fifteen letters", None),
        // Letters are counted, not bytes.
        ("ŵŵŵŵŵŵŵŵŵŵŵŵŵŵ", "ŵŵŵŵŵŵŵŵŵŵŵŵŵŵ", Some(ShutTrouble::TooShort)),
        ("ŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵ", "ŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵ", None),
        (GOOD, "a walk by the rivers", Some(ShutTrouble::NotTheSame)),
        (GOOD, "A walk by the river", Some(ShutTrouble::NotTheSame)),
        (GOOD, "", Some(ShutTrouble::NotTheSame)),
        (GOOD, "a walk by the river ", Some(ShutTrouble::NotTheSame)),
        // What is mended first is said first.
        ("short", "shorter", Some(ShutTrouble::TooShort)),
        (GOOD, GOOD, None),
    ];
    for (first, again, trouble) in rows {
        let mut scenario = Scenario::shut(Found::Nothing);
        let effects = scenario.sends(making(first, again));
        let knocked = trouble.is_none();
        assert_eq!(
            *shut(&scenario),
            Shut { vault: false, handed: false, busy: knocked, trouble },
            "{first} {again}"
        );
        let expected = knocked.then(|| Effect::MakeVault(passphrase(first)));
        assert_eq!(effects, Vec::from_iter(expected), "{first} {again}");
    }
}

#[test]
fn a_busy_door_ignores_a_second_knock() {
    for first in [making(GOOD, GOOD), Action::Unlock(passphrase(GOOD)), Action::TryExamples] {
        for second in [
            making(GOOD, GOOD),
            making("", ""),
            Action::Unlock(passphrase(GOOD)),
            Action::Unlock(passphrase("")),
            Action::TryExamples,
        ] {
            let mut scenario = Scenario::shut(Found::Vault);
            assert_eq!(scenario.sends(first.clone()).len(), 1);
            let before = scenario.state.clone();
            assert_eq!(scenario.sends(second.clone()), [], "{first:?} {second:?}");
            assert!(scenario.state == before, "{first:?} {second:?}");
        }
    }
}

#[test]
fn a_door_that_did_not_open_says_why_and_can_be_tried_again() {
    let rows = [
        ShutTrouble::WrongPassphrase,
        ShutTrouble::Wait(300),
        ShutTrouble::Damaged,
        ShutTrouble::Memory,
        ShutTrouble::Stopped,
    ];
    for trouble in rows {
        let mut scenario = Scenario::shut(Found::Vault);
        scenario.sends(Action::Unlock(passphrase("not this one")));
        scenario.sends(Action::NotOpened(trouble));
        assert_eq!(
            *shut(&scenario),
            Shut { vault: true, handed: false, busy: false, trouble: Some(trouble) }
        );
        let effects = scenario.sends(Action::Unlock(passphrase(GOOD)));
        assert_eq!(effects, [Effect::Unlock(passphrase(GOOD))]);
        assert_eq!(*shut(&scenario), Shut { vault: true, handed: false, busy: true, trouble: None });
    }
}

#[test]
fn an_empty_passphrase_is_wrong_before_anything_is_worked_out() {
    let mut scenario = Scenario::shut(Found::Vault);
    assert_eq!(scenario.sends(Action::Unlock(passphrase(""))), []);
    assert_eq!(shut(&scenario).trouble, Some(ShutTrouble::WrongPassphrase));
}

#[test]
fn an_opened_vault_shows_the_page_that_waited_and_a_new_one_the_list() {
    let person = Route::Person(PersonId([9; 16]));
    let rows = [
        (Action::Unlock(passphrase(GOOD)), person.clone(), person, VaultKind::Kept),
        (Action::Unlock(passphrase(GOOD)), Route::TakeOut, Route::TakeOut, VaultKind::Kept),
        (making(GOOD, GOOD), Route::NewVault, Route::Home, VaultKind::Kept),
        (Action::TryExamples, Route::Home, Route::Home, VaultKind::Examples),
        (Action::TryExamples, Route::NewVault, Route::Home, VaultKind::Examples),
    ];
    for (knock, waited, shown, vault) in rows {
        let mut scenario = Scenario::shut(Found::Vault);
        scenario.does(Action::Went(waited));
        scenario.does(knock);
        assert_eq!(scenario.state.route, shown);
        assert_eq!(scenario.opened_vault().vault, vault);
    }
}

#[test]
fn locking_forgets_everything_at_once() {
    let mut scenario = Scenario::open();
    assert_eq!(scenario.does(Action::Lock), [Effect::Lock]);
}

#[test]
fn nothing_of_a_caseload_happens_in_front_of_a_door() {
    let (person, session) = (PersonId([1; 16]), SessionId([2; 16]));
    let rows = [
        Action::AddPerson("Rhys".to_owned()),
        Action::begin(person, Some(Setting::Community)),
        Action::Answer(session, "own_food".to_owned(), Answer::Coded(2)),
        Action::Continue(session, "own_food".to_owned()),
        Action::Finish(session),
        Action::AskAboutYou(session),
        Action::Permit(person, Permitted::Yes),
        Action::SessionRead(session, Reading::Shut),
        Action::SessionKept(session, 7),
        Action::PersonKept(person, 7),
        Action::KeepAgain,
        Action::MakeRelease,
        Action::ReleaseMade(None),
        Action::TakeFile(0),
    ];
    for action in rows {
        let mut scenario = Scenario::shut(Found::Vault);
        let before = scenario.state.clone();
        assert_eq!(scenario.does(action.clone()), [], "{action:?}");
        assert!(scenario.state == before, "{action:?}");
    }
}

#[test]
fn no_passphrase_is_ever_printed() {
    let rows = [
        format!("{:?}", making(GOOD, GOOD)),
        format!("{:#?}", making(GOOD, GOOD)),
        format!("{:?}", Action::Unlock(passphrase(GOOD))),
        format!("{:?}", Effect::MakeVault(passphrase(GOOD))),
        format!("{:?}", Effect::Unlock(passphrase(GOOD))),
        format!("{:?}", Some(vec![passphrase(GOOD)])),
    ];
    for printed in rows {
        assert!(!printed.contains("river"), "{printed}");
        assert!(!printed.contains(&GOOD.len().to_string()), "{printed}: not even how long it is");
    }
}

#[test]
fn another_language_is_remembered_and_its_words_are_fetched() {
    for language in [Language::En, Language::Cy] {
        let mut scenario = Scenario::open();
        scenario.does(Action::Go(Route::AddPerson));
        let before = scenario.state.clone();
        let effects = scenario.does(Action::Speak(language));
        assert_eq!(effects, [Effect::RememberLanguage(language), Effect::FetchWords(language)]);
        // The page speaks as before until the words are there.
        assert!(scenario.state == before);
    }
}

#[test]
fn words_change_the_language_and_nothing_else() {
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::AddPerson));
    scenario.does(Action::AddPerson(String::new()));
    let before = scenario.state.clone();
    let welsh = include_str!(concat!(env!("OUT_DIR"), "/cy.json"));
    let welsh = Text::parse(welsh, Some(&english())).expect("this build's own words");
    assert_eq!(scenario.does(Action::Words(welsh.clone())), []);
    assert_eq!(scenario.state.text.as_ref().map(Text::language), Some(Language::Cy));
    let expected = crate::state::AppState { text: Some(welsh), ..before };
    assert!(scenario.state == expected);
}

#[test]
fn a_newer_version_waits_until_somebody_takes_it() {
    let mut scenario = Scenario::open();
    assert_eq!(scenario.does(Action::UpdateWaiting), []);
    assert_eq!(scenario.state.update, Update::Waiting);
    assert_eq!(scenario.does(Action::TakeUpdate), [Effect::ApplyUpdate]);
    assert_eq!(scenario.does(Action::UpdateTaken), []);
    assert_eq!(scenario.state.update, Update::Replaced);
}

#[test]
fn a_page_is_shown_with_its_address_and_back_shows_it_without() {
    let mut scenario = Scenario::open();
    let rows = [
        (Action::Go(Route::AddPerson), Route::AddPerson, Some(History::Push)),
        // To where one is already: no second entry to go back through.
        (Action::Go(Route::AddPerson), Route::AddPerson, None),
        (Action::GoInstead(Route::TakeOut), Route::TakeOut, Some(History::Replace)),
        (Action::Went(Route::Home), Route::Home, None),
    ];
    for (action, route, history) in rows {
        let effects = scenario.does(action);
        assert_eq!(scenario.state.route, route);
        let expected = history.map(|history| Effect::ShowAddress(route, history));
        assert_eq!(effects, Vec::from_iter(expected));
    }
}

#[test]
fn the_same_mistake_twice_is_counted_twice() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let rows = [
        // What is done, mistakes so far.
        (Action::AddPerson(String::new()), 1),
        (Action::AddPerson(String::new()), 2),
        // Looking on mends nothing and is no mistake.
        (Action::UpdateWaiting, 2),
        (Action::Go(Route::AddPerson), 2),
        (Action::AddPerson("Bea".to_owned()), 2),
        (Action::begin(rhys, None), 3),
        (Action::begin(rhys, Some(Setting::Custody)), 3),
    ];
    for (action, mistakes) in rows {
        scenario.does(action.clone());
        assert_eq!(scenario.state.mistakes, mistakes, "{action:?}");
    }
    let mut scenario = Scenario::shut(Found::Vault);
    for (text, mistakes) in [("", 1), ("", 2)] {
        scenario.sends(Action::Unlock(passphrase(text)));
        assert_eq!(scenario.state.mistakes, mistakes);
    }
    scenario.sends(Action::Unlock(passphrase(GOOD)));
    scenario.sends(Action::NotOpened(ShutTrouble::WrongPassphrase));
    assert_eq!(scenario.state.mistakes, 3);
}

#[test]
fn back_to_the_page_one_is_on_changes_nothing() {
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::AddPerson));
    scenario.does(Action::AddPerson(String::new()));
    let before = scenario.state.clone();
    assert_eq!(scenario.does(Action::Went(Route::AddPerson)), []);
    assert!(scenario.state == before, "a link to the field that needs mending forgets the mistake");
}
