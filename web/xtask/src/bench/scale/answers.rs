//! Made-up answers, the same on every machine: two times of each person, some questions skipped.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

const ITEMS: usize = 50;
const SEED: u64 = 20_261_125;
/// Why an answer may be missing; an empty cell twice as often as each of the others.
const MISSING: [&str; 4] = ["", "", "skipped", "prefer_not_to_say"];

/// Makes a file of answers unless it is there: it never changes.
pub fn make(path: &Path, rows: usize) -> Result<(), String> {
    if path.is_file() {
        return Ok(());
    }
    let half = path.with_extension("part");
    let done = write(&half, rows).and_then(|()| std::fs::rename(&half, path));
    done.map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}

fn write(path: &Path, rows: usize) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(b"person,wave,date")?;
    for n in 1..=ITEMS {
        write!(file, ",garden_{n:02}")?;
    }
    let mut random = Random(SEED);
    for row in 0..rows {
        let (wave, month) = if row % 2 == 0 { ("baseline", 1) } else { ("followup_1", 4) };
        write!(file, "\np{:06},{wave},2026-{month:02}-{:02}", row / 2, row / 2 % 28 + 1)?;
        for _ in 0..ITEMS {
            // One question in a hundred has no answer, so four rows in ten have no total.
            match random.below(100) {
                0 => write!(file, ",{}", MISSING[random.below(MISSING.len())])?,
                _ => write!(file, ",{}", random.below(5))?,
            }
        }
    }
    file.write_all(b"\n")?;
    file.flush()
}

/// SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // The remainder favours small numbers by less than one in 2^57 for bounds as small as these.
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}
