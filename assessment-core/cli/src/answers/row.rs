//! One row of answers, or every fault in it.

use super::columns::{Columns, ItemColumn};
use super::provenance::{Claim, Part, said};
use super::record::Record;
use assessment_core::answer::{Answer, Responses};
use assessment_core::instrument::{Instrument, ItemAt, ScaleAt, Setting};
use assessment_core::points::Points;
use assessment_core::schedule::{Wave, read_date};
use assessment_core::score::{Score, Scores};
use chrono::Datelike;

/// A row that was accepted.
pub struct Row<'a> {
    /// The person's pseudonym, as it stands in the file.
    pub person: &'a str,
    /// Which time, as it stands in the file.
    pub wave: &'a str,
    /// The date or the days since the baseline, as it stands in the file.
    pub when: &'a str,
    /// The line it begins on.
    pub line: u64,
    /// The same as a number of days: since the baseline, or since the first day of the calendar.
    pub day: i64,
    /// The answers, settled.
    pub responses: Responses,
    stored: Vec<Stored<'a>>,
    claim: Claim<'a>,
}

/// A total somebody else computed.
struct Stored<'a> {
    column: usize,
    scale: ScaleAt,
    text: &'a str,
}

/// What is wrong with a cell.
pub struct CellFault {
    /// The column it stands in, counted from 1.
    pub column: usize,
    /// A sentence.
    pub what: String,
}

/// Reads a row that begins on a line.
pub fn read<'a>(
    instrument: &Instrument,
    columns: &Columns,
    record: &'a Record,
    line: u64,
) -> Result<Row<'a>, Vec<CellFault>> {
    if record.len() != columns.count {
        let what = format!("{} cells where the header has {}.", record.len(), columns.count);
        return Err(vec![CellFault { column: 1, what }]);
    }
    let mut reading = Reading { record, faults: Vec::new() };
    let person = reading.person();
    let wave = reading.wave();
    let (when, day) = reading.when(columns.when);
    let setting = columns.setting.map_or(Setting::Community, |n| reading.setting(n));
    let responses = Responses::settle(instrument, setting, |at| match &columns.items[at.index()] {
        None => Answer::NOT_REACHED,
        Some(column) => match column.known(record.cell(column.n)) {
            Some(answer) => answer,
            None => reading.answer(instrument, at, column),
        },
    });
    let stored = columns.stored.iter().filter_map(|(n, at)| reading.stored(*n, *at)).collect();
    let mut claim = Claim::default();
    for (n, part) in &columns.provenance {
        reading.claim(*n, *part, &mut claim);
    }
    if !reading.faults.is_empty() {
        reading.faults.sort_by_key(|fault| fault.column);
        return Err(reading.faults);
    }
    Ok(Row { person, wave, when, day, line, responses, stored, claim })
}

/// A row being read: its cells, and what was wrong with them so far.
struct Reading<'a> {
    record: &'a Record,
    faults: Vec<CellFault>,
}

impl<'a> Reading<'a> {
    fn fault(&mut self, n: usize, what: String) {
        self.faults.push(CellFault { column: n + 1, what });
    }

