//! One QuestionnaireResponse: its answers as codes, and the totals stored among them.

use super::address::{self, ABSENT};
use super::bundle::{Row, When};
use super::given::Given;
use super::questionnaire::SETTING;
use super::read::Element;
use super::reading::{Known, Reading, Stored};
use super::weight;
use crate::answer::{Answer, Missing, Responses, accept};
use crate::definition::Fault;
use crate::instrument::{ItemKind, Setting};
use crate::provenance;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Items in items: deeper than any Questionnaire that is read.
const DEEPEST: usize = 40;

/// A response that was read.
pub(super) struct Read {
    /// Its answers.
    pub row: Row,
    /// Totals stored among them.
    pub stored: Vec<Stored>,
    /// Answers that claim another weight than their option has.
    pub contradictions: Vec<(usize, Fault)>,
}

struct Reader<'r> {
    reading: &'r Reading,
    file: usize,
    answers: BTreeMap<usize, Answer>,
    setting: Setting,
    stored: Vec<Stored>,
    contradictions: Vec<(usize, Fault)>,
}

/// Reads a response in file number `file`. Refuses one to another Questionnaire, and every answer that is
/// none of its options.
pub(super) fn read(response: &Element<'_>, reading: &Reading, file: usize, before: &[Row]) -> Read {
    response.refuse_modifiers();
    let theirs = response.text("questionnaire").map(|url| url.split('|').next().unwrap_or(url));
    if let (Some(theirs), Some(ours)) = (theirs, &reading.url)
        && theirs != ours
    {
        response.fault("questionnaire", format!("This answers {theirs}, not {ours}."));
    }
    if response.text("status") == Some("entered-in-error") {
        response.fault("status", "This was entered in error and is not scored: leave it out.");
    }
    let mut reader = Reader {
        reading,
        file,
        answers: BTreeMap::new(),
        setting: setting(response),
        stored: Vec::new(),
        contradictions: Vec::new(),
    };
    reader.items(response, 0);
    let Reader { mut answers, setting, stored, contradictions, .. } = reader;
    let responses = Responses::settle(&reading.instrument, setting, |at| {
        answers.remove(&at.index()).unwrap_or(Answer::NOT_REACHED)
    });
    let person = person(response, before.len());
    let wave = wave(response, &person, before);
    Read { row: Row { person, wave, when: when(response), responses }, stored, contradictions }
}

/// By identifier or reference, never by a display text, which may be a name.
fn person(response: &Element<'_>, before: usize) -> String {
    let subject = response.inner("subject");
    let named = subject.as_ref().and_then(|subject| {
        let identifier = subject.inner("identifier").and_then(|one| one.text("value"));
        identifier.or_else(|| subject.text("reference"))
    });
    named.map_or_else(|| format!("response-{}", before + 1), str::to_owned)
}

/// What an export of ours says; otherwise the person's responses are numbered in the order of the file.
fn wave(response: &Element<'_>, person: &str, before: &[Row]) -> String {
    let ours = address::of("StructureDefinition", "wave");
    let said = response.extensions(&[&ours]).first().and_then(|one| one.text("valueCode"));
    let number = before.iter().filter(|row| row.person == person).count() + 1;
    said.map_or_else(|| format!("unscheduled_{number}"), str::to_owned)
}

/// What an export of ours says where the form does not ask; community where nothing is said.
fn setting(response: &Element<'_>) -> Setting {
    let ours = address::of("StructureDefinition", SETTING);
    let said = response.extensions(&[&ours]).first().and_then(|one| one.text("valueCode"));
    said.and_then(Setting::read).unwrap_or_default()
}

fn when(response: &Element<'_>) -> When {
    let ours = address::of("StructureDefinition", "days-since-baseline");
    let days = response.extensions(&[&ours]).first().and_then(|one| one.number("value"));
    if let Some(days) = days.and_then(|days| days.parse().ok()) {
        return When::Days(days);
    }
    let day = response.text("authored").and_then(|authored| authored.get(..10));
    let date = day.and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    date.map_or(When::Unknown, When::Date)
}

