//! A break: nothing of the sitting is on the screen, and nothing counts the time.

use crate::app::View;
use crate::components::controls::{heading, lead, link_button, words};
use crate::pages::contacts::list;
use crate::route::Route;
use crate::service::Service;
use crate::state::{Open, Sitting};
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, open: &Open, service: &Service, sitting: &Sitting) -> Html {
    let (text, start) = (view.text, &sitting.session.start);
    // To the very question they were at; after a lock nobody knows it any more, and the first open one is next.
    let go_on = sitting.last_at.clone().or_else(|| open.resume(start.id));
    let go_on = go_on.unwrap_or(Route::Person(start.person));
    html! {<>
        { heading(text.break_title()) }
        { lead(text.break_saved()) }
        { words(text.break_time()) }
        { words(text.break_ground()) }
        { link_button(view, go_on, text.break_go_on()) }
        if !service.contacts.is_empty() {
            <h2 class="second-heading">{ text.contacts_title() }</h2>
            { list(text, &service.contacts) }
        }
    </>}
}
