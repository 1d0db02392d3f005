//! What a definition looks like as JSON. `instruments/README.md` teaches it field by field.

use super::fields::Fields;
use crate::instrument::{Code, Confidence, HigherIs, Intention, Licence, Setting, Source, WordingRight};
use crate::points::Rounding;
use serde_json::{Number, Value};

pub(super) struct Head {
    pub format: i64,
    pub id: String,
    pub version: String,
    pub title: String,
    pub offered: bool,
    pub wording: WordingRight,
    pub licence: Licence,
    pub source: Source,
    pub settings: Vec<Setting>,
    pub modes: Vec<&'static str>,
    pub recall: Option<String>,
    pub within_days: Option<u16>,
}

pub(super) struct Item {
    pub id: String,
    pub section: String,
    pub topic: String,
    pub kind: Kind,
    pub options: Option<String>,
    pub from: Option<Code>,
    pub to: Option<Code>,
    pub alone: Vec<Code>,
    pub may_not_apply: bool,
    pub only_in: Option<Setting>,
    pub ask_when: Option<Condition>,
    pub implied: Option<Code>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Choice,
    Several,
    Number,
    Text,
}

pub(super) struct Condition {
    pub item: String,
    pub is: Vec<Code>,
}

pub(super) struct Scale {
    pub id: String,
    pub intention: Intention,
    pub key: Key,
    pub range: (i64, i64),
    pub higher_is: HigherIs,
    pub conversion: Option<Vec<(i64, Number)>>,
    pub bands: Vec<Band>,
    pub bands_source: Option<Source>,
    pub change: Option<Change>,
    pub same_text: Option<String>,
    pub source: Source,
}

pub(super) struct Band {
    pub from: Number,
    pub name: String,
    pub cut_off: bool,
}

pub(super) struct Change {
    pub reliable: Number,
    pub basis: String,
    pub source: Source,
}

pub(super) enum Key {
    Sum { items: Vec<String>, reversed: Vec<String>, missing: Missing },
    Count { items: Vec<String>, codes: Vec<Code>, missing: Missing },
    AnyOf { conditions: Vec<Condition> },
    TotalOf { scales: Vec<String> },
}

pub(super) enum Missing {
    Complete,
    PersonMean { minimum_answered: usize, round: Rounding, decimals: u8 },
}

const INTENTIONS: [(&str, Intention); 9] = [
    ("open", Intention::Open),
    ("urgent", Intention::Urgent),
    ("strength", Intention::Strength),
    ("group", Intention::Group),
    ("rating", Intention::Rating),
    ("barrier", Intention::Barrier),
    ("support", Intention::Support),
    ("commitment", Intention::Commitment),
    ("measure", Intention::Measure),
];

const SETTINGS: [(&str, Setting); 2] = [("community", Setting::Community), ("custody", Setting::Custody)];

/// What was only half remembered has no word here: the rule is left out instead.
const CONFIDENCES: [(&str, Confidence); 6] = [
    ("found", Confidence::Found),
    ("memory_high", Confidence::MemoryHigh),
    ("memory_medium", Confidence::MemoryMedium),
    ("derived", Confidence::Derived),
    ("proposal", Confidence::Proposal),
    ("ours", Confidence::Ours),
];

// Each reader asks for every field before it gives up on one, so that all faults are on the list.

impl Head {
    pub(super) fn read(mut fields: Fields<'_>) -> Option<Head> {
        let format = fields.whole_number("format");
        let id = fields.text("id");
        let version = fields.text("version");
        let title = fields.text("title");
        let offered = fields.yes_or_no("offered");
        let rights = [("ours", WordingRight::Ours), ("not_supplied", WordingRight::NotSupplied)];
        let wording = fields.one_of("wording", &rights);
        let licence = fields.inner("licence").and_then(licence);
        let source = fields.inner("source").and_then(source);
        let settings = fields.some_of("settings", &SETTINGS);
        let modes = ["joint", "self", "phone", "video", "paper"].map(|mode| (mode, mode));
        let modes = fields.some_of("modes", &modes);
        let recall = fields.text_if_any("recall");
        let days = fields.whole_number_if_any("within_days");
        let within_days = days.and_then(|days| u16::try_from(days).ok());
        if days.is_some() && within_days.is_none() {
            fields.faults().add(fields.at("within_days"), "This must be a number of days.");
        }
        fields.end();
        Some(Head {
            format: format?,
            id: id?,
            version: version?,
            title: title?,
            offered: offered?,
            wording: wording?,
            licence: licence?,
            source: source?,
            settings: settings?,
            modes: modes?,
            recall,
            within_days,
        })
    }
}

