//! `cargo xtask serve --preview FILE`: a definition and the wordings beside it, as a person would meet
//! them. Nothing of it is written where the app is built, so no build of the app can contain it. The
//! author's files are read anew for every page, so a mended file is shown mended.

use crate::gather::{put_catalogues, static_sentences, wordings_beside};
use crate::headers::CACHE_PLAIN;
use crate::places::{Tree, name_of, read, read_text};
use crate::serve::{self, Files, Ports, Served};
use crate::shelf::Shelf;
use crate::wasm::{self, PREVIEW};
use crate::{page, setup, style};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Not the app's own: a browser keeps the app at its address, and would show it in place of the preview.
const USUAL_PORT: u16 = 8090;
/// Where the page asks for the author's files.
const DESK: &str = "/desk.json";

/// Builds the preview and starts serving it.
pub fn start(tree: &Tree, file: PathBuf, port: Option<u16>) -> Result<Served, String> {
    if !file.is_file() {
        return Err(format!(
            "{} is not a file: --preview needs a definition, such as instruments/brief-check-in/definition.json.",
            file.display()
        ));
    }
    let files = build(tree)?.into_iter().map(|one| (one.address, one.bytes)).collect();
    serve::listen(
        Ports { asked: port, usual: USUAL_PORT },
        move |request, files: &Files| {
            let path = request.target.split('?').next().unwrap_or_default();
            match (request.method.as_str(), path) {
                ("GET", DESK) => {
                    serve::with_headers("200 OK", desk(&file).to_string().into_bytes(), DESK, CACHE_PLAIN)
                }
                _ => serve::answer(request, files),
            }
        },
        files,
    )
}

fn build(tree: &Tree) -> Result<Vec<crate::shelf::Shelved>, String> {
    setup::wasm_target(tree)?;
    setup::npm_packages(&tree.web())?;
    let mut shelf = Shelf::default();
    shelf.put("main.css", style::build(tree)?);
    put_catalogues(tree, &mut shelf)?;
    shelf.put("icon.svg", read(&tree.web().join("icons/icon.svg"))?);
    let built = wasm::build(tree, PREVIEW)?.ok_or("web/src/bin/preview.rs is gone.")?;
    shelf.put("preview.wasm", built.wasm);
    shelf.put("preview.js", built.glue);
    // Where the app was served from this address before, the browser still has it: this takes it off.
    shelf.put_plain("sw.js", "/sw.js", read(&tree.web().join("xtask/hosting/sw-off.js"))?);
    shelf.put_plain("desk.json", DESK, "");
    let addresses: serde_json::Map<String, Value> =
        shelf.files.iter().map(|file| (file.name.clone(), json!(file.address))).collect();
    let [boot, index] =
        ["preview/boot.js", "preview/index.html"].map(|name| read_text(&tree.web().join(name)));
    shelf.put("boot.js", page::fill(&boot?, "preview/boot.js", &json!({ "files": addresses }))?);
    let index = page::fill_page(index?, &shelf, &static_sentences(tree)?)?;
    shelf.put_plain("index.html", "/index.html", index);
    page::refuse_evaluation(&shelf)?;
    Ok(shelf.files)
}

/// The definition and the wordings beside it, each with its text or with the reason why there is none.
fn desk(file: &Path) -> Value {
    let said = |path: &Path| {
        let name = name_of(path);
        match std::fs::read_to_string(path) {
            Ok(text) => json!({ "name": name, "text": text }),
            Err(why) => json!({ "name": name, "trouble": format!("cannot be read: {why}.") }),
        }
    };
    let wordings = wordings_beside(file).unwrap_or_default();
    json!({ "definition": said(file), "wordings": wordings.iter().map(|path| said(path)).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::ENTRIES;

    #[test]
    fn no_build_of_the_app_contains_the_preview() {
        assert!(ENTRIES.iter().all(|entry| entry.name != PREVIEW.name));
    }

    #[test]
    fn the_desk_holds_the_definition_and_the_wordings_beside_it_as_they_are_now() {
        let folder = std::env::temp_dir().join(format!("trellis-desk-{}", std::process::id()));
        let below = folder.join("below");
        std::fs::create_dir_all(&below).expect("a folder");
        let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).expect("a file");
        write("mine.json", b"{}");
        write("wording.en.json", b"[]");
        write("wording.cy.json", b"\xff");
        write("cases.csv", b"case");
        write("below/wording.fr.json", b"{}");
        let file = folder.join("mine.json");
        let first = desk(&file);
        write("mine.json", b"mended");
        let second = desk(&file);
        std::fs::remove_dir_all(&folder).expect("it goes again");
        assert_eq!(first["definition"], json!({ "name": "mine.json", "text": "{}" }));
        assert_eq!(second["definition"]["text"], "mended");
        let names: Vec<&Value> =
            first["wordings"].as_array().expect("a list").iter().map(|one| &one["name"]).collect();
        assert_eq!(names, ["wording.cy.json", "wording.en.json"]);
        assert!(
            first["wordings"][0]["trouble"].as_str().is_some_and(|why| why.starts_with("cannot be read"))
        );
        assert_eq!(desk(&file)["definition"]["name"], "mine.json");
    }
}
