//! The instruments at hand: found by id, and by id and version, since a session pins both.
//!
//! Takes checked instruments from the caller. Natively the shipped ones are built in (feature
//! `builtin`); the browser fetches the same files from its precache.

use crate::instrument::Instrument;

/// Instruments at hand.
#[derive(Clone, Debug, Default)]
pub struct Catalogue(Vec<Instrument>);

impl Catalogue {
    /// A catalogue of these. Of two with the same id and version the first stays.
    #[must_use]
    pub fn of(instruments: impl IntoIterator<Item = Instrument>) -> Catalogue {
        let mut kept: Vec<Instrument> = Vec::new();
        for instrument in instruments {
            let same = |k: &Instrument| k.id() == instrument.id() && k.version() == instrument.version();
            if !kept.iter().any(same) {
                kept.push(instrument);
            }
        }
        Catalogue(kept)
    }

    /// Every instrument.
    pub fn iter(&self) -> impl Iterator<Item = &Instrument> {
        self.0.iter()
    }

    /// The instrument of that id; of several versions the one listed first, which is the one in use.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Instrument> {
        self.0.iter().find(|instrument| instrument.id().as_str() == id)
    }

    /// The very version a session pinned.
    #[must_use]
    pub fn find_version(&self, id: &str, version: &str) -> Option<&Instrument> {
        self.0.iter().find(|i| i.id().as_str() == id && i.version() == version)
    }
}

/// One shipped folder, as text.
#[cfg(feature = "builtin")]
#[derive(Clone, Copy, Debug)]
pub struct Folder {
    /// Its name, which is the instrument's id.
    pub name: &'static str,
    /// `definition.json`.
    pub definition: &'static str,
    /// File name and text of each wording pack.
    pub wordings: &'static [(&'static str, &'static str)],
}

/// Superseded versions that sessions may still name, by instrument and version. Nothing new is begun on them.
#[cfg(feature = "builtin")]
#[must_use]
pub fn superseded() -> &'static [Folder] {
    shipped::SUPERSEDED
}

/// Every shipped folder that is in use, by name.
#[cfg(feature = "builtin")]
#[must_use]
pub fn folders() -> &'static [Folder] {
    shipped::FOLDERS
}

#[cfg(feature = "builtin")]
mod shipped {
    use super::Folder;
    include!(concat!(env!("OUT_DIR"), "/folders.rs"));
}

#[cfg(test)]
mod tests;
