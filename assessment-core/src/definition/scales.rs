//! Scales: the range follows from the key, the table and the bands rise, cut-offs lie within reach.

use super::build::source;
use super::keys::{Then, key, range_of, small};
use super::scale_shape::ChangeFrom;
use super::{Faults, scale_shape};
use crate::instrument::{
    Band, Basis, ChangeRule, CutOff, HigherIs, Instrument, ItemKind, Rescale, Scale, ScaleId, ScoringKey,
    is_whole, threshold,
};
use crate::points::{Points, read_decimal};
use serde_json::Number;

pub(super) fn scale(
    instrument: &Instrument,
    shape: scale_shape::Scale,
    path: &str,
    faults: &Faults,
) -> Scale {
    let then = if shape.rescale.is_some() { Then::Rescaled } else { Then::Final };
    let key = key(instrument, shape.key, then, &format!("{path}.key"), faults);
    let range_path = format!("{path}.range");
    let low = points(&shape.range.0, &range_path, faults);
    let stated = low.and_then(|low| Some((low, points(&shape.range.1, &range_path, faults)?)));
    let follows = key.as_ref().and_then(|key| range_of(instrument, key));
    if let Some((low, high)) = follows.filter(|follows| stated.is_some_and(|stated| stated != *follows)) {
        let why = match (&shape.rescale, &shape.conversion) {
            (None, None) => "",
            _ => " The range is that of the raw score, before it is rescaled or converted.",
        };
        faults.add(range_path, format!("The key gives {low} to {high}, not what stands here.{why}"));
    }
    let raw_whole = key.as_ref().is_some_and(|key| instrument.adds_whole(key));
    let conversion_path = format!("{path}.conversion");
    if shape.conversion.is_some() && key.is_some() && !raw_whole {
        faults.add(&conversion_path, "The table has no row for a score with decimals.");
    }
    if shape.conversion.is_some() && shape.rescale.is_some() {
        faults.add(&conversion_path, "A scale is converted by a table or rescaled, not both.");
    }
    let range = stated.unwrap_or_default();
    // A key that was refused leaves an empty one: the fault is on the list, nothing comes out.
    let key = key.unwrap_or(ScoringKey::TotalOf { scales: Vec::new() });
    let mut scale = Scale {
        id: ScaleId(shape.id),
        intention: shape.intention,
        reads: instrument.items_read_by(&key),
        key,
        range,
        whole: raw_whole,
        higher_is: shape.higher_is,
        conversion: shape.conversion.and_then(|rows| conversion(&rows, range, &conversion_path, faults)),
        rescale: shape.rescale.and_then(|shape| rescale(&shape, range, &format!("{path}.rescale"), faults)),
        bands: Vec::new(),
        bands_source: shape.bands_source.map(|s| source(s, &format!("{path}.bands_source"), faults)),
        cut_offs: Vec::new(),
        change: shape.change.and_then(|c| change_rule(c, &format!("{path}.change"), faults)),
        same_text: None,
        source: source(shape.source, &format!("{path}.source"), faults),
    };
    scale.whole = match (&scale.rescale, &scale.conversion) {
        (Some(rescale), _) => rescale.round.decimals == 0,
        (None, Some(table)) => table.iter().all(|row| is_whole(row.1)),
        (None, None) => raw_whole,
    };
    bands(&mut scale, shape.bands, path, faults);
    cut_offs(&mut scale, shape.cut_offs, path, faults);
    if let Some(id) = shape.same_text {
        scale.same_text = instrument.find_item(&id);
        if scale.same_text.is_none_or(|at| instrument.item(at).kind != ItemKind::Text) {
            faults.add(format!("{path}.same_text"), format!("`{id}` is not a text item."));
        }
    }
    scale
}

fn conversion(
    rows: &[(i64, Number)],
    (low, high): (Points, Points),
    path: &str,
    faults: &Faults,
) -> Option<Vec<(Points, Points)>> {
    let whole = low.in_hundredths() % 100 == 0 && high.in_hundredths() % 100 == 0;
    let raws = low.in_hundredths() / 100..=high.in_hundredths() / 100;
    if !whole || !rows.iter().map(|row| row.0).eq(raws) {
        faults.add(path, "The table needs one row for every raw score of the range, rising.");
        return None;
    }
    let mut table = Vec::new();
    for (n, (raw, value)) in rows.iter().enumerate() {
        let value = points(value, &format!("{path}[{n}]"), faults)?;
        if table.last().is_some_and(|(_, before)| *before >= value) {
            faults.add(format!("{path}[{n}]"), "Converted scores must rise with the raw score.");
        }
        table.push((Points::whole(*raw), value));
    }
    Some(table)
}

