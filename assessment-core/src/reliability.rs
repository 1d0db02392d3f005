//! Reliability files: what the pooled first answers of many people say about the error of a scale.
//!
//! An instrument without a published threshold is compared as a difference only, until such a file is
//! imported. It takes at least a hundred baselines, states an interval, and says whether it rests on
//! test-retest or on alpha alone. No threshold comes out of it for a scale of under eight items, and none from alpha
//! where the value is read from a table that bends: alpha is that of the points, and says nothing of such a value.

mod pool;
mod retest;
mod stats;
mod used;

pub use pool::{LeftOut, Pooled, from_baselines};
pub use retest::{Retested, Twice, from_retest};
pub use used::{Use, few_items, straight};

use crate::definition::fields::Fields;
use crate::definition::{FORMAT, Fault, Faults, parse_object};
use crate::instrument::{Basis, Instrument, ScaleAt};
use crate::points::{Points, read_decimal};
use crate::schedule::read_date;
use chrono::NaiveDate;
use serde_json::{Map, Number, Value, json};

/// So many baselines at least; with fewer, a figure says more about them than about the scale.
pub const FEWEST_BASELINES: usize = 100;

/// So many items at least: with fewer, one slip of a finger is a large part of the score.
pub const FEWEST_ITEMS: usize = 8;

/// A reliability in ten-thousandths: .87 is 8700.
pub type TenThousandths = i64;

/// A checked file for one version of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reliability {
    /// The instrument's id.
    pub instrument: String,
    /// The instrument's version.
    pub version: String,
    /// The file's own version: whoever makes a new one gives it another.
    pub edition: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// From which baselines.
    pub from: String,
    /// What is known of each scale.
    pub scales: Vec<OfScale>,
}

/// What the baselines say of one scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfScale {
    /// Which scale.
    pub scale: ScaleAt,
    /// Baselines with every answer; for test-retest, people asked twice.
    pub n: usize,
    /// Standard deviation of the value.
    pub sd: Points,
    /// What the reliability is.
    pub kind: Kind,
    /// The reliability.
    pub reliability: TenThousandths,
    /// Low end of its 95 % interval.
    pub low: TenThousandths,
    /// High end of its 95 % interval.
    pub high: TenThousandths,
}

/// What a reliability is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// How far two times agree when nothing has changed.
    TestRetest,
    /// How far the points of the items agree at one time: smaller than the error between two times.
    Alpha,
}

impl Kind {
    /// The word in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::TestRetest => "test_retest",
            Kind::Alpha => "alpha",
        }
    }

    /// What a threshold from it rests on.
    #[must_use]
    pub fn basis(self) -> Basis {
        match self {
            Kind::TestRetest => Basis::FileTestRetest,
            Kind::Alpha => Basis::FileAlpha,
        }
    }
}

/// Reads a file and checks it against its instrument.
///
/// # Errors
/// Every fault, each with its path: another instrument or version, an unknown scale, one named twice for the
/// same kind, fewer than a hundred baselines, no interval, a reliability that is not between 0 and 1 or not
/// inside its interval.
pub fn parse(instrument: &Instrument, text: &str) -> Result<Reliability, Vec<Fault>> {
    let faults = Faults::default();
    let read = parse_object(text, &faults).and_then(|object| read(instrument, object, &faults));
    faults.into_result(read)
}

/// The id and the version of the instrument a file says it is about, before anything else of it is checked.
///
/// # Errors
/// Broken JSON, or none of the two named.
pub fn about(text: &str) -> Result<(String, String), Vec<Fault>> {
    let faults = Faults::default();
    let named = parse_object(text, &faults).map(|mut object| {
        ["instrument", "version"].map(|name| match object.remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => {
                faults.note(name, "Name the instrument these figures are about, and its version.");
                None
            }
        })
    });
    match named {
        Some([Some(id), Some(version)]) => Ok((id, version)),
        _ => faults.into_result(None),
    }
}

