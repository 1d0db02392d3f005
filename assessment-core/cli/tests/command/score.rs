//! `score`.

use crate::{DEFINITION, Folder, Outcome};

const ANSWERS: &str = "\
person,wave,date,a,b
p1,baseline,2026-01-15,2,0
p1,followup_1,2026-04-15,,1
\"q, x\",baseline,2026-01-16,skipped,0
";

const LONG: &str = "\
person,wave,date,scale,status,raw,value,band,answered,items,prorated
p1,baseline,2026-01-15,total,scored,4,4,\"high, at last\",2,2,no
p1,baseline,2026-01-15,inside,not_scorable,,,,0,0,
p1,followup_1,2026-04-15,total,not_scorable,,,,1,2,
p1,followup_1,2026-04-15,inside,not_scorable,,,,0,0,
\"q, x\",baseline,2026-01-16,total,not_scorable,,,,1,2,
\"q, x\",baseline,2026-01-16,inside,not_scorable,,,,0,0,
";

const WIDE: &str = "\
person,wave,date,total,inside
p1,baseline,2026-01-15,4,
p1,followup_1,2026-04-15,,
\"q, x\",baseline,2026-01-16,,
";

fn fine(stdout: &str) -> Outcome {
    Outcome { code: Some(0), stdout: stdout.to_owned(), stderr: String::new() }
}

/// A folder with the definition and these answers.
fn folder(name: &str, answers: &str) -> Folder {
    Folder::new(name).with("mine.json", DEFINITION).with("answers.csv", answers)
}

#[test]
fn answers_from_a_file_or_a_pipe_come_out_long_or_wide() {
    let folder = folder("score-shapes", ANSWERS);
    assert_eq!(folder.run(&["score", "mine.json", "--in", "answers.csv"]), fine(LONG));
    assert_eq!(folder.run(&["score", "mine.json", "--in", "answers.csv", "--wide"]), fine(WIDE));
    assert_eq!(folder.run_with(&["score", "mine.json"], ANSWERS), fine(LONG));
    assert_eq!(folder.run_with(&["score", "mine.json", "--wide"], ANSWERS), fine(WIDE));
}

#[test]
fn a_built_in_instrument_is_scored_by_its_id() {
    let input = "person,wave,days,barc_01,barc_02,barc_03,barc_04,barc_05,barc_06,barc_07,barc_08,barc_09,barc_10\n\
                 p,baseline,0,5,5,5,5,5,4,4,5,5,4\n";
    let expected = "person,wave,days,scale,status,raw,value,band,answered,items,prorated\n\
                    p,baseline,0,total,scored,47,47,at or above the cut-off,10,10,no\n";
    assert_eq!(Folder::new("score-built-in").run_with(&["score", "barc-10"], input), fine(expected));
}

#[test]
fn days_a_setting_and_several_codes_are_read() {
    let input = "person,wave,days,setting,needs,in_here,b,a\n\
                 p,baseline,0,custody,1+2,7,2,2\n\
                 p,unscheduled_1,-4,,0,7,2,2\n\
                 p,end_of_service,400,community,skipped,7,2,2\n";
    let expected = "person,wave,days,total,inside\n\
                    p,baseline,0,2,7\n\
                    p,unscheduled_1,-4,2,\n\
                    p,end_of_service,400,2,\n";
    let folder = folder("score-days", "");
    assert_eq!(folder.run_with(&["score", "mine.json", "--wide"], input), fine(expected));
}

#[test]
fn a_file_from_windows_comes_out_the_same() {
    let crlf = ANSWERS.replace('\n', "\r\n");
    let inputs = [
        crlf.clone(),
        format!("\u{feff}{ANSWERS}"),
        format!("\u{feff}{crlf}"),
        ANSWERS.trim_end().to_owned(),
        crlf.trim_end().to_owned(),
        ANSWERS.replace("p1,followup_1", "\np1,followup_1"),
        crlf.replace("p1,followup_1", "\r\n\r\np1,followup_1"),
        format!("{crlf}\r\n\r\n"),
    ];
    for input in inputs {
        let folder = folder("score-windows", &input);
        assert_eq!(folder.run(&["score", "mine.json", "--in", "answers.csv"]), fine(LONG), "{input:?}");
        assert_eq!(folder.run_with(&["score", "mine.json", "--wide"], &input), fine(WIDE), "{input:?}");
    }
}

