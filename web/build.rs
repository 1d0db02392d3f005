//! Compiles the messages: the typed functions for `src/text.rs`, and the catalogues for native tests.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    let locales = Path::new("locales");
    for path in messages::watched(locales) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    if let Err(faults) = compile(locales) {
        for fault in faults {
            println!("cargo::error={}", fault.replace('\n', " "));
        }
        process::exit(1);
    }
}

fn compile(locales: &Path) -> Result<(), Vec<String>> {
    let folder = env::var_os("OUT_DIR").ok_or_else(|| vec!["Cargo gave no OUT_DIR".to_string()])?;
    let folder = PathBuf::from(folder);
    write(&folder.join("messages.rs"), &messages::rust(locales)?)?;
    for (name, json) in messages::catalogues(locales)? {
        write(&folder.join(format!("{name}.json")), &json)?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Vec<String>> {
    fs::write(path, text).map_err(|why| vec![format!("{}: {why}", path.display())])
}
