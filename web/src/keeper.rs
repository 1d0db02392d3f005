//! An open vault over its store: the only place where a key and a record meet. Nothing else in `web`
//! ever holds a key.

mod figures;
mod handing;
mod packs;
mod sounds;

use crate::browser;
use crate::library::Library;
use crate::notes::Notes;
use crate::person::Person;
use crate::record::{self, Head, Loaded, Parts};
use crate::route::{hex, read_id};
use crate::service::Service;
use crate::store::{Store, StoreTrouble, Write};
use crate::stored::StoredScores;
use assessment_core::session::{PersonId, Session, SessionId};
use assessment_core::table::Table;
use std::cell::RefCell;
use vault::{Kind, Label, Place, RecordId, RecordKey, Revision, VaultKey};

/// Key prefixes in the store. Answers come last, so that a list can be read without them.
const KEYS: &str = "k";
const PEOPLE: &str = "p";
const HEADS: &str = "s";
const NOTES: &str = "n";
/// A service's own words, in the clear: they are about nobody.
pub const SERVICE: &str = "about-service";
const ANSWERS: &str = "z";

/// An open vault.
pub struct Keeper {
    store: Store,
    key: VaultKey,
    people: RefCell<Table<PersonId, Known>>,
    /// The revision of each head that is safely kept.
    heads: RefCell<Table<SessionId, u64>>,
}

/// A person's key, and its wrapped bytes as long as they are not safely kept.
struct Known {
    key: RecordKey,
    owed: Option<Vec<u8>>,
}

impl Keeper {
    /// Takes a key that was unlocked or made.
    pub fn new(store: Store, key: VaultKey) -> Keeper {
        Keeper { store, key, people: RefCell::default(), heads: RefCell::default() }
    }

    /// Opens everything but answers. A record that will not open is counted and left alone.
    pub async fn load(&self) -> Result<Loaded, StoreTrouble> {
        let mut loaded = Loaded::default();
        for write in self.store.range(KEYS, "l").await? {
            let person = read_id(&write.key[1..]).map(PersonId);
            let opened =
                person.and_then(|p| self.key.open_person_key(vault::PersonId(p.0), &write.bytes).ok());
            match (person, opened) {
                (Some(person), Some((_, key))) => {
                    self.people.borrow_mut().insert(person, Known { key, owed: None });
                }
                _ => loaded.unreadable += 1,
            }
        }
        for write in self.store.range(PEOPLE, "q").await? {
            let person = read_id(&write.key[1..]).map(PersonId);
            let opened = person.and_then(|id| {
                let (revision, plain) = self.open(id, record::PERSON, id.0, &write.bytes)?;
                record::read_person(id, revision, &plain).ok()
            });
            match opened {
                Some(person) => loaded.people.push(person),
                None => loaded.unreadable += 1,
            }
        }
        for write in self.store.range(HEADS, "t").await? {
            let opened = self.labelled(&write).and_then(|(person, id)| {
                let (_, plain) = self.open(person, record::HEAD, id, &write.bytes)?;
                record::read_head(SessionId(id), person, &plain).ok()
            });
            match opened {
                Some(head) => {
                    self.heads.borrow_mut().insert(head.start.id, head.revision());
                    loaded.heads.push(head);
                }
                None => loaded.unreadable += 1,
            }
        }
        for write in self.store.range(NOTES, "o").await? {
            let opened = self.labelled(&write).and_then(|(person, id)| {
                let (revision, plain) = self.open(person, record::NOTES, id, &write.bytes)?;
                Some((SessionId(id), record::notes::read_notes(revision, &plain).ok()?))
            });
            match opened {
                Some(notes) => loaded.notes.push(notes),
                None => loaded.unreadable += 1,
            }
        }
        let (brought, unreadable) = self.packs().await?;
        loaded.brought = brought;
        loaded.unreadable += unreadable;
        let (figures, unreadable) = self.figures().await?;
        loaded.figures = figures;
        loaded.unreadable += unreadable;
        Ok(loaded)
    }

    /// Whom a record is about by its label, and its own id by its key.
    fn labelled(&self, write: &Write) -> Option<(PersonId, [u8; 16])> {
        let person = vault::label_of(&write.bytes).ok()?.place.person?;
        Some((PersonId(person.0), read_id(write.key.get(1..)?)?))
    }

    /// Seals what is kept beside a sitting.
    pub async fn save_notes(
        &self,
        person: PersonId,
        session: SessionId,
        notes: &Notes,
    ) -> Result<(), StoreTrouble> {
        let plain = record::notes::write_notes(notes);
        let sealed = self.seal(person, record::NOTES, session.0, notes.revision, &plain)?;
        let mut writes = vec![Write { key: format!("{NOTES}{}", hex(&session.0)), bytes: sealed }];
        writes.extend(self.owed_key(person));
        self.put(&writes, &[person]).await
    }

    /// Keeps a service's own words beside the records, not sealed.
    pub async fn save_service(&self, service: &Service) -> Result<(), StoreTrouble> {
        let write = Write { key: SERVICE.to_owned(), bytes: service.write() };
        self.store.put(&[write], |_, _| true).await
    }

    /// A session with its answers; `None` when they will not open.
    pub async fn session(&self, head: Head) -> Result<Option<Session>, StoreTrouble> {
        let id = head.start.id.0;
        let person = head.start.person;
        let Some(bytes) = self.store.get(&format!("{ANSWERS}{}", hex(&id))).await? else {
            return Ok(record::read_session(head, None).ok());
        };
        let opened = self.open(person, record::ANSWERS, id, &bytes);
        Ok(opened.and_then(|(_, plain)| record::read_session(head, Some(&plain)).ok()))
    }

