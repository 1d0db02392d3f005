//! Who to call, readable while locked, and the form that changes it. A service's own words, about nobody.

use crate::app::View;
use crate::components::controls::{back, button, heading, lead, link, notice, second_heading, words};
use crate::components::fields;
use crate::route::Route;
use crate::service::{Service, lines};
use crate::state::{Action, Stage};
use yew::prelude::*;

/// A service's lines as a list.
pub fn list(text: &str) -> Html {
    html! { <ul class="told own-words">{ for lines(text).map(|line| html! { <li>{ line.to_owned() }</li> }) }</ul> }
}

/// The page for everybody.
pub fn page(view: &View<'_>, service: &Service, stage: &Stage) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Home) }
        { heading(text.contacts_title()) }
        { notice(text.contacts_danger()) }
        if service.contacts.is_empty() { { words(text.contacts_none()) } } else { { list(&service.contacts) } }
        if !service.must_tell.is_empty() {
            { second_heading(text.contacts_tell_title()) }
            { list(&service.must_tell) }
        }
        { words(text.contacts_locked()) }
        if matches!(stage, Stage::Open(_)) { { link(view, Route::Service, "stop-link", text.contacts_change()) } }
    </>}
}

/// The form.
pub fn form(view: &View<'_>, service: &Service) -> Html {
    let text = view.text;
    let dispatch = view.dispatch.clone();
    let onclick = Callback::from(move |_| {
        let service = Service::of(&fields::typed("contacts"), &fields::typed("must-tell"));
        dispatch.emit(Action::KeepService(service));
    });
    html! {<>
        { back(view, Route::Contacts) }
        { heading(text.service_title()) }
        { lead(text.service_lead()) }
        { fields::area("contacts", text.service_contacts(), Some(text.service_contacts_hint()), &service.contacts) }
        { fields::area("must-tell", text.service_tell(), Some(text.service_tell_hint()), &service.must_tell) }
        { button(text.service_save(), onclick) }
    </>}
}
