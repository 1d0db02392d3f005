//! Trellis in the browser. Where to start reading: `state` decides, `effect` acts, `app` draws the page of
//! the route; `keeper` is the only one that holds a key, `person` the only one that holds a name.

pub mod app;
pub mod brought;
mod browser;
pub mod charts;
pub mod components;
pub mod design;
mod effect;
pub mod examples;
pub mod handover;
pub mod inside;
pub mod keeper;
pub mod known;
pub mod library;
pub mod needs;
pub mod notes;
pub mod order;
pub mod pages;
pub mod person;
pub mod preview;
pub mod private;
pub mod raises;
pub mod record;
pub mod release;
pub mod reliability;
pub mod route;
pub mod screens;
pub mod service;
pub mod sounds;
pub mod state;
pub mod store;
pub mod stored;
pub mod text;
pub mod typed;
mod unlock;
mod writer;

/// Draws the app into the page, and has a plain panel shown should it ever stop. `inside` fetches the second wasm.
pub fn start(inside: inside::Fetch) {
    std::panic::set_hook(Box::new(|_| browser::stopped()));
    let root = browser::window().document().and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        root.set_text_content(None);
        yew::Renderer::<app::App>::with_root_and_props(root, app::Start { inside }).render();
    }
}
