//! What can be answered to an item, by its type.

use super::address::DECIMALS;
use super::choice::{Choice, Terms, choices};
use super::read::Element;
use super::weight;
use crate::instrument::Code;
use crate::points::Points;

/// Where a number ends that has no bounds of its own: six digits, as every code, decimals among them.
const WIDEST: Code = 999_999;

/// What can be answered.
pub(super) enum Asked {
    /// One option, each with its weight.
    Weighted(Vec<Choice>),
    /// Yes or no, without weights.
    YesNo,
    /// Any number of options, without weights.
    Several(Vec<Choice>),
    /// A number. Its bounds are codes: with one decimal, 365 is 36.5.
    Number {
        /// Lowest.
        from: Code,
        /// Highest.
        to: Code,
        /// Decimals an answer may have.
        decimals: u8,
    },
    /// Words.
    Text,
}

/// Reads what can be answered to an item. Says what is wrong with it; notes what is taken otherwise.
pub(super) fn asked(
    item: &Element<'_>,
    link: &str,
    kind: &str,
    terms: &Terms<'_>,
    notes: &mut Vec<String>,
) -> Option<Asked> {
    let repeats = item.flag("repeats");
    match kind {
        "choice" if repeats => several(item, link, terms),
        _ if repeats => {
            item.fault("repeats", format!("`{link}` takes several answers; only a choice can."));
            None
        }
        "choice" => weighted(item, link, terms),
        _ if item.has("answerOption") || item.has("answerValueSet") => {
            item.refuse(format!("`{link}` is of type `{kind}` and has options; only a choice can."));
            None
        }
        "boolean" => {
            notes.push(format!("`{link}` is yes or no and has no weights: asked, not scored."));
            Some(Asked::YesNo)
        }
        "integer" => number(item, link, 0, notes),
        "decimal" => number(item, link, decimals(item, link, notes)?, notes),
        "string" | "text" => Some(Asked::Text),
        _ => {
            item.fault("type", format!("`{link}` is of type `{kind}`, which cannot be asked here."));
            None
        }
    }
}

/// How many decimals an answer may have. More than two are not kept, which is told.
fn decimals(item: &Element<'_>, link: &str, notes: &mut Vec<String>) -> Option<u8> {
    let stated = item.extensions(&[DECIMALS]).first().and_then(|one| one.number("value"));
    match stated.as_deref().map(str::parse) {
        Some(Ok(decimals @ 0..=2)) => Some(decimals),
        Some(_) => {
            item.refuse(format!(
                "`{link}`: at most two decimals are kept, and maxDecimalPlaces allows more."
            ));
            None
        }
        None => {
            notes.push(format!("`{link}` has no maxDecimalPlaces: two decimals are taken."));
            Some(2)
        }
    }
}

fn number(item: &Element<'_>, link: &str, decimals: u8, notes: &mut Vec<String>) -> Option<Asked> {
    let low = bound(item, link, ("minValue", -WIDEST), decimals, notes);
    let high = bound(item, link, ("maxValue", WIDEST), decimals, notes);
    let (from, to) = (low?, high?);
    if from >= to {
        let [from, to] = [from, to].map(|code| shown(code, decimals));
        item.refuse(format!("`{link}` needs a minValue below its maxValue; {from} and {to} stand here."));
        return None;
    }
    Some(Asked::Number { from, to, decimals })
}

/// A bound of a number, or the widest there is: no sum is made of it, so nothing hangs on it.
fn bound(
    item: &Element<'_>,
    link: &str,
    (name, widest): (&str, Code),
    decimals: u8,
    notes: &mut Vec<String>,
) -> Option<Code> {
    let url = format!("http://hl7.org/fhir/StructureDefinition/{name}");
    let Some(one) = item.extensions(&[&url]).into_iter().next() else {
        notes
            .push(format!("`{link}` has no {name}: {} is taken. It is not scored.", shown(widest, decimals)));
        return Some(widest);
    };
    let points = one.number("value").as_deref().and_then(weight::points);
    let code =
        points.and_then(|points| code(points, decimals)).filter(|code| (-WIDEST..=WIDEST).contains(code));
    if code.is_none() {
        one.refuse(format!(
            "`{link}`: {name} is no number of at most six digits, {decimals} of them decimals."
        ));
    }
    code
}

/// The code of a number; `None` when it has more decimals.
pub(super) fn code(number: Points, decimals: u8) -> Option<Code> {
    let step = 10_i64.pow(2 - u32::from(decimals.min(2)));
    let hundredths = number.in_hundredths();
    Code::try_from(hundredths / step).ok().filter(|_| hundredths % step == 0)
}

/// The number of a code.
pub(super) fn shown(code: Code, decimals: u8) -> Points {
    Points::hundredths(i64::from(code) * 10_i64.pow(2 - u32::from(decimals.min(2))))
}

fn weighted(item: &Element<'_>, link: &str, terms: &Terms<'_>) -> Option<Asked> {
    let choices = choices(item, link, terms);
    let without: Vec<&Choice> = choices.iter().filter(|choice| choice.weight.is_none()).collect();
    if !without.is_empty() {
        let named: Vec<String> = without.iter().map(|choice| format!("`{}`", choice.code)).collect();
        let part = if without.len() == choices.len() { "no option has" } else { "not every option has" };
        item.refuse(format!(
            "`{link}`: {part} a weight (ordinalValue or itemWeight), and none is guessed. Without one: {}.",
            named.join(", ")
        ));
        return None;
    }
    (!choices.is_empty()).then_some(Asked::Weighted(choices))
}

fn several(item: &Element<'_>, link: &str, terms: &Terms<'_>) -> Option<Asked> {
    let choices = choices(item, link, terms);
    for choice in choices.iter().filter(|choice| choice.weight.is_some()) {
        item.refuse(format!(
            "`{link}`, option `{}`: a choice of several cannot be added up here, and it has a weight.",
            choice.code
        ));
    }
    (!choices.is_empty()).then_some(Asked::Several(choices))
}
