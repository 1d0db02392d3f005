//! Lists a folder of instruments: `<id>/definition.json` is in use, `<id>/<version>/definition.json` superseded.
//! The build script reads it at build time; the tests read it over a folder of their own.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// One version of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The instrument's id: the name of its folder.
    pub id: String,
    /// Where its definition and wording packs lie.
    pub folder: PathBuf,
    /// Its wording packs, by name.
    pub wordings: Vec<PathBuf>,
}

/// What a folder of instruments holds, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// One for each instrument: what new sessions use.
    pub in_use: Vec<Found>,
    /// Earlier versions, kept as long as any session may name them.
    pub superseded: Vec<Found>,
}

/// Lists a folder of instruments.
pub fn list(root: &Path) -> io::Result<Listed> {
    let mut listed = Listed::default();
    for folder in below(root)?.into_iter().filter(|path| path.join("definition.json").is_file()) {
        let id = name(&folder);
        for version in below(&folder)?.into_iter().filter(|path| path.join("definition.json").is_file()) {
            listed.superseded.push(found(&id, version)?);
        }
        listed.in_use.push(found(&id, folder)?);
    }
    Ok(listed)
}

fn found(id: &str, folder: PathBuf) -> io::Result<Found> {
    let is_wording = |path: &PathBuf| {
        let name = name(path);
        name.starts_with("wording.") && name.ends_with(".json")
    };
    let wordings = below(&folder)?.into_iter().filter(is_wording).collect();
    Ok(Found { id: id.to_owned(), folder, wordings })
}

/// What lies in a folder, by name.
fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
