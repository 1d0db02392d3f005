//! `check` with a folder, and with cases: what an author without the rest of this repository can run.

use crate::{DEFINITION, Folder, WORDING};

const CASES: &str = "case,setting,a,b,in_here,needs,expect.total.status,expect.total.value,expect.total.band,expect.inside.value\n\
                     best end,custody,2,0,10,0,scored,4,\"high, at last\",10\n\
                     \"worst end, and two needs\",,0,2,,1+2,scored,0,low,\n\
                     one missing,,2,skipped,,,not_scorable,,,\n\
                     no such code,,3,1,,,refused,,,\n";

fn folder(name: &str, cases: &str) -> Folder {
    Folder::new(name)
        .with("mine/definition.json", DEFINITION)
        .with("mine/wording.en.json", WORDING)
        .with("mine/cases.csv", cases)
}

fn said(folder: &Folder, files: &[&str]) -> (Option<i32>, String) {
    let outcome = folder.run(&[&["check"], files].concat());
    assert_eq!(outcome.stdout, "");
    (outcome.code, outcome.stderr)
}

#[test]
fn cases_that_come_out_as_written_are_counted() {
    let fine = "note: mine/cases.csv: 4 cases, and each comes out as written.\n";
    for (n, cases) in
        [CASES.to_owned(), CASES.replace('\n', "\r\n\r\n"), format!("\u{feff}{CASES}")].iter().enumerate()
    {
        let folder = folder(&format!("cases-fine-{n}"), cases);
        for files in [["mine"], ["mine/cases.csv"]] {
            assert_eq!(said(&folder, &files), (Some(0), fine.to_owned()), "{files:?} {n}");
        }
    }
}

#[test]
fn a_case_that_comes_out_otherwise_is_named_by_line_and_column() {
    let rows = [
        ("scored,4,", "scored,3,", "2:8: `best end`: total value is `4`, not `3`."),
        (
            "scored,0,low",
            "scored,0,high",
            "3:9: `worst end, and two needs`: total band is `low`, not `high`.",
        ),
        (
            "2,skipped",
            "2,7",
            "4:4: `one missing`: `b` = `7`: 7 is not a code of this question; allowed: 2, 1, 0.",
        ),
        ("3,1,", "2,1,", "5:7: `no such code`: Every answer here is possible; the row is not refused."),
        ("no such code,,", "no such code,", "5:1: 9 cells where the header has 10."),
        ("no such code", "one missing", "5:1: There is a case `one missing` already."),
        ("expect.inside.value", "expect.outside.value", "1:10: `expect.outside.value` is no column: "),
        ("two needs\"", "two needs", "3:1: A quote is opened here and never closed."),
    ];
    for (n, (from, to, expected)) in rows.into_iter().enumerate() {
        let folder = folder(&format!("cases-wrong-{n}"), &CASES.replacen(from, to, 1));
        let (code, said) = said(&folder, &["mine"]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(&format!("mine/cases.csv: {expected}")), "{expected}\n{said}");
    }
    let head = CASES.lines().next().unwrap_or_default();
    let rows = [
        (String::new(), "1:1: The table is empty."),
        (head.to_owned(), "1:1: There is no case below the header."),
        (
            CASES.replace(',', ";"),
            "1:1: the cells are kept apart by semicolons; save the file with commas between them.",
        ),
    ];
    for (n, (cases, expected)) in rows.iter().enumerate() {
        let folder = folder(&format!("cases-whole-{n}"), cases);
        assert_eq!(said(&folder, &["mine"]), (Some(1), format!("mine/cases.csv: {expected}\n")));
    }
}

#[test]
fn a_folder_says_what_is_not_there() {
    let rows = [
        ("empty", "", 1, "empty: There is no definition.json in this folder.\n"),
        ("bare", DEFINITION, 0, "note: bare: There is no cases.csv, so no score was compared.\n"),
    ];
    for (name, definition, code, expected) in rows {
        let file = if definition.is_empty() { "empty/notes.txt" } else { "bare/definition.json" };
        let folder = Folder::new(&format!("cases-{name}")).with(file, definition);
        assert_eq!(said(&folder, &[name]), (Some(code), expected.to_owned()));
    }
}

