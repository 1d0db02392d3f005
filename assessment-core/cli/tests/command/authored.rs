//! An instrument written from `instruments/README.md` alone: 26 items, four domains, three items turned round, a
//! rule for missing answers in each domain and over all, and each domain rescaled in two ways.

use crate::Folder;

const DEFINITION: &str = include_str!("../../../../tests/fixtures/quality-of-days/definition.json");
const WORDING: &str = include_str!("../../../../tests/fixtures/quality-of-days/wording.en.json");
const CASES: &str = include_str!("../../../../tests/fixtures/quality-of-days/cases.csv");

fn folder(name: &str) -> Folder {
    Folder::new(name).with("definition.json", DEFINITION).with("wording.en.json", WORDING)
}

/// Cells of a line; the cases hold no quotes.
fn cells(line: &str) -> Vec<&str> {
    line.split(',').collect()
}

#[test]
fn an_instrument_written_from_the_page_has_no_fault() {
    let outcome = folder("authored-check").run(&["check", "definition.json", "wording.en.json"]);
    assert_eq!((outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str()), (Some(0), "", ""));
}

#[test]
fn an_instrument_written_from_the_page_gives_the_scores_worked_out_by_hand() {
    let header = cells(CASES.lines().next().expect("a header"));
    let first = header.iter().position(|name| name.starts_with("expect.")).expect("something is expected");
    let mut answers = format!("person,wave,date,{}\n", header[1..first].join(","));
    let mut expected = Vec::new();
    for (n, row) in CASES.lines().skip(1).map(cells).enumerate().filter(|(_, row)| !row.contains(&"refused"))
    {
        answers += &format!("p{n},baseline,2026-01-05,{}\n", row[1..first].join(","));
        for (name, cell) in header.iter().zip(&row).skip(first) {
            let (scale, what) = name["expect.".len()..].rsplit_once('.').expect("a scale and what of it");
            match what {
                "status" => expected.push(format!("p{n} {scale} {cell} ")),
                _ => expected.last_mut().expect("after its status").push_str(cell),
            }
        }
    }
    assert_eq!(expected.len(), 19 * 10);
    let outcome = folder("authored-score").run_with(&["score", "definition.json"], &answers);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let mut lines = outcome.stdout.lines().map(cells);
    let header = lines.next().expect("a header");
    let at = |name: &str| header.iter().position(|column| *column == name).expect("a column");
    let [person, scale, status, value] = ["person", "scale", "status", "value"].map(at);
    let found: Vec<String> =
        lines.map(|row| format!("{} {} {} {}", row[person], row[scale], row[status], row[value])).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_code_that_the_page_does_not_allow_is_refused_with_its_line() {
    let header = cells(CASES.lines().next().expect("a header"));
    let last = header.iter().position(|name| name.starts_with("expect.")).expect("something is expected");
    let refused: Vec<Vec<&str>> = CASES.lines().map(cells).filter(|row| row.contains(&"refused")).collect();
    assert_eq!(refused.len(), 2);
    for (n, row) in refused.iter().enumerate() {
        let answers = format!(
            "person,wave,date,{}\np1,baseline,2026-01-05,{}\n",
            header[1..last].join(","),
            row[1..last].join(",")
        );
        let outcome =
            folder(&format!("authored-refused-{n}")).run_with(&["score", "definition.json"], &answers);
        assert_eq!(outcome.code, Some(1), "{}", row[0]);
        assert!(
            outcome.stderr.contains("2:") && outcome.stderr.contains("1, 2, 3, 4, 5"),
            "{}",
            outcome.stderr
        );
    }
}
