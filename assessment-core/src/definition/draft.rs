//! A definition in the making: how far it could be read, everything that is wrong with it, and what is right
//! but so often a slip that its author should look at it once more.

use super::{Fault, Faults, parse_object, read};
use crate::instrument::{Instrument, ItemAt, ItemKind, Scale, ScoringKey, is_whole};

/// A definition with its faults.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// How far it could be read.
    pub reached: Reached,
    /// What its words can be checked against: there as long as nothing is wrong with its options, sections and
    /// items. Where there are faults all the same, nobody can be asked or scored with it.
    pub named: Option<Instrument>,
    /// Everything found, in the order of [`super::parse`].
    pub faults: Vec<Fault>,
}

/// How far a definition could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Some part has not the right shape: what the parts say of each other is not checked, so more may follow.
    Shape,
    /// Everything was checked.
    Meaning,
}

/// Reads a definition as far as it goes.
#[must_use]
pub fn draft(text: &str) -> Draft {
    let faults = Faults::default();
    let built = parse_object(text, &faults).and_then(|object| read(object, &faults));
    let faults = faults.found.into_inner();
    let wrong_name = |fault: &Fault| {
        ["options", "sections", "items"].iter().any(|list| fault.path.starts_with(list))
            || (fault.path.starts_with("scales[") && fault.path.ends_with("].id"))
    };
    let reached = if built.is_some() { Reached::Meaning } else { Reached::Shape };
    let named = built.filter(|_| !faults.iter().any(wrong_name));
    Draft { reached, named, faults }
}

/// What its author should look at once more, though it may be meant. Each path is one of the definition's.
#[must_use]
pub fn notes(instrument: &Instrument) -> Vec<Fault> {
    let mut notes = Vec::new();
    notes.extend(in_no_scale(instrument));
    crossing(instrument, &mut notes);
    in_pieces(instrument, &mut notes);
    for (n, section) in instrument.sections().iter().enumerate() {
        if !instrument.items().iter().any(|item| item.section == n) {
            let path = format!("sections[{n}]");
            notes.push(Fault::new(path, format!("No item stands in the section `{}`.", section.id)));
        }
    }
    for (n, scale) in instrument.scales().iter().enumerate() {
        between_values(scale, &format!("scales[{n}]"), &mut notes);
    }
    notes
}

/// Items that could be added up, and neither a key nor a gate reads them: the likeliest slip of all.
fn in_no_scale(instrument: &Instrument) -> Option<Fault> {
    let adds =
        |at: &ItemAt| matches!(instrument.item(*at).kind, ItemKind::Choice { .. } | ItemKind::Number { .. });
    let scored = |at: &ItemAt| instrument.scales().iter().any(|scale| scale.reads.contains(at));
    let gates =
        |at: &ItemAt| instrument.items().iter().flat_map(|item| &item.gate).any(|gate| gate.item == *at);
    let left: Vec<String> = instrument
        .positions()
        .filter(|at| adds(at) && !scored(at) && !gates(at))
        .map(|at| format!("`{}`", instrument.item(at).id))
        .collect();
    match left.as_slice() {
        [] => None,
        [one] => Some(Fault::new("scales", format!("The item {one} is in no scale."))),
        _ => Some(Fault::new("scales", format!("These items are in no scale: {}.", left.join(", ")))),
    }
}

/// An item that two sums or means share, although each has items of its own: a domain, and somebody else's item.
fn crossing(instrument: &Instrument, notes: &mut Vec<Fault>) {
    let adds = |scale: &&Scale| matches!(scale.key, ScoringKey::Sum { .. } | ScoringKey::Mean { .. });
    let own = |of: &Scale, beside: &Scale| of.reads.iter().any(|at| !beside.reads.contains(at));
    let scales = instrument.scales();
    for (n, scale) in scales.iter().enumerate().filter(|(_, scale)| adds(scale)) {
        for before in
            scales[..n].iter().filter(adds).filter(|before| own(scale, before) && own(before, scale))
        {
            let shared = scale.reads.iter().filter(|at| before.reads.contains(at));
            let ids: Vec<String> = shared.map(|at| format!("`{}`", instrument.item(*at).id)).collect();
            if !ids.is_empty() {
                let sentence = format!("`{}` and `{}` both add {}.", before.id, scale.id, ids.join(", "));
                notes.push(Fault::new(format!("scales[{n}].key"), sentence));
            }
        }
    }
}

/// A section whose items do not stand together, which an imported Questionnaire may have.
fn in_pieces(instrument: &Instrument, notes: &mut Vec<Fault>) {
    let items = instrument.items();
    for (n, section) in instrument.sections().iter().enumerate() {
        let begins = |at: &usize| items[*at].section == n && (*at == 0 || items[*at - 1].section != n);
        let begun: Vec<usize> = (0..items.len()).filter(begins).collect();
        if let [_, second, ..] = begun.as_slice() {
            let sentence = format!(
                "The section `{}` stands in {} pieces; items are asked in the order of `items`, so it begins anew here.",
                section.id,
                begun.len()
            );
            notes.push(Fault::new(format!("items[{second}].section"), sentence));
        }
    }
}

/// A band that begins between two values of a scale of whole numbers.
fn between_values(scale: &Scale, path: &str, notes: &mut Vec<Fault>) {
    let between = scale.bands.iter().enumerate().filter(|(_, band)| scale.whole && !is_whole(band.from));
    for (n, band) in between {
        let sentence = format!("The values are whole numbers: no value is {}.", band.from);
        notes.push(Fault::new(format!("{path}.bands[{n}].from"), sentence));
    }
}
