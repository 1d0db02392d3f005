//! `cargo xtask dist`: the whole app as a folder of files that any web host can serve.

use crate::places::{Tree, read_text, write};
use crate::shelf::Shelf;
use crate::sizes::Sizes;
use crate::wasm::{ENTRIES, WORKER};
use crate::{gather, hosting, notices, page, pictures, setup, sizes, style, wasm};
use std::fs;
use std::path::PathBuf;

/// A finished build: where it is and what it weighs.
pub struct Build {
    pub folder: PathBuf,
    pub sizes: Vec<Sizes>,
}

pub fn run(tree: &Tree, words: &[String]) -> Result<(), String> {
    if let Some(word) = words.first() {
        return Err(format!("dist takes no words after it, so it does not know what to do with {word}."));
    }
    let build = build(tree)?;
    println!("{}", read_text(&tree.target.join("dist-sizes.txt"))?);
    println!("The app is in {}.", build.folder.display());
    Ok(())
}

pub fn build(tree: &Tree) -> Result<Build, String> {
    setup::wasm_target(tree)?;
    setup::npm_packages(&tree.web())?;

    let mut shelf = Shelf::default();
    shelf.put("main.css", style::build(tree)?);
    put_wasm(tree, &mut shelf)?;
    gather::put_all(tree, &mut shelf)?;
    pictures::put(tree, &mut shelf)?;
    page::put_icons_and_manifest(tree, &mut shelf)?;
    shelf.put_plain("notices.txt", "/notices.txt", notices::write(tree)?);
    page::put_page(tree, &mut shelf)?;
    page::refuse_evaluation(&shelf)?;

    let fresh = tree.target.join("dist.new");
    remove(&fresh)?;
    let sizes = sizes::write_shelf(tree, &shelf, &fresh)?;
    swap(tree, &fresh)?;
    hosting::write_samples(tree)?;
    write(&tree.target.join("dist-sizes.txt"), sizes::table(&sizes).as_bytes())?;
    Ok(Build { folder: tree.target.join("dist"), sizes })
}

fn put_wasm(tree: &Tree, shelf: &mut Shelf) -> Result<(), String> {
    for entry in ENTRIES {
        let Some(built) = wasm::build(tree, entry)? else { continue };
        let address = shelf.put(&format!("{}.wasm", entry.name), built.wasm);
        if entry.name == WORKER {
            put_worker(tree, shelf, &built.glue, &address)?;
        } else {
            shelf.put(&format!("{}.js", entry.name), built.glue);
        }
        if let Some((name, wasm)) = built.second {
            shelf.put(&format!("{name}.wasm"), wasm);
        }
    }
    Ok(())
}

/// The worker's script and its glue lie beside each other and name each other relatively, so the
/// hashed names are written in from the inside out: wasm, glue, script.
fn put_worker(tree: &Tree, shelf: &mut Shelf, glue: &str, wasm: &str) -> Result<(), String> {
    let script = tree.web().join("worker/worker.js");
    let last = |address: &str| address.rsplit('/').next().unwrap_or_default().to_string();
    let (placeholder_wasm, placeholder_glue) = (format!("{WORKER}_bg.wasm"), format!("{WORKER}.js"));
    let glue = shelf.put(&placeholder_glue, glue.replace(&placeholder_wasm, &last(wasm)));
    let source = read_text(&script)?;
    if !source.contains(&format!("./{placeholder_glue}")) {
        return Err(format!("{} must import its wasm from \"./{placeholder_glue}\".", script.display()));
    }
    let source = source.replace(&placeholder_wasm, &last(wasm)).replace(&placeholder_glue, &last(&glue));
    shelf.put("worker.js", source);
    Ok(())
}

/// Puts the new folder where the old one was, in two renames, so that a server never sees half.
fn swap(tree: &Tree, fresh: &PathBuf) -> Result<(), String> {
    let (folder, old) = (tree.target.join("dist"), tree.target.join("dist.old"));
    remove(&old)?;
    if folder.exists() {
        fs::rename(&folder, &old)
            .map_err(|why| format!("{} cannot be moved aside: {why}.", folder.display()))?;
    }
    fs::rename(fresh, &folder)
        .map_err(|why| format!("{} cannot be put in place: {why}.", folder.display()))?;
    remove(&old)
}

fn remove(folder: &PathBuf) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .map_err(|why| format!("{} cannot be removed: {why}.", folder.display()))?;
    }
    Ok(())
}
