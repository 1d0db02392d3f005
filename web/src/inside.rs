//! What lies behind the door: the second wasm, fetched as soon as the first page is there. A tablet that is opened
//! asks for a passphrase first, and most of the app has come by the time that is typed.

use crate::app::View;
use crate::components::frame::Page;
use crate::effect::World;
use crate::library::Library;
use crate::pages;
use crate::sounds::Recorded;
use crate::state::{Action, AppState, Effect, Reduce, Stage, reduce};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// What comes later.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// The bytes of a recording, when they come; none when it cannot be had.
pub(crate) type Sounding = Later<Option<vault::Zeroizing<Vec<u8>>>>;

/// What the second wasm brings. Whatever only this leads to lies in it: the first one draws the door, and asks this
/// one for everything else.
pub struct Inside {
    /// The pages of an open tablet, and those about the app itself.
    pub page: fn(&View<'_>, &AppState) -> Page,
    /// What the screen does next, whatever the state.
    pub reduce: Reduce,
    /// Carries out what opens a vault, and what an open one asks for.
    pub(crate) act: fn(World, Effect) -> Later<Option<Action>>,
    /// Reads the list of instruments, so that it is at hand when a vault opens.
    pub(crate) library: fn(World) -> Later<Option<Rc<Library>>>,
    /// What is recorded of the words the present page is about.
    pub recorded: fn(&AppState) -> Vec<Recorded>,
    /// The bytes of a recording, by its key.
    pub(crate) sound: fn(World, String) -> Sounding,
    /// The library with the words of the language that is spoken.
    pub(crate) translate: fn(World) -> Later<Option<Rc<Library>>>,
}

/// The one there is.
pub static INSIDE: Inside = Inside {
    page: pages::behind_the_door,
    reduce,
    recorded: |state| match &state.stage {
        Stage::Open(open) => open.recorded(&state.route),
        _ => Vec::new(),
    },
    sound: |world, key| Box::pin(async move { world.sound(&key).await }),
    act: |world, effect| Box::pin(async move { world.act(effect).await }),
    library: |world| Box::pin(async move { world.library().await }),
    translate: |world| Box::pin(async move { world.translate().await }),
};

/// Fetches the second wasm; gives nothing when it cannot be had now.
pub type Fetch = fn() -> Later<Option<&'static Inside>>;
