//! What to mend before a form can go on: a summary that takes focus, and the same words at the field.

use crate::browser::focus;
use crate::text::{Phrase, Text};
use yew::prelude::*;

/// The summary on top of a page. `field` is the id of the one thing to mend.
pub fn summary(text: &Text, field: &str, message: Phrase) -> Html {
    summary_of(text, [(field, message)])
}

/// The same where there may be more to mend, each with the id of its field, in the order of the page.
pub fn summary_of<'a>(text: &Text, faults: impl IntoIterator<Item = (&'a str, Phrase)>) -> Html {
    let line = |(field, message): (&str, Phrase)| {
        let named = field.to_owned();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            focus(&named);
        });
        html! { <li><a href={format!("#{field}")} {onclick}>{ message }</a></li> }
    };
    html! {
        <div id="error-summary" class="govuk-error-summary" role="alert" tabindex="-1">
            <h2 class="govuk-error-summary__title">{ text.there_is_a_problem() }</h2>
            <div class="govuk-error-summary__body">
                <ul class="govuk-list govuk-error-summary__list">
                    { for faults.into_iter().map(line) }
                </ul>
            </div>
        </div>
    }
}

/// The same words at the field itself. Its id is the field's, with `-error`.
pub fn at_field(field: &'static str, message: Phrase) -> Html {
    html! { <p id={format!("{field}-error")} class="govuk-error-message">{ message }</p> }
}
