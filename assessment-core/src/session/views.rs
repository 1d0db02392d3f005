//! Two people at one table: where the link worker sees an item otherwise, and what each of them says about it in
//! words. It stands beside the answers, is added to and never changed; the answers lead.

use super::{By, Entry, Session, Stage, Stamp};
use crate::answer::{Answer, Missing, Refusal, Responses, accept};
use crate::instrument::{Instrument, ItemAt, ItemKind};

/// One of the two who sit side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The person, whose view leads.
    Person,
    /// The link worker.
    Worker,
}

impl Side {
    /// The word in records.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Side::Person => "person",
            Side::Worker => "worker",
        }
    }

    /// Reads [`Side::word`].
    #[must_use]
    pub fn read(word: &str) -> Option<Side> {
        [Side::Person, Side::Worker].into_iter().find(|side| side.word() == word)
    }
}

/// What one of the two said about an item, whatever kind of item it is. Words are added, never changed, but
/// that those typed in one go take the place of their own beginning: the last ones of a side count, and empty ones take
/// back what stood before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words, byte for byte.
    pub text: String,
    /// Whose they are.
    pub side: Side,
    /// Language the item was asked in, as `en` or `cy`.
    pub language: String,
    /// The session's revision they came with, rising.
    pub revision: u64,
    /// When, in Unix milliseconds, by the tablet's clock.
    pub at: i64,
}

impl Session {
    /// Adds the link worker's own view of an item. The person's answer stays and leads; the day of the last answer
    /// stays too, because a view of the worker's makes no assessment of the person's later. Whatever the stamp says,
    /// the worker gives it.
    ///
    /// # Errors
    /// As [`Session::answer`]; and a text item has no second view: its words are the person's own.
    pub fn see_differently(
        &mut self,
        instrument: &Instrument,
        at: ItemAt,
        answer: Answer,
        stamp: Stamp,
    ) -> Result<(), Refusal> {
        self.still_open()?;
        let item = instrument.item(at);
        if item.kind == ItemKind::Text {
            return Err(Refusal::WrongKind);
        }
        accept(instrument, at, &answer)?;
        self.revision += 1;
        let entry = Entry {
            answer,
            by: By::Worker,
            language: stamp.language,
            wording: stamp.wording,
            mode: self.mode().clone(),
            revision: self.revision,
            at: stamp.at,
            rather_talk: false,
        };
        self.worker_view.or_insert_with(item.id.clone(), Vec::new).push(entry);
        Ok(())
    }

    /// Adds words of one side to an item of any kind, byte for byte.
    ///
    /// # Errors
    /// A session that is finished.
    pub fn say(
        &mut self,
        instrument: &Instrument,
        at: ItemAt,
        side: Side,
        text: String,
        stamp: Stamp,
    ) -> Result<(), Refusal> {
        self.still_open()?;
        self.revision += 1;
        let words = Words { text, side, language: stamp.language, revision: self.revision, at: stamp.at };
        self.words.or_insert_with(instrument.item(at).id.clone(), Vec::new).push(words);
        Ok(())
    }

    pub(super) fn still_open(&self) -> Result<(), Refusal> {
        if self.stage == Stage::Draft { Ok(()) } else { Err(Refusal::Finished) }
    }

    /// The words of one side that count for an item; empty when there are none.
    #[must_use]
    pub fn said(&self, instrument: &Instrument, at: ItemAt, side: Side) -> &str {
        let all = self.words.get(&instrument.item(at).id).map_or(&[][..], Vec::as_slice);
        all.iter().rfind(|words| words.side == side).map_or("", |words| &words.text)
    }

    /// The worker's view of an item, unless there is none or it was taken back. It may be the same as the person's.
    #[must_use]
    pub fn worker_sees(&self, instrument: &Instrument, at: ItemAt) -> Option<&Answer> {
        let last = &self.worker_view.get(&instrument.item(at).id)?.last()?.answer;
        let none = matches!(last, Answer::Missing(Missing::Cleared | Missing::NotReached));
        (!none).then_some(last)
    }

    /// The answer that counts for an item in the view of one side. What the person would rather not say, nobody
    /// says for them.
    #[must_use]
    pub fn answer_of(&self, instrument: &Instrument, at: ItemAt, side: Side) -> Answer {
        let own = self.answer_to(instrument, at);
        match (side, self.worker_sees(instrument, at)) {
            (Side::Worker, Some(seen)) if own != Answer::Missing(Missing::PreferNotToSay) => seen.clone(),
            _ => own,
        }
    }

    /// All answers in the view of one side, with gates and setting settled. The worker's view is the person's
    /// answers with those replaced that the worker sees otherwise.
    #[must_use]
    pub fn responses_of(&self, instrument: &Instrument, side: Side) -> Responses {
        Responses::settle(instrument, self.start.setting, |at| self.answer_of(instrument, at, side))
    }

    /// The items the two see differently, in the order asked, as far as one of the two views asks them.
    #[must_use]
    pub fn differing(&self, instrument: &Instrument) -> Vec<ItemAt> {
        if self.worker_view.is_empty() {
            return Vec::new();
        }
        let views = [Side::Person, Side::Worker].map(|side| self.responses_of(instrument, side));
        let differs = |at: &ItemAt| {
            let [own, seen] = [Side::Person, Side::Worker].map(|side| self.answer_of(instrument, *at, side));
            own != seen && views.iter().any(|responses| responses.asks(*at))
        };
        instrument.positions().filter(differs).collect()
    }

    /// Who gave the answers that count for some items: the worker as soon as one was given by the worker for the
    /// person, otherwise together as soon as one was; `None` when nothing is answered. What a gate implies was given
    /// by whoever answered the gate. The worker's own view is nobody's answer for the person and does not count.
    #[must_use]
    pub fn given_by(&self, instrument: &Instrument, items: &[ItemAt]) -> Option<By> {
        let answered = self.answered(instrument, items).into_iter();
        let by: Vec<By> = answered.filter_map(|at| Some(self.last_entry(instrument, at)?.by)).collect();
        [By::Worker, By::Together, By::Person].into_iter().find(|who| by.contains(who))
    }
}

#[cfg(test)]
mod tests;
