//! The stored shape of how a question was met: whose words it was asked in, how often "what this means" was
//! opened. Both are left out of records of before they were kept.

use super::Unreadable;
use assessment_core::instrument::ItemId;
use assessment_core::table::Table;
use assessment_core::wording::Provenance;
use serde_json::{Map, Value};

/// Counts as JSON.
pub(super) fn write_helped(helped: &Table<ItemId, u32>) -> Value {
    let mut counts = Map::new();
    for (item, times) in helped.iter() {
        counts.insert(item.to_string(), (*times).into());
    }
    Value::Object(counts)
}

/// Reads [`write_helped`]; none in a record of before openings were counted.
pub(super) fn read_helped(shape: Option<&Value>) -> Result<Option<Table<ItemId, u32>>, Unreadable> {
    let Some(shape) = shape else { return Ok(None) };
    let mut helped = Table::new();
    for (item, times) in shape.as_object().ok_or(Unreadable)? {
        let times = times.as_u64().and_then(|times| u32::try_from(times).ok()).ok_or(Unreadable)?;
        helped.insert(ItemId::from(item.as_str()), times);
    }
    Ok(Some(helped))
}

/// Reads whose words an answer was asked in; none in a record of before that was kept.
pub(super) fn read_wording(shape: Option<&Value>) -> Result<Option<Provenance>, Unreadable> {
    let Some(shape) = shape else { return Ok(None) };
    shape.as_str().and_then(Provenance::read).map(Some).ok_or(Unreadable)
}
