//! `trellis`: the researchers' and authors' command, a thin door over `assessment-core`.

mod answers;
mod change;
mod check;
mod codebook;
mod fhir;
mod instruments;
mod output;
mod progress;
mod reliability;
mod score;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Scores, change, codebooks and checks for Trellis instruments.
#[derive(Parser)]
#[command(
    name = "trellis",
    version,
    after_help = "Examples:\n  trellis instruments\n  trellis score swemwbs-7 --in answers.csv --out scores.csv\n  \
                  trellis score ./my-instrument/definition.json < answers.csv\n  trellis codebook strengths-profile\n  \
                  trellis check instruments/*/definition.json\n\n\
                  Each command shows examples of its own: trellis score --help"
)]
struct Command {
    #[command(subcommand)]
    what: What,
}

/// Each command stands in a file of its own, with what it takes and what it shows as help.
#[derive(Subcommand)]
enum What {
    Instruments(instruments::Arguments),
    Check(check::Arguments),
    Codebook(codebook::Arguments),
    Score(score::Arguments),
    Change(change::Arguments),
    Reliability(reliability::Arguments),
    Fhir(fhir::Arguments),
}

fn main() -> ExitCode {
    let outcome = match &Command::parse().what {
        What::Instruments(_) => instruments::list(),
        What::Check(asked) => check::check(asked),
        What::Codebook(asked) => codebook::codebook(asked),
        What::Score(asked) => score::score(asked),
        What::Change(asked) => change::change(asked),
        What::Reliability(asked) => reliability::reliability(asked),
        What::Fhir(asked) => fhir::fhir(asked),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::from(1)
        }
    }
}
