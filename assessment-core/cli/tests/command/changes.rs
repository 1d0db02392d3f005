//! `check` with worked examples of two times: each row is set side by side again, and a wrong one is named.

use crate::{DEFINITION, Folder};

const CHANGES: &str = "case,scale,from,to,difference,verdict,basis,recovery,ceiling\n\
                       at the threshold,total,0,2,2,reliable_improvement,published,none,no\n\
                       just under it,total,2,1,-1,no_reliable_change,published,none,no\n\
                       no room,total,3,1,-2,reliable_deterioration,published,none,yes\n\
                       nothing known,inside,0,10,10,difference_only,none,none,no\n";

/// The definition with a threshold of 2 for its total.
fn judged() -> String {
    let change = "\"change\": {\"basis\": \"published\", \"threshold\": 2, \
                  \"source\": {\"citation\": \"Made up.\", \"confidence\": \"ours\"}}, \"bands\"";
    DEFINITION.replacen("\"bands\"", change, 1)
}

fn said(folder: &Folder, file: &str) -> (Option<i32>, String) {
    let outcome = folder.run(&["check", file]);
    assert_eq!(outcome.stdout, "");
    (outcome.code, outcome.stderr)
}

fn folder(name: &str, changes: &str) -> Folder {
    Folder::new(name).with("mine/definition.json", judged()).with("mine/change.csv", changes)
}

#[test]
fn changes_that_come_out_as_written_are_counted() {
    let fine = "note: mine/change.csv: 4 changes, and each comes out as written.\n";
    for (n, changes) in [CHANGES.to_owned(), CHANGES.replace('\n', "\r\n")].iter().enumerate() {
        let folder = folder(&format!("changes-fine-{n}"), changes);
        assert_eq!(said(&folder, "mine/change.csv"), (Some(0), fine.to_owned()), "{n}");
        let lacking = "note: mine: There is no cases.csv, so no score was compared.\n";
        assert_eq!(said(&folder, "mine"), (Some(0), format!("{lacking}{fine}")), "{n}");
    }
}

#[test]
fn a_change_that_comes_out_otherwise_is_named_by_line_and_column() {
    let rows = [
        (
            "-1,no_reliable_change",
            "-1,reliable_deterioration",
            "3:6: `just under it`: total verdict is `no_reliable_change`, not `reliable_deterioration`.",
        ),
        (
            "2,reliable_improvement,published",
            "2,reliable_improvement,alpha",
            "2:7: `at the threshold`: total basis is `published`, not `alpha`.",
        ),
        ("none,yes", "none,no", "4:9: `no room`: total ceiling is `yes`, not `no`."),
        ("0,10,10", "0,11,11", "5:4: `nothing known`: `11` is no value of inside."),
        ("inside", "outside", "5:2: `nothing known`: There is no scale `outside`."),
        (",ceiling", "", "1:9: `ceiling` is missing."),
        ("just under it", "at the threshold", "3:1: There is a case `at the threshold` already."),
        (",none,yes", ",none", "4:1: 8 cells where the header has 9."),
    ];
    for (n, (from, to, expected)) in rows.into_iter().enumerate() {
        let folder = folder(&format!("changes-wrong-{n}"), &CHANGES.replacen(from, to, 1));
        let (code, said) = said(&folder, "mine");
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(&format!("mine/change.csv: {expected}")), "{expected}\n{said}");
    }
}

#[test]
fn a_threshold_nobody_tried_is_a_note() {
    let rows = [
        (judged(), "note: mine: There is no change.csv, so no threshold was tried.\n"),
        (DEFINITION.to_owned(), ""),
    ];
    for (n, (definition, expected)) in rows.into_iter().enumerate() {
        let folder = Folder::new(&format!("changes-none-{n}")).with("mine/definition.json", definition);
        let lacking = "note: mine: There is no cases.csv, so no score was compared.\n";
        assert_eq!(said(&folder, "mine"), (Some(0), format!("{lacking}{expected}")));
    }
}