#[test]
fn only_a_header_gives_only_a_header() {
    for input in ["person,wave,date,a,b\n", "person,wave,date,a,b", "\u{feff}person,wave,date,a,b\r\n"] {
        let folder = folder("score-header", input);
        let head = "person,wave,date,scale,status,raw,value,band,answered,items,prorated\n";
        assert_eq!(folder.run(&["score", "mine.json", "--in", "answers.csv"]), fine(head), "{input:?}");
    }
}

/// What stands on standard error for a file of answers; nothing may stand on standard output.
fn check(name: &str, input: &str, expected: &[&str]) {
    let folder = folder(name, input);
    let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv"]);
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    assert_eq!(lines, expected, "{input:?}");
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""), "{input:?}");
    // Nor is anything left behind where it should have gone.
    let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv", "--out", "scores.csv"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""), "{input:?}");
    assert_eq!(outcome.stderr.lines().collect::<Vec<_>>(), expected, "{input:?}");
    assert_eq!(folder.names(), ["answers.csv", "mine.json"], "{input:?}");
}

#[test]
fn an_impossible_cell_is_named_by_file_line_column_and_what_is_allowed() {
    let rows: [(&str, &[&str]); 9] = [
        (
            "p,baseline,2026-01-15,3,0",
            &["answers.csv: 2:4: `a` = `3`: 3 is not a code of this question; allowed: 2, 1, 0."],
        ),
        (
            "p,baseline,2026-01-15,0,yes",
            &[
                "answers.csv: 2:5: `b` = `yes`: this is neither a code of this question nor a missing code; allowed: 2, 1, 0, or: not_reached, skipped, cleared, prefer_not_to_say, do_not_know, does_not_apply, person_not_present, worker_did_not_ask.",
            ],
        ),
        (
            "p,followup_0,2026-01-15,0,0",
            &["answers.csv: 2:2: `followup_0` is no wave; allowed: baseline, followup_1, ..."],
        ),
        ("p,,2026-01-15,0,0", &["answers.csv: 2:2: `` is no wave; allowed: baseline, followup_1, ..."]),
        ("p,baseline,15/01/2026,0,0", &["answers.csv: 2:3: `15/01/2026` is not a date such as 2026-01-15."]),
        ("p,baseline,2026-02-29,0,0", &["answers.csv: 2:3: `2026-02-29` is not a date such as 2026-01-15."]),
        ("p,baseline,2026-1-5,0,0", &["answers.csv: 2:3: `2026-1-5` is not a date such as 2026-01-15."]),
        (",baseline,2026-01-15,0,0", &["answers.csv: 2:1: a row needs a person."]),
        (
            ",now,then,9,0",
            &[
                "answers.csv: 2:1: a row needs a person.",
                "answers.csv: 2:2: `now` is no wave; allowed: baseline, followup_1, ...",
                "answers.csv: 2:3: `then` is not a date such as 2026-01-15.",
                "answers.csv: 2:4: `a` = `9`: 9 is not a code of this question; allowed: 2, 1, 0.",
            ],
        ),
    ];
    for (row, expected) in rows {
        check("score-cells", &format!("person,wave,date,a,b\n{row}\n"), expected);
    }
    let days = "person,wave,days,setting,in_here,needs,a,b\np,baseline,1.5,prison,11,0+1,,\n";
    let expected = [
        "answers.csv: 2:3: `1.5` is not a whole number.",
        "answers.csv: 2:4: `prison` is no setting; allowed: community, custody.",
        "answers.csv: 2:5: `in_here` = `11`: 11 is not a code of this question; allowed: 0 to 10.",
        "answers.csv: 2:6: `needs` = `0+1`: 0 cannot be given together with others.",
    ];
    check("score-cells", days, &expected);
}

