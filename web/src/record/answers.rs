//! The answers of a session as bytes: every entry of every item, beside them the worker's own view and what was said
//! in words. The last two stand in a record only when there are any, so records of before are read as they are.

use super::{Head, Unreadable, day, get, get_day, helped, object, presence, read, text, write};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::ItemId;
use assessment_core::session::{By, Entry, Mode, Session, Side, Words};
use assessment_core::table::Table;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// A session's answers as bytes.
#[must_use]
pub fn write_answers(session: &Session) -> Vec<u8> {
    let entries = by_item(&session.entries, write_entry);
    let mut shape = object([("v", 1.into()), ("last", day(Some(session.last))), ("entries", entries)]);
    if !session.worker_view.is_empty() {
        shape["worker_view"] = by_item(&session.worker_view, write_entry);
    }
    if !session.words.is_empty() {
        shape["words"] = by_item(&session.words, write_words);
    }
    presence::write_presence(session, &mut shape);
    if let Some(helped) = &session.helped {
        shape["helped"] = helped::write_helped(helped);
    }
    write(shape)
}

fn by_item<T>(table: &Table<ItemId, Vec<T>>, one: fn(&T) -> Value) -> Value {
    let mut items = Map::new();
    for (item, list) in table.iter() {
        items.insert(item.to_string(), Value::Array(list.iter().map(one).collect()));
    }
    Value::Object(items)
}

fn write_entry(entry: &Entry) -> Value {
    let (kind, answer) = match &entry.answer {
        Answer::Coded(code) => ("code", (*code).into()),
        Answer::Several(codes) => ("codes", Value::Array(codes.iter().map(|code| (*code).into()).collect())),
        Answer::Text(words) => ("text", text(words)),
        Answer::Missing(missing) => ("missing", text(missing.word())),
    };
    let mut shape = object([
        (kind, answer),
        ("by", text(entry.by.word())),
        ("lang", text(&entry.language)),
        ("mode", text(entry.mode.word())),
        ("rev", entry.revision.into()),
        ("at", entry.at.into()),
    ]);
    if let Some(wording) = entry.wording {
        shape["wording"] = text(wording.word());
    }
    if entry.rather_talk {
        shape["talk"] = true.into();
    }
    shape
}

fn write_words(words: &Words) -> Value {
    object([
        ("text", text(&words.text)),
        ("side", text(words.side.word())),
        ("lang", text(&words.language)),
        ("rev", words.revision.into()),
        ("at", words.at.into()),
    ])
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
        paper: head.paper,
        revision: 0,
        entries: Table::new(),
        worker_view: Table::new(),
        words: Table::new(),
        present: Table::new(),
        ways: Vec::new(),
        took: None,
        helped: Some(Table::new()),
    };
    let Some(bytes) = answers else { return Ok(session) };
    let shape = read(bytes)?;
    session.last = get_day(&shape, "last")?.ok_or(Unreadable)?;
    session.entries = read_by_item(&shape["entries"], read_entry)?;
    if let Some(items) = shape.get("worker_view") {
        session.worker_view = read_by_item(items, read_entry)?;
    }
    if let Some(items) = shape.get("words") {
        session.words = read_by_item(items, read_words)?;
    }
    session.helped = helped::read_helped(shape.get("helped"))?;
    let entries = session.entries.values().chain(session.worker_view.values()).flatten();
    let words = session.words.values().flatten().map(|words| words.revision);
    session.revision = entries.map(|entry| entry.revision).chain(words).max().unwrap_or(0);
    presence::read_presence(&mut session, &shape)?;
    Ok(session)
}

fn read_by_item<T>(
    items: &Value,
    one: fn(&Value) -> Result<T, Unreadable>,
) -> Result<Table<ItemId, Vec<T>>, Unreadable> {
    let mut table = Table::new();
    for (item, list) in items.as_object().ok_or(Unreadable)? {
        let mut read = Vec::new();
        for shape in list.as_array().ok_or(Unreadable)? {
            read.push(one(shape)?);
        }
        table.insert(ItemId::from(item.as_str()), read);
    }
    Ok(table)
}

fn read_entry(shape: &Value) -> Result<Entry, Unreadable> {
    let kinds = ["code", "codes", "text", "missing"].map(|kind| shape.get(kind));
    let answer = match kinds {
        [Some(code), None, None, None] => Answer::Coded(read_code(code)?),
        [None, Some(codes), None, None] => {
            let mut read = BTreeSet::new();
            for code in codes.as_array().ok_or(Unreadable)? {
                read.insert(read_code(code)?);
            }
            Answer::Several(read)
        }
        [None, None, Some(words), None] => Answer::Text(words.as_str().ok_or(Unreadable)?.to_owned()),
        [None, None, None, Some(word)] => {
            Answer::Missing(word.as_str().and_then(Missing::read).ok_or(Unreadable)?)
        }
        _ => return Err(Unreadable),
    };
    Ok(Entry {
        answer,
        by: By::read(get(shape, "by")?).ok_or(Unreadable)?,
        language: get(shape, "lang")?.to_owned(),
        wording: helped::read_wording(shape.get("wording"))?,
        mode: Mode::read(get(shape, "mode")?),
        revision: shape["rev"].as_u64().ok_or(Unreadable)?,
        at: shape["at"].as_i64().ok_or(Unreadable)?,
        rather_talk: match shape.get("talk") {
            None => false,
            Some(talk) => talk.as_bool().ok_or(Unreadable)?,
        },
    })
}

fn read_code(code: &Value) -> Result<i32, Unreadable> {
    code.as_i64().and_then(|code| i32::try_from(code).ok()).ok_or(Unreadable)
}

fn read_words(shape: &Value) -> Result<Words, Unreadable> {
    Ok(Words {
        text: get(shape, "text")?.to_owned(),
        side: Side::read(get(shape, "side")?).ok_or(Unreadable)?,
        language: get(shape, "lang")?.to_owned(),
        revision: shape["rev"].as_u64().ok_or(Unreadable)?,
        at: shape["at"].as_i64().ok_or(Unreadable)?,
    })
}
