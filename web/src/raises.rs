//! Which answers mean that somebody should talk with the person soon: nowhere safe tonight, someone hurting
//! or controlling them, and the like. The list is data, in `web/safeguarding/raises.json`, and stands
//! nowhere else. Injecting is not on it: people would stop telling.

use crate::notes::{Reason, Word};
use assessment_core::answer::Answer;
use assessment_core::instrument::{Code, Instrument, ItemAt};
use assessment_core::session::Session;
use serde_json::Value;

const LIST: &str = include_str!("../safeguarding/raises.json");

/// Whether an answer to an item is one of them.
#[must_use]
pub fn raises(instrument: &Instrument, at: ItemAt, answer: &Answer) -> bool {
    !why(instrument, at, answer).is_empty()
}

/// What an answer to an item makes one think of, in the order of the list.
fn why(instrument: &Instrument, at: ItemAt, answer: &Answer) -> Vec<Reason> {
    let raised = said(instrument, at, answer);
    raised.iter().filter_map(|row| row["why"].as_str().and_then(Reason::read)).collect()
}

/// Whether an answer cannot wait for the rest of the questions: nobody with nowhere safe tonight waits.
#[must_use]
pub fn sorts_first(instrument: &Instrument, at: ItemAt, answer: &Answer) -> bool {
    said(instrument, at, answer).iter().any(|row| row["sort_first"] == true)
}

/// The rows of the list that speak of an answer.
fn said(instrument: &Instrument, at: ItemAt, answer: &Answer) -> Vec<Value> {
    let given = |code: i64| match answer {
        Answer::Coded(given) => i64::from(*given) == code,
        Answer::Several(given) => given.iter().any(|given| i64::from(*given) == code),
        _ => false,
    };
    let item = instrument.item(at).id.as_str();
    let speaks = |row: &Value| row["instrument"] == instrument.id().as_str() && row["item"] == item;
    rows().into_iter().filter(|row| speaks(row) && codes(row).any(given)).collect()
}

/// Whether somebody says that they inject. It raises nothing: it is answered with an offer to the person.
#[must_use]
pub fn injects(instrument: &Instrument, at: ItemAt, answer: &Answer) -> bool {
    instrument.item(at).id.as_str() == "inject" && *answer == Answer::Coded(1)
}

/// What the answers of a session make one think of.
#[must_use]
pub fn reasons(instrument: &Instrument, session: &Session) -> Vec<Reason> {
    let raised = raised(instrument, session).into_iter();
    raised
        .flat_map(|(at, codes)| why(instrument, at, &Answer::Several(codes.into_iter().collect())))
        .collect()
}

/// The answers of a session that are among them, each with the codes that are, in the order asked.
#[must_use]
pub fn raised(instrument: &Instrument, session: &Session) -> Vec<(ItemAt, Vec<Code>)> {
    let responses = session.responses(instrument);
    let mut found = Vec::new();
    for at in instrument.positions().filter(|at| responses.asks(*at)) {
        let given = match session.answer_to(instrument, at) {
            Answer::Coded(code) => vec![code],
            Answer::Several(codes) => codes.into_iter().collect(),
            _ => Vec::new(),
        };
        let among: Vec<Code> =
            given.into_iter().filter(|code| raises(instrument, at, &Answer::Coded(*code))).collect();
        if !among.is_empty() {
            found.push((at, among));
        }
    }
    found
}

fn rows() -> Vec<Value> {
    serde_json::from_str(LIST).unwrap_or_default()
}

