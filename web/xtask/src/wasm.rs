//! From Rust to a small wasm and its JavaScript glue: cargo, then wasm-bindgen at the version
//! Cargo.lock names, then wasm-opt; the app is cut in two before that (cut.rs). All but cargo is remembered by the
//! hash of what cargo made, so a build in which no Rust changed takes seconds.

use crate::cut;
use crate::places::{Tree, read, read_text, write};
use crate::programs::{cargo, output, program, run};
use crate::setup::WASM;
use crate::shelf::hash_of;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Where cargo finds the crate of a wasm.
enum From {
    Binary(&'static str),
    Library,
}

/// One wasm that goes to the browser, known to the page as `NAME.js` and `NAME.wasm`.
pub struct Entry {
    pub name: &'static str,
    package: &'static str,
    from: From,
    /// The name of the second wasm it is cut into, which comes after the first page.
    second: Option<&'static str>,
}

/// Adding a wasm is adding a row. A row whose binary is not in its package yet is passed over.
pub const ENTRIES: &[Entry] = &[
    Entry { name: "app", package: "trellis-web", from: From::Binary("trellis-web"), second: Some("inside") },
    Entry { name: "handover", package: "trellis-web", from: From::Binary("handover"), second: None },
    Entry { name: "design", package: "trellis-web", from: From::Binary("design"), second: None },
    Entry { name: WORKER, package: "worker", from: From::Library, second: None },
];

/// The preview of a definition, which only `serve --preview` builds: no build of the app contains it.
pub const PREVIEW: &Entry =
    &Entry { name: "preview", package: "trellis-web", from: From::Binary("preview"), second: None };

/// The worker's glue is imported by web/worker/worker.js, under this name.
pub const WORKER: &str = "worker_glue";

/// The files an entry becomes: its glue, its wasm, and the second wasm with its name.
pub struct Built {
    pub glue: String,
    pub wasm: Vec<u8>,
    pub second: Option<(&'static str, Vec<u8>)>,
}

/// Builds an entry, or gives `None` when its package has no such target yet.
pub fn build(tree: &Tree, entry: &Entry) -> Result<Option<Built>, String> {
    if !exists(tree, entry)? {
        return Ok(None);
    }
    let mut command = cargo(tree);
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(tree));
    command.args(["rustc", "--profile", "wasm", "--target", WASM, "--package", entry.package]);
    let file = match entry.from {
        From::Binary(name) => {
            command.args(["--bin", name]);
            format!("{name}.wasm")
        }
        From::Library => {
            command.arg("--lib");
            format!("{}.wasm", entry.package.replace('-', "_"))
        }
    };
    if entry.second.is_some() {
        command.args(["--", "-Clink-arg=--emit-relocs"]);
    }
    run(
        &mut command,
        &format!("{} did not compile for the browser: look at the compiler's message above.", entry.package),
    )?;
    let compiled = read(&tree.target.join(WASM).join("wasm").join(file))?;
    finish(tree, entry, compiled).map(Some)
}

/// What makes the wasm smaller. The places of this machine would stand in it, in every message of a panic:
/// they cost bytes and are nobody's business.
fn flags(tree: &Tree) -> String {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    let mut flags = vec![format!("--remap-path-prefix={}=", tree.root.display())];
    // SHA-256 without its rounds written out one by one: 7 kB less, and it is asked for a few hashes only.
    flags.push("--cfg=sha2_backend_soft=\"compact\"".to_string());
    if let Some(cargo_home) = cargo_home.or_else(home) {
        flags.push(format!("--remap-path-prefix={}=", cargo_home.join("registry/src").display()));
    }
    flags.join("\u{1f}")
}

fn exists(tree: &Tree, entry: &Entry) -> Result<bool, String> {
    let text = output(
        cargo(tree).args(["metadata", "--no-deps", "--format-version", "1"]),
        "cargo could not read the workspace: look at its message above.",
    )?;
    let metadata: serde_json::Value = serde_json::from_str(&text)
        .map_err(|why| format!("What cargo says about the workspace cannot be read: {why}."))?;
    let no_list = Vec::new();
    let list = |value: &serde_json::Value| value.as_array().unwrap_or(&no_list).clone();
    Ok(list(&metadata["packages"])
        .iter()
        .filter(|package| package["name"] == entry.package)
        .flat_map(|package| list(&package["targets"]))
        .any(|target| match entry.from {
            From::Binary(name) => target["name"] == name && target["kind"][0] == "bin",
            From::Library => list(&target["kind"]).iter().any(|kind| kind == "cdylib"),
        }))
}

/// wasm-bindgen and wasm-opt, remembered by what they were given and by their versions.
fn finish(tree: &Tree, entry: &Entry, compiled: Vec<u8>) -> Result<Built, String> {
    let lock = hash_of(&read(&tree.web().join("package-lock.json"))?);
    let versions = format!(
        "{} {lock} {}",
        locked(tree, &["wasm-bindgen-cli-support", "wasm_split_cli_support"])?,
        OPTIONS.join(" ")
    );
    let key = hash_of(format!("{} {versions} {}", entry.name, hash_of(&compiled)).as_bytes());
    let kept = tree.cache().join("wasm").join(&key);
    let (glue, wasm, second) = (kept.join("glue.js"), kept.join("small.wasm"), kept.join("second.wasm"));
    if !glue.is_file() || !wasm.is_file() {
        let raw = kept.join("raw");
        let cut = entry.second.map(|name| cut::cut(name, &compiled, &raw)).transpose()?;
        bind(entry, cut.as_ref().map_or(compiled, |cut| cut.first.clone()), &raw)?;
        let script = raw.join(format!("{}.js", entry.name));
        if let Some(cut) = &cut {
            write(&script, cut.joined(&read_text(&script)?)?.as_bytes())?;
            shrink(tree, &cut.second, &second)?;
        }
        minify(tree, &script, &glue)?;
        shrink(tree, &raw.join(format!("{}_bg.wasm", entry.name)), &kept.join("half.wasm"))?;
        // Renamed last, so that a build that was interrupted is not taken for a finished one.
        std::fs::rename(kept.join("half.wasm"), &wasm)
            .map_err(|why| format!("{} cannot be written: {why}.", wasm.display()))?;
        std::fs::remove_dir_all(&raw)
            .map_err(|why| format!("{} cannot be removed: {why}.", raw.display()))?;
    }
    let second = entry.second.map(|name| Ok::<_, String>((name, read(&second)?))).transpose()?;
    Ok(Built { glue: read_text(&glue)?, wasm: read(&wasm)?, second })
}

/// The lines of Cargo.lock with the versions of these packages.
fn locked(tree: &Tree, packages: &[&str]) -> Result<String, String> {
    let lock = read_text(&tree.root.join("Cargo.lock"))?;
    let version = |package: &&str| {
        let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\"")).skip(1);
        lines.next().unwrap_or_default().to_string()
    };
    Ok(packages.iter().map(version).collect::<Vec<_>>().join(" "))
}

