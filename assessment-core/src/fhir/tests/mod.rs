//! Questionnaires made up for these tests: no published wording, no published weights.

mod bundle;
mod export;
mod import;
mod judge;
#[cfg(feature = "builtin")]
mod shipped;

use serde_json::{Value, json};

/// Stands in for SHA-256: other bytes give another digest, as far as these tests go (FNV-1a, four times).
fn digest(bytes: &[u8]) -> [u8; 32] {
    let mut digest = [0; 32];
    for (part, seed) in digest.chunks_mut(8).zip(0xcbf2_9ce4_8422_2325_u64..) {
        let hash =
            bytes.iter().fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
        part.copy_from_slice(&hash.to_be_bytes());
    }
    digest
}

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
