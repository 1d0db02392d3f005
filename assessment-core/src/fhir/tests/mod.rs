//! Questionnaires made up for these tests: no published wording, no published weights.

mod bundle;
mod export;
mod import;
mod judge;
#[cfg(feature = "builtin")]
mod shipped;

use serde_json::{Value, json};

/// A whole Questionnaire around some items.
fn questionnaire(items: Value) -> Value {
    json!({
        "resourceType": "Questionnaire", "url": "http://example.org/Questionnaire/garden", "version": "3",
        "name": "Garden", "title": "My garden", "status": "active", "language": "en-GB",
        "copyright": "Made up. Anyone may use it.", "item": items
    })
}

/// An option with a code, and a weight in one of the places where it may live.
fn option(code: &str, weight: Value) -> Value {
    json!({
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": weight}],
        "valueCoding": {"system": "http://example.org/soil", "code": code, "display": format!("It is {code}")}
    })
}

/// A choice of two weighted options, 0 and 1, with more fields or others.
fn choice(link: &str, more: Value) -> Value {
    let options = json!([option("dry", json!(0)), option("wet", json!(1))]);
    with(json!({"linkId": link, "type": "choice", "text": "How is the soil?", "answerOption": options}), more)
}

/// The object with fields of another laid over it; a null takes a field away.
fn with(mut object: Value, more: Value) -> Value {
    let (Value::Object(fields), Value::Object(more)) = (&mut object, more) else { panic!("two objects") };
    for (name, value) in more {
        match value {
            Value::Null => drop(fields.remove(&name)),
            value => drop(fields.insert(name, value)),
        }
    }
    object
}
