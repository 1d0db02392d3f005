//! When the next time is: ninety days from the anchor, with windows before and after. Pure in `today`.
//!
//! Source of the windows: interfaces.md, "Waves and windows" (ours; it mirrors the TOP local protocol).

use chrono::{Days, NaiveDate};
use std::fmt;

/// Days from one follow-up to the next, counted from the anchor so that lateness does not pile up.
pub const EVERY: u64 = 90;

/// Which time this is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wave {
    /// The first, what change is measured from.
    Baseline,
    /// A 90-day point, counted from 1.
    FollowUp(u16),
    /// A short check-in between two points, counted from 1.
    Between(u16),
    /// Outside every window: kept, not counted. Counted from 1.
    Unscheduled(u16),
    /// Before leaving custody.
    BeforeRelease,
    /// After leaving custody.
    AfterRelease,
    /// When another service takes over.
    Transfer,
    /// When the service ends.
    EndOfService,
    /// Some time after the service ended.
    AfterService,
}

impl Wave {
    /// Reads the word of an export or a record.
    #[must_use]
    pub fn read(word: &str) -> Option<Wave> {
        let number = |prefix: &str| {
            let digits = word.strip_prefix(prefix)?;
            // No sign, no leading nought: a wave has one spelling.
            let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
            digits.parse::<u16>().ok().filter(|_| plain)
        };
        match word {
            "baseline" => Some(Wave::Baseline),
            "before_release" => Some(Wave::BeforeRelease),
            "after_release" => Some(Wave::AfterRelease),
            "transfer" => Some(Wave::Transfer),
            "end_of_service" => Some(Wave::EndOfService),
            "after_service" => Some(Wave::AfterService),
            _ => number("followup_")
                .map(Wave::FollowUp)
                .or_else(|| number("between_").map(Wave::Between))
                .or_else(|| number("unscheduled_").map(Wave::Unscheduled)),
        }
    }
}

impl fmt::Display for Wave {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wave::Baseline => f.write_str("baseline"),
            Wave::FollowUp(n) => write!(f, "followup_{n}"),
            Wave::Between(n) => write!(f, "between_{n}"),
            Wave::Unscheduled(n) => write!(f, "unscheduled_{n}"),
            Wave::BeforeRelease => f.write_str("before_release"),
            Wave::AfterRelease => f.write_str("after_release"),
            Wave::Transfer => f.write_str("transfer"),
            Wave::EndOfService => f.write_str("end_of_service"),
            Wave::AfterService => f.write_str("after_service"),
        }
    }
}

/// How a date lies to the 90-day point it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// 30 to 15 days before.
    Early,
    /// 14 days before to 14 days after.
    OnTime,
    /// 15 to 45 days after.
    Late,
}

/// Where the next follow-up stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Up to 15 days before its date.
    Upcoming,
    /// From 14 days before, up to its date.
    Due,
    /// 1 to 45 days past its date: still counts.
    Overdue,
    /// More than 45 days past: no longer counts for that point.
    Lapsed,
}

/// The next follow-up of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Which point: 1 is 90 days after the anchor.
    pub follow_up: u16,
    /// Its date.
    pub on: NaiveDate,
    /// Where it stands.
    pub due: Due,
}

impl Next {
    /// Whether now is a good time: the only thing a screen both look at may say about it.
    #[must_use]
    pub fn ready(&self) -> bool {
        matches!(self.due, Due::Due | Due::Overdue)
    }
}

/// The date of the `follow_up`-th point, or the last date there is when that lies beyond the calendar.
#[must_use]
pub fn date_of(anchor: NaiveDate, follow_up: u16) -> NaiveDate {
    anchor.checked_add_days(Days::new(EVERY * u64::from(follow_up))).unwrap_or(NaiveDate::MAX)
}

/// Where one point stands on a day.
#[must_use]
pub fn standing(on: NaiveDate, today: NaiveDate) -> Due {
    match (today - on).num_days() {
        ..=-15 => Due::Upcoming,
        -14..=0 => Due::Due,
        1..=45 => Due::Overdue,
        _ => Due::Lapsed,
    }
}

