//! What an instrument *is*: items, scales, keys, bands, licence and source, checked and immutable.
//!
//! Nothing here knows how a definition is written down; [`crate::definition::parse`] is the only maker.

use crate::points::{Points, RoundTo};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) String);

        impl $name {
            /// The id as written in the definition.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.to_owned())
            }
        }
    };
}

id!(/** The instrument's id, which is also its folder's name. */ InstrumentId);
id!(/** An item's id: the variable name in every export. */ ItemId);
id!(/** A scale's id. */ ScaleId);
id!(/** A section's id. */ SectionId);

/// The code of a response option, as published or as declared.
pub type Code = i32;

/// Where an item stands in its instrument. Scores look answers up by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemAt(pub(crate) usize);

impl ItemAt {
    /// Position in [`Instrument::items`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// Where a scale stands in its instrument; scores come in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScaleAt(pub(crate) usize);

impl ScaleAt {
    /// Position in [`Instrument::scales`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// A published or own set of items with its scoring. Made only by [`crate::definition::parse`].
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    pub(crate) id: InstrumentId,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) offered: bool,
    pub(crate) wording: WordingRight,
    pub(crate) licence: Licence,
    pub(crate) source: Source,
    pub(crate) settings: Vec<Setting>,
    pub(crate) modes: Vec<String>,
    pub(crate) recall: Option<String>,
    pub(crate) within_days: Option<u16>,
    pub(crate) option_sets: Vec<OptionSet>,
    pub(crate) sections: Vec<Section>,
    pub(crate) items: Vec<Item>,
    pub(crate) scales: Vec<Scale>,
}

/// Whose wording an instrument has, and so whether it may be asked on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingRight {
    /// Written by this project; complete and ready to ask.
    Ours,
    /// Somebody else's; not shipped. Paper codes only, until a service brings its own pack.
    NotSupplied,
}

/// On what terms the instrument may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// The terms, in a sentence or by name.
    pub terms: String,
    /// Who may use and pass on the wording.
    pub wording: String,
    /// Where the terms stand.
    pub address: Option<String>,
}

/// Where a fact comes from and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Who says so.
    pub citation: String,
    /// Where it can be read.
    pub address: Option<String>,
    /// How sure we are.
    pub confidence: Confidence,
}

/// How sure a fact is. What was only half remembered has no place here: the rule is left out instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read at the address.
    Found,
    /// From memory, high confidence, not yet read again at its source.
    MemoryHigh,
    /// From memory, medium confidence.
    MemoryMedium,
    /// Worked out by arithmetic from published figures.
    Derived,
    /// A proposal of this project where the developers state nothing.
    Proposal,
    /// Our own instrument, our own rule.
    Ours,
}

impl Confidence {
    /// The word used in definitions and codebooks.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Confidence::Found => "found",
            Confidence::MemoryHigh => "memory_high",
            Confidence::MemoryMedium => "memory_medium",
            Confidence::Derived => "derived",
            Confidence::Proposal => "proposal",
            Confidence::Ours => "ours",
        }
    }
}

/// Where the person lives now, as far as it decides what is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// At home, in a hostel, in approved premises.
    #[default]
    Community,
    /// In prison.
    Custody,
}

impl Setting {
    /// The word used in definitions, records and exports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Setting::Community => "community",
            Setting::Custody => "custody",
        }
    }

    /// Reads [`Setting::word`].
    #[must_use]
    pub fn read(word: &str) -> Option<Setting> {
        match word {
            "community" => Some(Setting::Community),
            "custody" => Some(Setting::Custody),
            _ => None,
        }
    }
}

/// What a section or a scale is for. Decides where it stands on a profile: strengths before barriers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Intention {
    /// Open questions in the person's own words.
    Open,
    /// What cannot wait today.
    Urgent,
    /// A strength.
    Strength,
    /// Groups the person belongs to.
    Group,
    /// A rating of life now, each alone.
    Rating,
    /// Something that gets in the way.
    Barrier,
    /// Support wanted.
    Support,
    /// Commitment to the one thing the person named.
    Commitment,
    /// A published measure.
    Measure,
}

