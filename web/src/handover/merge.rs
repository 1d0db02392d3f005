//! At hand-back: the answers given while the tablet was handed over go into the session they belong to, in
//! the order they were given, or not at all.

use super::shape::Given;
use crate::order::ordered;
use crate::record::{self, Head};
use assessment_core::instrument::{Instrument, ItemAt};
use assessment_core::schedule::uk_date;
use assessment_core::session::{By, Entry, Mode, Session, Stage};
use assessment_core::table::Table;

/// A hand-over ends when it has so many entries: more than anybody taps in one sitting.
pub const MOST_ENTRIES: usize = 5_000;

/// Why answers were not taken in. They stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmerged {
    /// They do not bring back what the worker gave out, or answer what was not given out.
    NotGivenOut,
    /// They do not read.
    Unreadable,
    /// The session is finished, and a finished session never changes.
    Finished,
}

/// The session with the answers in it. `answered` is what was sealed: 16 bytes to be brought back, then an
/// answers record.
///
/// # Errors
/// [`Unmerged`]; then nothing of it is in the session.
pub fn merge(
    instrument: &Instrument,
    session: &Session,
    given: &Given,
    answered: &[u8],
) -> Result<Session, Unmerged> {
    if session.stage != Stage::Draft {
        return Err(Unmerged::Finished);
    }
    let (token, answers) = answered.split_first_chunk::<16>().ok_or(Unmerged::Unreadable)?;
    if *token != given.token || session.start.id != given.session {
        return Err(Unmerged::NotGivenOut);
    }
    let read = record::read_session(Head::of(session), Some(answers)).map_err(|_| Unmerged::Unreadable)?;
    let mut merged = session.clone();
    for (at, entry) in in_order(instrument, given, &read)? {
        let on = uk_date(entry.at.div_euclid(1000));
        merged.take_in(instrument, at, entry, on).map_err(|_| Unmerged::NotGivenOut)?;
    }
    add_helped(&mut merged, given, &read)?;
    Ok(merged)
}

/// How often help was opened beside what was given out, on top of what was counted before. Where nobody counted
/// before, a part would read as the whole, so nothing is added.
fn add_helped(merged: &mut Session, given: &Given, read: &Session) -> Result<(), Unmerged> {
    for (item, times) in read.helped.iter().flat_map(Table::iter) {
        if !given.items.iter().any(|id| id == item.as_str()) {
            return Err(Unmerged::NotGivenOut);
        }
        if let Some(helped) = &mut merged.helped {
            let known = helped.or_insert_with(item.clone(), u32::default);
            *known = known.saturating_add(*times);
        }
    }
    Ok(())
}

fn in_order(
    instrument: &Instrument,
    given: &Given,
    read: &Session,
) -> Result<Vec<(ItemAt, Entry)>, Unmerged> {
    // Alone nobody sees anything otherwise, nobody writes beside an answer, and nobody says who is
    // there or goes on in another way.
    if !read.worker_view.is_empty()
        || !read.words.is_empty()
        || !read.present.is_empty()
        || !read.ways.is_empty()
    {
        return Err(Unmerged::NotGivenOut);
    }
    let mut entries = Vec::new();
    for (item, list) in read.entries.iter() {
        let out = given.items.iter().any(|id| id == item.as_str());
        let at = instrument.find_item(item.as_str()).filter(|_| out).ok_or(Unmerged::NotGivenOut)?;
        entries.extend(list.iter().map(|entry| (at, entry.clone())));
    }
    let alone = |entry: &Entry| entry.by == By::Person && entry.mode == Mode::Alone;
    if entries.len() > MOST_ENTRIES || !entries.iter().all(|(_, entry)| alone(entry)) {
        return Err(Unmerged::NotGivenOut);
    }
    let entries = ordered(entries, |a, b| a.1.revision < b.1.revision);
    // Two entries of one revision, or a gap, cannot come from a hand-over: each answer is one more.
    let counted = entries.iter().zip(1..).all(|((_, entry), n)| entry.revision == n);
    if counted { Ok(entries) } else { Err(Unmerged::Unreadable) }
}

#[cfg(test)]
mod tests;
