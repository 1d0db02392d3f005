//! What Trellis knows: instruments, answers, scores, change and schedule. Pure: no clock, no randomness,
//! no storage, no browser, no colours, no sentence for a screen.
//!
//! The modules in the order of the walk:
//!
//! 1. [`definition`]: text to [`instrument::Instrument`], or every fault
//! 2. [`wording`]: what is said to a person, checked against the instrument
//! 3. [`instrument`]: what an instrument is
//! 4. [`catalogue`]: the built-in ones
//! 5. [`answer`]: what an item will accept, and why there is no answer
//! 6. [`session`]: one administration
//! 7. [`score`]: answers to numbers; [`cases`]: worked examples of them, compared
//! 8. [`provenance`]: where a score comes from, and whether a stored one is still what we make of the answers
//! 9. [`schedule`]: when the next time is
//! 10. [`change`]: two times side by side; [`reliability`]: a threshold from pooled baselines
//! 11. [`profile`]: strengths first
//! 12. [`codebook`], [`export`]: what leaves, and what it means
//! 13. `fhir`: an adapter for exchange with others (feature `fhir`)
//!
//! ```
//! use assessment_core::{answer::{Answer, Responses}, definition, score};
//!
//! let text = r#"{
//!   "format": 1, "id": "two-things", "version": "1.0.0", "title": "Two things", "offered": false,
//!   "wording": "ours",
//!   "licence": {"terms": "MIT OR Apache-2.0", "wording": "Ours, on the same terms."},
//!   "source": {"citation": "This example.", "confidence": "ours"},
//!   "settings": ["community"], "modes": ["joint"],
//!   "options": {"yes_no": [{"code": 1, "topic": "yes"}, {"code": 0, "topic": "no"}]},
//!   "sections": [{"id": "all", "intention": "strength"}],
//!   "items": [
//!     {"id": "a", "section": "all", "topic": "first", "kind": "choice", "options": "yes_no"},
//!     {"id": "b", "section": "all", "topic": "second", "kind": "choice", "options": "yes_no"}],
//!   "scales": [{"id": "total", "intention": "strength", "range": [0, 2], "higher_is": "better",
//!     "key": {"rule": "sum", "items": ["a", "b"], "missing": {"rule": "complete"}},
//!     "source": {"citation": "This example.", "confidence": "ours"}}]
//! }"#;
//! let instrument = definition::parse(text).expect("a good definition");
//! let responses = Responses::settle(&instrument, Default::default(), |_| Answer::Coded(1));
//! let scores = score::score(&instrument, &responses);
//! let total = instrument.find_scale("total").expect("declared above");
//! assert_eq!(scores.of(total).scored().expect("complete").value.to_string(), "2");
//!
//! // One missing answer is not a nought: there is no number at all.
//! let b = instrument.find_item("b").expect("declared above");
//! let responses = Responses::settle(&instrument, Default::default(), |at| {
//!     if at == b { Answer::NOT_REACHED } else { Answer::Coded(1) }
//! });
//! assert_eq!(score::score(&instrument, &responses).of(total).status(), "not_scorable");
//! ```

pub mod answer;
pub mod cases;
pub mod catalogue;
pub mod change;
pub mod codebook;
pub mod definition;
pub mod export;
#[cfg(feature = "fhir")]
pub mod fhir;
pub mod instrument;
pub mod points;
pub mod presence;
pub mod profile;
pub mod provenance;
pub mod reliability;
#[cfg(test)]
mod sample;
pub mod schedule;
pub mod score;
pub mod session;
pub mod table;
pub mod wording;
