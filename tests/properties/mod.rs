//! What must hold for any answers to any shipped instrument. Seeds are fixed and printed; `cargo xtask soak
//! properties` runs the same with other seeds and many more cases.

mod any;
mod key;
mod laws;
mod missing;
mod provenance;
mod raising;

use crate::instruments::{folders, read};
use any::{Sitting, sitting};
use assessment_core::instrument::Instrument;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use serde_json::Value;
use std::fs;

/// An instrument, and its definition as it is written: what the properties believe, so that a key that was
/// read wrongly is noticed.
pub struct Shipped {
    pub instrument: Instrument,
    pub definition: Value,
}

/// Every shipped instrument.
pub fn shipped() -> Vec<Shipped> {
    let one = |folder: std::path::PathBuf| {
        let text = fs::read_to_string(folder.join("definition.json")).expect("a definition");
        Shipped {
            instrument: read(&folder).unwrap_or_else(|faults| panic!("{}", faults.join("\n"))),
            definition: serde_json::from_str(&text).expect("a definition is JSON"),
        }
    };
    folders().into_iter().map(one).collect()
}

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|word| word.parse().ok()).unwrap_or(otherwise)
}

/// Tries a law on random sittings of every instrument.
pub fn holds(law: fn(&Shipped, &Sitting) -> Result<(), TestCaseError>) {
    let (seed, cases) = (setting("TRELLIS_SEED", 20_261_125), setting("TRELLIS_CASES", 300));
    println!("seed {seed}, {cases} cases of each instrument");
    for shipped in shipped() {
        let config = Config {
            cases: u32::try_from(cases).expect("a number of cases"),
            rng_seed: RngSeed::Fixed(seed),
            failure_persistence: None,
            ..Config::default()
        };
        let outcome =
            TestRunner::new(config).run(&sitting(&shipped.instrument), |sitting| law(&shipped, &sitting));
        if let Err(broken) = outcome {
            let id = shipped.instrument.id();
            panic!("{id}, TRELLIS_SEED={seed} TRELLIS_CASES={cases}: {broken}");
        }
    }
}
