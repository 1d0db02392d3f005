//! Answers in, scores out, row by row: memory does not grow with the number of rows.

use crate::instruments::{Faults, find};
use assessment_core::answer::{Answer, Responses, read_cell};
use assessment_core::export::{SCORE_COLUMNS, score_cells, wide_score_cells, wide_score_columns};
use assessment_core::instrument::{Instrument, ItemAt, Setting};
use assessment_core::schedule::Wave;
use assessment_core::score::score as score_responses;
use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

/// One row for each scale, or one for each person and wave.
#[derive(Clone, Copy)]
pub enum Shape {
    /// A row for each scale.
    Long,
    /// A row for each person and wave.
    Wide,
}

/// What to do when a row is refused.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Faulty {
    /// Write nothing; list every fault.
    Stop,
    /// Leave it out; list every fault.
    LeaveOut,
}

/// Scores a file or standard input.
pub fn score(
    name: &str,
    from: Option<&Path>,
    to: Option<&Path>,
    shape: Shape,
    faulty: Faulty,
) -> Result<(), Faults> {
    let instrument = find(name)?;
    // A file that goes to standard output is read twice, so that nothing half comes out. A pipe can be
    // read only once.
    if to.is_none() && faulty == Faulty::Stop && from.is_some_and(Path::is_file) {
        told(scored(&instrument, open(from)?, io::sink(), shape, &source(from))?, faulty)?;
    }
    let input = open(from)?;
    let Some(path) = to else {
        return told(scored(&instrument, input, io::stdout().lock(), shape, &source(from))?, faulty);
    };
    let mut half = path.as_os_str().to_owned();
    half.push(".part");
    let unwritable = |error: io::Error| vec![format!("{}: cannot be written: {error}.", path.display())];
    let file = File::create(&half).map_err(unwritable)?;
    let outcome = scored(&instrument, input, file, shape, &source(from));
    let whole = outcome.as_ref().is_ok_and(|refused| refused.is_empty() || faulty == Faulty::LeaveOut);
    let kept = if whole { fs::rename(&half, path) } else { fs::remove_file(&half) };
    // What is wrong with the answers comes first; a leftover file would be a second fault.
    let refused = told(outcome?, faulty);
    kept.map_err(unwritable).and(refused)
}

/// The faults of refused rows as the outcome of the command.
fn told(mut refused: Faults, faulty: Faulty) -> Result<(), Faults> {
    if refused.is_empty() {
        return Ok(());
    }
    if faulty == Faulty::LeaveOut {
        refused.push("The rows above were left out; all others are scored.".to_owned());
    }
    Err(refused)
}

fn source(from: Option<&Path>) -> String {
    from.map_or("standard input".to_owned(), |path| path.display().to_string())
}

fn open(from: Option<&Path>) -> Result<Box<dyn Read>, Faults> {
    match from {
        None => Ok(Box::new(io::stdin().lock())),
        Some(path) => match File::open(path) {
            Ok(file) => Ok(Box::new(file)),
            Err(error) => Err(vec![format!("{}: cannot be read: {error}.", path.display())]),
        },
    }
}

/// A letter no file of answers holds.
const END: char = '\0';
const LAST: &str = "\n\0\n";

/// Which column holds what.
struct Columns {
    when: &'static str,
    setting: Option<usize>,
    items: Vec<(usize, ItemAt)>,
}

/// Scores every row that is not refused and lists the faults of those that are. An error is a file that
/// cannot be read, or not be written, as a whole.
fn scored(
    instrument: &Instrument,
    input: Box<dyn Read>,
    output: impl Write,
    shape: Shape,
    source: &str,
) -> Result<Faults, Faults> {
    // A row ends at LF and the last one always does, so that lines can be counted; the CR that a row of a
    // CRLF file then ends with is trimmed with the blanks around a cell. Behind the last row stands END: only
    // a quote that was never closed swallows it.
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .from_reader(input.chain(LAST.as_bytes()));
    let broken = |error: csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        vec![format!("{source}: {line}:1: this is not CSV: {error}.")]
    };
    let mut header = reader.headers().map_err(broken)?.clone();
    header.trim();
    let columns = read_header(instrument, &header, source)?;
    let unwritable = |error: String| vec![format!("The scores cannot be written: {error}.")];
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(BufWriter::with_capacity(1 << 16, output));
    let head: Vec<String> = match shape {
        Shape::Wide => wide_score_columns(instrument, columns.when),
        Shape::Long => SCORE_COLUMNS
            .iter()
            .map(|name| if *name == "days" { columns.when } else { name }.to_owned())
            .collect(),
    };
    writer.write_record(&head).map_err(|error| unwritable(error.to_string()))?;
    let mut faults = Vec::new();
    let mut row = StringRecord::new();
    while reader.read_record(&mut row).map_err(broken)? {
        if row.len() == 1 && row[0].trim().trim_matches(END).is_empty() {
            continue;
        }
        let open_quote = row.iter().next_back().is_some_and(|cell| cell.ends_with(LAST));
        let read = if open_quote {
            Err(vec![(1, "a quote in this row is never closed.".to_owned())])
        } else {
            read_row(instrument, &columns, &header, &row)
        };
        match read {
            Ok(responses) => {
                let scores = score_responses(instrument, &responses);
                let key = [&row[0], &row[1], &row[2]];
                let written = match shape {
                    Shape::Wide => writer.write_record(wide_score_cells(&key, &scores)),
                    Shape::Long => {
                        instrument.scales().iter().zip(scores.iter()).try_for_each(|(scale, score)| {
                            writer.write_record(score_cells(&key, scale, score))
                        })
                    }
                };
                written.map_err(|error| unwritable(error.to_string()))?;
            }
            Err(found) => {
                // The reader stands behind the row, which holds the line breaks of its quoted cells.
                let breaks = row.as_slice().matches('\n').count() as u64;
                let line = reader.position().line() - breaks - u64::from(!open_quote);
                faults.extend(
                    found.into_iter().map(|(column, what)| format!("{source}: {line}:{column}: {what}")),
                );
            }
        }
    }
    writer.flush().map_err(|error| unwritable(error.to_string()))?;
    Ok(faults)
}

