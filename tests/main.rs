//! End to end: every case file through the scoring, and the rules this house keeps.
#![allow(clippy::unwrap_used)]

mod instruments;
mod prose;
mod reading;
mod reference;
mod said;
mod sources;
mod tidy;
