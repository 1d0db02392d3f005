//! What is needed to read responses to a Questionnaire that was imported: which linkId is which item, and
//! which code stands for which of its answers.

use super::address;
use super::given::Given;
use super::import::{Draft, Origin};
use super::question;
use super::questionnaire::{self, SETTING};
use super::read::Element;
use crate::definition;
use crate::instrument::{Code, Instrument, ItemAt, ItemKind, ScaleAt};
use crate::points::Points;
use crate::provenance::{self, Hash};
use std::collections::{BTreeMap, BTreeSet};

/// A Questionnaire ready to have its responses read.
pub(super) struct Reading {
    /// What it became.
    pub instrument: Instrument,
    /// Its address, without a version.
    pub url: Option<String>,
    /// Its items, by linkId.
    pub items: BTreeMap<String, Known>,
    /// Numbers their software works out, by linkId.
    pub calculated: BTreeSet<String>,
    /// What nobody answers, by linkId.
    pub silent: BTreeSet<String>,
    /// Codes that items have of their own: an Observation of one of them is no total.
    codes: BTreeSet<String>,
}

/// An item and its answers.
pub(super) struct Known {
    /// The item.
    pub at: ItemAt,
    /// Its options.
    pub options: Vec<Optioned>,
}

/// An option.
pub(super) struct Optioned {
    /// How FHIR gives it.
    pub given: Given,
    /// Our code.
    pub code: Code,
    /// What it adds to the sums.
    pub points: Option<Points>,
}

/// A number that is stored where we would work one out.
pub(super) struct Stored {
    /// The scale it is set beside; `None` when there is none.
    pub scale: Option<ScaleAt>,
    /// The number; `None` when it says that there is none.
    pub theirs: Option<Points>,
    /// What it says it rests on.
    pub rests: provenance::Stored,
    /// Which file.
    pub file: usize,
    /// Where in it.
    pub path: String,
}

impl Known {
    /// The option that is given.
    pub(super) fn option(&self, given: &Given) -> Option<&Optioned> {
        self.options.iter().find(|option| option.given.says(given))
    }

    /// The code that is given.
    pub(super) fn code(&self, instrument: &Instrument, given: &Given) -> Option<Code> {
        match instrument.item(self.at).kind {
            ItemKind::Number { from, to, decimals } => given.number(from..=to, decimals),
            _ => self.option(given).map(|option| option.code),
        }
    }
}

impl Reading {
    /// Makes ready what was imported.
    pub(super) fn of(draft: Draft) -> Option<Reading> {
        let Draft { imported, url, origin } = draft;
        // An import was checked before; one with faults never comes here.
        let instrument = definition::parse(&imported.definition).ok()?;
        let mut reading = match origin {
            Origin::Ours => Reading::ours(instrument),
            Origin::Theirs { form, coded } => {
                let mut items = BTreeMap::new();
                for ((at, question), coded) in instrument.positions().zip(&form.questions).zip(coded) {
                    let weights = question::weights(&instrument, at);
                    let options = coded.given.into_iter().map(|(given, code)| {
                        let points = question::points(&weights, code);
                        Optioned { given, code, points }
                    });
                    items.insert(question.link.clone(), Known { at, options: options.collect() });
                }
                let codes =
                    form.questions.iter().flat_map(|question| question.codes.iter().cloned()).collect();
                let calculated = form.calculated;
                Reading { instrument, url: None, items, calculated, silent: form.silent, codes }
            }
        };
        reading.url = url;
        Some(reading)
    }

    fn ours(instrument: Instrument) -> Reading {
        let mut items = BTreeMap::new();
        let mut silent: BTreeSet<String> =
            questionnaire::groups(&instrument).into_iter().map(|group| group.link).collect();
        for at in instrument.positions() {
            silent.extend(question::link_of_where(&instrument, at));
            let weights = question::weights(&instrument, at);
            let options = instrument.options(at).iter().map(|option| Optioned {
                given: Given::Coding(None, option.code.to_string()),
                code: option.code,
                points: question::points(&weights, option.code),
            });
            items.insert(instrument.item(at).id.to_string(), Known { at, options: options.collect() });
        }
        Reading { instrument, url: None, items, calculated: BTreeSet::new(), silent, codes: BTreeSet::new() }
    }

    /// Whether a linkId asks where the person lives.
    pub(super) fn asks_setting(&self, link: &str) -> bool {
        link == SETTING && questionnaire::has_settings(&self.instrument)
    }

    /// The scale their total is set beside.
    pub(super) fn total(&self) -> Option<ScaleAt> {
        self.instrument.find_scale("total")
    }

    /// The number an Observation stores; `None` when it is of one item, or of a kind that is no score.
    pub(super) fn stored_in(&self, observation: &Element<'_>, file: usize) -> Option<Stored> {
        let codings = observation.inner("code").map(|code| code.list("coding")).unwrap_or_default();
        let of_item =
            |coding: &Element<'_>| coding.text("code").is_some_and(|code| self.codes.contains(code));
        if codings.iter().any(of_item) {
            return None;
        }
        let scales = address::of("CodeSystem", &format!("{}/scales", self.instrument.id()));
        let ours = codings.iter().find(|coding| coding.text("system") == Some(&scales));
        let scale = match ours {
            Some(coding) => coding.text("code").and_then(|id| self.instrument.find_scale(id)),
            None => self.total(),
        };
        let theirs = match Given::read(observation, "value") {
            Some(Given::Number(number)) => Some(number),
            None if observation.has("dataAbsentReason") => None,
            _ => return None,
        };
        let rests = if ours.is_some() { rests(observation) } else { provenance::Stored::default() };
        Some(Stored { scale, theirs, rests, file, path: observation.place() })
    }
}

/// The version of the scoring and the hashes that an Observation of ours carries.
fn rests(observation: &Element<'_>) -> provenance::Stored {
    let hash = |name: &str| {
        let url = address::of("StructureDefinition", name);
        Hash::read(observation.extensions(&[&url]).first()?.text("valueString")?)
    };
    let codings = observation.inner("method").map(|method| method.list("coding")).unwrap_or_default();
    let scoring = address::of("CodeSystem", address::SCORING);
    let version = codings.iter().find(|coding| coding.text("system") == Some(&scoring));
    provenance::Stored {
        rule_version: version.and_then(|coding| coding.text("code")?.parse().ok()),
        rules: hash(address::RULES),
        inputs: hash(address::INPUTS),
        values: Vec::new(),
    }
}
