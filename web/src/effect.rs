//! Carries out effects: the only caller of store, vault and browser.

mod behind;
mod books;
mod packs;
mod releasing;
mod words;

use crate::browser;
use crate::handover::keep::MARKER;
use crate::inside::{Fetch, Inside};
use crate::keeper::{Keeper, SERVICE};
use crate::library::{Edition, Library, STRENGTHS_PROFILE};
use crate::needs::Ease;
use crate::record::Loaded;
use crate::service::Service;
use crate::state::{
    Action, Effect, Found, Handover, History, KeepTrouble, NotKept, Passphrase, Reading, Refused,
    ShutTrouble, VaultKind, Voice,
};
use crate::store::{Store, StoreTrouble, Write};
use crate::stored::StoredScores;
use crate::text::{Language, Text};
use crate::unlock::{self, Tries};
use crate::writer;
use assessment_core::schedule::uk_date;
use books::tag;
use gloo::timers::future::TimeoutFuture;
pub(crate) use packs::FIELD;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use vault::{Header, VaultKey};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The database of the service's own vault, and that of the example people.
pub(crate) const KEPT: &str = "trellis";
const EXAMPLES: &str = "trellis-examples";
/// How many hundredths of a second a lock waits for writes under way.
const PATIENCE: u32 = 300;
/// Where the vault's header stands, in the clear.
pub(crate) const HEADER: &str = "header";

/// What effects act on. Only this struct, of all the app, leads to a key.
#[derive(Clone)]
pub(crate) struct World {
    keeper: Rc<RefCell<Option<Rc<Keeper>>>>,
    /// How many writes are under way.
    writing: Rc<Cell<u32>>,
    english: Rc<RefCell<Option<Text>>>,
    library: Rc<RefCell<Option<Rc<Library>>>>,
    /// The language asked for last.
    language: Rc<Cell<Option<Language>>>,
    /// How plainly the page asks.
    ease: Rc<Cell<Ease>>,
    fetch: Fetch,
    /// The second wasm, once it is there.
    inside: Rc<Cell<Option<&'static Inside>>>,
}

impl World {
    /// Nothing is open yet.
    pub(crate) fn new(fetch: Fetch) -> World {
        World {
            keeper: Rc::default(),
            writing: Rc::default(),
            english: Rc::default(),
            library: Rc::default(),
            language: Rc::default(),
            ease: Rc::default(),
            fetch,
            inside: Rc::default(),
        }
    }

    /// Looks at what there is on this tablet, once the words are there.
    pub(crate) fn begin(&self, dispatch: Callback<Action>) {
        let world = self.clone();
        let english = browser::begin_fetch("en-door.json");
        spawn_local(async move {
            let remembered = browser::remembered_language().and_then(|code| Language::from_code(&code));
            // The words are on their way while the store is asked.
            let found = found(writer::Claim::IfFree).await;
            if let Some(english) = world.read_words(browser::text_of(english).await) {
                dispatch.emit(Action::Words(english));
            }
            if remembered == Some(Language::Cy) {
                world.speak(Language::Cy, &dispatch).await;
            }
            dispatch.emit(Action::Found(found));
            if let Some(service) = kept_service().await {
                dispatch.emit(Action::ServiceRead(service));
            }
            // Examples are gone at the next start, however the last one ended.
            Store::delete(EXAMPLES).await;
            // What follows must not delay the first page. It is at hand by the time a passphrase is typed.
            browser::painted().await;
            dispatch.emit(world.arrival().await);
            world.library().await;
        });
    }

