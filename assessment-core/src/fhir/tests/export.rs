use super::with;
use crate::definition;
use crate::fhir::{Imported, Papers, import, questionnaire};
use serde_json::{Value, json};

/// A made-up instrument with one of everything: a gate of two codes that is asked in custody only, a gate of
/// one, a section whose items stand apart, several, numbers, words, a reversed item, one no sum reads.
pub(super) fn definition() -> Value {
    let source = json!({"citation": "Made up.", "confidence": "ours"});
    json!({
        "format": 1, "id": "allotment-day", "version": "2.1.0", "title": "Allotment day", "offered": true, "wording": "ours",
        "licence": {"terms": "MIT OR Apache-2.0", "wording": "Anyone may use it."}, "source": source,
        "settings": ["community", "custody"], "modes": ["joint"],
        "options": {
            "three": [{"code": 2, "topic": "yes"}, {"code": 1, "topic": "some"}, {"code": 0, "topic": "no"}],
            "tools": [{"code": 1, "topic": "spade"}, {"code": 2, "topic": "fork"}, {"code": 0, "topic": "none"}]
        },
        "sections": [{"id": "soil", "intention": "strength"}, {"id": "shed", "intention": "barrier"}],
        "items": [
            {"id": "wet", "section": "soil", "topic": "wet", "kind": "choice", "options": "three"},
            {"id": "stony", "section": "soil", "topic": "stony", "kind": "choice", "options": "three", "may_not_apply": true},
            {"id": "tools", "section": "shed", "topic": "tools", "kind": "several", "options": "tools", "alone": [0]},
            {"id": "lent", "section": "shed", "topic": "lent", "kind": "choice", "options": "three", "ask_when": {"item": "tools", "is": [1]}, "implied": 0},
            {"id": "yard", "section": "shed", "topic": "yard", "kind": "choice", "options": "three", "setting": "custody", "ask_when": {"item": "wet", "is": [1, 2]}},
            {"id": "gate", "section": "soil", "topic": "gate", "kind": "number", "from": 0, "to": 10, "setting": "custody", "ask_when": {"item": "stony", "is": [2]}},
            {"id": "far", "section": "soil", "topic": "far", "kind": "choice", "options": "three", "ask_when": {"item": "gate", "is": [9, 10]}},
            {"id": "words", "section": "shed", "topic": "words", "kind": "text"},
            {"id": "warm", "section": "shed", "topic": "warm", "kind": "number", "from": -5.5, "to": 40, "decimals": 1}
        ],
        "scales": [
            {"id": "total", "intention": "strength", "range": [0, 4], "higher_is": "better",
                "key": {"rule": "sum", "items": ["wet", "stony"], "reversed": ["stony"], "missing": {"rule": "complete"}},
                "bands": [{"from": 0, "name": "low"}, {"from": 3, "name": "high"}], "bands_source": source, "source": source},
            {"id": "other_way", "intention": "strength", "range": [0, 4], "higher_is": "better",
                "key": {"rule": "sum", "items": ["lent", "wet"], "missing": {"rule": "complete"}}, "source": source},
            {"id": "no_shed", "intention": "barrier", "range": [0, 1], "higher_is": "worse",
                "key": {"rule": "any_of", "conditions": [{"item": "tools", "is": [0]}]}, "source": source}
        ]
    })
}

fn wording() -> Value {
    let labels = |names: [&str; 3]| json!({"2": names[0], "1": names[1], "0": names[2]});
    json!({
        "format": 1, "instrument": "allotment-day", "version": "2.1.0", "language": "en", "provenance": "ours",
        "licence": "MIT OR Apache-2.0", "title": "A day on the allotment",
        "sections": {"soil": {"title": "The soil", "intro": "Think of last week."}, "shed": {"title": "The shed"}},
        "options": {"three": with(labels(["Yes", "A bit", "No"]), json!({"does_not_apply": "Not for me"})), "tools": labels(["A fork", "A spade", "Nothing"])},
        "items": {
            "wet": {"text": "Is it wet?", "help": "Any patch counts."}, "stony": {"text": "Is it stony?"},
            "tools": {"text": "What is there?"}, "lent": {"text": "Is the spade lent out?"},
            "yard": {"text": "Is the yard wet?"}, "gate": {"text": "How good is the gate?", "ends": ["Bad", "Good"]},
            "far": {"text": "Is the gate far?"}, "words": {"text": "What else?"},
            "warm": {"text": "How warm is it?", "ends": ["Cold", "Hot"]}
        },
        "scales": {"total": {"name": "All"}, "other_way": {"name": "Other"}, "no_shed": {"name": "No shed"}}
    })
}

