//! Another assessment beside the long one: what can be asked here, what cannot and why, and what was completed
//! on paper.

use crate::app::View;
use crate::components::controls::{back, heading, lead, link, second_heading, words};
use crate::library::Listed;
use crate::pages::person::go_on;
use crate::person::Person;
use crate::route::Route;
use crate::state::Open;
use crate::text::Phrase;
use assessment_core::instrument::WordingRight;
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Person(person.id)) }
        { heading(text.another_title()) }
        { lead(text.another_lead()) }
        { group(view, open, person, text.instruments_ours(), WordingRight::Ours) }
        { group(view, open, person, text.instruments_published(), WordingRight::NotSupplied) }
        <p>{ link(view, Route::Reliability, "row-link", text.figures_link()) }</p>
    </>}
}

fn group(view: &View<'_>, open: &Open, person: &Person, title: Phrase, right: WordingRight) -> Html {
    html! {
        <section>
            { second_heading(title) }
            if right == WordingRight::NotSupplied {
                { words(view.text.another_paper_only()) }
                <p>{ link(view, Route::Words, "row-link", view.text.words_link()) }</p>
            }
            <ul class="plain-list">
                { for open.library.offered().filter(|one| one.wording == right).map(|one| row(view, open, person, one)) }
            </ul>
        </section>
    }
}

fn row(view: &View<'_>, open: &Open, person: &Person, listed: &Listed) -> Html {
    let text = view.text;
    let id = listed.edition.id.clone();
    let draft = open.draft(person.id, &id).filter(|draft| !open.sealed_shut.contains(&draft.start.id));
    html! {
        <li key={id.clone()} class="instrument-row">
            <h3 class="third-heading">{ open.library.title_in(&id, text.language()) }</h3>
            if let Some(draft) = draft {
                { go_on(view, open, draft) }
            } else if open.askable(&listed.edition) {
                { link(view, Route::Begin(person.id, id.clone()), "row-link", text.another_ask()) }
            }
            { link(view, Route::BeginPaper(person.id, id), "row-link", text.another_paper()) }
            { link(view, Route::Instrument(listed.edition.clone()), "row-link", text.instrument_link()) }
        </li>
    }
}
