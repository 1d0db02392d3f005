use super::{choice, option, questionnaire, with};
use crate::answer::{Answer, Responses};
use crate::fhir::import;
use crate::instrument::{Instrument, ItemKind};
use crate::{definition, score};
use serde_json::{Value, json};

fn made(questionnaire: &Value) -> (Instrument, Value, Vec<String>) {
    let imported = import(&questionnaire.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"));
    let instrument = definition::parse(&imported.definition).expect("an import passes the check");
    let [(_, pack)] = imported.wordings.as_slice() else { panic!("one language") };
    let pack = serde_json::from_str(pack).expect("a pack is JSON");
    (instrument, pack, imported.notes.iter().map(|note| note.path.clone()).collect())
}

/// Paths and sentences of what is refused.
fn refused(questionnaire: &Value) -> Vec<String> {
    match import(&questionnaire.to_string()) {
        Ok(imported) => panic!("taken: {}", imported.definition),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// The total when every item is answered with the code at that place of its options.
fn total(instrument: &Instrument, place: usize) -> String {
    let responses = Responses::settle(instrument, Default::default(), |at| {
        instrument.options(at).get(place).map_or(Answer::NOT_REACHED, |option| Answer::Coded(option.code))
    });
    let total = instrument.find_scale("total").expect("a scored Questionnaire has a total");
    score::score(instrument, &responses).of(total).scored().map_or("none".to_owned(), |s| s.value.to_string())
}

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";
const OLD: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue";

fn weighs(url: &str, weight: Value) -> Value {
    json!([{"url": url, "valueDecimal": weight}])
}

#[test]
fn a_questionnaire_becomes_a_definition_and_a_pack() {
    let items = json!([
        {"linkId": "hello", "type": "display", "text": "Hello."},
        {"linkId": "G/1", "type": "group", "text": "Soil", "item": [
            {"linkId": "stem", "type": "display", "text": "Think of last week."},
            choice("G/1/1", json!({})),
            choice("G/1/2", json!({"item": [{"linkId": "h", "type": "display", "text": "Any patch counts."}]})),
        ]},
        {"linkId": "worms", "type": "integer", "text": "How many worms?", "extension": [
            {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0},
            {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 50}]},
        {"linkId": "else", "type": "text", "text": "Anything else?"}
    ]);
    let (instrument, pack, notes) = made(&questionnaire(items));
    assert_eq!(
        (instrument.id().as_str(), instrument.version(), instrument.title(), instrument.offered()),
        ("garden", "3", "My garden", false)
    );
    let items: Vec<(&str, &str, &str)> = instrument
        .positions()
        .map(|at| {
            (
                instrument.item(at).id.as_str(),
                instrument.item(at).topic.as_str(),
                instrument.section_of(at).id.as_str(),
            )
        })
        .collect();
    let expected = [
        ("g_1_1", "G/1/1", "g_1"),
        ("g_1_2", "G/1/2", "g_1"),
        ("worms", "worms", "questions"),
        ("else", "else", "questions"),
    ];
    assert_eq!(items, expected);
    assert_eq!(
        instrument.item(instrument.find_item("worms").expect("it is there")).kind,
        ItemKind::Number { from: 0, to: 50, decimals: 0 }
    );
    assert_eq!((total(&instrument, 0), total(&instrument, 1)), ("0".to_owned(), "2".to_owned()));
    assert_eq!(notes, ["Questionnaire"]);
    // Their words are in the pack and nowhere else.
    assert_eq!(pack["provenance"], "licensed_pack");
    assert_eq!(pack["licence"], "Made up. Anyone may use it.");
    assert_eq!(pack["intro"], "Hello.");
    assert_eq!(pack["sections"]["g_1"], json!({"title": "Soil", "intro": "Think of last week."}));
    assert_eq!(pack["items"]["g_1_2"], json!({"text": "How is the soil?", "help": "Any patch counts."}));
    assert_eq!(pack["items"]["worms"]["ends"], json!(["0", "50"]));
    assert_eq!(pack["options"]["answers"], json!({"0": "It is dry", "1": "It is wet"}));
}

#[test]
fn a_definition_holds_none_of_their_words() {
    let options = json!([{"valueString": "Rather dry", "_valueString": {"extension": weighs(ORDINAL, json!(0))}},
        {"valueString": "Rather wet", "_valueString": {"extension": weighs(ORDINAL, json!(1))}}]);
    let made = import(&questionnaire(json!([choice("a", json!({"answerOption": options}))])).to_string());
    let definition = made.expect("a good Questionnaire").definition;
    for words in ["How is the soil", "Rather"] {
        assert!(!definition.contains(words), "{definition}");
    }
}

#[test]
fn no_total_while_an_answer_is_missing() {
    let (instrument, ..) = made(&questionnaire(json!([choice("a", json!({})), choice("b", json!({}))])));
    let b = instrument.find_item("b").expect("it is there");
    let responses = Responses::settle(&instrument, Default::default(), |at| {
        if at == b { Answer::NOT_REACHED } else { Answer::Coded(1) }
    });
    assert_eq!(
        score::score(&instrument, &responses).iter().next().expect("a total").status(),
        "not_scorable"
    );
}

/// A Questionnaire whose one choice takes its options from a value set with more beside it.
fn from_set(address: &str, contained: Value) -> Value {
    let item = choice("a", json!({"answerOption": null, "answerValueSet": address}));
    with(questionnaire(json!([item])), json!({"contained": contained}))
}

fn code_system(concepts: Value) -> Value {
    json!({"resourceType": "CodeSystem", "id": "codes", "url": "http://example.org/soil", "status": "active",
        "content": "complete", "concept": concepts})
}

fn value_set(more: Value) -> Value {
    with(
        json!({"resourceType": "ValueSet", "id": "set", "url": "http://example.org/set", "version": "1", "status": "active"}),
        more,
    )
}

#[test]
fn a_weight_is_found_wherever_the_standard_lets_it_live() {
    let system = "http://example.org/soil";
    let coding =
        |code: &str, extension: Value| json!({"system": system, "code": code, "extension": extension});
    let own = |url: &str| {
        let option = |code: &str, weight: i64| json!({"valueCoding": {"code": code}, "extension": weighs(url, json!(weight))});
        questionnaire(json!([choice("a", json!({"answerOption": [option("dry", 2), option("wet", 5)]}))]))
    };
    let on_coding = |url: &str| {
        let option =
            |code: &str, weight: i64| json!({"valueCoding": coding(code, weighs(url, json!(weight)))});
        questionnaire(json!([choice("a", json!({"answerOption": [option("dry", 2), option("wet", 5)]}))]))
    };
    let bare = json!([{"valueCoding": {"system": system, "code": "dry"}}, {"valueCoding": {"system": system, "code": "wet"}}]);
    let concepts = |url: &str| json!([{"code": "dry", "extension": weighs(url, json!(2))}, {"code": "wet", "extension": weighs(url, json!(5))}]);
    let properties = |name: &str| {
        json!([
        {"code": "dry", "property": [{"code": name, "valueDecimal": 2}]},
        {"code": "wet", "property": [{"code": name, "valueInteger": 5}]}])
    };
    let composed = |concepts: Value| {
        value_set(json!({"compose": {"include": [{"system": system, "concept": concepts}]}}))
    };
    let whole = json!({"compose": {"include": [{"system": system}]}});
    let standard = json!({"property": [
        {"code": "points", "uri": "http://hl7.org/fhir/concept-properties#itemWeight", "type": "decimal"}]});
    let expanded = json!({
        "compose": {"include": [{"system": system, "concept": concepts(ORDINAL)}]},
        "expansion": {"timestamp": "2026-01-01", "contains": [
            {"abstract": true, "display": "all", "contains": [{"system": system, "code": "dry"}, {"system": system, "code": "wet"}]}]}});
    let on_expansion = json!({"expansion": {"timestamp": "2026-01-01", "contains": concepts(WEIGHT)}});
    let text = |text: &str, weight: i64| json!({"valueString": text, "_valueString": {"extension": weighs(ORDINAL, json!(weight))}});
    let rows = [
        ("on the option", own(ORDINAL)),
        ("on the option, R5", own(WEIGHT)),
        ("on the option, STU3", own(OLD)),
        ("on the Coding", on_coding(ORDINAL)),
        ("on the Coding, R5", on_coding(WEIGHT)),
        (
            "on a text",
            questionnaire(json!([choice(
                "a",
                json!({"answerOption": [text("so dry", 2), text("so wet", 5)]})
            )])),
        ),
        ("in the contained set", from_set("#set", json!([composed(concepts(ORDINAL))]))),
        ("in the contained set, R5", from_set("#set", json!([composed(concepts(WEIGHT))]))),
        (
            "in a set named by its address",
            from_set("http://example.org/set|1", json!([composed(concepts(WEIGHT))])),
        ),
        ("where an expanded set was composed", from_set("#set", json!([value_set(expanded)]))),
        ("on an expansion", from_set("#set", json!([value_set(on_expansion)]))),
        (
            "in the code system of a set",
            from_set(
                "#set",
                json!([composed(json!([{"code": "dry"}, {"code": "wet"}])), code_system(concepts(ORDINAL))]),
            ),
        ),
        (
            "in the whole code system",
            from_set("#set", json!([value_set(whole.clone()), code_system(properties("itemWeight"))])),
        ),
        (
            "as another property",
            from_set("#set", json!([value_set(whole.clone()), code_system(properties("ordinalValue"))])),
        ),
        (
            "as a property with a name of its own and the standard's address",
            from_set("#set", json!([value_set(whole), with(code_system(properties("points")), standard)])),
        ),
        (
            "in the code system of the option's code",
            with(
                questionnaire(json!([choice("a", json!({"answerOption": bare}))])),
                json!({"contained": [code_system(concepts(ORDINAL))]}),
            ),
        ),
    ];
    for (place, questionnaire) in rows {
        let (instrument, ..) = made(&questionnaire);
        assert_eq!(
            (total(&instrument, 0), total(&instrument, 1)),
            ("2".to_owned(), "5".to_owned()),
            "{place}"
        );
    }
}

#[test]
fn a_set_beside_the_questionnaire_in_a_bundle_is_found() {
    let concepts = json!([{"code": "dry", "extension": weighs(ORDINAL, json!(2))}, {"code": "wet", "extension": weighs(ORDINAL, json!(5))}]);
    let set = value_set(
        json!({"compose": {"include": [{"system": "http://example.org/soil", "concept": concepts}]}}),
    );
    let bundle = |set: Value| {
        let questionnaire = from_set("http://example.org/set", json!([]));
        json!({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": questionnaire}, {"resource": set}]})
    };
    let (instrument, ..) = made(&bundle(set.clone()));
    assert_eq!(total(&instrument, 1), "5");
    let expected = "entry[0].resource.item[0].answerValueSet: `a` takes its options from http://example.org/set, which does not stand in this file.";
    assert_eq!(refused(&bundle(with(set, json!({"url": "http://example.org/other"})))), [expected]);
}

#[test]
fn a_choice_without_a_weight_or_with_two_is_refused_with_its_link_and_option() {
    let bare = json!({"valueCoding": {"code": "wet"}});
    let two = |url: &str, weight: Value| {
        let coding = json!({"code": "wet", "extension": [{"url": url, "valueDecimal": weight}]});
        with(option("wet", json!(1)), json!({"valueCoding": coding}))
    };
    let dry = || option("dry", json!(0));
    let rows: [(Value, &[&str]); 12] = [
        (
            json!([{"valueCoding": {"code": "dry"}}, bare]),
            &[
                "item[0]: `a`: no option has a weight (ordinalValue or itemWeight), and none is guessed. Without one: `dry`, `wet`.",
            ],
        ),
        (
            json!([dry(), bare]),
            &[
                "item[0]: `a`: not every option has a weight (ordinalValue or itemWeight), and none is guessed. Without one: `wet`.",
            ],
        ),
        (
            json!([dry(), two(WEIGHT, json!(2))]),
            &[
                "item[0].answerOption[1]: `a`, option `wet` weighs 1 at item[0].answerOption[1].extension[0] and 2 at item[0].answerOption[1].valueCoding.extension[0]: say which it is.",
            ],
        ),
        (
            json!([dry(), option("wet", json!("1"))]),
            &[
                "item[0].answerOption[1].extension[0].valueDecimal: This must be a number.",
                "item[0].answerOption[1].extension[0]: A weight is a number, as `valueDecimal`.",
                "item[0]: `a`: not every option has a weight (ordinalValue or itemWeight), and none is guessed. Without one: `wet`.",
            ],
        ),
        (
            json!([dry(), option("wet", json!(0.001))]),
            &[
                "item[0].answerOption[1].extension[0]: 0.001 is no weight: at most ten digits and two decimals are kept.",
                "item[0]: `a`: not every option has a weight (ordinalValue or itemWeight), and none is guessed. Without one: `wet`.",
            ],
        ),
        (
            json!([dry(), option("wet", json!(10_000))]),
            &[
                "item[0].answerOption[1]: `a`, option `wet`: 10000 is too large; a weight has at most four digits before the point.",
            ],
        ),
        (json!([dry(), option("dry", json!(1))]), &["item[0]: `a` offers `dry` twice."]),
        (
            json!([dry(), {"valueDate": "2026-01-01"}]),
            &["item[0].answerOption[1]: `a` has an option that is no code, text or whole number."],
        ),
        (
            json!([dry(), {"valueCoding": {"display": "wet"}}]),
            &["item[0].answerOption[1].valueCoding: `a` has an option without a code."],
        ),
        (
            json!([dry(), with(option("wet", json!(1)), json!({"valueString": "x"}))]),
            &["item[0].answerOption[1]: Only one `value[x]` may stand here."],
        ),
        (json!([]), &["item[0]: `a` is a choice without options."]),
        (
            json!("dry"),
            &[
                "item[0].answerOption: This must be a list, in [ ].",
                "item[0]: `a` is a choice without options.",
            ],
        ),
    ];
    for (options, expected) in rows {
        assert_eq!(refused(&questionnaire(json!([choice("a", json!({"answerOption": options}))]))), expected);
    }
    // The same weight twice is no contradiction, and 1.0 is 1.
    let same = json!([dry(), two(WEIGHT, json!(1.0))]);
    let (instrument, ..) = made(&questionnaire(json!([choice("a", json!({"answerOption": same}))])));
    assert_eq!(total(&instrument, 1), "1");
}

/// Codes of the options and the scores they give.
fn scored(instrument: &Instrument) -> Vec<(i32, String)> {
    let first = instrument.positions().next().expect("an item");
    let codes = instrument.options(first).iter().map(|option| option.code);
    codes.enumerate().map(|(n, code)| (code, total(instrument, n))).collect()
}

#[test]
fn codes_are_theirs_or_the_weights_or_the_place_and_the_score_is_always_the_weight() {
    let options = |rows: &[(&str, Value)]| {
        let options: Vec<Value> = rows.iter().map(|(code, weight)| option(code, weight.clone())).collect();
        questionnaire(json!([choice("a", json!({"answerOption": options}))]))
    };
    let rows = [
        (vec![("dry", json!(0)), ("wet", json!(1))], vec![(0, "0"), (1, "1")]),
        (vec![("0", json!(3)), ("1", json!(2))], vec![(0, "3"), (1, "2")]),
        (vec![("01", json!(3)), ("1", json!(2))], vec![(3, "3"), (2, "2")]),
        (vec![("dry", json!(3)), ("wet", json!(3)), ("so so", json!(1))], vec![(1, "3"), (2, "3"), (3, "1")]),
        (vec![("dry", json!(0.5)), ("wet", json!(1))], vec![(1, "0.5"), (2, "1")]),
        (vec![("dry", json!(-1)), ("wet", json!(1))], vec![(-1, "-1"), (1, "1")]),
        (vec![("1000000", json!(5)), ("2", json!(6))], vec![(5, "5"), (6, "6")]),
    ];
    for (given, expected) in rows {
        let (instrument, ..) = made(&options(&given));
        let found = scored(&instrument);
        let found: Vec<(i32, &str)> = found.iter().map(|(code, score)| (*code, score.as_str())).collect();
        assert_eq!(found, expected, "{given:?}");
    }
}

#[test]
fn questions_with_the_same_options_and_other_weights_do_not_share_them() {
    let turned = json!([option("dry", json!(1)), option("wet", json!(0))]);
    let (instrument, ..) = made(&questionnaire(json!([
        choice("a", json!({})),
        choice("b", json!({"answerOption": turned})),
        choice("c", json!({}))
    ])));
    let sets: Vec<Option<&str>> = instrument.positions().map(|at| instrument.option_set(at)).collect();
    assert_eq!(sets, [Some("answers"), Some("answers_2"), Some("answers")]);
    assert_eq!((total(&instrument, 0), total(&instrument, 1)), ("1".to_owned(), "2".to_owned()));
}

#[test]
fn a_number_keeps_its_decimals() {
    let extension = |name: &str, value: Value| json!({"url": format!("http://hl7.org/fhir/StructureDefinition/{name}"), "valueDecimal": value});
    let item = |decimals: i64, low: Value, high: Value| {
        let decimals = json!({"url": "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces", "valueInteger": decimals});
        questionnaire(
            json!([{"linkId": "a", "type": "decimal", "text": "How warm?", "extension": [extension("minValue", low), extension("maxValue", high), decimals]}]),
        )
    };
    let (instrument, pack, _) = made(&item(1, json!(-5.5), json!(40.0)));
    assert_eq!(instrument.items()[0].kind, ItemKind::Number { from: -55, to: 400, decimals: 1 });
    assert_eq!(pack["items"]["a"]["ends"], json!(["-5.5", "40"]));
    let rows = [
        (
            item(3, json!(0), json!(1)),
            "item[0]: `a`: at most two decimals are kept, and maxDecimalPlaces allows more.",
        ),
        (
            item(1, json!(0.55), json!(1)),
            "item[0].extension[0]: `a`: minValue is no number of at most six digits, 1 of them decimals.",
        ),
        (
            item(2, json!(0), json!(10_000)),
            "item[0].extension[1]: `a`: maxValue is no number of at most six digits, 2 of them decimals.",
        ),
        (
            item(1, json!(1.5), json!(1.5)),
            "item[0]: `a` needs a minValue below its maxValue; 1.5 and 1.5 stand here.",
        ),
    ];
    for (questionnaire, expected) in rows {
        assert_eq!(refused(&questionnaire), [expected]);
    }
}

#[test]
fn options_that_cannot_be_listed_are_refused() {
    let include = |include: Value| value_set(json!({"compose": {"include": [include]}}));
    let rows = [
        (
            json!([]),
            "item[0].answerValueSet: `a` takes its options from #set, which does not stand in this file.",
        ),
        (
            json!([value_set(json!({}))]),
            "contained[0]: `a` takes its options from here, and this lists none.",
        ),
        (
            json!([include(json!({"system": "http://example.org/soil"}))]),
            "contained[0].compose.include[0]: `a` takes its options from all of http://example.org/soil, which does not stand in this file as a whole.",
        ),
        (
            json!([
                include(json!({"system": "http://example.org/soil"})),
                with(code_system(json!([{"code": "dry"}])), json!({"content": "fragment"}))
            ]),
            "contained[0].compose.include[0]: `a` takes its options from all of http://example.org/soil, which does not stand in this file as a whole.",
        ),
        (
            json!([include(
                json!({"valueSet": ["http://example.org/other"], "system": "s", "concept": [{"code": "dry"}]})
            )]),
            "contained[0]: `a` takes its options from here; a rule such as contained[0].compose.include[0].valueSet is not worked out.",
        ),
        (
            json!([include(json!({"filter": [], "system": "s", "concept": [{"code": "dry"}]}))]),
            "contained[0]: `a` takes its options from here; a rule such as contained[0].compose.include[0].filter is not worked out.",
        ),
    ];
    for (contained, expected) in rows {
        assert_eq!(refused(&from_set("#set", contained)), [expected]);
    }
}

#[test]
fn an_item_that_cannot_be_asked_is_refused_with_its_link() {
    let text = |more: Value| with(json!({"linkId": "a", "type": "string", "text": "Well?"}), more);
    let bound = |name: &str, value: Value| json!({"url": format!("http://hl7.org/fhir/StructureDefinition/{name}"), "valueInteger": value});
    let number = |low: Value, high: Value| {
        text(json!({"type": "integer", "extension": [bound("minValue", low), bound("maxValue", high)]}))
    };
    let rows = [
        (text(json!({"linkId": null})), "item[0]: An item needs a linkId."),
        (text(json!({"type": null})), "item[0].type: `a` has no type."),
        (text(json!({"text": null})), "item[0]: `a` has no text, so there is nothing to ask."),
        (
            text(json!({"type": "open-choice"})),
            "item[0].type: `a` is of type `open-choice`, which cannot be asked here.",
        ),
        (text(json!({"type": "date"})), "item[0].type: `a` is of type `date`, which cannot be asked here."),
        (
            text(json!({"type": "quantity"})),
            "item[0].type: `a` is of type `quantity`, which cannot be asked here.",
        ),
        (
            text(json!({"type": "attachment"})),
            "item[0].type: `a` is of type `attachment`, which cannot be asked here.",
        ),
        (
            text(json!({"type": "coding"})),
            "item[0].type: `a` is of type `coding`, which cannot be asked here.",
        ),
        (text(json!({"repeats": true})), "item[0].repeats: `a` takes several answers; only a choice can."),
        (
            text(json!({"answerOption": [option("dry", json!(0))]})),
            "item[0]: `a` is of type `string` and has options; only a choice can.",
        ),
        (
            choice("a", json!({"repeats": true, "answerOption": [option("dry", json!(0))]})),
            "item[0]: `a`, option `dry`: a choice of several cannot be added up here, and it has a weight.",
        ),
        (
            choice("a", json!({"answerValueSet": "#set"})),
            "item[0]: `a` has both `answerOption` and `answerValueSet`: only one may stand.",
        ),
        (
            text(json!({"modifierExtension": [{"url": "http://example.org/not"}]})),
            "item[0].modifierExtension: `modifierExtension` may change what all the rest means, and is not known here.",
        ),
        (
            text(
                json!({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}]}),
            ),
            "item[0]: `a` is hidden: nobody could answer it.",
        ),
        (number(json!(5), json!(5)), "item[0]: `a` needs a minValue below its maxValue; 5 and 5 stand here."),
        (
            number(json!(0.5), json!(5)),
            "item[0].extension[0]: `a`: minValue is no number of at most six digits, 0 of them decimals.",
        ),
        (
            number(json!(i32::MIN), json!(5)),
            "item[0].extension[0]: `a`: minValue is no number of at most six digits, 0 of them decimals.",
        ),
        (
            number(json!(0), json!(1_000_000)),
            "item[0].extension[1]: `a`: maxValue is no number of at most six digits, 0 of them decimals.",
        ),
        (
            json!({"linkId": "g", "type": "group", "repeats": true, "item": [choice("a", json!({}))]}),
            "item[0].repeats: `g` is a group that repeats: it cannot be asked more than once.",
        ),
        (
            json!({"linkId": "g", "type": "display", "text": "Hello."}),
            "item: This Questionnaire asks nothing.",
        ),
        (json!("a"), "item[0]: This must be an object, in { }."),
    ];
    for (item, expected) in rows {
        let faults = refused(&questionnaire(json!([item])));
        assert!(faults.iter().any(|fault| fault == expected), "{expected}\n{faults:?}");
    }
    let twice = questionnaire(json!([choice("a", json!({})), choice("a", json!({}))]));
    assert_eq!(refused(&twice), ["item[1].linkId: `a` is used twice."]);
}

#[test]
fn what_is_taken_in_another_way_is_noted() {
    let text = |more: Value| with(json!({"linkId": "a", "type": "string", "text": "Well?"}), more);
    let calculated = json!([{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression", "valueExpression": {}}]);
    let rows = [
        (text(json!({"type": "integer"})), "`a` has no minValue: -999999 is taken. It is not scored."),
        (text(json!({"type": "decimal"})), "`a` has no maxValue: 9999.99 is taken. It is not scored."),
        (text(json!({"type": "decimal"})), "`a` has no maxDecimalPlaces: two decimals are taken."),
        (text(json!({"type": "boolean"})), "`a` is yes or no and has no weights: asked, not scored."),
        (
            text(json!({"type": "decimal", "readOnly": true})),
            "`a` is worked out by their software: left out, our sum stands instead.",
        ),
        (
            text(json!({"type": "quantity", "extension": calculated})),
            "`a` is worked out by their software: left out, our sum stands instead.",
        ),
        (
            text(json!({"initial": [{"valueString": "Well."}]})),
            "`a` has an answer set before it is asked: left out, nobody gave it.",
        ),
        (
            choice(
                "a",
                json!({"answerOption": [with(option("dry", json!(0)), json!({"initialSelected": true})), option("wet", json!(1))]}),
            ),
            "`a` has an answer set before it is asked: left out, nobody gave it.",
        ),
        (text(json!({"readOnly": true})), "`a` is not answered by anybody: left out."),
        (
            choice(
                "a",
                json!({"enableWhen": [{"question": "first", "operator": "=", "answerCoding": {"code": "wet"}}]}),
            ),
            "`a` is scored and asked only at times: where it is not asked there is no total.",
        ),
    ];
    for (item, expected) in rows {
        let questionnaire = questionnaire(json!([choice("first", json!({})), item]));
        let imported = import(&questionnaire.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"));
        let notes: Vec<&str> = imported.notes.iter().map(|note| note.sentence.as_str()).collect();
        assert!(notes.contains(&expected), "{expected}\n{notes:?}");
    }
    let bare = json!({"version": null, "copyright": null, "language": null, "name": null, "url": null});
    let (instrument, pack, notes) = made(&with(questionnaire(json!([choice("a", json!({}))])), bare));
    assert_eq!((instrument.id().as_str(), instrument.version()), ("my-garden", "unversioned"));
    assert_eq!(notes, ["version", "copyright", "language", "Questionnaire"]);
    assert_eq!(pack["licence"], "None is stated in the imported file: not established.");
}

#[test]
fn a_condition_becomes_a_gate() {
    let when = |conditions: Value| choice("b", json!({"enableWhen": conditions}));
    let equal = |code: &str| json!({"question": "a", "operator": "=", "answerCoding": {"system": "http://example.org/soil", "code": code}});
    let exists = json!([{"question": "a", "operator": "exists", "answerBoolean": true}]);
    let group =
        |item: Value| json!({"linkId": "g", "type": "group", "enableWhen": [equal("wet")], "item": [item]});
    let rows = [
        (when(json!([equal("wet")])), vec![1]),
        (when(json!([{"question": "a", "operator": "=", "answerCoding": {"code": "dry"}}])), vec![0]),
        (with(when(json!([equal("wet"), equal("dry")])), json!({"enableBehavior": "any"})), vec![1, 0]),
        (when(exists), vec![0, 1]),
        (group(choice("b", json!({}))), vec![1]),
        (group(when(json!([equal("wet")]))), vec![1]),
    ];
    for (item, expected) in rows {
        let (instrument, ..) = made(&questionnaire(json!([choice("a", json!({})), item])));
        let b = instrument.find_item("b").expect("it is there");
        let gate = instrument.item(b).gate.as_ref().expect("a gate");
        assert_eq!((gate.item, &gate.is), (instrument.find_item("a").expect("it is there"), &expected));
    }
    // A question below another hangs on its being answered.
    let below = choice("a", json!({"item": [choice("b", json!({}))]}));
    let (instrument, ..) = made(&questionnaire(json!([below])));
    let b = instrument.find_item("b").expect("it is there");
    assert_eq!(instrument.item(b).gate.as_ref().expect("a gate").is, [0, 1]);
    // Yes or no is a question like any other.
    let yes = json!({"linkId": "a", "type": "boolean", "text": "Is there a garden?"});
    let hangs = when(json!([{"question": "a", "operator": "=", "answerBoolean": true}]));
    let (instrument, ..) = made(&questionnaire(json!([yes, hangs])));
    let b = instrument.find_item("b").expect("it is there");
    assert_eq!(instrument.item(b).gate.as_ref().expect("a gate").is, [1]);
}

#[test]
fn a_condition_that_cannot_be_kept_is_refused_with_the_item() {
    let equal = |question: &str, code: &str| json!({"question": question, "operator": "=", "answerCoding": {"code": code}});
    let when = |conditions: Value| choice("b", json!({"enableWhen": conditions}));
    let rows = [
        (
            json!([when(json!([equal("z", "wet")]))]),
            "item[0].enableWhen[0]: `b` hangs on `z`, which is no question before it.",
        ),
        (
            json!([when(json!([equal("a", "wet")])), choice("a", json!({}))]),
            "item[0].enableWhen[0]: `b` hangs on `a`, which is no question before it.",
        ),
        (
            json!([choice("a", json!({})), when(json!([equal("a", "mud")]))]),
            "item[1].enableWhen[0]: `b` hangs on a condition that cannot be kept: `mud` is no answer to `a`.",
        ),
        (
            json!([choice("a", json!({})), when(json!([equal("a", "wet"), equal("a", "dry")]))]),
            "item[1].enableWhen: `b` hangs on 2 conditions; one can be kept.",
        ),
        (
            json!([
                choice("a", json!({})),
                choice("c", json!({})),
                with(when(json!([equal("a", "wet"), equal("c", "wet")])), json!({"enableBehavior": "any"}))
            ]),
            "item[2].enableWhen: `b` hangs on 2 conditions; one can be kept.",
        ),
        (
            json!([
                choice("a", json!({})),
                when(json!([{"question": "a", "operator": "!=", "answerCoding": {"code": "wet"}}]))
            ]),
            "item[1].enableWhen[0]: `b` hangs on a condition that cannot be kept: `!=`. An answer that equals (=) or that exists can.",
        ),
        (
            json!([
                choice("a", json!({})),
                when(json!([{"question": "a", "operator": "exists", "answerBoolean": false}]))
            ]),
            "item[1].enableWhen[0]: `b` hangs on a condition that cannot be kept: `exists`. An answer that equals (=) or that exists can.",
        ),
        (
            json!([{"linkId": "a", "type": "string", "text": "Well?"}, when(json!([{"question": "a", "operator": "exists", "answerBoolean": true}]))]),
            "item[1].enableWhen[0]: `b` hangs on a condition that cannot be kept: `a` has no options, so whether it was answered cannot be asked.",
        ),
        (
            json!([choice("a", json!({})), choice("c", json!({})), {"linkId": "g", "type": "group", "enableWhen": [equal("a", "wet")], "item": [when(json!([equal("c", "wet")]))]}]),
            "item[2].item[0].enableWhen: `b` hangs on `c` and, through what it stands in, on `a`: one condition can be kept.",
        ),
        (
            json!([choice(
                "a",
                json!({"extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression", "valueExpression": {}}]})
            )]),
            "item[0].extension[0]: `a` hangs on an expression, which is not worked out here.",
        ),
        (
            json!([choice("a", json!({})), {"linkId": "d", "type": "display", "text": "Well.", "enableWhen": [equal("a", "wet")]}]),
            "item[1].enableWhen: `d` is shown only at times: what is said here stands for everybody.",
        ),
    ];
    for (items, expected) in rows {
        let faults = refused(&questionnaire(items));
        assert!(faults.iter().any(|fault| fault == expected), "{expected}\n{faults:?}");
    }
}

#[test]
fn all_faults_come_out_at_once() {
    let items = json!([
        {"linkId": "a", "type": "url", "text": "Where?"},
        choice("b", json!({"answerOption": [{"valueCoding": {"code": "dry"}}]})),
        {"linkId": "g", "type": "group", "item": [choice("c", json!({"enableWhen": [{"question": "z", "operator": "exists", "answerBoolean": true}]}))]},
    ]);
    let paths: Vec<String> = import(&questionnaire(items).to_string())
        .expect_err("three items are wrong")
        .into_iter()
        .map(|fault| fault.path)
        .collect();
    assert_eq!(paths, ["item[0].type", "item[1]", "item[2].item[0].enableWhen[0]"]);
}

#[test]
fn a_file_that_is_no_questionnaire_is_refused() {
    let two = json!({"resourceType": "Bundle", "entry": [{"resource": questionnaire(json!([]))}, {"resource": questionnaire(json!([]))}]});
    let rows = [
        (String::new(), "1:1"),
        ("{\"resourceType\": ".to_owned(), "1:17"),
        ("[]".to_owned(), "1:1"),
        (
            questionnaire(json!([choice("a", json!({}))])).to_string().replacen(
                "\"linkId\":",
                "\"linkId\":\"b\",\"linkId\":",
                1,
            ),
            "item[0].linkId",
        ),
        ("{}".to_owned(), "resourceType"),
        (json!({"resourceType": "Patient"}).to_string(), "resourceType"),
        (two.to_string(), "resourceType"),
        (
            with(
                questionnaire(json!([choice("a", json!({}))])),
                json!({"implicitRules": "http://example.org"}),
            )
            .to_string(),
            "implicitRules",
        ),
        (
            with(questionnaire(json!([choice("a", json!({}))])), json!({"language": "../x"})).to_string(),
            "language",
        ),
        (" ".repeat((64 << 20) + 1), "1:1"),
    ];
    for (text, expected) in rows {
        let faults = import(&text).expect_err("no Questionnaire");
        assert_eq!(faults[0].path, expected, "{}", &text[..text.len().min(80)]);
    }
}

#[test]
fn depth_and_number_have_bounds() {
    let deep = (0..20).fold(
        choice("a", json!({})),
        |item, n| json!({"linkId": format!("g{n}"), "type": "group", "item": [item]}),
    );
    assert_eq!(
        refused(&questionnaire(json!([deep])))[0].split(": ").nth(1),
        Some("Items stand more than 12 deep here.")
    );
    let many: Vec<Value> =
        (0..1001).map(|n| json!({"linkId": format!("i{n}"), "type": "text", "text": "Well?"})).collect();
    assert_eq!(refused(&questionnaire(json!(many))), ["item[1000]: At most 1000 items are read."]);
    let options: Vec<Value> = (0..501).map(|n| option(&format!("c{n}"), json!(n))).collect();
    let wide = questionnaire(json!([choice("a", json!({"answerOption": options}))]));
    assert_eq!(refused(&wide), ["item[0]: `a` has 501 options; at most 500 are read."]);
}

#[test]
fn empty_groups_hand_their_words_on() {
    let items = json!([
        {"linkId": "outer", "type": "group", "text": "Outside", "item": [
            {"linkId": "stem", "type": "display", "text": "Look around."},
            {"linkId": "inner", "type": "group", "text": "Inside", "item": [choice("a", json!({}))]}]},
        {"linkId": "end", "type": "group", "text": "Goodbye."}
    ]);
    let (instrument, pack, _) = made(&questionnaire(items));
    assert_eq!(instrument.sections().len(), 1);
    assert_eq!(
        pack["sections"]["inner"],
        json!({"title": "Inside", "intro": "Outside\nLook around.\nGoodbye."})
    );
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let text = questionnaire(json!([choice("a", json!({})), choice("b", json!({}))])).to_string();
    assert_eq!(import(&text), import(&text));
}

#[test]
fn a_note_stands_on_one_line_whatever_it_repeats() {
    let item = json!({"linkId": "a\nb", "type": "boolean", "text": "Well?"});
    let imported = import(&questionnaire(json!([item])).to_string()).expect("yes or no can be asked");
    let notes: Vec<&str> = imported.notes.iter().map(|note| note.sentence.as_str()).collect();
    assert!(notes.contains(&"`a\\nb` is yes or no and has no weights: asked, not scored."), "{notes:?}");
}
