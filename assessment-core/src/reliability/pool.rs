//! Baselines in, a reliability file out: how a researcher makes one from pooled first answers.

use super::stats::{consistency, variance};
use super::{FEWEST_BASELINES, Kind, OfScale, Reliability, TenThousandths, straight};
use crate::answer::Responses;
use crate::change::differs_by_setting;
use crate::instrument::{Instrument, Scale, ScaleAt, ScoringKey, Term};
use crate::points::Points;
use crate::score::{Score, score};
use chrono::NaiveDate;

/// A file made from baselines, and the scales it says nothing about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pooled {
    /// The file.
    pub file: Reliability,
    /// Scales left out, each with the reason.
    pub left_out: Vec<(ScaleAt, LeftOut)>,
}

/// Why nothing is said about a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// So many baselines have every answer, fewer than a hundred.
    TooFew(usize),
    /// It counts, decides, or has one item: there are no item scores that make up its sum.
    NotASumOfItems,
    /// Its value is read from a table that bends: alpha is that of the points, the spread that of the value, and an error
    /// is made of two numbers of one kind.
    Bent,
    /// It asks other things in custody than in the community.
    DiffersBySetting,
    /// Everybody came to the same score, or the items do not agree at all.
    NoAgreement,
}

/// Makes a file from the first answers of many people: of each scale how many have every answer, the standard
/// deviation of its value, Cronbach's alpha of its items' points and its 95 % interval (Feldt). Where the value is the
/// points moved and stretched, alpha is that of the value too; where it is read from a table that bends, the scale is
/// left out. Prorated scores are left out.
///
/// # Errors
/// With fewer than a hundred baselines, how many there are.
pub fn from_baselines(
    instrument: &Instrument,
    baselines: &[Responses],
    edition: &str,
    from: &str,
    made_on: NaiveDate,
) -> Result<Pooled, usize> {
    if baselines.len() < FEWEST_BASELINES {
        return Err(baselines.len());
    }
    let mut file = Reliability {
        instrument: instrument.id().to_string(),
        version: instrument.version().to_owned(),
        edition: edition.to_owned(),
        made_on,
        from: from.to_owned(),
        scales: Vec::new(),
    };
    let scores: Vec<_> = baselines.iter().map(|responses| score(instrument, responses)).collect();
    let mut left_out = Vec::new();
    for at in (0..instrument.scales().len()).map(ScaleAt) {
        let values: Vec<&Score> = scores.iter().map(|scores| scores.of(at)).collect();
        match of_scale(instrument, at, baselines, &values) {
            Ok(row) => file.scales.push(row),
            Err(why) => left_out.push((at, why)),
        }
    }
    Ok(Pooled { file, left_out })
}

fn of_scale(
    instrument: &Instrument,
    at: ScaleAt,
    baselines: &[Responses],
    scores: &[&Score],
) -> Result<OfScale, LeftOut> {
    let scale = instrument.scale(at);
    let terms = terms(instrument, scale).filter(|terms| terms.len() > 1).ok_or(LeftOut::NotASumOfItems)?;
    if !straight(instrument, scale) {
        return Err(LeftOut::Bent);
    }
    if differs_by_setting(instrument, scale) {
        return Err(LeftOut::DiffersBySetting);
    }
    let (mut values, mut people) = (Vec::new(), Vec::new());
    for (responses, score) in baselines.iter().zip(scores) {
        let Some(scored) = score.scored().filter(|scored| !scored.prorated) else { continue };
        let of = |term: &&Term| Some(in_points(term.score(responses.code(term.item)?)?));
        let points: Option<Vec<f64>> = terms.iter().map(of).collect();
        if let Some(points) = points {
            values.push(in_points(scored.value));
            people.push(points);
        }
    }
    if people.len() < FEWEST_BASELINES {
        return Err(LeftOut::TooFew(people.len()));
    }
    let found = consistency(&people).filter(|found| found.alpha > 0.0 && found.alpha < 1.0);
    let sd = Points::hundredths((variance(&values).sqrt() * 100.0).round() as i64);
    let found = found.filter(|_| sd > Points::ZERO).ok_or(LeftOut::NoAgreement)?;
    let share = |value: f64| (value.clamp(0.0, 1.0) * 10_000.0) as TenThousandths;
    Ok(OfScale {
        scale: at,
        n: people.len(),
        sd,
        kind: Kind::Alpha,
        // Rounded down, so that a threshold is never too small; the interval is rounded outwards.
        reliability: share(found.alpha),
        low: share(found.low),
        high: (share(found.high) + 1).min(10_000),
    })
}

/// The items whose scores a scale adds up, composites included; `None` where a part counts, decides or is
/// converted before it is added, so that item scores do not make up the sum.
fn terms<'a>(instrument: &'a Instrument, scale: &'a Scale) -> Option<Vec<&'a Term>> {
    match &scale.key {
        ScoringKey::Sum { terms, .. } | ScoringKey::Mean { terms, .. } => Some(terms.iter().collect()),
        ScoringKey::TotalOf { scales } | ScoringKey::MeanOf { scales, .. } => {
            let mut all: Vec<&Term> = Vec::new();
            for part in scales.iter().map(|at| instrument.scale(*at)) {
                let plain = part.conversion.is_none() && part.rescale.is_none();
                let adds = plain && !matches!(part.key, ScoringKey::Mean { .. } | ScoringKey::MeanOf { .. });
                let more = terms(instrument, part).filter(|_| adds)?;
                if more.iter().any(|term| all.iter().any(|there| there.item == term.item)) {
                    return None;
                }
                all.extend(more);
            }
            Some(all)
        }
        ScoringKey::Count { .. } | ScoringKey::AnyOf { .. } => None,
    }
}

fn in_points(points: Points) -> f64 {
    points.in_hundredths() as f64 / 100.0
}
