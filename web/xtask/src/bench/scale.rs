//! `cargo xtask bench scale`: a million rows scored by the command and, beside it in the same run, by the same
//! job written in pandas and in polars. Printed and kept in assessment-core/BENCHMARKS.md. A goal missed is
//! said and fails nothing; only a measurement that could not be made, or results that differ, do.

mod agree;
mod answers;
mod job;
mod python;
mod report;
mod timed;

use super::machine::Machine;
use crate::places::{Tree, write};
use job::{Job, Way};
use timed::{Run, Runs};

/// Rows of the job itself, and of the one beside it that shows whether memory grows.
const ROWS: usize = 1_000_000;
const FEWER: usize = 100_000;
/// The million rows so many times over show the same for ours alone.
const OVER: usize = 10;
/// Each job is run so often.
const TIMES: usize = 3;
/// Scores of each row of answers: ten subscales and their total.
const SCALES: usize = 11;

/// What one way came to.
struct Measured {
    way: Way,
    whole: Runs,
    fewer: Runs,
}

pub fn run(tree: &Tree) -> Result<(), String> {
    let job = Job::ready(tree)?;
    let machine = Machine::look(tree, job.versions())?;
    let (fewer, cells_fewer) = rounds(&job, FEWER)?;
    let (whole, cells) = rounds(&job, ROWS)?;
    let over = job.over()?;
    job.clear();
    let measured: Vec<Measured> = Way::ALL
        .into_iter()
        .zip(whole.into_iter().zip(fewer))
        .map(|(way, (whole, fewer))| Measured { way, whole, fewer })
        .collect();
    let report = report::Report { measured, over, cells: cells + cells_fewer };
    println!("\n{}", report.lines());
    let page = tree.root.join("assessment-core/BENCHMARKS.md");
    let before = std::fs::read_to_string(&page).unwrap_or_default();
    write(&page, report.page(&machine, &before).as_bytes())
}

/// Every way so many times, in turn, so that what slows the machine down for a while slows all of them; and how
/// many cells of each result were compared with ours.
fn rounds(job: &Job, rows: usize) -> Result<(Vec<Runs>, usize), String> {
    let mut runs: Vec<Vec<Run>> = Way::ALL.map(|_| Vec::new()).into();
    let mut cells = 0;
    for round in 0..TIMES {
        for (way, runs) in Way::ALL.into_iter().zip(&mut runs) {
            let run = job.run(way, rows)?;
            println!("{rows} rows, {}: {}", way.name(), run.words());
            runs.push(run);
        }
        // No time counts before the results agree.
        if round == 0 {
            cells = job.compare(rows)?;
            println!("{rows} rows: all results agree in all {cells} cells.");
        }
    }
    Ok((runs.into_iter().map(Runs::of).collect(), cells))
}
