//! The data the app fetches: instruments, the questions about the person, examples, the words.

use crate::places::{Tree, files_below, name_of, read, read_text};
use crate::shelf::Shelf;
use std::collections::BTreeMap;
use std::path::Path;

/// Puts every data file on the shelf under the name the app asks for it by.
pub fn put_all(tree: &Tree, shelf: &mut Shelf) -> Result<(), String> {
    put_catalogues(tree, shelf)?;
    let folder = tree.root.join("instruments");
    for file in files_below(&folder)? {
        let name = name_of(&file);
        let id = file.parent().map(name_of).unwrap_or_default();
        if name == "definition.json" || is_wording(&name) {
            put_json(shelf, &format!("{id}.{name}"), &file)?;
        }
    }
    for (folder, before) in [("web/about-you", "about-you."), ("web/examples", "")] {
        for file in files_below(&tree.root.join(folder))? {
            let name = name_of(&file);
            if name.ends_with(".json") {
                put_json(shelf, &format!("{before}{name}"), &file)?;
            }
        }
    }
    Ok(())
}

fn is_wording(name: &str) -> bool {
    name.starts_with("wording.") && name.ends_with(".json")
}

/// Written without its spaces: the files are laid out for people, the app does not need that.
fn put_json(shelf: &mut Shelf, name: &str, file: &Path) -> Result<(), String> {
    let bytes = read(file)?;
    let value: serde_json::Value =
        serde_json::from_slice(&bytes).map_err(|why| format!("{} is not JSON: {why}.", file.display()))?;
    if let Some(other) = shelf.find(name) {
        return Err(format!(
            "{} and {} would both be called {name}: rename one.",
            file.display(),
            other.address
        ));
    }
    shelf.put(name, value.to_string());
    Ok(())
}

fn put_catalogues(tree: &Tree, shelf: &mut Shelf) -> Result<(), String> {
    let catalogues = messages::catalogues(&tree.web().join("locales"))
        .map_err(|faults| format!("The messages have faults:\n  {}", faults.join("\n  ")))?;
    for (language, json) in catalogues {
        shelf.put(&format!("{language}.json"), json);
    }
    Ok(())
}

/// The few sentences that stand in index.html itself, because they are needed when the app is not
/// running: in English under their ids, in Welsh under `cy:` and the id. The files are Fluent, checked with
/// all the others; here only their plainest form is read: one line for each message, no variables.
pub fn static_sentences(tree: &Tree) -> Result<BTreeMap<String, String>, String> {
    let mut sentences = BTreeMap::new();
    for (language, before) in [("en", ""), ("cy", "cy:")] {
        read_static(&tree.web().join(format!("locales/{language}/static.ftl")), before, &mut sentences)?;
    }
    Ok(sentences)
}

fn read_static(file: &Path, before: &str, sentences: &mut BTreeMap<String, String>) -> Result<(), String> {
    for line in read_text(file)?.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split_once(" = ") {
            Some((id, text)) if !id.contains(char::is_whitespace) && !text.contains('{') => {
                sentences.insert(format!("{before}{id}"), text.trim().to_string());
            }
            _ => {
                return Err(format!(
                    "{} may hold only lines of the form `id = sentence` without variables, because the \
                     build writes them into index.html. This line is not: {line}",
                    file.display()
                ));
            }
        }
    }
    Ok(())
}
