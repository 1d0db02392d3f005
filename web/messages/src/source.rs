//! From a book to the Rust source that `web/src/text.rs` includes.

use std::fmt::Write;

use crate::book::{Book, Message, Takes};
use crate::name;
use crate::pattern::{Kind, Part};

/// The generated source.
pub fn rust(book: &Book) -> String {
    let mut source =
        String::from("// Made by web/build.rs from web/locales. Change those files, not this one.\n\n");
    let _ = writeln!(source, "/// How many messages a catalogue of this build has.");
    let _ = writeln!(source, "pub const MESSAGES: usize = {};\n", book.takes.len());
    let _ = writeln!(source, "/// What a catalogue of this build says in `for`.");
    let _ = writeln!(source, "pub const VERSION_HASH: &str = {:?};\n", book.hash());
    source.push_str("#[allow(clippy::all, rustdoc::all)]\nimpl Text {\n");
    for (place, (id, takes)) in book.takes.iter().enumerate() {
        if let Some(message) = book.english.get(id) {
            function(&mut source, place, id, message, takes);
        }
    }
    by_id(&mut source, book);
    source.push_str("}\n\n");
    let ids: Vec<&String> = book.takes.keys().collect();
    let _ = writeln!(source, "/// The ids of all messages, for the tests.\n#[cfg(test)]");
    let _ = writeln!(source, "pub const IDS: [&str; MESSAGES] = {ids:?};");
    source
}

fn function(source: &mut String, place: usize, id: &str, message: &Message, takes: &Takes) {
    for line in english(&message.parts).lines() {
        let _ = writeln!(source, "    /// {line}");
    }
    let _ = writeln!(source, "    ///\n    /// `{id}` in `{}`", message.file);
    let (mut signature, mut arguments) = (String::new(), String::new());
    for (variable, kind) in takes {
        let variable = name::rust(variable);
        let _ = write!(signature, ", {variable}: {}", kind.rust());
        let _ = match kind {
            Kind::Text => write!(arguments, "Arg::Text({variable}), "),
            Kind::Number => write!(arguments, "Arg::Number({variable}), "),
        };
    }
    let arguments = arguments.trim_end_matches(", ");
    let _ = writeln!(
        source,
        "    pub fn {}(&self{signature}) -> Phrase {{\n        self.say({place}, &[{arguments}])\n    }}\n",
        name::rust(id)
    );
}

/// The English text as its writer sees it, for the doc comment.
fn english(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(words) => words.clone(),
            Part::Variable { name, .. } => format!("{{${name}}}"),
            Part::Select { choices, otherwise, .. } => choices
                .iter()
                .chain([otherwise])
                .map(|choice| english(&choice.parts))
                .collect::<Vec<_>>()
                .join(" | "),
        })
        .collect()
}

/// Only tests look messages up by id, each with a sample for every argument.
fn by_id(source: &mut String, book: &Book) {
    source.push_str("    /// The message with this id, with sample arguments, for the tests.\n");
    source.push_str("    #[cfg(test)]\n    pub fn by_id(&self, id: &str) -> Option<Phrase> {\n");
    source.push_str("        Some(match id {\n");
    for (id, takes) in &book.takes {
        let samples: Vec<&str> = takes
            .values()
            .map(|kind| match kind {
                Kind::Text => "\"Sample\"",
                Kind::Number => "2",
            })
            .collect();
        let _ = writeln!(source, "            {id:?} => self.{}({}),", name::rust(id), samples.join(", "));
    }
    source.push_str("            _ => return None,\n        })\n    }\n");
}
