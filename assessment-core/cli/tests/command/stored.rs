//! `score` on files that bring totals somebody else worked out.

use crate::{DEFINITION, Folder};
use assessment_core::answer::{Answer, Responses};
use assessment_core::instrument::Setting;
use assessment_core::provenance::Provenance;
use sha2::{Digest, Sha256};

const HEAD: &str = "person,wave,date,a,b,stored.total";

/// Scores one row and gives what stands on standard output and on standard error.
fn check(name: &str, row: &str, out: &str, said: &str) {
    let folder = Folder::new(name)
        .with("mine.json", DEFINITION)
        .with("answers.csv", format!("{HEAD}\np,baseline,2026-01-15,{row}\n"));
    let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv", "--wide"]);
    assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), (out, said), "{row}");
    assert_eq!(outcome.code, Some(i32::from(!said.is_empty())), "{row}");
}

#[test]
fn a_stored_total_that_is_not_ours_is_flagged_and_ours_is_written() {
    const OURS: &str = "person,wave,date,total,inside\np,baseline,2026-01-15,3,\n";
    const NONE: &str = "person,wave,date,total,inside\np,baseline,2026-01-15,,\n";
    let end = "Stored totals that are not ours: 1. What is written is ours, worked out from the answers.\n";
    for same in ["3", "3.0", "3.00000", "+3", " 3 ", ""] {
        check("stored-differs", &format!("2,1,{same}"), OURS, "");
    }
    for other in ["13", "-3", "2.99", "3.001", "03.5"] {
        check(
            "stored-differs",
            &format!("2,1,{other}"),
            OURS,
            &format!("answers.csv: 2:6: stored {other}, ours 3.\n{end}"),
        );
    }
    check("stored-differs", "2,,", NONE, "");
    for other in ["2", "0", "2.001"] {
        let said = format!("answers.csv: 2:6: stored {other}, ours none: 1 of 2 answers.\n{end}");
        check("stored-differs", &format!("2,,{other}"), NONE, &said);
    }
}

#[test]
fn a_stored_total_that_is_no_number_is_refused() {
    for cell in ["high", "3,1", "1e3", ".5", "3.", "-", "--3", "NaN"] {
        let said = format!("answers.csv: 2:6: `{cell}` is no total; allowed: a number, or nothing.\n");
        check("stored-no-number", &format!("2,1,\"{cell}\""), "", &said);
    }
}

#[test]
fn a_stored_total_of_no_scale_or_of_one_twice_is_refused() {
    for (header, said) in [
        ("person,wave,date,a,stored.sum", "answers.csv: 1:5: little-one has no scale `sum`.\n"),
        ("person,wave,date,a,stored.a", "answers.csv: 1:5: little-one has no scale `a`.\n"),
        (
            "person,wave,date,stored.total,a,stored.total",
            "answers.csv: 1:6: `stored.total` stands here twice.\n",
        ),
    ] {
        let folder = Folder::new("stored-header").with("mine.json", DEFINITION).with("answers.csv", header);
        let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv"]);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(1), said));
    }
}

#[test]
fn every_way_out_is_written_and_says_the_difference_once() {
    let answers = format!("{HEAD}\np,baseline,2026-01-15,2,1,13\nq,baseline,2026-01-15,2,0,4\n");
    let folder = Folder::new("stored-out").with("mine.json", DEFINITION).with("answers.csv", &answers);
    let scores = "person,wave,date,total,inside\np,baseline,2026-01-15,3,\nq,baseline,2026-01-15,4,\n";
    let ways: [(&[&str], &str, &str); 4] = [
        (&["--in", "answers.csv"], "answers.csv", scores),
        (&["--in", "answers.csv", "--keep-going"], "answers.csv", scores),
        (&[], "standard input", scores),
        (&["--in", "answers.csv", "--out", "scores.csv"], "answers.csv", ""),
    ];
    for (way, source, out) in ways {
        let outcome = folder.run_with(&[&["score", "mine.json", "--wide"], way].concat(), &answers);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), out), "{way:?}");
        let said = format!(
            "{source}: 2:6: stored 13, ours 3.\n\
             Stored totals that are not ours: 1. What is written is ours, worked out from the answers.\n"
        );
        assert_eq!(outcome.stderr, said, "{way:?}");
    }
    assert_eq!(folder.text("scores.csv"), scores);
}

