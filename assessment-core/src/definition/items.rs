//! Items: every section, option set and gate they name is there, and gates only look back.

use super::build::CODES;
use super::{Faults, shape};
use crate::instrument::{Code, Condition, Instrument, Item, ItemAt, ItemId, ItemKind};
use crate::points::read_decimal;

/// Stands for a kind that is refused, so that the faults of everything after it come out in the same go.
/// It takes every code; no definition can declare it, since codes have at most six digits.
const REFUSED: ItemKind = ItemKind::Number { from: Code::MIN, to: Code::MAX, decimals: 0 };

/// Whether an item's kind is refused already: what follows from it is not checked again.
pub(super) fn is_refused(instrument: &Instrument, at: ItemAt) -> bool {
    instrument.item(at).kind == REFUSED
}

pub(super) fn item(instrument: &Instrument, shape: shape::Item, path: &str, faults: &Faults) -> Item {
    let section = instrument.sections.iter().position(|s| s.id.0 == shape.section);
    if section.is_none() {
        faults.add(format!("{path}.section"), format!("There is no section `{}`.", shape.section));
    }
    let kind = kind(instrument, &shape, path, faults);
    let gate = match &shape.ask_when {
        Some(gate) => condition(instrument, gate, &format!("{path}.ask_when"), faults),
        None => None,
    };
    if let Some(code) = shape.implied {
        if shape.ask_when.is_none() {
            faults.add(format!("{path}.implied"), "Only an item with `ask_when` can be implied.");
        }
        if shape.decimals > 0 {
            faults.add(format!("{path}.implied"), "An item with decimals cannot be implied.");
        } else if kind.as_ref().is_some_and(|kind| !allows(instrument, kind, code)) {
            faults.add(format!("{path}.implied"), format!("{code} is not one of its codes."));
        }
    }
    let only_in = shape.only_in;
    if let Some(only) = only_in.filter(|only| !instrument.settings.contains(only)) {
        let sentence = format!("The instrument is not given in {}.", only.word());
        faults.add(format!("{path}.setting"), sentence);
    }
    Item {
        id: ItemId(shape.id),
        section: section.unwrap_or_default(),
        topic: shape.topic,
        kind: kind.unwrap_or(REFUSED),
        may_not_apply: shape.may_not_apply,
        picture: shape.picture,
        only_in,
        gate,
        implied: shape.implied,
    }
}

fn kind(instrument: &Instrument, shape: &shape::Item, path: &str, faults: &Faults) -> Option<ItemKind> {
    let wants_options = matches!(shape.kind, shape::Kind::Choice | shape::Kind::Several);
    if !wants_options && shape.options.is_some() {
        faults.add(format!("{path}.options"), "Only a choice has options.");
    }
    if shape.kind != shape::Kind::Several && !shape.alone.is_empty() {
        faults.add(format!("{path}.alone"), "Only `several` has options that stand alone.");
    }
    if shape.kind != shape::Kind::Number && (shape.from.is_some() || shape.to.is_some()) {
        faults.add(format!("{path}.from"), "Only a number has `from` and `to`.");
    }
    if shape.kind != shape::Kind::Number && shape.decimals != 0 {
        faults.add(format!("{path}.decimals"), "Only a number has decimals.");
    }
    let options = || {
        let Some(name) = shape.options.as_deref() else {
            faults.add(format!("{path}.options"), "`options` is missing: name the set it is answered from.");
            return None;
        };
        let found = instrument.option_sets.iter().position(|set| set.name == name);
        if found.is_none() {
            faults.add(format!("{path}.options"), format!("There is no option set `{name}`."));
        }
        found
    };
    match shape.kind {
        shape::Kind::Choice => Some(ItemKind::Choice { options: options()? }),
        shape::Kind::Several => {
            let options = options()?;
            for code in &shape.alone {
                if !instrument.option_sets[options].options.iter().any(|o| o.code == *code) {
                    faults.add(format!("{path}.alone"), format!("{code} is not one of its codes."));
                }
            }
            Some(ItemKind::Several { options, alone: shape.alone.clone() })
        }
        shape::Kind::Number => number(shape, path, faults),
        shape::Kind::Text => Some(ItemKind::Text),
    }
}

fn number(shape: &shape::Item, path: &str, faults: &Faults) -> Option<ItemKind> {
    let Some(decimals) = u8::try_from(shape.decimals).ok().filter(|decimals| *decimals <= 2) else {
        faults.add(format!("{path}.decimals"), "A number has at most two decimals.");
        return None;
    };
    let (Some(from), Some(to)) = (&shape.from, &shape.to) else {
        faults.add(format!("{path}.from"), "A number needs `from` below `to`.");
        return None;
    };
    let bound = |number: &serde_json::Number| {
        let code = read_decimal(&number.to_string(), decimals).and_then(|code| Code::try_from(code).ok());
        code.filter(|code| CODES.contains(code))
    };
    match (bound(from), bound(to)) {
        (Some(from), Some(to)) if from < to => Some(ItemKind::Number { from, to, decimals }),
        (Some(_), Some(_)) => {
            faults.add(format!("{path}.from"), "A number needs `from` below `to`.");
            None
        }
        _ => {
            let sentence = format!("`from` and `to` have at most six digits, {decimals} of them decimals.");
            faults.add(format!("{path}.from"), sentence);
            None
        }
    }
}

pub(super) fn allows(instrument: &Instrument, kind: &ItemKind, code: Code) -> bool {
    match kind {
        ItemKind::Choice { options } | ItemKind::Several { options, .. } => {
            instrument.option_sets[*options].options.iter().any(|o| o.code == code)
        }
        ItemKind::Number { from, to, .. } => (*from..=*to).contains(&code),
        ItemKind::Text => false,
    }
}

/// The item must stand earlier: gates and keys only look back.
pub(super) fn condition(
    instrument: &Instrument,
    shape: &shape::Condition,
    path: &str,
    faults: &Faults,
) -> Option<Condition> {
    let at = coded_item(instrument, &shape.item, &format!("{path}.item"), faults)?;
    if instrument.item(at).decimals() > 0 {
        let sentence = format!("`{}` has decimals and cannot be a condition.", shape.item);
        faults.add(format!("{path}.item"), sentence);
        return None;
    }
    if shape.is.is_empty() {
        faults.add(format!("{path}.is"), "Name at least one code.");
    }
    for code in &shape.is {
        if !allows(instrument, &instrument.item(at).kind, *code) {
            let sentence = format!("{code} is not a code of `{}`.", shape.item);
            faults.add(format!("{path}.is"), sentence);
        }
    }
    Some(Condition { item: at, is: shape.is.clone() })
}

pub(super) fn coded_item(instrument: &Instrument, id: &str, path: &str, faults: &Faults) -> Option<ItemAt> {
    let Some(at) = instrument.find_item(id) else {
        let alike = instrument.items.iter().find(|item| item.id.as_str().eq_ignore_ascii_case(id));
        let but = alike.map_or(String::new(), |item| format!(" It is written `{}` there.", item.id));
        faults.add(path, format!("There is no earlier item `{id}`.{but}"));
        return None;
    };
    if instrument.item(at).kind == ItemKind::Text {
        faults.add(path, format!("`{id}` is free text and is never scored."));
        return None;
    }
    Some(at)
}
