//! What a handed-over page does in the world. It never holds a key of the vault: what is answered is sealed
//! with the vault's public key, and the browser's own key opens this hand-over's two records only.

use super::browser_key;
use super::shape::{self, Opening};
use super::state::{Action, Closed, Effect, Found, Questions};
use super::steps::{Asked, address, read_address};
use crate::browser;
use crate::effect::KEPT;
use crate::keeper::SERVICE;
use crate::library::Book;
use crate::needs::Pictures;
use crate::record;
use crate::route::hex;
use crate::service::Service;
use crate::sounds::{Recorded, Sound, sha256_of};
use crate::store::{Store, StoreTrouble, Write};
use crate::text::{Language, Text};
use crate::writer::{self, Claim};
use assessment_core::session::Session;
use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use vault::{Kind, Label, Place, RecordId, Revision, VaultId};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The marker: as long as it stands, this tablet is handed over.
pub(crate) const MARKER: &str = "over";
/// The browser's own key.
pub(crate) const KEY: &str = "over.key";
/// The opening, under that key.
pub(crate) const OPENING: &str = "over.open";
/// The answers so far, under that key.
pub(crate) const DRAFT: &str = "over.draft";
/// Before the id of a hand-over: its answers, sealed for the worker.
pub(crate) const ANSWERED: &str = "oa";
/// Before what names a recording, under that key.
pub(crate) const SOUND: &str = "os";
/// Where the keys of recordings end.
pub(crate) const AFTER_SOUNDS: &str = "ot";
/// Before the id of a hand-over: what the worker gave out.
pub(crate) const GIVEN: &str = "og";
/// How many hundredths of a second the way to the worker waits for writes under way.
const PATIENCE: u32 = 300;

/// What effects act on.
#[derive(Clone, Default)]
pub(crate) struct World {
    open: Rc<RefCell<Option<Rc<Open>>>>,
    english: Rc<RefCell<Option<Text>>>,
    /// The answers that wait to be kept; the newest is enough, it holds all that came before.
    waiting: Rc<RefCell<Option<Session>>>,
    writing: Rc<Cell<bool>>,
    waker: Rc<RefCell<Option<Timeout>>>,
}

struct Open {
    store: Store,
    key: JsValue,
    opening: Opening,
}

impl World {
    /// Looks at what there is, once the words are there.
    pub(crate) fn begin(&self, dispatch: Callback<Action>) {
        let world = self.clone();
        spawn_local(async move {
            if let Some(english) = world.words(Language::En).await {
                dispatch.emit(Action::Words(english));
            }
            let remembered = browser::remembered_language().and_then(|code| Language::from_code(&code));
            if remembered == Some(Language::Cy)
                && let Some(welsh) = world.words(Language::Cy).await
            {
                dispatch.emit(Action::Words(welsh));
            }
            world.tell(Claim::IfFree, &dispatch).await;
        });
    }

    /// What there is, in the language it opens in. What can be asked in one language only is asked in that language
    /// altogether; the tablet itself remembers its own.
    async fn tell(&self, claim: Claim, dispatch: &Callback<Action>) {
        let found = self.found(claim).await;
        if let Found::Questions(asked, questions) = &found
            && let Some(language) = asked.opens_in(&questions.session)
            && let Some(words) = self.words(language).await
        {
            dispatch.emit(Action::Words(words));
        }
        dispatch.emit(Action::Found(found));
    }

    async fn words(&self, language: Language) -> Option<Text> {
        let english = self.english.borrow().clone();
        let json = browser::fetch(&format!("{}.json", language.code())).await?;
        let text = Text::parse(&json, english.as_ref()).ok()?;
        if text.language() == Language::En {
            *self.english.borrow_mut() = Some(text.clone());
        }
        Some(text)
    }

    /// Carries out one effect.
    pub(crate) fn perform(&self, effect: Effect, dispatch: Callback<Action>) {
        match effect {
            Effect::RememberLanguage(language) => browser::remember_language(language.code()),
            Effect::Show(n) => browser::show_address(&address(n), false),
            Effect::ShowInstead(n) => browser::show_address(&address(n), true),
            Effect::Leave => browser::replace_with("/"),
            Effect::ReadAloud => browser::read_aloud(&self.sounds()),
            Effect::StopReading => browser::stop_reading(),
            Effect::Cover => browser::hide_now(),
            Effect::Wake(after) => {
                let after = u32::try_from(after).unwrap_or(u32::MAX);
                let wake = move || dispatch.emit(Action::Tick);
                *self.waker.borrow_mut() = Some(Timeout::new(after, wake));
            }
            Effect::Keep(session) => self.keep(*session, dispatch),
            effect => {
                let world = self.clone();
                spawn_local(async move { world.later(effect, dispatch).await });
            }
        }
    }

