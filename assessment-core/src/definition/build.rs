//! From the JSON shape to the checked [`Instrument`]: its head, its options and its sections. Items and
//! scales are read beside this file.

use super::{FORMAT, Faults, items::item, scales::scale, shape};
use crate::instrument::{
    Code, Confidence, Instrument, InstrumentId, Intention, Licence, OptionSet, ResponseOption, Section,
    SectionId, Setting, Source, WordingRight,
};
use std::collections::BTreeSet;

/// Codes a definition may use: six digits, so that no sum of them leaves an `i64`.
pub(super) const CODES: std::ops::RangeInclusive<Code> = -999_999..=999_999;

pub(super) fn build(
    head: shape::Head,
    options: shape::Options,
    sections: Vec<shape::Section>,
    items: Vec<shape::Item>,
    scales: Vec<shape::Scale>,
    faults: &mut Faults,
) -> Option<Instrument> {
    check_head(&head, faults);
    let option_sets = option_sets(options, faults);
    let sections: Vec<Section> = sections.into_iter().map(section).collect();
    check_names("sections", sections.iter().map(|s| s.id.as_str()), faults);
    check_names("items", items.iter().map(|i| i.id.as_str()), faults);
    check_names("scales", scales.iter().map(|s| s.id.as_str()), faults);
    if items.is_empty() {
        faults.add("items", "An instrument asks at least one thing.");
    }
    let mut instrument = Instrument {
        id: InstrumentId(head.id),
        version: head.version,
        title: head.title,
        offered: head.offered,
        wording: match head.wording {
            shape::Wording::Ours => WordingRight::Ours,
            shape::Wording::NotSupplied => WordingRight::NotSupplied,
        },
        licence: Licence {
            terms: head.licence.terms,
            wording: head.licence.wording,
            address: head.licence.address,
        },
        source: source(head.source, "source", faults),
        settings: head.settings.into_iter().map(setting).collect(),
        modes: head.modes.into_iter().map(|mode| mode_word(mode).to_owned()).collect(),
        recall: head.recall,
        within_days: head.within_days,
        option_sets,
        sections,
        items: Vec::new(),
        scales: Vec::new(),
    };
    for (n, shape) in items.into_iter().enumerate() {
        let item = item(&instrument, shape, &format!("items[{n}]"), faults);
        instrument.items.push(item);
    }
    for (n, shape) in scales.into_iter().enumerate() {
        let scale = scale(&instrument, shape, &format!("scales[{n}]"), faults);
        instrument.scales.push(scale);
    }
    Some(instrument)
}

fn check_head(head: &shape::Head, faults: &mut Faults) {
    if head.format != FORMAT {
        faults.add("format", format!("This version reads format {FORMAT} only."));
    }
    let texts = [
        ("version", &head.version),
        ("title", &head.title),
        ("licence.terms", &head.licence.terms),
        ("licence.wording", &head.licence.wording),
    ];
    for (path, text) in texts {
        if text.trim().is_empty() {
            faults.add(path, format!("`{path}` must say something."));
        }
    }
    if !is_name(&head.id, '-') {
        faults.add("id", "An instrument id is lower-case letters, digits and hyphens.");
    }
    if head.settings.is_empty() {
        faults.add("settings", "Say where it may be given: community, custody or both.");
    }
    if head.modes.is_empty() {
        faults.add("modes", "Say how it may be given: joint, self, phone, video or paper.");
    }
}

fn is_name(text: &str, joint: char) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
}

fn check_names<'a>(list: &str, names: impl Iterator<Item = &'a str>, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for (n, name) in names.enumerate() {
        let path = format!("{list}[{n}].id");
        if !is_name(name, '_') {
            faults.add(&path, format!("`{name}` is not an id: lower-case letters, digits and _."));
        }
        // These are columns of the answers and scores files; another of that name could not be told apart.
        if list != "sections" && ["person", "wave", "date", "days", "setting", "case"].contains(&name) {
            faults.add(&path, format!("`{name}` is a column of its own in every file."));
        }
        if !seen.insert(name) {
            faults.add(&path, format!("`{name}` is used twice."));
        }
    }
}

fn option_sets(options: shape::Options, faults: &mut Faults) -> Vec<OptionSet> {
    let mut sets = Vec::new();
    for (name, options) in options {
        let mut codes = BTreeSet::new();
        if options.is_empty() {
            faults.add(format!("options.{name}"), "An option set has at least one option.");
        }
        for (n, option) in options.iter().enumerate() {
            let path = format!("options.{name}[{n}].code");
            if !CODES.contains(&option.code) {
                faults.add(&path, "A code has at most six digits.");
            }
            if !codes.insert(option.code) {
                faults.add(path, format!("The code {} is used twice.", option.code));
            }
        }
        let options = options.into_iter().map(|o| ResponseOption { code: o.code, topic: o.topic }).collect();
        sets.push(OptionSet { name, options });
    }
    sets
}

fn section(shape: shape::Section) -> Section {
    Section { id: SectionId(shape.id), intention: intention(shape.intention), sensitive: shape.sensitive }
}

pub(super) fn source(shape: shape::Source, path: &str, faults: &mut Faults) -> Source {
    if shape.citation.trim().is_empty() {
        faults.add(format!("{path}.citation"), "Say where this comes from.");
    }
    Source {
        citation: shape.citation,
        address: shape.address,
        confidence: match shape.confidence {
            shape::Confidence::Found => Confidence::Found,
            shape::Confidence::MemoryHigh => Confidence::MemoryHigh,
            shape::Confidence::MemoryMedium => Confidence::MemoryMedium,
            shape::Confidence::Derived => Confidence::Derived,
            shape::Confidence::Proposal => Confidence::Proposal,
            shape::Confidence::Ours => Confidence::Ours,
        },
    }
}

fn setting(shape: shape::Setting) -> Setting {
    match shape {
        shape::Setting::Community => Setting::Community,
        shape::Setting::Custody => Setting::Custody,
    }
}

fn mode_word(shape: shape::Mode) -> &'static str {
    match shape {
        shape::Mode::Joint => "joint",
        shape::Mode::Alone => "self",
        shape::Mode::Phone => "phone",
        shape::Mode::Video => "video",
        shape::Mode::Paper => "paper",
    }
}

pub(super) fn intention(shape: shape::Intention) -> Intention {
    match shape {
        shape::Intention::Open => Intention::Open,
        shape::Intention::Urgent => Intention::Urgent,
        shape::Intention::Strength => Intention::Strength,
        shape::Intention::Group => Intention::Group,
        shape::Intention::Rating => Intention::Rating,
        shape::Intention::Barrier => Intention::Barrier,
        shape::Intention::Support => Intention::Support,
        shape::Intention::Commitment => Intention::Commitment,
        shape::Intention::Measure => Intention::Measure,
    }
}
