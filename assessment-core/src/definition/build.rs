//! From the JSON shape to the checked [`Instrument`]: every name leads somewhere, every range follows
//! from its key, every band rises.

use super::{FORMAT, Faults, shape};
use crate::instrument::{
    Band, ChangeRule, Code, Condition, Confidence, HigherIs, Instrument, InstrumentId, Intention, Item,
    ItemAt, ItemId, ItemKind, Licence, MissingRule, OptionSet, ResponseOption, Scale, ScaleId, ScoringKey,
    Section, SectionId, Setting, Source, Term, WordingRight,
};
use crate::points::{Points, RoundTo, Rounding};
use std::collections::BTreeSet;

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
        let item = item(&instrument, shape, &format!("items[{n}]"), faults)?;
        instrument.items.push(item);
    }
    for (n, shape) in scales.into_iter().enumerate() {
        let scale = scale(&instrument, shape, &format!("scales[{n}]"), faults)?;
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
        // These are columns of every answers file; an item of that name could not be told apart.
        if list == "items" && ["person", "wave", "date", "days", "setting", "case"].contains(&name) {
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
            if !codes.insert(option.code) {
                let path = format!("options.{name}[{n}].code");
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

fn item(instrument: &Instrument, shape: shape::Item, path: &str, faults: &mut Faults) -> Option<Item> {
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
        if let Some(kind) = &kind {
            if !allows(instrument, kind, code) {
                faults.add(format!("{path}.implied"), format!("{code} is not one of its codes."));
            }
        }
    }
    Some(Item {
        id: ItemId(shape.id),
        section: section?,
        topic: shape.topic,
        kind: kind?,
        may_not_apply: shape.may_not_apply,
        only_in: match shape.setting {
            None | Some(shape::AskedIn::Both) => None,
            Some(shape::AskedIn::Community) => Some(Setting::Community),
            Some(shape::AskedIn::Custody) => Some(Setting::Custody),
        },
        gate,
        implied: shape.implied,
    })
}

fn kind(instrument: &Instrument, shape: &shape::Item, path: &str, faults: &mut Faults) -> Option<ItemKind> {
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
    let mut options = || {
        let name = shape.options.as_deref().unwrap_or_default();
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
        shape::Kind::Number => match (shape.from, shape.to) {
            (Some(from), Some(to)) if from < to => Some(ItemKind::Number { from, to }),
            _ => {
                faults.add(format!("{path}.from"), "A number needs `from` below `to`.");
                None
            }
        },
        shape::Kind::Text => Some(ItemKind::Text),
    }
}

fn allows(instrument: &Instrument, kind: &ItemKind, code: Code) -> bool {
    match kind {
        ItemKind::Choice { options } | ItemKind::Several { options, .. } => {
            instrument.option_sets[*options].options.iter().any(|o| o.code == code)
        }
        ItemKind::Number { from, to } => (*from..=*to).contains(&code),
        ItemKind::Text => false,
    }
}

/// The item must stand earlier: gates and keys only look back.
fn condition(
    instrument: &Instrument,
    shape: &shape::Condition,
    path: &str,
    faults: &mut Faults,
) -> Option<Condition> {
    let at = coded_item(instrument, &shape.item, &format!("{path}.item"), faults)?;
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

fn coded_item(instrument: &Instrument, id: &str, path: &str, faults: &mut Faults) -> Option<ItemAt> {
    let Some(at) = instrument.find_item(id) else {
        faults.add(path, format!("There is no earlier item `{id}`."));
        return None;
    };
    if instrument.item(at).kind == ItemKind::Text {
        faults.add(path, format!("`{id}` is free text and is never scored."));
        return None;
    }
    Some(at)
}

fn scale(instrument: &Instrument, shape: shape::Scale, path: &str, faults: &mut Faults) -> Option<Scale> {
    let key = key(instrument, shape.key, &format!("{path}.key"), faults)?;
    let range = (Points::whole(shape.range.0), Points::whole(shape.range.1));
    let follows = range_of(instrument, &key);
    if range != follows {
        let sentence = format!("The key gives {} to {}, not what stands here.", follows.0, follows.1);
        faults.add(format!("{path}.range"), sentence);
    }
    let conversion = shape
        .conversion
        .and_then(|rows| conversion(&rows, shape.range, &format!("{path}.conversion"), faults));
    let mut scale = Scale {
        id: ScaleId(shape.id),
        intention: intention(shape.intention),
        key,
        range,
        higher_is: match shape.higher_is {
            shape::HigherIs::Better => HigherIs::Better,
            shape::HigherIs::Worse => HigherIs::Worse,
            shape::HigherIs::Neither => HigherIs::Neither,
        },
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
    Some(scale)
}

fn key(instrument: &Instrument, shape: shape::Key, path: &str, faults: &mut Faults) -> Option<ScoringKey> {
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
            if read.is_empty() {
                faults.add(format!("{path}.scales"), "Name at least one scale.");
            }
            Some(ScoringKey::TotalOf { scales: read })
        }
    }
}

fn key_items(
    instrument: &Instrument,
    ids: &[String],
    path: &str,
    faults: &mut Faults,
) -> Option<Vec<ItemAt>> {
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

fn missing_rule(shape: shape::Missing, items: usize, path: &str, faults: &mut Faults) -> MissingRule {
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
            let rounding = match round {
                shape::Round::HalfUp => Rounding::HalfUp,
                shape::Round::HalfEven => Rounding::HalfEven,
            };
            MissingRule::PersonMean { minimum_answered, round: RoundTo { rounding, decimals } }
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

/// Lowest and highest raw score a key can give. Reversing keeps an item's range as it is.
fn range_of(instrument: &Instrument, key: &ScoringKey) -> (Points, Points) {
    let whole = |n: usize| Points::whole(i64::try_from(n).unwrap_or(i64::MAX / 100));
    match key {
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
    }
}

fn conversion(
    rows: &[(i64, serde_json::Number)],
    range: (i64, i64),
    path: &str,
    faults: &mut Faults,
) -> Option<Vec<(Points, Points)>> {
    let raws: Vec<i64> = rows.iter().map(|row| row.0).collect();
    if raws != (range.0..=range.1).collect::<Vec<_>>() {
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

fn bands(scale: &Scale, shapes: Vec<shape::Band>, path: &str, faults: &mut Faults) -> Vec<Band> {
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

fn change_rule(shape: shape::Change, path: &str, faults: &mut Faults) -> Option<ChangeRule> {
    let reliable = points(&shape.reliable, &format!("{path}.reliable"), faults)?;
    if reliable <= Points::ZERO {
        faults.add(format!("{path}.reliable"), "A threshold lies above nought.");
    }
    let source = source(shape.source, &format!("{path}.source"), faults);
    Some(ChangeRule { reliable, basis: shape.basis, source })
}

fn points(number: &serde_json::Number, path: &str, faults: &mut Faults) -> Option<Points> {
    let read = Points::read(&number.to_string());
    if read.is_none() {
        faults.add(path, format!("{number} has more than two decimals."));
    }
    read
}

fn source(shape: shape::Source, path: &str, faults: &mut Faults) -> Source {
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

fn intention(shape: shape::Intention) -> Intention {
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
