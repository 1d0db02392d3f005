use super::export::{definition, with_papers};
use super::{choice, digest, option, questionnaire, with};
use crate::answer::{Answer, Responses};
use crate::fhir::{Row, When, bundle, judge};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// Nine questions about a garden, each 0 to 3, and a total that their software works out. Made up.
fn garden() -> Value {
    let options: Vec<Value> = ["never", "some days", "most days", "every day"]
        .iter()
        .zip(0..)
        .map(|(code, weight)| option(code, json!(weight)))
        .collect();
    let mut items: Vec<Value> =
        ["weeds", "slugs", "frost", "drought", "mildew", "moles", "wind", "shade", "stones"]
            .iter()
            .map(|pest| choice(pest, json!({"text": format!("How often {pest}?"), "answerOption": options})))
            .collect();
    items.push(json!({"linkId": "sum", "type": "decimal", "text": "Sum", "readOnly": true, "code": [{"system": "http://example.org/sums", "code": "garden-sum"}]}));
    questionnaire(json!(items))
}

/// A response with so many "some days", so many "every day" and a stored sum. All others are "never".
fn response(some: usize, every: usize, more: Value) -> Value {
    let links = ["weeds", "slugs", "frost", "drought", "mildew", "moles", "wind", "shade", "stones"];
    let answer = |(n, link): (usize, &&str)| {
        let code = if n < some {
            "some days"
        } else if n < some + every {
            "every day"
        } else {
            "never"
        };
        json!({"linkId": link, "answer": [{"valueCoding": {"system": "http://example.org/soil", "code": code}}]})
    };
    let items: Vec<Value> = links.iter().enumerate().map(answer).collect();
    with(
        json!({
            "resourceType": "QuestionnaireResponse", "id": "r1", "status": "completed", "authored": "2026-03-01T09:00:00Z",
            "questionnaire": "http://example.org/Questionnaire/garden|3", "subject": {"reference": "Patient/7"}, "item": items
        }),
        more,
    )
}

/// The response with a total that their software put there.
fn with_sum(mut response: Value, sum: Value) -> Value {
    let items = response["item"].as_array_mut().expect("items");
    items.push(json!({"linkId": "sum", "answer": [{"valueDecimal": sum}]}));
    response
}

/// Total of each response, and what is said about what is stored.
fn judged(files: &[&Value]) -> (Vec<String>, Vec<String>) {
    let texts: Vec<String> = files.iter().map(ToString::to_string).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let judged = judge(&texts, digest).unwrap_or_else(|faults| panic!("{faults:?}"));
    let total = judged.instrument.find_scale("total").expect("weights give a total");
    let value = |row: &Row| {
        let scores = crate::score::score(&judged.instrument, &row.responses);
        scores.of(total).scored().map_or("none".to_owned(), |scored| scored.value.to_string())
    };
    let said = judged.differences.iter().map(|(file, fault)| format!("{file} {fault}")).collect();
    (judged.rows.iter().map(value).collect(), said)
}

fn refused(files: &[&Value]) -> Vec<String> {
    let texts: Vec<String> = files.iter().map(ToString::to_string).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    match judge(&texts, digest) {
        Ok(judged) => panic!("taken: {:?}", judged.rows),
        Err(faults) => faults.iter().map(|(file, fault)| format!("{file} {fault}")).collect(),
    }
}

#[test]
fn a_stored_thirteen_where_the_weights_give_ten_is_flagged() {
    // Seven at 1 and one at 3: 7 x 1 + 1 x 3 = 10.
    let stored = with_sum(response(7, 1, json!({})), json!(13));
    let (ours, said) = judged(&[&garden(), &stored]);
    assert_eq!(ours, ["10"]);
    assert_eq!(said, ["1 item[9]: Patient/7 at unscheduled_1: `total`: stored 13, ours 10."]);
}

#[test]
fn a_stored_total_that_is_right_is_not_flagged() {
    for sum in [json!(10), json!(10.0)] {
        let (ours, said) = judged(&[&garden(), &with_sum(response(7, 1, json!({})), sum)]);
        assert_eq!((ours, said), (vec!["10".to_owned()], Vec::new()));
    }
}

#[test]
fn a_stored_total_where_an_answer_is_missing_is_flagged() {
    let mut eight = with_sum(response(7, 1, json!({})), json!(10));
    eight["item"].as_array_mut().expect("items").remove(8);
    let (ours, said) = judged(&[&garden(), &eight]);
    assert_eq!(ours, ["none"]);
    assert_eq!(
        said,
        ["1 item[8]: Patient/7 at unscheduled_1: `total`: stored 10, ours none: 8 of 9 answers."]
    );
}

