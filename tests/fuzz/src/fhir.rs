//! Fuzz target: any bytes as a Questionnaire of FHIR.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use trellis_fuzz::{mutated, promises};

fuzz_target!(|text: &str| promises::fhir(text));
fuzz_mutator!(|data: &mut [u8], size: usize, longest: usize, seed: u32| {
    mutated(data, size, longest, seed)
});
