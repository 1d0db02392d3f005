//! Pictures: every name there is has an icon, every icon is wanted, and every one is beside words of ours.

use crate::sources::root;
use assessment_core::catalogue::folders;
use assessment_core::definition;
use assessment_core::instrument::{Picture, WordingRight};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn chosen() -> Value {
    let text = fs::read_to_string(root().join("web/pictures.json")).expect("the chosen pictures");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn every_name_has_one_icon_and_every_icon_one_name() {
    let chosen = chosen();
    let object = chosen.as_object().expect("names and icons");
    let names: Vec<&str> = object.keys().map(String::as_str).collect();
    assert_eq!(names, Picture::ALL.map(Picture::word));
    let icons: BTreeSet<&str> = object.values().filter_map(Value::as_str).collect();
    assert_eq!(icons.len(), names.len(), "two names must not look the same");
    for face in ["smile", "frown", "meh", "laugh", "angry", "annoyed", "face"] {
        assert!(!icons.iter().any(|icon| icon.contains(face)), "{face}: no picture is a face");
    }
}

#[test]
fn every_picture_stands_beside_something_of_ours_and_nothing_else_has_one() {
    let mut used = BTreeSet::new();
    for folder in folders() {
        let instrument = definition::parse(folder.definition).expect("it is shipped");
        let sections = instrument.sections().iter().map(|section| section.picture);
        let pictures: Vec<Picture> =
            sections.chain(instrument.items().iter().map(|item| item.picture)).flatten().collect();
        assert_eq!(pictures.is_empty(), instrument.wording() == WordingRight::NotSupplied, "{}", folder.name);
        used.extend(pictures.into_iter().map(Picture::word));
    }
    assert_eq!(used, Picture::ALL.map(Picture::word).into_iter().collect());
}