fn observation(more: Value) -> Value {
    with(
        json!({
            "resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://example.org/sums", "code": "garden-sum"}]},
            "derivedFrom": [{"reference": "QuestionnaireResponse/r1"}], "valueQuantity": {"value": 13}
        }),
        more,
    )
}

#[test]
fn a_total_stored_as_an_observation_is_set_beside_ours() {
    let thirteen = "Patient/7 at unscheduled_1: `total`: stored 13, ours 10.";
    let rows = [
        (observation(json!({})), Some(thirteen)),
        (
            observation(
                json!({"derivedFrom": [{"reference": "http://example.org/base/QuestionnaireResponse/r1"}]}),
            ),
            Some(thirteen),
        ),
        (observation(json!({"derivedFrom": [{"reference": "urn:uuid:1"}]})), Some(thirteen)),
        (observation(json!({"derivedFrom": null})), Some(thirteen)),
        (observation(json!({"valueQuantity": null, "valueInteger": 13})), Some(thirteen)),
        (observation(json!({"valueQuantity": {"value": 10}})), None),
        (observation(json!({"derivedFrom": [{"reference": "QuestionnaireResponse/r2"}]})), None),
        (observation(json!({"valueQuantity": null, "valueString": "thirteen"})), None),
        (
            observation(json!({"valueQuantity": null, "dataAbsentReason": {"text": "lost"}})),
            Some("Patient/7 at unscheduled_1: `total`: stored none, ours 10."),
        ),
    ];
    for (observation, expected) in rows {
        let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": [
            {"resource": garden()}, {"fullUrl": "urn:uuid:1", "resource": response(7, 1, json!({}))}, {"resource": observation}]});
        let expected: Vec<String> =
            expected.iter().map(|said| format!("0 entry[2].resource: {said}")).collect();
        assert_eq!(judged(&[&bundle]).1, expected, "{observation}");
    }
}

#[test]
fn an_observation_of_one_item_is_no_total() {
    let mut asked = garden();
    asked["item"][0]["code"] = json!([{"system": "http://example.org/pests", "code": "weeds"}]);
    let one = observation(
        json!({"code": {"coding": [{"system": "http://example.org/pests", "code": "weeds"}]}, "valueQuantity": {"value": 1}}),
    );
    assert_eq!(judged(&[&asked, &response(7, 1, json!({})), &one]).1, Vec::<String>::new());
}

#[test]
fn an_answer_that_claims_another_weight_is_flagged() {
    let mut claims = response(7, 1, json!({}));
    let weight = json!([{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 2}]);
    claims["item"][0]["answer"][0]["valueCoding"]["extension"] = weight;
    let (ours, said) = judged(&[&garden(), &claims]);
    assert_eq!(ours, ["10"]);
    assert_eq!(
        said,
        [
            "1 item[0].answer[0].valueCoding.extension[0]: 2 is stored as the weight of `weeds`; the Questionnaire gives 1."
        ]
    );
}

