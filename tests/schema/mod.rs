//! `instruments/schema.json`: made of what the readers ask for, current, and of one mind with them.
//!
//! `TRELLIS_WRITE_SCHEMA=1 cargo test -p trellis-tests schema` writes it anew. The validator is somebody
//! else's (crate `jsonschema`).

mod bounds;
mod make;

use crate::sources::{below, root};
use assessment_core::definition::{self, Fault, asked};
use assessment_core::wording;
use jsonschema::Validator;
use make::Met;
use serde_json::{Value, json};
use std::fs;

/// Files by path.
type Files = Vec<(String, Value)>;

/// Definitions and packs at hand.
fn files() -> (Files, Files) {
    let folders = ["instruments", "web/about-you", "tests/fixtures"];
    let all = folders.into_iter().flat_map(|folder| below(folder, &["json"]));
    let all = all.filter(|file| file.path != "instruments/schema.json");
    let read = |(path, text): (String, String)| {
        let value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path, value)
    };
    let all = all.map(|file| read((file.path, file.text)));
    all.partition(|(_, value): &(String, Value)| value.get("instrument").is_none())
}

fn made() -> Value {
    let (definitions, packs) = files();
    let (mut definition, mut pack) = (Met::default(), Met::default());
    definitions.iter().for_each(|(_, value)| definition.add(asked::asked(&value.to_string())));
    packs.iter().for_each(|(_, value)| pack.add(wording::asked(&value.to_string())));
    let whole = |met: &Met| {
        let mut object = met.object("");
        object["properties"]["$schema"] = json!({"$ref": "#/$defs/text"});
        object
    };
    let mut shared = bounds::shared();
    shared["definition"] = whole(&definition);
    shared["wording"] = whole(&pack);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A definition, or a wording pack, of Trellis (format 1)",
        "$comment": "Made from the readers by `TRELLIS_WRITE_SCHEMA=1 cargo test -p trellis-tests schema`; do not edit.",
        "$defs": shared,
        "type": "object",
        "if": {"required": ["instrument"]},
        "then": {"$ref": "#/$defs/wording"},
        "else": {"$ref": "#/$defs/definition"},
    })
}

fn kept() -> Value {
    let text = fs::read_to_string(root().join("instruments/schema.json")).expect("instruments/schema.json");
    serde_json::from_str(&text).expect("the schema is JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&kept()).expect("a schema")
}

#[test]
fn the_schema_is_what_the_readers_ask_for() {
    let made = made();
    if std::env::var_os("TRELLIS_WRITE_SCHEMA").is_some() {
        let text = serde_json::to_string_pretty(&made).expect("JSON prints") + "\n";
        fs::write(root().join("instruments/schema.json"), text).expect("it can be written");
    }
    assert!(made == kept(), "out of date: TRELLIS_WRITE_SCHEMA=1 cargo test -p trellis-tests schema");
}

#[test]
fn every_file_at_hand_follows_the_schema() {
    let (validator, (definitions, packs)) = (validator(), files());
    assert!(definitions.len() > 20 && packs.len() > 16, "the instruments have moved");
    for (path, value) in definitions.iter().chain(&packs) {
        let wrong: Vec<String> = validator.iter_errors(value).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{path}: {wrong:?}");
    }
}

fn everything(what: &str) -> Value {
    let path = root().join(format!("tests/fixtures/everything.{what}.json"));
    serde_json::from_str(&fs::read_to_string(path).expect("it is there")).expect("it is JSON")
}

/// What the reader says of a text, definition or pack.
fn faults(value: &Value) -> Vec<Fault> {
    let text = value.to_string();
    if value.get("instrument").is_none() {
        return definition::parse(&text).err().unwrap_or_default();
    }
    let instrument = definition::parse(&everything("definition").to_string()).expect("a good definition");
    wording::parse(&instrument, &text).err().unwrap_or_default()
}

/// Every pointer into a value, its own among them.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, value)| pointers(value, &format!("{at}/{n}"), found));
        }
        Value::Object(object) => {
            let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
            object
                .iter()
                .for_each(|(name, value)| pointers(value, &format!("{at}/{}", escaped(name)), found));
        }
        _ => {}
    }
}