    async fn later(&self, effect: Effect, dispatch: Callback<Action>) {
        match effect {
            Effect::FetchWords(language) => {
                if let Some(words) = self.words(language).await {
                    dispatch.emit(Action::Words(words));
                }
            }
            Effect::TakeOver => self.tell(Claim::TakeOver, &dispatch).await,
            Effect::ToWorker => {
                self.settled().await;
                browser::replace_with("/hand-back");
            }
            Effect::Forget => {
                self.settled().await;
                browser::leave();
            }
            Effect::End(session) => {
                self.settled().await;
                let ended = self.end(&session).await;
                dispatch.emit(if ended.is_ok() { Action::Ended } else { Action::NotKept });
            }
            _ => {}
        }
    }

    /// What is recorded of the words of these questions.
    pub(super) fn recorded(&self) -> Vec<Recorded> {
        self.open.borrow().as_ref().map_or(Vec::new(), |open| open.opening.recorded.clone())
    }

    /// What gives the page a recording when it is to be played.
    fn sounds(&self) -> JsValue {
        let world = self.clone();
        browser::sounds(move |key| {
            let world = world.clone();
            Box::pin(async move { world.sound(&key).await })
        })
    }

    async fn sound(&self, key: &str) -> Option<vault::Zeroizing<Vec<u8>>> {
        let open = self.open.borrow().clone()?;
        let (_, sha256) = Sound::read_key(key)?;
        let (place, plain) = opened(&open.store, &open.key, &open.opening.sound_key(key)).await?;
        (place == open.opening.place(shape::SOUND) && sha256_of(&plain) == sha256).then_some(plain)
    }

    /// Waits for writes under way. A store that does not answer cannot hold the person here, though.
    async fn settled(&self) {
        for _ in 0..PATIENCE {
            if !self.writing.get() {
                break;
            }
            TimeoutFuture::new(10).await;
        }
    }

    async fn found(&self, claim: Claim) -> Found {
        if !writer::claim(claim).await {
            return Found::OtherTab;
        }
        let Ok(store) = Store::open(KEPT).await else { return Found::Closed(Closed::Broken) };
        match store.value(MARKER).await {
            Ok(Some(_)) => {}
            Ok(None) => return Found::Nothing,
            Err(_) => return Found::Closed(Closed::Broken),
        }
        match store.value(KEY).await {
            Ok(Some(key)) => self.questions(store, key).await.unwrap_or(Found::Closed(Closed::Broken)),
            Ok(None) => Found::Closed(Closed::Ended),
            Err(_) => Found::Closed(Closed::Broken),
        }
    }

    async fn questions(&self, store: Store, key: JsValue) -> Option<Found> {
        let (place, opening) = opened(&store, &key, OPENING).await?;
        let opening = shape::read_opening(&opening).ok()?;
        (place == opening.place(shape::OPENING)).then_some(())?;
        let (place, draft) = opened(&store, &key, DRAFT).await?;
        (place == opening.place(shape::DRAFT)).then_some(())?;
        let session = record::read_session(opening.head.clone(), Some(&draft)).ok()?;
        // Answers that are newer than the draft: somebody put back an old one. Nothing is written over.
        let answered = store.get(&opening.key(ANSWERED)).await.ok()?;
        let newest = answered
            .map_or(Some(0), |bytes| vault::label_of_handed(&bytes).ok().map(|label| label.revision.0))?;
        (newest <= session.revision).then_some(())?;
        let service = store.get(SERVICE).await.ok().flatten();
        let service = service.and_then(|bytes| Service::read(&bytes)).unwrap_or_default();
        let asked = asked(&opening)?;
        let given_out = opening.at;
        browser::dress(&opening.dress);
        *self.open.borrow_mut() = Some(Rc::new(Open { store, key, opening }));
        let given = session.entries.values().filter_map(|list| list.last()).map(|entry| entry.at);
        let touched = given.max().unwrap_or(given_out);
        let questions = Questions { session, n: read_address(&browser::path()), touched, service };
        Some(Found::Questions(Box::new(asked), Box::new(questions)))
    }

    /// Keeps the newest answers; one write at a time, so that an older one never comes later.
    fn keep(&self, session: Session, dispatch: Callback<Action>) {
        *self.waiting.borrow_mut() = Some(session);
        if self.writing.replace(true) {
            return;
        }
        let world = self.clone();
        spawn_local(async move {
            while let Some(session) = world.next() {
                let kept = world.write(&session).await;
                dispatch.emit(match kept {
                    Ok(()) => Action::Kept(session.revision),
                    Err(_) => Action::NotKept,
                });
            }
            world.writing.set(false);
        });
    }

