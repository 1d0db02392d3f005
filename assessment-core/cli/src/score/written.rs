//! Rows of scores as text. Many rows come to the same few scores, so how a score was written is remembered.

use super::Shape;
use crate::answers::Row;
use assessment_core::export::{Csv, score_cells_alone, wide_score_cell};
use assessment_core::instrument::{Instrument, Scale};
use assessment_core::score::{Score, Scored, Scores};

/// So many scores are remembered for each scale: memory does not grow with the rows.
const PLACES: usize = 256;

/// What one core has written.
#[derive(Default)]
pub struct Written {
    /// Whole rows.
    pub text: Vec<u8>,
    key: Csv,
    /// Scale by scale, the last score that fell on each place.
    places: Vec<Option<Remembered>>,
}

/// How a score was written.
struct Remembered {
    score: Shown,
    text: String,
}

/// As much of a score as is written.
type Shown = (Option<Scored>, (usize, usize));

impl Written {
    /// Writes the scores of one row of answers.
    pub fn push(&mut self, instrument: &Instrument, shape: Shape, row: &Row<'_>, scores: &Scores) {
        self.key.clear();
        self.key.row([row.person, row.wave, row.when]);
        let all = instrument.scales().iter().zip(scores.iter()).enumerate();
        match shape {
            Shape::Long => {
                for (n, (scale, score)) in all {
                    self.push_key();
                    self.push_score(n, score, || long(scale, score));
                }
            }
            Shape::Wide => {
                self.push_key();
                for (n, (_, score)) in all {
                    self.push_score(n, score, || format!(",{}", wide_score_cell(score)));
                }
                self.text.push(b'\n');
            }
        }
    }

    /// Person, wave and time without a line break behind them.
    fn push_key(&mut self) {
        let key = self.key.text().as_bytes();
        self.text.extend_from_slice(key.strip_suffix(b"\n").unwrap_or(key));
    }

    fn push_score(&mut self, scale: usize, score: &Score, write: impl FnOnce() -> String) {
        let shown = (score.scored(), score.answered_of());
        let at = scale * PLACES + place(&shown);
        if self.places.len() <= at {
            self.places.resize_with((scale + 1) * PLACES, || None);
        }
        let place = &mut self.places[at];
        if place.as_ref().is_none_or(|there| there.score != shown) {
            *place = Some(Remembered { score: shown, text: write() });
        }
        if let Some(there) = place {
            self.text.extend_from_slice(there.text.as_bytes());
        }
    }
}

/// Which place a score falls on.
fn place((scored, (answered, _)): &Shown) -> usize {
    let value = scored.map_or(0, |scored| scored.value.in_hundredths().cast_unsigned());
    let score = value.wrapping_mul(64) ^ *answered as u64;
    // The high bits of a multiple of 2^64 over the golden ratio spread neighbours widely (Knuth, The Art of
    // Computer Programming 3, 6.4).
    (score.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize % PLACES
}

/// A row of the long form from the comma behind its key on.
fn long(scale: &Scale, score: &Score) -> String {
    let mut csv = Csv::default();
    csv.row(score_cells_alone(scale, score));
    format!(",{}", csv.into_text())
}

#[cfg(test)]
mod tests {
    use super::{PLACES, Written};
    use assessment_core::points::Points;
    use assessment_core::score::{NotScorable, Score, Scored};

    /// Scores that differ in one thing only, and many more than there are places for.
    fn scores() -> Vec<Score> {
        let scored = |value: i64| Scored {
            raw: Points::hundredths(value),
            value: Points::hundredths(value),
            band: None,
            answered: 5,
            items: 5,
            prorated: false,
        };
        let one = scored(700);
        let close = [
            Scored { raw: Points::hundredths(701), ..one },
            Scored { band: Some(0), ..one },
            Scored { band: Some(1), ..one },
            Scored { answered: 4, ..one },
            Scored { items: 6, ..one },
            Scored { prorated: true, ..one },
        ];
        let not = |answered, items| Score::NotScorable(NotScorable { missing: Vec::new(), answered, items });
        let many = (-3..3 * PLACES as i64).map(|value| scored(100 * value));
        let all = many.chain(close).map(Score::Scored);
        all.chain([not(0, 5), not(0, 0), not(5, 5), not(4, 5)]).collect()
    }

    #[test]
    fn every_score_is_written_as_itself_whatever_was_written_before() {
        let scores = scores();
        let mut written = Written::default();
        // One pass forth and one back, for two scales, the second of which writes each score in another way.
        for score in scores.iter().chain(scores.iter().rev()) {
            for scale in [0, 1] {
                let text = format!("{scale} {score:?}");
                written.text.clear();
                written.push_score(scale, score, || text.clone());
                assert_eq!(String::from_utf8_lossy(&written.text), text);
            }
        }
        assert!(written.places.len() <= 2 * PLACES, "memory does not grow with the rows");
    }
}
