//! Where a score comes from: which instrument, version and rules, in whose words, from which answers. Takes an
//! instrument and settled answers; sets what was stored beside what is worked out now. Refuses nothing.
//!
//! The digest is an argument, as keys and today are: whoever stores or exports has SHA-256 at hand.

mod canon;

use crate::answer::Responses;
use crate::instrument::{Instrument, ScaleAt};
use crate::points::Points;
use crate::score::Scores;
use std::fmt;

/// The version of the scoring in [`crate::score`]. It rises when the same rules and answers come to another number.
pub const RULE_VERSION: u32 = 1;

/// The columns of `provenance.csv`: one row a session, found from a row of scores by person and wave.
pub const COLUMNS: [&str; 9] =
    ["person", "wave", "days", "instrument", "version", "rule_version", "wording", "rules", "inputs"];

/// SHA-256 (FIPS 180-4).
pub type Digest = fn(&[u8]) -> [u8; 32];

/// A SHA-256 hash; written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

/// Where the scores of one session come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The instrument's id.
    pub instrument: String,
    /// Its version.
    pub version: String,
    /// The version of the scoring.
    pub rule_version: u32,
    /// The wording's id, `language/provenance/version`; empty when not known. It never changes a hash.
    pub wording: String,
    /// Everything in the definition that decides a number or its band, and no words.
    pub rules: Hash,
    /// The setting and every answer that can be scored; free text is no part of it.
    pub inputs: Hash,
}

/// Scores somebody put down earlier, and as much as is known of where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// The version of the scoring.
    pub rule_version: Option<u32>,
    /// The hash of the rules.
    pub rules: Option<Hash>,
    /// The hash of the answers.
    pub inputs: Option<Hash>,
    /// Values by scale; `None` where there was no score.
    pub values: Vec<(ScaleAt, Option<Points>)>,
}

/// What came of working stored scores out again. Ours is what counts; theirs is told beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What they rest on.
    pub rests_on: RestsOn,
    /// Scales whose number is another now.
    pub numbers: Vec<OtherNumber>,
}

/// What stored scores rest on, beside what ours rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestsOn {
    /// The same rules and the same answers.
    TheSame,
    /// Other rules, or another version of the scoring.
    OtherRules,
    /// Other answers.
    OtherInputs,
    /// Both are other.
    OtherRulesAndInputs,
    /// Nothing known is other, and not everything is known.
    NotKnown,
}

/// A scale whose stored number is not ours; `None` is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherNumber {
    /// Which scale.
    pub scale: ScaleAt,
    /// Worked out now.
    pub ours: Option<Points>,
    /// As it was stored.
    pub theirs: Option<Points>,
}

impl Provenance {
    /// Where the scores of these answers come from.
    #[must_use]
    pub fn of(instrument: &Instrument, responses: &Responses, wording: &str, digest: Digest) -> Provenance {
        Provenance {
            instrument: instrument.id().to_string(),
            version: instrument.version().to_owned(),
            rule_version: RULE_VERSION,
            wording: wording.to_owned(),
            rules: rules(instrument, digest),
            inputs: inputs(instrument, responses, digest),
        }
    }

    /// The cells of `provenance.csv`; the key is person, wave and days.
    #[must_use]
    pub fn cells(&self, key: &[&str; 3]) -> [String; COLUMNS.len()] {
        let [person, wave, days] = key.map(str::to_owned);
        [
            person,
            wave,
            days,
            self.instrument.clone(),
            self.version.clone(),
            self.rule_version.to_string(),
            self.wording.clone(),
            self.rules.to_string(),
            self.inputs.to_string(),
        ]
    }
}

/// The hash of everything in a definition that decides a number or its band. Titles, topics, sources and terms
/// are no part of it, nor is what two times are judged by.
#[must_use]
pub fn rules(instrument: &Instrument, digest: Digest) -> Hash {
    Hash(digest(canon::rules(instrument).as_bytes()))
}

/// The hash of setting and answers, as they count. The order in which they were given is no part of it.
#[must_use]
pub fn inputs(instrument: &Instrument, responses: &Responses, digest: Digest) -> Hash {
    Hash(digest(canon::inputs(instrument, responses).as_bytes()))
}

/// Sets stored scores beside ours.
#[must_use]
pub fn check(ours: &Provenance, scores: &Scores, stored: &Stored) -> Checked {
    let other = |theirs: Option<Hash>, ours: Hash| theirs.is_some_and(|theirs| theirs != ours);
    let rules = other(stored.rules, ours.rules)
        || stored.rule_version.is_some_and(|theirs| theirs != ours.rule_version);
    let rests_on = match (rules, other(stored.inputs, ours.inputs)) {
        (true, true) => RestsOn::OtherRulesAndInputs,
        (true, false) => RestsOn::OtherRules,
        (false, true) => RestsOn::OtherInputs,
        (false, false) if stored.rules.is_some() && stored.inputs.is_some() => RestsOn::TheSame,
        (false, false) => RestsOn::NotKnown,
    };
    let mut numbers = Vec::new();
    for (scale, theirs) in &stored.values {
        let ours = scores.of(*scale).scored().map(|scored| scored.value);
        if ours != *theirs {
            numbers.push(OtherNumber { scale: *scale, ours, theirs: *theirs });
        }
    }
    Checked { rests_on, numbers }
}

impl Checked {
    /// Whether anything is other than it was stored.
    #[must_use]
    pub fn differs(&self) -> bool {
        !self.numbers.is_empty() || !matches!(self.rests_on, RestsOn::TheSame | RestsOn::NotKnown)
    }
}

impl Hash {
    /// Reads 64 hexadecimal digits, small or capital.
    #[must_use]
    pub fn read(text: &str) -> Option<Hash> {
        let digits = text.as_bytes();
        let mut hash = [0; 32];
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in hash.iter_mut().zip(digits.chunks(2)) {
            let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|d| u8::try_from(d).ok());
            *byte = digit(pair[0])? * 16 + digit(pair[1])?;
        }
        Some(Hash(hash))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests;
