//! Long files, packed files, and any number of cores: always the same scores in the same order.

use crate::{DEFINITION, Folder, Outcome};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).expect("a vector takes all that is written");
    encoder.finish().expect("a vector takes all that is written")
}

/// Answers of `count` people, some of them in quotes with a line break, and their wide scores.
fn people(count: usize) -> (String, String) {
    let mut answers = String::from("person,wave,date,a,b\n");
    let mut scores = String::from("person,wave,date,total,inside\n");
    for n in 0..count {
        let person = if n % 1000 == 500 { format!("\"p\n{n}\"") } else { format!("p{n}") };
        let (a, b) = (n % 3, n / 3 % 3);
        answers += &format!("{person},followup_{},2026-01-15,{a},{b}\n", n % 9 + 1);
        scores += &format!("{person},followup_{},2026-01-15,{},\n", n % 9 + 1, a + 2 - b);
    }
    (answers, scores)
}

fn fine(stdout: &str) -> Outcome {
    Outcome { code: Some(0), stdout: stdout.to_owned(), stderr: String::new() }
}

#[test]
fn a_packed_file_is_known_by_its_first_bytes_whatever_its_name() {
    let (answers, scores) = people(3);
    let (first, rest) = answers.split_at(40);
    let twice = [packed(first), packed(rest)].concat();
    for bytes in [packed(&answers), twice] {
        let folder =
            Folder::new("long-packed").with("mine.json", DEFINITION).with("answers.csv", bytes.clone());
        let command = ["score", "mine.json", "--wide"];
        assert_eq!(folder.run(&[&command[..], &["--in", "answers.csv"]].concat()), fine(&scores));
        assert_eq!(folder.run_with(&command, bytes), fine(&scores));
    }
}

#[test]
fn a_packed_file_that_breaks_off_is_a_fault_and_nothing_is_written() {
    let bytes = packed(&people(3).0);
    let folder = Folder::new("long-broken")
        .with("mine.json", DEFINITION)
        .with("answers.csv.gz", &bytes[..bytes.len() / 2]);
    let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv.gz", "--out", "scores.csv"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    let said = &outcome.stderr;
    assert!(said.starts_with("answers.csv.gz: 1:1: cannot be read any further: "), "{said}");
    assert_eq!(folder.names(), ["answers.csv.gz", "mine.json"]);
}

#[test]
fn any_number_of_cores_gives_the_same_bytes_in_input_order() {
    let (answers, scores) = people(20_000);
    let folder = Folder::new("long-cores").with("mine.json", DEFINITION).with("answers.csv", &answers);
    for threads in [&[][..], &["--threads", "1"], &["--threads", "2"], &["--threads", "7"]] {
        let from = ["score", "mine.json", "--wide", "--in", "answers.csv"];
        assert!(folder.run(&[&from[..], threads].concat()) == fine(&scores), "{threads:?}");
        assert!(folder.run_with(&[&from[..3], threads].concat(), &answers) == fine(&scores), "{threads:?}");
    }
}

#[test]
fn faults_far_down_a_long_file_are_named_by_line_in_order() {
    let (mut answers, _) = people(20_000);
    let mut expected = String::new();
    // A row beyond the first block, and the last one; the breaks inside quotes count as lines.
    for (person, line) in [("p9999,", 10_011), ("p19999,", 20_021)] {
        let at = answers.find(person).expect("this person is there") + person.len();
        answers.replace_range(at..at + 1, "F");
        let wave = &answers[at..answers[at..].find(',').expect("a cell follows") + at];
        expected +=
            &format!("answers.csv: {line}:2: `{wave}` is no wave; allowed: baseline, followup_1, ...\n");
    }
    let folder = Folder::new("long-faults").with("mine.json", DEFINITION).with("answers.csv", &answers);
    let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    assert_eq!(outcome.stderr, expected);
}

#[test]
fn text_that_is_not_utf_8_is_a_fault_of_its_cell() {
    let folder = Folder::new("long-latin").with("mine.json", DEFINITION).with(
        "answers.csv",
        b"person,wave,date,a,b\nJos\xe9,baseline,2026-01-15,1,1\nq,\xff,2026-01-15,1,1\n",
    );
    let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    let said = "this cell is not UTF-8; save the file as UTF-8.";
    assert_eq!(outcome.stderr, format!("answers.csv: 2:1: {said}\nanswers.csv: 3:2: {said}\n"));
}
