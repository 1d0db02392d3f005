//! The codebook of an instrument: what every column of its files means.

use crate::instruments::{Faults, find};
use crate::output::print;
use assessment_core::codebook::{COLUMNS, cells, describe};
use assessment_core::export::Csv;
use assessment_core::instrument::Instrument;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

/// Writes the meaning of every column of an instrument's files.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// A built-in instrument's id, or a definition file or the folder it stands in.
    instrument: String,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A row for each variable.
    Csv,
    /// A list with an object for each variable.
    Json,
}

const EXAMPLES: &str = "\
Examples:
    trellis codebook swemwbs-7
    trellis codebook ./mine/definition.json --format json
    trellis codebook arc-50 | grep ',scale,'

Each variable has a role: key (person, wave, days, setting), item or scale. `codes` lists what a cell may hold,
`missing_codes` why an answer may be missing; an empty cell is not_reached. `source` and `confidence` say where
a rule comes from and how sure it is. Labels are ours; a published wording is never shown.";

/// Prints the codebook.
pub fn codebook(arguments: &Arguments) -> Result<(), Faults> {
    let instrument = find(&arguments.instrument)?;
    match arguments.format {
        Format::Csv => print(&csv(&instrument)),
        Format::Json => print(&json(&instrument)),
    }
}

fn csv(instrument: &Instrument) -> String {
    let mut csv = Csv::default();
    csv.row(COLUMNS);
    for row in describe(instrument) {
        csv.row(cells(instrument, &row));
    }
    csv.into_text()
}

fn json(instrument: &Instrument) -> String {
    let object = |cells: [String; COLUMNS.len()]| -> Value {
        let names = COLUMNS.iter().map(|name| (*name).to_owned());
        Value::Object(names.zip(cells.into_iter().map(Value::String)).collect::<Map<String, Value>>())
    };
    let rows: Vec<Value> = describe(instrument).iter().map(|row| object(cells(instrument, row))).collect();
    format!("{:#}\n", Value::Array(rows))
}