fn codes(row: &Value) -> impl Iterator<Item = i64> + '_ {
    row["is"].as_array().into_iter().flatten().filter_map(Value::as_i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::tests::strengths_profile;
    use assessment_core::answer::Missing;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_names_an_item_and_codes_that_there_are() {
        let book = strengths_profile();
        let rows = rows();
        assert!(!rows.is_empty());
        for row in rows {
            assert_eq!(row["instrument"], book.instrument.id().as_str(), "{row}");
            let at = book.instrument.find_item(row["item"].as_str().expect("an id")).expect("such an item");
            let known: BTreeSet<i64> =
                book.instrument.options(at).iter().map(|option| i64::from(option.code)).collect();
            assert!(row["why"].as_str().and_then(Reason::read).is_some(), "{row}");
            assert!(codes(&row).count() > 0 && codes(&row).all(|code| known.contains(&code)), "{row}");
        }
    }

    #[test]
    fn an_answer_that_raises_is_told_from_one_that_does_not() {
        let book = strengths_profile();
        let several = |codes: &[i32]| Answer::Several(codes.iter().copied().collect());
        let rows = [
            ("cannot_wait", several(&[1]), true),
            ("cannot_wait", several(&[2, 5]), true),
            ("cannot_wait", several(&[2, 3, 4, 6, 7]), false),
            ("cannot_wait", several(&[0]), false),
            ("cannot_wait", Answer::Missing(Missing::PreferNotToSay), false),
            ("cannot_wait", Answer::NOT_REACHED, false),
            ("home_tonight", Answer::Coded(0), true),
            ("home_tonight", Answer::Coded(1), false),
            ("belong_sleep", Answer::Coded(0), true),
            ("belong_sleep", Answer::Coded(1), false),
            ("belong_sleep", Answer::Missing(Missing::DoesNotApply), false),
            ("support_safety", Answer::Coded(3), true),
            ("support_safety", Answer::Coded(4), false),
            ("inject", Answer::Coded(1), false),
            ("drugs", Answer::Coded(1), false),
        ];
        for (item, answer, expected) in rows {
            let at = book.instrument.find_item(item).expect("such an item");
            assert_eq!(raises(&book.instrument, at, &answer), expected, "{item}: {answer:?}");
        }
    }

    #[test]
    fn an_answer_says_what_it_makes_one_think_of() {
        let book = strengths_profile();
        let several = |codes: &[i32]| Answer::Several(codes.iter().copied().collect());
        let rows = [
            ("cannot_wait", several(&[1]), vec![Reason::NowhereSafe]),
            ("cannot_wait", several(&[5, 6]), vec![Reason::Hurt]),
            ("cannot_wait", several(&[1, 5]), vec![Reason::NowhereSafe, Reason::Hurt]),
            ("home_tonight", Answer::Coded(0), vec![Reason::NowhereSafe]),
            ("home_tonight", Answer::Coded(1), vec![]),
            ("support_safety", Answer::Coded(2), vec![Reason::Hurt]),
            ("inject", Answer::Coded(1), vec![]),
        ];
        for (item, answer, expected) in rows {
            let at = book.instrument.find_item(item).expect("such an item");
            assert_eq!(why(&book.instrument, at, &answer), expected, "{item}: {answer:?}");
        }
    }

    #[test]
    fn what_cannot_wait_for_the_other_questions_is_less_than_what_raises() {
        let book = strengths_profile();
        let several = |codes: &[i32]| Answer::Several(codes.iter().copied().collect());
        let rows = [
            ("cannot_wait", several(&[1]), true),
            ("cannot_wait", several(&[5]), true),
            ("cannot_wait", several(&[0]), false),
            ("home_tonight", Answer::Coded(0), true),
            ("home_tonight", Answer::Coded(1), false),
            ("home_tonight", Answer::NOT_REACHED, false),
            ("belong_sleep", Answer::Coded(0), false),
            ("support_safety", Answer::Coded(2), false),
        ];
        for (item, answer, expected) in rows {
            let at = book.instrument.find_item(item).expect("such an item");
            assert_eq!(sorts_first(&book.instrument, at, &answer), expected, "{item}: {answer:?}");
        }
    }

    #[test]
    fn only_a_yes_to_injecting_is_answered_with_an_offer() {
        let book = strengths_profile();
        let rows = [
            ("inject", Answer::Coded(1), true),
            ("inject", Answer::Coded(0), false),
            ("inject", Answer::NOT_REACHED, false),
            ("drugs", Answer::Coded(1), false),
            ("inject_share", Answer::Coded(1), false),
        ];
        for (item, answer, expected) in rows {
            let at = book.instrument.find_item(item).expect("such an item");
            assert_eq!(injects(&book.instrument, at, &answer), expected, "{item}: {answer:?}");
        }
    }
}
