//! Stored shapes, versioned, to and from the domain: the one place where shape, domain and bytes meet.
//!
//! Shapes are added, never edited: `tests/golden/records` keeps one of every version that was released.

use crate::person::{Action, Permission, Person, Who};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{InstrumentId, ItemId, Setting};
use assessment_core::schedule::Wave;
use assessment_core::session::{By, Completion, Entry, Mode, PersonId, Session, SessionId, Stage, Start};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What kind of record sealed bytes are; the vault only sees the number.
pub const PERSON: u8 = 1;
/// Everything about a session but its answers.
pub const HEAD: u8 = 2;
/// The answers of a session.
pub const ANSWERS: u8 = 3;

/// Bytes that opened but do not read: another version's, or damaged before they were sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Everything about a session but its answers: what lists need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What was fixed at the beginning.
    pub start: Start,
    /// The instrument, pinned.
    pub instrument: InstrumentId,
    /// Its version, pinned.
    pub version: String,
    /// How far it is.
    pub stage: Stage,
}

impl Head {
    /// The head of a session.
    #[must_use]
    pub fn of(session: &Session) -> Head {
        Head {
            start: session.start.clone(),
            instrument: session.instrument.clone(),
            version: session.version.clone(),
            stage: session.stage,
        }
    }

    /// A head is written when a session begins and when it finishes, and never again.
    #[must_use]
    pub fn revision(&self) -> u64 {
        if self.stage == Stage::Draft { 1 } else { 2 }
    }
}

/// Everything lists need, and how much would not open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// Everybody whose record opened.
    pub people: Vec<Person>,
    /// Every session whose head opened.
    pub heads: Vec<Head>,
    /// Records that did not open. They are kept as they are.
    pub unreadable: usize,
}

/// Which records of a session to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// When it begins.
    Head,
    /// At every answer.
    Answers,
    /// When it finishes.
    HeadAndAnswers,
}

#[derive(Serialize, Deserialize)]
struct PersonV1 {
    v: u8,
    name: String,
    added: String,
    research: String,
    research_on: Option<String>,
    actions: Vec<ActionV1>,
}

