//! The keeper's part of a hand-over: what the tablet needs while the keys are gone, and taking back what was
//! answered.

use super::Keeper;
use crate::browser;
use crate::effect::HEADER;
use crate::handover::keep::{AFTER_SOUNDS, ANSWERED, DRAFT, GIVEN, KEY, MARKER, OPENING, SOUND};
use crate::handover::shape::{self, Given, Opening};
use crate::handover::{browser_key, merge};
use crate::library::{Edition, Library};
use crate::record::{Head, Loaded, Parts};
use crate::route::{hex, read_id};
use crate::sounds::{Recorded, Sound};
use crate::state::Handover;
use crate::store::{StoreTrouble, Write};
use crate::unlock;
use assessment_core::session::{PersonId, Session};
use vault::{Header, Label, Revision};
use wasm_bindgen::JsValue;

/// No more hand-overs than this wait to be taken back.
const MOST: usize = 64;
/// So many bytes of recordings are written in one transaction.
const AT_ONCE: usize = 1024 * 1024;

/// What is there before the tablet is handed over.
pub(crate) struct Ready {
    opening: Opening,
    key: JsValue,
}

/// One that waits to be taken back.
struct Waiting {
    id: [u8; 16],
    person: PersonId,
    given: Given,
    answered: Option<Vec<u8>>,
}

impl Keeper {
    /// Makes the key of a hand-over and puts down the recordings under it. Nothing leads to them yet.
    pub(crate) async fn make_ready(
        &self,
        over: &Handover,
        definition: String,
        wordings: Vec<String>,
        recorded: Vec<Recorded>,
    ) -> Result<Ready, StoreTrouble> {
        let failed = |_| StoreTrouble::Failed;
        let header = self.header().await?;
        // Only a header whose secret half opens has a public half that is ours.
        header.open_transfer_secret(&self.key).map_err(failed)?;
        let mut opening = Opening {
            id: browser::fresh_id(),
            vault: self.key.vault().0,
            public: *header.transfer_public(),
            token: browser::fresh_id(),
            head: Head::of(&over.session),
            items: over.items.clone(),
            known: over.known.clone(),
            at: browser::now(),
            dress: over.dress.clone(),
            language: over.language,
            definition,
            wordings,
            recorded,
        };
        let key = browser_key::make().await.ok_or(StoreTrouble::Failed)?;
        self.hand_sounds(&mut opening, &key).await;
        Ok(Ready { opening, key })
    }

    /// Puts down all that the questions need, in one transaction. From then on the tablet starts up handed
    /// over.
    pub(crate) async fn hand_over(&self, over: &Handover, ready: &Ready) -> Result<(), StoreTrouble> {
        let failed = |_| StoreTrouble::Failed;
        let Ready { opening, key } = ready;
        let (entries, worker_view, words, present, ways) = Default::default();
        let (revision, took, helped) = (0, None, Some(Default::default()));
        let base = over.session.clone();
        let empty = Session { revision, entries, worker_view, words, present, ways, took, helped, ..base };
        let first = |kind| Label { place: opening.place(kind), revision: Revision(0) };
        let mut writes = self.session_writes(&over.session, Parts::Head, None)?;
        for (at, kind, plain) in [
            (OPENING, shape::OPENING, shape::write_opening(opening)),
            (DRAFT, shape::DRAFT, crate::record::write_answers(&empty)),
        ] {
            let laid = vault::lay_out(&first(kind), &plain, &mut browser::random).map_err(failed)?;
            let bytes = browser_key::seal(key, &laid).await.ok_or(StoreTrouble::Failed)?;
            writes.push(Write { key: at.to_owned(), bytes });
        }
        let (session, token, items) = (opening.head.start.id, opening.token, opening.items.clone());
        let given = shape::write_given(&Given { session, token, items });
        let person = over.session.start.person;
        let given = self.seal(person, shape::GIVEN, opening.id, 1, &given)?;
        writes.push(Write { key: opening.key(GIVEN), bytes: given });
        writes.push(Write { key: MARKER.to_owned(), bytes: vec![1] });
        self.store.swap(&writes, Some((KEY, key.clone())), &[], replaces).await
    }

    /// Puts the recordings down before anything else: without the marker they lead nowhere, and the next unlock
    /// deletes them. What cannot be had or kept is no longer said to be recorded, and keeps back nothing.
    async fn hand_sounds(&self, opening: &mut Opening, key: &JsValue) {
        let left = self.store.keys(SOUND, AFTER_SOUNDS).await.unwrap_or_default();
        if !left.is_empty() {
            let _ = self.store.swap(&[], None, &left, replaces).await;
        }
        let mut sounds: Vec<&Sound> = opening.recorded.iter().flat_map(|row| &row.sounds).collect();
        sounds.sort_by_key(|sound| sound.key());
        sounds.dedup();
        let (mut kept, mut waiting, mut writes) = (Vec::new(), Vec::new(), Vec::new());
        let mut size = 0;
        for (n, sound) in sounds.iter().enumerate() {
            if let Some(write) = self.hand_sound(opening, key, sound).await {
                size += write.bytes.len();
                writes.push(write);
                waiting.push(sound.key());
            }
            // A transaction for each would take long, and one for all would need all of them in memory.
            if size >= AT_ONCE || n + 1 == sounds.len() {
                if self.store.put(&writes, replaces).await.is_err() {
                    break;
                }
                kept.append(&mut waiting);
                writes.clear();
                size = 0;
            }
        }
        opening.recorded.retain(|row| row.sounds.iter().all(|sound| kept.contains(&sound.key())));
    }

