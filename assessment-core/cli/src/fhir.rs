//! Questionnaires of FHIR R4, in and out.

use crate::instruments::{Faults, find};
use crate::output::{Output, print};
use assessment_core::catalogue::folders;
use assessment_core::definition::Fault;
use assessment_core::export::{Csv, SCORE_COLUMNS, score_cells};
use assessment_core::fhir::{self, Papers, When};
use assessment_core::score::score as score_responses;
use clap::{Args, Subcommand};
use std::fs;
use std::path::{Path, PathBuf};

/// Takes Questionnaires of FHIR R4 in and out.
#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Makes a definition and a wording pack of a Questionnaire.
    #[command(after_help = IMPORT)]
    Import {
        /// A Questionnaire of FHIR R4 (4.0.1) as JSON, or a Bundle that holds one and its ValueSets.
        file: PathBuf,
        /// The folder for definition.json and wording.<language>.json. Left out, the definition alone goes
        /// to standard output.
        #[arg(long = "out", value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
    /// Writes the Questionnaire of an instrument.
    #[command(after_help = EXPORT)]
    Export {
        /// A built-in instrument's id, or a definition file.
        instrument: String,
    },
    /// Scores responses by the weights of their Questionnaire, and says where a stored total differs.
    #[command(after_help = SCORE)]
    Score {
        /// Files of FHIR R4 as JSON: one Questionnaire and any number of QuestionnaireResponses and
        /// Observations, each alone or in a Bundle.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

const IMPORT: &str = "\
Examples:
    trellis fhir import Questionnaire.json --out ./mine
    trellis fhir import Bundle.json > definition.json

A choice needs a weight (ordinalValue or itemWeight) for each of its options; without one the import names the
item and makes nothing. The pack holds somebody else's words: it is written only to the folder that --out names.";

const EXPORT: &str = "\
Examples:
    trellis fhir export strengths-profile > Questionnaire.json
    trellis fhir export ./mine/definition.json

Words leave only where they are ours; elsewhere the text of an item is its topic.";

const SCORE: &str = "\
Examples:
    trellis fhir score Questionnaire.json Response.json
    trellis fhir score Bundle.json > scores.csv

A total that is stored beside the answers is never taken over: where it is not what the weights give, a line on
standard error says both, and the exit code is 1.";

/// Does what was asked.
pub fn fhir(asked: &Arguments) -> Result<(), Faults> {
    match &asked.what {
        What::Import { file, to } => import(file, to.as_deref()),
        What::Export { instrument } => export(instrument),
        What::Score { files } => score(files),
    }
}

fn read(file: &Path) -> Result<String, Faults> {
    fs::read_to_string(file)
        .map_err(|error| vec![format!("{}: 1:1: cannot be read: {error}.", file.display())])
}

fn import(file: &Path, to: Option<&Path>) -> Result<(), Faults> {
    let named = |faults: &[Fault]| -> Faults {
        faults.iter().map(|fault| format!("{}: {fault}", file.display())).collect()
    };
    let imported = fhir::import(&read(file)?).map_err(|faults| named(&faults))?;
    for note in named(&imported.notes) {
        eprintln!("{note}");
    }
    let Some(folder) = to else { return print(&imported.definition) };
    let mut files = vec![("definition.json".to_owned(), imported.definition)];
    files.extend(
        imported.wordings.into_iter().map(|(language, text)| (format!("wording.{language}.json"), text)),
    );
    write_all(folder, &files)
}

fn export(name: &str) -> Result<(), Faults> {
    let instrument = find(name)?;
    let shelf = Shelf::of(name)?;
    let wordings = shelf.wordings();
    let papers = Papers { instrument: &instrument, definition: &shelf.definition, wordings: &wordings };
    print(&fhir::questionnaire(&papers))
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

fn score(files: &[PathBuf]) -> Result<(), Faults> {
    let texts: Vec<String> = files.iter().map(|file| read(file)).collect::<Result<_, _>>()?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let named = |(n, fault): &(usize, Fault)| format!("{}: {fault}", files[*n].display());
    let judged = fhir::judge(&texts).map_err(|faults| faults.iter().map(named).collect::<Faults>())?;
    let days = judged.rows.iter().any(|row| matches!(row.when, When::Days(_)));
    let mut csv = Csv::default();
    csv.row(SCORE_COLUMNS.map(|name| if name == "days" && !days { "date" } else { name }));
    for row in &judged.rows {
        let when = match row.when {
            When::Date(date) if !days => date.to_string(),
            When::Days(days) => days.to_string(),
            When::Date(_) | When::Unknown => String::new(),
        };
        let key = [row.person.as_str(), row.wave.as_str(), when.as_str()];
        let scores = score_responses(&judged.instrument, &row.responses);
        for (scale, score) in judged.instrument.scales().iter().zip(scores.iter()) {
            csv.row(score_cells(&key, scale, score));
        }
    }
    print(&csv.into_text())?;
    if judged.differences.is_empty() { Ok(()) } else { Err(judged.differences.iter().map(named).collect()) }
}

/// Writes every file under another name first; they get their own once all are whole.
fn write_all(folder: &Path, files: &[(String, String)]) -> Result<(), Faults> {
    fs::create_dir_all(folder)
        .map_err(|error| vec![format!("{}: cannot be written: {error}.", folder.display())])?;
    let mut written = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        let mut output = Output::open(Some(&path))?;
        output.write(text.as_bytes())?;
        written.push((path, output));
    }
    for (path, output) in written {
        output.keep()?;
        print(&format!("{}\n", path.display()))?;
    }
    Ok(())
}
