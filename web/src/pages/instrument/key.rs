//! The key of an instrument, question by question, as the codebook has it; and what the codebook leaves to the
//! definition: gates, what is implied, points.

use super::english;
use crate::app::View;
use crate::text::Text;
use assessment_core::codebook::{Row, describe};
use assessment_core::instrument::{Condition, Instrument, ItemAt, ItemPoints};
use assessment_core::points::Points;
use yew::prelude::*;

/// Every question with its codes and what they are worth.
pub(super) fn table(view: &View<'_>, instrument: &Instrument) -> Html {
    let text = view.text;
    let rows: Vec<Row> = describe(instrument).into_iter().filter(|row| row.role == "item").collect();
    html! {<>
        <p>{ text.instrument_key_lead() }</p>
        <div class="table-room" tabindex="0" role="region" aria-label={text.instrument_key()}>
            <table class="govuk-table key-table">
                <thead><tr>
                    <th scope="col">{ text.instrument_key_question() }</th>
                    <th scope="col">{ text.instrument_key_codes() }</th>
                    <th scope="col">{ text.instrument_key_points() }</th>
                    <th scope="col">{ text.instrument_key_scales() }</th>
                </tr></thead>
                <tbody>{ for instrument.positions().zip(rows).map(|(at, row)| one(text, instrument, at, row)) }</tbody>
            </table>
        </div>
    </>}
}

fn one(text: &Text, instrument: &Instrument, at: ItemAt, row: Row) -> Html {
    let item = instrument.item(at);
    let gate = item.gate.as_ref().map(|gate| {
        let (item, codes) = condition(instrument, gate);
        text.instrument_key_asked_when(&codes, &item)
    });
    let implied = item.implied.map(|code| text.instrument_key_implied(&instrument.code_text(at, code)));
    let only = item.only_in.map(|setting| {
        let setting = text.instrument_setting(setting.word());
        text.instrument_key_only(setting.as_str())
    });
    html! {
        <tr>
            <th scope="row">
                <span class="variable">{ row.variable }</span>{ " " }{ english(&row.label) }
                { for [gate, implied, only].into_iter().flatten().map(|said| html! { <p class="small">{ said }</p> }) }
            </th>
            <td>{ english(&row.codes) }</td>
            <td>{ points(text, instrument, at) }</td>
            <td class="variable">{ row.scale }</td>
        </tr>
    }
}

/// The item and the codes of a condition, as they stand in files.
pub(super) fn condition(instrument: &Instrument, condition: &Condition) -> (String, String) {
    let codes: Vec<String> =
        condition.is.iter().map(|code| instrument.code_text(condition.item, *code)).collect();
    (instrument.item(condition.item).id.to_string(), codes.join(", "))
}

/// What the codes of an item are worth: once for each different way.
fn points(text: &Text, instrument: &Instrument, at: ItemAt) -> Html {
    let terms = instrument.scales().iter().flat_map(|scale| scale.key.terms()).filter(|term| term.item == at);
    let mut ways: Vec<&ItemPoints> = Vec::new();
    for term in terms {
        if !ways.contains(&&term.points) {
            ways.push(&term.points);
        }
    }
    html! { { for ways.into_iter().map(|way| html! { <p class="small">{ worth(text, way) }</p> }) } }
}

fn worth(text: &Text, points: &ItemPoints) -> Html {
    let plain = |step: &Points| *step == Points::whole(1);
    match points {
        ItemPoints::Coded { step } if plain(step) => text.instrument_key_as_coded().into(),
        ItemPoints::Coded { step } => text.instrument_key_step(&step.to_string()).into(),
        ItemPoints::Reversed { turn, step } if plain(step) => {
            text.instrument_key_turned(&turn.to_string()).into()
        }
        ItemPoints::Reversed { turn, step } => {
            text.instrument_key_turned_step(&step.to_string(), &turn.to_string()).into()
        }
        ItemPoints::Recoded(table) => {
            let rows: Vec<String> = table.iter().map(|(code, points)| format!("{code} → {points}")).collect();
            rows.join("; ").into()
        }
    }
}