/// Does something with the papers of a definition and its one pack.
pub(super) fn with_papers<T>(definition: &Value, then: impl FnOnce(&Papers<'_>) -> T) -> T {
    let (definition, wording) = (definition.to_string(), wording().to_string());
    let instrument = definition::parse(&definition).unwrap_or_else(|faults| panic!("{faults:?}"));
    let wordings = [("wording.en.json", wording.as_str())];
    then(&Papers { instrument: &instrument, definition: &definition, wordings: &wordings })
}

fn exported(definition: &Value) -> Value {
    let text = with_papers(definition, questionnaire);
    serde_json::from_str(&text).expect("what is written is JSON")
}

/// Items by linkId, those inside others too.
fn flat(items: &Value, found: &mut Vec<(String, Value)>) {
    for item in items.as_array().into_iter().flatten() {
        found.push((item["linkId"].as_str().expect("a linkId").to_owned(), item.clone()));
        flat(&item["item"], found);
    }
}

fn links(questionnaire: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    flat(&questionnaire["item"], &mut found);
    found
}

fn of(questionnaire: &Value, link: &str) -> Value {
    let found = links(questionnaire).into_iter().find(|(there, _)| there == link);
    found.unwrap_or_else(|| panic!("no item {link}")).1
}

#[test]
fn an_instrument_becomes_a_questionnaire() {
    let made = exported(&definition());
    let head = |name: &str| made[name].as_str().unwrap_or_default().to_owned();
    let rows = [
        ("resourceType", "Questionnaire"),
        ("id", "allotment-day"),
        ("url", "https://trellis.invalid/fhir/Questionnaire/allotment-day"),
        ("version", "2.1.0"),
        ("name", "AllotmentDay"),
        ("title", "A day on the allotment"),
        ("status", "active"),
        ("language", "en"),
        ("copyright", "MIT OR Apache-2.0 Anyone may use it."),
    ];
    for (name, expected) in rows {
        assert_eq!(head(name), expected, "{name}");
    }
    assert_eq!(made["experimental"], false);
    let order: Vec<String> = links(&made).into_iter().map(|(link, _)| link).collect();
    let expected = [
        "setting",
        "section.soil",
        "section.soil.intro",
        "wet",
        "wet.help",
        "stony",
        "section.shed",
        "tools",
        "lent",
        "yard.where",
        "yard",
        "section.soil.2",
        "gate",
        "gate.lower",
        "gate.upper",
        "far",
        "section.shed.2",
        "words",
        "warm",
        "warm.lower",
        "warm.upper",
    ];
    assert_eq!(order, expected);
}

#[test]
fn every_kind_of_item_has_its_type() {
    let made = exported(&definition());
    let rows = [
        ("section.soil", json!("group"), json!(null), "The soil"),
        ("section.soil.intro", json!("display"), json!(null), "Think of last week."),
        ("wet", json!("choice"), json!(null), "Is it wet?"),
        ("tools", json!("choice"), json!(true), "What is there?"),
        ("gate", json!("integer"), json!(null), "How good is the gate?"),
        ("gate.upper", json!("display"), json!(null), "Good"),
        ("words", json!("text"), json!(null), "What else?"),
        ("warm", json!("decimal"), json!(null), "How warm is it?"),
    ];
    for (link, kind, repeats, text) in rows {
        let item = of(&made, link);
        assert_eq!(
            (&item["type"], &item["repeats"], item["text"].as_str()),
            (&kind, &repeats, Some(text)),
            "{link}"
        );
    }
    let bounds: Vec<Value> = of(&made, "gate")["extension"]
        .as_array()
        .expect("two")
        .iter()
        .map(|e| e["valueInteger"].clone())
        .collect();
    assert_eq!(bounds, [json!(0), json!(10)]);
    let warm = of(&made, "warm")["extension"].to_string();
    for part in ["\"valueDecimal\":-5.5", "\"valueDecimal\":40", "\"valueInteger\":1"] {
        assert!(warm.contains(part), "{warm}");
    }
}

/// Weights of an item's options, in the order of its codes.
fn weights(item: &Value) -> Vec<Value> {
    let weight = |option: &Value| {
        let extensions = option["extension"].as_array().cloned().unwrap_or_default();
        extensions
            .iter()
            .find(|e| e["url"].as_str().is_some_and(|url| url.ends_with("/ordinalValue")))
            .map_or(json!(null), |e| e["valueDecimal"].clone())
    };
    item["answerOption"].as_array().expect("options").iter().map(weight).collect()
}

#[test]
fn a_weight_is_what_the_answer_adds_and_stands_only_where_something_is_added() {
    let made = exported(&definition());
    let rows = [
        ("wet", json!([2, 1, 0])),
        ("stony", json!([0, 1, 2])),
        ("lent", json!([2, 1, 0])),
        ("yard", json!([null, null, null])),
        ("tools", json!([null, null, null])),
    ];
    for (link, expected) in rows {
        assert_eq!(Value::from(weights(&of(&made, link))), expected, "{link}");
    }
    // One way round in one scale and the other way in another: no number is right for both.
    let mut twisted = definition();
    twisted["scales"][1]["key"]["reversed"] = json!(["wet"]);
    assert_eq!(Value::from(weights(&of(&exported(&twisted), "wet"))), json!([null, null, null]));
    let options = of(&made, "tools")["answerOption"].clone();
    let alone: Vec<bool> = options
        .as_array()
        .expect("options")
        .iter()
        .map(|option| option["extension"][0]["valueBoolean"] == true)
        .collect();
    assert_eq!(alone, [false, false, true]);
}

#[test]
fn gates_and_settings_become_conditions() {
    let made = exported(&definition());
    let when = |link: &str| {
        let item = of(&made, link);
        let conditions = item["enableWhen"].as_array().cloned().unwrap_or_default();
        let said = |c: &Value| {
            let answer = c.get("answerInteger").cloned().unwrap_or_else(|| c["answerCoding"]["code"].clone());
            format!(
                "{}={}",
                c["question"].as_str().expect("a question"),
                answer.to_string().trim_matches('"')
            )
        };
        let said: Vec<String> = conditions.iter().map(said).collect();
        (said.join(" "), item["enableBehavior"].as_str().unwrap_or_default().to_owned())
    };
    let rows = [
        ("wet", "", ""),
        ("lent", "tools=1", ""),
        ("yard.where", "setting=custody", ""),
        ("yard", "wet=1 wet=2", "any"),
        ("gate", "setting=custody stony=2", "all"),
        ("far", "gate=9 gate=10", "any"),
    ];
    for (link, conditions, behaviour) in rows {
        assert_eq!(when(link), (conditions.to_owned(), behaviour.to_owned()), "{link}");
    }
}

#[test]
fn words_that_are_not_ours_do_not_leave() {
    let theirs = with(definition(), json!({"wording": "not_supplied"}));
    let text = with_papers(&theirs, questionnaire);
    for words in ["Is it wet?", "Any patch counts", "A day on the allotment", "A bit"] {
        assert!(!text.contains(words), "{words}");
    }
    let made: Value = serde_json::from_str(&text).expect("what is written is JSON");
    assert_eq!(
        (of(&made, "wet")["text"].as_str(), made["title"].as_str()),
        (Some("wet"), Some("Allotment day"))
    );
    assert_eq!(made["language"], Value::Null);
    assert_eq!(
        made["contained"][0]["content"].as_array().map(Vec::len),
        Some(1),
        "only the definition travels inside"
    );
}

fn home(questionnaire: &Value) -> Imported {
    import(&questionnaire.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn an_export_comes_home_as_it_left() {
    let imported = home(&exported(&definition()));
    assert_eq!(imported.definition, definition().to_string());
    assert_eq!(imported.wordings, [("en".to_owned(), wording().to_string())]);
    assert_eq!(imported.notes, []);
}

#[test]
fn an_export_that_was_changed_on_the_way_is_refused() {
    let sentence = "This is no longer what the definition inside says. Take that Library out of `contained` to have the weights read as they stand.";
    let rows: [(&str, Value, &[&str]); 6] = [
        (
            "/item/1/item/1/answerOption/0/extension/0/valueDecimal",
            json!(3),
            &["item[1].item[1].answerOption[0].extension[0].valueDecimal"],
        ),
        ("/item/1/item/1/answerOption/0/extension/0/valueDecimal", json!(2.0), &[]),
        ("/item/1/item/1/linkId", json!("damp"), &["item[1].item[1].linkId"]),
        ("/item/1/item/1/text", json!("Is it damp?"), &["item[1].item[1].text"]),
        ("/item/1/item/1/answerOption", json!([]), &["item[1].item[1].answerOption"]),
        ("/version", json!("2.1.1"), &["version"]),
    ];
    for (pointer, value, expected) in rows {
        let mut changed = exported(&definition());
        *changed.pointer_mut(pointer).expect(pointer) = value;
        let expected: Vec<String> = expected.iter().map(|path| format!("{path}: {sentence}")).collect();
        let faults = import(&changed.to_string()).err().unwrap_or_default();
        assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{pointer}");
    }
}

#[test]
fn a_broken_file_inside_is_refused() {
    let rows = [
        (
            "/contained/0/content/0/data",
            json!("!!"),
            "contained[0].content[0]: This holds no file: a title and a text in base64.",
        ),
        (
            "/contained/0/content/0/title",
            json!("d.json"),
            "contained[0]: There is no definition.json inside.",
        ),
        (
            "/contained/0/content/0/data",
            json!("e30="),
            "contained[0]: The definition inside is refused: format: `format` is missing.",
        ),
        (
            "/contained/0/content/1/title",
            json!("wording.../x.json"),
            "contained[0]: `wording.../x.json` is no file of an instrument.",
        ),
        (
            "/contained/0/content/1/data",
            json!("e30="),
            "contained[0]: `wording.en.json` inside is refused: format: `format` is missing.",
        ),
    ];
    for (pointer, value, expected) in rows {
        let mut broken = exported(&definition());
        *broken.pointer_mut(pointer).expect(pointer) = value;
        let faults = import(&broken.to_string()).expect_err(pointer);
        assert!(faults.iter().any(|fault| fault.to_string() == expected), "{expected}\n{faults:?}");
    }
}

#[test]
fn the_same_papers_give_the_same_bytes() {
    assert_eq!(with_papers(&definition(), questionnaire), with_papers(&definition(), questionnaire));
}
