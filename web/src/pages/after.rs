//! After a sitting, finished or stopped for today: two taps for the person and one for the link worker, all of them
//! optional.

use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card};
use crate::components::controls::{back, heading, lead, link_button, notice, words};
use crate::notes::{Asked, Notes, Tap, Word};
use crate::route::Route;
use crate::state::{Action, Open, Sitting};
use crate::text::Phrase;
use assessment_core::session::{Mode, SessionId, Stage};
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, open: &Open, sitting: &Sitting) -> Html {
    let (text, start) = (view.text, &sitting.session.start);
    let id = start.id;
    let before = match sitting.session.stage {
        Stage::Draft => open.resume(id).unwrap_or(Route::Person(start.person)),
        _ => Route::Profile(id),
    };
    let by_call = matches!(start.mode, Mode::Phone | Mode::Video);
    let none = Notes::default();
    let notes = open.notes.get(&id).unwrap_or(&none);
    html! {<>
        { back(view, before) }
        { heading(text.after_title()) }
        { lead(text.after_lead()) }
        { asked(view, id, Asked::Worth, "worth", text.after_worth(), notes.worth) }
        { asked(view, id, Asked::AboutMe, "about-me", text.after_about_me(), notes.about_me) }
        { asked(view, id, Asked::Worker, "worker", text.after_worker(), notes.worker) }
        { words(text.after_again()) }
        { notice(if by_call { text.after_call() } else { text.after_turn() }) }
        { link_button(view, Route::Concern(id), text.after_to_worker()) }
    </>}
}

fn asked(
    view: &View<'_>,
    session: SessionId,
    asked: Asked,
    id: &'static str,
    question: Phrase,
    present: Option<Tap>,
) -> Html {
    let text = view.text;
    let choice = |tap: Tap, label: Phrase| Choice {
        value: tap.word().to_owned(),
        label: label.into(),
        chosen: present == Some(tap),
        apart: false,
    };
    let dispatch = view.dispatch.clone();
    card(Card {
        id: id.to_owned(),
        question: question.into(),
        hint: None,
        help: None,
        ends: None,
        // A box that is ticked can be unticked; the three exclude each other in the state.
        kind: "checkbox",
        choices: vec![
            choice(Tap::Yes, text.after_yes()),
            choice(Tap::Partly, text.after_partly()),
            choice(Tap::No, text.after_no()),
        ],
        lie: Lie::Row,
        onchoose: Callback::from(move |word: String| {
            if let Some(tap) = Tap::read(&word) {
                dispatch.emit(Action::Tapped(session, asked, tap));
            }
        }),
        standing: None,
        asides: Vec::new(),
        alone: false,
    })
}
