//! Who is there, what is held for a private moment, by phone or video, one question at a time, and how long it takes.

use super::scenario::{Scenario, asked, kept, skipped};
use crate::library::STRENGTHS_PROFILE;
use crate::needs::{Help, Need};
use crate::record::Parts;
use crate::route::{Room, Route, Then};
use crate::state::{Action, Beginning};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::Setting;
use assessment_core::presence::Company::{Family, Interpreter, Peer, Practitioner, Worker};
use assessment_core::presence::{Company, Present};
use assessment_core::session::{Mode, PersonId, SessionId};

const HELD: [&str; 3] = ["home_tonight", "drink", "justice_new"];

fn begun(mode: Mode, company: &[Company]) -> (Scenario, PersonId, SessionId) {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let present = Some(Present::new(company, "BSL"));
    let asked = asked(STRENGTHS_PROFILE, Some(Setting::Community));
    let effects = scenario.does(Action::Begin(rhys, Beginning { mode, present, ..asked }));
    let id = scenario.state.route.session().expect("a question");
    assert_eq!(kept(&effects).first(), Some(&(id, 1, Parts::HeadAndAnswers)), "who is there is kept at once");
    (scenario, rhys, id)
}

fn here(scenario: &Scenario, id: SessionId) -> Option<String> {
    scenario.sitting(id).session.here().map(Present::cell)
}

fn changes(scenario: &mut Scenario, id: SessionId, item: &str, company: &[Company]) {
    scenario.does(Action::Here(id, item.to_owned(), Present::new(company, "")));
}

/// Goes on until the page before a sensitive section, and gives the section's first item.
fn until_told(scenario: &mut Scenario) -> String {
    loop {
        match scenario.state.route.clone() {
            Route::HeadsUp { item, .. } => return item,
            _ => scenario.goes_on(),
        }
    }
}

#[test]
fn how_it_is_done_and_who_is_there_are_kept_and_carried_to_every_answer() {
    let rows: [(Mode, &[Company], &str); 4] = [
        (Mode::Joint, &[Worker], "worker"),
        (Mode::Phone, &[Worker, Peer], "worker peer"),
        (Mode::Video, &[Worker, Interpreter], "worker interpreter"),
        (Mode::Phone, &[], "nobody"),
    ];
    for (mode, company, cell) in rows {
        let (mut scenario, _, id) = begun(mode.clone(), company);
        scenario.comes_back_to(Route::Question {
            session: id,
            item: "own_food".to_owned(),
            then: Then::Next,
        });
        assert_eq!(here(&scenario, id).as_deref(), Some(cell));
        scenario.says(id, "own_food", 2);
        scenario.comes_back_to(Route::Check(id));
        let session = &scenario.sitting(id).session;
        assert_eq!(session.start.mode, mode);
        let book = scenario.opened_vault().library.of(session).expect("its book");
        let at = book.instrument.find_item("own_food").expect("an item");
        let entry = session.entries[&book.instrument.item(at).id].last().expect("one entry");
        assert_eq!(entry.mode, mode);
        assert_eq!(session.present_for(&book.instrument, at).map(Present::cell).as_deref(), Some(cell));
    }
}

#[test]
fn whoever_comes_in_is_there_from_then_on() {
    let (mut scenario, _, id) = begun(Mode::Joint, &[Worker]);
    scenario.says(id, "own_food", 2);
    let before = scenario.sitting(id).session.revision;
    changes(&mut scenario, id, "own_food", &[Worker, Family]);
    changes(&mut scenario, id, "own_food", &[Worker, Family]);
    assert_eq!(scenario.sitting(id).session.revision, before + 1, "the same once more adds nothing");
    scenario.says(id, "daily_post", 1);
    scenario.comes_back_to(Route::Check(id));
    let session = &scenario.sitting(id).session;
    let instrument = &scenario.opened_vault().library.of(session).expect("its book").instrument;
    let cell = |item: &str| {
        let at = instrument.find_item(item).unwrap_or_else(|| panic!("no {item}"));
        session.present_for(instrument, at).map(Present::cell)
    };
    assert_eq!(cell("own_food").as_deref(), Some("worker"));
    assert_eq!(cell("daily_post").as_deref(), Some("worker family"));
    assert_eq!(scenario.sitting(id).saved, session.revision);
    changes(&mut scenario, id, "no_such_item", &[]);
    assert_eq!(here(&scenario, id).as_deref(), Some("worker family"));
}

