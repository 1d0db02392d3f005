//! From sessions to a Bundle: the Questionnaire, and for each session a QuestionnaireResponse and an
//! Observation for each scale. No name, no clock, no chance: the same rows give the same bytes.

use super::address::{self, ABSENT, REASONS};
use super::json::Json;
use super::question::link_of_where;
use super::questionnaire::{
    Outside, Papers, SETTING, canonical, extension, groups, has_settings, resource, setting_coding,
};
use crate::answer::{Answer, Missing, Responses, Settled};
use crate::instrument::{Code, Instrument, ItemAt, ItemKind, Scale};
use crate::provenance::{Digest, Hash, Provenance};
use crate::score::{Score, Scored, score};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// One session as it leaves.
#[derive(Clone, Debug)]
pub struct Row {
    /// Stand-in for the person.
    pub person: String,
    /// Which time.
    pub wave: String,
    /// When.
    pub when: When,
    /// The answers.
    pub responses: Responses,
}

/// When a session was: as a file of answers says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On a day.
    Date(NaiveDate),
    /// So many days after the person's baseline.
    Days(i64),
    /// Nobody said.
    Unknown,
}

/// The Bundle (of type `collection`) of an instrument and its sessions, as JSON. Every score says of which version
/// of instrument and scoring it is, and by the hash of which rules and answers.
///
/// # Errors
/// The places of rows whose person and wave stand there already: two responses would have one id.
pub fn bundle(papers: &Papers<'_>, rows: &[Row], digest: Digest) -> Result<String, Vec<usize>> {
    let mut seen = BTreeSet::new();
    let again: Vec<usize> =
        (0..rows.len()).filter(|n| !seen.insert((&rows[*n].person, &rows[*n].wave))).collect();
    if !again.is_empty() {
        return Err(again);
    }
    let outside = Outside::of(papers);
    let id = papers.instrument.id().as_str();
    let mut entries = vec![entry("Questionnaire", id, resource(papers))];
    for row in rows {
        let session = Session { outside: &outside, row };
        entries.push(entry("QuestionnaireResponse", &session.id(), session.response()));
        let scores = score(papers.instrument, &row.responses);
        let provenance = Provenance::of(papers.instrument, &row.responses, "", digest);
        for (scale, score) in papers.instrument.scales().iter().zip(scores.iter()) {
            let id = session.scale_id(scale);
            entries.push(entry("Observation", &id, session.observation(&id, scale, score, &provenance)));
        }
    }
    let bundle = Json::resource("Bundle").with("type", "collection").with("entry", entries);
    Ok(bundle.into_text())
}

fn entry(kind: &str, id: &str, resource: Json) -> Json {
    Json::object().with("fullUrl", address::of(kind, id)).with("resource", resource)
}

struct Session<'a> {
    outside: &'a Outside<'a>,
    row: &'a Row,
}

impl Session<'_> {
    fn instrument(&self) -> &Instrument {
        self.outside.instrument
    }

    fn id(&self) -> String {
        address::id(&[&self.row.person, &self.row.wave])
    }

    fn scale_id(&self, scale: &Scale) -> String {
        address::id(&[&self.row.person, &self.row.wave, scale.id.as_str()])
    }

    /// The person by pseudonym alone: a reference by identifier, to a Patient that stands nowhere here.
    fn subject(&self) -> Json {
        let identifier = Json::object()
            .with("system", address::of("NamingSystem", "person"))
            .with("value", &self.row.person);
        Json::object().with("type", "Patient").with("identifier", identifier)
    }

    fn date(&self) -> Option<String> {
        match self.row.when {
            When::Date(date) => Some(date.format("%Y-%m-%d").to_string()),
            When::Days(_) | When::Unknown => None,
        }
    }

    /// Which time it was, and how long after the baseline where no date may leave.
    fn times(&self) -> Vec<Json> {
        let of = |name: &str| address::of("StructureDefinition", name);
        let days = match self.row.when {
            When::Days(days) => Some(extension(&of("days-since-baseline"), "Integer", days)),
            When::Date(_) | When::Unknown => None,
        };
        std::iter::once(extension(&of("wave"), "Code", &self.row.wave)).chain(days).collect()
    }

    /// Where the person lived, for a form that does not ask.
    fn setting(&self) -> Option<Json> {
        let word = self.row.responses.setting().word();
        let url = address::of("StructureDefinition", SETTING);
        (!has_settings(self.instrument())).then(|| extension(&url, "Code", word))
    }

    fn response(&self) -> Json {
        Json::resource("QuestionnaireResponse")
            .with("id", self.id())
            .with("extension", self.times().into_iter().chain(self.setting()).collect::<Vec<_>>())
            .with("questionnaire", canonical(self.instrument()))
            .with("status", "completed")
            .with("subject", self.subject())
            .with("authored", self.date())
            .with_some("item", self.items())
    }

    /// Answers in the groups of the Questionnaire. What was not asked is not there; what was asked and not
    /// answered is there without an answer, and says why.
    fn items(&self) -> Vec<Json> {
        let instrument = self.instrument();
        let mut items = Vec::new();
        if has_settings(instrument) {
            let answer = Json::object().with("valueCoding", setting_coding(self.row.responses.setting()));
            items.push(Json::object().with("linkId", SETTING).with("answer", vec![answer]));
        }
        for group in groups(instrument) {
            let below: Vec<Json> = group.items.iter().filter_map(|at| self.item(*at)).collect();
            if !below.is_empty() {
                items.push(Json::object().with("linkId", group.link).with("item", below));
            }
        }
        items
    }

    fn item(&self, at: ItemAt) -> Option<Json> {
        let item = self.instrument().item(at);
        let Settled::Given(answer) = self.row.responses.answer(at) else { return None };
        let json = match answer {
            // Words stay with the person who said them.
            Answer::Text(_) => return None,
            Answer::Missing(_) if item.kind == ItemKind::Text => return None,
            Answer::Missing(why) => {
                Json::object().with("extension", absent(*why)).with("linkId", item.id.as_str())
            }
            Answer::Coded(code) => self.answered(at, &[*code]),
            Answer::Several(codes) => self.answered(at, &codes.iter().copied().collect::<Vec<_>>()),
        };
        Some(match link_of_where(self.instrument(), at) {
            None => json,
            Some(link) => Json::object().with("linkId", link).with("item", vec![json]),
        })
    }

    fn answered(&self, at: ItemAt, codes: &[Code]) -> Json {
        let item = self.instrument().item(at);
        let answer = |code: &Code| match item.kind {
            ItemKind::Number { decimals, .. } => {
                let kind = if decimals == 0 { "valueInteger" } else { "valueDecimal" };
                Json::object().with(kind, Json::Plain(self.instrument().code_text(at, *code)))
            }
            _ => Json::object().with("valueCoding", self.outside.coding(at, *code)),
        };
        Json::object()
            .with("linkId", item.id.as_str())
            .with("answer", Json::List(codes.iter().map(answer).collect()))
    }

    fn observation(&self, id: &str, scale: &Scale, score: &Score, provenance: &Provenance) -> Json {
        let instrument = self.instrument();
        let survey = Json::object()
            .with("system", "http://terminology.hl7.org/CodeSystem/observation-category")
            .with("code", "survey");
        let band = score
            .scored()
            .and_then(|scored| scored.band)
            .map(|band| vec![Json::object().with("text", scale.bands[band].name.as_str())]);
        let reference = format!("QuestionnaireResponse/{}", self.id());
        let json = Json::resource("Observation")
            .with("id", id)
            .with("extension", self.times().into_iter().chain(hashes(provenance)).collect::<Vec<_>>())
            .with("status", "final")
            .with("category", vec![Json::object().with("coding", vec![survey])])
            .with("code", concept(instrument, scale.id.as_str()))
            .with("subject", self.subject())
            .with("effectiveDateTime", self.date());
        let json = match score {
            Score::Scored(scored) => json.with("valueQuantity", quantity(scored.value)),
            Score::NotScorable(_) => json.with("dataAbsentReason", no_score(score)),
        };
        json.with("interpretation", band.map(Json::List))
            .with("method", method(provenance))
            .with("derivedFrom", vec![Json::object().with("reference", reference)])
            .with_some("component", components(score))
    }
}

