//! Something cannot wait: straight to noting an action, the questions kept for another day.

use crate::app::View;
use crate::components::controls::{button, heading, lead, link, words};
use crate::components::fields;
use crate::components::problems;
use crate::library::Book;
use crate::pages::check::answer;
use crate::pages::contacts::list;
use crate::pages::question::Asking;
use crate::person::Who;
use crate::raises::comes_first;
use crate::route::Route;
use crate::service::Service;
use crate::state::{Action, FormTrouble, Open, Sitting};
use crate::text::Phrase;
use assessment_core::answer::{Answer, Settled};
use assessment_core::profile::compose;
use assessment_core::score::score;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What was ticked, in words.
pub fn ticked(sitting: &Sitting, book: &Book) -> Vec<String> {
    let instrument = &book.instrument;
    let responses = sitting.session.responses(instrument);
    let profile = compose(instrument, &responses, &score(instrument, &responses));
    let setting = sitting.session.start.setting;
    profile.urgent.into_iter().map(|(at, code)| book.option(at, code, setting)).collect()
}

/// Answers to other questions that come first all the same, each with its question.
fn said_first(view: &View<'_>, sitting: &Sitting, book: &Book) -> Vec<Html> {
    let (instrument, session) = (&book.instrument, &sitting.session);
    let responses = session.responses(instrument);
    let asked = instrument.positions().filter(|at| responses.asks(*at));
    let first = asked.map(|at| (at, session.answer_to(instrument, at)));
    let first = first.filter(|(at, answer)| comes_first(instrument, *at, answer));
    let asking = Asking { view, book, sitting };
    let said = |(at, given): (_, Answer)| {
        html! { <li>{ asking.topic(at) }{ " " }<br /><b>{ answer(&asking, at, &Settled::Given(given)) }</b></li> }
    };
    first.map(said).collect()
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
    let told = ticked(sitting, book);
    let first = said_first(view, sitting, book);
    let go_on = open.resume(id).unwrap_or(Route::Person(person));
    html! {<>
        if let Some(message) = trouble.clone() { { problems::summary(text, "what", message) } }
        { heading(text.urgent_title()) }
        { lead(text.urgent_lead()) }
        if !told.is_empty() || !first.is_empty() {
            { words(text.urgent_told()) }
            <ul class="told" lang={view.lang(book)}>
                { for told.into_iter().map(|told| html! { <li>{ told }</li> }) }
                { for first }
            </ul>
        }
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
