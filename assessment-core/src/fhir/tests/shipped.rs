//! Every instrument that is shipped, out and home again.

use crate::answer::{Answer, Missing, Responses};
use crate::catalogue::{Folder, folders};
use crate::fhir::{Papers, Row, When, beyond_weights, bundle, import, judge, questionnaire};
use crate::instrument::{Instrument, ItemAt, ItemKind, Setting};
use crate::{definition, score};
use serde_json::{Value, json};

use super::digest;

fn exported(folder: &Folder) -> (Instrument, Value) {
    let instrument = definition::parse(folder.definition).expect("a shipped definition");
    let text = questionnaire(&Papers {
        instrument: &instrument,
        definition: folder.definition,
        wordings: folder.wordings,
    });
    (instrument, serde_json::from_str(&text).expect("what is written is JSON"))
}

/// The same Questionnaire as one that knows only weights would have it.
fn bare(mut questionnaire: Value) -> Value {
    let fields = questionnaire.as_object_mut().expect("a resource");
    fields.remove("contained");
    fields.remove("extension");
    questionnaire
}

/// Numbers that look random and are the same each time (a linear congruence; its upper half).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % n
    }
}

/// Answers to everything; one in eight is missing.
fn answered(instrument: &Instrument, numbers: &mut Numbers) -> Responses {
    let setting = if numbers.below(2) == 0 { Setting::Community } else { Setting::Custody };
    Responses::settle(instrument, setting, |at| match &instrument.item(at).kind {
        _ if numbers.below(8) == 0 => Answer::Missing(Missing::ALL[numbers.below(8)]),
        ItemKind::Number { from, to, .. } => Answer::Coded(
            from + i32::try_from(numbers.below((to - from + 1) as usize)).expect("a small number"),
        ),
        ItemKind::Choice { .. } => Answer::Coded(option(instrument, at, numbers)),
        ItemKind::Several { .. } => Answer::Several([option(instrument, at, numbers)].into()),
        ItemKind::Text => Answer::Text("words".to_owned()),
    })
}

fn option(instrument: &Instrument, at: ItemAt, numbers: &mut Numbers) -> i32 {
    let options = instrument.options(at);
    options[numbers.below(options.len())].code
}

#[test]
fn every_instrument_comes_home_as_it_left() {
    for folder in folders() {
        let imported = import(&exported(folder).1.to_string())
            .unwrap_or_else(|faults| panic!("{}: {faults:?}", folder.name));
        assert_eq!(imported.definition, folder.definition, "{}", folder.name);
        let packs: Vec<(String, String)> = folder
            .wordings
            .iter()
            .map(|(name, text)| {
                let language = name.trim_start_matches("wording.").trim_end_matches(".json");
                (language.to_owned(), (*text).to_owned())
            })
            .collect();
        assert_eq!(imported.wordings, packs, "{}", folder.name);
    }
}

/// Forty sessions of each instrument: in a Bundle, out of it again, scored the same.
#[test]
fn every_session_of_every_instrument_is_scored_the_same_after_the_journey() {
    for folder in folders() {
        let (instrument, _) = exported(folder);
        let mut numbers = Numbers(7);
        let rows: Vec<Row> = (0..40)
            .map(|n| Row {
                person: format!("p{n}"),
                wave: "baseline".to_owned(),
                when: When::Days(n),
                responses: answered(&instrument, &mut numbers),
            })
            .collect();
        let papers =
            Papers { instrument: &instrument, definition: folder.definition, wordings: folder.wordings };
        let text = bundle(&papers, &rows, digest).expect("no person stands there twice");
        let judged = judge(&[&text], digest).unwrap_or_else(|faults| panic!("{}: {faults:?}", folder.name));
        assert_eq!(judged.differences, [], "{}", folder.name);
        assert_eq!(judged.rows.len(), rows.len());
        for (row, back) in rows.iter().zip(&judged.rows) {
            assert_eq!((&back.person, &back.wave, back.when), (&row.person, &row.wave, row.when));
            let scores = |responses| score::score(&instrument, responses);
            assert_eq!(scores(&row.responses), scores(&back.responses), "{} {}", folder.name, row.person);
        }
    }
}

