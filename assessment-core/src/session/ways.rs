//! How a session is done, when that changes in the middle: begun at one screen, gone on with by telephone. Every answer
//! keeps the way it was given in.

use super::{Mode, Session};
use crate::answer::Refusal;
use crate::instrument::{Instrument, ItemAt};

/// How a session is done, from one moment on. Added, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// How.
    pub mode: Mode,
    /// The session's revision it came with, rising.
    pub revision: u64,
    /// When, in Unix milliseconds, by the tablet's clock.
    pub at: i64,
}

impl Session {
    /// How it is done now.
    #[must_use]
    pub fn mode(&self) -> &Mode {
        self.ways.last().map_or(&self.start.mode, |way| &way.mode)
    }

    /// Writes down that it goes on in another way. The same once more adds nothing, and a paper form stays one.
    ///
    /// # Errors
    /// A session that is finished.
    pub fn note_mode(&mut self, mode: Mode, at: i64) -> Result<(), Refusal> {
        self.still_open()?;
        if self.paper.is_none() && *self.mode() != mode {
            self.revision += 1;
            self.ways.push(Way { mode, revision: self.revision, at });
        }
        Ok(())
    }

    /// The ways in which anything was answered, each once, in the order they came; how it is done now where nothing
    /// was. A way chosen by mistake and left before an answer is none of them.
    #[must_use]
    pub fn modes(&self) -> Vec<&Mode> {
        let mut first: Vec<(u64, &Mode)> = Vec::new();
        for entry in self.entries.values().flatten() {
            match first.iter_mut().find(|(_, mode)| **mode == entry.mode) {
                Some((revision, _)) => *revision = entry.revision.min(*revision),
                None => first.push((entry.revision, &entry.mode)),
            }
        }
        first.sort_by_key(|(revision, _)| *revision);
        if first.is_empty() { vec![self.mode()] } else { first.into_iter().map(|(_, mode)| mode).collect() }
    }

    /// How the answers that count for some items were given: the words of their modes with a blank between, in the
    /// order of [`Mode`], so that two times alike are the same words. Where there is no answer, those of the session.
    #[must_use]
    pub fn mode_of(&self, instrument: &Instrument, items: &[ItemAt]) -> String {
        let answered = self.answered(instrument, items);
        let mut modes: Vec<&Mode> =
            answered.into_iter().filter_map(|at| Some(&self.last_entry(instrument, at)?.mode)).collect();
        if modes.is_empty() {
            modes = self.modes();
        }
        modes.sort();
        modes.dedup();
        modes.into_iter().map(Mode::word).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests;
