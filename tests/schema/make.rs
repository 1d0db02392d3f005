//! Makes the schema out of what the readers asked for while they read every file at hand.
//!
//! Which fields an object has, which of them it needs, what each has to be and which words there are comes
//! from the readers alone. `bounds.rs` adds what they check afterwards, where a schema can say it.

use super::bounds::{BRANCHES, bounds};
use assessment_core::definition::asked::{Asked, Shape};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What was asked of one object of a file.
type One = Vec<Asked>;

/// Every object met, by where it stands: `items[].ask_when`, `options.{}[]`.
#[derive(Default)]
pub struct Met(BTreeMap<String, Vec<One>>);

impl Met {
    /// Adds what was asked of one file.
    pub fn add(&mut self, asked: Vec<Asked>) {
        let by_name: BTreeSet<String> =
            asked.iter().filter(|one| one.field == "{}").map(|one| one.object.clone()).collect();
        let mut objects: BTreeMap<String, One> = BTreeMap::new();
        for one in asked {
            objects.entry(one.object.clone()).or_default().push(one);
        }
        for (path, one) in objects {
            self.0.entry(place(&path, &by_name)).or_default().push(one);
        }
    }

    /// The schema of the object that stands there.
    pub fn object(&self, at: &str) -> Value {
        let met = self.0.get(at).unwrap_or_else(|| panic!("no file at hand has anything at `{at}`"));
        let mut kinds: BTreeMap<Option<(String, String)>, Vec<&One>> = BTreeMap::new();
        for one in met {
            kinds.entry(kind(one)).or_default().push(one);
        }
        let mut made: Vec<Value> =
            kinds.iter().map(|(kind, met)| self.fields(at, kind.as_ref(), met)).collect();
        let whole = if made.len() == 1 { made.remove(0) } else { json!({"type": "object", "oneOf": made}) };
        and(whole, bounds(at))
    }

    /// An object of one kind: of one rule, or on one basis.
    fn fields(&self, at: &str, kind: Option<&(String, String)>, met: &[&One]) -> Value {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        let mut more = json!(false);
        let names: BTreeSet<&String> =
            met.iter().flat_map(|one| one.iter().map(|asked| &asked.field)).collect();
        for name in names {
            let asks = || met.iter().map(|one| one.iter().filter(|asked| asked.field == *name));
            let shaped = asks().map(|asks| asks.filter(|asked| asked.shape.is_some()));
            // Numbers by name are first told to be numbers, then taken as any names are.
            let last = match name.as_str() {
                "{}" => shaped.filter_map(|mut asks| asks.next()).next_back(),
                // A word that may be left out is known to be one of a list only where it stands.
                _ => shaped
                    .filter_map(|mut asks| asks.next_back())
                    .max_by_key(|asked| matches!(asked.shape, Some(Shape::Word))),
            };
            let last = last.unwrap_or_else(|| panic!("no file at hand has `{name}` at `{at}`"));
            let below = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
            let shape = and(self.shape(&below, last), bounds(&below));
            if last.shape == Some(Shape::Names) || last.shape == Some(Shape::Numbers) {
                more = shape;
                continue;
            }
            // The first time it is asked for decides: what is looked for before it is read may be left out.
            let needed = asks().all(|mut asks| asks.next().is_some_and(|asked| asked.needed));
            let shape = match kind.filter(|(discriminator, _)| discriminator == name) {
                Some((_, word)) => json!({"const": word}),
                None if needed => shape,
                // Nothing is the same as left out.
                None => json!({"anyOf": [shape, {"type": "null"}]}),
            };
            properties.insert(name.clone(), shape);
            if needed {
                required.push(name.clone());
            }
        }
        let mut object = json!({"type": "object", "additionalProperties": more});
        if !properties.is_empty() {
            object["properties"] = Value::Object(properties);
            object["required"] = json!(required);
        }
        object
    }

    fn shape(&self, at: &str, asked: &Asked) -> Value {
        let code = json!({"$ref": "#/$defs/code"});
        let text = json!({"$ref": "#/$defs/text"});
        match asked.shape.expect("chosen because it has one") {
            Shape::Text => text,
            Shape::Texts => json!({"type": "array", "items": text}),
            Shape::Whole => json!({"type": "integer"}),
            Shape::Code => code,
            Shape::Codes => json!({"type": "array", "items": code}),
            Shape::Number | Shape::Numbers => json!({"type": "number"}),
            Shape::Pair => {
                json!({"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2})
            }
            Shape::Flag => json!({"type": "boolean"}),
            Shape::Word => json!({"enum": asked.words}),
            Shape::Words => json!({"type": "array", "items": {"enum": asked.words}}),
            // A source looks the same everywhere.
            Shape::Object if at.ends_with("source") && at != "source" => {
                json!({"$ref": "#/$defs/definition/properties/source"})
            }
            Shape::Object => self.object(at),
            Shape::List => json!({"type": "array", "items": self.inside(&format!("{at}[]"))}),
            Shape::Names => self.inside(at),
        }
    }

    /// What a reader takes apart by itself stands in `bounds.rs`.
    fn inside(&self, at: &str) -> Value {
        if BRANCHES.contains(&at) {
            let object = self.0.contains_key(at).then(|| self.object(at));
            return super::bounds::branch(at, object, &|at| self.object(at));
        }
        self.object(at)
    }
}

/// The rule or the basis an object names, when what else it has depends on it.
fn kind(one: &One) -> Option<(String, String)> {
    let said = |asked: &Asked| Some((asked.field.clone(), asked.said.clone()?));
    one.iter().filter(|asked| ["rule", "basis"].contains(&asked.field.as_str())).find_map(said)
}

/// A path without positions and without the names that are an author's own.
fn place(path: &str, by_name: &BTreeSet<String>) -> String {
    let (mut actual, mut normal, mut rest) = (String::new(), String::new(), path);
    while !rest.is_empty() {
        let dot = if let Some(after) = rest.strip_prefix('.') {
            rest = after;
            "."
        } else {
            ""
        };
        let end = match rest.strip_prefix('"') {
            Some(quoted) => quoted.find('"').map_or(rest.len(), |end| end + 2),
            None if rest.starts_with('[') => rest.find(']').map_or(rest.len(), |end| end + 1),
            None => rest.find(['.', '[']).unwrap_or(rest.len()),
        };
        let (part, after) = rest.split_at(end);
        let own = by_name.contains(&actual) && !part.starts_with('[');
        normal += dot;
        normal += if own {
            "{}"
        } else if part.starts_with('[') {
            "[]"
        } else {
            part
        };
        actual += dot;
        actual += part;
        rest = after;
    }
    normal
}

/// Both at once.
fn and(schema: Value, more: Option<Value>) -> Value {
    let (Value::Object(mut schema), Some(Value::Object(more))) = (schema.clone(), more) else {
        return schema;
    };
    schema.extend(more);
    Value::Object(schema)
}

#[test]
fn a_place_has_no_positions_and_no_names_of_an_author() {
    let by_name = ["options", "options.three", "recordings", "scales[3].key.recode"].map(str::to_owned);
    let by_name = BTreeSet::from(by_name);
    let rows = [
        ("", ""),
        ("items[12].ask_when", "items[].ask_when"),
        ("options.three[0]", "options.{}[]"),
        ("options.three.2", "options.{}.{}"),
        ("recordings.\"items.s1.text\"", "recordings.{}"),
        ("scales[3].key.recode.five", "scales[].key.recode.{}"),
    ];
    for (path, expected) in rows {
        assert_eq!(place(path, &by_name), expected, "{path}");
    }
}
