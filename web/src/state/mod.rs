//! What the screen does next: `reduce` takes the state, what came from outside and an action, and gives
//! the next state and the effects to carry out. Pure: no Yew, no browser, no store.

mod assessing;
mod caseload;
mod opening;
#[cfg(test)]
mod tests;

use crate::library::Library;
use crate::order::ordered;
use crate::person::{Permission, Person, Who};
use crate::record::{Head, Loaded, Parts};
use crate::route::Route;
use crate::text::{Language, Text};
use assessment_core::answer::Answer;
use assessment_core::export::File;
use assessment_core::instrument::Setting;
use assessment_core::session::{PersonId, Session, SessionId, Stage as SessionStage};
use assessment_core::table::Table;
use chrono::NaiveDate;
use std::rc::Rc;

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

/// In front of the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shut {
    /// Whether there is a vault to unlock.
    pub vault: bool,
    /// Whether a key is being worked out.
    pub busy: bool,
    /// What went wrong last.
    pub trouble: Option<ShutTrouble>,
}

/// What can go wrong at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShutTrouble {
    /// It does not open the vault.
    WrongPassphrase,
    /// So many seconds until the next try.
    Wait(i64),
    /// Too short to be safe.
    TooShort,
    /// The two do not match.
    NotTheSame,
    /// The header is damaged.
    Damaged,
    /// Not enough memory.
    Memory,
    /// The worker stopped, or the store refused.
    Stopped,
}

/// An open vault.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// Whether these are the example people.
    pub vault: VaultKind,
    /// Everybody.
    pub people: Table<PersonId, Person>,
    /// Every session, without answers.
    pub heads: Table<SessionId, Head>,
    /// Records that would not open.
    pub unreadable: usize,
    /// Definitions and wording, once read.
    pub library: Option<Rc<Library>>,
    /// Sessions with answers, as far as they are needed.
    pub sittings: Table<SessionId, Sitting>,
    /// Sessions whose answers will not open.
    pub sealed_shut: Vec<SessionId>,
    /// A form that needs mending.
    pub form: Option<FormTrouble>,
    /// Something that was not kept.
    pub not_kept: Option<NotKept>,
    /// Files ready to be handed over.
    pub release: Release,
}

/// Which vault is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultKind {
    /// The service's own.
    Kept,
    /// Example people, gone when closed.
    Examples,
}

/// A session with its answers and how much of it is safely kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// The session.
    pub session: Session,
    /// The revision that is safely kept.
    pub saved: u64,
}

/// A form that needs mending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormTrouble {
    /// A person needs a name or a reference.
    NoName,
    /// An action needs words.
    NoAction,
    /// Say where the person is.
    NoSetting,
}

/// What was not kept, so that it can be tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// Answers.
    Session(SessionId, KeepTrouble),
    /// A person.
    Person(PersonId, KeepTrouble),
}

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepTrouble {
    /// A newer one stands there already: another tab writes.
    Stale,
    /// The tablet did not do it.
    Failed,
}

/// Files on their way out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Release {
    /// Nothing asked for.
    #[default]
    None,
    /// Being made.
    Making,
    /// Ready.
    Ready(Vec<File>),
    /// It could not be made.
    Failed,
}

/// What a person does, or what an effect brings back.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The words of a language were read.
    Words(Text),
    /// Another language.
    Speak(Language),
    /// Go to a page.
    Go(Route),
    /// Go to a page without leaving the present one behind Back.
    GoInstead(Route),
    /// The browser went to a page (Back, Forward).
    Went(Route),
    /// A newer version waits.
    UpdateWaiting,
    /// Another tab took the newer version.
    UpdateTaken,
    /// Use the newer version now.
    TakeUpdate,
    /// What there is on this tablet.
    Found(Result<Found, Refused>),
    /// Make a vault.
    MakeVault {
        /// The passphrase.
        passphrase: Passphrase,
        /// Given a second time.
        again: Passphrase,
    },
    /// Unlock.
    Unlock(Passphrase),
    /// Try with example people.
    TryExamples,
    /// The door did not open.
    NotOpened(ShutTrouble),
    /// The door is open.
    Opened(VaultKind, Box<Loaded>, Rc<Library>),
    /// Lock, or close the examples.
    Lock,
    /// Another tab writes: take over from it.
    TakeOver,
    /// Add a person.
    AddPerson(String),
    /// A person is safely kept.
    PersonKept(PersonId, u64),
    /// A person or a session was not kept.
    NotKept(NotKept),
    /// Try again to keep what was not kept.
    KeepAgain,
    /// May answers without the name be used for research?
    Permit(PersonId, Permitted),
    /// Note something to do.
    NoteAction {
        /// For whom.
        person: PersonId,
        /// What.
        what: String,
        /// Who does it.
        who: Who,
        /// Where to go then.
        then: Route,
    },
    /// Something is done, or not done after all.
    ToggleAction(PersonId, usize),
    /// Begin an assessment.
    Begin(PersonId, Option<Setting>),
    /// A session was read, or would not open.
    SessionRead(SessionId, Option<Box<Session>>),
    /// An answer.
    Answer(SessionId, String, Answer),
    /// Go on from a screen; what was passed over is skipped.
    Continue(SessionId, String),
    /// A session's answers are safely kept, up to a revision.
    SessionKept(SessionId, u64),
    /// After the answers were checked: the questions about the person.
    AskAboutYou(SessionId),
    /// Finish the assessment.
    Finish(SessionId),
    /// Make the files.
    MakeRelease,
    /// The files.
    ReleaseMade(Option<Vec<File>>),
    /// Hand one file over.
    TakeFile(usize),
}

