//! Order never matters, reversing twice is nothing, every value lies in its range and in one band.

use super::any::Sitting;
use super::key::lists;
use super::{Shipped, holds, shipped};
use assessment_core::answer::{Answer, accept};
use assessment_core::definition;
use assessment_core::instrument::{Instrument, ItemAt, ItemKind};
use assessment_core::points::Points;
use assessment_core::schedule::Wave;
use assessment_core::score::score;
use assessment_core::session::{By, Mode, PersonId, Session, SessionId, Stamp, Start};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::Value;

#[test]
fn the_order_of_answers_never_matters_and_the_last_one_to_each_question_counts() {
    holds(any_order);
}

#[test]
fn a_value_lies_in_its_range_and_in_the_band_that_holds_it() {
    holds(in_range);
}

#[test]
fn an_answer_that_is_turned_round_twice_is_what_it_was_and_once_is_what_the_key_does() {
    holds(turned);
}

fn any_order(shipped: &Shipped, sitting: &Sitting) -> Result<(), TestCaseError> {
    let session = answered_in_order(shipped, sitting)?;
    let instrument = &shipped.instrument;
    prop_assert_eq!(score(instrument, &session.responses(instrument)), sitting.scores(instrument));
    Ok(())
}

/// A session answered in the sitting's order, half of it twice.
pub fn answered_in_order(shipped: &Shipped, sitting: &Sitting) -> Result<Session, TestCaseError> {
    let instrument = &shipped.instrument;
    let positions: Vec<ItemAt> = instrument.positions().collect();
    let on = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day");
    let stamp = || Stamp { by: By::Together, language: "en".to_owned(), wording: None, at: 0, on };
    let mut session = Session::begin(
        instrument,
        Start {
            id: SessionId([1; 16]),
            person: PersonId([2; 16]),
            wave: Wave::Baseline,
            mode: Mode::Joint,
            setting: sitting.setting,
            wording: "en/ours/1.0.0".to_owned(),
            on,
        },
    );
    // First something else to every second question, in the order asked; then the answers, in any order.
    for at in positions.iter().step_by(2) {
        let other = sitting.others[at.index()].clone();
        prop_assert_eq!(session.answer(instrument, *at, other, stamp()), Ok(()));
    }
    for at in sitting.order.iter().map(|place| positions[*place]) {
        let answer = sitting.answers[at.index()].clone();
        prop_assert_eq!(session.answer(instrument, at, answer, stamp()), Ok(()));
    }
    Ok(session)
}

fn in_range(shipped: &Shipped, sitting: &Sitting) -> Result<(), TestCaseError> {
    let instrument = &shipped.instrument;
    for (scale, score) in instrument.scales().iter().zip(sitting.scores(instrument).iter()) {
        let Some(scored) = score.scored() else { continue };
        let (low, high) = scale.value_range();
        prop_assert!((low..=high).contains(&scored.value), "{} = {}", scale.id, scored.value);
        prop_assert!((scale.range.0..=scale.range.1).contains(&scored.raw), "{} = {}", scale.id, scored.raw);
        prop_assert!(scored.answered > 0 && scored.answered <= scored.items, "{}: {scored:?}", scale.id);
        prop_assert!(!scored.prorated || scored.answered < scored.items, "{}: {scored:?}", scale.id);
        let holding: Vec<usize> = bands_holding(scale.bands.iter().map(|band| band.from), scored.value);
        prop_assert_eq!(holding, Vec::from_iter(scored.band), "{} = {}", scale.id, scored.value);
    }
    Ok(())
}

/// Positions of the bands that hold a value: from their bound to under the next.
fn bands_holding(bounds: impl Iterator<Item = Points>, value: Points) -> Vec<usize> {
    let bounds: Vec<Points> = bounds.collect();
    let holds = |n: &usize| bounds[*n] <= value && bounds.get(n + 1).is_none_or(|next| value < *next);
    (0..bounds.len()).filter(holds).collect()
}

#[test]
fn bands_share_out_the_whole_range_of_a_scale() {
    let mut scales = 0;
    for Shipped { instrument, .. } in shipped() {
        for scale in instrument.scales().iter().filter(|scale| !scale.bands.is_empty()) {
            scales += 1;
            let (low, high) = scale.value_range();
            for value in (low.in_hundredths()..=high.in_hundredths()).map(Points::hundredths) {
                let holding = bands_holding(scale.bands.iter().map(|band| band.from), value);
                assert_eq!(holding.len(), 1, "{} {} = {value}", instrument.id(), scale.id);
            }
            for band in &scale.bands {
                assert!((low..=high).contains(&band.from), "{} {}: {}", instrument.id(), scale.id, band.name);
            }
        }
    }
    assert!(scales > 0, "no shipped scale has bands");
}

/// A key with its reversals taken out of the definition scores mirrored answers as the key scores the answers.
fn turned(shipped: &Shipped, sitting: &Sitting) -> Result<(), TestCaseError> {
    let instrument = &shipped.instrument;
    let scores = sitting.scores(instrument);
    for scale in instrument.scales() {
        let key = &super::key::scale(shipped, scale.id.as_str())["key"];
        let reversed = |at: ItemAt| lists(&key["reversed"], instrument.item(at).id.as_str());
        if !instrument.positions().any(reversed) {
            continue;
        }
        let plain = without_reversals(&shipped.definition, scale.id.as_str());
        let mirrored =
            |at: ItemAt| reversed(at).then(|| mirror(instrument, at, &sitting.answers[at.index()]));
        for at in instrument.positions().filter(|at| reversed(*at)) {
            let once = mirror(instrument, at, &sitting.answers[at.index()]);
            prop_assert_eq!(accept(instrument, at, &once), Ok(()));
            prop_assert_eq!(&mirror(instrument, at, &once), &sitting.answers[at.index()]);
        }
        let scale_at = instrument.find_scale(scale.id.as_str()).expect("one of its scales");
        let of_plain = score(&plain, &sitting.with_all(&plain, mirrored));
        prop_assert_eq!(of_plain.of(scale_at), scores.of(scale_at), "{}", scale.id);
    }
    Ok(())
}

/// The answer as far from the other end.
fn mirror(instrument: &Instrument, at: ItemAt, answer: &Answer) -> Answer {
    let Answer::Coded(code) = answer else { return answer.clone() };
    let codes = instrument.options(at).iter().map(|option| option.code);
    let (low, high) = match instrument.item(at).kind {
        ItemKind::Number { from, to, .. } => (from, to),
        _ => (codes.clone().min().expect("an option"), codes.max().expect("an option")),
    };
    Answer::Coded(low + high - code)
}

fn without_reversals(definition: &Value, scale: &str) -> Instrument {
    let mut plain = definition.clone();
    let scales = plain["scales"].as_array_mut().expect("scales");
    let scale = scales.iter_mut().find(|one| one["id"] == scale).expect("the scale");
    scale["key"].as_object_mut().expect("a key").remove("reversed");
    definition::parse(&plain.to_string()).expect("a key need not reverse anything")
}
