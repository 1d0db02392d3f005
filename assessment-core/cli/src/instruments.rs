//! Finding an instrument by id or file, and the list of the built-in ones.

use crate::output::print;
use assessment_core::catalogue::folders;
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

Columns: id, version, items, wording (ours, or not supplied), offered (whether the app lists it), title.
The words of instruments that are not supplied belong to somebody else; their keys are built in all the same.";

/// Every sentence of what went wrong, one for each line of standard error.
pub type Faults = Vec<String>;

/// The built-in instrument of that id, or the definition in that file.
pub fn find(name: &str) -> Result<Instrument, Faults> {
    if let Some(folder) = folders().iter().find(|folder| folder.name == name) {
        return definition::parse(folder.definition)
            .map_err(|faults| faults.iter().map(|fault| format!("{name}: {fault}")).collect());
    }
    if !Path::new(name).is_file() {
        let known: Vec<&str> = folders().iter().map(|folder| folder.name).collect();
        return Err(vec![format!(
            "There is no instrument and no file called {name}. Built in: {}.",
            known.join(", ")
        )]);
    }
    let text = fs::read_to_string(name).map_err(|error| vec![format!("{name}: cannot be read: {error}.")])?;
    definition::parse(&text).map_err(|faults| faults.iter().map(|fault| format!("{name}: {fault}")).collect())
}

/// Prints `id,version,items,wording,offered,title`.
pub fn list() -> Result<(), Faults> {
    let mut csv = Csv::default();
    csv.row(["id", "version", "items", "wording", "offered", "title"]);
    for folder in folders() {
        let instrument = find(folder.name)?;
        let wording = match instrument.wording() {
            WordingRight::Ours => "ours",
            WordingRight::NotSupplied => "not supplied",
        };
        csv.row([
            instrument.id().as_str(),
            instrument.version(),
            &instrument.items().len().to_string(),
            wording,
            if instrument.offered() { "yes" } else { "no" },
            instrument.title(),
        ]);
    }
    print(&csv.into_text())
}
