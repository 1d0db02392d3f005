//! Both sides of an item: the person's first, then the link worker's, each with the name of the role.

use crate::components::controls::second_heading;
use crate::pages::check::answer;
use crate::pages::question::Asking;
use crate::text::{Phrase, Text};
use assessment_core::answer::{Answer, Responses, Settled};
use assessment_core::instrument::ItemAt;
use assessment_core::session::Side;
use yew::prelude::*;

/// What a side is called on a screen both look at.
pub(super) fn side_name(text: &Text, side: Side) -> Phrase {
    match side {
        Side::Person => text.side_you(),
        Side::Worker => text.side_worker(),
    }
}

/// Both answers to an item, side by side.
pub(super) fn sides(asking: &Asking<'_>, at: ItemAt) -> Html {
    let (session, instrument) = (&asking.sitting.session, &asking.book.instrument);
    let one = |side: Side, class: &'static str| {
        let given = Settled::Given(session.answer_of(instrument, at, side));
        html! {
            <div class={classes!("side", class)}>
                <dt class="side-name">{ side_name(asking.view.text, side) }</dt>
                <dd>{ answer(asking, at, &given) }</dd>
            </div>
        }
    };
    html! { <dl class="sides">{ one(Side::Person, "") }{ one(Side::Worker, "side--worker") }</dl> }
}

/// What both said about an item beside its answer, the person's words first.
pub(super) fn said(asking: &Asking<'_>, at: ItemAt) -> Html {
    let text = asking.view.text;
    html! {<>
        { quote(asking, at, Side::Person, html! { <p class="side-name">{ text.side_you_said() }</p> }) }
        { quote(asking, at, Side::Worker, html! { <p class="side-name">{ text.side_worker_note() }</p> }) }
    </>}
}

/// The words of one side under a heading; nothing where there are none.
fn quote(asking: &Asking<'_>, at: ItemAt, side: Side, top: Html) -> Html {
    let words = asking.sitting.session.said(&asking.book.instrument, at, side);
    if words.trim().is_empty() {
        return Html::default();
    }
    let class = if side == Side::Person { "quote" } else { "quote quote--worker" };
    html! {
        <figure {class}>
            <figcaption>{ top }</figcaption>
            <blockquote class="own-words">{ words.to_owned() }</blockquote>
        </figure>
    }
}

/// All that was said in words: the person's, whatever kind of question it was; then the worker's notes.
/// Sections that are held are left out.
pub(super) fn all_words(asking: &Asking<'_>, responses: &Responses, hidden: &[usize]) -> Html {
    let (text, instrument) = (asking.view.text, &asking.book.instrument);
    let items: Vec<ItemAt> = instrument
        .positions()
        .filter(|at| responses.asks(*at) && !hidden.contains(&instrument.item(*at).section))
        .collect();
    let own = |at: ItemAt| match responses.answer(at) {
        Settled::Given(Answer::Text(words)) if !words.trim().is_empty() => html! {
            <figure class="quote">
                <figcaption>{ asking.topic(at) }</figcaption>
                <blockquote class="own-words">{ words.clone() }</blockquote>
            </figure>
        },
        _ => quote(asking, at, Side::Person, asking.topic(at)),
    };
    let section = |title: Phrase, quotes: Vec<Html>| {
        html! {
            if !quotes.is_empty() { <section>{ second_heading(title) }{ for quotes }</section> }
        }
    };
    let some = |drawn: Html| (drawn != Html::default()).then_some(drawn);
    let own = items.iter().filter_map(|at| some(own(*at))).collect();
    let notes = items.iter().filter_map(|at| some(quote(asking, *at, Side::Worker, asking.topic(*at))));
    let notes = notes.collect();
    html! {<>
        { section(text.profile_your_words(), own) }
        { section(text.side_worker_notes(), notes) }
    </>}
}

/// Where the two see something differently, and which view leads; nothing where they agree.
pub(super) fn differing(asking: &Asking<'_>, differing: &[ItemAt]) -> Html {
    let text = asking.view.text;
    if differing.is_empty() {
        return Html::default();
    }
    html! {
        <section class="differing">
            { second_heading(text.sides_title()) }
            <p>{ text.sides_lead() }</p>
            { for differing.iter().map(|at| html! {
                <div class="differing-row">
                    <h3 class="third-heading">{ asking.topic(*at) }</h3>
                    { sides(asking, *at) }
                </div>
            }) }
        </section>
    }
}
