//! Stored scores that are not ours, said calmly: ours, theirs beside it, and what theirs rest on.

use crate::app::View;
use crate::components::controls::{notice, words};
use crate::library::Book;
use crate::state::{Open, Sitting};
use crate::text::Text;
use assessment_core::points::Points;
use assessment_core::provenance::{Checked, RestsOn};
use yew::prelude::*;

/// Scores that were stored when it was finished and are not what they come to now.
pub fn other_scores(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book) -> Html {
    let text = view.text;
    let stored = open.heads.get(&sitting.session.start.id).and_then(|head| head.scores.as_ref());
    match stored.map(|stored| stored.check(&book.instrument, &sitting.session)) {
        Some(checked) if checked.differs() => notice(html! {<>
            <p><b>{ text.stored_title() }</b></p>
            { told(text, book, &checked) }
            { words(text.stored_shown()) }
        </>}),
        _ => Html::default(),
    }
}

/// What is other, for a notice.
pub fn told(text: &Text, book: &Book, checked: &Checked) -> Html {
    let value = |points: Option<Points>| match points {
        Some(points) => points.to_string(),
        None => text.stored_none().plain(),
    };
    let why = match checked.rests_on {
        RestsOn::TheSame => text.stored_same(),
        RestsOn::OtherRules => text.stored_rules(),
        RestsOn::OtherInputs => text.stored_inputs(),
        RestsOn::OtherRulesAndInputs => text.stored_both(),
        RestsOn::NotKnown => text.stored_shown(),
    };
    html! {<>
        { for checked.numbers.iter().map(|other| {
            let scale = book.scale(other.scale);
            words(text.stored_number(&value(other.ours), &scale, &value(other.theirs)))
        }) }
        { words(why) }
    </>}
}
