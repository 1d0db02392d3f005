//! From a book to the JSON that the app fetches.
//!
//! ```text
//! {"language":"cy", "for":"<the book's hash>", "messages":[text, text, …]}
//!
//! door      true when only what is said before anything is open is there
//! message   null when it is not there; else a text
//! text      "words"  or  [part, part, …]
//! part      "words"
//!           2                                   the argument with that index
//!           [2, {"one": text, "*": text, …}]    one of these texts, by that argument
//! ```
//!
//! Messages stand in the order of the English ids; arguments in the order of the alphabet. The keys of a
//! select are plural categories and numbers (`"=0"`) when the argument is a number, else words. `"*"` is the
//! default and is always there; the default is not written a second time under its own name.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::book::{Book, Message, Messages, Takes};
use crate::pattern::{Choice, Part};

/// The English catalogue.
pub fn english(book: &Book) -> String {
    write(book, "en", &book.english)
}

/// What the English catalogue says before anything is open, with a gap for everything else: the first load.
pub fn door(book: &Book) -> String {
    let first = |message: &Message| crate::DOOR.contains(&message.file.as_str());
    let said = book.english.iter().filter(|(_, message)| first(message));
    let said: BTreeMap<&String, &Message> = said.collect();
    let mut door = catalogue(book, "en", |id| said.get(id).copied());
    door["door"] = true.into();
    door.to_string()
}

/// The Welsh catalogue, with a gap for what is not translated yet.
pub fn welsh(book: &Book) -> String {
    write(book, "cy", &book.welsh)
}

fn write(book: &Book, language: &str, messages: &Messages) -> String {
    catalogue(book, language, |id| messages.get(id)).to_string()
}

fn catalogue<'a>(book: &Book, language: &str, said: impl Fn(&String) -> Option<&'a Message>) -> Value {
    let texts: Vec<Value> = book
        .takes
        .iter()
        .map(|(id, takes)| said(id).map_or(Value::Null, |message| text(&message.parts, takes)))
        .collect();
    json!({ "language": language, "for": book.hash(), "messages": texts })
}

fn text(parts: &[Part], takes: &Takes) -> Value {
    match parts {
        [] => json!(""),
        [Part::Text(words)] => json!(words),
        parts => parts.iter().map(|each| part(each, takes)).collect(),
    }
}

fn part(part: &Part, takes: &Takes) -> Value {
    match part {
        Part::Text(words) => json!(words),
        Part::Variable { name, .. } => index(name, takes),
        Part::Select { name, choices, otherwise, .. } => {
            let mut texts = Map::new();
            for Choice { key, parts } in choices {
                texts.insert(key.clone(), text(parts, takes));
            }
            texts.insert("*".to_string(), text(&otherwise.parts, takes));
            json!([index(name, takes), texts])
        }
    }
}

/// The check has made sure that both languages use the same variables, so each has its place.
fn index(name: &str, takes: &Takes) -> Value {
    json!(takes.keys().position(|variable| variable == name))
}
