//! One file a page. A page is a function of the state; it asks for things by sending actions.

mod about_you;
mod after;
mod another;
mod begin;
mod begin_paper;
mod change;
mod check;
mod concern;
mod contacts;
mod door;
mod form;
mod handed_back;
mod handover;
pub(crate) mod heads_up;
mod here;
mod instrument;
mod known;
mod measures;
mod needs;
mod other_scores;
mod paper;
mod pause;
mod people;
mod person;
mod profile;
pub(crate) mod question;
mod reliability;
mod security;
mod sides;
mod sort_first;
mod statement;
mod take_out;
#[cfg(test)]
mod tests;
mod waves;
mod words;

use crate::app::View;
use crate::components::controls::{button, heading, link_button, said, words};
use crate::components::frame::{About, Page};
use crate::person::Person;
use crate::route::{Room, Route};
use crate::service::Service;
use crate::state::{Action, AppState, Arrival, Instead, Open, Sitting, Stage};
use crate::text::{Phrase, Text};
use assessment_core::session::{SessionId, Side};
use yew::prelude::*;

pub(crate) use contacts::list;
pub(crate) use question::chosen;

/// The page of the present state. What lies behind the door is drawn by the second wasm.
pub fn page(view: &View<'_>, state: &AppState) -> Page {
    match (&state.stage, &state.route) {
        (Stage::Shut(shut), _) if shut.handed => plain("hand-back", door::hand_back(view, shut)),
        (stage, route) if matches!(stage, Stage::Open(_)) || route.about_the_app() => match view.inside {
            Some(inside) => (inside.page)(view, state),
            None => on_its_way(view, state.inside),
        },
        (Stage::Starting, _) => plain("starting", said(view.text.opening())),
        (Stage::Refused(refused), _) => plain("refused", door::refused(view, *refused)),
        (Stage::Shut(shut), route) => door::page(view, shut, route),
        (Stage::Open(_), _) => lost(view),
    }
}

/// The second wasm is not here yet, or could not be fetched.
fn on_its_way(view: &View<'_>, inside: Arrival) -> Page {
    let text = view.text;
    match inside {
        Arrival::Failed => plain(
            "unread",
            html! {<>
                { heading(text.inside_missing_title()) }
                { words(text.inside_missing()) }
                { button(text.keep_again(), view.send(Action::FetchInside)) }
            </>},
        ),
        Arrival::Coming | Arrival::There => plain("reading", said(text.opening())),
    }
}

/// The pages of the second wasm. Only `Inside` may lead here: what the first wasm calls lies in the first wasm.
pub(crate) fn behind_the_door(view: &View<'_>, state: &AppState) -> Page {
    match (&state.stage, &state.route) {
        (_, Route::Security) => plain("security", security::page(view)),
        (_, Route::Statement) => plain("statement", statement::page(view)),
        (stage, Route::Contacts) => plain("contacts", contacts::page(view, &state.service, stage)),
        (Stage::Open(open), route) => inside(view, open, &state.service, route),
        _ => lost(view),
    }
}

fn inside(view: &View<'_>, open: &Open, service: &Service, route: &Route) -> Page {
    if open.stuck(route) {
        let body = html! {<>
            { heading(view.text.title_question()) }
            { words(view.text.question_unread()) }
            { button(view.text.keep_again(), view.send(Action::ReadAgain)) }
        </>};
        return plain("unread", body);
    }
    match route {
        Route::Home | Route::NewVault => plain("people", people::list(view, open)),
        Route::AddPerson => plain("add", people::add(view, open)),
        Route::Form(..) | Route::Instrument(_) if !open.ready(route) => {
            plain("reading", said(view.text.opening()))
        }
        Route::Form(id, printed) => match open.library.newest(id).filter(|book| book.wording.is_some()) {
            Some(book) => plain("form", form::page(view, book, *printed)),
            None => lost(view),
        },
        Route::Instrument(edition) => match open.library.find(edition) {
            Some(book) => {
                let (listed, book) = (open.library.line(edition), &open.judged(book));
                let about = About { instrument: Some(edition.id.clone()), ..About::default() };
                Page { name: route.page(), about, body: instrument::page(view, book, listed) }
            }
            None => lost(view),
        },
        Route::Words => plain("words", words::page(view, open)),
        Route::Reliability if open.ready(route) => plain("figures", reliability::page(view, open)),
        Route::Reliability => plain("reading", said(view.text.opening())),
        Route::Service => plain("service", contacts::form(view, service)),
        Route::TakeOut => plain("take-out", take_out::page(view, open)),
        _ if route.person().is_some() => match route.person().and_then(|id| open.people.get(&id)) {
            Some(person) => of_person(view, open, service, route, person),
            None => lost(view),
        },
        route => match route.session() {
            Some(id) if open.heads.contains_key(&id) => sitting(view, open, service, route, id),
            _ => lost(view),
        },
    }
}

