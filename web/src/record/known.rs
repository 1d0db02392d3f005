//! The stored shape of what is already known: part of the person's record, left out while there is nothing.

use super::presence::{read_present, write_present};
use super::{Unreadable, get, get_day, list, object, text};
use crate::known::{Dated, Fact, FactId, Facts, Gone, Said, Saying, Source, Written};
use crate::notes::Word;
use crate::route::{hex, read_id};
use assessment_core::schedule::read_date;
use serde_json::Value;

/// A date of which nothing is known.
const NOT_ESTABLISHED: &str = "not_established";
/// What stands for a saying that was taken back.
const NOTHING: &str = "nothing";

/// The facts as JSON; null while there are none.
pub(super) fn write_facts(facts: &Facts) -> Value {
    if *facts == Facts::default() {
        return Value::Null;
    }
    let gone = |gone: &Gone| object([("id", id(gone.id)), ("at", gone.at.into())]);
    object([
        ("here", Value::Array(facts.here.iter().map(write_fact).collect())),
        ("gone", Value::Array(facts.gone.iter().map(gone).collect())),
    ])
}

fn write_fact(fact: &Fact) -> Value {
    object([
        ("id", id(fact.id)),
        ("changed", fact.changed.into()),
        ("written", write_written(&fact.written)),
        ("before", Value::Array(fact.before.iter().map(write_written).collect())),
        ("said", Value::Array(fact.said.iter().map(write_said).collect())),
    ])
}

fn write_written(written: &Written) -> Value {
    object([
        ("words", text(&written.words)),
        ("source", text(written.source.word())),
        ("named", text(&written.named)),
        ("dated", text(&write_dated(written.dated))),
        ("on", super::day(Some(written.on))),
        ("at", written.at.into()),
    ])
}

fn write_said(said: &Said) -> Value {
    let mut shape = object([
        ("says", text(said.saying.map_or(NOTHING, Saying::word))),
        ("words", text(&said.words)),
        ("of", said.of.into()),
        ("on", super::day(Some(said.on))),
        ("at", said.at.into()),
        ("changed", said.changed.into()),
    ]);
    if let Some(present) = &said.present {
        write_present(present, &mut shape);
    }
    shape
}

fn id(id: FactId) -> Value {
    text(&hex(&id.0))
}

/// As much of a date as is known: `2025-03-27`, `2025-03`, `2025`.
fn write_dated(dated: Dated) -> String {
    match dated {
        Dated::Day(day) => day.to_string(),
        Dated::Month(day) => day.format("%Y-%m").to_string(),
        Dated::Year(day) => day.format("%Y").to_string(),
        Dated::NotEstablished => NOT_ESTABLISHED.to_owned(),
    }
}

/// Reads [`write_facts`]; a record of a time before facts has none.
pub(super) fn read_facts(shape: Option<&Value>) -> Result<Facts, Unreadable> {
    let Some(shape) = shape.filter(|shape| !shape.is_null()) else { return Ok(Facts::default()) };
    let mut facts = Facts::default();
    for fact in list(shape, "here")? {
        facts.here.push(read_fact(fact)?);
    }
    for gone in list(shape, "gone")? {
        facts.gone.push(Gone { id: get_id(gone)?, at: get_moment(gone, "at")? });
    }
    Ok(facts)
}

fn read_fact(shape: &Value) -> Result<Fact, Unreadable> {
    let mut before = Vec::new();
    for written in list(shape, "before")? {
        before.push(read_written(written)?);
    }
    let mut said = Vec::new();
    for one in list(shape, "said")? {
        said.push(read_said(one)?);
    }
    let (id, changed) = (get_id(shape)?, get_moment(shape, "changed")?);
    Ok(Fact { id, changed, written: read_written(&shape["written"])?, before, said })
}

fn read_written(shape: &Value) -> Result<Written, Unreadable> {
    Ok(Written {
        words: get(shape, "words")?.to_owned(),
        source: Source::read(get(shape, "source")?).ok_or(Unreadable)?,
        named: get(shape, "named")?.to_owned(),
        dated: read_dated(get(shape, "dated")?).ok_or(Unreadable)?,
        on: get_day(shape, "on")?.ok_or(Unreadable)?,
        at: get_moment(shape, "at")?,
    })
}