#[test]
fn a_row_that_is_too_short_or_too_long_is_named() {
    let rows = [
        ("p,baseline,2026-01-15,1", "answers.csv: 2:1: 4 cells where the header has 5."),
        ("p", "answers.csv: 2:1: 1 cells where the header has 5."),
        ("p,baseline,2026-01-15,1,1,", "answers.csv: 2:1: 6 cells where the header has 5."),
        ("p,baseline,2026-01-15,1,\"1", "answers.csv: 2:1: a quote in this row is never closed."),
        ("\"p,baseline,2026-01-15,1,1\n\n", "answers.csv: 2:1: a quote in this row is never closed."),
    ];
    for (row, expected) in rows {
        check("score-short", &format!("person,wave,date,a,b\n{row}\n"), &[expected]);
    }
}

#[test]
fn a_header_that_cannot_be_read_is_named_column_by_column() {
    let rows: [(&str, &[&str]); 7] = [
        (
            "",
            &[
                "answers.csv: 1:1: column 1 must be `person`.",
                "answers.csv: 1:2: column 2 must be `wave`.",
                "answers.csv: 1:3: column 3 must be `date` or `days`.",
                "answers.csv: 1:4: there is no item column; a missing item needs an empty column.",
            ],
        ),
        (
            "person,wave,date\n",
            &["answers.csv: 1:4: there is no item column; a missing item needs an empty column."],
        ),
        ("person,wave,date,a,c\n", &["answers.csv: 1:5: little-one has no item `c`."]),
        ("person,wave,date,a,A\n", &["answers.csv: 1:5: little-one has no item `A`."]),
        ("person,wave,date,a,a\n", &["answers.csv: 1:5: `a` stands here twice."]),
        (
            "wave,person,date,a\n",
            &["answers.csv: 1:1: column 1 must be `person`.", "answers.csv: 1:2: column 2 must be `wave`."],
        ),
        ("person,wave,when,a\n", &["answers.csv: 1:3: column 3 must be `date` or `days`."]),
    ];
    for (header, expected) in rows {
        check("score-bad-header", header, expected);
    }
}

#[test]
fn lines_are_counted_across_blank_ones_and_line_breaks_in_quotes() {
    let text = "person,wave,date,a,b\n\
                p1,baseline,2026-01-15,9,0\n\
                \n\
                \"p\n\n2\",baseline,2026-01-15,9,0\n\
                p3,baseline,2026-01-15,9,0\n\
                \n\
                p4,baseline,2026-01-15,0,\"9\"";
    let refused = |line: u8, column: u8, item: &str| {
        format!(
            "answers.csv: {line}:{column}: `{item}` = `9`: 9 is not a code of this question; allowed: 2, 1, 0."
        )
    };
    let expected = [refused(2, 4, "a"), refused(4, 4, "a"), refused(7, 4, "a"), refused(9, 5, "b")];
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    check("score-lines", text, &expected);
    check("score-lines", &format!("{text}\n"), &expected);
    check("score-lines", &text.replace('\n', "\r\n"), &expected);
    check("score-lines", &format!("\u{feff}{}\r\n\r\n", text.replace('\n', "\r\n")), &expected);
}

const ONE_BAD: &str = "\
person,wave,date,a,b
p1,baseline,2026-01-15,2,0
p2,baseline,2026-01-15,7,0
p3,baseline,2026-01-15,0,2
";

const ONE_LEFT_OUT: &str =
    "person,wave,date,total,inside\np1,baseline,2026-01-15,4,\np3,baseline,2026-01-15,0,\n";

#[test]
fn keep_going_leaves_the_row_out_and_still_says_so() {
    let folder = folder("score-keep-going", ONE_BAD);
    let said = "answers.csv: 3:4: `a` = `7`: 7 is not a code of this question; allowed: 2, 1, 0.\n\
                The rows above were left out; all others are used.\n";
    let kept = ["score", "mine.json", "--in", "answers.csv", "--wide", "--keep-going"];
    let outcome = folder.run(&kept);
    let expected = Outcome { code: Some(1), stdout: ONE_LEFT_OUT.to_owned(), stderr: said.to_owned() };
    assert_eq!(outcome, expected);
    let outcome = folder.run(&[&kept[..], &["--out", "scores.csv"]].concat());
    assert_eq!(outcome, Outcome { stdout: String::new(), ..expected });
    assert_eq!(folder.text("scores.csv"), ONE_LEFT_OUT);
    assert_eq!(folder.names(), ["answers.csv", "mine.json", "scores.csv"]);
}