fn licence(mut fields: Fields<'_>) -> Option<Licence> {
    let (terms, wording) = (fields.text("terms"), fields.text("wording"));
    let address = fields.text_if_any("address");
    fields.end();
    Some(Licence { terms: terms?, wording: wording?, address })
}

fn source(mut fields: Fields<'_>) -> Option<Source> {
    let citation = fields.text("citation");
    let address = fields.text_if_any("address");
    let confidence = fields.one_of("confidence", &CONFIDENCES);
    fields.end();
    let citation = citation?;
    Some(Source { citation, address, confidence: confidence? })
}

/// An option's code and topic.
pub(super) fn option(mut fields: Fields<'_>) -> Option<(i64, String)> {
    let (code, topic) = (fields.whole_number("code"), fields.text("topic"));
    fields.end();
    Some((code?, topic?))
}

/// A section's id, intention and whether it is sensitive.
pub(super) fn section(mut fields: Fields<'_>) -> Option<crate::instrument::Section> {
    let id = fields.text("id");
    let intention = fields.one_of("intention", &INTENTIONS);
    let sensitive = fields.flag("sensitive");
    fields.end();
    Some(crate::instrument::Section {
        id: crate::instrument::SectionId(id?),
        intention: intention?,
        sensitive,
    })
}

impl Item {
    pub(super) fn read(mut fields: Fields<'_>) -> Option<Item> {
        let (id, section, topic) = (fields.text("id"), fields.text("section"), fields.text("topic"));
        let kinds = [
            ("choice", Kind::Choice),
            ("several", Kind::Several),
            ("number", Kind::Number),
            ("text", Kind::Text),
        ];
        let kind = fields.one_of("kind", &kinds);
        let options = fields.text_if_any("options");
        let (from, to) = (fields.code_if_any("from"), fields.code_if_any("to"));
        let alone = fields.codes_if_any("alone");
        let may_not_apply = fields.flag("may_not_apply");
        let asked =
            [("both", None), ("community", Some(Setting::Community)), ("custody", Some(Setting::Custody))];
        let only_in = match fields.text_if_any("setting") {
            Some(word) => fields.known("setting", &word, &asked),
            None => Some(None),
        };
        let ask_when = fields.inner_if_any("ask_when");
        let gated = ask_when.is_some();
        let ask_when = ask_when.and_then(condition);
        let implied = fields.code_if_any("implied");
        fields.end();
        if gated && ask_when.is_none() {
            return None;
        }
        Some(Item {
            id: id?,
            section: section?,
            topic: topic?,
            kind: kind?,
            options,
            from,
            to,
            alone: alone?,
            may_not_apply,
            only_in: only_in?,
            ask_when,
            implied,
        })
    }
}

fn condition(mut fields: Fields<'_>) -> Option<Condition> {
    let (item, is) = (fields.text("item"), fields.codes("is"));
    fields.end();
    Some(Condition { item: item?, is: is? })
}

impl Scale {
    pub(super) fn read(mut fields: Fields<'_>) -> Option<Scale> {
        let id = fields.text("id");
        let intention = fields.one_of("intention", &INTENTIONS);
        let key = fields.inner("key").and_then(key);
        let range = range(&mut fields);
        let ends = [("better", HigherIs::Better), ("worse", HigherIs::Worse), ("neither", HigherIs::Neither)];
        let higher_is = fields.one_of("higher_is", &ends);
        let conversion = conversion(&mut fields);
        let bands = fields.list_if_any("bands");
        let faults = fields.faults();
        let bands = bands.map(|bands| {
            let band = |(path, value)| Fields::of(value, path, faults).and_then(band);
            bands.into_iter().filter_map(band).collect()
        });
        let bands_source = fields.inner_if_any("bands_source").and_then(source);
        let change = fields.inner_if_any("change").and_then(change);
        let same_text = fields.text_if_any("same_text");
        let cited = fields.inner("source").and_then(source);
        fields.end();
        Some(Scale {
            id: id?,
            intention: intention?,
            key: key?,
            range: range?,
            higher_is: higher_is?,
            conversion: conversion?,
            bands: bands?,
            bands_source,
            change,
            same_text,
            source: cited?,
        })
    }
}

