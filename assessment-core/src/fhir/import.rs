//! From a Questionnaire to a definition that the check accepts, and to a wording pack of its texts.

use super::asked::Asked;
use super::coded::{Coded, Sets, coded};
use super::document::{Document, parse};
use super::form::{self, Form, Question};
use super::gate;
use super::library;
use super::name::of_instrument;
use super::read::Element;
use super::written::{definition, pack};
use crate::definition::{Fault, Faults, parse as checked};
use crate::instrument::Code;
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
    let instrument = checked(&imported.definition)?;
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
pub(super) struct Head<'a> {
    /// Our id.
    pub id: String,
    /// Its version.
    pub version: &'a str,
    /// Its name.
    pub title: &'a str,
    /// Its copyright, when one is stated.
    pub licence: Option<&'a str>,
    /// Its language.
    pub language: String,
    /// Where it can be read.
    pub address: Option<&'a str>,
    /// Where all this comes from.
    pub citation: String,
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
    Fault::new(path, sentence)
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
