//! A tablet on a table: feeds actions to `reduce`, collects its effects and plays the store, with the very
//! bytes that records are made of. Days pass when a journey says so.

use crate::brought::PackTrouble;
use crate::library::{
    Library,
    tests::{library, shipped},
};
use crate::person::Person;
use crate::record::{self, Head, Loaded, Parts};
use crate::route::{Route, Then};
use crate::state::{
    Action, AppState, Beginning, BookTrouble, Effect, FormTrouble, Found, KeepTrouble, NotKept, Open,
    Outside, Passphrase, Reading, Sitting, Stage, VaultKind, reduce, start,
};
use crate::text::Text;
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::Setting;
use assessment_core::session::{Mode, PersonId, Session, SessionId};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

impl Action {
    /// Begins the long assessment.
    pub fn begin(person: PersonId, setting: Option<Setting>) -> Action {
        Action::Begin(person, asked(crate::library::STRENGTHS_PROFILE, setting))
    }
}

/// An instrument in the words that come with it.
pub(super) fn asked(instrument: &str, setting: Option<Setting>) -> Beginning {
    let (instrument, mode) = (instrument.to_owned(), Mode::Joint);
    Beginning { instrument, wording: None, setting, mode, present: None }
}

pub(super) fn skipped() -> Answer {
    Answer::Missing(Missing::Skipped)
}

pub(super) fn english() -> Text {
    Text::parse(include_str!(concat!(env!("OUT_DIR"), "/en.json")), None).expect("this build's own words")
}

/// Kept bytes, each with its revision, as the vault's labels hold it.
#[derive(Clone, Debug, Default)]
pub(super) struct Store {
    pub people: BTreeMap<PersonId, (u64, Vec<u8>)>,
    pub heads: BTreeMap<SessionId, (PersonId, u64, Vec<u8>)>,
    pub answers: BTreeMap<SessionId, (u64, Vec<u8>)>,
    pub notes: BTreeMap<SessionId, (u64, Vec<u8>)>,
    pub packs: BTreeMap<[u8; 16], Vec<u8>>,
}

impl Store {
    fn keep_person(&mut self, person: &Person) -> Result<(), KeepTrouble> {
        let there = self.people.get(&person.id).map(|(revision, _)| *revision);
        newer(there, person.revision)?;
        self.people.insert(person.id, (person.revision, record::write_person(person)));
        Ok(())
    }

    /// All of it or nothing. A head that is not kept yet goes with the answers, as the keeper sees to it.
    fn keep_session(&mut self, session: &Session, parts: Parts) -> Result<(), KeepTrouble> {
        let (id, head) = (session.start.id, Head::of(session));
        let kept = self.heads.get(&id).map(|(_, revision, _)| *revision);
        let with_head = parts != Parts::Answers || kept.is_none_or(|kept| kept < head.revision());
        if with_head {
            newer(kept, head.revision())?;
        }
        if parts != Parts::Head {
            newer(self.answers.get(&id).map(|(revision, _)| *revision), session.revision)?;
            self.answers.insert(id, (session.revision, record::write_answers(session)));
        }
        if with_head {
            self.heads.insert(id, (head.start.person, head.revision(), record::write_head(&head)));
        }
        Ok(())
    }

    pub fn session(&self, head: &Head) -> Option<Session> {
        let bytes = self.answers.get(&head.start.id).map(|(_, bytes)| bytes.as_slice());
        record::read_session(head.clone(), bytes).ok()
    }

    pub fn load(&self) -> Loaded {
        let mut loaded = Loaded::default();
        for (id, (revision, bytes)) in &self.people {
            match record::read_person(*id, *revision, bytes) {
                Ok(person) => loaded.people.push(person),
                Err(_) => loaded.unreadable += 1,
            }
        }
        for (id, (person, _, bytes)) in &self.heads {
            match record::read_head(*id, *person, bytes) {
                Ok(head) => loaded.heads.push(head),
                Err(_) => loaded.unreadable += 1,
            }
        }
        for (id, (revision, bytes)) in &self.notes {
            match record::notes::read_notes(*revision, bytes) {
                Ok(notes) => loaded.notes.push((*id, notes)),
                Err(_) => loaded.unreadable += 1,
            }
        }
        for (id, bytes) in &self.packs {
            match record::packs::read_pack(*id, bytes) {
                Ok(pack) => loaded.brought.push(pack),
                Err(_) => loaded.unreadable += 1,
            }
        }
        loaded
    }
}

fn newer(there: Option<u64>, new: u64) -> Result<(), KeepTrouble> {
    if there.is_some_and(|there| there > new) { Err(KeepTrouble::Stale) } else { Ok(()) }
}