fn range(fields: &mut Fields<'_>) -> Option<(i64, i64)> {
    let values = fields.list("range")?;
    let ends: Vec<i64> = values.iter().filter_map(|(_, value)| value.as_i64()).collect();
    match (ends.as_slice(), values.len()) {
        ([low, high], 2) => Some((*low, *high)),
        _ => {
            fields.faults().add(fields.at("range"), "Give the lowest and the highest raw score, as [0, 8].");
            None
        }
    }
}

/// `None` inside when there is no table; outside when it cannot be read.
fn conversion(fields: &mut Fields<'_>) -> Option<Option<Vec<(i64, Number)>>> {
    if !fields.has("conversion") {
        return Some(None);
    }
    let rows = fields.list("conversion")?;
    let mut table = Vec::new();
    for (path, value) in &rows {
        match value.as_array().map(Vec::as_slice) {
            Some([raw, Value::Number(converted)]) if raw.is_i64() => {
                table.push((raw.as_i64().unwrap_or_default(), converted.clone()));
            }
            _ => fields.faults().add(path, "A row is a raw score and its converted score, as [7, 7.00]."),
        }
    }
    (table.len() == rows.len()).then_some(Some(table))
}

fn band(mut fields: Fields<'_>) -> Option<Band> {
    let (from, name) = (fields.number("from"), fields.text("name"));
    let cut_off = fields.flag("cut_off");
    fields.end();
    Some(Band { from: from?, name: name?, cut_off })
}

fn change(mut fields: Fields<'_>) -> Option<Change> {
    let (reliable, basis) = (fields.number("reliable"), fields.text("basis"));
    let cited = fields.inner("source").and_then(source);
    fields.end();
    Some(Change { reliable: reliable?, basis: basis?, source: cited? })
}

/// The rules there are, in the order of [`Key`].
#[derive(Clone, Copy)]
enum Rule {
    Sum,
    Count,
    AnyOf,
    TotalOf,
}

fn key(mut fields: Fields<'_>) -> Option<Key> {
    let rules =
        [("sum", Rule::Sum), ("count", Rule::Count), ("any_of", Rule::AnyOf), ("total_of", Rule::TotalOf)];
    let key = match fields.one_of("rule", &rules)? {
        Rule::Sum => {
            let (items, reversed) = (fields.ids("items"), fields.ids_if_any("reversed"));
            let missing = fields.inner("missing").and_then(missing);
            Key::Sum { items: items?, reversed: reversed?, missing: missing? }
        }
        Rule::Count => {
            let (items, codes) = (fields.ids("items"), fields.codes("codes"));
            let missing = fields.inner("missing").and_then(missing);
            Key::Count { items: items?, codes: codes?, missing: missing? }
        }
        Rule::AnyOf => {
            let faults = fields.faults();
            let listed = fields.list("conditions")?;
            let read = |(path, value)| Fields::of(value, path, faults).and_then(condition);
            Key::AnyOf { conditions: listed.into_iter().filter_map(read).collect() }
        }
        Rule::TotalOf => Key::TotalOf { scales: fields.ids("scales")? },
    };
    fields.end();
    Some(key)
}

fn missing(mut fields: Fields<'_>) -> Option<Missing> {
    let complete = fields.one_of("rule", &[("complete", true), ("person_mean", false)])?;
    if complete {
        fields.end();
        return Some(Missing::Complete);
    }
    let answered = fields.whole_number("minimum_answered");
    let ways = [("half_up", Rounding::HalfUp), ("half_even", Rounding::HalfEven)];
    let round = fields.one_of("round", &ways);
    let decimals = fields.whole_number("decimals");
    fields.end();
    Some(Missing::PersonMean {
        // Numbers below nought or far too large are refused where the key is built.
        minimum_answered: usize::try_from(answered?).unwrap_or(usize::MAX),
        round: round?,
        decimals: u8::try_from(decimals?).unwrap_or(u8::MAX),
    })
}
