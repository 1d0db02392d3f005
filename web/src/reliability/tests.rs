use super::*;
use crate::library::tests::shipped;
use crate::record::Unreadable;
use crate::record::reliability::{read_figures, write_figures};
use assessment_core::change::{Verdict, between};
use assessment_core::points::Points;
use assessment_core::reliability::Use;
use serde_json::{Value, json};

/// The part that has twenty items, and a field of it that has four.
pub(crate) const PART: &str = "strengths_of_mine";
const PROFILE: &str = "strengths-profile";

fn row(scale: &str, kind: &str, reliability: f64) -> Value {
    json!({"scale": scale, "n": 140, "sd": 5.68, "kind": kind, "reliability": reliability, "interval": [0.5, 0.95]})
}

/// A file about the long assessment, of an edition.
pub(crate) fn file(edition: &str, rows: Value) -> Value {
    json!({
        "format": 1, "instrument": PROFILE, "version": shipped(PROFILE).instrument.version(), "edition": edition,
        "made_on": "2026-02-01", "from": "Baselines of three services", "scales": rows,
    })
}

/// Figures of a part of it, of an edition.
pub(crate) fn figures(edition: &str, kind: &str) -> Figures {
    looked(&file(edition, json!([row(PART, kind, 0.8571)]))).expect("a good file").figures
}

pub(crate) fn looked(file: &Value) -> Result<Looked, PackTrouble> {
    judge(&shipped(PROFILE), file.to_string(), [7; 16], "2026-03-02".parse().expect("a day"))
}

fn with(mut file: Value, pointer: &str, value: Value) -> Value {
    *file.pointer_mut(pointer).expect("it leads somewhere") = value;
    file
}

#[test]
fn a_file_is_named_by_what_it_is_about_or_says_everything_that_is_wrong() {
    let good = file("2026-02", json!([row(PART, "alpha", 0.8571)]));
    let id = || Ok(PROFILE.to_owned());
    assert_eq!(named(&good.to_string()).map(|about| about.id), id());
    let faults = |looked: Result<Looked, PackTrouble>| match looked {
        Err(PackTrouble::Faults(lines)) => lines,
        other => panic!("{other:?}"),
    };
    let rows = [
        ("/scales/0/n", json!(99), "scales[0].n: It takes at least 100 baselines."),
        ("/instrument", json!("barc-10"), "instrument: This is not about `strengths-profile`."),
        ("/version", json!("0.0.1"), "version: The definition is version "),
        ("/scales/0/interval", Value::Null, "scales[0].interval: "),
        ("/scales/0/scale", json!("nothing"), "scales[0].scale: There is no scale `nothing`."),
        ("/edition", json!(" "), "edition: "),
    ];
    for (pointer, value, expected) in rows {
        let lines = faults(looked(&with(good.clone(), pointer, value)));
        assert!(lines[0].starts_with(expected), "{lines:?}");
    }
    let two = with(with(good, "/scales/0/n", json!(3)), "/made_on", json!("soon"));
    assert_eq!(faults(looked(&two)).len(), 2, "every fault at once");
    assert!(named("{").is_err() && named("{}").is_err());
}

#[test]
fn each_row_says_what_comes_of_it() {
    let book = shipped(PROFILE);
    let used_of = |rows: Value| -> Vec<Use> {
        let looked = looked(&file("1", rows)).expect("a good file");
        let file = looked.figures.read(&book.instrument).expect("it was just read");
        file.scales.iter().map(|row| file.used(&book.instrument, row)).collect()
    };
    let field =
        book.instrument.scales().iter().find(|scale| scale.reads.len() == 4).expect("a field of four");
    let rows = [
        (json!([row(PART, "alpha", 0.8571)]), vec![Use::Threshold(Points::whole(6))]),
        (
            json!([row(PART, "alpha", 0.8571), row(PART, "test_retest", 0.61)]),
            vec![Use::Surer, Use::Threshold(Points::whole(10))],
        ),
        (json!([row(field.id.as_str(), "test_retest", 0.61)]), vec![Use::FewItems]),
    ];
    for (rows, expected) in rows {
        assert_eq!(used_of(rows.clone()), expected, "{rows}");
    }
}

#[test]
fn a_book_is_judged_by_the_figures_about_it_and_by_no_others() {
    let book = shipped(PROFILE);
    let at = book.instrument.find_scale(PART).expect("the part");
    let verdict = |all: &[Figures], to: i64| {
        let judged = judged(all, &book);
        between(judged.instrument.scale(at), Points::whole(20), Points::whole(to)).verdict
    };
    let other =
        Figures { about: Edition { version: "0.0.1".to_owned(), ..book.edition() }, ..figures("1", "alpha") };
    let rows = [
        (vec![], 26, Verdict::DifferenceOnly),
        (vec![other], 26, Verdict::DifferenceOnly),
        (vec![figures("1", "alpha")], 26, Verdict::MoreThanNoise),
        (vec![figures("1", "alpha")], 25, Verdict::WithinNoise),
        (vec![figures("1", "test_retest")], 26, Verdict::ReliableImprovement),
        (vec![figures("1", "test_retest")], 14, Verdict::ReliableDeterioration),
    ];
    for (all, to, expected) in rows {
        assert_eq!(verdict(&all, to), expected, "{to}");
    }
    let scores =
        |book: &Book| book.instrument.scales().iter().map(|scale| scale.key.clone()).collect::<Vec<_>>();
    assert_eq!(scores(&judged(&[figures("1", "alpha")], &book)), scores(&book), "no rule of a score changes");
}

#[test]
fn figures_read_back_from_their_bytes_and_from_those_of_the_first_version() {
    let one = figures("2026-02", "alpha");
    assert_eq!(read_figures(one.id, &write_figures(&one)), Ok(one.clone()));
    let first = json!({
        "v": 1, "instrument": one.about.id, "version": one.about.version, "edition": "2026-02",
        "made_on": "2026-02-01", "on": "2026-03-02", "file": one.text,
    });
    assert_eq!(read_figures(one.id, first.to_string().as_bytes()), Ok(one));
    assert_eq!(read_figures([0; 16], b"{\"v\": 1}"), Err(Unreadable));
}
