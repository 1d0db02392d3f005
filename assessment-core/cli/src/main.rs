//! `trellis`: the researchers' and authors' command, a thin door over `assessment-core`.

mod check;
mod describe;
mod instruments;
mod score;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Scores, codebooks and checks for Trellis instruments.
#[derive(Parser)]
#[command(
    name = "trellis",
    version,
    after_help = "Examples:\n  trellis instruments\n  trellis score swemwbs-7 --in answers.csv --out scores.csv\n  \
                  trellis score ./my-instrument/definition.json < answers.csv\n  trellis codebook strengths-profile\n  \
                  trellis check instruments/*/definition.json"
)]
struct Command {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Lists the instruments that are built in, as CSV.
    Instruments,
    /// Checks definitions and wording packs; every fault goes to standard error.
    Check {
        /// Definitions (`definition.json`) or wording packs (`wording.<language>.json`).
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Writes the meaning of every column of an instrument's files, as CSV.
    Codebook {
        /// A built-in instrument's id, or a definition file.
        instrument: String,
    },
    /// Scores answers: a row for each scale, or with --wide a row for each person and wave.
    Score {
        /// A built-in instrument's id, or a definition file.
        instrument: String,
        /// Answers: `person,wave,date` or `person,wave,days`, then item variables. Standard input if left out.
        #[arg(long = "in")]
        from: Option<PathBuf>,
        /// Where scores go; written under another name and renamed at the end. Standard output if left out.
        #[arg(long = "out")]
        to: Option<PathBuf>,
        /// One row for each person and wave, one column for each scale.
        #[arg(long)]
        wide: bool,
        /// Report a row that is refused, leave it out and go on; the exit code still says so.
        #[arg(long)]
        keep_going: bool,
    },
}

fn main() -> ExitCode {
    let outcome = match Command::parse().what {
        What::Instruments => instruments::list(),
        What::Check { files } => check::check(&files),
        What::Codebook { instrument } => describe::codebook(&instrument),
        What::Score { instrument, from, to, wide, keep_going } => {
            let shape = if wide { score::Shape::Wide } else { score::Shape::Long };
            let faults = if keep_going { score::Faulty::LeaveOut } else { score::Faulty::Stop };
            score::score(&instrument, from.as_deref(), to.as_deref(), shape, faults)
        }
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
