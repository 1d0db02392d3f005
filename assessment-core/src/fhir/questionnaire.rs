//! From an instrument to a Questionnaire: what another system needs to ask the same and to add up the same.

use super::address::{self, CONTROL, CONTROLS, LIBRARY};
use super::base64;
use super::json::Json;
use super::question::item;
use crate::instrument::{Code, Instrument, ItemAt, Setting, WordingRight};
use crate::wording::{self, Provenance, Wording};

/// The linkId of the question that decides which items are asked. No item can have that id.
pub(super) const SETTING: &str = "setting";
/// The id of the contained Library that holds the definition.
pub(super) const DEFINITION: &str = "trellis-definition";

/// An instrument with the files it was read from.
#[derive(Clone, Copy, Debug)]
pub struct Papers<'a> {
    /// The instrument.
    pub instrument: &'a Instrument,
    /// The text of its `definition.json`.
    pub definition: &'a str,
    /// File name and text of its wording packs. Left aside when the words are not ours.
    pub wordings: &'a [(&'a str, &'a str)],
}

/// The Questionnaire of an instrument, as JSON. The same papers always give the same bytes.
///
/// An item's text is our wording where the words are ours and our topic where they are not. Every option of
/// an item that a sum reads carries its points as `ordinalValue`. The definition itself travels in a contained
/// Library, since FHIR R4 has no words for the rest of a key: missing answers, rounding, tables, bands.
#[must_use]
pub fn questionnaire(papers: &Papers<'_>) -> String {
    resource(papers).into_text()
}

/// What an instrument looks like from outside.
pub(super) struct Outside<'a> {
    pub instrument: &'a Instrument,
    pub wording: Option<Wording>,
}

impl<'a> Outside<'a> {
    pub(super) fn of(papers: &Papers<'a>) -> Outside<'a> {
        let ours = papers.instrument.wording() == WordingRight::Ours;
        let read = |(_, text): &(&str, &str)| wording::parse(papers.instrument, text).ok();
        let mut packs: Vec<Wording> = papers.wordings.iter().filter(|_| ours).filter_map(read).collect();
        // Our own words as they were written, in English before other languages; easy read comes last.
        packs.sort_by_key(|pack| (pack.provenance != Provenance::Ours, pack.language != "en"));
        Outside { instrument: papers.instrument, wording: packs.into_iter().next() }
    }

    pub(super) fn text(&self, at: ItemAt) -> &str {
        let item = self.instrument.item(at);
        let setting = item.only_in.unwrap_or_default();
        self.wording.as_ref().map_or(&item.topic, |words| words.text(self.instrument, at, setting))
    }

    fn label(&self, at: ItemAt, code: Code) -> String {
        match &self.wording {
            Some(words) => words.option(self.instrument, at, code, Setting::Community),
            None => {
                let option = self.instrument.options(at).iter().find(|option| option.code == code);
                option.map_or_else(|| code.to_string(), |option| option.topic.clone())
            }
        }
    }

    /// The Coding of an option.
    pub(super) fn coding(&self, at: ItemAt, code: Code) -> Json {
        let set = self.instrument.option_set(at).unwrap_or_default();
        let system = address::of("CodeSystem", &format!("{}/{set}", self.instrument.id()));
        Json::object()
            .with("system", system)
            .with("code", code.to_string())
            .with("display", self.label(at, code))
    }
}

/// The Coding of a setting.
pub(super) fn setting_coding(setting: Setting) -> Json {
    let system = address::of("CodeSystem", SETTING);
    Json::object().with("system", system).with("code", setting.word()).with("display", setting.word())
}

/// An extension with one value.
pub(super) fn extension(url: &str, kind: &str, value: impl Into<Json>) -> Json {
    Json::object().with("url", url).with(&format!("value{kind}"), value)
}

/// The address of an instrument's Questionnaire, with its version.
pub(super) fn canonical(instrument: &Instrument) -> String {
    format!("{}|{}", address::of("Questionnaire", instrument.id().as_str()), instrument.version())
}

pub(super) fn resource(papers: &Papers<'_>) -> Json {
    let outside = Outside::of(papers);
    let instrument = papers.instrument;
    let words = outside.wording.as_ref();
    let licence = instrument.licence();
    let title = words.map_or(instrument.title(), |words| &words.title);
    let library = extension(LIBRARY, "Canonical", format!("#{DEFINITION}"));
    Json::resource("Questionnaire")
        .with("id", instrument.id().as_str())
        .with("language", words.map(|words| &words.language))
        .with("extension", vec![library])
        .with("url", address::of("Questionnaire", instrument.id().as_str()))
        .with("version", instrument.version())
        .with("name", computer_name(instrument.id().as_str()))
        .with("title", title)
        .with("status", "active")
        .with("experimental", !instrument.offered())
        .with("subjectType", vec![Json::from("Patient")])
        .with("description", instrument.source().citation.as_str())
        .with("copyright", format!("{} {}", licence.terms, licence.wording))
        .with_some("item", items(&outside))
        .with("contained", vec![library_of(papers, &outside)])
}

/// `phq-9` as `Phq9`: what FHIR allows as a name.
fn computer_name(id: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
    };
    id.split('-').map(capital).collect()
}

