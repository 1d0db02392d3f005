//! What the screen does next: `reduce` takes the state, what came from outside and an action, and gives
//! the next state and the effects to carry out. Pure: no Yew, no browser, no store.

mod action;
mod assessing;
mod beginning;
mod beside;
mod bringing;
mod caring;
mod caseload;
mod ease;
mod figures;
mod form;
mod going;
mod handing;
mod here;
mod known;
mod open;
mod opening;
pub mod paper;
mod reading;
mod room;
#[cfg(test)]
mod tests;

pub use action::{
    Action, Beginning, BookTrouble, Effect, Found, History, Leaving, Made, Passphrase, Permitted, Reading,
    Voice,
};
pub use bringing::Bringing;
pub use figures::{FiguresStep, Measuring};
pub use form::FormTrouble;
pub(crate) use going::{arrive, go, speak};
pub use handing::{Checked, Handing, Handover, Part, parts};
pub use known::{FactTrouble, Step, Typed};
pub use open::{KeepTrouble, NotKept, Open, Release, Sitting, VaultKind};
pub use opening::{Shut, ShutTrouble};
pub use paper::{PaperForm, PaperTrouble};
pub use room::{First, HereNow, InRoom, Instead, hides};

use crate::needs::Need;
use crate::route::Route;
use crate::service::Service;
use crate::text::{Language, Text};
use chrono::NaiveDate;

/// What comes from outside with every action: the day, the moment, an id nobody has used.
#[derive(Clone, Copy, Debug)]
pub struct Outside {
    /// The civil date in the UK.
    pub today: NaiveDate,
    /// Unix milliseconds.
    pub at: i64,
    /// Random.
    pub fresh: [u8; 16],
}

/// Everything the app knows.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The words, once read.
    pub text: Option<Text>,
    /// The page.
    pub route: Route,
    /// How far it is open.
    pub stage: Stage,
    /// A newer version waits to be used.
    pub update: Update,
    /// The day, as of the last action.
    pub today: NaiveDate,
    /// Who to call, and what a worker must pass on.
    pub service: Service,
    /// How often something had to be mended: the same mistake twice is said twice.
    pub mistakes: u32,
    /// Whether the second wasm is there.
    pub inside: Arrival,
}

impl AppState {
    /// Whether the present page lies in the second wasm, which is not there yet.
    #[must_use]
    pub fn on_its_way(&self) -> bool {
        let behind = matches!(self.stage, Stage::Open(_)) || self.route.about_the_app();
        behind && self.inside != Arrival::There
    }
}

/// Whether something that is fetched has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is on its way.
    Coming,
    /// It is there.
    There,
    /// It could not be had; asking again may help.
    Failed,
}

/// Whether a newer version of the app is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Update {
    /// No.
    None,
    /// It waits to be used.
    Waiting,
    /// Another tab has taken it; this one is the old one.
    Replaced,
}

/// How far the app is open. A locked tablet holds no person in memory.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Looking at what there is.
    Starting,
    /// The browser cannot keep anything safe here.
    Refused(Refused),
    /// No vault yet, or a locked one.
    Shut(Shut),
    /// Open.
    Open(Box<Open>),
}

impl Stage {
    /// Whether a form waits to be mended.
    fn in_trouble(&self) -> bool {
        match self {
            Stage::Shut(shut) => shut.trouble.is_some(),
            Stage::Open(open) => open.form.is_some(),
            _ => false,
        }
    }
}

/// Why the app will not start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not a secure context.
    NotSecure,
    /// No database.
    NoDatabase,
    /// Open in another tab, which is the one that writes.
    OtherTab,
}

/// The state to start with.
#[must_use]
pub fn start(route: Route, today: NaiveDate) -> AppState {
    AppState {
        text: None,
        route,
        stage: Stage::Starting,
        update: Update::None,
        today,
        service: Service::default(),
        mistakes: 0,
        inside: Arrival::Coming,
    }
}

/// What the screen does next.
pub type Reduce = fn(AppState, &Outside, Action) -> (AppState, Vec<Effect>);

/// The next state and what is to be done.
#[must_use]
pub fn reduce(mut state: AppState, outside: &Outside, action: Action) -> (AppState, Vec<Effect>) {
    here::time_passes(&mut state, outside.at);
    let (mut state, mut effects) = step(state, outside, action, open_step);
    here::clock_runs(&mut state, outside.at, &mut effects);
    ease::suit(&mut state, &mut effects);
    (state, effects)
}

/// The same while nothing is open: what an open tablet does is not in the first wasm.
#[must_use]
pub fn at_the_door(state: AppState, outside: &Outside, action: Action) -> (AppState, Vec<Effect>) {
    step(state, outside, action, |_, _, _, _| ())
}

type OpenStep = fn(&mut AppState, &Outside, Action, &mut Vec<Effect>);

fn step(
    mut state: AppState,
    outside: &Outside,
    action: Action,
    open_step: OpenStep,
) -> (AppState, Vec<Effect>) {
    state.today = outside.today;
    let submits = action.submits();
    let mut effects = Vec::new();
    of_the_app(&mut state, outside, action, open_step, &mut effects);
    state.mistakes += u32::from(submits && state.stage.in_trouble());
    (state, effects)
}