#[test]
fn responses_are_numbered_and_dated() {
    let third = response(
        0,
        0,
        json!({"subject": {"identifier": {"value": "Q"}, "display": "Sam"}, "authored": null}),
    );
    let nobody = response(0, 0, json!({"subject": null}));
    let files = [garden(), response(0, 0, json!({})), response(1, 0, json!({})), third, nobody];
    let texts: Vec<String> = files.iter().map(ToString::to_string).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let rows = judge(&texts, digest).expect("good responses").rows;
    let found: Vec<(&str, &str, When)> =
        rows.iter().map(|row| (row.person.as_str(), row.wave.as_str(), row.when)).collect();
    let march = When::Date(NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day"));
    let expected = [
        ("Patient/7", "unscheduled_1", march),
        ("Patient/7", "unscheduled_2", march),
        ("Q", "unscheduled_1", When::Unknown),
        ("response-4", "unscheduled_1", march),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_response_that_cannot_be_read_is_refused_with_the_place() {
    let answer = |value: Value| {
        let mut response = response(7, 1, json!({}));
        response["item"][0]["answer"] = value;
        response
    };
    let item = |more: Value| {
        let mut response = response(7, 1, json!({}));
        response["item"].as_array_mut().expect("items").push(more);
        response
    };
    let rows = [
        (
            answer(json!([{"valueCoding": {"code": "often"}}])),
            "1 item[0].answer[0]: `often` is no answer to `weeds`.",
        ),
        (
            answer(json!([{"valueCoding": {"system": "http://example.org/other", "code": "never"}}])),
            "1 item[0].answer[0]: `never` is no answer to `weeds`.",
        ),
        (answer(json!([{"valueDate": "2026-01-01"}])), "1 item[0].answer[0]: this is no answer to `weeds`."),
        (
            answer(json!([{"valueCoding": {"code": "never"}}, {"valueCoding": {"code": "every day"}}])),
            "1 item[0]: `weeds` takes one answer; 2 stand here.",
        ),
        (
            item(json!({"linkId": "weeds", "answer": [{"valueCoding": {"code": "never"}}]})),
            "1 item[9]: `weeds` is answered twice.",
        ),
        (item(json!({"linkId": "bees"})), "1 item[9].linkId: `bees` is no item of the Questionnaire."),
        (item(json!({})), "1 item[9]: An item needs a linkId."),
        (
            response(7, 1, json!({"questionnaire": "http://example.org/Questionnaire/pond"})),
            "1 questionnaire: This answers http://example.org/Questionnaire/pond, not http://example.org/Questionnaire/garden.",
        ),
        (
            response(7, 1, json!({"status": "entered-in-error"})),
            "1 status: This was entered in error and is not scored: leave it out.",
        ),
        (
            response(7, 1, json!({"implicitRules": "http://example.org"})),
            "1 implicitRules: `implicitRules` may change what all the rest means, and is not known here.",
        ),
    ];
    for (response, expected) in rows {
        assert_eq!(refused(&[&garden(), &response]), [expected]);
    }
    assert_eq!(
        refused(&[&garden()]),
        ["0 resourceType: There is no QuestionnaireResponse here: name its file too."]
    );
    assert_eq!(
        refused(&[&response(0, 0, json!({}))]),
        ["0 resourceType: There is no Questionnaire here (FHIR R4, as JSON)."]
    );
    assert_eq!(judge(&["{", &garden().to_string()], digest).expect_err("no JSON")[0].0, 0);
}

/// One person, two answers, as they leave.
fn one_row_exported() -> String {
    with_papers(&definition(), |papers| {
        let responses = Responses::settle(papers.instrument, Default::default(), |at| {
            match papers.instrument.item(at).id.as_str() {
                "wet" | "stony" => Answer::Coded(2),
                _ => Answer::NOT_REACHED,
            }
        });
        let row = Row { person: "p".to_owned(), wave: "baseline".to_owned(), when: When::Days(3), responses };
        bundle(papers, &[row], digest).expect("one row")
    })
}

/// A score changed on its way is told by its scale.
#[test]
fn an_export_whose_score_was_changed_is_flagged() {
    let text = one_row_exported();
    let mut changed: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(judged(&[&changed]), (vec!["2".to_owned()], Vec::new()));
    changed["entry"][2]["resource"]["valueQuantity"]["value"] = json!(4);
    changed["entry"][3]["resource"] = with(
        changed["entry"][3]["resource"].clone(),
        json!({"valueQuantity": {"value": 0}, "dataAbsentReason": null}),
    );
    let expected = [
        "0 entry[2].resource: p at baseline: `total`: stored 4, ours 2. Theirs names the same rules and answers.",
        "0 entry[3].resource: p at baseline: `other_way`: stored 0, ours none: 1 of 2 answers. Theirs names the same rules and answers.",
    ];
    assert_eq!(judged(&[&changed]).1, expected);
}

/// The same number from other answers, or by other rules, is told as well.
#[test]
fn a_score_that_rests_on_something_else_is_flagged_even_where_the_number_agrees() {
    let text = one_row_exported();
    let whole: Value = serde_json::from_str(&text).expect("JSON");
    let names = |name: &str| {
        let extensions = whole["entry"][2]["resource"]["extension"].as_array().expect("extensions");
        let of = |one: &Value| one["url"].as_str().is_some_and(|url| url.ends_with(&format!("/{name}")));
        format!("/entry/2/resource/extension/{}/valueString", extensions.iter().position(of).expect(name))
    };
    let (rules, inputs, scoring) =
        (names("rules"), names("inputs"), "/entry/2/resource/method/coding/0/code".to_owned());
    let other = "0".repeat(64);
    let rows: [(&[&String], &str, &str); 5] = [
        (&[], "", ""),
        (&[&rules], &other, " Theirs was worked out by other rules."),
        (&[&inputs], &other, " Theirs was worked out from other answers."),
        (&[&rules, &inputs], &other, " Theirs was worked out by other rules and from other answers."),
        (&[&scoring], "0", " Theirs was worked out by other rules."),
    ];
    for (places, text, why) in rows {
        let mut changed = whole.clone();
        for place in places {
            *changed.pointer_mut(place).expect("it stands there") = json!(text);
        }
        let said = format!("0 entry[2].resource: p at baseline: `total`: stored 2, ours 2.{why}");
        let expected = if why.is_empty() { Vec::new() } else { vec![said] };
        assert_eq!(judged(&[&changed]).1, expected);
    }
}
