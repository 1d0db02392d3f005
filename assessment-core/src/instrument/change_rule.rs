//! When a difference is more than measurement error: the threshold, what it rests on, and how it is worked out.

use super::Source;
use crate::points::Points;

/// When a difference is more than measurement error alone explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRule {
    /// The smallest difference that is, in points of the value; itself counted as reached.
    pub threshold: Points,
    /// What it rests on.
    pub basis: Basis,
    /// Where it comes from.
    pub source: Source,
}

/// What a threshold rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A published threshold.
    Published,
    /// A published standard error of measurement.
    Sem,
    /// A published standard deviation and test-retest reliability.
    TestRetest,
    /// A published standard deviation and alpha: smaller than one from test-retest, so a weak basis.
    Alpha,
    /// Test-retest in an imported reliability file.
    FileTestRetest,
    /// Alpha alone in an imported reliability file: never called reliable.
    FileAlpha,
}

impl Basis {
    /// The word in exports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Basis::Published => "published",
            Basis::Sem => "sem",
            Basis::TestRetest => "test_retest",
            Basis::Alpha => "alpha",
            Basis::FileTestRetest => "file_test_retest",
            Basis::FileAlpha => "file_alpha",
        }
    }
}

/// 1.96 x sqrt 2 x SD x sqrt(1 - r), rounded up to so many decimals (instruments.md 11.1; Jacobson and Truax
/// 1991 with the correction of Christensen and Mendoza 1986). `reliability` is in ten-thousandths; nought makes
/// it 1.96 x sqrt 2 x SEM, the standard deviation then being the standard error itself.
///
/// Exact: the squares are compared as whole numbers, so no last digit depends on a machine.
#[must_use]
pub fn threshold(sd: Points, reliability: i64, decimals: u8) -> Points {
    let whole = |number: i64| u128::from(number.unsigned_abs());
    let unit = 10_i64.pow(2 - u32::from(decimals.min(2)));
    // (1.96 x sqrt 2) squared is 7.6832.
    let square = 76_832 * whole(sd.in_hundredths()).pow(2) * whole(10_000 - reliability.clamp(0, 10_000));
    let reaches = |steps: i64| whole(steps * unit).pow(2) * 100_000_000 >= square;
    // 2.78 standard deviations are always enough.
    let (mut under, mut enough) = (-1, 3 * sd.in_hundredths().abs() / unit + 1);
    while enough - under > 1 {
        let middle = i64::midpoint(under, enough);
        if reaches(middle) { enough = middle } else { under = middle }
    }
    Points::hundredths(enough * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threshold_is_rounded_up_from_the_exact_number() {
        let rows = [
            // SD or SEM, reliability, decimals, threshold: instruments.md 11.3 and 14, worked out by hand.
            ("10", 9_000, 2, "8.77"),
            ("10", 9_000, 1, "8.8"),
            ("10", 9_000, 0, "9"),
            ("3.1", 0, 2, "8.6"),
            ("3.1", 0, 0, "9"),
            ("2.4", 0, 0, "7"),
            ("5.5", 8_300, 2, "6.29"),
            ("5.5", 8_300, 0, "7"),
            ("1.34", 7_200, 2, "1.97"),
            ("1.34", 7_200, 0, "2"),
            ("1", 9_200, 2, "0.79"),
            ("1", 6_100, 2, "1.74"),
            ("1", 8_800, 2, "0.97"),
            ("3.9", 8_400, 2, "4.33"),
            // Nothing is measured without error, but the formula has an end.
            ("10", 10_000, 0, "0"),
            ("0.01", 0, 2, "0.03"),
            ("99999.99", 0, 2, "277185.84"),
        ];
        for (sd, reliability, decimals, expected) in rows {
            let sd = Points::read(sd).expect("a decimal");
            assert_eq!(
                threshold(sd, reliability, decimals).to_string(),
                expected,
                "{sd} {reliability} {decimals}"
            );
        }
    }

    #[test]
    fn every_basis_has_a_word_of_its_own() {
        use Basis::{Alpha, FileAlpha, FileTestRetest, Published, Sem, TestRetest};
        let words = [Published, Sem, TestRetest, Alpha, FileTestRetest, FileAlpha].map(Basis::word);
        assert_eq!(words, ["published", "sem", "test_retest", "alpha", "file_test_retest", "file_alpha"]);
    }
}
