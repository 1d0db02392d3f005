//! The colours, read from the page itself, so that this table cannot say anything else than the style does.

use crate::browser;
use yew::prelude::*;

/// Each colour, what it is for, and the least contrast it needs against cream, if any.
const COLOURS: [(&str, &str, f64); 16] = [
    ("--cream", "the page", 0.0),
    ("--paper", "cards", 0.0),
    ("--mist", "notices, what is chosen", 0.0),
    ("--sand", "the examples' banner", 0.0),
    ("--honey", "what to mend, not saved yet", 0.0),
    ("--ink", "words, the focus ring", 4.5),
    ("--soft", "quiet words", 4.5),
    ("--leaf", "links, buttons, whole leaves, now", 4.5),
    ("--leaf-deep", "headings, a button under the pointer", 4.5),
    ("--ochre", "words of what to mend", 4.5),
    ("--line", "frames of answers and fields, the line of a chart", 3.0),
    ("--bud", "open rings, then", 3.0),
    ("--wire", "wires and posts", 3.0),
    ("--hair", "edges of cards: only pleases", 0.0),
    ("--leaf-young", "young leaves of the drawing: only pleases", 0.0),
    ("--sun", "inside the focus ring, which is ink: only pleases", 0.0),
];

pub(super) fn table() -> Html {
    let cream = colour("--cream");
    html! {
        <div class="table-room" tabindex="0" role="region" aria-label="Colours">
        <table class="govuk-table">
            <thead><tr>
                <th scope="col">{ "Colour" }</th><th scope="col">{ "For" }</th>
                <th scope="col">{ "Value" }</th><th scope="col">{ "Against cream" }</th>
            </tr></thead>
            <tbody>
                { for COLOURS.into_iter().map(|(name, used_for, least)| {
                    let value = colour(name);
                    let ratio = contrast(&value, &cream);
                    let verdict = if least == 0.0 { "" } else if ratio >= least { ", enough" } else { ", too little" };
                    html! {
                        <tr>
                            <th scope="row">
                                <svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">
                                    <rect width="40" height="24" rx="6" fill={value.clone()} />
                                </svg>
                                { " " }{ name }
                            </th>
                            <td>{ used_for }</td>
                            <td>{ value.clone() }</td>
                            <td>{ format!("{ratio:.1} to 1{verdict}") }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
        </div>
    }
}

fn colour(name: &str) -> String {
    let root = browser::window().document().and_then(|document| document.document_element());
    let style = root.and_then(|root| browser::window().get_computed_style(&root).ok().flatten());
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default().trim().to_owned()
}

/// Contrast of two colours like `#1d5b4f`, as WCAG 2 counts it; 0 when one of them is no colour.
fn contrast(one: &str, other: &str) -> f64 {
    match (luminance(one), luminance(other)) {
        (Some(one), Some(other)) => (one.max(other) + 0.05) / (one.min(other) + 0.05),
        _ => 0.0,
    }
}

fn luminance(colour: &str) -> Option<f64> {
    let hex = colour.strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let part = |from: usize| {
        let value = f64::from(u8::from_str_radix(hex.get(from..from + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * part(0)? + 0.7152 * part(2)? + 0.0722 * part(4)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_counted_as_wcag_counts_it() {
        for (one, other, expected) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#777777", "#ffffff", 4.48),
            ("red", "#ffffff", 0.0),
        ] {
            assert!(
                (contrast(one, other) - expected).abs() < 0.01,
                "{one} on {other}: {}",
                contrast(one, other)
            );
        }
    }
}
