use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

#[test]
fn a_point_stands_as_its_window_says() {
    // Anchor 2025-01-15: the first point is 2025-04-15 (instruments.md 14, row 51).
    let rows = [
        ("2025-01-15", 1, Due::Upcoming),
        ("2025-03-31", 1, Due::Upcoming),
        ("2025-04-01", 1, Due::Due),
        ("2025-04-15", 1, Due::Due),
        ("2025-04-16", 1, Due::Overdue),
        ("2025-05-30", 1, Due::Overdue),
        ("2025-05-31", 2, Due::Upcoming),
        ("2025-06-29", 2, Due::Upcoming),
        ("2025-06-30", 2, Due::Due),
        ("2024-12-01", 1, Due::Upcoming),
    ];
    for (today, follow_up, expected) in rows {
        let next = due(day("2025-01-15"), &[], day(today));
        assert_eq!((next.follow_up, next.due), (follow_up, expected), "{today}");
    }
    assert_eq!(standing(day("2025-04-15"), day("2025-05-31")), Due::Lapsed);
}

#[test]
fn a_point_already_done_is_not_asked_for_again() {
    let next = due(day("2025-01-15"), &[1], day("2025-04-15"));
    assert_eq!((next.follow_up, next.on, next.due), (2, day("2025-07-14"), Due::Upcoming));
}

#[test]
fn a_day_belongs_to_the_point_whose_window_holds_it() {
    let rows = [
        (0, None),
        (59, None),
        (60, Some((1, Timing::Early))),
        (75, Some((1, Timing::Early))),
        (76, Some((1, Timing::OnTime))),
        (90, Some((1, Timing::OnTime))),
        (104, Some((1, Timing::OnTime))),
        (105, Some((1, Timing::Late))),
        (135, Some((1, Timing::Late))),
        (136, None),
        (149, None),
        (150, Some((2, Timing::Early))),
        (180, Some((2, Timing::OnTime))),
        (-5, None),
    ];
    for (days, expected) in rows {
        let today = day("2025-01-15") + chrono::Duration::days(days);
        assert_eq!(timing(day("2025-01-15"), today), expected, "day {days}");
    }
}

#[test]
fn a_leap_day_counts_like_any_other() {
    assert_eq!(date_of(day("2024-01-15"), 1), day("2024-04-14"));
}

#[test]
fn a_session_states_the_wave_of_its_day() {
    let anchor = Some(day("2025-01-15"));
    let baseline = Wave::Baseline;
    let rows: [(Option<NaiveDate>, Vec<Wave>, &str, Wave); 6] = [
        (None, vec![], "2025-01-15", Wave::Baseline),
        (anchor, vec![baseline.clone()], "2025-04-15", Wave::FollowUp(1)),
        (anchor, vec![baseline.clone()], "2025-02-01", Wave::Unscheduled(1)),
        (anchor, vec![baseline.clone(), Wave::FollowUp(1)], "2025-04-20", Wave::Unscheduled(1)),
        (anchor, vec![baseline.clone(), Wave::Unscheduled(1)], "2025-02-02", Wave::Unscheduled(2)),
        (anchor, vec![baseline], "2025-07-14", Wave::FollowUp(2)),
    ];
    for (anchor, existing, today, expected) in rows {
        assert_eq!(wave_on(anchor, &existing, day(today)), expected, "{today}");
    }
}

#[test]
fn a_wave_is_written_and_read_the_same() {
    let words = [
        "baseline",
        "followup_1",
        "followup_12",
        "between_1",
        "unscheduled_3",
        "before_release",
        "after_release",
        "transfer",
        "end_of_service",
        "after_service",
    ];
    for word in words {
        assert_eq!(Wave::read(word).map(|wave| wave.to_string()).as_deref(), Some(word));
    }
    for word in ["", "Baseline", "followup_", "followup_0", "followup_01", "followup_+1", "followup_99999"] {
        assert_eq!(Wave::read(word), None, "{word:?}");
    }
}

#[test]
fn the_uk_day_changes_at_its_own_midnight_in_summer_and_winter() {
    let rows = [
        // Unix seconds, offset, date: either side of both changes in 2026, and of midnight in summer.
        (1_774_745_999, 0, "2026-03-29"), // 00:59:59 UTC
        (1_774_746_000, 1, "2026-03-29"), // 01:00:00 UTC
        (1_792_889_999, 1, "2026-10-25"), // 00:59:59 UTC
        (1_792_890_000, 0, "2026-10-25"), // 01:00:00 UTC
        (1_782_859_199, 1, "2026-06-30"), // 22:39:59 UTC, 23:39:59 in the UK
        (1_782_860_400, 1, "2026-07-01"), // 23:00:00 UTC, midnight in the UK
        (1_768_435_199, 0, "2026-01-14"),
        (1_768_435_200, 0, "2026-01-15"),
    ];
    for (seconds, offset, date) in rows {
        assert_eq!(uk_offset_hours(seconds), offset, "{seconds}");
        assert_eq!(uk_date(seconds), day(date), "{seconds}");
    }
}
