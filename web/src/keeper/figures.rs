//! The keeper's part of figures a service brings: sealed like everything else, under the key of what is about nobody.

use super::Keeper;
use crate::browser;
use crate::record::{self, reliability};
use crate::reliability::Figures;
use crate::route::{hex, read_id};
use crate::store::{StoreTrouble, Write};
use vault::{Kind, Label, Place, RecordId, Revision};

/// Key prefix in the store.
const FIGURES: &str = "r";

impl Keeper {
    /// All figures that open, and how many did not.
    pub async fn figures(&self) -> Result<(Vec<Figures>, usize), StoreTrouble> {
        let (mut figures, mut unreadable) = (Vec::new(), 0);
        let key = self.key.derive_settings_key();
        for write in self.store.range(FIGURES, "s").await? {
            let opened = read_id(&write.key[1..]).and_then(|id| {
                let (_, plain) = vault::open(&key, &self.figures_place(id), &write.bytes).ok()?;
                reliability::read_figures(id, &plain).ok()
            });
            match opened {
                Some(one) => figures.push(one),
                None => unreadable += 1,
            }
        }
        Ok((figures, unreadable))
    }

    /// Seals figures in the place of others, all of it or nothing.
    pub async fn save_figures(
        &self,
        figures: &Figures,
        instead_of: Option<[u8; 16]>,
    ) -> Result<(), StoreTrouble> {
        let label = Label { place: self.figures_place(figures.id), revision: Revision::FIRST };
        let plain = reliability::write_figures(figures);
        let sealed = vault::seal(&self.key.derive_settings_key(), &label, &plain, &mut browser::random);
        let write = Write { key: key_of(figures.id), bytes: sealed.map_err(|_| StoreTrouble::Failed)? };
        let gone: Vec<String> = instead_of.into_iter().map(key_of).collect();
        self.store.swap(&[write], None, &gone, |_, _| false).await
    }

    /// Takes figures away.
    pub async fn drop_figures(&self, id: [u8; 16]) -> Result<(), StoreTrouble> {
        self.store.swap(&[], None, &[key_of(id)], |_, _| true).await
    }

    fn figures_place(&self, id: [u8; 16]) -> Place {
        Place { vault: self.key.vault(), kind: Kind(record::FIGURES), record: RecordId(id), person: None }
    }
}

fn key_of(id: [u8; 16]) -> String {
    format!("{FIGURES}{}", hex(&id))
}
