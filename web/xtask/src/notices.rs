//! The notices file: everything of other people's that ends up in the browser, with its version,
//! its licence and, where the package carries one, the licence's text.

use crate::pictures;
use crate::places::{Tree, name_of, read_text};
use crate::programs::{cargo, output};
use crate::setup::WASM;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The packages whose wasm is shipped.
const SHIPPED: &[&str] = &["trellis-web", "worker"];
/// The npm packages whose output is shipped; the other npm packages are tools.
const SHIPPED_NPM: &[&str] = &["govuk-frontend", pictures::PACKAGE];

/// A package of somebody else's.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    licence: String,
}

pub fn write(tree: &Tree) -> Result<String, String> {
    let mut packages = BTreeSet::new();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut note = |package: Package, folder: &Path| {
        for text in licence_texts(folder) {
            texts.entry(text).or_default().push(package.name.clone());
        }
        packages.insert(package);
    };
    crates(tree, &mut note)?;
    npm(tree, &mut note)?;

    let mut notices = String::from(
        "Trellis contains work by others. Each package is listed with its version and licence;\n\
         the licences' texts follow, each with the packages it came with.\n\n",
    );
    for Package { name, version, licence } in &packages {
        notices.push_str(&format!("{name} {version}: {licence}\n"));
    }
    for (text, names) in &texts {
        notices.push_str(&format!("\n{}\n{}\n\n{}\n", "-".repeat(72), names.join(", "), text.trim()));
    }
    Ok(notices)
}

/// Walks cargo's own graph from what is shipped, over normal dependencies only: what runs while
/// building (build scripts, macros) does not reach the browser.
fn crates(tree: &Tree, note: &mut impl FnMut(Package, &Path)) -> Result<(), String> {
    let text = output(
        cargo(tree).args(["metadata", "--format-version", "1", "--filter-platform", WASM]),
        "cargo could not list the packages: look at its message above.",
    )?;
    let metadata: Value = serde_json::from_str(&text)
        .map_err(|why| format!("cargo's list of packages cannot be read: {why}."))?;
    let by_id = |list: &Value| -> BTreeMap<String, Value> {
        let list = list.as_array().cloned().unwrap_or_default();
        list.into_iter().map(|entry| (word(&entry["id"]), entry)).collect()
    };
    let packages = by_id(&metadata["packages"]);
    let nodes = by_id(&metadata["resolve"]["nodes"]);

    let mut waiting: Vec<String> = packages
        .iter()
        .filter(|(_, package)| SHIPPED.contains(&word(&package["name"]).as_str()))
        .map(|(id, _)| id.clone())
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let (Some(package), Some(node)) = (packages.get(&id), nodes.get(&id)) else { continue };
        if !seen.insert(id) || is_macro(package) {
            continue;
        }
        // Only what came from a registry has a source; our own crates have none.
        if !package["source"].is_null() {
            let manifest = word(&package["manifest_path"]);
            let licence = package["license"].as_str().unwrap_or("see its licence file").to_string();
            let one = Package { name: word(&package["name"]), version: word(&package["version"]), licence };
            note(one, Path::new(&manifest).parent().unwrap_or(Path::new("")));
        }
        for dependency in node["deps"].as_array().into_iter().flatten() {
            let kinds = dependency["dep_kinds"].as_array();
            if kinds.into_iter().flatten().any(|kind| kind["kind"].is_null()) {
                waiting.push(word(&dependency["pkg"]));
            }
        }
    }
    Ok(())
}

fn npm(tree: &Tree, note: &mut impl FnMut(Package, &Path)) -> Result<(), String> {
    for name in SHIPPED_NPM {
        let folder = tree.web().join("node_modules").join(name);
        let text = read_text(&folder.join("package.json"))?;
        let package: Value = serde_json::from_str(&text)
            .map_err(|why| format!("{name}'s package.json cannot be read: {why}."))?;
        let one = Package {
            name: name.to_string(),
            version: word(&package["version"]),
            licence: word(&package["license"]),
        };
        note(one, &folder);
    }
    Ok(())
}

fn is_macro(package: &Value) -> bool {
    let targets = package["targets"].as_array();
    targets.into_iter().flatten().any(|target| target["kind"][0] == "proc-macro")
}

/// The texts a package carries, by the usual names of such files.
fn licence_texts(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    paths.sort();
    paths
        .iter()
        .filter(|path| {
            let name = name_of(path).to_uppercase();
            ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "UNLICENSE"]
                .iter()
                .any(|start| name.starts_with(start))
        })
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .map(|text| text.replace("\r\n", "\n"))
        .collect()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}
