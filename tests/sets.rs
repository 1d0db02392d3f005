//! Random response sets of an instrument, scored and written as `scores_long.csv`: what native code and
//! wasm must agree on to the last byte.

use crate::dice::Dice;
use assessment_core::answer::{Answer, Missing, Responses};
use assessment_core::export::{Csv, SCORE_COLUMNS, score_cells};
use assessment_core::instrument::{Instrument, ItemAt, ItemKind};
use assessment_core::provenance::{self, Digest};
use assessment_core::score::score;
use std::collections::BTreeSet;

/// Response sets of every instrument.
pub const SETS: usize = 10_000;

/// What the first throw of each instrument starts from.
pub const SEED: u64 = 20_261_125;

/// `id version hash` of the scores of [`SETS`] random response sets.
pub fn line(instrument: &Instrument) -> String {
    let mut hash = Fnv::new();
    let mut dice = Dice(SEED);
    let mut header = Csv::default();
    header.row(SCORE_COLUMNS);
    hash.add(header.into_text().as_bytes());
    for n in 0..SETS {
        let responses = throw(instrument, &mut dice);
        let mut rows = Csv::default();
        let person = format!("p{n}");
        for (scale, score) in instrument.scales().iter().zip(score(instrument, &responses).iter()) {
            rows.row(score_cells(&[&person, "baseline", "0"], scale, score));
        }
        hash.add(rows.into_text().as_bytes());
    }
    format!("{} {} {:016x}", instrument.id(), instrument.version(), hash.0)
}

/// `id version rules inputs`: the hash of the rules, and one hash over those of a thousand sets of answers.
pub fn provenance_line(instrument: &Instrument, digest: Digest) -> String {
    let mut dice = Dice(SEED);
    let mut all = String::new();
    for _ in 0..SETS / 10 {
        all += &provenance::inputs(instrument, &throw(instrument, &mut dice), digest).to_string();
    }
    let inputs = provenance::Hash(digest(all.as_bytes()));
    let rules = provenance::rules(instrument, digest);
    format!("{} {} {rules} {inputs}", instrument.id(), instrument.version())
}

/// One response set. One in four is complete, the others miss one answer in ten, in five or in two.
pub fn throw(instrument: &Instrument, dice: &mut Dice) -> Responses {
    let setting = *dice.one(instrument.settings());
    let one_missing_in = *dice.one(&[1_000_000, 10, 5, 2]);
    let mut answer = |at| match dice.below(one_missing_in) {
        0 => Answer::Missing(*dice.one(&Missing::ALL)),
        _ => given(instrument, at, dice),
    };
    let answers: Vec<Answer> = instrument.positions().map(&mut answer).collect();
    Responses::settle(instrument, setting, |at| answers[at.index()].clone())
}

fn given(instrument: &Instrument, at: ItemAt, dice: &mut Dice) -> Answer {
    match &instrument.item(at).kind {
        ItemKind::Text => Answer::Text(format!("words {}", dice.below(3))),
        ItemKind::Number { from, to, .. } => {
            let steps = usize::try_from(i64::from(*to) - i64::from(*from)).expect("from lies below to");
            let step = i64::try_from(dice.below(steps + 1)).expect("a step");
            Answer::Coded((i64::from(*from) + step).try_into().expect("within the bounds"))
        }
        ItemKind::Choice { .. } => Answer::Coded(dice.one(instrument.options(at)).code),
        ItemKind::Several { alone, .. } => {
            let first = dice.one(instrument.options(at)).code;
            let mut codes = BTreeSet::from([first]);
            for option in instrument.options(at) {
                if !alone.contains(&first) && !alone.contains(&option.code) && dice.below(2) == 0 {
                    codes.insert(option.code);
                }
            }
            Answer::Several(codes)
        }
    }
}

/// FNV-1a over 64 bits, taken up piece by piece.
struct Fnv(u64);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
