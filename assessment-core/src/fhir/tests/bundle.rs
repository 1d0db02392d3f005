use super::digest;
use super::export::{definition, with_papers};
use crate::answer::{Answer, Missing, Responses};
use crate::fhir::{Row, When, bundle};
use crate::instrument::Setting;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// A session: answers by item, in the order of the items.
fn row(person: &str, wave: &str, when: When, setting: Setting, given: &[(&str, Answer)]) -> Row {
    let responses = with_papers(&definition(), |papers| {
        Responses::settle(papers.instrument, setting, |at| {
            let id = papers.instrument.item(at).id.as_str();
            given
                .iter()
                .find(|(item, _)| *item == id)
                .map_or(Answer::NOT_REACHED, |(_, answer)| answer.clone())
        })
    });
    Row { person: person.to_owned(), wave: wave.to_owned(), when, responses }
}

fn date() -> When {
    When::Date(NaiveDate::from_ymd_opt(2026, 1, 15).expect("a day"))
}

fn made(rows: &[Row]) -> Value {
    let text =
        with_papers(&definition(), |papers| bundle(papers, rows, digest)).expect("no row stands twice");
    serde_json::from_str(&text).expect("what is written is JSON")
}

fn full() -> Row {
    let given = [
        ("wet", Answer::Coded(2)),
        ("stony", Answer::Coded(2)),
        ("tools", Answer::Several([1, 2].into())),
        ("lent", Answer::Coded(1)),
        ("yard", Answer::Coded(0)),
        ("gate", Answer::Coded(9)),
        ("far", Answer::Coded(0)),
        ("words", Answer::Text("A secret about Sam.".to_owned())),
        ("warm", Answer::Coded(-5)),
    ];
    row("P 7", "followup_1", date(), Setting::Custody, &given)
}

/// Resources of a kind.
fn all(bundle: &Value, kind: &str) -> Vec<Value> {
    let entries = bundle["entry"].as_array().expect("entries");
    entries.iter().map(|entry| entry["resource"].clone()).filter(|one| one["resourceType"] == kind).collect()
}

/// linkId and answers of everything in a response.
fn answers(items: &Value, found: &mut Vec<(String, Value)>) {
    for item in items.as_array().into_iter().flatten() {
        let number = |answer: &Value| answer.get("valueInteger").or(answer.get("valueDecimal")).cloned();
        let value = |answer: &Value| number(answer).unwrap_or_else(|| answer["valueCoding"]["code"].clone());
        let given: Vec<Value> = item["answer"].as_array().into_iter().flatten().map(value).collect();
        let why = item["extension"]
            .as_array()
            .map(|two| two.iter().map(|one| one["valueCode"].clone()).collect::<Vec<_>>());
        let link = item["linkId"].as_str().expect("a linkId").to_owned();
        found.push((link, why.map_or(Value::from(given), Value::from)));
        answers(&item["item"], found);
    }
}

#[test]
fn a_session_becomes_a_response_and_an_observation_for_each_scale() {
    let made = made(&[full()]);
    let addresses: Vec<&str> = made["entry"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|e| e["fullUrl"].as_str().expect("one"))
        .collect();
    let expected = [
        "https://trellis.invalid/fhir/Questionnaire/allotment-day",
        "https://trellis.invalid/fhir/QuestionnaireResponse/P.207.followup-1",
        "https://trellis.invalid/fhir/Observation/P.207.followup-1.total",
        "https://trellis.invalid/fhir/Observation/P.207.followup-1.other-way",
        "https://trellis.invalid/fhir/Observation/P.207.followup-1.no-shed",
    ];
    assert_eq!((made["type"].as_str(), addresses.as_slice()), (Some("collection"), &expected[..]));
    let response = &all(&made, "QuestionnaireResponse")[0];
    let subject = json!({"type": "Patient", "identifier": {"system": "https://trellis.invalid/fhir/NamingSystem/person", "value": "P 7"}});
    assert_eq!(response["questionnaire"], "https://trellis.invalid/fhir/Questionnaire/allotment-day|2.1.0");
    assert_eq!(
        (&response["status"], &response["authored"], &response["subject"]),
        (&json!("completed"), &json!("2026-01-15"), &subject)
    );
    let mut found = Vec::new();
    answers(&response["item"], &mut found);
    let expected = [
        ("setting", json!(["custody"])),
        ("section.soil", json!([])),
        ("wet", json!(["2"])),
        ("stony", json!(["2"])),
        ("section.shed", json!([])),
        ("tools", json!(["1", "2"])),
        ("lent", json!(["1"])),
        ("yard.where", json!([])),
        ("yard", json!(["0"])),
        ("section.soil.2", json!([])),
        ("gate", json!([9])),
        ("far", json!(["0"])),
        ("section.shed.2", json!([])),
        ("warm", json!([-0.5])),
    ];
    assert_eq!(found, expected.map(|(link, answer)| (link.to_owned(), answer)));
}

