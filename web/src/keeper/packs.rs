//! The keeper's part of words a service brings: sealed like everything else, under the key of what is about nobody.

use super::Keeper;
use crate::brought::Brought;
use crate::browser;
use crate::record::{self, packs};
use crate::route::{hex, read_id};
use crate::store::{StoreTrouble, Write};
use vault::{Kind, Label, Place, RecordId, Revision};

/// Key prefix in the store.
const PACKS: &str = "w";

impl Keeper {
    /// Every pack that opens, and how many did not.
    pub(super) async fn packs(&self) -> Result<(Vec<Brought>, usize), StoreTrouble> {
        let (mut brought, mut unreadable) = (Vec::new(), 0);
        let key = self.key.derive_settings_key();
        let writes = self.store.range(PACKS, "x").await?;
        self.sweep_sounds(writes.iter().map(|write| &write.key[1..])).await?;
        for write in writes {
            let opened = read_id(&write.key[1..]).and_then(|id| {
                let (_, plain) = vault::open(&key, &self.pack_place(id), &write.bytes).ok()?;
                packs::read_pack(id, &plain).ok()
            });
            match opened {
                Some(pack) => brought.push(pack),
                None => unreadable += 1,
            }
        }
        Ok((brought, unreadable))
    }

    /// Seals a pack.
    pub async fn save_pack(&self, brought: &Brought) -> Result<(), StoreTrouble> {
        let label = Label { place: self.pack_place(brought.id), revision: Revision::FIRST };
        let plain = packs::write_pack(brought);
        let sealed = vault::seal(&self.key.derive_settings_key(), &label, &plain, &mut browser::random);
        let bytes = sealed.map_err(|_| StoreTrouble::Failed)?;
        self.store.put(&[Write { key: key_of(brought.id), bytes }], |_, _| false).await
    }

    /// Takes a pack away with all its recordings.
    pub async fn drop_pack(&self, id: [u8; 16]) -> Result<(), StoreTrouble> {
        let mut gone = self.sounds_of(id).await?;
        gone.push(key_of(id));
        self.store.swap(&[], None, &gone, |_, _| true).await
    }

    fn pack_place(&self, id: [u8; 16]) -> Place {
        Place { vault: self.key.vault(), kind: Kind(record::PACK), record: RecordId(id), person: None }
    }
}

fn key_of(id: [u8; 16]) -> String {
    format!("{PACKS}{}", hex(&id))
}
