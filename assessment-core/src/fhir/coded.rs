//! From the options of a question to codes, and from codes to points where the two are not the same.

use super::asked::Asked;
use super::choice::Choice;
use super::form::Question;
use super::given::Given;
use super::json::Json;
use super::name::Names;
use crate::definition::Faults;
use crate::instrument::Code;
use crate::points::Points;

/// Codes a definition may use: six digits.
const CODES: std::ops::RangeInclusive<Code> = -999_999..=999_999;
/// Points a key may give for a code: four digits before the point.
const MOST: Points = Points::hundredths(999_999);

/// A question's options with their codes.
pub(super) struct Coded {
    /// What FHIR gives for each code.
    pub given: Vec<(Given, Code)>,
    /// The points of each code.
    pub points: Vec<Points>,
    /// The option set.
    pub set: Option<String>,
    /// Codes that stand alone.
    pub alone: Vec<Code>,
}

/// The option sets of an instrument; questions with the same options and weights share one.
#[derive(Default)]
pub(super) struct Sets {
    names: Names,
    sets: Vec<(String, Vec<Labelled>)>,
}

/// A code, our label for it, theirs, and its points.
#[derive(Clone, PartialEq, Eq)]
struct Labelled {
    code: Code,
    topic: String,
    label: String,
    points: Option<Points>,
}

/// Gives every option of a question its code.
pub(super) fn coded(question: &Question, sets: &mut Sets, faults: &Faults) -> Coded {
    let (choices, codes) = match &question.asked {
        Asked::Weighted(choices) => {
            check(question, choices, faults);
            (choices.as_slice(), codes(choices))
        }
        Asked::Several(choices) => (choices.as_slice(), codes(choices)),
        Asked::YesNo => return yes_no(sets),
        Asked::Number { .. } | Asked::Text => {
            return Coded { given: Vec::new(), points: Vec::new(), set: None, alone: Vec::new() };
        }
    };
    let pairs = || choices.iter().zip(&codes);
    let labelled = |(choice, code): (&Choice, &Code)| Labelled {
        code: *code,
        topic: choice.topic.clone(),
        label: choice.label.clone(),
        points: choice.weight,
    };
    Coded {
        given: pairs().map(|(choice, code)| (Given::of(choice), *code)).collect(),
        points: choices.iter().filter_map(|choice| choice.weight).collect(),
        set: Some(sets.share("answers", pairs().map(labelled).collect())),
        alone: pairs().filter(|(choice, _)| choice.alone).map(|(_, code)| *code).collect(),
    }
}

fn yes_no(sets: &mut Sets) -> Coded {
    let option = |code, topic: &str, label: &str| Labelled {
        code,
        topic: topic.to_owned(),
        label: label.to_owned(),
        points: None,
    };
    let set = sets.share("yes_no", vec![option(1, "yes", "Yes"), option(0, "no", "No")]);
    let given = vec![(Given::Flag(true), 1), (Given::Flag(false), 0)];
    Coded { given, points: Vec::new(), set: Some(set), alone: Vec::new() }
}

/// Their codes where those are whole numbers, so that their data can be read; the weights where those are;
/// otherwise the place in the list.
fn codes(choices: &[Choice]) -> Vec<Code> {
    let theirs = |choice: &Choice| choice.code.parse::<Code>().ok().filter(|n| n.to_string() == choice.code);
    let weight = |choice: &Choice| {
        let hundredths = choice.weight?.in_hundredths();
        Code::try_from(hundredths / 100).ok().filter(|_| hundredths % 100 == 0)
    };
    let all = |code: &dyn Fn(&Choice) -> Option<Code>| -> Option<Vec<Code>> {
        let codes: Vec<Code> = choices.iter().map(code).collect::<Option<_>>()?;
        let fit = |n: usize| CODES.contains(&codes[n]) && !codes[..n].contains(&codes[n]);
        (0..codes.len()).all(fit).then_some(codes)
    };
    all(&theirs).or_else(|| all(&weight)).unwrap_or_else(|| (1..).take(choices.len()).collect())
}

fn check(question: &Question, choices: &[Choice], faults: &Faults) {
    for choice in choices {
        if let Some(weight) = choice.weight.filter(|weight| !(-MOST..=MOST).contains(weight)) {
            let sentence = format!(
                "`{}`, option `{}`: {weight} is too large; a weight has at most four digits before the point.",
                question.link, choice.code
            );
            faults.add(&choice.path, sentence);
        }
    }
}

impl Sets {
    fn share(&mut self, name: &str, options: Vec<Labelled>) -> String {
        if let Some((name, _)) = self.sets.iter().find(|(_, there)| *there == options) {
            return name.clone();
        }
        let name = self.names.take(name);
        self.sets.push((name.clone(), options));
        name
    }

    /// As a definition has them.
    pub(super) fn definition(&self) -> Json {
        let option =
            |option: &Labelled| Json::object().with("code", option.code).with("topic", &option.topic);
        self.sets.iter().fold(Json::object(), |json, (name, options)| {
            json.with(name, Json::List(options.iter().map(option).collect()))
        })
    }

    /// As a wording pack has them.
    pub(super) fn wording(&self) -> Json {
        let labels = |options: &[Labelled]| {
            let label = |json: Json, option: &Labelled| json.with(&option.code.to_string(), &option.label);
            options.iter().fold(Json::object(), label)
        };
        self.sets.iter().fold(Json::object(), |json, (name, options)| json.with(name, labels(options)))
    }

    /// The points of every code, for the sets whose codes are not their points already.
    pub(super) fn recode(&self) -> Option<Json> {
        let differs = |option: &Labelled| {
            option.points.is_some_and(|points| points != Points::whole(option.code.into()))
        };
        let tables: Vec<_> = self.sets.iter().filter(|(_, options)| options.iter().any(differs)).collect();
        let table = |options: &[Labelled]| {
            let row = |json: Json, option: &Labelled| json.with(&option.code.to_string(), option.points);
            options.iter().fold(Json::object(), row)
        };
        (!tables.is_empty()).then(|| {
            tables.iter().fold(Json::object(), |json, (name, options)| json.with(name, table(options)))
        })
    }
}
