//! Where things are in the tree. Found by walking up from the current folder, so that the
//! commands work from any folder inside the project and no path is written into the program.

use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder, and the folder that built things go to.
pub struct Tree {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl Tree {
    pub fn find() -> Result<Tree, String> {
        let here =
            std::env::current_dir().map_err(|why| format!("The current folder cannot be read: {why}."))?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("web/index.html").is_file() && folder.join("Cargo.toml").is_file())
            .ok_or("Run this inside the Trellis folder: no web/index.html was found here or above.")?
            .to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => here.join(folder),
            None => root.join("target"),
        };
        Ok(Tree { root, target })
    }

    pub fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// Results that are slow to make and depend only on their input, named by that input's hash.
    pub fn cache(&self) -> PathBuf {
        self.target.join("xtask-cache")
    }
}

pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|why| format!("{} cannot be read: {why}.", path.display()))
}

pub fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|why| format!("{} cannot be read: {why}.", path.display()))
}

pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|why| format!("{} cannot be made: {why}.", folder.display()))?;
    }
    fs::write(path, bytes).map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}

/// The files below a folder, in one fixed order so that hashes over them mean something.
/// A folder that is not there has no files.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(found);
    };
    for entry in entries {
        let path = entry.map_err(|why| format!("{} cannot be listed: {why}.", folder.display()))?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A file's own name, as text.
pub fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
