//! Every `instruments/<id>/cases.csv` through the scoring. Adding an instrument adds its tests.

use crate::sources::root;
use assessment_core::cases::{columns, differing};
use assessment_core::instrument::{Fact, Instrument, NotEstablished, ScaleAt};
use assessment_core::{definition, wording};
use csv::StringRecord;
use std::fs;
use std::path::PathBuf;

/// Every folder with a definition, by name.
pub fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("instruments")).expect("the folder of instruments");
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.join("definition.json").is_file())
        .collect();
    folders.sort();
    folders
}

/// The instrument of a folder, or all its faults as sentences.
pub fn read(folder: &std::path::Path) -> Result<Instrument, Vec<String>> {
    let path = folder.join("definition.json");
    let text = fs::read_to_string(&path).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    definition::parse(&text)
        .map_err(|faults| faults.iter().map(|fault| format!("{}: {fault}", path.display())).collect())
}

#[test]
fn a_scale_without_a_threshold_says_that_none_is_established() {
    let mut silent = Vec::new();
    for folder in folders() {
        let instrument = read(&folder).expect("its definition parses");
        let says = |at: ScaleAt| {
            let about = |known: &&NotEstablished| known.scale.is_none_or(|scale| scale == at);
            instrument.not_established().iter().filter(about).any(|known| known.fact == Fact::Change)
        };
        for scale in instrument.scales().iter().filter(|scale| scale.change.is_none()) {
            let at = instrument.find_scale(scale.id.as_str()).expect("one of its scales");
            if !says(at) {
                silent.push(format!("{} {}", instrument.id(), scale.id));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn every_case_of_every_instrument_comes_out_as_written() {
    let mut wrong: Vec<String> = Vec::new();
    let mut cases = 0;
    // Written from `instruments/README.md` alone, to see whether it teaches enough.
    let from_the_page = root().join("tests/fixtures/quality-of-days");
    for folder in folders().into_iter().chain([from_the_page]) {
        let name = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        let instrument = match read(&folder) {
            Ok(instrument) => instrument,
            Err(faults) => {
                wrong.extend(faults);
                continue;
            }
        };
        // A folder without cases is `tidy`'s to report.
        let Ok(mut reader) = csv::Reader::from_path(folder.join("cases.csv")) else { continue };
        let header = reader.headers().expect("a header in UTF-8").clone();
        let columns = match columns(&instrument, &header) {
            Ok(columns) => columns,
            Err(faults) => {
                wrong.extend(faults.iter().map(|fault| format!("{name}: {}", fault.sentence)));
                continue;
            }
        };
        for row in reader.records() {
            match row {
                Ok(row) => {
                    cases += 1;
                    let case = row[0].to_owned();
                    let found = differing(&instrument, &columns, &row);
                    wrong.extend(found.iter().map(|what| format!("{name}: {case}: {}", what.sentence)));
                }
                Err(error) => wrong.push(format!("{name}: {error}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults in {cases} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases > 0, "there is not one case");
}

/// The small example of `instruments/README.md`: its definition, its wording and its cases.
fn example() -> [String; 3] {
    let page = fs::read_to_string(root().join("instruments/README.md")).expect("the page for authors");
    ["definition.json", "wording.en.json", "cases.csv"].map(|name| {
        let begun = page.split_once(&format!("`{name}`\n\n```")).expect("the example has it").1;
        let (_, block) = begun.split_once('\n').expect("a block begins");
        block.split_once("```").expect("a block ends").0.to_owned()
    })
}

#[test]
fn the_example_on_the_page_for_authors_is_true() {
    let [definition, words, cases] = example();
    let instrument = definition::parse(&definition).expect("no fault");
    wording::parse(&instrument, &words).expect("no fault");
    let mut reader = csv::Reader::from_reader(cases.as_bytes());
    let columns = columns(&instrument, reader.headers().expect("a header")).expect("good columns");
    let rows: Vec<StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 5);
    for row in &rows {
        assert_eq!(differing(&instrument, &columns, row), [], "{}", &row[0]);
    }
}
