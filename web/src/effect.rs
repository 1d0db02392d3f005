//! Carries out effects: the only caller of store, vault and browser.

mod behind;
mod books;
mod figures;
mod opened;
mod packs;
mod releasing;
mod words;

use crate::browser;
use crate::handover::keep::MARKER;
use crate::inside::{Fetch, Inside};
use crate::keeper::{Keeper, SERVICE};
use crate::library::Library;
use crate::needs::Ease;
use crate::service::Service;
use crate::state::{Action, Effect, Found, History, Refused, ShutTrouble, Voice};
use crate::store::Store;
use crate::text::{Language, Text};
use crate::writer;
use gloo::timers::future::TimeoutFuture;
pub(crate) use packs::FIELD;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
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
    welsh: Rc<RefCell<Option<Text>>>,
    library: Rc<RefCell<Option<Rc<Library>>>>,
    /// The language asked for last.
    language: Rc<Cell<Option<Language>>>,
    /// How plainly the page asks.
    ease: Rc<Cell<Ease>>,
    fetch: Fetch,
    /// The second wasm, once it is there.
    inside: Rc<Cell<Option<&'static Inside>>>,
    /// The recordings of the pack that is being looked at.
    chosen: Rc<RefCell<Vec<packs::Chosen>>>,
    /// How often handing over was given up: one that was under way then comes to nothing.
    given_up: Rc<Cell<u32>>,
}

impl World {
    /// Nothing is open yet.
    pub(crate) fn new(fetch: Fetch) -> World {
        World {
            keeper: Rc::default(),
            writing: Rc::default(),
            english: Rc::default(),
            welsh: Rc::default(),
            library: Rc::default(),
            language: Rc::default(),
            ease: Rc::default(),
            fetch,
            inside: Rc::default(),
            chosen: Rc::default(),
            given_up: Rc::default(),
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
            if let Some(inside) = world.inside() {
                (inside.library)(world).await;
            }
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
            Effect::ReadAloud(Voice::Read) => browser::read_aloud(&self.sounds()),
            Effect::ReadAloud(Voice::Stop) => browser::stop_reading(),
            Effect::Cover => browser::hide_now(),
            Effect::Forget => self.lock(browser::leave),
            Effect::ToHandedOver => browser::replace_with("/answers"),
            Effect::KeepTablet => self.given_up.set(self.given_up.get() + 1),
            effect => {
                let world = self.clone();
                let writes = u32::from(matches!(
                    effect,
                    Effect::KeepPerson(_)
                        | Effect::KeepSession(..)
                        | Effect::KeepNotes(..)
                        | Effect::KeepPack(_)
                        | Effect::KeepFigures(..)
                ));
                world.writing.set(world.writing.get() + writes);
                let work = async move {
                    let action = world.carry_out(effect).await;
                    world.writing.set(world.writing.get() - writes);
                    if let Some(action) = action {
                        dispatch.emit(action);
                    }
                };
                spawn_local(work);
            }
        }
    }

    /// What is asked for at the door is done here; everything else in the second wasm.
    async fn carry_out(&self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::FetchInside => Some(self.arrival().await),
            Effect::TakeOver => Some(Action::Found(found(writer::Claim::TakeOver).await)),
            effect => match self.behind_the_door().await {
                Some(inside) => (inside.act)(self.clone(), effect).await,
                // A tablet that is open has it: only a door can be left waiting.
                None => Some(Action::NotOpened(ShutTrouble::Stopped)),
            },
        }
    }

    /// What gives the page a recording when it is to be played: nothing before the tablet is open.
    fn sounds(&self) -> JsValue {
        let Some(inside) = self.inside() else { return JsValue::UNDEFINED };
        let world = self.clone();
        browser::sounds(move |key| (inside.sound)(world.clone(), key))
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
        browser::stop_reading();
        let world = self.clone();
        spawn_local(async move {
            world.settled().await;
            // Dropping the keeper overwrites its keys; the new document forgets the rest.
            *world.keeper.borrow_mut() = None;
            leave();
        });
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
