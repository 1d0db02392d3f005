//! The tablet is back: what the person would rather talk about, what needs somebody soon, and what next.

use crate::app::View;
use crate::components::controls::{heading, lead, link, link_button, notice, second_heading, words};
use crate::handover::flags::{Flag, Why, flags};
use crate::library::Book;
use crate::pages::check::answer;
use crate::pages::here;
use crate::pages::question::Asking;
use crate::raises::offers_naloxone;
use crate::route::Route;
use crate::state::{Open, Sitting};
use assessment_core::answer::Settled;
use assessment_core::session::Mode;
use yew::prelude::*;

/// The page, for the worker.
pub fn page(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book) -> Html {
    let (text, session) = (view.text, &sitting.session);
    let id = session.start.id;
    let alone =
        |list: &&Vec<_>| list.iter().any(|entry: &assessment_core::session::Entry| entry.mode == Mode::Alone);
    let count = session.entries.values().filter(alone).count();
    let found = flags(&book.instrument, session);
    let of = |why: Why| found.iter().filter(move |flag| flag.why == why);
    let asking = Asking { view, book, sitting };
    let hidden = open.hidden(sitting, book, view.today);
    html! {<>
        { heading(text.back_title()) }
        { lead(text.back_lead()) }
        { words(text.back_answered(i64::try_from(count).unwrap_or(i64::MAX))) }
        if !found.is_empty() { { here::held_answers(view, sitting, book, &hidden) } }
        if of(Why::Raised).count() > 0 {
            { notice(html! {<>
                { second_heading(text.back_raised()) }
                { words(text.back_raised_body()) }
                { list(&asking, of(Why::Raised), &hidden) }
                <p>{ text.contacts_danger() }</p>
            </>}) }
        }
        if of(Why::RatherTalk).count() > 0 {
            { second_heading(text.back_talk()) }
            if of(Why::RatherTalk).any(|flag| {
                !hidden.contains(&book.instrument.item(flag.at).section)
                    && offers_naloxone(&book.instrument, flag.at, &session.answer_to(&book.instrument, flag.at))
            }) {
                { words(text.back_injecting()) }
            }
            { list(&asking, of(Why::RatherTalk), &hidden) }
        } else {
            { words(text.back_no_flag()) }
        }
        { second_heading(text.back_next()) }
        if of(Why::Raised).count() > 0 {
            // Something needs somebody soon: that is the next step, and going on is not.
            { link_button(view, Route::Concern(id), text.concern_anything()) }
            if let Some(route) = open.resume(id) { <p>{ link(view, route, "row-link", text.back_go_on()) }</p> }
        } else {
            if let Some(route) = open.resume(id) { { link_button(view, route, text.back_go_on()) } }
            <p>{ link(view, Route::Concern(id), "row-link", text.concern_anything()) }</p>
        }
        <p>{ link(view, Route::Check(id), "row-link", text.back_check()) }</p>
        <p>{ link(view, Route::HandOver(session.start.person), "row-link", text.back_more()) }</p>
        <p>{ link(view, Route::After(id), "row-link", text.back_later()) }</p>
    </>}
}

fn list<'a>(asking: &Asking<'_>, flags: impl Iterator<Item = &'a Flag>, hidden: &[usize]) -> Html {
    let (book, session) = (asking.book, &asking.sitting.session);
    let row = |flag: &Flag| {
        let question = book.text(flag.at, session.start.setting).to_owned();
        let given = Settled::Given(session.answer_to(&book.instrument, flag.at));
        html! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key" lang={asking.lang()}>{ question }</dt>
                <dd class="govuk-summary-list__value">{ answer(asking, flag.at, &given) }</dd>
            </div>
        }
    };
    html! { <dl class="govuk-summary-list">{ for flags.filter(|flag| !hidden.contains(&book.instrument.item(flag.at).section)).map(row) }</dl> }
}
