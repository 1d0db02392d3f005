//! Coverage-guided fuzzing with libFuzzer, built by the stable compiler: counting edges needs no nightly.

use super::evidence::{self, Line};
use super::{Order, Watch, corpus, state};
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
    let seeds = order.seeds.clone().unwrap_or_else(|| {
        let seed = state.number(&next).max(1);
        seed..seed + 1
    });
    let watch = Watch::start(order);
    let mut tried = 0;
    let mut seconds = 0;
    let mut findings = Vec::new();
    for seed in seeds.clone() {
        let time = watch.left() / u32::try_from(seeds.end - seed).unwrap_or(u32::MAX);
        if time.is_zero() || !findings.is_empty() {
            break;
        }
        let begun = Instant::now();
        let round = round(tree, target, &fuzzer, seed, time)?;
        seconds += begun.elapsed().as_secs();
        tried += round.tried;
        findings.extend(round.finding);
        if order.seeds.is_none() {
            state.put(&next, seed + 1)?;
        }
    }
    let kept = keep(tree, target, &fuzzer)?;
    let counts = format!("{tried} texts tried, {kept} kept");
    let line = Line { seeds: format!("{}..{}", seeds.start, seeds.end), seconds, counts, findings };
    evidence::add(tree, &format!("fuzz-{target}"), &line)?;
    Ok(line.findings)
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
    let status = program(fuzzer, &tree.root)
        .args(["-max_len=65536", "-timeout=20", "-print_final_stats=1"])
        .arg(format!("-seed={seed}"))
        .arg(format!("-max_total_time={}", time.as_secs().max(1)))
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg(corpus::working(tree, target))
        .stderr(file)
        .status()
        .map_err(|why| format!("The fuzzer could not be started: {why}."))?;
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
    Ok(Round { tried, finding })
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
