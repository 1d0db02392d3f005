//! Asked again who is here before a draft is gone on with, private answers held while others are there, and a sitting
//! that goes on in another way.

use super::scenario::{Scenario, asked, kept};
use crate::library::STRENGTHS_PROFILE;
use crate::route::{Room, Route, Then};
use crate::state::{Action, Beginning, First, InRoom, Instead, PaperForm};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{ItemId, Setting};
use assessment_core::presence::Company::{Family, Peer, Practitioner, Worker};
use assessment_core::presence::{Company, Present};
use assessment_core::session::{By, Mode, PersonId, SessionId};

fn begun(company: &[Company]) -> (Scenario, PersonId, SessionId) {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let present = Some(Present::new(company, ""));
    let begin = Beginning { present, ..asked(STRENGTHS_PROFILE, Some(Setting::Community)) };
    scenario.does(Action::Begin(rhys, begin));
    let id = scenario.state.route.session().expect("a question");
    (scenario, rhys, id)
}

fn question(session: SessionId, item: &str) -> Route {
    Route::Question { session, item: item.to_owned(), then: Then::Next }
}

fn instead(scenario: &Scenario) -> Option<Instead> {
    scenario.opened_vault().instead(&scenario.state.route, scenario.today)
}

/// The ids of the sections that are held.
fn hidden(scenario: &Scenario, id: SessionId) -> Vec<String> {
    let open = scenario.opened_vault();
    let sitting = scenario.sitting(id);
    let book = open.library.of(&sitting.session).expect("its book");
    let hidden = open.hidden(sitting, book, scenario.today);
    hidden.into_iter().map(|n| book.instrument.sections()[n].id.to_string()).collect()
}

fn first(scenario: &Scenario, id: SessionId) -> First {
    let (open, sitting) = (scenario.opened_vault(), scenario.sitting(id));
    let book = open.library.of(&sitting.session).expect("its book");
    open.comes_first(sitting, book, scenario.today)
}

const PRIVATE: [&str; 4] = ["home", "substance_use", "justice", "support"];

#[test]
fn behind_the_door_on_another_day_and_after_a_break_it_is_asked_again_before_anything_private_is_shown() {
    let (mut scenario, person, id) = begun(&[Worker, Family]);
    assert_eq!(instead(&scenario), None, "it was asked a moment ago");
    let pages = [
        question(id, "own_food"),
        Route::HeadsUp { session: id, item: "drink".to_owned(), then: Then::Next, room: Room::Ask },
        Route::Check(id),
        Route::SortFirst(id),
        Route::AboutYou(id),
        Route::Profile(id),
        Route::Change(id),
    ];
    for page in &pages {
        scenario.comes_back_to(page.clone());
        assert_eq!(instead(&scenario), Some(Instead::WhoIsHere), "{page:?}");
        assert_eq!(kept(&scenario.does(Action::Room(id, InRoom::Same))), [], "nothing new");
        assert_eq!(instead(&scenario), None, "{page:?}");
    }
    for page in [Route::Person(person), Route::Break(id), Route::HandedBack(id)] {
        scenario.comes_back_to(page.clone());
        assert_eq!(instead(&scenario), None, "{page:?} shows nothing to anybody");
    }
    scenario.does(Action::Go(question(id, "own_food")));
    scenario.does(Action::Room(id, InRoom::Same));
    scenario.days_pass(1);
    scenario.does(Action::Go(question(id, "own_body")));
    assert_eq!(instead(&scenario), Some(Instead::WhoIsHere), "another day");
    scenario.does(Action::Room(id, InRoom::Same));
    scenario.does(Action::Go(Route::Break(id)));
    scenario.does(Action::Go(question(id, "own_body")));
    assert_eq!(instead(&scenario), Some(Instead::WhoIsHere), "a break");
    // Others are there by now, and it goes on by phone.
    scenario.does(Action::Room(id, InRoom::Now(Mode::Phone, Present::new(&[Worker], ""))));
    assert_eq!(instead(&scenario), None);
    let session = &scenario.sitting(id).session;
    assert_eq!(
        (session.here().map(Present::cell).as_deref(), session.mode()),
        (Some("worker"), &Mode::Phone)
    );
    scenario.does(Action::Go(Route::Check(id)));
    scenario.does(Action::Finish(id));
    scenario.comes_back_to(Route::Profile(id));
    assert_eq!(instead(&scenario), None, "what is finished is no sitting");
}

