//! More than one instrument: which wave it is, what is measured from what, and definitions that are read when
//! a page needs them.

use super::scenario::{Scenario, asked, day};
use crate::library::{BRIEF_CHECK_IN, Edition, STRENGTHS_PROFILE};
use crate::route::{Route, Then};
use crate::state::{Action, BookTrouble, Effect};
use assessment_core::instrument::Setting;
use assessment_core::schedule::Wave;
use assessment_core::session::{PersonId, SessionId};

const CAPITAL: &str = "social-community-capital";
const TRAVELLED: &str = "distance-travelled";

/// Opens the page before an instrument and begins it.
fn begins(scenario: &mut Scenario, person: PersonId, instrument: &str) -> SessionId {
    scenario.does(Action::Go(Route::Begin(person, instrument.to_owned())));
    scenario.does(Action::Begin(person, asked(instrument, Some(Setting::Community))));
    scenario.state.route.session().unwrap_or_else(|| panic!("{instrument} did not begin"))
}

fn finishes(scenario: &mut Scenario, person: PersonId, instrument: &str) -> SessionId {
    let id = begins(scenario, person, instrument);
    scenario.walks_through();
    scenario.does(Action::Finish(id));
    assert_eq!(scenario.state.route, Route::Profile(id));
    id
}

fn wave(scenario: &Scenario, id: SessionId) -> String {
    scenario.opened_vault().heads[&id].start.wave.to_string()
}

#[test]
fn every_instrument_with_words_is_asked_at_the_wave_that_is_due() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let rows: [(u64, &str, &str); 10] = [
        // Before there is any baseline, and a check-in is always between.
        (0, BRIEF_CHECK_IN, "between_1"),
        (0, CAPITAL, "baseline"),
        (3, STRENGTHS_PROFILE, "baseline"),
        (0, BRIEF_CHECK_IN, "between_2"),
        (40, TRAVELLED, "baseline"),
        (0, TRAVELLED, "unscheduled_1"),
        (50, STRENGTHS_PROFILE, "followup_1"),
        (0, CAPITAL, "followup_1"),
        (0, CAPITAL, "unscheduled_1"),
        (0, BRIEF_CHECK_IN, "between_3"),
    ];
    for (days, instrument, expected) in rows {
        scenario.days_pass(days);
        let id = finishes(&mut scenario, rhys, instrument);
        assert_eq!(wave(&scenario, id), expected, "{instrument} after {days} more days");
    }
}

#[test]
fn the_long_assessment_sets_the_clock_and_without_it_the_first_baseline_does() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    finishes(&mut scenario, rhys, BRIEF_CHECK_IN);
    assert_eq!(scenario.opened_vault().anchor(rhys), None, "a check-in is no baseline");
    assert_eq!(scenario.opened_vault().day_nought(rhys), Some(day("2026-01-05")));
    scenario.days_pass(2);
    finishes(&mut scenario, rhys, CAPITAL);
    assert_eq!(scenario.opened_vault().anchor(rhys), Some(day("2026-01-07")));
    scenario.days_pass(100);
    let long = finishes(&mut scenario, rhys, STRENGTHS_PROFILE);
    assert_eq!(wave(&scenario, long), "baseline", "though the other clock says the first point");
    assert_eq!(scenario.opened_vault().anchor(rhys), Some(day("2026-04-17")));
    let next = scenario.opened_vault().next(rhys, scenario.today).expect("there is a baseline");
    assert_eq!((next.follow_up, next.on), (1, day("2026-07-16")));
}

#[test]
fn change_is_measured_from_an_instruments_own_baseline_or_the_first_time_it_was_given() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let long = finishes(&mut scenario, rhys, STRENGTHS_PROFILE);
    scenario.days_pass(90);
    let late = finishes(&mut scenario, rhys, TRAVELLED);
    assert_eq!(wave(&scenario, late), "followup_1");
    scenario.days_pass(90);
    let later = finishes(&mut scenario, rhys, TRAVELLED);
    let open = scenario.opened_vault();
    let first = |instrument: &str| open.first(rhys, instrument).map(|head| head.start.id);
    assert_eq!((first(STRENGTHS_PROFILE), first(TRAVELLED), first(CAPITAL)), (Some(long), Some(late), None));
    let needed = open.needed(&Route::Change(later));
    assert!(needed.contains(&late) && !needed.contains(&long), "only the same instrument: {needed:?}");
}

