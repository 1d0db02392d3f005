//! What a handed-over tablet shows next: `reduce` takes the state, the moment and an action, and gives the
//! next state and what is to be done. Pure. It knows one session and no name; there is nothing else to know.

use super::steps::Asked;
use crate::service::Service;
use crate::text::{Language, Text};
use crate::typed::Mistyped;
use assessment_core::answer::{Answer, Missing};
use assessment_core::session::Session;
use chrono::NaiveDate;

/// After so long without a touch the page is covered; one tap goes on (experience-and-safety.md 4.3).
pub const COVERED_AFTER: i64 = 3 * 60 * 1000;
/// After so long it is sealed and ends.
pub const ENDS_AFTER: i64 = 30 * 60 * 1000;
/// A break somebody asked for has no clock that anyone could notice; a tablet forgotten on one still ends.
pub const BREAK_ENDS_AFTER: i64 = 3 * 60 * 60 * 1000;

/// What comes from outside with every action.
#[derive(Clone, Copy, Debug)]
pub struct Outside {
    /// The civil date in the UK.
    pub today: NaiveDate,
    /// Unix milliseconds.
    pub at: i64,
}

/// Everything a handed-over page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// The words, once read.
    pub text: Option<Text>,
    /// How far it is.
    pub stage: Stage,
}

/// How far a hand-over is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Looking at what there is.
    Starting,
    /// Open in another tab, which is the one that writes.
    OtherTab,
    /// Nothing more can be read here: the worker comes next.
    Closed(Closed),
    /// Asking.
    Asking(Box<Asking>),
}

/// Why nothing more can be read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It ended: handed back, or nobody touched it for long.
    Ended,
    /// What it needs to go on is gone or was changed.
    Broken,
}

/// The questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// What was given out.
    pub asked: Asked,
    /// The answers given here, and no others.
    pub session: Session,
    /// The revision that is safely kept.
    pub saved: u64,
    /// Words are being typed that nobody has handed on yet.
    pub typing: bool,
    /// The last write was refused.
    pub not_kept: bool,
    /// What was typed on the present page and is no number of its item.
    pub mistyped: Option<Mistyped>,
    /// How often something had to be mended: the same mistake twice is said twice.
    pub mistakes: u32,
    /// Which page, by its place in the order.
    pub n: usize,
    /// What lies over the page.
    pub over: Option<Over>,
    /// When somebody last touched it.
    pub touched: i64,
    /// The service's own words: what a worker must pass on, who to call.
    pub service: Service,
}

/// What can lie over a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// A break somebody asked for.
    Break,
    /// Nobody has touched it for a while.
    Cover,
    /// The person wants the worker now.
    Worker,
    /// The person wants to stop.
    Stop,
}

/// What was found at the start.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// No hand-over: this page has no business here.
    Nothing,
    /// Another tab writes.
    OtherTab,
    /// Nothing more can be read here.
    Closed(Closed),
    /// The questions, and how far they are.
    Questions(Box<Asked>, Box<Questions>),
}