    /// Seals a person. Sealing happens before the first await, so calls are written in their order.
    pub async fn save_person(&self, person: &Person) -> Result<(), StoreTrouble> {
        if !self.people.borrow().contains_key(&person.id) {
            let id = vault::PersonId(person.id.0);
            let made = self.key.make_person_key(id, Revision::FIRST, &mut browser::random);
            let (key, wrapped) = made.map_err(|_| StoreTrouble::Failed)?;
            self.people.borrow_mut().insert(person.id, Known { key, owed: Some(wrapped) });
        }
        let plain = record::write_person(person);
        let sealed = self.seal(person.id, record::PERSON, person.id.0, person.revision, &plain)?;
        let mut writes = vec![Write { key: format!("{PEOPLE}{}", hex(&person.id.0)), bytes: sealed }];
        writes.extend(self.owed_key(person.id));
        self.put(&writes, &[person.id]).await
    }

    /// A key that is not safely kept yet is written again with everything of its person: without it,
    /// nothing of theirs would ever open.
    fn owed_key(&self, person: PersonId) -> Option<Write> {
        let people = self.people.borrow();
        let bytes = people.get(&person)?.owed.clone()?;
        Some(Write { key: format!("{KEYS}{}", hex(&person.0)), bytes })
    }

    async fn put(&self, writes: &[Write], people: &[PersonId]) -> Result<(), StoreTrouble> {
        self.store.put(writes, newer).await?;
        for person in people {
            if let Some(known) = self.people.borrow_mut().get_mut(person) {
                known.owed = None;
            }
        }
        Ok(())
    }

    /// Seals a session's answers, and its head where asked; with its scores once it is finished.
    pub async fn save_session(
        &self,
        session: &Session,
        parts: Parts,
        scores: Option<StoredScores>,
    ) -> Result<(), StoreTrouble> {
        let writes = self.session_writes(session, parts, scores)?;
        self.put(&writes, &[session.start.person]).await?;
        self.heads.borrow_mut().insert(session.start.id, Head::of(session).revision());
        Ok(())
    }

    /// Seals whole people and sessions in one go: the examples.
    pub async fn save_all(
        &self,
        people: &[Person],
        sessions: &[Session],
        library: &Library,
    ) -> Result<(), StoreTrouble> {
        for person in people {
            self.save_person(person).await?;
        }
        let mut writes = Vec::new();
        for session in sessions {
            let scores = StoredScores::of(library, session);
            writes.extend(self.session_writes(session, Parts::HeadAndAnswers, scores)?);
        }
        self.put(&writes, &[]).await
    }

    fn session_writes(
        &self,
        session: &Session,
        parts: Parts,
        scores: Option<StoredScores>,
    ) -> Result<Vec<Write>, StoreTrouble> {
        let (id, person) = (session.start.id.0, session.start.person);
        let head = Head { scores, ..Head::of(session) };
        // Answers without their head would never be found again, so a head that is not kept goes with them.
        let owed = self.heads.borrow().get(&session.start.id).is_none_or(|kept| *kept < head.revision());
        let mut writes: Vec<Write> = self.owed_key(person).into_iter().collect();
        if owed || parts != Parts::Answers {
            let plain = record::write_head(&head);
            let sealed = self.seal(person, record::HEAD, id, head.revision(), &plain)?;
            writes.push(Write { key: format!("{HEADS}{}", hex(&id)), bytes: sealed });
        }
        if parts != Parts::Head {
            let plain = record::write_answers(session);
            let sealed = self.seal(person, record::ANSWERS, id, session.revision, &plain)?;
            writes.push(Write { key: format!("{ANSWERS}{}", hex(&id)), bytes: sealed });
        }
        Ok(writes)
    }

    fn place(&self, person: PersonId, kind: u8, record: [u8; 16]) -> Place {
        Place {
            vault: self.key.vault(),
            kind: Kind(kind),
            record: RecordId(record),
            person: Some(vault::PersonId(person.0)),
        }
    }

    fn seal(
        &self,
        person: PersonId,
        kind: u8,
        record: [u8; 16],
        revision: u64,
        plain: &[u8],
    ) -> Result<Vec<u8>, StoreTrouble> {
        let keys = self.people.borrow();
        let key = &keys.get(&person).ok_or(StoreTrouble::Failed)?.key;
        let label = Label { place: self.place(person, kind, record), revision: Revision(revision) };
        vault::seal(key, &label, plain, &mut browser::random).map_err(|_| StoreTrouble::Failed)
    }

    fn open(
        &self,
        person: PersonId,
        kind: u8,
        record: [u8; 16],
        bytes: &[u8],
    ) -> Option<(u64, vault::Zeroizing<Vec<u8>>)> {
        let keys = self.people.borrow();
        let opened = vault::open(&keys.get(&person)?.key, &self.place(person, kind, record), bytes);
        opened.ok().map(|(revision, plain)| (revision.0, plain))
    }

    /// Gives the store back, so that it can be closed.
    pub fn into_store(self) -> Store {
        self.store
    }
}

/// A newer revision may replace an older one; anything that cannot be read is never overwritten. An
/// answer saved twice with the same revision is the same answer.
fn newer(there: &[u8], new: &[u8]) -> bool {
    match (vault::label_of(there), vault::label_of(new)) {
        (Ok(there), Ok(new)) => there.place == new.place && there.revision <= new.revision,
        // A person's wrapped key has no label; writing the same one twice changes nothing.
        _ => there == new,
    }
}
