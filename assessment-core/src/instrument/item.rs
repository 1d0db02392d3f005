//! Items: what is asked, what can be answered, and when it is asked at all.

use super::{Code, Intention, ItemAt, ItemId, Picture, SectionId, Setting};

/// Items asked together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// What it is for.
    pub intention: Intention,
    /// Whether a heads-up and a private moment come first.
    pub sensitive: bool,
    /// What may be shown beside its heading.
    pub picture: Option<Picture>,
}

/// A named list of response options, in the order they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionSet {
    /// The name items and wording use.
    pub name: String,
    /// The options.
    pub options: Vec<ResponseOption>,
}

/// One offered answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseOption {
    /// What is stored.
    pub code: Code,
    /// Our own short label of what it means.
    pub topic: String,
}

/// One thing asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its id: the variable name in exports.
    pub id: ItemId,
    /// Position in [`super::Instrument::sections`].
    pub section: usize,
    /// Our own short label; never the published wording.
    pub topic: String,
    /// What may be shown beside the question.
    pub picture: Option<Picture>,
    /// What can be answered.
    pub kind: ItemKind,
    /// Whether "does not apply to me" stands beside the options.
    pub may_not_apply: bool,
    /// Where it is asked; `None` is everywhere.
    pub only_in: Option<Setting>,
    /// Asked only when an earlier item was answered so.
    pub gate: Option<Condition>,
    /// The code it counts as when the gate kept it from being asked.
    pub implied: Option<Code>,
}

/// What can be answered to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// One option of a set (position in [`super::Instrument::option_sets`]).
    Choice {
        /// Which option set.
        options: usize,
    },
    /// Several options of a set.
    Several {
        /// Which option set.
        options: usize,
        /// Codes that stand alone, such as "nothing".
        alone: Vec<Code>,
    },
    /// A number within bounds, both included.
    Number {
        /// Lowest, in units of the last decimal.
        from: Code,
        /// Highest, in units of the last decimal.
        to: Code,
        /// Decimals an answer may have, 0 to 2: with one, the code 365 is the number 36.5.
        decimals: u8,
    },
    /// The person's own words. Never scored, never exported.
    Text,
}

/// An earlier item was answered with one of these codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Which item.
    pub item: ItemAt,
    /// The codes that fulfil it.
    pub is: Vec<Code>,
}

impl Item {
    /// Whether it belongs to a setting's form of the instrument.
    #[must_use]
    pub fn asked_in(&self, setting: Setting) -> bool {
        self.only_in.is_none_or(|only| only == setting)
    }

    /// Decimals of its answers; nought for everything but some numbers.
    #[must_use]
    pub fn decimals(&self) -> u8 {
        match self.kind {
            ItemKind::Number { decimals, .. } => decimals,
            _ => 0,
        }
    }
}
