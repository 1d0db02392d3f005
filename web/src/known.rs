//! What is already known about a person: facts from before, so that nobody has to say them twice. Each says where it
//! comes from, and what the person says of it. Never an answer, never scored, never exported, never handed over.

use crate::notes::Word;
use assessment_core::presence::Present;
use chrono::NaiveDate;

/// The longest fact, in characters: one thing, not a story.
pub const LONGEST: usize = 200;
/// The longest name of where it comes from.
pub const LONGEST_NAME: usize = 80;

/// Which fact: random, so that two tablets never mean two facts by one id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactId(pub [u8; 16]);

/// Everything known. Two tablets' facts can be laid together: a fact by its id, what was written and said of it by
/// its moment, and what is gone stays gone unless it was changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The facts, in the order they were added.
    pub here: Vec<Fact>,
    /// What was removed: which and when, and nothing else of it.
    pub gone: Vec<Gone>,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which.
    pub id: FactId,
    /// When anything of it changed last, in Unix milliseconds.
    pub changed: i64,
    /// What is written of it now.
    pub written: Written,
    /// What was written before, oldest first.
    pub before: Vec<Written>,
    /// What the person said of it, oldest first.
    pub said: Vec<Said>,
}

/// A fact that was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Which.
    pub id: FactId,
    /// When, in Unix milliseconds.
    pub at: i64,
}

/// What the link worker wrote down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The fact, at most [`LONGEST`] characters.
    pub words: String,
    /// What kind of source it comes from.
    pub source: Source,
    /// What the source is called; empty where nobody said.
    pub named: String,
    /// The date of the source.
    pub dated: Dated,
    /// The day it was written down here.
    pub on: NaiveDate,
    /// The moment it was written down here, in Unix milliseconds.
    pub at: i64,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An earlier assessment.
    Assessment,
    /// A referral.
    Referral,
    /// A record of another service.
    Service,
    /// The person, before.
    Told,
}

/// The date of a source, as far as it is known. What is not known is not established, and never today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// A day.
    Day(NaiveDate),
    /// A month, named by its first day.
    Month(NaiveDate),
    /// A year, named by its first day.
    Year(NaiveDate),
    /// Not known.
    NotEstablished,
}

/// What the person said of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What; none where they took back what they had said.
    pub saying: Option<Saying>,
    /// In their own words, byte for byte.
    pub words: String,
    /// Which writing of the fact it was said of, by its moment.
    pub of: i64,
    /// On which day.
    pub on: NaiveDate,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// When it was last put another way, in Unix milliseconds.
    pub changed: i64,
    /// Who was there; none where nobody wrote that down.
    pub present: Option<Present>,
}

/// What can be said of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// That is right.
    Right,
    /// Not quite.
    NotQuite,
    /// Not true.
    NotTrue,
    /// Not now.
    NotNow,
}

/// How a fact is shown to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Asked about.
    Asked,
    /// In short, with what they said of it before.
    Short,
    /// Not at all: they said that it is not true.
    Hidden,
}

impl Facts {
    /// One fact.
    #[must_use]
    pub fn find(&self, id: FactId) -> Option<&Fact> {
        self.here.iter().find(|fact| fact.id == id)
    }

    /// Those the person is shown.
    pub fn shown(&self, today: NaiveDate) -> impl Iterator<Item = &Fact> {
        self.here.iter().filter(move |fact| fact.shown(today) != Shown::Hidden)
    }

    /// How many the person has said nothing of yet, or left for another day.
    #[must_use]
    pub fn waiting(&self, today: NaiveDate) -> usize {
        self.here.iter().filter(|fact| fact.shown(today) == Shown::Asked && !fact.was_said(today)).count()
    }
}

impl Fact {
    /// What the person said of it as it is written now.
    #[must_use]
    pub fn says(&self) -> Option<&Said> {
        self.said.last().filter(|said| said.of == self.written.at && said.saying.is_some())
    }

    /// Whether they said something of it on this day.
    #[must_use]
    pub fn was_said(&self, today: NaiveDate) -> bool {
        self.says().is_some_and(|said| said.on == today)
    }

    /// How it is shown. What is said today can still be said otherwise today; nothing said on another day is chosen.
    #[must_use]
    pub fn shown(&self, today: NaiveDate) -> Shown {
        match self.says().map(|said| (said.saying, said.on == today)) {
            None | Some((_, true) | (None | Some(Saying::NotNow), _)) => Shown::Asked,
            Some((Some(Saying::Right | Saying::NotQuite), false)) => Shown::Short,
            Some((Some(Saying::NotTrue), false)) => Shown::Hidden,
        }
    }

    /// The words of a correction of it as it is written now, also where something else was said since.
    #[must_use]
    pub fn correction(&self) -> &str {
        let of_now = |said: &&Said| said.of == self.written.at && !said.words.is_empty();
        self.said.iter().rev().find(of_now).map_or("", |said| &said.words)
    }
}

impl Word for Source {
    const WORDS: &'static [(Source, &'static str)] = &[
        (Source::Assessment, "assessment"),
        (Source::Referral, "referral"),
        (Source::Service, "service"),
        (Source::Told, "told"),
    ];
}

impl Word for Saying {
    const WORDS: &'static [(Saying, &'static str)] = &[
        (Saying::Right, "right"),
        (Saying::NotQuite, "not_quite"),
        (Saying::NotTrue, "not_true"),
        (Saying::NotNow, "not_now"),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
    }

    #[test]
    fn a_fact_is_asked_about_shown_in_short_or_not_at_all_by_what_was_said_of_it_and_when() {
        let (then, today) = (day("2026-01-05"), day("2026-04-05"));
        let rows = [
            (None, then, Shown::Asked, 1),
            (Some(Saying::NotNow), then, Shown::Asked, 1),
            (Some(Saying::NotNow), today, Shown::Asked, 0),
            (Some(Saying::Right), today, Shown::Asked, 0),
            (Some(Saying::NotTrue), today, Shown::Asked, 0),
            (Some(Saying::Right), then, Shown::Short, 0),
            (Some(Saying::NotQuite), then, Shown::Short, 0),
            (Some(Saying::NotTrue), then, Shown::Hidden, 0),
        ];
        for (saying, on, shown, waiting) in rows {
            let said = Said { saying, words: String::new(), of: 7, on, at: 9, changed: 9, present: None };
            let written = Written {
                words: "Plays football".to_owned(),
                source: Source::Referral,
                named: String::new(),
                dated: Dated::NotEstablished,
                on: then,
                at: 7,
            };
            let mut fact =
                Fact { id: FactId([1; 16]), changed: 9, written, before: Vec::new(), said: vec![said] };
            assert_eq!(fact.shown(today), shown, "{saying:?} on {on}");
            let mut facts = Facts { here: vec![fact.clone()], gone: Vec::new() };
            assert_eq!(facts.waiting(today), waiting, "{saying:?} on {on}");
            // Written anew, it is asked about again, whatever was said of it before.
            fact.written.at = 8;
            facts.here = vec![fact];
            assert_eq!(facts.waiting(today), 1, "{saying:?} on {on}, written anew");
        }
    }
}
