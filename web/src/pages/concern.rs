//! For the link worker only: did anything concern you, does someone need to be told, whom and how. The app
//! tells nobody, and never says that it did.

use crate::app::View;
use crate::components::controls::{back, button, heading, link, notice, second_heading, words};
use crate::components::fields;
use crate::library::Book;
use crate::notes::{Answered, Concern, Told, Word};
use crate::pages::contacts::list;
use crate::raises::raised;
use crate::route::Route;
use crate::service::Service;
use crate::state::{Action, Open, Sitting};
use crate::text::Phrase;
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, open: &Open, service: &Service, sitting: &Sitting, book: &Book) -> Html {
    let (text, id, person) = (view.text, sitting.session.start.id, sitting.session.start.person);
    let name = open.people.get(&person).map(|person| person.name.clone()).unwrap_or_default();
    let concern = open.notes.get(&id).and_then(|notes| notes.concern.as_ref());
    let dispatch = view.dispatch.clone();
    let today = view.today;
    let onclick = Callback::from(move |_| {
        let concern = Concern {
            anything: fields::picked("anything"),
            tell_now: fields::picked("tell-now"),
            whom: fields::typed("whom"),
            told_person: fields::picked("told"),
            why: fields::typed("why"),
            on: today,
        };
        dispatch.emit(Action::NoteConcern(id, concern));
    });
    let (yes, no) = (|| text.concern_yes(), || text.concern_no());
    html! {<>
        { back(view, Route::After(id)) }
        { heading(text.concern_title()) }
        { notice(html! {<><p><b>{ text.concern_first() }</b></p><p>{ text.concern_never() }</p></>}) }
        { flagged(view, sitting, book) }
        { words(text.concern_think()) }
        { pick("anything", text.concern_anything(), concern.map(|c| c.anything), [(Answered::Yes, yes()), (Answered::No, no())]) }
        { pick("tell-now", text.concern_now(), concern.map(|c| c.tell_now), [(Answered::Yes, yes()), (Answered::No, no())]) }
        { fields::area("whom", text.concern_whom(), Some(text.concern_whom_hint()), concern.map_or("", |c| &c.whom)) }
        { pick("told", text.concern_told(), concern.map(|c| c.told_person),
            [(Told::Told, text.concern_told_yes()), (Told::NotTold, text.concern_told_no())]) }
        { fields::area("why", text.concern_why(), None, concern.map_or("", |c| &c.why)) }
        if let Some(concern) = concern { { words(text.concern_kept(&view.date(concern.on))) } }
        { button(text.concern_save(), onclick) }
        if !service.contacts.is_empty() {
            { second_heading(text.contacts_title()) }
            { list(&service.contacts) }
        }
        if !service.must_tell.is_empty() {
            { second_heading(text.contacts_tell_title()) }
            { list(&service.must_tell) }
        }
        { link(view, Route::Person(person), "stop-link", text.profile_to_person(&name)) }
    </>}
}

/// The answers that may need somebody to act, in their own words.
fn flagged(view: &View<'_>, sitting: &Sitting, book: &Book) -> Html {
    let text = view.text;
    let raised = raised(&book.instrument, &sitting.session);
    if raised.is_empty() {
        return words(text.concern_raised_none());
    }
    let setting = sitting.session.start.setting;
    let spoken = book.spoken(text.language());
    let lang = (spoken != text.language().code()).then(|| spoken.to_owned());
    html! {<>
        { words(text.concern_raised()) }
        <ul class="told" {lang}>
            { for raised.into_iter().map(|(at, codes)| html! {
                <li>
                    { book.text(at, setting).to_owned() }{ " " }<br />
                    <b>{ codes.into_iter().map(|code| book.option(at, code, setting)).collect::<Vec<_>>().join(", ") }</b>
                </li>
            }) }
        </ul>
    </>}
}

fn pick<T: Word>(
    name: &'static str,
    question: Phrase,
    present: Option<T>,
    choices: [(T, Phrase); 2],
) -> Html {
    let choices = choices.map(|(value, label)| (value.word(), label, present == Some(value)));
    fields::pick(name, question, choices)
}
