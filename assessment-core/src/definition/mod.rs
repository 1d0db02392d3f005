//! Text to [`Instrument`]: the first of the two places where anything is refused.
//!
//! A definition is refused with every fault found, each with its JSON path, so that an author mends
//! them in one go. What comes out is checked and immutable; nothing half-parsed can be answered.

mod build;
mod items;
mod scales;
mod shape;

use crate::instrument::Instrument;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::fmt;

/// The only format this version reads.
pub const FORMAT: u32 = 1;

/// One thing wrong with a definition or a wording pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// JSON path, such as `items[4].options`; for broken JSON `line:column`.
    pub path: String,
    /// What is wrong and what is allowed, as a sentence.
    pub sentence: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.sentence)
    }
}

/// Collects faults on the way, so that one bad item does not hide the next.
#[derive(Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, path: impl Into<String>, sentence: impl Into<String>) {
        self.0.push(Fault { path: path.into(), sentence: sentence.into() });
    }

    pub(crate) fn into_result<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Reads a definition (`definition.json`, format 1).
///
/// # Errors
/// Every fault found: first those of the shape, and when there are none those of the meaning: broken JSON, a missing or unknown field, a name that leads nowhere, a range that
/// does not follow from the key, bands that do not rise, a licence or a source left out.
pub fn parse(text: &str) -> Result<Instrument, Vec<Fault>> {
    let mut faults = Faults::default();
    let whole = parse_object(text, &mut faults).and_then(|object| read(object, &mut faults));
    faults.into_result(whole)
}

fn read(mut object: Map<String, Value>, faults: &mut Faults) -> Option<Instrument> {
    let options = take::<shape::Options>(&mut object, "options", faults);
    let sections = take_list::<shape::Section>(&mut object, "sections", faults);
    let items = take_list::<shape::Item>(&mut object, "items", faults);
    let scales = take_list::<shape::Scale>(&mut object, "scales", faults);
    let head = element::<shape::Head>(Value::Object(object), "", faults);
    // A wrong element would only cause false alarms about everything that names it.
    if !faults.is_empty() {
        return None;
    }
    build::build(head?, options?, sections, items, scales, faults)
}

pub(crate) fn parse_object(text: &str, faults: &mut Faults) -> Option<Map<String, Value>> {
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(object)) => Some(object),
        Ok(_) => {
            faults.add("1:1", "The file must hold one JSON object, beginning with {.");
            None
        }
        Err(error) => {
            let place = format!("{}:{}", error.line(), error.column().max(1));
            faults.add(place, format!("This is not JSON: {error}."));
            None
        }
    }
}

fn take<T: DeserializeOwned>(object: &mut Map<String, Value>, name: &str, faults: &mut Faults) -> Option<T> {
    match object.remove(name) {
        Some(value) => element(value, name, faults),
        None => {
            faults.add(name, format!("`{name}` is missing."));
            None
        }
    }
}

fn take_list<T: DeserializeOwned>(
    object: &mut Map<String, Value>,
    name: &str,
    faults: &mut Faults,
) -> Vec<T> {
    let Some(values) = take::<Vec<Value>>(object, name, faults) else {
        return Vec::new();
    };
    let read = |(n, value)| element(value, &format!("{name}[{n}]"), faults);
    values.into_iter().enumerate().filter_map(read).collect()
}

pub(crate) fn element<T: DeserializeOwned>(value: Value, path: &str, faults: &mut Faults) -> Option<T> {
    match T::deserialize(value) {
        Ok(read) => Some(read),
        Err(error) => {
            let path = if path.is_empty() { "definition" } else { path };
            faults.add(path, format!("{}.", sentence_case(&error.to_string())));
            None
        }
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
