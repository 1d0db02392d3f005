//! Text to [`Instrument`]: the first of the two places where anything is refused.
//!
//! A definition is refused with every fault found, each with its JSON path, so that an author mends
//! them in one go. What comes out is checked and immutable; nothing half-parsed can be answered.

#[cfg(feature = "schema")]
pub mod asked;
pub(crate) mod bounds;
mod build;
mod draft;
pub(crate) mod fields;
mod items;
pub(crate) mod json;
mod key_shape;
mod keys;
mod scale_shape;
mod scales;
mod shape;

pub use draft::{Draft, Reached, draft, notes};

use crate::instrument::Instrument;
use fields::Fields;
use serde_json::{Map, Value};
use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
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

impl Fault {
    /// A fault that stands on one line, whatever it repeats from the file.
    pub(crate) fn new(path: impl Into<String>, sentence: impl Into<String>) -> Fault {
        Fault { path: on_one_line(path.into()), sentence: on_one_line(sentence.into()) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.sentence)
    }
}

/// Collects faults on the way, so that one bad item does not hide the next.
#[derive(Default)]
pub(crate) struct Faults {
    found: RefCell<Vec<Fault>>,
    /// Whether what was found keeps some part from being read.
    stops: Cell<bool>,
    #[cfg(feature = "schema")]
    pub(crate) asked: RefCell<Vec<asked::Asked>>,
}

impl Faults {
    pub(crate) fn add(&self, path: impl Into<String>, sentence: impl Into<String>) {
        self.stops.set(true);
        self.note(path, sentence);
    }

    /// A fault behind which everything else can be read all the same.
    pub(crate) fn note(&self, path: impl Into<String>, sentence: impl Into<String>) {
        let mut faults = self.found.borrow_mut();
        match faults.len().cmp(&bounds::MOST_FAULTS) {
            Ordering::Less => faults.push(Fault::new(path, sentence)),
            Ordering::Equal => {
                let sentence = format!("There are more than the {} faults listed here.", bounds::MOST_FAULTS);
                faults.push(Fault::new("1:1", sentence));
            }
            Ordering::Greater => {}
        }
    }

    pub(crate) fn into_result<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self.found.into_inner()),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }
}

/// A fault repeats names from the file; one with a line break in it would pass for two faults.
fn on_one_line(text: String) -> String {
    if !text.contains(char::is_control) {
        return text;
    }
    let shown = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}

/// Reads a definition (`definition.json`, format 1).
///
/// # Errors
/// Every fault found: first those of the shape, and when there are none those of the meaning: broken
/// JSON, a missing or unknown field, a name that leads nowhere, a range that does not follow from the key,
/// bands that do not rise, a licence or a source left out.
pub fn parse(text: &str) -> Result<Instrument, Vec<Fault>> {
    let faults = Faults::default();
    let whole = parse_object(text, &faults).and_then(|object| read(object, &faults));
    faults.into_result(whole)
}

fn read(mut object: Map<String, Value>, faults: &Faults) -> Option<Instrument> {
    let mut lists = Map::new();
    for name in ["options", "sections", "items", "scales"] {
        lists.extend(object.remove_entry(name));
    }
    let head = shape::Head::read(Fields::whole(object, faults));
    let mut lists = Fields::whole(lists, faults);
    let options = lists.inner("options").map(|sets| options(sets, faults));
    let sections = elements(lists.list("sections"), shape::section, faults);
    let items = elements(lists.list("items"), shape::Item::read, faults);
    let scales = elements(lists.list("scales"), scale_shape::Scale::read, faults);
    // A wrong element would only cause false alarms about everything that names it; a field too many does not.
    if faults.stops.get() {
        return None;
    }
    build::build(head?, options?, sections, items, scales, faults)
}

/// A named list of codes and topics.
struct Options {
    name: String,
    options: Vec<(i64, String)>,
}

fn options(sets: Fields<'_>, faults: &Faults) -> Vec<Options> {
    let mut read = Vec::new();
    for (name, path, value) in sets.entries() {
        let Value::Array(values) = value else {
            faults.add(path, "An option set is a list, in [ ].");
            continue;
        };
        let listed = values.into_iter().enumerate().map(|(n, value)| (format!("{path}[{n}]"), value));
        read.push(Options { name, options: elements(Some(listed.collect()), shape::option, faults) });
    }
    read
}

fn elements<T>(
    listed: Option<Vec<(String, Value)>>,
    read: fn(Fields<'_>) -> Option<T>,
    faults: &Faults,
) -> Vec<T> {
    let mut elements = Vec::new();
    for (path, value) in listed.unwrap_or_default() {
        elements.extend(Fields::of(value, path, faults).and_then(read));
    }
    elements
}

pub(crate) fn parse_object(text: &str, faults: &Faults) -> Option<Map<String, Value>> {
    if text.len() > bounds::LARGEST_FILE {
        faults.add("1:1", format!("A file has at most {} bytes.", bounds::LARGEST_FILE));
        return None;
    }
    match json::read(text, faults)? {
        Value::Object(mut object) => {
            // Where an editor finds `instruments/schema.json`; it says nothing about the instrument.
            let schema = object.remove("$schema");
            schema.map(|address| fields::text_of(address, "$schema", faults));
            Some(object)
        }
        _ => {
            faults.add("1:1", "The file must hold one JSON object, beginning with {.");
            None
        }
    }
}

#[cfg(test)]
mod tests;