/// What somebody makes of a Questionnaire of ours who knows weights and nothing else: the same total, missing answers
/// and all, wherever the export does not warn.
#[test]
fn the_weights_alone_give_the_same_total_or_the_export_says_why_not() {
    let plain: Vec<&str> = folders()
        .iter()
        .filter(|folder| beyond_weights(&exported(folder).0).is_empty())
        .map(|folder| folder.name)
        .collect();
    assert_eq!(plain, ["audit-c", "barc-10", "css-5", "gad-7", "phq-9", "rgps-14", "rosenberg"]);
    for name in plain {
        let folder = folders().iter().find(|folder| folder.name == name).expect("it was just there");
        let (instrument, made) = exported(folder);
        let imported = import(&bare(made).to_string()).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        let theirs = definition::parse(&imported.definition).expect("an import passes the check");
        let mut numbers = Numbers(11);
        let mut scored = 0;
        for n in 0..400 {
            // Every other time something may be missing.
            let places: Vec<Option<usize>> = instrument
                .positions()
                .map(|at| {
                    (n % 2 == 0 || numbers.below(8) > 0).then(|| numbers.below(instrument.options(at).len()))
                })
                .collect();
            let total = |of: &Instrument| {
                let answer = |at: ItemAt| match places[at.index()] {
                    Some(place) => Answer::Coded(of.options(at)[place].code),
                    None => Answer::Missing(Missing::PreferNotToSay),
                };
                let responses = Responses::settle(of, Setting::Community, answer);
                let scores = score::score(of, &responses);
                scores.of(of.find_scale("total").expect("a total")).scored().map(|scored| scored.value)
            };
            assert_eq!(total(&instrument), total(&theirs), "{name} {places:?}");
            scored += usize::from(total(&instrument).is_some());
        }
        assert!((200..400).contains(&scored), "{name}: {scored}");
    }
}

#[test]
fn what_the_weights_cannot_say_is_said_by_the_export() {
    let rows: [(&str, &[&str]); 5] = [
        ("swemwbs-7", &["`total`: more than a sum of weights: a table turns the sum into the score."]),
        (
            "wemwbs-14",
            &["`total`: more than a sum of weights: the person's mean stands for a few missing answers."],
        ),
        (
            "lsns-6",
            &[
                "`family`, `friends`: more than a sum of weights: other questions have weights too.",
                "`total`: more than a sum of weights: scales are added up.",
            ],
        ),
        (
            "ons-4",
            &[
                "`life_satisfaction`, `worthwhile`, `happy_yesterday`, `anxious_yesterday`: more than a sum of weights: some of its answers have no weight.",
            ],
        ),
        (
            "ons-loneliness",
            &[
                "`three_item`, `direct_item`: more than a sum of weights: other questions have weights too.",
                "There is no total: the weights of all questions must not be added up.",
            ],
        ),
    ];
    for (name, expected) in rows {
        let folder = folders().iter().find(|folder| folder.name == name).expect("it is shipped");
        let told = beyond_weights(&exported(folder).0);
        assert_eq!(told.iter().map(|fault| fault.sentence.as_str()).collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn a_form_that_is_more_than_a_sum_is_refused_when_only_the_weights_are_left() {
    for (name, link) in
        [("mirc-28", "mirc_15"), ("strengths-profile", "setting"), ("distance-travelled", "setting")]
    {
        let folder =
            folders().iter().find(|folder| folder.name == name).unwrap_or_else(|| panic!("no {name}"));
        let faults = import(&bare(exported(folder).1).to_string()).expect_err(name);
        assert!(
            faults
                .iter()
                .any(|fault| fault.sentence.starts_with(&format!("`{link}`: no option has a weight"))),
            "{faults:?}"
        );
    }
    // Four numbers that must not be added up have no total there either.
    let folder = folders().iter().find(|folder| folder.name == "ons-4").expect("it is shipped");
    let imported = import(&bare(exported(folder).1).to_string()).expect("numbers with bounds");
    let theirs: Value = serde_json::from_str(&imported.definition).expect("JSON");
    assert_eq!(theirs["scales"], json!([]));
}
