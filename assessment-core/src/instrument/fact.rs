//! What is known about an instrument beside its items and keys: terms, sources, and what nobody has established.

use super::ScaleAt;

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

/// An earlier version whose scores may be set beside those of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparableWith {
    /// The earlier version.
    pub version: String,
    /// Who says that the two measure the same.
    pub source: Source,
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

/// How many answers the whole instrument needs before any scale of it is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimumAnswered {
    /// So many of the items that are asked and are not free text.
    pub answers: usize,
    /// Who says so.
    pub source: Source,
}

/// A fact that nobody has established, said so that nobody has to guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotEstablished {
    /// Which fact.
    pub fact: Fact,
    /// The scale it is about; `None` is the instrument.
    pub scale: Option<ScaleAt>,
    /// What is known about its not being known, for people who read data.
    pub sentence: String,
}

/// The facts a definition may declare unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// How large a difference must be to be real.
    Change,
    /// How the developers meet a missing answer.
    MissingRule,
    /// What people usually score.
    Norms,
    /// From which score on something is meant by it.
    CutOff,
    /// How far two times agree when nothing has changed.
    TestRetest,
    /// How far the items agree.
    InternalConsistency,
    /// The order the items are asked in.
    ItemOrder,
    /// Which items are turned round.
    Reversed,
    /// How the answers become a score at all.
    Scoring,
    /// On what terms it may be used.
    Licence,
}

impl Fact {
    /// Every fact.
    pub const ALL: [Fact; 10] = [
        Fact::Change,
        Fact::MissingRule,
        Fact::Norms,
        Fact::CutOff,
        Fact::TestRetest,
        Fact::InternalConsistency,
        Fact::ItemOrder,
        Fact::Reversed,
        Fact::Scoring,
        Fact::Licence,
    ];

    /// The word used in definitions and codebooks.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Fact::Change => "change",
            Fact::MissingRule => "missing_rule",
            Fact::Norms => "norms",
            Fact::CutOff => "cut_off",
            Fact::TestRetest => "test_retest",
            Fact::InternalConsistency => "internal_consistency",
            Fact::ItemOrder => "item_order",
            Fact::Reversed => "reversed",
            Fact::Scoring => "scoring",
            Fact::Licence => "licence",
        }
    }
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
