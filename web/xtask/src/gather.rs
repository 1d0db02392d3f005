//! The data the app fetches: instruments, the questions about the person, examples, the words.

use crate::places::{Tree, files_below, name_of, read, read_text};
use crate::shelf::Shelf;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Puts every data file on the shelf under the name the app asks for it by.
pub fn put_all(tree: &Tree, shelf: &mut Shelf) -> Result<(), String> {
    put_catalogues(tree, shelf)?;
    put_instruments(&tree.root.join("instruments"), shelf)?;
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

/// Every instrument that is offered, with its wordings, and the list the app chooses from. What only tests
/// the engine goes to no tablet.
fn put_instruments(folder: &Path, shelf: &mut Shelf) -> Result<(), String> {
    let mut editions: Vec<Edition> = Vec::new();
    for file in files_below(folder)?.into_iter().filter(|file| name_of(file) == "definition.json") {
        let definition = read_json(&file)?;
        if definition["offered"] == true {
            editions.push(Edition { file, definition });
        }
    }
    // Newest first, so that the first of an id is the one new assessments use.
    editions.sort_by_key(|edition| (edition.text("id"), std::cmp::Reverse(edition.number())));
    let mut list: Vec<Value> = Vec::new();
    for edition in &editions {
        let (id, version) = (edition.text("id"), edition.text("version"));
        let newest = list.last().is_none_or(|before| before["id"] != id.as_str());
        let name = if newest { id.clone() } else { format!("{id}@{version}") };
        put_value(shelf, &format!("{name}.definition.json"), &edition.file, &edition.definition)?;
        let mut wordings = Vec::new();
        for file in &wordings_beside(&edition.file)? {
            let wording = read_json(file)?;
            put_value(shelf, &format!("{name}.{}", name_of(file)), file, &wording)?;
            wordings.push(about_wording(&wording));
        }
        list.push(json!({
            "id": id,
            "version": version,
            "title": edition.text("title"),
            "ours": edition.text("wording") == "ours",
            "file": name,
            "wordings": wordings,
        }));
    }
    shelf.put("instruments.json", Value::from(list).to_string());
    Ok(())
}

/// What the list says of a wording: all but its words.
fn about_wording(wording: &Value) -> Value {
    let fields = ["title", "language", "provenance", "licence", "reviewed"];
    let there = fields.into_iter().filter(|field| wording.get(field).is_some());
    there.map(|field| (field.to_string(), wording[field].clone())).collect::<serde_json::Map<_, _>>().into()
}

/// The wordings in the folder of a definition.
pub fn wordings_beside(definition: &Path) -> Result<Vec<PathBuf>, String> {
    let folder = match definition.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let is_wording = |file: &PathBuf| {
        let name = name_of(file);
        file.parent() == Some(folder) && name.starts_with("wording.") && name.ends_with(".json")
    };
    Ok(files_below(folder)?.into_iter().filter(is_wording).collect())
}

/// One version of an instrument.
struct Edition {
    file: PathBuf,
    definition: Value,
}

impl Edition {
    fn text(&self, field: &str) -> String {
        self.definition[field].as_str().unwrap_or_default().to_string()
    }

    fn number(&self) -> Vec<u32> {
        self.text("version").split('.').map(|part| part.parse().unwrap_or(0)).collect()
    }
}

fn put_json(shelf: &mut Shelf, name: &str, file: &Path) -> Result<(), String> {
    put_value(shelf, name, file, &read_json(file)?)
}

fn read_json(file: &Path) -> Result<Value, String> {
    serde_json::from_slice(&read(file)?).map_err(|why| format!("{} is not JSON: {why}.", file.display()))
}

/// Written without its spaces: the files are laid out for people, the app does not need that.
fn put_value(shelf: &mut Shelf, name: &str, file: &Path, value: &Value) -> Result<(), String> {
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

pub fn put_catalogues(tree: &Tree, shelf: &mut Shelf) -> Result<(), String> {
    let catalogues = messages::catalogues(&tree.web().join("locales"))
        .map_err(|faults| format!("The messages have faults:\n  {}", faults.join("\n  ")))?;
    for (name, json) in catalogues {
        shelf.put(&format!("{name}.json"), json);
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
