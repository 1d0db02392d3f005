//! Numbers that are typed, because there are too many of them to tap: what they stand for, and in which words
//! their bounds are said. What is no number within the bounds is refused, and nothing typed is nothing said.

use crate::text::{Phrase, Text};
use assessment_core::answer::{Answer, Missing, read_cell};
use assessment_core::instrument::{Code, Instrument, ItemAt, ItemKind};

/// More numbers than these are typed.
const MOST_TAPPED: i64 = 12;

/// What was typed and is no number of its item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistyped {
    /// The field it was typed in.
    pub field: String,
    /// What was typed, as it was; none once it was mended. What was said of it stays until somebody goes on, or
    /// the page would move under the finger that presses Continue.
    pub typed: Option<String>,
    /// Whether it is said: not before somebody wants to go on.
    pub told: bool,
}

impl Mistyped {
    /// What is left of it after an answer: nothing, unless it was said and a number was typed in its place.
    #[must_use]
    pub fn after(self, answer: &Answer) -> Option<Mistyped> {
        let mended = self.told && matches!(answer, Answer::Coded(_));
        mended.then_some(Mistyped { typed: None, ..self })
    }
}

/// Whether an item's number is typed.
#[must_use]
pub fn is_typed(kind: &ItemKind) -> bool {
    matches!(kind, ItemKind::Number { from, to, .. } if i64::from(*to) - i64::from(*from) >= MOST_TAPPED)
}

/// What was typed, as an answer; nothing typed is [`Answer::NOT_REACHED`]. `None` for what is no number within
/// the item's bounds.
#[must_use]
pub fn read(instrument: &Instrument, at: ItemAt, typed: &str) -> Option<Answer> {
    let typed = typed.trim();
    let number = |c: char| c.is_ascii_digit() || c == '-' || c == '.';
    typed.chars().all(number).then(|| read_cell(instrument, at, typed).ok()).flatten()
}

/// The answer that what was typed makes of the present one: an emptied field takes a number back and leaves
/// anything else as it is. `None` as in [`read`].
#[must_use]
pub fn given(instrument: &Instrument, at: ItemAt, present: &Answer, typed: &str) -> Option<Answer> {
    match (read(instrument, at, typed)?, present) {
        (Answer::Missing(_), Answer::Missing(_)) => Some(present.clone()),
        (Answer::Missing(_), _) => Some(Answer::Missing(Missing::Cleared)),
        (answer, _) => Some(answer),
    }
}

/// An answer as it was typed; nothing for any other.
#[must_use]
pub fn written(instrument: &Instrument, at: ItemAt, answer: &Answer) -> String {
    match answer {
        Answer::Coded(code) => instrument.code_text(at, *code),
        _ => String::new(),
    }
}

/// Which keys a tablet shows for it. Those with figures alone often have no minus.
#[must_use]
pub fn keys(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Number { from, .. } if *from < 0 => "text",
        ItemKind::Number { decimals: 0, .. } => "numeric",
        _ => "decimal",
    }
}

/// What can be typed, in words.
#[must_use]
pub fn bounds(text: &Text, instrument: &Instrument, at: ItemAt) -> Phrase {
    let (from, to, whole) = limits(instrument, at);
    if whole { text.number_whole(&from, &to) } else { text.number_any(&from, &to) }
}

/// What is wrong with something else, and what to do.
#[must_use]
pub fn fault(text: &Text, instrument: &Instrument, at: ItemAt) -> Phrase {
    let (from, to, whole) = limits(instrument, at);
    if whole { text.number_not_whole(&from, &to) } else { text.number_not(&from, &to) }
}

