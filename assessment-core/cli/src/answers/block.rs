//! Blocks of whole rows: what one core works on while others work on the next. A row ends at LF outside
//! quotes; the CR of a CRLF file stays with the last cell and is trimmed like any blank.

use super::record::Record;
use std::io::{self, Read};

/// Bytes read at a time: small enough that a block and what is made of it stay in a core's own cache.
const SIZE: usize = 1 << 16;
/// A longer row is none: somewhere a quote was not closed. Keeps memory bounded whatever the file.
const LONGEST: usize = 1 << 24;

/// Whole rows, as they stand in the file.
#[derive(Default)]
pub struct Block {
    /// Their bytes.
    pub bytes: Vec<u8>,
    /// The line the first of them stands on, counted from 1.
    pub line: u64,
    /// What is wrong with the last row, when the file ends within it.
    pub cut: Option<&'static str>,
}

/// Cuts a text into blocks.
pub struct Blocks {
    reader: Box<dyn Read + Send>,
    record: Record,
    /// The beginning of a row whose end is not read yet.
    rest: Vec<u8>,
    /// The line `rest` begins on.
    pub line: u64,
    ended: bool,
}

impl Blocks {
    /// Nothing is read yet.
    pub fn new(reader: Box<dyn Read + Send>) -> Blocks {
        Blocks { reader, record: Record::default(), rest: Vec::new(), line: 1, ended: false }
    }

    /// Reads the first row that is not blank, and the line it stands on. A file without any gives no cells
    /// but one empty one.
    ///
    /// # Errors
    /// The text cannot be read.
    pub fn header(&mut self) -> io::Result<(Record, u64)> {
        let (mut block, mut header) = (Block::default(), Record::default());
        self.fill(&mut block)?;
        let mut rest = block.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&block.bytes);
        let mut line = block.line;
        while let Some(taken) = header.read(rest) {
            let begun = line;
            line += breaks(&rest[..taken]);
            rest = &rest[taken..];
            if !header.is_blank() {
                self.put_back(rest, line);
                return Ok((header, begun));
            }
        }
        // A last row without a line break: nothing follows it.
        Ok((header, line))
    }

    fn put_back(&mut self, bytes: &[u8], line: u64) {
        self.rest.splice(..0, bytes.iter().copied());
        self.line = line;
    }

    /// Fills a block with the next rows; false when there are none.
    ///
    /// # Errors
    /// The text cannot be read any further.
    pub fn fill(&mut self, block: &mut Block) -> io::Result<bool> {
        block.bytes.clear();
        block.bytes.append(&mut self.rest);
        block.line = self.line;
        block.cut = None;
        loop {
            self.read(&mut block.bytes)?;
            let (whole, in_quotes) = self.whole(&block.bytes);
            let rest = block.bytes.len() - whole;
            if self.ended || (whole == 0 && rest > LONGEST) {
                block.cut = match rest {
                    0 => None,
                    _ if in_quotes => Some("a quote in this row is never closed."),
                    _ if !self.ended => Some("this row is longer than 16 MiB."),
                    _ => None,
                };
                self.ended = true;
                return Ok(!block.bytes.is_empty());
            }
            if whole > 0 {
                self.rest.extend_from_slice(&block.bytes[whole..]);
                block.bytes.truncate(whole);
                self.line += breaks(&block.bytes);
                return Ok(true);
            }
        }
    }

    /// Reads up to the next multiple of a block's size, or as much again when no row ended in what there is.
    fn read(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        if self.ended {
            return Ok(());
        }
        let wanted = if bytes.len() < SIZE { SIZE - bytes.len() } else { bytes.len() };
        let got = self.reader.by_ref().take(wanted as u64).read_to_end(bytes)?;
        self.ended = got < wanted;
        Ok(())
    }

    /// How many bytes are whole rows, and whether what follows them is inside a quoted cell.
    fn whole(&mut self, bytes: &[u8]) -> (usize, bool) {
        if memchr::memchr(b'"', bytes).is_none() {
            return (memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1), false);
        }
        let mut at = 0;
        while at < bytes.len() {
            match self.record.read(&bytes[at..]) {
                Some(taken) => at += taken,
                None => return (at, self.record.in_quotes()),
            }
        }
        (at, false)
    }
}

/// Line breaks in a text.
pub fn breaks(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

#[cfg(test)]
mod tests {
    use super::{Block, Blocks, LONGEST, SIZE};
    use std::io::{self, Cursor, Read};

    /// First line, bytes and cut of each block behind the header.
    fn blocks(text: &str) -> Vec<(u64, String, Option<&'static str>)> {
        let mut blocks = Blocks::new(Box::new(Cursor::new(text.to_owned().into_bytes())));
        blocks.header().expect("a text in memory can be read");
        let (mut block, mut all) = (Block::default(), Vec::new());
        while blocks.fill(&mut block).expect("a text in memory can be read") {
            all.push((block.line, String::from_utf8_lossy(&block.bytes).into_owned(), block.cut));
        }
        all
    }

    #[test]
    fn a_short_file_is_one_block_behind_its_header() {
        let never = Some("a quote in this row is never closed.");
        let rows = [
            ("", None),
            ("h", None),
            ("h\n", None),
            ("\n\r\nh\n1,2\n", Some((4, "1,2\n", None))),
            ("\u{feff}h\n1,2", Some((2, "1,2", None))),
            ("\"h\n\"\n1\n\"2\n\"", Some((3, "1\n\"2\n\"", None))),
            ("h\n1\n\"2\n", Some((2, "1\n\"2\n", never))),
        ];
        for (text, expected) in rows {
            let expected: Vec<_> =
                expected.into_iter().map(|(line, bytes, cut)| (line, bytes.to_owned(), cut)).collect();
            assert_eq!(blocks(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_long_file_comes_in_blocks_of_whole_rows_with_their_lines() {
        let quoted = format!("\"{}\",1\n", "a\n\"\",".repeat(SIZE / 4));
        for row in ["p,1,2,3\n", "\n", "\"p\nq\",1\n", "p \"\",1\r\n", &quoted] {
            let text = format!("h\n{}", row.repeat(3 * SIZE / row.len() + 2));
            let blocks = blocks(&text);
            assert!(blocks.len() > 2, "{} blocks", blocks.len());
            let mut line = 2;
            for (first, bytes, cut) in &blocks {
                assert_eq!((*first, *cut, bytes.len() % row.len()), (line, None, 0), "{:.20}", row);
                line += bytes.matches('\n').count() as u64;
            }
            let whole: String = blocks.iter().map(|(_, bytes, _)| bytes.as_str()).collect();
            assert_eq!(whole, text[2..], "{:.20}", row);
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_does_not_fill_the_memory() {
        struct Endless;
        impl Read for Endless {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                buffer.fill(b'a');
                Ok(buffer.len())
            }
        }
        for (begun, said) in
            [("\"", "a quote in this row is never closed."), ("", "this row is longer than 16 MiB.")]
        {
            let text = format!("h\np\n{begun}");
            let mut blocks = Blocks::new(Box::new(Cursor::new(text.into_bytes()).chain(Endless)));
            blocks.header().expect("it can be read");
            let mut block = Block::default();
            assert!(blocks.fill(&mut block).expect("it can be read"));
            assert_eq!((block.bytes.as_slice(), block.cut), (&b"p\n"[..], None));
            assert!(blocks.fill(&mut block).expect("it can be read"));
            assert_eq!(block.cut, Some(said));
            assert!(block.bytes.len() < 3 * LONGEST);
            assert!(!blocks.fill(&mut block).expect("it has ended"));
        }
    }
}