/// What the score rests on: its rules and its answers, by their hashes.
fn hashes(provenance: &Provenance) -> [Json; 2] {
    let one = |name: &str, hash: Hash| {
        extension(&address::of("StructureDefinition", name), "String", hash.to_string())
    };
    [one(address::RULES, provenance.rules), one(address::INPUTS, provenance.inputs)]
}

/// The version of the scoring; that of the instrument stands beside the code of the scale.
fn method(provenance: &Provenance) -> Json {
    let version = provenance.rule_version.to_string();
    let coding = Json::object()
        .with("system", address::of("CodeSystem", address::SCORING))
        .with("code", version.as_str());
    Json::object().with("coding", vec![coding]).with("text", format!("Trellis scoring, version {version}"))
}

/// Why there is no answer: the nearest of the standard's words, and beside it our own, which says more.
fn absent(why: Missing) -> Vec<Json> {
    let nearest = match why {
        Missing::NotReached | Missing::PersonNotPresent | Missing::WorkerDidNotAsk => "not-asked",
        Missing::Skipped | Missing::Cleared => "unknown",
        Missing::PreferNotToSay => "asked-declined",
        Missing::DoNotKnow => "asked-unknown",
        Missing::DoesNotApply => "not-applicable",
    };
    let ours = address::of("StructureDefinition", "missing");
    vec![extension(ABSENT, "Code", nearest), extension(&ours, "Code", why.word())]
}

/// A score that is not there is unknown; never nought, and never an error.
fn no_score(score: &Score) -> Json {
    let coding = Json::object().with("system", REASONS).with("code", "unknown");
    let (answered, items) = score.answered_of();
    Json::object().with("coding", vec![coding]).with("text", format!("{answered} of {items} items answered"))
}

fn concept(instrument: &Instrument, code: &str) -> Json {
    let system = address::of("CodeSystem", &format!("{}/scales", instrument.id()));
    let coding =
        Json::object().with("system", system).with("version", instrument.version()).with("code", code);
    Json::object()
        .with("coding", vec![coding])
        .with("text", format!("{}: {}", instrument.title(), code.replace('_', " ")))
}

fn quantity(value: impl Into<Json>) -> Json {
    Json::object()
        .with("value", value)
        .with("unit", "score")
        .with("system", "http://unitsofmeasure.org")
        .with("code", "{score}")
}

/// What a score rests on: the raw score where a table converts it, how many answers, whether some stand in
/// for others.
fn components(score: &Score) -> Vec<Json> {
    let (answered, items) = score.answered_of();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let one = |code: &str, kind: &str, value: Json| {
        let system = address::of("CodeSystem", "score");
        let coding = Json::object().with("system", system).with("code", code);
        Json::object()
            .with("code", Json::object().with("coding", vec![coding]))
            .with(&format!("value{kind}"), value)
    };
    let mut parts = vec![
        one("answered", "Integer", count(answered).into()),
        one("items", "Integer", count(items).into()),
    ];
    if let Some(Scored { raw, prorated, .. }) = score.scored() {
        parts.push(one("raw", "Quantity", quantity(raw)));
        parts.push(one("prorated", "Boolean", prorated.into()));
    }
    parts
}
