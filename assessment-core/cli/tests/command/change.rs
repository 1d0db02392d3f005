//! `change`.

use crate::{DEFINITION, Folder, Outcome};

const HEAD: &str =
    "person,scale,from_wave,to_wave,from,to,difference,distance_travelled,threshold,basis,verdict,ceiling\n";

/// The definition with one scale and a published threshold of 2.
fn definition(higher_is: &str) -> String {
    let (before, _) = DEFINITION.split_once(",\n    {\"id\": \"inside\"").expect("two scales");
    let rule = "\"change\": {\"basis\": \"published\", \"threshold\": 2, \
                \"source\": {\"citation\": \"Made up.\", \"confidence\": \"ours\"}},\n      \"bands\"";
    let text = format!("{before}\n  ]\n}}").replacen("\"bands\"", rule, 1);
    text.replacen("\"higher_is\": \"better\"", &format!("\"higher_is\": \"{higher_is}\""), 1)
}

/// Rows of `person,wave,days,a,b` to rows of change. A score is `a` plus 2 minus `b`.
fn check(name: &str, definition: &str, answers: &[&str], expected: &[&str]) {
    let mut rows: Vec<String> = answers.iter().map(|row| format!("{row}\n")).collect();
    let out = format!("{HEAD}{}", expected.iter().map(|row| format!("{row}\n")).collect::<String>());
    // The order of the rows never matters.
    for _ in 0..rows.len() {
        rows.rotate_left(1);
        let folder = Folder::new(name)
            .with("mine.json", definition)
            .with("answers.csv", format!("person,wave,days,a,b\n{}", rows.concat()));
        let outcome = folder.run(&["change", "mine.json", "--in", "answers.csv"]);
        let expected = Outcome { code: Some(0), stdout: out.clone(), stderr: String::new() };
        assert_eq!(outcome, expected, "{rows:?}");
    }
}

#[test]
fn each_later_time_is_set_against_the_baseline_and_the_time_before() {
    let answers = ["p,baseline,0,1,1", "p,followup_1,90,2,1", "p,followup_2,180,0,1", "p,between_1,45,2,0"];
    let expected = [
        "p,total,baseline,between_1,2,4,2,2,2,published,reliable_improvement,no",
        "p,total,baseline,followup_1,2,3,1,1,2,published,no_reliable_change,no",
        "p,total,between_1,followup_1,4,3,-1,-1,2,published,no_reliable_change,yes",
        "p,total,baseline,followup_2,2,1,-1,-1,2,published,no_reliable_change,no",
        "p,total,followup_1,followup_2,3,1,-2,-2,2,published,reliable_deterioration,yes",
    ];
    check("change-each", &definition("better"), &answers, &expected);
}

#[test]
fn distance_travelled_follows_the_better_end() {
    let answers = ["p,baseline,0,1,1", "p,followup_1,90,2,0"];
    let rows = [
        ("worse", "p,total,baseline,followup_1,2,4,2,-2,2,published,reliable_deterioration,no"),
        ("neither", "p,total,baseline,followup_1,2,4,2,,2,published,difference_only,no"),
    ];
    for (higher_is, expected) in rows {
        check("change-distance", &definition(higher_is), &answers, &[expected]);
    }
}

#[test]
fn times_of_one_day_follow_the_order_of_waves() {
    let answers = ["p,followup_2,0,2,0", "p,baseline,0,1,1", "p,followup_1,0,1,0", "p,transfer,0,0,0"];
    let expected = [
        "p,total,baseline,followup_1,2,3,1,1,2,published,no_reliable_change,no",
        "p,total,baseline,followup_2,2,4,2,2,2,published,reliable_improvement,no",
        "p,total,followup_1,followup_2,3,4,1,1,2,published,no_reliable_change,yes",
        "p,total,baseline,transfer,2,2,0,0,2,published,no_reliable_change,no",
        "p,total,followup_2,transfer,4,2,-2,-2,2,published,reliable_deterioration,yes",
    ];
    check("change-day", &definition("better"), &answers, &expected);
}

