//! Every `instruments/<id>/change.csv` through the comparison: two values of a scale and what is said of them.

use crate::instruments::{folders, read};
use assessment_core::change::{Change, Verdict, between};
use assessment_core::instrument::{Instrument, Scale};
use assessment_core::points::Points;
use csv::StringRecord;
use std::collections::BTreeSet;

const COLUMNS: [&str; 9] =
    ["case", "scale", "from", "to", "difference", "verdict", "basis", "recovery", "ceiling"];

/// A value the scale can come to.
fn value(scale: &Scale, cell: &str) -> Result<Points, String> {
    let (low, high) = scale.value_range();
    let read = Points::read(cell).filter(|value| (low..=high).contains(value));
    let listed = |value: &Points| {
        scale.conversion.as_ref().is_none_or(|table| table.iter().any(|row| row.1 == *value))
    };
    read.filter(listed).ok_or_else(|| format!("`{cell}` is no value of {}", scale.id))
}

/// What the comparison says of a row, cell by cell; the case, the scale and the two values as they stand.
fn told(instrument: &Instrument, row: &StringRecord) -> Result<Vec<String>, String> {
    let scale = instrument.find_scale(&row[1]).ok_or_else(|| format!("there is no scale `{}`", &row[1]))?;
    let scale = instrument.scale(scale);
    let compared = between(scale, value(scale, &row[2])?, value(scale, &row[3])?);
    let mut cells: Vec<String> = row.iter().take(4).map(str::to_owned).collect();
    cells.push(compared.difference.to_string());
    cells.push(Change::Compared(compared.clone()).word().to_owned());
    cells.push(compared.basis.map_or("none", |basis| basis.word()).to_owned());
    cells.push(compared.recovery.map_or("none", |recovery| recovery.word()).to_owned());
    cells.push(if compared.ceiling { "yes" } else { "no" }.to_owned());
    Ok(cells)
}

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
            match told(&instrument, row) {
                Ok(cells) if row.iter().eq(cells.iter().map(String::as_str)) => {}
                Ok(cells) => wrong.push(format!("{name}: {}: it is {}", &row[0], cells[4..].join(","))),
                Err(why) => wrong.push(format!("{name}: {}: {why}", &row[0])),
            }
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
