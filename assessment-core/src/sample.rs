//! Instruments for the tests of this crate: one with something of everything, and small ones made of a
//! few rows.

use crate::answer::{Answer, Responses, read_cell};
use crate::definition;
use crate::instrument::{Instrument, ItemAt, ItemKind, ScaleAt, Setting};
use serde_json::{Value, json};

pub fn source() -> Value {
    json!({"citation": "Made up for a test.", "confidence": "ours"})
}

/// A definition with these items and scales. Option sets: `yes_no` 1 0, `three` 2 1 0, `five` 0 to 4,
/// `needs` 1 2 3 0. Sections: `words urgent strengths groups life barriers support commitment`.
pub fn definition(items: Value, scales: Value) -> Value {
    let options = |codes: &[i32]| -> Value {
        codes.iter().map(|code| json!({"code": code, "topic": format!("topic {code}")})).collect()
    };
    json!({
        "format": 1, "id": "sample", "version": "1.0.0", "title": "Sample", "offered": false, "wording": "ours",
        "licence": {"terms": "MIT OR Apache-2.0", "wording": "Anyone may use it."},
        "source": source(),
        "settings": ["community", "custody"], "modes": ["joint", "self"], "within_days": 14,
        "options": {
            "yes_no": options(&[1, 0]), "three": options(&[2, 1, 0]), "five": options(&[0, 1, 2, 3, 4]),
            "needs": options(&[1, 2, 3, 0]),
        },
        "sections": [
            {"id": "words", "intention": "open"}, {"id": "urgent", "intention": "urgent"},
            {"id": "strengths", "intention": "strength"}, {"id": "groups", "intention": "group"},
            {"id": "life", "intention": "rating"}, {"id": "barriers", "intention": "barrier"},
            {"id": "support", "intention": "support"}, {"id": "commitment", "intention": "commitment"},
        ],
        "items": items,
        "scales": scales,
    })
}

/// The first object with the fields of the second added or replaced.
pub fn with(first: Value, second: Value) -> Value {
    let (Value::Object(mut all), Value::Object(more)) = (first, second) else { panic!("two objects") };
    all.extend(more);
    Value::Object(all)
}

pub fn item(id: &str, section: &str, more: Value) -> Value {
    with(json!({"id": id, "section": section, "topic": format!("topic of {id}")}), more)
}

pub fn choice(id: &str, options: &str) -> Value {
    item(id, "strengths", json!({"kind": "choice", "options": options}))
}

pub fn number(id: &str, from: i32, to: i32) -> Value {
    item(id, "strengths", json!({"kind": "number", "from": from, "to": to}))
}

pub fn sum(items: &[&str]) -> Value {
    json!({"rule": "sum", "items": items, "missing": {"rule": "complete"}})
}

pub fn person_mean(items: &[&str], minimum: usize, round: &str, decimals: u8) -> Value {
    let missing =
        json!({"rule": "person_mean", "minimum_answered": minimum, "round": round, "decimals": decimals});
    json!({"rule": "sum", "items": items, "missing": missing})
}

pub fn scale(id: &str, key: Value, range: [i64; 2]) -> Value {
    json!({"id": id, "intention": "strength", "key": key, "range": range, "higher_is": "better", "source": source()})
}

pub fn parse(definition: &Value) -> Instrument {
    definition::parse(&definition.to_string()).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("the sample should parse:\n{}", faults.join("\n"))
    })
}

pub fn instrument(items: Value, scales: Value) -> Instrument {
    parse(&definition(items, scales))
}

/// Something of everything.
pub fn everything() -> Value {
    let in_section = |section: &'static str| move |item: Value| with(item, json!({"section": section}));
    let (groups, life) = (in_section("groups"), in_section("life"));
    let (barriers, support) = (in_section("barriers"), in_section("support"));
    let commitment = in_section("commitment");
    let when = |item: &str| json!({"ask_when": {"item": item, "is": [1]}});
    let implied = |item: &str| with(when(item), json!({"implied": 0}));
    let text = json!({"kind": "text"});
    let several = json!({"kind": "several", "options": "needs", "alone": [0]});
    let items = json!([
        item("hope", "words", text.clone()),
        item("urgent", "urgent", several.clone()),
        choice("s1", "three"),
        choice("s2", "three"),
        choice("s3", "three"),
        with(choice("s4", "three"), json!({"may_not_apply": true})),
        choice("t1", "three"),
        choice("t2", "three"),
        groups(choice("any", "yes_no")),
        groups(with(choice("g1", "yes_no"), implied("any"))),
        groups(with(choice("g2", "yes_no"), implied("any"))),
        life(number("life", 0, 10)),
        barriers(with(choice("home_tonight", "yes_no"), json!({"setting": "community"}))),
        barriers(with(choice("home_release", "yes_no"), json!({"setting": "custody"}))),
        barriers(choice("drugs", "yes_no")),
        barriers(with(choice("inject", "yes_no"), implied("drugs"))),
        barriers(with(choice("share", "yes_no"), implied("inject"))),
        item("kinds", "barriers", with(several, when("drugs"))),
        support(choice("sup1", "five")),
        support(choice("sup2", "five")),
        support(choice("sup3", "five")),
        item("thing", "commitment", text),
        commitment(choice("c1", "five")),
        commitment(choice("c2", "five")),
    ]);
    definition(items, everything_scored())
}

