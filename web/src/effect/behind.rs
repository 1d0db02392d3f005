//! Fetches what lies behind the door: the second wasm.

use super::World;
use crate::browser;
use crate::inside::Inside;
use crate::state::Action;

impl World {
    /// The second wasm, once it is there.
    pub(crate) fn inside(&self) -> Option<&'static Inside> {
        self.inside.get()
    }

    /// The second wasm, fetched when it is not there yet. Two may ask at once: one that fails takes nothing away.
    pub(super) async fn behind_the_door(&self) -> Option<&'static Inside> {
        if self.inside.get().is_none()
            && let Some(inside) = (self.fetch)().await
        {
            self.inside.set(Some(inside));
        }
        self.inside.get()
    }

    /// Fetches it, and all that its pages say; nothing when either did not come.
    pub(super) async fn arrival(&self) -> Action {
        let words = browser::begin_fetch("en.json");
        let there = self.behind_the_door().await.is_some();
        let words = self.read_words(browser::text_of(words).await);
        Action::Inside(words.filter(|_| there))
    }
}
