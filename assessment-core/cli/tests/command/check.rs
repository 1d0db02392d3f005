//! `check`.

use crate::{DEFINITION, Folder, WORDING};

fn faults(folder: &Folder, files: &[&str]) -> (Option<i32>, String) {
    let outcome = folder.run(&[&["check"], files].concat());
    assert_eq!(outcome.stdout, "");
    (outcome.code, outcome.stderr)
}

#[test]
fn good_files_say_nothing() {
    let folder =
        Folder::new("check-good").with("definition.json", DEFINITION).with("wording.en.json", WORDING);
    assert_eq!(faults(&folder, &["definition.json", "wording.en.json"]), (Some(0), String::new()));
}

#[test]
fn broken_json_is_found_by_line_and_column() {
    let folder = Folder::new("check-broken").with("definition.json", "{\"format\": 1,\n  \"id\": }");
    let (code, said) = faults(&folder, &["definition.json"]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with("definition.json: 2:9: This is not JSON: expected value"), "{said}");
}

#[test]
fn all_faults_of_all_files_come_out_together() {
    let bad = DEFINITION
        .replace("\"range\": [0, 4]", "\"range\": [0, 5]")
        .replace("\"alone\": [0]", "\"alone\": [7]");
    let folder = Folder::new("check-all")
        .with("one.json", &bad)
        .with("two/definition.json", DEFINITION)
        .with("two/wording.en.json", WORDING.replace("\"a\": {\"text\": \"One?\"}, ", ""))
        .with("good.json", DEFINITION);
    let files = ["one.json", "missing.json", "good.json", "two/wording.en.json"];
    let (code, said) = faults(&folder, &files);
    assert_eq!(code, Some(1));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 4, "{said}");
    assert_eq!(lines[0], "one.json: items[3].alone: 7 is not one of its codes.");
    assert_eq!(lines[1], "one.json: scales[0].range: The key gives 0 to 4, not what stands here.");
    assert!(lines[2].starts_with("missing.json: 1:1: cannot be read: "), "{said}");
    assert_eq!(lines[3], "two/wording.en.json: items.a: There are no words for it.");
}

#[test]
fn a_pack_that_stands_alone_is_for_the_built_in_instrument_it_names() {
    let rows = [
        ("barc-10", "wording.en.json: version: The definition is version 1.0.0."),
        ("little-one", "There is no instrument and no file called little-one."),
    ];
    for (id, expected) in rows {
        let pack = WORDING.replace("little-one", id);
        let folder = Folder::new(&format!("check-alone-{id}")).with("wording.en.json", &pack);
        let (code, said) = faults(&folder, &["wording.en.json"]);
        assert_eq!(code, Some(1));
        assert!(said.starts_with(expected), "{said}");
    }
}

#[test]
fn a_broken_pack_is_found_by_line_and_column() {
    let folder = Folder::new("check-broken-pack").with("wording.cy.json", "{\n\n\"format\" 1}");
    let (code, said) = faults(&folder, &["wording.cy.json"]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with("wording.cy.json: 3:10: This is not JSON: expected `:`"), "{said}");
}
