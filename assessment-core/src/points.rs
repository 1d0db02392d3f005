//! Numbers of a score: whole hundredths, so that no band is ever looked up with a float.
//!
//! Every conversion table, cut-off and threshold we carry is published with two decimals at most.

use std::fmt;

/// Points in hundredths: 19.98 is `Points::hundredths(1998)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i64);

/// How a number between two allowed ones is settled. Written in each key, never assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest; a number exactly between goes up (away from the low end of the scale).
    HalfUp,
    /// To the nearest; a number exactly between goes to the even neighbour.
    HalfEven,
}

/// The rounding rule of a key: which way, and to how many decimals (0, 1 or 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundTo {
    /// Which way a number exactly between two goes.
    pub rounding: Rounding,
    /// Decimals kept, 0 to 2.
    pub decimals: u8,
}

impl Points {
    /// No points.
    pub const ZERO: Points = Points(0);

    /// A whole number of points.
    #[must_use]
    pub const fn whole(points: i64) -> Points {
        Points(points * 100)
    }

    /// A number given in hundredths.
    #[must_use]
    pub const fn hundredths(hundredths: i64) -> Points {
        Points(hundredths)
    }

    /// The number in hundredths.
    #[must_use]
    pub const fn in_hundredths(self) -> i64 {
        self.0
    }

    /// Reads a decimal with at most two places, such as `47`, `-3` or `19.98`. Anything else is `None`.
    #[must_use]
    pub fn read(text: &str) -> Option<Points> {
        read_decimal(text, 2).map(Points)
    }

    /// `self * times / by`, rounded by the rule. `by` must be above zero.
    #[must_use]
    pub fn scaled(self, times: i64, by: i64, round: RoundTo) -> Points {
        Points::ratio(self.0 * times, by, round)
    }

    /// `top / bottom` hundredths, rounded by the rule. `bottom` must be above zero.
    pub(crate) fn ratio(top: i64, bottom: i64, round: RoundTo) -> Points {
        let unit = match round.decimals {
            0 => 100,
            1 => 10,
            _ => 1,
        };
        let bottom = bottom * unit;
        if bottom == 1 {
            return Points(top);
        }
        let below = top.div_euclid(bottom);
        let twice = 2 * top.rem_euclid(bottom);
        let up = match twice.cmp(&bottom) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => match round.rounding {
                Rounding::HalfUp => true,
                Rounding::HalfEven => below.rem_euclid(2) == 1,
            },
        };
        Points((below + i64::from(up)) * unit)
    }
}

impl RoundTo {
    /// Two decimals, halves up: how a number is shown whose key rounds only later.
    pub const SHOWN: RoundTo = RoundTo { rounding: Rounding::HalfUp, decimals: 2 };
}

/// Reads a decimal with at most so many places (nine at most) as a whole number of its smallest unit: `36.5`
/// with one place is 365. Anything else is `None`.
#[must_use]
pub fn read_decimal(text: &str, places: u8) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    // Ten digits keep every sum of a thousand such numbers far inside an i64.
    if whole.is_empty() || whole.len() > 10 || part.len() > usize::from(places) {
        return None;
    }
    if !plain(whole) || !plain(part) || (digits.contains('.') && part.is_empty()) {
        return None;
    }
    let unit = |places: usize| 10_i64.pow(u32::try_from(places).unwrap_or(0));
    let size = whole.parse::<i64>().ok()? * unit(usize::from(places));
    let part = part.parse::<i64>().unwrap_or(0) * unit(usize::from(places) - part.len());
    Some(if negative { -(size + part) } else { size + part })
}

impl std::ops::Add for Points {
    type Output = Points;
    fn add(self, other: Points) -> Points {
        Points(self.0 + other.0)
    }
}

impl std::ops::Sub for Points {
    type Output = Points;
    fn sub(self, other: Points) -> Points {
        Points(self.0 - other.0)
    }
}

impl std::ops::Neg for Points {
    type Output = Points;
    fn neg(self) -> Points {
        Points(-self.0)
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, |a, b| a + b)
    }
}

/// The shortest decimal with a point and at most two places: `7`, `9.5`, `19.98`, `-3`.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let size = self.0.unsigned_abs();
        write!(f, "{}", size / 100)?;
        match (size % 100 / 10, size % 10) {
            (0, 0) => Ok(()),
            (tenths, 0) => write!(f, ".{tenths}"),
            (tenths, hundredths) => write!(f, ".{tenths}{hundredths}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_and_shows_as_the_shortest_decimal() {
        let rows = [
            ("0", "0", 0),
            ("7.00", "7", 700),
            ("9.51", "9.51", 951),
            ("12.40", "12.4", 1240),
            ("0.05", "0.05", 5),
            ("-3", "-3", -300),
            ("-0.5", "-0.5", -50),
        ];
        for (text, shown, hundredths) in rows {
            let points = Points::read(text).unwrap_or_else(|| panic!("{text} should read"));
            assert_eq!(points.in_hundredths(), hundredths, "{text}");
            assert_eq!(points.to_string(), shown, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_short_decimal_is_refused() {
        for text in ["", "-", ".", "1.", ".5", "1.234", "1e3", "+1", " 1", "1 ", "0x1", "99999999999"] {
            assert_eq!(Points::read(text), None, "{text:?}");
        }
    }

    #[test]
    fn numbers_add_subtract_and_turn_round_exactly() {
        let read = |text: &str| Points::read(text).unwrap_or_else(|| panic!("{text} should read"));
        let rows =
            [("0.1", "0.2", "0.3", "-0.1"), ("22.35", "19.25", "41.6", "3.1"), ("-3", "0.5", "-2.5", "-3.5")];
        for (a, b, sum, difference) in rows {
            assert_eq!((read(a) + read(b)).to_string(), sum);
            assert_eq!((read(a) - read(b)).to_string(), difference);
            assert_eq!(-(-read(a)), read(a));
        }
        let all = ["9.51", "11.25", "-0.76"].map(read);
        assert_eq!(all.into_iter().sum::<Points>(), Points::whole(20));
        assert!(read("19.98") > read("19.9") && read("-1") < read("-0.99"));
    }

    #[test]
    fn rounding_follows_the_rule_it_was_given() {
        use Rounding::{HalfEven, HalfUp};
        let rows = [
            // sum of the answers given, items, answered, rule, decimals, expected hundredths
            (500, 4, 3, HalfUp, 0, 700),
            (100, 4, 3, HalfUp, 0, 100),
            (200, 4, 3, HalfUp, 0, 300),
            (300, 3, 2, HalfUp, 0, 500),
            (300, 3, 2, HalfEven, 0, 400),
            (500, 3, 2, HalfEven, 0, 800),
            (500, 4, 3, HalfUp, 1, 670),
            (500, 4, 3, HalfUp, 2, 667),
            (-300, 3, 2, HalfUp, 0, -400),
            (4200, 14, 12, HalfUp, 2, 4900),
        ];
        for (sum, times, by, rounding, decimals, expected) in rows {
            let round = RoundTo { rounding, decimals };
            let got = Points::hundredths(sum).scaled(times, by, round).in_hundredths();
            assert_eq!(got, expected, "{sum} x {times} / {by} {round:?}");
        }
    }
}
