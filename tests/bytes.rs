//! Native code and wasm give the same bytes: 10,000 random response sets of every instrument, scored and
//! written, come to the hashes in `golden/bytes.txt`. `web/tests/bytes.rs` asks the same of wasm.

use crate::instruments::{folders, read};
use crate::sets::{line, provenance_line};
use crate::sources::root;
use assessment_core::instrument::Instrument;
use sha2::{Digest, Sha256};
use std::fs;

/// The instruments of two files of lines that have not the same line.
pub fn differ(found: &str, kept: &str) -> Vec<String> {
    let ids = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let only = |a: &str, b: &str| -> Vec<String> {
        a.lines().filter(|line| !b.lines().any(|other| other == *line)).map(ids).collect()
    };
    let mut differ = only(found, kept);
    differ.extend(only(kept, found));
    differ.sort();
    differ.dedup();
    differ
}

/// Holds a line of every shipped instrument against the file.
fn hold(file: &str, line: fn(&Instrument) -> String) {
    let mut found = String::new();
    for folder in folders() {
        let instrument = read(&folder).unwrap_or_else(|faults| panic!("{}", faults.join("\n")));
        found += &line(&instrument);
        found.push('\n');
    }
    let path = root().join("tests/golden").join(file);
    if std::env::var_os("TRELLIS_KEEP_BYTES").is_some() {
        fs::write(&path, &found).expect("tests/golden can be written");
    }
    let kept = fs::read_to_string(&path).expect(file);
    let differ = differ(&found, &kept);
    assert!(
        differ.is_empty(),
        "other bytes than on file: {}. If a key or a format was changed on purpose, say so in the commit \
         and run `TRELLIS_KEEP_BYTES=1 cargo test -p trellis-tests bytes`.",
        differ.join(", ")
    );
}

#[test]
fn native_code_scores_ten_thousand_random_sets_of_every_instrument_to_the_bytes_on_file() {
    hold("bytes.txt", line);
}

#[test]
fn native_code_comes_to_the_hashes_of_rules_and_answers_on_file() {
    hold("provenance.txt", |instrument| provenance_line(instrument, |bytes| Sha256::digest(bytes).into()));
}

#[test]
fn a_line_that_is_new_gone_or_other_is_told_by_its_instrument() {
    let rows: [(&str, &str, &[&str]); 4] = [
        ("a 1 00\nb 1 00\n", "a 1 00\nb 1 00\n", &[]),
        ("a 1 00\nb 1 01\n", "a 1 00\nb 1 00\n", &["b"]),
        ("a 1 00\n", "a 1 00\nb 1 00\n", &["b"]),
        ("a 1 00\nc 1 00\n", "a 1 00\n", &["c"]),
    ];
    for (found, kept, expected) in rows {
        assert_eq!(differ(found, kept), expected, "{found:?} {kept:?}");
    }
}