fn read_header(instrument: &Instrument, header: &StringRecord, source: &str) -> Result<Columns, Faults> {
    let mut faults = Vec::new();
    let mut say = |column: usize, what: String| faults.push(format!("{source}: 1:{}: {what}", column + 1));
    for (n, name) in ["person", "wave"].into_iter().enumerate() {
        if header.get(n) != Some(name) {
            say(n, format!("column {} must be `{name}`.", n + 1));
        }
    }
    let when = match header.get(2) {
        Some("date") => "date",
        Some("days") => "days",
        _ => {
            say(2, "column 3 must be `date` or `days`.".to_owned());
            "date"
        }
    };
    let mut columns = Columns { when, setting: None, items: Vec::new() };
    for (n, name) in header.iter().enumerate().skip(3) {
        if name == "setting" && columns.setting.is_none() {
            columns.setting = Some(n);
            continue;
        }
        match instrument.find_item(name) {
            Some(at) if !columns.items.iter().any(|(_, seen)| *seen == at) => columns.items.push((n, at)),
            Some(_) => say(n, format!("`{name}` stands here twice.")),
            None => say(n, format!("{} has no item `{name}`.", instrument.id())),
        }
    }
    if columns.items.is_empty() {
        say(3, "there is no item column; a missing item needs an empty column.".to_owned());
    }
    if faults.is_empty() { Ok(columns) } else { Err(faults) }
}

/// The responses of a row, or each fault with its column.
fn read_row(
    instrument: &Instrument,
    columns: &Columns,
    header: &StringRecord,
    row: &StringRecord,
) -> Result<Responses, Vec<(usize, String)>> {
    let mut faults = Vec::new();
    if row.len() != header.len() {
        return Err(vec![(1, format!("{} cells where the header has {}.", row.len(), header.len()))]);
    }
    if row[0].is_empty() {
        faults.push((1, "a row needs a person.".to_owned()));
    }
    if Wave::read(&row[1]).is_none() {
        faults.push((2, format!("`{}` is no wave; allowed: baseline, followup_1, ...", &row[1])));
    }
    let when_reads = match columns.when {
        "date" => NaiveDate::parse_from_str(&row[2], "%Y-%m-%d").is_ok() && row[2].len() == 10,
        _ => row[2].parse::<i64>().is_ok(),
    };
    if !when_reads {
        let form = if columns.when == "date" { "a date such as 2026-01-15" } else { "a whole number" };
        faults.push((3, format!("`{}` is not {form}.", &row[2])));
    }
    let setting = match columns.setting.map(|n| (n, row[n].trim())) {
        None | Some((_, "")) => Setting::Community,
        Some((n, word)) => Setting::read(word).unwrap_or_else(|| {
            faults.push((n + 1, format!("`{word}` is no setting; allowed: community, custody.")));
            Setting::Community
        }),
    };
    let mut answers = vec![Answer::NOT_REACHED; instrument.items().len()];
    for (n, at) in &columns.items {
        match read_cell(instrument, *at, &row[*n]) {
            Ok(answer) => answers[at.index()] = answer,
            Err(refusal) => {
                faults.push((
                    n + 1,
                    format!("`{}` = `{}`: {refusal}.", instrument.item(*at).id, row[*n].trim()),
                ));
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Responses::settle(instrument, setting, |at| {
        std::mem::replace(&mut answers[at.index()], Answer::NOT_REACHED)
    }))
}
