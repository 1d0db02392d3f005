//! What the fuzz targets share.

#[path = "../../dice.rs"]
pub mod dice;
pub mod mutate;
pub mod promises;

use libfuzzer_sys::fuzzer_mutate;

/// Changes the tree three times in four, and the bytes otherwise or where there is no tree.
pub fn mutated(data: &mut [u8], size: usize, longest: usize, seed: u32) -> usize {
    let text = (seed % 4 != 0).then(|| mutate::mutate(&data[..size], seed)).flatten();
    match text.filter(|text| text.len() <= longest) {
        Some(text) => {
            data[..text.len()].copy_from_slice(text.as_bytes());
            text.len()
        }
        None => fuzzer_mutate(data, size, longest),
    }
}