/// Items asked together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// What it is for.
    pub intention: Intention,
    /// Whether a heads-up and a private moment come first.
    pub sensitive: bool,
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
    /// Position in [`Instrument::sections`].
    pub section: usize,
    /// Our own short label; never the published wording.
    pub topic: String,
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
    /// One option of a set (position in [`Instrument::option_sets`]).
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
    /// A whole number within bounds, both included.
    Number {
        /// Lowest.
        from: Code,
        /// Highest.
        to: Code,
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

impl Instrument {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &InstrumentId {
        &self.id
    }

    /// Its version. A session pins it.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Its short name.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Whether the app lists it. Engine fixtures are never offered.
    #[must_use]
    pub fn offered(&self) -> bool {
        self.offered
    }

    /// Whose wording it has.
    #[must_use]
    pub fn wording(&self) -> WordingRight {
        self.wording
    }

    /// On what terms it may be used.
    #[must_use]
    pub fn licence(&self) -> &Licence {
        &self.licence
    }

    /// Where it comes from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Where it may be given.
    #[must_use]
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The ways of giving it that its developers describe.
    #[must_use]
    pub fn modes(&self) -> &[String] {
        &self.modes
    }

    /// The period its items ask about, in words.
    #[must_use]
    pub fn recall(&self) -> Option<&str> {
        self.recall.as_deref()
    }

    /// All answers must lie within so many days, otherwise the session is incomplete.
    #[must_use]
    pub fn within_days(&self) -> Option<u16> {
        self.within_days
    }

    /// Its option sets.
    #[must_use]
    pub fn option_sets(&self) -> &[OptionSet] {
        &self.option_sets
    }

    /// Its sections, in the order they are asked.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Its items, in the order they are asked.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Its scales, in the order they are scored and exported.
    #[must_use]
    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    /// Every item's position.
    pub fn positions(&self) -> impl Iterator<Item = ItemAt> + use<> {
        (0..self.items.len()).map(ItemAt)
    }

    /// The item at a position.
    #[must_use]
    pub fn item(&self, at: ItemAt) -> &Item {
        &self.items[at.0]
    }

    /// The section an item belongs to.
    #[must_use]
    pub fn section_of(&self, at: ItemAt) -> &Section {
        &self.sections[self.items[at.0].section]
    }

    /// The scale at a position.
    #[must_use]
    pub fn scale(&self, at: ScaleAt) -> &Scale {
        &self.scales[at.0]
    }

    /// Finds an item by id.
    #[must_use]
    pub fn find_item(&self, id: &str) -> Option<ItemAt> {
        self.items.iter().position(|item| item.id.0 == id).map(ItemAt)
    }

    /// Finds a scale by id.
    #[must_use]
    pub fn find_scale(&self, id: &str) -> Option<ScaleAt> {
        self.scales.iter().position(|scale| scale.id.0 == id).map(ScaleAt)
    }

    /// The options an item offers; empty for numbers and text.
    #[must_use]
    pub fn options(&self, at: ItemAt) -> &[ResponseOption] {
        match &self.items[at.0].kind {
            ItemKind::Choice { options } | ItemKind::Several { options, .. } => {
                &self.option_sets[*options].options
            }
            ItemKind::Number { .. } | ItemKind::Text => &[],
        }
    }

    /// The name of the option set an item uses, for its wording.
    #[must_use]
    pub fn option_set(&self, at: ItemAt) -> Option<&str> {
        match &self.items[at.0].kind {
            ItemKind::Choice { options } | ItemKind::Several { options, .. } => {
                Some(&self.option_sets[*options].name)
            }
            ItemKind::Number { .. } | ItemKind::Text => None,
        }
    }

    /// The items a scale reads, composites included, each once, in the order asked.
    #[must_use]
    pub fn items_of(&self, scale: &Scale) -> Vec<ItemAt> {
        let mut items: Vec<ItemAt> = match &scale.key {
            ScoringKey::Sum { terms, .. } => terms.iter().map(|term| term.item).collect(),
            ScoringKey::Count { items, .. } => items.clone(),
            ScoringKey::AnyOf { conditions } => conditions.iter().map(|c| c.item).collect(),
            ScoringKey::TotalOf { scales } => {
                scales.iter().flat_map(|at| self.items_of(self.scale(*at))).collect()
            }
        };
        items.sort_unstable();
        items.dedup();
        items
    }
}

impl Item {
    /// Whether it belongs to a setting's form of the instrument.
    #[must_use]
    pub fn asked_in(&self, setting: Setting) -> bool {
        self.only_in.is_none_or(|only| only == setting)
    }
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
