//! A missing answer never equals any answer, and what stands in for it stays within reach.

use super::any::Sitting;
use super::key::{points, scale};
use super::{Shipped, holds};
use assessment_core::answer::Answer;
use assessment_core::export::score_cells;
use assessment_core::instrument::{ItemAt, ItemKind, Scale};
use assessment_core::score::{Score, Scores, score};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

#[test]
fn a_missing_answer_never_equals_any_answer() {
    holds(never_equals);
}

#[test]
fn a_prorated_score_stays_between_the_lowest_and_the_highest_the_missing_answers_could_make_it() {
    holds(within_reach);
}

fn never_equals(shipped: &Shipped, sitting: &Sitting) -> Result<(), TestCaseError> {
    let instrument = &shipped.instrument;
    let at = sitting.item(instrument);
    if !sitting.responses(instrument).asks(at) || instrument.item(at).kind == ItemKind::Text {
        return Ok(());
    }
    let with = |answer: &Answer| score(instrument, &sitting.with(instrument, at, answer));
    let missing = with(&Answer::Missing(sitting.reasons.0));
    prop_assert_eq!(&missing, &with(&Answer::Missing(sitting.reasons.1)), "a reason is not a number");
    for answer in answers(shipped, sitting, at) {
        let given = with(&answer);
        for place in instrument.scales() {
            let scale_at = instrument.find_scale(place.id.as_str()).expect("one of its scales");
            if points(shipped, place.id.as_str(), at, &answer).is_empty() {
                continue;
            }
            let (without, with) = (missing.of(scale_at), given.of(scale_at));
            prop_assert_ne!(without, with, "{}: missing is scored as {:?}", place.id, answer);
            prop_assert_ne!(row(place, without), row(place, with), "{}: the rows are the same", place.id);
            if scale(shipped, place.id.as_str())["key"]["missing"]["rule"] == "complete" {
                prop_assert_eq!(without.status(), "not_scorable", "{}", place.id);
            }
        }
    }
    Ok(())
}

/// Every code of a choice; of other kinds the one at hand.
fn answers(shipped: &Shipped, sitting: &Sitting, at: ItemAt) -> Vec<Answer> {
    match shipped.instrument.item(at).kind {
        ItemKind::Choice { .. } => {
            shipped.instrument.options(at).iter().map(|option| Answer::Coded(option.code)).collect()
        }
        _ => vec![sitting.others[at.index()].clone()],
    }
}

fn row(scale: &Scale, score: &Score) -> Vec<String> {
    score_cells(&["p", "baseline", "0"], scale, score)
}

fn within_reach(shipped: &Shipped, sitting: &Sitting) -> Result<(), TestCaseError> {
    let instrument = &shipped.instrument;
    let scores = sitting.scores(instrument);
    for place in instrument.scales() {
        let scale_at = instrument.find_scale(place.id.as_str()).expect("one of its scales");
        let key = &scale(shipped, place.id.as_str())["key"];
        let Some(scored) = scores.of(scale_at).scored().filter(|scored| scored.prorated) else { continue };
        let (low, high) = place.value_range();
        prop_assert!((low..=high).contains(&scored.value), "{} = {}", place.id, scored.value);
        prop_assert!((place.range.0..=place.range.1).contains(&scored.raw), "{} = {}", place.id, scored.raw);
        if !["sum", "mean", "count"].contains(&key["rule"].as_str().unwrap_or_default()) {
            continue;
        }
        prop_assert_eq!(&key["missing"]["rule"], "person_mean", "{}", place.id);
        let least = filled(shipped, sitting, place, |codes| codes.first().cloned());
        let most = filled(shipped, sitting, place, |codes| codes.last().cloned());
        for (filled, holds) in [(least, std::cmp::Ordering::Less), (most, std::cmp::Ordering::Greater)] {
            let Some(filled) = filled.of(scale_at).scored().filter(|filled| !filled.prorated) else {
                continue;
            };
            let order = filled.raw.cmp(&scored.raw);
            prop_assert!(
                order == holds || order.is_eq(),
                "{}: {} beyond {}",
                place.id,
                scored.raw,
                filled.raw
            );
        }
    }
    Ok(())
}

/// The scores when every missing answer a scale reads is given, chosen from all of the item's by rising points.
fn filled(
    shipped: &Shipped,
    sitting: &Sitting,
    scale: &Scale,
    choose: fn(&[Answer]) -> Option<Answer>,
) -> Scores {
    let instrument = &shipped.instrument;
    let responses = sitting.with_all(instrument, |at| {
        let Answer::Missing(_) = sitting.answers[at.index()] else { return None };
        let mut answers: Vec<Answer> = match instrument.item(at).kind {
            ItemKind::Number { from, to, .. } => vec![Answer::Coded(from), Answer::Coded(to)],
            _ => answers(shipped, sitting, at),
        };
        answers.sort_by_key(|answer| points(shipped, scale.id.as_str(), at, answer));
        choose(&answers)
    });
    score(instrument, &responses)
}
