//! Mutation testing: the core changed in one place, over and over, to see whether a test notices. Goes on
//! file by file and, within a file, shard by shard; a file that has not changed since is not done again.

use super::evidence::{self, Line};
use super::{Order, Watch, state};
use crate::places::{Tree, read_text};
use crate::programs::{cargo, output, program, run as run_program};
use crate::shelf::hash_of;
use serde_json::{Value, json};
use state::{State, folder};
use std::path::{Path, PathBuf};
use std::time::Instant;

const VERSION: &str = "27.1.0";

/// What decides a number, a date or a refusal, in the order it is done. A folder stands for its files.
const PLACES: &[&str] = &["schedule", "change", "score", "answer", "points", "instrument", "definition"];

/// Mutants of one shard, more or less: some minutes.
const SHARD: usize = 30;

pub fn run(tree: &Tree, order: &Order, state: &mut State) -> Result<Vec<String>, String> {
    let tool = install(tree)?;
    let watch = Watch::start(order);
    let mut first = true;
    let mut findings = Vec::new();
    'files: for file in files(tree)? {
        let hash = hash_of(read_text(&tree.root.join(&file))?.as_bytes());
        let mut progress = Progress::of(state, &file, &hash);
        if progress.shards == 0 {
            progress.shards = count(tree, &tool, &file)?.div_ceil(SHARD);
        }
        while progress.next < progress.shards {
            if watch.left().is_zero() {
                break 'files;
            }
            let begun = Instant::now();
            let counts = shard(tree, &tool, &file, &progress, first)?;
            first = false;
            progress.next += 1;
            progress.missed.extend(counts.missed.iter().cloned());
            let line = Line {
                seeds: String::new(),
                seconds: begun.elapsed().as_secs(),
                counts: format!("{} {}/{}: {}", short(&file), progress.next, progress.shards, counts.words()),
                findings: unexplained(tree, &counts.missed)?,
            };
            // A run that is killed has said what it did so far.
            evidence::add(tree, "mutants", &line)?;
            state.put(&format!("mutants {file}"), progress.as_json(&hash))?;
        }
        findings.extend(unexplained(tree, &progress.missed)?);
    }
    findings.sort();
    findings.dedup();
    Ok(findings)
}

/// The tool at its pinned version, in a folder of our own.
fn install(tree: &Tree) -> Result<PathBuf, String> {
    let root = tree.target.join("tools");
    let tool = root.join("bin/cargo-mutants");
    let is_there = tool.is_file()
        && output(program(&tool, &tree.root).args(["mutants", "--version"]), "")?.contains(VERSION);
    if !is_there {
        run_program(
            cargo(tree)
                .args(["install", &format!("cargo-mutants@{VERSION}"), "--locked", "--root"])
                .arg(&root),
            "cargo-mutants could not be installed: look at the message above.",
        )?;
    }
    Ok(tool)
}

/// The files of [`PLACES`] without their tests, as paths from the top.
fn files(tree: &Tree) -> Result<Vec<String>, String> {
    let core = tree.root.join("assessment-core/src");
    let mut files = Vec::new();
    for place in PLACES {
        let alone = core.join(format!("{place}.rs"));
        let mut found = if alone.is_file() { vec![alone] } else { Vec::new() };
        found.extend(crate::places::files_below(&core.join(place))?);
        for file in found {
            let path = file.strip_prefix(&tree.root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            if !path.contains("/tests") {
                files.push(path);
            }
        }
    }
    Ok(files)
}

fn short(file: &str) -> &str {
    file.trim_start_matches("assessment-core/src/")
}

/// How far a file is.
struct Progress {
    next: usize,
    shards: usize,
    missed: Vec<String>,
}

impl Progress {
    fn of(state: &State, file: &str, hash: &str) -> Progress {
        let kept = state.get(&format!("mutants {file}")).filter(|kept| kept["hash"] == *hash);
        let number = |name: &str| {
            kept.and_then(|kept| kept[name].as_u64())
                .and_then(|number| usize::try_from(number).ok())
                .unwrap_or(0)
        };
        let missed = kept.and_then(|kept| kept["missed"].as_array().cloned()).unwrap_or_default();
        let missed = missed.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        Progress { next: number("next"), shards: number("shards"), missed }
    }

    fn as_json(&self, hash: &str) -> Value {
        json!({ "hash": hash, "next": self.next, "shards": self.shards, "missed": self.missed })
    }
}

/// What became of some mutants.
#[derive(Default, Debug, PartialEq, Eq)]
struct Counts {
    caught: usize,
    timeout: usize,
    unviable: usize,
    missed: Vec<String>,
}

impl Counts {
    fn words(&self) -> String {
        format!(
            "{} changes, {} noticed ({} of them by not ending), {} not noticed, {} do not compile",
            self.caught + self.timeout + self.missed.len() + self.unviable,
            self.caught + self.timeout,
            self.timeout,
            self.missed.len(),
            self.unviable,
        )
    }

    /// Reads the tool's `outcomes.json`.
    fn of(outcomes: &str) -> Option<Counts> {
        let read: Value = serde_json::from_str(outcomes).ok()?;
        let mut counts = Counts::default();
        for outcome in read["outcomes"].as_array()? {
            let name = outcome["scenario"]["Mutant"]["name"].as_str().unwrap_or_default();
            match outcome["summary"].as_str()? {
                "CaughtMutant" => counts.caught += 1,
                "Timeout" => counts.timeout += 1,
                "Unviable" => counts.unviable += 1,
                "MissedMutant" => counts.missed.push(without_place(name)),
                // The code as it stands; when that fails the tool itself says so.
                _ => {}
            }
        }
        Some(counts)
    }
}

/// `assessment-core/src/score.rs:97:5: replace a with b` as `score.rs: replace a with b`: lines move.
fn without_place(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(what)) => format!("{}:{what}", short(file)),
        _ => name.to_owned(),
    }
}

