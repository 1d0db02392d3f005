//! What the head and the items of a definition look like as JSON. `instruments/README.md` teaches it field by field.

use super::fields::Fields;
use crate::instrument::{Code, Confidence, Fact, Intention, Licence, Picture, Setting, Source, WordingRight};
use serde_json::Number;

pub(super) struct Head {
    pub format: i64,
    pub id: String,
    pub version: String,
    pub comparable_with: Vec<(String, Source)>,
    pub title: String,
    pub offered: bool,
    pub wording: WordingRight,
    pub licence: Licence,
    pub source: Source,
    pub settings: Vec<Setting>,
    pub modes: Vec<&'static str>,
    pub recall: Option<String>,
    pub within_days: Option<u16>,
    pub minimum_answered: Option<(i64, Source)>,
    pub no_total: Option<Source>,
    pub not_established: Vec<NotEstablished>,
}

pub(super) struct NotEstablished {
    pub fact: Fact,
    pub scale: Option<String>,
    pub sentence: String,
}

pub(super) struct Item {
    pub id: String,
    pub section: String,
    pub topic: String,
    pub kind: Kind,
    pub options: Option<String>,
    pub from: Option<Number>,
    pub to: Option<Number>,
    pub decimals: i64,
    pub alone: Vec<Code>,
    pub may_not_apply: bool,
    pub picture: Option<Picture>,
    pub only_in: Option<Setting>,
    pub ask_when: Option<Condition>,
    pub implied: Option<Code>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Choice,
    Several,
    Number,
    Text,
}

pub(super) struct Condition {
    pub item: String,
    pub is: Vec<Code>,
}

pub(super) const INTENTIONS: [(&str, Intention); 9] = [
    ("open", Intention::Open),
    ("urgent", Intention::Urgent),
    ("strength", Intention::Strength),
    ("group", Intention::Group),
    ("rating", Intention::Rating),
    ("barrier", Intention::Barrier),
    ("support", Intention::Support),
    ("commitment", Intention::Commitment),
    ("measure", Intention::Measure),
];

const SETTINGS: [(&str, Setting); 2] = [("community", Setting::Community), ("custody", Setting::Custody)];

/// What was only half remembered has no word here: the rule is left out instead.
const CONFIDENCES: [(&str, Confidence); 6] = [
    ("found", Confidence::Found),
    ("memory_high", Confidence::MemoryHigh),
    ("memory_medium", Confidence::MemoryMedium),
    ("derived", Confidence::Derived),
    ("proposal", Confidence::Proposal),
    ("ours", Confidence::Ours),
];

// Each reader asks for every field before it gives up on one, so that all faults are on the list.

impl Head {
    pub(super) fn read(mut fields: Fields<'_>) -> Option<Head> {
        let format = fields.whole_number("format");
        let id = fields.text("id");
        let version = fields.text("version");
        let earlier = fields.list_if_any("comparable_with").unwrap_or_default();
        let title = fields.text("title");
        let offered = fields.yes_or_no("offered");
        let rights = [("ours", WordingRight::Ours), ("not_supplied", WordingRight::NotSupplied)];
        let wording = fields.one_of("wording", &rights);
        let licence = fields.inner("licence").and_then(licence);
        let source = fields.inner("source").and_then(source);
        let settings = fields.some_of("settings", &SETTINGS);
        let modes = ["joint", "self", "phone", "video", "paper"].map(|mode| (mode, mode));
        let modes = fields.some_of("modes", &modes);
        let recall = fields.text_if_any("recall");
        let minimum_answered = fields.inner_if_any("minimum_answered").map(minimum_answered);
        let no_total = fields.inner_if_any("no_total").map(no_total);
        let faults = fields.faults();
        let listed = fields.list_if_any("not_established").unwrap_or_default();
        let read = |(path, value)| Fields::of(value, path, faults).and_then(not_established);
        let earlier = earlier.into_iter();
        let comparable_with =
            earlier.filter_map(|(path, value)| earlier_version(Fields::of(value, path, faults)?));
        let comparable_with = comparable_with.collect();
        let not_established = listed.into_iter().filter_map(read).collect();
        let days = fields.whole_number_if_any("within_days");
        let within_days = days.and_then(|days| u16::try_from(days).ok());
        if days.is_some() && within_days.is_none() {
            fields.faults().add(fields.at("within_days"), "This must be a number of days.");
        }
        fields.end();
        Some(Head {
            format: format?,
            id: id?,
            version: version?,
            comparable_with,
            title: title?,
            offered: offered?,
            wording: wording?,
            licence: licence?,
            source: source?,
            settings: settings?,
            modes: modes?,
            recall,
            within_days,
            minimum_answered: minimum_answered.flatten(),
            no_total: no_total.flatten(),
            not_established,
        })
    }
}

