//! Ids made of what FHIR calls things: a linkId may be any text, an item id becomes a column.

use std::collections::BTreeSet;

/// Names of columns that are there already.
const TAKEN: [&str; 6] = ["person", "wave", "date", "days", "setting", "case"];

/// Ids in use.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// Ids of items: those that are columns of their own are in use.
    pub(super) fn of_items() -> Names {
        Names(TAKEN.into_iter().map(str::to_owned).collect())
    }

    /// The id, or the first of `id_2`, `id_3`, ... that is free.
    pub(super) fn take(&mut self, id: &str) -> String {
        let numbered = (2..).map(|n| format!("{id}_{n}"));
        let free = std::iter::once(id.to_owned()).chain(numbered).find(|id| !self.0.contains(id));
        // The numbers do not end before a free one is found.
        let free = free.unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

/// A linkId as an id: lower-case letters, digits and `_`.
pub(super) fn of_link(link: &str) -> String {
    plain(link, '_', "q_")
}

/// A name, a title or an address as an instrument id: lower-case letters, digits and hyphens.
pub(super) fn of_instrument(name: &str) -> String {
    plain(name, '-', "q-")
}

fn plain(text: &str, joint: char, first: &str) -> String {
    let mut id = String::new();
    for letter in text.chars() {
        match letter.to_ascii_lowercase() {
            letter if letter.is_ascii_alphanumeric() => id.push(letter),
            _ if id.is_empty() || id.ends_with(joint) => {}
            _ => id.push(joint),
        }
    }
    let id = id.trim_end_matches(joint);
    if id.starts_with(|c: char| c.is_ascii_lowercase()) {
        id.to_owned()
    } else {
        format!("{first}{id}").trim_end_matches(joint).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_a_column() {
        let rows = [
            ("phq_01", "phq_01"),
            ("/44250-9", "q_44250_9"),
            ("H1/T1/Q1", "h1_t1_q1"),
            ("  a  b  ", "a_b"),
            ("Ä", "q"),
            ("", "q"),
        ];
        for (link, expected) in rows {
            assert_eq!(of_link(link), expected, "{link:?}");
        }
        assert_eq!(of_instrument("PHQ-9 (made up)"), "phq-9-made-up");
    }

    #[test]
    fn a_name_in_use_gets_a_number() {
        let mut names = Names::of_items();
        let taken: Vec<String> = ["a", "a", "a", "a_2", "person"].iter().map(|id| names.take(id)).collect();
        assert_eq!(taken, ["a", "a_2", "a_3", "a_2_2", "person_2"]);
    }
}
