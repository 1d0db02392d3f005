//! Files of answers: opened, cut into blocks of whole rows, read row by row, in input order and with memory
//! that does not grow with their length.

mod block;
mod columns;
mod input;
mod lane;
mod provenance;
mod record;
mod row;
mod walk;

pub use block::breaks;
pub use columns::{Columns, semicolons};
pub use lane::Told;
pub use provenance::sha256;
pub use record::Record;
pub use row::Row;
pub use walk::{Say, Walk};

use crate::instruments::Faults;
use clap::Args;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// What every command that reads answers takes.
#[derive(Args)]
pub struct Asked {
    /// A built-in instrument's id, or a definition file or the folder it stands in.
    pub instrument: String,
    /// Answers as CSV, plain or gzip: person,wave,date or person,wave,days, then item columns. Standard input
    /// if left out.
    #[arg(long = "in", value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// Where the result goes; written under another name and renamed at the end. Standard output if left out.
    #[arg(long = "out", value_name = "FILE")]
    pub to: Option<PathBuf>,
    /// Report a row that is refused, leave it out and go on; the exit code still says so.
    #[arg(long)]
    pub keep_going: bool,
    /// How many processor cores to use; all of them if left out.
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
}

/// What to do when a row is refused.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Faulty {
    /// Write nothing; list every fault.
    Stop,
    /// Leave it out; list every fault.
    LeaveOut,
}

impl Asked {
    /// What to do when a row is refused.
    pub fn faulty(&self) -> Faulty {
        if self.keep_going { Faulty::LeaveOut } else { Faulty::Stop }
    }

    /// The file's name in faults.
    pub fn source(&self) -> String {
        self.from.as_ref().map_or("standard input".to_owned(), |path| path.display().to_string())
    }
}

/// What became of refused rows and of totals that are not ours, as the outcome of the command.
pub fn outcome(told: Told, faulty: Faulty) -> Result<(), Faults> {
    let mut faults = Vec::new();
    if told.refused > 0 && faulty == Faulty::LeaveOut {
        faults.push("The rows above were left out; all others are used.".to_owned());
    }
    if told.differing > 0 {
        faults.push(format!(
            "Stored totals that are not ours: {}. What is written is ours, worked out from the answers.",
            told.differing
        ));
    }
    if told.refused > 0 || told.differing > 0 { Err(faults) } else { Ok(()) }
}
