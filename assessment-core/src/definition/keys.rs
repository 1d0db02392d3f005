//! Keys: every item they name is there and can be added up, every table has every code, and the range of raw
//! scores follows.

use super::Faults;
use super::items::{allows, coded_item, condition, is_refused};
use super::key_shape::{Added, Key, Missing};
use super::scales::points;
use crate::instrument::{
    Code, Instrument, ItemAt, ItemKind, ItemPoints, MissingRule, ScaleAt, ScoringKey, Term,
};
use crate::points::{Points, RoundTo};
use serde_json::Number;

/// Whether a rescaling follows, which then does the rounding a key leaves out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    Rescaled,
    Final,
}

pub(super) fn key(
    instrument: &Instrument,
    shape: Key,
    then: Then,
    path: &str,
    faults: &Faults,
) -> Option<ScoringKey> {
    match shape {
        Key::Sum { added, missing } => {
            let terms = terms(instrument, &added, path, faults)?;
            if let Missing::PersonMean { round, .. } = &missing {
                check_rounding(round.as_ref(), then, &format!("{path}.missing.round"), faults);
            }
            let missing = missing_rule(missing, terms.len(), path, faults);
            // The mean of items that reach further than the missing one would leave the range.
            if missing != MissingRule::Complete && !alike(instrument, &terms) {
                let sentence = "A person's mean needs items that all have the same lowest and highest score.";
                faults.add(format!("{path}.missing.rule"), sentence);
            }
            Some(ScoringKey::Sum { terms, missing })
        }
        Key::Mean { added, missing, round } => {
            let terms = terms(instrument, &added, path, faults)?;
            check_rounding(round.as_ref(), then, &format!("{path}.round"), faults);
            if matches!(missing, Missing::PersonMean { round: Some(_), .. }) {
                faults
                    .add(format!("{path}.missing.round"), "A mean is rounded once: write it beside `rule`.");
            }
            if !added.weights.is_empty() {
                faults.add(format!("{path}.weights"), "Only a sum weighs its items.");
                // What else does not fit may follow from them.
                return None;
            }
            if !alike(instrument, &terms) {
                let sentence = "A mean needs items that all have the same lowest and highest score.";
                faults.add(format!("{path}.items"), sentence);
            }
            let missing = missing_rule(missing, terms.len(), path, faults);
            Some(ScoringKey::Mean { terms, missing, round })
        }
        Key::Count { items, codes, missing } => {
            let at = key_items(instrument, &items, path, faults)?;
            if let Missing::PersonMean { round, .. } = &missing {
                check_rounding(round.as_ref(), then, &format!("{path}.missing.round"), faults);
            }
            let missing = missing_rule(missing, at.len(), path, faults);
            for (n, at) in at.iter().enumerate().filter(|(_, at)| instrument.item(**at).decimals() > 0) {
                let id = &instrument.item(*at).id;
                faults
                    .add(format!("{path}.items[{n}]"), format!("`{id}` has decimals and cannot be counted."));
            }
            for code in &codes {
                if !at.iter().any(|at| allows(instrument, &instrument.item(*at).kind, *code)) {
                    faults.add(format!("{path}.codes"), format!("No item has the code {code}."));
                }
            }
            Some(ScoringKey::Count { items: at, codes, missing })
        }
        Key::AnyOf { conditions } => {
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
        Key::TotalOf { scales } => {
            parts(instrument, &scales, path, faults).map(|scales| ScoringKey::TotalOf { scales })
        }
        Key::MeanOf { scales: ids, round } => {
            check_rounding(round.as_ref(), then, &format!("{path}.round"), faults);
            let scales = parts(instrument, &ids, path, faults)?;
            let range = |at: &ScaleAt| instrument.scale(*at).value_range();
            if scales.iter().any(|at| range(at) != range(&scales[0])) {
                let sentence = "A mean needs scales that all have the same lowest and highest value.";
                faults.add(format!("{path}.scales"), sentence);
            }
            Some(ScoringKey::MeanOf { scales, round })
        }
    }
}

fn check_rounding(round: Option<&RoundTo>, then: Then, path: &str, faults: &Faults) {
    if round.is_none() && then == Then::Final {
        faults.add(path, "Say how it is rounded: `round` and `decimals`.");
    }
}

fn parts(instrument: &Instrument, ids: &[String], path: &str, faults: &Faults) -> Option<Vec<ScaleAt>> {
    let mut read = Vec::new();
    for (n, id) in ids.iter().enumerate() {
        let path = format!("{path}.scales[{n}]");
        match instrument.find_scale(id) {
            Some(at) if !read.contains(&at) => read.push(at),
            Some(_) => faults.add(path, format!("`{id}` is used twice.")),
            None => faults.add(path, format!("There is no earlier scale `{id}`.")),
        }
    }
    if ids.is_empty() {
        faults.add(format!("{path}.scales"), "Name at least one scale.");
    }
    (read.len() == ids.len() && !read.is_empty()).then_some(read)
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

fn terms(instrument: &Instrument, added: &Added, path: &str, faults: &Faults) -> Option<Vec<Term>> {
    let at = key_items(instrument, &added.items, path, faults)?;
    for id in added.reversed.iter().filter(|id| !added.items.contains(id)) {
        faults.add(format!("{path}.reversed"), format!("`{id}` is not in this key."));
    }
    for (id, _) in added.weights.iter().filter(|(id, _)| !added.items.contains(id)) {
        faults.add(format!("{path}.weights.{id}"), format!("`{id}` is not in this key."));
    }
    let in_use = |name: &str| {
        added.items.iter().any(|id| id == name)
            || at.iter().any(|at| instrument.option_set(*at) == Some(name))
    };
    for (name, _) in added.recode.iter().filter(|(name, _)| !in_use(name)) {
        let sentence = format!("No item of this key is called `{name}` or uses an option set of that name.");
        faults.add(format!("{path}.recode.{name}"), sentence);
    }
    let term = |at: ItemAt| Term { item: at, points: item_points(instrument, added, at, path, faults) };
    Some(at.into_iter().map(term).collect())
}

fn item_points(
    instrument: &Instrument,
    added: &Added,
    at: ItemAt,
    path: &str,
    faults: &Faults,
) -> ItemPoints {
    let id = instrument.item(at).id.as_str();
    let reversed = added.reversed.iter().any(|name| name == id);
    let weight = added.weights.iter().find(|(name, _)| name == id).map(|(_, weight)| weight);
    let named = |name: &str| added.recode.iter().find(|(there, _)| there == name);
    // An item's own table goes before the one of its option set.
    if let Some((name, table)) = named(id).or_else(|| named(instrument.option_set(at)?)) {
        if reversed {
            faults.add(
                format!("{path}.reversed"),
                format!("`{id}` has a table, which can turn it round itself."),
            );
        }
        if weight.is_some() {
            faults.add(
                format!("{path}.weights.{id}"),
                format!("`{id}` has a table, which can weigh it itself."),
            );
        }
        return ItemPoints::Recoded(recoded(instrument, table, at, &format!("{path}.recode.{name}"), faults));
    }
    let step = step(instrument, at, weight, &format!("{path}.weights.{id}"), faults);
    if reversed {
        let (low, high) = code_range(instrument, at);
        return ItemPoints::Reversed { turn: low.saturating_add(high), step };
    }
    ItemPoints::Coded { step }
}

/// Points of one step of an item's code: its weight, over its decimals.
fn step(instrument: &Instrument, at: ItemAt, weight: Option<&Number>, path: &str, faults: &Faults) -> Points {
    let weight = match weight {
        Some(weight) => points(weight, path, faults).unwrap_or(Points::whole(1)),
        None => Points::whole(1),
    };
    let steps = 10_i64.pow(u32::from(instrument.item(at).decimals().min(2)));
    if weight == Points::ZERO || !small(weight) {
        faults.add(path, "A weight is not nought and has at most four digits before the point.");
    } else if weight.in_hundredths() % steps != 0 {
        faults.add(path, "Weight and item together have more than two decimals.");
    }
    Points::hundredths(weight.in_hundredths() / steps)
}

/// Whether a number is small enough that no product of three such numbers leaves an `i64`.
pub(super) fn small(points: Points) -> bool {
    points < Points::whole(10_000) && points > Points::whole(-10_000)
}

/// The table of an item: one row for each of its codes, rising by code.
fn recoded(
    instrument: &Instrument,
    rows: &[(String, Number)],
    at: ItemAt,
    path: &str,
    faults: &Faults,
) -> Vec<(Code, Points)> {
    let item = instrument.item(at);
    let mut table: Vec<(Code, Points)> = Vec::new();
    for (code, number) in rows {
        let path = format!("{path}.{code}");
        let read = code.parse::<Code>().ok().filter(|read| read.to_string() == *code);
        let Some(read) = read.filter(|code| item.decimals() == 0 && allows(instrument, &item.kind, *code))
        else {
            faults.add(path, format!("`{code}` is not a code of `{}`.", item.id));
            continue;
        };
        let Some(points) = points(number, &path, faults) else { continue };
        if !small(points) {
            faults.add(path, "An item score has at most four digits before the point.");
        }
        table.push((read, points));
    }
    table.sort_unstable_by_key(|row| row.0);
    let lacks = |code: &Code| !rows.iter().any(|(there, _)| *there == code.to_string());
    let mut codes: Vec<Code> = instrument.options(at).iter().map(|option| option.code).collect();
    if let ItemKind::Number { from, to, .. } = item.kind {
        // The first gap is enough: a wide range would list thousands.
        codes = (from..=to).find(lacks).into_iter().collect();
    }
    for code in codes.iter().filter(|code| lacks(code)) {
        faults.add(path, format!("There are no points for the code {code} of `{}`.", item.id));
    }
    table
}

fn missing_rule(shape: Missing, items: usize, path: &str, faults: &Faults) -> MissingRule {
    match shape {
        Missing::Complete => MissingRule::Complete,
        Missing::PersonMean { minimum_answered, round } => {
            if !(1..=items).contains(&minimum_answered) {
                let sentence = format!("It must lie between 1 and {items}.");
                faults.add(format!("{path}.missing.minimum_answered"), sentence);
            }
            MissingRule::PersonMean { minimum_answered, round }
        }
    }
}

fn code_range(instrument: &Instrument, at: ItemAt) -> (Code, Code) {
    let codes = instrument.options(at).iter().map(|option| option.code);
    match &instrument.item(at).kind {
        ItemKind::Number { from, to, .. } => (*from, *to),
        _ => (codes.clone().min().unwrap_or(0), codes.max().unwrap_or(0)),
    }
}

/// Lowest and highest item score.
fn term_range(instrument: &Instrument, term: &Term) -> (Points, Points) {
    if let ItemPoints::Recoded(table) = &term.points {
        let points = table.iter().map(|row| row.1);
        return (points.clone().min().unwrap_or_default(), points.max().unwrap_or_default());
    }
    let (low, high) = code_range(instrument, term.item);
    let (a, b) = (term.score(low).unwrap_or_default(), term.score(high).unwrap_or_default());
    (a.min(b), a.max(b))
}

/// Whether all items that are not refused already have the same lowest and highest score.
fn alike(instrument: &Instrument, terms: &[Term]) -> bool {
    let known = terms.iter().filter(|term| !is_refused(instrument, term.item));
    let mut ranges: Vec<_> = known.map(|term| term_range(instrument, term)).collect();
    ranges.dedup();
    ranges.len() < 2
}

/// Lowest and highest raw score a key can give. `None` when an item it reads is refused.
pub(super) fn range_of(instrument: &Instrument, key: &ScoringKey) -> Option<(Points, Points)> {
    let whole = |n: usize| Points::whole(i64::try_from(n).unwrap_or(i64::MAX / 100));
    let add = |(low, high): (Points, Points), (l, h): (Points, Points)| (low + l, high + h);
    if key.terms().iter().any(|term| is_refused(instrument, term.item)) {
        return None;
    }
    let nought = (Points::ZERO, Points::ZERO);
    Some(match key {
        ScoringKey::Sum { terms, .. } => {
            terms.iter().map(|term| term_range(instrument, term)).fold(nought, add)
        }
        ScoringKey::Mean { terms, .. } => term_range(instrument, terms.first()?),
        ScoringKey::Count { items, .. } => (Points::ZERO, whole(items.len())),
        ScoringKey::AnyOf { .. } => (Points::ZERO, Points::whole(1)),
        ScoringKey::TotalOf { scales } => {
            scales.iter().map(|at| instrument.scale(*at).value_range()).fold(nought, add)
        }
        ScoringKey::MeanOf { scales, .. } => instrument.scale(*scales.first()?).value_range(),
    })
}
