//! Lists the folders of `instruments/`, so that adding an instrument needs no Rust.

use std::path::Path;
use std::{env, fs};

fn main() {
    if env::var_os("CARGO_FEATURE_BUILTIN").is_none() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../instruments");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut folders: Vec<_> = fs::read_dir(&root)
        .expect("the instruments folder stands beside assessment-core")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.join("definition.json").is_file())
        .collect();
    folders.sort();
    let mut code = String::from("pub(super) const FOLDERS: &[Folder] = &[\n");
    for folder in folders {
        let name = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        let definition = folder.join("definition.json");
        println!("cargo:rerun-if-changed={}", definition.display());
        code += &format!("Folder {{ name: {name:?}, definition: include_str!({definition:?}), wordings: &[");
        let mut files: Vec<_> =
            fs::read_dir(&folder).expect("a folder just listed").filter_map(Result::ok).collect();
        files.sort_by_key(std::fs::DirEntry::file_name);
        for file in files {
            let file_name = file.file_name().to_string_lossy().into_owned();
            if file_name.starts_with("wording.") && file_name.ends_with(".json") {
                println!("cargo:rerun-if-changed={}", file.path().display());
                code += &format!("({file_name:?}, include_str!({:?})), ", file.path());
            }
        }
        code += "] },\n";
    }
    code += "];\n";
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("folders.rs"), code).expect("OUT_DIR can be written");
}
