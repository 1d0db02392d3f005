//! Sitting down together: begin, answer, go on, check, change, finish.

use super::scenario::{Scenario, day, kept, skipped};
use crate::library::{ABOUT_YOU, STRENGTHS_PROFILE};
use crate::record::Parts;
use crate::route::{Route, Then};
use crate::state::{Action, Effect, FormTrouble};
use crate::typed::Mistyped;
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::Setting;
use assessment_core::session::{Completion, Mode, Stage};

fn refused() -> Answer {
    Answer::Missing(Missing::PreferNotToSay)
}

#[test]
fn an_assessment_begins_once_it_is_said_where_the_person_lives() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    scenario.does(Action::Go(Route::begin(rhys)));
    assert_eq!(scenario.does(Action::begin(rhys, None)), []);
    assert_eq!(scenario.form(), Some(FormTrouble::NoSetting));
    assert_eq!((&scenario.state.route, scenario.opened_vault().heads.len()), (&Route::begin(rhys), 0));
    for setting in [Setting::Community, Setting::Custody] {
        let mut scenario = scenario.clone();
        scenario.does(Action::begin(rhys, Some(setting)));
        let id = scenario.state.route.session().expect("the first question");
        let session = &scenario.sitting(id).session;
        assert_eq!((session.start.person, session.start.setting), (rhys, setting));
        assert_eq!((&session.start.mode, session.start.on), (&Mode::Joint, day("2026-01-05")));
        assert_eq!(session.instrument.as_str(), STRENGTHS_PROFILE);
        assert_eq!((session.stage, session.revision), (Stage::Draft, 0));
        assert_eq!(scenario.on(), Some("matters"));
        assert_eq!(scenario.form(), None);
    }
}

#[test]
fn what_was_begun_is_there_after_locking_although_nothing_was_answered() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.comes_back_to(Route::Person(rhys));
    assert_eq!(scenario.begins(rhys), id);
    assert_eq!(scenario.on(), Some("matters"));
}

#[test]
fn every_answer_is_kept_as_it_is_given_and_an_answer_given_twice_is_one() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    let rows = [
        (Answer::Coded(2), 1),
        (Answer::Coded(2), 1),
        (Answer::Coded(1), 2),
        (refused(), 3),
        (refused(), 3),
        (Answer::Missing(Missing::Cleared), 4),
        (Answer::Coded(2), 5),
        // What the question does not take leaves no trace.
        (Answer::Coded(3), 5),
        (Answer::Text("two".to_owned()), 5),
        (Answer::Several([2].into()), 5),
    ];
    let mut before = 0;
    for (answer, revision) in rows {
        let effects = scenario.does(Action::Answer(id, "own_food".to_owned(), answer.clone()));
        let expected = (revision > before).then_some((id, revision, Parts::Answers));
        assert_eq!(kept(&effects), Vec::from_iter(expected), "{answer:?}");
        assert_eq!(scenario.sitting(id).saved, revision, "{answer:?}");
        before = revision;
    }
    assert_eq!(scenario.does(Action::Answer(id, "no such question".to_owned(), Answer::Coded(1))), []);
    let history = &scenario.sitting(id).session.entries[&"own_food".into()];
    assert_eq!(history.len(), 5);
    assert_eq!(scenario.given(id, "own_food"), Answer::Coded(2));
}

#[test]
fn an_answer_is_stamped_with_the_day_and_the_language_it_was_asked_in() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.days_pass(3);
    scenario.says(id, "own_food", 2);
    let session = &scenario.sitting(id).session;
    assert_eq!((session.start.on, session.last), (day("2026-01-05"), day("2026-01-08")));
    // The questions have English words only, whatever the app speaks.
    assert_eq!(session.entries[&"own_food".into()][0].language, "en");
}

