//! Wording packs: what is said to a person, in one language, with its provenance and licence, bounded, and
//! measured against the instrument it belongs to.
//!
//! [`parse`] takes a complete pack and refuses any other. [`read`] also takes one that lacks words, so that
//! somebody can be shown what it holds; [`Wording::completeness`] says what it lacks.

mod completeness;
mod recordings;
mod shape;

pub use completeness::{Completeness, Counted};
pub use recordings::{LARGEST_RECORDING, LARGEST_RECORDINGS, MOST_RECORDINGS, MediaType, Recording};

use crate::definition::fields::below;
use crate::definition::{Fault, Faults, parse_object};
use crate::instrument::{Code, Instrument, ItemAt, ScaleAt, Setting};
use crate::table::Table;
use serde_json::Value;

/// Whose words a pack holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Written by this project.
    Ours,
    /// Brought by a service that holds the licence.
    LicensedPack,
    /// A translation nobody has validated.
    TranslationNotValidated,
    /// Simplified; not the validated wording.
    EasyReadNotValidated,
}

impl Provenance {
    /// Every provenance.
    pub const ALL: [Provenance; 4] = [
        Provenance::Ours,
        Provenance::LicensedPack,
        Provenance::TranslationNotValidated,
        Provenance::EasyReadNotValidated,
    ];

    /// The word in records and codebooks.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Provenance::Ours => "ours",
            Provenance::LicensedPack => "licensed_pack",
            Provenance::TranslationNotValidated => "translation_not_validated",
            Provenance::EasyReadNotValidated => "easy_read_not_validated",
        }
    }

    /// Reads [`Provenance::word`].
    #[must_use]
    pub fn read(word: &str) -> Option<Provenance> {
        Provenance::ALL.into_iter().find(|provenance| provenance.word() == word)
    }
}

/// One language's wording of one version of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    format: i64,
    instrument: String,
    version: String,
    /// The language tag: `en`, `cy`.
    pub language: String,
    /// Whose words these are.
    pub provenance: Provenance,
    /// On what terms.
    pub licence: String,
    /// Who reviewed it, in a sentence.
    pub reviewed: Option<String>,
    /// The name a person sees.
    pub title: String,
    /// What to say before the start.
    pub intro: Option<String>,
    sections: Table<String, SectionWords>,
    options: Table<String, Table<String, Spoken>>,
    items: Table<String, ItemWords>,
    scales: Table<String, ScaleWords>,
    recordings: Table<String, Recording>,
}

/// What a section is called and how it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionWords {
    /// Its heading.
    pub title: String,
    /// A sentence before the first question.
    pub intro: Option<String>,
    /// Words that every question of the section begins with, shown above each.
    pub stem: Option<String>,
    /// What is said before a sensitive section, above what the app says there itself.
    pub heads_up: Option<String>,
}

/// Words, and other words for the same in custody.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Spoken {
    text: String,
    custody: Option<String>,
}

