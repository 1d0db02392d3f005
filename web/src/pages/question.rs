//! The questions on one screen: a field's cards together, open questions together, a gate alone.

use crate::app::View;
use crate::components::controls::{back, go_on, heading, lead, link, quiet_button};
use crate::components::problems;
use crate::components::saved::{self, Keeping};
use crate::library::Book;
use crate::pages::needs::switches;
use crate::pages::{here, known};
use crate::route::{Route, Then};
use crate::screens::{Screen, screen_of, screens};
use crate::state::{Action, FormTrouble, Open, Sitting};
use crate::typed;
use assessment_core::instrument::Instrument;
use assessment_core::session::{SessionId, Stage};
use yew::prelude::*;

mod asking;
mod beside;
mod offers;
mod who;

pub(crate) use asking::{Asking, chosen};

/// The screen an item stands on; none when it is not asked.
pub fn page(
    view: &View<'_>,
    open: &Open,
    sitting: &Sitting,
    book: &Book,
    item: &str,
    then: Then,
) -> Option<Html> {
    let (text, session) = (view.text, &sitting.session);
    if session.stage != Stage::Draft {
        return Some(crate::pages::check::page(view, open, sitting, book));
    }
    let instrument = &book.instrument;
    let responses = session.responses(instrument);
    let lay = open.lay(session);
    let shown = screens(instrument, &responses, lay);
    let n = screen_of(&shown, instrument.find_item(item)?)?;
    let screen = &shown[n];
    if book.section(screen.section).is_none() {
        return Some(no_words(view, sitting));
    }
    let id = session.start.id;
    let before = match (then, n.checked_sub(1)) {
        (Then::Check, _) => Route::Check(id),
        (Then::Next, None) => Route::Person(session.start.person),
        (Then::Next, Some(before)) => to(instrument, id, &shown[before]),
    };
    let first = instrument.item(screen.items[0]).id.to_string();
    let asking = Asking { view, book, sitting };
    Some(html! {
        <div class="sitting" key={first.clone()}>
            if open.form == Some(FormTrouble::Refused) { { mistyped(&asking) } }
            <div class="sitting-top">{ back(view, before) }{ switches(view, open, session, book) }</div>
            { here::line(view, sitting, &first) }
            if n == 0 { { known::held_line(view, open, session) } }
            { asking.top(&shown, screen, lay) }
            { who::answering(view, sitting) }
            { offers::last_time(view, open, sitting, book, screen) }
            { for screen.items.iter().map(|at| beside::asked(&asking, *at, lay)) }
            { offers::urgent(view, open, sitting, book, screen) }
            { offers::injecting(view, sitting, book, screen) }
            <div class="go-on">
                { go_on(offers::comes_first_here(view, open, sitting, book, screen), text.question_go_on(), view.send(Action::Continue(id, first.clone()))) }
                if open.not_kept.is_empty() { { saved(view, sitting) } } else { <p class="saved">{ text.not_kept_title() }</p> }
            </div>
            { here::lay(view, open, sitting, screen) }
            <div class="page-ends">
                { link(view, Route::Break(id), "stop-link", text.break_link()) }
                { link(view, Route::After(id), "stop-link", text.question_stop()) }
            </div>
        </div>
    })
}

/// What to mend before going on: the first field in which something is no number.
fn mistyped(asking: &Asking<'_>) -> Html {
    let (text, instrument) = (asking.view.text, &asking.book.instrument);
    let wrong = asking.sitting.mistyped.first().map(|wrong| wrong.field.as_str());
    let of = |field: &str| instrument.find_item(field.strip_prefix("worker-").unwrap_or(field));
    let at = |field| Some((field, of(field)?));
    let said = |(field, at)| problems::summary(text, field, typed::fault(text, instrument, at));
    wrong.and_then(at).map(said).unwrap_or_default()
}

/// The words this was begun in are not on the tablet any more.
fn no_words(view: &View<'_>, sitting: &Sitting) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Person(sitting.session.start.person)) }
        { heading(text.title_question()) }
        { lead(text.question_no_words()) }
        { quiet_button(text.person_draft_close(), view.send(Action::Finish(sitting.session.start.id))) }
    </>}
}

fn to(instrument: &Instrument, session: SessionId, screen: &Screen) -> Route {
    let item = instrument.item(screen.items[0]).id.to_string();
    Route::Question { session, item, then: Then::Next }
}

pub(super) fn saved(view: &View<'_>, sitting: &Sitting) -> Html {
    let keeping = match sitting.typing {
        true => Keeping::UnderWay,
        // What was typed and is no answer is not kept, whatever was before it.
        false if !sitting.mistyped.is_empty() => Keeping::Nothing,
        false => Keeping::of(sitting.session.revision, sitting.saved),
    };
    saved::saved(view.text, keeping)
}
