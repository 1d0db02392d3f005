//! What the readers check after reading, where a schema can say it. Every line here has a row in `mod.rs` that
//! both the schema and the reader refuse.

use serde_json::{Value, json};

/// Where a reader takes a value apart by itself.
pub const BRANCHES: [&str; 3] = ["options.{}", "options.{}.{}", "scales[].conversion[]"];

/// What stands there. `object` is what was met of it.
pub fn branch(at: &str, object: Option<Value>, of: &dyn Fn(&str) -> Value) -> Value {
    match (at, object) {
        ("scales[].conversion[]", _) => {
            json!({"type": "array", "prefixItems": [{"type": "integer"}, {"type": "number"}],
                "minItems": 2, "maxItems": 2})
        }
        // In a definition an option set is a list, in a pack an object of labels.
        ("options.{}", None) => json!({"type": "array", "minItems": 1, "items": of("options.{}[]")}),
        ("options.{}.{}", Some(object)) => json!({"anyOf": [{"$ref": "#/$defs/words"}, object]}),
        (_, Some(object)) => object,
        (at, None) => panic!("no file at hand has anything at `{at}`"),
    }
}

/// What is used in more than one place.
pub fn shared() -> Value {
    json!({
        "text": {
            "type": "string", "maxLength": 2000,
            "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u200b\\u2028-\\u202e\\u2060-\\u2069\\ufeff]*$",
        },
        "words": {"allOf": [{"$ref": "#/$defs/text"}, {"pattern": "\\S"}]},
        "id": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
        "column": {"allOf": [{"$ref": "#/$defs/id"}, {"not": {"enum": RESERVED}}]},
        "code": {"type": "integer", "minimum": -999_999, "maximum": 999_999},
    })
}

/// Columns of every file.
const RESERVED: [&str; 6] = ["person", "wave", "date", "days", "setting", "case"];

/// What is added to the schema of a place, in both files.
pub fn bounds(at: &str) -> Option<Value> {
    let id = || json!({"allOf": [{"$ref": "#/$defs/id"}]});
    let column = || json!({"allOf": [{"$ref": "#/$defs/column"}]});
    let words = || json!({"allOf": [{"pattern": "\\S"}]});
    let some = || json!({"minItems": 1});
    let distinct = || json!({"minItems": 1, "uniqueItems": true});
    let above_nought = || json!({"exclusiveMinimum": 0});
    let decimals = || json!({"minimum": 0, "maximum": 2});
    Some(match at {
        "format" => json!({"const": 1}),
        "id" => json!({"pattern": "^[a-z][a-z0-9-]*$"}),
        "version"
        | "title"
        | "intro"
        | "licence"
        | "reviewed"
        | "licence.terms"
        | "licence.wording"
        | "source.citation"
        | "not_established[].sentence"
        | "sections.{}.title"
        | "sections.{}.intro"
        | "sections.{}.stem"
        | "sections.{}.heads_up"
        | "items.{}.topic"
        | "items.{}.text"
        | "items.{}.custody"
        | "items.{}.help"
        | "scales.{}.name"
        | "options.{}.{}.text"
        | "options.{}.{}.custody" => words(),
        "settings"
        | "modes"
        | "items[].ask_when.is"
        | "scales[].key.conditions"
        | "scales[].key.conditions[].is" => some(),
        "scales[].key.items" | "scales[].key.scales" => distinct(),
        "items" => json!({"minItems": 1, "maxItems": 1000}),
        "sections[].id" => id(),
        "items[].id" | "scales[].id" => column(),
        "within_days" => json!({"minimum": 0, "maximum": 65_535}),
        "minimum_answered.answers" | "scales[].key.missing.minimum_answered" => json!({"minimum": 1}),
        "options.{}[].code" => json!({"minimum": -999_999, "maximum": 999_999}),
        "items[].decimals"
        | "scales[].key.decimals"
        | "scales[].key.missing.decimals"
        | "scales[].rescale.decimals"
        | "scales[].change.decimals" => decimals(),
        "scales[].change.threshold"
        | "scales[].change.sem"
        | "scales[].change.sd"
        | "scales[].rescale.times"
        | "scales[].rescale.divide_by" => above_nought(),
        "scales[].change.reliability" => json!({"minimum": 0, "exclusiveMaximum": 1}),
        "scales[].key.weights.{}" => json!({"not": {"const": 0}}),
        "scales[].rescale" => rescale(),
        // A rounding is whole or left out.
        "scales[].key" | "scales[].key.missing" => json!({"allOf": [
            {"if": has("round"), "then": has("decimals")},
            {"if": has("decimals"), "then": has("round")},
        ]}),
        "scales[]" => json!({
            "not": {"allOf": [has("conversion"), has("rescale")]},
            "if": {"properties": {"bands": {"type": "array", "minItems": 1}}, "required": ["bands"]},
            "then": has("bands_source"),
        }),
        "items[]" => item(),
        "scales.{}.bands" => json!({"items": {"$ref": "#/$defs/words"}}),
        "items.{}.ends" => json!({"minItems": 2, "maxItems": 2, "items": {"$ref": "#/$defs/words"}}),
        "language" => json!({"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}),
        "recordings.{}.bytes" => json!({"minimum": 1, "maximum": 1_048_576}),
        "recordings.{}.sha256" => json!({"pattern": "^[0-9a-f]{64}$"}),
        _ => return None,
    })
}

fn has(field: &str) -> Value {
    json!({"required": [field], "properties": {field: {"not": {"type": "null"}}}})
}

fn has_not(field: &str) -> Value {
    json!({"not": has(field)})
}

/// Onto a range, or by numbers; not both, and not neither.
fn rescale() -> Value {
    let line = json!({"anyOf": [has("subtract"), has("times"), has("divide_by")]});
    json!({"oneOf": [has("onto"), line]})
}

/// What an item of each kind needs and may not have.
fn item() -> Value {
    let kind = |kind: &str, then: Value| json!({"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then});
    let none = json!({"properties": {"alone": {"anyOf": [{"type": "null"}, {"maxItems": 0}]},
        "decimals": {"anyOf": [{"type": "null"}, {"const": 0}]}}});
    let no_alone = json!({"properties": {"alone": {"anyOf": [{"type": "null"}, {"maxItems": 0}]}}});
    let no_decimals = json!({"properties": {"decimals": {"anyOf": [{"type": "null"}, {"const": 0}]}}});
    let no_range = json!({"allOf": [has_not("from"), has_not("to")]});
    json!({
        "allOf": [
            kind("choice", json!({"allOf": [has("options"), no_range, none]})),
            kind("several", json!({"allOf": [has("options"), no_range, no_decimals]})),
            kind("number", json!({"allOf": [has("from"), has("to"), has_not("options"), no_alone]})),
            kind("text", json!({"allOf": [has_not("options"), no_range, none, has_not("implied")]})),
            {"if": has("implied"), "then": has("ask_when")},
        ],
    })
}
