//! Before a sensitive section: what comes, how many questions, what a worker must pass on, and a way round. Before
//! somebody else it is kept for a private moment: then the page does not say what it is about.

use crate::app::View;
use crate::components::controls::{
    back, button, heading, lead, link, link_button, notice, quiet_button, words,
};
use crate::library::Book;
use crate::pages::contacts::list;
use crate::pages::here;
use crate::route::{Room, Route, Then};
use crate::service::Service;
use crate::state::{Action, Open, Sitting};
use assessment_core::presence::Present;
use yew::prelude::*;

/// The page; none when no such question is asked.
pub fn page(
    view: &View<'_>,
    open: &Open,
    service: &Service,
    sitting: &Sitting,
    book: &Book,
    route: &Route,
) -> Option<Html> {
    let Route::HeadsUp { item, then, room, .. } = route else { return None };
    let session = &sitting.session;
    let section = book.instrument.item(book.instrument.find_item(item)?).section;
    let title = &book.section(section)?.title;
    let id = session.start.id;
    let before = match then {
        Then::Next => Route::Person(session.start.person),
        Then::Check => Route::Check(id),
    };
    let parts = open.to_hold(session, item, *then)?;
    // What was answered before others came in is one part all the same.
    let parts = parts.max(1);
    let held = *room == Room::Ask && open.present_now(session, view.today).is_some_and(Present::keeps_back);
    Some(html! {<>
        { back(view, before) }
        { here::line(view, sitting, item) }
        if held {
            { kept_back(view, parts, route) }
        } else {
            { announced(view, service, sitting, book, section, title, route) }
        }
        { link(view, Route::Break(id), "stop-link", view.text.break_link()) }
    </>})
}

/// The usual page.
fn announced(
    view: &View<'_>,
    service: &Service,
    sitting: &Sitting,
    book: &Book,
    section: usize,
    title: &str,
    route: &Route,
) -> Html {
    let Route::HeadsUp { session, item, then, .. } = route else { return Html::default() };
    let text = view.text;
    let setting = sitting.session.start.setting;
    let items = book.instrument.items().iter();
    let count = items.filter(|item| item.section == section && item.asked_in(setting)).count();
    let question = Route::Question { session: *session, item: item.clone(), then: *then };
    html! {<>
        { heading(text.heads_next(title)) }
        { said_before(book, section) }
        { lead(text.heads_count(i64::try_from(count).unwrap_or(i64::MAX))) }
        { words(text.heads_fine()) }
        if service.must_tell.is_empty() {
            { notice(text.heads_tell_ask()) }
        } else {
            { notice(html! {<><p>{ text.heads_tell() }</p>{ list(text, &service.must_tell) }</>}) }
        }
        <div class="go-on">
            { link_button(view, question, text.heads_go()) }
            { quiet_button(text.heads_skip(), view.send(Action::SkipSection(*session, item.clone()))) }
        </div>
    </>}
}

/// What the words of the instrument say before a section, where they say anything: above what the app says itself.
pub(crate) fn said_before(book: &Book, section: usize) -> Html {
    let said = book.section(section).and_then(|words| words.heads_up.clone());
    said.map_or_else(
        Html::default,
        |said| html! { <p class="lead" lang={book.language().to_owned()}>{ said }</p> },
    )
}

/// The same before others: it waits, unless somebody says that it need not.
fn kept_back(view: &View<'_>, parts: usize, route: &Route) -> Html {
    let Route::HeadsUp { session, item, then, .. } = route else { return Html::default() };
    let text = view.text;
    let parts = i64::try_from(parts).unwrap_or(i64::MAX);
    let now = Route::HeadsUp { session: *session, item: item.clone(), then: *then, room: Room::AsItIs };
    html! {<>
        { heading(text.held_title(parts)) }
        { lead(text.held_why(parts)) }
        { words(text.held_fine()) }
        <div class="go-on">
            { button(text.held_later(), view.send(Action::HoldSection(*session, item.clone()))) }
            { link(view, now, "govuk-button govuk-button--secondary", text.held_now()) }
        </div>
    </>}
}
