//! Every page and state in each language, in light, dark and forced colours, at every width: the whole product, of
//! which every test run has a part. One run is the whole, however many minutes were asked for. It leaves a picture of
//! each, in both languages, light and forced, in target/matrix for whoever looks at them one by one.

use super::evidence::{self, Line};
use super::{Order, state::State};
use crate::places::Tree;
use crate::test::journeys;
use std::time::Instant;

pub fn run(tree: &Tree, order: &Order, _: &mut State) -> Result<Vec<String>, String> {
    if order.seeds.is_some() {
        return Err("The matrix is the same every time: it takes no seeds.".to_string());
    }
    let begun = Instant::now();
    let pictures = tree.target.join("matrix");
    let _ = std::fs::remove_dir_all(&pictures);
    let settings = [("TRELLIS_MATRIX", "whole"), ("TRELLIS_PICTURES", &*pictures.to_string_lossy())];
    let tally = journeys(tree, &["journeys/matrix.spec.ts".to_owned()], &settings)?;
    println!("The pictures are in {}.", pictures.display());
    let broken = format!("{} journeys of tests/browser/journeys/matrix.spec.ts", tally.failed);
    let line = Line {
        seeds: String::new(),
        seconds: begun.elapsed().as_secs(),
        counts: format!("every page and state, 18 looks each and round with Tab: {}", tally.line()),
        findings: if tally.failed == 0 { Vec::new() } else { vec![broken] },
    };
    evidence::add(tree, "matrix", &line)?;
    Ok(line.findings)
}
