//! Who is answering now: three quiet choices over the questions, one of them always chosen.

use crate::app::View;
use crate::components::answer_card::{Choice, choice};
use crate::state::{Action, Sitting};
use crate::text::Phrase;
use assessment_core::session::By;
use yew::prelude::*;

/// The choices. Nobody has to touch them.
pub(super) fn answering(view: &View<'_>, sitting: &Sitting) -> Html {
    let text = view.text;
    let (dispatch, session) = (view.dispatch.clone(), sitting.session.start.id);
    let onchoose = Callback::from(move |word: String| {
        if let Some(by) = By::read(&word) {
            dispatch.emit(Action::AnsweredBy(session, by));
        }
    });
    let one = |by: By, label: Phrase| {
        let value = by.word().to_owned();
        Choice { value, label: label.into(), chosen: sitting.answering == by, apart: false }
    };
    let choices = [
        one(By::Person, text.answering_person()),
        one(By::Together, text.answering_together()),
        one(By::Worker, text.answering_worker()),
    ];
    html! {
        <fieldset class="answering" aria-describedby="answering-said">
            <legend>{ text.answering_title() }</legend>
            <div class="choices choices--row">
                { for choices.into_iter().map(|one| choice("answering", "radio", one, &onchoose)) }
            </div>
            <p id="answering-said" class="small">
                if sitting.answering == By::Worker { { text.answering_for_you() } }
            </p>
        </fieldset>
    }
}
