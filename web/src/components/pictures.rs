//! A picture beside words. It only decorates: the words say the same, and whoever listens is told nothing of it.

use crate::browser;
use crate::needs::Pictures;
use yew::prelude::*;

/// Words, with the picture of that name on their left where pictures are wanted and there is one. All pictures are
/// in one file of the app, which is asked for when the first of them is shown.
pub fn beside(wanted: Pictures, picture: Option<&str>, words: Html) -> Html {
    let Some(name) = picture.filter(|_| wanted == Pictures::With) else { return words };
    let href = format!("{}#{name}", browser::file_address("pictures.svg"));
    html! {
        <span class="pictured">
            <svg class="picture" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use {href} /></svg>
            <span>{ words }</span>
        </span>
    }
}