fn read(instrument: &Instrument, object: Map<String, Value>, faults: &Faults) -> Option<Reliability> {
    let mut fields = Fields::whole(object, faults);
    let format = fields.whole_number("format");
    let (id, version) = (fields.text("instrument"), fields.text("version"));
    let (edition, from) = (fields.text("edition"), fields.text("from"));
    let made_on = fields.text("made_on");
    let listed = fields.list("scales");
    fields.end();
    let mut scales: Vec<OfScale> = Vec::new();
    for (path, value) in listed.unwrap_or_default() {
        let read = Fields::of(value, path.clone(), faults).and_then(|fields| of_scale(instrument, fields));
        let Some(read) = read else { continue };
        if scales.iter().any(|there| there.scale == read.scale && there.kind == read.kind) {
            faults.add(format!("{path}.scale"), "This scale and kind stand here twice.");
        }
        scales.push(read);
    }
    if format.is_some_and(|format| format != i64::from(FORMAT)) {
        faults.add("format", format!("This version reads format {FORMAT} only."));
    }
    if id.as_ref().is_some_and(|id| id != instrument.id().as_str()) {
        faults.add("instrument", format!("This is not about `{}`.", instrument.id()));
    }
    if version.as_ref().is_some_and(|version| version != instrument.version()) {
        faults.add("version", format!("The definition is version {}.", instrument.version()));
    }
    for (name, text) in [("edition", &edition), ("from", &from)] {
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            faults.add(name, format!("`{name}` must say something."));
        }
    }
    let day = made_on.as_deref().and_then(read_date);
    if made_on.is_some() && day.is_none() {
        faults.add("made_on", "Write the day as 2026-11-25.");
    }
    Some(Reliability {
        instrument: id?,
        version: version?,
        edition: edition?,
        made_on: day?,
        from: from?,
        scales,
    })
}

fn of_scale(instrument: &Instrument, mut fields: Fields<'_>) -> Option<OfScale> {
    let (id, n) = (fields.text("scale"), fields.whole_number("n"));
    let kind = fields.one_of("kind", &[Kind::TestRetest, Kind::Alpha].map(|kind| (kind.word(), kind)));
    let (sd, reliability) = (fields.number("sd"), fields.number("reliability"));
    let interval =
        fields.pair("interval", "Give the low and the high end of its 95 % interval, as [0.83, 0.9].");
    let (faults, at) = (fields.faults(), |name: &str| fields.at(name));
    let scale = id.as_deref().and_then(|id| instrument.find_scale(id));
    if let Some(id) = id.filter(|_| scale.is_none()) {
        faults.add(at("scale"), format!("There is no scale `{id}`."));
    }
    let n = n.and_then(|n| {
        let enough = usize::try_from(n).ok().filter(|n| *n >= FEWEST_BASELINES);
        if enough.is_none() {
            faults.add(at("n"), format!("It takes at least {FEWEST_BASELINES} baselines."));
        }
        enough
    });
    let sd = sd.and_then(|sd| {
        let read = Points::read(&sd.to_string()).filter(|sd| *sd > Points::ZERO);
        if read.is_none() {
            faults.add(at("sd"), "A standard deviation lies above nought and has at most two decimals.");
        }
        read
    });
    let share = |path: String, number: Option<Number>| {
        let number = number?;
        let read = read_decimal(&number.to_string(), 4).filter(|read| (0..=10_000).contains(read));
        if read.is_none() {
            faults.add(path, format!("{number} is not a number from 0 to 1 with at most four decimals."));
        }
        read
    };
    let (low, high) = interval.map_or((None, None), |(low, high)| (Some(low), Some(high)));
    let end = |n: u8| format!("{}[{n}]", at("interval"));
    let (low, high) = (share(end(0), low), share(end(1), high));
    let reliability = share(at("reliability"), reliability);
    if let (Some(low), Some(r), Some(high)) = (low, reliability, high)
        && !(low <= r && r <= high && low < high)
    {
        faults.add(at("interval"), "The reliability must lie inside its interval.");
    }
    if reliability == Some(10_000) {
        faults.add(at("reliability"), "Nothing is measured without error: it lies under 1.");
    }
    fields.end();
    Some(OfScale {
        scale: scale?,
        n: n?,
        sd: sd?,
        kind: kind?,
        reliability: reliability?,
        low: low?,
        high: high?,
    })
}

impl Reliability {
    /// The file as text.
    #[must_use]
    pub fn to_json(&self, instrument: &Instrument) -> String {
        let number = |text: String| text.parse::<Number>().map_or(Value::Null, Value::Number);
        let row = |row: &OfScale| {
            json!({
                "scale": instrument.scale(row.scale).id.as_str(),
                "n": row.n,
                "sd": number(row.sd.to_string()),
                "kind": row.kind.word(),
                "reliability": number(shown(row.reliability)),
                "interval": [number(shown(row.low)), number(shown(row.high))],
            })
        };
        let file = json!({
            "format": FORMAT,
            "instrument": self.instrument,
            "version": self.version,
            "edition": self.edition,
            "made_on": self.made_on.to_string(),
            "from": self.from,
            "scales": self.scales.iter().map(row).collect::<Vec<_>>(),
        });
        format!("{file:#}\n")
    }
}

/// Ten-thousandths as the shortest decimal.
#[must_use]
pub fn shown(share: TenThousandths) -> String {
    let text = format!("{}.{:04}", share / 10_000, share % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests;
