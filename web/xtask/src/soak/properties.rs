//! The property tests of `tests/properties.rs` again, seed after seed, with many more cases.

use super::evidence::{self, Line};
use super::{Order, Watch, state::State};
use crate::places::Tree;
use crate::programs::{cargo, run as run_program};
use std::time::Instant;

/// Cases of each property of each instrument, for one seed.
const CASES: u64 = 5_000;

const NEXT: &str = "properties.next_seed";

pub fn run(tree: &Tree, order: &Order, state: &mut State) -> Result<Vec<String>, String> {
    let words = ["test", "--release", "--package", "trellis-tests", "properties", "--", "--nocapture"];
    run_program(
        cargo(tree).args(&words[..5]).arg("--no-run"),
        "The properties did not compile: look at the message above.",
    )?;
    let first = order.seeds.as_ref().map_or_else(|| state.number(NEXT).max(1), |seeds| seeds.start);
    let last = order.seeds.as_ref().map_or(u64::MAX, |seeds| seeds.end);
    let (watch, begun) = (Watch::start(order), Instant::now());
    let mut findings = Vec::new();
    let mut seed = first;
    while seed < last && !watch.left().is_zero() && findings.is_empty() {
        let mut command = cargo(tree);
        command.args(words).env("TRELLIS_SEED", seed.to_string()).env("TRELLIS_CASES", CASES.to_string());
        if run_program(&mut command, "").is_err() {
            findings
                .push(format!("seed {seed} breaks a property: TRELLIS_SEED={seed} TRELLIS_CASES={CASES}"));
        }
        seed += 1;
        if order.seeds.is_none() {
            state.put(NEXT, seed)?;
        }
    }
    let counts = format!("{} seeds, {CASES} cases of each property of each instrument a seed", seed - first);
    let seconds = begun.elapsed().as_secs();
    let line = Line { seeds: format!("{first}..{seed}"), seconds, counts, findings };
    evidence::add(tree, "properties", &line)?;
    Ok(line.findings)
}