#[test]
fn before_others_the_part_that_asks_about_safety_is_held_and_with_the_worker_alone_it_is_asked_like_any_other()
 {
    let support = "support_housing";
    for (company, announced) in
        [(None, false), (Some(Peer), false), (Some(Family), true), (Some(Practitioner), true)]
    {
        let present: Vec<Company> = std::iter::once(Worker).chain(company).collect();
        let (mut scenario, _, id) = begun(Mode::Joint, &present);
        scenario.goes_to(id, "active", Then::Next);
        scenario.goes_on();
        let told = matches!(&scenario.state.route, Route::HeadsUp { item, .. } if item == support);
        assert_eq!(told, announced, "{company:?}");
        if !announced {
            assert_eq!(scenario.on(), Some(support));
            continue;
        }
        let session = scenario.sitting(id).session.clone();
        assert_eq!(scenario.opened_vault().to_hold(&session, support, Then::Next), Some(1));
        scenario.does(Action::HoldSection(id, support.to_owned()));
        assert_eq!(scenario.on(), Some("named_thing"));
        assert_eq!(scenario.given(id, "support_safety"), Answer::NOT_REACHED);
    }
}

#[test]
fn before_others_sensitive_parts_are_held_in_one_go_and_nothing_of_them_is_skipped() {
    for company in [Practitioner, Family] {
        let (mut scenario, person, id) = begun(Mode::Joint, &[Worker, company]);
        assert_eq!(until_told(&mut scenario), HELD[0]);
        let session = scenario.sitting(id).session.clone();
        assert_eq!(scenario.opened_vault().to_hold(&session, HELD[0], Then::Next), Some(3));
        let effects = scenario.does(Action::HoldSection(id, HELD[0].to_owned()));
        assert_eq!(kept(&effects).len(), 1, "kept at once");
        assert_eq!(scenario.on(), Some("active"));
        assert!(HELD.iter().all(|item| scenario.given(id, item) == Answer::NOT_REACHED));
        // Stopped and gone on with: not back to what is held, but to the question one was at.
        scenario.comes_back_to(Route::Person(person));
        scenario.begins(person);
        assert_eq!(scenario.on(), Some("active"));
        scenario.walks_through();
        assert_eq!(scenario.state.route, Route::Check(id));
        scenario.comes_back_to(Route::Person(person));
        scenario.begins(person);
        assert_eq!(scenario.state.route, Route::Check(id), "held parts wait with the answers");
    }
}

#[test]
fn a_held_part_is_done_later_and_leads_back_to_the_answers() {
    let (mut scenario, _, id) = begun(Mode::Joint, &[Worker, Family]);
    until_told(&mut scenario);
    scenario.does(Action::HoldSection(id, HELD[0].to_owned()));
    scenario.walks_through();
    let later = |item: &str| Route::HeadsUp {
        session: id,
        item: item.to_owned(),
        then: Then::Check,
        room: Room::Ask,
    };
    // The others are still there: it is left once more.
    scenario.does(Action::Go(later("drink")));
    scenario.does(Action::HoldSection(id, "drink".to_owned()));
    assert_eq!(scenario.state.route, Route::Check(id));
    // They have gone.
    scenario.does(Action::Go(later("drink")));
    changes(&mut scenario, id, "drink", &[Worker]);
    scenario.is_told();
    scenario.says(id, "drink", 0);
    while scenario.on().is_some() {
        scenario.goes_on();
    }
    assert_eq!(scenario.state.route, Route::Check(id));
    let session = &scenario.sitting(id).session;
    let instrument = &scenario.opened_vault().library.of(session).expect("its book").instrument;
    let responses = session.responses(instrument);
    let held = |id: &str| {
        let section = instrument.sections().iter().position(|section| section.id.as_str() == id);
        session.is_held(instrument, &responses, section.expect("a section"))
    };
    assert_eq!(["home", "substance_use", "justice"].map(held), [true, false, true]);
    let drink = instrument.find_item("drink").expect("an item");
    assert_eq!(session.present_for(instrument, drink).map(Present::cell).as_deref(), Some("worker"));
    // Skipped from there, it leads back as well.
    scenario.does(Action::Go(later("justice_new")));
    scenario.does(Action::SkipSection(id, "justice_new".to_owned()));
    assert_eq!((&scenario.state.route, scenario.given(id, "justice_new")), (&Route::Check(id), skipped()));
    scenario.does(Action::Finish(id));
    assert_eq!(scenario.given(id, "home_tonight"), Answer::NOT_REACHED);
}

