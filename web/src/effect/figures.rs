//! Reads a reliability file that somebody chose, and has it kept or taken away.

use super::World;
use super::packs::{FIELD, text_in};
use crate::brought::PackTrouble;
use crate::browser;
use crate::reliability::{self, Figures, Looked};
use crate::state::{Action, FiguresStep};
use chrono::NaiveDate;

impl World {
    pub(super) async fn read_figures(&self, id: [u8; 16], on: NaiveDate) -> Result<Box<Looked>, PackTrouble> {
        let chosen = browser::chosen_files(FIELD);
        let text = text_in(chosen.first().ok_or(PackTrouble::NoFile)?).await?;
        let named = reliability::named(&text)?;
        let book = self.named_book(&named).await?;
        reliability::judge(&book, text, id, on).map(Box::new)
    }

    pub(super) async fn keep_figures(
        &self,
        figures: Box<Figures>,
        instead_of: Option<[u8; 16]>,
    ) -> Option<Action> {
        let kept = self.open()?.save_figures(&figures, instead_of).await;
        Some(Action::Figures(FiguresStep::Kept(kept.map(|()| figures).map_err(|_| PackTrouble::NotKept))))
    }

    pub(super) async fn drop_figures(&self, id: [u8; 16]) -> Option<Action> {
        let dropped = self.open()?.drop_figures(id).await;
        Some(Action::Figures(dropped.map_or(FiguresStep::NotGone, |()| FiguresStep::Gone(id))))
    }
}