    /// Carries out one effect; what comes of it comes back as an action.
    pub(crate) fn perform(&self, effect: Effect, dispatch: Callback<Action>) {
        match effect {
            Effect::RememberLanguage(language) => browser::remember_language(language.code()),
            Effect::ShowAddress(route, history) => {
                browser::show_address(&route.address(), history == History::Replace);
            }
            Effect::ApplyUpdate => browser::apply_update(),
            Effect::Download(file) => {
                // A browser that will not download shows so itself.
                let _ = browser::download(&file.name, &file.text);
            }
            Effect::FetchWords(language) => {
                let world = self.clone();
                spawn_local(async move { world.speak(language, &dispatch).await });
            }
            Effect::FetchEase(ease) => {
                let world = self.clone();
                spawn_local(async move { world.simplify(ease, &dispatch).await });
            }
            Effect::Lock => self.lock(browser::replace_document),
            Effect::Print => browser::print(),
            Effect::ReadAloud(Voice::Read) => browser::read_aloud(),
            Effect::ReadAloud(Voice::Stop) => browser::stop_reading(),
            Effect::Cover => browser::hide_now(),
            Effect::Forget => self.lock(browser::leave),
            Effect::ToHandedOver => browser::replace_with("/answers"),
            effect => {
                let world = self.clone();
                let writes = u32::from(matches!(
                    effect,
                    Effect::KeepPerson(_)
                        | Effect::KeepSession(..)
                        | Effect::KeepNotes(..)
                        | Effect::KeepPack(_)
                ));
                world.writing.set(world.writing.get() + writes);
                let work = async move {
                    let action = world.act(effect).await;
                    world.writing.set(world.writing.get() - writes);
                    if let Some(action) = action {
                        dispatch.emit(action);
                    }
                };
                spawn_local(work);
            }
        }
    }

