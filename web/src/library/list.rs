//! The list of instruments the build made: what is offered, without a definition or a word of it.

use super::Edition;
use assessment_core::instrument::WordingRight;
use serde_json::Value;

/// One line of the list of instruments the build made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which instrument in which version.
    pub edition: Edition,
    /// Its short name.
    pub title: String,
    /// Whose wording it has.
    pub wording: WordingRight,
    /// What its files are called.
    pub file: String,
    /// The wordings that come with it.
    pub wordings: Vec<ListedWording>,
}

/// What the list says of a wording, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedWording {
    /// The name a person sees.
    pub title: String,
    /// `en` or `cy`.
    pub language: String,
    /// Whose words these are, as in the pack.
    pub provenance: String,
    /// On what terms.
    pub licence: String,
    /// Who reviewed it, in a sentence.
    pub reviewed: Option<String>,
}

/// Reads the list of instruments; each id's newest version comes first. `None` for anything else.
#[must_use]
pub fn read_list(json: &str) -> Option<Vec<Listed>> {
    let lines: Value = serde_json::from_str(json).ok()?;
    let mut listed = Vec::new();
    for line in lines.as_array()? {
        let text = |field: &str| line[field].as_str().map(str::to_owned);
        listed.push(Listed {
            edition: Edition { id: text("id")?, version: text("version")? },
            title: text("title")?,
            wording: if line["ours"] == true { WordingRight::Ours } else { WordingRight::NotSupplied },
            file: text("file")?,
            wordings: line["wordings"].as_array()?.iter().map(read_wording).collect::<Option<_>>()?,
        });
    }
    Some(listed)
}

pub(super) fn read_wording(line: &Value) -> Option<ListedWording> {
    let text = |field: &str| line[field].as_str().map(str::to_owned);
    Some(ListedWording {
        title: text("title")?,
        language: text("language")?,
        provenance: text("provenance")?,
        licence: text("licence")?,
        reviewed: text("reviewed"),
    })
}
