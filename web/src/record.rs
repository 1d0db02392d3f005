//! Stored shapes, versioned, to and from the domain: the one place where shape, domain and bytes meet.
//!
//! Shapes are added, never edited: `tests/golden/records` keeps one of every version that was released.

use crate::brought::Brought;
use crate::library::Edition;
use crate::person::{Action, Permission, Person, Who};
use assessment_core::instrument::{InstrumentId, Setting};
use assessment_core::schedule::{Wave, read_date};
use assessment_core::session::{By, Completion, Mode, Paper, PersonId, Session, SessionId, Stage, Start};
use chrono::NaiveDate;
use serde_json::{Map, Value};

mod answers;
mod helped;
mod known;
mod needs;
pub mod notes;
pub mod packs;
mod presence;
pub mod reliability;
mod scores;

pub use answers::{read_session, write_answers};

use crate::notes::Notes;
use crate::reliability::Figures;
use crate::stored::StoredScores;

/// What kind of record sealed bytes are; the vault only sees the number.
pub const PERSON: u8 = 1;
/// Everything about a session but its answers.
pub const HEAD: u8 = 2;
/// The answers of a session.
pub const ANSWERS: u8 = 3;

/// What is kept beside a sitting.
pub const NOTES: u8 = 10;
/// Words a service brought; about nobody.
pub const PACK: u8 = 11;
/// One recording of a pack: the sound itself, as the file had it.
pub const SOUND: u8 = 12;
/// Figures a service brought on how sure a change is; about nobody.
pub const FIGURES: u8 = 13;

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
    /// Where its answers were typed in from, when that was a paper form.
    pub paper: Option<Paper>,
    /// Its scores as they were when it was finished; `None` for a draft, and in records of before they were kept.
    pub scores: Option<StoredScores>,
}

impl Head {
    /// The head of a session, without scores.
    #[must_use]
    pub fn of(session: &Session) -> Head {
        Head {
            start: session.start.clone(),
            instrument: session.instrument.clone(),
            version: session.version.clone(),
            stage: session.stage,
            paper: session.paper,
            scores: None,
        }
    }