fn of_the_app(
    state: &mut AppState,
    outside: &Outside,
    action: Action,
    open_step: OpenStep,
    effects: &mut Vec<Effect>,
) {
    match action {
        Action::Words(text) => {
            state.text = Some(text);
            speak(state);
        }
        Action::Library(library) => {
            if let Stage::Open(open) = &mut state.stage {
                open.library = library;
                open.shelve();
            }
            speak(state);
        }
        Action::Speak(language) => {
            effects.push(Effect::RememberLanguage(language));
            effects.push(Effect::FetchWords(language));
        }
        Action::Go(route) => go(state, route, History::Push, effects),
        Action::GoInstead(route) => go(state, route, History::Replace, effects),
        // A link within the page comes here too, and goes nowhere.
        Action::Went(route) if route == state.route => {}
        Action::Went(route) => {
            state.route = route;
            arrive(state, effects);
        }
        Action::FetchInside => {
            state.inside = Arrival::Coming;
            effects.push(Effect::FetchInside);
        }
        Action::Inside(words) => {
            state.inside = if words.is_some() { Arrival::There } else { Arrival::Failed };
            // Another language came whole.
            let door = state.text.as_ref().is_none_or(|text| text.language() == Language::En);
            if let Some(words) = words.filter(|_| door) {
                state.text = Some(words);
            }
        }
        Action::ServiceRead(service) => state.service = service,
        Action::KeepService(service) if matches!(state.stage, Stage::Open(_)) => {
            state.service = service.clone();
            effects.push(Effect::KeepService(service));
            go(state, Route::Contacts, History::Replace, effects);
        }
        Action::ServiceKept => {
            if let Stage::Open(open) = &mut state.stage {
                open.not_kept.retain(|not_kept| !matches!(not_kept, NotKept::Service(_)));
            }
        }
        Action::Print => effects.push(Effect::Print),
        Action::ReadAloud(voice) => effects.push(Effect::ReadAloud(voice)),
        Action::UpdateWaiting => state.update = Update::Waiting,
        Action::UpdateTaken => state.update = Update::Replaced,
        Action::TakeUpdate => effects.push(Effect::ApplyUpdate),
        Action::Found(_)
        | Action::MakeVault { .. }
        | Action::Unlock(_)
        | Action::TryExamples
        | Action::NotOpened(_)
        | Action::Lock
        | Action::Hide
        | Action::Hidden
        | Action::TakeOver => opening::reduce(state, action, effects),
        action => open_step(state, outside, action, effects),
    }
}

/// What only an open tablet does, and how it comes to be open.
fn open_step(state: &mut AppState, outside: &Outside, action: Action, effects: &mut Vec<Effect>) {
    if let Action::Opened(vault, loaded, library) = action {
        opening::opened(state, vault, *loaded, library, effects);
        return;
    }
    let AppState { stage: Stage::Open(open), route, text, service, .. } = state else { return };
    let language = text.as_ref().map_or(Language::En, Text::language);
    if action == Action::KeepAgain && open.not_kept.iter().any(|n| matches!(n, NotKept::Service(_))) {
        effects.push(Effect::KeepService(service.clone()));
    }
    let next = match action {
        Action::SessionRead(..) | Action::BookRead(..) | Action::ReadAgain => {
            reading::reduce(open, route, language, action, effects);
            None
        }
        Action::Begin(..) | Action::AskAboutYou(_) => beginning::reduce(open, outside, action, effects),
        Action::BeginPaper(..) | Action::Typed(..) => paper::reduce(open, outside, action, effects),
        Action::Answer(..)
        | Action::Typing(_)
        | Action::Mistyped(..)
        | Action::Continue(..)
        | Action::SkipSection(..)
        | Action::OpenHelp(..)
        | Action::SessionKept(..)
        | Action::Finish(_) => assessing::reduce(open, route, outside, language, action, effects),
        Action::AnsweredBy(..) | Action::SayMore(..) | Action::SeeDifferently(..) | Action::Say(..) => {
            beside::reduce(open, outside, language, action, effects);
            None
        }
        Action::Fact(..) => known::reduce(open, outside, action, effects),
        Action::Here(..) | Action::Room(..) | Action::HoldSection(..) => {
            here::reduce(open, route, outside, action, effects)
        }
        Action::Tapped(..) | Action::NoteConcern(..) | Action::NotesKept(_) => {
            caring::reduce(open, outside, action, effects)
        }
        Action::Need(_, ref need) => {
            // Another language is spoken at once; the tablet itself remembers its own.
            if let Need::Language(Some(wanted)) = need
                && *wanted != language
            {
                effects.push(Effect::FetchWords(*wanted));
            }
            caseload::reduce(open, outside, action, effects)
        }
        Action::HandInstrument(_)
        | Action::HandPart(_)
        | Action::HandWords(_)
        | Action::HandParts(_)
        | Action::HandSetting(_)
        | Action::HandNext(_)
        | Action::HandOver(..)
        | Action::NotHandedOver => handing::reduce(open, outside, action, effects),
        Action::BringWords
        | Action::PackRead(_)
        | Action::KeepPack
        | Action::PackKept(_)
        | Action::TakeWordsAway(_)
        | Action::PackGone(_) => {
            bringing::reduce(open, outside, action, effects);
            None
        }
        Action::Figures(step) => figures::reduce(open, outside, step, effects),
        action => caseload::reduce(open, outside, action, effects),
    };
    if let Some(next) = next {
        go(state, next, History::Push, effects);
    }
}
