//! The meaning of every export column, made from the instrument, so that it cannot disagree with it.

mod rules;

use crate::answer::Missing;
use crate::export::sittings::DESCRIBED;
use crate::instrument::{Instrument, ItemAt, ItemKind, ItemPoints, Source, WordingRight};

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in the files.
    pub variable: String,
    /// `key`, `item` or `scale`.
    pub role: &'static str,
    /// Our own short label; never a published wording.
    pub label: String,
    /// `choice`, `several`, `number`, `text` or `points`; `rule` where it is no column.
    pub kind: &'static str,
    /// `code=label` joined by `; `, or a range.
    pub codes: String,
    /// The missing codes a cell may hold, joined by a blank.
    pub missing_codes: String,
    /// Scales an item belongs to, joined by a blank.
    pub scale: String,
    /// `yes` when reversed in a scale.
    pub reversed: String,
    /// Where the rule comes from.
    pub source: String,
    /// How sure it is.
    pub confidence: &'static str,
}

/// The columns of `codebook.csv`.
pub const COLUMNS: [&str; 12] = [
    "variable",
    "role",
    "label",
    "type",
    "codes",
    "missing_codes",
    "instrument",
    "version",
    "scale",
    "reversed",
    "source",
    "confidence",
];

/// Describes the columns of an instrument's files: keys, items, scales, who gave an answer, and what is known of a
/// sitting; and behind them the rules of its scores.
#[must_use]
pub fn describe(instrument: &Instrument) -> Vec<Row> {
    let mut rows: Vec<Row> =
        KEYS.iter().map(|(name, label, kind, codes)| key(name, label, kind, codes)).collect();
    rows.extend(instrument.positions().map(|at| item(instrument, at)));
    rows.extend(instrument.scales().iter().map(|scale| {
        let (low, high) = scale.value_range();
        let bands: Vec<String> =
            scale.bands.iter().map(|band| format!("from {}: {}", band.from, band.name)).collect();
        let cut_offs = scale.cut_offs.iter().map(|c| format!("cut-off {}: {}", c.from, c.name));
        let mut codes = format!("{low} to {high}");
        for part in bands.into_iter().chain(cut_offs) {
            codes += &format!("; {part}");
        }
        row(scale.id.as_str(), "scale", scale.id.as_str().replace('_', " "), "points", codes, &scale.source)
    }));
    rows.extend(LONG.iter().map(|(name, label, kind, codes)| key(name, label, kind, codes)));
    rows.extend(DESCRIBED.iter().map(|(name, label, kind, codes)| key(name, label, kind, codes)));
    rows.extend(rules::rules(instrument));
    rows
}

/// The same for `answers_long.csv`: what of it is about who gave an answer and how it was asked.
const LONG: [(&str, &str, &str, &str); 4] = [
    (
        "by",
        "who gave the answer; in answers_long.csv",
        "text",
        "person; worker=the link worker for the person; together",
    ),
    (
        "worker_view",
        "the link worker's own view of an item, where it differs from the person's answer, which leads; in \
         answers_long.csv, and as whole rows in answers_<instrument>_worker_view.csv when there is any",
        "text",
        "as the item's; empty where it does not differ",
    ),
    (
        "wording",
        "whose words the answer was asked in; easy_read_not_validated is simpler, not the validated wording; in \
         answers_long.csv",
        "text",
        "ours; licensed_pack; translation_not_validated; easy_read_not_validated",
    ),
    (
        "help_opened",
        "how often \"what this means\" was opened beside the question; empty where nobody counted; in answers_long.csv",
        "number",
        "",
    ),
];

/// Name, label, type and codes of the columns that are not answers.
const KEYS: [(&str, &str, &str, &str); 4] = [
    ("person", "pseudonym, new in every release", "text", ""),
    ("wave", "which time", "text", "baseline; followup_n; between_n; unscheduled_n; event waves"),
    ("days", "days since the person's baseline", "number", ""),
    ("setting", "where the person lived", "text", "community; custody"),
];

fn key(variable: &str, label: &str, kind: &'static str, codes: &str) -> Row {
    Row {
        variable: variable.to_owned(),
        role: "key",
        label: label.to_owned(),
        kind,
        codes: codes.to_owned(),
        missing_codes: String::new(),
        scale: String::new(),
        reversed: String::new(),
        source: String::new(),
        confidence: "",
    }
}

fn row(
    variable: &str,
    role: &'static str,
    label: String,
    kind: &'static str,
    codes: String,
    source: &Source,
) -> Row {
    Row {
        source: source.citation.clone(),
        confidence: source.confidence.word(),
        role,
        kind,
        codes,
        ..key(variable, &label, kind, "")
    }
}

fn item(instrument: &Instrument, at: ItemAt) -> Row {
    let item = instrument.item(at);
    let kind = match item.kind {
        ItemKind::Choice { .. } => "choice",
        ItemKind::Several { .. } => "several",
        ItemKind::Number { .. } => "number",
        ItemKind::Text => "text",
    };
    let codes = match item.kind {
        ItemKind::Number { from, to, .. } => {
            format!("{} to {}", instrument.code_text(at, from), instrument.code_text(at, to))
        }
        ItemKind::Text => "left out of every file".to_owned(),
        _ => {
            let options = instrument.options(at).iter();
            options.map(|o| format!("{}={}", o.code, o.topic)).collect::<Vec<_>>().join("; ")
        }
    };
    let label = match instrument.wording() {
        WordingRight::Ours => item.topic.clone(),
        WordingRight::NotSupplied => format!("{} (topic, not the wording)", item.topic),
    };
    let scales = || {
        let simple = instrument.scales().iter().filter(|s| s.key.parts().is_none());
        simple.filter(|scale| scale.reads.contains(&at))
    };
    let turned = scales().flat_map(|scale| scale.key.terms()).any(|term| {
        let reversed = matches!(term.points, ItemPoints::Reversed { .. });
        term.item == at && reversed
    });
    Row {
        missing_codes: Missing::ALL.map(Missing::word).join(" "),
        scale: scales().map(|scale| scale.id.as_str()).collect::<Vec<_>>().join(" "),
        reversed: if turned { "yes" } else { "no" }.to_owned(),
        ..row(item.id.as_str(), "item", label, kind, codes, instrument.source())
    }
}

/// The cells of a row in the order of [`COLUMNS`].
#[must_use]
pub fn cells(instrument: &Instrument, row: &Row) -> [String; 12] {
    [
        row.variable.clone(),
        row.role.to_owned(),
        row.label.clone(),
        row.kind.to_owned(),
        row.codes.clone(),
        row.missing_codes.clone(),
        instrument.id().to_string(),
        instrument.version().to_owned(),
        row.scale.clone(),
        row.reversed.clone(),
        row.source.clone(),
        row.confidence.to_owned(),
    ]
}

#[cfg(test)]
mod tests;
