//! The hash of the answers changes with any answer and with nothing else; the hash of the rules with any rule
//! and with no word.

use super::any::Sitting;
use super::{Shipped, holds, shipped};
use assessment_core::answer::{Answer, Responses, Settled};
use assessment_core::definition;
use assessment_core::instrument::{Instrument, ItemAt, ItemKind};
use assessment_core::provenance::{Hash, inputs, rules};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[test]
fn any_change_of_one_answer_changes_the_hash_of_the_answers() {
    holds(one_answer);
}

#[test]
fn the_order_of_answers_never_changes_the_hash_of_the_answers() {
    holds(any_order);
}

fn hash(instrument: &Instrument, responses: &Responses) -> Hash {
    inputs(instrument, responses, sha256)
}

/// One answer becomes another, or missing for one of two reasons. Free text is never scored, and an answer behind
/// a closed gate does not count.
fn one_answer(shipped: &Shipped, sitting: &Sitting) -> Result<(), TestCaseError> {
    let instrument = &shipped.instrument;
    let at = sitting.item(instrument);
    let responses = sitting.responses(instrument);
    let counts = matches!(responses.answer(at), Settled::Given(_));
    let kept = hash(instrument, &responses);
    let (one, two) = (sitting.reasons.0, sitting.reasons.1);
    for other in [sitting.others[at.index()].clone(), Answer::Missing(one), Answer::Missing(two)] {
        let changed = hash(instrument, &sitting.with(instrument, at, &other));
        let same = other == sitting.answers[at.index()];
        let scored = counts && instrument.item(at).kind != ItemKind::Text;
        prop_assert_eq!(changed == kept, same || !scored, "{}: {:?}", instrument.item(at).id, other);
    }
    Ok(())
}

fn any_order(shipped: &Shipped, sitting: &Sitting) -> Result<(), TestCaseError> {
    let session = super::laws::answered_in_order(shipped, sitting)?;
    let instrument = &shipped.instrument;
    let responses = session.responses(instrument);
    prop_assert_eq!(hash(instrument, &responses), hash(instrument, &sitting.responses(instrument)));
    Ok(())
}

#[test]
fn the_setting_is_part_of_the_hash_of_the_answers() {
    for Shipped { instrument, .. } in shipped() {
        let of = |setting: &_| {
            hash(&instrument, &Responses::settle(&instrument, *setting, |_| Answer::NOT_REACHED))
        };
        let hashes: BTreeSet<String> = instrument.settings().iter().map(|s| of(s).to_string()).collect();
        assert_eq!(hashes.len(), instrument.settings().len(), "{}", instrument.id());
    }
}

/// Every word that a person, an author or a licence reads, wherever it stands in a definition.
const WORDS: [&str; 7] = ["title", "topic", "citation", "terms", "sentence", "recall", "wording"];

/// Changes every text of a definition that is a word and no rule.
fn reworded(value: &mut Value, path: &str) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                let is_word = WORDS.contains(&name.as_str()) && field.is_string();
                if is_word && !(path.is_empty() && name == "wording") {
                    *field = json!(format!("other {name}"));
                } else {
                    reworded(field, name);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|each| reworded(each, path)),
        _ => {}
    }
}

#[test]
fn other_words_never_change_the_hash_of_the_rules() {
    for Shipped { instrument, definition } in shipped() {
        let mut other = definition.clone();
        reworded(&mut other, "");
        assert_ne!(other, definition);
        other["version"] = json!("99.0.0");
        let other = definition::parse(&other.to_string())
            .unwrap_or_else(|faults| panic!("{}: {faults:?}", instrument.id()));
        assert_eq!(rules(&other, sha256), rules(&instrument, sha256), "{}", instrument.id());
    }
}

/// The definition with one rule changed, as often as it has that rule; each with the place of the change.
fn rule_changes(definition: &Value) -> Vec<(String, Value)> {
    let mut changes = Vec::new();
    let mut change = |pointer: String, value: Value| {
        let mut other = definition.clone();
        *other.pointer_mut(&pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
        changes.push((pointer, other));
    };
    let scales = definition["scales"].as_array().expect("scales");
    for (n, scale) in scales.iter().enumerate() {
        let higher = scale["higher_is"].as_str().expect("a direction");
        let turned = if higher == "better" { "worse" } else { "better" };
        change(format!("/scales/{n}/higher_is"), json!(turned));
        for (b, _) in scale["bands"].as_array().into_iter().flatten().enumerate() {
            change(format!("/scales/{n}/bands/{b}/name"), json!("another band"));
        }
        if scale["key"]["missing"]["minimum_answered"].is_number() {
            change(format!("/scales/{n}/key/missing"), json!({"rule": "complete"}));
        }
        if let Some(reversed) = scale["key"]["reversed"].as_array() {
            let fewer: Vec<Value> = reversed.iter().skip(1).cloned().collect();
            if !fewer.is_empty() {
                change(format!("/scales/{n}/key/reversed"), json!(fewer));
            }
        }
        if scale["key"]["rule"] == "count" {
            change(format!("/scales/{n}/key/codes"), json!([0, 1]));
        }
        if let Some(table) = scale["conversion"].as_array() {
            let last = table.len() - 1;
            let top = table[last][1].as_f64().expect("a number") + 1.0;
            change(format!("/scales/{n}/conversion/{last}/1"), json!(top));
        }
    }
    for (n, item) in definition["items"].as_array().expect("items").iter().enumerate() {
        if item["setting"] == "custody" {
            change(format!("/items/{n}/setting"), json!("community"));
        }
    }
    changes
}

#[test]
fn any_change_of_a_rule_changes_the_hash_of_the_rules() {
    let mut tried = 0;
    for Shipped { instrument, definition } in shipped() {
        let kept = rules(&instrument, sha256);
        for (place, other) in rule_changes(&definition) {
            // Some changes alone make a definition that is refused; nothing is scored by it.
            let Ok(other) = definition::parse(&other.to_string()) else { continue };
            // Ids are fixed; a change that leaves the rule as it was is none.
            if other.scales() == instrument.scales() && other.items() == instrument.items() {
                continue;
            }
            tried += 1;
            assert_ne!(rules(&other, sha256), kept, "{} {place}", instrument.id());
        }
    }
    assert!(tried > 100, "only {tried} changes could be tried");
}

#[test]
fn no_two_shipped_instruments_have_the_same_rules() {
    let all: Vec<String> =
        shipped().iter().map(|shipped| rules(&shipped.instrument, sha256).to_string()).collect();
    let different: BTreeSet<&String> = all.iter().collect();
    assert_eq!(different.len(), all.len());
}

/// The items behind an implied answer change nothing by what was once answered to them.
#[test]
fn an_answer_behind_a_closed_gate_is_no_part_of_the_hash() {
    for Shipped { instrument, .. } in shipped() {
        let gated: Vec<ItemAt> =
            instrument.positions().filter(|at| instrument.item(*at).gate.is_some()).collect();
        let of = |answer: Answer| {
            let given = |at: ItemAt| if gated.contains(&at) { answer.clone() } else { Answer::NOT_REACHED };
            hash(&instrument, &Responses::settle(&instrument, Default::default(), given))
        };
        assert_eq!(of(Answer::NOT_REACHED), of(Answer::Coded(1)), "{}", instrument.id());
    }
}
