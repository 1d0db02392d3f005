//! Checks definitions and wording packs, and says everything that is wrong with them.

use crate::instruments::{Faults, find};
use assessment_core::instrument::Instrument;
use assessment_core::{definition, wording};
use std::fs;
use std::path::{Path, PathBuf};

/// Checks every file; all faults of all files come out together.
pub fn check(files: &[PathBuf]) -> Result<(), Faults> {
    let mut faults = Vec::new();
    for file in files {
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
    let found = if pack {
        wording::parse(&instrument_of(file)?, &text).map(drop)
    } else {
        definition::parse(&text).map(drop)
    };
    found.map_err(|faults| faults.iter().map(|fault| format!("{name}: {fault}")).collect())
}

/// A pack stands beside its definition; one that stands alone is for the built-in instrument it names.
fn instrument_of(pack: &Path) -> Result<Instrument, Faults> {
    let beside = pack.with_file_name("definition.json");
    if beside.is_file() {
        return find(&beside.to_string_lossy());
    }
    let folder = pack.canonicalize().ok().and_then(|path| Some(path.parent()?.file_name()?.to_owned()));
    find(&folder.unwrap_or_default().to_string_lossy())
}
