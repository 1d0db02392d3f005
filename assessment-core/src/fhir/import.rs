//! From a Questionnaire to a definition that the check accepts, and to a wording pack of its texts.

use super::asked::{self, Asked};
use super::coded::{Coded, Sets, coded};
use super::document::{Document, parse};
use super::form::{self, Form, Question};
use super::gate;
use super::json::Json;
use super::library;
use super::name::of_instrument;
use super::read::Element;
use crate::definition::{self, FORMAT, Fault, Faults};
use crate::instrument::Code;
use crate::points::Points;
use crate::wording;

/// What an import makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// `definition.json`.
    pub definition: String,
    /// The language and the text of each `wording.<language>.json`. The words are the author's who wrote
    /// them: they go nowhere but where the one who holds the licence puts them.
    pub wordings: Vec<(String, String)>,
    /// What was taken in another way than it stood, or is not established.
    pub notes: Vec<Fault>,
}

/// Reads a Questionnaire of FHIR R4 (4.0.1), alone or in a Bundle, as JSON.
///
/// # Errors
/// Every fault found, each with its path and the linkId it belongs to: an item of a kind that cannot be
/// asked, a choice without weights or with weights that disagree, options that stand elsewhere, a condition
/// that cannot be kept.
pub fn import(text: &str) -> Result<Imported, Vec<Fault>> {
    let files = [parse(text)];
    let made = draft(&Document::of(&files)).map(|draft| draft.imported);
    let [file] = files;
    let imported = file.faults.into_result(made)?;
    check(&imported)?;
    Ok(imported)
}

/// What is made here must pass the same check as what an author writes.
fn check(imported: &Imported) -> Result<(), Vec<Fault>> {
    let instrument = definition::parse(&imported.definition)?;
    imported.wordings.iter().try_for_each(|(_, text)| wording::parse(&instrument, text).map(drop))
}

/// An import with what is needed to read responses to the same Questionnaire.
pub(super) struct Draft {
    /// What comes out.
    pub imported: Imported,
    /// The Questionnaire's address.
    pub url: Option<String>,
    /// What it was made of.
    pub origin: Origin,
}

/// What an import was made of.
pub(super) enum Origin {
    /// The definition that travelled inside.
    Ours,
    /// Items and weights.
    Theirs {
        /// What is asked.
        form: Form,
        /// The codes of each question.
        coded: Vec<Coded>,
    },
}

/// Names and terms of a Questionnaire.
struct Head<'a> {
    id: String,
    version: &'a str,
    title: &'a str,
    licence: Option<&'a str>,
    language: String,
    address: Option<&'a str>,
    citation: String,
}

pub(super) fn draft(document: &Document<'_>) -> Option<Draft> {
    let questionnaire = document.questionnaire()?;
    questionnaire.refuse_modifiers();
    let url = questionnaire.text("url").map(str::to_owned);
    if let Some(library) = library::inside(&questionnaire) {
        let imported = library::home(&questionnaire, &library)?;
        return Some(Draft { imported, url, origin: Origin::Ours });
    }
    let mut notes = Vec::new();
    let head = head(&questionnaire, &mut notes)?;
    let form = form::read(&questionnaire, head.title, &document.terms(&questionnaire));
    let mut sets = Sets::default();
    let faults = questionnaire.faults();
    let coded: Vec<Coded> =
        form.questions.iter().map(|question| coded(question, &mut sets, faults)).collect();
    let gates = gates(&form, &coded, faults);
    notes.extend(form.notes.iter().map(|(path, sentence)| note(path, sentence)));
    notes.extend(gated_and_scored(&form));
    let imported = Imported {
        definition: definition(&head, &form, &coded, &gates, &sets).into_text(),
        wordings: vec![(head.language.clone(), pack(&head, &form, &sets).into_text())],
        notes,
    };
    Some(Draft { imported, url, origin: Origin::Theirs { form, coded } })
}

fn note(path: &str, sentence: &str) -> Fault {
    Fault { path: path.to_owned(), sentence: sentence.to_owned() }
}

fn head<'a>(questionnaire: &Element<'a>, notes: &mut Vec<Fault>) -> Option<Head<'a>> {
    let text = |name: &str| questionnaire.text(name);
    let url = text("url");
    let last = url.and_then(|url| url.rsplit(['/', ':']).next());
    let Some(title) = text("title").or(text("name")).or(text("id")).or(last) else {
        questionnaire.fault("title", "This Questionnaire has no title, name, id or url to call it by.");
        return None;
    };
    let mut say = |path: &str, sentence: &str| notes.push(note(path, sentence));
    if text("version").is_none() {
        say("version", "No version is stated: `unversioned` is written.");
    }
    if text("copyright").is_none() {
        say(
            "copyright",
            "No copyright or licence is stated: not established. Ask before the words are used.",
        );
    }
    if text("language").is_none() {
        say(
            "language",
            "No language is stated: English is taken. If it is another, change the pack and its name.",
        );
    }
    say(
        "Questionnaire",
        "Nothing is said about settings, modes, direction and missing answers: see the sources written into the definition.",
    );
    // `en-GB` is English; it becomes part of a file's name, so nothing but letters is taken.
    let language = text("language").unwrap_or("en").split('-').next().unwrap_or_default();
    if language.is_empty() || !language.bytes().all(|b| b.is_ascii_alphabetic()) {
        questionnaire.fault("language", format!("`{language}` is no language such as `en`."));
    }
    let version = text("version").unwrap_or("unversioned");
    let publisher = text("publisher").map_or(String::new(), |publisher| format!(", {publisher}"));
    Some(Head {
        id: of_instrument(text("name").or(text("id")).or(last).unwrap_or(title)),
        version,
        title,
        licence: text("copyright"),
        language: language.to_ascii_lowercase(),
        address: url.filter(|url| url.starts_with("http")),
        citation: format!("FHIR Questionnaire {}, version {version}{publisher}.", url.unwrap_or(title)),
    })
}

/// The codes that open each question's gate; a gate looks back, at a question with codes.
fn gates(form: &Form, coded: &[Coded], faults: &Faults) -> Vec<Option<(String, Vec<Code>)>> {
    let gate = |(n, question): (usize, &Question)| {
        let gate = question.gate.as_ref()?;
        let Some(at) = form.questions[..n].iter().position(|other| other.link == gate.link) else {
            let sentence =
                format!("`{}` hangs on `{}`, which is no question before it.", question.link, gate.link);
            faults.add(&gate.path, sentence);
            return None;
        };
        let on = &form.questions[at];
        match gate::codes(gate, on, &coded[at].given) {
            Ok(codes) => Some((on.id.clone(), codes)),
            Err(why) => {
                faults.add(
                    &gate.path,
                    format!("`{}` hangs on a condition that cannot be kept: {why}", question.link),
                );
                None
            }
        }
    };
    form.questions.iter().enumerate().map(gate).collect()
}

fn gated_and_scored(form: &Form) -> Vec<Fault> {
    let both = |question: &&Question| question.gate.is_some() && matches!(question.asked, Asked::Weighted(_));
    let say = |question: &Question| {
        note(
            &question.path,
            &format!(
                "`{}` is scored and asked only at times: where it is not asked there is no total.",
                question.link
            ),
        )
    };
    form.questions.iter().filter(both).map(say).collect()
}

fn definition(
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

fn pack(head: &Head<'_>, form: &Form, sets: &Sets) -> Json {
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