fn library_of(papers: &Papers<'_>, outside: &Outside<'_>) -> Json {
    let attached = |name: &str, text: &str| {
        Json::object()
            .with("contentType", "application/json")
            .with("data", base64::encode(text))
            .with("title", name)
    };
    let mut content = vec![attached("definition.json", papers.definition)];
    if outside.wording.is_some() {
        content.extend(papers.wordings.iter().map(|(name, text)| attached(name, text)));
    }
    let kind = Json::object()
        .with("system", "http://terminology.hl7.org/CodeSystem/library-type")
        .with("code", "logic-library");
    Json::resource("Library")
        .with("id", DEFINITION)
        .with("status", "active")
        .with("type", Json::object().with("coding", vec![kind]))
        .with("content", content)
}

/// Items of one section that stand together: a group of the Questionnaire.
pub(super) struct Group {
    pub link: String,
    pub items: Vec<ItemAt>,
    section: usize,
    /// Whether the section opened in an earlier group already.
    opens: Opens,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    First,
    Again,
}

/// Sections as groups, in the order their items are asked: one whose items stand apart is a group each time.
pub(super) fn groups(instrument: &Instrument) -> Vec<Group> {
    let all: Vec<ItemAt> = instrument.positions().collect();
    let section_of = |at: ItemAt| instrument.item(at).section;
    let mut groups: Vec<Group> = Vec::new();
    for run in all.chunk_by(|a, b| section_of(*a) == section_of(*b)) {
        let Some(section) = run.first().map(|at| section_of(*at)) else { continue };
        let id = instrument.sections()[section].id.as_str();
        let before = groups.iter().filter(|group| group.section == section).count();
        let (link, opens) = match before {
            0 => (format!("section.{id}"), Opens::First),
            n => (format!("section.{id}.{}", n + 1), Opens::Again),
        };
        groups.push(Group { link, items: run.to_vec(), section, opens });
    }
    groups
}

fn items(outside: &Outside<'_>) -> Vec<Json> {
    let groups = groups(outside.instrument);
    setting_question(outside.instrument).into_iter().chain(groups.iter().map(|g| group(outside, g))).collect()
}

fn group(outside: &Outside<'_>, group: &Group) -> Json {
    let words = outside.wording.as_ref().and_then(|words| words.section(outside.instrument, group.section));
    let id = outside.instrument.sections()[group.section].id.as_str();
    let title = words.map_or_else(|| id.replace('_', " "), |words| words.title.clone());
    let intro = words.and_then(|words| words.intro.as_deref()).filter(|_| group.opens == Opens::First);
    let mut below: Vec<Json> =
        intro.map(|intro| display(&format!("{}.intro", group.link), intro, None)).into_iter().collect();
    below.extend(group.items.iter().map(|at| item(outside, *at)));
    Json::object().with("linkId", &group.link).with("text", title).with("type", "group").with("item", below)
}

/// Words nobody answers.
pub(super) fn display(link: &str, text: &str, control: Option<&str>) -> Json {
    let control = control.map(|code| {
        let coding = Json::object().with("system", CONTROLS).with("code", code);
        vec![extension(CONTROL, "CodeableConcept", Json::object().with("coding", vec![coding]))]
    });
    Json::object()
        .with("extension", control.map(Json::List))
        .with("linkId", link)
        .with("text", text)
        .with("type", "display")
}

/// Where the person lives decides which items are asked; a form that asks all alike has no such question.
fn setting_question(instrument: &Instrument) -> Option<Json> {
    if !has_settings(instrument) {
        return None;
    }
    let option = |setting: &Setting| Json::object().with("valueCoding", setting_coding(*setting));
    Some(
        Json::object()
            .with("linkId", SETTING)
            .with("text", SETTING)
            .with("type", "choice")
            .with("answerOption", Json::List(instrument.settings().iter().map(option).collect())),
    )
}

/// Whether some items are asked in one setting only.
pub(super) fn has_settings(instrument: &Instrument) -> bool {
    instrument.items().iter().any(|item| item.only_in.is_some())
}
