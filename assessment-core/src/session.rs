//! One administration of one instrument to one person: begun, answered, finished. A finished session
//! never changes. It knows a random person id and no name. Where two see it differently, `views` keeps both.

use crate::answer::{Answer, Missing, Refusal, Responses, accept};
use crate::instrument::{Instrument, InstrumentId, ItemAt, ItemId, ItemKind, SectionId, Setting};
use crate::presence::Presence;
use crate::schedule::Wave;
use crate::table::Table;
use crate::wording::Provenance;
use chrono::NaiveDate;

mod asked;
mod here;
mod typing;
mod views;
mod ways;

pub use views::{Side, Words};
pub use ways::Way;

/// A random id, made by the caller; 16 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub [u8; 16]);

/// A random id, made by the caller; 16 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub [u8; 16]);

/// How the instrument was given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Both look at one screen.
    Joint,
    /// The person alone, on the handed-over tablet.
    Alone,
    /// Read out by telephone.
    Phone,
    /// By video.
    Video,
    /// A completed paper form, typed in.
    Paper,
    /// A word from a later version, kept as it is.
    Other(String),
}

impl Mode {
    /// The word in records and exports.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Mode::Joint => "joint",
            Mode::Alone => "self",
            Mode::Phone => "phone",
            Mode::Video => "video",
            Mode::Paper => "paper",
            Mode::Other(word) => word,
        }
    }

    /// Reads [`Mode::word`]; an unknown word is kept.
    #[must_use]
    pub fn read(word: &str) -> Mode {
        match word {
            "joint" => Mode::Joint,
            "self" => Mode::Alone,
            "phone" => Mode::Phone,
            "video" => Mode::Video,
            "paper" => Mode::Paper,
            other => Mode::Other(other.to_owned()),
        }
    }
}

/// Who gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The person.
    Person,
    /// The link worker, for the person.
    Worker,
    /// Both together.
    Together,
}

impl By {
    /// The word in records and exports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            By::Person => "person",
            By::Worker => "worker",
            By::Together => "together",
        }
    }

    /// Reads [`By::word`].
    #[must_use]
    pub fn read(word: &str) -> Option<By> {
        [By::Person, By::Worker, By::Together].into_iter().find(|by| by.word() == word)
    }
}

/// One answer as it was given. Entries are added, never changed: the last one counts. Only words that are typed in one
/// go take the place of their own beginning ([`Session::join_text`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was answered.
    pub answer: Answer,
    /// Who gave it.
    pub by: By,
    /// Language it was asked in, as `en` or `cy`.
    pub language: String,
    /// Whose words it was asked in; none in records of before that was kept, and where no words were shown.
    pub wording: Option<Provenance>,
    /// How it was asked.
    pub mode: Mode,
    /// The session's revision it came with, rising.
    pub revision: u64,
    /// When, in Unix milliseconds, by the tablet's clock.
    pub at: i64,
    /// "I would rather talk about this": a flag beside the answer.
    pub rather_talk: bool,
}

/// What comes with an answer: everything but the answer. Given by the caller, who has a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Who gives it.
    pub by: By,
    /// Language it is asked in.
    pub language: String,
    /// Whose words it is asked in; none where no words are shown.
    pub wording: Option<Provenance>,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// The civil date of `at`.
    pub on: NaiveDate,
}

/// What is known about a completed paper form besides its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Who filled it in: the person, both together, or the worker for the person.
    pub completed_by: By,
    /// The day somebody began to type it in. The day it was completed is the session's own.
    pub entered: NaiveDate,
}

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being answered.
    Draft,
    /// Finished on a day; whole or not.
    Finished(NaiveDate, Completion),
}

/// Whether a finished session counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// All answers lie within the days the instrument allows.
    Whole,
    /// They lie further apart: kept, not scored.
    TooFarApart,
}

/// What is fixed when a session begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The session's own id.
    pub id: SessionId,
    /// Whom it is about.
    pub person: PersonId,
    /// Which time this is.
    pub wave: Wave,
    /// How it is given to begin with; [`Session::mode`] is how it is given by now.
    pub mode: Mode,
    /// Where the person lives now.
    pub setting: Setting,
    /// The wording pack used: its language, provenance and version, as one word.
    pub wording: String,
    /// The day.
    pub on: NaiveDate,
}

/// One administration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What was fixed at the beginning.
    pub start: Start,
    /// The instrument, pinned.
    pub instrument: InstrumentId,
    /// Its version, pinned.
    pub version: String,
    /// How far it is.
    pub stage: Stage,
    /// Where its answers were typed in from, when that was a paper form.
    pub paper: Option<Paper>,
    /// Revision of the last entry, view or word; 0 when there is none.
    pub revision: u64,
    /// Day of the last answer.
    pub last: NaiveDate,
    /// Every entry, by item. They lead.
    pub entries: Table<ItemId, Vec<Entry>>,
    /// The link worker's own view of some items, beside the person's answers.
    pub worker_view: Table<ItemId, Vec<Entry>>,
    /// What was said about items in words, beside their answers.
    pub words: Table<ItemId, Vec<Words>>,
    /// Who was there, by section.
    pub present: Table<SectionId, Vec<Presence>>,
    /// Where it went on in another way than it began, oldest first.
    pub ways: Vec<Way>,
    /// How long the sitting took so far, in milliseconds; `None` where nobody counted.
    pub took: Option<u64>,
    /// How often "what this means" was opened, by item; none in records of before that was counted.
    pub helped: Option<Table<ItemId, u32>>,
}

