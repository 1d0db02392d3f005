//! What the tests share: a hand-over of some questions of the strengths profile.

use super::shape::{Given, Opening};
use super::steps::Asked;
use crate::library::tests::strengths_profile;
use crate::record::Head;
use crate::sounds::{Recorded, Sound};
use crate::text::Language;
use assessment_core::answer::Answer;
use assessment_core::catalogue::folders;
use assessment_core::instrument::Setting;
use assessment_core::schedule::Wave;
use assessment_core::session::{By, Entry, Mode, PersonId, Session, SessionId, Start};
use assessment_core::wording::MediaType;
use chrono::NaiveDate;

pub(crate) const TOKEN: [u8; 16] = [0x70; 16];

pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date")
}

/// Ten in the morning of that day, in Unix milliseconds.
pub(crate) const TEN: i64 = 1_772_445_600_000;

/// An empty session of the strengths profile.
pub(crate) fn session() -> Session {
    let book = strengths_profile();
    let start = Start {
        id: SessionId([5; 16]),
        person: PersonId([6; 16]),
        wave: Wave::Baseline,
        mode: Mode::Alone,
        setting: Setting::Community,
        wording: book.wording_id(),
        on: day(),
    };
    Session::begin(&book.instrument, start)
}

pub(crate) fn entry(answer: Answer, at: i64) -> Entry {
    let language = "en".to_owned();
    Entry {
        answer,
        by: By::Person,
        language,
        wording: None,
        mode: Mode::Alone,
        revision: 0,
        at,
        rather_talk: false,
    }
}

/// Puts an answer into a session.
pub(crate) fn says(session: &mut Session, item: &str, answer: Answer, at: i64) {
    let book = strengths_profile();
    let place = book.instrument.find_item(item).expect("such an item");
    session.take_in(&book.instrument, place, entry(answer, at), day()).expect("an answer it takes");
}

pub(crate) fn given(items: &[&str]) -> Given {
    let items = items.iter().map(|id| (*id).to_owned()).collect();
    Given { session: SessionId([5; 16]), token: TOKEN, items }
}

fn sound(media_type: MediaType) -> Sound {
    Sound { pack: [8; 16], sha256: "a".repeat(64), media_type }
}

pub(crate) fn opening(items: &[&str]) -> Opening {
    let folder = folders().iter().find(|folder| folder.name == "strengths-profile").expect("it is shipped");
    Opening {
        id: [1; 16],
        vault: [2; 16],
        public: [0xaa; 32],
        token: TOKEN,
        head: Head::of(&session()),
        items: given(items).items,
        known: session(),
        at: TEN,
        dress: "text-150 space-wide light".to_owned(),
        definition: folder.definition.to_owned(),
        wordings: folder.wordings.iter().map(|(_, words)| (*words).to_owned()).collect(),
        language: Some(Language::Cy),
        recorded: vec![Recorded {
            language: "cy".to_owned(),
            said: "Cwestiwn".to_owned(),
            sounds: [MediaType::Ogg, MediaType::Mpeg].map(sound).into(),
        }],
    }
}

pub(crate) fn asked(items: &[&str], known: Session) -> Asked {
    let book = strengths_profile();
    let items = items.iter().map(|id| book.instrument.find_item(id).expect("such an item")).collect();
    let pictures = crate::needs::Pictures::Without;
    Asked { books: vec![book], head: Head::of(&session()), items, known, pictures, language: None }
}
