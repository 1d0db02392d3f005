//! What helps a person is kept, applied on their pages only, and spoken in their language.

use super::scenario::Scenario;
use crate::needs::{Colours, Need, Size};
use crate::route::Route;
use crate::state::{Action, Effect};
use crate::text::Language;

#[test]
fn what_helps_one_person_dresses_their_pages_and_nobody_elses_and_is_kept() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let bea = scenario.adds("Bea");
    scenario.does(Action::Need(rhys, Need::Size(Size::Largest)));
    scenario.does(Action::Need(rhys, Need::Colours(Colours::Dark)));
    let session = scenario.begins(rhys);
    scenario.comes_back_to(Route::Home);
    let open = scenario.opened_vault();
    let rows = [
        (Route::Person(rhys), Some("text-200 space-usual dark")),
        (Route::Needs(rhys), Some("text-200 space-usual dark")),
        (Route::begin(rhys), Some("text-200 space-usual dark")),
        (Route::Check(session), Some("text-200 space-usual dark")),
        (Route::Break(session), Some("text-200 space-usual dark")),
        (Route::Person(bea), Some("text-100 space-usual light")),
        (Route::Home, None),
        (Route::TakeOut, None),
        (Route::Contacts, None),
    ];
    for (route, expected) in rows {
        let dressed = open.about(&route).map(|person| person.needs.dress());
        assert_eq!(dressed.as_deref(), expected, "{route:?}");
    }
}

#[test]
fn the_language_somebody_would_rather_use_is_spoken_at_once_and_at_every_beginning() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let spoken = |effects: Vec<Effect>| effects.contains(&Effect::FetchWords(Language::Cy));
    let remembered = |effects: &[Effect]| effects.iter().any(|e| matches!(e, Effect::RememberLanguage(_)));
    let effects = scenario.does(Action::Need(rhys, Need::Language(Some(Language::Cy))));
    assert!(!remembered(&effects), "the tablet keeps its own");
    assert!(spoken(effects));
    assert!(spoken(
        scenario.does(Action::begin(rhys, Some(assessment_core::instrument::Setting::Community)))
    ));
    let bea = scenario.adds("Bea");
    assert!(!spoken(
        scenario.does(Action::begin(bea, Some(assessment_core::instrument::Setting::Community)))
    ));
    assert!(
        !spoken(scenario.does(Action::Need(bea, Need::Language(Some(Language::En))))),
        "it is spoken already"
    );
}

#[test]
fn the_tablet_turns_to_somebodys_language_wherever_the_two_go_on_and_then_it_is_theirs_to_turn() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let bea = scenario.adds("Bea");
    let his = scenario.begins(rhys);
    let hers = scenario.begins(bea);
    scenario.comes_back_to(Route::Home);
    // The words themselves never come in this test: the tablet still speaks English at each step.
    scenario.does(Action::Need(rhys, Need::Language(Some(Language::Cy))));
    let rows = [
        (Route::Needs(rhys), false, "a page of the link worker"),
        (Route::Check(his), true, "going on with a draft"),
        (Route::Break(his), false, "whoever turned it back meanwhile is left in peace"),
        (Route::Person(rhys), false, "the person's page is in whatever language there is"),
        (Route::Check(his), false, "from there and back"),
        (Route::Home, false, "a page about nobody"),
        (Route::Profile(his), true, "what an assessment shows"),
        (Route::Check(hers), false, "somebody who said nothing of a language"),
        (Route::Concern(his), false, "for the link worker only"),
        (Route::Change(his), true, "what changed"),
    ];
    for (route, turns, why) in rows {
        let effects = scenario.does(Action::Go(route));
        assert_eq!(effects.contains(&Effect::FetchWords(Language::Cy)), turns, "{why}");
    }
}
