//! What the numbers were measured on: without it they mean nothing.

use crate::places::Tree;
use crate::programs::{output, program};
use std::path::Path;

/// What is written by measuring does not make a tree a changed one.
const REPORTS: [&str; 2] = [":(exclude)web/BENCHMARKS.md", ":(exclude)assessment-core/BENCHMARKS.md"];

pub struct Machine {
    pub day: String,
    /// The commit, and whether the tree held more than it.
    pub commit: String,
    pub hardware: String,
    /// Names and versions of what was used besides.
    pub with: String,
    /// How busy it was before the first measurement.
    pub load: String,
}

impl Machine {
    pub fn look(tree: &Tree, with: String) -> Result<Machine, String> {
        let say = |name: &str, words: &[&str]| {
            let sentence = format!("{name} did not say what the report needs: look at its message above.");
            output(program(name, &tree.root).args(words), &sentence).map(|text| text.trim().to_string())
        };
        let commit = say("git", &["rev-parse", "--short", "HEAD"])?;
        let status = ["status", "--porcelain", "--", ".", REPORTS[0], REPORTS[1]];
        let changed = !say("git", &status)?.is_empty();
        Ok(Machine {
            day: say("date", &["-u", "+%F"])?,
            commit: if changed { format!("{commit} with changes") } else { commit },
            hardware: hardware(),
            with,
            load: first_word("/proc/loadavg"),
        })
    }
}

fn hardware() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let processor = line_of("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".to_string());
    let memory = line_of("/proc/meminfo", "MemTotal")
        .and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .map_or("unknown memory".to_string(), |kib| format!("{:.1} GiB memory", kib as f64 / 1_048_576.0));
    format!("{cores} cores, {processor}, {memory}")
}

/// What follows the colon of the first line that begins with a name. Only Linux has these files.
fn line_of(file: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_string())
}

fn first_word(file: &str) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.split_whitespace().next().unwrap_or("unknown").to_string()
}

/// The browser's name and number, without what its packager adds.
pub fn version(chromium: &Path) -> String {
    let said = std::process::Command::new(chromium).arg("--version").output();
    let said = said.map(|said| String::from_utf8_lossy(&said.stdout).into_owned()).unwrap_or_default();
    let words: Vec<&str> = said.split_whitespace().take(2).collect();
    words.join(" ")
}
