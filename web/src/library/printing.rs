//! The forms there are of an instrument on paper: each of its wordings prints as one of its own.

use super::{Edition, Library};
use crate::order::ordered;
use assessment_core::instrument::WordingRight;
use assessment_core::wording::Provenance;

/// A form as it can have been printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printing {
    /// What a session pins of its words, as it stands on the sheet; nothing for a form whose words nobody here knows.
    pub wording: String,
    /// The language of its words; nothing for such a form.
    pub language: String,
    /// What it is called in its own words, where that tells it apart.
    pub title: String,
}

impl Printing {
    /// A form in these words.
    #[must_use]
    pub fn of(wording: String, title: String) -> Printing {
        let language = wording.split('/').next().unwrap_or_default().to_owned();
        Printing { wording, language, title }
    }

    /// Whose words it is in; none for a form whose words nobody here knows.
    #[must_use]
    pub fn provenance(&self) -> Option<Provenance> {
        Provenance::read(self.wording.split('/').nth(1)?)
    }

    /// The code at the foot of each sheet, but for where the person lives.
    #[must_use]
    pub fn code(&self, edition: &Edition) -> String {
        format!("{} {} {}", edition.id, edition.version, self.wording)
    }
}

impl Library {
    /// Every form of an edition: in the words that come with it, the simpler ones last, then in those that were
    /// brought. Somebody else's may also be a form of their own print, whose words are not here.
    #[must_use]
    pub fn printings(&self, edition: &Edition) -> Vec<Printing> {
        let line = self.line(edition);
        let listed = line.into_iter().flat_map(|line| &line.wordings).map(|one| {
            Printing::of(
                format!("{}/{}/{}", one.language, one.provenance, edition.version),
                one.title.clone(),
            )
        });
        // What is not on the list comes in its own words alone.
        let all = self.all(edition).filter(|book| book.wording.is_some());
        let shelved = all.map(|book| Printing::of(book.wording_id(), book.title().to_owned()));
        let mut printings: Vec<Printing> = Vec::new();
        let simple = |one: &Printing| one.provenance() == Some(Provenance::EasyReadNotValidated);
        let listed = ordered(listed, |one, other| {
            (simple(one), one.language.as_str() != "en") < (simple(other), other.language.as_str() != "en")
        });
        for one in listed.into_iter().chain(shelved) {
            if !printings.iter().any(|there| there.wording == one.wording) {
                printings.push(one);
            }
        }
        let theirs = line.is_some_and(|line| line.wording == WordingRight::NotSupplied);
        if theirs || printings.is_empty() {
            printings.push(Printing::default());
        }
        printings
    }
}
