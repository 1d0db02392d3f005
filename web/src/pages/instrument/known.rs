//! What is established about an instrument, what its definition says nobody has established, and no more.

use super::{english, number};
use crate::app::View;
use crate::components::controls::words;
use crate::library::Book;
use assessment_core::instrument::{Basis, Scale};
use yew::prelude::*;

/// What is and is not established.
pub(super) fn known(view: &View<'_>, book: &Book) -> Html {
    let (text, instrument) = (view.text, &book.instrument);
    let scales = instrument.scales();
    let all = number(scales.len()).to_string();
    let of = |count: usize| number(count).to_string();
    let banded = scales.iter().filter(|scale| !scale.bands.is_empty()).count();
    let by_file = |scale: &&Scale| {
        let basis = scale.change.as_ref().map(|rule| rule.basis);
        matches!(basis, Some(Basis::FileTestRetest | Basis::FileAlpha))
    };
    let brought = scales.iter().filter(by_file).count();
    let judged = scales.iter().filter(|scale| scale.change.is_some()).count() - brought;
    let unknown = instrument.not_established().iter().map(|one| {
        let fact = text.instrument_fact(one.fact.word());
        let head: Html = match one.scale {
            Some(at) => text.instrument_unknown_of(fact.as_str(), &book.scale(at)).into(),
            None => fact.into(),
        };
        html! { <li><b>{ head }</b>{ ". " }{ english(&one.sentence) }</li> }
    });
    html! {<>
        if !scales.is_empty() {
            <ul class="told">
                <li>{ text.instrument_known_bands(&all, &of(banded)) }</li>
                <li>{ text.instrument_known_change(&all, &of(judged)) }</li>
                if brought > 0 { <li>{ text.figures_known(&all, &of(brought)) }</li> }
            </ul>
        }
        if instrument.not_established().is_empty() {
            { words(text.instrument_none_listed()) }
        } else {
            <h3 class="third-heading">{ text.instrument_unknown() }</h3>
            <ul class="told">{ for unknown }</ul>
        }
    </>}
}