/// One tablet, and what happens around it.
#[derive(Clone)]
pub(super) struct Scenario {
    pub state: AppState,
    pub today: NaiveDate,
    pub store: Store,
    /// What the store says instead of keeping anything.
    pub refuses: Option<KeepTrouble>,
    /// Whether the store reads nothing.
    pub reads_nothing: bool,
    /// Effects nobody has answered yet, oldest first.
    pub waiting: VecDeque<Effect>,
    moments: u64,
    library: Rc<Library>,
}

impl Scenario {
    /// In front of the door, on 5 January 2026.
    pub fn shut(found: Found) -> Scenario {
        let today = day("2026-01-05");
        let mut scenario = Scenario {
            state: start(Route::Home, today),
            today,
            store: Store::default(),
            refuses: None,
            reads_nothing: false,
            waiting: VecDeque::new(),
            moments: 0,
            library: Rc::new(library()),
        };
        scenario.does(Action::Words(english()));
        scenario.does(Action::Found(Ok(found)));
        scenario
    }

    /// A vault of the service's own, open and empty.
    pub fn open() -> Scenario {
        let mut scenario = Scenario::shut(Found::Vault);
        scenario.does(Action::Unlock(Passphrase("a walk by the river".to_owned())));
        scenario
    }

    /// Says something to the app and leaves what it asks for unanswered.
    pub fn sends(&mut self, action: Action) -> Vec<Effect> {
        self.moments += 1;
        let mut fresh = [0; 16];
        fresh[..8].copy_from_slice(&self.moments.to_be_bytes());
        let at = i64::try_from(self.moments).expect("a short journey");
        let outside = Outside { today: self.today, at, fresh };
        let (state, effects) = reduce(self.state.clone(), &outside, action);
        self.state = state;
        self.waiting.extend(effects.clone());
        effects
    }

    /// Says something to the app and answers all it asks for; gives everything it asked for.
    pub fn does(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = self.sends(action);
        effects.extend(self.settles());
        effects
    }

    /// Answers everything that waits.
    pub fn settles(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        while let Some(effect) = self.waiting.pop_front() {
            effects.extend(self.answers(effect));
        }
        effects
    }

    /// Answers one effect, as the world would.
    pub fn answers(&mut self, effect: Effect) -> Vec<Effect> {
        let comes_back = match effect {
            Effect::MakeVault(_) | Effect::Unlock(_) => Some(self.opened(VaultKind::Kept)),
            Effect::OpenExamples => Some(self.opened(VaultKind::Examples)),
            Effect::KeepPerson(person) => {
                let (id, revision) = (person.id, person.revision);
                let kept = self.refuses.map_or_else(|| self.store.keep_person(&person), Err);
                Some(match kept {
                    Ok(()) => Action::PersonKept(id, revision),
                    Err(trouble) => Action::NotKept(NotKept::Person(id, trouble)),
                })
            }
            Effect::KeepSession(session, parts) => {
                let (id, revision) = (session.start.id, session.revision);
                let kept = self.refuses.map_or_else(|| self.store.keep_session(&session, parts), Err);
                Some(match kept {
                    Ok(()) => Action::SessionKept(id, revision),
                    Err(trouble) => Action::NotKept(NotKept::Session(id, trouble)),
                })
            }
            Effect::KeepNotes(_, id, notes) => Some(match self.refuses {
                Some(trouble) => Action::NotKept(NotKept::Notes(id, trouble)),
                None => {
                    self.store.notes.insert(id, (notes.revision, record::notes::write_notes(&notes)));
                    Action::NotesKept(id)
                }
            }),
            Effect::KeepPack(brought) => Some(Action::PackKept(match self.refuses {
                Some(_) => Err(PackTrouble::NotKept),
                None => {
                    self.store.packs.insert(brought.id, record::packs::write_pack(&brought));
                    Ok(brought)
                }
            })),
            Effect::DropPack(id) => {
                self.store.packs.remove(&id);
                Some(Action::PackGone(id))
            }
            Effect::ReadSession(head) => {
                let read = match self.store.session(&head) {
                    _ if self.reads_nothing => Reading::NotNow,
                    Some(session) => Reading::Opened(Box::new(session)),
                    None => Reading::Shut,
                };
                Some(Action::SessionRead(head.start.id, read))
            }
            Effect::ReadBook(edition) => {
                let listed = self.library.line(&edition).ok_or(BookTrouble::Unknown);
                let book = match listed {
                    _ if self.reads_nothing => Err(BookTrouble::NotNow),
                    listed => listed.map(|listed| shipped(&listed.edition.id)),
                };
                Some(Action::BookRead(edition, book))
            }
            _ => None,
        };
        comes_back.map(|action| self.sends(action)).unwrap_or_default()
    }

    fn opened(&self, kind: VaultKind) -> Action {
        Action::Opened(kind, Box::new(self.store.load()), self.library.clone())
    }