/// How far the questions are.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions {
    /// The answers so far.
    pub session: Session,
    /// The page of the address, if it is one of ours.
    pub n: Option<usize>,
    /// When the last answer was given, or the tablet was handed over: Unix milliseconds.
    pub touched: i64,
    /// The service's own words.
    pub service: Service,
}

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The words of a language were read.
    Words(Text),
    /// Another language.
    Speak(Language),
    /// What there is.
    Found(Found),
    /// Somebody touched the screen or a key.
    Touched,
    /// A moment has come that was waited for.
    Tick,
    /// The browser went to an address: its page, if it is one of ours.
    Went(Option<usize>),
    /// One page back.
    Back,
    /// One page on, from a page that is no question.
    On,
    /// An answer.
    Answer(String, Answer),
    /// Something was typed that is no number of its item.
    Mistyped(Mistyped),
    /// Gives no answer, says why, and goes on.
    Pass(String, Missing),
    /// "I would rather talk about this", or not after all.
    RatherTalk(String),
    /// "What this means" was opened beside a question.
    OpenHelp(String),
    /// Words are being typed.
    Typing,
    /// Goes on; what was passed over is skipped.
    Continue(String),
    /// Skips all that is open in a section.
    SkipSection(usize),
    /// Lays something over the page.
    Lay(Over),
    /// Takes away what lies over the page.
    GoOn,
    /// Ends it.
    End,
    /// It is ended.
    Ended,
    /// The answers are safely kept, up to a revision.
    Kept(u64),
    /// They were not.
    NotKept,
    /// Try again.
    KeepAgain,
    /// To the door, for the worker.
    ToWorker,
    /// Read the page aloud, by a voice on this device.
    ReadAloud,
    /// No more reading.
    StopReading,
    /// Hide everything at once.
    Hide,
    /// Everything is hidden: leave.
    Hidden,
    /// Take over from the other tab.
    UseHere,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the words of a language.
    FetchWords(Language),
    /// Remember the language on this tablet.
    RememberLanguage(Language),
    /// Put a page's address into the bar, as a new entry of the history.
    Show(usize),
    /// The same, in place of the last entry.
    ShowInstead(usize),
    /// Keep the answers.
    Keep(Box<Session>),
    /// Keep the answers, then delete the key and all that it opens.
    End(Box<Session>),
    /// Look again after so many milliseconds.
    Wake(i64),
    /// To the door, for the worker.
    ToWorker,
    /// Away: there is no hand-over.
    Leave,
    /// Read the page aloud.
    ReadAloud,
    /// No more reading.
    StopReading,
    /// Cover everything at once.
    Cover,
    /// Leave the document, once everything is kept.
    Forget,
    /// Take over from the other tab.
    TakeOver,
}

/// The state to start with.
#[must_use]
pub fn start() -> Handed {
    Handed { text: None, stage: Stage::Starting }
}

/// The next state and what is to be done.
#[must_use]
pub fn reduce(mut state: Handed, outside: Outside, action: Action) -> (Handed, Vec<Effect>) {
    let mut effects = Vec::new();
    match action {
        Action::Words(text) => state.text = Some(text),
        Action::Speak(language) => {
            effects.push(Effect::RememberLanguage(language));
            effects.push(Effect::FetchWords(language));
        }
        Action::Found(found) => settle(&mut state, outside, found, &mut effects),
        Action::UseHere => effects.push(Effect::TakeOver),
        Action::ToWorker => effects.push(Effect::ToWorker),
        Action::ReadAloud => effects.push(Effect::ReadAloud),
        Action::StopReading => effects.push(Effect::StopReading),
        Action::Hide => effects.push(Effect::Cover),
        Action::Hidden => effects.push(Effect::Forget),
        Action::Ended => state.stage = Stage::Closed(Closed::Ended),
        action => {
            let language = state.text.as_ref().map_or(Language::En, Text::language);
            if let Stage::Asking(asking) = &mut state.stage {
                asking.next(outside, language, action, &mut effects);
            }
        }
    }
    (state, effects)
}

fn settle(state: &mut Handed, outside: Outside, found: Found, effects: &mut Vec<Effect>) {
    state.stage = match found {
        Found::Nothing => {
            effects.push(Effect::Leave);
            Stage::Starting
        }
        Found::OtherTab => Stage::OtherTab,
        Found::Closed(closed) => Stage::Closed(closed),
        Found::Questions(asked, questions) => {
            let Questions { session, n, touched, service } = *questions;
            let steps = asked.steps(&session).len();
            let wanted = n.filter(|n| *n > 0 && *n < steps);
            let n = wanted.unwrap_or_else(|| asked.resume(&session));
            effects.push(Effect::ShowInstead(n));
            // A page that starts up again after a while starts covered. Whether it was on a break when it
            // went is not written anywhere, so it ends as late as a break does.
            let gone = outside.at - touched;
            effects.push(if gone >= BREAK_ENDS_AFTER {
                Effect::End(Box::new(session.clone()))
            } else {
                Effect::Wake(COVERED_AFTER)
            });
            Stage::Asking(Box::new(Asking {
                asked: *asked,
                saved: session.revision,
                session,
                typing: false,
                not_kept: false,
                mistyped: None,
                mistakes: 0,
                n,
                over: (gone >= COVERED_AFTER).then_some(Over::Cover),
                touched: outside.at,
                service,
            }))
        }
    };
}

#[cfg(test)]
mod tests;
