//! How much of what an instrument says has words in a pack, as numbers and places; and words that belong to
//! nothing, which are faults.

use super::{DOES_NOT_APPLY, Wording};
use crate::definition::fields::below;
use crate::definition::{FORMAT, Faults};
use crate::instrument::{Instrument, ItemKind, Setting};

/// What has words and what lacks them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Headings of sections.
    pub sections: Counted,
    /// Labels of options, "does not apply to me" among them.
    pub options: Counted,
    /// Questions, a number's with words for both ends.
    pub items: Counted,
    /// Names of scales.
    pub scales: Counted,
    /// The path of everything that has no words, in the order of the definition.
    pub missing: Vec<String>,
}

/// So many have words, of so many that need them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How many have words.
    pub worded: usize,
    /// How many need them.
    pub needed: usize,
}

impl Completeness {
    /// Whether everything has words. Only then can the instrument be given on a screen.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }
}

/// Counts on both sides at once.
struct Count<'c> {
    counted: Counted,
    missing: &'c mut Vec<String>,
}

impl Count<'_> {
    fn one(&mut self, path: String, worded: bool) {
        self.counted.needed += 1;
        if worded { self.counted.worded += 1 } else { self.missing.push(path) }
    }
}

pub(super) fn of(instrument: &Instrument, wording: &Wording) -> Completeness {
    let mut missing = Vec::new();
    let mut count = |each: &dyn Fn(&mut Count<'_>)| {
        let mut count = Count { counted: Counted::default(), missing: &mut missing };
        each(&mut count);
        count.counted
    };
    let sections = count(&|count| {
        for section in instrument.sections() {
            let id = section.id.as_str();
            count.one(below("sections", id), wording.sections.contains_key(id));
        }
    });
    let options = count(&|count| {
        for set in instrument.option_sets() {
            let words = wording.options.get(&set.name);
            for code in labels(instrument, &set.name) {
                let path = below(&below("options", &set.name), &code);
                count.one(path, words.is_some_and(|words| words.contains_key(&code)));
            }
        }
    });
    let items = count(&|count| {
        for item in instrument.items() {
            let path = below("items", item.id.as_str());
            let words = wording.items.get(item.id.as_str());
            let number = matches!(item.kind, ItemKind::Number { .. });
            match words {
                Some(words) if number => count.one(below(&path, "ends"), words.ends.is_some()),
                _ => count.one(path, words.is_some()),
            }
        }
    });
    let scales = count(&|count| {
        for scale in instrument.scales() {
            let id = scale.id.as_str();
            count.one(below("scales", id), wording.scales.contains_key(id));
        }
    });
    Completeness { sections, options, items, scales, missing }
}

/// What the options of a set are called in a pack: their codes, and what stands apart from them.
fn labels(instrument: &Instrument, set: &str) -> Vec<String> {
    let there = instrument.option_sets().iter().find(|there| there.name == set);
    let mut labels: Vec<String> =
        there.into_iter().flat_map(|set| &set.options).map(|option| option.code.to_string()).collect();
    let apart = |at| instrument.option_set(at) == Some(set) && instrument.item(at).may_not_apply;
    if instrument.positions().any(apart) {
        labels.push(DOES_NOT_APPLY.to_owned());
    }
    labels
}

/// Notes what belongs to another instrument, or to nothing in this one.
pub(super) fn check_strangers(instrument: &Instrument, wording: &Wording, faults: &Faults) {
    if wording.format != i64::from(FORMAT) {
        faults.add("format", format!("This version reads format {FORMAT} only."));
    }
    if wording.instrument != instrument.id().as_str() {
        faults.add("instrument", format!("This is not a wording of `{}`.", instrument.id()));
    }
    if wording.version != instrument.version() {
        faults.add("version", format!("The definition is version {}.", instrument.version()));
    }
    let known = |found: bool, list: &str, name: &str| {
        if !found {
            faults.add(below(list, name), "The definition has nothing of that name.");
        }
    };
    let section = |id: &str| instrument.sections().iter().any(|section| section.id.as_str() == id);
    wording.sections.keys().for_each(|id| known(section(id), "sections", id));
    for (set, words) in wording.options.iter() {
        let there = instrument.option_sets().iter().any(|there| there.name == *set);
        known(there, "options", set);
        let (labels, path) = (labels(instrument, set), below("options", set));
        words.keys().filter(|_| there).for_each(|code| known(labels.contains(code), &path, code));
    }
    wording.items.keys().for_each(|id| known(instrument.find_item(id).is_some(), "items", id));
    wording.scales.keys().for_each(|id| known(instrument.find_scale(id).is_some(), "scales", id));
    check_kinds(instrument, wording, faults);
    check_all_or_none(instrument, wording, faults);
    check_recordings(wording, faults);
}

/// Notes words that could never be said: ends where there is no number, custody where it is not given.
fn check_kinds(instrument: &Instrument, wording: &Wording, faults: &Faults) {
    let in_custody = instrument.settings().contains(&Setting::Custody);
    let sentence = "It is not asked in custody.";
    for (id, words) in wording.items.iter() {
        let Some(at) = instrument.find_item(id) else { continue };
        let item = instrument.item(at);
        if words.ends.is_some() && !matches!(item.kind, ItemKind::Number { .. }) {
            faults.add(below(&below("items", id), "ends"), "Only a number has words for its ends.");
        }
        let asked = in_custody && item.only_in != Some(Setting::Community);
        if words.said.custody.is_some() && !asked {
            faults.add(below(&below("items", id), "custody"), sentence);
        }
    }
    for (set, words) in wording.options.iter().filter(|_| !in_custody) {
        for (code, _) in words.iter().filter(|(_, said)| said.custody.is_some()) {
            faults.add(below(&below(&below("options", set), code), "custody"), sentence);
        }
    }
}

/// Notes names of bands that are not one for each, topics that only some questions have, and words before a section
/// that is not announced.
fn check_all_or_none(instrument: &Instrument, wording: &Wording, faults: &Faults) {
    for (id, words) in wording.scales.iter().filter(|(_, words)| !words.bands.is_empty()) {
        let bands = instrument.find_scale(id).map(|at| instrument.scale(at).bands.len());
        let path = || below(&below("scales", id), "bands");
        match bands {
            Some(0) => faults.add(path(), "The scale has no bands."),
            Some(count) if count != words.bands.len() => {
                let sentence = format!("The scale has {count} bands: name each of them, from the lowest on.");
                faults.add(path(), sentence);
            }
            _ => {}
        }
    }
    let some = wording.items.values().any(|words| words.topic.is_some());
    for (id, _) in wording.items.iter().filter(|(_, words)| some && words.topic.is_none()) {
        faults.add(below(&below("items", id), "topic"), "Give every question a topic, or none of them.");
    }
    for (id, _) in wording.sections.iter().filter(|(_, words)| words.heads_up.is_some()) {
        let section = instrument.sections().iter().find(|section| section.id.as_str() == id);
        if section.is_some_and(|section| !section.sensitive) {
            let path = below(&below("sections", id), "heads_up");
            faults.add(path, "Only a section that is `sensitive` is announced.");
        }
    }
}

fn check_recordings(wording: &Wording, faults: &Faults) {
    let texts = if wording.recordings.is_empty() { Vec::new() } else { wording.texts() };
    let there = |place: &String| texts.iter().any(|(path, _)| path == place);
    for place in wording.recordings.keys().filter(|place| !there(place)) {
        faults.add(below("recordings", place), "This pack has no words at that path.");
    }
}