/// Either onto a stated range, or `(raw - subtract) * times / divide_by`.
fn rescale(
    shape: &scale_shape::Rescale,
    (low, high): (Points, Points),
    path: &str,
    faults: &Faults,
) -> Option<Rescale> {
    let read = |name: &str, number: &Option<Number>, otherwise: Points| match number {
        Some(number) => points(number, &format!("{path}.{name}"), faults),
        None => Some(otherwise),
    };
    let line = [&shape.subtract, &shape.times, &shape.divide_by];
    let rescale = match &shape.onto {
        Some(_) if line.iter().any(|number| number.is_some()) => {
            faults.add(
                format!("{path}.onto"),
                "Write `onto`, or `subtract`, `times` and `divide_by`, not both.",
            );
            return None;
        }
        Some((from, to)) => {
            let from = points(from, &format!("{path}.onto[0]"), faults)?;
            let to = points(to, &format!("{path}.onto[1]"), faults)?;
            Rescale { subtract: low, times: to - from, by: high - low, add: from, round: shape.round }
        }
        None if line.iter().all(|number| number.is_none()) => {
            faults.add(path, "Write `onto`, or at least one of `subtract`, `times` and `divide_by`.");
            return None;
        }
        None => Rescale {
            subtract: read("subtract", &shape.subtract, Points::ZERO)?,
            times: read("times", &shape.times, Points::whole(1))?,
            by: read("divide_by", &shape.divide_by, Points::whole(1))?,
            add: Points::ZERO,
            round: shape.round,
        },
    };
    if rescale.times <= Points::ZERO || rescale.by <= Points::ZERO {
        faults.add(path, "A rescaled score rises with the raw score; to turn it round, reverse its items.");
        return None;
    }
    let ends = [low, high, rescale.subtract];
    let modest = |points: &Points| points.in_hundredths().abs() < 100_000_000;
    let scaled = shape.onto.is_some() || small(rescale.by);
    if !ends.iter().all(modest) || !small(rescale.times) || !small(rescale.add) || !scaled {
        faults.add(
            path,
            "These numbers are too large: at most six digits, and four for what it is rescaled by or onto.",
        );
        return None;
    }
    Some(rescale)
}

fn bands(scale: &mut Scale, shapes: Vec<scale_shape::Band>, path: &str, faults: &Faults) {
    let (low, high) = scale.value_range();
    for (n, shape) in shapes.into_iter().enumerate() {
        let path = format!("{path}.bands[{n}].from");
        let Some(from) = points(&shape.from, &path, faults) else { continue };
        match scale.bands.last() {
            None if from != low => {
                faults.add(path, format!("The first band begins at the lowest score, {low}."));
            }
            Some(before) if before.from >= from => faults.add(path, "Bands must rise."),
            _ if from > high => faults.add(path, format!("No score reaches it; the highest is {high}.")),
            _ => {}
        }
        if let Some(source) = scale.bands_source.clone().filter(|_| shape.cut_off) {
            scale.cut_offs.push(CutOff { from, name: shape.name.clone(), case: false, source });
        }
        scale.bands.push(Band { from, name: shape.name });
    }
    if !scale.bands.is_empty() && scale.bands_source.is_none() {
        faults.add(format!("{path}.bands_source"), "Bands need a source.");
    }
}

/// Cut-offs of their own, which need not sit on a band's edge.
fn cut_offs(scale: &mut Scale, shapes: Vec<scale_shape::CutOff>, path: &str, faults: &Faults) {
    let (low, high) = scale.value_range();
    for (n, shape) in shapes.into_iter().enumerate() {
        let path = format!("{path}.cut_offs[{n}]");
        let cited = source(shape.source, &format!("{path}.source"), faults);
        let Some(from) = points(&shape.from, &format!("{path}.from"), faults) else { continue };
        if from <= low || from > high {
            let sentence = format!("It must lie above {low}, the lowest score, and at most at {high}.");
            faults.add(format!("{path}.from"), sentence);
        }
        if scale.cut_offs.iter().any(|there| there.from == from) {
            faults.add(format!("{path}.from"), format!("There is a cut-off at {from} already."));
        }
        if shape.case && scale.higher_is == HigherIs::Neither {
            faults.add(format!("{path}.case"), "Where neither end is better there is no case.");
        }
        if shape.case && scale.cut_offs.iter().any(|there| there.case) {
            faults.add(format!("{path}.case"), "A scale has one cut-off for a case.");
        }
        scale.cut_offs.push(CutOff { from, name: shape.name, case: shape.case, source: cited });
    }
    scale.cut_offs.sort_unstable_by_key(|cut_off| cut_off.from);
}

fn change_rule(shape: scale_shape::Change, path: &str, faults: &Faults) -> Option<ChangeRule> {
    let source = source(shape.source, &format!("{path}.source"), faults);
    let above_nought = |name: &str, number: &Number| {
        let path = format!("{path}.{name}");
        let read = points(number, &path, faults)?;
        if read <= Points::ZERO {
            faults.add(path, "It lies above nought.");
        }
        Some(read)
    };
    let (threshold, basis) = match shape.from {
        ChangeFrom::Published { threshold } => (above_nought("threshold", &threshold)?, Basis::Published),
        ChangeFrom::Sem { sem, decimals } => (threshold(above_nought("sem", &sem)?, 0, decimals), Basis::Sem),
        ChangeFrom::Reliability { basis, sd, reliability, decimals } => {
            let share = read_decimal(&reliability.to_string(), 4).filter(|share| (0..10_000).contains(share));
            if share.is_none() {
                let sentence = "A reliability lies from 0 to under 1 and has at most four decimals.";
                faults.add(format!("{path}.reliability"), sentence);
            }
            (threshold(above_nought("sd", &sd)?, share?, decimals), basis)
        }
    };
    Some(ChangeRule { threshold, basis, source })
}

pub(super) fn points(number: &Number, path: &str, faults: &Faults) -> Option<Points> {
    let read = Points::read(&number.to_string());
    if read.is_none() {
        faults.add(path, format!("{number} has more than two decimals or more than ten digits."));
    }
    read
}
