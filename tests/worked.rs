//! The worked examples of instruments.md 14 that score answers, by their numbers there: each comes out as it is
//! printed, and each stands in the `cases.csv` of its instrument with just these answers. (36 to 46 compare two
//! times and stand in the `change.csv` files; 51 and 52 are in the schedule's tests.)

use crate::instruments::{folders, read};
use assessment_core::answer::{Answer, Missing, Responses, read_cell};
use assessment_core::cases::{Column, columns};
use assessment_core::instrument::{Instrument, ItemAt, Setting};
use assessment_core::points::Points;
use assessment_core::score::score;

/// Its number, the instrument, its first codes in order (`5*1` is five ones, `-` is none; where the example gives
/// only their sum, ours that come to it), and for each scale the value and band, or nothing for a scale that cannot be
/// scored. Codes of which no scale is expected are refused.
type Worked =
    (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str, &'static str)]);

const LOW: &str = "low";
const UNDER: &str = "below the cut-off";
const OVER: &str = "at or above the cut-off";
const NONE: &str = "";

const WORKED: &[Worked] = &[
    (
        "1",
        "arc-50",
        "50*1",
        &[
            ("substance_use_and_sobriety", "5", NONE),
            ("global_health_psychological", "5", NONE),
            ("global_health_physical", "5", NONE),
            ("citizenship_community", "5", NONE),
            ("social_support", "5", NONE),
            ("meaningful_activities", "5", NONE),
            ("housing_and_safety", "5", NONE),
            ("risk_taking", "5", NONE),
            ("coping_and_life_functioning", "5", NONE),
            ("recovery_experience", "5", NONE),
            ("total", "50", NONE),
        ],
    ),
    (
        "2",
        "arc-50",
        "5*1 4*1 0 3*1 2*0 2*1 3*0 1 4*0 5*0 5*1 4*1 0 3*1 2*0 2*1 3*0",
        &[("citizenship_community", "2", NONE), ("meaningful_activities", "0", NONE), ("total", "29", NONE)],
    ),
    (
        "3",
        "arc-50",
        "5*1 4*1 0 3*1 2*0 - 1 3*0 1 4*0 5*0 5*1 4*1 0 3*1 2*0 2*1 3*0",
        &[
            ("global_health_physical", "3", NONE),
            ("citizenship_community", "", NONE),
            ("social_support", "1", NONE),
            ("total", "", NONE),
        ],
    ),
    ("4", "arc-50", "9*1 0 3*1 2*0 2*1 2*0 2 1 9*0 9*1 0 3*1 2*0 2*1 3*0", &[]),
    ("4", "arc-50", "9*1 0 3*1 2*0 2*1 2*0 6 1 9*0 9*1 0 3*1 2*0 2*1 3*0", &[]),
    ("5", "barc-10", "5*5 2*4 2*5 4", &[("total", "47", OVER)]),
    ("6", "barc-10", "4*5 3*4 2*5 4", &[("total", "46", UNDER)]),
    ("7", "barc-10", "10*1", &[("total", "10", UNDER)]),
    ("7", "barc-10", "10*6", &[("total", "60", OVER)]),
    ("8", "barc-10", "0 9*5", &[]),
    ("8", "barc-10", "7 9*5", &[]),
    ("9", "barc-10", "- 9*5", &[("total", "", NONE)]),
    ("10", "sure-21", "21*0", SURE_BEST),
    ("10", "sure-21", "21*4", SURE_WORST),
    (
        "11",
        "sure-21",
        "0 2 4 1 2 3 0 1 2 3 4 4*2 1 3 0 4 1 2",
        &[
            ("substance_use", "12", NONE),
            ("self_care", "10", NONE),
            ("relationships", "8", NONE),
            ("material_resources", "7", NONE),
            ("outlook_on_life", "6", NONE),
            ("total", "43", NONE),
        ],
    ),
    (
        "12",
        "sure-21",
        "0 2 4 1 2 3 0 1 2 3 4 4*2 - 3 0 4 1 2",
        &[
            ("substance_use", "12", NONE),
            ("self_care", "10", NONE),
            ("relationships", "8", NONE),
            ("material_resources", "", NONE),
            ("outlook_on_life", "6", NONE),
            ("total", "", NONE),
        ],
    ),
    ("13", "swemwbs-7", "7*3", &[("total", "19.25", LOW)]),
    ("14", "swemwbs-7", "6*3 4", &[("total", "19.98", "medium")]),
    ("15", "swemwbs-7", "2*5 5*4", &[("total", "27.03", "medium")]),
    ("15", "swemwbs-7", "3*5 4*4", &[("total", "28.13", "high")]),
    ("16", "swemwbs-7", "7*1", &[("total", "7", LOW)]),
    ("16", "swemwbs-7", "7*5", &[("total", "35", "high")]),
    ("17", "swemwbs-7", "- 6*4", &[("total", "", NONE)]),
    ("18", "wemwbs-14", "3 4 2 5 1 3 4 2 3 5 4 1 2 5", &[("total", "44", "average")]),
    ("18", "swemwbs-7", "3 4 2 3 4 3 4", &[("total", "20.73", "medium")]),
    ("19", "wemwbs-14", "14*3", &[("total", "42", LOW)]),
    ("19", "wemwbs-14", "7*5 2 6*1", &[("total", "43", "average")]),
    ("19", "wemwbs-14", "11*5 2 1 1", &[("total", "59", "average")]),
    ("19", "wemwbs-14", "11*5 3 1 1", &[("total", "60", "high")]),
    ("20", "wemwbs-14", "3*5 - 4*5 3 1 - 3*1", &[("total", "49", "average")]),
    ("21", "wemwbs-14", "10*4 4*-", &[("total", "", NONE)]),
    (
        "22, 23",
        "ons-4",
        "4 5 7 1",
        &[("life_satisfaction", "4", LOW), ("anxious_yesterday", "1", "very low")],
    ),
    ("22, 23", "ons-4", "5 7 9 2", &[("life_satisfaction", "5", "medium"), ("anxious_yesterday", "2", LOW)]),
    (
        "22, 23",
        "ons-4",
        "7 9 4 4",
        &[("life_satisfaction", "7", "high"), ("anxious_yesterday", "4", "medium")],
    ),
    (
        "22, 23",
        "ons-4",
        "9 4 5 6",
        &[("life_satisfaction", "9", "very high"), ("anxious_yesterday", "6", "high")],
    ),
    (
        "24",
        "ons-4",
        "3*7 -",
        &[
            ("life_satisfaction", "7", "high"),
            ("worthwhile", "7", "high"),
            ("happy_yesterday", "7", "high"),
            ("anxious_yesterday", "", NONE),
        ],
    ),
    ("25", "ons-loneliness", "1 2 3", &[("three_item", "6", "6 to 7")]),
    ("25", "ons-loneliness", "1 1 3", &[("three_item", "5", "3 to 5")]),
    ("25", "ons-loneliness", "3*3", &[("three_item", "9", "8 to 9")]),
    ("26", "ons-loneliness", "2 - 2", &[("three_item", "", NONE)]),
    ("27", "lsns-6", "6*2", &[("family", "6", OVER), ("friends", "6", OVER), ("total", "12", OVER)]),
    (
        "28",
        "lsns-6",
        "1 2 3 0 1 4",
        &[("family", "6", OVER), ("friends", "5", UNDER), ("total", "11", UNDER)],
    ),
    ("29", "lsns-6", "5*3 -", &[("family", "9", OVER), ("friends", "", NONE), ("total", "", NONE)]),
    ("30", "mirc-28", "14*4", &[("social", "19", NONE), ("physical", "19", NONE)]),
    ("30", "mirc-28", "14*1", &[("social", "16", NONE), ("physical", "16", NONE)]),
    ("32", "mirc-28", "3 2 4 3 2 1 3 3 2 2 4 1 3 3", &[("social", "23", NONE), ("physical", "23", NONE)]),
    ("33", "css-5", "5*6", &[("total", "30", NONE)]),
    ("33", "css-5", "5*4", &[("total", "20", NONE)]),
    ("34", "rgps-14", "7*1 7*0", &[("total", "7", NONE)]),
    ("35", "rosenberg", "10*3", &[("total", "15", "15 to 25")]),
    ("35", "rosenberg", "2 1 2 2 1 1 2 1 0 2", &[("total", "21", "15 to 25")]),
    ("50", "top", "7 5 3 0", &[("alcohol_days", "15", NONE)]),
    ("50", "top", "- 5 3 0", &[("alcohol_days", "", NONE)]),
];

const SURE_BEST: &[(&str, &str, &str)] = &[
    ("substance_use", "18", NONE),
    ("self_care", "15", NONE),
    ("relationships", "12", NONE),
    ("material_resources", "9", NONE),
    ("outlook_on_life", "9", NONE),
    ("total", "63", NONE),
];

const SURE_WORST: &[(&str, &str, &str)] = &[
    ("substance_use", "6", NONE),
    ("self_care", "5", NONE),
    ("relationships", "4", NONE),
    ("material_resources", "3", NONE),
    ("outlook_on_life", "3", NONE),
    ("total", "21", NONE),
];

/// `2*5 -` as `5`, `5` and nothing.
fn codes(written: &str) -> Vec<&str> {
    let mut codes = Vec::new();
    for token in written.split(' ') {
        let (times, code) = token.split_once('*').unwrap_or(("1", token));
        codes.extend(vec![code; times.parse().expect("a number of times")]);
    }
    codes
}

fn read_codes(instrument: &Instrument, codes: &[&str]) -> Result<Vec<Answer>, String> {
    let mut answers = vec![Answer::NOT_REACHED; instrument.items().len()];
    for (at, code) in instrument.positions().zip(codes).filter(|(_, code)| **code != "-") {
        answers[at.index()] = read_cell(instrument, at, code).map_err(|refusal| refusal.to_string())?;
    }
    Ok(answers)
}

/// What does not come out as it is printed.
fn wrong(instrument: &Instrument, codes: &[&str], expected: &[(&str, &str, &str)]) -> Vec<String> {
    let answers = match read_codes(instrument, codes) {
        Err(_) if expected.is_empty() => return Vec::new(),
        Err(refusal) => return vec![refusal],
        Ok(_) if expected.is_empty() => return vec!["it should be refused".to_owned()],
        Ok(answers) => answers,
    };
    let responses = Responses::settle(instrument, Setting::Community, |at| answers[at.index()].clone());
    let scores = score(instrument, &responses);
    let told = |(id, value, band): &(&str, &str, &str)| {
        let at = instrument.find_scale(id).unwrap_or_else(|| panic!("there is no scale {id}"));
        let scored = scores.of(at).scored();
        let found = scored.map(|scored| {
            (scored.value, scored.band.map_or("", |band| instrument.scale(at).bands[band].name.as_str()))
        });
        let printed = Points::read(value).map(|value| (value, *band));
        (found != printed).then(|| format!("{id} is {found:?}, not {value} {band}"))
    };
    expected.iter().filter_map(told).collect()
}

/// Whether a case of the file has just these codes; nothing is any reason for nothing.
fn stands(instrument: &Instrument, name: &str, codes: &[&str]) -> bool {
    let file = crate::sources::root().join("instruments").join(name).join("cases.csv");
    let mut reader = csv::Reader::from_path(file).expect("its cases");
    let columns = columns(instrument, reader.headers().expect("a header")).expect("good columns");
    let code = |at: ItemAt| codes.get(at.index());
    reader.records().map(|row| row.expect("a row")).any(|row| {
        columns.iter().zip(&row).all(|(column, cell)| match column {
            Column::Item(at) => match code(*at) {
                None => true,
                Some(&"-") => cell.is_empty() || Missing::read(cell).is_some(),
                Some(code) => *code == cell,
            },
            Column::Setting => cell.is_empty() || cell == "community",
            _ => true,
        })
    })
}

#[test]
fn every_worked_example_comes_out_as_printed_and_is_a_case_of_its_instrument() {
    let mut faults = Vec::new();
    for (number, name, written, expected) in WORKED {
        let folder = folders().into_iter().find(|folder| folder.ends_with(name)).expect("its folder");
        let instrument = read(&folder).expect("its definition parses");
        let codes = codes(written);
        faults.extend(
            wrong(&instrument, &codes, expected).into_iter().map(|w| format!("{number} {name}: {w}")),
        );
        if !stands(&instrument, name, &codes) {
            faults.push(format!("{number} {name}: `{written}` is no case of cases.csv"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
