//! Two times side by side: distance travelled, band crossed, reliable change, or why they cannot be
//! compared. Cannot fail, knows no answers and no today.
//!
//! The rule is instruments.md 11.2: no threshold on file gives `difference only`; otherwise the difference
//! towards the better end is set against the threshold, the threshold itself counting as reached.

use crate::instrument::{HigherIs, Instrument, ItemAt, Scale, ScaleAt, Setting};
use crate::points::Points;
use crate::score::{Scored, Scores};
use crate::table::Table;

/// One time of one person on one instrument, as far as change needs it.
#[derive(Clone, Debug)]
pub struct Time<'a> {
    /// The instrument version it was given in.
    pub version: &'a str,
    /// Where it was given.
    pub setting: Setting,
    /// Its scores.
    pub scores: &'a Scores,
    /// The texts that decide whether two times are about the same thing.
    pub texts: &'a Table<ItemAt, String>,
}

/// What became of one scale between two times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Both times have a number.
    Compared(Compared),
    /// One of the two has not enough answers.
    NotAssessable {
        /// Whether the earlier one has a number.
        from: Option<Points>,
        /// Whether the later one has.
        to: Option<Points>,
    },
    /// The two numbers do not measure the same thing.
    NotComparable(NotComparable),
}

/// Why two times do not measure the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComparable {
    /// Another version of the instrument.
    Version,
    /// The scale asks other things in custody than in the community, and the person has moved.
    Setting,
    /// The person named another thing, or it is not known which.
    NamedThing,
}

/// Two numbers and what can be said about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Earlier value.
    pub from: Points,
    /// Later value.
    pub to: Points,
    /// Later minus earlier.
    pub difference: Points,
    /// The difference towards the better end; `None` when neither end is better.
    pub distance_travelled: Option<Points>,
    /// The smallest reliable difference, when established.
    pub threshold: Option<Points>,
    /// What can be said.
    pub verdict: Verdict,
    /// The best possible gain from the earlier value is smaller than the threshold.
    pub ceiling: bool,
    /// Bands before and after, when the scale has bands.
    pub bands: Option<(usize, usize)>,
    /// The person has moved between community and custody; the scale asks the same in both.
    pub moved: bool,
}

/// What can be said about a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// At or past the threshold, towards the better end.
    ReliableImprovement,
    /// At or past the threshold, towards the worse end.
    ReliableDeterioration,
    /// Below the threshold.
    NoReliableChange,
    /// No threshold is established: the numbers and nothing more.
    DifferenceOnly,
}

impl Change {
    /// The word in exports.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Change::Compared(compared) => match compared.verdict {
                Verdict::ReliableImprovement => "reliable_improvement",
                Verdict::ReliableDeterioration => "reliable_deterioration",
                Verdict::NoReliableChange => "no_reliable_change",
                Verdict::DifferenceOnly => "difference_only",
            },
            Change::NotAssessable { .. } => "not_assessable",
            Change::NotComparable(_) => "not_comparable",
        }
    }
}

/// Compares one scale at two times.
#[must_use]
pub fn compare(instrument: &Instrument, at: ScaleAt, from: &Time<'_>, to: &Time<'_>) -> Change {
    let scale = instrument.scale(at);
    let moved = from.setting != to.setting;
    if from.version != to.version {
        return Change::NotComparable(NotComparable::Version);
    }
    if moved && differs_by_setting(instrument, scale) {
        return Change::NotComparable(NotComparable::Setting);
    }
    if let Some(text) = scale.same_text {
        let named = |time: &Time<'_>| time.texts.get(&text).map(|t| t.trim().to_owned());
        let (before, after) = (named(from), named(to));
        if before.as_deref().unwrap_or_default().is_empty() || before != after {
            return Change::NotComparable(NotComparable::NamedThing);
        }
    }
    match (from.scores.of(at).scored(), to.scores.of(at).scored()) {
        (Some(from), Some(to)) => Change::Compared(compared(scale, from, to, moved)),
        (from, to) => Change::NotAssessable { from: from.map(|s| s.value), to: to.map(|s| s.value) },
    }
}

/// Whether a scale asks other items in custody than in the community.
#[must_use]
pub fn differs_by_setting(instrument: &Instrument, scale: &Scale) -> bool {
    instrument.items_of(scale).iter().any(|at| asked_in_one_only(instrument, *at))
}

/// Whether an item, or one of the gates it lies behind, is asked in one setting only.
fn asked_in_one_only(instrument: &Instrument, at: ItemAt) -> bool {
    let item = instrument.item(at);
    item.only_in.is_some() || item.gate.as_ref().is_some_and(|gate| asked_in_one_only(instrument, gate.item))
}

fn compared(scale: &Scale, from: Scored, to: Scored, moved: bool) -> Compared {
    let difference = to.value - from.value;
    let (lowest, highest) = scale.value_range();
    let (distance_travelled, best_gain) = match scale.higher_is {
        HigherIs::Better => (Some(difference), highest - from.value),
        HigherIs::Worse => (Some(-difference), from.value - lowest),
        HigherIs::Neither => (None, Points::ZERO),
    };
    let threshold = scale.change.as_ref().map(|rule| rule.reliable);
    let verdict = match (distance_travelled, threshold) {
        (Some(distance), Some(threshold)) if distance >= threshold => Verdict::ReliableImprovement,
        (Some(distance), Some(threshold)) if distance <= -threshold => Verdict::ReliableDeterioration,
        (Some(_), Some(_)) => Verdict::NoReliableChange,
        _ => Verdict::DifferenceOnly,
    };
    Compared {
        from: from.value,
        to: to.value,
        difference,
        distance_travelled,
        threshold,
        verdict,
        ceiling: distance_travelled.is_some() && threshold.is_some_and(|t| best_gain < t),
        bands: from.band.zip(to.band),
        moved,
    }
}

#[cfg(test)]
mod tests;
