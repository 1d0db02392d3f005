//! Running other programs: always with standard input closed, always with a sentence when they fail.

use crate::places::Tree;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// A program about to be run in a folder.
pub fn program(name: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Cargo, free of what the cargo that started us says about our own package: some build scripts
/// would take it for a change and build again.
pub fn cargo(tree: &Tree) -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), &tree.root);
    command
        .env("CARGO_TARGET_DIR", &tree.target)
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("CARGO_MANIFEST_PATH");
    command
}

/// Runs to the end; anything but success is the given sentence.
pub fn run(command: &mut Command, sentence: &str) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(sentence.to_string()),
        Err(why) => Err(format!("{} could not be started: {why}. {sentence}", name_of(command))),
    }
}

/// Runs to the end and gives back what was written to standard output.
pub fn output(command: &mut Command, sentence: &str) -> Result<String, String> {
    let done = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| format!("{} could not be started: {why}. {sentence}", name_of(command)))?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        Err(sentence.to_string())
    }
}

/// Runs to the end, showing each line of standard output and lending it to `see`. True when the
/// program ended well.
pub fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool, String> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|why| format!("{} could not be started: {why}.", name_of(command)))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|why| format!("{} could not be read: {why}.", name_of(command)))?;
            let line = String::from_utf8_lossy(&line).into_owned();
            println!("{line}");
            see(&line);
        }
    }
    let status =
        child.wait().map_err(|why| format!("{} could not be waited for: {why}.", name_of(command)))?;
    Ok(status.success())
}

/// Whether a program of this name is on the path.
pub fn on_path(name: &str) -> bool {
    std::env::var_os("PATH")
        .map(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
        .unwrap_or(false)
}

fn name_of(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
