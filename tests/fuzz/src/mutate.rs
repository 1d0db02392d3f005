//! Changes JSON as an author might get it wrong: a value put in another's place, left out, doubled, or
//! set to something at an edge. Bytes alone are changed by libFuzzer itself.

use crate::dice::Dice;
use serde_json::Value;

/// Numbers, texts and shapes that stand at an edge of what the readers take.
const EDGES: &[&str] = &[
    "0", "1", "-1", "2", "3", "10", "99", "100", "999999", "1000000", "-999999", "2147483647",
    "2147483648", "-2147483648", "9999999999", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "0.5", "19.98", "1.005", "1e3", "1E400", "-0", "-0.0", "1e-400", "null", "true", "false",
    "\"\"", "\" \"", "[]", "{}", "[0, 8]", "[8, 0]", "[null]", "{\"rule\": \"complete\"}",
    "{\"rule\": \"person_mean\", \"minimum_answered\": 1, \"round\": \"half_even\", \"decimals\": 2}",
    "{\"rule\": \"person_mean\", \"minimum_answered\": 3, \"round\": \"half_up\", \"decimals\": 0}",
    "\"custody\"", "\"community\"", "\"text\"", "\"several\"", "\"choice\"", "\"number\"", "\"total\"",
    "\"worse\"", "\"neither\"", "\"half_up\"", "\"half_even\"", "\"person\"", "\"caf\\u00e9\"", "\"\\ud83c\\udf3f\"",
];

/// The text with one to four changes to its tree, or `None` when it is no JSON.
pub fn mutate(text: &[u8], seed: u32) -> Option<String> {
    let mut value: Value = serde_json::from_slice(text).ok()?;
    let mut dice = Dice(u64::from(seed));
    for _ in 0..=dice.below(4) {
        change(&mut value, &mut dice);
    }
    let text = value.to_string();
    Some(if dice.below(16) == 0 { doubled(&value, text, &mut dice) } else { text })
}

/// The text with the first field of some object written twice, which no tree can hold.
fn doubled(whole: &Value, text: String, dice: &mut Dice) -> String {
    let mut objects = Vec::new();
    collect(whole, &mut objects);
    let object = objects.get(dice.below(objects.len().max(1)));
    let Some((fields, (name, value))) = object.and_then(|fields| Some((fields, fields.iter().next()?))) else {
        return text;
    };
    let printed = Value::Object((*fields).clone()).to_string();
    let twice = format!("{{{}:{value},{}", Value::from(name.as_str()), &printed[1..]);
    text.replacen(&printed, &twice, 1)
}

fn collect<'a>(value: &'a Value, objects: &mut Vec<&'a serde_json::Map<String, Value>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|inner| collect(inner, objects)),
        Value::Object(fields) => {
            objects.push(fields);
            fields.values().for_each(|inner| collect(inner, objects));
        }
        _ => {}
    }
}

fn change(whole: &mut Value, dice: &mut Dice) {
    let nodes = count(whole);
    let other = {
        let place = dice.below(nodes);
        nth(whole, &mut { place }).map(|found| found.clone())
    };
    let place = dice.below(nodes);
    let way = dice.below(8);
    let Some(node) = nth(whole, &mut { place }) else { return };
    match (way, node) {
        (0 | 1, node) => {
            let edge = EDGES[dice.below(EDGES.len())];
            *node = serde_json::from_str(edge).unwrap_or(Value::Null);
        }
        (2, node) => *node = other.unwrap_or(Value::Null),
        (3, Value::Array(list)) if !list.is_empty() => drop(list.remove(dice.below(list.len()))),
        (4, Value::Array(list)) if !list.is_empty() => {
            let twin = list[dice.below(list.len())].clone();
            list.insert(dice.below(list.len() + 1), twin);
        }
        (5, Value::Array(list)) if !list.is_empty() => {
            let (a, b) = (dice.below(list.len()), dice.below(list.len()));
            list.swap(a, b);
        }
        (3 | 4 | 5, Value::Object(fields)) if !fields.is_empty() => {
            let name = fields.keys().nth(dice.below(fields.len())).cloned().unwrap_or_default();
            if way == 3 {
                fields.remove(&name);
            } else {
                fields.insert(if way == 4 { format!("{name}_") } else { name }, other.unwrap_or(Value::Null));
            }
        }
        (6, Value::Number(number)) => {
            let step = dice.below(5) as i64 - 2;
            *number = number.as_i64().unwrap_or(0).saturating_add(step).into();
        }
        (7, Value::String(text)) => *text = another(text, dice),
        (_, Value::Bool(flag)) => *flag = !*flag,
        _ => {}
    }
}

/// A text like it: one letter out, one in, or its number moved on, so that ids come to name each other.
fn another(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let place = dice.below(letters.len());
    match dice.below(3) {
        0 if !letters.is_empty() => drop(letters.remove(place)),
        1 => letters.insert(place, ['a', '_', '-', '0', 'é', ' ', '"', '\u{0}'][dice.below(8)]),
        _ => {
            if let Some(digit) = letters.iter_mut().rev().find(|letter| letter.is_ascii_digit()) {
                *digit = char::from(b'0' + dice.below(10) as u8);
            }
        }
    }
    letters.into_iter().collect()
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

fn nth<'a>(value: &'a mut Value, place: &mut usize) -> Option<&'a mut Value> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|inner| nth(inner, place)),
        Value::Object(fields) => fields.values_mut().find_map(|inner| nth(inner, place)),
        _ => None,
    }
}
