//! Before a sensitive section: what comes, how many questions, what a worker must pass on, and a way round.

use crate::app::View;
use crate::components::controls::{back, heading, lead, link, link_button, notice, quiet_button, words};
use crate::library::Book;
use crate::pages::contacts::list;
use crate::route::{Route, Then};
use crate::service::Service;
use crate::state::{Action, Sitting};
use yew::prelude::*;

/// The page; none when no such question is asked.
pub fn page(view: &View<'_>, service: &Service, sitting: &Sitting, book: &Book, item: &str) -> Option<Html> {
    let (text, session) = (view.text, &sitting.session);
    let instrument = &book.instrument;
    let section = instrument.item(instrument.find_item(item)?).section;
    let title = &book.section(section)?.title;
    let setting = session.start.setting;
    let items = instrument.items().iter().filter(|item| item.section == section && item.asked_in(setting));
    let count = i64::try_from(items.count()).unwrap_or(i64::MAX);
    let id = session.start.id;
    let question = Route::Question { session: id, item: item.to_owned(), then: Then::Next };
    Some(html! {<>
        { back(view, Route::Person(session.start.person)) }
        { heading(text.heads_next(title)) }
        { lead(text.heads_count(count)) }
        { words(text.heads_fine()) }
        if service.must_tell.is_empty() {
            { notice(text.heads_tell_ask()) }
        } else {
            { notice(html! {<><p>{ text.heads_tell() }</p>{ list(&service.must_tell) }</>}) }
        }
        <div class="go-on">
            { link_button(view, question, text.heads_go()) }
            { quiet_button(text.heads_skip(), view.send(Action::SkipSection(id, item.to_owned()))) }
        </div>
        { link(view, Route::Break(id), "stop-link", text.break_link()) }
    </>})
}
