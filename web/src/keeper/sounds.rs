//! The keeper's part of recordings: each a record of its own, sealed as the pack it came with, read only when it is
//! played.

use super::Keeper;
use crate::browser;
use crate::record;
use crate::route::hex;
use crate::sounds::sha256_of;
use crate::store::{StoreTrouble, Write};
use vault::{Kind, Label, Place, RecordId, Revision, Zeroizing};

/// Key prefix in the store. After it the pack's id, then the record's own.
const SOUNDS: &str = "x";

impl Keeper {
    /// Seals one recording of a pack. The pack itself is kept last: until then nobody finds these.
    pub async fn save_sound(&self, pack: [u8; 16], sha256: &str, sound: &[u8]) -> Result<(), StoreTrouble> {
        let id = record_id(pack, sha256);
        let label = Label { place: self.sound_place(id), revision: Revision::FIRST };
        let sealed = vault::seal(&self.key.derive_settings_key(), &label, sound, &mut browser::random);
        let bytes = sealed.map_err(|_| StoreTrouble::Failed)?;
        self.store.put(&[Write { key: key_of(pack, id), bytes }], |_, _| false).await
    }

    /// The bytes of one recording; none when they are not there, will not open, or are not what the pack lists.
    pub async fn sound(&self, pack: [u8; 16], sha256: &str) -> Option<Zeroizing<Vec<u8>>> {
        let id = record_id(pack, sha256);
        let bytes = self.store.get(&key_of(pack, id)).await.ok()??;
        let (_, plain) = vault::open(&self.key.derive_settings_key(), &self.sound_place(id), &bytes).ok()?;
        (sha256_of(&plain) == sha256).then_some(plain)
    }

    /// The keys of a pack's recordings.
    pub(super) async fn sounds_of(&self, pack: [u8; 16]) -> Result<Vec<String>, StoreTrouble> {
        let from = format!("{SOUNDS}{}", hex(&pack));
        // Ids are written in 0 to 9 and a to f.
        self.store.keys(&from, &format!("{from}g")).await
    }

    /// Deletes the recordings that were on their way when the tablet stopped: the pack they belong to never came.
    /// One whose pack is there and will not open is left alone.
    pub(super) async fn sweep_sounds<'p>(
        &self,
        packs: impl Iterator<Item = &'p str> + Clone,
    ) -> Result<(), StoreTrouble> {
        let lost = |key: &String| !packs.clone().any(|pack| key[SOUNDS.len()..].starts_with(pack));
        let keys = self.store.keys(SOUNDS, "y").await?;
        let gone: Vec<String> = keys.into_iter().filter(lost).collect();
        if gone.is_empty() {
            return Ok(());
        }
        self.store.swap(&[], None, &gone, |_, _| true).await
    }

    /// Deletes what was kept of a pack that is not kept after all.
    pub async fn drop_sounds(&self, pack: [u8; 16]) -> Result<(), StoreTrouble> {
        let gone = self.sounds_of(pack).await?;
        self.store.swap(&[], None, &gone, |_, _| true).await
    }

    fn sound_place(&self, id: [u8; 16]) -> Place {
        Place { vault: self.key.vault(), kind: Kind(record::SOUND), record: RecordId(id), person: None }
    }
}

/// The same sound in two packs is two records.
fn record_id(pack: [u8; 16], sha256: &str) -> [u8; 16] {
    let digest = vault::digest(&[&pack[..], sha256.as_bytes()].concat());
    digest[..16].try_into().unwrap_or_default()
}

fn key_of(pack: [u8; 16], record: [u8; 16]) -> String {
    format!("{SOUNDS}{}{}", hex(&pack), hex(&record))
}
