//! `cargo xtask soak`: the checks that are worth hours. Each goes on where it stopped (target/soak/state.json)
//! and adds a line of what was run to assessment-core/EVIDENCE.md, whatever came of it.

mod corpus;
mod evidence;
mod fuzz;
mod matrix;
mod mutants;
mod properties;
mod state;
mod words;

use crate::places::Tree;
use state::State;
use std::ops::Range;
use std::time::{Duration, Instant};

/// One kind of soak: its name, what it does, and how it is run.
struct Soak {
    name: &'static str,
    title: &'static str,
    /// Adds its lines to the evidence itself; gives back what was found.
    run: fn(&Tree, &Order, &mut State) -> Result<Vec<String>, String>,
}

const SOAKS: &[Soak] = &[
    Soak {
        name: "properties",
        title: "the properties with other seeds, many more cases",
        run: properties::run,
    },
    Soak {
        name: "fuzz-definition",
        title: "coverage-guided fuzzing of what reads definitions",
        run: |tree, order, state| fuzz::run("definition", tree, order, state),
    },
    Soak {
        name: "fuzz-pack",
        title: "coverage-guided fuzzing of what reads wording packs",
        run: |tree, order, state| fuzz::run("pack", tree, order, state),
    },
    Soak {
        name: "fuzz-fhir",
        title: "coverage-guided fuzzing of what reads Questionnaires of FHIR",
        run: |tree, order, state| fuzz::run("fhir", tree, order, state),
    },
    Soak {
        name: "matrix",
        title: "every page in each language, in all colours, at every width: is it fit for everybody?",
        run: matrix::run,
    },
    Soak { name: "mutants", title: "the core changed on purpose: do its tests notice?", run: mutants::run },
];

/// What was asked for on the command line.
#[derive(Debug, PartialEq, Eq)]
pub struct Order {
    /// Seeds to begin from; `None` goes on with the next one.
    pub seeds: Option<Range<u64>>,
    /// How long at most, counted from the start of the first step; a step that has begun is finished.
    pub time: Duration,
}

/// A stop-watch for [`Order::time`].
pub struct Watch {
    begun: Instant,
    time: Duration,
}

impl Watch {
    pub fn start(order: &Order) -> Watch {
        Watch { begun: Instant::now(), time: order.time }
    }

    pub fn left(&self) -> Duration {
        self.time.saturating_sub(self.begun.elapsed())
    }
}

pub fn run(tree: &Tree, words: &[String]) -> Result<(), String> {
    let Some((name, rest)) = words.split_first() else {
        println!("{}", overview(tree)?);
        return Ok(());
    };
    let soak = SOAKS
        .iter()
        .find(|soak| soak.name == name)
        .ok_or_else(|| format!("There is no soak called {name}. There are: {}.", names().join(", ")))?;
    let order = words::read(rest)?;
    let mut state = State::open(tree)?;
    println!("== {}", soak.title);
    let findings = (soak.run)(tree, &order, &mut state)?;
    println!("{}", overview(tree)?);
    if findings.is_empty() {
        return Ok(());
    }
    Err(format!("Found, and yet to be mended or explained:\n{}", findings.join("\n")))
}

fn names() -> Vec<&'static str> {
    SOAKS.iter().map(|soak| soak.name).collect()
}

/// What has been run in all, on every machine that wrote to the evidence.
fn overview(tree: &Tree) -> Result<String, String> {
    let totals = evidence::totals(tree)?;
    let mut text = String::from("In all so far (assessment-core/EVIDENCE.md):");
    for soak in SOAKS {
        let minutes = totals.iter().find(|total| total.0 == soak.name).map_or(0, |total| total.1 / 60);
        text += &format!("\n  {:<16} {minutes:>5} min  {}", soak.name, soak.title);
    }
    Ok(text)
}