    async fn hand_sound(&self, opening: &Opening, key: &JsValue, sound: &Sound) -> Option<Write> {
        let plain = self.sound(sound.pack, &sound.sha256).await?;
        let label = Label { place: opening.place(shape::SOUND), revision: Revision(0) };
        let laid = vault::lay_out(&label, &plain, &mut browser::random).ok()?;
        let bytes = browser_key::seal(key, &laid).await?;
        Some(Write { key: opening.sound_key(&sound.key()), bytes })
    }

    async fn header(&self) -> Result<Header, StoreTrouble> {
        let bytes = self.store.get(HEADER).await?.ok_or(StoreTrouble::Failed)?;
        Header::parse(&bytes).map_err(|_| StoreTrouble::Failed)
    }

    /// Takes in what was answered while the tablet was handed over. Each hand-over is merged and its records
    /// deleted in one transaction; what does not fit is kept as it is, counted as unreadable and tried again
    /// at the next unlock. The marker and the browser's key go in any case: the worker is here. Whatever
    /// somebody put into the store meanwhile, it keeps nobody out.
    pub(crate) async fn take_back(&self, library: &Library, loaded: &mut Loaded) {
        let (waiting, unreadable) = self.waiting().await.unwrap_or((Vec::new(), 1));
        loaded.unreadable += unreadable;
        for one in waiting {
            let merged = self.merged(library, loaded, &one).await;
            match merged {
                Some(merged) if self.keep_back(&one, &merged).await.is_ok() => {
                    loaded.handed_back.push(merged.start.id);
                }
                _ => loaded.unreadable += 1,
            }
        }
        let mut gone = [MARKER, KEY, OPENING, DRAFT].map(str::to_owned).to_vec();
        gone.extend(self.store.keys(SOUND, AFTER_SOUNDS).await.unwrap_or_default());
        // A store that will not delete starts up with the questions once more, and asks for the worker again.
        let _ = self.store.swap(&[], None, &gone, replaces).await;
    }

    /// Of which editions answers wait to be taken back.
    pub(crate) async fn handed_out(&self, loaded: &Loaded) -> Vec<Edition> {
        let (waiting, _) = self.waiting().await.unwrap_or_default();
        let head = |one: &Waiting| loaded.heads.iter().find(|head| head.start.id == one.given.session);
        waiting.iter().filter_map(head).map(Head::edition).collect()
    }

    async fn waiting(&self) -> Result<(Vec<Waiting>, usize), StoreTrouble> {
        let (mut waiting, mut unreadable) = (Vec::new(), 0);
        let given = self.store.range(GIVEN, "oh").await?;
        let answered = self.store.range(ANSWERED, "ob").await?;
        let ids: Vec<_> = given.iter().map(|write| &write.key[GIVEN.len()..]).collect();
        unreadable += answered.iter().filter(|write| !ids.contains(&&write.key[ANSWERED.len()..])).count();
        for write in given.iter().take(MOST) {
            let id = &write.key[GIVEN.len()..];
            let answers = answered.iter().find(|there| there.key[ANSWERED.len()..] == *id);
            let person = vault::label_of(&write.bytes).ok().and_then(|label| label.place.person);
            let read = read_id(id).zip(person).and_then(|(id, person)| {
                let person = PersonId(person.0);
                let (_, plain) = self.open(person, shape::GIVEN, id, &write.bytes)?;
                let given = shape::read_given(&plain).ok()?;
                let answered = answers.map(|write| write.bytes.clone());
                Some(Waiting { id, person, given, answered })
            });
            match read {
                Some(one) => waiting.push(one),
                None => unreadable += 1,
            }
        }
        Ok((waiting, unreadable))
    }

    async fn merged(&self, library: &Library, loaded: &Loaded, one: &Waiting) -> Option<Session> {
        let is = |head: &&Head| head.start.id == one.given.session && head.start.person == one.person;
        let head = loaded.heads.iter().find(is)?;
        let session = self.session(head.clone()).await.ok()??;
        let Some(bytes) = &one.answered else { return Some(session) };
        let place = self.place(one.person, shape::ANSWERED, one.id);
        if bytes.len() > shape::LARGEST || vault::label_of_handed(bytes).ok()?.place != place {
            return None;
        }
        let header = self.header().await.ok()?;
        let answered = unlock::open_handed(&header, &self.key, bytes).await.ok()?;
        merge::merge(&library.of(&session)?.instrument, &session, &one.given, &answered).ok()
    }

    async fn keep_back(&self, one: &Waiting, merged: &Session) -> Result<(), StoreTrouble> {
        let writes = self.session_writes(merged, Parts::Answers, None)?;
        let id = hex(&one.id);
        let gone = [
            MARKER.to_owned(),
            KEY.to_owned(),
            OPENING.to_owned(),
            DRAFT.to_owned(),
            format!("{ANSWERED}{id}"),
            format!("{GIVEN}{id}"),
        ];
        self.store.swap(&writes, None, &gone, super::newer).await
    }
}

/// What an earlier hand-over left is replaced; records of sessions follow their own rule.
fn replaces(there: &[u8], new: &[u8]) -> bool {
    vault::label_of(new).is_err() || super::newer(there, new)
}
