//! Scores and changes once more, from a second implementation that shares no code with the first: `tests/reference/`,
//! JavaScript run by Node, written from the published facts.

use crate::sources::root;
use std::path::PathBuf;
use std::process::Command;

/// The command `trellis`, built now, in the profile of this test.
fn command() -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    let folder = test.ancestors().nth(2).expect("it lies in <profile>/deps");
    let profile = match folder.file_name().and_then(|name| name.to_str()) {
        None | Some("debug") => "dev",
        Some(name) => name,
    };
    let cargo = std::env::var_os("CARGO").expect("tests are run by cargo");
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--package", "trellis", "--profile", profile])
        .current_dir(root())
        .status()
        .expect("cargo can be started");
    assert!(built.success(), "the command `trellis` did not compile");
    folder.join(format!("trellis{}", std::env::consts::EXE_SUFFIX))
}

#[test]
fn a_second_implementation_gives_the_same_scores_and_changes_for_every_instrument() {
    let compared = Command::new("node")
        .arg(root().join("tests/reference/compare.mjs"))
        .env("TRELLIS_COMMAND", command())
        .output()
        .expect("Node 20 is needed: see README.md");
    let said = String::from_utf8_lossy(&compared.stdout);
    println!("{said}");
    assert!(compared.status.success(), "{said}{}", String::from_utf8_lossy(&compared.stderr));
}
