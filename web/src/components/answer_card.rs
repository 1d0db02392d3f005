//! One question with its answers as cards to tap. Nothing is chosen to begin with, nothing slides.

use crate::browser::focus;
use crate::components::controls::{details_told, text_button};
use yew::prelude::*;

/// One answer that can be tapped.
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What it says.
    pub label: Html,
    /// Whether it is the present answer.
    pub chosen: bool,
    /// Whether it stands a little apart from the others.
    pub apart: bool,
}

/// How choices lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// Side by side where there is room.
    Row,
    /// One under the other.
    Column,
    /// Small and many, wrapping: the numbers 0 to 10.
    Numbers,
}

impl Lie {
    /// Its class.
    pub fn class(self) -> &'static str {
        match self {
            Lie::Row => "choices choices--row",
            Lie::Column => "choices choices--column",
            Lie::Numbers => "choices choices--numbers",
        }
    }
}

/// A small thing to do with a question instead of answering it.
pub struct Aside {
    /// Tells it apart from the others of its question.
    pub key: &'static str,
    /// What it says.
    pub label: Html,
    /// What it says to whoever cannot see which question it belongs to.
    pub name: AttrValue,
    /// Does it.
    pub onclick: Callback<MouseEvent>,
}

/// What a question means: beside it, never part of it.
pub struct Help {
    /// The words that open it.
    pub summary: Html,
    /// What it says.
    pub body: Html,
    /// Told each time it is opened.
    pub onopen: Callback<()>,
}

impl Help {
    /// Draws it, shut.
    pub fn draw(self) -> Html {
        details_told(self.summary, html! { <p>{ self.body }</p> }, self.onopen)
    }
}

/// Everything a question shows.
pub struct Card {
    /// Id of the item: names the group.
    pub id: String,
    /// The question.
    pub question: Html,
    /// Words below the question.
    pub hint: Option<Html>,
    /// What this means.
    pub help: Option<Help>,
    /// The words at both ends of a line of numbers.
    pub ends: Option<(Html, Html)>,
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// The answers.
    pub choices: Vec<Choice>,
    /// How they lie.
    pub lie: Lie,
    /// Chosen: the value, to be handed on.
    pub onchoose: Callback<String>,
    /// What stands instead of an answer, in words.
    pub standing: Option<Html>,
    /// What else one can do.
    pub asides: Vec<Aside>,
    /// The same, for a question on a page of its own: its words are the page's heading.
    pub alone: bool,
}

/// Draws the card.
pub fn card(card: Card) -> Html {
    let Card { id, question, hint, help, ends, kind, choices, lie, onchoose, standing, asides, alone } = card;
    let hint_id = format!("{id}-hint");
    let describes = hint.is_some().then(|| hint_id.clone());
    let legend = if alone {
        html! { <h1 id="heading" class="page-heading" tabindex="-1">{ question }</h1> }
    } else {
        html! { <h2 class="question">{ question }</h2> }
    };
    html! {
        <fieldset id={format!("item-{id}")} class="answer-card" aria-describedby={describes} tabindex="-1">
            <legend>{ legend }</legend>
            if let Some(hint) = hint { <p id={hint_id} class="govuk-hint">{ hint }</p> }
            if let Some(help) = help { { help.draw() } }
            if let Some((low, _)) = &ends { <p class="end end--low">{ low.clone() }</p> }
            <div class={lie.class()}>
                { for choices.into_iter().map(|one| choice(&id, kind, one, &onchoose)) }
            </div>
            if let Some((_, high)) = ends { <p class="end end--high">{ high }</p> }
            <div class="asides">
                if let Some(standing) = standing { <span class="standing">{ standing }</span> }
                { for asides.into_iter().map(|one| aside(&id, one)) }
            </div>
        </fieldset>
    }
}

/// The button goes with the answer it belonged to, so focus moves to the question, whose words now say how
/// things stand.
pub fn aside(id: &str, aside: Aside) -> Html {
    let card = format!("item-{id}");
    let Aside { key, label, name, onclick } = aside;
    let onclick = Callback::from(move |event: MouseEvent| {
        onclick.emit(event);
        focus(&card);
    });
    html! { <span {key}>{ text_button(label, name, onclick) }</span> }
}

/// One answer of the group `id`: the real radio or checkbox lies unseen on top of its words. A radio that is chosen
/// already tells nobody that it was tapped again, so its click does: somebody else may give the same answer.
pub fn choice(id: &str, kind: &'static str, choice: Choice, onchoose: &Callback<String>) -> Html {
    let input_id = format!("{id}-{}", choice.value);
    let value = choice.value.clone();
    let onchange = onchoose.reform(move |_: Event| value.clone());
    let value = choice.value.clone();
    let again = kind == "radio" && choice.chosen;
    let onclick = again.then(|| onchoose.reform(move |_: MouseEvent| value.clone()));
    html! {
        <div key={choice.value.clone()} class={classes!("choice", choice.apart.then_some("choice--apart"))}>
            <input type={kind} id={input_id.clone()} name={id.to_owned()} value={choice.value}
                checked={choice.chosen} autocomplete="off" {onchange} {onclick} />
            <label for={input_id}>{ choice.label }</label>
        </div>
    }
}
