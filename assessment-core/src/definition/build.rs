//! From the JSON shape to the checked [`Instrument`]: its head, its options and its sections. Items and
//! scales are read beside this file.

use super::{FORMAT, Faults, Options, items::item, scale_shape, scales::scale, shape};
use crate::instrument::{
    Code, ComparableWith, Fact, Instrument, InstrumentId, ItemAt, ItemKind, MinimumAnswered, NotEstablished,
    OptionSet, ResponseOption, Section, Source, WordingRight,
};

/// Codes a definition may use: six digits, so that no sum of them leaves an `i64`.
pub(super) const CODES: std::ops::RangeInclusive<Code> = -999_999..=999_999;

/// So that no sum, mean or rescaling of them leaves an `i64`.
const MOST_ITEMS: usize = 1000;

pub(super) fn build(
    head: shape::Head,
    options: Vec<Options>,
    sections: Vec<Section>,
    items: Vec<shape::Item>,
    scales: Vec<scale_shape::Scale>,
    faults: &Faults,
) -> Option<Instrument> {
    check_head(&head, faults);
    let option_sets = option_sets(options, faults);
    check_names("sections", sections.iter().map(|s| s.id.as_str()), faults);
    check_names("items", items.iter().map(|i| i.id.as_str()), faults);
    check_names("scales", scales.iter().map(|s| s.id.as_str()), faults);
    if items.is_empty() {
        faults.add("items", "An instrument asks at least one thing.");
    }
    if items.len() > MOST_ITEMS {
        faults.add("items", format!("An instrument has at most {MOST_ITEMS} items."));
        return None;
    }
    let mut instrument = Instrument {
        id: InstrumentId(head.id),
        version: head.version,
        comparable_with: Vec::new(),
        title: head.title,
        offered: head.offered,
        wording: head.wording,
        licence: head.licence,
        source: source(head.source, "source", faults),
        settings: head.settings,
        modes: head.modes.into_iter().map(str::to_owned).collect(),
        recall: head.recall,
        within_days: head.within_days,
        minimum_answered: None,
        no_total: head.no_total.map(|cited| source(cited, "no_total.source", faults)),
        not_established: Vec::new(),
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
    instrument.comparable_with = comparable_with(&instrument, head.comparable_with, faults);
    instrument.minimum_answered =
        head.minimum_answered.map(|minimum| minimum_answered(&instrument, minimum, faults));
    check_no_total(&instrument, faults);
    check_pictures(&instrument, faults);
    for (n, shape) in head.not_established.into_iter().enumerate() {
        let fact = not_established(&instrument, shape, &format!("not_established[{n}]"), faults);
        instrument.not_established.push(fact);
    }
    Some(instrument)
}

fn comparable_with(
    instrument: &Instrument,
    listed: Vec<(String, Source)>,
    faults: &Faults,
) -> Vec<ComparableWith> {
    let mut read: Vec<ComparableWith> = Vec::new();
    for (n, (version, cited)) in listed.into_iter().enumerate() {
        let path = format!("comparable_with[{n}]");
        if version.trim().is_empty() || version == instrument.version {
            faults.add(format!("{path}.version"), "Name an earlier version.");
        }
        if read.iter().any(|there| there.version == version) {
            faults.add(format!("{path}.version"), format!("`{version}` stands here twice."));
        }
        read.push(ComparableWith { version, source: source(cited, &format!("{path}.source"), faults) });
    }
    read
}

fn minimum_answered(
    instrument: &Instrument,
    (answers, cited): (i64, Source),
    faults: &Faults,
) -> MinimumAnswered {
    let coded = instrument.items.iter().filter(|item| item.kind != ItemKind::Text).count();
    let read = usize::try_from(answers).ok().filter(|answers| (1..=coded).contains(answers));
    if read.is_none() {
        faults.add("minimum_answered.answers", format!("It must lie between 1 and {coded}."));
    }
    MinimumAnswered {
        answers: read.unwrap_or_default(),
        source: source(cited, "minimum_answered.source", faults),
    }
}

/// The words of others are shown as they are: a picture beside them would be another form of their instrument.
fn check_pictures(instrument: &Instrument, faults: &Faults) {
    if instrument.wording == WordingRight::Ours {
        return;
    }
    let sections = instrument.sections.iter().map(|section| section.picture).enumerate();
    let items = instrument.items.iter().map(|item| item.picture).enumerate();
    let places = sections.map(|(n, picture)| (format!("sections[{n}].picture"), picture));
    for (path, picture) in places.chain(items.map(|(n, picture)| (format!("items[{n}].picture"), picture))) {
        if picture.is_some() {
            faults.add(path, "A picture stands only beside words that are `ours`.");
        }
    }
}

/// Where the developers allow no score of everything, none is made: neither by its name nor by what it reads.
fn check_no_total(instrument: &Instrument, faults: &Faults) {
    if instrument.no_total.is_none() {
        return;
    }
    let read: Vec<Vec<ItemAt>> = instrument.scales.iter().map(|scale| scale.reads.clone()).collect();
    let scored = |at: &ItemAt| read.iter().any(|items| items.contains(at));
    let everything: Vec<ItemAt> = instrument.positions().filter(scored).collect();
    for (n, scale) in instrument.scales.iter().enumerate() {
        if scale.id.as_str() == "total" {
            faults.add(format!("scales[{n}].id"), "`no_total` says that there is no score of everything.");
        } else if everything.len() > 1 && read[n] == everything {
            faults.add(
                format!("scales[{n}].key"),
                "This reads everything, and `no_total` allows no such score.",
            );
        }
    }
}

fn not_established(
    instrument: &Instrument,
    shape: shape::NotEstablished,
    path: &str,
    faults: &Faults,
) -> NotEstablished {
    let scale = shape.scale.as_deref().and_then(|id| instrument.find_scale(id));
    if let Some(id) = shape.scale.filter(|_| scale.is_none()) {
        faults.add(format!("{path}.scale"), format!("There is no scale `{id}`."));
    }
    if shape.sentence.trim().is_empty() {
        faults.add(format!("{path}.sentence"), "Say what is not known.");
    }
    let about = |n: usize| scale.is_none_or(|at| at.index() == n);
    let known =
        instrument.scales.iter().enumerate().filter(|(n, _)| about(*n)).any(|(_, known)| match shape.fact {
            Fact::Change => known.change.is_some(),
            Fact::CutOff => !known.cut_offs.is_empty(),
            _ => false,
        });
    if known {
        let sentence = "A scale of this definition states it all the same.";
        faults.add(format!("{path}.fact"), sentence);
    }
    NotEstablished { fact: shape.fact, scale, sentence: shape.sentence }
}

fn check_head(head: &shape::Head, faults: &Faults) {
    if head.format != i64::from(FORMAT) {
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

fn check_names<'a>(list: &str, names: impl Iterator<Item = &'a str>, faults: &Faults) {
    let mut seen: Vec<&str> = Vec::new();
    for (n, name) in names.enumerate() {
        let path = format!("{list}[{n}].id");
        if !is_name(name, '_') {
            faults.add(&path, format!("`{name}` is not an id: lower-case letters, digits and _."));
        }
        // These are columns of the answers and scores files; another of that name could not be told apart.
        if list != "sections" && ["person", "wave", "date", "days", "setting", "case"].contains(&name) {
            faults.add(&path, format!("`{name}` is a column of its own in every file."));
        }
        if seen.contains(&name) {
            faults.add(&path, format!("`{name}` is used twice."));
        }
        seen.push(name);
    }
}

fn option_sets(options: Vec<Options>, faults: &Faults) -> Vec<OptionSet> {
    let mut sets = Vec::new();
    for Options { name, options } in options {
        let mut read: Vec<ResponseOption> = Vec::new();
        if options.is_empty() {
            faults.add(format!("options.{name}"), "An option set has at least one option.");
        }
        for (n, (code, topic)) in options.into_iter().enumerate() {
            let path = format!("options.{name}[{n}].code");
            let Some(code) = Code::try_from(code).ok().filter(|code| CODES.contains(code)) else {
                faults.add(&path, "A code has at most six digits.");
                continue;
            };
            if read.iter().any(|option| option.code == code) {
                faults.add(path, format!("The code {code} is used twice."));
            }
            read.push(ResponseOption { code, topic });
        }
        sets.push(OptionSet { name, options: read });
    }
    sets
}

pub(super) fn source(source: Source, path: &str, faults: &Faults) -> Source {
    if source.citation.trim().is_empty() {
        faults.add(format!("{path}.citation"), "Say where this comes from.");
    }
    source
}