fn everything_scored() -> Value {
    let intention = |intention: &str, scale: Value| with(scale, json!({"intention": intention}));
    let barrier = |id: &str, key: Value, range: [i64; 2]| {
        with(scale(id, key, range), json!({"intention": "barrier", "higher_is": "worse"}))
    };
    let any_of = |conditions: Value| json!({"rule": "any_of", "conditions": conditions});
    let count = |code: i32| json!({"rule": "count", "items": ["sup1", "sup2", "sup3"], "codes": [code], "missing": {"rule": "complete"}});
    let bands = json!({
        "bands": [{"from": 0, "name": "low"}, {"from": 5, "name": "medium"}, {"from": 8, "name": "high", "cut_off": true}],
        "bands_source": source(),
    });
    let same_thing = json!({
        "same_text": "thing",
        "change": {"basis": "published", "threshold": 3, "source": source()},
    });
    json!([
        scale("first", person_mean(&["s1", "s2", "s3", "s4"], 3, "half_up", 0), [0, 8]),
        scale("second", sum(&["t1", "t2"]), [0, 4]),
        scale("both", json!({"rule": "total_of", "scales": ["first", "second"]}), [0, 12]),
        intention("group", scale("groups", sum(&["any", "g1", "g2"]), [0, 3])),
        intention("rating", with(scale("life_now", sum(&["life"]), [0, 10]), bands)),
        barrier(
            "no_home",
            any_of(json!([{"item": "home_tonight", "is": [0]}, {"item": "home_release", "is": [0]}])),
            [0, 1],
        ),
        barrier(
            "injecting",
            any_of(json!([{"item": "inject", "is": [1]}, {"item": "share", "is": [1]}])),
            [0, 1],
        ),
        barrier("trouble", any_of(json!([{"item": "kinds", "is": [2]}])), [0, 1]),
        barrier(
            "barriers",
            json!({"rule": "total_of", "scales": ["no_home", "injecting", "trouble"]}),
            [0, 3]
        ),
        intention("support", with(scale("unmet", count(3), [0, 3]), json!({"higher_is": "worse"}))),
        intention("support", with(scale("partly", count(2), [0, 3]), json!({"higher_is": "neither"}))),
        intention("commitment", with(scale("commitment", sum(&["c1", "c2"]), [0, 8]), same_thing)),
    ])
}

pub fn at(instrument: &Instrument, id: &str) -> ItemAt {
    instrument.find_item(id).unwrap_or_else(|| panic!("there is no item {id}"))
}

pub fn scale_at(instrument: &Instrument, id: &str) -> ScaleAt {
    instrument.find_scale(id).unwrap_or_else(|| panic!("there is no scale {id}"))
}

/// One answer as its item and its cell; a text item takes the cell as its words.
pub fn answer(instrument: &Instrument, id: &str, cell: &str) -> (ItemAt, Answer) {
    let at = at(instrument, id);
    let answer = match instrument.item(at).kind {
        ItemKind::Text => Answer::Text(cell.to_owned()),
        _ => read_cell(instrument, at, cell).unwrap_or_else(|refusal| panic!("{id}={cell}: {refusal}")),
    };
    (at, answer)
}

/// Answers written as `s1=2 s2=skipped kinds=1+2`; what is not named is not reached.
pub fn answers(instrument: &Instrument, setting: Setting, given: &str) -> Responses {
    let pairs: Vec<(ItemAt, Answer)> = given
        .split_whitespace()
        .map(|pair| pair.split_once('=').unwrap_or_else(|| panic!("{pair} needs a =")))
        .map(|(id, cell)| answer(instrument, id, cell))
        .collect();
    Responses::settle(instrument, setting, |at| {
        let found = pairs.iter().find(|(item, _)| *item == at);
        found.map_or(Answer::NOT_REACHED, |(_, answer)| answer.clone())
    })
}
