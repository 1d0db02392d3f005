//! The files an import makes: the definition, and the pack of their words.

use super::asked::{self, Asked};
use super::coded::{Coded, Sets};
use super::form::{self, Form, Question};
use super::import::Head;
use super::json::Json;
use crate::definition::FORMAT;
use crate::instrument::Code;
use crate::points::Points;

/// `definition.json`.
pub(super) fn definition(
    head: &Head<'_>,
    form: &Form,
    coded: &[Coded],
    gates: &[Option<(String, Vec<Code>)>],
    sets: &Sets,
) -> Json {
    let licence = head.licence.unwrap_or("None is stated in the imported file: not established.");
    let words = format!("Not ours: imported from a FHIR Questionnaire. {licence}");
    let settings = "Settings and modes are not stated there: what stands here is a proposal.";
    let items = form.questions.iter().zip(coded).zip(gates).map(|((question, coded), gate)| {
        item(question, &form.sections[question.section].id, coded, gate.as_ref())
    });
    let section =
        |section: &form::Section| Json::object().with("id", &section.id).with("intention", "measure");
    Json::object()
        .with("format", i64::from(FORMAT))
        .with("id", &head.id)
        .with("version", head.version)
        .with("title", head.title)
        .with("offered", false)
        .with("wording", "not_supplied")
        .with("licence", Json::object().with("terms", licence).with("wording", words))
        .with("source", source(head, &format!("{} {settings}", head.citation)))
        .with("settings", vec![Json::from("community")])
        .with("modes", vec![Json::from("joint"), Json::from("self")])
        .with_some("not_established", not_established(head, form))
        .with("options", sets.definition())
        .with("sections", Json::List(form.sections.iter().map(section).collect()))
        .with("items", Json::List(items.collect()))
        .with("scales", Json::List(total(head, form, coded, sets).into_iter().collect()))
}

fn not_established(head: &Head<'_>, form: &Form) -> Vec<Json> {
    let fact = |fact: &str, scale: Option<&str>, sentence: &str| {
        Json::object().with("fact", fact).with("scale", scale).with("sentence", sentence)
    };
    let mut facts = Vec::new();
    if is_scored(form) {
        let missing = "The Questionnaire states no rule for missing answers: no total while one is missing.";
        facts.push(fact("missing_rule", Some("total"), missing));
        facts.push(fact("change", Some("total"), "The Questionnaire states no threshold for change."));
    }
    if head.licence.is_none() {
        facts.push(fact("licence", None, "The Questionnaire states no copyright and no licence."));
    }
    facts
}

fn is_scored(form: &Form) -> bool {
    form.questions.iter().any(|question| matches!(question.asked, Asked::Weighted(_)))
}

fn source(head: &Head<'_>, citation: &str) -> Json {
    Json::object().with("citation", citation).with("address", head.address).with("confidence", "found")
}

fn item(question: &Question, section: &str, coded: &Coded, gate: Option<&(String, Vec<Code>)>) -> Json {
    let codes = |codes: &[Code]| codes.iter().map(|code| Json::from(*code)).collect::<Vec<Json>>();
    let json = Json::object().with("id", &question.id).with("section", section).with("topic", &question.link);
    let json = match &question.asked {
        Asked::Weighted(_) | Asked::YesNo => json.with("kind", "choice").with("options", coded.set.as_ref()),
        Asked::Several(_) => json
            .with("kind", "several")
            .with("options", coded.set.as_ref())
            .with_some("alone", codes(&coded.alone)),
        Asked::Number { from, to, decimals } => json
            .with("kind", "number")
            .with("from", asked::shown(*from, *decimals))
            .with("to", asked::shown(*to, *decimals))
            .with("decimals", (*decimals > 0).then_some(i32::from(*decimals))),
        Asked::Text => json.with("kind", "text"),
    };
    let gate = gate.map(|(item, is)| Json::object().with("item", item).with("is", codes(is)));
    json.with("ask_when", gate)
}

/// The sum of the weights; none where nothing has weights.
fn total(head: &Head<'_>, form: &Form, coded: &[Coded], sets: &Sets) -> Option<Json> {
    let both = form.questions.iter().zip(coded);
    let scored: Vec<_> = both.filter(|(question, _)| matches!(question.asked, Asked::Weighted(_))).collect();
    if scored.is_empty() {
        return None;
    }
    let low: Points = scored.iter().filter_map(|(_, coded)| coded.points.iter().min()).copied().sum();
    let high: Points = scored.iter().filter_map(|(_, coded)| coded.points.iter().max()).copied().sum();
    let items = scored.iter().map(|(question, _)| Json::from(&question.id)).collect();
    let key = Json::object()
        .with("rule", "sum")
        .with("items", Json::List(items))
        .with("recode", sets.recode())
        .with("missing", Json::object().with("rule", "complete"));
    let rule = "The weights that stand there, added up. Which end is the better one is not stated there.";
    Some(
        Json::object()
            .with("id", "total")
            .with("intention", "measure")
            .with("key", key)
            .with("range", vec![Json::from(low), Json::from(high)])
            .with("higher_is", "neither")
            .with("source", source(head, &format!("{} {rule}", head.citation))),
    )
}

/// `wording.<language>.json`.
pub(super) fn pack(head: &Head<'_>, form: &Form, sets: &Sets) -> Json {
    let said = |words: &[String]| (!words.is_empty()).then(|| words.join("\n"));
    let sections = form.sections.iter().fold(Json::object(), |json, section| {
        let words = Json::object().with("title", &section.title).with("intro", said(&section.intro));
        json.with(&section.id, words)
    });
    let items = form.questions.iter().fold(Json::object(), |json, question| {
        let ends = match question.asked {
            Asked::Number { from, to, decimals } => {
                let [low, high] = &question.ends;
                let word = |word: &Option<String>, number: Code| {
                    word.as_ref()
                        .map_or_else(|| asked::shown(number, decimals).to_string().into(), Json::from)
                };
                Some(Json::List(vec![word(low, from), word(high, to)]))
            }
            _ => None,
        };
        let words =
            Json::object().with("text", &question.text).with("help", said(&question.help)).with("ends", ends);
        json.with(&question.id, words)
    });
    let scales = Json::object().with("total", is_scored(form).then(|| Json::object().with("name", "Total")));
    Json::object()
        .with("format", i64::from(FORMAT))
        .with("instrument", &head.id)
        .with("version", head.version)
        .with("language", &head.language)
        .with("provenance", "licensed_pack")
        .with("licence", head.licence.unwrap_or("None is stated in the imported file: not established."))
        .with("title", head.title)
        .with("intro", said(&form.intro))
        .with("sections", sections)
        .with("options", sets.wording())
        .with("items", items)
        .with("scales", scales)
}
