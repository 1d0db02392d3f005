//! A table of cases: each row scored, and compared with what it says must come out.

use crate::answers::{Record, breaks, semicolons};
use crate::instruments::Faults;
use assessment_core::cases::{columns, differing};
use assessment_core::instrument::Instrument;

/// A row, cut into cells, and the line it begins on.
struct Row {
    line: u64,
    cells: Vec<String>,
}

/// Compares every row and says how many there are; or everything that is wrong, by line and column.
pub fn compare(instrument: &Instrument, text: &str) -> Result<usize, Faults> {
    let rows = rows(text)?;
    let Some((header, rows)) = rows.split_first() else {
        return Err(vec!["1:1: The table is empty.".to_owned()]);
    };
    if let Some(sentence) = semicolons(&header.cells.join(",")) {
        return Err(vec![format!("{}:1: {sentence}", header.line)]);
    }
    let columns = columns(instrument, header.cells.iter().map(String::as_str)).map_err(|wrong| {
        let at =
            |w: &assessment_core::cases::Wrong| format!("{}:{}: {}", header.line, w.column + 1, w.sentence);
        wrong.iter().map(at).collect::<Faults>()
    })?;
    let mut faults = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let (line, name) = (row.line, &row.cells[0]);
        if row.cells.len() != columns.len() {
            let sentence = format!("{} cells where the header has {}.", row.cells.len(), columns.len());
            faults.push(format!("{line}:1: {sentence}"));
            continue;
        }
        if rows[..n].iter().any(|before| before.cells[0] == *name) {
            faults.push(format!("{line}:1: There is a case `{name}` already."));
        }
        for wrong in differing(instrument, &columns, row.cells.iter().map(String::as_str)) {
            faults.push(format!("{line}:{}: `{name}`: {}", wrong.column + 1, wrong.sentence));
        }
    }
    if rows.is_empty() {
        faults.push(format!("{}:1: There is no case below the header.", header.line));
    }
    if faults.is_empty() { Ok(rows.len()) } else { Err(faults) }
}

/// The rows that are not blank.
fn rows(text: &str) -> Result<Vec<Row>, Faults> {
    let bytes = text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes();
    let (mut record, mut rows, mut at, mut line) = (Record::default(), Vec::new(), 0, 1);
    while at < bytes.len() {
        let taken = record.read(&bytes[at..]);
        if record.in_quotes() {
            return Err(vec![format!("{line}:1: A quote is opened here and never closed.")]);
        }
        let cell = |n: usize| String::from_utf8_lossy(record.cell(n)).trim().to_owned();
        if !record.is_blank() {
            rows.push(Row { line, cells: (0..record.len()).map(cell).collect() });
        }
        let next = taken.map_or(bytes.len(), |taken| at + taken);
        line += breaks(&bytes[at..next]);
        at = next;
    }
    Ok(rows)
}
