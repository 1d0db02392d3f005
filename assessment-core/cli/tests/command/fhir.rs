//! `fhir`.

use crate::{Folder, Outcome};

/// Made up for this test: three options of equal steps, three patches of a garden.
const QUESTIONNAIRE: &str = r##"{
  "resourceType": "Questionnaire", "name": "Garden", "title": "My garden", "version": "1", "status": "active",
  "language": "en", "copyright": "Made up. Anyone may use it.", "url": "http://example.org/Questionnaire/garden",
  "contained": [{"resourceType": "ValueSet", "id": "wet", "status": "active", "compose": {"include": [{"system": "urn:wet",
    "concept": [
      {"code": "W0", "display": "Dry", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}]},
      {"code": "W1", "display": "Damp", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}]},
      {"code": "W2", "display": "Wet", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 2}]}]}]}}],
  "item": [{"linkId": "/1", "type": "group", "text": "Soil", "item": [
    {"linkId": "/1/a", "type": "choice", "text": "By the wall?", "answerValueSet": "#wet"},
    {"linkId": "/1/b", "type": "choice", "text": "By the gate?", "answerValueSet": "#wet"}]}]
}"##;

#[test]
fn a_questionnaire_becomes_an_instrument_that_is_checked_and_scored() {
    let folder = Folder::new("fhir-import").with("q.json", QUESTIONNAIRE);
    let outcome = folder.run(&["fhir", "import", "q.json", "--out", "mine"]);
    assert_eq!(
        (outcome.code, outcome.stdout.as_str()),
        (Some(0), "mine/definition.json\nmine/wording.en.json\n")
    );
    assert!(outcome.stderr.starts_with("q.json: Questionnaire: "), "{}", outcome.stderr);
    let fine = |stdout: &str| Outcome { code: Some(0), stdout: stdout.to_owned(), stderr: String::new() };
    assert_eq!(folder.run(&["check", "mine/definition.json", "mine/wording.en.json"]), fine(""));
    let input = "person,wave,days,q_1_a,q_1_b\np,baseline,0,2,1\np,followup_1,90,2,\n";
    let expected = "person,wave,days,total\np,baseline,0,3\np,followup_1,90,\n";
    assert_eq!(folder.run_with(&["score", "mine/definition.json", "--wide"], input), fine(expected));
}

#[test]
fn without_a_folder_only_the_definition_comes_out() {
    let folder = Folder::new("fhir-import-bare").with("q.json", QUESTIONNAIRE);
    let outcome = folder.run(&["fhir", "import", "q.json"]);
    assert_eq!(outcome.code, Some(0));
    assert!(outcome.stdout.starts_with("{\n  \"format\": 1,\n  \"id\": \"garden\","), "{}", outcome.stdout);
    assert!(!outcome.stdout.contains("By the wall"), "their words go only where they are sent");
    assert_eq!(folder.names(), ["q.json"]);
}

#[test]
fn what_is_refused_leaves_nothing_behind() {
    let wrong = QUESTIONNAIRE.replace("\"#wet\"", "\"#dry\"");
    let folder = Folder::new("fhir-import-wrong").with("q.json", &wrong);
    let rows: [(&[&str], &str); 2] = [
        (
            &["fhir", "import", "q.json", "--out", "mine"],
            "q.json: item[0].item[0].answerValueSet: `/1/a` takes its options from #dry, which does not stand in this file.\n\
             q.json: item[0].item[1].answerValueSet: `/1/b` takes its options from #dry, which does not stand in this file.\n",
        ),
        (&["fhir", "import", "gone.json"], "gone.json: 1:1: cannot be read: "),
    ];
    for (arguments, expected) in rows {
        let outcome = folder.run(arguments);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(outcome.stderr.starts_with(expected), "{}", outcome.stderr);
        assert_eq!(folder.names(), ["q.json"], "{arguments:?}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = Folder::new("fhir-import-folder").with("q.json", QUESTIONNAIRE).with("mine", "a file");
    let outcome = folder.run(&["fhir", "import", "q.json", "--out", "mine"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    assert!(outcome.stderr.contains("mine: cannot be written: "), "{}", outcome.stderr);
    assert_eq!(folder.text("mine"), "a file");
}

#[test]
fn an_instrument_goes_out_and_comes_home() {
    let folder = Folder::new("fhir-home");
    let swemwbs =
        "swemwbs-7: scales: `total`: more than a sum of weights: a table turns the sum into the score.\n";
    for (id, said) in [("phq-9", ""), ("swemwbs-7", swemwbs)] {
        let outcome = folder.run(&["fhir", "export", id]);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), said), "{id}");
        assert!(
            outcome.stdout.starts_with("{\n  \"resourceType\": \"Questionnaire\",\n"),
            "{}",
            outcome.stdout
        );
        let home = Folder::new("fhir-home").with("q.json", &outcome.stdout);
        assert_eq!(home.run(&["fhir", "import", "q.json", "--out", "."]).code, Some(0), "{id}");
        let again = home.run(&["fhir", "export", "definition.json"]);
        assert!(again.stdout == outcome.stdout, "{id} is not what it was");
    }
}

/// An answer sheet for the garden, and a sum that somebody stored beside it.
const RESPONSE: &str = r#"{"resourceType": "Bundle", "type": "collection", "entry": [
  {"resource": {"resourceType": "QuestionnaireResponse", "id": "r", "status": "completed", "authored": "2026-03-01",
    "subject": {"identifier": {"value": "P1"}}, "item": [{"linkId": "/1", "item": [
      {"linkId": "/1/a", "answer": [{"valueCoding": {"system": "urn:wet", "code": "W2"}}]},
      {"linkId": "/1/b", "answer": [{"valueCoding": {"system": "urn:wet", "code": "W1"}}]}]}]}},
  {"resource": {"resourceType": "Observation", "status": "final", "code": {"text": "sum"},
    "derivedFrom": [{"reference": "QuestionnaireResponse/r"}], "valueInteger": 4}}]}"#;

