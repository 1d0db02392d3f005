//! Something cannot wait: straight to noting an action, the questions kept for another day.

use crate::app::View;
use crate::components::controls::{button, heading, lead, link, words};
use crate::components::fields;
use crate::components::problems;
use crate::library::Book;
use crate::pages::check::answer;
use crate::pages::contacts::list;
use crate::pages::here;
use crate::pages::question::Asking;
use crate::person::Who;
use crate::route::Route;
use crate::service::Service;
use crate::state::{Action, First, FormTrouble, Open, Sitting};
use crate::text::Phrase;
use assessment_core::answer::Settled;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What comes first, in words: what was ticked, and answers to other questions, each with its question.
fn told(view: &View<'_>, sitting: &Sitting, book: &Book, first: First) -> Vec<Html> {
    let setting = sitting.session.start.setting;
    let asking = Asking { view, book, sitting };
    let ticked =
        first.ticked.into_iter().map(|(at, code)| html! { <li>{ book.option(at, code, setting) }</li> });
    let said = first.said.into_iter().map(|(at, given)| {
        html! { <li>{ asking.topic(at) }{ " " }<br /><b>{ answer(&asking, at, &Settled::Given(given)) }</b></li> }
    });
    ticked.chain(said).collect()
}

/// The page.
pub fn page(view: &View<'_>, open: &Open, service: &Service, sitting: &Sitting, book: &Book) -> Html {
    let text = view.text;
    let (person, id) = (sitting.session.start.person, sitting.session.start.id);
    let dispatch = view.dispatch.clone();
    let onclick = Callback::from(move |_| {
        let what = element::<HtmlTextAreaElement>("what").map(|area| area.value()).unwrap_or_default();
        let who = [Who::Together, Who::Worker, Who::Person]
            .into_iter()
            .find(|who| id_of(*who).is_some_and(fields::ticked))
            .unwrap_or(Who::NotSaid);
        dispatch.emit(Action::NoteAction { person, what, who, then: Route::After(id) });
    });
    let trouble = (open.form == Some(FormTrouble::NoAction)).then(|| text.urgent_no_action());
    let told = told(view, sitting, book, open.comes_first(sitting, book, view.today));
    let go_on = open.resume(id).unwrap_or(Route::Person(person));
    html! {<>
        if let Some(message) = trouble.clone() { { problems::summary(text, "what", message) } }
        { heading(text.urgent_title()) }
        { lead(text.urgent_lead()) }
        if !told.is_empty() {
            { words(text.urgent_told()) }
            <ul class="told" lang={view.lang(book)}>{ for told }</ul>
        }
        { here::held_answers(view, sitting, book, &open.hidden(sitting, book, view.today)) }
        { words(text.urgent_danger()) }
        if !service.contacts.is_empty() { { list(text, &service.contacts) } }
        <div class={classes!("govuk-form-group", trouble.is_some().then_some("govuk-form-group--error"))}>
            <label class="govuk-label question" for="what">{ text.urgent_note() }</label>
            <p id="what-hint" class="govuk-hint">{ text.urgent_note_hint() }</p>
            if let Some(message) = trouble { { problems::at_field("what", message) } }
            <textarea id="what" class="govuk-textarea" rows="3" autocomplete="off" aria-describedby="what-hint" />
        </div>
        <fieldset class="answer-card">
            <legend><h2 class="question">{ text.urgent_who() }</h2></legend>
            <div class="choices choices--row">
                { who(Who::Together, text.urgent_who_together()) }
                { who(Who::Worker, text.urgent_who_worker()) }
                { who(Who::Person, text.urgent_who_person()) }
            </div>
        </fieldset>
        { button(text.urgent_save(), onclick) }
        { words(text.urgent_kept()) }
        { link(view, go_on, "stop-link", text.urgent_go_on()) }
    </>}
}

fn who(who: Who, label: Phrase) -> Html {
    html! {
        <div class="choice">
            <input type="radio" id={id_of(who)} name="who" autocomplete="off" />
            <label for={id_of(who)}>{ label }</label>
        </div>
    }
}

fn id_of(who: Who) -> Option<&'static str> {
    match who {
        Who::Together => Some("who-together"),
        Who::Worker => Some("who-worker"),
        Who::Person => Some("who-person"),
        Who::NotSaid => None,
    }
}

fn element<T: JsCast>(id: &str) -> Option<T> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
