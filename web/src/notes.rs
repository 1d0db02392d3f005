//! What is kept beside a sitting: how it was for both, what the link worker did about a concern, and what was typed
//! from paper and is no code. Sealed like everything about a person; never part of an instrument, never scored.

pub use assessment_core::presence::Tap;
use assessment_core::presence::Taps;
use chrono::NaiveDate;

/// Beside one sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The person: was it worth your time?
    pub worth: Option<Tap>,
    /// The person: did it feel it was about you?
    pub about_me: Option<Tap>,
    /// The link worker: was it worth the time?
    pub worker: Option<Tap>,
    /// What the link worker wrote down about concerns, oldest first. Nothing is written over.
    pub concerns: Vec<Concern>,
    /// What was typed from a paper form and is no code of its item, until it is mended.
    pub refused: Vec<Refusal>,
    /// How often this record was saved.
    pub revision: u64,
}

impl Notes {
    /// How the sitting was, for both.
    #[must_use]
    pub fn taps(&self) -> Taps {
        Taps { worth: self.worth, about_me: self.about_me, worker: self.worker }
    }
}

/// Something typed that an item does not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which item.
    pub item: String,
    /// What was typed.
    pub typed: String,
}

/// Which question a tap answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The person: worth my time.
    Worth,
    /// The person: it felt it was about me.
    AboutMe,
    /// The link worker: worth the time.
    Worker,
}

/// What the link worker wrote down. The app itself tells nobody anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concern {
    /// Did anything concern you?
    pub anything: Answered,
    /// What it is about, as far as it is one of the things that are named.
    pub about: Vec<Reason>,
    /// Does someone need to be told now?
    pub tell_now: Answered,
    /// Who, and how.
    pub whom: String,
    /// Has the person been told what is passed on?
    pub told_person: Told,
    /// Why, or why not.
    pub why: String,
    /// The day it was written down.
    pub on: NaiveDate,
    /// The moment, in Unix milliseconds; not known of what was written down before it was kept.
    pub at: Option<i64>,
}

impl Concern {
    /// One tap: nothing concerned the link worker.
    #[must_use]
    pub fn nothing() -> Concern {
        Concern { anything: Answered::No, ..Concern::default() }
    }

    /// Whether anything was said at all.
    #[must_use]
    pub fn says_something(&self) -> bool {
        *self != Concern { on: self.on, at: self.at, ..Concern::default() }
    }
}

/// What a concern can be about: the things after which somebody may need to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nowhere safe to sleep tonight.
    NowhereSafe,
    /// Somebody hurts or controls them.
    Hurt,
    /// Thoughts of suicide.
    Suicide,
    /// A child is at risk.
    Child,
    /// Somebody exploits them.
    Exploited,
}

/// Yes, no, or nothing said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answered {
    /// Nothing said.
    #[default]
    Open,
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Whether the person knows what is passed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// Nothing said.
    #[default]
    Open,
    /// Told.
    Told,
    /// Not told, with a reason.
    NotTold,
}

/// Words in records and addresses of controls.
pub trait Word: Copy + PartialEq + 'static {
    /// Every value with its word.
    const WORDS: &'static [(Self, &'static str)];

    /// Its word.
    #[must_use]
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }

    /// Reads [`Word::word`].
    #[must_use]
    fn read(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
    }
}

impl Word for Tap {
    const WORDS: &'static [(Tap, &'static str)] =
        &[(Tap::Yes, Tap::Yes.word()), (Tap::Partly, Tap::Partly.word()), (Tap::No, Tap::No.word())];
}

impl Word for Answered {
    const WORDS: &'static [(Answered, &'static str)] =
        &[(Answered::Open, "open"), (Answered::Yes, "yes"), (Answered::No, "no")];
}

impl Word for Told {
    const WORDS: &'static [(Told, &'static str)] =
        &[(Told::Open, "open"), (Told::Told, "told"), (Told::NotTold, "not_told")];
}

impl Word for Reason {
    const WORDS: &'static [(Reason, &'static str)] = &[
        (Reason::NowhereSafe, "nowhere_safe"),
        (Reason::Hurt, "hurt"),
        (Reason::Suicide, "suicide"),
        (Reason::Child, "child"),
        (Reason::Exploited, "exploited"),
    ];
}
