//! What lies on an author's desk: a definition and the wordings beside it, as the files are now. Gives what can be
//! shown, or every fault of every file, in the words of `trellis check`.

use crate::library::Book;
use assessment_core::definition::{self, Fault};
use assessment_core::instrument::Instrument;
use assessment_core::wording::{self, Wording};
use serde_json::Value;
use std::rc::Rc;

/// A file's name, and its text or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without the folder.
    pub name: String,
    /// What it holds.
    pub text: Result<String, String>,
}

/// The files on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The definition.
    pub definition: File,
    /// The wordings beside it, by name.
    pub wordings: Vec<File>,
}

/// What the desk gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// What is wrong, a line each: file, path and sentence.
    Faults(Vec<String>),
    /// It can be shown.
    Whole(Box<Whole>),
}

/// A definition without a fault, and its wordings, without one either.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// The definition.
    pub instrument: Rc<Instrument>,
    /// The tag of each wording (what its name has between `wording.` and `.json`) and the words.
    pub wordings: Vec<(String, Rc<Wording>)>,
}

impl Desk {
    /// Reads what the server says about the desk.
    #[must_use]
    pub fn read(json: &str) -> Option<Desk> {
        let whole: Value = serde_json::from_str(json).ok()?;
        let file = |value: &Value| {
            let text = match (value["text"].as_str(), value["trouble"].as_str()) {
                (Some(text), _) => Ok(text.to_owned()),
                (None, trouble) => Err(trouble.unwrap_or("cannot be read.").to_owned()),
            };
            Some(File { name: value["name"].as_str()?.to_owned(), text })
        };
        let wordings = whole["wordings"].as_array()?.iter().map(file).collect::<Option<Vec<File>>>()?;
        Some(Desk { definition: file(&whole["definition"])?, wordings })
    }

    /// Checks every file. The wordings are checked against the definition, so only once that has no fault.
    #[must_use]
    pub fn check(&self) -> Found {
        let instrument = match self.definition.parse(definition::parse) {
            Ok(instrument) => instrument,
            Err(faults) => return Found::Faults(faults),
        };
        let (mut wordings, mut faults) = (Vec::new(), Vec::new());
        for file in &self.wordings {
            match file.parse(|text| wording::parse(&instrument, text)) {
                Ok(words) => wordings.push((file.tag().to_owned(), Rc::new(words))),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() {
            Found::Whole(Box::new(Whole { instrument: Rc::new(instrument), wordings }))
        } else {
            Found::Faults(faults)
        }
    }
}

impl File {
    fn parse<T>(&self, parse: impl Fn(&str) -> Result<T, Vec<Fault>>) -> Result<T, Vec<String>> {
        let name = &self.name;
        let text = self.text.as_ref().map_err(|why| vec![format!("{name}: 1:1: {why}")])?;
        parse(text).map_err(|faults| faults.iter().map(|fault| format!("{name}: {fault}")).collect())
    }

    fn tag(&self) -> &str {
        let tag = self.name.strip_prefix("wording.").and_then(|rest| rest.strip_suffix(".json"));
        tag.unwrap_or(&self.name)
    }
}

impl Whole {
    /// The book to show when `lang` is asked for: the wording of that tag, or the first in that language; when
    /// nothing is asked for the English one, or else the first. Where there is none at all, topics stand in.
    #[must_use]
    pub fn book(&self, lang: Option<&str>) -> Book {
        let wanted = lang.unwrap_or("en");
        let tagged = |(tag, _): &&(String, Rc<Wording>)| tag == wanted;
        let spoken = |(_, words): &&(String, Rc<Wording>)| words.language == wanted;
        let all = || self.wordings.iter();
        let found = all().find(tagged).or_else(|| all().find(spoken)).or_else(|| all().next());
        let wording = found.map(|(_, words)| Rc::clone(words));
        Book {
            instrument: Rc::clone(&self.instrument),
            wording,
            others: Vec::new(),
            brought: None,
            sounds: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use assessment_core::catalogue::{Folder, folders};

    fn file(name: &str, text: &str) -> File {
        File { name: name.to_owned(), text: Ok(text.to_owned()) }
    }

    fn desk(folder: &Folder) -> Desk {
        let wordings = folder.wordings.iter().map(|(name, text)| file(name, text)).collect();
        Desk { definition: file("definition.json", folder.definition), wordings }
    }

    fn shipped(name: &str) -> Desk {
        desk(folders().iter().find(|folder| folder.name == name).expect("it is shipped"))
    }

    #[test]
    fn every_shipped_definition_can_be_shown_in_any_language_asked_for() {
        for folder in folders() {
            let Found::Whole(whole) = desk(folder).check() else { panic!("{} has faults", folder.name) };
            for lang in [None, Some("en"), Some("cy"), Some("fr")] {
                let book = whole.book(lang);
                assert_eq!(
                    book.wording.is_some(),
                    !folder.wordings.is_empty(),
                    "{} in {lang:?}",
                    folder.name
                );
            }
        }
    }

    #[test]
    fn the_wording_asked_for_is_shown_and_otherwise_the_english_one() {
        let Found::Whole(whole) = shipped("strengths-profile").check() else { panic!("it has faults") };
        for (lang, expected) in [(None, "en"), (Some("en"), "en"), (Some("cy"), "cy")] {
            assert_eq!(whole.book(lang).language(), expected, "{lang:?}");
        }
    }

    #[test]
    fn every_fault_is_said_with_its_file_and_its_path() {
        let good = shipped("brief-check-in");
        let definition = good.definition.text.clone().expect("a text");
        let unreadable = File { name: "wording.en.json".to_owned(), text: Err("is not text.".to_owned()) };
        let rows: [(Desk, &[&str]); 4] = [
            (Desk { definition: file("definition.json", "{"), ..good.clone() }, &["definition.json: 1:1: "]),
            (Desk { wordings: vec![unreadable], ..good.clone() }, &["wording.en.json: 1:1: is not text."]),
            (
                Desk {
                    wordings: vec![file("wording.en.json", "[]"), file("wording.cy.json", "{}")],
                    ..good.clone()
                },
                &["wording.en.json: 1:1: The file must hold one JSON object", "wording.cy.json: format: "],
            ),
            (
                Desk {
                    definition: file(
                        "mine.json",
                        &definition.replacen("\"offered\"", "\"nonsense\"", 1).replacen(
                            "\"version\"",
                            "\"virsion\"",
                            1,
                        ),
                    ),
                    ..good
                },
                &["mine.json: version: ", "mine.json: nonsense: ", "mine.json: virsion: "],
            ),
        ];
        for (desk, expected) in rows {
            let Found::Faults(faults) = desk.check() else { panic!("no fault where {expected:?} should be") };
            for begins in expected {
                assert!(faults.iter().any(|fault| fault.starts_with(begins)), "{begins} in {faults:#?}");
            }
        }
    }

    #[test]
    fn the_desk_is_read_as_the_server_says_it() {
        let said = r#"{"definition":{"name":"d.json","text":"{}"},"wordings":[{"name":"wording.en.json","trouble":"is gone."}]}"#;
        let gone = File { name: "wording.en.json".to_owned(), text: Err("is gone.".to_owned()) };
        let rows = [
            (said, Some(Desk { definition: file("d.json", "{}"), wordings: vec![gone] })),
            ("{}", None),
            ("", None),
        ];
        for (json, expected) in rows {
            assert_eq!(Desk::read(json), expected, "{json}");
        }
    }
}
