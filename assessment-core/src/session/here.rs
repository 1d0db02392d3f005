//! Who was there while a session was answered, which of its sections are held for a private moment, and how long it
//! took.

use super::{Entry, Mode, Session};
use crate::answer::{Answer, Refusal, Responses, Settled};
use crate::instrument::{Instrument, ItemAt, SectionId};
use crate::presence::{Company, Practitioner, Presence, Present, Turn};

/// One minute, in milliseconds.
const MINUTE: u64 = 60_000;

impl Session {
    /// Writes down who is there for a section, and whether it has its turn. The same once more adds nothing.
    ///
    /// # Errors
    /// A session that is finished.
    pub fn note_present(
        &mut self,
        section: &SectionId,
        present: Present,
        turn: Turn,
        at: i64,
    ) -> Result<(), Refusal> {
        self.still_open()?;
        let here = self.here() == Some(&present);
        let known = self.present.or_insert_with(section.clone(), Vec::new);
        // Of another section somebody else may have been said since: then it is no repetition.
        if here && known.last().is_some_and(|last| last.present == present && last.turn == turn) {
            return Ok(());
        }
        self.revision += 1;
        known.push(Presence { present, turn, revision: self.revision, at });
        Ok(())
    }

    /// Who is there now, as far as anybody said: what was written down last, for whichever section.
    #[must_use]
    pub fn here(&self) -> Option<&Present> {
        let last = self.present.values().flatten().max_by_key(|presence| presence.revision);
        last.map(|presence| &presence.present)
    }

    /// Whoever is there is there for the next section too, until somebody says otherwise.
    pub(super) fn carry_present(&mut self, section: &SectionId, at: i64) {
        if let Some(here) = self.here().cloned() {
            // Only a draft is answered, so this cannot be refused.
            let _ = self.note_present(section, here, Turn::Now, at);
        }
    }

    /// Who was there when the answer that counts for an item was given. `None` where there is none, where nobody
    /// wrote it down, and for answers of a handed-over tablet and of paper: there nobody saw.
    #[must_use]
    pub fn present_for(&self, instrument: &Instrument, at: ItemAt) -> Option<&Present> {
        let entry = self.last_entry(instrument, at)?;
        if !matches!(entry.mode, Mode::Joint | Mode::Phone | Mode::Video) {
            return None;
        }
        let noted = self.present.get(&instrument.section_of(at).id)?;
        let before = noted.iter().rfind(|noted| noted.revision < entry.revision && noted.turn == Turn::Now);
        before.map(|presence| &presence.present)
    }

    /// Whether a practitioner was there while some items were answered: as soon as one was for one of them; away
    /// only when that is known of every answer.
    #[must_use]
    pub fn practitioner(&self, instrument: &Instrument, items: &[ItemAt]) -> Practitioner {
        let (mut all, mut unknown) = (Practitioner::NotKnown, false);
        for at in self.answered(instrument, items) {
            match self.present_for(instrument, at) {
                Some(present) if present.has(Company::Practitioner) => return Practitioner::Present,
                Some(_) => all = Practitioner::Away,
                None => unknown = true,
            }
        }
        if unknown { Practitioner::NotKnown } else { all }
    }

    /// The items whose answers count for some items: their own, and the gate's for what a gate implies.
    pub(super) fn answered(&self, instrument: &Instrument, items: &[ItemAt]) -> Vec<ItemAt> {
        fn source(instrument: &Instrument, responses: &Responses, at: ItemAt) -> Option<ItemAt> {
            match responses.answer(at) {
                Settled::NotAsked | Settled::Given(Answer::Missing(_)) => None,
                Settled::Given(_) => Some(at),
                Settled::Implied(_) => source(instrument, responses, instrument.item(at).gate.as_ref()?.item),
            }
        }
        let responses = self.responses(instrument);
        items.iter().filter_map(|at| source(instrument, &responses, *at)).collect()
    }

    pub(super) fn last_entry(&self, instrument: &Instrument, at: ItemAt) -> Option<&Entry> {
        self.entries.get(&instrument.item(at).id)?.last()
    }

    /// Whether a section is held for a private moment: it was put off, and nobody has come to any of it since.
    #[must_use]
    pub fn is_held(&self, instrument: &Instrument, responses: &Responses, section: usize) -> bool {
        let id = &instrument.sections()[section].id;
        let put_off = self.present.get(id).and_then(|noted| noted.last());
        put_off.is_some_and(|last| last.turn == Turn::Held) && self.untouched(instrument, responses, section)
    }

    /// Whether nobody has come to any question of a section.
    #[must_use]
    pub fn untouched(&self, instrument: &Instrument, responses: &Responses, section: usize) -> bool {
        let mut asked = instrument
            .positions()
            .filter(|at| instrument.item(*at).section == section && responses.asks(*at));
        asked.all(|at| self.answer_to(instrument, at) == Answer::NOT_REACHED)
    }

    /// The whole minutes the sitting took, rounded. `None` where that is not known: of a paper form, of a session of
    /// before it was counted, and as soon as one answer was given on a handed-over tablet.
    #[must_use]
    pub fn minutes(&self) -> Option<u64> {
        let counted = |mode: &Mode| matches!(mode, Mode::Joint | Mode::Phone | Mode::Video);
        let elsewhere = self.entries.values().flatten().any(|entry| !counted(&entry.mode));
        let took = self.took.filter(|_| self.paper.is_none() && !elsewhere)?;
        Some(took.saturating_add(MINUTE / 2) / MINUTE)
    }
}

#[cfg(test)]
pub(super) mod tests;
