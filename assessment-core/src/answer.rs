//! What a person answered, why there is no answer, and what an item will accept: the second of the two
//! places where anything is refused.

use crate::instrument::{Code, Condition, Instrument, ItemAt, ItemKind, Setting};
use crate::points::read_decimal;
use std::collections::BTreeSet;
use std::fmt;

/// Why there is no answer. Never a number, never nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// Nobody came to it yet.
    NotReached,
    /// Skipped.
    Skipped,
    /// Answered once and taken back.
    Cleared,
    /// "I would rather not say."
    PreferNotToSay,
    /// "I don't know."
    DoNotKnow,
    /// "Does not apply to me."
    DoesNotApply,
    /// The person was not there.
    PersonNotPresent,
    /// The link worker did not ask it.
    WorkerDidNotAsk,
}

impl Missing {
    /// Every reason, in the order of the interface.
    pub const ALL: [Missing; 8] = [
        Missing::NotReached,
        Missing::Skipped,
        Missing::Cleared,
        Missing::PreferNotToSay,
        Missing::DoNotKnow,
        Missing::DoesNotApply,
        Missing::PersonNotPresent,
        Missing::WorkerDidNotAsk,
    ];

    /// The missing code in records and exports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Missing::NotReached => "not_reached",
            Missing::Skipped => "skipped",
            Missing::Cleared => "cleared",
            Missing::PreferNotToSay => "prefer_not_to_say",
            Missing::DoNotKnow => "do_not_know",
            Missing::DoesNotApply => "does_not_apply",
            Missing::PersonNotPresent => "person_not_present",
            Missing::WorkerDidNotAsk => "worker_did_not_ask",
        }
    }

    /// Reads [`Missing::word`].
    #[must_use]
    pub fn read(word: &str) -> Option<Missing> {
        Missing::ALL.into_iter().find(|missing| missing.word() == word)
    }
}

/// One answer to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The code of the chosen option, or the number entered.
    Coded(Code),
    /// The codes of several options.
    Several(BTreeSet<Code>),
    /// The person's own words, byte for byte.
    Text(String),
    /// No answer, and why.
    Missing(Missing),
}

impl Answer {
    /// Not come to yet: what an item holds before anyone touches it.
    pub const NOT_REACHED: Answer = Answer::Missing(Missing::NotReached);
}

/// Why an item would not take an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The code is none of the item's.
    NoSuchCode {
        /// The code given, as it stands in files.
        code: String,
        /// What is allowed, as `0, 1, 2` or `0 to 10`.
        allowed: String,
    },
    /// A code that stands alone came with others.
    StandsAlone(Code),
    /// A list of chosen options with none in it: taking the last one back is [`Missing::Cleared`].
    NothingChosen,
    /// A cell that is neither a code nor a missing code.
    NotACode {
        /// What is allowed, as `0, 1, 2` or `0 to 10`.
        allowed: String,
    },
    /// A text for a choice, a code for a text, several for one.
    WrongKind,
    /// The instrument has no such item.
    NoSuchItem(String),
    /// A finished session never changes.
    Finished,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NoSuchCode { code, allowed } => {
                write!(f, "{code} is not a code of this question; allowed: {allowed}")
            }
            Refusal::StandsAlone(code) => write!(f, "{code} cannot be given together with others"),
            Refusal::NothingChosen => f.write_str("nothing is chosen; clear the question instead"),
            Refusal::NotACode { allowed } => {
                let missing = Missing::ALL.map(Missing::word).join(", ");
                write!(
                    f,
                    "this is neither a code of this question nor a missing code; allowed: {allowed}, or: {missing}"
                )
            }
            Refusal::WrongKind => f.write_str("this question takes another kind of answer"),
            Refusal::NoSuchItem(id) => write!(f, "there is no question `{id}`"),
            Refusal::Finished => f.write_str("a finished assessment never changes"),
        }
    }
}

/// Whether an item takes an answer.
///
/// # Errors
/// A code that is not one of the item's, a code that stands alone among others, a list of options with
/// none in it, the wrong kind.
/// A missing answer is always taken: every question can be skipped, cleared and refused.
pub fn accept(instrument: &Instrument, at: ItemAt, answer: &Answer) -> Result<(), Refusal> {
    let item = instrument.item(at);
    match (&item.kind, answer) {
        (_, Answer::Missing(_)) | (ItemKind::Text, Answer::Text(_)) => Ok(()),
        (ItemKind::Choice { .. }, Answer::Coded(code)) => one_of(instrument, at, *code),
        (ItemKind::Number { from, to, .. }, Answer::Coded(code)) => {
            if (*from..=*to).contains(code) {
                Ok(())
            } else {
                Err(no_such_code(instrument, at, *code))
            }
        }
        (ItemKind::Several { .. }, Answer::Several(codes)) if codes.is_empty() => Err(Refusal::NothingChosen),
        (ItemKind::Several { alone, .. }, Answer::Several(codes)) => {
            codes.iter().try_for_each(|code| one_of(instrument, at, *code))?;
            match codes.iter().find(|code| alone.contains(code)) {
                Some(code) if codes.len() > 1 => Err(Refusal::StandsAlone(*code)),
                _ => Ok(()),
            }
        }
        _ => Err(Refusal::WrongKind),
    }
}

fn one_of(instrument: &Instrument, at: ItemAt, code: Code) -> Result<(), Refusal> {
    if instrument.options(at).iter().any(|option| option.code == code) {
        return Ok(());
    }
    Err(no_such_code(instrument, at, code))
}

