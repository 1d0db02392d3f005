//! A Questionnaire read into what this house knows: sections, questions in the order asked, gates. What is
//! not known here is refused with its linkId, never passed over.

use super::asked::{Asked, asked};
use super::choice::Terms;
use super::gate::{self, Gate};
use super::name::{Names, of_link};
use super::read::Element;
use serde_json::Value;
use std::collections::BTreeSet;

/// More items than this is no instrument.
const MOST: usize = 1000;
/// Groups in groups: no form on paper goes as deep.
const DEEPEST: usize = 12;

const CALCULATED: [&str; 2] = [
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
    "http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue",
];
const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";

/// What a Questionnaire asks.
#[derive(Default)]
pub(super) struct Form {
    /// Said before the first question.
    pub intro: Vec<String>,
    /// Its groups.
    pub sections: Vec<Section>,
    /// Its questions, in the order asked.
    pub questions: Vec<Question>,
    /// linkIds of numbers their software works out: their totals.
    pub calculated: BTreeSet<String>,
    /// linkIds nobody answers.
    pub silent: BTreeSet<String>,
    /// What was taken in another way than it stood, by path.
    pub notes: Vec<(String, String)>,
}

/// A group.
pub(super) struct Section {
    /// Our id for it.
    pub id: String,
    /// Its text.
    pub title: String,
    /// What is said before its questions.
    pub intro: Vec<String>,
}

/// An item that is answered.
pub(super) struct Question {
    /// Its linkId.
    pub link: String,
    /// Our id for it.
    pub id: String,
    /// Its path.
    pub path: String,
    /// Position of its section.
    pub section: usize,
    /// What is asked.
    pub text: String,
    /// What stands beside it.
    pub help: Vec<String>,
    /// Words for the lowest and the highest number.
    pub ends: [Option<String>; 2],
    /// Its codes.
    pub codes: Vec<String>,
    /// What can be answered.
    pub asked: Asked,
    /// When it is asked.
    pub gate: Option<Gate>,
}

/// Where an item stands.
#[derive(Clone)]
struct Place {
    section: Option<usize>,
    title: String,
    gate: Option<Gate>,
    depth: usize,
}

struct Reader<'a> {
    terms: &'a Terms<'a>,
    form: Form,
    links: BTreeSet<String>,
    names: Names,
    section_names: Names,
}

/// Reads the items of a Questionnaire. Says what is wrong with each.
pub(super) fn read(questionnaire: &Element<'_>, title: &str, terms: &Terms<'_>) -> Form {
    let mut reader = Reader {
        terms,
        form: Form::default(),
        links: BTreeSet::new(),
        names: Names::of_items(),
        section_names: Names::default(),
    };
    let place = Place { section: None, title: title.to_owned(), gate: None, depth: 0 };
    reader.items(questionnaire, &place);
    if reader.form.questions.is_empty() {
        questionnaire.fault("item", "This Questionnaire asks nothing.");
    }
    reader.form.close_empty_sections();
    reader.form
}

