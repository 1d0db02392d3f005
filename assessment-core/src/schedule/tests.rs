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

#[test]
fn a_point_that_is_done_or_lapsed_is_passed_over() {
    // Anchor 2025-01-15: points on 2025-04-15, 07-14, 10-12, 2026-01-10.
    let rows = [
        (vec![], "2025-04-15", 1, Due::Due),
        (vec![2], "2025-04-15", 1, Due::Due),
        (vec![1, 2], "2025-04-15", 3, Due::Upcoming),
        (vec![2], "2025-06-15", 3, Due::Upcoming),
        (vec![1], "2025-08-28", 2, Due::Overdue),
        (vec![1], "2025-08-29", 3, Due::Upcoming),
        (vec![1, 1, 9], "2025-07-14", 2, Due::Due),
        (vec![], "2026-01-10", 4, Due::Due),
    ];
    for (done, today, follow_up, expected) in rows {
        let next = due(day("2025-01-15"), &done, day(today));
        assert_eq!((next.follow_up, next.due), (follow_up, expected), "{done:?} on {today}");
    }
}

#[test]
fn now_is_a_good_time_from_fourteen_days_before_to_forty_five_after() {
    let rows = [
        ("2025-03-31", false),
        ("2025-04-01", true),
        ("2025-04-15", true),
        ("2025-05-30", true),
        ("2025-05-31", false),
    ];
    for (today, expected) in rows {
        assert_eq!(due(day("2025-01-15"), &[], day(today)).ready(), expected, "{today}");
    }
}

#[test]
fn every_day_of_three_years_stands_in_one_window_or_in_none() {
    // 76 of each 90 days: from 30 before a point to 45 after.
    let anchor = day("2024-01-15");
    let mut inside = 0;
    for days in 0..1080 {
        let today = anchor + chrono::Duration::days(days);
        let Some((n, timing)) = timing(anchor, today) else { continue };
        inside += 1;
        let off = (today - date_of(anchor, n)).num_days();
        let expected = match timing {
            Timing::Early => -30..=-15,
            Timing::OnTime => -14..=14,
            Timing::Late => 15..=45,
        };
        assert!(expected.contains(&off), "day {days} is {off} from point {n}");
    }
    // Eleven whole windows, and the 30 days up to the twelfth point, which is day 1080 itself.
    assert_eq!(inside, 11 * 76 + 30);
}

#[test]
fn dates_at_the_end_of_the_calendar_do_not_overflow() {
    assert_eq!(date_of(NaiveDate::MAX, 1), NaiveDate::MAX);
    assert_eq!(due(day("2025-01-15"), &[], NaiveDate::MAX).due, Due::Lapsed);
    assert_eq!(due(NaiveDate::MIN, &[], day("2025-01-15")).due, Due::Lapsed);
    assert_eq!(timing(NaiveDate::MIN, NaiveDate::MAX), None);
    assert_eq!(uk_offset_hours(i64::MAX), 0);
}

#[test]
fn an_unscheduled_wave_takes_the_next_number() {
    let anchor = Some(day("2025-01-15"));
    let existing = [Wave::Baseline, Wave::Unscheduled(4), Wave::Unscheduled(2), Wave::Between(7)];
    assert_eq!(wave_on(anchor, &existing, day("2025-02-01")), Wave::Unscheduled(5));
    // Before the anchor, as after a clock set back.
    assert_eq!(wave_on(anchor, &[Wave::Baseline], day("2025-01-01")), Wave::Unscheduled(1));
    // The last day of early and of late.
    assert_eq!(wave_on(anchor, &[Wave::Baseline], day("2025-03-16")), Wave::FollowUp(1));
    assert_eq!(wave_on(anchor, &[Wave::Baseline], day("2025-03-15")), Wave::Unscheduled(1));
    assert_eq!(wave_on(anchor, &[Wave::Baseline], day("2025-05-30")), Wave::FollowUp(1));
    assert_eq!(wave_on(anchor, &[Wave::Baseline], day("2025-05-31")), Wave::Unscheduled(1));
}

#[test]
fn an_instrument_that_comes_late_has_its_baseline_while_the_window_of_the_start_is_open() {
    let anchor = day("2025-01-15");
    let rows: [(i64, &[Wave], Wave); 9] = [
        (-31, &[], Wave::Unscheduled(1)),
        (-30, &[], Wave::Baseline),
        (0, &[], Wave::Baseline),
        (45, &[], Wave::Baseline),
        (46, &[], Wave::Unscheduled(1)),
        (60, &[], Wave::FollowUp(1)),
        (90, &[], Wave::FollowUp(1)),
        (45, &[Wave::Baseline], Wave::Unscheduled(1)),
        (45, &[Wave::FollowUp(1)], Wave::Baseline),
    ];
    for (days, existing, expected) in rows {
        let on = anchor + chrono::Duration::days(days);
        assert_eq!(wave_on(Some(anchor), existing, on), expected, "day {days}");
    }
}

#[test]
fn check_ins_between_two_points_are_counted_by_themselves() {
    let rows: [(&[Wave], u16); 4] = [
        (&[], 1),
        (&[Wave::Baseline, Wave::FollowUp(3), Wave::Unscheduled(2)], 1),
        (&[Wave::Between(1), Wave::Between(4)], 5),
        (&[Wave::Between(u16::MAX)], u16::MAX),
    ];
    for (existing, expected) in rows {
        assert_eq!(between(existing), Wave::Between(expected), "{existing:?}");
    }
}

#[test]
fn a_date_reads_in_one_form_only() {
    let rows = [
        ("2026-01-15", true),
        ("2024-02-29", true),
        ("2026-02-29", false),
        ("2026-13-01", false),
        ("2026-1-15", false),
        ("15-01-2026", false),
        ("2026/01/15", false),
        ("2026/01-15", false),
        ("2026-01/15", false),
        ("2026-01-15 ", false),
        ("+026-01-15", false),
        ("20\u{661}6-1-15", false),
        ("", false),
    ];
    for (text, reads) in rows {
        assert_eq!(
            read_date(text).map(|date| date.to_string()).as_deref(),
            reads.then_some(text),
            "{text:?}"
        );
    }
}
