//! enableWhen: one condition on one earlier question, as a definition's `ask_when`. Anything more is refused
//! with the linkId it belongs to.

use super::asked::Asked;
use super::form::Question;
use super::given::Given;
use super::read::Element;
use crate::instrument::Code;

/// Conditions written in a language of their own, which is not worked out here.
const EXPRESSIONS: [&str; 2] = [
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression",
];

/// When an item is asked.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Gate {
    /// The linkId of the question it hangs on.
    pub link: String,
    /// What must have been answered there.
    pub wanted: Wanted,
    /// Its path.
    pub path: String,
}

/// What must have been answered.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Anything.
    Any,
    /// One of these.
    These(Vec<Given>),
}

/// The gate of an item: its own, or the one of what it stands in. Refuses two that do not agree.
pub(super) fn of(item: &Element<'_>, link: &str, above: Option<&Gate>) -> Option<Gate> {
    for expression in item.extensions(&EXPRESSIONS) {
        expression.refuse(format!("`{link}` hangs on an expression, which is not worked out here."));
    }
    let own = own(item, link);
    let (Some(own), Some(above)) = (&own, above) else { return own.or_else(|| above.cloned()) };
    let agree = own.link == above.link && (above.wanted == Wanted::Any || above.wanted == own.wanted);
    if !agree {
        item.fault(
            "enableWhen",
            format!(
                "`{link}` hangs on `{}` and, through what it stands in, on `{}`: one condition can be kept.",
                own.link, above.link
            ),
        );
    }
    Some(own.clone())
}

/// A question below another is asked once that one is answered.
pub(super) fn inside(item: &Element<'_>, link: &str) -> Gate {
    Gate { link: link.to_owned(), wanted: Wanted::Any, path: item.place() }
}

fn own(item: &Element<'_>, link: &str) -> Option<Gate> {
    let conditions = item.list("enableWhen");
    let read: Vec<Gate> = conditions.iter().filter_map(|condition| one(condition, link)).collect();
    let first = read.first()?;
    if conditions.len() == 1 {
        return Some(first.clone());
    }
    let mut these = Vec::new();
    for gate in &read {
        match &gate.wanted {
            Wanted::These(given) if gate.link == first.link => these.extend(given.iter().cloned()),
            _ => {}
        }
    }
    if these.len() != conditions.len() || item.text("enableBehavior") != Some("any") {
        item.fault(
            "enableWhen",
            format!("`{link}` hangs on {} conditions; one can be kept.", conditions.len()),
        );
    }
    Some(Gate { wanted: Wanted::These(these), ..first.clone() })
}

fn one(condition: &Element<'_>, link: &str) -> Option<Gate> {
    let question = condition.text("question");
    if question.is_none() {
        condition.refuse(format!("`{link}` hangs on a question that is not named."));
    }
    let given = Given::read(condition, "answer");
    let wanted = match (condition.text("operator"), given) {
        (Some("exists"), Some(Given::Flag(true))) => Some(Wanted::Any),
        (Some("="), Some(given)) => Some(Wanted::These(vec![given])),
        (operator, _) => {
            condition.refuse(format!(
                "`{link}` hangs on a condition that cannot be kept: `{}`. An answer that equals (=) or that exists can.",
                operator.unwrap_or("without an operator")
            ));
            None
        }
    };
    Some(Gate { link: question?.to_owned(), wanted: wanted?, path: condition.place() })
}

/// The codes that open a gate, out of those of the question it hangs on.
pub(super) fn codes(gate: &Gate, question: &Question, coded: &[(Given, Code)]) -> Result<Vec<Code>, String> {
    let all: Vec<Code> = coded.iter().map(|(_, code)| *code).collect();
    match &gate.wanted {
        Wanted::Any if all.is_empty() => {
            Err(format!("`{}` has no options, so whether it was answered cannot be asked.", question.link))
        }
        Wanted::Any => Ok(all),
        Wanted::These(given) => {
            let mut codes = Vec::new();
            for given in given {
                let code = match question.asked {
                    Asked::Number { from, to, decimals: 0 } => given.number(from..=to, 0),
                    _ => coded.iter().find(|(option, _)| option.says(given)).map(|(_, code)| *code),
                };
                match code {
                    Some(code) => codes.push(code),
                    None => return Err(format!("`{given}` is no answer to `{}`.", question.link)),
                }
            }
            Ok(codes)
        }
    }
}
