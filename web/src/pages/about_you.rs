//! About you: asked once, after the answers are checked, every question refusable, with why we ask.

use crate::app::View;
use crate::components::controls::{back, button, heading, lead, notice, said, words};
use crate::pages::question::{Asking, saved};
use crate::route::Route;
use crate::state::{Action, Open, Sitting};
use assessment_core::session::SessionId;
use yew::prelude::*;

/// The address was typed before anybody went on to this page: the same step as from the answers leads on.
fn not_begun(view: &View<'_>, id: SessionId) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Check(id)) }
        { heading(text.about_title()) }
        { lead(text.about_lead()) }
        { button(text.check_go_on(), view.send(Action::AskAboutYou(id))) }
    </>}
}

/// The page.
pub fn page(view: &View<'_>, open: &Open, sitting: &Sitting) -> Html {
    let text = view.text;
    let id = sitting.session.start.id;
    let about = open.about_you(sitting.session.start.person);
    if about.is_none() {
        return not_begun(view, id);
    }
    let about = about.and_then(|about| open.sittings.get(&about));
    let book = about.and_then(|about| open.library.of(&about.session));
    let (Some(about), Some(book)) = (about, book) else { return said(text.opening()) };
    let responses = about.session.responses(&book.instrument);
    let asking = Asking { view, book, sitting: about };
    html! {<>
        { back(view, Route::Check(id)) }
        { heading(text.about_title()) }
        { lead(text.about_lead()) }
        { words(text.about_choice()) }
        if about.session.start.on < sitting.session.start.on { { notice(text.about_again()) } }
        { for book.instrument.positions().filter(|at| responses.asks(*at)).map(|at| asking.item(at)) }
        <div class="go-on">
            { button(text.about_finish(), view.send(Action::Finish(id))) }
            { saved(view, about) }
        </div>
    </>}
}