fn limits(instrument: &Instrument, at: ItemAt) -> (String, String, bool) {
    let of = |code: Code| instrument.code_text(at, code);
    match instrument.item(at).kind {
        ItemKind::Number { from, to, decimals } => (of(from), of(to), decimals == 0),
        _ => (String::new(), String::new(), true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use assessment_core::definition;

    fn instrument(from: &str, to: &str, decimals: u8) -> Instrument {
        let folders = assessment_core::catalogue::folders();
        let top = folders.iter().find(|folder| folder.name == "top").expect("it is shipped");
        let whole = r#""topic": "psychological health", "kind": "number", "from": 0, "to": 20"#;
        let wanted = format!(
            r#""topic": "psychological health", "kind": "number", "from": {from}, "to": {to}, "decimals": {decimals}"#
        );
        // The scale over it has other bounds then, so it goes where there are decimals.
        let text = if (from, to, decimals) == ("0", "20", 0) {
            top.definition.to_owned()
        } else {
            widened(&top.definition.replacen(whole, &wanted, 1))
        };
        definition::parse(&text).expect("a definition")
    }

    /// The same without scales that read the item.
    fn widened(definition: &str) -> String {
        let mut whole: serde_json::Value = serde_json::from_str(definition).expect("JSON");
        let scales = whole["scales"].as_array_mut().expect("scales");
        scales.retain(|scale| !scale["key"]["items"].to_string().contains("top_12"));
        whole.to_string()
    }

    #[test]
    fn what_is_typed_is_a_number_within_bounds_or_is_refused_and_blank_is_never_nought() {
        let whole = instrument("0", "20", 0);
        let at = whole.find_item("top_12").expect("such an item");
        let nought = Some(Answer::Coded(0));
        let rows = [
            ("0", nought.clone()),
            ("20", Some(Answer::Coded(20))),
            (" 7 ", Some(Answer::Coded(7))),
            ("007", Some(Answer::Coded(7))),
            ("", Some(Answer::NOT_REACHED)),
            ("  ", Some(Answer::NOT_REACHED)),
            ("21", None),
            ("-1", None),
            ("7.5", None),
            ("7,5", None),
            ("1e1", None),
            ("seven", None),
            ("skipped", None),
            ("٧", None),
            ("99999999999999999999", None),
        ];
        for (typed, expected) in rows {
            assert_eq!(read(&whole, at, typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_number_with_decimals_or_below_nought_is_read_as_it_is_written() {
        let decimal = instrument("0", "40", 1);
        let at = decimal.find_item("top_12").expect("such an item");
        for (typed, code) in [("36.5", 365), ("36", 360), ("0", 0), ("40.0", 400)] {
            let answer = Answer::Coded(code);
            assert_eq!(read(&decimal, at, typed), Some(answer.clone()), "{typed}");
            assert_eq!(read(&decimal, at, &written(&decimal, at, &answer)), Some(answer));
        }
        assert_eq!(read(&decimal, at, "36.55"), None);
        let below = instrument("-20", "20", 0);
        let at = below.find_item("top_12").expect("such an item");
        assert_eq!(read(&below, at, "-20"), Some(Answer::Coded(-20)));
        assert_eq!([keys(&below.item(at).kind), keys(&decimal.item(at).kind)], ["text", "decimal"]);
        assert_eq!(written(&below, at, &Answer::Missing(Missing::Skipped)), "");
    }

    #[test]
    fn an_emptied_field_takes_a_number_back_and_leaves_a_skip_as_it_is() {
        let whole = instrument("0", "20", 0);
        let at = whole.find_item("top_12").expect("such an item");
        let (seven, skipped) = (Answer::Coded(7), Answer::Missing(Missing::Skipped));
        let rows = [
            (&seven, "", Some(Answer::Missing(Missing::Cleared))),
            (&skipped, "", Some(skipped.clone())),
            (&Answer::NOT_REACHED, " ", Some(Answer::NOT_REACHED)),
            (&skipped, "7", Some(seven.clone())),
            (&seven, "70", None),
        ];
        for (present, typed, expected) in rows {
            assert_eq!(given(&whole, at, present, typed), expected, "{present:?}, then {typed:?}");
        }
    }

    #[test]
    fn numbers_are_tapped_as_long_as_there_are_a_dozen() {
        let number = |from, to| ItemKind::Number { from, to, decimals: 0 };
        let rows = [
            ((0, 10), false),
            ((0, 11), false),
            ((1, 12), false),
            ((0, 12), true),
            ((0, i32::MAX), true),
            ((i32::MIN, i32::MAX), true),
        ];
        for ((from, to), typed) in rows {
            assert_eq!(is_typed(&number(from, to)), typed, "{from} to {to}");
        }
        assert!(!is_typed(&ItemKind::Text));
    }
}
