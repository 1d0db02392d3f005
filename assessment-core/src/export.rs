//! What leaves: allow-listed rows under pseudonyms given by the caller, days since baseline, no free
//! text, no date, no name. A new field in a record cannot leak by being added: nothing is copied whole.

use crate::answer::{Answer, Missing, Responses, Settled, cell};
use crate::codebook;
use crate::instrument::{Instrument, ItemAt, ItemId, ItemKind, Scale};
use crate::presence::{Present, Taps};
use crate::provenance::{self, Digest, Provenance};
use crate::score::{Score, Scores};
use crate::session::{Entry, Session, Side};

pub(crate) mod sittings;

/// One session as it leaves.
#[derive(Clone, Copy, Debug)]
pub struct Release<'a> {
    /// Stand-in for the person, made by the caller anew for every release.
    pub pseudonym: &'a str,
    /// Days since the person's baseline.
    pub days: i64,
    /// The finished session.
    pub session: &'a Session,
    /// How it was, for both.
    pub taps: Taps,
}

/// A file as it leaves: its name and its text (UTF-8, LF, RFC 4180).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// File name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The columns every scores file in long form has; the third is `date` or `days`, as in the input.
pub const SCORE_COLUMNS: [&str; 11] =
    ["person", "wave", "days", "scale", "status", "raw", "value", "band", "answered", "items", "prorated"];

/// The columns of `answers_long.csv`. After the revision: the worker's own
/// view, where it differs from the person's answer; who was there; whether it was held for a private moment;
/// whose words it was asked in, and how often its meaning was looked up.
const LONG_COLUMNS: [&str; 19] = [
    "person",
    "wave",
    "days",
    "setting",
    "instrument",
    "version",
    "item",
    "value",
    "missing",
    "implied",
    "by",
    "language",
    "mode",
    "revision",
    "worker_view",
    "present",
    "held",
    "wording",
    "help_opened",
];

/// Writes the files of one instrument: seven, and where a link worker sees an answer of somebody's otherwise, the same
/// rows of answers a second time in the worker's view. Rows come in the order given. `provenance.csv` holds a hash of each
/// set of answers, which for a short instrument is as telling as the answers: it leaves where they leave.
#[must_use]
pub fn files(instrument: &Instrument, releases: &[Release<'_>], digest: Digest) -> Vec<File> {
    let mut wide = Csv::default();
    let mut worker_view = Csv::default();
    let mut long = Csv::default();
    let mut scores_long = Csv::default();
    let mut scores_wide = Csv::default();
    let mut from = Csv::default();
    wide.row(answer_columns(instrument));
    worker_view.row(answer_columns(instrument));
    long.row(LONG_COLUMNS);
    scores_long.row(SCORE_COLUMNS);
    scores_wide.row(wide_score_columns(instrument, "days"));
    from.row(provenance::COLUMNS);
    let mut sittings = Csv::default();
    sittings.row(sittings::COLUMNS);
    for release in releases {
        let responses = release.session.responses(instrument);
        let scores = crate::score::score(instrument, &responses);
        let days = release.days.to_string();
        let wave = release.session.start.wave.to_string();
        let key = [release.pseudonym, wave.as_str(), days.as_str()];
        wide.row(answer_cells(instrument, &key, &responses));
        let seen = release.session.responses_of(instrument, Side::Worker);
        worker_view.row(answer_cells(instrument, &key, &seen));
        long_answers(instrument, &key, release.session, &responses, &mut long);
        for (scale, score) in instrument.scales().iter().zip(scores.iter()) {
            scores_long.row(score_cells(&key, scale, score));
        }
        scores_wide.row(wide_score_cells(&key, &scores));
        let all: Vec<ItemAt> = instrument.positions().collect();
        let wording = release.session.worded(instrument, &all);
        from.row(Provenance::of(instrument, &responses, &wording, digest).cells(&key));
        sittings.row(sittings::cells(instrument, &key, release));
    }
    let mut book = Csv::default();
    book.row(codebook::COLUMNS);
    for row in codebook::describe(instrument) {
        book.row(codebook::cells(instrument, &row));
    }
    let file = |name: &str, csv: Csv| File { name: name.to_owned(), text: csv.into_text() };
    let mut files = vec![
        file(&format!("answers_{}.csv", instrument.id()), wide),
        file("answers_long.csv", long),
        file("scores_long.csv", scores_long),
        file("scores_wide.csv", scores_wide),
        file("provenance.csv", from),
        file("sittings.csv", sittings),
        file("codebook.csv", book),
    ];
    if releases.iter().any(|release| !release.session.differing(instrument).is_empty()) {
        files.push(file(&format!("answers_{}_worker_view.csv", instrument.id()), worker_view));
    }
    files
}

/// The header of `answers_<id>.csv`. Free text has no column.
#[must_use]
pub fn answer_columns(instrument: &Instrument) -> Vec<String> {
    let keys = ["person", "wave", "days", "setting"].into_iter().map(str::to_owned);
    keys.chain(exported(instrument).map(|at| instrument.item(at).id.to_string())).collect()
}

fn exported(instrument: &Instrument) -> impl Iterator<Item = ItemAt> {
    instrument.positions().filter(|at| instrument.item(*at).kind != ItemKind::Text)
}

fn answer_cells(instrument: &Instrument, key: &[&str; 3], responses: &Responses) -> Vec<String> {
    let keys = key.iter().map(|k| (*k).to_owned());
    let setting = std::iter::once(responses.setting().word().to_owned());
    keys.chain(setting)
        .chain(exported(instrument).map(|at| cell(instrument, at, responses.answer(at))))
        .collect()
}

fn long_answers(
    instrument: &Instrument,
    key: &[&str; 3],
    session: &Session,
    responses: &Responses,
    csv: &mut Csv,
) {
    let differing = session.differing(instrument);
    for at in exported(instrument) {
        let id = instrument.item(at).id.clone();
        let settled = responses.answer(at);
        let (missing, implied) = match settled {
            Settled::NotAsked => continue,
            Settled::Given(Answer::Missing(missing)) => (missing.word(), "no"),
            Settled::Implied(_) => ("", "yes"),
            Settled::Given(_) => ("", "no"),
        };
        let value = match settled {
            Settled::Given(Answer::Missing(_)) => String::new(),
            other => cell(instrument, at, other),
        };
        let entry = session.entries.get(&id).and_then(|list| list.last());
        let entry = entry.filter(|_| implied == "no" && missing != Missing::NotReached.word());
        let by = entry.map_or("", |entry| entry.by.word());
        let language = entry.map_or("", |entry| entry.language.as_str());
        let revision = entry.map_or(String::new(), |entry| entry.revision.to_string());
        let seen = session.worker_sees(instrument, at).filter(|_| differing.contains(&at)).cloned();
        let seen = seen.map_or(String::new(), |seen| cell(instrument, at, &Settled::Given(seen)));
        let mode = entry.map_or_else(|| session.mode(), |entry| &entry.mode);
        let present = session.present_for(instrument, at).map(Present::cell);
        let present = present.unwrap_or_else(|| sittings::NOT_ESTABLISHED.to_owned());
        let held = missing == Missing::NotReached.word()
            && session.is_held(instrument, responses, instrument.item(at).section);
        let wording = entry.map_or("", |entry| words_of(session, entry));
        csv.row([
            key[0],
            key[1],
            key[2],
            responses.setting().word(),
            instrument.id().as_str(),
            instrument.version(),
            id.as_str(),
            &value,
            missing,
            implied,
            by,
            language,
            sittings::mode(mode),
            &revision,
            &seen,
            entry.map_or("", |_| present.as_str()),
            if held { "yes" } else { "no" },
            wording,
            &help_opened(session, &id),
        ]);
    }
}

/// Whose words an answer was asked in: its own mark, or that of its session where it is older than such marks.
fn words_of<'a>(session: &'a Session, entry: &Entry) -> &'a str {
    match entry.wording {
        Some(wording) => wording.word(),
        None => session.start.wording.split('/').nth(1).unwrap_or_default(),
    }
}

