//! What a scoring key looks like as JSON. `instruments/README.md` teaches it rule by rule.

use super::elements;
use super::fields::Fields;
use super::shape::{Condition, condition};
use crate::instrument::Code;
use crate::points::{RoundTo, Rounding};
use serde_json::Number;

pub(super) enum Key {
    Sum { added: Added, missing: Missing },
    Mean { added: Added, missing: Missing, round: Option<RoundTo> },
    Count { items: Vec<String>, codes: Vec<Code>, missing: Missing },
    AnyOf { conditions: Vec<Condition> },
    TotalOf { scales: Vec<String> },
    MeanOf { scales: Vec<String>, round: Option<RoundTo> },
}

/// Items and how each becomes an item score.
pub(super) struct Added {
    pub items: Vec<String>,
    pub reversed: Vec<String>,
    /// By item.
    pub weights: Vec<(String, Number)>,
    /// By item or option set: code and points.
    pub recode: Vec<(String, Vec<(String, Number)>)>,
}

pub(super) enum Missing {
    Complete,
    PersonMean { minimum_answered: usize, round: Option<RoundTo> },
}

/// The rules there are, in the order of [`Key`].
#[derive(Clone, Copy)]
enum Rule {
    Sum,
    Mean,
    Count,
    AnyOf,
    TotalOf,
    MeanOf,
}

const RULES: [(&str, Rule); 6] = [
    ("sum", Rule::Sum),
    ("mean", Rule::Mean),
    ("count", Rule::Count),
    ("any_of", Rule::AnyOf),
    ("total_of", Rule::TotalOf),
    ("mean_of", Rule::MeanOf),
];

pub(super) fn key(mut fields: Fields<'_>) -> Option<Key> {
    let key = match fields.one_of("rule", &RULES)? {
        Rule::Sum => {
            let added = added(&mut fields);
            let missing = fields.inner("missing").and_then(missing);
            Key::Sum { added: added?, missing: missing? }
        }
        Rule::Mean => {
            let (added, round) = (added(&mut fields), round_if_any(&mut fields));
            let missing = fields.inner("missing").and_then(missing);
            Key::Mean { added: added?, missing: missing?, round: round? }
        }
        Rule::Count => {
            let (items, codes) = (fields.ids("items"), fields.codes("codes"));
            let missing = fields.inner("missing").and_then(missing);
            Key::Count { items: items?, codes: codes?, missing: missing? }
        }
        Rule::AnyOf => {
            let faults = fields.faults();
            Key::AnyOf { conditions: elements(Some(fields.list("conditions")?), condition, faults) }
        }
        Rule::TotalOf => Key::TotalOf { scales: fields.ids("scales")? },
        Rule::MeanOf => {
            let (scales, round) = (fields.ids("scales"), round_if_any(&mut fields));
            Key::MeanOf { scales: scales?, round: round? }
        }
    };
    fields.end();
    Some(key)
}

fn added(fields: &mut Fields<'_>) -> Option<Added> {
    let (items, reversed) = (fields.ids("items"), fields.texts_if_any("reversed"));
    let weights = fields.inner_if_any("weights").map(Fields::numbers);
    let mut recode = Vec::new();
    let faults = fields.faults();
    for (name, path, table) in fields.inner_if_any("recode").map(Fields::entries).unwrap_or_default() {
        recode.extend(Fields::of(table, path, faults).map(|table| (name, table.numbers())));
    }
    Some(Added { items: items?, reversed: reversed?, weights: weights.unwrap_or_default(), recode })
}

fn missing(mut fields: Fields<'_>) -> Option<Missing> {
    let complete = fields.one_of("rule", &[("complete", true), ("person_mean", false)])?;
    if complete {
        fields.end();
        return Some(Missing::Complete);
    }
    let answered = fields.whole_number("minimum_answered");
    let round = round_if_any(&mut fields);
    fields.end();
    // Numbers below nought or far too large are refused where the key is built.
    Some(Missing::PersonMean {
        minimum_answered: usize::try_from(answered?).unwrap_or(usize::MAX),
        round: round?,
    })
}

/// `None` inside when no rounding is named; outside when it cannot be read.
fn round_if_any(fields: &mut Fields<'_>) -> Option<Option<RoundTo>> {
    if fields.has("round") || fields.has("decimals") { round_to(fields).map(Some) } else { Some(None) }
}

pub(super) fn round_to(fields: &mut Fields<'_>) -> Option<RoundTo> {
    let ways = [("half_up", Rounding::HalfUp), ("half_even", Rounding::HalfEven)];
    let (rounding, decimals) = (fields.one_of("round", &ways), decimals(fields));
    Some(RoundTo { rounding: rounding?, decimals: decimals? })
}

pub(super) fn decimals(fields: &mut Fields<'_>) -> Option<u8> {
    let whole = fields.whole_number("decimals")?;
    let decimals = u8::try_from(whole).ok().filter(|decimals| *decimals <= 2);
    if decimals.is_none() {
        fields.faults().add(fields.at("decimals"), "At most two decimals are kept.");
    }
    decimals
}