/// A passphrase on its way to the worker: never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(pub String);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(hidden)")
    }
}

/// What was found on this tablet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing yet.
    Nothing,
    /// A locked vault.
    Vault,
}

/// The answer to a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permitted {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Something to be done in the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the words of a language.
    FetchWords(Language),
    /// Remember the language on this tablet.
    RememberLanguage(Language),
    /// Put the page's address into the bar.
    ShowAddress(Route, History),
    /// Use the newer version.
    ApplyUpdate,
    /// Make a vault in the worker.
    MakeVault(Passphrase),
    /// Unlock in the worker.
    Unlock(Passphrase),
    /// Open the examples.
    OpenExamples,
    /// Forget everything: replace the document.
    Lock,
    /// Take over from the tab that writes.
    TakeOver,
    /// Keep a person.
    KeepPerson(Person),
    /// Keep a session.
    KeepSession(Session, Parts),
    /// Read a session.
    ReadSession(Head),
    /// Make the files of these sessions.
    MakeRelease(Vec<Leaving>),
    /// Hand a file over.
    Download(File),
}

/// A session that leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaving {
    /// Which.
    pub head: Head,
    /// Days since the person's baseline.
    pub days: i64,
}

/// How an address goes into the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// As a new entry.
    Push,
    /// In place of the last.
    Replace,
}

/// The state to start with.
#[must_use]
pub fn start(route: Route, today: NaiveDate) -> AppState {
    AppState { text: None, route, stage: Stage::Starting, update: Update::None, today }
}

/// The next state and what is to be done.
#[must_use]
pub fn reduce(mut state: AppState, outside: &Outside, action: Action) -> (AppState, Vec<Effect>) {
    state.today = outside.today;
    let mut effects = Vec::new();
    match action {
        Action::Words(text) => state.text = Some(text),
        Action::Speak(language) => {
            effects.push(Effect::RememberLanguage(language));
            effects.push(Effect::FetchWords(language));
        }
        Action::Go(route) => go(&mut state, route, History::Push, &mut effects),
        Action::GoInstead(route) => go(&mut state, route, History::Replace, &mut effects),
        Action::Went(route) => {
            state.route = route;
            arrive(&mut state, &mut effects);
        }
        Action::UpdateWaiting => state.update = Update::Waiting,
        Action::UpdateTaken => state.update = Update::Replaced,
        Action::TakeUpdate => effects.push(Effect::ApplyUpdate),
        Action::Found(_)
        | Action::MakeVault { .. }
        | Action::Unlock(_)
        | Action::TryExamples
        | Action::NotOpened(_)
        | Action::Opened(..)
        | Action::Lock
        | Action::TakeOver => opening::reduce(&mut state, action, &mut effects),
        action => {
            let AppState { stage: Stage::Open(open), route, text, .. } = &mut state else {
                return (state, effects);
            };
            let language = text.as_ref().map_or(Language::En, Text::language);
            let next = match action {
                Action::Begin(..)
                | Action::SessionRead(..)
                | Action::Answer(..)
                | Action::Continue(..)
                | Action::SessionKept(..)
                | Action::AskAboutYou(_)
                | Action::Finish(_) => {
                    assessing::reduce(open, route, outside, language, action, &mut effects)
                }
                action => caseload::reduce(open, outside, action, &mut effects),
            };
            if let Some(next) = next {
                go(&mut state, next, History::Push, &mut effects);
            }
        }
    }
    (state, effects)
}

