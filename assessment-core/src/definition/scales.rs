//! Scales and their keys: every item they name is there, the range follows from the key, the table and
//! the bands rise.

use super::build::source;
use super::items::{allows, coded_item, condition, is_refused};
use super::{Faults, shape};
use crate::instrument::{
    Band, ChangeRule, Code, Instrument, ItemAt, ItemKind, MissingRule, Scale, ScaleId, ScoringKey, Term,
};
use crate::points::{Points, RoundTo};

pub(super) fn scale(instrument: &Instrument, shape: shape::Scale, path: &str, faults: &Faults) -> Scale {
    let key = key(instrument, shape.key, &format!("{path}.key"), faults);
    let stated = whole(shape.range.0).zip(whole(shape.range.1));
    let follows = key.as_ref().and_then(|key| range_of(instrument, key));
    if let Some((low, high)) = follows.filter(|follows| stated != Some(*follows)) {
        faults.add(format!("{path}.range"), format!("The key gives {low} to {high}, not what stands here."));
    }
    let conversion_path = format!("{path}.conversion");
    if shape.conversion.is_some() && key.as_ref().is_some_and(gives_decimals) {
        faults.add(&conversion_path, "The table has no row for a score prorated to decimals.");
    }
    let conversion =
        shape.conversion.and_then(|rows| conversion(&rows, shape.range, &conversion_path, faults));
    let mut scale = Scale {
        id: ScaleId(shape.id),
        intention: shape.intention,
        // A key that was refused leaves an empty one: the fault is on the list, nothing comes out.
        key: key.unwrap_or(ScoringKey::TotalOf { scales: Vec::new() }),
        range: stated.unwrap_or_default(),
        higher_is: shape.higher_is,
        conversion,
        bands: Vec::new(),
        bands_source: shape.bands_source.map(|s| source(s, &format!("{path}.bands_source"), faults)),
        change: shape.change.and_then(|c| change_rule(c, &format!("{path}.change"), faults)),
        same_text: None,
        source: source(shape.source, &format!("{path}.source"), faults),
    };
    scale.bands = bands(&scale, shape.bands, &format!("{path}.bands"), faults);
    if !scale.bands.is_empty() && scale.bands_source.is_none() {
        faults.add(format!("{path}.bands_source"), "Bands need a source.");
    }
    if let Some(id) = shape.same_text {
        scale.same_text = instrument.find_item(&id);
        if scale.same_text.is_none_or(|at| instrument.item(at).kind != ItemKind::Text) {
            faults.add(format!("{path}.same_text"), format!("`{id}` is not a text item."));
        }
    }
    scale
}

/// A whole number of points, when it is of a size that points can hold.
fn whole(number: i64) -> Option<Points> {
    Points::read(&number.to_string())
}

fn gives_decimals(key: &ScoringKey) -> bool {
    let (ScoringKey::Sum { missing, .. } | ScoringKey::Count { missing, .. }) = key else { return false };
    matches!(missing, MissingRule::PersonMean { round, .. } if round.decimals > 0)
}

fn key(instrument: &Instrument, shape: shape::Key, path: &str, faults: &Faults) -> Option<ScoringKey> {
    match shape {
        shape::Key::Sum { items, reversed, missing } => {
            let at = key_items(instrument, &items, path, faults)?;
            let missing = missing_rule(missing, at.len(), path, faults);
            for id in &reversed {
                if !items.contains(id) {
                    faults.add(format!("{path}.reversed"), format!("`{id}` is not in this key."));
                }
            }
            let term = |(at, id): (ItemAt, &String)| Term {
                item: at,
                reversed_from: reversed.contains(id).then(|| {
                    let (low, high) = code_range(instrument, at);
                    low + high
                }),
            };
            // The mean of items that reach further than the missing one would leave the range.
            let known = at.iter().filter(|at| !is_refused(instrument, **at));
            let mut ranges: Vec<_> = known.map(|at| code_range(instrument, *at)).collect();
            ranges.dedup();
            if missing != MissingRule::Complete && ranges.len() > 1 {
                let sentence = "A person's mean needs items that all have the same lowest and highest code.";
                faults.add(format!("{path}.missing.rule"), sentence);
            }
            let terms = at.into_iter().zip(&items).map(term).collect();
            Some(ScoringKey::Sum { terms, missing })
        }
        shape::Key::Count { items, codes, missing } => {
            let at = key_items(instrument, &items, path, faults)?;
            let missing = missing_rule(missing, at.len(), path, faults);
            for code in &codes {
                if !at.iter().any(|at| allows(instrument, &instrument.item(*at).kind, *code)) {
                    faults.add(format!("{path}.codes"), format!("No item has the code {code}."));
                }
            }
            Some(ScoringKey::Count { items: at, codes, missing })
        }
        shape::Key::AnyOf { conditions } => {
            if conditions.is_empty() {
                faults.add(format!("{path}.conditions"), "Name at least one condition.");
            }
            let mut read = Vec::new();
            for (n, shape) in conditions.iter().enumerate() {
                let path = format!("{path}.conditions[{n}]");
                read.extend(condition(instrument, shape, &path, faults));
            }
            Some(ScoringKey::AnyOf { conditions: read })
        }
        shape::Key::TotalOf { scales } => {
            let mut read = Vec::new();
            for (n, id) in scales.iter().enumerate() {
                match instrument.find_scale(id) {
                    Some(at) if !read.contains(&at) => read.push(at),
                    Some(_) => faults.add(format!("{path}.scales[{n}]"), format!("`{id}` is used twice.")),
                    None => faults
                        .add(format!("{path}.scales[{n}]"), format!("There is no earlier scale `{id}`.")),
                }
            }
            if scales.is_empty() {
                faults.add(format!("{path}.scales"), "Name at least one scale.");
            }
            (read.len() == scales.len() && !read.is_empty()).then_some(ScoringKey::TotalOf { scales: read })
        }
    }
}

