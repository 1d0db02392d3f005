//! Checks definitions and wording packs, and says everything that is wrong with them.

use crate::instruments::{Faults, find};
use assessment_core::instrument::Instrument;
use assessment_core::{definition, wording};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks definitions and wording packs; every fault goes to standard error.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Definitions, or wording packs (their names begin with `wording.`).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
    trellis check mine/definition.json
    trellis check mine/definition.json mine/wording.en.json
    trellis check instruments/*/*.json

A fault says where it stands: a path inside the file, or line and column when it is not JSON at all:
    mine/definition.json: scales[0].range: The key gives 0 to 4, not what stands here.
    mine/wording.en.json: items.share: There are no words for it.
A pack is checked against the definition beside it, or against the built-in instrument it names.

Exit codes: 0 no fault; 1 faults; 2 a command that makes no sense.";

/// Checks every file; all faults of all files come out together.
pub fn check(arguments: &Arguments) -> Result<(), Faults> {
    let mut faults = Vec::new();
    for file in &arguments.files {
        if let Err(found) = check_one(file) {
            faults.extend(found);
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn check_one(file: &Path) -> Result<(), Faults> {
    let name = file.display();
    let text =
        fs::read_to_string(file).map_err(|error| vec![format!("{name}: 1:1: cannot be read: {error}.")])?;
    let pack = file.file_name().is_some_and(|n| n.to_string_lossy().starts_with("wording."));
    let named = |faults: Vec<definition::Fault>| -> Faults {
        faults.iter().map(|fault| format!("{name}: {fault}")).collect()
    };
    if !pack {
        return definition::parse(&text).map(drop).map_err(named);
    }
    let id = wording::instrument_of(&text).map_err(named)?;
    wording::parse(&instrument_of(file, &id)?, &text).map(drop).map_err(named)
}

/// A pack stands beside its definition; one that stands alone is for the built-in instrument it names.
fn instrument_of(pack: &Path, id: &str) -> Result<Instrument, Faults> {
    let beside = pack.with_file_name("definition.json");
    let name = if beside.is_file() { beside.to_string_lossy().into_owned() } else { id.to_owned() };
    find(&name)
}
