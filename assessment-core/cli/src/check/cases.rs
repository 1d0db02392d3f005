//! A table of cases: each row scored, and compared with what it says must come out.

use crate::answers::{Record, breaks, semicolons};
use crate::instruments::Faults;
use assessment_core::cases::{Wrong, columns, differing};
use assessment_core::instrument::Instrument;

/// A row, cut into cells, and the line it begins on.
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

/// Compares every row and says how many there are; or everything that is wrong, by line and column.
pub fn compare(instrument: &Instrument, text: &str) -> Result<usize, Faults> {
    let rows = rows(text)?;
    let (header, rows) = headed(&rows)?;
    let columns = columns(instrument, header.cells.iter().map(String::as_str))
        .map_err(|wrong| wrong.iter().map(|w| header.fault(w)).collect::<Faults>())?;
    each(rows, header, |row| differing(instrument, &columns, row.cells.iter().map(String::as_str)))
}

/// The header and the rows below it.
pub(super) fn headed(rows: &[Row]) -> Result<(&Row, &[Row]), Faults> {
    let Some((header, rows)) = rows.split_first() else {
        return Err(vec!["1:1: The table is empty.".to_owned()]);
    };
    match semicolons(&header.cells.join(",")) {
        Some(sentence) => Err(vec![format!("{}:1: {sentence}", header.line)]),
        None => Ok((header, rows)),
    }
}

/// Compares each row that is as long as the header; a name stands for one row.
pub(super) fn each(
    rows: &[Row],
    header: &Row,
    differing: impl Fn(&Row) -> Vec<Wrong>,
) -> Result<usize, Faults> {
    let mut faults = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let (line, name) = (row.line, &row.cells[0]);
        if row.cells.len() != header.cells.len() {
            let sentence = format!("{} cells where the header has {}.", row.cells.len(), header.cells.len());
            faults.push(format!("{line}:1: {sentence}"));
            continue;
        }
        if rows[..n].iter().any(|before| before.cells[0] == *name) {
            faults.push(format!("{line}:1: There is a case `{name}` already."));
        }
        for wrong in differing(row) {
            faults.push(format!("{line}:{}: `{name}`: {}", wrong.column + 1, wrong.sentence));
        }
    }
    if rows.is_empty() {
        faults.push(format!("{}:1: There is no case below the header.", header.line));
    }
    if faults.is_empty() { Ok(rows.len()) } else { Err(faults) }
}

impl Row {
    /// A fault of the header, with its place.
    pub(super) fn fault(&self, wrong: &Wrong) -> String {
        format!("{}:{}: {}", self.line, wrong.column + 1, wrong.sentence)
    }
}

/// The rows that are not blank.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, Faults> {
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
