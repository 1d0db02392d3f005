//! The worker chooses what to hand over, says who it is, and takes the tablet back.

use super::scenario::{Scenario, asked, day, english};
use crate::brought::judge;
use crate::brought::tests::pack;
use crate::library::tests::{shipped, strengths_profile};
use crate::route::Route;
use crate::state::handing::items;
use crate::state::{
    Action, Checked, Effect, FormTrouble, Found, History, KeepTrouble, NotKept, Passphrase, Stage, parts,
    start,
};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::Setting;
use assessment_core::session::{Mode, PersonId, SessionId, Side};

fn section(id: &str) -> usize {
    let book = strengths_profile();
    book.instrument.sections().iter().position(|section| section.id.as_str() == id).expect("such a section")
}

/// What leaves with the person.
fn handed(effects: &[Effect]) -> Option<&crate::state::Handover> {
    effects
        .iter()
        .find_map(|effect| if let Effect::HandOver(over) = effect { Some(over.as_ref()) } else { None })
}

fn hands(tablet: &mut Scenario, person: PersonId, sections: &[&str]) -> Vec<Effect> {
    tablet.does(Action::Go(Route::HandOver(person)));
    tablet.does(Action::HandSetting(Setting::Community));
    for id in sections {
        tablet.does(Action::HandPart(section(id)));
    }
    tablet.does(Action::HandNext(person));
    tablet.does(Action::HandOver(person, Some(Checked::Name)))
}

#[test]
fn somebody_who_goes_to_another_page_before_it_is_handed_over_keeps_the_tablet() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    for (route, kept) in [
        (Route::RightPerson(nia), false),
        (Route::HandOver(nia), true),
        (Route::Person(nia), true),
        (Route::Home, true),
    ] {
        assert!(handed(&hands(&mut tablet, nia, &["home"])).is_some(), "{route:?}");
        let effects = tablet.sends(Action::Go(route.clone()));
        assert_eq!(effects.contains(&Effect::KeepTablet), kept, "{route:?}");
        tablet.does(Action::Go(Route::Home));
    }
}

#[test]
fn a_new_assessment_is_handed_over_with_the_questions_of_the_chosen_parts_and_no_others() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    let effects = hands(&mut tablet, nia, &["home", "activity"]);
    let over = handed(&effects).expect("it is handed over");
    assert_eq!(over.items, ["home_tonight", "home_lose", "home_temporary", "active"]);
    let start = &over.session.start;
    assert_eq!((start.person, &start.mode, start.setting), (nia, &Mode::Alone, Setting::Community));
    assert!(over.known.entries.is_empty());
}

#[test]
fn what_was_answered_or_refused_together_is_not_asked_again_and_what_was_passed_over_is() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    let id = tablet.begins(nia);
    tablet.says(id, "drugs", 1);
    tablet.passes(id, "drink", Missing::PreferNotToSay);
    tablet.passes(id, "inject", Missing::Skipped);
    tablet.does(Action::SeeDifferently(id, "drugs".to_owned(), Answer::Coded(0)));
    tablet.does(Action::Say(
        id,
        "drugs".to_owned(),
        Side::Worker,
        "not on a tablet that is handed over".to_owned(),
    ));
    let effects = hands(&mut tablet, nia, &["substance_use"]);
    let over = handed(&effects).expect("it is handed over");
    assert_eq!(over.session.start.id, id);
    assert_eq!(over.items, ["drugs_in_the_way", "inject", "inject_share"]);
    let known: Vec<&str> = over.known.entries.keys().map(|item| item.as_str()).collect();
    assert_eq!(known, ["drugs"], "the answer they depend on, and nothing else");
    assert!(over.known.worker_view.is_empty() && over.known.words.is_empty(), "nothing of the worker's");
}

#[test]
fn parts_with_nothing_open_are_not_offered() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    let id = tablet.begins(nia);
    tablet.says(id, "active", 1);
    let session = tablet.sitting(id).session.clone();
    let book = strengths_profile();
    let offered = parts(&book.instrument, &session);
    assert!(offered.iter().all(|part| part.section != section("activity")));
    assert_eq!(offered.len(), book.instrument.sections().len() - 1);
    // A gate that was answered the other way leaves nothing behind it.
    let mut closed = session;
    crate::handover::sample::says(&mut closed, "groups_any", Answer::Missing(Missing::PreferNotToSay), 1);
    assert!(items(&book.instrument, &closed, &[section("groups")]).is_empty());
}