/// Goes to a page: the address changes with it.
pub(crate) fn go(state: &mut AppState, route: Route, history: History, effects: &mut Vec<Effect>) {
    if state.route != route {
        effects.push(Effect::ShowAddress(route.clone(), history));
    }
    state.route = route;
    arrive(state, effects);
}

/// Brings what a page needs, and forgets what only the last one needed.
pub(crate) fn arrive(state: &mut AppState, effects: &mut Vec<Effect>) {
    let Stage::Open(open) = &mut state.stage else { return };
    open.form = None;
    if state.route != Route::TakeOut {
        open.release = Release::None;
    }
    for id in open.needed(&state.route) {
        if let Some(head) = open.heads.get(&id) {
            if !open.sittings.contains_key(&id) && !open.sealed_shut.contains(&id) {
                effects.push(Effect::ReadSession(head.clone()));
            }
        }
    }
}

impl Open {
    /// The sessions a page cannot do without.
    #[must_use]
    pub fn needed(&self, route: &Route) -> Vec<SessionId> {
        let mut needed: Vec<SessionId> = route.session().into_iter().collect();
        let person = match route {
            Route::Person(person) => Some(*person),
            _ => needed.first().and_then(|id| self.heads.get(id)).map(|head| head.start.person),
        };
        if let Some(person) = person {
            let mut add = |id| {
                if !needed.contains(&id) {
                    needed.push(id);
                }
            };
            self.about_you(person).map(&mut add);
            match route {
                Route::Change(_) | Route::Question { .. } => {
                    self.assessments(person).for_each(|head| add(head.start.id));
                }
                Route::Person(_) => {
                    let draft = |head: &&Head| head.stage == SessionStage::Draft;
                    self.assessments(person).filter(draft).for_each(|head| add(head.start.id));
                }
                _ => {}
            }
        }
        needed
    }

    /// A person's assessments in the order they began.
    pub fn assessments(&self, person: PersonId) -> impl Iterator<Item = &Head> {
        let about = crate::library::ABOUT_YOU;
        let heads = self
            .heads
            .values()
            .filter(|head| head.start.person == person && head.instrument.as_str() != about);
        let key = |head: &Head| (head.start.on, head.start.wave.clone());
        ordered(heads, |a, b| key(a) < key(b)).into_iter()
    }

    /// A person's answers about themselves, when there are any.
    #[must_use]
    pub fn about_you(&self, person: PersonId) -> Option<SessionId> {
        let about = |head: &&Head| {
            head.start.person == person && head.instrument.as_str() == crate::library::ABOUT_YOU
        };
        self.heads.values().find(about).map(|head| head.start.id)
    }

    /// The finished baseline change is measured from.
    #[must_use]
    pub fn baseline(&self, person: PersonId) -> Option<&Head> {
        use assessment_core::schedule::Wave;
        use assessment_core::session::Completion;
        self.assessments(person).find(|head| {
            head.start.wave == Wave::Baseline
                && matches!(head.stage, SessionStage::Finished(_, Completion::Whole))
        })
    }

    /// A draft that waits to be gone on with.
    #[must_use]
    pub fn draft(&self, person: PersonId) -> Option<&Head> {
        self.assessments(person).find(|head| head.stage == SessionStage::Draft)
    }

    /// When the next follow-up is, once there is a baseline.
    #[must_use]
    pub fn next(&self, person: PersonId, today: NaiveDate) -> Option<assessment_core::schedule::Next> {
        use assessment_core::schedule::{Wave, due};
        let anchor = self.anchor(person)?;
        let done: Vec<u16> = self
            .assessments(person)
            .filter(|head| head.stage != SessionStage::Draft)
            .filter_map(|head| match head.start.wave {
                Wave::FollowUp(n) => Some(n),
                _ => None,
            })
            .collect();
        Some(due(anchor, &done, today))
    }

    /// The day follow-ups are counted from: when the baseline was finished.
    #[must_use]
    pub fn anchor(&self, person: PersonId) -> Option<NaiveDate> {
        match self.baseline(person)?.stage {
            SessionStage::Finished(on, _) => Some(on),
            SessionStage::Draft => None,
        }
    }

    /// Whether research may use a person's answers.
    #[must_use]
    pub fn permitted(&self, person: PersonId) -> bool {
        self.people.get(&person).is_some_and(|p| matches!(p.research, Permission::Given(_)))
    }
}