fn read_said(shape: &Value) -> Result<Said, Unreadable> {
    let saying = match get(shape, "says")? {
        NOTHING => None,
        word => Some(Saying::read(word).ok_or(Unreadable)?),
    };
    Ok(Said {
        saying,
        words: get(shape, "words")?.to_owned(),
        of: get_moment(shape, "of")?,
        on: get_day(shape, "on")?.ok_or(Unreadable)?,
        at: get_moment(shape, "at")?,
        changed: get_moment(shape, "changed")?,
        present: if shape.get("who").is_some() { Some(read_present(shape)?) } else { None },
    })
}

fn read_dated(word: &str) -> Option<Dated> {
    match word.len() {
        _ if word == NOT_ESTABLISHED => Some(Dated::NotEstablished),
        10 => read_date(word).map(Dated::Day),
        7 => read_date(&format!("{word}-01")).map(Dated::Month),
        4 => read_date(&format!("{word}-01-01")).map(Dated::Year),
        _ => None,
    }
}

fn get_id(shape: &Value) -> Result<FactId, Unreadable> {
    read_id(get(shape, "id")?).map(FactId).ok_or(Unreadable)
}

fn get_moment(shape: &Value, name: &str) -> Result<i64, Unreadable> {
    shape[name].as_i64().ok_or(Unreadable)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use assessment_core::presence::{Company, Present};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
    }

    /// Facts of every kind, with everything that can be said of one.
    pub(in super::super) fn sample() -> Facts {
        let written = |words: &str, source, dated, at| Written {
            words: words.to_owned(),
            source,
            named: "OASys \"2025\"".to_owned(),
            dated,
            on: day("2026-01-05"),
            at,
        };
        let said = |saying, words: &str, of, at, present| Said {
            saying,
            words: words.to_owned(),
            of,
            on: day("2026-01-06"),
            at,
            changed: at + 5,
            present,
        };
        let two = Some(Present::new(&[Company::Worker], ""));
        let three = Some(Present::new(&[Company::Worker, Company::Interpreter], "BSL 🤟"));
        let fact =
            |n, written, before, said| Fact { id: FactId([n; 16]), changed: 90, written, before, said };
        let (home, day_known) = ("Lives in a tŷ of her own", Dated::Day(day("2025-03-27")));
        Facts {
            here: vec![
                fact(
                    1,
                    written(home, Source::Assessment, day_known, 40),
                    vec![written("Lives with her sister", Source::Referral, Dated::NotEstablished, 10)],
                    vec![
                        said(Some(Saying::NotQuite), " Not any more.\n\u{5e9}\u{5dc} 🙂", 10, 20, two),
                        said(Some(Saying::Right), "", 40, 50, three),
                    ],
                ),
                fact(
                    2,
                    written("Worked as a cook", Source::Service, Dated::Month(day("2025-03-01")), 11),
                    Vec::new(),
                    vec![
                        said(Some(Saying::NotTrue), "", 11, 21, None),
                        said(None, "", 11, 22, None),
                        said(Some(Saying::NotNow), "", 11, 23, Some(Present::default())),
                    ],
                ),
                fact(
                    3,
                    written("Has a dog", Source::Told, Dated::Year(day("2019-01-01")), 12),
                    vec![],
                    vec![],
                ),
            ],
            gone: vec![Gone { id: FactId([4; 16]), at: -7 }],
        }
    }

    #[test]
    fn facts_read_back_and_another_shape_is_unreadable() {
        for facts in [Facts::default(), sample()] {
            assert_eq!(read_facts(Some(&write_facts(&facts))), Ok(facts));
        }
        assert_eq!(read_facts(None), Ok(Facts::default()));
        let whole = write_facts(&sample()).to_string();
        let wrong = [
            ("\"2025-03-27\"", "\"2025-02-30\""),
            ("\"2025-03\"", "\"2025-13\""),
            ("\"2019\"", "\"19\""),
            ("\"not_established\"", "\"\""),
            ("\"referral\"", "\"gossip\""),
            ("\"not_quite\"", "\"maybe\""),
            ("\"worker\"", "\"judge\""),
            ("\"changed\":90", "\"changed\":\"noon\""),
            ("04040404", "0404"),
            ("\"gone\"", "\"lost\""),
        ];
        for (good, bad) in wrong {
            let text = whole.replace(good, bad);
            assert_ne!(text, whole, "{good} is nowhere");
            let shape: Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(read_facts(Some(&shape)), Err(Unreadable), "{bad}");
        }
    }
}
