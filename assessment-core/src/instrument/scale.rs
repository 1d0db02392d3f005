//! Scales: which answers are added how, what the sum is called, and when a difference means something.

use super::{Code, Condition, Intention, ItemAt, ScaleAt, ScaleId, Source};
use crate::points::{Points, RoundTo};

/// Items scored together.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Its id.
    pub id: ScaleId,
    /// What it is for.
    pub intention: Intention,
    /// How answers become points.
    pub key: ScoringKey,
    /// Lowest and highest possible raw score.
    pub range: (Points, Points),
    /// Which end is the better one.
    pub higher_is: HigherIs,
    /// Raw score to converted score, every raw value of the range, rising.
    pub conversion: Option<Vec<(Points, Points)>>,
    /// Named ranges of the value, by lower bound, rising; empty when none are established.
    pub bands: Vec<Band>,
    /// Where the bands come from.
    pub bands_source: Option<Source>,
    /// The reliable-change rule; `None` means not established: difference only.
    pub change: Option<ChangeRule>,
    /// A text item that must be the same at both times for a comparison.
    pub same_text: Option<ItemAt>,
    /// Where the key comes from.
    pub source: Source,
}

/// Which end of a scale is the better one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HigherIs {
    /// More is better.
    Better,
    /// More is worse.
    Worse,
    /// Neither end is better.
    Neither,
}

/// How answers become points: a closed list, no expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoringKey {
    /// Adds item scores.
    Sum {
        /// What is added.
        terms: Vec<Term>,
        /// How a missing answer is met.
        missing: MissingRule,
    },
    /// Counts answers that carry one of the codes.
    Count {
        /// Which items.
        items: Vec<ItemAt>,
        /// Which codes count.
        codes: Vec<Code>,
        /// How a missing answer is met.
        missing: MissingRule,
    },
    /// One as soon as one condition holds; nought when all are settled and none does.
    AnyOf {
        /// The conditions.
        conditions: Vec<Condition>,
    },
    /// Adds earlier scales; not scorable when one of them is not.
    TotalOf {
        /// Which scales, each earlier in the definition.
        scales: Vec<ScaleAt>,
    },
}

/// One item in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which item.
    pub item: ItemAt,
    /// When set, the item score is this number minus the code: lowest plus highest code.
    pub reversed_from: Option<Code>,
}

/// How a missing answer is met. There is no rule that counts it as nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingRule {
    /// Every item must be answered.
    Complete,
    /// The person's mean of the answered items stands for the missing ones, when enough are answered.
    PersonMean {
        /// So many answers at least.
        minimum_answered: usize,
        /// How the prorated score is rounded, before any band is looked up.
        round: RoundTo,
    },
}

/// A named range of a score, by its lower bound; it ends where the next begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Lowest value that belongs to it.
    pub from: Points,
    /// Its published name.
    pub name: String,
    /// Whether the bound has a published meaning of its own.
    pub cut_off: bool,
}

/// When a difference is more than measurement error alone explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRule {
    /// The smallest reliable difference, in points of the value.
    pub reliable: Points,
    /// How it was arrived at.
    pub basis: String,
    /// Where it comes from.
    pub source: Source,
}

impl Scale {
    /// The lowest and highest possible value, after conversion.
    #[must_use]
    pub fn value_range(&self) -> (Points, Points) {
        match self.conversion.as_deref() {
            Some([(_, first), .., (_, last)]) => (*first, *last),
            _ => self.range,
        }
    }
}