fn of_person(view: &View<'_>, open: &Open, service: &Service, route: &Route, person: &Person) -> Page {
    let body = match route {
        Route::Person(_) => Some(person::page(view, open, person)),
        Route::Needs(_) => Some(needs::page(view, person)),
        Route::Another(_) => Some(another::page(view, open, person)),
        Route::Known(_) => Some(known::page(view, open, person)),
        Route::Fact(_, id) => known::form(view, open, person, *id),
        Route::KnownTogether(_) => Some(known::together(view, person)),
        _ if !open.ready(route) => return plain("reading", said(view.text.opening())),
        Route::HandOver(_) | Route::RightPerson(_) => Some(handing(view, open, route, person)),
        Route::Begin(_, which) => begin::page(view, open, service, person, which),
        Route::BeginPaper(_, which) => {
            open.library.newest(which).map(|book| begin_paper::page(view, open, person, book))
        }
        _ => None,
    };
    match (body, route) {
        (Some(body), Route::Begin(_, which) | Route::BeginPaper(_, which)) => {
            let about = About { instrument: Some(which.clone()), ..About::default() };
            Page { name: route.page(), about, body }
        }
        (Some(body), _) => plain(route.page(), body),
        (None, _) => lost(view),
    }
}

/// Without a part chosen there is nothing to check anybody for.
fn handing(view: &View<'_>, open: &Open, route: &Route, person: &Person) -> Html {
    match route {
        Route::RightPerson(_) if !open.handing.sections.is_empty() => {
            handover::right_person(view, open, person)
        }
        _ => handover::page(view, open, person),
    }
}

fn sitting(view: &View<'_>, open: &Open, service: &Service, route: &Route, id: SessionId) -> Page {
    if open.sealed_shut.contains(&id) {
        let body = html! {<>
            { heading(view.text.title_question()) }
            { words(view.text.question_shut()) }
            { link_button(view, Route::Home, view.text.lost_home()) }
        </>};
        return plain(route.page(), body);
    }
    let (Some(sitting), true) = (open.sittings.get(&id), open.ready(route)) else {
        return plain("reading", said(view.text.opening()));
    };
    let Some(book) = open.library.of(&sitting.session) else {
        return plain("reading", words(view.text.question_no_book()));
    };
    let kept_back;
    let route = match (open.instead(route, view.today), route) {
        (Some(Instead::WhoIsHere), _) => return plain("here", here::again(view, sitting)),
        (Some(Instead::KeptBack), Route::Question { session, item, then }) => {
            kept_back =
                Route::HeadsUp { session: *session, item: item.clone(), then: *then, room: Room::Ask };
            &kept_back
        }
        _ => route,
    };
    let body = match route {
        Route::Question { item, then, .. } => {
            question::page(view, open, sitting, book, item, *then).unwrap_or_else(|| lost_body(view))
        }
        Route::HeadsUp { .. } => {
            heads_up::page(view, open, service, sitting, book, route).unwrap_or_else(|| lost_body(view))
        }
        Route::KnownFirst(_) => known::at_first(view, open, sitting, book).unwrap_or_else(|| lost_body(view)),
        Route::Break(_) => pause::page(view, open, service, sitting),
        Route::After(_) => after::page(view, open, sitting),
        Route::Concern(_) => concern::page(view, open, service, sitting, book),
        Route::SortFirst(_) => sort_first::page(view, open, service, sitting, book),
        Route::Paper(..) => paper::page(view, open, sitting, book),
        Route::Check(_) => check::page(view, open, sitting, book),
        Route::HandedBack(_) => handed_back::page(view, open, sitting, book),
        Route::AboutYou(_) => about_you::page(view, open, sitting),
        Route::Profile(_) => profile::page(view, open, sitting, book, Side::Person),
        Route::WorkerView(_) => profile::page(view, open, sitting, book, Side::Worker),
        Route::Change(_) => change::page(view, open, sitting, book),
        _ => lost_body(view),
    };
    // About you has answers of its own, in a record of their own.
    let about_you = open.about_you(sitting.session.start.person).and_then(|id| open.sittings.get(&id));
    let shown = about_you.filter(|_| matches!(route, Route::AboutYou(_))).unwrap_or(sitting);
    Page { name: route.page(), about: about(shown, route), body }
}