fn count(tree: &Tree, tool: &Path, file: &str) -> Result<usize, String> {
    let said = output(
        program(tool, &tree.root).args(["mutants", "--list", "--file", file]),
        "cargo-mutants could not list what it would change.",
    )?;
    Ok(said.lines().filter(|line| line.contains(".rs:")).count())
}

/// The code as it stands is tried before the first shard of a run.
fn shard(tree: &Tree, tool: &Path, file: &str, progress: &Progress, first: bool) -> Result<Counts, String> {
    let into = folder(tree).join("mutants");
    std::fs::create_dir_all(&into).map_err(|why| format!("{} cannot be made: {why}.", into.display()))?;
    // Exit codes 2 and 3 say that changes went unnoticed or did not end, which the outcomes say too.
    let _ = program(tool, &tree.root)
        .args(["mutants", "--no-shuffle", "--colors", "never", "--jobs", "1", "--timeout", "240"])
        // The core's own tests must notice by themselves; the many in `tests/` only make it slower.
        // What the schema is made of is not compiled without its feature, and what is not compiled goes unnoticed.
        .args(["--features", "schema", "--test-package", "assessment-core", "--cargo-test-arg", "--lib"])
        .args(["--file", file])
        .args(["--baseline", if first { "run" } else { "skip" }])
        .args(["--shard", &format!("{}/{}", progress.next, progress.shards), "--output"])
        .arg(&into)
        .env("CARGO_TARGET_DIR", folder(tree).join("mutants-target"))
        .status();
    let outcomes = read_text(&into.join("mutants.out/outcomes.json"))?;
    let counts = Counts::of(&outcomes).ok_or("cargo-mutants wrote outcomes that cannot be read.")?;
    if counts == Counts::default() {
        return Err(format!("cargo-mutants changed nothing in {file}: look at its message above."));
    }
    Ok(counts)
}

/// Changes that no test noticed and `assessment-core/mutants.md` gives no reason for.
fn unexplained(tree: &Tree, missed: &[String]) -> Result<Vec<String>, String> {
    let reasons = read_text(&tree.root.join("assessment-core/mutants.md"))?;
    let lacks = |name: &&String| reason(&reasons, name).is_none();
    Ok(missed.iter().filter(lacks).map(|name| format!("`{name}`")).collect())
}

/// The reason a file of lines ``- `name`: reason`` gives.
fn reason<'a>(reasons: &'a str, name: &str) -> Option<&'a str> {
    let of = |line: &'a str| line.strip_prefix("- `")?.strip_prefix(name)?.strip_prefix("`: ");
    reasons.lines().find_map(of).filter(|reason| !reason.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_are_counted_and_what_went_unnoticed_is_named_without_its_line() {
        let outcomes = r#"{"outcomes": [
            {"scenario": "Baseline", "summary": "Success"},
            {"scenario": {"Mutant": {"name": "assessment-core/src/score.rs:9:5: replace a -> b with c::d"}}, "summary": "MissedMutant"},
            {"scenario": {"Mutant": {"name": "x"}}, "summary": "CaughtMutant"},
            {"scenario": {"Mutant": {"name": "x"}}, "summary": "CaughtMutant"},
            {"scenario": {"Mutant": {"name": "x"}}, "summary": "Timeout"},
            {"scenario": {"Mutant": {"name": "x"}}, "summary": "Unviable"}]}"#;
        let missed = vec!["score.rs: replace a -> b with c::d".to_owned()];
        assert_eq!(Counts::of(outcomes), Some(Counts { caught: 2, timeout: 1, unviable: 1, missed }));
        assert_eq!(Counts::of("{}"), None);
    }

    #[test]
    fn a_reason_belongs_to_one_name_and_says_something() {
        let reasons = "# Reasons\n- `a.rs: x`: it cannot matter\n- `a.rs: y`: \n";
        let rows =
            [("a.rs: x", Some("it cannot matter")), ("a.rs: y", None), ("a.rs:", None), ("b.rs: x", None)];
        for (name, expected) in rows {
            assert_eq!(reason(reasons, name), expected, "{name}");
        }
    }
}
