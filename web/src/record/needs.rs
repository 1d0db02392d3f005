//! The stored shape of what helps a person: part of the person's record, left out while nothing was said.

use super::{Unreadable, get, get_day, list, object, text};
use crate::needs::{Colours, Help, Needs, Size, Spacing};
use crate::notes::Word;
use crate::text::Language;
use serde_json::Value;

/// The card as JSON; null while nothing was said.
pub(super) fn write_needs(needs: &Needs) -> Value {
    if *needs == Needs::default() {
        return Value::Null;
    }
    object([
        ("size", text(needs.size.word())),
        ("spacing", text(needs.spacing.word())),
        ("colours", text(needs.colours.word())),
        ("language", text(needs.language.map_or("", Language::code))),
        ("helps", Value::Array(needs.helps.iter().map(|help| text(help.word())).collect())),
        ("words", text(&needs.words)),
        ("right_on", super::day(needs.right_on)),
    ])
}

/// Reads [`write_needs`]; a record of a time before the card has none.
pub(super) fn read_needs(shape: Option<&Value>) -> Result<Needs, Unreadable> {
    let Some(shape) = shape.filter(|shape| !shape.is_null()) else { return Ok(Needs::default()) };
    let mut helps = Vec::new();
    for help in list(shape, "helps")? {
        helps.push(help.as_str().and_then(Help::read).ok_or(Unreadable)?);
    }
    let language = match get(shape, "language")? {
        "" => None,
        code => Some(Language::from_code(code).ok_or(Unreadable)?),
    };
    Ok(Needs {
        size: Size::read(get(shape, "size")?).ok_or(Unreadable)?,
        spacing: Spacing::read(get(shape, "spacing")?).ok_or(Unreadable)?,
        colours: Colours::read(get(shape, "colours")?).ok_or(Unreadable)?,
        language,
        helps,
        words: get(shape, "words")?.to_owned(),
        right_on: get_day(shape, "right_on")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needs::Need;
    use chrono::NaiveDate;

    #[test]
    fn the_card_reads_back_and_another_shape_is_unreadable() {
        let day = NaiveDate::default();
        let some = [
            Need::Size(Size::Large),
            Need::Language(Some(Language::Cy)),
            Need::Help(Help::Interpreter),
            Need::Words("Iaith arwyddion, os gwelwch yn dda".to_owned()),
        ];
        let full = some.into_iter().fold(Needs::default(), |needs, need| needs.with(need, day));
        for needs in [Needs::default(), full] {
            assert_eq!(read_needs(Some(&write_needs(&needs))), Ok(needs));
        }
        assert_eq!(read_needs(None), Ok(Needs::default()));
        for text in ["{}", "[]", "7", "{\"size\":\"900\"}"] {
            let shape: Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(read_needs(Some(&shape)), Err(Unreadable), "{text}");
        }
    }
}
