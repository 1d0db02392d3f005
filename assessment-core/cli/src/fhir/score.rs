//! Responses in, scores out; what is stored beside the answers is set beside ours.

use super::read;
use crate::answers::sha256;
use crate::instruments::Faults;
use crate::output::print;
use assessment_core::definition::Fault;
use assessment_core::export::{Csv, SCORE_COLUMNS, score_cells};
use assessment_core::fhir::{self, When};
use assessment_core::score::score as score_responses;
use std::path::PathBuf;

/// Scores the responses that stand in some files.
pub fn score(files: &[PathBuf]) -> Result<(), Faults> {
    let texts: Vec<String> = files.iter().map(|file| read(file)).collect::<Result<_, _>>()?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let named = |(n, fault): &(usize, Fault)| format!("{}: {fault}", files[*n].display());
    let judged =
        fhir::judge(&texts, sha256).map_err(|faults| faults.iter().map(named).collect::<Faults>())?;
    let days = judged.rows.iter().any(|row| matches!(row.when, When::Days(_)));
    let mut csv = Csv::default();
    csv.row(SCORE_COLUMNS.map(|name| if name == "days" && !days { "date" } else { name }));
    for row in &judged.rows {
        let when = match row.when {
            When::Date(date) if !days => date.to_string(),
            When::Days(days) => days.to_string(),
            When::Date(_) | When::Unknown => String::new(),
        };
        let key = [row.person.as_str(), row.wave.as_str(), when.as_str()];
        let scores = score_responses(&judged.instrument, &row.responses);
        for (scale, score) in judged.instrument.scales().iter().zip(scores.iter()) {
            csv.row(score_cells(&key, scale, score));
        }
    }
    print(&csv.into_text())?;
    if judged.differences.is_empty() { Ok(()) } else { Err(judged.differences.iter().map(named).collect()) }
}
