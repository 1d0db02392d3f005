//! End to end: every case file through the scoring, and the rules this house keeps.
#![allow(clippy::unwrap_used)]

mod instruments;
mod reference;
mod sources;
mod tidy;
