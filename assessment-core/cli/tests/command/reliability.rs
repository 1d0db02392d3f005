//! `reliability`, and `change` with what it makes.

use crate::Folder;

/// Eight questions of 0, 1, 2 in one scale, and four of them in another.
fn definition() -> String {
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let item = |id: &str| {
        format!(
            r#"{{"id": "{id}", "section": "all", "topic": "{id}", "kind": "choice", "options": "three"}}"#
        )
    };
    let scale = |id: &str, items: &[&str]| {
        format!(
            r#"{{"id": "{id}", "intention": "strength", "range": [0, {}], "higher_is": "better",
              "key": {{"rule": "sum", "items": {items:?}, "missing": {{"rule": "complete"}}}},
              "source": {{"citation": "Made up.", "confidence": "ours"}}}}"#,
            2 * items.len()
        )
    };
    format!(
        r#"{{"format": 1, "id": "eight", "version": "1.0.0", "title": "Eight", "offered": false, "wording": "ours",
          "licence": {{"terms": "MIT OR Apache-2.0", "wording": "Anyone may use it."}},
          "source": {{"citation": "Made up, for a test.", "confidence": "ours"}},
          "settings": ["community", "custody"], "modes": ["joint"],
          "options": {{"three": [{{"code": 2, "topic": "yes"}}, {{"code": 1, "topic": "some"}}, {{"code": 0, "topic": "no"}}]}},
          "sections": [{{"id": "all", "intention": "strength"}}],
          "items": [{}],
          "scales": [{}, {}]}}"#,
        ids.map(item).join(", "),
        scale("whole", &ids),
        scale("first_four", &ids[..4]),
    )
}

const HEAD: &str = "person,wave,days,a,b,c,d,e,f,g,h\n";

/// Four kinds of people in turn, one answer of whom is turned by `turn`.
fn rows(n: usize, wave: &str, day: usize, turn: impl Fn(usize) -> bool) -> String {
    let kinds = ["0,0,0,0,0,0,0,1", "2,2,2,2,2,2,1,2", "2,2,2,1,0,0,0,0", "0,1,0,0,2,2,2,2"];
    let row = |n: usize| {
        let answers = kinds[n % 4];
        let answers = if turn(n) { format!("1{}", &answers[1..]) } else { answers.to_owned() };
        format!("p{n},{wave},{day},{answers}\n")
    };
    (0..n).map(row).collect()
}

fn never(_: usize) -> bool {
    false
}

fn folder(name: &str) -> Folder {
    let retest = rows(110, "baseline", 0, never) + &rows(110, "unscheduled_1", 7, |n| n.is_multiple_of(5));
    Folder::new(name)
        .with("eight.json", definition())
        .with(
            "baselines.csv",
            format!("{HEAD}{}{}", rows(120, "baseline", 0, never), rows(30, "followup_1", 90, never)),
        )
        .with("few.csv", format!("{HEAD}{}", rows(99, "baseline", 0, never)))
        .with("retest.csv", format!("{HEAD}{retest}"))
        .with("answers.csv", format!("{HEAD}q,baseline,0,0,0,0,0,0,0,0,1\nq,followup_1,90,2,2,2,2,2,2,1,2\n"))
}

const MADE: [&str; 6] = ["--made-on", "2026-11-25", "--edition", "2026-11", "--about", "A test"];

#[test]
fn a_hundred_and_twenty_baselines_make_a_file_that_change_takes() {
    let folder = folder("reliability-alpha");
    let before = folder.run(&["change", "eight.json", "--in", "answers.csv"]);
    assert!(
        before.stdout.contains("q,whole,baseline,followup_1,1,15,14,14,,,difference_only,no"),
        "{before:?}"
    );
    let mut arguments =
        vec!["reliability", "eight.json", "--in", "baselines.csv", "--out", "reliability.json"];
    arguments.extend(MADE);
    let made = folder.run(&arguments);
    assert_eq!((made.code, made.stdout.as_str()), (Some(0), ""), "{made:?}");
    let lines: Vec<&str> = made.stderr.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("whole: alpha .") && lines[0].contains(", n = 120, SD "), "{}", lines[0]);
    assert!(lines[0].contains("95 %: .") && lines[0].contains("; threshold "), "{}", lines[0]);
    assert!(lines[1].ends_with("; no threshold: under 8 questions."), "{}", lines[1]);
    let file = folder.text("reliability.json");
    for part in
        [r#""made_on": "2026-11-25""#, r#""edition": "2026-11""#, r#""from": "A test""#, r#""kind": "alpha""#]
    {
        assert!(file.contains(part), "{part}: {file}");
    }
    let after =
        folder.run(&["change", "eight.json", "--in", "answers.csv", "--reliability", "reliability.json"]);
    assert_eq!((after.code, after.stderr.as_str()), (Some(0), ""));
    // More than noise, and never reliable.
    let whole = after.stdout.lines().find(|line| line.starts_with("q,whole,")).expect("a row");
    assert!(whole.ends_with(",file_alpha,difference_only,no"), "{whole}");
    let four = after.stdout.lines().find(|line| line.starts_with("q,first_four,")).expect("a row");
    assert_eq!(four, "q,first_four,baseline,followup_1,0,8,8,8,,,difference_only,no");
}