#[test]
fn a_paper_form_asks_nobody_who_is_here() {
    let (mut scenario, person, _) = begun(&[Worker]);
    let form = PaperForm {
        instrument: STRENGTHS_PROFILE.to_owned(),
        wording: Some("en/ours/1.0.0".to_owned()),
        day: "4".to_owned(),
        month: "1".to_owned(),
        year: "2026".to_owned(),
        by: Some(By::Person),
        setting: Some(Setting::Community),
    };
    scenario.does(Action::BeginPaper(person, form));
    let id = scenario.state.route.session().expect("a paper form");
    for page in [Route::Paper(id, None), Route::Check(id)] {
        scenario.comes_back_to(page);
        assert_eq!(instead(&scenario), None);
    }
}

#[test]
fn private_answers_are_held_while_others_are_here_and_come_back_with_one_tap() {
    for company in [Practitioner, Family] {
        let (mut scenario, _, id) = begun(&[Worker]);
        scenario.does(Action::Go(question(id, "drink")));
        scenario.says(id, "drink", 1);
        assert_eq!((instead(&scenario), hidden(&scenario, id).len()), (None, 0));
        // Somebody comes in: the question goes from the screen at once.
        scenario.does(Action::Here(id, "drink".to_owned(), Present::new(&[Worker, company], "")));
        assert_eq!(
            (instead(&scenario), hidden(&scenario, id)),
            (Some(Instead::KeptBack), PRIVATE.map(str::to_owned).into())
        );
        scenario.does(Action::Go(Route::Check(id)));
        assert_eq!(hidden(&scenario, id), PRIVATE);
        scenario.comes_back_to(Route::Check(id));
        scenario.does(Action::Room(id, InRoom::Same));
        assert_eq!(hidden(&scenario, id), PRIVATE, "behind the door as well");
        // Chosen for one part, it counts for that part and for those who are there.
        let now =
            Route::HeadsUp { session: id, item: "drink".to_owned(), then: Then::Check, room: Room::AsItIs };
        scenario.does(Action::Go(now));
        assert_eq!(hidden(&scenario, id), ["home", "justice", "support"]);
        let both = Present::new(&[Worker, Practitioner, Family], "");
        scenario.does(Action::Here(id, "drink".to_owned(), both));
        assert_eq!(hidden(&scenario, id), PRIVATE, "somebody else came in");
        scenario.does(Action::Room(id, InRoom::Alone));
        assert_eq!(hidden(&scenario, id).len(), 0);
        assert_eq!(scenario.sitting(id).session.here().map(Present::cell).as_deref(), Some("worker"));
        assert_eq!(scenario.given(id, "drink"), Answer::Coded(1), "nothing is lost");
    }
}