    async fn act(&self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::MakeVault(passphrase) => Some(opened(self.make(&passphrase).await)),
            Effect::Unlock(passphrase) => Some(opened(self.unlock(&passphrase).await)),
            Effect::OpenExamples => Some(opened(self.examples().await)),
            Effect::KeepPerson(person) => {
                let keeper = self.open()?;
                let (id, revision) = (person.id, person.revision);
                Some(match keeper.save_person(&person).await {
                    Ok(()) => Action::PersonKept(id, revision),
                    Err(trouble) => Action::NotKept(NotKept::Person(id, keep_trouble(trouble))),
                })
            }
            Effect::KeepSession(session, parts) => {
                let keeper = self.open()?;
                let (id, revision) = (session.start.id, session.revision);
                let library = self.library.borrow().clone();
                let scores = library.and_then(|library| StoredScores::of(&library, &session));
                let kept = keeper.save_session(&session, parts, scores).await;
                if kept.is_ok() {
                    browser::mark("saved");
                }
                Some(match kept {
                    Ok(()) => Action::SessionKept(id, revision),
                    Err(trouble) => Action::NotKept(NotKept::Session(id, keep_trouble(trouble))),
                })
            }
            Effect::KeepNotes(person, id, notes) => {
                let kept = self.open()?.save_notes(person, id, &notes).await;
                Some(match kept {
                    Ok(()) => Action::NotesKept(id),
                    Err(trouble) => Action::NotKept(NotKept::Notes(id, keep_trouble(trouble))),
                })
            }
            Effect::KeepService(service) => {
                let kept = self.open()?.save_service(&service).await;
                Some(match kept {
                    Ok(()) => Action::ServiceKept,
                    Err(trouble) => Action::NotKept(NotKept::Service(keep_trouble(trouble))),
                })
            }
            Effect::ReadSession(head) => {
                let keeper = self.open()?;
                let id = head.start.id;
                Some(Action::SessionRead(
                    id,
                    match keeper.session(head).await {
                        Ok(Some(session)) => Reading::Opened(Box::new(session)),
                        Ok(None) => Reading::Shut,
                        Err(_) => Reading::NotNow,
                    },
                ))
            }
            Effect::HandOver(over) => match self.hand_over(&over).await {
                Ok(()) => None,
                Err(_) => Some(Action::NotHandedOver),
            },
            Effect::ReadBook(edition) => {
                let book = self.book(&edition).await;
                Some(Action::BookRead(edition, book))
            }
            Effect::ReadPack(id, on) => Some(Action::PackRead(self.read_pack(id, on).await)),
            Effect::KeepPack(brought) => self.keep_pack(brought).await,
            Effect::DropPack(id) => self.drop_pack(id).await,
            Effect::FetchInside => Some(self.arrival().await),
            Effect::TakeOver => Some(Action::Found(found(writer::Claim::TakeOver).await)),
            Effect::MakeRelease(leaving) => Some(Action::ReleaseMade(self.release(&leaving).await)),
            _ => None,
        }
    }

    fn open(&self) -> Option<Rc<Keeper>> {
        self.keeper.borrow().clone()
    }

    async fn make(&self, passphrase: &Passphrase) -> Result<Opening, ShutTrouble> {
        let store = Store::open(KEPT).await.map_err(|_| ShutTrouble::Stopped)?;
        let (header, key) = unlock::make(passphrase).await?;
        let write = Write { key: HEADER.to_owned(), bytes: header.as_bytes().to_vec() };
        // A vault that stands there already is never written over.
        store.put(&[write], |_, _| false).await.map_err(|_| ShutTrouble::Stopped)?;
        self.enter(VaultKind::Kept, store, key).await
    }

    async fn unlock(&self, passphrase: &Passphrase) -> Result<Opening, ShutTrouble> {
        let store = Store::open(KEPT).await.map_err(|_| ShutTrouble::Stopped)?;
        let tries = Tries::read(&store).await;
        let wait = tries.wait(browser::now());
        if wait > 0 {
            return Err(ShutTrouble::Wait(wait));
        }
        let bytes = store.get(HEADER).await.ok().flatten().ok_or(ShutTrouble::Damaged)?;
        let header = Header::parse(&bytes).map_err(|_| ShutTrouble::Damaged)?;
        match unlock::unlock(&header, passphrase).await {
            Ok(key) => {
                tries.forget(&store).await;
                self.enter(VaultKind::Kept, store, key).await
            }
            Err(ShutTrouble::WrongPassphrase) => {
                tries.another(&store, browser::now()).await;
                Err(ShutTrouble::WrongPassphrase)
            }
            Err(trouble) => Err(trouble),
        }
    }

    async fn enter(&self, kind: VaultKind, store: Store, key: VaultKey) -> Result<Opening, ShutTrouble> {
        browser::mark("key-in-hand");
        let keeper = Keeper::new(store, key);
        let library = self.library().await.ok_or(ShutTrouble::Stopped)?;
        let mut loaded = keeper.load().await.map_err(|_| ShutTrouble::Stopped)?;
        keeper.take_back(&library, &mut loaded).await;
        *self.keeper.borrow_mut() = Some(Rc::new(keeper));
        Ok(Opening { kind, loaded, library })
    }

    /// Puts down what the questions need, forgets every key and puts another document in place of this one.
    async fn hand_over(&self, over: &Handover) -> Result<(), StoreTrouble> {
        // The very version the session pins, which need not be the newest.
        let (id, version) = (over.session.instrument.to_string(), over.session.version.clone());
        let library = self.library().await.ok_or(StoreTrouble::Failed)?;
        let line = library.line(&Edition { id, version }).ok_or(StoreTrouble::Failed)?;
        let fetch = |part: String| async move { browser::fetch(&format!("{}.{part}.json", line.file)).await };
        let definition = fetch("definition".to_owned()).await.ok_or(StoreTrouble::Failed)?;
        let mut wordings = Vec::new();
        for language in [Language::En, Language::Cy] {
            let words = |ease| fetch(format!("wording.{}", tag(language, ease)));
            let plainly = words(over.ease).await;
            wordings.extend(if plainly.is_none() { words(Ease::Usual).await } else { plainly });
        }
        // Words a service brought are the only ones of their session.
        if let Some(words) = &over.words {
            wordings = vec![words.clone()];
        }
        self.settled().await;
        let keeper = self.open().ok_or(StoreTrouble::Failed)?;
        keeper.hand_over(over, definition, wordings).await?;
        drop(keeper);
        *self.keeper.borrow_mut() = None;
        browser::replace_with("/answers");
        Ok(())
    }

    /// The examples go through the same store, records and sealing, in a database of their own, under a
    /// key that is never written down.
    async fn examples(&self) -> Result<Opening, ShutTrouble> {
        Store::delete(EXAMPLES).await;
        let stopped = |_: StoreTrouble| ShutTrouble::Stopped;
        let store = Store::open(EXAMPLES).await.map_err(stopped)?;
        let library = self.library().await.ok_or(ShutTrouble::Stopped)?;
        let book = library.newest(STRENGTHS_PROFILE).ok_or(ShutTrouble::Stopped)?;
        let people = browser::fetch("people.json").await.ok_or(ShutTrouble::Stopped)?;
        let today = uk_date(browser::now() / 1000);
        let inside = self.behind_the_door().await.ok_or(ShutTrouble::Stopped)?;
        let (people, sessions) =
            (inside.examples)(&people, book, today, &mut browser::fresh_id).ok_or(ShutTrouble::Stopped)?;
        let key = unlock::passing_key().map_err(|_| ShutTrouble::Stopped)?;
        let keeper = Keeper::new(store, key);
        keeper.save_all(&people, &sessions, &library).await.map_err(stopped)?;
        let loaded = keeper.load().await.map_err(stopped)?;
        *self.keeper.borrow_mut() = Some(Rc::new(keeper));
        Ok(Opening { kind: VaultKind::Examples, loaded, library })
    }

    /// Waits for writes under way: the last words typed may still be on their way. A store that does not
    /// answer cannot keep the tablet open, though.
    async fn settled(&self) {
        for _ in 0..PATIENCE {
            if self.writing.get() == 0 {
                break;
            }
            TimeoutFuture::new(10).await;
        }
    }

    /// Forgets the keys once nothing is being written any more, then leaves the document.
    fn lock(&self, leave: fn()) {
        let world = self.clone();
        spawn_local(async move {
            world.settled().await;
            // Dropping the keeper overwrites its keys; the new document forgets the rest.
            *world.keeper.borrow_mut() = None;
            leave();
        });
    }
}

