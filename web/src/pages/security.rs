//! How answers are kept safe, in plain words.

use crate::app::View;
use crate::components::controls::{back, heading, lead, words};
use crate::route::Route;
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Home) }
        { heading(text.security_title()) }
        { lead(text.security_lead()) }
        { words(text.security_sealed()) }
        { words(text.security_not_sent()) }
        { words(text.security_lock()) }
        { words(text.security_handed()) }
        { words(text.security_handed_stolen()) }
        { words(text.security_examples()) }
        { words(text.security_cannot()) }
    </>}
}
