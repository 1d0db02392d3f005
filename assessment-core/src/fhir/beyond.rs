//! What the weights of a Questionnaire cannot say of a score: somebody who adds up weights and knows nothing else
//! comes to another number, or to one that nobody allows.

use super::question::weights;
use crate::definition::Fault;
use crate::instrument::{Instrument, ItemAt, MissingRule, Scale, ScoringKey};
use std::collections::BTreeSet;

/// The scales of an instrument that the weights alone do not give, with the reasons; scales with the same reasons
/// stand together. Empty where adding up the weights, with no total while an answer is missing, is all there is.
#[must_use]
pub fn beyond_weights(instrument: &Instrument) -> Vec<Fault> {
    let weighted: BTreeSet<ItemAt> =
        instrument.positions().filter(|at| !weights(instrument, *at).is_empty()).collect();
    let mut groups: Vec<(Vec<&str>, Vec<String>)> = Vec::new();
    for scale in instrument.scales() {
        let reasons = reasons(instrument, scale, &weighted);
        let name = format!("`{}`", scale.id);
        match groups.iter_mut().find(|(same, _)| *same == reasons) {
            Some((_, names)) => names.push(name),
            None => groups.push((reasons, vec![name])),
        }
    }
    let mut told: Vec<Fault> = groups
        .iter()
        .filter(|(reasons, _)| !reasons.is_empty())
        .map(|(reasons, names)| {
            let sentence =
                format!("{}: more than a sum of weights: {}.", names.join(", "), reasons.join("; "));
            Fault::new("scales", sentence)
        })
        .collect();
    if instrument.find_scale("total").is_none() && !weighted.is_empty() {
        told.push(Fault::new(
            "scales",
            "There is no total: the weights of all questions must not be added up.",
        ));
    }
    told
}

fn reasons(instrument: &Instrument, scale: &Scale, weighted: &BTreeSet<ItemAt>) -> Vec<&'static str> {
    let items: BTreeSet<ItemAt> = instrument.items_of(scale).into_iter().collect();
    let at_times = |at: &ItemAt| {
        let item = instrument.item(*at);
        item.gate.is_some() || item.only_in.is_some()
    };
    [
        (true, how(&scale.key)),
        (!items.is_subset(weighted), Some("some of its answers have no weight")),
        (items.is_subset(weighted) && items != *weighted, Some("other questions have weights too")),
        (items.iter().any(at_times), Some("some of its questions are asked only at times")),
        (instrument.minimum_answered().is_some(), Some("the whole form needs a number of answers")),
        (scale.conversion.is_some(), Some("a table turns the sum into the score")),
        (scale.rescale.is_some(), Some("the sum is rescaled")),
    ]
    .into_iter()
    .filter_map(|(holds, reason)| reason.filter(|_| holds))
    .collect()
}

/// What a key does that is no sum of everything; `None` for the sum that wants every answer.
fn how(key: &ScoringKey) -> Option<&'static str> {
    match key {
        ScoringKey::Sum { missing: MissingRule::Complete, .. } => None,
        ScoringKey::Sum { missing: MissingRule::PersonMean { .. }, .. } => {
            Some("the person's mean stands for a few missing answers")
        }
        ScoringKey::Mean { .. } => Some("it is a mean"),
        ScoringKey::Count { .. } => Some("answers are counted"),
        ScoringKey::AnyOf { .. } => Some("one answer decides"),
        ScoringKey::TotalOf { .. } => Some("scales are added up"),
        ScoringKey::MeanOf { .. } => Some("it is the mean of scales"),
    }
}
