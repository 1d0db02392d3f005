//! Fields of a form that are read when it is sent: words, and one of two.

use crate::notes::Word;
use crate::text::Phrase;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// A place for words, with its label and perhaps a hint.
pub fn area(id: &'static str, label: Phrase, hint: Option<Phrase>, value: &str) -> Html {
    let hint_id = format!("{id}-hint");
    let describes = hint.is_some().then(|| hint_id.clone());
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label question" for={id}>{ label }</label>
            if let Some(hint) = hint { <p id={hint_id} class="govuk-hint">{ hint }</p> }
            <textarea {id} class="govuk-textarea" rows="3" autocomplete="off" aria-describedby={describes}
                defaultvalue={value.to_owned()} />
        </div>
    }
}

/// One of two, nothing chosen to begin with.
pub fn pick(name: &'static str, question: Phrase, choices: [(&'static str, Phrase, bool); 2]) -> Html {
    html! {
        <fieldset class="answer-card">
            <legend><h2 class="question">{ question }</h2></legend>
            <div class="choices choices--row">
                { for choices.into_iter().map(|(word, label, chosen)| {
                    let id = format!("{name}-{word}");
                    html! {
                        <div class="choice">
                            <input type="radio" id={id.clone()} {name} value={word} checked={chosen} autocomplete="off" />
                            <label for={id}>{ label }</label>
                        </div>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// Things to tick, by id; none is ticked to begin with.
pub fn ticks(question: Phrase, hint: Phrase, choices: Vec<(String, Html)>) -> Html {
    html! {
        <fieldset class="answer-card">
            <legend><h2 class="question">{ question }</h2></legend>
            <p class="govuk-hint">{ hint }</p>
            <div class="choices">
                { for choices.into_iter().map(|(id, label)| html! {
                    <div class="choice">
                        <input type="checkbox" id={id.clone()} autocomplete="off" />
                        <label for={id}>{ label }</label>
                    </div>
                }) }
            </div>
        </fieldset>
    }
}

/// What was typed into a place for words.
#[must_use]
pub fn typed(id: &str) -> String {
    element::<HtmlTextAreaElement>(id).map(|area| area.value().trim().to_owned()).unwrap_or_default()
}

/// What was typed into a field of one line.
#[must_use]
pub fn line(id: &str) -> String {
    element::<HtmlInputElement>(id).map(|field| field.value()).unwrap_or_default()
}

/// The same; `None` where there is no such field yet.
#[must_use]
pub fn now(id: &str) -> Option<String> {
    element::<HtmlInputElement>(id).map(|field| field.value())
}

/// Whether this one is ticked.
#[must_use]
pub fn ticked(id: &str) -> bool {
    tick(id).unwrap_or(false)
}

/// The same; `None` where there is no such box.
#[must_use]
pub fn tick(id: &str) -> Option<bool> {
    element::<HtmlInputElement>(id).map(|input| input.checked())
}

/// What was picked of the two; nothing is the value that stands for nothing.
#[must_use]
pub fn picked<T: Word + Default>(name: &str) -> T {
    let chosen = |(value, word): &(T, &'static str)| ticked(&format!("{name}-{word}")).then_some(*value);
    T::WORDS.iter().find_map(chosen).unwrap_or_default()
}

fn element<T: JsCast>(id: &str) -> Option<T> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
