//! A Questionnaire of ours that comes home: the definition that travels inside it is taken, once the items
//! around it are seen to be still what that definition says.

use super::base64;
use super::import::Imported;
use super::questionnaire::{DEFINITION, Papers, resource};
use super::read::Element;
use super::weight;
use crate::{definition, wording};
use serde_json::Value;

/// Places of difference that are told at most.
const TOLD: usize = 20;

/// The Library that holds the definition, when the Questionnaire is one of ours.
pub(super) fn inside<'a>(questionnaire: &Element<'a>) -> Option<Element<'a>> {
    let ours =
        |one: &Element<'_>| one.text("resourceType") == Some("Library") && one.text("id") == Some(DEFINITION);
    questionnaire.list("contained").into_iter().find(ours)
}

/// Takes the definition and the wording packs out of the Library. Refuses files that cannot be read, and
/// items that are no longer those of the definition.
pub(super) fn home(questionnaire: &Element<'_>, library: &Element<'_>) -> Option<Imported> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for content in library.list("content") {
        let text = content.text("data").and_then(base64::decode);
        match (content.text("title"), text) {
            (Some(title), Some(text)) => files.push((title, text)),
            _ => content.refuse("This holds no file: a title and a text in base64."),
        }
    }
    let Some(place) = files.iter().position(|(title, _)| *title == "definition.json") else {
        library.refuse("There is no definition.json inside.");
        return None;
    };
    let (_, definition) = files.remove(place);
    let instrument = match definition::parse(&definition) {
        Ok(instrument) => instrument,
        Err(faults) => {
            for fault in faults {
                library.refuse(format!("The definition inside is refused: {fault}"));
            }
            return None;
        }
    };
    let mut packs = Vec::new();
    for (title, text) in &files {
        let language = title.strip_prefix("wording.").and_then(|rest| rest.strip_suffix(".json"));
        let language =
            language.filter(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        match (language, wording::parse(&instrument, text)) {
            (Some(language), Ok(_)) => packs.push((language.to_owned(), text.clone())),
            (Some(_), Err(faults)) => {
                for fault in faults {
                    library.refuse(format!("`{title}` inside is refused: {fault}"));
                }
            }
            (None, _) => library.refuse(format!("`{title}` is no file of an instrument.")),
        }
    }
    if packs.len() < files.len() {
        return None;
    }
    let wordings: Vec<(&str, &str)> = files.iter().map(|(title, text)| (*title, text.as_str())).collect();
    let papers = Papers { instrument: &instrument, definition: &definition, wordings: &wordings };
    unchanged(questionnaire, &papers);
    Some(Imported { definition, wordings: packs, notes: Vec::new() })
}

fn unchanged(questionnaire: &Element<'_>, papers: &Papers<'_>) {
    // What was just written is JSON.
    let ours: Value = serde_json::from_str(&resource(papers).into_text()).unwrap_or_default();
    let mut places = Vec::new();
    for name in ["version", "item"] {
        let theirs = questionnaire.value(name).unwrap_or(&Value::Null);
        differences(theirs, &ours[name], name.to_owned(), &mut places);
    }
    for place in places {
        questionnaire.fault(
            &place,
            "This is no longer what the definition inside says. Take that Library out of `contained` to have the weights read as they stand.",
        );
    }
}

fn differences(theirs: &Value, ours: &Value, path: String, places: &mut Vec<String>) {
    if places.len() >= TOLD {
        return;
    }
    match (theirs, ours) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (n, (a, b)) in a.iter().zip(b).enumerate() {
                differences(a, b, format!("{path}[{n}]"), places);
            }
        }
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            for (name, a) in a {
                differences(a, &b[name], format!("{path}.{name}"), places);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let [a, b] = [a, b].map(|number| weight::points(&number.to_string()));
            if a.is_none() || a != b {
                places.push(path);
            }
        }
        (a, b) if a == b => {}
        _ => places.push(path),
    }
}
