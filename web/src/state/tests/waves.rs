//! Which time it is: the baseline, the ninety-day points, and what lies between them.

use super::scenario::{Scenario, day};
use crate::route::Route;
use crate::state::Action;
use assessment_core::answer::Answer;
use assessment_core::schedule::{Due, Next, Wave};
use assessment_core::session::{Completion, Stage};

#[test]
fn the_first_is_the_baseline_ninety_days_later_comes_a_follow_up_and_what_is_over_is_unscheduled() {
    let rows: &[(u64, Wave)] = &[
        // Days since the last one, which time that is.
        (0, Wave::Baseline),
        (90, Wave::FollowUp(1)),
        (30, Wave::Unscheduled(1)),
        (1, Wave::Unscheduled(2)),
        (59, Wave::FollowUp(2)),
        (0, Wave::Unscheduled(3)),
        (180, Wave::FollowUp(4)),
    ];
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    for (days, wave) in rows {
        scenario.days_pass(*days);
        let id = scenario.finishes_one(rhys);
        assert_eq!(scenario.sitting(id).session.start.wave, *wave);
    }
    scenario.comes_back_to(Route::Person(rhys));
    let waves: Vec<Wave> =
        scenario.opened_vault().assessments(rhys).map(|head| head.start.wave.clone()).collect();
    let mut expected: Vec<Wave> = rows.iter().map(|(_, wave)| wave.clone()).collect();
    // Two on one day stand by their wave.
    expected.sort_by_key(|wave| rows.iter().position(|row| row.1 == *wave));
    assert_eq!(waves, expected);
}

#[test]
fn a_wave_depends_on_the_day_it_begins_within_its_window() {
    let rows = [
        (0, Wave::Unscheduled(1)),
        (59, Wave::Unscheduled(1)),
        (60, Wave::FollowUp(1)),
        (135, Wave::FollowUp(1)),
        (136, Wave::Unscheduled(1)),
        (149, Wave::Unscheduled(1)),
        (150, Wave::FollowUp(2)),
    ];
    for (days, wave) in rows {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        scenario.finishes_one(rhys);
        scenario.days_pass(days);
        let id = scenario.begins(rhys);
        assert_eq!(scenario.sitting(id).session.start.wave, wave, "after {days} days");
    }
}

#[test]
fn days_are_counted_from_the_day_the_baseline_was_finished() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let open = scenario.opened_vault();
    assert_eq!((open.anchor(rhys), open.next(rhys, scenario.today)), (None, None));
    let id = scenario.begins(rhys);
    assert_eq!(scenario.opened_vault().next(rhys, scenario.today), None, "a draft is no baseline");
    scenario.days_pass(7);
    scenario.walks_through();
    scenario.does(Action::Finish(id));
    let open = scenario.opened_vault();
    assert_eq!(open.anchor(rhys), Some(day("2026-01-12")));
    let next = open.next(rhys, scenario.today);
    assert_eq!(next, Some(Next { follow_up: 1, on: day("2026-04-12"), due: Due::Upcoming }));
    scenario.days_pass(90);
    assert_eq!(scenario.opened_vault().next(rhys, scenario.today).map(|next| next.due), Some(Due::Due));
    let second = scenario.begins(rhys);
    let open = scenario.opened_vault();
    assert_eq!(open.next(rhys, scenario.today).map(|next| next.follow_up), Some(1), "a draft is not done");
    scenario.does(Action::Finish(second));
    let next = scenario.opened_vault().next(rhys, scenario.today);
    assert_eq!(next, Some(Next { follow_up: 2, on: day("2026-07-11"), due: Due::Upcoming }));
}

#[test]
fn a_baseline_that_took_too_long_is_kept_and_does_not_count() {
    // Answers up to fourteen days apart count.
    for (days, completion) in [(14, Completion::Whole), (15, Completion::TooFarApart)] {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        let first = scenario.begins(rhys);
        scenario.says(first, "own_food", 2);
        scenario.days_pass(days);
        scenario.says(first, "own_food", 1);
        scenario.does(Action::Finish(first));
        let stage = scenario.sitting(first).session.stage;
        assert_eq!(stage, Stage::Finished(scenario.today, completion), "after {days} days");
        let whole = completion == Completion::Whole;
        assert_eq!(scenario.opened_vault().baseline(rhys).is_some(), whole);
        let second = scenario.begins(rhys);
        let wave = scenario.sitting(second).session.start.wave.clone();
        assert_eq!(wave == Wave::Baseline, !whole, "after {days} days: {wave}");
        assert_eq!(scenario.opened_vault().assessments(rhys).count(), 2);
    }
}

#[test]
fn nothing_is_filled_in_at_a_follow_up_from_the_time_before() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let first = scenario.begins(rhys);
    for item in ["own_food", "daily_routine", "groups_any", "drink"] {
        scenario.says(first, item, 1);
    }
    let named = Answer::Text("A place of my own".to_owned());
    scenario.does(Action::Answer(first, "named_thing".to_owned(), named));
    scenario.does(Action::Finish(first));
    scenario.days_pass(90);
    scenario.comes_back_to(Route::Person(rhys));
    let second = scenario.begins(rhys);
    let session = &scenario.sitting(second).session;
    assert!(session.entries.is_empty());
    assert_eq!(session.start.wave, Wave::FollowUp(1));
    for item in ["own_food", "daily_routine", "groups_any", "drink", "named_thing"] {
        assert_eq!(scenario.given(second, item), Answer::NOT_REACHED, "{item}");
    }
    // The time before is at hand beside it, unchanged.
    assert_eq!(scenario.given(first, "own_food"), Answer::Coded(1));
}
