//! How far a long reading is, on a terminal. In a pipe or a file there is nothing but faults.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// A reading this short needs no telling.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two tellings.
const PAUSE: Duration = Duration::from_millis(200);

/// The line on the terminal, when there is one.
pub struct Progress {
    terminal: bool,
    next: Instant,
    shown: bool,
}

impl Progress {
    /// Nothing is shown yet.
    pub fn begin() -> Progress {
        Progress { terminal: io::stderr().is_terminal(), next: Instant::now() + PATIENCE, shown: false }
    }

    /// Shows how far the reading is, now and then. `size` is that of the file, when it is known.
    pub fn show(&mut self, rows: u64, read: u64, size: Option<u64>) {
        if self.terminal && Instant::now() >= self.next {
            self.next = Instant::now() + PAUSE;
            self.shown = true;
            // A terminal that has gone is no reason to stop.
            let _ = write!(io::stderr(), "\r{}\x1b[K", line(rows, read, size));
        }
    }

    /// Says whole lines. The line about progress makes room for them.
    pub fn say(&mut self, lines: &str) {
        self.clear();
        let _ = io::stderr().write_all(lines.as_bytes());
    }

    /// Takes the line away.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

fn line(rows: u64, read: u64, size: Option<u64>) -> String {
    let megabytes = |bytes: u64| format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10);
    match size {
        Some(size) if size > 0 => format!(
            "{} rows, {} of {} MB read ({} %)",
            grouped(rows),
            megabytes(read),
            megabytes(size),
            u128::from(read) * 100 / u128::from(size)
        ),
        _ => format!("{} rows, {} MB read", grouped(rows), megabytes(read)),
    }
}

/// `1234567` as `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_line_says_rows_and_bytes_and_their_share_when_the_size_is_known() {
        let rows = [
            (0, 0, None, "0 rows, 0.0 MB read"),
            (999, 99_999, Some(0), "999 rows, 0.0 MB read"),
            (1000, 100_000, Some(1_000_000), "1,000 rows, 0.1 of 1.0 MB read (10 %)"),
            (1_234_567, 130_050_000, Some(130_050_000), "1,234,567 rows, 130.0 of 130.0 MB read (100 %)"),
        ];
        for (rows, read, size, expected) in rows {
            assert_eq!(line(rows, read, size), expected);
        }
    }
}
