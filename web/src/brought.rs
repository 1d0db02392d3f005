//! Words a service brings for an instrument: a wording pack from a file on the device. The file is anybody's, so
//! everything wrong with it is said at once and nothing of it is kept before it is whole and somebody has looked.

use crate::library::{Book, Edition, ListedWording};
use assessment_core::definition::Fault;
use assessment_core::wording::{self, Completeness, Wording};
use chrono::NaiveDate;
use serde_json::Value;

/// No wording of any instrument is near so large; a file beyond it is not read at all.
pub const LARGEST: usize = 1024 * 1024;
/// So many faults are shown; more of them help nobody.
pub const MOST_SHOWN: usize = 100;

/// A pack as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Random; names the record.
    pub id: [u8; 16],
    /// Whose words these are.
    pub edition: Edition,
    /// What a session says its words were: the wording's id and a mark of every letter of it.
    pub pin: String,
    /// What it says of itself.
    pub about: ListedWording,
    /// The day it was brought.
    pub on: NaiveDate,
    /// The file, letter by letter.
    pub text: String,
}

/// A pack that was read, and how much of the instrument it has words for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The pack.
    pub brought: Brought,
    /// What has words and what lacks them.
    pub completeness: Completeness,
}

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackTrouble {
    /// No file was chosen.
    NoFile,
    /// It is larger than any wording.
    TooLarge,
    /// It is no text.
    NotText,
    /// The tablet did not read it this time.
    NotNow,
    /// The very same words are here already.
    Here,
    /// The tablet did not keep it.
    NotKept,
    /// What is wrong with it, a line each: path and sentence.
    Faults(Vec<String>),
}

impl PackTrouble {
    /// Faults as lines.
    #[must_use]
    pub fn of(faults: &[Fault]) -> PackTrouble {
        PackTrouble::Faults(faults.iter().map(ToString::to_string).collect())
    }
}

/// Which instrument in which version a pack says it is for.
///
/// # Errors
/// [`PackTrouble::Faults`] for what is no pack at all.
pub fn named(text: &str) -> Result<Edition, PackTrouble> {
    let id = wording::instrument_of(text).map_err(|faults| PackTrouble::of(&faults))?;
    let version =
        serde_json::from_str::<Value>(text).ok().and_then(|pack| pack["version"].as_str().map(str::to_owned));
    Ok(Edition { id, version: version.unwrap_or_default() })
}

/// Checks a pack against its definition. One that lacks words is read, so that it can be shown what it lacks.
///
/// # Errors
/// Every fault.
pub fn judge(book: &Book, text: String, id: [u8; 16], on: NaiveDate) -> Result<Judged, PackTrouble> {
    let claims = serde_json::from_str::<Value>(&text).is_ok_and(|pack| pack["provenance"] == "ours");
    let ours = claims.then(|| Fault {
        path: "provenance".to_owned(),
        sentence: "Only what comes with the app is `ours`: say whose words these are.".to_owned(),
    });
    let wording = match (wording::read(&book.instrument, &text), ours) {
        (Ok(wording), None) => wording,
        (read, ours) => {
            let faults: Vec<Fault> = read.err().into_iter().flatten().chain(ours).collect();
            return Err(PackTrouble::of(&faults));
        }
    };
    let about = ListedWording {
        title: wording.title.clone(),
        language: wording.language.clone(),
        provenance: wording.provenance.word().to_owned(),
        licence: wording.licence.clone(),
        reviewed: wording.reviewed.clone(),
    };
    let pin = pin(&wording, &text);
    let brought = Brought { id, edition: book.edition(), pin, about, on, text };
    Ok(Judged { brought, completeness: wording.completeness(&book.instrument) })
}

impl Brought {
    /// The book with these words; none when they are not words of it, or not all.
    #[must_use]
    pub fn book(&self, book: &Book) -> Option<Book> {
        let wording = wording::parse(&book.instrument, &self.text).ok()?;
        Some(book.with_brought(wording, self.pin.clone()))
    }
}

/// Two packs may call themselves the same; a session keeps the one it was asked with.
fn pin(wording: &Wording, text: &str) -> String {
    format!("{}/{:016x}", wording.id(), mark(text.as_bytes()))
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923). It tells packs apart; it guards nothing.
fn mark(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
pub(crate) mod tests;
