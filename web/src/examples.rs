//! Six fictional people at different points of their ninety days, made from `examples/people.json` by
//! the same core that serves real ones.

use crate::known::{Dated, Fact, FactId, Facts, Said, Saying, Source, Written};
use crate::library::Book;
use crate::notes::Word;
use crate::person::{Action, Permission, Person, Who};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{Instrument, ItemAt, ItemKind, Setting};
use assessment_core::presence::{Company, Present};
use assessment_core::schedule::Wave;
use assessment_core::session::{By, Mode, PersonId, Session, SessionId, Side, Stamp, Start};
use chrono::{Datelike, Days, NaiveDate};
use serde_json::Value;
use std::collections::BTreeSet;

/// Makes the people and their sessions as of today. `None` when the file does not fit the instrument.
pub fn people(
    json: &str,
    book: &Book,
    today: NaiveDate,
    fresh: &mut dyn FnMut() -> [u8; 16],
) -> Option<(Vec<Person>, Vec<Session>)> {
    let examples: Value = serde_json::from_str(json).ok()?;
    let mut people = Vec::new();
    let mut sessions = Vec::new();
    for example in examples.as_array()? {
        let id = PersonId(fresh());
        let added = ago(today, &example["added_days_ago"])?;
        let mut actions = Vec::new();
        for what in example["actions"].as_array().into_iter().flatten() {
            actions.push(Action {
                what: what.as_str()?.to_owned(),
                who: Who::Together,
                noted: added,
                done: None,
            });
        }
        people.push(Person {
            id,
            name: example["name"].as_str()?.to_owned(),
            added,
            research: match example["research"].as_bool() {
                None => Permission::NotAsked,
                Some(true) => Permission::Given(added),
                Some(false) => Permission::Refused(added),
            },
            actions,
            needs: crate::needs::Needs::default(),
            facts: facts(&example["facts"], added, fresh)?,
            revision: 1,
        });
        for assessment in example["assessments"].as_array().into_iter().flatten() {
            sessions.push(session(book, assessment, id, today, fresh)?);
        }
    }
    Some((people, sessions))
}

/// What is already known about somebody from the day they were added: `words`, `source`, `named`, `dated` where it is
/// of that month, `says` and `own` for what they say of it.
fn facts(file: &Value, on: NaiveDate, fresh: &mut dyn FnMut() -> [u8; 16]) -> Option<Facts> {
    let mut facts = Facts::default();
    for fact in file.as_array().into_iter().flatten() {
        let at = milliseconds(on);
        let written = Written {
            words: fact["words"].as_str()?.to_owned(),
            source: Source::read(fact["source"].as_str()?)?,
            named: fact["named"].as_str().unwrap_or_default().to_owned(),
            dated: if fact["dated"] == "added" {
                Dated::Month(on.with_day(1)?)
            } else {
                Dated::NotEstablished
            },
            on,
            at,
        };
        let mut said = Vec::new();
        if let Some(saying) = fact["says"].as_str() {
            said.push(Said {
                saying: Some(Saying::read(saying)?),
                words: fact["own"].as_str().unwrap_or_default().to_owned(),
                of: at,
                on,
                at,
                changed: at,
                present: Some(Present::new(&[Company::Worker], "")),
            });
        }
        facts.here.push(Fact { id: FactId(fresh()), changed: at, written, before: Vec::new(), said });
    }
    Some(facts)
}

fn ago(today: NaiveDate, days: &Value) -> Option<NaiveDate> {
    today.checked_sub_days(Days::new(days.as_u64()?))
}

fn session(
    book: &Book,
    assessment: &Value,
    person: PersonId,
    today: NaiveDate,
    fresh: &mut dyn FnMut() -> [u8; 16],
) -> Option<Session> {
    let instrument = &book.instrument;
    let on = ago(today, &assessment["days_ago"])?;
    let start = Start {
        id: SessionId(fresh()),
        person,
        wave: Wave::read(assessment["wave"].as_str()?)?,
        mode: Mode::Joint,
        setting: if assessment["custody"] == true { Setting::Custody } else { Setting::Community },
        wording: book.wording_id(),
        on,
    };
    let mut session = Session::begin(instrument, start);
    // How far it came: everything when nothing is said.
    let until = match assessment["until"].as_str() {
        Some(item) => instrument.find_item(item)?.index(),
        None => usize::MAX,
    };
    for at in instrument.positions().take_while(|at| at.index() <= until) {
        // Only what a person would have been asked, given the answers before.
        if !session.responses(instrument).asks(at) {
            continue;
        }
        let stamp = Stamp {
            by: By::Together,
            language: "en".to_owned(),
            wording: book.provenance(),
            at: milliseconds(on),
            on,
        };
        session.answer(instrument, at, given(instrument, &assessment["answers"], at)?, stamp).ok()?;
    }
    beside(instrument, &assessment["beside"], on, &mut session)?;
    if until == usize::MAX {
        session.finish(instrument, on);
    }
    Some(session)
}

/// What the worker sees differently and what both said: by item, `sees` a code, `person` and `worker` words.
fn beside(instrument: &Instrument, file: &Value, on: NaiveDate, session: &mut Session) -> Option<()> {
    let language = || "en".to_owned();
    let stamp = || Stamp { by: By::Together, language: language(), wording: None, at: milliseconds(on), on };
    for (id, beside) in file.as_object().into_iter().flatten() {
        let at = instrument.find_item(id)?;
        for side in [Side::Person, Side::Worker] {
            if let Some(words) = beside[side.word()].as_str() {
                session.say(instrument, at, side, words.to_owned(), stamp()).ok()?;
            }
        }
        if let Some(code) = beside["sees"].as_i64() {
            let answer = Answer::Coded(i32::try_from(code).ok()?);
            session.see_differently(instrument, at, answer, stamp()).ok()?;
        }
    }
    Some(())
}

/// A code, several codes, or words. An item that is not listed was skipped.
fn given(instrument: &Instrument, answers: &Value, at: ItemAt) -> Option<Answer> {
    let item = instrument.item(at);
    let code = |value: &Value| value.as_i64().and_then(|code| i32::try_from(code).ok());
    Some(match (&answers[item.id.as_str()], &item.kind) {
        (Value::Null, _) => Answer::Missing(Missing::Skipped),
        (Value::String(words), _) => Answer::Text(words.clone()),
        (Value::Array(codes), _) => {
            let mut several = BTreeSet::new();
            for value in codes {
                several.insert(code(value)?);
            }
            Answer::Several(several)
        }
        (value, ItemKind::Several { .. }) => {
            let mut several = BTreeSet::new();
            several.insert(code(value)?);
            Answer::Several(several)
        }
        (value, _) => Answer::Coded(code(value)?),
    })
}

fn milliseconds(on: NaiveDate) -> i64 {
    on.and_hms_opt(10, 0, 0).map_or(0, |noon| noon.and_utc().timestamp_millis())
}

#[cfg(test)]
mod tests;
