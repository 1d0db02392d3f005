//! Wording packs: what is said to a person, in one language, with its provenance, checked for
//! completeness against the instrument it belongs to.

use crate::definition::fields::{Fields, below};
use crate::definition::{FORMAT, Fault, Faults, parse_object};
use crate::instrument::{Code, Instrument, ItemAt, ItemKind, ScaleAt, Setting};
use crate::table::Table;
use serde_json::{Map, Value};

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
}

/// One language's wording of one version of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    format: i64,
    instrument: String,
    version: String,
    /// `en` or `cy`.
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
    options: Table<String, Table<String, String>>,
    items: Table<String, ItemWords>,
    scales: Table<String, ScaleWords>,
}

/// What a section is called and how it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionWords {
    /// Its heading.
    pub title: String,
    /// A sentence before the first question.
    pub intro: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct ItemWords {
    text: String,
    help: Option<String>,
    custody: Option<String>,
    ends: Option<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct ScaleWords {
    name: String,
}

/// Reads a pack and checks it against its instrument.
///
/// # Errors
/// Every fault: broken JSON, another instrument or version, an item, option, section or scale without
/// words, words for something that is not there.
pub fn parse(instrument: &Instrument, text: &str) -> Result<Wording, Vec<Fault>> {
    let faults = Faults::default();
    let wording = parse_object(text, &faults).and_then(|object| read(object, &faults));
    // Words that could not be read would only cause false alarms about what lacks words.
    if let Some(wording) = wording.as_ref().filter(|_| faults.is_empty()) {
        check(instrument, wording, &faults);
    }
    faults.into_result(wording)
}

fn read(object: Map<String, Value>, faults: &Faults) -> Option<Wording> {
    let mut fields = Fields::whole(object, faults);
    let format = fields.whole_number("format");
    let (instrument, version) = (fields.text("instrument"), fields.text("version"));
    let (language, licence) = (fields.text("language"), fields.text("licence"));
    let provenances = [
        Provenance::Ours,
        Provenance::LicensedPack,
        Provenance::TranslationNotValidated,
        Provenance::EasyReadNotValidated,
    ]
    .map(|provenance| (provenance.word(), provenance));
    let provenance = fields.one_of("provenance", &provenances);
    let reviewed = fields.text_if_any("reviewed");
    let (title, intro) = (fields.text("title"), fields.text_if_any("intro"));
    let sections = named(fields.inner("sections"), faults, |mut words| {
        let (title, intro) = (words.text("title"), words.text_if_any("intro"));
        words.end();
        Some(SectionWords { title: title?, intro })
    });
    let options = named(fields.inner("options"), faults, |labels| {
        let mut read = Table::new();
        for (code, path, label) in labels.entries() {
            match label {
                Value::String(label) => drop(read.insert(code, label)),
                _ => faults.add(path, "This must be a text, in quotes."),
            }
        }
        Some(read)
    });
    let items = named(fields.inner("items"), faults, item_words);
    let scales = named(fields.inner("scales"), faults, |mut words| {
        let name = words.text("name");
        words.end();
        Some(ScaleWords { name: name? })
    });
    fields.end();
    Some(Wording {
        format: format?,
        instrument: instrument?,
        version: version?,
        language: language?,
        provenance: provenance?,
        licence: licence?,
        reviewed,
        title: title?,
        intro,
        sections,
        options,
        items,
        scales,
    })
}

fn item_words(mut words: Fields<'_>) -> Option<ItemWords> {
    let text = words.text("text");
    let (help, custody) = (words.text_if_any("help"), words.text_if_any("custody"));
    let ends = words.ids_if_any("ends").unwrap_or_default();
    let ends = match <[String; 2]>::try_from(ends) {
        Ok([low, high]) => Some((low, high)),
        Err(ends) => {
            if !ends.is_empty() {
                words.faults().add(words.at("ends"), "Give words for the lowest and for the highest number.");
            }
            None
        }
    };
    words.end();
    Some(ItemWords { text: text?, help, custody, ends })
}

/// Objects by name. The names are checked against the definition afterwards.
fn named<T>(
    fields: Option<Fields<'_>>,
    faults: &Faults,
    read: impl Fn(Fields<'_>) -> Option<T>,
) -> Table<String, T> {
    let mut named = Table::new();
    for (name, path, value) in fields.map(Fields::entries).unwrap_or_default() {
        if let Some(words) = Fields::of(value, path, faults).and_then(&read) {
            named.insert(name, words);
        }
    }
    named
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

fn check(instrument: &Instrument, wording: &Wording, faults: &Faults) {
    if wording.format != i64::from(FORMAT) {
        faults.add("format", format!("This version reads format {FORMAT} only."));
    }
    if wording.instrument != instrument.id().as_str() {
        faults.add("instrument", format!("This is not a wording of `{}`.", instrument.id()));
    }
    if wording.version != instrument.version() {
        let sentence = format!("The definition is version {}.", instrument.version());
        faults.add("version", sentence);
    }
    let sections = instrument.sections().iter().map(|s| s.id.as_str());
    same_names("sections", sections, wording.sections.keys(), faults);
    same_names("items", instrument.items().iter().map(|i| i.id.as_str()), wording.items.keys(), faults);
    same_names("scales", instrument.scales().iter().map(|s| s.id.as_str()), wording.scales.keys(), faults);
    let sets = instrument.option_sets();
    same_names("options", sets.iter().map(|s| s.name.as_str()), wording.options.keys(), faults);
    for at in instrument.positions() {
        let item = instrument.item(at);
        let Some(words) = wording.items.get(item.id.as_str()) else { continue };
        let path = format!("items.{}", item.id);
        if words.text.trim().is_empty() {
            faults.add(format!("{path}.text"), "A question must say something.");
        }
        if matches!(item.kind, ItemKind::Number { .. }) && words.ends.is_none() {
            faults.add(format!("{path}.ends"), "A number needs words for both ends.");
        }
    }
    check_options(instrument, wording, faults);
}

fn check_options(instrument: &Instrument, wording: &Wording, faults: &Faults) {
    for set in instrument.option_sets() {
        let Some(words) = wording.options.get(&set.name) else { continue };
        let mut expected: Vec<String> = set.options.iter().map(|o| o.code.to_string()).collect();
        let not_apply = instrument
            .positions()
            .any(|at| instrument.option_set(at) == Some(&set.name) && instrument.item(at).may_not_apply);
        if not_apply {
            expected.push(DOES_NOT_APPLY.to_owned());
        }
        let path = format!("options.{}", set.name);
        same_names(&path, expected.iter().map(String::as_str), words.keys(), faults);
    }
}

const DOES_NOT_APPLY: &str = "does_not_apply";

fn same_names<'a>(
    list: &str,
    expected: impl Iterator<Item = &'a str>,
    found: impl Iterator<Item = &'a String>,
    faults: &Faults,
) {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.collect(), found.map(String::as_str).collect());
    for name in expected.iter().filter(|name| !found.contains(name)) {
        faults.add(below(list, name), "There are no words for it.");
    }
    for name in found.iter().filter(|name| !expected.contains(name)) {
        faults.add(below(list, name), "The definition has nothing of that name.");
    }
}

impl Wording {
    /// Language, provenance and version as one word, kept with every session.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}/{}", self.language, self.provenance.word(), self.version)
    }

    /// What is asked, in the words for a setting.
    #[must_use]
    pub fn text<'a>(&'a self, instrument: &'a Instrument, at: ItemAt, setting: Setting) -> &'a str {
        let item = instrument.item(at);
        self.items.get(item.id.as_str()).map_or(item.topic.as_str(), |words| {
            match (setting, &words.custody) {
                (Setting::Custody, Some(custody)) => custody,
                _ => &words.text,
            }
        })
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

    /// The label of a code.
    #[must_use]
    pub fn option(&self, instrument: &Instrument, at: ItemAt, code: Code) -> String {
        let words = instrument.option_set(at).and_then(|set| self.options.get(set));
        words
            .and_then(|words| words.get(&code.to_string()).cloned())
            .unwrap_or_else(|| instrument.code_text(at, code))
    }

    /// The label of "does not apply to me".
    #[must_use]
    pub fn does_not_apply(&self, instrument: &Instrument, at: ItemAt) -> Option<&str> {
        let words = self.options.get(instrument.option_set(at)?)?;
        words.get(DOES_NOT_APPLY).map(String::as_str)
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
}

#[cfg(test)]
mod tests;