#[test]
fn a_score_read_from_a_table_that_bends_has_no_alpha_and_says_why() {
    let table: Vec<String> = (0..=16).map(|raw| format!("[{raw}, {}]", raw * raw)).collect();
    let bent = definition().replacen(
        r#""range": [0, 16],"#,
        &format!(r#""range": [0, 16], "conversion": [{}],"#, table.join(", ")),
        1,
    );
    let folder = folder("reliability-bent").with("bent.json", bent);
    let why = "alpha is that of the points, and a table that bends makes the score of them";
    let run = |more: &[&str]| {
        let start = ["reliability", "bent.json", "--in", "baselines.csv", "--out", "made.json"];
        let made = folder.run(&start.into_iter().chain(MADE).chain(more.iter().copied()).collect::<Vec<_>>());
        assert_eq!(made.code, Some(0), "{made:?}");
        made.stderr
    };
    let said = run(&[]);
    assert!(said.contains(&format!("whole: left out: {why}; people asked twice would tell.\n")), "{said}");
    assert!(said.contains("first_four: alpha ."), "{said}");
    let said = run(&["--retest", "retest.csv"]);
    assert!(!said.contains(why) && said.contains("whole: test_retest ."), "{said}");
}

#[test]
fn people_asked_twice_go_before_alpha_and_their_threshold_says_reliable() {
    let folder = folder("reliability-retest");
    let arguments = ["reliability", "eight.json", "--in", "baselines.csv", "--retest", "retest.csv"];
    let arguments: Vec<&str> =
        arguments.into_iter().chain(MADE).chain(["--out", "reliability.json"]).collect();
    let made = folder.run(&arguments);
    assert_eq!((made.code, made.stdout.as_str()), (Some(0), ""), "{made:?}");
    let told =
        |start: &str| made.stderr.lines().find(|line| line.starts_with(start)).unwrap_or_default().to_owned();
    assert!(told("whole: alpha").ends_with("not used: test_retest goes before it."), "{}", made.stderr);
    assert!(
        told("whole: test_retest").contains("n = 110") && told("whole: test_retest").contains("threshold"),
        "{}",
        made.stderr
    );
    let after =
        folder.run(&["change", "eight.json", "--in", "answers.csv", "--reliability", "reliability.json"]);
    let whole = after.stdout.lines().find(|line| line.starts_with("q,whole,")).expect("a row");
    assert!(whole.ends_with(",file_test_retest,reliable_improvement,no"), "{whole}");
}

#[test]
fn too_few_people_a_second_baseline_and_a_third_time_make_no_file() {
    let folder = folder("reliability-refused")
        .with("twice.csv", format!("{HEAD}p,baseline,0,0,0,0,0,0,0,0,0\np,baseline,0,0,0,0,0,0,0,0,0\n"))
        .with("once.csv", format!("{HEAD}p,baseline,0,0,0,0,0,0,0,0,0\n"))
        .with("other.json", r#"{"format": 1}"#);
    let end = "are too few: it takes at least 100. With fewer, a figure says more about these people than about the \
               scale. Nothing was written.\n";
    let rows: [(&[&str], String); 4] = [
        (&["--in", "few.csv"], format!("99 baselines {end}")),
        (&["--in", "twice.csv"], "twice.csv: 3:1: `p` has a baseline already.\n".to_owned()),
        (
            &["--in", "baselines.csv", "--retest", "once.csv"],
            "once.csv: 2:1: `p` has 1 rows here; it takes two.\n".to_owned(),
        ),
        (&["--in", "missing.csv"], "missing.csv".to_owned()),
    ];
    for (more, said) in rows {
        let arguments: Vec<&str> =
            ["reliability", "eight.json", "--out", "made.json"].iter().chain(more).copied().collect();
        let outcome = folder.run(&arguments);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""), "{more:?}");
        assert!(outcome.stderr.starts_with(&said), "{more:?}: {}", outcome.stderr);
        assert!(!folder.names().iter().any(|name| name.starts_with("made.json")), "{more:?}");
    }
    let outcome = folder.run(&["change", "eight.json", "--in", "answers.csv", "--reliability", "other.json"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    assert!(
        outcome.stderr.contains("other.json: instrument: `instrument` is missing."),
        "{}",
        outcome.stderr
    );
}
