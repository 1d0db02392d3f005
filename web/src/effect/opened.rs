//! What is done once the second wasm is there: opening a vault, keeping and reading what is in it.

use super::books::tag;
use super::{EXAMPLES, HEADER, KEPT, World};
use crate::browser;
use crate::examples;
use crate::keeper::Keeper;
use crate::library::{Edition, Library, STRENGTHS_PROFILE};
use crate::needs::Ease;
use crate::record::Loaded;
use crate::sounds;
use crate::state::{
    Action, Effect, FiguresStep, Handover, KeepTrouble, NotKept, Passphrase, Reading, ShutTrouble, VaultKind,
};
use crate::store::{Store, StoreTrouble, Write};
use crate::stored::StoredScores;
use crate::text::Language;
use crate::unlock::{self, Tries};
use assessment_core::schedule::uk_date;
use std::rc::Rc;
use vault::{Header, VaultKey};

impl World {
    /// Carries out what only an open tablet asks for, and what opens one.
    pub(crate) async fn act(&self, effect: Effect) -> Option<Action> {
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
            Effect::ReadFigures(id, on) => {
                let read = self.read_figures(id, on).await;
                Some(Action::Figures(FiguresStep::Read(read)))
            }
            Effect::KeepFigures(figures, instead_of) => self.keep_figures(figures, instead_of).await,
            Effect::DropFigures(id) => self.drop_figures(id).await,
            Effect::MakeRelease(leaving) => Some(Action::ReleaseMade(self.release(&leaving).await)),
            _ => None,
        }
    }

    pub(super) fn open(&self) -> Option<Rc<Keeper>> {
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
        let mut loaded = keeper.load().await.map_err(|_| ShutTrouble::Stopped)?;
        // What comes back is taken in by its own definition. Where that cannot be had the answers wait.
        for edition in keeper.handed_out(&loaded).await {
            let _ = self.book(&edition).await;
        }
        let library = self.library().await.ok_or(ShutTrouble::Stopped)?;
        keeper.take_back(&library, &mut loaded).await;
        *self.keeper.borrow_mut() = Some(Rc::new(keeper));
        Ok(Opening { kind, loaded, library })
    }

    /// Puts down what the questions need, forgets every key and puts another document in place of this one.
    async fn hand_over(&self, over: &Handover) -> Result<(), StoreTrouble> {
        let given_up = self.given_up.get();
        // The very version the session pins, which need not be the newest.
        let (id, version) = (over.session.instrument.to_string(), over.session.version.clone());
        let library = self.library().await.ok_or(StoreTrouble::Failed)?;
        let line = library.line(&Edition { id, version }).ok_or(StoreTrouble::Failed)?;
        let fetch = |part: String| async move { browser::fetch(&format!("{}.{part}.json", line.file)).await };
        let definition = fetch("definition".to_owned()).await.ok_or(StoreTrouble::Failed)?;
        // Words a service brought are the only ones of their session, and none are among the app's files.
        let mut wordings: Vec<String> = over.words.iter().cloned().collect();
        if wordings.is_empty() {
            for language in [Language::En, Language::Cy] {
                let words = |ease| fetch(format!("wording.{}", tag(language, ease)));
                let plainly = words(over.ease).await;
                wordings.extend(if plainly.is_none() { words(Ease::Usual).await } else { plainly });
            }
        }
        if wordings.is_empty() {
            return Err(StoreTrouble::Failed);
        }
        let (items, setting) = (&over.items[..], over.session.start.setting);
        let given = sounds::Given { definition: &definition, wordings: &wordings, items, setting };
        let recorded = sounds::handed(&given, &over.recordings);
        let keeper = self.open().ok_or(StoreTrouble::Failed)?;
        let ready = keeper.make_ready(over, definition, wordings, recorded).await?;
        self.settled().await;
        // Recordings take a moment, in which somebody may have gone on to other things.
        if self.given_up.get() != given_up {
            return Ok(());
        }
        keeper.hand_over(over, &ready).await?;
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
        let (people, sessions) =
            examples::people(&people, book, today, &mut browser::fresh_id).ok_or(ShutTrouble::Stopped)?;
        let key = unlock::passing_key().map_err(|_| ShutTrouble::Stopped)?;
        let keeper = Keeper::new(store, key);
        keeper.save_all(&people, &sessions, &library).await.map_err(stopped)?;
        let loaded = keeper.load().await.map_err(stopped)?;
        *self.keeper.borrow_mut() = Some(Rc::new(keeper));
        Ok(Opening { kind: VaultKind::Examples, loaded, library })
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
