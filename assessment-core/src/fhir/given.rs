//! A value as FHIR gives it, in a condition or as an answer, and the code it stands for here.

use super::asked;
use super::choice::Choice;
use super::read::Element;
use crate::instrument::Code;
use crate::points::Points;
use std::fmt;
use std::ops::RangeInclusive;

/// A value under `answer[x]` or `value[x]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// A code, with its system when that is said.
    Coding(Option<String>, String),
    /// A text.
    Text(String),
    /// A number.
    Number(Points),
    /// Yes or no.
    Flag(bool),
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Given::Coding(_, text) | Given::Text(text) => f.write_str(text),
            Given::Number(points) => write!(f, "{points}"),
            Given::Flag(flag) => write!(f, "{flag}"),
        }
    }
}

impl Given {
    /// Reads what stands under a prefix; `None` for a type no item here takes.
    pub(super) fn read(element: &Element<'_>, prefix: &str) -> Option<Given> {
        match element.typed(prefix)? {
            ("Coding", _) => {
                let coding = element.inner_typed(prefix, "Coding")?;
                Some(Given::Coding(coding.text("system").map(str::to_owned), coding.text("code")?.to_owned()))
            }
            ("String", value) => value.as_str().map(|text| Given::Text(text.to_owned())),
            ("Boolean", value) => value.as_bool().map(Given::Flag),
            ("Integer" | "Decimal", _) => super::weight::points(&element.number(prefix)?).map(Given::Number),
            ("Quantity", _) => {
                let quantity = element.inner_typed(prefix, "Quantity")?;
                super::weight::points(&quantity.plain_number("value")?).map(Given::Number)
            }
            _ => None,
        }
    }

    /// The value an option is chosen by.
    pub(super) fn of(choice: &Choice) -> Given {
        Given::Coding(choice.system.clone(), choice.code.clone())
    }

    /// Whether the two say the same: a code whose system is left out is the code of that system.
    pub(super) fn says(&self, other: &Given) -> bool {
        match (self, other) {
            (Given::Coding(a, x), Given::Coding(b, y)) => x == y && (a == b || a.is_none() || b.is_none()),
            (Given::Coding(None, code), given) | (given, Given::Coding(None, code)) => {
                *code == given.to_string()
            }
            (a, b) => a == b,
        }
    }

    /// The code of the number that is given, within bounds.
    pub(super) fn number(&self, bounds: RangeInclusive<Code>, decimals: u8) -> Option<Code> {
        let Given::Number(number) = self else { return None };
        asked::code(*number, decimals).filter(|code| bounds.contains(code))
    }
}