#[test]
fn continue_marks_what_was_passed_over_as_skipped_and_touches_nothing_else() {
    let not_apply = Answer::Missing(Missing::DoesNotApply);
    let cleared = Answer::Missing(Missing::Cleared);
    let rows = [
        // (given before Continue, as it stands afterwards)
        (Answer::NOT_REACHED, skipped()),
        (Answer::Coded(0), Answer::Coded(0)),
        (refused(), refused()),
        (cleared.clone(), cleared),
        (not_apply.clone(), not_apply),
        (Answer::Missing(Missing::DoNotKnow), Answer::Missing(Missing::DoNotKnow)),
    ];
    for (given, after) in rows {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        let id = scenario.begins(rhys);
        scenario.goes_to(id, "own_food", Then::Next);
        if given != Answer::NOT_REACHED {
            scenario.does(Action::Answer(id, "own_body".to_owned(), given.clone()));
        }
        scenario.goes_on();
        assert_eq!(scenario.given(id, "own_body"), after, "{given:?}");
        for other in ["own_food", "own_ask", "own_sleep"] {
            assert_eq!(scenario.given(id, other), skipped());
        }
        // Only this screen: nobody came to the next one yet.
        assert_eq!(scenario.given(id, "daily_routine"), Answer::NOT_REACHED);
        assert_eq!(scenario.on(), Some("daily_routine"));
        let session = &scenario.sitting(id).session;
        assert_eq!((session.revision, scenario.sitting(id).saved), (4, 4));
        // A second Continue on the same screen finds nothing to skip.
        scenario.goes_to(id, "own_food", Then::Next);
        scenario.goes_on();
        assert_eq!(scenario.sitting(id).session.revision, 4);
    }
}

#[test]
fn a_gate_opens_its_questions_after_continue() {
    let rows: &[(&str, i32, &str, &str)] = &[
        // Question, what was said, where it stands, what comes next.
        ("groups_any", 1, "groups_any", "group_support"),
        ("groups_any", 0, "groups_any", "group_try"),
        ("home_tonight", 1, "home_tonight", "home_lose"),
        ("home_tonight", 0, "home_tonight", "drink"),
        ("drink", 1, "drink", "drink_in_the_way"),
        ("drugs", 1, "drink", "drugs_in_the_way"),
        ("inject", 1, "inject", "inject_share"),
        ("drugs", 0, "drink", "justice_new"),
        ("justice_new", 1, "justice_new", "justice_kind"),
        ("justice_new", 0, "justice_new", "active"),
    ];
    for (item, code, screen, next) in rows {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        let id = scenario.begins(rhys);
        if *item == "inject" {
            scenario.says(id, "drugs", 1);
        }
        scenario.goes_to(id, screen, Then::Next);
        scenario.says(id, item, *code);
        assert_eq!(scenario.on(), Some(*screen), "a screen never moves under a finger");
        scenario.goes_on();
        scenario.is_told();
        assert_eq!(scenario.on(), Some(*next), "{item} = {code}");
    }
}

#[test]
fn walking_through_shows_every_question_that_is_asked_and_ends_at_the_answers() {
    for setting in [Setting::Community, Setting::Custody] {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        scenario.does(Action::begin(rhys, Some(setting)));
        let id = scenario.state.route.session().expect("the first question");
        let shown = scenario.walks_through();
        assert_eq!(scenario.state.route, Route::Check(id));
        assert_eq!(shown.first().map(String::as_str), Some("matters"));
        assert_eq!(shown.iter().any(|item| item == "home_release"), setting == Setting::Custody);
        let session = &scenario.sitting(id).session;
        assert!(session.entries.values().all(|entries| entries.len() == 1), "nothing was asked twice");
        assert_eq!(scenario.begins(rhys), id);
        assert_eq!(scenario.state.route, Route::Check(id), "all was come to");
    }
}

