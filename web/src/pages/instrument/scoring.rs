//! How an instrument is scored, in words: a part for each score.

use super::{english, number, source, spoken};
use crate::app::View;
use crate::components::controls::{details, words};
use crate::library::Book;
use crate::pages::measures::direction;
use crate::text::{Phrase, Text};
use assessment_core::instrument::{
    Band, Basis, CutOff, Instrument, ItemPoints, MissingRule, Scale, ScaleAt, ScoringKey, Term,
};
use assessment_core::points::{Points, RoundTo, Rounding};
use yew::prelude::*;

/// Every score.
pub(super) fn scored(view: &View<'_>, book: &Book) -> Html {
    let (text, instrument) = (view.text, &book.instrument);
    let scales = instrument.scales().iter().filter_map(|scale| instrument.find_scale(scale.id.as_str()));
    html! {<>
        { words(text.instrument_never_zero()) }
        if let Some(minimum) = instrument.minimum_answered() {
            { words(text.instrument_minimum(&minimum.answers.to_string())) }
            { source(view, &minimum.source) }
        }
        if let Some(said) = instrument.no_total() { { words(text.instrument_no_total()) }{ source(view, said) } }
        if instrument.scales().is_empty() { { words(text.instrument_no_scales()) } }
        { for scales.map(|at| {
            details(spoken(book, book.scale(at)), scale(view, book, at))
        }) }
    </>}
}

fn scale(view: &View<'_>, book: &Book, at: ScaleAt) -> Html {
    let (text, instrument) = (view.text, &book.instrument);
    let scale = instrument.scale(at);
    let (low, high) = scale.value_range();
    let said = [rule(text, book, &scale.key), turned(text, &scale.key), missing(text, &scale.key)];
    html! {<>
        { for said.into_iter().flatten().map(line) }
        { any_of(text, instrument, &scale.key) }
        { line_of(text, scale) }
        { line(text.instrument_range(&high.to_string(), &low.to_string())) }
        { line(direction(view, scale.higher_is)) }
        { bands(view, book, at) }
        { change(view, scale) }
        if scale.same_text.is_some() { { line(text.instrument_same_text()) } }
        <p><b>{ text.instrument_source() }</b></p>
        { source(view, &scale.source) }
    </>}
}

fn line(said: Phrase) -> Html {
    html! { <p>{ said }</p> }
}

/// What the key does with the answers.
fn rule(text: &Text, book: &Book, key: &ScoringKey) -> Option<Phrase> {
    let names = |scales: &[ScaleAt]| scales.iter().map(|at| book.scale(*at)).collect::<Vec<_>>().join(", ");
    Some(match key {
        ScoringKey::Sum { terms, .. } => text.instrument_sum(number(terms.len())),
        ScoringKey::Mean { terms, .. } => text.instrument_mean(number(terms.len())),
        ScoringKey::Count { items, codes, .. } => {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            text.instrument_counts(&codes.join(", "), &items.len().to_string())
        }
        ScoringKey::AnyOf { .. } => text.instrument_any_of(),
        ScoringKey::TotalOf { scales } => text.instrument_total_of(&names(scales)),
        ScoringKey::MeanOf { scales, .. } => text.instrument_mean_of(&names(scales)),
    })
}

/// Which of its questions are turned round or have points of their own, by number.
fn turned(text: &Text, key: &ScoringKey) -> Option<Phrase> {
    let count = |is: fn(&Term) -> bool| number(key.terms().iter().filter(|term| is(term)).count());
    let reversed = count(|term| matches!(term.points, ItemPoints::Reversed { .. }));
    let own = count(|term| match &term.points {
        ItemPoints::Coded { step } | ItemPoints::Reversed { step, .. } => *step != Points::whole(1),
        ItemPoints::Recoded(_) => true,
    });
    match (reversed, own) {
        (0, 0) => None,
        (_, 0) => Some(text.instrument_reversed(reversed)),
        (_, own) => Some(text.instrument_own_points(own)),
    }
}

/// What happens when an answer is missing.
fn missing(text: &Text, key: &ScoringKey) -> Option<Phrase> {
    match key {
        ScoringKey::Sum { missing, .. }
        | ScoringKey::Mean { missing, .. }
        | ScoringKey::Count { missing, .. } => Some(match missing {
            MissingRule::Complete => text.instrument_complete(),
            MissingRule::PersonMean { minimum_answered, .. } => {
                text.instrument_prorated(&minimum_answered.to_string())
            }
        }),
        ScoringKey::AnyOf { .. } => None,
        ScoringKey::TotalOf { .. } | ScoringKey::MeanOf { .. } => Some(text.instrument_parts_needed()),
    }
}

