//! The codebook of an instrument.

use crate::instruments::{Faults, find, print};
use assessment_core::codebook::{COLUMNS, cells, describe};
use assessment_core::export::Csv;

/// Prints the codebook as CSV.
pub fn codebook(name: &str) -> Result<(), Faults> {
    let instrument = find(name)?;
    let mut csv = Csv::default();
    csv.row(COLUMNS);
    for row in describe(&instrument) {
        csv.row(cells(&instrument, &row));
    }
    print(csv)
}
