//! What must hold for the messages of both languages together.
//!
//! Gives what each message takes, and adds every fault to the list.

use std::collections::BTreeMap;

use crate::Parity;
use crate::book::{Message, Messages, Takes};
use crate::name;
use crate::pattern::{CATEGORIES, Choice, Kind, Part};

/// A comment with these words, right above a Welsh message, says that its plural needs no more forms.
const ONE_FORM: &str = "one form";

/// In Welsh each of the other categories holds exactly one whole number (CLDR, plural rules for `cy`), so
/// the number may be written in its place.
const WELSH: [(&str, &str); 5] =
    [("zero", "=0"), ("one", "=1"), ("two", "=2"), ("few", "=3"), ("many", "=6")];

/// Checks both languages and gives what each English message takes.
pub fn check(
    english: &Messages,
    welsh: &Messages,
    parity: Parity,
    faults: &mut Vec<String>,
) -> BTreeMap<String, Takes> {
    let mut takes = BTreeMap::new();
    for (id, message) in english {
        let translation = welsh.get(id);
        takes.insert(id.clone(), both(id, message, translation, faults));
        if translation.is_none() && parity == Parity::Full {
            faults.push(format!("{}: {id}: it is missing in Welsh", message.file));
        }
    }
    for (id, message) in welsh {
        if !english.contains_key(id) {
            faults.push(format!("{}: {id}: English has no such message", message.file));
        }
        for form in missing_forms(message) {
            faults.push(format!(
                "{}: {id}: the plural has no [{form}]; if Welsh needs no more forms here, say `# {ONE_FORM}` above it",
                message.file
            ));
        }
    }
    name::check(english, &takes, faults);
    takes
}

/// What one message takes. Welsh may count with a variable that English only shows, so both are asked.
fn both(id: &str, english: &Message, welsh: Option<&Message>, faults: &mut Vec<String>) -> Takes {
    let mut takes = uses(id, english, faults);
    let Some(welsh) = welsh else {
        return settled(takes);
    };
    let theirs = uses(id, welsh, faults);
    for name in theirs.keys().filter(|name| !takes.contains_key(*name)) {
        faults.push(format!("{}: {id}: ${name} is not in the English message", welsh.file));
    }
    for (name, ours) in &mut takes {
        match theirs.get(name) {
            None => faults.push(format!("{}: {id}: ${name} of the English message is missing", welsh.file)),
            Some(theirs) if clash(*ours, *theirs) => faults.push(format!(
                "{}: {id}: ${name} is counted in one language and a word in the other",
                welsh.file
            )),
            Some(theirs) => *ours = ours.or(*theirs),
        }
    }
    settled(takes)
}

/// Each variable, and its kind where the message decides it.
fn uses(id: &str, message: &Message, faults: &mut Vec<String>) -> BTreeMap<String, Option<Kind>> {
    let mut uses = BTreeMap::<String, Option<Kind>>::new();
    for (name, kind) in walk(&message.parts) {
        let known = uses.entry(name.to_string()).or_default();
        if clash(*known, kind) {
            faults.push(format!("{}: {id}: ${name} is both counted and compared with words", message.file));
        }
        *known = known.or(kind);
    }
    uses
}

fn clash(one: Option<Kind>, other: Option<Kind>) -> bool {
    one.is_some() && other.is_some() && one != other
}

fn settled(uses: BTreeMap<String, Option<Kind>>) -> Takes {
    uses.into_iter().map(|(name, kind)| (name, kind.unwrap_or(Kind::Text))).collect()
}

fn walk(parts: &[Part]) -> Vec<(&str, Option<Kind>)> {
    let mut found = Vec::new();
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Variable { name, counts } => {
                found.push((name.as_str(), counts.then_some(Kind::Number)));
            }
            Part::Select { name, kind, choices, otherwise } => {
                found.push((name.as_str(), Some(*kind)));
                found.extend(choices.iter().chain([otherwise]).flat_map(|choice| walk(&choice.parts)));
            }
        }
    }
    found
}

/// The Welsh plural forms that nobody wrote. A plural inside another counts too.
fn missing_forms(message: &Message) -> Vec<&'static str> {
    if message.comment.lines().any(|line| line.contains(ONE_FORM)) {
        return Vec::new();
    }
    let mut missing = plurals(&message.parts);
    missing.sort_by_key(|form| CATEGORIES.iter().position(|category| category == form));
    missing.dedup();
    missing
}

fn plurals(parts: &[Part]) -> Vec<&'static str> {
    let mut missing = Vec::new();
    for part in parts {
        let Part::Select { kind, choices, otherwise, .. } = part else {
            continue;
        };
        let all: Vec<&Choice> = choices.iter().chain([otherwise]).collect();
        if *kind == Kind::Number {
            missing.extend(WELSH.iter().filter_map(|(category, number)| {
                (!all.iter().any(|choice| choice.key == *category || choice.key == *number))
                    .then_some(*category)
            }));
        }
        missing.extend(all.iter().flat_map(|choice| plurals(&choice.parts)));
    }
    missing
}
