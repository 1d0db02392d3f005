//! The texts that a fuzz target found worth keeping. In the repository they are one file, a JSON text on
//! each line; the fuzzer works on a folder of files.

use super::state::folder;
use crate::places::{Tree, files_below, name_of, read, read_text, write};
use crate::shelf::hash_of;
use std::path::{Path, PathBuf};

/// What one target may keep in the repository.
const KEPT_BYTES: usize = 250_000;

/// The longest text kept there; the shipped files are longer and seed every run anyway.
const KEPT_TEXT: usize = 4_000;

/// The folder the fuzzer works on.
pub fn working(tree: &Tree, target: &str) -> PathBuf {
    folder(tree).join("corpus").join(target)
}

/// Lays out what a run starts from: what is kept, what was once found, and what is shipped.
pub fn lay_out(tree: &Tree, target: &str) -> Result<(), String> {
    let into = working(tree, target);
    let lay = |bytes: &[u8]| write(&into.join(&hash_of(bytes)[..16]), bytes);
    for line in std::fs::read_to_string(kept(tree, target)).unwrap_or_default().lines() {
        let text: String = serde_json::from_str(line)
            .map_err(|why| format!("{} has a line that is no text: {why}.", kept(tree, target).display()))?;
        lay(text.as_bytes())?;
    }
    let shipped = match target {
        "definition" => Some("definition."),
        "pack" => Some("wording."),
        _ => None,
    };
    let places = [
        (found(tree), Some(format!("{target}-"))),
        (tree.root.join("tests/fuzz/seeds"), Some(format!("{target}-"))),
        (tree.root.join("instruments"), shipped.map(str::to_owned)),
    ];
    for (folder, begins) in places {
        let Some(begins) = begins else { continue };
        for file in files_below(&folder)? {
            let name = name_of(&file);
            if name.starts_with(&begins) && name.ends_with(".json") {
                lay(&read(&file)?)?;
            }
        }
    }
    Ok(())
}

/// Keeps the shortest texts of a folder, as many as may be kept, in a fixed order.
pub fn keep(tree: &Tree, target: &str, from: &Path) -> Result<usize, String> {
    let mut texts: Vec<String> = files_below(from)?.iter().filter_map(|file| read_text(file).ok()).collect();
    texts.retain(|text| text.len() <= KEPT_TEXT);
    texts.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let mut lines = String::new();
    let mut count = 0;
    for text in texts {
        let line = serde_json::Value::String(text).to_string();
        if lines.len() + line.len() > KEPT_BYTES {
            break;
        }
        lines += &line;
        lines.push('\n');
        count += 1;
    }
    write(&kept(tree, target), lines.as_bytes())?;
    Ok(count)
}

/// Keeps a text that broke a promise, and says where.
pub fn remember(tree: &Tree, target: &str, bytes: &[u8]) -> Result<PathBuf, String> {
    let place = found(tree).join(format!("{target}-{}.json", &hash_of(bytes)[..12]));
    write(&place, bytes)?;
    Ok(place)
}

fn kept(tree: &Tree, target: &str) -> PathBuf {
    tree.root.join("tests/fuzz/corpus").join(format!("{target}.jsonl"))
}

fn found(tree: &Tree) -> PathBuf {
    tree.root.join("tests/fuzz/found")
}