#[test]
fn a_change_leads_straight_back_to_the_answers_unless_it_opens_new_questions() {
    let rows: &[(&str, &str, i32, &[&str])] = &[
        // Screen, question, the new answer, the new questions on the way back.
        ("own_food", "own_sleep", 2, &[]),
        ("matters", "cannot_wait", 0, &[]),
        ("commit_matters", "commit_on", 6, &[]),
        ("groups_any", "groups_any", 1, &["group_support"]),
        ("groups_any", "groups_any", 0, &["group_try"]),
        ("home_tonight", "home_tonight", 1, &["home_lose"]),
        ("home_tonight", "home_tonight", 0, &[]),
        ("drink", "drink", 1, &["drink_in_the_way"]),
        ("justice_new", "justice_new", 1, &["justice_kind"]),
    ];
    for (screen, item, code, new) in rows {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        let id = scenario.begins(rhys);
        scenario.walks_through();
        scenario.goes_to(id, screen, Then::Check);
        if *item == "cannot_wait" {
            scenario.does(Action::Answer(id, (*item).to_owned(), Answer::Several([*code].into())));
        } else {
            scenario.says(id, item, *code);
        }
        scenario.goes_on();
        assert_eq!(scenario.walks_through(), *new, "{item} = {code}");
        assert_eq!(scenario.state.route, Route::Check(id), "{item} = {code}");
        // The second time nothing is new.
        scenario.goes_to(id, screen, Then::Check);
        scenario.goes_on();
        assert_eq!(scenario.state.route, Route::Check(id), "{item} = {code}");
    }
}

#[test]
fn what_a_gate_hid_comes_back_when_it_opens_again() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.says(id, "groups_any", 1);
    scenario.says(id, "group_faith", 1);
    scenario.says(id, "groups_any", 0);
    scenario.says(id, "groups_any", 1);
    assert_eq!(scenario.given(id, "group_faith"), Answer::Coded(1));
}

#[test]
fn a_draft_is_gone_on_with_where_it_was_left_and_never_begun_again() {
    let rows: &[(&[&str], &str)] = &[
        // Screens gone through, where one goes on.
        (&[], "matters"),
        (&["matters"], "cannot_wait"),
        (&["matters", "cannot_wait", "own_food"], "daily_routine"),
        // Gone past out of order: the first gap comes first.
        (&["matters", "own_food"], "cannot_wait"),
    ];
    for (screens, next) in rows {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        let id = scenario.begins(rhys);
        for screen in *screens {
            scenario.goes_to(id, screen, Then::Next);
            scenario.goes_on();
        }
        scenario.does(Action::Go(Route::Person(rhys)));
        let open = scenario.opened_vault();
        assert_eq!(open.draft(rhys, STRENGTHS_PROFILE).map(|head| head.start.id), Some(id));
        scenario.days_pass(2);
        scenario.comes_back_to(Route::Person(rhys));
        // Where the person lives was said when it began; another word now changes nothing.
        let effects = scenario.does(Action::begin(rhys, Some(Setting::Custody)));
        assert_eq!(kept(&effects), []);
        assert_eq!(scenario.on(), Some(*next));
        assert_eq!(scenario.state.route.session(), Some(id));
        assert_eq!(scenario.sitting(id).session.start.setting, Setting::Community);
        assert_eq!(scenario.opened_vault().heads.len(), 1);
    }
}

#[test]
fn a_finished_assessment_never_changes() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.says(id, "own_food", 2);
    scenario.walks_through();
    assert!(scenario.opened_vault().answerable(id));
    let effects = scenario.does(Action::Finish(id));
    assert_eq!(scenario.state.route, Route::Profile(id));
    assert_eq!(kept(&effects).len(), 1);
    assert_eq!(kept(&effects)[0].2, Parts::HeadAndAnswers);
    assert!(!scenario.opened_vault().answerable(id));
    assert_eq!(scenario.opened_vault().draft(rhys, STRENGTHS_PROFILE), None);
    let finished = scenario.sitting(id).session.clone();
    assert_eq!(finished.stage, Stage::Finished(day("2026-01-05"), Completion::Whole));
    scenario.days_pass(1);
    let rows = [
        Action::Answer(id, "own_food".to_owned(), Answer::Coded(0)),
        Action::Answer(id, "own_food".to_owned(), Answer::Missing(Missing::Cleared)),
        Action::Continue(id, "own_food".to_owned()),
        Action::Finish(id),
    ];
    for action in rows {
        scenario.does(action.clone());
        assert_eq!(scenario.sitting(id).session, finished, "{action:?}");
    }
    scenario.comes_back_to(Route::Profile(id));
    assert_eq!(scenario.sitting(id).session, finished, "after locking");
}