#[test]
fn keep_going_writes_nothing_when_the_file_as_a_whole_cannot_be_read() {
    let folder = folder("score-keep-going-header", "person,wave,date,zebra\np,baseline,2026-01-15,1\n");
    let outcome =
        folder.run(&["score", "mine.json", "--in", "answers.csv", "--out", "scores.csv", "--keep-going"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    assert!(
        outcome.stderr.starts_with("answers.csv: 1:4: little-one has no item `zebra`."),
        "{}",
        outcome.stderr
    );
    assert_eq!(folder.names(), ["answers.csv", "mine.json"]);
}

#[test]
fn out_writes_the_file_and_nothing_else() {
    let folder = folder("score-out", ANSWERS);
    assert_eq!(folder.run(&["score", "mine.json", "--in", "answers.csv", "--out", "scores.csv"]), fine(""));
    assert_eq!(folder.text("scores.csv"), LONG);
    assert_eq!(folder.names(), ["answers.csv", "mine.json", "scores.csv"]);
    assert_eq!(folder.run_with(&["score", "mine.json", "--out", "scores.csv", "--wide"], ANSWERS), fine(""));
    assert_eq!(folder.text("scores.csv"), WIDE);
}

#[test]
fn scores_from_before_stay_when_the_new_ones_are_refused() {
    let folder = folder("score-out-stays", ONE_BAD).with("scores.csv", "from before\n");
    let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv", "--out", "scores.csv"]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(folder.text("scores.csv"), "from before\n");
    assert_eq!(folder.names(), ["answers.csv", "mine.json", "scores.csv"]);
}

#[test]
fn a_file_that_cannot_be_read_or_written_is_named() {
    let folder = folder("score-no-file", ANSWERS);
    let outcome = folder.run(&["score", "mine.json", "--in", "gone.csv", "--out", "scores.csv"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    assert!(outcome.stderr.starts_with("gone.csv: cannot be read: "), "{}", outcome.stderr);
    let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv", "--out", "gone/scores.csv"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    assert!(outcome.stderr.starts_with("gone/scores.csv: cannot be written: "), "{}", outcome.stderr);
    assert_eq!(folder.names(), ["answers.csv", "mine.json"]);
}

#[test]
fn a_pipe_is_read_once_and_says_which_rows_were_refused() {
    let outcome = folder("score-pipe", "").run_with(&["score", "mine.json", "--wide"], ONE_BAD);
    assert_eq!(outcome.code, Some(1));
    let said = "standard input: 3:4: `a` = `7`: 7 is not a code of this question; allowed: 2, 1, 0.\n\
                The other rows may already be out: a pipe is read only once.\n";
    assert_eq!(outcome.stderr, said);
}

#[cfg(unix)]
#[test]
fn a_pipe_given_by_name_is_read_once_too() {
    let outcome = folder("score-named-pipe", "")
        .run_with(&["score", "mine.json", "--in", "/dev/stdin", "--wide"], ANSWERS);
    assert_eq!(outcome, fine(WIDE));
}

#[test]
fn an_export_of_ours_is_read_as_it_is() {
    // The columns of answers_<id>.csv: days and setting, every item, implied codes written out.
    let input = "person,wave,days,setting,a,b,in_here,needs\nQ7,baseline,0,custody,2,0,10,1+2\n";
    let expected = "person,wave,days,total,inside\nQ7,baseline,0,4,10\n";
    let folder = folder("score-export", input);
    assert_eq!(folder.run(&["score", "mine.json", "--in", "answers.csv", "--wide"]), fine(expected));
}

#[test]
fn a_file_in_utf_16_is_refused_in_one_sentence() {
    let header = "person,wave,date,a\np1,baseline,2026-01-15,2\n";
    let units = || std::iter::once(0xfeff).chain(header.encode_utf16());
    let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        let folder = Folder::new("utf-16").with("d.json", DEFINITION).with("answers.csv", bytes);
        let outcome = folder.run(&["score", "d.json", "--in", "answers.csv"]);
        let said = "answers.csv: 1:1: this file is UTF-16; save the file as UTF-8.\n";
        assert_eq!((outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str()), (Some(1), "", said));
    }
}