struct Opening {
    kind: VaultKind,
    loaded: Loaded,
    library: Rc<Library>,
}

fn opened(outcome: Result<Opening, ShutTrouble>) -> Action {
    match outcome {
        Ok(opening) => Action::Opened(opening.kind, Box::new(opening.loaded), opening.library),
        Err(trouble) => Action::NotOpened(trouble),
    }
}

fn keep_trouble(trouble: StoreTrouble) -> KeepTrouble {
    match trouble {
        StoreTrouble::Stale => KeepTrouble::Stale,
        StoreTrouble::None | StoreTrouble::Failed => KeepTrouble::Failed,
    }
}

/// A service's own words, which can be read while the tablet is locked.
async fn kept_service() -> Option<Service> {
    let store = Store::open(KEPT).await.ok()?;
    let bytes = store.get(SERVICE).await.ok().flatten();
    store.close();
    Service::read(&bytes?)
}

async fn found(claim: writer::Claim) -> Result<Found, Refused> {
    if !browser::secure() {
        return Err(Refused::NotSecure);
    }
    let store = Store::open(KEPT).await.map_err(|_| Refused::NoDatabase)?;
    let header = store.get(HEADER).await.map_err(|_| Refused::NoDatabase)?;
    let marker = store.value(MARKER).await.map_err(|_| Refused::NoDatabase)?;
    store.close();
    if marker.is_some() {
        // Whoever stands at the door writes; the questions in another tab wait.
        if browser::path() == "/hand-back" {
            writer::claim(writer::Claim::TakeOver).await;
        }
        return Ok(Found::HandedOver);
    }
    if !writer::claim(claim).await {
        return Err(Refused::OtherTab);
    }
    Ok(if header.is_some() { Found::Vault } else { Found::Nothing })
}
