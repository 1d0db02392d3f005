//! Which answers mean that somebody should talk with the person soon: nowhere safe tonight, someone hurting
//! or controlling them, and the like. The list is data, in `web/safeguarding/raises.json`, and stands
//! nowhere else. Injecting is not on it: people would stop telling. It is on another, `naloxone.json`, after whose
//! answers the person is offered what keeps them well, and nothing else comes of them.

use crate::notes::{Reason, Word};
use assessment_core::answer::Answer;
use assessment_core::instrument::{Code, Instrument, ItemAt};
use assessment_core::session::Session;
use serde_json::Value;

const LIST: &str = include_str!("../safeguarding/raises.json");
const NALOXONE: &str = include_str!("../safeguarding/naloxone.json");

/// Whether an answer to an item is one of them.
#[must_use]
pub fn raises(instrument: &Instrument, at: ItemAt, answer: &Answer) -> bool {
    rows(LIST).iter().any(|row| fits(row, instrument, at, answer))
}

/// Whether it is one that is to be sorted before any other question.
#[must_use]
pub fn comes_first(instrument: &Instrument, at: ItemAt, answer: &Answer) -> bool {
    rows(LIST).iter().any(|row| row["first"] == true && fits(row, instrument, at, answer))
}

/// Whether it is one after which the person is offered naloxone, clean equipment and a test.
#[must_use]
pub fn offers_naloxone(instrument: &Instrument, at: ItemAt, answer: &Answer) -> bool {
    rows(NALOXONE).iter().any(|row| fits(row, instrument, at, answer))
}

fn fits(row: &Value, instrument: &Instrument, at: ItemAt, answer: &Answer) -> bool {
    let given = |code: i64| match answer {
        Answer::Coded(given) => i64::from(*given) == code,
        Answer::Several(given) => given.iter().any(|given| i64::from(*given) == code),
        _ => false,
    };
    let item = instrument.item(at).id.as_str();
    row["instrument"] == instrument.id().as_str() && row["item"] == item && codes(row).any(given)
}

/// What an answer to an item makes one think of, in the order of the list.
fn why(instrument: &Instrument, at: ItemAt, answer: &Answer) -> Vec<Reason> {
    let raised = rows(LIST).into_iter().filter(|row| fits(row, instrument, at, answer));
    raised.filter_map(|row| row["why"].as_str().and_then(Reason::read)).collect()
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

fn rows(list: &str) -> Vec<Value> {
    serde_json::from_str(list).unwrap_or_default()
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
        let rows = [rows(LIST), rows(NALOXONE)];
        assert!(rows.iter().all(|rows| !rows.is_empty()));
        let why = |row: &Value| row["why"].as_str().and_then(Reason::read);
        assert!(super::rows(LIST).iter().all(|row| why(row).is_some()), "each says why");
        for row in rows.concat() {
            assert_eq!(row["instrument"], book.instrument.id().as_str(), "{row}");
            let at = book.instrument.find_item(row["item"].as_str().expect("an id")).expect("such an item");
            let known: BTreeSet<i64> =
                book.instrument.options(at).iter().map(|option| i64::from(option.code)).collect();
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
    fn nowhere_safe_tonight_comes_first_wherever_it_is_said_and_injecting_offers_naloxone_alone() {
        let book = strengths_profile();
        let rows = [
            // Item and code, and whether it comes first, and whether naloxone is offered.
            ("home_tonight", 0, [true, false]),
            ("home_tonight", 1, [false, false]),
            ("belong_sleep", 0, [false, false]),
            ("support_safety", 3, [false, false]),
            ("inject", 1, [false, true]),
            ("inject", 0, [false, false]),
            ("drugs", 1, [false, false]),
        ];
        for (item, code, expected) in rows {
            let at = book.instrument.find_item(item).expect("such an item");
            let answer = Answer::Coded(code);
            let found =
                [comes_first(&book.instrument, at, &answer), offers_naloxone(&book.instrument, at, &answer)];
            assert_eq!(found, expected, "{item}: {code}");
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
}