fn bind(entry: &Entry, compiled: Vec<u8>, folder: &Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    let bound = bindgen
        .input_bytes(entry.name, compiled)
        .out_name(entry.name)
        .typescript(false)
        // The second wasm is linked to what the first one exports.
        .keep_lld_exports(entry.second.is_some())
        // The page hands the wasm over itself, under its hashed address. Only the worker's glue
        // keeps a default, and the build writes the hashed name into it.
        .omit_default_module_path(entry.name != WORKER)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder));
    bound.map_err(|why| format!("wasm-bindgen could not bind {}: {why:#}.", entry.name))?;
    if folder.join("snippets").exists() {
        return Err(format!(
            "{} uses a crate that brings its own JavaScript files (snippets), which would be served without a \
             hashed name: use a crate that does not, or bind the browser's function by hand.",
            entry.name
        ));
    }
    Ok(())
}

const OPTIONS: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-extended-const",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

fn shrink(tree: &Tree, from: &Path, to: &Path) -> Result<(), String> {
    let tool = tree.web().join("node_modules/binaryen/bin/wasm-opt");
    let mut command = program("node", &tree.root);
    command.arg(tool).args(OPTIONS).arg(from).arg("-o").arg(to);
    run(&mut command, "wasm-opt could not make the wasm smaller: look at its message above.")
}

/// A script without its comments and long names; what it exports keeps its name.
pub fn minify(tree: &Tree, from: &Path, to: &Path) -> Result<(), String> {
    let tool = tree.web().join("node_modules/terser/bin/terser");
    let mut command = program("node", &tree.root);
    command.arg(tool).arg(from).args(["--module", "--compress", "--mangle", "--output"]).arg(to);
    run(&mut command, "terser could not make a script smaller: look at its message above.")
}
