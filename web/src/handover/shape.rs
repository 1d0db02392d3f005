//! What a hand-over keeps, as bytes: its opening, what was given out, what was answered. Read back with
//! bounds, because whoever holds the tablet can change what is stored.

use crate::record::{self, Head, Unreadable};
use crate::route::{hex, read_id};
use crate::sounds::{Recorded, Sound};
use crate::text::Language;
use assessment_core::session::{PersonId, Session, SessionId};
use assessment_core::wording::MediaType;
use serde_json::{Map, Value};

/// Answers, sealed for the worker.
pub const ANSWERED: u8 = 20;
/// The opening, sealed under the browser's key.
pub const OPENING: u8 = 21;
/// The answers so far, sealed under the browser's key.
pub const DRAFT: u8 = 22;
/// What the worker gave out, sealed under the person's key.
pub const GIVEN: u8 = 23;

/// A recording, sealed under the browser's key.
pub const SOUND: u8 = 24;

/// No record of a hand-over is larger, sealed or plain.
pub const LARGEST: usize = 4 * 1024 * 1024;
/// Nobody is asked more questions in one hand-over.
const MOST_ITEMS: usize = 1000;
/// A definition comes in no more languages and wordings.
const MOST_WORDINGS: usize = 8;
/// No more texts of them are recorded, stems counted twice.
const MOST_RECORDED: usize = 10_000;

/// Everything the questions need while the worker's keys are gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// Which hand-over: random, part of the keys its records lie under.
    pub id: [u8; 16],
    /// The vault the answers are sealed for.
    pub vault: [u8; 16],
    /// Its public key.
    pub public: [u8; 32],
    /// What the answers must bring back.
    pub token: [u8; 16],
    /// The session the answers belong to.
    pub head: Head,
    /// Which items are given out, by id.
    pub items: Vec<String>,
    /// Answers that an item given out depends on, and no others.
    pub known: Session,
    /// When the tablet was handed over, in Unix milliseconds.
    pub at: i64,
    /// How the page is dressed for this person: class names.
    pub dress: String,
    /// The language the person would rather use, where their needs say one.
    pub language: Option<Language>,
    /// The definition's text.
    pub definition: String,
    /// Its wordings' texts, the first one first to be used.
    pub wordings: Vec<String>,
    /// What is recorded of the words of these questions.
    pub recorded: Vec<Recorded>,
}

/// What the worker gave out, as the vault remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The session the answers belong to.
    pub session: SessionId,
    /// What the answers must bring back.
    pub token: [u8; 16],
    /// Which items were given out.
    pub items: Vec<String>,
}

/// An opening as bytes.
#[must_use]
pub fn write_opening(opening: &Opening) -> Vec<u8> {
    let (first, second) = opening.public.split_at(16);
    let half = |bytes: &[u8]| hex(&bytes.try_into().unwrap_or_default());
    object([
        ("id", hex(&opening.id).into()),
        ("vault", hex(&opening.vault).into()),
        ("public", (half(first) + &half(second)).into()),
        ("token", hex(&opening.token).into()),
        ("person", hex(&opening.head.start.person.0).into()),
        ("session", hex(&opening.head.start.id.0).into()),
        ("head", text(&record::write_head(&opening.head))),
        ("known", text(&record::write_answers(&opening.known))),
        ("items", strings(&opening.items)),
        ("at", opening.at.into()),
        ("dress", opening.dress.as_str().into()),
        ("language", opening.language.map_or("", Language::code).into()),
        ("definition", opening.definition.as_str().into()),
        ("wordings", strings(&opening.wordings)),
        ("recorded", Value::Array(opening.recorded.iter().map(write_recorded).collect())),
    ])
}

