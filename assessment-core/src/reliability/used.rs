//! What comes of a file: which of its rows become thresholds, and why the others do not.

use super::{FEWEST_ITEMS, Kind, OfScale, Reliability, shown};
use crate::instrument::{ChangeRule, Confidence, Instrument, Scale, ScaleAt, Setting, Source, threshold};
use crate::points::Points;

/// What comes of a row of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is the threshold: from this difference on a change is past it.
    Threshold(Points),
    /// The definition has a threshold of its own, which stands.
    HasItsOwn,
    /// The scale has under eight items in some setting.
    FewItems,
    /// Alpha is that of the points, and the value is read from a table that bends.
    Bent,
    /// Alpha, and the file has a row from test-retest for the scale.
    Surer,
}

impl Reliability {
    /// What comes of a row of this file.
    #[must_use]
    pub fn used(&self, instrument: &Instrument, row: &OfScale) -> Use {
        let scale = instrument.scale(row.scale);
        let surer = |other: &OfScale| other.scale == row.scale && other.kind == Kind::TestRetest;
        match row.kind {
            _ if scale.change.is_some() => Use::HasItsOwn,
            _ if few_items(instrument, row.scale) => Use::FewItems,
            Kind::Alpha if !straight(instrument, scale) => Use::Bent,
            Kind::Alpha if self.scales.iter().any(surer) => Use::Surer,
            Kind::Alpha | Kind::TestRetest => {
                let decimals = if scale.whole { 0 } else { 2 };
                Use::Threshold(threshold(row.sd, row.reliability, decimals))
            }
        }
    }

    /// The instrument with a threshold for every scale that has none of its own and that this file knows
    /// enough about. A file about another instrument or version changes nothing.
    #[must_use]
    pub fn apply(&self, instrument: &Instrument) -> Instrument {
        let mut with = instrument.clone();
        if self.instrument != instrument.id().as_str() || self.version != instrument.version() {
            return with;
        }
        for row in &self.scales {
            let Use::Threshold(threshold) = self.used(instrument, row) else { continue };
            with.scales[row.scale.index()].change =
                Some(ChangeRule { threshold, basis: row.kind.basis(), source: self.cited(row) });
        }
        with
    }

    /// Where a threshold comes from: the baselines, how many, and how sure the reliability is.
    fn cited(&self, row: &OfScale) -> Source {
        let citation = format!(
            "{}; edition {} of {}, n = {}, SD {}, {} {} (95 %: {} to {})",
            self.from,
            self.edition,
            self.made_on,
            row.n,
            row.sd,
            row.kind.word(),
            shown(row.reliability),
            shown(row.low),
            shown(row.high),
        );
        Source { citation, address: None, confidence: Confidence::Derived }
    }
}

/// Whether a scale has under eight items, in the setting that has fewest: no threshold comes out for it.
#[must_use]
pub fn few_items(instrument: &Instrument, at: ScaleAt) -> bool {
    let items = &instrument.scale(at).reads;
    let asked =
        |setting: &Setting| items.iter().filter(|at| instrument.item(**at).asked_in(*setting)).count();
    instrument.settings().iter().map(asked).min().unwrap_or(0) < FEWEST_ITEMS
}

/// Whether the value is the points of the items moved and stretched at most, so that what is found of the one holds of
/// the other. A table of conversions may be so too: then each of its values lies on one line, up to the hundredth it is
/// rounded to. A composite is when its parts are.
#[must_use]
pub fn straight(instrument: &Instrument, scale: &Scale) -> bool {
    let parts = scale.key.parts().unwrap_or_default();
    on_a_line(scale) && parts.iter().all(|at| straight(instrument, instrument.scale(*at)))
}

fn on_a_line(scale: &Scale) -> bool {
    let Some(table) = scale.conversion.as_deref() else { return true };
    let Some((first, last)) = table.first().zip(table.last()) else { return true };
    let across = |to: &(Points, Points)| to.0.in_hundredths() - first.0.in_hundredths();
    let up = |to: &(Points, Points)| to.1.in_hundredths() - first.1.in_hundredths();
    table.iter().all(|row| (up(row) * across(last) - up(last) * across(row)).abs() <= across(last))
}
