//! What is already known, for the link worker: each fact with where it comes from, and before that what the person
//! says of it.

use crate::app::View;
use crate::browser::focus;
use crate::components::controls::{
    back, heading, lead, link, link_button, quiet_button, second_heading, text_button, words,
};
use crate::known::{Dated, Fact, Said, Saying, Source, Written};
use crate::pages::here::others;
use crate::person::Person;
use crate::route::{Route, hex};
use crate::state::{Action, Open, Step};
use crate::text::{Phrase, Text};
use chrono::Datelike;
use yew::prelude::*;

mod form;
mod together;

pub(super) use form::page as form;
pub(super) use together::{at_first, held_line, together, waits};

/// The page.
pub(super) fn page(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let text = view.text;
    let facts = &person.facts;
    html! {<>
        { back(view, Route::Person(person.id)) }
        { heading(text.known_title()) }
        { lead(text.known_lead()) }
        { words(text.known_not()) }
        { removed(view, open, person) }
        if facts.here.is_empty() {
            <div class="notice">
                <p><b>{ text.known_none_title() }</b></p>
                <p>{ text.known_none() }</p>
                <p>{ text.known_none_then() }</p>
            </div>
        }
        <ul class="plain-list">{ for facts.here.iter().map(|fact| row(view, person, fact)) }</ul>
        <div class="go-on">
            { link_button(view, Route::Fact(person.id, None), text.known_add()) }
            if facts.shown(view.today).next().is_some() {
                { link(view, Route::KnownTogether(person.id), "govuk-button govuk-button--secondary", text.known_go_through()) }
            }
        </div>
    </>}
}

/// On the person's page: how many, and the way there.
pub(super) fn section(view: &View<'_>, person: &Person) -> Html {
    let text = view.text;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let waiting = person.facts.waiting(view.today);
    html! {
        <section>
            { second_heading(text.known_title()) }
            <p>
                { text.known_count(count(person.facts.here.len())) }
                if waiting > 0 { { " " }{ text.known_waiting(count(waiting)) } }
            </p>
            { link(view, Route::Known(person.id), "stop-link", text.known_look()) }
        </section>
    }
}

/// The one that was removed just now. It is always there, so that what comes into it is said.
fn removed(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let text = view.text;
    let fact = open.removed.as_ref().filter(|(whose, _)| *whose == person.id).map(|(_, fact)| fact);
    let put_back = view.send(Action::Fact(person.id, Step::PutBack));
    let onclick = Callback::from(move |event: MouseEvent| {
        put_back.emit(event);
        focus("heading");
    });
    html! {
        <div id="removed" role="status" tabindex="-1">
            if let Some(fact) = fact {
                <div class="notice">
                    <p dir="auto">{ text.known_removed(&fact.written.words) }</p>
                    { quiet_button(text.known_put_back(), onclick) }
                    <p class="small">{ text.known_put_back_hint() }</p>
                </div>
            }
        </div>
    }
}

fn row(view: &View<'_>, person: &Person, fact: &Fact) -> Html {
    let (text, id) = (view.text, fact.id);
    let remove = view.send(Action::Fact(person.id, Step::Remove(id)));
    // The row goes, so focus moves to where it can be put back.
    let onclick = Callback::from(move |event: MouseEvent| {
        remove.emit(event);
        focus("removed");
    });
    let label: AttrValue = text.known_remove_label(&fact.written.words).plain().into();
    let change = html! {<>
        { text.check_change() }
        <span class="visually-hidden">{ ": " }{ fact.written.words.clone() }</span>
    </>};
    let said = fact.said.last().filter(|said| said.saying.is_some());
    html! {
        <li key={hex(&id.0)} class="fact">
            <div class="sides">
                if let Some(said) = said { { says(view, person, fact, said) } }
                { written(view, &fact.written) }
            </div>
            if said.is_none() { <p class="small">{ text.known_not_asked() }</p> }
            <div class="asides">
                { link(view, Route::Fact(person.id, Some(id)), "row-link", change) }
                { text_button(text.known_remove(), label, onclick) }
            </div>
        </li>
    }
}

/// What the person said: first, under their name, with the day and who else was there.
fn says(view: &View<'_>, person: &Person, fact: &Fact, said: &Said) -> Html {
    let text = view.text;
    let day = view.date(said.on);
    let company = said.present.as_ref().map(|present| others(text, present)).unwrap_or_default();
    let words = match said.saying {
        Some(Saying::Right) => text.known_right(),
        Some(Saying::NotTrue) => text.known_not_true(),
        Some(Saying::NotNow) => text.known_not_now(),
        Some(Saying::NotQuite) | None => text.known_not_quite(),
    };
    html! {
        <div class="side">
            <p class="side-name">{ text.known_said_by(&person.name) }</p>
            <p><b>{ words }</b></p>
            if !said.words.is_empty() { <blockquote class="own-words" dir="auto">{ said.words.clone() }</blockquote> }
            <p class="small">
                if company.is_empty() { { text.known_on(&day) } } else { { text.known_there(&day, &company) } }
            </p>
            if said.of != fact.written.at { <p class="small">{ text.known_rewritten() }</p> }
        </div>
    }
}

/// What was written before, and where it comes from.
fn written(view: &View<'_>, written: &Written) -> Html {
    html! {
        <div class="side side--worker">
            <p class="side-name">{ view.text.known_before() }</p>
            <p class="fact-words" dir="auto">{ written.words.clone() }</p>
            { source_line(view, written, source) }
        </div>
    }
}

/// Kind, name and date of a source, in one line; `kind` says the kind.
fn source_line(view: &View<'_>, written: &Written, kind: fn(&Text, Source) -> Phrase) -> Html {
    let text = view.text;
    html! {
        <p class="small">
            { kind(text, written.source) }{ ". " }
            if !written.named.is_empty() { <span dir="auto">{ written.named.clone() }</span>{ ". " } }
            { date(view, written.dated) }{ "." }
        </p>
    }
}

fn source(text: &Text, source: Source) -> Phrase {
    match source {
        Source::Assessment => text.known_source_assessment(),
        Source::Referral => text.known_source_referral(),
        Source::Service => text.known_source_service(),
        Source::Told => text.known_source_told(),
    }
}

/// The same where the page speaks to the person.
fn source_to_you(text: &Text, of: Source) -> Phrase {
    match of {
        Source::Told => text.known_source_you_told(),
        of => source(text, of),
    }
}

/// As much of a date as is known.
fn date(view: &View<'_>, dated: Dated) -> Html {
    match dated {
        Dated::Day(day) => view.date(day).into(),
        Dated::Month(day) => view.text.month_year(day.year(), day.month()).into(),
        Dated::Year(day) => day.year().to_string().into(),
        Dated::NotEstablished => view.text.known_no_day().into(),
    }
}
