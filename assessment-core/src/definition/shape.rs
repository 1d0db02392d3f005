//! What a definition looks like as JSON. `instruments/README.md` teaches it field by field.

use serde::Deserialize;
use serde_json::Number;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub format: u32,
    pub id: String,
    pub version: String,
    pub title: String,
    pub offered: bool,
    pub wording: Wording,
    pub licence: Licence,
    pub source: Source,
    pub settings: Vec<Setting>,
    pub modes: Vec<Mode>,
    pub recall: Option<String>,
    pub within_days: Option<u16>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Wording {
    Ours,
    NotSupplied,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Licence {
    pub terms: String,
    pub wording: String,
    pub address: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub citation: String,
    pub address: Option<String>,
    pub confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Confidence {
    Found,
    MemoryHigh,
    MemoryMedium,
    Derived,
    Proposal,
    Ours,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Setting {
    Community,
    Custody,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum AskedIn {
    Both,
    Community,
    Custody,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mode {
    Joint,
    #[serde(rename = "self")]
    Alone,
    Phone,
    Video,
    Paper,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResponseOption {
    pub code: i32,
    pub topic: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    pub id: String,
    pub intention: Intention,
    #[serde(default)]
    pub sensitive: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Intention {
    Open,
    Urgent,
    Strength,
    Group,
    Rating,
    Barrier,
    Support,
    Commitment,
    Measure,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub id: String,
    pub section: String,
    pub topic: String,
    pub kind: Kind,
    pub options: Option<String>,
    pub from: Option<i32>,
    pub to: Option<i32>,
    #[serde(default)]
    pub alone: Vec<i32>,
    #[serde(default)]
    pub may_not_apply: bool,
    pub setting: Option<AskedIn>,
    pub ask_when: Option<Condition>,
    pub implied: Option<i32>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Choice,
    Several,
    Number,
    Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    pub item: String,
    pub is: Vec<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scale {
    pub id: String,
    pub intention: Intention,
    pub key: Key,
    pub range: (i64, i64),
    pub higher_is: HigherIs,
    pub conversion: Option<Vec<(i64, Number)>>,
    #[serde(default)]
    pub bands: Vec<Band>,
    pub bands_source: Option<Source>,
    pub change: Option<Change>,
    pub same_text: Option<String>,
    pub source: Source,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum HigherIs {
    Better,
    Worse,
    Neither,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Band {
    pub from: Number,
    pub name: String,
    #[serde(default)]
    pub cut_off: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    pub reliable: Number,
    pub basis: String,
    pub source: Source,
}

#[derive(Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Key {
    Sum {
        items: Vec<String>,
        #[serde(default)]
        reversed: Vec<String>,
        missing: Missing,
    },
    Count {
        items: Vec<String>,
        codes: Vec<i32>,
        missing: Missing,
    },
    AnyOf {
        conditions: Vec<Condition>,
    },
    TotalOf {
        scales: Vec<String>,
    },
}

#[derive(Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Missing {
    Complete,
    PersonMean { minimum_answered: usize, round: Round, decimals: u8 },
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Round {
    HalfUp,
    HalfEven,
}

pub(super) type Options = BTreeMap<String, Vec<ResponseOption>>;
