//! Fetches what lies behind the door: the second wasm.

use super::World;
use crate::inside::Inside;
use crate::state::{Action, Arrival};

impl World {
    /// The second wasm, once it is there.
    pub(crate) fn inside(&self) -> Option<&'static Inside> {
        self.inside.get()
    }

    /// The second wasm, fetched when it is not there yet.
    pub(super) async fn behind_the_door(&self) -> Option<&'static Inside> {
        if self.inside.get().is_none() {
            self.inside.set((self.fetch)().await);
        }
        self.inside.get()
    }

    /// Fetches it, and says whether it came.
    pub(super) async fn arrival(&self) -> Action {
        let there = self.behind_the_door().await.is_some();
        Action::Inside(if there { Arrival::There } else { Arrival::Failed })
    }
}
