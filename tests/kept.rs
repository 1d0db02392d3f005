//! What the fuzzers found worth keeping, and what once broke a promise, read again.

use crate::promises;
use crate::sources::root;
use std::fs;

/// Reads every kept text of a target; says how many there were.
fn again(target: &str, keeps_its_promise: fn(&str)) -> usize {
    let folder = root().join("tests/fuzz");
    let kept = fs::read_to_string(folder.join(format!("corpus/{target}.jsonl"))).unwrap_or_default();
    let kept = kept.lines().map(|line| serde_json::from_str(line).expect("a text on every line"));
    let folders = ["found", "seeds"].map(|name| fs::read_dir(folder.join(name)).expect("a folder of texts"));
    let found = folders.into_iter().flatten();
    let found = found.map(|entry| entry.expect("a readable entry").path());
    let of_it = found.filter(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{target}-")))
    });
    let texts: Vec<String> =
        kept.chain(of_it.map(|path| fs::read_to_string(path).expect("a text"))).collect();
    texts.iter().for_each(|text| keeps_its_promise(text));
    texts.len()
}

#[test]
fn every_text_a_fuzzer_kept_is_read_without_breaking_a_promise() {
    type Promise = fn(&str);
    for (target, keeps_its_promise) in
        [("definition", promises::definition as Promise), ("pack", promises::pack), ("fhir", promises::fhir)]
    {
        let count = again(target, keeps_its_promise);
        assert!(count > 1, "{target}: the corpus is gone");
    }
}