#[test]
fn a_fault_of_a_definition_is_said_once_and_what_waits_for_it_says_so() {
    let words = WORDING.replace("\"a\": {\"text\": \"One?\"}, ", "");
    let range = DEFINITION.replace("\"range\": [0, 4]", "\"range\": [0, 5]");
    let misspelt = DEFINITION.replace("\"title\"", "\"tittle\"");
    let rows = [
        (
            "range",
            range,
            "mine/definition.json: scales[0].range: The key gives 0 to 4, not what stands here.\n\
             mine/wording.en.json: items.a: There are no words for it.\n\
             note: mine/cases.csv: It is worked out once the faults of its definition are mended.\n",
        ),
        (
            "shape",
            misspelt,
            "mine/definition.json: title: `title` is missing.\n\
             mine/definition.json: tittle: There is no field of that name; here are: format, id, version, \
             comparable_with, title, offered, wording, licence, source, settings, modes, recall, minimum_answered, \
             no_total, not_established, within_days.\n\
             note: mine/definition.json: More may follow: what its parts say of each other is checked once these faults \
             are mended.\n\
             note: mine/wording.en.json: The rest of it is checked once the faults of its definition are mended.\n\
             note: mine/cases.csv: It is worked out once the faults of its definition are mended.\n",
        ),
    ];
    for (name, definition, expected) in rows {
        let folder = Folder::new(&format!("cases-once-{name}"))
            .with("mine/definition.json", definition)
            .with("mine/wording.en.json", &words)
            .with("mine/cases.csv", CASES);
        let files = ["mine/definition.json", "mine/wording.en.json", "mine/cases.csv"];
        assert_eq!(said(&folder, &files), (Some(1), expected.to_owned()), "{name}");
        assert_eq!(said(&folder, &["mine"]), (Some(1), expected.to_owned()), "{name}");
    }
}

#[test]
fn what_may_be_a_slip_is_a_note_and_no_fault() {
    let definition =
        DEFINITION.replace("\"items\": [\"a\", \"b\"], \"reversed\": [\"b\"]", "\"items\": [\"a\"]");
    let folder = Folder::new("cases-note").with(
        "definition.json",
        definition.replace("[0, 4]", "[0, 2]").replace("\"from\": 3", "\"from\": 1.5"),
    );
    let expected = "note: definition.json: scales: The item `b` is in no scale.\n\
                    note: definition.json: scales[0].bands[1].from: The values are whole numbers: no value is 1.5.\n";
    assert_eq!(said(&folder, &["definition.json"]), (Some(0), expected.to_owned()));
}

#[test]
fn a_table_that_is_no_table_of_cases_is_refused() {
    let folder = folder("cases-answers", CASES).with("mine/answers.csv", "person,wave,date,a\n");
    let expected = "mine/answers.csv: 1:1: The cases of an instrument stand in `cases.csv`, two times of a scale in \
                    `change.csv`; answers are scored by `trellis score`.\n";
    assert_eq!(said(&folder, &["mine/answers.csv"]), (Some(1), expected.to_owned()));
}

#[test]
fn a_folder_stands_for_its_definition_wherever_one_is_asked_for() {
    let folder = folder("cases-folder", CASES).with("empty/notes.txt", "");
    let header = folder.run(&["codebook", "mine/definition.json"]);
    assert_eq!(folder.run(&["codebook", "mine"]), header);
    let outcome = folder
        .run_with(&["score", "./mine"], "person,wave,date,a,b,in_here,needs\np,baseline,2026-01-05,2,0,,\n");
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert!(
        outcome.stdout.contains("p,baseline,2026-01-05,total,scored,4,4,\"high, at last\""),
        "{}",
        outcome.stdout
    );
    let outcome = folder.run(&["score", "empty"]);
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (Some(1), "There is no definition.json in the folder empty.\n")
    );
}

#[test]
fn a_header_of_answers_says_which_items_have_no_column_and_what_keeps_its_cells_apart() {
    let rows = [
        ("person,wave,date,a,b,needs\n", 0, ""),
        (
            "person,wave,date,setting,a,b,needs\n",
            0,
            "note: standard input: 1:1: there is no column in_here; an answer without a column is read as not_reached.\n",
        ),
        (
            "person,wave,date,b\n",
            0,
            "note: standard input: 1:1: there is no column a; an answer without a column is read as not_reached.\n",
        ),
        (
            "person;wave;date;a;b\n",
            1,
            "standard input: 1:1: the cells are kept apart by semicolons; save the file with commas between them.\n",
        ),
    ];
    let folder = folder("cases-header", CASES);
    for (header, code, expected) in rows {
        let outcome = folder.run_with(&["score", "mine"], header);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(code), expected), "{header}");
    }
}
