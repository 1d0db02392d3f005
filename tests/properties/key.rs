//! A scoring key read from the definition as it is written, and only far enough to say which way an answer
//! moves a scale. Shares nothing with the core's own reader; a field it does not know stops the test.

use super::Shipped;
use assessment_core::answer::Answer;
use assessment_core::instrument::{Code, ItemAt};
use assessment_core::points::Points;
use serde_json::Value;

/// The scale of that id, as written.
pub fn scale<'a>(shipped: &'a Shipped, id: &str) -> &'a Value {
    let scales = shipped.definition["scales"].as_array().expect("scales");
    scales.iter().find(|scale| scale["id"] == id).unwrap_or_else(|| panic!("there is no scale {id}"))
}

/// Whether a list of ids names this one.
pub fn lists(list: &Value, id: &str) -> bool {
    list.as_array().is_some_and(|ids| ids.iter().any(|one| one == id))
}

/// The points an answer to an item gives to each key below a scale that reads it, in hundredths; empty when
/// none does. Only their order means anything.
pub fn points(shipped: &Shipped, scale_id: &str, at: ItemAt, answer: &Answer) -> Vec<i64> {
    let key = &scale(shipped, scale_id)["key"];
    known_fields(key);
    let codes: Vec<Code> = match answer {
        Answer::Coded(code) => vec![*code],
        Answer::Several(codes) => codes.iter().copied().collect(),
        Answer::Text(_) | Answer::Missing(_) => Vec::new(),
    };
    let id = shipped.instrument.item(at).id.as_str();
    let among = |list: &Value| {
        let among = list.as_array().expect("a list of codes");
        among.iter().any(|one| codes.iter().any(|code| one.as_i64() == Some(i64::from(*code))))
    };
    match key["rule"].as_str().expect("a rule") {
        "sum" | "mean" if lists(&key["items"], id) => {
            codes.iter().map(|code| item_score(shipped, key, at, *code)).collect()
        }
        "count" if lists(&key["items"], id) => vec![100 * i64::from(among(&key["codes"]))],
        "any_of" => {
            let conditions = key["conditions"].as_array().expect("conditions");
            let of_it: Vec<&Value> = conditions.iter().filter(|one| one["item"] == id).collect();
            if of_it.is_empty() {
                return Vec::new();
            }
            vec![100 * i64::from(of_it.iter().any(|one| among(&one["is"])))]
        }
        "total_of" | "mean_of" => {
            let parts = key["scales"].as_array().expect("scales").iter().filter_map(Value::as_str);
            parts.flat_map(|part| points(shipped, part, at, answer)).collect()
        }
        _ => Vec::new(),
    }
}

fn known_fields(key: &Value) {
    let known = [
        "rule",
        "items",
        "reversed",
        "weights",
        "recode",
        "missing",
        "codes",
        "conditions",
        "scales",
        "round",
        "decimals",
    ];
    for name in key.as_object().expect("a key is an object").keys() {
        assert!(known.contains(&name.as_str()), "tests/properties/key.rs must be taught what `{name}` does");
    }
}

/// By the item's table, or turned round or as it is, times its weight.
fn item_score(shipped: &Shipped, key: &Value, at: ItemAt, code: Code) -> i64 {
    let id = shipped.instrument.item(at).id.as_str();
    let hundredths = |number: &Value| {
        Points::read(&number.to_string()).expect("a number with two decimals at most").in_hundredths()
    };
    let tables = &key["recode"];
    let table = [Some(id), shipped.instrument.option_set(at)].into_iter().flatten().map(|name| &tables[name]);
    if let Some(table) = table.into_iter().find(|table| table.is_object()) {
        return hundredths(&table[code.to_string()]);
    }
    let turn = if lists(&key["reversed"], id) { -1 } else { 1 };
    let score = 100 * turn * i64::from(code);
    match &key["weights"][id] {
        Value::Null => score,
        weight => score * hundredths(weight),
    }
}
