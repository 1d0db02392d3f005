//! The header of a file of answers: which column holds what, or everything that is wrong with it.

use super::provenance::{PROVENANCE, Part};
use super::record::Record;
use crate::instruments::Faults;
use assessment_core::answer::{Answer, Refusal, read_cell};
use assessment_core::instrument::{Code, Instrument, ItemAt, ScaleAt, Setting};

/// Before a scale's id: the column holds a total somebody else computed.
const STORED: &str = "stored.";

/// Which column holds what.
pub struct Columns {
    /// `date` or `days`.
    pub when: &'static str,
    /// Where the person lived.
    pub setting: Option<usize>,
    /// Answers: for each item its column, where it has one.
    pub items: Vec<Option<ItemColumn>>,
    /// Totals somebody else computed.
    pub stored: Vec<(usize, ScaleAt)>,
    /// Where those come from.
    pub provenance: Vec<(usize, Part)>,
    /// How many there are.
    pub count: usize,
}

/// A column of answers.
pub struct ItemColumn {
    /// Its position.
    pub n: usize,
    at: ItemAt,
    /// What the cells `0` to `9` are read as. Nearly every cell is one of them; they are read once for all rows.
    digits: [Option<Code>; 10],
}

impl ItemColumn {
    fn new(instrument: &Instrument, n: usize, at: ItemAt) -> ItemColumn {
        let digits = std::array::from_fn(|digit| match read_cell(instrument, at, &digit.to_string()) {
            Ok(Answer::Coded(code)) => Some(code),
            _ => None,
        });
        ItemColumn { n, at, digits }
    }

    /// What a cell that is one digit is read as, when that is known beforehand.
    pub fn known(&self, cell: &[u8]) -> Option<Answer> {
        match cell {
            [digit @ b'0'..=b'9'] => self.digits[usize::from(digit - b'0')].map(Answer::Coded),
            _ => None,
        }
    }

    /// Reads any cell.
    pub fn read(&self, instrument: &Instrument, cell: &str) -> Result<Answer, Refusal> {
        read_cell(instrument, self.at, cell)
    }
}

/// A sentence about a header whose cells a spreadsheet kept apart by semicolons.
pub fn semicolons(header: &str) -> Option<&'static str> {
    let apart = header.contains(';') && !header.contains(',');
    apart.then_some("the cells are kept apart by semicolons; save the file with commas between them.")
}

impl Columns {
    /// Reads a header that stands on a line.
    pub fn read(
        instrument: &Instrument,
        header: &Record,
        source: &str,
        line: u64,
    ) -> Result<Columns, Faults> {
        let mut faults = Vec::new();
        let mut say =
            |column: usize, what: String| faults.push(format!("{source}: {line}:{}: {what}", column + 1));
        let names: Vec<String> =
            (0..header.len()).map(|n| String::from_utf8_lossy(header.cell(n)).trim().to_owned()).collect();
        if let Some(what) = semicolons(&names.join(",")) {
            say(0, what.to_owned());
            return Err(faults);
        }
        for (n, name) in ["person", "wave"].into_iter().enumerate() {
            if names.get(n).is_none_or(|there| there != name) {
                say(n, format!("column {} must be `{name}`.", n + 1));
            }
        }
        let when = match names.get(2).map(String::as_str) {
            Some("date") => "date",
            Some("days") => "days",
            _ => {
                say(2, "column 3 must be `date` or `days`.".to_owned());
                "date"
            }
        };
        let mut columns = Columns {
            when,
            setting: None,
            items: Vec::new(),
            stored: Vec::new(),
            provenance: Vec::new(),
            count: names.len(),
        };
        columns.items.resize_with(instrument.items().len(), || None);
        for (n, name) in names.iter().enumerate().skip(3) {
            if let Err(what) = columns.add(instrument, n, name) {
                say(n, what);
            }
        }
        if columns.items.iter().all(Option::is_none) {
            say(3, "there is no item column; a missing item needs an empty column.".to_owned());
        }
        if faults.is_empty() { Ok(columns) } else { Err(faults) }
    }

    /// Items that a score or a gate reads and that have no column, as a sentence: what is not there is not reached.
    pub fn without(&self, instrument: &Instrument) -> Option<String> {
        let asked = |at: &ItemAt| self.setting.is_some() || instrument.item(*at).asked_in(Setting::Community);
        let scored = |at: &ItemAt| instrument.scales().iter().any(|scale| scale.reads.contains(at));
        let gates =
            |at: &ItemAt| instrument.items().iter().flat_map(|item| &item.gate).any(|gate| gate.item == *at);
        let read = |at: &ItemAt| asked(at) && (scored(at) || gates(at));
        let lacking = instrument.positions().filter(|at| self.items[at.index()].is_none() && read(at));
        let ids: Vec<String> = lacking.map(|at| instrument.item(at).id.to_string()).collect();
        let read = "an answer without a column is read as not_reached";
        (!ids.is_empty()).then(|| format!("1:1: there is no column {}; {read}.", ids.join(", ")))
    }

    fn add(&mut self, instrument: &Instrument, n: usize, name: &str) -> Result<(), String> {
        let twice = || Err(format!("`{name}` stands here twice."));
        if name == "setting" {
            return match self.setting.replace(n) {
                None => Ok(()),
                Some(_) => twice(),
            };
        }
        if let Some(scale) = name.strip_prefix(STORED) {
            return match instrument.find_scale(scale) {
                None => Err(format!("{} has no scale `{scale}`.", instrument.id())),
                Some(at) if self.stored.iter().any(|(_, seen)| *seen == at) => twice(),
                Some(at) => {
                    self.stored.push((n, at));
                    Ok(())
                }
            };
        }
        if let Some(part) = name.strip_prefix(PROVENANCE) {
            return match Part::named(part) {
                None => Err(format!(
                    "`{name}` says nothing of a stored total; allowed after `{PROVENANCE}`: version, \
                     rule_version, wording, rules, inputs."
                )),
                Some(part) if self.provenance.iter().any(|(_, seen)| *seen == part) => twice(),
                Some(part) => {
                    self.provenance.push((n, part));
                    Ok(())
                }
            };
        }
        match instrument.find_item(name) {
            None => Err(format!("{} has no item `{name}`.", instrument.id())),
            Some(at) => match self.items[at.index()].replace(ItemColumn::new(instrument, n, at)) {
                None => Ok(()),
                Some(_) => twice(),
            },
        }
    }
}