#[test]
fn somebody_may_go_on_before_others_all_the_same() {
    let (mut scenario, _, id) = begun(Mode::Joint, &[Practitioner]);
    let item = until_told(&mut scenario);
    let now = Route::HeadsUp { session: id, item: item.clone(), then: Then::Next, room: Room::AsItIs };
    scenario.does(Action::Go(now));
    scenario.is_told();
    assert_eq!(scenario.on(), Some(HELD[0]));
    scenario.says(id, HELD[0], 1);
    assert_eq!(until_told(&mut scenario), "drink", "each part is a choice of its own");
}

#[test]
fn a_break_a_lock_and_an_hour_without_a_tap_count_no_time() {
    // Written down with the answers, and with nothing else.
    let minutes = |scenario: &Scenario, id| scenario.sitting(id).session.took.map(|took| took / 60_000);
    let (mut scenario, person, id) = begun(Mode::Joint, &[Worker]);
    let question = Route::Question { session: id, item: "own_food".to_owned(), then: Then::Next };
    scenario.does(Action::Go(question.clone()));
    scenario.minutes_pass(4);
    scenario.says(id, "own_food", 2);
    assert_eq!(minutes(&scenario, id), Some(4));
    scenario.minutes_pass(3);
    scenario.does(Action::Go(Route::Break(id)));
    scenario.minutes_pass(25);
    scenario.does(Action::Go(question.clone()));
    scenario.says(id, "own_food", 0);
    assert_eq!(minutes(&scenario, id), Some(7), "a break");
    scenario.minutes_pass(59);
    scenario.says(id, "own_food", 1);
    assert_eq!(minutes(&scenario, id), Some(66), "a long talk");
    scenario.minutes_pass(61);
    scenario.says(id, "own_food", 0);
    assert_eq!(minutes(&scenario, id), Some(66), "whether anybody was there nobody knows");
    scenario.does(Action::Go(Route::Person(person)));
    scenario.minutes_pass(10);
    scenario.comes_back_to(question.clone());
    scenario.minutes_pass(2);
    scenario.says(id, "own_food", 2);
    assert_eq!(minutes(&scenario, id), Some(68), "a lock");
    scenario.does(Action::Go(Route::Check(id)));
    scenario.minutes_pass(5);
    scenario.does(Action::Finish(id));
    scenario.minutes_pass(5);
    scenario.does(Action::Go(Route::Check(id)));
    scenario.minutes_pass(5);
    scenario.comes_back_to(Route::Profile(id));
    let session = &scenario.sitting(id).session;
    assert_eq!(session.minutes(), Some(73), "looked at again, it takes no longer");
}

#[test]
fn one_question_at_a_time_is_remembered_for_the_person_and_comes_back_to_the_same_question() {
    let (mut scenario, person, id) = begun(Mode::Joint, &[Worker]);
    scenario.goes_to(id, "own_food", Then::Next);
    let one = || Action::Need(person, Need::Help(Help::OneAtATime));
    scenario.does(one());
    assert_eq!(scenario.on(), Some("own_food"), "the same question stays");
    scenario.says(id, "own_food", 2);
    scenario.goes_on();
    assert_eq!(scenario.on(), Some("own_body"));
    scenario.passes(id, "own_body", Missing::Skipped);
    scenario.goes_on();
    let third = scenario.on().map(str::to_owned).expect("a question");
    scenario.comes_back_to(Route::Person(person));
    scenario.begins(person);
    assert_eq!(scenario.on(), Some("matters"), "what was jumped over comes first");
    scenario.walks_through();
    assert_ne!(scenario.given(id, &third), Answer::NOT_REACHED);
    assert_eq!(scenario.state.route, Route::Check(id));
    // Changed from the answers, it leads straight back.
    scenario.goes_to(id, &third, Then::Check);
    scenario.goes_on();
    assert_eq!(scenario.state.route, Route::Check(id));
    scenario.does(one());
    scenario.goes_to(id, "own_food", Then::Next);
    scenario.goes_on();
    assert_ne!(scenario.on(), Some("own_body"), "together again");
}

#[test]
fn a_break_comes_back_to_the_page_the_two_were_at_and_not_to_the_first_open_question() {
    let mut scenario = Scenario::open();
    let person = scenario.adds("Rhys");
    let id = scenario.begins(person);
    let question = Route::Question { session: id, item: "own_food".to_owned(), then: Then::Next };
    assert_ne!(scenario.opened_vault().resume(id), Some(question.clone()), "there are open ones before it");
    for at in [question, Route::Check(id)] {
        scenario.does(Action::Go(at.clone()));
        scenario.does(Action::Go(Route::Break(id)));
        assert_eq!(scenario.sitting(id).last_at.as_ref(), Some(&at));
    }
}