    fn next(&self) -> Option<Session> {
        self.waiting.borrow_mut().take()
    }

    async fn write(&self, session: &Session) -> Result<(), StoreTrouble> {
        let open = self.open.borrow().clone().ok_or(StoreTrouble::Failed)?;
        let writes = open.seal(session).await.ok_or(StoreTrouble::Failed)?;
        open.store.put(&writes, newer).await
    }

    /// Keeps the answers, then deletes the key and what it opens. Only what is sealed for the worker stays.
    async fn end(&self, session: &Session) -> Result<(), StoreTrouble> {
        if session.revision > 0 {
            self.write(session).await?;
        }
        let open = self.open.borrow().clone().ok_or(StoreTrouble::Failed)?;
        let mut gone = [KEY, OPENING, DRAFT].map(str::to_owned).to_vec();
        // Where they cannot be listed the key goes all the same, and they go at the next unlock.
        gone.extend(open.store.keys(SOUND, AFTER_SOUNDS).await.unwrap_or_default());
        open.store.swap(&[], None, &gone, newer).await?;
        *self.open.borrow_mut() = None;
        Ok(())
    }
}

impl Open {
    /// The same answers twice: for the worker, and to go on with.
    async fn seal(&self, session: &Session) -> Option<Vec<Write>> {
        let label = |kind| Label { place: self.opening.place(kind), revision: Revision(session.revision) };
        let plain = shape::write_answered(&self.opening.token, session);
        let random = &mut browser::random;
        let public = &self.opening.public;
        let answered = vault::seal_handed(public, &label(shape::ANSWERED), &plain, random).ok()?;
        let draft = record::write_answers(session);
        let laid = vault::lay_out(&label(shape::DRAFT), &draft, random).ok()?;
        let draft = browser_key::seal(&self.key, &laid).await?;
        Some(vec![
            Write { key: self.opening.key(ANSWERED), bytes: answered },
            Write { key: DRAFT.to_owned(), bytes: draft },
        ])
    }
}

impl Opening {
    /// Where a record of this hand-over belongs.
    pub(crate) fn place(&self, kind: u8) -> Place {
        Place {
            vault: VaultId(self.vault),
            kind: Kind(kind),
            record: RecordId(self.id),
            person: Some(vault::PersonId(self.head.start.person.0)),
        }
    }

    /// The key of the store that a record of this hand-over lies under.
    pub(crate) fn key(&self, prefix: &str) -> String {
        format!("{prefix}{}", hex(&self.id))
    }

    /// The key of the store that a recording lies under. Whoever reads the keys alone does not learn which one it
    /// is: the token stands in the opening.
    pub(crate) fn sound_key(&self, sound: &str) -> String {
        let digest = vault::digest(&[&self.token[..], sound.as_bytes()].concat());
        format!("{SOUND}{}", hex(&digest[..16].try_into().unwrap_or_default()))
    }
}

/// A record under the browser's key, and the place it says it belongs to.
async fn opened(store: &Store, key: &JsValue, at: &str) -> Option<(Place, vault::Zeroizing<Vec<u8>>)> {
    let bytes = store.get(at).await.ok()??;
    if bytes.len() > shape::LARGEST {
        return None;
    }
    let place = vault::label_of_passing(&bytes).ok()?.place;
    let plain = browser_key::open(key, vault::take_apart(&place, &bytes).ok()?).await?;
    Some((place, plain))
}

fn asked(opening: &Opening) -> Option<Asked> {
    let read = |words: &String| Book::read(&opening.definition, Some(words));
    let books: Vec<Book> = opening.wordings.iter().map(read).collect::<Option<_>>()?;
    let instrument = &books.first()?.instrument;
    let pinned = (&opening.head.instrument, opening.head.version.as_str());
    if (instrument.id(), instrument.version()) != pinned {
        return None;
    }
    let items = opening.items.iter().map(|id| instrument.find_item(id)).collect::<Option<Vec<_>>>()?;
    let in_order = items.windows(2).all(|pair| pair[0] < pair[1]);
    (in_order && !items.is_empty()).then_some(())?;
    let (head, known) = (opening.head.clone(), opening.known.clone());
    let (pictures, language) = (Pictures::of(&opening.dress), opening.language);
    Some(Asked { head, known, items, books, pictures, language })
}

/// A newer revision of the same record may replace an older one, and nothing else may.
fn newer(there: &[u8], new: &[u8]) -> bool {
    let label = |bytes| vault::label_of_handed(bytes).or_else(|_| vault::label_of_passing(bytes));
    match (label(there), label(new)) {
        (Ok(there), Ok(new)) => there.place == new.place && there.revision <= new.revision,
        _ => false,
    }
}