#[test]
fn each_instrument_has_a_draft_of_its_own() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let long = scenario.begins(rhys);
    let other = begins(&mut scenario, rhys, TRAVELLED);
    assert_ne!(long, other);
    assert_eq!(begins(&mut scenario, rhys, TRAVELLED), other, "it goes on where it stopped");
    assert_eq!(scenario.begins(rhys), long);
    let drafts: Vec<SessionId> = scenario.opened_vault().drafts(rhys).map(|head| head.start.id).collect();
    assert_eq!(drafts.len(), 2);
}

#[test]
fn what_has_no_words_cannot_be_begun_and_what_nobody_knows_neither() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    for instrument in ["barc-10", "phq-9", "no-such-thing", ""] {
        scenario.does(Action::Go(Route::Begin(rhys, instrument.to_owned())));
        let before = scenario.state.clone();
        let effects = scenario.does(Action::Begin(rhys, asked(instrument, Some(Setting::Community))));
        assert_eq!(effects, [], "{instrument}");
        assert!(scenario.state == before, "{instrument}");
    }
}

#[test]
fn a_definition_is_fetched_when_a_page_needs_it_and_only_once() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let books =
        |effects: &[Effect]| effects.iter().filter(|effect| matches!(effect, Effect::ReadBook(_))).count();
    let page = Route::Begin(rhys, TRAVELLED.to_owned());
    assert_eq!(books(&scenario.does(Action::Go(Route::Another(rhys)))), 0, "a list needs no definition");
    assert_eq!(books(&scenario.does(Action::Go(page.clone()))), 1);
    assert!(scenario.opened_vault().ready(&page));
    assert_eq!(books(&scenario.does(Action::Go(Route::Home))), 0);
    assert_eq!(books(&scenario.does(Action::Go(page))), 0);
    let id = finishes(&mut scenario, rhys, TRAVELLED);
    let effects = scenario.comes_back_to(Route::Profile(id));
    assert_eq!(books(&effects), 1, "it is gone with everything else");
    assert!(scenario.opened_vault().ready(&Route::Profile(id)));
}

#[test]
fn a_definition_that_was_not_fetched_is_asked_for_again_and_one_nobody_has_is_not() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let page = Route::Begin(rhys, TRAVELLED.to_owned());
    scenario.reads_nothing = true;
    scenario.does(Action::Go(page.clone()));
    assert!(scenario.opened_vault().stuck(&page) && !scenario.opened_vault().ready(&page));
    scenario.reads_nothing = false;
    scenario.does(Action::ReadAgain);
    assert!(scenario.opened_vault().ready(&page) && !scenario.opened_vault().stuck(&page));
    // A record of a newer version of the app.
    let id = finishes(&mut scenario, rhys, TRAVELLED);
    let newer = Edition { id: TRAVELLED.to_owned(), version: "9.0.0".to_owned() };
    let (_, _, bytes) = scenario.store.heads.get_mut(&id).expect("it was kept");
    *bytes = String::from_utf8_lossy(bytes).replace("\"1.0.0\"", "\"9.0.0\"").into_bytes();
    scenario.comes_back_to(Route::Profile(id));
    let open = scenario.opened_vault();
    assert_eq!(open.no_book, [(newer, BookTrouble::Unknown)]);
    assert!(open.ready(&Route::Profile(id)) && !open.stuck(&Route::Profile(id)));
    assert_eq!(open.library.of(&open.sittings[&id].session), None);
    assert_eq!(
        scenario
            .does(Action::Go(Route::Question { session: id, item: "home".to_owned(), then: Then::Next }))
            .iter()
            .filter(|e| matches!(e, Effect::ReadBook(_)))
            .count(),
        0
    );
    assert_eq!(scenario.opened_vault().heads[&id].start.wave, Wave::Baseline);
}