fn key_items(instrument: &Instrument, ids: &[String], path: &str, faults: &Faults) -> Option<Vec<ItemAt>> {
    let mut read: Vec<ItemAt> = Vec::new();
    for (n, id) in ids.iter().enumerate() {
        let path = format!("{path}.items[{n}]");
        let Some(at) = coded_item(instrument, id, &path, faults) else { continue };
        if matches!(instrument.item(at).kind, ItemKind::Several { .. }) {
            faults.add(&path, format!("`{id}` takes several codes and cannot be added up."));
        } else if read.contains(&at) {
            faults.add(&path, format!("`{id}` is used twice."));
        } else {
            read.push(at);
        }
    }
    if ids.is_empty() {
        faults.add(format!("{path}.items"), "Name at least one item.");
    }
    (read.len() == ids.len() && !ids.is_empty()).then_some(read)
}

fn missing_rule(shape: shape::Missing, items: usize, path: &str, faults: &Faults) -> MissingRule {
    match shape {
        shape::Missing::Complete => MissingRule::Complete,
        shape::Missing::PersonMean { minimum_answered, round, decimals } => {
            if !(1..=items).contains(&minimum_answered) {
                let sentence = format!("It must lie between 1 and {items}.");
                faults.add(format!("{path}.missing.minimum_answered"), sentence);
            }
            if decimals > 2 {
                faults.add(format!("{path}.missing.decimals"), "At most two decimals are kept.");
            }
            MissingRule::PersonMean { minimum_answered, round: RoundTo { rounding: round, decimals } }
        }
    }
}

fn code_range(instrument: &Instrument, at: ItemAt) -> (Code, Code) {
    let codes = instrument.options(at).iter().map(|option| option.code);
    match &instrument.item(at).kind {
        ItemKind::Number { from, to } => (*from, *to),
        _ => (codes.clone().min().unwrap_or(0), codes.max().unwrap_or(0)),
    }
}

/// Lowest and highest raw score a key can give. Reversing keeps an item's range as it is. `None` when an
/// item it reads is refused.
fn range_of(instrument: &Instrument, key: &ScoringKey) -> Option<(Points, Points)> {
    let whole = |n: usize| Points::whole(i64::try_from(n).unwrap_or(i64::MAX / 100));
    let range = match key {
        ScoringKey::Sum { terms, .. } if terms.iter().any(|term| is_refused(instrument, term.item)) => {
            return None;
        }
        ScoringKey::Sum { terms, .. } => terms
            .iter()
            .map(|term| code_range(instrument, term.item))
            .fold((Points::ZERO, Points::ZERO), |(low, high), (l, h)| {
                (low + Points::whole(l.into()), high + Points::whole(h.into()))
            }),
        ScoringKey::Count { items, .. } => (Points::ZERO, whole(items.len())),
        ScoringKey::AnyOf { .. } => (Points::ZERO, Points::whole(1)),
        ScoringKey::TotalOf { scales } => scales
            .iter()
            .map(|at| instrument.scale(*at).value_range())
            .fold((Points::ZERO, Points::ZERO), |(low, high), (l, h)| (low + l, high + h)),
    };
    Some(range)
}

fn conversion(
    rows: &[(i64, serde_json::Number)],
    range: (i64, i64),
    path: &str,
    faults: &Faults,
) -> Option<Vec<(Points, Points)>> {
    if !rows.iter().map(|row| row.0).eq(range.0..=range.1) {
        faults.add(path, "The table needs one row for every raw score of the range, rising.");
        return None;
    }
    let mut table = Vec::new();
    for (n, (raw, value)) in rows.iter().enumerate() {
        let value = points(value, &format!("{path}[{n}]"), faults)?;
        if table.last().is_some_and(|(_, before)| *before >= value) {
            faults.add(format!("{path}[{n}]"), "Converted scores must rise with the raw score.");
        }
        table.push((whole(*raw)?, value));
    }
    Some(table)
}

fn bands(scale: &Scale, shapes: Vec<shape::Band>, path: &str, faults: &Faults) -> Vec<Band> {
    let (low, high) = scale.value_range();
    let mut bands: Vec<Band> = Vec::new();
    for (n, shape) in shapes.into_iter().enumerate() {
        let path = format!("{path}[{n}].from");
        let Some(from) = points(&shape.from, &path, faults) else { continue };
        match bands.last() {
            None if from != low => {
                faults.add(path, format!("The first band begins at the lowest score, {low}."));
            }
            Some(before) if before.from >= from => faults.add(path, "Bands must rise."),
            _ if from > high => faults.add(path, format!("No score reaches it; the highest is {high}.")),
            _ => {}
        }
        bands.push(Band { from, name: shape.name, cut_off: shape.cut_off });
    }
    bands
}

fn change_rule(shape: shape::Change, path: &str, faults: &Faults) -> Option<ChangeRule> {
    let reliable = points(&shape.reliable, &format!("{path}.reliable"), faults)?;
    if reliable <= Points::ZERO {
        faults.add(format!("{path}.reliable"), "A threshold lies above nought.");
    }
    let source = source(shape.source, &format!("{path}.source"), faults);
    Some(ChangeRule { reliable, basis: shape.basis, source })
}

fn points(number: &serde_json::Number, path: &str, faults: &Faults) -> Option<Points> {
    let read = Points::read(&number.to_string());
    if read.is_none() {
        faults.add(path, format!("{number} has more than two decimals."));
    }
    read
}