/// Reads an opening.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape, or too much of it.
pub fn read_opening(bytes: &[u8]) -> Result<Opening, Unreadable> {
    let shape = read(bytes)?;
    let session = SessionId(id(&shape, "session")?);
    let person = PersonId(id(&shape, "person")?);
    let head = record::read_head(session, person, word(&shape, "head")?.as_bytes())?;
    let public = word(&shape, "public")?;
    let (first, second) = public.split_at_checked(32).ok_or(Unreadable)?;
    let halves = [read_id(first).ok_or(Unreadable)?, read_id(second).ok_or(Unreadable)?].concat();
    Ok(Opening {
        id: id(&shape, "id")?,
        vault: id(&shape, "vault")?,
        public: halves.try_into().map_err(|_| Unreadable)?,
        token: id(&shape, "token")?,
        known: record::read_session(head.clone(), Some(word(&shape, "known")?.as_bytes()))?,
        head,
        items: words(&shape, "items", MOST_ITEMS)?,
        at: shape["at"].as_i64().ok_or(Unreadable)?,
        dress: word(&shape, "dress")?.to_owned(),
        // It was not said by what was handed over before it was.
        language: shape.get("language").and_then(Value::as_str).and_then(Language::from_code),
        definition: word(&shape, "definition")?.to_owned(),
        wordings: words(&shape, "wordings", MOST_WORDINGS)?,
        recorded: read_recorded(shape.get("recorded"))?,
    })
}

fn write_recorded(row: &Recorded) -> Value {
    let mut list = vec![row.language.as_str().into(), row.said.as_str().into()];
    for sound in &row.sounds {
        list.extend([Value::from(sound.key()), sound.media_type.word().into()]);
    }
    Value::Array(list)
}

/// Language and words, then key and kind of each sound. There are none in what was handed over before there were any.
fn read_recorded(list: Option<&Value>) -> Result<Vec<Recorded>, Unreadable> {
    let Some(list) = list else { return Ok(Vec::new()) };
    let rows = list.as_array().filter(|list| list.len() <= MOST_RECORDED).ok_or(Unreadable)?;
    rows.iter().map(|row| recorded(row).ok_or(Unreadable)).collect()
}

fn recorded(row: &Value) -> Option<Recorded> {
    let texts = row.as_array()?.iter().map(Value::as_str).collect::<Option<Vec<&str>>>()?;
    let (language, said) = (texts.first()?, texts.get(1)?);
    let pairs = texts[2..].chunks(2);
    let sound = |pair: &[&str]| {
        let [key, kind] = pair else { return None };
        let (pack, sha256) = Sound::read_key(key)?;
        let media_type = MediaType::ALL.into_iter().find(|one| one.word() == *kind)?;
        Some(Sound { pack, sha256: sha256.to_owned(), media_type })
    };
    let sounds = pairs.map(sound).collect::<Option<Vec<Sound>>>()?;
    Some(Recorded { language: (*language).to_owned(), said: (*said).to_owned(), sounds })
}

/// What was given out, as bytes.
#[must_use]
pub fn write_given(given: &Given) -> Vec<u8> {
    object([
        ("session", hex(&given.session.0).into()),
        ("token", hex(&given.token).into()),
        ("items", strings(&given.items)),
    ])
}

/// Reads what was given out.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape, or too much of it.
pub fn read_given(bytes: &[u8]) -> Result<Given, Unreadable> {
    let shape = read(bytes)?;
    Ok(Given {
        session: SessionId(id(&shape, "session")?),
        token: id(&shape, "token")?,
        items: words(&shape, "items", MOST_ITEMS)?,
    })
}

/// Answers with what they must bring back, as bytes: 16, then an answers record.
#[must_use]
pub fn write_answered(token: &[u8; 16], session: &Session) -> Vec<u8> {
    [&token[..], &record::write_answers(session)].concat()
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Vec<u8> {
    let mut object = Map::new();
    object.insert("v".to_owned(), 1.into());
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object).to_string().into_bytes()
}

fn strings(list: &[String]) -> Value {
    Value::Array(list.iter().map(|one| one.as_str().into()).collect())
}

/// Records of ours are texts.
fn text(bytes: &[u8]) -> Value {
    String::from_utf8_lossy(bytes).into_owned().into()
}