fn any_of(text: &Text, instrument: &Instrument, key: &ScoringKey) -> Html {
    let ScoringKey::AnyOf { conditions } = key else { return Html::default() };
    html! { <ul class="told">{ for conditions.iter().map(|one| {
        let (item, codes) = super::key::condition(instrument, one);
        html! { <li>{ text.instrument_key_scored_when(&codes, &item) }</li> }
    }) }</ul> }
}

/// Rounding, and the line the result is put on.
fn line_of(text: &Text, scale: &Scale) -> Html {
    let round = match (&scale.rescale, &scale.key) {
        (Some(rescale), _) => Some(rescale.round),
        (None, ScoringKey::Mean { round, .. } | ScoringKey::MeanOf { round, .. }) => *round,
        (None, ScoringKey::Sum { missing, .. } | ScoringKey::Count { missing, .. }) => match missing {
            MissingRule::PersonMean { round, .. } => *round,
            MissingRule::Complete => None,
        },
        _ => None,
    };
    let rescaled = scale.rescale.as_ref().map(|line| {
        let said = [line.add, line.by, line.subtract, line.times].map(|points| points.to_string());
        text.instrument_rescaled(&said[0], &said[1], &said[2], &said[3])
    });
    html! {<>
        if let Some(rescaled) = rescaled { { line(rescaled) } }
        if let Some(round) = round { { rounded(text, round) } }
        if let Some(table) = &scale.conversion { { conversion(text, table) } }
    </>}
}

fn rounded(text: &Text, round: RoundTo) -> Html {
    let to = match round.decimals {
        0 => "whole",
        1 => "tenth",
        _ => "hundredth",
    };
    let way = match round.rounding {
        Rounding::HalfUp => "half_up",
        Rounding::HalfEven => "half_even",
    };
    html! { <p>{ text.instrument_rounded(to) }{ " " }{ text.instrument_half(way) }</p> }
}

fn conversion(text: &Text, table: &[(Points, Points)]) -> Html {
    let (low, high) = match table {
        [first, .., last] => (first.1.to_string(), last.1.to_string()),
        _ => return Html::default(),
    };
    html! {<>
        { line(text.instrument_converted(&high, &low)) }
        { details(text.instrument_conversion(), two_columns(
            text.instrument_raw(),
            text.instrument_value(),
            table.iter().map(|(raw, value)| (raw.to_string(), value.to_string().into())),
        )) }
    </>}
}

fn two_columns(one: Phrase, two: Phrase, rows: impl Iterator<Item = (String, Html)>) -> Html {
    html! {
        <table class="govuk-table">
            <thead><tr><th scope="col">{ one }</th><th scope="col">{ two }</th></tr></thead>
            <tbody>{ for rows.map(|(first, second)| html! { <tr><td>{ first }</td><td>{ second }</td></tr> }) }</tbody>
        </table>
    }
}

fn bands(view: &View<'_>, book: &Book, at: ScaleAt) -> Html {
    let (text, scale) = (view.text, book.instrument.scale(at));
    let name = |n: usize, band: &Band| match book.band(at, n) {
        Some(word) => spoken(book, word.to_owned()),
        None => english(&band.name),
    };
    let rows = scale.bands.iter().enumerate().map(|(n, band)| (band.from.to_string(), name(n, band)));
    let cut_off = |cut: &CutOff| html! { <li>{ cut.from.to_string() }{ ": " }{ english(&cut.name) }{ source(view, &cut.source) }</li> };
    html! {<>
        if scale.bands.is_empty() {
            { line(text.instrument_no_bands()) }
        } else {
            <p><b>{ text.instrument_bands() }</b></p>
            { two_columns(text.instrument_from(), text.instrument_name(), rows) }
            if let Some(said) = &scale.bands_source { { source(view, said) } }
        }
        if !scale.cut_offs.is_empty() {
            <p><b>{ text.instrument_cut_offs() }</b></p>
            <ul class="told">{ for scale.cut_offs.iter().map(cut_off) }</ul>
        }
    </>}
}

fn change(view: &View<'_>, scale: &Scale) -> Html {
    let text = view.text;
    match &scale.change {
        None => line(text.instrument_change_unknown()),
        Some(rule) => html! {<>
            <p>
                if rule.basis == Basis::FileAlpha {
                    { text.figures_threshold_alpha(&rule.threshold.to_string()) }
                } else {
                    { text.instrument_change(&rule.threshold.to_string()) }
                }
                { " " }
                { text.instrument_basis(rule.basis.word()) }
            </p>
            { source(view, &rule.source) }
        </>},
    }
}
