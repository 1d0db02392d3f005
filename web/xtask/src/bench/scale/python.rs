//! The environment the two others run in: made once, under target/, with versions that stay.

use crate::places::{Tree, write};
use crate::programs::{output, program, run};
use std::path::{Path, PathBuf};

const PACKAGES: [&str; 2] = ["pandas==3.1.1", "polars==2.1.0"];

/// An environment that is ready.
pub struct Python {
    pub program: PathBuf,
    /// Of Python and of both packages, in words.
    pub versions: String,
}

/// Makes the environment unless it is there with these very packages.
pub fn ready(tree: &Tree, folder: &Path) -> Result<Python, String> {
    let program_path = folder.join("bin/python");
    let stamp = folder.join("packages.txt");
    let wanted = PACKAGES.join("\n");
    if std::fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        let made = "pandas and polars could not be installed: look at the message above. This needs python3 with \
venv, and the Python package index.";
        run(program("python3", &tree.root).args(["-m", "venv"]).arg(folder), made)?;
        run(
            program(&program_path, &tree.root).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES),
            made,
        )?;
        write(&stamp, wanted.as_bytes())?;
    }
    let python = output(
        program(&program_path, &tree.root).arg("--version"),
        "Python did not say its version: look at the message above.",
    )?;
    let packages = PACKAGES.map(|package| package.replace("==", " ")).join(", ");
    Ok(Python { program: program_path, versions: format!("{}, {packages}", python.trim()) })
}
