//! How long scoring one full assessment takes, natively: settling every answer, then every scale.
//! `cargo xtask bench` runs it and reads the one line it prints.

use assessment_core::answer::Answer;
use assessment_core::definition;
use assessment_core::instrument::{Instrument, ItemAt, ItemKind, Setting};
use assessment_core::schedule::{Wave, read_date};
use assessment_core::score::{Scores, score};
use assessment_core::session::{By, Mode, PersonId, Session, SessionId, Stamp, Start};
use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Instant;

const DEFINITION: &str = include_str!("../../instruments/strengths-profile/definition.json");
const BATCHES: usize = 1000;
const CALLS: u32 = 200;

fn main() {
    let instrument = definition::parse(DEFINITION).expect("the shipped definition has no faults");
    let session = full(&instrument);
    let scored = score(&instrument, &session.responses(&instrument));
    let scored = scored.iter().filter(|score| score.scored().is_some()).count();
    println!(
        "{{\"median_ns\": {:.1}, \"calls\": {}, \"answers\": {}, \"scales\": {}, \"scored\": {scored}}}",
        median(|| score(&instrument, &session.responses(&instrument))),
        BATCHES * CALLS as usize,
        session.entries.iter().count(),
        instrument.scales().len(),
    );
}

/// Nanoseconds of one call: the median over the batches, so that what interrupts a few does not count.
fn median(call: impl Fn() -> Scores) -> f64 {
    let mut batches: Vec<f64> = Vec::with_capacity(BATCHES);
    for _ in 0..BATCHES {
        let begun = Instant::now();
        for _ in 0..CALLS {
            black_box(call());
        }
        batches.push(begun.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS));
    }
    batches.sort_by(f64::total_cmp);
    batches[BATCHES / 2]
}

/// Every item answered, with yes to every gate.
fn full(instrument: &Instrument) -> Session {
    let day = read_date("2026-03-02").expect("a day of the calendar");
    let start = Start {
        id: SessionId([1; 16]),
        person: PersonId([2; 16]),
        wave: Wave::Baseline,
        mode: Mode::Joint,
        setting: Setting::Community,
        wording: String::from("en"),
        on: day,
    };
    let mut session = Session::begin(instrument, start);
    for at in instrument.positions() {
        let stamp = Stamp { by: By::Together, language: String::from("en"), wording: None, at: 0, on: day };
        session.answer(instrument, at, answer(instrument, at), stamp).expect("one of the item's own answers");
    }
    session
}

fn answer(instrument: &Instrument, at: ItemAt) -> Answer {
    match &instrument.item(at).kind {
        ItemKind::Choice { .. } => Answer::Coded(1),
        ItemKind::Several { .. } => Answer::Several(BTreeSet::from([1, 2, 3])),
        ItemKind::Number { from, to, .. } => Answer::Coded((from + to) / 2),
        ItemKind::Text => {
            Answer::Text(String::from("Walking by the river with the dog, and cooking on Sundays."))
        }
    }
}