#[derive(Serialize, Deserialize)]
struct ActionV1 {
    what: String,
    who: String,
    noted: String,
    done: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct HeadV1 {
    v: u8,
    instrument: String,
    version: String,
    wave: String,
    mode: String,
    setting: String,
    wording: String,
    began: String,
    finished: Option<String>,
    completion: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct AnswersV1 {
    v: u8,
    last: String,
    entries: BTreeMap<String, Vec<EntryV1>>,
}

#[derive(Serialize, Deserialize)]
struct EntryV1 {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<Vec<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<String>,
    by: String,
    lang: String,
    mode: String,
    rev: u64,
    at: i64,
    #[serde(default, skip_serializing_if = "is_false")]
    talk: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference.
fn is_false(flag: &bool) -> bool {
    !flag
}

/// A person as bytes.
#[must_use]
pub fn write_person(person: &Person) -> Vec<u8> {
    let (research, research_on) = match person.research {
        Permission::NotAsked => ("not_asked", None),
        Permission::Given(on) => ("given", Some(on.to_string())),
        Permission::Refused(on) => ("refused", Some(on.to_string())),
    };
    let action = |action: &Action| ActionV1 {
        what: action.what.clone(),
        who: who_word(action.who).to_owned(),
        noted: action.noted.to_string(),
        done: action.done.map(|on| on.to_string()),
    };
    write(&PersonV1 {
        v: 1,
        name: person.name.clone(),
        added: person.added.to_string(),
        research: research.to_owned(),
        research_on,
        actions: person.actions.iter().map(action).collect(),
    })
}

/// Reads a person.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape.
pub fn read_person(id: PersonId, revision: u64, bytes: &[u8]) -> Result<Person, Unreadable> {
    let shape: PersonV1 = read(bytes)?;
    let on = || shape.research_on.as_deref().ok_or(Unreadable).and_then(date);
    let research = match (shape.v, shape.research.as_str()) {
        (1, "not_asked") => Permission::NotAsked,
        (1, "given") => Permission::Given(on()?),
        (1, "refused") => Permission::Refused(on()?),
        _ => return Err(Unreadable),
    };
    let action = |action: &ActionV1| {
        Ok(Action {
            what: action.what.clone(),
            who: read_who(&action.who)?,
            noted: date(&action.noted)?,
            done: action.done.as_deref().map(date).transpose()?,
        })
    };
    Ok(Person {
        id,
        added: date(&shape.added)?,
        research,
        actions: shape.actions.iter().map(action).collect::<Result<_, Unreadable>>()?,
        name: shape.name,
        revision,
    })
}

/// A session's head as bytes.
#[must_use]
pub fn write_head(head: &Head) -> Vec<u8> {
    let (finished, completion) = match head.stage {
        Stage::Draft => (None, None),
        Stage::Finished(on, Completion::Whole) => (Some(on.to_string()), Some("whole")),
        Stage::Finished(on, Completion::TooFarApart) => (Some(on.to_string()), Some("too_far_apart")),
    };
    write(&HeadV1 {
        v: 1,
        instrument: head.instrument.to_string(),
        version: head.version.clone(),
        wave: head.start.wave.to_string(),
        mode: head.start.mode.word().to_owned(),
        setting: head.start.setting.word().to_owned(),
        wording: head.start.wording.clone(),
        began: head.start.on.to_string(),
        finished,
        completion: completion.map(str::to_owned),
    })
}

/// Reads a session's head.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape.
pub fn read_head(id: SessionId, person: PersonId, bytes: &[u8]) -> Result<Head, Unreadable> {
    let shape: HeadV1 = read(bytes)?;
    let stage = match (shape.v, shape.finished.as_deref(), shape.completion.as_deref()) {
        (1, None, None) => Stage::Draft,
        (1, Some(on), Some("whole")) => Stage::Finished(date(on)?, Completion::Whole),
        (1, Some(on), Some("too_far_apart")) => Stage::Finished(date(on)?, Completion::TooFarApart),
        _ => return Err(Unreadable),
    };
    Ok(Head {
        start: Start {
            id,
            person,
            wave: Wave::read(&shape.wave).ok_or(Unreadable)?,
            mode: Mode::read(&shape.mode),
            setting: Setting::read(&shape.setting).ok_or(Unreadable)?,
            wording: shape.wording,
            on: date(&shape.began)?,
        },
        instrument: InstrumentId::from(shape.instrument.as_str()),
        version: shape.version,
        stage,
    })
}

/// A session's answers as bytes.
#[must_use]
pub fn write_answers(session: &Session) -> Vec<u8> {
    let entry = |entry: &Entry| {
        let mut shape = EntryV1 {
            code: None,
            codes: None,
            text: None,
            missing: None,
            by: entry.by.word().to_owned(),
            lang: entry.language.clone(),
            mode: entry.mode.word().to_owned(),
            rev: entry.revision,
            at: entry.at,
            talk: entry.rather_talk,
        };
        match &entry.answer {
            Answer::Coded(code) => shape.code = Some(*code),
            Answer::Several(codes) => shape.codes = Some(codes.iter().copied().collect()),
            Answer::Text(text) => shape.text = Some(text.clone()),
            Answer::Missing(missing) => shape.missing = Some(missing.word().to_owned()),
        }
        shape
    };
    let list = |(item, entries): (&ItemId, &Vec<Entry>)| {
        (item.to_string(), entries.iter().map(entry).collect())
    };
    write(&AnswersV1 {
        v: 1,
        last: session.last.to_string(),
        entries: session.entries.iter().map(list).collect(),
    })
}

/// A session from its head and, when there are any, its answers.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape.
pub fn read_session(head: Head, answers: Option<&[u8]>) -> Result<Session, Unreadable> {
    let mut session = Session {
        last: head.start.on,
        start: head.start,
        instrument: head.instrument,
        version: head.version,
        stage: head.stage,
        revision: 0,
        entries: BTreeMap::new(),
    };
    let Some(bytes) = answers else { return Ok(session) };
    let shape: AnswersV1 = read(bytes)?;
    if shape.v != 1 {
        return Err(Unreadable);
    }
    session.last = date(&shape.last)?;
    for (item, entries) in shape.entries {
        let entries = entries.into_iter().map(read_entry).collect::<Result<Vec<_>, _>>()?;
        let newest = entries.iter().map(|entry| entry.revision).max().unwrap_or(0);
        session.revision = session.revision.max(newest);
        session.entries.insert(ItemId::from(item.as_str()), entries);
    }
    Ok(session)
}

fn read_entry(shape: EntryV1) -> Result<Entry, Unreadable> {
    let answer = match (shape.code, shape.codes, shape.text, shape.missing) {
        (Some(code), None, None, None) => Answer::Coded(code),
        (None, Some(codes), None, None) => Answer::Several(codes.into_iter().collect()),
        (None, None, Some(text), None) => Answer::Text(text),
        (None, None, None, Some(word)) => Answer::Missing(Missing::read(&word).ok_or(Unreadable)?),
        _ => return Err(Unreadable),
    };
    Ok(Entry {
        answer,
        by: By::read(&shape.by).ok_or(Unreadable)?,
        language: shape.lang,
        mode: Mode::read(&shape.mode),
        revision: shape.rev,
        at: shape.at,
        rather_talk: shape.talk,
    })
}

fn who_word(who: Who) -> &'static str {
    match who {
        Who::Person => "person",
        Who::Worker => "worker",
        Who::Together => "together",
    }
}

fn read_who(word: &str) -> Result<Who, Unreadable> {
    [Who::Person, Who::Worker, Who::Together]
        .into_iter()
        .find(|who| who_word(*who) == word)
        .ok_or(Unreadable)
}

fn date(text: &str) -> Result<NaiveDate, Unreadable> {
    text.parse().map_err(|_| Unreadable)
}

fn write<T: Serialize>(shape: &T) -> Vec<u8> {
    serde_json::to_vec(shape).expect("plain shapes with text keys always write")
}

fn read<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    serde_json::from_slice(bytes).map_err(|_| Unreadable)
}