/// Whether a fault is one that a schema can speak of: what a field is, not what it leads to.
fn is_of_shape(fault: &Fault) -> bool {
    let parts = [
        "is missing.",
        "This must be",
        "is not one of:",
        "There is no field of that name;",
        "At most two decimals",
    ];
    parts.iter().any(|part| fault.sentence.contains(part))
}

/// Puts every wrong thing in every place: the schema never refuses what the reader takes, and never takes what
/// the reader refuses for what it is.
#[test]
fn the_schema_and_the_readers_agree_whatever_stands_where() {
    let validator = validator();
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(7),
        json!(-1),
        json!(2.5),
        json!("x"),
        json!(""),
        json!([]),
        json!({}),
        json!("a\u{202e}"),
    ];
    let (mut tried, mut differ) = (0, Vec::new());
    for what in ["definition", "wording"] {
        let good = everything(what);
        let mut places = Vec::new();
        pointers(&good, "", &mut places);
        for place in places.iter().filter(|place| !place.is_empty() && *place != "/instrument") {
            for other in &others {
                let mut changed = good.clone();
                *changed.pointer_mut(place).expect("just found") = other.clone();
                compare(&validator, &changed, &format!("{what}{place} = {other}"), &mut differ);
                tried += 1;
            }
            for more in [true, false] {
                let mut changed = good.clone();
                if alter(&mut changed, place, more) {
                    compare(&validator, &changed, &format!("{what}{place} {more}"), &mut differ);
                    tried += 1;
                }
            }
        }
    }
    assert!(differ.is_empty(), "{} of {tried} differ:\n{}", differ.len(), differ.join("\n"));
    assert!(tried > 4500, "only {tried} tried");
}

/// Adds a strange field to the object at a place, or takes the thing at the place out of its object.
fn alter(value: &mut Value, place: &str, more: bool) -> bool {
    if more {
        let object = value.pointer_mut(place).and_then(Value::as_object_mut);
        return object.map(|object| object.insert("colour".to_owned(), json!("red"))).is_some();
    }
    let (parent, name) = place.rsplit_once('/').expect("a pointer begins with /");
    let object = value.pointer_mut(parent).and_then(Value::as_object_mut);
    object.is_some_and(|object| object.remove(&name.replace("~1", "/").replace("~0", "~")).is_some())
}

fn compare(validator: &Validator, value: &Value, what: &str, differ: &mut Vec<String>) {
    let (valid, found) = (validator.is_valid(value), faults(value));
    if !valid && found.is_empty() {
        let why = validator.iter_errors(value).next().map(|error| error.to_string()).unwrap_or_default();
        differ.push(format!("{what}: the schema refuses what the reader takes: {why}"));
    }
    if let Some(fault) = found.iter().find(|fault| valid && is_of_shape(fault)) {
        differ.push(format!("{what}: the schema takes what the reader refuses: {fault}"));
    }
}

