//! Worked examples of two times (`change.csv`): two values of a scale in a row, and what must be said of them.
//! Takes rows that are cut into cells already; says of each row where it does not come out as written.

use super::Wrong;
use crate::change::{Change, Compared, between};
use crate::instrument::{Instrument, Scale, is_whole};
use crate::points::Points;

/// The columns of the file, all of them and in this order.
pub const COLUMNS: [&str; 9] =
    ["case", "scale", "from", "to", "difference", "verdict", "basis", "recovery", "ceiling"];

/// What is wrong with the header of a file of changes; nothing when it is as it must be.
#[must_use]
pub fn header(names: &[&str]) -> Vec<Wrong> {
    let wanted = |n: usize| COLUMNS.get(n).copied();
    let wrong = |n: usize| {
        let sentence = match (names.get(n), wanted(n)) {
            (Some(found), Some(wanted)) => format!("`{found}` stands where `{wanted}` belongs."),
            (Some(found), None) => format!("`{found}` is no column of these: {}.", COLUMNS.join(", ")),
            (None, _) => format!("`{}` is missing.", wanted(n).unwrap_or_default()),
        };
        Wrong::new(n, sentence)
    };
    let differs = |n: &usize| names.get(*n).copied() != wanted(*n);
    (0..names.len().max(COLUMNS.len())).filter(differs).map(wrong).collect()
}

/// Every cell of a row, cut as [`COLUMNS`], that does not come out as written; each must say something.
#[must_use]
pub fn differing(instrument: &Instrument, row: &[&str; COLUMNS.len()]) -> Vec<Wrong> {
    let [_, id, from, to, ..] = *row;
    let Some(at) = instrument.find_scale(id) else {
        return vec![Wrong::new(1, format!("There is no scale `{id}`."))];
    };
    let scale = instrument.scale(at);
    match (value(scale, from), value(scale, to)) {
        (Some(from), Some(to)) => {
            let told = told(&between(scale, from, to));
            let all = told.iter().enumerate().map(|(n, told)| (n + 4, told));
            let other = all.filter(|(n, told)| row[*n] != told.as_str());
            other.map(|(n, told)| Wrong::new(n, differs(scale, COLUMNS[n], told, row[n]))).collect()
        }
        (before, after) => {
            let none = |n: usize| Wrong::new(n, format!("`{}` is no value of {id}.", row[n]));
            let each = [(before, 2), (after, 3)].into_iter();
            each.filter(|(value, _)| value.is_none()).map(|(_, n)| none(n)).collect()
        }
    }
}

fn differs(scale: &Scale, what: &str, told: &str, written: &str) -> String {
    format!("{} {what} is `{told}`, not `{written}`.", scale.id)
}

/// What the comparison says: the cells behind the two values.
fn told(compared: &Compared) -> [String; COLUMNS.len() - 4] {
    [
        compared.difference.to_string(),
        Change::Compared(compared.clone()).word().to_owned(),
        compared.basis.map_or("none", |basis| basis.word()).to_owned(),
        compared.recovery.map_or("none", |recovery| recovery.word()).to_owned(),
        if compared.ceiling { "yes" } else { "no" }.to_owned(),
    ]
}

/// A value the scale can come to.
fn value(scale: &Scale, cell: &str) -> Option<Points> {
    let (low, high) = scale.value_range();
    let listed = |value: &Points| match &scale.conversion {
        Some(table) => table.iter().any(|row| row.1 == *value),
        None => !scale.whole || is_whole(*value),
    };
    Points::read(cell).filter(|value| (low..=high).contains(value)).filter(listed)
}

#[cfg(test)]
mod tests;