#[test]
fn a_stored_total_that_is_wrong_is_flagged_beside_ours() {
    let folder = Folder::new("fhir-score").with("q.json", QUESTIONNAIRE).with("r.json", RESPONSE);
    let scores = "person,wave,date,scale,status,raw,value,band,answered,items,prorated\n\
                  P1,unscheduled_1,2026-03-01,total,scored,3,3,,2,2,no\n";
    let said = "r.json: entry[1].resource: P1 at unscheduled_1: `total`: stored 4, ours 3.\n";
    let expected = Outcome { code: Some(1), stdout: scores.to_owned(), stderr: said.to_owned() };
    assert_eq!(folder.run(&["fhir", "score", "q.json", "r.json"]), expected);
    let right = folder.with("r.json", RESPONSE.replace("\"valueInteger\": 4", "\"valueInteger\": 3"));
    let expected = Outcome { code: Some(0), stdout: scores.to_owned(), stderr: String::new() };
    assert_eq!(right.run(&["fhir", "score", "q.json", "r.json"]), expected);
    let outcome = right.run(&["fhir", "score", "q.json", "gone.json"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
    assert!(outcome.stderr.starts_with("gone.json: 1:1: cannot be read: "), "{}", outcome.stderr);
}

#[test]
fn answers_and_scores_of_a_file_leave_in_a_bundle_and_are_scored_the_same() {
    let answers = "person,wave,date,phq_01,phq_02,phq_03,phq_04,phq_05,phq_06,phq_07,phq_08,phq_09\n\
                   P1,baseline,2026-01-15,3,3,3,3,3,3,3,3,3\n\
                   P1,followup_1,2026-04-15,0,1,skipped,1,1,1,1,1,1\n";
    let folder = Folder::new("fhir-bundle").with("answers.csv", answers);
    let export = ["fhir", "export", "phq-9", "--in", "answers.csv"];
    let outcome = folder.run(&export);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let written = folder.run(&[&export[..], &["--out", "Bundle.json"]].concat());
    assert_eq!(written, Outcome { code: Some(0), stdout: String::new(), stderr: String::new() });
    assert!(folder.text("Bundle.json") == outcome.stdout, "a file and standard output differ");
    let scores = folder.run(&["score", "phq-9", "--in", "answers.csv"]);
    assert_eq!(folder.run(&["fhir", "score", "Bundle.json"]), scores);
    assert_eq!(folder.names(), ["Bundle.json", "answers.csv"]);
}

#[test]
fn a_file_of_answers_with_faults_makes_no_bundle() {
    let items: Vec<String> = (1..=9).map(|n| format!("phq_{n:02}")).collect();
    let head = format!("person,wave,days,{}\n", items.join(","));
    let rows = [
        (
            "P1,baseline,0,4\nP1,later,0,1\n",
            "answers.csv: 2:4: `phq_01` = `4`: 4 is not a code of this question; allowed: 0, 1, 2, 3.\nanswers.csv: 3:2: `later` is no wave; allowed: baseline, followup_1, ...\n",
        ),
        (
            "P1,baseline,0,1\nP2,baseline,0,1\nP1,baseline,5,2\n",
            "answers.csv: 4:2: `P1` has baseline already, in line 2.\n",
        ),
    ];
    for (text, expected) in rows {
        let folder = Folder::new("fhir-bundle-wrong")
            .with("answers.csv", format!("{head}{}", text.replace('\n', ",,,,,,,,\n")));
        let outcome = folder.run(&["fhir", "export", "phq-9", "--in", "answers.csv", "--out", "Bundle.json"]);
        assert_eq!(outcome, Outcome { code: Some(1), stdout: String::new(), stderr: expected.to_owned() });
        assert_eq!(folder.names(), ["answers.csv"]);
    }
}