    /// Locks the tablet and unlocks it: only what was kept is still there.
    pub fn comes_back_to(&mut self, route: Route) -> Vec<Effect> {
        self.does(Action::Lock);
        self.waiting.clear();
        self.state = start(route, self.today);
        self.does(Action::Words(english()));
        self.does(Action::Found(Ok(Found::Vault)));
        self.does(Action::Unlock(Passphrase("a walk by the river".to_owned())))
    }

    /// Time on the tablet's clock; two taps in a row are a millisecond apart.
    pub fn minutes_pass(&mut self, minutes: u64) {
        self.moments += minutes * 60_000;
    }

    pub fn days_pass(&mut self, days: u64) {
        self.today = self.today + Days::new(days);
    }

    pub fn opened_vault(&self) -> &Open {
        match &self.state.stage {
            Stage::Open(open) => open,
            _ => panic!("not open"),
        }
    }

    pub fn form(&self) -> Option<FormTrouble> {
        self.opened_vault().form
    }

    pub fn sitting(&self, id: SessionId) -> &Sitting {
        &self.opened_vault().sittings[&id]
    }

    /// The answer that counts.
    pub fn given(&self, id: SessionId, item: &str) -> Answer {
        let library = &self.opened_vault().library;
        let book = library.of(&self.sitting(id).session).expect("the book it pinned");
        let at = book.instrument.find_item(item).unwrap_or_else(|| panic!("there is no question {item}"));
        self.sitting(id).session.answer_to(&book.instrument, at)
    }

    /// Adds a person; the app goes to their page.
    pub fn adds(&mut self, name: &str) -> PersonId {
        self.does(Action::AddPerson(name.to_owned()));
        match self.state.route {
            Route::Person(id) => id,
            ref route => panic!("{name} was not added: {route:?}"),
        }
    }

    /// Begins an assessment in the community, or goes on with the one begun before.
    pub fn begins(&mut self, person: PersonId) -> SessionId {
        self.does(Action::begin(person, Some(Setting::Community)));
        self.state.route.session().expect("a question or the answers")
    }

    /// Chooses an option.
    pub fn says(&mut self, id: SessionId, item: &str, code: i32) -> Vec<Effect> {
        self.does(Action::Answer(id, item.to_owned(), Answer::Coded(code)))
    }

    /// Gives no answer, and says why.
    pub fn passes(&mut self, id: SessionId, item: &str, why: Missing) -> Vec<Effect> {
        self.does(Action::Answer(id, item.to_owned(), Answer::Missing(why)))
    }

    /// The question the screen is named by; none on any other page.
    pub fn on(&self) -> Option<&str> {
        match &self.state.route {
            Route::Question { item, .. } => Some(item),
            _ => None,
        }
    }

    /// Opens the screen of a question.
    pub fn goes_to(&mut self, session: SessionId, item: &str, then: Then) {
        self.does(Action::Go(Route::Question { session, item: item.to_owned(), then }));
    }

    /// Presses Continue on the screen that is open.
    pub fn goes_on(&mut self) {
        let Route::Question { session, item, .. } = self.state.route.clone() else {
            panic!("there is no Continue on {:?}", self.state.route)
        };
        self.does(Action::Continue(session, item));
    }

    /// Goes on from the page that says what comes next, when it is that page.
    pub fn is_told(&mut self) {
        if let Route::HeadsUp { session, item, then, .. } = self.state.route.clone() {
            self.goes_to(session, &item, then);
        }
    }

    /// Presses Continue until no question is left, and gives the screens that were shown.
    pub fn walks_through(&mut self) -> Vec<String> {
        let mut shown = Vec::new();
        self.is_told();
        while let Some(item) = self.on() {
            shown.push(item.to_owned());
            assert!(shown.len() < 200, "no end in sight: {shown:?}");
            self.goes_on();
            self.is_told();
        }
        shown
    }

    /// Begins, skips everything and finishes.
    pub fn finishes_one(&mut self, person: PersonId) -> SessionId {
        let id = self.begins(person);
        self.walks_through();
        self.does(Action::Finish(id));
        id
    }
}

/// The sessions that were to be kept.
pub(super) fn kept(effects: &[Effect]) -> Vec<(SessionId, u64, Parts)> {
    let session = |effect: &Effect| match effect {
        Effect::KeepSession(session, parts) => Some((session.start.id, session.revision, *parts)),
        _ => None,
    };
    effects.iter().filter_map(session).collect()
}

/// The sessions that were to be read.
pub(super) fn read(effects: &[Effect]) -> Vec<SessionId> {
    let session = |effect: &Effect| match effect {
        Effect::ReadSession(head) => Some(head.start.id),
        _ => None,
    };
    effects.iter().filter_map(session).collect()
}
