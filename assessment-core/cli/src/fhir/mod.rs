//! Questionnaires of FHIR R4, in and out.

mod export;
mod import;
mod score;

use crate::instruments::Faults;
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
    /// Writes the Questionnaire of an instrument, or a Bundle with the answers and scores of a file.
    #[command(after_help = EXPORT)]
    Export(export::Arguments),
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
    trellis fhir export swemwbs-7 --in answers.csv --out Bundle.json

With --in each row becomes a QuestionnaireResponse and an Observation for each scale, under the pseudonyms of
the file. A scale that cannot be scored has no value and says why. Free text does not leave. Questions leave in
words only where the words are ours; elsewhere the text of an item is its topic. All rows are held in memory.

Scores that are more than a sum of weights are named on standard error, with the reason. Their keys travel in a
Library inside the Questionnaire; software that only adds up weights must not show its sum as theirs.";

const SCORE: &str = "\
Examples:
    trellis fhir score Questionnaire.json Response.json
    trellis fhir score Bundle.json > scores.csv

A total that is stored beside the answers is never taken over: where it is not what the weights give, a line on
standard error says both, and the exit code is 1.";

/// Does what was asked.
pub fn fhir(asked: &Arguments) -> Result<(), Faults> {
    match &asked.what {
        What::Import { file, to } => import::import(file, to.as_deref()),
        What::Export(asked) => export::export(asked),
        What::Score { files } => score::score(files),
    }
}

fn read(file: &Path) -> Result<String, Faults> {
    fs::read_to_string(file)
        .map_err(|error| vec![format!("{}: 1:1: cannot be read: {error}.", file.display())])
}
