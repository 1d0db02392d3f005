//! Responses from elsewhere, scored by the weights of their own Questionnaire, and set beside the totals
//! that are stored with them. Theirs is never taken over: it is shown beside ours.

use super::bundle::Row;
use super::document::{Document, Read, parse};
use super::import::draft;
use super::reading::{Reading, Stored};
use super::response;
use crate::definition::Fault;
use crate::instrument::Instrument;
use crate::points::Points;
use crate::provenance::{self, Digest, Provenance, RestsOn};
use crate::score::{Score, score};
use std::collections::BTreeMap;

/// Responses, scored.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What the Questionnaire became.
    pub instrument: Instrument,
    /// A row for each response, in file order.
    pub rows: Vec<Row>,
    /// Where what is stored is not what the weights give; in which file.
    pub differences: Vec<(usize, Fault)>,
}

/// Scores every QuestionnaireResponse in some files by the one Questionnaire that stands in them, and
/// compares with the totals stored beside the answers: items their software works out, and Observations
/// derived from the response. One of ours that rests on other rules or answers is told even where the number agrees.
///
/// # Errors
/// Every fault with the place of its file: a Questionnaire that cannot be imported, a response to another one,
/// an answer that is none of its options.
pub fn judge(texts: &[&str], digest: Digest) -> Result<Judged, Vec<(usize, Fault)>> {
    let files: Vec<_> = texts.iter().map(|text| parse(text)).collect();
    let document = Document::of(&files);
    let judged = draft(&document).and_then(|draft| judged(&document, &Reading::of(draft)?, digest));
    let placed = |(n, file): (usize, Read)| {
        let faults = file.faults.into_result::<()>(None).err().unwrap_or_default();
        faults.into_iter().map(move |fault| (n, fault))
    };
    let faults: Vec<(usize, Fault)> = files.into_iter().enumerate().flat_map(placed).collect();
    match judged {
        Some(judged) if faults.is_empty() => Ok(judged),
        _ => Err(faults),
    }
}

fn judged(document: &Document<'_>, reading: &Reading, digest: Digest) -> Option<Judged> {
    let responses = document.all("QuestionnaireResponse");
    if responses.is_empty() {
        document.refuse("There is no QuestionnaireResponse here: name its file too.".to_owned());
    }
    let mut judged =
        Judged { instrument: reading.instrument.clone(), rows: Vec::new(), differences: Vec::new() };
    let observed = observed(document, reading);
    for (one, observed) in responses.iter().zip(observed) {
        let file = document.file_of(one);
        let mut read = response::read(one, reading, file, &judged.rows);
        read.stored.extend(observed);
        judged.differences.extend(differences(reading, &read, digest));
        judged.rows.push(read.row);
    }
    Some(judged)
}

/// For each response the totals that Observations store for it. One that does not say what it was derived
/// from belongs to the only response there is.
fn observed(document: &Document<'_>, reading: &Reading) -> Vec<Vec<Stored>> {
    let names = document.names("QuestionnaireResponse");
    let by_name: BTreeMap<&str, usize> = names
        .iter()
        .enumerate()
        .flat_map(|(n, names)| names.iter().map(move |name| (name.as_str(), n)))
        .collect();
    let mut found: Vec<Vec<Stored>> = names.iter().map(|_| Vec::new()).collect();
    for observation in document.all("Observation") {
        let from = observation.list("derivedFrom");
        let named =
            from.iter().filter_map(|one| by_name.get(local(one.text("reference")?, &by_name)).copied());
        let only = (from.is_empty() && names.len() == 1).then_some(0);
        for n in named.chain(only) {
            found[n].extend(reading.stored_in(&observation, document.file_of(&observation)));
        }
    }
    found
}

/// A reference as it stands, or its last two parts, which are a kind and an id.
fn local<'a>(reference: &'a str, known: &BTreeMap<&str, usize>) -> &'a str {
    let mut parts = reference.rmatch_indices('/').map(|(at, _)| at + 1);
    let last_two = parts.nth(1).map_or(reference, |at| &reference[at..]);
    if known.contains_key(reference) { reference } else { last_two }
}

/// Where what is stored is not what the answers give, and where an answer claims another weight.
fn differences(reading: &Reading, read: &response::Read, digest: Digest) -> Vec<(usize, Fault)> {
    let scores = score(&reading.instrument, &read.row.responses);
    let provenance = Provenance::of(&reading.instrument, &read.row.responses, "", digest);
    let mut found = read.contradictions.clone();
    for stored in &read.stored {
        let ours = stored.scale.map(|at| scores.of(at));
        let rests_on = provenance::check(&provenance, &scores, &stored.rests).rests_on;
        let same = ours.is_some_and(|ours| ours.scored().map(|scored| scored.value) == stored.theirs);
        if same && matches!(rests_on, RestsOn::TheSame | RestsOn::NotKnown) {
            continue;
        }
        let name = stored.scale.map(|at| reading.instrument.scale(at).id.as_str());
        let (person, wave) = (&read.row.person, &read.row.wave);
        let sentence = format!("{person} at {wave}: {}{}", said(stored.theirs, name, ours), why(rests_on));
        found.push((stored.file, Fault::new(stored.path.as_str(), sentence)));
    }
    found
}

fn said(theirs: Option<Points>, scale: Option<&str>, ours: Option<&Score>) -> String {
    let theirs = theirs.map_or("none".to_owned(), |points| points.to_string());
    match (scale, ours) {
        (Some(scale), Some(Score::Scored(scored))) => {
            format!("`{scale}`: stored {theirs}, ours {}.", scored.value)
        }
        (Some(scale), Some(Score::NotScorable(not))) => {
            format!("`{scale}`: stored {theirs}, ours none: {} of {} answers.", not.answered, not.items)
        }
        _ => format!("stored {theirs}, ours none: nothing here is scored."),
    }
}

/// What theirs rests on, where that is known.
fn why(rests_on: RestsOn) -> &'static str {
    match rests_on {
        RestsOn::NotKnown => "",
        RestsOn::TheSame => " Theirs names the same rules and answers.",
        RestsOn::OtherRules => " Theirs was worked out by other rules.",
        RestsOn::OtherInputs => " Theirs was worked out from other answers.",
        RestsOn::OtherRulesAndInputs => " Theirs was worked out by other rules and from other answers.",
    }
}
