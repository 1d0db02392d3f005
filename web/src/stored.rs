//! Scores as they were when an assessment was finished, with where they came from. They stand in its record and
//! are never shown as the truth: whenever they are opened or taken out they are worked out again.

use crate::library::Library;
use assessment_core::instrument::{Instrument, ScaleId};
use assessment_core::points::Points;
use assessment_core::provenance::{Checked, Hash, Provenance, Stored, check};
use assessment_core::score::score;
use assessment_core::session::{Session, Stage};

/// The scores of a finished session. Its instrument, version and wording stand beside them in its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredScores {
    /// The version of the scoring.
    pub rule_version: u32,
    /// The hash of the rules.
    pub rules: Hash,
    /// The hash of the answers.
    pub inputs: Hash,
    /// Values by scale, in definition order; `None` where there was no score.
    pub values: Vec<(ScaleId, Option<Points>)>,
}

/// An assessment on its way out whose stored scores are not ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherScores {
    /// The instrument's id.
    pub instrument: String,
    /// The person's code in the files.
    pub code: String,
    /// The wave, as the files have it.
    pub wave: String,
    /// What is other.
    pub checked: Checked,
}

impl OtherScores {
    /// What is other about an assessment; `None` when nothing is.
    #[must_use]
    pub fn of(
        instrument: &Instrument,
        session: &Session,
        stored: &StoredScores,
        code: &str,
    ) -> Option<OtherScores> {
        let checked = stored.check(instrument, session);
        let wave = session.start.wave.to_string();
        checked.differs().then(|| OtherScores {
            instrument: instrument.id().to_string(),
            code: code.to_owned(),
            wave,
            checked,
        })
    }
}

impl StoredScores {
    /// The scores of a session, for its record; `None` for a draft and for one whose definition is not at hand.
    #[must_use]
    pub fn of(library: &Library, session: &Session) -> Option<StoredScores> {
        let instrument = &library.of(session).filter(|_| session.stage != Stage::Draft)?.instrument;
        let responses = session.responses(instrument);
        let from = Provenance::of(instrument, &responses, &session.start.wording, vault::digest);
        let scores = score(instrument, &responses);
        let values = instrument.scales().iter().zip(scores.iter());
        let values =
            values.map(|(scale, score)| (scale.id.clone(), score.scored().map(|scored| scored.value)));
        Some(StoredScores {
            rule_version: from.rule_version,
            rules: from.rules,
            inputs: from.inputs,
            values: values.collect(),
        })
    }

    /// Works the scores out again. A stored scale that the definition does not have is no number of ours; its
    /// rules are other ones then.
    #[must_use]
    pub fn check(&self, instrument: &Instrument, session: &Session) -> Checked {
        let responses = session.responses(instrument);
        let ours = Provenance::of(instrument, &responses, &session.start.wording, vault::digest);
        let value =
            |(id, value): &(ScaleId, Option<Points>)| Some((instrument.find_scale(id.as_str())?, *value));
        let stored = Stored {
            rule_version: Some(self.rule_version),
            rules: Some(self.rules),
            inputs: Some(self.inputs),
            values: self.values.iter().filter_map(value).collect(),
        };
        check(&ours, &score(instrument, &responses), &stored)
    }
}

#[cfg(test)]
mod tests;
