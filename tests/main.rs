//! End to end: every case file through the scoring, what must hold for any answers and any text, and the
//! rules this house keeps.
#![allow(clippy::unwrap_used)]

mod bytes;
mod change;
mod covered;
mod dice;
mod instruments;
mod kept;
mod pages;
mod pictures;
#[path = "fuzz/src/promises.rs"]
mod promises;
mod properties;
mod prose;
mod reading;
mod reference;
mod said;
mod schema;
mod sets;
mod sources;
mod tidy;
mod versions;
mod worked;