/// Where the scores of `a=2 b=1` come from, by the definition of these tests.
fn from() -> Provenance {
    let instrument = assessment_core::definition::parse(DEFINITION).expect("it is well-formed");
    let code = |at| if instrument.find_item("a") == Some(at) { 2 } else { 1 };
    let given = |at| match instrument.item(at).id.as_str() {
        "a" | "b" => Answer::Coded(code(at)),
        _ => Answer::NOT_REACHED,
    };
    let responses = Responses::settle(&instrument, Setting::Community, given);
    Provenance::of(&instrument, &responses, "en/ours/1.0.0", |bytes| Sha256::digest(bytes).into())
}

#[test]
fn what_a_stored_total_rests_on_is_told_beside_the_number() {
    let Provenance { rules, inputs, .. } = from();
    let other = "ab".repeat(32);
    let end = "Stored totals that are not ours: 1. What is written is ours, worked out from the answers.\n";
    let same = "was worked out by the same rules from the same answers.";
    let both = "was worked out by other rules and from other answers.";
    let wrong = |said: &str| format!("answers.csv: 2:6: stored 13, ours 3. The stored one {said}\n{end}");
    let alone = |said: &str| format!("answers.csv: 2:7: what is stored here {said}\n{end}");
    let rows = [
        (format!("13,1.2.0,1,en/ours/1.0.0,{rules},{inputs}"), wrong(same)),
        (format!("13,1.2.0,1,,{other},{inputs}"), wrong("was worked out by other rules.")),
        (format!("13,1.2.0,0,,{rules},{inputs}"), wrong("was worked out by other rules.")),
        (format!("13,1.2.0,1,,{rules},{other}"), wrong("was worked out from other answers.")),
        (format!("13,1.2.0,1,,{other},{other}"), wrong(both)),
        ("13,,,,,".to_owned(), format!("answers.csv: 2:6: stored 13, ours 3.\n{end}")),
        (format!("3,1.2.0,1,cy/ours/1.0.0,{rules},{inputs}"), String::new()),
        (format!("3,1.2.0,1,,{rules},{other}"), alone("was worked out from other answers.")),
        ("3,9.9.9,,,,".to_owned(), alone("was worked out by other rules.")),
        (format!(",1.2.0,1,,{},{inputs}", rules.to_string().to_uppercase()), String::new()),
    ];
    for (row, said) in rows {
        let outcome = claimed(&row);
        assert_eq!(
            (outcome.stderr.as_str(), outcome.code),
            (said.as_str(), Some(i32::from(!said.is_empty()))),
            "{row}"
        );
        assert!(outcome.stdout.contains("p,baseline,2026-01-15,3,"), "{row}: {}", outcome.stdout);
    }
    let said = "answers.csv: 2:10: `abc` is no hash; allowed: 64 hexadecimal digits, or nothing.\n";
    assert_eq!(claimed("3,,,,abc,").stderr, said);
    let said = "answers.csv: 2:8: `new` is no version of the rules; allowed: a whole number, or nothing.\n";
    assert_eq!(claimed("3,,new,,,").stderr, said);
}

fn claimed(row: &str) -> crate::Outcome {
    let columns =
        ["version", "rule_version", "wording", "rules", "inputs"].map(|name| format!("provenance.{name}"));
    let header = format!("{HEAD},{}", columns.join(","));
    let answers = format!("{header}\np,baseline,2026-01-15,2,1,{row}\n");
    let folder = Folder::new("stored-claimed").with("mine.json", DEFINITION).with("answers.csv", answers);
    folder.run(&["score", "mine.json", "--in", "answers.csv", "--wide"])
}

#[test]
fn a_column_of_provenance_that_means_nothing_or_stands_twice_is_refused() {
    for (header, said) in [
        (
            "person,wave,date,a,provenance.day",
            "answers.csv: 1:5: `provenance.day` says nothing of a stored total; allowed after `provenance.`: \
             version, rule_version, wording, rules, inputs.\n",
        ),
        (
            "person,wave,date,a,provenance.rules,provenance.rules",
            "answers.csv: 1:6: `provenance.rules` stands here twice.\n",
        ),
    ] {
        let folder = Folder::new("stored-claim").with("mine.json", DEFINITION).with("answers.csv", header);
        let outcome = folder.run(&["score", "mine.json", "--in", "answers.csv"]);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(1), said));
    }
}