#[test]
fn about_you_is_asked_once_found_again_and_no_assessment_of_its_own() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let bea = scenario.adds("Bea");
    let first = scenario.begins(rhys);
    scenario.walks_through();
    scenario.does(Action::AskAboutYou(first));
    assert_eq!(scenario.state.route, Route::AboutYou(first));
    let about = scenario.opened_vault().about_you(rhys).expect("just asked");
    assert_eq!(scenario.opened_vault().heads[&about].instrument.as_str(), ABOUT_YOU);
    scenario.says(about, "age_band", 3);
    scenario.passes(about, "sex", Missing::PreferNotToSay);
    scenario.does(Action::Finish(first));
    assert_eq!(scenario.opened_vault().about_you(bea), None);
    let assessments = |scenario: &Scenario| scenario.opened_vault().assessments(rhys).count();
    assert_eq!(assessments(&scenario), 1);
    // Ninety days later the same answers are there, and can be mended.
    scenario.days_pass(90);
    scenario.comes_back_to(Route::Person(rhys));
    let second = scenario.begins(rhys);
    assert_ne!(second, first);
    scenario.walks_through();
    let effects = scenario.does(Action::AskAboutYou(second));
    assert_eq!(kept(&effects), [], "nothing begins a second time");
    assert_eq!(scenario.opened_vault().about_you(rhys), Some(about));
    assert_eq!(
        (scenario.given(about, "age_band"), scenario.given(about, "sex")),
        (Answer::Coded(3), refused())
    );
    scenario.says(about, "age_band", 4);
    assert_eq!(scenario.given(about, "age_band"), Answer::Coded(4));
    assert_eq!(assessments(&scenario), 2);
}

#[test]
fn nothing_begins_or_changes_for_an_assessment_nobody_knows() {
    let unknown = assessment_core::session::SessionId([0xff; 16]);
    let rows = [
        Action::Answer(unknown, "own_food".to_owned(), Answer::Coded(2)),
        Action::Continue(unknown, "own_food".to_owned()),
        Action::AskAboutYou(unknown),
        Action::Finish(unknown),
        Action::SessionKept(unknown, 9),
    ];
    for action in rows {
        let mut scenario = Scenario::open();
        let before = scenario.state.clone();
        assert_eq!(scenario.does(action.clone()), Vec::<Effect>::new(), "{action:?}");
        assert!(scenario.state == before, "{action:?}");
    }
}

#[test]
fn a_mistyped_number_is_said_on_going_on_and_is_gone_with_any_other_answer_or_the_page() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    scenario.goes_to(id, "own_food", Then::Next);
    let route = scenario.state.route.clone();
    let wrong = |told| Mistyped { field: "own_food".to_owned(), typed: Some("200".to_owned()), told };
    scenario.does(Action::Mistyped(id, wrong(false)));
    assert_eq!(scenario.sitting(id).mistyped, [wrong(false)], "nothing is said while somebody types");
    let before = scenario.state.mistakes;
    assert_eq!(scenario.does(Action::Continue(id, "own_food".to_owned())), []);
    assert_eq!((scenario.form(), &scenario.state.route), (Some(FormTrouble::Refused), &route));
    assert_eq!(
        (scenario.sitting(id).mistyped.clone(), scenario.state.mistakes),
        (vec![wrong(true)], before + 1)
    );
    assert_eq!(scenario.given(id, "own_food"), Answer::NOT_REACHED, "it is no answer");
    scenario.passes(id, "own_food", Missing::Skipped);
    assert_eq!((scenario.form(), scenario.sitting(id).mistyped.len()), (None, 0));
    scenario.does(Action::Mistyped(id, wrong(false)));
    scenario.does(Action::Go(Route::Person(rhys)));
    assert_eq!(scenario.sitting(id).mistyped, []);
}
