//! Scales: which answers are added how, what the sum is called, and when a difference means something.

use super::{ChangeRule, Code, Condition, Instrument, Intention, ItemAt, ScaleAt, ScaleId, Source};
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
    /// The items the key reads, those of its parts included, each once, in the order asked.
    pub reads: Vec<ItemAt>,
    /// Lowest and highest possible raw score.
    pub range: (Points, Points),
    /// Whether every value is a whole number.
    pub whole: bool,
    /// Which end is the better one.
    pub higher_is: HigherIs,
    /// Raw score to converted score, every raw value of the range, rising.
    pub conversion: Option<Vec<(Points, Points)>>,
    /// A straight line from the raw score to the value, instead of a table.
    pub rescale: Option<Rescale>,
    /// Named ranges of the value, by lower bound, rising; empty when none are established.
    pub bands: Vec<Band>,
    /// Where the bands come from.
    pub bands_source: Option<Source>,
    /// Values with a published meaning of their own, rising; a band's edge among them where it is marked so.
    pub cut_offs: Vec<CutOff>,
    /// When a difference is more than error; `None` means not established: difference only.
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
    /// The mean of item scores.
    Mean {
        /// Whose mean.
        terms: Vec<Term>,
        /// How a missing answer is met; its own rounding is not used.
        missing: MissingRule,
        /// How the mean is rounded; `None` when the rescaling that follows rounds once for both.
        round: Option<RoundTo>,
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
    /// The mean of earlier scales; not scorable when one of them is not.
    MeanOf {
        /// Which scales, each earlier in the definition.
        scales: Vec<ScaleAt>,
        /// How the mean is rounded; `None` when the rescaling that follows rounds once for both.
        round: Option<RoundTo>,
    },
}

/// One item in a sum or a mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which item.
    pub item: ItemAt,
    /// How its code becomes its item score.
    pub points: ItemPoints,
}

/// How a code becomes an item score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemPoints {
    /// The code times the points of one step: 1 unless the key weighs the item.
    Coded {
        /// Points of one step of the code.
        step: Points,
    },
    /// Turned round within the item's range, times the points of one step.
    Reversed {
        /// Lowest plus highest code: the code is taken from it.
        turn: Code,
        /// Points of one step of the code.
        step: Points,
    },
    /// By a table: every code of the item, rising, with its points.
    Recoded(Vec<(Code, Points)>),
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
        /// How the prorated sum is rounded, before any band is looked up; `None` in a mean, which rounds
        /// itself, and where the rescaling that follows rounds once for both.
        round: Option<RoundTo>,
    },
}

/// A straight line: `add + (raw - subtract) * times / by`, rounded once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rescale {
    /// Taken from the raw score first.
    pub subtract: Points,
    /// Then multiplied; above nought.
    pub times: Points,
    /// Then divided; above nought.
    pub by: Points,
    /// Then added.
    pub add: Points,
    /// How the value is rounded, before any band is looked up.
    pub round: RoundTo,
}

/// A named range of a score, by its lower bound; it ends where the next begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Lowest value that belongs to it.
    pub from: Points,
    /// Its published name.
    pub name: String,
}

/// A value with a published meaning of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutOff {
    /// The lowest value at or above it.
    pub from: Points,
    /// What it is called.
    pub name: String,
    /// Whether the worse side of it is what the developers call a case, so that leaving it is a recovery.
    pub case: bool,
    /// Who published it.
    pub source: Source,
}

impl Scale {
    /// The lowest and highest possible value, after conversion or rescaling.
    #[must_use]
    pub fn value_range(&self) -> (Points, Points) {
        match (self.conversion.as_deref(), &self.rescale) {
            (Some([(_, first), .., (_, last)]), _) => (*first, *last),
            (_, Some(rescale)) => {
                let (low, high) = self.range;
                (rescale.value(low.in_hundredths(), 1), rescale.value(high.in_hundredths(), 1))
            }
            _ => self.range,
        }
    }

    /// Position of the band a value falls into.
    #[must_use]
    pub fn band_of(&self, value: Points) -> Option<usize> {
        self.bands.iter().rposition(|band| band.from <= value)
    }
}

impl ScoringKey {
    /// The earlier scales a composite is made of; `None` when the key reads items.
    #[must_use]
    pub fn parts(&self) -> Option<&[ScaleAt]> {
        match self {
            ScoringKey::TotalOf { scales } | ScoringKey::MeanOf { scales, .. } => Some(scales),
            _ => None,
        }
    }

    /// The items of a sum or a mean, each with its points; none for the other rules.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        match self {
            ScoringKey::Sum { terms, .. } | ScoringKey::Mean { terms, .. } => terms,
            _ => &[],
        }
    }
}

impl Term {
    /// The item score of a code; `None` for a code the item does not take.
    #[must_use]
    pub fn score(&self, code: Code) -> Option<Points> {
        let steps = |code: Code, step: Points| Points::hundredths(i64::from(code) * step.in_hundredths());
        match &self.points {
            ItemPoints::Coded { step } => Some(steps(code, *step)),
            ItemPoints::Reversed { turn, step } => Some(steps(turn - code, *step)),
            ItemPoints::Recoded(table) => {
                table.binary_search_by_key(&code, |row| row.0).ok().map(|place| table[place].1)
            }
        }
    }
}

impl Rescale {
    /// The value of a raw score of `top / over` hundredths.
    pub(crate) fn value(&self, top: i64, over: i64) -> Points {
        let steps = (top - self.subtract.in_hundredths() * over) * self.times.in_hundredths();
        let by = self.by.in_hundredths() * over;
        // What is added is put under the same stroke, so that there is one rounding.
        Points::ratio(steps + self.add.in_hundredths() * by, by, self.round)
    }
}

impl Instrument {
    /// Whether every raw score of a key is a whole number, as a table of conversions needs it.
    pub(crate) fn adds_whole(&self, key: &ScoringKey) -> bool {
        let rounded = |round: &Option<RoundTo>| round.is_some_and(|round| round.decimals == 0);
        let prorated = |missing: &MissingRule| match missing {
            MissingRule::Complete => true,
            MissingRule::PersonMean { round, .. } => rounded(round),
        };
        let terms = key.terms().iter().all(|term| match &term.points {
            ItemPoints::Coded { step } | ItemPoints::Reversed { step, .. } => is_whole(*step),
            ItemPoints::Recoded(table) => table.iter().all(|row| is_whole(row.1)),
        });
        match key {
            ScoringKey::Sum { missing, .. } => terms && prorated(missing),
            ScoringKey::Count { missing, .. } => prorated(missing),
            ScoringKey::Mean { round, .. } | ScoringKey::MeanOf { round, .. } => rounded(round),
            ScoringKey::AnyOf { .. } => true,
            ScoringKey::TotalOf { scales } => scales.iter().all(|at| self.scale(*at).whole),
        }
    }
}

pub(crate) fn is_whole(points: Points) -> bool {
    points.in_hundredths() % 100 == 0
}