    /// The text of a cell if it can be read and means something; otherwise a fault is noted and it is empty.
    fn cell(&mut self, n: usize, fault: impl FnOnce(&str) -> Option<String>) -> &'a str {
        let what = match std::str::from_utf8(self.record.cell(n)) {
            Err(_) => "this cell is not UTF-8; save the file as UTF-8.".to_owned(),
            Ok(text) => match fault(text) {
                None => return text,
                Some(what) => what,
            },
        };
        self.fault(n, what);
        ""
    }

    fn person(&mut self) -> &'a str {
        self.cell(0, |text| text.is_empty().then(|| "a row needs a person.".to_owned()))
    }

    fn wave(&mut self) -> &'a str {
        let none = |text: &str| format!("`{text}` is no wave; allowed: baseline, followup_1, ...");
        self.cell(1, |text| Wave::read(text).is_none().then(|| none(text)))
    }

    fn when(&mut self, when: &str) -> (&'a str, i64) {
        let (read, form): (fn(&str) -> Option<i64>, _) = match when {
            "days" => (|text| text.parse().ok(), "a whole number"),
            _ => (|text| Some(i64::from(read_date(text)?.num_days_from_ce())), "a date such as 2026-01-15"),
        };
        let mut day = 0;
        let text = self.cell(2, |text| match read(text) {
            None => Some(format!("`{text}` is not {form}.")),
            Some(read) => {
                day = read;
                None
            }
        });
        (text, day)
    }

    fn setting(&mut self, n: usize) -> Setting {
        let none = |text: &str| format!("`{}` is no setting; allowed: community, custody.", text.trim());
        let read = |text: &str| Setting::read(text.trim());
        let word = self.cell(n, |t| (!t.trim().is_empty() && read(t).is_none()).then(|| none(t)));
        read(word).unwrap_or_default()
    }

    fn answer(&mut self, instrument: &Instrument, at: ItemAt, column: &ItemColumn) -> Answer {
        let mut answer = Answer::NOT_REACHED;
        self.cell(column.n, |text| match column.read(instrument, text) {
            Err(refusal) => {
                let id = &instrument.item(at).id;
                Some(format!("`{id}` = `{}`: {refusal}.", text.trim()))
            }
            Ok(read) => {
                answer = read;
                None
            }
        });
        answer
    }

    fn claim(&mut self, n: usize, part: Part, claim: &mut Claim<'a>) {
        let wrong =
            |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).and_then(|t| part.fault(t));
        let text = self.cell(n, wrong).trim();
        if !text.is_empty() {
            claim.add(part, n, text);
        }
    }

    fn stored(&mut self, n: usize, scale: ScaleAt) -> Option<Stored<'a>> {
        let none = |text: &str| format!("`{}` is no total; allowed: a number, or nothing.", text.trim());
        let wrong = |text: &str| !text.trim().is_empty() && !is_decimal(text.trim());
        let text = self.cell(n, |text| wrong(text).then(|| none(text))).trim();
        (!text.is_empty()).then_some(Stored { column: n + 1, scale, text })
    }
}

impl Row<'_> {
    /// Where a total somebody else computed is not ours: theirs, ours beside it, and what theirs rests on where
    /// the row says. Where every number is ours, other rules or answers are told alone.
    pub fn differing(&self, instrument: &Instrument, scores: &Scores) -> Vec<CellFault> {
        let rests_on = self.claim.rests_on(instrument, &self.responses, scores);
        let end = said(rests_on).map_or(String::new(), |said| format!(" The stored one{said}"));
        let other = |stored: &Stored<'_>| {
            let ours = scores.of(stored.scale);
            let same = ours.scored().is_some_and(|ours| number(stored.text) == Some(ours.value));
            let what = || format!("{}{end}", against(stored.text, ours));
            (!same).then(|| CellFault { column: stored.column, what: what() })
        };
        let numbers: Vec<CellFault> = self.stored.iter().filter_map(other).collect();
        if numbers.is_empty() { self.claim.other(rests_on).into_iter().collect() } else { numbers }
    }
}

fn against(theirs: &str, ours: &Score) -> String {
    match ours {
        Score::Scored(scored) => format!("stored {theirs}, ours {}.", scored.value),
        Score::NotScorable(not) => {
            format!("stored {theirs}, ours none: {} of {} answers.", not.answered, not.items)
        }
    }
}

/// Digits, perhaps a sign before them, perhaps a point and more digits after them.
fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let size = text.strip_prefix(['-', '+']).unwrap_or(text);
    size.split_once('.').map_or(digits(size), |(whole, part)| digits(whole) && digits(part))
}

/// The number of a decimal. `None` when it has more than two places: no score of ours has, so it differs.
fn number(text: &str) -> Option<Points> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let text = match text.split_once('.') {
        Some(_) => text.trim_end_matches('0').trim_end_matches('.'),
        None => text,
    };
    Points::read(text)
}
