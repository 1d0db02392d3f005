//! Whether two files of scores say the same, cell by cell, whatever the order of their rows.

use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

/// Columns of a file of scores.
pub const COLUMNS: usize = 11;

/// In which order scores stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// All scores of a row of answers, then those of the next.
    RowByRow,
    /// All scores on a scale, then those on the next.
    ScaleByScale,
}

/// How much there is.
#[derive(Clone, Copy)]
pub struct Size {
    /// Rows of answers.
    pub rows: usize,
    pub scales: usize,
}

/// Says where a file differs from ours, which stands row by row.
pub fn check(ours: &Path, other: &Path, size: Size, order: Order) -> Result<(), String> {
    let unreadable = |why: std::io::Error| format!("a result cannot be read: {why}.");
    let mut mine = Lines::open(ours, 0).map_err(unreadable)?;
    let mut heads = match order {
        Order::RowByRow => vec![Lines::open(other, 0).map_err(unreadable)?],
        Order::ScaleByScale => parts(other, size).map_err(unreadable)?,
    };
    let one_by_one = heads.len();
    compare(mine.next().map_err(unreadable)?, heads[0].next().map_err(unreadable)?)?;
    for n in 0..size.rows * size.scales {
        let theirs = &mut heads[n % one_by_one];
        compare(mine.next().map_err(unreadable)?, theirs.next().map_err(unreadable)?)?;
    }
    let last = &mut heads[one_by_one - 1];
    match (mine.next().map_err(unreadable)?, last.next().map_err(unreadable)?) {
        ([], []) => Ok(()),
        _ => Err("one result is longer than the other.".to_string()),
    }
}

/// A place in the file for each scale: where its scores begin. The first begins with the header.
fn parts(file: &Path, size: Size) -> std::io::Result<Vec<Lines>> {
    let mut all = Lines::open(file, 0)?;
    let mut at = 0;
    let mut starts = vec![0];
    for n in 1..=(size.scales - 1) * size.rows + 1 {
        at += all.next()?.len() as u64;
        if n > size.rows && (n - 1) % size.rows == 0 {
            starts.push(at);
        }
    }
    starts.into_iter().map(|at| Lines::open(file, at)).collect()
}

/// The lines of a file, from somewhere on.
struct Lines {
    file: BufReader<File>,
    line: Vec<u8>,
}

impl Lines {
    fn open(path: &Path, at: u64) -> std::io::Result<Lines> {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(at))?;
        Ok(Lines { file: BufReader::with_capacity(1 << 18, file), line: Vec::new() })
    }

    /// The next line with its line break; empty when there is none.
    fn next(&mut self) -> std::io::Result<&[u8]> {
        self.line.clear();
        self.file.read_until(b'\n', &mut self.line)?;
        Ok(&self.line)
    }
}

fn compare(ours: &[u8], theirs: &[u8]) -> Result<(), String> {
    if ours == theirs || same(ours, theirs) {
        return Ok(());
    }
    let text = |line: &[u8]| String::from_utf8_lossy(line).trim_end().to_string();
    Err(format!("ours says `{}`, this one `{}`.", text(ours), text(theirs)))
}

fn same(ours: &[u8], theirs: &[u8]) -> bool {
    let cells = |line: &[u8]| line.split(|byte| *byte == b',').count();
    let mut pairs = ours.trim_ascii_end().split(|byte| *byte == b',');
    let mut other = theirs.trim_ascii_end().split(|byte| *byte == b',');
    cells(ours) == COLUMNS
        && cells(theirs) == COLUMNS
        && pairs.all(|cell| other.next().is_some_and(|other| shortest(cell) == shortest(other)))
}

/// A number without the noughts that say nothing: `14.0` is `14`.
fn shortest(cell: &[u8]) -> &[u8] {
    let digits = cell.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
    if !digits || !cell.contains(&b'.') {
        return cell;
    }
    let end = cell.iter().rposition(|byte| *byte != b'0').map_or(0, |last| last + 1);
    cell[..end].strip_suffix(b".").unwrap_or(&cell[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "a,b,c,d,e,f,g,h,i,j,k";

    /// Two rows of answers with two scales: lines named by person and scale, with one value to change.
    fn lines(order: Order, value: &str) -> String {
        let line = |person: usize, scale: usize| {
            let value = if (person, scale) == (2, 2) { value } else { "7" };
            format!("p{person},w,d,s{scale},scored,{value},{value},,5,5,no")
        };
        let all = match order {
            Order::RowByRow => [(1, 1), (1, 2), (2, 1), (2, 2)],
            Order::ScaleByScale => [(1, 1), (2, 1), (1, 2), (2, 2)],
        };
        let all = all.map(|(person, scale)| line(person, scale));
        format!("{HEADER}\n{}\n", all.join("\n"))
    }

    #[test]
    fn files_differ_by_what_they_say_and_not_by_order_or_noughts() {
        let folder = std::env::temp_dir().join(format!("trellis-agree-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let (ours, other) = (folder.join("ours"), folder.join("other"));
        std::fs::write(&ours, lines(Order::RowByRow, "12.5")).expect("a file");
        let rows = [
            (Order::RowByRow, "12.5", "", Ok(())),
            (Order::ScaleByScale, "12.5", "", Ok(())),
            (Order::ScaleByScale, "12.50", "", Ok(())),
            (Order::ScaleByScale, "12.5,", "", Err("this one `p2,w,d,s2,scored,12.5,")),
            (Order::ScaleByScale, "12.05", "", Err("ours says `p2,w,d,s2,scored,12.5,12.5,,5,5,no`")),
            (Order::RowByRow, "", "", Err("ours says")),
            (Order::RowByRow, "12.5", "p3", Err("longer")),
            (Order::ScaleByScale, "12.5", "p3", Err("longer")),
        ];
        for (order, value, more, expected) in rows {
            std::fs::write(&other, lines(order, value) + more).expect("a file");
            let found = check(&ours, &other, Size { rows: 2, scales: 2 }, order);
            match expected {
                Ok(()) => assert_eq!(found, Ok(()), "{value:?}"),
                Err(part) => {
                    assert!(found.clone().is_err_and(|why| why.contains(part)), "{value:?} {found:?}")
                }
            }
        }
        std::fs::remove_dir_all(&folder).expect("it goes again");
    }

    #[test]
    fn noughts_behind_a_point_say_nothing() {
        let rows =
            [("14.0", "14"), ("12.50", "12.5"), ("0.0", "0"), ("10", "10"), ("", ""), ("p1.0", "p1.0")];
        for (cell, expected) in rows {
            assert_eq!(shortest(cell.as_bytes()), expected.as_bytes(), "{cell}");
        }
    }
}
