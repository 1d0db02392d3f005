//! What an instrument *is*: items, scales, keys, bands, licence and source, checked and immutable.
//!
//! Nothing here knows how a definition is written down; [`crate::definition::parse`] is the only maker.

mod change_rule;
mod fact;
mod item;
mod picture;
mod scale;

pub use change_rule::{Basis, ChangeRule, threshold};
pub use fact::{ComparableWith, Confidence, Fact, Licence, MinimumAnswered, NotEstablished, Source};
pub use item::{Condition, Item, ItemKind, OptionSet, ResponseOption, Section};
pub use picture::Picture;
pub(crate) use scale::is_whole;
pub use scale::{Band, CutOff, HigherIs, ItemPoints, MissingRule, Rescale, Scale, ScoringKey, Term};

use crate::points::Points;
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
    pub(crate) comparable_with: Vec<ComparableWith>,
    pub(crate) title: String,
    pub(crate) offered: bool,
    pub(crate) wording: WordingRight,
    pub(crate) licence: Licence,
    pub(crate) source: Source,
    pub(crate) settings: Vec<Setting>,
    pub(crate) modes: Vec<String>,
    pub(crate) recall: Option<String>,
    pub(crate) within_days: Option<u16>,
    pub(crate) minimum_answered: Option<MinimumAnswered>,
    pub(crate) no_total: Option<Source>,
    pub(crate) not_established: Vec<NotEstablished>,
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

    /// Earlier versions whose scores may be set beside those of this one.
    #[must_use]
    pub fn comparable_with(&self) -> &[ComparableWith] {
        &self.comparable_with
    }

    /// Whether scores of another version may be set beside those of this one: its own, and those it declares.
    #[must_use]
    pub fn compares_with(&self, version: &str) -> bool {
        self.version == version || self.comparable_with.iter().any(|earlier| earlier.version == version)
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

    /// How many answers the whole of it needs before anything is scored.
    #[must_use]
    pub fn minimum_answered(&self) -> Option<&MinimumAnswered> {
        self.minimum_answered.as_ref()
    }

    /// Who says that no score of everything may be made, where the developers allow none.
    #[must_use]
    pub fn no_total(&self) -> Option<&Source> {
        self.no_total.as_ref()
    }

    /// What nobody has established about it.
    #[must_use]
    pub fn not_established(&self) -> &[NotEstablished] {
        &self.not_established
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

    /// Every scale's position.
    pub fn scale_positions(&self) -> impl Iterator<Item = ScaleAt> + use<> {
        (0..self.scales.len()).map(ScaleAt)
    }

    /// The item at a position.
    #[must_use]
    pub fn item(&self, at: ItemAt) -> &Item {
        &self.items[at.0]
    }

    /// The name of the picture that may stand beside an item; only those in words of ours have any.
    #[must_use]
    pub fn picture(&self, at: ItemAt) -> Option<&'static str> {
        self.item(at).picture.map(Picture::word)
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

    /// A code as it stands in files and on screens: a number with decimals as the shortest decimal.
    #[must_use]
    pub fn code_text(&self, at: ItemAt, code: Code) -> String {
        let decimals = self.items[at.0].decimals();
        if decimals == 0 {
            return code.to_string();
        }
        Points::hundredths(i64::from(code) * 10_i64.pow(2 - u32::from(decimals.min(2)))).to_string()
    }

    /// The items a scale reads, composites included, each once, in the order asked.
    #[must_use]
    pub fn items_of(&self, scale: &Scale) -> Vec<ItemAt> {
        scale.reads.clone()
    }

    /// The items a key reads, those of its parts included, each once, in the order asked. Parts know theirs
    /// already, so each scale is looked into once, however many composites it is part of.
    pub(crate) fn items_read_by(&self, key: &ScoringKey) -> Vec<ItemAt> {
        let mut reads = vec![false; self.items.len()];
        let mut read = |at: &ItemAt| reads[at.0] = true;
        match key {
            ScoringKey::Sum { terms, .. } | ScoringKey::Mean { terms, .. } => {
                terms.iter().for_each(|term| read(&term.item));
            }
            ScoringKey::Count { items, .. } => items.iter().for_each(read),
            ScoringKey::AnyOf { conditions } => conditions.iter().for_each(|c| read(&c.item)),
            ScoringKey::TotalOf { scales } | ScoringKey::MeanOf { scales, .. } => {
                scales.iter().flat_map(|at| &self.scale(*at).reads).for_each(read);
            }
        }
        self.positions().filter(|at| reads[at.0]).collect()
    }
}