#[test]
fn persons_come_by_name_and_scales_as_defined_without_a_threshold_as_a_difference_only() {
    let answers = ["q,baseline,0,1,1", "q,followup_1,90,2,1", "p,baseline,0,2,0", "p,followup_1,80,0,"];
    let expected = [
        "p,total,baseline,followup_1,4,,,,,,not_assessable,",
        "p,inside,baseline,followup_1,,,,,,,not_assessable,",
        "q,total,baseline,followup_1,2,3,1,1,,,difference_only,no",
        "q,inside,baseline,followup_1,,,,,,,not_assessable,",
    ];
    check("change-persons", DEFINITION, &answers, &expected);
}

#[test]
fn a_person_with_one_time_has_no_change_and_one_without_a_baseline_a_score_that_is_missing() {
    let answers = ["alone,baseline,0,1,1", "late,followup_1,90,1,1", "late,followup_2,180,2,0"];
    let expected = [
        "late,total,baseline,followup_1,,2,,,,,not_assessable,",
        "late,total,baseline,followup_2,,4,,,,,not_assessable,",
        "late,total,followup_1,followup_2,2,4,2,2,2,published,reliable_improvement,no",
    ];
    check("change-alone", &definition("better"), &answers, &expected);
}

#[test]
fn custody_and_community_forms_of_a_scale_are_not_compared() {
    let answers = "person,wave,days,setting,a,b,in_here\n\
                   p,baseline,0,custody,1,1,5\n\
                   p,after_release,30,community,2,1,\n";
    let folder = Folder::new("change-setting").with("mine.json", DEFINITION);
    let outcome = folder.run_with(&["change", "mine.json"], answers);
    let expected = format!(
        "{HEAD}p,total,baseline,after_release,2,3,1,1,,,difference_only,no\n\
         p,inside,baseline,after_release,5,,,,,,not_comparable,\n"
    );
    assert_eq!(outcome, Outcome { code: Some(0), stdout: expected, stderr: String::new() });
}

#[test]
fn a_wave_twice_and_a_time_before_the_baseline_are_faults() {
    let answers = "person,wave,date,a,b\n\
                   p,followup_1,2026-04-15,2,1\n\
                   p,baseline,2026-01-15,1,1\n\
                   p,followup_1,2026-04-20,0,1\n\
                   q,baseline,2026-01-15,9,1\n\
                   r,before_release,2026-01-14,1,1\n\
                   r,baseline,2026-01-15,1,1\n\
                   p,baseline,2026-01-15,1,1\n";
    let said = "answers.csv: 5:4: `a` = `9`: 9 is not a code of this question; allowed: 2, 1, 0.\n\
                answers.csv: 4:2: `p` has followup_1 already, in line 2.\n\
                answers.csv: 6:3: before_release of `r` lies before the baseline.\n\
                answers.csv: 8:2: `p` has baseline already, in line 3.\n";
    let folder =
        Folder::new("change-faults").with("mine.json", definition("better")).with("answers.csv", answers);
    for way in [&[][..], &["--out", "change.csv"]] {
        let outcome = folder.run(&[&["change", "mine.json", "--in", "answers.csv"], way].concat());
        let expected = Outcome { code: Some(1), stdout: String::new(), stderr: said.to_owned() };
        assert_eq!(outcome, expected);
        assert_eq!(folder.names(), ["answers.csv", "mine.json"]);
    }
    let outcome = folder.run(&["change", "mine.json", "--in", "answers.csv", "--keep-going"]);
    let kept = format!("{HEAD}p,total,baseline,followup_1,2,3,1,1,2,published,no_reliable_change,no\n");
    let said = format!("{said}The rows above were left out; all others are used.\n");
    assert_eq!(outcome, Outcome { code: Some(1), stdout: kept, stderr: said });
}