#[test]
fn what_cannot_wait_is_asked_before_anybody_and_what_was_said_of_it_in_private_is_held() {
    let urgent = |codes: &[i32]| Answer::Several(codes.iter().copied().collect());
    // Who was there when it was said, who comes in, what was said, and whether it is held then.
    type Row<'a> = (&'a [Company], &'a [Company], Answer, bool);
    let rows: [Row<'_>; 9] = [
        (&[Worker], &[Worker, Family], urgent(&[1, 5]), true),
        (&[Worker], &[Worker, Practitioner], urgent(&[5]), true),
        (&[Worker], &[Family], urgent(&[5]), true),
        (&[Worker], &[Worker, Family], urgent(&[0]), true),
        (&[Worker], &[Worker, Peer], urgent(&[5]), false),
        (&[Worker], &[Worker, Family], Answer::Missing(Missing::Skipped), false),
        (&[Worker], &[Worker, Family], Answer::Missing(Missing::PreferNotToSay), false),
        (&[Worker, Family], &[Worker, Family], urgent(&[1]), false),
        (&[Worker, Family], &[Worker, Practitioner], urgent(&[1]), false),
    ];
    for (before, after, said, held) in rows {
        let case = format!("{before:?}, then {after:?}: {said:?}");
        let (mut scenario, _, id) = begun(before);
        scenario.does(Action::Go(question(id, "cannot_wait")));
        assert_eq!(instead(&scenario), None, "{case}");
        scenario.does(Action::Answer(id, "cannot_wait".to_owned(), said.clone()));
        let first = first(&scenario, id);
        scenario.does(Action::Here(id, "cannot_wait".to_owned(), Present::new(after, "")));
        assert_eq!(hidden(&scenario, id).contains(&"today".to_owned()), held, "{case}");
        assert_eq!(instead(&scenario), held.then_some(Instead::KeptBack), "{case}");
        scenario.does(Action::Go(Route::SortFirst(id)));
        assert_eq!(self::first(&scenario, id), if held { First::default() } else { first.clone() }, "{case}");
        scenario.does(Action::Room(id, InRoom::Alone));
        assert_eq!(self::first(&scenario, id), first, "{case}: with one tap all of it is there again");
    }
}

#[test]
fn nowhere_safe_tonight_said_in_private_is_not_told_to_whoever_comes_in() {
    let (mut scenario, _, id) = begun(&[Worker]);
    scenario.says(id, "home_tonight", 0);
    assert_eq!(first(&scenario, id).said.len(), 1);
    scenario.does(Action::Here(id, "home_tonight".to_owned(), Present::new(&[Worker, Family], "")));
    scenario.does(Action::Go(Route::SortFirst(id)));
    assert_eq!(first(&scenario, id), First::default());
}

#[test]
fn what_is_finished_is_held_as_long_as_others_are_known_to_be_here() {
    let (mut scenario, _, id) = begun(&[Worker, Practitioner]);
    scenario.does(Action::Go(Route::Check(id)));
    scenario.does(Action::Finish(id));
    assert_eq!(hidden(&scenario, id), PRIVATE);
    let before = scenario.sitting(id).session.clone();
    assert_eq!(
        kept(&scenario.does(Action::Room(id, InRoom::Alone))),
        [],
        "a finished assessment never changes"
    );
    assert_eq!((hidden(&scenario, id).len(), &scenario.sitting(id).session), (0, &before));
    scenario.days_pass(1);
    scenario.comes_back_to(Route::Profile(id));
    assert_eq!(hidden(&scenario, id).len(), 0, "on another day nobody knows");
}

#[test]
fn a_sitting_goes_on_in_another_way_and_each_answer_keeps_its_own() {
    let (mut scenario, person, id) = begun(&[Worker]);
    scenario.says(id, "own_food", 2);
    assert_eq!(kept(&scenario.does(Action::Room(id, InRoom::How(Mode::Phone)))).len(), 1, "kept at once");
    assert_eq!(kept(&scenario.does(Action::Room(id, InRoom::How(Mode::Phone)))), [], "the same once more");
    assert_eq!(scenario.sitting(id).answering, By::Person, "read out from afar, it is the person");
    scenario.says(id, "own_body", 1);
    scenario.comes_back_to(Route::Check(id));
    let session = &scenario.sitting(id).session;
    let way = |item: &str| session.entries[&ItemId::from(item)].last().map(|entry| entry.mode.clone());
    assert_eq!((way("own_food"), way("own_body")), (Some(Mode::Joint), Some(Mode::Phone)));
    assert_eq!((session.modes(), session.mode()), (vec![&Mode::Joint, &Mode::Phone], &Mode::Phone));
    // Handed over, none of it leaves with it.
    let handed = scenario.opened_vault().draft_to_hand(person).map(|head| head.start.id);
    assert_eq!(handed, Some(id));
    scenario.does(Action::AskAboutYou(id));
    let about = scenario.opened_vault().about_you(person).expect("about you");
    assert_eq!(scenario.sitting(about).session.mode(), &Mode::Phone);
}
