//! Where each soak stopped: one small JSON file that a killed run leaves whole.

use crate::places::{Tree, write};
use serde_json::{Map, Value};
use std::path::PathBuf;

/// What is remembered, by name.
pub struct State {
    place: PathBuf,
    kept: Map<String, Value>,
}

impl State {
    /// A file that is not there, or that is no JSON, is a beginning.
    pub fn open(tree: &Tree) -> Result<State, String> {
        let place = folder(tree).join("state.json");
        let text = std::fs::read_to_string(&place).unwrap_or_default();
        let kept = match serde_json::from_str(&text) {
            Ok(Value::Object(kept)) => kept,
            _ => Map::new(),
        };
        Ok(State { place, kept })
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        self.kept.get(name)
    }

    pub fn number(&self, name: &str) -> u64 {
        self.get(name).and_then(Value::as_u64).unwrap_or(0)
    }

    /// Remembers, at once.
    pub fn put(&mut self, name: &str, value: impl Into<Value>) -> Result<(), String> {
        self.kept.insert(name.to_owned(), value.into());
        let beside = self.place.with_extension("json.new");
        write(&beside, Value::Object(self.kept.clone()).to_string().as_bytes())?;
        std::fs::rename(&beside, &self.place)
            .map_err(|why| format!("{} cannot be written: {why}.", self.place.display()))
    }
}

/// Everything soaks leave behind.
pub fn folder(tree: &Tree) -> PathBuf {
    tree.target.join("soak")
}
