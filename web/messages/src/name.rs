//! The Rust name of a message or a variable: `people-ready` is `people_ready`.

use std::collections::BTreeMap;

use crate::book::{Messages, Takes};

/// The words of Rust that cannot name a function or an argument (The Rust Reference, "Keywords").
const RESERVED: &[&str] = &[
    "as", "async", "await", "abstract", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

/// The functions that `Text` has beside the messages.
const TAKEN: &[&str] =
    &["by_id", "clone", "eq", "fmt", "language", "long_date", "month_year", "parse", "say"];

/// The Rust name for a Fluent id.
pub fn rust(id: &str) -> String {
    id.replace('-', "_")
}

/// Adds a fault for each id or variable that cannot be a name in Rust.
pub fn check(english: &Messages, takes: &BTreeMap<String, Takes>, faults: &mut Vec<String>) {
    let mut seen = BTreeMap::<String, &String>::new();
    for (id, message) in english {
        let place = format!("{}: {id}", message.file);
        if let Some(why) = refused(id) {
            faults.push(format!("{place}: {why}"));
        } else if TAKEN.contains(&rust(id).as_str()) {
            faults.push(format!("{place}: Text already has a function of this name"));
        }
        if let Some(other) = seen.insert(rust(id), id) {
            faults.push(format!("{place}: the name in Rust is the same as that of {other}"));
        }
        let mut arguments = BTreeMap::<String, &String>::new();
        for variable in takes.get(id).into_iter().flat_map(Takes::keys) {
            if let Some(why) = refused(variable) {
                faults.push(format!("{place}: ${variable}: {why}"));
            }
            if let Some(other) = arguments.insert(rust(variable), variable) {
                faults
                    .push(format!("{place}: ${variable}: the name in Rust is the same as that of ${other}"));
            }
        }
    }
}

fn refused(id: &str) -> Option<&'static str> {
    if RESERVED.contains(&rust(id).as_str()) {
        Some("a reserved word of Rust cannot be a name")
    } else if id.chars().any(|letter| letter.is_ascii_uppercase()) {
        Some("a name is written in small letters")
    } else {
        None
    }
}
