//! Numbers that stand for themselves: a published measure's value with its band, and ratings each alone. What
//! is not established says so; nothing is judged.

use crate::app::View;
use crate::components::controls::{second_heading, words};
use crate::library::{Book, STRENGTHS_PROFILE};
use crate::state::hides;
use crate::text::Phrase;
use assessment_core::answer::Responses;
use assessment_core::instrument::{HigherIs, Intention, ItemKind, ScaleAt};
use assessment_core::points::Points;
use assessment_core::profile::Rating;
use assessment_core::score::{Score, Scored, Scores};
use yew::prelude::*;

/// Every scale of a published measure, in the order of its definition; those that rest on sections that are held are
/// left out.
pub fn measures(view: &View<'_>, book: &Book, scores: &Scores, hidden: &[usize]) -> Html {
    let scales = book.instrument.scale_positions();
    let measures = scales.filter(|at| book.instrument.scale(*at).intention == Intention::Measure);
    let measures: Vec<ScaleAt> = measures.filter(|at| !hides(hidden, &book.instrument, *at)).collect();
    if measures.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { second_heading(view.title(book)) }
            { for measures.into_iter().map(|at| measure(view, book, at, scores.of(at))) }
        </section>
    }
}

fn measure(view: &View<'_>, book: &Book, at: ScaleAt, score: &Score) -> Html {
    let text = view.text;
    let scale = book.instrument.scale(at);
    let (answered, items) = score.answered_of();
    let based = || text.profile_based_on(&answered.to_string(), &items.to_string());
    html! {
        <article class="area">
            if book.instrument.scales().len() > 1 { <h3 class="third-heading">{ book.scale(at) }</h3> }
            if let Some(scored) = score.scored() {
                <p class="measure"><b>{ scored.value.to_string() }</b>{ " " }{ range(view, book, at) }</p>
                { words(band(view, book, at, scored)) }
                if scored.prorated { { words(based()) } }
                <p class="small">{ direction(view, scale.higher_is) }</p>
            } else {
                { words(text.profile_no_score()) }
                <p class="small">{ based() }</p>
            }
        </article>
    }
}

/// The band a value falls into, by the name its words have for it, or its published one.
fn band(view: &View<'_>, book: &Book, at: ScaleAt, scored: Scored) -> Phrase {
    let published = |band: usize| book.instrument.scale(at).bands[band].name.as_str();
    match scored.band.map(|band| book.band(at, band).unwrap_or_else(|| published(band))) {
        Some(name) => view.text.measure_band(name),
        None => view.text.measure_no_band(),
    }
}

fn range(view: &View<'_>, book: &Book, at: ScaleAt) -> Phrase {
    let (lowest, highest) = book.instrument.scale(at).value_range();
    view.text.measure_range(&highest.to_string(), &lowest.to_string())
}

/// Which end of a scale is the better one.
pub fn direction(view: &View<'_>, higher_is: HigherIs) -> Phrase {
    match higher_is {
        HigherIs::Better => view.text.measure_higher_better(),
        HigherIs::Worse => view.text.change_higher_worse(),
        HigherIs::Neither => view.text.change_higher_neither(),
    }
}

/// What ratings are of: life now in the long assessment, otherwise what the instrument itself is called.
pub fn ratings_title(view: &View<'_>, book: &Book) -> Phrase {
    match book.instrument.id().as_str() {
        STRENGTHS_PROFILE => view.text.profile_life(),
        _ => view.title(book),
    }
}

/// What was said of one thing: the step that was chosen in its own words, or the number with its ends.
pub fn rating(view: &View<'_>, book: &Book, responses: &Responses, rating: &Rating, value: Points) -> Html {
    let scale = book.instrument.scale(rating.scale);
    if let [at] = book.instrument.items_of(scale)[..]
        && let (ItemKind::Choice { .. }, Some(code)) = (&book.instrument.item(at).kind, responses.code(at))
    {
        return html! { <span lang={view.lang(book)}>{ book.option(at, code, responses.setting()) }</span> };
    }
    let (lowest, highest) = scale.value_range();
    if (lowest, highest) == (Points::ZERO, Points::whole(10)) {
        return view.text.profile_life_value(&value.to_string()).into();
    }
    html! {<>{ value.to_string() }{ " " }{ range(view, book, rating.scale) }</>}
}