/// How often "what this means" was opened beside an item; empty where that was not counted.
fn help_opened(session: &Session, id: &ItemId) -> String {
    let times = session.helped.as_ref().map(|helped| helped.get(id).copied().unwrap_or_default());
    times.map_or(String::new(), |times| times.to_string())
}

/// The cells of one row of a long scores file.
#[must_use]
pub fn score_cells(key: &[&str; 3], scale: &Scale, score: &Score) -> Vec<String> {
    key.iter().map(|k| (*k).to_owned()).chain(score_cells_alone(scale, score)).collect()
}

/// The cells of such a row that come behind the person, the wave and the time.
#[must_use]
pub fn score_cells_alone(scale: &Scale, score: &Score) -> [String; SCORE_COLUMNS.len() - 3] {
    let (answered, items) = score.answered_of();
    let (raw, value, band, prorated) = match score.scored() {
        Some(scored) => (
            scored.raw.to_string(),
            scored.value.to_string(),
            scored.band.map_or(String::new(), |band| scale.bands[band].name.clone()),
            if scored.prorated { "yes" } else { "no" },
        ),
        None => (String::new(), String::new(), String::new(), ""),
    };
    [
        scale.id.to_string(),
        score.status().to_owned(),
        raw,
        value,
        band,
        answered.to_string(),
        items.to_string(),
        prorated.to_owned(),
    ]
}

/// The header of a wide scores file; `when` is `date` or `days`.
#[must_use]
pub fn wide_score_columns(instrument: &Instrument, when: &str) -> Vec<String> {
    let keys = ["person", "wave", when].into_iter().map(str::to_owned);
    keys.chain(instrument.scales().iter().map(|scale| scale.id.to_string())).collect()
}

/// The cells of one row of a wide scores file: values, empty where there is none.
#[must_use]
pub fn wide_score_cells(key: &[&str; 3], scores: &Scores) -> Vec<String> {
    key.iter().map(|k| (*k).to_owned()).chain(scores.iter().map(wide_score_cell)).collect()
}

/// One of those cells: the value, empty where there is none.
#[must_use]
pub fn wide_score_cell(score: &Score) -> String {
    score.scored().map_or(String::new(), |scored| scored.value.to_string())
}

/// Rows to CSV text: commas, LF, quotes only where RFC 4180 needs them.
#[derive(Default)]
pub struct Csv(String);

impl Csv {
    /// Adds a row.
    pub fn row<S: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = S>) {
        for (n, cell) in cells.into_iter().enumerate() {
            if n > 0 {
                self.0.push(',');
            }
            push_cell(&mut self.0, cell.as_ref());
        }
        self.0.push('\n');
    }

    /// All rows so far, lent.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Forgets all rows and keeps their room for others.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// All rows so far.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

fn push_cell(text: &mut String, cell: &str) {
    if cell.contains([',', '"', '\n', '\r']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests;
