//! Finding an instrument by id or file, and the list of the built-in ones.

use crate::output::print;
use assessment_core::catalogue::{Folder, folders, superseded};
use assessment_core::definition;
use assessment_core::export::Csv;
use assessment_core::instrument::{Instrument, WordingRight};
use clap::Args;
use std::fs;
use std::path::Path;

/// Lists the instruments that are built in, as CSV.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments;

const EXAMPLES: &str = "\
Examples:
    trellis instruments
    trellis instruments | grep 'not supplied'

  An earlier version, as a session may name it, wherever an instrument is asked for:
    trellis score ID@1.0.0 --in answers.csv

Columns: id, version, items, wording (ours, or not supplied), offered (whether the app lists it), title.
Superseded versions stand below the one in use, and are not offered.
The words of instruments that are not supplied belong to somebody else; their keys are built in all the same.";

/// Every sentence of what went wrong, one for each line of standard error.
pub type Faults = Vec<String>;

/// The built-in instrument of that id, of that id and version (`id@version`), or the definition in that file or
/// folder.
pub fn find(name: &str) -> Result<Instrument, Faults> {
    if let Some(folder) = named(folders().iter().chain(superseded()), name)? {
        return parsed(name, folder.definition);
    }
    let path = Path::new(name);
    if path.is_dir() {
        let definition = path.join("definition.json");
        return match definition.is_file() {
            true => find(&definition.to_string_lossy()),
            false => Err(vec![format!("There is no definition.json in the folder {name}.")]),
        };
    }
    if !path.is_file() {
        let known: Vec<&str> = folders().iter().map(|folder| folder.name).collect();
        return Err(vec![format!(
            "There is no instrument and no file called {name}. Built in: {}.",
            known.join(", ")
        )]);
    }
    let text = fs::read_to_string(name).map_err(|error| vec![format!("{name}: cannot be read: {error}.")])?;
    parsed(name, &text)
}

/// The folder of that id, or of that id and version; the ones in use come first.
fn named<'a>(mut all: impl Iterator<Item = &'a Folder>, name: &str) -> Result<Option<&'a Folder>, Faults> {
    let Some((id, version)) = name.split_once('@') else {
        return Ok(all.find(|folder| folder.name == name));
    };
    for folder in all.filter(|folder| folder.name == id) {
        if parsed(name, folder.definition)?.version() == version {
            return Ok(Some(folder));
        }
    }
    Ok(None)
}

fn parsed(name: &str, definition: &str) -> Result<Instrument, Faults> {
    definition::parse(definition)
        .map_err(|faults| faults.iter().map(|fault| format!("{name}: {fault}")).collect())
}

/// Prints `id,version,items,wording,offered,title`.
pub fn list() -> Result<(), Faults> {
    print(&listed(folders(), superseded())?)
}

/// Every instrument in use, its superseded versions below it.
fn listed(in_use: &[Folder], superseded: &[Folder]) -> Result<String, Faults> {
    let mut csv = Csv::default();
    csv.row(["id", "version", "items", "wording", "offered", "title"]);
    for folder in in_use {
        let instrument = parsed(folder.name, folder.definition)?;
        row(&mut csv, &instrument, if instrument.offered() { "yes" } else { "no" });
        for earlier in superseded.iter().filter(|earlier| earlier.name == folder.name) {
            row(&mut csv, &parsed(earlier.name, earlier.definition)?, "no");
        }
    }
    Ok(csv.into_text())
}

fn row(csv: &mut Csv, instrument: &Instrument, offered: &str) {
    let wording = match instrument.wording() {
        WordingRight::Ours => "ours",
        WordingRight::NotSupplied => "not supplied",
    };
    csv.row([
        instrument.id().as_str(),
        instrument.version(),
        &instrument.items().len().to_string(),
        wording,
        offered,
        instrument.title(),
    ]);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fixture that `tests/versions.rs` reads too.
    macro_rules! garden {
        ($file:literal) => {
            Folder {
                name: "garden-days",
                definition: include_str!(concat!("../../../tests/fixtures/instruments/garden-days/", $file)),
                wordings: &[],
            }
        };
    }

    const IN_USE: [Folder; 1] = [garden!("definition.json")];
    const SUPERSEDED: [Folder; 2] = [garden!("1.0.0/definition.json"), garden!("1.1.0/definition.json")];

    #[test]
    fn superseded_versions_are_listed_below_the_one_in_use_and_never_offered() {
        let expected = "id,version,items,wording,offered,title\n\
                        garden-days,2.0.0,3,ours,yes,Garden days\n\
                        garden-days,1.0.0,2,ours,no,Garden days\n\
                        garden-days,1.1.0,3,ours,no,Garden days\n";
        assert_eq!(listed(&IN_USE, &SUPERSEDED), Ok(expected.to_owned()));
    }

    #[test]
    fn a_version_is_found_by_id_and_version_and_an_id_alone_is_the_one_in_use() {
        let version = |name: &str| {
            let found = named(IN_USE.iter().chain(&SUPERSEDED), name).expect("all of them parse");
            found.map(|folder| parsed(name, folder.definition).expect("just parsed").version().to_owned())
        };
        let rows = [
            ("garden-days", Some("2.0.0")),
            ("garden-days@2.0.0", Some("2.0.0")),
            ("garden-days@1.1.0", Some("1.1.0")),
            ("garden-days@1.0.0", Some("1.0.0")),
            ("garden-days@3.0.0", None),
            ("garden-days@", None),
            ("garden", None),
        ];
        for (name, expected) in rows {
            assert_eq!(version(name).as_deref(), expected, "{name}");
        }
    }
}
