//! Wasm gives the bytes that native code gives: 10,000 random response sets of every instrument, scored and
//! written, come to the hashes in `tests/golden/bytes.txt`. `tests/bytes.rs` asks the same of native code.
#![cfg(target_family = "wasm")]

#[path = "../../tests/dice.rs"]
mod dice;
#[path = "../../tests/sets.rs"]
mod sets;

use assessment_core::{catalogue, definition};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn wasm_scores_ten_thousand_random_sets_of_every_instrument_to_the_bytes_on_file() {
    let kept: Vec<&str> = include_str!("../../tests/golden/bytes.txt").lines().collect();
    let mut found = Vec::new();
    for folder in catalogue::folders() {
        let instrument = definition::parse(folder.definition).expect("what is shipped parses");
        found.push(sets::line(&instrument));
    }
    assert_eq!(found, kept);
}

#[wasm_bindgen_test]
fn wasm_comes_to_the_hashes_of_rules_and_answers_on_file() {
    let kept: Vec<&str> = include_str!("../../tests/golden/provenance.txt").lines().collect();
    let mut found = Vec::new();
    for folder in catalogue::folders() {
        let instrument = definition::parse(folder.definition).expect("what is shipped parses");
        found.push(sets::provenance_line(&instrument, vault::digest));
    }
    assert_eq!(found, kept);
}