#[test]
fn a_score_is_an_observation_with_what_it_rests_on() {
    let made = made(&[full()]);
    let observations = all(&made, "Observation");
    let values: Vec<Value> = observations.iter().map(|one| one["valueQuantity"]["value"].clone()).collect();
    assert_eq!(values, [json!(2), json!(3), json!(0)]);
    let total = &observations[0];
    let coding = json!({"system": "https://trellis.invalid/fhir/CodeSystem/allotment-day/scales", "version": "2.1.0", "code": "total"});
    assert_eq!(total["code"]["coding"][0], coding);
    assert_eq!(total["derivedFrom"][0]["reference"], "QuestionnaireResponse/P.207.followup-1");
    assert_eq!(
        (&total["effectiveDateTime"], &total["interpretation"][0]["text"]),
        (&json!("2026-01-15"), &json!("low"))
    );
    let parts: Vec<(Value, Value)> = total["component"]
        .as_array()
        .expect("components")
        .iter()
        .map(|one| {
            let value =
                one.get("valueInteger").or(one.get("valueBoolean")).unwrap_or(&one["valueQuantity"]["value"]);
            (one["code"]["coding"][0]["code"].clone(), value.clone())
        })
        .collect();
    let expected =
        [("answered", json!(2)), ("items", json!(2)), ("raw", json!(2)), ("prorated", json!(false))];
    assert_eq!(parts, expected.map(|(code, value)| (json!(code), value)));
}

#[test]
fn a_missing_answer_says_why_and_a_score_that_is_none_has_no_value() {
    let rows = [
        (Missing::NotReached, "not-asked"),
        (Missing::Skipped, "unknown"),
        (Missing::Cleared, "unknown"),
        (Missing::PreferNotToSay, "asked-declined"),
        (Missing::DoNotKnow, "asked-unknown"),
        (Missing::DoesNotApply, "not-applicable"),
        (Missing::PersonNotPresent, "not-asked"),
        (Missing::WorkerDidNotAsk, "not-asked"),
    ];
    for (missing, expected) in rows {
        let given = [
            ("wet", Answer::Coded(2)),
            ("stony", Answer::Missing(missing)),
            ("tools", Answer::Several([0].into())),
        ];
        let made = made(&[row("p", "baseline", When::Days(0), Setting::Community, &given)]);
        let mut found = Vec::new();
        answers(&all(&made, "QuestionnaireResponse")[0]["item"], &mut found);
        let stony = found.iter().find(|(link, _)| link == "stony").expect("it was asked");
        assert_eq!(stony.1, json!([expected, missing.word()]), "{missing:?}");
        // What was not asked is not there: a closed gate, another setting.
        assert!(
            !found
                .iter()
                .any(|(link, _)| ["lent", "yard", "gate", "far", "yard.where"].contains(&link.as_str())),
            "{found:?}"
        );
        let total = &all(&made, "Observation")[0];
        assert_eq!(total.get("valueQuantity"), None);
        assert_eq!(total["dataAbsentReason"]["coding"][0]["code"], "unknown");
        assert_eq!(total["dataAbsentReason"]["text"], "1 of 2 items answered");
        assert_eq!(total["component"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn days_leave_where_no_date_may() {
    let made = made(&[row("p", "baseline", When::Days(91), Setting::Community, &[])]);
    for one in all(&made, "QuestionnaireResponse").iter().chain(&all(&made, "Observation")) {
        assert_eq!((one.get("authored"), one.get("effectiveDateTime")), (None, None));
        let times: Vec<&Value> = one["extension"]
            .as_array()
            .expect("two")
            .iter()
            .map(|e| e.get("valueCode").unwrap_or(&e["valueInteger"]))
            .collect();
        assert_eq!(times[..2], [&json!("baseline"), &json!(91)]);
    }
}

#[test]
fn the_persons_words_do_not_leave() {
    assert!(!made(&[full()]).to_string().contains("secret"));
}

#[test]
fn a_person_who_stands_twice_at_one_wave_is_refused() {
    let one = |person: &str, wave: &str| row(person, wave, When::Unknown, Setting::Community, &[]);
    let rows = [
        one("p", "baseline"),
        one("p", "followup_1"),
        one("q", "baseline"),
        one("p", "baseline"),
        one("q", "baseline"),
    ];
    assert_eq!(with_papers(&definition(), |papers| bundle(papers, &rows, digest)), Err(vec![3, 4]));
}

#[test]
fn nobody_gives_the_questionnaire_alone() {
    assert_eq!(made(&[])["entry"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let text = || with_papers(&definition(), |papers| bundle(papers, &[full()], digest));
    assert_eq!(text(), text());
}
