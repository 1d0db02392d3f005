//! What a wording pack looks like as JSON. `instruments/README.md` teaches it field by field.

use super::recordings::recordings;
use super::{ItemWords, Provenance, ScaleWords, SectionWords, Spoken, Wording};
use crate::definition::Faults;
use crate::definition::fields::{Fields, text_of};
use crate::table::Table;
use serde_json::{Map, Value};

// Each reader asks for every field before it gives up on one, so that all faults are on the list.

pub(super) fn read(object: Map<String, Value>, faults: &Faults) -> Option<Wording> {
    let mut fields = Fields::whole(object, faults);
    let format = fields.whole_number("format");
    let (instrument, version) = (fields.text("instrument"), fields.text("version"));
    let (language, licence) = (language(&mut fields), said(&mut fields, "licence"));
    let provenance = fields.one_of("provenance", &Provenance::ALL.map(|p| (p.word(), p)));
    let reviewed = said_if_any(&mut fields, "reviewed");
    let (title, intro) = (said(&mut fields, "title"), said_if_any(&mut fields, "intro"));
    let sections = named(fields.inner("sections"), faults, section_words);
    let options = named(fields.inner("options"), faults, |labels| {
        let mut read = Table::new();
        for (code, path, label) in labels.entries() {
            read.insert(code, label_words(label, path, faults)?);
        }
        Some(read)
    });
    let items = named(fields.inner("items"), faults, item_words);
    let scales = named(fields.inner("scales"), faults, |mut words| {
        let name = said(&mut words, "name");
        let bands = words.texts_if_any("bands").unwrap_or_default();
        if bands.iter().any(|band| band.trim().is_empty()) {
            faults.add(words.at("bands"), BLANK);
        }
        words.end();
        Some(ScaleWords { name: name?, bands })
    });
    let recordings = recordings(fields.inner_if_any("recordings"), faults);
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
        recordings,
    })
}

fn section_words(mut words: Fields<'_>) -> Option<SectionWords> {
    let (title, intro) = (said(&mut words, "title"), said_if_any(&mut words, "intro"));
    let (stem, heads_up) = (said_if_any(&mut words, "stem"), said_if_any(&mut words, "heads_up"));
    words.end();
    Some(SectionWords { title: title?, intro, stem, heads_up })
}

fn item_words(mut words: Fields<'_>) -> Option<ItemWords> {
    let (text, custody) = (said(&mut words, "text"), said_if_any(&mut words, "custody"));
    let (topic, help) = (said_if_any(&mut words, "topic"), said_if_any(&mut words, "help"));
    let ends = words.texts_if_any("ends").unwrap_or_default();
    let blank = ends.iter().any(|end| end.trim().is_empty());
    let ends = match <[String; 2]>::try_from(ends) {
        Ok([low, high]) if !blank => Some((low, high)),
        Ok(_) => None,
        Err(ends) if ends.is_empty() => None,
        Err(_) => {
            words.faults().add(words.at("ends"), "Give words for the lowest and for the highest number.");
            None
        }
    };
    if blank {
        words.faults().add(words.at("ends"), BLANK);
    }
    words.end();
    Some(ItemWords { said: Spoken { text: text?, custody }, topic, help, ends })
}

/// A label is a text, or an object with the words for custody beside it.
fn label_words(label: Value, path: String, faults: &Faults) -> Option<Spoken> {
    if !label.is_object() {
        let text = text_of(label, &path, faults)?;
        if text.trim().is_empty() {
            faults.add(path, BLANK);
        }
        return Some(Spoken { text, custody: None });
    }
    let mut words = Fields::of(label, path, faults)?;
    let (text, custody) = (said(&mut words, "text"), said_if_any(&mut words, "custody"));
    words.end();
    Some(Spoken { text: text?, custody })
}

const BLANK: &str = "These words must say something.";

/// Words that must be there and say something.
fn said(fields: &mut Fields<'_>, name: &str) -> Option<String> {
    let text = fields.text(name)?;
    not_blank(fields, name, text)
}

/// Words that may be left out, but say something where they stand.
fn said_if_any(fields: &mut Fields<'_>, name: &str) -> Option<String> {
    let text = fields.text_if_any(name)?;
    not_blank(fields, name, text)
}

fn not_blank(fields: &Fields<'_>, name: &str, text: String) -> Option<String> {
    if text.trim().is_empty() {
        fields.faults().add(fields.at(name), BLANK);
        return None;
    }
    Some(text)
}

/// A language tag as browsers know it: `en`, `cy`, `pl`, `pt-BR`.
fn language(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.text("language")?;
    let mut parts = text.split('-');
    let first = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_lowercase()));
    let rest =
        parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
    if !first || !rest {
        fields.faults().add(fields.at("language"), "This must be a language tag, such as `en` or `cy`.");
        return None;
    }
    Some(text)
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
