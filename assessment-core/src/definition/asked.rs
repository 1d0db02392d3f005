//! What the readers ask for, noted while they read (feature `schema`): `instruments/schema.json` is made of it,
//! so it cannot say anything else than the reader does.

use super::{Faults, parse_object, read};

/// One field a reader asked an object for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Path of the object; empty for the file.
    pub object: String,
    /// The field; `{}` for every field of an object whose names are the author's own.
    pub field: String,
    /// Whether it has to be there.
    pub needed: bool,
    /// What it has to be; `None` while it was only looked for.
    pub shape: Option<Shape>,
    /// The words it may be, where there is a list of them.
    pub words: Vec<String>,
    /// The word it was.
    pub said: Option<String>,
}

/// What a field has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// A whole number.
    Whole,
    /// A code.
    Code,
    /// A list of codes.
    Codes,
    /// A number.
    Number,
    /// A list of two numbers.
    Pair,
    /// True or false.
    Flag,
    /// One of a list of words.
    Word,
    /// Some of a list of words.
    Words,
    /// A list.
    List,
    /// An object.
    Object,
    /// Anything, by names of the author's own.
    Names,
    /// Numbers, by names of the author's own.
    Numbers,
}

/// Everything the reader of definitions asks of a text, in the order it asks.
#[must_use]
pub fn asked(text: &str) -> Vec<Asked> {
    let faults = Faults::default();
    let _ = parse_object(text, &faults).and_then(|object| read(object, &faults));
    faults.asked.into_inner()
}
