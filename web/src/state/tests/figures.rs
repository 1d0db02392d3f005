//! Figures a service brings: looked at, kept in the place of earlier ones, taken away; differences are judged by what is
//! kept.

use super::scenario::Scenario;
use crate::brought::PackTrouble;
use crate::reliability::tests::{figures, looked};
use crate::reliability::{Figures, Looked};
use crate::route::Route;
use crate::state::{Action, Effect, FiguresStep, Measuring};

fn at_the_page() -> Scenario {
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::Reliability));
    scenario
}

fn read(figures: &Figures) -> Action {
    let file = serde_json::from_str(&figures.text).expect("JSON");
    let Looked { book, .. } = looked(&file).expect("a good file");
    Action::Figures(FiguresStep::Read(Ok(Box::new(Looked { figures: figures.clone(), book }))))
}

fn step(scenario: &mut Scenario, step: FiguresStep) -> Vec<Effect> {
    scenario.sends(Action::Figures(step))
}

fn keep(scenario: &mut Scenario, figures: &Figures) {
    scenario.does(read(figures));
    step(scenario, FiguresStep::Keep);
    step(scenario, FiguresStep::Kept(Ok(Box::new(figures.clone()))));
    assert!(matches!(scenario.opened_vault().measuring, Measuring::Kept(_)));
}

#[test]
fn figures_are_read_when_asked_and_kept_only_when_somebody_says_so() {
    let mut scenario = at_the_page();
    assert!(matches!(step(&mut scenario, FiguresStep::Bring)[..], [Effect::ReadFigures(..)]));
    assert_eq!(step(&mut scenario, FiguresStep::Bring), [], "one file at a time");
    assert_eq!(step(&mut scenario, FiguresStep::Keep), [], "there is nothing to keep yet");
    let one = figures("1", "alpha");
    scenario.does(read(&one));
    assert_eq!(scenario.opened_vault().measuring, Measuring::Read(Box::new(one.clone())));
    assert!(scenario.opened_vault().figures.is_empty(), "nothing is kept by looking");
    assert_eq!(step(&mut scenario, FiguresStep::Keep), [Effect::KeepFigures(Box::new(one.clone()), None)]);
    for other in [FiguresStep::Keep, FiguresStep::Bring, FiguresStep::TakeAway(one.id)] {
        assert_eq!(step(&mut scenario, other), [], "one thing at a time");
    }
    step(&mut scenario, FiguresStep::Kept(Ok(Box::new(one.clone()))));
    assert_eq!(scenario.opened_vault().figures, std::slice::from_ref(&one));
    scenario.does(read(&one));
    assert_eq!(scenario.opened_vault().measuring, Measuring::Trouble(PackTrouble::Here));
    scenario.does(Action::Go(Route::Home));
    assert_eq!(scenario.opened_vault().measuring, Measuring::None);
}

#[test]
fn what_is_not_kept_is_not_there_and_says_so() {
    for trouble in [PackTrouble::NotKept, PackTrouble::NoFile] {
        let mut scenario = at_the_page();
        scenario.does(read(&figures("1", "alpha")));
        step(&mut scenario, FiguresStep::Keep);
        step(&mut scenario, FiguresStep::Kept(Err(trouble.clone())));
        assert_eq!(scenario.opened_vault().measuring, Measuring::Trouble(trouble));
        assert!(scenario.opened_vault().figures.is_empty());
    }
}

#[test]
fn later_figures_about_the_same_take_the_place_of_earlier_ones() {
    let mut scenario = at_the_page();
    keep(&mut scenario, &figures("1", "alpha"));
    let later = Figures { id: [8; 16], ..figures("2", "test_retest") };
    scenario.does(read(&later));
    assert_eq!(scenario.opened_vault().instead_of(&later).map(|earlier| earlier.edition.as_str()), Some("1"));
    let effects = step(&mut scenario, FiguresStep::Keep);
    assert_eq!(effects, [Effect::KeepFigures(Box::new(later.clone()), Some([7; 16]))]);
    step(&mut scenario, FiguresStep::Kept(Ok(Box::new(later.clone()))));
    assert_eq!(scenario.opened_vault().figures, [later]);
}

#[test]
fn what_was_done_last_can_be_undone_until_the_page_is_left() {
    let mut scenario = at_the_page();
    let (one, later) = (figures("1", "alpha"), Figures { id: [8; 16], ..figures("2", "test_retest") });
    let put = |scenario: &mut Scenario, back: &Figures, instead: Option<[u8; 16]>| {
        let effects = step(scenario, FiguresStep::PutBack);
        assert_eq!(effects, [Effect::KeepFigures(Box::new(back.clone()), instead)]);
        step(scenario, FiguresStep::Kept(Ok(Box::new(back.clone()))));
        assert_eq!(scenario.opened_vault().figures, std::slice::from_ref(back));
    };
    keep(&mut scenario, &one);
    assert_eq!(step(&mut scenario, FiguresStep::PutBack), [], "nothing stood there before");
    keep(&mut scenario, &later);
    put(&mut scenario, &one, Some([8; 16]));
    put(&mut scenario, &later, Some([7; 16]));
    step(&mut scenario, FiguresStep::Gone(later.id));
    assert!(scenario.opened_vault().figures.is_empty());
    put(&mut scenario, &later, None);
    step(&mut scenario, FiguresStep::Gone(later.id));
    scenario.does(Action::Go(Route::Home));
    scenario.does(Action::Go(Route::Reliability));
    assert_eq!(step(&mut scenario, FiguresStep::PutBack), [], "it is gone with the page");
}

#[test]
fn figures_that_cannot_be_taken_away_are_still_used_and_the_page_says_so() {
    let mut scenario = at_the_page();
    let one = figures("1", "alpha");
    keep(&mut scenario, &one);
    step(&mut scenario, FiguresStep::TakeAway(one.id));
    step(&mut scenario, FiguresStep::NotGone);
    assert_eq!(scenario.opened_vault().measuring, Measuring::NotGone);
    assert_eq!(scenario.opened_vault().figures, [one]);
}

#[test]
fn figures_that_are_gone_judge_nothing_any_more() {
    let mut scenario = at_the_page();
    let one = figures("1", "test_retest");
    keep(&mut scenario, &one);
    let judged = |scenario: &Scenario| {
        let open = scenario.opened_vault();
        let book = open.library.find(&one.about).expect("its book");
        open.judged(book).instrument.scales().iter().any(|scale| scale.change.is_some())
    };
    assert!(judged(&scenario));
    assert_eq!(step(&mut scenario, FiguresStep::TakeAway([9; 16])), [], "nothing of that name");
    assert_eq!(step(&mut scenario, FiguresStep::TakeAway(one.id)), [Effect::DropFigures(one.id)]);
    assert!(judged(&scenario), "not before they are gone");
    step(&mut scenario, FiguresStep::Gone(one.id));
    assert!(!judged(&scenario));
    assert_eq!(scenario.opened_vault().measuring, Measuring::Gone(Box::new(one)));
}
