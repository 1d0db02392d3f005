//! The table at the end of assessment-core/EVIDENCE.md: one line for each run, added and never changed.

use crate::places::{Tree, read_text, write};
use crate::programs::{output, program};
use std::path::PathBuf;

/// What one run came to.
pub struct Line {
    /// Seeds, as `3..5`, or empty.
    pub seeds: String,
    /// How long the program under test ran.
    pub seconds: u64,
    /// What was counted, in words.
    pub counts: String,
    /// What was found and is neither mended nor explained.
    pub findings: Vec<String>,
}

/// The table begins here; everything after it is lines.
const HEAD: &str =
    "| date | commit | run | seeds | seconds | counts | found |\n|---|---|---|---|---:|---|---|\n";

/// Adds a line.
pub fn add(tree: &Tree, name: &str, line: &Line) -> Result<(), String> {
    let mut text = read_text(&place(tree))?;
    if !text.contains(HEAD) {
        return Err("assessment-core/EVIDENCE.md has lost the head of its table.".to_string());
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let found = if line.findings.is_empty() { "nothing".to_owned() } else { line.findings.join("; ") };
    let cells =
        [&day(tree)?, &commit(tree)?, name, &line.seeds, &line.seconds.to_string(), &line.counts, &found]
            .map(|cell| cell.replace('|', "/").replace('\n', " "));
    text += &format!("| {} |\n", cells.join(" | "));
    write(&place(tree), text.as_bytes())
}

/// Seconds in all, by name.
pub fn totals(tree: &Tree) -> Result<Vec<(String, u64)>, String> {
    Ok(totals_of(&read_text(&place(tree))?))
}

fn totals_of(text: &str) -> Vec<(String, u64)> {
    let mut totals: Vec<(String, u64)> = Vec::new();
    let rows = text.split_once(HEAD).map_or("", |(_, rows)| rows);
    for row in rows.lines() {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [_, _, name, _, seconds, ..] = cells[..] else { continue };
        let seconds: u64 = seconds.parse().unwrap_or(0);
        match totals.iter_mut().find(|total| total.0 == name) {
            Some(total) => total.1 += seconds,
            None => totals.push((name.to_owned(), seconds)),
        }
    }
    totals
}

fn place(tree: &Tree) -> PathBuf {
    tree.root.join("assessment-core/EVIDENCE.md")
}

fn day(tree: &Tree) -> Result<String, String> {
    said(tree, "date", &["-u", "+%F"])
}

/// The commit, and whether what was run held more than it.
fn commit(tree: &Tree) -> Result<String, String> {
    let commit = said(tree, "git", &["rev-parse", "--short", "HEAD"])?;
    let changed = said(
        tree,
        "git",
        &[
            "status",
            "--porcelain",
            "--",
            "assessment-core/src",
            "instruments",
            "tests",
            ":!tests/fuzz/corpus",
        ],
    )?;
    Ok(if changed.is_empty() { commit } else { format!("{commit} with changes") })
}

fn said(tree: &Tree, name: &str, words: &[&str]) -> Result<String, String> {
    let said = output(program(name, &tree.root).args(words), "The evidence needs the day and the commit.")?;
    Ok(said.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_add_up_by_name_and_only_below_the_head() {
        let text = format!(
            "words\n| x | y | a | 1..2 | 99 | c | d |\n\n{HEAD}| 2026-11-25 | abc | a | 1..2 | 60 | c | d |\n\
             | 2026-11-25 | abc | b |  | 5 | c | d |\n| 2026-11-26 | abd | a | 2..3 | 1 | c | d |\n"
        );
        assert_eq!(totals_of(&text), [("a".to_owned(), 61), ("b".to_owned(), 5)]);
        assert_eq!(totals_of("no table"), []);
    }
}
