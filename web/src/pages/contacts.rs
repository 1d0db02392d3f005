//! Who to call, readable while locked, and the form that changes it. A service's own words, about nobody.

use crate::app::View;
use crate::components::controls::{back, button, heading, lead, link, notice, second_heading, words};
use crate::components::fields;
use crate::route::Route;
use crate::service::{Said, Service, lines};
use crate::state::{Action, Stage};
use crate::text::Text;
use yew::prelude::*;

/// A service's lines as a list, in the language of the page; marked where they are in the other only.
pub fn list(text: &Text, said: &Said) -> Html {
    let (words, language) = said.spoken(text.language());
    let lang = (language != text.language()).then(|| language.code());
    html! { <ul class="told own-words" {lang}>{ for lines(words).map(|line| html! { <li>{ line.to_owned() }</li> }) }</ul> }
}

/// The page for everybody.
pub fn page(view: &View<'_>, service: &Service, stage: &Stage) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Home) }
        { heading(text.contacts_title()) }
        { notice(text.contacts_danger()) }
        if service.contacts.is_empty() { { words(text.contacts_none()) } } else { { list(text, &service.contacts) } }
        if !service.must_tell.is_empty() {
            { second_heading(text.contacts_tell_title()) }
            { list(text, &service.must_tell) }
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
        let service = Service::of(
            [&fields::typed("contacts"), &fields::typed("contacts-cy")],
            [&fields::typed("must-tell"), &fields::typed("must-tell-cy")],
        );
        dispatch.emit(Action::KeepService(service));
    });
    html! {<>
        { back(view, Route::Contacts) }
        { heading(text.service_title()) }
        { lead(text.service_lead()) }
        { fields::area("contacts", text.service_contacts(), Some(text.service_contacts_hint()), &service.contacts.en) }
        { fields::area("contacts-cy", text.service_contacts_cy(), Some(text.service_cy_hint()), &service.contacts.cy) }
        { fields::area("must-tell", text.service_tell(), Some(text.service_tell_hint()), &service.must_tell.en) }
        { fields::area("must-tell-cy", text.service_tell_cy(), Some(text.service_cy_hint()), &service.must_tell.cy) }
        { button(text.service_save(), onclick) }
    </>}
}
