//! The words of the app, checked and compiled while it is built.
//!
//! Takes `locales/en/*.ftl` and `locales/cy/*.ftl`. Gives one JSON catalogue per language, which the app
//! fetches, and one Rust function per message, so that a misspelt message does not compile. Refuses a set
//! of files with any fault in it, and names every fault at once. Nothing of this crate goes to a browser:
//! a Fluent interpreter would add 50 kB to the first load.

mod book;
mod catalogue;
mod check;
mod name;
mod pattern;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use book::{Book, File};

/// Whether every English message must already be in Welsh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parity {
    /// A message that is missing in Welsh is a fault.
    Full,
    /// A message that is missing in Welsh is shown in English, marked as English.
    Partial,
}

/// What this build asks of the Welsh files: every message.
pub const PARITY: Parity = Parity::Full;

/// The files that hold all that is said before anything is open.
pub const DOOR: [&str; 3] = ["en/common.ftl", "en/door.ftl", "en/shell.ftl"];

/// The catalogues to be fetched, by name: `en-door` with the first page, `en` with the pages behind the door,
/// `cy` when it is asked for; or every fault found.
pub fn catalogues(locales: &Path) -> Result<Vec<(&'static str, String)>, Vec<String>> {
    let book = read(locales)?;
    Ok(vec![
        ("en-door", catalogue::door(&book)),
        ("en", catalogue::english(&book)),
        ("cy", catalogue::welsh(&book)),
    ])
}

/// The Rust source with one typed function per message, or every fault found.
pub fn rust(locales: &Path) -> Result<String, Vec<String>> {
    Ok(source::rust(&read(locales)?))
}

/// The files and folders whose change means the messages must be compiled again.
pub fn watched(locales: &Path) -> Vec<PathBuf> {
    let folders = [locales.to_path_buf(), locales.join("en"), locales.join("cy")];
    let files = ["en", "cy"].into_iter().flat_map(|language| paths(locales, language).unwrap_or_default());
    folders.into_iter().chain(files).collect()
}

fn read(locales: &Path) -> Result<Book, Vec<String>> {
    let (english, welsh) = (files(locales, "en"), files(locales, "cy"));
    match (english, welsh) {
        (Ok(english), Ok(welsh)) => book::compile(&english, &welsh, PARITY),
        (english, welsh) => Err(english.err().into_iter().chain(welsh.err()).collect()),
    }
}

/// The Fluent files of one language, by name, so that the same files always give the same build.
fn files(locales: &Path, language: &str) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for path in paths(locales, language)? {
        let text = fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push(File { name: format!("{language}/{name}"), text });
    }
    Ok(files)
}

fn paths(locales: &Path, language: &str) -> Result<Vec<PathBuf>, String> {
    let folder = locales.join(language);
    let listed = fs::read_dir(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let mut paths: Vec<PathBuf> = listed
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
