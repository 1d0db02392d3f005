//! What a row says of where its stored totals come from: columns `provenance.<name>`, named as in
//! `provenance.csv`.

use super::row::CellFault;
use assessment_core::answer::Responses;
use assessment_core::instrument::Instrument;
use assessment_core::provenance::{self, Hash, Provenance, RestsOn, Stored};
use assessment_core::score::Scores;
use sha2::{Digest, Sha256};

/// Before a column's name.
pub const PROVENANCE: &str = "provenance.";

/// A part of a provenance that a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The instrument's version.
    Version,
    /// The version of the scoring.
    RuleVersion,
    /// The wording's id. It decides no number.
    Wording,
    /// The hash of the rules.
    Rules,
    /// The hash of the answers.
    Inputs,
}

impl Part {
    /// The part a column names, without `provenance.`.
    pub fn named(name: &str) -> Option<Part> {
        Some(match name {
            "version" => Part::Version,
            "rule_version" => Part::RuleVersion,
            "wording" => Part::Wording,
            "rules" => Part::Rules,
            "inputs" => Part::Inputs,
            _ => return None,
        })
    }

    /// What is wrong with a cell that is not empty.
    pub fn fault(self, text: &str) -> Option<String> {
        match self {
            Part::Version | Part::Wording => None,
            Part::RuleVersion => text.parse::<u32>().is_err().then(|| {
                format!("`{text}` is no version of the rules; allowed: a whole number, or nothing.")
            }),
            Part::Rules | Part::Inputs => Hash::read(text)
                .is_none()
                .then(|| format!("`{text}` is no hash; allowed: 64 hexadecimal digits, or nothing.")),
        }
    }
}

/// Where the stored totals of a row come from, as far as it says.
#[derive(Default)]
pub struct Claim<'a> {
    /// The column of the first cell that says something.
    pub column: usize,
    version: Option<&'a str>,
    stored: Stored,
}

impl<'a> Claim<'a> {
    /// Takes in a cell without faults; `n` counts from 0.
    pub fn add(&mut self, part: Part, n: usize, text: &'a str) {
        if self.column == 0 {
            self.column = n + 1;
        }
        match part {
            Part::Version => self.version = Some(text),
            Part::RuleVersion => self.stored.rule_version = text.parse().ok(),
            Part::Wording => {}
            Part::Rules => self.stored.rules = Hash::read(text),
            Part::Inputs => self.stored.inputs = Hash::read(text),
        }
    }

    /// What the stored totals rest on, beside what ours rest on; `None` when the row does not say.
    pub fn rests_on(
        &self,
        instrument: &Instrument,
        responses: &Responses,
        scores: &Scores,
    ) -> Option<RestsOn> {
        if self.column == 0 {
            return None;
        }
        let ours = Provenance::of(instrument, responses, "", sha256);
        let rests_on = provenance::check(&ours, scores, &self.stored).rests_on;
        let other_version = self.version.is_some_and(|version| version != instrument.version());
        Some(match rests_on {
            RestsOn::NotKnown if other_version => RestsOn::OtherRules,
            rests_on => rests_on,
        })
    }

    /// A fault when rules or answers are other, whatever the numbers are.
    pub fn other(&self, rests_on: Option<RestsOn>) -> Option<CellFault> {
        let what = said(rests_on).filter(|_| rests_on != Some(RestsOn::TheSame))?;
        Some(CellFault { column: self.column, what: format!("what is stored here{what}") })
    }
}

/// SHA-256, which the core takes as an argument.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The end of a sentence about stored totals; nothing where nothing is known.
pub fn said(rests_on: Option<RestsOn>) -> Option<&'static str> {
    Some(match rests_on? {
        RestsOn::TheSame => " was worked out by the same rules from the same answers.",
        RestsOn::OtherRules => " was worked out by other rules.",
        RestsOn::OtherInputs => " was worked out from other answers.",
        RestsOn::OtherRulesAndInputs => " was worked out by other rules and from other answers.",
        RestsOn::NotKnown => return None,
    })
}