fn no_such_code(instrument: &Instrument, at: ItemAt, code: Code) -> Refusal {
    Refusal::NoSuchCode { code: instrument.code_text(at, code), allowed: allowed(instrument, at) }
}

fn allowed(instrument: &Instrument, at: ItemAt) -> String {
    if let ItemKind::Number { from, to, .. } = instrument.item(at).kind {
        return format!("{} to {}", instrument.code_text(at, from), instrument.code_text(at, to));
    }
    let codes: Vec<String> = instrument.options(at).iter().map(|option| option.code.to_string()).collect();
    codes.join(", ")
}

/// An answer as scoring sees it, once settings and gates are settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// As given.
    Given(Answer),
    /// Its gate was answered the other way, and the definition says what that implies.
    Implied(Code),
    /// Not part of this setting's form, or its gate is not open.
    NotAsked,
}

/// All answers of one session, settled, in item order, with the setting they were given in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responses {
    pub(crate) setting: Setting,
    pub(crate) answers: Vec<Settled>,
}

impl Responses {
    /// Settles answers: what is not asked in this setting or behind a closed gate does not count, whatever
    /// was once given; what a closed gate implies is marked as implied.
    ///
    /// `given` is asked once for every item, in order. An unanswered gate implies nothing.
    #[must_use]
    pub fn settle(
        instrument: &Instrument,
        setting: Setting,
        mut given: impl FnMut(ItemAt) -> Answer,
    ) -> Responses {
        let mut responses = Responses { setting, answers: Vec::with_capacity(instrument.items().len()) };
        for at in instrument.positions() {
            let item = instrument.item(at);
            let given = given(at);
            let settled = if !item.asked_in(setting) {
                Settled::NotAsked
            } else {
                match item.gate.as_ref().map(|gate| responses.holds(gate)) {
                    None | Some(Holds::Yes) => Settled::Given(given),
                    Some(Holds::No) => item.implied.map_or(Settled::NotAsked, Settled::Implied),
                    Some(Holds::Unknown) => Settled::NotAsked,
                }
            };
            responses.answers.push(settled);
        }
        responses
    }

    /// Where the answers were given.
    #[must_use]
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// The settled answer to an item.
    #[must_use]
    pub fn answer(&self, at: ItemAt) -> &Settled {
        &self.answers[at.index()]
    }

    /// Whether an item is asked, given the answers so far.
    #[must_use]
    pub fn asks(&self, at: ItemAt) -> bool {
        matches!(self.answers[at.index()], Settled::Given(_))
    }

    /// The code an item counts with, given or implied.
    #[must_use]
    pub fn code(&self, at: ItemAt) -> Option<Code> {
        match self.answers[at.index()] {
            Settled::Given(Answer::Coded(code)) | Settled::Implied(code) => Some(code),
            _ => None,
        }
    }

    pub(crate) fn holds(&self, condition: &Condition) -> Holds {
        match &self.answers[condition.item.index()] {
            Settled::Given(Answer::Coded(code)) | Settled::Implied(code) => {
                Holds::from(condition.is.contains(code))
            }
            Settled::Given(Answer::Several(codes)) => {
                Holds::from(condition.is.iter().any(|code| codes.contains(code)))
            }
            _ => Holds::Unknown,
        }
    }
}

/// Whether a condition holds: an unanswered item settles nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Yes,
    No,
    Unknown,
}

impl From<bool> for Holds {
    fn from(holds: bool) -> Self {
        if holds { Holds::Yes } else { Holds::No }
    }
}

/// The cell of an answers file: a code (a number as the shortest decimal), several codes joined by `+`, or a
/// missing code. Text is left out.
#[must_use]
pub fn cell(instrument: &Instrument, at: ItemAt, settled: &Settled) -> String {
    match settled {
        Settled::Given(Answer::Coded(code)) | Settled::Implied(code) => instrument.code_text(at, *code),
        Settled::Given(Answer::Several(codes)) => {
            codes.iter().map(ToString::to_string).collect::<Vec<_>>().join("+")
        }
        Settled::Given(Answer::Missing(Missing::NotReached) | Answer::Text(_)) | Settled::NotAsked => {
            String::new()
        }
        Settled::Given(Answer::Missing(missing)) => missing.word().to_owned(),
    }
}

/// Reads a cell of an answers file for an item.
///
/// # Errors
/// A cell that is neither a code of the item nor a missing code.
pub fn read_cell(instrument: &Instrument, at: ItemAt, cell: &str) -> Result<Answer, Refusal> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(Answer::NOT_REACHED);
    }
    if let Some(missing) = Missing::read(cell) {
        return Ok(Answer::Missing(missing));
    }
    let not_a_code = || Refusal::NotACode { allowed: allowed(instrument, at) };
    let answer = match instrument.item(at).kind {
        ItemKind::Number { decimals, .. } => {
            let code = read_decimal(cell, decimals).and_then(|code| Code::try_from(code).ok());
            Answer::Coded(code.ok_or_else(not_a_code)?)
        }
        ItemKind::Choice { .. } => Answer::Coded(cell.parse().map_err(|_| not_a_code())?),
        ItemKind::Several { .. } => {
            let codes: Result<BTreeSet<Code>, _> = cell.split('+').map(str::parse).collect();
            Answer::Several(codes.map_err(|_| not_a_code())?)
        }
        ItemKind::Text => return Err(Refusal::WrongKind),
    };
    accept(instrument, at, &answer)?;
    Ok(answer)
}

#[cfg(test)]
mod tests;
