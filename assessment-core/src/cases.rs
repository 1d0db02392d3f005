//! Worked examples of an instrument (`cases.csv`): one person's answers in a row, and the scores they must give.
//! Takes rows that are cut into cells already; says of each row where it does not come out as written.

pub mod changes;

use crate::answer::{Answer, Responses, read_cell};
use crate::instrument::{Instrument, ItemAt, ItemKind, ScaleAt, Setting};
use crate::points::Points;
use crate::score::{Scores, score};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name of the case.
    Case,
    /// Where the person lives; empty is the community.
    Setting,
    /// The answer to an item.
    Item(ItemAt),
    /// What becomes of a scale: `scored`, `not_scorable` or `refused`.
    Status(ScaleAt),
    /// The value it must have.
    Value(ScaleAt),
    /// The name of the band it must lie in.
    Band(ScaleAt),
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Position of its column, from 0.
    pub column: usize,
    /// What is wrong, as a sentence.
    pub sentence: String,
}

impl Wrong {
    fn new(column: usize, sentence: String) -> Wrong {
        Wrong { column, sentence }
    }
}

/// What each column of a file of cases holds.
///
/// # Errors
/// A name that means nothing or stands twice, and a file that does not begin with `case` or expects nothing.
pub fn columns<'a>(
    instrument: &Instrument,
    names: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<Column>, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut columns: Vec<Column> = Vec::new();
    let mut any = 0;
    for (n, name) in names.into_iter().enumerate() {
        any += usize::from(name.starts_with(EXPECT));
        match column(instrument, name) {
            Some(column) if columns.contains(&column) => {
                wrong.push(Wrong::new(n, format!("`{name}` stands here twice.")));
            }
            Some(column) => columns.push(column),
            None => wrong.push(Wrong::new(n, format!("`{name}` is {}", unknown(name)))),
        }
    }
    if columns.first() != Some(&Column::Case) {
        wrong.insert(0, Wrong::new(0, "The first column must be `case`.".to_owned()));
    } else if any == 0 {
        let sentence = "Nothing is expected: add `expect.<scale>.status`, `.value` or `.band`.";
        wrong.push(Wrong::new(0, sentence.to_owned()));
    }
    if wrong.is_empty() { Ok(columns) } else { Err(wrong) }
}

const EXPECT: &str = "expect.";

fn unknown(name: &str) -> &'static str {
    if name.starts_with(EXPECT) {
        "no column: it is `expect.`, the id of a scale, and `.status`, `.value` or `.band`."
    } else {
        "no column: allowed are `case`, `setting`, the items that are not free text, and `expect.`."
    }
}

fn column(instrument: &Instrument, name: &str) -> Option<Column> {
    if let Some(expected) = name.strip_prefix(EXPECT) {
        let (scale, what) = expected.rsplit_once('.')?;
        let scale = instrument.find_scale(scale)?;
        return match what {
            "status" => Some(Column::Status(scale)),
            "value" => Some(Column::Value(scale)),
            "band" => Some(Column::Band(scale)),
            _ => None,
        };
    }
    match name {
        "case" => Some(Column::Case),
        "setting" => Some(Column::Setting),
        _ => {
            let at = instrument.find_item(name)?;
            (instrument.item(at).kind != ItemKind::Text).then_some(Column::Item(at))
        }
    }
}

/// The answers of a row, settled.
///
/// # Errors
/// Its first impossible answer.
pub fn responses<'a>(
    instrument: &Instrument,
    columns: &[Column],
    row: impl IntoIterator<Item = &'a str>,
) -> Result<Responses, Wrong> {
    let mut setting = Setting::Community;
    let mut answers = vec![Answer::NOT_REACHED; instrument.items().len()];
    for (n, (column, cell)) in columns.iter().zip(row).enumerate() {
        match column {
            Column::Item(at) => {
                let told = |what| format!("`{}` = `{cell}`: {what}.", instrument.item(*at).id);
                answers[at.index()] = read_cell(instrument, *at, cell).map_err(|r| Wrong::new(n, told(r)))?;
            }
            Column::Setting if !cell.is_empty() => {
                let none = || Wrong::new(n, format!("`{cell}` is no setting; allowed: community, custody."));
                setting = Setting::read(cell).ok_or_else(none)?;
            }
            _ => {}
        }
    }
    Ok(Responses::settle(instrument, setting, |at| answers[at.index()].clone()))
}

/// Every cell of a row that does not come out as written; a blank one is not compared.
pub fn differing<'a, Row>(instrument: &Instrument, columns: &[Column], row: Row) -> Vec<Wrong>
where
    Row: IntoIterator<Item = &'a str> + Clone,
{
    let mut expected = columns.iter().zip(row.clone()).enumerate();
    let refused =
        expected.find(|(_, (column, cell))| matches!(column, Column::Status(_)) && *cell == "refused");
    match (responses(instrument, columns, row.clone()), refused) {
        (Err(_), Some(_)) => Vec::new(),
        (Err(refusal), None) => vec![refusal],
        (Ok(_), Some((n, _))) => {
            vec![Wrong::new(n, "Every answer here is possible; the row is not refused.".to_owned())]
        }
        (Ok(responses), None) => {
            let scores = score(instrument, &responses);
            let cells = columns.iter().zip(row).enumerate().filter(|(_, (_, cell))| !cell.is_empty());
            cells.filter_map(|(n, (column, cell))| differs(instrument, &scores, n, *column, cell)).collect()
        }
    }
}

fn differs(instrument: &Instrument, scores: &Scores, n: usize, column: Column, cell: &str) -> Option<Wrong> {
    let (Column::Status(at) | Column::Value(at) | Column::Band(at)) = column else { return None };
    let (scale, scored) = (instrument.scale(at), scores.of(at).scored());
    let none = || "none".to_owned();
    let (what, found, same) = match column {
        Column::Status(_) => {
            let status = scores.of(at).status().to_owned();
            let same = status == cell;
            ("status", status, same)
        }
        Column::Value(_) => {
            let value = scored.map(|scored| scored.value);
            let same = value.is_some() && value == Points::read(cell);
            ("value", value.map_or_else(none, |value| value.to_string()), same)
        }
        _ => {
            let band = scored.and_then(|scored| scored.band).map(|band| scale.bands[band].name.clone());
            let same = band.as_deref() == Some(cell);
            ("band", band.unwrap_or_else(none), same)
        }
    };
    (!same).then(|| Wrong::new(n, format!("{} {what} is `{found}`, not `{cell}`.", scale.id)))
}

#[cfg(test)]
mod tests;