/// The next follow-up: the first point that is neither done nor lapsed.
///
/// `done` are the points already completed. When today lies before the anchor (a clock set back), the
/// first point not done is upcoming.
#[must_use]
pub fn due(anchor: NaiveDate, done: &[u16], today: NaiveDate) -> Next {
    let mut follow_up = 1;
    loop {
        let on = date_of(anchor, follow_up);
        let due = standing(on, today);
        if (due != Due::Lapsed && !done.contains(&follow_up)) || follow_up == u16::MAX {
            return Next { follow_up, on, due };
        }
        follow_up += 1;
    }
}

/// The point a day belongs to, and how; `None` outside every window.
#[must_use]
pub fn timing(anchor: NaiveDate, today: NaiveDate) -> Option<(u16, Timing)> {
    let days = (today - anchor).num_days();
    // Windows reach from 30 days before a point to 45 after, so they never overlap.
    let nearest = u16::try_from((days + 30).div_euclid(90)).ok().filter(|n| *n > 0)?;
    let timing = match days - 90 * i64::from(nearest) {
        -30..=-15 => Timing::Early,
        -14..=14 => Timing::OnTime,
        15..=45 => Timing::Late,
        _ => return None,
    };
    Some((nearest, timing))
}

/// Which wave a session of one day is, given the waves of its instrument already there. The session then
/// states it.
///
/// An instrument that comes to the others late has its baseline as long as the start's own window is open
/// (30 days before the anchor to 45 after, as at every other point).
#[must_use]
pub fn wave_on(anchor: Option<NaiveDate>, existing: &[Wave], day: NaiveDate) -> Wave {
    let Some(anchor) = anchor else { return Wave::Baseline };
    let at_the_start = (-30..=45).contains(&(day - anchor).num_days());
    match timing(anchor, day) {
        Some((n, _)) if !existing.contains(&Wave::FollowUp(n)) => Wave::FollowUp(n),
        None if at_the_start && !existing.contains(&Wave::Baseline) => Wave::Baseline,
        _ => Wave::Unscheduled(after(existing, |wave| match wave {
            Wave::Unscheduled(n) => Some(*n),
            _ => None,
        })),
    }
}

/// The next check-in between two points, given the waves of its instrument already there.
#[must_use]
pub fn between(existing: &[Wave]) -> Wave {
    Wave::Between(after(existing, |wave| match wave {
        Wave::Between(n) => Some(*n),
        _ => None,
    }))
}

/// One more than the highest number used, from 1.
fn after(existing: &[Wave], number: impl Fn(&Wave) -> Option<u16>) -> u16 {
    existing.iter().filter_map(number).max().unwrap_or(0).saturating_add(1)
}

/// Reads a date as records and files hold it: `2026-01-15`, and nothing else.
#[must_use]
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |from: usize, to: usize| {
        let digits = &bytes[from..to];
        let plain = digits.iter().all(u8::is_ascii_digit);
        plain.then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
    };
    NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?)
}

/// The UK's offset from UTC, in hours, at a moment given in Unix seconds: summer time runs from 01:00 UTC
/// on the last Sunday of March to 01:00 UTC on the last Sunday of October
/// (Summer Time Act 1972 as amended by the Summer Time Order 2002).
#[must_use]
pub fn uk_offset_hours(unix_seconds: i64) -> i64 {
    use chrono::{DateTime, Datelike, Weekday};
    let Some(moment) = DateTime::from_timestamp(unix_seconds, 0) else { return 0 };
    let last_sunday = |month: u32| {
        let last = NaiveDate::from_ymd_opt(moment.year(), month, 31)?;
        let back = last.weekday().days_since(Weekday::Sun);
        last.checked_sub_days(Days::new(back.into()))?.and_hms_opt(1, 0, 0)
    };
    let (Some(from), Some(to)) = (last_sunday(3), last_sunday(10)) else { return 0 };
    let now = moment.naive_utc();
    i64::from(from <= now && now < to)
}

/// The civil date in the UK at a moment given in Unix seconds.
#[must_use]
pub fn uk_date(unix_seconds: i64) -> NaiveDate {
    let local = unix_seconds.saturating_add(3600 * uk_offset_hours(unix_seconds));
    chrono::DateTime::from_timestamp(local, 0).map_or(NaiveDate::MAX, |moment| moment.date_naive())
}

#[cfg(test)]
mod tests;
