//! Whether every `instruments/<id>/cases.csv` covers its definition: both ends and every cut-off of each scale,
//! each rule for missing answers at its limit and one past it, each gate every way, and a refused code. The
//! edges of bands are `tidy`'s.

use crate::instruments::{folders, read};
use assessment_core::answer::Responses;
use assessment_core::cases::{Column, columns, responses};
use assessment_core::instrument::{Instrument, ItemAt, MissingRule, Scale, ScaleAt, ScoringKey};
use assessment_core::points::Points;
use csv::StringRecord;
use std::collections::BTreeSet;

/// The cases of one folder, read.
struct Cases {
    instrument: Instrument,
    columns: Vec<Column>,
    rows: Vec<StringRecord>,
}

impl Cases {
    fn of(folder: &std::path::Path) -> Cases {
        let instrument = read(folder).expect("`instruments` says what is wrong");
        let mut reader = csv::Reader::from_path(folder.join("cases.csv")).expect("a case file");
        let columns = columns(&instrument, reader.headers().expect("a header")).expect("good columns");
        Cases { columns, rows: reader.records().map(|row| row.expect("a row")).collect(), instrument }
    }

    /// What stands in a column of each row, with the answers of the row where none is refused.
    fn cells(&self, column: Column) -> impl Iterator<Item = (&str, Option<Responses>)> {
        let at = self.columns.iter().position(|there| *there == column);
        self.rows.iter().filter_map(move |row| {
            let settled = responses(&self.instrument, &self.columns, row).ok();
            at.map(|at| (&row[at], settled))
        })
    }

    /// Sentences, one for each thing that no case tries.
    fn gaps(&self) -> Vec<String> {
        let mut gaps = Vec::new();
        let refused = |row: &StringRecord| row.iter().any(|cell| cell == "refused");
        if !self.rows.iter().any(refused) {
            gaps.push("no code is refused".to_owned());
        }
        for scale in self.instrument.scales() {
            let at = self.instrument.find_scale(scale.id.as_str()).expect("one of its scales");
            gaps.extend(self.values_without_a_case(at, scale));
            gaps.extend(self.missing_without_a_case(at, scale));
        }
        for at in self.instrument.positions() {
            gaps.extend(self.gate_without_a_case(at));
        }
        gaps
    }

    /// Both ends and every cut-off.
    fn values_without_a_case(&self, at: ScaleAt, scale: &Scale) -> Vec<String> {
        let found: BTreeSet<Points> =
            self.cells(Column::Value(at)).filter_map(|(cell, _)| Points::read(cell)).collect();
        let (low, high) = scale.value_range();
        let wanted = [low, high].into_iter().chain(scale.cut_offs.iter().map(|cut_off| cut_off.from));
        let without = wanted.filter(|value| !found.contains(value));
        without.map(|value| format!("no case where {} is {value}", scale.id)).collect()
    }

    /// The fewest answers that are enough, and one fewer.
    fn missing_without_a_case(&self, at: ScaleAt, scale: &Scale) -> Vec<String> {
        let (items, rule): (Vec<ItemAt>, &MissingRule) = match &scale.key {
            ScoringKey::Sum { terms, missing } | ScoringKey::Mean { terms, missing, .. } => {
                (terms.iter().map(|term| term.item).collect(), missing)
            }
            ScoringKey::Count { items, missing, .. } => (items.clone(), missing),
            _ => return Vec::new(),
        };
        let mut tried = BTreeSet::new();
        for (status, settled) in self.cells(Column::Status(at)) {
            let Some(settled) = settled else { continue };
            let (counts, asked) = counted(&settled, &items);
            tried.insert((status.to_owned(), counts, asked));
        }
        let any = |status: &str, enough: &dyn Fn(usize, usize) -> bool| {
            tried.iter().any(|(there, answered, asked)| there == status && enough(*answered, *asked))
        };
        let mut gaps = Vec::new();
        let (at_limit, past) = match rule {
            MissingRule::Complete => (true, any("not_scorable", &|answered, asked| answered + 1 == asked)),
            MissingRule::PersonMean { minimum_answered, .. } => (
                any("scored", &|answered, _| answered == *minimum_answered),
                any("not_scorable", &|answered, _| answered + 1 == *minimum_answered),
            ),
        };
        if !at_limit {
            gaps.push(format!("no case where {} has as few answers as it may", scale.id));
        }
        if !past {
            gaps.push(format!("no case where {} has one answer too few", scale.id));
        }
        gaps
    }

    /// Open, closed, and not said.
    fn gate_without_a_case(&self, at: ItemAt) -> Vec<String> {
        let item = self.instrument.item(at);
        let Some(gate) = &item.gate else { return Vec::new() };
        let mut tried = BTreeSet::new();
        for (cell, _) in self.cells(Column::Item(gate.item)).filter(|(_, settled)| settled.is_some()) {
            let codes: Option<Vec<i32>> = cell.split('+').map(|code| code.parse().ok()).collect();
            tried.insert(codes.map(|codes| codes.iter().any(|code| gate.is.contains(code))));
        }
        let ways = [(Some(true), "open"), (Some(false), "closed"), (None, "not answered")];
        let without = ways.into_iter().filter(|(way, _)| !tried.contains(way));
        without.map(|(_, way)| format!("no case where the gate of {} is {way}", item.id)).collect()
    }
}

/// How many of the items count with a code, and how many are asked or implied.
fn counted(settled: &Responses, items: &[ItemAt]) -> (usize, usize) {
    let answered = items.iter().filter(|at| settled.code(**at).is_some()).count();
    let asked = items.iter().filter(|at| settled.asks(**at) || settled.code(**at).is_some()).count();
    (answered, asked)
}

#[test]
fn every_end_limit_gate_and_refusal_of_every_instrument_has_a_case() {
    let mut gaps = Vec::new();
    for folder in folders().into_iter().chain([crate::sources::root().join("tests/fixtures/quality-of-days")])
    {
        let name = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        gaps.extend(Cases::of(&folder).gaps().into_iter().map(|gap| format!("{name}: {gap}")));
    }
    assert!(gaps.is_empty(), "{} gaps:\n{}", gaps.len(), gaps.join("\n"));
}

/// A test that finds no gap proves nothing unless it finds one that is made.
#[test]
fn a_case_that_is_taken_away_leaves_a_gap() {
    let folder = folders().into_iter().find(|folder| folder.ends_with("phq-9")).expect("it is shipped");
    let mut cases = Cases::of(&folder);
    assert_eq!(cases.gaps(), Vec::<String>::new());
    cases.rows.clear();
    let gaps = cases.gaps();
    for gap in ["no code is refused", "no case where total is 0", "no case where total is 27"] {
        assert!(gaps.iter().any(|there| there == gap), "{gap}: {gaps:?}");
    }
}