fn about(sitting: &Sitting, route: &Route) -> About {
    About {
        instrument: Some(sitting.session.instrument.to_string()),
        item: match route {
            Route::Question { item, .. } => Some(item.clone()),
            _ => None,
        },
        wave: Some(sitting.session.start.wave.to_string()),
        saved: Some(sitting.saved),
    }
}

/// A page that is about no assessment.
fn plain(name: &'static str, body: Html) -> Page {
    Page { name, about: About::default(), body }
}

fn lost(view: &View<'_>) -> Page {
    plain("lost", lost_body(view))
}

fn lost_body(view: &View<'_>) -> Html {
    html! {<>
        { heading(view.text.lost_title()) }
        { words(view.text.lost_body()) }
        { link_button(view, Route::Home, view.text.lost_home()) }
    </>}
}

/// The title of the page: never a name, a score or a topic.
pub fn title(text: &Text, state: &AppState) -> Phrase {
    match (&state.stage, &state.route) {
        (Stage::Shut(shut), _) if shut.handed => text.back_unlock(),
        _ if state.on_its_way() => text.opening(),
        (_, Route::Security) => text.security_title(),
        (_, Route::Contacts) => text.contacts_title(),
        (_, Route::Statement) => text.statement_title(),
        (Stage::Starting, _) => text.opening(),
        (Stage::Refused(_), _) => text.refused_title(),
        (Stage::Shut(_), Route::NewVault) => text.new_title(),
        (Stage::Shut(shut), _) if shut.vault => text.unlock_title(),
        (Stage::Shut(_), _) => text.first_title(),
        (Stage::Open(open), route) if open.instead(route, state.today) == Some(Instead::WhoIsHere) => {
            text.here_again_title()
        }
        (Stage::Open(_), route) => match route {
            Route::Home | Route::NewVault => text.people_title(),
            Route::AddPerson => text.add_title(),
            Route::TakeOut => text.out_title(),
            Route::Person(_) => text.title_person(),
            Route::Needs(_) => text.needs_title(),
            Route::Known(_) => text.known_title(),
            Route::Fact(_, None) => text.known_add(),
            Route::Fact(..) => text.known_change_title(),
            Route::KnownTogether(_) | Route::KnownFirst(_) => text.known_you_title(),
            Route::Another(_) => text.another_title(),
            Route::Begin(..) => text.begin_title(),
            Route::BeginPaper(..) => text.paper_title(),
            Route::Paper(..) => text.paper_type_title(),
            Route::Question { .. } => text.title_question(),
            Route::HeadsUp { .. } => text.title_question(),
            Route::Break(_) => text.break_title(),
            Route::After(_) => text.after_title(),
            Route::Concern(_) => text.concern_title(),
            Route::Service => text.service_title(),
            Route::Form(..) => text.form_title(),
            Route::Instrument(_) => text.instrument_title(),
            Route::Words => text.words_title(),
            Route::Reliability => text.figures_title(),
            Route::SortFirst(_) => text.urgent_title(),
            Route::Check(_) => text.check_title(),
            Route::AboutYou(_) => text.about_title(),
            Route::Profile(_) | Route::WorkerView(_) => text.profile_title(),
            Route::Change(_) => text.change_title(),
            Route::HandOver(_) => text.hand_title(),
            Route::RightPerson(_) => text.guard_title(),
            Route::HandedBack(_) => text.back_title(),
            _ => text.lost_title(),
        },
    }
}
