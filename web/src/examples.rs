//! Six fictional people at different points of their ninety days, made from `examples/people.json` by
//! the same core that serves real ones.

use crate::library::Book;
use crate::person::{Action, Permission, Person, Who};
use assessment_core::answer::{Answer, Responses};
use assessment_core::instrument::{Instrument, ItemAt, ItemKind, Setting};
use assessment_core::schedule::Wave;
use assessment_core::session::{By, Mode, PersonId, Session, SessionId, Stamp, Start};
use chrono::{Days, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Example {
    name: String,
    added_days_ago: u64,
    research: Option<bool>,
    #[serde(default)]
    actions: Vec<String>,
    #[serde(default)]
    assessments: Vec<Assessment>,
}

#[derive(Deserialize)]
struct Assessment {
    wave: String,
    days_ago: u64,
    #[serde(default)]
    custody: bool,
    /// How far it came: everything when left out.
    until: Option<String>,
    answers: BTreeMap<String, Given>,
}

/// A code, several codes, or words. An item that is not listed was skipped.
#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    Code(i32),
    Codes(Vec<i32>),
    Words(String),
}

/// Makes the people and their sessions as of today. `None` when the file does not fit the instrument.
pub fn people(
    json: &str,
    book: &Book,
    today: NaiveDate,
    fresh: &mut dyn FnMut() -> [u8; 16],
) -> Option<(Vec<Person>, Vec<Session>)> {
    let examples: Vec<Example> = serde_json::from_str(json).ok()?;
    let mut people = Vec::new();
    let mut sessions = Vec::new();
    for example in examples {
        let id = PersonId(fresh());
        let added = today.checked_sub_days(Days::new(example.added_days_ago))?;
        let action = |what: String| Action { what, who: Who::Together, noted: added, done: None };
        people.push(Person {
            id,
            name: example.name,
            added,
            research: match example.research {
                None => Permission::NotAsked,
                Some(true) => Permission::Given(added),
                Some(false) => Permission::Refused(added),
            },
            actions: example.actions.into_iter().map(action).collect(),
            revision: 1,
        });
        for assessment in &example.assessments {
            sessions.push(session(book, assessment, id, today, fresh)?);
        }
    }
    Some((people, sessions))
}

fn session(
    book: &Book,
    assessment: &Assessment,
    person: PersonId,
    today: NaiveDate,
    fresh: &mut dyn FnMut() -> [u8; 16],
) -> Option<Session> {
    let instrument = &book.instrument;
    let on = today.checked_sub_days(Days::new(assessment.days_ago))?;
    let start = Start {
        id: SessionId(fresh()),
        person,
        wave: Wave::read(&assessment.wave)?,
        mode: Mode::Joint,
        setting: if assessment.custody { Setting::Custody } else { Setting::Community },
        wording: book.wording.id(),
        on,
    };
    let mut session = Session::begin(instrument, start);
    let until = match &assessment.until {
        Some(item) => instrument.find_item(item)?.index(),
        None => usize::MAX,
    };
    for at in instrument.positions().take_while(|at| at.index() <= until) {
        // Only what a person would have been asked, given the answers before.
        if !asked(instrument, &session, at) {
            continue;
        }
        let stamp = Stamp { by: By::Together, language: "en".to_owned(), at: milliseconds(on), on };
        session.answer(instrument, at, given(instrument, assessment, at), stamp).ok()?;
    }
    if assessment.until.is_none() {
        session.finish(instrument, on);
    }
    Some(session)
}

fn asked(instrument: &Instrument, session: &Session, at: ItemAt) -> bool {
    let responses: Responses = session.responses(instrument);
    responses.asks(at)
}

fn given(instrument: &Instrument, assessment: &Assessment, at: ItemAt) -> Answer {
    use assessment_core::answer::Missing;
    match (assessment.answers.get(instrument.item(at).id.as_str()), &instrument.item(at).kind) {
        (Some(Given::Code(code)), ItemKind::Several { .. }) => Answer::Several([*code].into()),
        (Some(Given::Code(code)), _) => Answer::Coded(*code),
        (Some(Given::Codes(codes)), _) => Answer::Several(codes.iter().copied().collect()),
        (Some(Given::Words(words)), _) => Answer::Text(words.clone()),
        (None, _) => Answer::Missing(Missing::Skipped),
    }
}

fn milliseconds(on: NaiveDate) -> i64 {
    on.and_hms_opt(10, 0, 0).map_or(0, |noon| noon.and_utc().timestamp_millis())
}
