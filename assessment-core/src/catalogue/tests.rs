use super::*;
use crate::sample::{everything, parse, with};
use serde_json::json;

fn named(id: &str, version: &str, title: &str) -> Instrument {
    parse(&with(everything(), json!({"id": id, "version": version, "title": title})))
}

#[test]
fn an_instrument_is_found_by_its_id_and_by_the_version_a_session_pinned() {
    let catalogue = Catalogue::of([
        named("one", "2.0.0", "new"),
        named("one", "1.0.0", "old"),
        named("two", "1.0.0", "other"),
        named("one", "2.0.0", "again"),
    ]);
    let title = |found: Option<&Instrument>| found.map(|instrument| instrument.title().to_owned());
    let rows = [
        (title(catalogue.find("one")), Some("new")),
        (title(catalogue.find("two")), Some("other")),
        (title(catalogue.find("three")), None),
        (title(catalogue.find_version("one", "1.0.0")), Some("old")),
        (title(catalogue.find_version("one", "2.0.0")), Some("new")),
        (title(catalogue.find_version("two", "2.0.0")), None),
    ];
    for (found, expected) in rows {
        assert_eq!(found.as_deref(), expected);
    }
    assert_eq!(catalogue.iter().count(), 3);
}

#[cfg(feature = "builtin")]
#[test]
fn every_shipped_folder_parses_with_all_its_wording() {
    let mut wrong = Vec::new();
    for folder in folders().iter().chain(superseded()) {
        match crate::definition::parse(folder.definition) {
            Err(faults) => wrong.extend(faults.iter().map(|fault| format!("{}: {fault}", folder.name))),
            Ok(instrument) => {
                if instrument.id().as_str() != folder.name {
                    wrong.push(format!("{} calls itself {}", folder.name, instrument.id()));
                }
                for (file, text) in folder.wordings {
                    let faults = crate::wording::parse(&instrument, text).err().unwrap_or_default();
                    wrong.extend(faults.iter().map(|fault| format!("{}/{file}: {fault}", folder.name)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!folders().is_empty());
}
