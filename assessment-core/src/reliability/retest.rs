//! People asked twice while nothing changed: how far the two times agree.

use super::pool::LeftOut;
use super::stats::{agreement, variance};
use super::{FEWEST_BASELINES, Kind, OfScale, TenThousandths};
use crate::answer::Responses;
use crate::change::differs_by_setting;
use crate::instrument::{Instrument, ScaleAt};
use crate::points::Points;
use crate::score::{Scores, score};

/// What two times say, scale by scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retested {
    /// A row for each scale that enough people answered twice.
    pub rows: Vec<OfScale>,
    /// Scales left out, each with the reason.
    pub left_out: Vec<(ScaleAt, LeftOut)>,
}

/// One person's answers at two times.
#[derive(Clone, Debug)]
pub struct Twice {
    /// The first time.
    pub first: Responses,
    /// The second, soon after.
    pub second: Responses,
}

/// Test-retest reliability from people asked twice: the intraclass correlation of one rating in a one-way layout and
/// its 95 % interval (Shrout and Fleiss 1979, case 1). It takes everything that moves between two days for error, a
/// shift of everybody included, so it is never too generous. The standard deviation is that of the baselines, as
/// instruments.md 11.1 has it. Prorated scores, and people asked in two settings, are left out.
///
/// # Errors
/// With fewer than a hundred people asked twice, how many there are.
pub fn from_retest(
    instrument: &Instrument,
    baselines: &[Responses],
    people: &[Twice],
) -> Result<Retested, usize> {
    let alike = people.iter().filter(|twice| twice.first.setting() == twice.second.setting());
    let of = |twice: &Twice| (score(instrument, &twice.first), score(instrument, &twice.second));
    let pairs: Vec<(Scores, Scores)> = alike.map(of).collect();
    if pairs.len() < FEWEST_BASELINES {
        return Err(pairs.len());
    }
    let baselines: Vec<Scores> = baselines.iter().map(|responses| score(instrument, responses)).collect();
    let mut made = Retested::default();
    for at in (0..instrument.scales().len()).map(ScaleAt) {
        match of_scale(instrument, at, &baselines, &pairs) {
            Ok(row) => made.rows.push(row),
            Err(why) => made.left_out.push((at, why)),
        }
    }
    Ok(made)
}

fn of_scale(
    instrument: &Instrument,
    at: ScaleAt,
    baselines: &[Scores],
    pairs: &[(Scores, Scores)],
) -> Result<OfScale, LeftOut> {
    if differs_by_setting(instrument, instrument.scale(at)) {
        return Err(LeftOut::DiffersBySetting);
    }
    let value = |scores: &Scores| {
        let whole = scores.of(at).scored().filter(|scored| !scored.prorated)?;
        Some(whole.value.in_hundredths() as f64 / 100.0)
    };
    let first: Vec<f64> = baselines.iter().filter_map(value).collect();
    let both: Vec<(f64, f64)> =
        pairs.iter().filter_map(|(first, second)| Some((value(first)?, value(second)?))).collect();
    let n = first.len().min(both.len());
    if n < FEWEST_BASELINES {
        return Err(LeftOut::TooFew(n));
    }
    let found = agreement(&both).filter(|found| found.share > 0.0 && found.share < 1.0);
    let sd = Points::hundredths((variance(&first).sqrt() * 100.0).round() as i64);
    let found = found.filter(|_| sd > Points::ZERO).ok_or(LeftOut::NoAgreement)?;
    let share = |value: f64| (value.clamp(0.0, 1.0) * 10_000.0) as TenThousandths;
    Ok(OfScale {
        scale: at,
        n: both.len(),
        sd,
        kind: Kind::TestRetest,
        // Rounded down, so that a threshold is never too small; the interval is rounded outwards.
        reliability: share(found.share),
        low: share(found.low),
        high: (share(found.high) + 1).min(10_000),
    })
}
