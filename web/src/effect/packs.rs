//! Reads a wording pack from a file that somebody chose, and has it kept or taken away.

use super::World;
use crate::brought::{self, Brought, Judged, LARGEST, PackTrouble};
use crate::browser;
use crate::library::Edition;
use crate::state::Action;
use chrono::NaiveDate;

/// Id of the field a file is chosen in.
pub(crate) const FIELD: &str = "pack";

impl World {
    pub(super) async fn read_pack(&self, id: [u8; 16], on: NaiveDate) -> Result<Box<Judged>, PackTrouble> {
        let bytes = browser::chosen_file(FIELD, LARGEST).await?;
        let text = String::from_utf8(bytes).map_err(|_| PackTrouble::NotText)?;
        // Some editors put a mark before the first letter that is none.
        let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
        let named = brought::named(&text)?;
        let library = self.library().await.ok_or(PackTrouble::NotNow)?;
        let newest = || library.listed(&named.id).map(|listed| listed.edition.clone());
        let edition = library.line(&named).map(|listed| listed.edition.clone()).or_else(newest);
        let unknown = || {
            PackTrouble::Faults(vec![format!("instrument: This version of the app has no `{}`.", named.id)])
        };
        let edition: Edition = edition.ok_or_else(unknown)?;
        let book = self.book(&edition).await.map_err(|_| PackTrouble::NotNow)?;
        brought::judge(&book, text, id, on).map(Box::new)
    }

    pub(super) async fn keep_pack(&self, brought: Box<Brought>) -> Option<Action> {
        let kept = self.open()?.save_pack(&brought).await;
        Some(Action::PackKept(kept.map(|()| brought).map_err(|_| PackTrouble::NotKept)))
    }

    pub(super) async fn drop_pack(&self, id: [u8; 16]) -> Option<Action> {
        // One that is still there stays in the list.
        self.open()?.drop_pack(id).await.ok().map(|()| Action::PackGone(id))
    }
}
