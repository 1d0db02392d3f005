//! What the worker is shown at hand-back: what the person would rather talk about, and answers after which
//! somebody should talk with them.

use crate::raises::raises;
use assessment_core::instrument::{Instrument, ItemAt};
use assessment_core::session::{Mode, Session};

/// One question the worker is asked to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Which.
    pub at: ItemAt,
    /// Why.
    pub why: Why,
}

/// Why a question is shown to the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The answer is one of those after which somebody should talk with the person soon.
    Raised,
    /// "I would rather talk about this."
    RatherTalk,
}

/// What to look at, the urgent first, each in the order of the questions. Only answers the person gave alone
/// on the handed-over tablet: what was said together is known.
#[must_use]
pub fn flags(instrument: &Instrument, session: &Session) -> Vec<Flag> {
    let mut raised = Vec::new();
    let mut talk = Vec::new();
    for at in instrument.positions() {
        let last = session.entries.get(&instrument.item(at).id).and_then(|list| list.last());
        let Some(entry) = last.filter(|entry| entry.mode == Mode::Alone) else { continue };
        if raises(instrument, at, &entry.answer) {
            raised.push(Flag { at, why: Why::Raised });
        }
        if entry.rather_talk {
            talk.push(Flag { at, why: Why::RatherTalk });
        }
    }
    raised.extend(talk);
    raised
}
