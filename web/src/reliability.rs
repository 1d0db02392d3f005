//! Figures a service brings: a reliability file made from pooled baselines, which says from which difference on a change
//! is more than chance. The file is anybody's, so everything wrong with it is said at once, and it is kept only after
//! somebody has looked. Answers and scores never change by it: only what is said of a difference.

use crate::brought::PackTrouble;
use crate::library::{Book, Edition};
use assessment_core::instrument::Instrument;
use assessment_core::reliability::{self, Reliability};
use chrono::NaiveDate;
use std::rc::Rc;

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Random; names the record.
    pub id: [u8; 16],
    /// Which instrument in which version it is about: one file for each.
    pub about: Edition,
    /// The file's own version.
    pub edition: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The day it was brought.
    pub on: NaiveDate,
    /// The file, letter by letter.
    pub text: String,
}

/// Figures that were read, with the book they are about.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// The figures.
    pub figures: Figures,
    /// The book.
    pub book: Book,
}

/// Which instrument in which version a file says it is about.
///
/// # Errors
/// [`PackTrouble::Faults`] for what is no such file at all.
pub fn named(text: &str) -> Result<Edition, PackTrouble> {
    let (id, version) = reliability::about(text).map_err(|faults| PackTrouble::of(&faults))?;
    Ok(Edition { id, version })
}

/// Checks a file against its definition.
///
/// # Errors
/// Every fault.
pub fn judge(book: &Book, text: String, id: [u8; 16], on: NaiveDate) -> Result<Looked, PackTrouble> {
    let file = reliability::parse(&book.instrument, &text).map_err(|faults| PackTrouble::of(&faults))?;
    let figures =
        Figures { id, about: book.edition(), edition: file.edition, made_on: file.made_on, on, text };
    Ok(Looked { figures, book: book.clone() })
}

impl Figures {
    /// What the file says; none when it is not about this instrument.
    #[must_use]
    pub fn read(&self, instrument: &Instrument) -> Option<Reliability> {
        reliability::parse(instrument, &self.text).ok()
    }
}

/// The book with the thresholds of the figures about it, where there are any.
#[must_use]
pub fn judged(all: &[Figures], book: &Book) -> Book {
    let about = all.iter().find(|figures| book.is(&figures.about));
    match about.and_then(|figures| figures.read(&book.instrument)) {
        Some(file) => Book { instrument: Rc::new(file.apply(&book.instrument)), ..book.clone() },
        None => book.clone(),
    }
}

#[cfg(test)]
pub(crate) mod tests;
