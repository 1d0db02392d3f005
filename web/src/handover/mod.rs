//! The handed-over tablet: a program of its own, started in a document of its own. It has the questions that
//! were given out and nothing else; no list, no names, no key of the worker's. `state` decides, `keep` acts,
//! `pages` draw. `merge` and `flags` belong to the worker's side of it: what happens at hand-back.

mod app;
mod asking;
pub(crate) mod browser_key;
pub mod flags;
pub(crate) mod keep;
pub mod merge;
mod pages;
#[cfg(test)]
pub(crate) mod sample;
pub mod shape;
pub mod state;
pub mod steps;

/// Draws the handed-over page, and has a plain panel shown should it ever stop.
pub fn start() {
    std::panic::set_hook(Box::new(|_| crate::browser::stopped()));
    let root = crate::browser::window().document().and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        root.set_text_content(None);
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
