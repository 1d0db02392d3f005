//! Opening answers: a file or a pipe, plain or gzip, with a count of the bytes read for those who wait.

use super::Asked;
use crate::instruments::Faults;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The first two bytes of every gzip file (RFC 1952, 2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// The mark a spreadsheet's "Unicode text" begins with, in either order (Unicode 16.0, 2.6).
const UTF_16: [[u8; 2]; 2] = [[0xff, 0xfe], [0xfe, 0xff]];

/// An opened file of answers.
pub struct Input {
    /// The text of it.
    pub reader: Box<dyn Read + Send>,
    /// Bytes read so far, as they lie in the file.
    pub read: Arc<AtomicU64>,
    /// Bytes there are, when that is known.
    pub size: Option<u64>,
}

/// Opens what was asked for. Refuses a file that cannot be read, and one whose first bytes say that it is UTF-16.
pub fn open(asked: &Asked) -> Result<Input, Faults> {
    let unreadable = |error: io::Error| vec![format!("{}: cannot be read: {error}.", asked.source())];
    let (raw, size): (Box<dyn Read + Send>, _) = match &asked.from {
        None => (Box::new(io::stdin()), None),
        Some(path) => {
            let file = File::open(path).map_err(unreadable)?;
            let size = file.metadata().ok().filter(|about| about.is_file()).map(|about| about.len());
            (Box::new(file), size)
        }
    };
    let read = Arc::new(AtomicU64::new(0));
    let mut raw = Counted { reader: raw, read: Arc::clone(&read) };
    let mut first = Vec::new();
    raw.by_ref().take(2).read_to_end(&mut first).map_err(unreadable)?;
    if UTF_16.iter().any(|mark| first == mark) {
        return Err(vec![format!("{}: 1:1: this file is UTF-16; save the file as UTF-8.", asked.source())]);
    }
    let packed = first == GZIP;
    let whole = Cursor::new(first).chain(raw);
    let reader: Box<dyn Read + Send> =
        if packed { Box::new(MultiGzDecoder::new(whole)) } else { Box::new(whole) };
    Ok(Input { reader, read, size })
}

/// A reader that counts.
struct Counted {
    reader: Box<dyn Read + Send>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.reader.read(buffer)?;
        self.read.fetch_add(got as u64, Ordering::Relaxed);
        Ok(got)
    }
}