fn minimum_answered(mut fields: Fields<'_>) -> Option<(i64, Source)> {
    let (answers, cited) = (fields.whole_number("answers"), fields.inner("source").and_then(source));
    fields.end();
    Some((answers?, cited?))
}

fn no_total(mut fields: Fields<'_>) -> Option<Source> {
    let cited = fields.inner("source").and_then(source);
    fields.end();
    cited
}

/// The version, and who says that it measures the same.
fn earlier_version(mut fields: Fields<'_>) -> Option<(String, Source)> {
    let version = fields.text("version");
    let cited = fields.inner("source").and_then(source);
    fields.end();
    Some((version?, cited?))
}

fn not_established(mut fields: Fields<'_>) -> Option<NotEstablished> {
    let fact = fields.one_of("fact", &Fact::ALL.map(|fact| (fact.word(), fact)));
    let (scale, sentence) = (fields.text_if_any("scale"), fields.text("sentence"));
    fields.end();
    Some(NotEstablished { fact: fact?, scale, sentence: sentence? })
}

fn licence(mut fields: Fields<'_>) -> Option<Licence> {
    let (terms, wording) = (fields.text("terms"), fields.text("wording"));
    let address = fields.text_if_any("address");
    fields.end();
    Some(Licence { terms: terms?, wording: wording?, address })
}

pub(super) fn source(mut fields: Fields<'_>) -> Option<Source> {
    let citation = fields.text("citation");
    let address = fields.text_if_any("address");
    let confidence = fields.one_of("confidence", &CONFIDENCES);
    fields.end();
    let citation = citation?;
    Some(Source { citation, address, confidence: confidence? })
}

/// An option's code and topic.
pub(super) fn option(mut fields: Fields<'_>) -> Option<(i64, String)> {
    let (code, topic) = (fields.whole_number("code"), fields.text("topic"));
    fields.end();
    Some((code?, topic?))
}

/// A section's id, intention and whether it is sensitive.
pub(super) fn section(mut fields: Fields<'_>) -> Option<crate::instrument::Section> {
    let id = fields.text("id");
    let intention = fields.one_of("intention", &INTENTIONS);
    let sensitive = fields.flag("sensitive");
    let picture = picture(&mut fields);
    fields.end();
    Some(crate::instrument::Section {
        id: crate::instrument::SectionId(id?),
        intention: intention?,
        sensitive,
        picture,
    })
}

/// What may be shown beside it.
fn picture(fields: &mut Fields<'_>) -> Option<Picture> {
    let name = fields.text_if_any("picture")?;
    fields.known("picture", &name, &Picture::ALL.map(|picture| (picture.word(), picture)))
}

impl Item {
    pub(super) fn read(mut fields: Fields<'_>) -> Option<Item> {
        let (id, section, topic) = (fields.text("id"), fields.text("section"), fields.text("topic"));
        let kinds = [
            ("choice", Kind::Choice),
            ("several", Kind::Several),
            ("number", Kind::Number),
            ("text", Kind::Text),
        ];
        let kind = fields.one_of("kind", &kinds);
        let options = fields.text_if_any("options");
        let (from, to) = (fields.number_if_any("from"), fields.number_if_any("to"));
        let decimals = fields.whole_number_if_any("decimals").unwrap_or(0);
        let alone = fields.codes_if_any("alone");
        let may_not_apply = fields.flag("may_not_apply");
        let picture = picture(&mut fields);
        let asked =
            [("both", None), ("community", Some(Setting::Community)), ("custody", Some(Setting::Custody))];
        let only_in = match fields.text_if_any("setting") {
            Some(word) => fields.known("setting", &word, &asked),
            None => Some(None),
        };
        let ask_when = fields.inner_if_any("ask_when");
        let gated = ask_when.is_some();
        let ask_when = ask_when.and_then(condition);
        let implied = fields.code_if_any("implied");
        fields.end();
        if gated && ask_when.is_none() {
            return None;
        }
        Some(Item {
            id: id?,
            section: section?,
            topic: topic?,
            kind: kind?,
            options,
            from,
            to,
            decimals,
            alone: alone?,
            may_not_apply,
            picture,
            only_in: only_in?,
            ask_when,
            implied,
        })
    }
}

pub(super) fn condition(mut fields: Fields<'_>) -> Option<Condition> {
    let (item, is) = (fields.text("item"), fields.codes("is"));
    fields.end();
    Some(Condition { item: item?, is: is? })
}
