//! Pictures from plain numbers, drawn in SVG with no colour that means anything by itself. Every picture
//! has its words and its table beside it.

pub mod then_now;
pub mod trellis;
