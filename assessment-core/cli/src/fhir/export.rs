//! An instrument out as a Questionnaire; with a file of answers, a Bundle.

use super::read;
use crate::answers::{Asked, Faulty, Row as AnswerRow, Say, Walk, outcome, sha256};
use crate::instruments::{Faults, find};
use crate::output::{Go, Output};
use assessment_core::catalogue::folders;
use assessment_core::fhir::{self, Papers, Row, When};
use assessment_core::instrument::Instrument;
use assessment_core::schedule::read_date;
use clap::Args;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// What an export takes.
#[derive(Args)]
pub struct Arguments {
    /// A built-in instrument's id, or a definition file.
    instrument: String,
    /// Answers as CSV, plain or gzip, as `trellis score` reads them. Left out, the Questionnaire alone is
    /// written.
    #[arg(long = "in", value_name = "FILE")]
    from: Option<PathBuf>,
    /// Where it goes; written under another name and renamed at the end. Standard output if left out.
    #[arg(long = "out", value_name = "FILE")]
    to: Option<PathBuf>,
}

/// Writes a Questionnaire or a Bundle.
pub fn export(arguments: &Arguments) -> Result<(), Faults> {
    let instrument = find(&arguments.instrument)?;
    let shelf = Shelf::of(&arguments.instrument)?;
    let wordings = shelf.wordings();
    let papers = Papers { instrument: &instrument, definition: &shelf.definition, wordings: &wordings };
    for note in fhir::beyond_weights(&instrument) {
        eprintln!("{}: {note}", arguments.instrument);
    }
    let text = match &arguments.from {
        None => fhir::questionnaire(&papers),
        Some(from) => bundle(&papers, from)?,
    };
    let mut output = Output::open(arguments.to.as_deref())?;
    output.write(text.as_bytes())?;
    output.keep()
}

/// A row of the file, and the line it begins on.
struct Kept {
    line: u64,
    row: Row,
}

impl Kept {
    fn of(row: &AnswerRow<'_>) -> Kept {
        let when = match read_date(row.when) {
            Some(date) => When::Date(date),
            None => When::Days(row.day),
        };
        let (person, wave) = (row.person.to_owned(), row.wave.to_owned());
        Kept { line: row.line, row: Row { person, wave, when, responses: row.responses.clone() } }
    }
}

fn bundle(papers: &Papers<'_>, from: &Path) -> Result<String, Faults> {
    let (lines, rows) = rows(papers.instrument, from)?;
    fhir::bundle(papers, &rows, sha256).map_err(|again| {
        let fault = |n: usize| {
            let row: &Row = &rows[n];
            let first = rows.iter().position(|one| one.person == row.person && one.wave == row.wave);
            let first = first.map_or(0, |first| lines[first]);
            format!(
                "{}: {}:2: `{}` has {} already, in line {first}.",
                from.display(),
                lines[n],
                row.person,
                row.wave
            )
        };
        again.into_iter().map(fault).collect()
    })
}

fn rows(instrument: &Instrument, from: &Path) -> Result<(Vec<u64>, Vec<Row>), Faults> {
    let asked = Asked {
        instrument: instrument.id().to_string(),
        from: Some(from.to_owned()),
        to: None,
        keep_going: false,
        threads: NonZeroUsize::new(1),
    };
    let mut kept: Vec<Kept> = Vec::new();
    let told = Walk::begin(instrument, &asked)?.run(
        Say::Aloud,
        |frame, lane| lane.each_row(frame, |row, _, made: &mut Vec<Kept>| made.push(Kept::of(row))),
        |made| {
            kept.append(made);
            Ok(Go::On)
        },
    )?;
    outcome(told, Faulty::Stop)?;
    Ok(kept.into_iter().map(|kept| (kept.line, kept.row)).unzip())
}

/// The texts of an instrument's files.
struct Shelf {
    definition: String,
    wordings: Vec<(String, String)>,
}

impl Shelf {
    /// Those of a built-in instrument, or of a definition file and the packs beside it.
    fn of(name: &str) -> Result<Shelf, Faults> {
        if let Some(folder) = folders().iter().find(|folder| folder.name == name) {
            let wordings =
                folder.wordings.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
            return Ok(Shelf { definition: folder.definition.to_owned(), wordings: wordings.collect() });
        }
        let definition = read(Path::new(name))?;
        let mut wordings = Vec::new();
        let beside = fs::read_dir(Path::new(name).with_file_name("."));
        for entry in beside.into_iter().flatten().filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with("wording.") && name.ends_with(".json") {
                wordings.push((name, read(&entry.path())?));
            }
        }
        wordings.sort();
        Ok(Shelf { definition, wordings })
    }

    fn wordings(&self) -> Vec<(&str, &str)> {
        self.wordings.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
    }
}
