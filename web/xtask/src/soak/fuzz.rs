//! Coverage-guided fuzzing with libFuzzer, built by the stable compiler: counting edges needs no nightly.

use super::evidence::{self, Line};
use super::{Order, corpus, state};
use crate::places::{Tree, files_below, read};
use crate::programs::{cargo, output, program, run as run_program};
use state::{State, folder};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What cargo-fuzz passes on, less what only nightly takes (the address sanitizer: the core has no `unsafe`).
const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
];

pub fn run(target: &str, tree: &Tree, order: &Order, state: &mut State) -> Result<Vec<String>, String> {
    let fuzzer = build(tree, target)?;
    corpus::lay_out(tree, target)?;
    let next = format!("fuzz-{target}.next_seed");
    let first = order.seeds.as_ref().map_or_else(|| state.number(&next).max(1), |seeds| seeds.start);
    let end = order.seeds.as_ref().map(|seeds| seeds.end);
    let mut seed = first;
    let mut sum = Sum::default();
    while sum.findings.is_empty() && end.is_none_or(|end| seed < end) {
        let left = order.time.saturating_sub(sum.spent);
        if left < SHORTEST {
            break;
        }
        let rounds = end.map_or(1, |end| u32::try_from(end - seed).unwrap_or(u32::MAX));
        sum.add(round(tree, target, &fuzzer, seed, left / rounds)?);
        seed += 1;
        if order.seeds.is_none() {
            state.put(&next, seed)?;
        }
    }
    let kept = keep(tree, target, &fuzzer)?;
    let counts = format!("{} texts tried, {kept} kept, {} s by the clock", sum.tried, sum.clock.as_secs());
    let line = Line {
        seeds: format!("{first}..{seed}"),
        seconds: sum.spent.as_secs(),
        counts,
        findings: sum.findings,
    };
    evidence::add(tree, &format!("fuzz-{target}"), &line)?;
    Ok(line.findings)
}

/// A round shorter than this reads the corpus and tries nothing.
const SHORTEST: Duration = Duration::from_secs(5);

/// What the rounds came to in all.
#[derive(Default)]
struct Sum {
    tried: u64,
    /// Processor time of the fuzzer. On a busy machine that is less than the clock says, and only it counts.
    spent: Duration,
    clock: Duration,
    findings: Vec<String>,
}

impl Sum {
    fn add(&mut self, round: Round) {
        self.tried += round.tried;
        self.spent += round.spent;
        self.clock += round.clock;
        self.findings.extend(round.finding);
    }
}

fn build(tree: &Tree, target: &str) -> Result<PathBuf, String> {
    let package = tree.root.join("tests/fuzz");
    let said = output(program("rustc", &tree.root).arg("-vV"), "Install Rust 1.95 or newer.")?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc names no host.")?;
    let into = tree.target.join("fuzz");
    // With a named target the flags are not passed on to build scripts, which have no fuzzer to call.
    run_program(
        cargo(tree)
            .current_dir(&package)
            .args(["build", "--release", "--locked", "--bin", target, "--target", host])
            .env("CARGO_TARGET_DIR", &into)
            .env("RUSTFLAGS", FLAGS.join(" ")),
        "The fuzzer did not compile: it needs a C++ compiler, such as Debian's g++.",
    )?;
    // Copied, so that building again does not pull it away from under a long run.
    let built = into.join(host).join("release").join(target);
    let fuzzer = folder(tree).join("bin").join(target);
    crate::places::write(&fuzzer, &[])?;
    std::fs::remove_file(&fuzzer)
        .and_then(|()| std::fs::copy(&built, &fuzzer))
        .map_err(|why| format!("{} cannot be copied: {why}.", built.display()))?;
    Ok(fuzzer)
}

/// What one process of the fuzzer came to.
struct Round {
    tried: u64,
    spent: Duration,
    clock: Duration,
    finding: Option<String>,
}

