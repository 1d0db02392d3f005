//! One row as cells, without their quotes (RFC 4180).

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

/// The cells of the row read last. Its room is used again for the next.
pub struct Record {
    /// The cells, one behind the other, with so many bytes between them.
    text: Vec<u8>,
    gap: usize,
    /// Where each of them ends.
    ends: Vec<usize>,
    in_quotes: bool,
    reader: Reader,
}

impl Default for Record {
    fn default() -> Self {
        // CR is left to the cells: it is trimmed there, and lines can be counted by their LF.
        let reader = ReaderBuilder::new().terminator(Terminator::Any(b'\n')).build();
        Record { text: Vec::new(), gap: 0, ends: Vec::new(), in_quotes: false, reader }
    }
}

impl Record {
    /// Reads the row the bytes begin with and says how many bytes it took, the LF included. `None` when they
    /// end before the row does; the cells are then those of what there was.
    pub fn read(&mut self, bytes: &[u8]) -> Option<usize> {
        self.text.clear();
        self.ends.clear();
        self.in_quotes = false;
        match memchr::memchr2(b'\n', b'"', bytes) {
            Some(at) if bytes[at] == b'"' => self.read_quoted(bytes),
            Some(at) => {
                self.cut(&bytes[..at]);
                Some(at + 1)
            }
            None => {
                self.cut(bytes);
                None
            }
        }
    }

    /// Whether the bytes of the last row ended inside a quoted cell.
    pub fn in_quotes(&self) -> bool {
        self.in_quotes
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell, by its position.
    pub fn cell(&self, n: usize) -> &[u8] {
        let from = if n == 0 { 0 } else { self.ends[n - 1] + self.gap };
        &self.text[from..self.ends[n]]
    }

    /// A row of nothing but one blank cell: an empty line.
    pub fn is_blank(&self) -> bool {
        self.len() == 1 && self.text.trim_ascii().is_empty()
    }

    fn cut(&mut self, line: &[u8]) {
        self.text.extend_from_slice(line);
        self.gap = 1;
        let commas = line.iter().enumerate().filter(|(_, byte)| **byte == b',');
        self.ends.extend(commas.map(|(at, _)| at));
        self.ends.push(line.len());
    }

    fn read_quoted(&mut self, bytes: &[u8]) -> Option<usize> {
        self.reader.reset();
        self.gap = 0;
        self.text.resize(bytes.len().min(1024), 0);
        self.ends.resize(64, 0);
        let (mut taken, mut length, mut cells) = (0, 0, 0);
        // Behind the bytes stands one LF more: only an open quote swallows it. Behind that, nothing.
        let mut behind: &[u8] = b"\n";
        loop {
            let more = if taken < bytes.len() { &bytes[taken..] } else { behind };
            let (state, read, written, ended) =
                self.reader.read_record(more, &mut self.text[length..], &mut self.ends[cells..]);
            length += written;
            cells += ended;
            let beyond = taken >= bytes.len();
            if beyond {
                self.in_quotes |= read == 1 && state == ReadRecordResult::InputEmpty;
                behind = &behind[read..];
            } else {
                taken += read;
            }
            match state {
                ReadRecordResult::OutputFull => self.text.resize(2 * self.text.len() + 1, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => {
                    self.text.truncate(length);
                    self.ends.truncate(cells);
                    return (!beyond).then_some(taken);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Record;

    /// Cells of the first row, how many bytes it took, and whether a quote was left open.
    fn read(text: &str) -> (Vec<String>, Option<usize>, bool) {
        let mut record = Record::default();
        let taken = record.read(text.as_bytes());
        let cell = |n: usize| String::from_utf8_lossy(record.cell(n)).into_owned();
        ((0..record.len()).map(cell).collect(), taken, record.in_quotes())
    }

    #[test]
    fn a_row_ends_at_a_line_break_outside_quotes() {
        let long = format!("\"{}\"", "x\n".repeat(3000));
        let inside = "x\n".repeat(3000);
        let many = vec!["\"1\""; 500].join(",");
        let rows: [(&str, &[&str], Option<usize>, bool); 14] = [
            ("", &[""], None, false),
            ("\n", &[""], Some(1), false),
            ("a,b\nc", &["a", "b"], Some(4), false),
            ("a,b\r\nc", &["a", "b\r"], Some(5), false),
            ("a,,", &["a", "", ""], None, false),
            ("\"a\",b\nc", &["a", "b"], Some(6), false),
            ("\"a\nb\",\"c,\"\"d\"\r\n", &["a\nb", "c,\"d\r"], Some(15), false),
            ("a,\"b\"", &["a", "b"], None, false),
            ("a,\"b", &["a", "b\n"], None, true),
            ("a,\"b\n\nc", &["a", "b\n\nc\n"], None, true),
            ("a \"b\" c\n", &["a \"b\" c"], Some(8), false),
            ("\"\"\n", &[""], Some(3), false),
            (&long, &[&inside], None, false),
            (&many, &["1"; 500], None, false),
        ];
        for (text, cells, taken, in_quotes) in rows {
            let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            assert_eq!(read(text), (cells, taken, in_quotes), "{text:?}");
        }
    }
}
