//! One row for each sitting: how it was given, how long it took, and how it was for both. Words from a list and whole
//! minutes; nothing somebody wrote.

use super::Release;
use crate::instrument::Instrument;
use crate::presence::Tap;
use crate::session::{Mode, Session};

/// What a cell says where nobody knows.
pub(super) const NOT_ESTABLISHED: &str = "not_established";

/// The columns of `sittings.csv`.
pub(super) const COLUMNS: [&str; 11] = [
    "person",
    "wave",
    "days",
    "setting",
    "instrument",
    "version",
    "mode",
    "minutes",
    "worth",
    "about_me",
    "worker_worth",
];

/// Name, label, type and codes of those columns, as far as other files do not have them.
pub(crate) const DESCRIBED: [(&str, &str, &str, &str); 7] = [
    (
        "mode",
        "how it was given; in answers_long.csv the answer, in sittings.csv the sitting",
        "text",
        "joint=both at one screen; self=handed over; phone; video; paper; other; a sitting done in several ways has \
         all of them in the order they came, with a blank between",
    ),
    (
        "present",
        "who was there besides the person when the answer was given; in answers_long.csv",
        "text",
        "nobody, or any of: worker practitioner family peer interpreter, with a blank between; not_established; \
         empty where there is no answer",
    ),
    (
        "held",
        "the part was kept for a private moment, so it was not reached; in answers_long.csv",
        "text",
        "yes; no",
    ),
    (
        "minutes",
        "how long the sitting took, without breaks and without the time the tablet was locked; in sittings.csv",
        "number",
        "whole minutes, rounded; not_established",
    ),
    ("worth", "the person: this was worth my time; in sittings.csv", "text", TAP),
    ("about_me", "the person: this felt like it was about me; in sittings.csv", "text", TAP),
    ("worker_worth", "the link worker: this was worth the time; in sittings.csv", "text", TAP),
];

const TAP: &str = "yes; partly; no; empty where nobody tapped";

/// How it was given, in words from the list: one that a later version brought is `other`.
pub(super) fn mode(mode: &Mode) -> &str {
    match mode {
        Mode::Other(_) => "other",
        known => known.word(),
    }
}

/// The same of a sitting: every way in which something was answered, in the order they came.
fn modes(session: &Session) -> String {
    let mut words: Vec<&str> = session.modes().into_iter().map(mode).collect();
    words.dedup();
    words.join(" ")
}

/// The cells of one sitting in the order of [`COLUMNS`].
pub(super) fn cells(instrument: &Instrument, key: &[&str; 3], release: &Release<'_>) -> Vec<String> {
    let session: &Session = release.session;
    let tap = |tap: Option<Tap>| tap.map_or("", Tap::word).to_owned();
    let minutes = session.minutes().map_or(NOT_ESTABLISHED.to_owned(), |minutes| minutes.to_string());
    let rest = [
        session.start.setting.word().to_owned(),
        instrument.id().to_string(),
        instrument.version().to_owned(),
        modes(session),
        minutes,
        tap(release.taps.worth),
        tap(release.taps.about_me),
        tap(release.taps.worker),
    ];
    key.iter().map(|cell| (*cell).to_owned()).chain(rest).collect()
}