fn round(tree: &Tree, target: &str, fuzzer: &Path, seed: u64, time: Duration) -> Result<Round, String> {
    let artifacts = folder(tree).join(format!("artifacts-{target}"));
    let _ = std::fs::remove_dir_all(&artifacts);
    let log = folder(tree).join(format!("{target}.log"));
    std::fs::create_dir_all(&artifacts)
        .map_err(|why| format!("{} cannot be made: {why}.", artifacts.display()))?;
    let file =
        std::fs::File::create(&log).map_err(|why| format!("{} cannot be written: {why}.", log.display()))?;
    println!(
        "Fuzzing {target} with seed {seed} for {} s; its words go to {}.",
        time.as_secs(),
        log.display()
    );
    let (begun, before) = (Instant::now(), processor_time());
    let status = program(fuzzer, &tree.root)
        .args(["-max_len=65536", "-timeout=20", "-print_final_stats=1"])
        .arg(format!("-seed={seed}"))
        .arg(format!("-max_total_time={}", time.as_secs().max(1)))
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg(corpus::working(tree, target))
        .stderr(file)
        .status()
        .map_err(|why| format!("The fuzzer could not be started: {why}."))?;
    let clock = begun.elapsed();
    let spent = before.zip(processor_time()).map_or(clock, |(before, after)| after.saturating_sub(before));
    let said = String::from_utf8_lossy(&read(&log)?).into_owned();
    let tried = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    let tried = tried.and_then(|number| number.trim().parse().ok()).unwrap_or(0);
    let mut finding = None;
    if !status.success() {
        let broken = files_below(&artifacts)?;
        let text = broken.first().ok_or("The fuzzer stopped and left no text: look at its log.")?;
        let place = corpus::remember(tree, target, &read(text)?)?;
        let place = place.strip_prefix(&tree.root).unwrap_or(&place).display().to_string();
        let why =
            said.lines().skip_while(|line| !line.contains("panicked at")).nth(1).unwrap_or("it was too slow");
        finding = Some(format!("{place}: {why}"));
    }
    Ok(Round { tried, spent, clock, finding })
}

/// Processor time of all programs we started that have ended; nothing where the system does not say.
fn processor_time() -> Option<Duration> {
    ended_children(&std::fs::read_to_string("/proc/self/stat").ok()?)
}

/// Fields 16 and 17 of /proc/PID/stat (proc(5)), in hundredths of a second. The second field is a name in
/// brackets, which may itself hold blanks and brackets.
fn ended_children(stat: &str) -> Option<Duration> {
    let (_, after_name) = stat.rsplit_once(')')?;
    let fields: Vec<u64> = after_name
        .split_whitespace()
        .skip(13)
        .take(2)
        .map(|field| field.parse().ok())
        .collect::<Option<_>>()?;
    (fields.len() == 2).then(|| Duration::from_millis(10 * fields.iter().sum::<u64>()))
}

/// Minimises the corpus: the fewest, shortest texts that reach everything that was reached.
fn keep(tree: &Tree, target: &str, fuzzer: &Path) -> Result<usize, String> {
    let (working, fewer) = (corpus::working(tree, target), folder(tree).join(format!("fewer-{target}")));
    let _ = std::fs::remove_dir_all(&fewer);
    std::fs::create_dir_all(&fewer).map_err(|why| format!("{} cannot be made: {why}.", fewer.display()))?;
    let merged = program(fuzzer, &tree.root)
        .arg("-set_cover_merge=1")
        .arg("-max_len=65536")
        .args([&fewer, &working])
        .stderr(std::process::Stdio::null())
        .status();
    if !merged.is_ok_and(|status| status.success()) {
        return Err("The corpus could not be minimised; nothing of it was lost.".to_string());
    }
    let kept = corpus::keep(tree, target, &fewer)?;
    let renamed = std::fs::remove_dir_all(&working).and_then(|()| std::fs::rename(&fewer, &working));
    renamed.map_err(|why| format!("{} cannot be replaced: {why}.", working.display()))?;
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_time_of_ended_programs_is_read_whatever_the_name_of_ours() {
        let rows = [
            ("7 (xtask) S 1 7 7 0 -1 4 5 6 0 0 11 12 130 20 20 0 1 0", Some(1_500)),
            ("7 (a) b) S 1 7 7 0 -1 4 5 6 0 0 11 12 0 1 20 0", Some(10)),
            ("7 (xtask) S 1 7 7 0 -1 4 5 6 0 0 11 12 130", None),
            ("7 (xtask) S 1 7 7 0 -1 4 5 6 0 0 11 12 x 1", None),
            ("", None),
        ];
        for (stat, expected) in rows {
            assert_eq!(ended_children(stat), expected.map(Duration::from_millis), "{stat}");
        }
    }
}