/// What a schema can say of the meaning: both refuse it.
#[test]
fn what_the_reader_refuses_by_its_bounds_the_schema_refuses_too() {
    let validator = validator();
    let long = json!("a".repeat(2001));
    let definitions = [
        ("/format", json!(2)),
        ("/id", json!("Every_thing")),
        ("/version", json!(" ")),
        ("/title", json!("")),
        ("/title", long.clone()),
        ("/title", json!("a\u{1b}b")),
        ("/licence/terms", json!(" ")),
        ("/licence/wording", json!("")),
        ("/source/citation", json!(" ")),
        ("/source/confidence", json!("memory_low")),
        ("/scales/0/source/citation", json!("")),
        ("/settings", json!([])),
        ("/settings/0", json!("hospital")),
        ("/modes", json!([])),
        ("/modes/0", json!("guess")),
        ("/within_days", json!(-1)),
        ("/within_days", json!(65536)),
        ("/minimum_answered/answers", json!(0)),
        ("/not_established/0/sentence", json!(" ")),
        ("/not_established/0/fact", json!("colour")),
        ("/options/ticks", json!([])),
        ("/options/five/0/code", json!(1_000_000)),
        ("/sections/0/id", json!("All")),
        ("/sections/0/intention", json!("hope")),
        ("/items", json!([])),
        ("/items/0/id", json!("A")),
        ("/items/0/id", json!("wave")),
        ("/items/0/kind", json!("slider")),
        ("/items/0/options", json!(null)),
        ("/items/0/from", json!(1)),
        ("/items/0/alone", json!([1])),
        ("/items/0/decimals", json!(1)),
        ("/items/0/setting", json!("hospital")),
        ("/items/1/implied", json!(1)),
        ("/items/2/ask_when/is", json!([])),
        ("/items/4/from", json!(null)),
        ("/items/4/to", json!(null)),
        ("/items/4/decimals", json!(3)),
        ("/items/4/options", json!("five")),
        ("/items/5/options", json!("five")),
        ("/scales/0/id", json!("person")),
        ("/scales/0/higher_is", json!("louder")),
        ("/scales/0/range", json!([2])),
        ("/scales/0/bands_source", json!(null)),
        ("/scales/0/key/rule", json!("guess")),
        ("/scales/0/key/items", json!([])),
        ("/scales/0/key/items", json!(["a", "a"])),
        ("/scales/0/key/missing/minimum_answered", json!(0)),
        ("/scales/0/key/missing/decimals", json!(3)),
        ("/scales/0/key/missing/round", json!("down")),
        ("/scales/0/change/sem", json!(0)),
        ("/scales/0/change/basis", json!("file_alpha")),
        ("/scales/1/change/threshold", json!(0)),
        ("/scales/1/key/weights/a", json!(0)),
        ("/scales/2/change/reliability", json!(1)),
        ("/scales/2/change/reliability", json!(-0.1)),
        ("/scales/2/change/sd", json!(0)),
        ("/scales/2/rescale", json!({"round": "half_up", "decimals": 0})),
        ("/scales/2/rescale/subtract", json!(1)),
        ("/scales/2/conversion", json!([[1, 1], [2, 2], [3, 3], [4, 4], [5, 5]])),
        ("/scales/3/conversion/0", json!([0])),
        ("/scales/3/conversion/0", json!([0.5, 1])),
        ("/scales/4/rescale/times", json!(0)),
        ("/scales/4/rescale/divide_by", json!(-1)),
        ("/scales/5/key/conditions", json!([])),
        ("/scales/5/key/conditions/0/is", json!([])),
        ("/scales/6/key/scales", json!([])),
        ("/scales/6/key/scales", json!(["pair", "pair"])),
    ];
    let packs = [
        ("/format", json!(2)),
        ("/language", json!("English")),
        ("/provenance", json!("somebody")),
        ("/licence", json!(" ")),
        ("/title", json!("")),
        ("/intro", json!(" ")),
        ("/sections/all/title", json!("")),
        ("/sections/all/stem", json!("")),
        ("/sections/all/heads_up", json!(" ")),
        ("/options/five/1", json!("")),
        ("/options/five/5/text", json!(" ")),
        ("/options/five/5/custody", json!("")),
        ("/options/five/5/custody", long),
        ("/items/a/text", json!(" ")),
        ("/items/a/help", json!("")),
        ("/items/a/topic", json!("")),
        ("/items/a/custody", json!("")),
        ("/items/e/ends", json!(["Least"])),
        ("/items/e/ends", json!(["Least", ""])),
        ("/scales/pair/name", json!(" ")),
        ("/scales/pair/bands", json!(["Low", ""])),
        ("/recordings/items.a.text/bytes", json!(0)),
        ("/recordings/items.a.text/bytes", json!(1_048_577)),
        ("/recordings/items.a.text/media_type", json!("video/mp4")),
        ("/recordings/items.a.text/sha256", json!("ABC")),
    ];
    let (definition, pack) = (everything("definition"), everything("wording"));
    let rows = definitions.into_iter().map(|row| (&definition, row));
    for (good, (pointer, value)) in rows.chain(packs.into_iter().map(|row| (&pack, row))) {
        let mut changed = good.clone();
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer begins with /");
        match changed.pointer_mut(parent).expect("it leads somewhere") {
            Value::Object(object) => drop(object.insert(name.to_owned(), value.clone())),
            Value::Array(list) => list[name.parse::<usize>().expect("a position")] = value.clone(),
            _ => panic!("{parent} is neither list nor object"),
        }
        assert!(!faults(&changed).is_empty(), "the reader takes {pointer} = {value}");
        assert!(!validator.is_valid(&changed), "the schema takes {pointer} = {value}");
    }
}
