//! Raising one answer never moves a scale against its direction.
//!
//! An answer is raised for a scale when every key below the scale that reads it gives it no fewer points than
//! before: its code is higher, or lower where the key turns it round; its recoded points or its weighted code
//! are higher; it comes to be counted; it comes to fulfil a condition. Where two keys below a composite pull
//! against each other nothing is claimed. Items that decide whether others are asked are left out: another
//! answer to them changes which questions there are.

use super::any::Sitting;
use super::key::points;
use super::{Shipped, holds};
use assessment_core::answer::Answer;
use assessment_core::change::{Change, Time, Verdict, compare};
use assessment_core::instrument::{HigherIs, ItemAt, ScaleAt, ScoringKey};
use assessment_core::score::{Scores, score};
use assessment_core::table::Table;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

#[test]
fn raising_one_answer_never_moves_a_scale_against_its_direction() {
    holds(raised);
}

/// Whether another item is asked, or not, because of this one.
fn decides(shipped: &Shipped, at: ItemAt) -> bool {
    shipped.instrument.items().iter().any(|item| item.gate.as_ref().is_some_and(|gate| gate.item == at))
}

fn raised(shipped: &Shipped, sitting: &Sitting) -> Result<(), TestCaseError> {
    let instrument = &shipped.instrument;
    let at = sitting.item(instrument);
    let (before, after) = (&sitting.answers[at.index()], &sitting.others[at.index()]);
    if decides(shipped, at) || matches!(before, Answer::Missing(_)) {
        return Ok(());
    }
    let asked = sitting.responses(instrument).asks(at);
    let (from, to) = (sitting.scores(instrument), score(instrument, &sitting.with(instrument, at, after)));
    for scale in instrument.scales() {
        let scale_at = instrument.find_scale(scale.id.as_str()).expect("one of its scales");
        let moves: Vec<i64> = points(shipped, scale.id.as_str(), at, before)
            .into_iter()
            .zip(points(shipped, scale.id.as_str(), at, after))
            .map(|(before, after)| after - before)
            .collect();
        if !asked || moves.iter().all(|step| *step == 0) {
            prop_assert_eq!(from.of(scale_at), to.of(scale_at), "{} moved without a reason", scale.id);
        } else if moves.iter().all(|step| *step >= 0) {
            not_down(shipped, scale_at, &from, &to)?;
        } else if moves.iter().all(|step| *step <= 0) {
            not_down(shipped, scale_at, &to, &from)?;
        }
    }
    Ok(())
}

/// The higher answers may not come to less, nor to change away from the better end.
fn not_down(shipped: &Shipped, at: ScaleAt, lower: &Scores, higher: &Scores) -> Result<(), TestCaseError> {
    let scale = shipped.instrument.scale(at);
    match (lower.of(at).scored(), higher.of(at).scored()) {
        (Some(low), Some(high)) => {
            prop_assert!(high.raw >= low.raw, "{}: raw {} under {}", scale.id, high.raw, low.raw);
            prop_assert!(high.value >= low.value, "{}: {} under {}", scale.id, high.value, low.value);
            prop_assert!(high.band >= low.band, "{}: a lower band", scale.id);
        }
        (None, None) => {}
        // One condition that holds is enough, whatever else is missing; one that does not settles nothing.
        (None, Some(_)) if reads_conditions(shipped, at) => {}
        (low, high) => prop_assert!(false, "{}: {low:?} against {high:?}", scale.id),
    }
    let texts = Table::new();
    let time = |scores| Time {
        instrument: &shipped.instrument,
        setting: Default::default(),
        scores,
        texts: &texts,
        given: Default::default(),
    };
    let (low, high) = (time(lower), time(higher));
    let (worse, better) = match scale.higher_is {
        HigherIs::Better => (low, high),
        HigherIs::Worse => (high, low),
        HigherIs::Neither => return Ok(()),
    };
    if let Change::Compared(change) = compare(&shipped.instrument, at, &worse, &better) {
        prop_assert!(change.distance_travelled >= Some(Default::default()), "{}: {change:?}", scale.id);
        prop_assert_ne!(change.verdict, Verdict::ReliableDeterioration, "{}", scale.id);
    }
    Ok(())
}

fn reads_conditions(shipped: &Shipped, at: ScaleAt) -> bool {
    let key = &shipped.instrument.scale(at).key;
    let below = key.parts().unwrap_or_default();
    matches!(key, ScoringKey::AnyOf { .. }) || below.iter().any(|part| reads_conditions(shipped, *part))
}
