//! The stored shape of who was there, in which ways it went on and how long it took: parts of the answers, left out while nobody said anything.

use super::{Unreadable, get, list, object, text};
use assessment_core::instrument::SectionId;
use assessment_core::presence::{Company, Presence, Present, Turn};
use assessment_core::session::{Mode, Session, Way};
use assessment_core::table::Table;
use serde_json::{Map, Value};

/// Puts both beside the answers.
pub(super) fn write_presence(session: &Session, shape: &mut Value) {
    if !session.present.is_empty() {
        let mut sections = Map::new();
        for (section, noted) in session.present.iter() {
            sections.insert(section.to_string(), Value::Array(noted.iter().map(write_one).collect()));
        }
        shape["present"] = Value::Object(sections);
    }
    if !session.ways.is_empty() {
        shape["ways"] = Value::Array(session.ways.iter().map(write_way).collect());
    }
    if let Some(took) = session.took {
        shape["took"] = took.into();
    }
}

fn write_way(way: &Way) -> Value {
    object([("mode", text(way.mode.word())), ("rev", way.revision.into()), ("at", way.at.into())])
}

fn write_one(noted: &Presence) -> Value {
    let mut shape =
        object([("turn", text(noted.turn.word())), ("rev", noted.revision.into()), ("at", noted.at.into())]);
    write_present(&noted.present, &mut shape);
    shape
}

/// Puts who was there into a shape.
pub(super) fn write_present(present: &Present, shape: &mut Value) {
    shape["who"] = Value::Array(present.company().iter().map(|company| text(company.word())).collect());
    if !present.interpreting().is_empty() {
        shape["lang"] = text(present.interpreting());
    }
}

/// Reads [`write_presence`] into a session; a record of a time before has neither.
pub(super) fn read_presence(session: &mut Session, shape: &Value) -> Result<(), Unreadable> {
    session.took = match shape.get("took") {
        None => None,
        Some(took) => Some(took.as_u64().ok_or(Unreadable)?),
    };
    session.ways = Vec::new();
    for way in shape.get("ways").map_or(Ok(&Vec::new()), |ways| ways.as_array().ok_or(Unreadable))? {
        session.ways.push(read_way(way)?);
    }
    session.revision = session.ways.iter().map(|way| way.revision).fold(session.revision, u64::max);
    session.present = Table::new();
    let Some(sections) = shape.get("present") else { return Ok(()) };
    for (section, list) in sections.as_object().ok_or(Unreadable)? {
        let mut noted = Vec::new();
        for shape in list.as_array().ok_or(Unreadable)? {
            noted.push(read_one(shape)?);
        }
        session.revision = noted.iter().map(|one| one.revision).fold(session.revision, u64::max);
        session.present.insert(SectionId::from(section.as_str()), noted);
    }
    Ok(())
}

fn read_way(shape: &Value) -> Result<Way, Unreadable> {
    Ok(Way {
        mode: Mode::read(get(shape, "mode")?),
        revision: shape["rev"].as_u64().ok_or(Unreadable)?,
        at: shape["at"].as_i64().ok_or(Unreadable)?,
    })
}

/// Reads [`write_present`].
pub(super) fn read_present(shape: &Value) -> Result<Present, Unreadable> {
    let mut company = Vec::new();
    for word in list(shape, "who")? {
        company.push(word.as_str().and_then(Company::read).ok_or(Unreadable)?);
    }
    let interpreting = match shape.get("lang") {
        None => "",
        Some(words) => words.as_str().ok_or(Unreadable)?,
    };
    Ok(Present::new(&company, interpreting))
}

fn read_one(shape: &Value) -> Result<Presence, Unreadable> {
    Ok(Presence {
        present: read_present(shape)?,
        turn: Turn::read(get(shape, "turn")?).ok_or(Unreadable)?,
        revision: shape["rev"].as_u64().ok_or(Unreadable)?,
        at: shape["at"].as_i64().ok_or(Unreadable)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{come_back, entry, session};
    use super::*;
    use assessment_core::answer::Answer;

    fn noted(company: &[Company], interpreting: &str, turn: Turn, revision: u64) -> Presence {
        Presence { present: Present::new(company, interpreting), turn, revision, at: -7 }
    }

    #[test]
    fn who_was_there_and_how_long_it_took_come_back_as_they_were_kept() {
        let rows = [
            vec![noted(&[], "", Turn::Now, 1)],
            vec![
                noted(&Company::ALL, "Cymraeg, \"BSL\" 🤟", Turn::Now, 2),
                noted(&[Company::Family], "", Turn::Held, 9),
            ],
            vec![noted(&[Company::Interpreter], "", Turn::Held, 4)],
        ];
        for (noted, took) in rows.into_iter().zip([None, Some(0), Some(u64::MAX)]) {
            let mut session = session([("matters", vec![entry(Answer::Text("x".to_owned()), 3)])]);
            session.revision = noted.iter().map(|one| one.revision).fold(3, u64::max);
            session.present.insert(SectionId::from("hopes"), noted);
            session.took = took;
            assert_eq!(come_back(&session), Ok(session));
        }
    }

    #[test]
    fn the_ways_it_went_on_in_come_back_as_they_were_kept_and_words_of_a_later_version_too() {
        let way = |mode: Mode, revision| Way { mode, revision, at: -7 };
        let rows = [
            vec![],
            vec![way(Mode::Phone, 4)],
            vec![way(Mode::Video, 4), way(Mode::Other("by_letter".to_owned()), 9)],
        ];
        for ways in rows {
            let mut session = session([("matters", vec![entry(Answer::Text("x".to_owned()), 3)])]);
            session.revision = ways.iter().map(|way| way.revision).fold(3, u64::max);
            session.ways = ways;
            assert_eq!(come_back(&session), Ok(session));
        }
    }

    #[test]
    fn another_shape_is_unreadable() {
        let good = r#"{"who":["worker"],"turn":"now","rev":1,"at":2}"#;
        let with = |one: &str| format!(r#"{{"present":{{"home":[{one}]}}}}"#);
        let rows = [
            (with(good), true),
            (with(&good.replace("worker", "judge")), false),
            (with(&good.replace("now", "later")), false),
            (with(&good.replace("\"rev\":1,", "")), false),
            (with(&good.replace("\"at\":2", "\"at\":\"noon\"")), false),
            (with(&good.replace("\"at\":2", "\"at\":2,\"lang\":7")), false),
            (with("7"), false),
            (r#"{"present":[]}"#.to_owned(), false),
            (r#"{"ways":[{"mode":"phone","rev":1,"at":2}]}"#.to_owned(), true),
            (r#"{"ways":[{"mode":"phone","rev":1}]}"#.to_owned(), false),
            (r#"{"ways":[{"mode":7,"rev":1,"at":2}]}"#.to_owned(), false),
            (r#"{"ways":{}}"#.to_owned(), false),
            (r#"{"took":-1}"#.to_owned(), false),
            (r#"{"took":90000}"#.to_owned(), true),
        ];
        for (text, reads) in rows {
            let shape: Value = serde_json::from_str(&text).expect("JSON");
            let mut session = session([]);
            assert_eq!(read_presence(&mut session, &shape).is_ok(), reads, "{text}");
        }
    }
}