/// How much of something is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items with an answer.
    pub answered: usize,
    /// Items gone past without one, on purpose: skipped, refused, cleared, does not apply.
    pub passed: usize,
    /// Items asked so far.
    pub asked: usize,
}

impl Session {
    /// Begins a session on an instrument.
    #[must_use]
    pub fn begin(instrument: &Instrument, start: Start) -> Session {
        Session {
            instrument: instrument.id().clone(),
            version: instrument.version().to_owned(),
            stage: Stage::Draft,
            paper: None,
            revision: 0,
            last: start.on,
            entries: Table::new(),
            worker_view: Table::new(),
            words: Table::new(),
            present: Table::new(),
            ways: Vec::new(),
            took: None,
            helped: Some(Table::new()),
            start,
        }
    }

    /// Begins to type in a paper form. `start.on` is the day it was completed: answers typed on any later day
    /// are answers of that day.
    #[must_use]
    pub fn begin_paper(instrument: &Instrument, start: Start, paper: Paper) -> Session {
        let start = Start { mode: Mode::Paper, ..start };
        Session { paper: Some(paper), ..Session::begin(instrument, start) }
    }

    /// Adds an answer. The one before stays in the list.
    ///
    /// # Errors
    /// An answer the item does not take, or a session that is finished.
    pub fn answer(
        &mut self,
        instrument: &Instrument,
        at: ItemAt,
        answer: Answer,
        stamp: Stamp,
    ) -> Result<(), Refusal> {
        let entry = Entry {
            answer,
            by: self.paper.map_or(stamp.by, |paper| paper.completed_by),
            language: stamp.language,
            wording: stamp.wording,
            mode: self.mode().clone(),
            revision: 0,
            at: stamp.at,
            rather_talk: false,
        };
        if accept(instrument, at, &entry.answer).is_ok() {
            self.carry_present(&instrument.section_of(at).id, entry.at);
        }
        self.take_in(instrument, at, entry, stamp.on)
    }

    /// Adds an answer that was given elsewhere: who gave it, how, in which language and when stay as they
    /// are; its revision is this session's next.
    ///
    /// # Errors
    /// As [`Session::answer`].
    pub fn take_in(
        &mut self,
        instrument: &Instrument,
        at: ItemAt,
        entry: Entry,
        on: NaiveDate,
    ) -> Result<(), Refusal> {
        self.still_open()?;
        accept(instrument, at, &entry.answer)?;
        self.revision += 1;
        if self.paper.is_none() {
            self.last = self.last.max(on);
        }
        let entry = Entry { revision: self.revision, ..entry };
        self.entries.or_insert_with(instrument.item(at).id.clone(), Vec::new).push(entry);
        Ok(())
    }

    /// The answer that counts for an item.
    #[must_use]
    pub fn answer_to(&self, instrument: &Instrument, at: ItemAt) -> Answer {
        let entries = self.entries.get(&instrument.item(at).id);
        entries.and_then(|list| list.last()).map_or(Answer::NOT_REACHED, |entry| entry.answer.clone())
    }

    /// All answers, with gates and setting settled: the person's view, which leads.
    #[must_use]
    pub fn responses(&self, instrument: &Instrument) -> Responses {
        Responses::settle(instrument, self.start.setting, |at| self.answer_to(instrument, at))
    }

    /// The texts given to text items.
    #[must_use]
    pub fn texts(&self, instrument: &Instrument) -> Table<ItemAt, String> {
        let text = |at: ItemAt| match (&instrument.item(at).kind, self.answer_to(instrument, at)) {
            (ItemKind::Text, Answer::Text(text)) => Some((at, text)),
            _ => None,
        };
        let mut texts = Table::new();
        for (at, words) in instrument.positions().filter_map(text) {
            texts.insert(at, words);
        }
        texts
    }

    /// How much of the given items is answered.
    #[must_use]
    pub fn progress(&self, responses: &Responses, items: impl Iterator<Item = ItemAt>) -> Progress {
        let mut progress = Progress::default();
        for at in items.filter(|at| responses.asks(*at)) {
            progress.asked += 1;
            match responses.answer(at) {
                crate::answer::Settled::Given(Answer::Missing(Missing::NotReached)) => {}
                crate::answer::Settled::Given(Answer::Missing(_)) => progress.passed += 1,
                _ => progress.answered += 1,
            }
        }
        progress
    }

    /// Whether a day is still within the days the instrument allows. A paper form is never typed in too late.
    #[must_use]
    pub fn open_on(&self, instrument: &Instrument, today: NaiveDate) -> bool {
        if self.paper.is_some() {
            return true;
        }
        let days = (today - self.start.on).num_days();
        instrument.within_days().is_none_or(|within| days <= i64::from(within))
    }

    /// Finishes the session: today, or for a paper form on the day it was completed. A second call changes
    /// nothing.
    pub fn finish(&mut self, instrument: &Instrument, today: NaiveDate) {
        if self.stage == Stage::Draft {
            let whole = self.open_on(instrument, self.last);
            let completion = if whole { Completion::Whole } else { Completion::TooFarApart };
            let on = self.paper.map_or(today, |_| self.start.on);
            self.stage = Stage::Finished(on, completion);
        }
    }
}

#[cfg(test)]
mod tests;
