//! The definitions and wordings at hand, read from the files the build made.

use crate::text::Language;
use assessment_core::instrument::Instrument;
use assessment_core::session::Session;
use assessment_core::wording::Wording;
use assessment_core::{definition, wording};

/// The long assessment.
pub const STRENGTHS_PROFILE: &str = "strengths-profile";
/// Not an instrument: asked once, after the answers are checked.
pub const ABOUT_YOU: &str = "about-you";

/// An instrument and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// The definition.
    pub instrument: Instrument,
    /// The words on the screen.
    pub wording: Wording,
    /// The same in the app's other language, when it is at hand.
    pub other: Option<Wording>,
}

/// All books at hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library(Vec<Book>);

impl Book {
    /// Reads a definition and its wording.
    #[must_use]
    pub fn read(definition: &str, words: &str) -> Option<Book> {
        let instrument = definition::parse(definition).ok()?;
        let wording = wording::parse(&instrument, words).ok()?;
        Some(Book { instrument, wording, other: None })
    }

    /// The same book with these words beside its own. Words that are not of it change nothing.
    #[must_use]
    pub fn beside(self, words: &str) -> Book {
        let other = wording::parse(&self.instrument, words).ok();
        Book { other: other.or(self.other), ..self }
    }

    /// Puts the words of this language on the screen, where it has them.
    fn speak(&mut self, language: Language) {
        if let Some(other) = &mut self.other
            && other.language == language.code()
        {
            std::mem::swap(&mut self.wording, other);
        }
    }

    /// The language its questions are asked in when the app speaks `language`.
    #[must_use]
    pub fn spoken(&self, _language: Language) -> &str {
        &self.wording.language
    }
}

impl Library {
    /// A library of these books.
    #[must_use]
    pub fn of_books(books: Vec<Book>) -> Library {
        Library(books)
    }

    /// Puts the words of this language on the screen, of all books that have them.
    pub fn speak(&mut self, language: Language) {
        self.0.iter_mut().for_each(|book| book.speak(language));
    }

    /// The ids of the books that lack the words of the other language.
    #[must_use]
    pub fn in_one_language(&self) -> Vec<String> {
        let one = self.0.iter().filter(|book| book.other.is_none());
        one.map(|book| book.instrument.id().to_string()).collect()
    }

    /// Puts words beside those of a book.
    pub fn put_beside(&mut self, id: &str, words: &str) {
        if let Some(book) = self.0.iter_mut().find(|book| book.instrument.id().as_str() == id) {
            *book = book.clone().beside(words);
        }
    }

    /// The version of an instrument that new sessions use.
    #[must_use]
    pub fn newest(&self, id: &str) -> Option<&Book> {
        self.0.iter().find(|book| book.instrument.id().as_str() == id)
    }

    /// The very version a session pinned.
    #[must_use]
    pub fn of(&self, session: &Session) -> Option<&Book> {
        self.find(session.instrument.as_str(), &session.version)
    }

    /// An instrument of a version.
    #[must_use]
    pub fn find(&self, id: &str, version: &str) -> Option<&Book> {
        self.0.iter().find(|book| book.instrument.id().as_str() == id && book.instrument.version() == version)
    }
}

#[cfg(test)]
pub(crate) mod tests;