#[test]
fn nothing_is_handed_over_without_a_setting_a_part_and_a_check() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    tablet.does(Action::Go(Route::HandOver(nia)));
    let next = |tablet: &mut Scenario| {
        tablet.does(Action::HandNext(nia));
        (tablet.form(), tablet.state.route.clone())
    };
    assert_eq!(next(&mut tablet), (Some(FormTrouble::NoSetting), Route::HandOver(nia)));
    tablet.does(Action::HandSetting(Setting::Community));
    assert_eq!(next(&mut tablet), (Some(FormTrouble::NoPart), Route::HandOver(nia)));
    tablet.does(Action::HandPart(section("home")));
    assert_eq!(next(&mut tablet), (None, Route::RightPerson(nia)));
    let effects = tablet.does(Action::HandOver(nia, None));
    assert_eq!((handed(&effects), tablet.form()), (None, Some(FormTrouble::NotChecked)));
    assert!(handed(&tablet.does(Action::HandOver(nia, Some(Checked::Known)))).is_some());
    assert!(handed(&tablet.does(Action::HandOver(nia, Some(Checked::Known)))).is_none(), "once is enough");
}

#[test]
fn a_part_chosen_twice_is_not_chosen_and_another_person_begins_anew() {
    let mut tablet = Scenario::open();
    let (nia, bryn) = (tablet.adds("Nia"), tablet.adds("Bryn"));
    tablet.does(Action::Go(Route::HandOver(nia)));
    tablet.does(Action::HandPart(3));
    tablet.does(Action::HandPart(4));
    tablet.does(Action::HandPart(3));
    assert_eq!(tablet.opened_vault().handing.sections, [4]);
    tablet.does(Action::Go(Route::Person(bryn)));
    tablet.does(Action::Go(Route::HandOver(bryn)));
    assert!(tablet.opened_vault().handing.sections.is_empty());
}

#[test]
fn nothing_is_handed_over_while_something_is_not_kept() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    let id = tablet.begins(nia);
    tablet.does(Action::NotKept(NotKept::Session(id, KeepTrouble::Failed)));
    let effects = hands(&mut tablet, nia, &["home"]);
    assert_eq!((handed(&effects), tablet.form()), (None, Some(FormTrouble::NotHandedOver)));
}

fn shut(route: Route) -> Scenario {
    let mut tablet = Scenario::shut(Found::Vault);
    tablet.state = start(route, day("2026-01-05"));
    tablet.does(Action::Words(english()));
    tablet
}

#[test]
fn a_handed_over_tablet_starts_with_the_questions_whatever_the_address_is() {
    let (person, session) = (PersonId([1; 16]), SessionId([2; 16]));
    let rows = [
        Route::Home,
        Route::NewVault,
        Route::AddPerson,
        Route::TakeOut,
        Route::Security,
        Route::Lost,
        Route::Person(person),
        Route::begin(person),
        Route::HandOver(person),
        Route::Check(session),
        Route::HandedBack(session),
    ];
    for route in rows {
        let mut tablet = shut(route.clone());
        assert_eq!(tablet.does(Action::Found(Ok(Found::HandedOver))), [Effect::ToHandedOver], "{route:?}");
        assert_eq!(tablet.state.stage, Stage::Starting, "{route:?}: nothing is shown");
    }
}

#[test]
fn the_door_of_a_handed_over_tablet_opens_with_the_passphrase_and_to_nothing_else() {
    let mut tablet = shut(Route::HandBack);
    tablet.does(Action::Found(Ok(Found::HandedOver)));
    assert_eq!(tablet.does(Action::TryExamples), []);
    for route in [Route::Home, Route::Security, Route::NewVault] {
        tablet.does(Action::Went(route));
        assert!(matches!(&tablet.state.stage, Stage::Shut(shut) if shut.handed));
    }
    let unlock = Action::Unlock(Passphrase("a walk by the river".to_owned()));
    assert!(tablet.sends(unlock).iter().any(|effect| matches!(effect, Effect::Unlock(_))));
}

#[test]
fn after_the_unlock_the_worker_sees_first_what_came_back() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    let id = tablet.begins(nia);
    let mut loaded = tablet.store.load();
    loaded.handed_back = vec![id];
    let library = tablet.opened_vault().library.clone();
    let mut door = shut(Route::HandBack);
    door.store = tablet.store.clone();
    door.does(Action::Found(Ok(Found::HandedOver)));
    let opened = Action::Opened(crate::state::VaultKind::Kept, Box::new(loaded), library);
    let effects = door.does(opened);
    assert_eq!(door.state.route, Route::HandedBack(id));
    assert!(effects.contains(&Effect::ShowAddress(Route::HandedBack(id), History::Replace)));
    assert!(door.opened_vault().ready(&door.state.route), "its answers were read");
}

