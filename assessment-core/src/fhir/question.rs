//! From an item to a question of a Questionnaire: what can be answered, what each answer adds, and when it
//! is asked.

use super::address::{DECIMALS, EXCLUSIVE, MAX, MIN, ORDINAL};
use super::json::Json;
use super::questionnaire::{Outside, SETTING, display, extension, setting_coding};
use crate::instrument::{Code, Condition, Instrument, ItemAt, ItemKind};
use crate::points::Points;

/// The question of an item, in a group of its own where it needs one.
pub(super) fn item(outside: &Outside<'_>, at: ItemAt) -> Json {
    let item = outside.instrument.item(at);
    let by_setting = item.only_in.map(|setting| condition(SETTING, setting_coding(setting), "Coding"));
    let by_answer = item.gate.as_ref().map(|gate| conditions(outside, gate)).unwrap_or_default();
    if let Some(link) = link_of_where(outside.instrument, at) {
        let asked = question(outside, at, by_answer, Some("any"));
        let when = by_setting.into_iter().collect();
        return Json::object()
            .with("linkId", link)
            .with("type", "group")
            .with_some("enableWhen", when)
            .with("item", vec![asked]);
    }
    let behaviour = match (by_answer.len(), &by_setting) {
        (1.., Some(_)) => Some("all"),
        (2.., None) => Some("any"),
        _ => None,
    };
    question(outside, at, by_setting.into_iter().chain(by_answer).collect(), behaviour)
}

/// The linkId of the group around an item that hangs on the setting and on one of several answers: `all` and
/// `any` cannot stand together, so the setting then goes to a group of its own.
pub(super) fn link_of_where(instrument: &Instrument, at: ItemAt) -> Option<String> {
    let item = instrument.item(at);
    let several = item.gate.as_ref().is_some_and(|gate| gate.is.len() > 1);
    (several && item.only_in.is_some()).then(|| format!("{}.where", item.id))
}

fn question(outside: &Outside<'_>, at: ItemAt, when: Vec<Json>, behaviour: Option<&str>) -> Json {
    let instrument = outside.instrument;
    let item = instrument.item(at);
    let (kind, bounds) = match item.kind {
        ItemKind::Choice { .. } | ItemKind::Several { .. } => ("choice", Vec::new()),
        ItemKind::Number { from, to, decimals } => number(instrument, at, [from, to], decimals),
        ItemKind::Text => ("text", Vec::new()),
    };
    let several = matches!(item.kind, ItemKind::Several { .. });
    let weights = weights(instrument, at);
    let options = instrument
        .options(at)
        .iter()
        .map(|option| answer_option(outside, at, option.code, points(&weights, option.code)));
    Json::object()
        .with_some("extension", bounds)
        .with("linkId", item.id.as_str())
        .with("text", outside.text(at))
        .with("type", kind)
        .with_some("enableWhen", when)
        .with("enableBehavior", behaviour)
        .with("repeats", several.then_some(true))
        .with_some("answerOption", options.collect())
        .with_some("item", beside(outside, at))
}

/// The type and the bounds of a number.
fn number(instrument: &Instrument, at: ItemAt, bounds: [Code; 2], decimals: u8) -> (&'static str, Vec<Json>) {
    let kind = if decimals == 0 { "Integer" } else { "Decimal" };
    let [low, high] = bounds.map(|code| Json::Plain(instrument.code_text(at, code)));
    let mut extensions = vec![extension(MIN, kind, low), extension(MAX, kind, high)];
    if decimals > 0 {
        extensions.push(extension(DECIMALS, "Integer", i32::from(decimals)));
        return ("decimal", extensions);
    }
    ("integer", extensions)
}

/// What stands beside a question: what it means, and what the ends of its numbers are called.
fn beside(outside: &Outside<'_>, at: ItemAt) -> Vec<Json> {
    let (instrument, id) = (outside.instrument, &outside.instrument.item(at).id);
    let Some(words) = &outside.wording else { return Vec::new() };
    let ends = words.ends(instrument, at);
    [
        (words.help(instrument, at), "help"),
        (ends.map(|(low, _)| low), "lower"),
        (ends.map(|(_, high)| high), "upper"),
    ]
    .into_iter()
    .filter_map(|(text, control)| Some(display(&format!("{id}.{control}"), text?, Some(control))))
    .collect()
}

fn answer_option(outside: &Outside<'_>, at: ItemAt, code: Code, points: Option<Points>) -> Json {
    let alone = match &outside.instrument.item(at).kind {
        ItemKind::Several { alone, .. } if alone.contains(&code) => {
            vec![extension(EXCLUSIVE, "Boolean", true)]
        }
        _ => Vec::new(),
    };
    let points = points.map(|points| extension(ORDINAL, "Decimal", points));
    let coding = outside.coding(at, code);
    Json::object()
        .with_some("extension", alone.into_iter().chain(points).collect())
        .with("valueCoding", coding)
}

/// What each answer adds to the sums and means that read an item, by code, reversed, weighed or recoded as the
/// key says. Empty where none reads it, or two disagree: a weight that is right in one place would be wrong in
/// another.
pub(super) fn weights(instrument: &Instrument, at: ItemAt) -> Vec<(Code, Points)> {
    let mut found: Vec<(Code, Points)> = Vec::new();
    for term in instrument.scales().iter().flat_map(|scale| scale.key.terms()).filter(|term| term.item == at)
    {
        let options = instrument.options(at).iter();
        let here: Vec<_> = options.filter_map(|o| Some((o.code, term.score(o.code)?))).collect();
        if !found.is_empty() && found != here {
            return Vec::new();
        }
        found = here;
    }
    found
}

/// What one answer adds.
pub(super) fn points(weights: &[(Code, Points)], code: Code) -> Option<Points> {
    weights.iter().find(|(of, _)| *of == code).map(|(_, points)| *points)
}

fn conditions(outside: &Outside<'_>, gate: &Condition) -> Vec<Json> {
    let instrument = outside.instrument;
    let (id, number) = (
        instrument.item(gate.item).id.as_str(),
        matches!(instrument.item(gate.item).kind, ItemKind::Number { .. }),
    );
    let one = |code: &Code| match number {
        true => condition(id, *code, "Integer"),
        false => condition(id, outside.coding(gate.item, *code), "Coding"),
    };
    gate.is.iter().map(one).collect()
}

fn condition(question: &str, answer: impl Into<Json>, kind: &str) -> Json {
    Json::object().with("question", question).with("operator", "=").with(&format!("answer{kind}"), answer)
}