impl Reader<'_> {
    fn items(&mut self, parent: &Element<'_>, depth: usize) {
        if depth > DEEPEST {
            parent.refuse(format!("Items stand more than {DEEPEST} deep here."));
            return;
        }
        for item in parent.list("item") {
            self.item(&item);
            self.items(&item, depth + 1);
            for answer in item.list("answer") {
                self.items(&answer, depth + 1);
            }
        }
    }

    fn item(&mut self, item: &Element<'_>) {
        item.refuse_modifiers();
        let Some(link) = item.text("linkId") else {
            item.refuse("An item needs a linkId.");
            return;
        };
        let answers = item.list("answer");
        let given: Vec<Given> = answers.iter().filter_map(|answer| Given::read(answer, "value")).collect();
        if let Some(known) = self.reading.items.get(link) {
            self.answer(item, link, known, &given);
        } else if self.reading.asks_setting(link) {
            let word = given.first().map(ToString::to_string);
            match word.as_deref().map(Setting::read) {
                Some(Some(setting)) => self.setting = setting,
                Some(None) => item.refuse("This is no setting; allowed: community, custody."),
                None => {}
            }
        } else if self.reading.calculated.contains(link) {
            if let Some(Given::Number(number)) = given.first() {
                let scale = self.reading.total();
                let path = item.place();
                let rests = provenance::Stored::default();
                self.stored.push(Stored { scale, theirs: Some(*number), rests, file: self.file, path });
            }
        } else if !self.reading.silent.contains(link) {
            item.fault("linkId", format!("`{link}` is no item of the Questionnaire."));
        }
    }

    fn answer(&mut self, item: &Element<'_>, link: &str, known: &Known, given: &[Given]) {
        let instrument = &self.reading.instrument;
        let kind = &instrument.item(known.at).kind;
        let answers = item.list("answer");
        // Words are never scored, so they are not read.
        if *kind == ItemKind::Text {
            return;
        }
        let mut codes = Vec::new();
        for answer in &answers {
            let value = Given::read(answer, "value");
            match value.as_ref().and_then(|value| known.code(instrument, value)) {
                Some(code) => codes.push(code),
                None => {
                    let value = value.map_or("this".to_owned(), |value| format!("`{value}`"));
                    answer.refuse(format!("{value} is no answer to `{link}`."));
                }
            }
            self.contradict(answer, link, known);
        }
        let answer = match (codes.as_slice(), kind) {
            _ if answers.is_empty() => Answer::Missing(missing(item)),
            (_, ItemKind::Several { .. }) => Answer::Several(codes.iter().copied().collect()),
            ([code], _) => Answer::Coded(*code),
            _ => {
                if codes.len() > 1 {
                    item.refuse(format!("`{link}` takes one answer; {} stand here.", given.len()));
                }
                return;
            }
        };
        if let Err(refusal) = accept(instrument, known.at, &answer) {
            item.refuse(format!("`{link}`: {refusal}."));
        }
        if self.answers.insert(known.at.index(), answer).is_some() {
            item.refuse(format!("`{link}` is answered twice."));
        }
    }

    /// An answer may carry a weight of its own. Where it is not the Questionnaire's, theirs is told.
    fn contradict(&mut self, answer: &Element<'_>, link: &str, known: &Known) {
        let Some(coding) = answer.has("valueCoding").then(|| answer.inner_typed("value", "Coding")).flatten()
        else {
            return;
        };
        let Some(option) = Given::read(answer, "value").and_then(|given| known.option(&given)) else {
            return;
        };
        for found in weight::on(answer).into_iter().chain(weight::on(&coding)) {
            if option.points != Some(found.points) {
                let ours = option.points.map_or("none".to_owned(), |points| points.to_string());
                let sentence = format!(
                    "{} is stored as the weight of `{link}`; the Questionnaire gives {ours}.",
                    found.points
                );
                self.contradictions.push((self.file, Fault::new(found.path, sentence)));
            }
        }
    }
}

/// Why there is no answer: our own word, or the nearest to the standard's. Nothing said is not reached.
fn missing(item: &Element<'_>) -> Missing {
    let ours = address::of("StructureDefinition", "missing");
    let code = |url: &str| item.extensions(&[url]).first().and_then(|one| one.text("valueCode"));
    if let Some(missing) = code(&ours).and_then(Missing::read) {
        return missing;
    }
    match code(ABSENT) {
        None | Some("not-asked") => Missing::NotReached,
        Some("asked-declined") => Missing::PreferNotToSay,
        Some("asked-unknown") => Missing::DoNotKnow,
        Some("not-applicable") => Missing::DoesNotApply,
        Some(_) => Missing::Skipped,
    }
}