fn bring(tablet: &mut Scenario, language: &str) {
    let book = shipped("barc-10");
    let judged = judge(
        &book,
        None,
        pack(&book.instrument, language).to_string(),
        [language.as_bytes()[0]; 16],
        day("2026-01-05"),
    );
    tablet.does(Action::PackRead(Ok(Box::new(judged.expect("whole")))));
    tablet.does(Action::KeepPack);
}

#[test]
fn every_instrument_with_words_can_be_handed_over_and_no_other() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    let offered = |tablet: &Scenario| -> Vec<String> {
        tablet.opened_vault().handed_out().map(|listed| listed.edition.id.clone()).collect()
    };
    let ours = ["strengths-profile", "social-community-capital", "brief-check-in", "distance-travelled"];
    assert!(ours.iter().all(|id| offered(&tablet).contains(&(*id).to_owned())), "{:?}", offered(&tablet));
    assert!(!offered(&tablet).contains(&"barc-10".to_owned()), "nobody supplied its words");
    bring(&mut tablet, "en");
    assert!(offered(&tablet).contains(&"barc-10".to_owned()));
    for id in ours.into_iter().chain(["barc-10"]) {
        tablet.does(Action::Go(Route::Person(nia)));
        tablet.does(Action::Go(Route::HandOver(nia)));
        tablet.does(Action::HandInstrument(id.to_owned()));
        assert!(tablet.opened_vault().ready(&Route::HandOver(nia)), "{id}: its questions are at hand");
        tablet.does(Action::HandSetting(Setting::Custody));
        let book = shipped(id);
        tablet.does(Action::HandParts((0..book.instrument.sections().len()).collect()));
        tablet.does(Action::HandNext(nia));
        let effects = tablet.does(Action::HandOver(nia, Some(Checked::Name)));
        let over = handed(&effects).unwrap_or_else(|| panic!("{id}: {:?}", tablet.form()));
        assert_eq!((over.session.instrument.as_str(), &over.session.start.mode), (id, &Mode::Alone));
        let asked = |item: &String| {
            let at = book.instrument.find_item(item).expect("such an item");
            book.instrument.item(at).asked_in(Setting::Custody)
        };
        assert!(!over.items.is_empty() && over.items.iter().all(asked), "{id}: questions of this setting");
        assert_eq!(over.words.is_some(), id == "barc-10", "{id}: words that were brought go along");
        tablet.does(Action::NotHandedOver);
    }
}

#[test]
fn where_words_were_brought_in_two_languages_one_is_chosen_and_goes_along_alone() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    bring(&mut tablet, "en");
    bring(&mut tablet, "cy");
    tablet.does(Action::Go(Route::HandOver(nia)));
    tablet.does(Action::HandInstrument("barc-10".to_owned()));
    tablet.does(Action::HandSetting(Setting::Community));
    tablet.does(Action::HandPart(0));
    tablet.does(Action::HandNext(nia));
    assert_eq!(tablet.form(), Some(FormTrouble::NoWords));
    let welsh = tablet
        .opened_vault()
        .brought
        .iter()
        .find(|one| one.about.language == "cy")
        .expect("it is kept")
        .clone();
    tablet.does(Action::HandWords(welsh.pin.clone()));
    tablet.does(Action::HandNext(nia));
    let effects = tablet.does(Action::HandOver(nia, Some(Checked::Name)));
    let over = handed(&effects).expect("it is handed over");
    assert_eq!((&over.session.start.wording, &over.words), (&welsh.pin, &Some(welsh.text)));
}

#[test]
fn another_instrument_forgets_the_parts_of_the_last_one_and_goes_on_with_its_own_draft() {
    let mut tablet = Scenario::open();
    let nia = tablet.adds("Nia");
    tablet.does(Action::Go(Route::Begin(nia, "brief-check-in".to_owned())));
    tablet.does(Action::Begin(nia, asked("brief-check-in", Some(Setting::Community))));
    let draft = tablet.state.route.session().expect("it began");
    tablet.says(draft, "hope", 2);
    tablet.does(Action::Go(Route::HandOver(nia)));
    tablet.does(Action::HandPart(3));
    tablet.does(Action::HandInstrument("brief-check-in".to_owned()));
    assert_eq!(tablet.opened_vault().handing.sections, [0_usize; 0]);
    tablet.does(Action::HandParts(vec![0, 1]));
    tablet.does(Action::HandNext(nia));
    let effects = tablet.does(Action::HandOver(nia, Some(Checked::Known)));
    let over = handed(&effects).expect("it is handed over");
    assert_eq!(over.session.start.id, draft);
    assert!(!over.items.contains(&"hope".to_owned()) && over.items.len() == 9, "{:?}", over.items);
}
