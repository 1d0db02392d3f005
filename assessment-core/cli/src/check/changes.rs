//! A table of changes: two values a row, set side by side, and compared with what must be said of them.

use super::cases::{each, headed, rows};
use crate::instruments::Faults;
use assessment_core::cases::changes::{COLUMNS, differing, header};
use assessment_core::instrument::Instrument;

/// Compares every row and says how many there are; or everything that is wrong, by line and column.
pub fn compare(instrument: &Instrument, text: &str) -> Result<usize, Faults> {
    let rows = rows(text)?;
    let (head, rows) = headed(&rows)?;
    let names: Vec<&str> = head.cells.iter().map(String::as_str).collect();
    let wrong = header(&names);
    if !wrong.is_empty() {
        return Err(wrong.iter().map(|wrong| head.fault(wrong)).collect());
    }
    each(rows, head, |row| {
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        // A row is as long as its header, and that was just looked at.
        <[&str; COLUMNS.len()]>::try_from(cells).map_or(Vec::new(), |cells| differing(instrument, &cells))
    })
}
