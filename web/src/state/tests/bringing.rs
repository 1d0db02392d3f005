//! Words a service brings: looked at, kept, asked with, and taken away when no draft needs them.

use super::scenario::{Scenario, asked};
use crate::brought::tests::{brought, day, pack};
use crate::brought::{Brought, Judged, PackTrouble, Whose, judge};
use crate::library::STRENGTHS_PROFILE;
use crate::library::tests::{shipped, words_of};
use crate::route::Route;
use crate::state::{Action, Beginning, Bringing, Checked, Effect, KeepTrouble};
use assessment_core::instrument::Setting;
use assessment_core::session::{PersonId, SessionId};

const BARC: &str = "barc-10";

fn words() -> Brought {
    brought(&shipped(BARC))
}

fn judged() -> Judged {
    let book = shipped(BARC);
    judge(&book, None, pack(&book.instrument, "en").to_string(), [9; 16], day()).expect("whole")
}

/// A tablet on which the words are kept.
fn kept() -> Scenario {
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::Words));
    scenario.does(Action::PackRead(Ok(Box::new(judged()))));
    scenario.does(Action::KeepPack);
    assert_eq!(scenario.opened_vault().bringing, Bringing::Kept);
    scenario
}

fn begins(scenario: &mut Scenario, person: PersonId) -> SessionId {
    scenario.does(Action::Go(Route::Begin(person, BARC.to_owned())));
    scenario.does(Action::Begin(person, asked(BARC, Some(Setting::Community))));
    scenario.state.route.session().expect("it began")
}

#[test]
fn words_are_read_when_asked_and_kept_only_when_somebody_says_so() {
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::Words));
    assert!(matches!(scenario.sends(Action::BringWords)[..], [Effect::ReadPack(..)]));
    scenario.waiting.clear();
    assert_eq!(scenario.sends(Action::BringWords), [], "one file at a time");
    scenario.does(Action::PackRead(Ok(Box::new(judged()))));
    assert!(scenario.store.packs.is_empty(), "nothing is kept by looking");
    scenario.does(Action::KeepPack);
    assert_eq!(scenario.store.packs.len(), 1);
    scenario.does(Action::PackRead(Ok(Box::new(judged()))));
    assert_eq!(scenario.opened_vault().bringing, Bringing::Trouble(PackTrouble::Here));
    scenario.does(Action::Go(Route::Home));
    assert_eq!(scenario.opened_vault().bringing, Bringing::None);
}

#[test]
fn words_that_are_not_all_there_or_are_not_kept_are_not_there() {
    let mut lacking = judged();
    lacking.completeness.missing.push("items.barc_01".to_owned());
    let rows = [(lacking, None), (judged(), Some(KeepTrouble::Failed))];
    for (judged, refuses) in rows {
        let mut scenario = Scenario::open();
        scenario.refuses = refuses;
        scenario.does(Action::Go(Route::Words));
        scenario.does(Action::PackRead(Ok(Box::new(judged))));
        scenario.does(Action::KeepPack);
        assert!(scenario.opened_vault().brought.is_empty(), "{refuses:?}");
        assert_ne!(scenario.opened_vault().bringing, Bringing::Kept, "{refuses:?}");
    }
}

#[test]
fn a_session_pins_the_words_and_finds_them_after_the_tablet_was_locked() {
    let mut scenario = kept();
    let nia = scenario.adds("Nia");
    assert!(scenario.opened_vault().askable(&words().edition));
    let id = begins(&mut scenario, nia);
    assert_eq!(scenario.opened_vault().heads[&id].start.wording, words().pin);
    scenario.says(id, "barc_01", 5);
    scenario.comes_back_to(Route::Check(id));
    let library = &scenario.opened_vault().library;
    let book = library.of(&scenario.sitting(id).session).expect("its book");
    assert_eq!(book.title(), "Made-up words");
}

#[test]
fn words_go_when_no_draft_needs_them_and_what_is_finished_stays() {
    let mut scenario = kept();
    let nia = scenario.adds("Nia");
    let id = begins(&mut scenario, nia);
    scenario.does(Action::TakeWordsAway([9; 16]));
    assert_eq!(scenario.store.packs.len(), 1, "a draft needs them");
    scenario.walks_through();
    scenario.does(Action::Finish(id));
    scenario.does(Action::TakeWordsAway([9; 16]));
    assert!(scenario.store.packs.is_empty());
    assert!(!scenario.opened_vault().askable(&words().edition));
    assert_eq!(scenario.opened_vault().heads[&id].start.wording, words().pin, "it keeps naming them");
    let book = scenario.opened_vault().library.of(&scenario.sitting(id).session).expect("it still scores");
    assert!(book.wording.is_none());
}

#[test]
fn a_tablet_that_is_handed_over_asks_in_the_words_that_were_brought() {
    let book = shipped(STRENGTHS_PROFILE);
    let judged = judge(&book, None, pack(&book.instrument, "en").to_string(), [9; 16], day()).expect("whole");
    let (pin, text) = (judged.brought.pin.clone(), judged.brought.text.clone());
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::Words));
    scenario.does(Action::PackRead(Ok(Box::new(judged))));
    scenario.does(Action::KeepPack);
    let nia = scenario.adds("Nia");
    let asked = Beginning { wording: Some(pin), ..asked(STRENGTHS_PROFILE, Some(Setting::Community)) };
    scenario.does(Action::Begin(nia, asked));
    scenario.does(Action::Go(Route::HandOver(nia)));
    scenario.does(Action::HandParts(vec![2]));
    scenario.does(Action::HandNext(nia));
    let effects = scenario.sends(Action::HandOver(nia, Some(Checked::Known)));
    let words = effects.iter().find_map(|effect| match effect {
        Effect::HandOver(over) => Some(over.words.clone()),
        _ => None,
    });
    assert_eq!(words, Some(Some(text)));
}

