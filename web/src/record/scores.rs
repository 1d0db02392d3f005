//! The stored shape of the scores of a finished session, with where they came from. Records of before it stood
//! in them have none.

use super::{Unreadable, get, object, text};
use crate::stored::StoredScores;
use assessment_core::instrument::ScaleId;
use assessment_core::points::Points;
use assessment_core::provenance::Hash;
use serde_json::{Map, Value};

pub(super) fn write_scores(scores: &StoredScores) -> Value {
    let mut values = Map::new();
    for (scale, value) in &scores.values {
        values.insert(scale.to_string(), value.map_or(Value::Null, |value| text(&value.to_string())));
    }
    object([
        ("rule_version", scores.rule_version.into()),
        ("rules", text(&scores.rules.to_string())),
        ("inputs", text(&scores.inputs.to_string())),
        ("values", Value::Object(values)),
    ])
}

pub(super) fn read_scores(shape: Option<&Value>) -> Result<Option<StoredScores>, Unreadable> {
    let Some(shape) = shape else { return Ok(None) };
    let hash = |name: &str| Hash::read(get(shape, name)?).ok_or(Unreadable);
    let mut values = Vec::new();
    for (scale, value) in shape["values"].as_object().ok_or(Unreadable)? {
        let value = match value {
            Value::Null => None,
            value => Some(value.as_str().and_then(Points::read).ok_or(Unreadable)?),
        };
        values.push((ScaleId::from(scale.as_str()), value));
    }
    let rule_version = shape["rule_version"].as_u64().and_then(|version| u32::try_from(version).ok());
    let rule_version = rule_version.ok_or(Unreadable)?;
    Ok(Some(StoredScores { rule_version, rules: hash("rules")?, inputs: hash("inputs")?, values }))
}
