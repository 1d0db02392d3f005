//! What a page of questions offers besides its questions, because of what was said now or last time.

use crate::app::View;
use crate::components::controls::{link, notice, quiet_button};
use crate::library::Book;
use crate::raises::{comes_first, offers_naloxone};
use crate::route::Route;
use crate::screens::Screen;
use crate::state::{Action, Open, Sitting};
use assessment_core::answer::Answer;
use assessment_core::instrument::{Intention, ItemAt};
use yew::prelude::*;

/// Something that cannot wait is offered to be sorted first, at once: what was ticked where that is asked, and an answer
/// further on that comes first wherever it is given.
pub(super) fn urgent(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book, screen: &Screen) -> Html {
    let text = view.text;
    if !comes_first_here(view, open, sitting, book, screen) {
        return Html::default();
    }
    notice(html! {<>
        <p><b>{ text.urgent_offer() }</b></p>
        { link(view, Route::SortFirst(sitting.session.start.id), "govuk-button", text.urgent_offer_yes()) }
        <p>{ text.urgent_danger() }</p>
    </>})
}

/// Whether something on this page is offered to be sorted first: then that is the main button, and going on is not.
pub(super) fn comes_first_here(
    view: &View<'_>,
    open: &Open,
    sitting: &Sitting,
    book: &Book,
    screen: &Screen,
) -> bool {
    let instrument = &book.instrument;
    let urgent = instrument.sections()[screen.section].intention == Intention::Urgent
        && !open.comes_first(sitting, book, view.today).ticked.is_empty();
    let first = |at: &ItemAt| comes_first(instrument, *at, &sitting.session.answer_to(instrument, *at));
    urgent || screen.items.iter().any(first)
}

/// Somebody who injects is offered what keeps them well, and nothing else comes of the answer.
pub(super) fn injecting(view: &View<'_>, sitting: &Sitting, book: &Book, screen: &Screen) -> Html {
    let said = |at: &ItemAt| {
        offers_naloxone(&book.instrument, *at, &sitting.session.answer_to(&book.instrument, *at))
    };
    if screen.items.iter().any(said) { notice(view.text.question_injecting()) } else { Html::default() }
}

/// The named thing is text, not a score: it may be kept from last time, with one tap.
pub(super) fn last_time(
    view: &View<'_>,
    open: &Open,
    sitting: &Sitting,
    book: &Book,
    screen: &Screen,
) -> Html {
    let (instrument, session) = (&book.instrument, &sitting.session);
    let named = instrument.scales().iter().find_map(|scale| scale.same_text);
    let Some(at) = named.filter(|at| screen.items.contains(at)) else { return Html::default() };
    let same = open.given(session.start.person, session.instrument.as_str());
    let earlier = same.filter(|head| head.start.id != session.start.id);
    let texts = earlier.filter_map(|head| open.sittings.get(&head.start.id));
    let named = texts.filter_map(|s| match s.session.answer_to(instrument, at) {
        Answer::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    });
    let Some(last) = named.last() else { return Html::default() };
    let item = instrument.item(at).id.to_string();
    let keep = Action::Answer(session.start.id, item, Answer::Text(last.clone()));
    notice(html! {<>
        <p>{ view.text.question_last_time() }</p>
        <blockquote class="own-words">{ last }</blockquote>
        { quiet_button(view.text.question_keep_named(), view.send(keep)) }
    </>})
}
