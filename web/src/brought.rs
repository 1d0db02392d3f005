//! Words a service brings for an instrument: a wording pack from a file on the device. The file is anybody's, so
//! everything wrong with it is said at once and nothing of it is kept before it is whole and somebody has looked.

use crate::library::{Book, Edition, ListedWording};
use crate::sounds;
use assessment_core::definition::Fault;
use assessment_core::wording::{self, Completeness, Provenance, Wording};
use chrono::NaiveDate;
use serde_json::Value;
use std::rc::Rc;

/// No wording of any instrument is near so large; a file beyond it is not read at all.
pub const LARGEST: usize = 1024 * 1024;
/// So many faults are shown; more of them help nobody.
pub const MOST_SHOWN: usize = 100;

/// Which words a pack is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Its own: it brings them.
    Service,
    /// Those that come with the app: it brings recordings of them, and not a word.
    App,
}

/// A pack as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Random; names the record.
    pub id: [u8; 16],
    /// Which instrument in which version.
    pub edition: Edition,
    /// Which words it is about.
    pub whose: Whose,
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
    /// How many texts are recorded.
    pub recorded: usize,
}

impl Judged {
    /// Whether it can be kept: all words are there, or it brings none.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.brought.whose == Whose::App || self.completeness.is_complete()
    }
}

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackTrouble {
    /// No file was chosen.
    NoFile,
    /// Several were, and not just one of them holds words.
    NotOne,
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

/// In which language a pack says its words are, and whether these are simple ones.
#[must_use]
pub fn spoken(text: &str) -> Option<(String, bool)> {
    let pack = serde_json::from_str::<Value>(text).ok()?;
    let easy = pack["provenance"] == Provenance::EasyReadNotValidated.word();
    Some((pack["language"].as_str()?.to_owned(), easy))
}

/// Checks a pack against its definition. One that lacks words is read, so that it can be shown what it lacks. `ours`
/// are the words that come with the app in the language of the pack: a pack that says the very same and lists
/// recordings brings the recordings only.
///
/// # Errors
/// Every fault.
pub fn judge(
    book: &Book,
    ours: Option<&Wording>,
    text: String,
    id: [u8; 16],
    on: NaiveDate,
) -> Result<Judged, PackTrouble> {
    let raw = serde_json::from_str::<Value>(&text).unwrap_or_default();
    let claims = raw["provenance"] == Provenance::Ours.word();
    let recorded = raw["recordings"].as_object().is_some_and(|recordings| !recordings.is_empty());
    let lone = (claims && !recorded).then(|| Fault {
        path: "provenance".to_owned(),
        sentence: "Only what comes with the app is `ours`: say whose words these are.".to_owned(),
    });
    let wording = match (wording::read(&book.instrument, &text), lone) {
        (Ok(wording), None) => wording,
        (read, lone) => {
            let faults: Vec<Fault> = read.err().into_iter().flatten().chain(lone).collect();
            return Err(PackTrouble::of(&faults));
        }
    };
    let whose = whose(&wording, ours.filter(|_| recorded), claims)?;
    let about = ListedWording {
        title: wording.title.clone(),
        language: wording.language.clone(),
        provenance: wording.provenance.word().to_owned(),
        licence: wording.licence.clone(),
        reviewed: wording.reviewed.clone(),
    };
    let pin = pin(&wording, &text);
    let brought = Brought { id, edition: book.edition(), whose, pin, about, on, text };
    let (completeness, recorded) = (wording.completeness(&book.instrument), wording.recordings().len());
    Ok(Judged { brought, completeness, recorded })
}

/// Words of our own that are recorded must be the very words that come with the app.
fn whose(wording: &Wording, ours: Option<&Wording>, claims: bool) -> Result<Whose, PackTrouble> {
    let ours = ours.filter(|ours| ours.id() == wording.id());
    let differing = ours.map(|ours| sounds::differing(ours, wording));
    match differing {
        Some(paths) if paths.is_empty() => Ok(Whose::App),
        Some(paths) if claims => {
            let line = |path: &String| format!("{path}: The words that come with the app are other ones.");
            Err(PackTrouble::Faults(paths.iter().map(line).collect()))
        }
        None if claims => Err(PackTrouble::Faults(vec![
            "language: No words of this language come with the app.".to_owned(),
        ])),
        _ => Ok(Whose::Service),
    }
}

impl Brought {
    /// The book with these words; none when they are not words of it, or not all.
    #[must_use]
    pub fn book(&self, book: &Book) -> Option<Book> {
        let wording = wording::parse(&book.instrument, &self.text).ok()?;
        Some(book.with_brought(self.id, wording, self.pin.clone()))
    }

    /// The words it has recordings of, with these; none when they are not words of this book.
    #[must_use]
    pub fn sounds(&self, book: &Book) -> Option<Rc<Wording>> {
        wording::read(&book.instrument, &self.text).ok().map(Rc::new)
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