impl Reader<'_> {
    fn items(&mut self, parent: &Element<'_>, place: &Place) {
        if place.depth > DEEPEST {
            parent.refuse(format!("Items stand more than {DEEPEST} deep here."));
            return;
        }
        for item in parent.list("item") {
            if self.links.len() >= MOST {
                item.refuse(format!("At most {MOST} items are read."));
                return;
            }
            self.item(&item, place);
        }
    }

    fn item(&mut self, item: &Element<'_>, place: &Place) {
        item.refuse_modifiers();
        let Some(link) = item.text("linkId") else {
            item.refuse("An item needs a linkId.");
            return;
        };
        if !self.links.insert(link.to_owned()) {
            item.fault("linkId", format!("`{link}` is used twice."));
        }
        let gate = gate::of(item, link, place.gate.as_ref());
        let place = Place { gate, depth: place.depth + 1, ..place.clone() };
        match item.text("type") {
            Some("group") => self.group(item, link, place),
            Some("display") => self.display(item, link, &place),
            Some(kind) if self.is_left_out(item, link, kind) => {}
            Some(kind) => self.question(item, link, kind, place),
            None => item.fault("type", format!("`{link}` has no type.")),
        }
    }

    fn group(&mut self, item: &Element<'_>, link: &str, mut place: Place) {
        if item.flag("repeats") {
            item.fault(
                "repeats",
                format!("`{link}` is a group that repeats: it cannot be asked more than once."),
            );
        }
        self.form.silent.insert(link.to_owned());
        if let Some(text) = item.text("text") {
            text.clone_into(&mut place.title);
        }
        place.section = Some(self.section(link, &place.title));
        self.items(item, &place);
    }

    fn section(&mut self, link: &str, title: &str) -> usize {
        let id = self.section_names.take(&of_link(link));
        self.form.sections.push(Section { id, title: title.to_owned(), intro: Vec::new() });
        self.form.sections.len() - 1
    }

    fn display(&mut self, item: &Element<'_>, link: &str, place: &Place) {
        self.form.silent.insert(link.to_owned());
        if place.gate.is_some() {
            item.fault(
                "enableWhen",
                format!("`{link}` is shown only at times: what is said here stands for everybody."),
            );
        }
        let Some(text) = item.text("text").map(str::to_owned) else { return };
        match place.section {
            Some(section) => self.form.sections[section].intro.push(text),
            None => {
                if !self.form.questions.is_empty() {
                    self.note(
                        item,
                        format!("`{link}` stands behind questions and is now said before the first."),
                    );
                }
                self.form.intro.push(text);
            }
        }
    }

    /// What nobody answers: a number worked out by software, or something that cannot be changed.
    fn is_left_out(&mut self, item: &Element<'_>, link: &str, kind: &str) -> bool {
        let calculated = !item.extensions(&CALCULATED).is_empty();
        if !calculated && !item.flag("readOnly") {
            return false;
        }
        if matches!(kind, "integer" | "decimal" | "quantity") {
            self.form.calculated.insert(link.to_owned());
            self.note(
                item,
                format!("`{link}` is worked out by their software: left out, our sum stands instead."),
            );
        } else {
            self.form.silent.insert(link.to_owned());
            self.note(item, format!("`{link}` is not answered by anybody: left out."));
        }
        for below in item.list("item") {
            match (below.text("type"), below.text("linkId")) {
                (Some("display"), Some(link)) => drop(self.form.silent.insert(link.to_owned())),
                _ => below.refuse(format!("This stands below `{link}`, which nobody answers.")),
            }
        }
        true
    }

    fn note(&mut self, item: &Element<'_>, sentence: String) {
        self.form.notes.push((item.place(), sentence));
    }

    fn question(&mut self, item: &Element<'_>, link: &str, kind: &str, mut place: Place) {
        if item.extensions(&[HIDDEN]).iter().any(|one| one.flag("valueBoolean")) {
            item.refuse(format!("`{link}` is hidden: nobody could answer it."));
        }
        let text =
            item.text("text").or_else(|| item.list("code").first().and_then(|code| code.text("display")));
        if text.is_none() {
            item.refuse(format!("`{link}` has no text, so there is nothing to ask."));
        }
        let section = match place.section {
            Some(section) => section,
            None => self.open_section(&place.title),
        };
        place.section = Some(section);
        let mut notes = Vec::new();
        let asked = asked(item, link, kind, self.terms, &mut notes);
        if is_preset(item) {
            notes.push(format!("`{link}` has an answer set before it is asked: left out, nobody gave it."));
        }
        notes.into_iter().for_each(|sentence| self.note(item, sentence));
        let mut question = Question {
            link: link.to_owned(),
            id: self.names.take(&of_link(link)),
            path: item.place(),
            section,
            text: text.unwrap_or_default().to_owned(),
            help: Vec::new(),
            ends: [None, None],
            codes: codes(item),
            asked: asked.unwrap_or(Asked::Text),
            gate: place.gate.clone(),
        };
        let below = self.beside(item, &mut question);
        self.form.questions.push(question);
        for item in below {
            let inside = gate::inside(&item, link);
            self.item(&item, &Place { gate: Some(inside), ..place.clone() });
        }
    }

    /// The section of questions that stand in no group.
    fn open_section(&mut self, title: &str) -> usize {
        match self.form.sections.iter().position(|section| section.id == "questions") {
            Some(section) => section,
            None => self.section("questions", title),
        }
    }

    /// Takes the words that stand below a question; gives the questions below it.
    fn beside<'e>(&mut self, item: &Element<'e>, question: &mut Question) -> Vec<Element<'e>> {
        let (shown, asked): (Vec<_>, Vec<_>) =
            item.list("item").into_iter().partition(|item| item.text("type") == Some("display"));
        for item in shown {
            let (link, text) =
                (item.text("linkId").unwrap_or_default(), item.text("text").unwrap_or_default());
            if !self.links.insert(link.to_owned()) {
                item.fault("linkId", format!("`{link}` is used twice."));
            }
            self.form.silent.insert(link.to_owned());
            match control(&item) {
                Some("lower") => question.ends[0] = Some(text.to_owned()),
                Some("upper") => question.ends[1] = Some(text.to_owned()),
                _ => question.help.push(text.to_owned()),
            }
        }
        asked
    }
}

/// Whether an answer stands there before anybody gave one: taken over it would be scored.
fn is_preset(item: &Element<'_>) -> bool {
    let options = item.value("answerOption").and_then(Value::as_array);
    item.has("initial") || options.is_some_and(|all| all.iter().any(|one| one["initialSelected"] == true))
}

fn codes(item: &Element<'_>) -> Vec<String> {
    item.list("code").iter().filter_map(|code| code.text("code")).map(str::to_owned).collect()
}

/// What a display item is for, as the standard's own list of controls names it.
fn control<'a>(item: &Element<'a>) -> Option<&'a str> {
    let concept = item.extensions(&[CONTROL]).first()?.inner("valueCodeableConcept")?;
    concept.list("coding").first()?.text("code")
}

impl Form {
    /// A group that asks nothing itself hands its words to the next one, the last one to the one before.
    fn close_empty_sections(&mut self) {
        let mut kept: Vec<Section> = Vec::new();
        let mut at = Vec::new();
        let mut waiting: Vec<String> = Vec::new();
        for (n, mut section) in std::mem::take(&mut self.sections).into_iter().enumerate() {
            at.push(kept.len());
            if self.questions.iter().any(|question| question.section == n) {
                section.intro.splice(0..0, waiting.drain(..));
                kept.push(section);
            } else {
                waiting.push(section.title);
                waiting.append(&mut section.intro);
            }
        }
        if let Some(last) = kept.last_mut() {
            last.intro.append(&mut waiting);
        }
        for question in &mut self.questions {
            question.section = at[question.section];
        }
        self.sections = kept;
    }
}
