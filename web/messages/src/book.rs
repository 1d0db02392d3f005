//! From files to a book: every message of both languages, in the order of the English ids.
//!
//! Takes the text of the files. Gives a [`Book`], or every fault found in them.

use std::collections::BTreeMap;

use fluent_syntax::ast::{self, Entry};
use fluent_syntax::parser::{self, ParserError};

use crate::pattern::{self, Kind, Part, Terms};
use crate::{Parity, check};

/// One Fluent file, named as a fault should name it: `en/common.ftl`.
pub struct File {
    pub name: String,
    pub text: String,
}

/// One message in one language.
#[derive(Debug)]
pub struct Message {
    pub file: String,
    pub comment: String,
    pub parts: Vec<Part>,
}

/// All messages of one language, by id.
pub type Messages = BTreeMap<String, Message>;

/// What one message takes: each variable and its kind, in the order of the alphabet.
pub type Takes = BTreeMap<String, Kind>;

/// The checked messages of both languages.
#[derive(Debug)]
pub struct Book {
    pub english: Messages,
    pub welsh: Messages,
    /// One entry for each English message.
    pub takes: BTreeMap<String, Takes>,
}

/// Reads and checks both languages.
pub fn compile(english: &[File], welsh: &[File], parity: Parity) -> Result<Book, Vec<String>> {
    let mut faults = Vec::new();
    let english = messages(english, &mut faults);
    let welsh = messages(welsh, &mut faults);
    let takes = check::check(&english, &welsh, parity, &mut faults);
    if faults.is_empty() { Ok(Book { english, welsh, takes }) } else { Err(faults) }
}

impl Book {
    /// Which messages with which arguments these are, as sixteen hexadecimal figures.
    ///
    /// A catalogue is read by position, so one from another build would show the wrong words. The wording
    /// itself does not count: a corrected spelling may be fetched by an app that is already running.
    /// FNV-1a, 64 bits: it only has to notice an accident.
    pub fn hash(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut take = |text: &str| {
            for byte in text.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        for (id, variables) in &self.takes {
            take(id);
            for (variable, kind) in variables {
                take(variable);
                take(kind.rust());
            }
            take("");
        }
        format!("{hash:016x}")
    }
}

/// The messages of one language. A term may stand in another file than the message that uses it, so the
/// terms of all files are gathered first.
fn messages(files: &[File], faults: &mut Vec<String>) -> Messages {
    let mut parsed = Vec::new();
    for file in files {
        parsed.push((file.name.as_str(), parse(file, faults)));
    }
    let mut terms = Terms::new();
    for (file, resource) in &parsed {
        for entry in &resource.body {
            if let Entry::Term(term) = entry
                && terms.insert(term.id.name.clone(), term.value.clone()).is_some()
            {
                faults.push(format!("{file}: -{}: this term is defined twice", term.id.name));
            }
        }
    }
    check_terms(&parsed, &terms, faults);
    let mut messages = Messages::new();
    for (file, resource) in &parsed {
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let id = message.id.name.clone();
            match read(file, message, &terms) {
                Err(why) => faults.extend(why.iter().map(|why| format!("{file}: {id}: {why}"))),
                Ok(read) => {
                    if let Some(first) = messages.insert(id.clone(), read) {
                        faults.push(format!("{file}: {id}: this message is already in {}", first.file));
                    }
                }
            }
        }
    }
    messages
}

/// A term nobody uses yet must be sound too.
fn check_terms(parsed: &[(&str, ast::Resource<String>)], terms: &Terms, faults: &mut Vec<String>) {
    for (file, resource) in parsed {
        for entry in &resource.body {
            let Entry::Term(term) = entry else { continue };
            if let Err(why) = pattern::term(&term.id.name, terms) {
                faults.push(format!("{file}: -{}: {why}", term.id.name));
            }
            if !term.attributes.is_empty() {
                faults.push(format!("{file}: -{}: attributes are not supported", term.id.name));
            }
        }
    }
}

fn read(file: &str, message: &ast::Message<String>, terms: &Terms) -> Result<Message, Vec<String>> {
    let mut faults = Vec::new();
    if !message.attributes.is_empty() {
        faults.push("attributes are not supported: write another message".to_string());
    }
    let parts = match &message.value {
        None => Err("it has no text".to_string()),
        Some(value) => pattern::parts(value, terms),
    };
    let comment = message.comment.as_ref().map(|comment| comment.content.join("\n"));
    match parts {
        Ok(parts) if faults.is_empty() => {
            Ok(Message { file: file.to_string(), comment: comment.unwrap_or_default(), parts })
        }
        Ok(_) => Err(faults),
        Err(why) => {
            faults.push(why);
            Err(faults)
        }
    }
}

fn parse(file: &File, faults: &mut Vec<String>) -> ast::Resource<String> {
    match parser::parse(file.text.replace("\r\n", "\n")) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            faults.extend(errors.iter().map(|error| not_fluent(file, error)));
            resource
        }
    }
}

fn not_fluent(file: &File, error: &ParserError) -> String {
    let text = file.text.replace("\r\n", "\n");
    let before = &text.as_bytes()[..error.pos.start.min(text.len())];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
    let junk = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    format!("{}: line {line}: {error}, in `{junk}`", file.name)
}
