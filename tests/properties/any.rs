//! Any answers a person could give, and any way of giving them.

use assessment_core::answer::{Answer, Missing, Responses};
use assessment_core::instrument::{Instrument, ItemAt, ItemKind, Setting};
use assessment_core::score::{Scores, score};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use std::collections::BTreeSet;

/// What a property is tried on.
#[derive(Clone, Debug)]
pub struct Sitting {
    pub setting: Setting,
    /// One for each item, some missing.
    pub answers: Vec<Answer>,
    /// Another real answer for each item.
    pub others: Vec<Answer>,
    /// Positions of all items in some order.
    pub order: Vec<usize>,
    item: Index,
    /// Two reasons for a missing answer.
    pub reasons: (Missing, Missing),
}

impl Sitting {
    /// The item a property looks at.
    pub fn item(&self, instrument: &Instrument) -> ItemAt {
        let all: Vec<ItemAt> = instrument.positions().collect();
        *self.item.get(&all)
    }

    /// The responses with one answer put in another's place.
    pub fn with(&self, instrument: &Instrument, item: ItemAt, answer: &Answer) -> Responses {
        self.with_all(instrument, |at| (at == item).then(|| answer.clone()))
    }

    /// The responses with some answers put in others' places.
    pub fn with_all(&self, instrument: &Instrument, other: impl Fn(ItemAt) -> Option<Answer>) -> Responses {
        Responses::settle(instrument, self.setting, |at| {
            other(at).unwrap_or_else(|| self.answers[at.index()].clone())
        })
    }

    /// The responses as they are.
    pub fn responses(&self, instrument: &Instrument) -> Responses {
        self.with_all(instrument, |_| None)
    }

    /// Their scores.
    pub fn scores(&self, instrument: &Instrument) -> Scores {
        score(instrument, &self.responses(instrument))
    }
}

/// Any sitting with an instrument.
pub fn sitting(instrument: &Instrument) -> impl Strategy<Value = Sitting> + use<> {
    let missing = || select(Missing::ALL.to_vec());
    let real: Vec<_> = instrument.positions().map(|at| real(instrument, at)).collect();
    // A whole sitting with few gaps or with many: a scale of ten items is hardly ever complete otherwise.
    let gaps = prop_oneof![Just(0_u32), Just(1), Just(4)];
    let answers = {
        let real = real.clone();
        gaps.prop_flat_map(move |gaps| {
            let maybe = |real: &BoxedStrategy<Answer>| {
                let missing = select(Missing::ALL.to_vec()).prop_map(Answer::Missing);
                if gaps == 0 {
                    real.clone()
                } else {
                    prop_oneof![10 => real.clone(), gaps => missing].boxed()
                }
            };
            real.iter().map(maybe).collect::<Vec<_>>()
        })
    };
    let order = Just((0..real.len()).collect::<Vec<_>>()).prop_shuffle();
    let setting = select(instrument.settings().to_vec());
    (setting, answers, real, order, any::<Index>(), (missing(), missing())).prop_map(
        |(setting, answers, others, order, item, reasons)| Sitting {
            setting,
            answers,
            others,
            order,
            item,
            reasons,
        },
    )
}

/// Any answer an item takes, never a missing one.
fn real(instrument: &Instrument, at: ItemAt) -> BoxedStrategy<Answer> {
    let codes: Vec<_> = instrument.options(at).iter().map(|option| option.code).collect();
    match &instrument.item(at).kind {
        ItemKind::Text => "[a-c]{0,2}".prop_map(Answer::Text).boxed(),
        ItemKind::Number { from, to, .. } => (*from..=*to).prop_map(Answer::Coded).boxed(),
        ItemKind::Choice { .. } => select(codes).prop_map(Answer::Coded).boxed(),
        ItemKind::Several { alone, .. } => {
            let (alone, together): (Vec<_>, Vec<_>) =
                codes.into_iter().partition(|code| alone.contains(code));
            let count = together.len();
            let several = subsequence(together, 1..=count).prop_map(BTreeSet::from_iter);
            let several = several.prop_map(Answer::Several).boxed();
            if alone.is_empty() {
                return several;
            }
            let alone = select(alone).prop_map(|code| Answer::Several(BTreeSet::from([code])));
            prop_oneof![3 => several, 1 => alone].boxed()
        }
    }
}
