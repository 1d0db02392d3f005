//! One question whose answer is a number that is typed: too many to tap. Blank is no number, and nothing slides.

use super::answer_card::{Aside, Choice, Help, aside, choice};
use super::text_answer::TextAnswer;
use yew::prelude::*;

/// Everything such a question shows.
pub struct NumberField {
    /// Id of the item: names the field.
    pub id: String,
    /// The question.
    pub question: Html,
    /// What can be typed, in words.
    pub bounds: Html,
    /// What this means.
    pub help: Option<Help>,
    /// The words for the lowest and the highest number.
    pub ends: Option<(Html, Html)>,
    /// What is wrong with what was typed.
    pub fault: Option<Html>,
    /// What stands in the field.
    pub value: String,
    /// Which keys a tablet shows.
    pub keys: &'static str,
    /// Takes what is typed.
    pub ontyped: Callback<String>,
    /// Told when typing begins.
    pub ontyping: Callback<()>,
    /// Answers that are no number.
    pub apart: Vec<Choice>,
    /// One of them was chosen.
    pub onchoose: Callback<String>,
    /// What stands instead of an answer, in words.
    pub standing: Option<Html>,
    /// What else one can do.
    pub asides: Vec<Aside>,
    /// Whether it is on a page of its own, so that its words are the page's heading.
    pub alone: bool,
}

/// Draws the question.
pub fn number_field(field: NumberField) -> Html {
    let (id, line) = (field.id.clone(), line(&field));
    let label = html! { <label for={id.clone()}>{ field.question }</label> };
    let legend = if field.alone {
        html! { <h1 id="heading" class="page-heading" tabindex="-1">{ label }</h1> }
    } else {
        html! { <h2 class="question">{ label }</h2> }
    };
    html! {
        <fieldset id={format!("item-{id}")} class="answer-card" tabindex="-1">
            <legend>{ legend }</legend>
            if let Some(help) = field.help { { help.draw() } }
            { line }
            if !field.apart.is_empty() {
                <div class="choices choices--column">
                    { for field.apart.into_iter().map(|one| choice(&id, "radio", one, &field.onchoose)) }
                </div>
            }
            <div class="asides">
                if let Some(standing) = field.standing { <span class="standing">{ standing }</span> }
                { for field.asides.into_iter().map(|one| aside(&id, one)) }
            </div>
        </fieldset>
    }
}

/// The field, with its bounds over it and its ends beside it.
fn line(field: &NumberField) -> Html {
    let id = &field.id;
    let hint = format!("{id}-hint");
    let described = if field.fault.is_some() { format!("{hint} {id}-error") } else { hint.clone() };
    html! {<>
        <p id={hint} class="govuk-hint">{ field.bounds.clone() }</p>
        if let Some((low, high)) = &field.ends {
            <p class="end end--low">{ low.clone() }</p>
            <p class="end">{ high.clone() }</p>
        }
        if let Some(fault) = &field.fault { <p id={format!("{id}-error")} class="govuk-error-message">{ fault.clone() }</p> }
        <TextAnswer key={id.clone()} id={id.clone()} value={field.value.clone()} described_by={described}
            onwords={field.ontyped.clone()} ontyping={field.ontyping.clone()} keys={field.keys}
            refused={field.fault.is_some()} />
    </>}
}
