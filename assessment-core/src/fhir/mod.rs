//! FHIR R4 (4.0.1): an adapter. Questionnaire in and out, QuestionnaireResponse and Observation out, and in
//! only to set their totals beside ours. Nothing else in the core knows FHIR, and the browser does not link
//! it (feature `fhir`).
//!
//! | here | FHIR |
//! |---|---|
//! | instrument | Questionnaire |
//! | section | item of type `group` |
//! | item, its id | item, its linkId |
//! | session | QuestionnaireResponse |
//! | score of a scale | Observation |
//! | points of an answer | `ordinalValue` (R4), `itemWeight` (R5) |

mod address;
mod asked;
mod base64;
mod beyond;
mod bundle;
mod choice;
mod coded;
mod document;
mod form;
mod gate;
mod given;
mod import;
mod json;
mod judge;
mod library;
mod name;
mod question;
mod questionnaire;
mod read;
mod reading;
mod response;
mod weight;
mod written;

pub use beyond::beyond_weights;
pub use bundle::{Row, When, bundle};
pub use import::{Imported, import};
pub use judge::{Judged, judge};
pub use questionnaire::{Papers, questionnaire};

#[cfg(test)]
mod tests;
