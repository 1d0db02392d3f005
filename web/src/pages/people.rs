//! The list of people, and adding one.

use crate::app::View;
use crate::components::controls::{back, heading, lead, link, link_button, notice, words};
use crate::components::icons;
use crate::components::problems;
use crate::order::ordered;
use crate::person::Person;
use crate::route::Route;
use crate::state::{Action, FormTrouble, Open};
use crate::text::Phrase;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The list: who is ready for a catch-up comes first.
pub fn list(view: &View<'_>, open: &Open) -> Html {
    let text = view.text;
    let ready = |person: &Person| open.next(person.id, view.today).is_some_and(|next| next.ready());
    let rank = |person: &Person| match (open.drafts(person.id).next(), ready(person)) {
        (Some(_), _) => 0,
        (None, true) => 1,
        (None, false) => 2,
    };
    let key = |person: &Person| (rank(person), person.name.to_lowercase());
    let people: Vec<&Person> = ordered(open.people.values(), |a, b| key(a) < key(b));
    let count = people.iter().filter(|person| ready(person)).count();
    html! {<>
        { heading(text.people_title()) }
        if open.unreadable > 0 { { notice(text.people_unreadable(number(open.unreadable))) } }
        if people.is_empty() {
            <div class="empty">
                { icons::seedling() }
                <h2 class="second-heading">{ text.people_empty_title() }</h2>
                { words(text.people_empty_body()) }
            </div>
        } else {
            { lead(text.people_ready(number(count))) }
        }
        { link_button(view, Route::AddPerson, text.people_add()) }
        <ul class="people">
            { for people.into_iter().map(|person| row(view, open, person)) }
        </ul>
    </>}
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn row(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let name = html! { <span class="person-name">{ person.name.clone() }</span> };
    let (class, status) = status(view, open, person);
    html! {
        <li key={crate::route::hex(&person.id.0)} class="person-row">
            { link(view, Route::Person(person.id), "person-link", name) }
            <span class={classes!("status", class)}>{ status }</span>
        </li>
    }
}

/// Nobody is overdue or lapsed here: both may be looking.
fn status(view: &View<'_>, open: &Open, person: &Person) -> (Option<&'static str>, Phrase) {
    let text = view.text;
    if open.drafts(person.id).next().is_some() {
        return (Some("status--draft"), text.status_draft());
    }
    match open.next(person.id, view.today) {
        None => (None, text.status_new()),
        Some(next) if next.ready() => (Some("status--ready"), text.status_ready()),
        Some(next) => (None, text.status_next(&view.date(next.on))),
    }
}

/// Adding a person.
pub fn add(view: &View<'_>, open: &Open) -> Html {
    let text = view.text;
    let dispatch = view.dispatch.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let field = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("name"));
        let name = field.and_then(|f| f.dyn_into::<HtmlInputElement>().ok()).map(|f| f.value());
        dispatch.emit(Action::AddPerson(name.unwrap_or_default()));
    });
    let trouble = (open.form == Some(FormTrouble::NoName)).then(|| text.add_no_name());
    let described = if trouble.is_some() { "name-hint name-error" } else { "name-hint" };
    html! {<>
        { back(view, Route::Home) }
        if let Some(message) = trouble.clone() { { problems::summary(text, "name", message) } }
        { heading(text.add_title()) }
        <form {onsubmit} novalidate=true>
            <div class={classes!("govuk-form-group", trouble.is_some().then_some("govuk-form-group--error"))}>
                <label class="govuk-label" for="name">{ text.add_name() }</label>
                <p id="name-hint" class="govuk-hint">{ text.add_name_hint() }</p>
                if let Some(message) = trouble { { problems::at_field("name", message) } }
                <input id="name" class="govuk-input" type="text" autocomplete="off" spellcheck="false"
                    aria-describedby={described} />
            </div>
            <button type="submit" class="govuk-button">{ text.save() }</button>
        </form>
    </>}
}