impl Spoken {
    fn in_setting(&self, setting: Setting) -> &str {
        match (setting, &self.custody) {
            (Setting::Custody, Some(custody)) => custody,
            _ => &self.text,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct ItemWords {
    said: Spoken,
    topic: Option<String>,
    help: Option<String>,
    ends: Option<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct ScaleWords {
    name: String,
    /// From the lowest on; empty where the definition's own names are shown.
    bands: Vec<String>,
}

/// Everything the reader of packs asks of a text, in the order it asks.
#[cfg(feature = "schema")]
#[must_use]
pub fn asked(text: &str) -> Vec<crate::definition::asked::Asked> {
    let faults = Faults::default();
    let _ = parse_object(text, &faults).and_then(|object| shape::read(object, &faults));
    faults.asked.into_inner()
}

/// Reads a complete pack of an instrument.
///
/// # Errors
/// Every fault [`read`] finds, and every item, option, section or scale without words.
pub fn parse(instrument: &Instrument, text: &str) -> Result<Wording, Vec<Fault>> {
    read_with(instrument, text, |wording, faults| {
        for path in wording.completeness(instrument).missing {
            faults.add(path, "There are no words for it.");
        }
    })
}

/// Reads a pack that may lack words, to show what it holds. What lacks words is said by its topic.
///
/// # Errors
/// Every fault: broken JSON, another instrument or version, words for something that is not there, a text that
/// says nothing, is too long or has characters that cannot be seen, a recording of no text or past its bounds.
pub fn read(instrument: &Instrument, text: &str) -> Result<Wording, Vec<Fault>> {
    read_with(instrument, text, |_, _| {})
}

fn read_with(
    instrument: &Instrument,
    text: &str,
    also: impl Fn(&Wording, &Faults),
) -> Result<Wording, Vec<Fault>> {
    let faults = Faults::default();
    let wording = parse_object(text, &faults).and_then(|object| shape::read(object, &faults));
    // Words that could not be read would only cause false alarms about what lacks words.
    if let Some(wording) = wording.as_ref().filter(|_| faults.is_empty()) {
        completeness::check_strangers(instrument, wording, &faults);
        also(wording, &faults);
    }
    faults.into_result(wording)
}

/// The id of the instrument a pack says it is for, before anything else about it is checked.
///
/// # Errors
/// Broken JSON, or no such id.
pub fn instrument_of(text: &str) -> Result<String, Vec<Fault>> {
    let faults = Faults::default();
    let object = parse_object(text, &faults);
    let id = object.map(|mut object| object.remove("instrument"));
    match id {
        Some(Some(Value::String(id))) => return Ok(id),
        Some(_) => faults.add("instrument", "Name the instrument these are the words of."),
        None => {}
    }
    faults.into_result(None)
}

const DOES_NOT_APPLY: &str = "does_not_apply";

impl Wording {
    /// Language, provenance and version as one word, kept with every session.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}/{}", self.language, self.provenance.word(), self.version)
    }

    /// What is asked, in the words for a setting, without the stem.
    #[must_use]
    pub fn text<'a>(&'a self, instrument: &'a Instrument, at: ItemAt, setting: Setting) -> &'a str {
        let item = instrument.item(at);
        let words = self.items.get(item.id.as_str());
        words.map_or(item.topic.as_str(), |words| words.said.in_setting(setting))
    }

    /// What is asked in a few words, for tables and grids; none where the pack has no topics.
    #[must_use]
    pub fn topic(&self, instrument: &Instrument, at: ItemAt) -> Option<&str> {
        self.items.get(instrument.item(at).id.as_str())?.topic.as_deref()
    }

    /// What this means: beside the question, never part of it.
    #[must_use]
    pub fn help(&self, instrument: &Instrument, at: ItemAt) -> Option<&str> {
        self.items.get(instrument.item(at).id.as_str())?.help.as_deref()
    }

    /// Words for the lowest and the highest number.
    #[must_use]
    pub fn ends(&self, instrument: &Instrument, at: ItemAt) -> Option<(&str, &str)> {
        let words = self.items.get(instrument.item(at).id.as_str())?;
        words.ends.as_ref().map(|(low, high)| (low.as_str(), high.as_str()))
    }

    /// The label of a code, in the words for a setting.
    #[must_use]
    pub fn option(&self, instrument: &Instrument, at: ItemAt, code: Code, setting: Setting) -> String {
        let label = self.label(instrument, at, &code.to_string());
        label.map_or_else(|| instrument.code_text(at, code), |said| said.in_setting(setting).to_owned())
    }

    /// The label of "does not apply to me", in the words for a setting.
    #[must_use]
    pub fn does_not_apply(&self, instrument: &Instrument, at: ItemAt, setting: Setting) -> Option<&str> {
        Some(self.label(instrument, at, DOES_NOT_APPLY)?.in_setting(setting))
    }

    fn label(&self, instrument: &Instrument, at: ItemAt, code: &str) -> Option<&Spoken> {
        self.options.get(instrument.option_set(at)?)?.get(code)
    }

    /// A question as it is asked: the stem of its section, where there is one, and its text.
    #[must_use]
    pub fn question(&self, instrument: &Instrument, at: ItemAt, setting: Setting) -> String {
        let text = self.text(instrument, at, setting);
        let section = self.section(instrument, instrument.item(at).section);
        match section.and_then(|words| words.stem.as_deref()) {
            Some(stem) => format!("{stem} {text}"),
            None => text.to_owned(),
        }
    }

    /// What a section is called.
    #[must_use]
    pub fn section(&self, instrument: &Instrument, section: usize) -> Option<&SectionWords> {
        self.sections.get(instrument.sections().get(section)?.id.as_str())
    }

    /// What a scale is called.
    #[must_use]
    pub fn scale<'a>(&'a self, instrument: &'a Instrument, at: ScaleAt) -> &'a str {
        let id = instrument.scale(at).id.as_str();
        self.scales.get(id).map_or(id, |words| words.name.as_str())
    }

    /// What a band of a scale is called; none where the pack has no names for the bands of this scale.
    #[must_use]
    pub fn band(&self, instrument: &Instrument, at: ScaleAt, band: usize) -> Option<&str> {
        let words = self.scales.get(instrument.scale(at).id.as_str())?;
        words.bands.get(band).map(String::as_str)
    }

    /// Whether these are easy read words, which are not the validated ones.
    #[must_use]
    pub fn is_easy_read(&self) -> bool {
        self.provenance == Provenance::EasyReadNotValidated
    }

    /// What of the instrument has words here, and what lacks them.
    #[must_use]
    pub fn completeness(&self, instrument: &Instrument) -> Completeness {
        completeness::of(instrument, self)
    }

    /// The recording of the text at a path, such as `items.sleep.text` or `options.yes_no.1`.
    #[must_use]
    pub fn recording(&self, path: &str) -> Option<&Recording> {
        self.recordings.get(path)
    }

    /// Every recording with the path of its text.
    pub fn recordings(&self) -> impl ExactSizeIterator<Item = (&String, &Recording)> {
        self.recordings.iter()
    }

    /// Every text that can be read aloud, with its path.
    #[must_use]
    pub fn texts<'s>(&'s self) -> Vec<(String, &'s str)> {
        let mut texts = vec![("title".to_owned(), self.title.as_str())];
        let mut add = |path: String, text: Option<&'s String>| {
            texts.extend(text.map(|text| (path, text.as_str())));
        };
        add("intro".to_owned(), self.intro.as_ref());
        for (id, words) in self.sections.iter() {
            let path = below("sections", id);
            add(below(&path, "title"), Some(&words.title));
            add(below(&path, "intro"), words.intro.as_ref());
            add(below(&path, "stem"), words.stem.as_ref());
            add(below(&path, "heads_up"), words.heads_up.as_ref());
        }
        for (set, labels) in self.options.iter() {
            for (code, said) in labels.iter() {
                let path = below(&below("options", set), code);
                add(below(&path, "custody"), said.custody.as_ref());
                add(path, Some(&said.text));
            }
        }
        for (id, words) in self.items.iter() {
            let path = below("items", id);
            add(below(&path, "text"), Some(&words.said.text));
            add(below(&path, "custody"), words.said.custody.as_ref());
            add(below(&path, "help"), words.help.as_ref());
            if let Some((low, high)) = &words.ends {
                add(format!("{path}.ends[0]"), Some(low));
                add(format!("{path}.ends[1]"), Some(high));
            }
        }
        texts
    }
}

#[cfg(test)]
mod tests;