    /// The edition of its instrument.
    #[must_use]
    pub fn edition(&self) -> Edition {
        Edition { id: self.instrument.to_string(), version: self.version.clone() }
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
    /// What is kept beside sittings.
    pub notes: Vec<(SessionId, Notes)>,
    /// Records that did not open. They are kept as they are.
    pub unreadable: usize,
    /// Sessions that took in answers given while the tablet was handed over.
    pub handed_back: Vec<SessionId>,
    /// Words the service brought.
    pub brought: Vec<Brought>,
    /// Figures the service brought.
    pub figures: Vec<Figures>,
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

/// A person as bytes.
#[must_use]
pub fn write_person(person: &Person) -> Vec<u8> {
    let (research, research_on) = match person.research {
        Permission::NotAsked => ("not_asked", None),
        Permission::Given(on) => ("given", Some(on)),
        Permission::Refused(on) => ("refused", Some(on)),
    };
    let action = |action: &Action| {
        object([
            ("what", text(&action.what)),
            ("who", text(who_word(action.who))),
            ("noted", day(Some(action.noted))),
            ("done", day(action.done)),
        ])
    };
    let mut shape = object([
        ("v", 1.into()),
        ("name", text(&person.name)),
        ("added", day(Some(person.added))),
        ("research", text(research)),
        ("research_on", day(research_on)),
        ("actions", Value::Array(person.actions.iter().map(action).collect())),
    ]);
    let needs = needs::write_needs(&person.needs);
    if !needs.is_null() {
        shape["needs"] = needs;
    }
    let facts = known::write_facts(&person.facts);
    if !facts.is_null() {
        shape["facts"] = facts;
    }
    write(shape)
}

/// Reads a person.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape.
pub fn read_person(id: PersonId, revision: u64, bytes: &[u8]) -> Result<Person, Unreadable> {
    let shape = read(bytes)?;
    let research = match get(&shape, "research")? {
        "not_asked" => Permission::NotAsked,
        "given" => Permission::Given(get_day(&shape, "research_on")?.ok_or(Unreadable)?),
        "refused" => Permission::Refused(get_day(&shape, "research_on")?.ok_or(Unreadable)?),
        _ => return Err(Unreadable),
    };
    let mut actions = Vec::new();
    for action in list(&shape, "actions")? {
        actions.push(Action {
            what: get(action, "what")?.to_owned(),
            who: read_who(get(action, "who")?)?,
            noted: get_day(action, "noted")?.ok_or(Unreadable)?,
            done: get_day(action, "done")?,
        });
    }
    let name = get(&shape, "name")?.to_owned();
    let added = get_day(&shape, "added")?.ok_or(Unreadable)?;
    let needs = needs::read_needs(shape.get("needs"))?;
    let facts = known::read_facts(shape.get("facts"))?;
    Ok(Person { id, name, added, research, actions, needs, facts, revision })
}

/// A session's head as bytes.
#[must_use]
pub fn write_head(head: &Head) -> Vec<u8> {
    let (finished, completion) = match head.stage {
        Stage::Draft => (None, Value::Null),
        Stage::Finished(on, Completion::Whole) => (Some(on), text("whole")),
        Stage::Finished(on, Completion::TooFarApart) => (Some(on), text("too_far_apart")),
    };
    let mut shape = object([
        ("v", 1.into()),
        ("instrument", text(head.instrument.as_str())),
        ("version", text(&head.version)),
        ("wave", text(&head.start.wave.to_string())),
        ("mode", text(head.start.mode.word())),
        ("setting", text(head.start.setting.word())),
        ("wording", text(&head.start.wording)),
        ("began", day(Some(head.start.on))),
        ("finished", day(finished)),
        ("completion", completion),
    ]);
    if let Some(paper) = head.paper {
        let by = text(paper.completed_by.word());
        shape["paper"] = object([("by", by), ("entered", day(Some(paper.entered)))]);
    }
    if let Some(stored) = &head.scores {
        shape["scores"] = scores::write_scores(stored);
    }
    write(shape)
}

/// Reads a session's head.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape.
pub fn read_head(id: SessionId, person: PersonId, bytes: &[u8]) -> Result<Head, Unreadable> {
    let shape = read(bytes)?;
    let stage = match (get_day(&shape, "finished")?, &shape["completion"]) {
        (None, Value::Null) => Stage::Draft,
        (Some(on), completion) if completion == "whole" => Stage::Finished(on, Completion::Whole),
        (Some(on), completion) if completion == "too_far_apart" => {
            Stage::Finished(on, Completion::TooFarApart)
        }
        _ => return Err(Unreadable),
    };
    let start = Start {
        id,
        person,
        wave: Wave::read(get(&shape, "wave")?).ok_or(Unreadable)?,
        mode: Mode::read(get(&shape, "mode")?),
        setting: Setting::read(get(&shape, "setting")?).ok_or(Unreadable)?,
        wording: get(&shape, "wording")?.to_owned(),
        on: get_day(&shape, "began")?.ok_or(Unreadable)?,
    };
    let paper = match shape.get("paper") {
        None => None,
        Some(paper) => Some(Paper {
            completed_by: By::read(get(paper, "by")?).ok_or(Unreadable)?,
            entered: get_day(paper, "entered")?.ok_or(Unreadable)?,
        }),
    };
    let instrument = InstrumentId::from(get(&shape, "instrument")?);
    let scores = scores::read_scores(shape.get("scores"))?;
    Ok(Head { start, instrument, version: get(&shape, "version")?.to_owned(), stage, paper, scores })
}

fn who_word(who: Who) -> &'static str {
    match who {
        Who::Person => "person",
        Who::Worker => "worker",
        Who::Together => "together",
        Who::NotSaid => "not_said",
    }
}

fn read_who(word: &str) -> Result<Who, Unreadable> {
    [Who::Person, Who::Worker, Who::Together, Who::NotSaid]
        .into_iter()
        .find(|who| who_word(*who) == word)
        .ok_or(Unreadable)
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn day(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Null, |day| Value::String(day.to_string()))
}

fn get<'a>(shape: &'a Value, name: &str) -> Result<&'a str, Unreadable> {
    shape[name].as_str().ok_or(Unreadable)
}

fn list<'a>(shape: &'a Value, name: &str) -> Result<&'a Vec<Value>, Unreadable> {
    shape[name].as_array().ok_or(Unreadable)
}

fn get_day(shape: &Value, name: &str) -> Result<Option<NaiveDate>, Unreadable> {
    match &shape[name] {
        Value::Null => Ok(None),
        Value::String(text) => read_date(text).map(Some).ok_or(Unreadable),
        _ => Err(Unreadable),
    }
}

fn write(shape: Value) -> Vec<u8> {
    shape.to_string().into_bytes()
}

/// Every shape says which version it is; this one reads the first.
fn read(bytes: &[u8]) -> Result<Value, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable)?;
    let shape: Value = serde_json::from_str(text).map_err(|_| Unreadable)?;
    if shape["v"] == 1 { Ok(shape) } else { Err(Unreadable) }
}

#[cfg(test)]
mod tests;