fn read(bytes: &[u8]) -> Result<Value, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable)?;
    let shape: Value = serde_json::from_str(text).map_err(|_| Unreadable)?;
    if shape["v"] == 1 { Ok(shape) } else { Err(Unreadable) }
}

fn word<'a>(shape: &'a Value, name: &str) -> Result<&'a str, Unreadable> {
    shape[name].as_str().ok_or(Unreadable)
}

fn id(shape: &Value, name: &str) -> Result<[u8; 16], Unreadable> {
    read_id(word(shape, name)?).ok_or(Unreadable)
}

fn words(shape: &Value, name: &str, most: usize) -> Result<Vec<String>, Unreadable> {
    let list = shape[name].as_array().filter(|list| list.len() <= most).ok_or(Unreadable)?;
    list.iter().map(|one| one.as_str().map(str::to_owned).ok_or(Unreadable)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handover::sample;

    #[test]
    fn an_opening_and_what_was_given_out_read_back_as_they_were() {
        let opening = sample::opening(&["drink", "inject"]);
        assert_eq!(opening.recorded[0].sounds.len(), 2);
        let text = String::from_utf8(write_opening(&opening)).expect("a text");
        let before =
            text.replacen("\"recorded\":", "\"later\":", 1).replacen("\"language\":", "\"later yet\":", 1);
        let earlier = Opening { recorded: Vec::new(), language: None, ..opening.clone() };
        assert_eq!(read_opening(before.as_bytes()), Ok(earlier));
        assert_eq!(read_opening(&write_opening(&opening)), Ok(opening.clone()));
        let given =
            Given { session: opening.head.start.id, token: opening.token, items: opening.items.clone() };
        assert_eq!(read_given(&write_given(&given)), Ok(given));
    }

    #[test]
    fn what_is_not_ours_or_too_much_is_refused() {
        let whole = write_opening(&sample::opening(&["drink"]));
        let text = String::from_utf8(whole.clone()).expect("a text");
        let many = format!("[{}]", vec!["\"drink\""; MOST_ITEMS + 1].join(","));
        let rows = [
            ("nothing", Vec::new()),
            ("half of it", whole[..whole.len() / 2].to_vec()),
            ("no text", vec![0xff; 40]),
            ("another version", text.replace("\"v\":1", "\"v\":2").into_bytes()),
            ("an id that is none", text.replacen("\"id\":\"", "\"id\":\"zz", 1).into_bytes()),
            ("a public key cut short", text.replacen("\"public\":\"aa", "\"public\":\"", 1).into_bytes()),
            ("too many questions", text.replace("[\"drink\"]", &many).into_bytes()),
            ("a sound of no kind", text.replacen("audio/ogg", "audio/none", 1).into_bytes()),
            ("a sound with no key", text.replacen("\"0808", "\"zz08", 1).into_bytes()),
            ("too large", [&whole[..], &vec![b' '; LARGEST]].concat()),
        ];
        for (name, bytes) in rows {
            assert_ne!(bytes, whole, "{name} is a change");
            assert_eq!(read_opening(&bytes), Err(Unreadable), "{name}");
        }
    }

    #[test]
    fn what_was_given_out_is_refused_when_it_is_not_ours_or_too_much() {
        let items = vec!["drink".to_owned(); MOST_ITEMS];
        let given = Given { session: SessionId([5; 16]), token: [7; 16], items };
        let text = String::from_utf8(write_given(&given)).expect("a text");
        assert_eq!(read_given(text.as_bytes()), Ok(given));
        let rows = [
            ("another version", text.replace("\"v\":1", "\"v\":3")),
            ("a token cut short", text.replacen("\"token\":\"07", "\"token\":\"", 1)),
            ("one question too many", text.replacen("\"drink\"", "\"drink\",\"drink\"", 1)),
            ("a number for a question", text.replacen("\"drink\"", "7", 1)),
            ("half of it", text[..text.len() / 2].to_owned()),
        ];
        for (name, changed) in rows {
            assert_ne!(changed, text, "{name} is a change");
            assert_eq!(read_given(changed.as_bytes()), Err(Unreadable), "{name}");
        }
    }
}