#[test]
fn a_pack_reads_back_as_it_was_kept_and_nothing_else_reads() {
    let brought = words();
    let bytes = crate::record::packs::write_pack(&brought);
    assert_eq!(crate::record::packs::read_pack(brought.id, &bytes), Ok(brought.clone()));
    for other in [&b"{}"[..], b"", b"\xff", br#"{"v":2}"#] {
        assert!(crate::record::packs::read_pack(brought.id, other).is_err());
    }
}

/// The English words that come with the app, the first question recorded.
fn recorded_of_ours() -> Judged {
    let book = shipped(STRENGTHS_PROFILE);
    let mut pack: serde_json::Value = serde_json::from_str(words_of(STRENGTHS_PROFILE, "en")).expect("JSON");
    pack["recordings"] = serde_json::json!({
        "items.matters.text": {"media_type": "audio/ogg", "bytes": 3, "sha256": "a".repeat(64)},
    });
    judge(&book, book.wording.as_deref(), pack.to_string(), [8; 16], day()).expect("the very words")
}

#[test]
fn recordings_of_our_own_words_say_them_until_they_are_taken_away_and_are_no_words_to_ask_in() {
    let mut scenario = Scenario::open();
    let before = scenario.opened_vault().library.all(&recorded_of_ours().brought.edition).count();
    scenario.does(Action::Go(Route::Words));
    scenario.does(Action::PackRead(Ok(Box::new(recorded_of_ours()))));
    scenario.does(Action::KeepPack);
    assert_eq!(scenario.opened_vault().bringing, Bringing::Kept);
    let edition = &scenario.opened_vault().brought[0].edition;
    assert_eq!(scenario.opened_vault().library.all(edition).count(), before);
    let nia = scenario.adds("Nia");
    let id = scenario.begins(nia);
    let session = Route::Check(id);
    let said = |scenario: &Scenario, route: &Route| {
        let rows = scenario.opened_vault().recorded(route);
        rows.iter().map(|row| row.sounds[0].key()).collect::<Vec<_>>()
    };
    let key = format!("{}{}", "08".repeat(16), "a".repeat(64));
    assert_eq!(said(&scenario, &session), [key.as_str()]);
    assert_eq!(said(&scenario, &Route::Home), Vec::<String>::new(), "no page of its own");
    scenario.comes_back_to(session.clone());
    assert_eq!(said(&scenario, &session), [key.as_str()], "after the tablet was locked");
    scenario.does(Action::TakeWordsAway([8; 16]));
    assert_eq!(said(&scenario, &session), Vec::<String>::new(), "no draft keeps a recording");
    assert!(scenario.store.packs.is_empty());
}

#[test]
fn a_pack_of_a_service_brings_its_recordings_with_its_words() {
    let book = shipped(BARC);
    let mut pack = pack(&book.instrument, "en");
    pack["recordings"] = serde_json::json!({
        "items.barc_01.text": {"media_type": "audio/mpeg", "bytes": 3, "sha256": "b".repeat(64)},
    });
    let judged = judge(&book, None, pack.to_string(), [9; 16], day()).expect("whole");
    let mut scenario = Scenario::open();
    scenario.does(Action::Go(Route::Words));
    scenario.does(Action::PackRead(Ok(Box::new(judged))));
    scenario.does(Action::KeepPack);
    let nia = scenario.adds("Nia");
    let id = begins(&mut scenario, nia);
    let rows = scenario.opened_vault().recorded(&Route::Check(id));
    let said: Vec<&str> = rows.iter().map(|row| row.said.as_str()).collect();
    assert_eq!(said, ["Made-up barc_01"]);
}

#[test]
fn whose_words_a_pack_records_reads_back_and_a_word_of_a_later_version_does_not() {
    let of_ours = recorded_of_ours().brought;
    let bytes = crate::record::packs::write_pack(&of_ours);
    assert_eq!(crate::record::packs::read_pack(of_ours.id, &bytes), Ok(of_ours.clone()));
    assert_eq!(of_ours.whose, Whose::App);
    let later = String::from_utf8(bytes).expect("text").replace(r#""whose":"app""#, r#""whose":"else""#);
    assert!(crate::record::packs::read_pack(of_ours.id, later.as_bytes()).is_err());
}

#[test]
fn recordings_of_the_words_that_are_handed_over_go_along_and_no_others() {
    let mut scenario = kept();
    scenario.does(Action::PackRead(Ok(Box::new(recorded_of_ours()))));
    scenario.does(Action::KeepPack);
    let nia = scenario.adds("Nia");
    scenario.does(Action::Go(Route::HandOver(nia)));
    let along = |scenario: &mut Scenario, instrument: &str| {
        scenario.does(Action::HandInstrument(instrument.to_owned()));
        scenario.does(Action::HandSetting(Setting::Community));
        scenario.does(Action::HandParts(vec![0]));
        scenario.does(Action::HandNext(nia));
        let effects = scenario.sends(Action::HandOver(nia, Some(Checked::Known)));
        let handed = effects.iter().find_map(|effect| match effect {
            Effect::HandOver(over) => Some(over.recordings.clone()),
            _ => None,
        });
        handed.expect("it is handed over")
    };
    let ours = recorded_of_ours().brought;
    assert_eq!(along(&mut scenario, STRENGTHS_PROFILE), [(ours.id, ours.text)]);
    let words = words();
    assert_eq!(along(&mut scenario, &words.edition.id), [(words.id, words.text)]);
}
