//! Lists the folders of `instruments/`, so that adding an instrument or superseding one needs no Rust.

#[path = "folders.rs"]
mod folders;

use folders::{Found, list};
use std::path::Path;
use std::{env, fs};

fn main() {
    if env::var_os("CARGO_FEATURE_BUILTIN").is_none() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../instruments");
    println!("cargo:rerun-if-changed={}", root.display());
    let listed = list(&root).expect("the instruments folder stands beside assessment-core");
    let code = written("FOLDERS", &listed.in_use) + &written("SUPERSEDED", &listed.superseded);
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("folders.rs"), code).expect("OUT_DIR can be written");
}

fn written(name: &str, all: &[Found]) -> String {
    let mut code = format!("pub(super) const {name}: &[Folder] = &[\n");
    for found in all {
        let definition = found.folder.join("definition.json");
        println!("cargo:rerun-if-changed={}", found.folder.display());
        println!("cargo:rerun-if-changed={}", definition.display());
        code += &format!(
            "Folder {{ name: {:?}, definition: include_str!({definition:?}), wordings: &[",
            found.id
        );
        for wording in &found.wordings {
            println!("cargo:rerun-if-changed={}", wording.display());
            let file = wording.file_name().expect("a file has a name").to_string_lossy().into_owned();
            code += &format!("({file:?}, include_str!({wording:?})), ");
        }
        code += "] },\n";
    }
    code + "];\n"
}
