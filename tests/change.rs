//! Every `instruments/<id>/change.csv` through the comparison: two values of a scale and what is said of them.

use crate::instruments::{folders, read};
use assessment_core::cases::changes::{COLUMNS, differing};
use assessment_core::change::{Change, Verdict, between};
use assessment_core::instrument::Instrument;
use assessment_core::points::Points;
use csv::StringRecord;
use std::collections::BTreeSet;

/// Every row of every file: the folder's name and the cells.
fn rows() -> Vec<(String, Instrument, Vec<StringRecord>)> {
    let mut found = Vec::new();
    for folder in folders() {
        let name = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        let Ok(mut reader) = csv::Reader::from_path(folder.join("change.csv")) else { continue };
        assert_eq!(reader.headers().expect("a header in UTF-8"), &COLUMNS[..], "{name}");
        let instrument = read(&folder).expect("its definition parses");
        found.push((
            name,
            instrument,
            reader.records().map(|row| row.expect("as many cells as columns")).collect(),
        ));
    }
    found
}

#[test]
fn every_change_of_every_instrument_comes_out_as_written() {
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for (name, instrument, rows) in rows() {
        for row in &rows {
            cases += 1;
            let cells: Vec<&str> = row.iter().collect();
            let cells = <[&str; COLUMNS.len()]>::try_from(cells).expect("as many cells as columns");
            let other = differing(&instrument, &cells).into_iter();
            wrong.extend(other.map(|fault| format!("{name}: {}: {}", &row[0], fault.sentence)));
        }
    }
    assert!(wrong.is_empty(), "{} faults in {cases} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases > 40, "the files of changes have moved");
}

#[test]
fn every_threshold_has_a_case_on_each_side_of_it_and_one_without_room() {
    let mut wrong = Vec::new();
    let all = rows();
    for folder in folders() {
        let instrument = read(&folder).expect("its definition parses");
        let cases = all.iter().find(|(name, ..)| name == instrument.id().as_str());
        for scale in instrument.scales().iter().filter(|scale| scale.change.is_some()) {
            let of_scale =
                cases.iter().flat_map(|(_, _, rows)| rows).filter(|row| &row[1] == scale.id.as_str());
            let verdicts: BTreeSet<String> = of_scale.clone().map(|row| row[5].to_owned()).collect();
            let compared = of_scale.map(|row| (row[4].to_owned(), row[8].to_owned())).collect::<Vec<_>>();
            for verdict in ["reliable_improvement", "reliable_deterioration", "no_reliable_change"] {
                if !verdicts.contains(verdict) {
                    wrong.push(format!("{}: no case where {} is {verdict}", instrument.id(), scale.id));
                }
            }
            for ceiling in ["yes", "no"] {
                if !compared.iter().any(|(_, found)| found == ceiling) {
                    wrong.push(format!(
                        "{}: no case of {} with ceiling {ceiling}",
                        instrument.id(),
                        scale.id
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_withheld_or_only_more_than_noise_is_exported_as_a_difference() {
    use assessment_core::change::Withheld;
    let folder = folders().into_iter().find(|folder| folder.ends_with("ons-4")).expect("ons-4 is there");
    let instrument = read(&folder).expect("it parses");
    let compared = between(&instrument.scales()[0], Points::whole(5), Points::whole(8));
    for verdict in [Verdict::MoreThanNoise, Verdict::WithinNoise, Verdict::Withheld(Withheld::Language)] {
        let mut compared = compared.clone();
        compared.verdict = verdict;
        assert_eq!(Change::Compared(compared).word(), "difference_only", "{verdict:?}");
    }
}
