//! What a scale looks like as JSON, its key apart. `instruments/README.md` teaches it field by field.

use super::elements;
use super::fields::Fields;
use super::key_shape::{Key, decimals, key, round_to};
use super::shape::{INTENTIONS, source};
use crate::instrument::{Basis, HigherIs, Intention, Source};
use crate::points::RoundTo;
use serde_json::{Number, Value};

pub(super) struct Scale {
    pub id: String,
    pub intention: Intention,
    pub key: Key,
    pub range: (Number, Number),
    pub higher_is: HigherIs,
    pub conversion: Option<Vec<(i64, Number)>>,
    pub rescale: Option<Rescale>,
    pub bands: Vec<Band>,
    pub bands_source: Option<Source>,
    pub cut_offs: Vec<CutOff>,
    pub change: Option<Change>,
    pub same_text: Option<String>,
    pub source: Source,
}

pub(super) struct Band {
    pub from: Number,
    pub name: String,
    pub cut_off: bool,
}

pub(super) struct CutOff {
    pub from: Number,
    pub name: String,
    pub case: bool,
    pub source: Source,
}

pub(super) struct Rescale {
    pub onto: Option<(Number, Number)>,
    pub subtract: Option<Number>,
    pub times: Option<Number>,
    pub divide_by: Option<Number>,
    pub round: RoundTo,
}

pub(super) struct Change {
    pub from: ChangeFrom,
    pub source: Source,
}

pub(super) enum ChangeFrom {
    Published { threshold: Number },
    Sem { sem: Number, decimals: u8 },
    Reliability { basis: Basis, sd: Number, reliability: Number, decimals: u8 },
}

impl Scale {
    pub(super) fn read(mut fields: Fields<'_>) -> Option<Scale> {
        let id = fields.text("id");
        let intention = fields.one_of("intention", &INTENTIONS);
        let key = fields.inner("key").and_then(key);
        let range = fields.pair("range", "Give the lowest and the highest raw score, as [0, 8].");
        let ends = [("better", HigherIs::Better), ("worse", HigherIs::Worse), ("neither", HigherIs::Neither)];
        let higher_is = fields.one_of("higher_is", &ends);
        let conversion = conversion(&mut fields);
        let rescale = fields.inner_if_any("rescale").map(rescale);
        let faults = fields.faults();
        let bands = fields.list_if_any("bands").map(|bands| elements(Some(bands), band, faults));
        let cut_offs = fields.list_if_any("cut_offs").map(|list| elements(Some(list), cut_off, faults));
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
            rescale: rescale.flatten(),
            bands: bands?,
            bands_source,
            cut_offs: cut_offs?,
            change,
            same_text,
            source: cited?,
        })
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
    let bases =
        [Basis::Published, Basis::Sem, Basis::TestRetest, Basis::Alpha].map(|basis| (basis.word(), basis));
    let none = " Where nothing is published, leave `change` out.";
    let from = match fields.one_of_or("basis", &bases, none)? {
        Basis::Published => fields.number("threshold").map(|threshold| ChangeFrom::Published { threshold }),
        Basis::Sem => {
            let (sem, decimals) = (fields.number("sem"), decimals(&mut fields));
            sem.zip(decimals).map(|(sem, decimals)| ChangeFrom::Sem { sem, decimals })
        }
        basis => {
            let (sd, reliability) = (fields.number("sd"), fields.number("reliability"));
            let numbers = sd.zip(reliability).zip(decimals(&mut fields));
            numbers.map(|((sd, reliability), decimals)| ChangeFrom::Reliability {
                basis,
                sd,
                reliability,
                decimals,
            })
        }
    };
    let cited = fields.inner("source").and_then(source);
    fields.end();
    Some(Change { from: from?, source: cited? })
}

fn cut_off(mut fields: Fields<'_>) -> Option<CutOff> {
    let (from, name, case) = (fields.number("from"), fields.text("name"), fields.flag("case"));
    let cited = fields.inner("source").and_then(source);
    fields.end();
    Some(CutOff { from: from?, name: name?, case, source: cited? })
}

fn rescale(mut fields: Fields<'_>) -> Option<Rescale> {
    let onto = match fields.has("onto") {
        true => fields.pair("onto", "Give the lowest and the highest value, as [0, 100]."),
        false => None,
    };
    let subtract = fields.number_if_any("subtract");
    let (times, divide_by) = (fields.number_if_any("times"), fields.number_if_any("divide_by"));
    let round = round_to(&mut fields);
    fields.end();
    Some(Rescale { onto, subtract, times, divide_by, round: round? })
}
