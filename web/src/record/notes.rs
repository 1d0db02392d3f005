//! The stored shape of what is kept beside a sitting.

use super::{Unreadable, day, get, get_day, object, read, text, write};
use crate::notes::{Answered, Concern, Notes, Tap, Told, Word};
use serde_json::Value;

/// What is kept beside a sitting, as bytes.
#[must_use]
pub fn write_notes(notes: &Notes) -> Vec<u8> {
    let tap = |tap: Option<Tap>| tap.map_or(Value::Null, |tap| text(tap.word()));
    let concern = notes.concern.as_ref().map_or(Value::Null, |concern| {
        object([
            ("anything", text(concern.anything.word())),
            ("tell_now", text(concern.tell_now.word())),
            ("whom", text(&concern.whom)),
            ("told", text(concern.told_person.word())),
            ("why", text(&concern.why)),
            ("on", day(Some(concern.on))),
        ])
    });
    write(object([
        ("v", 1.into()),
        ("worth", tap(notes.worth)),
        ("about_me", tap(notes.about_me)),
        ("worker", tap(notes.worker)),
        ("concern", concern),
    ]))
}

/// Reads [`write_notes`].
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape.
pub fn read_notes(revision: u64, bytes: &[u8]) -> Result<Notes, Unreadable> {
    let shape = read(bytes)?;
    let tap = |name: &str| match &shape[name] {
        Value::Null => Ok(None),
        Value::String(word) => Tap::read(word).map(Some).ok_or(Unreadable),
        _ => Err(Unreadable),
    };
    let concern = match &shape["concern"] {
        Value::Null => None,
        concern => Some(Concern {
            anything: Answered::read(get(concern, "anything")?).ok_or(Unreadable)?,
            tell_now: Answered::read(get(concern, "tell_now")?).ok_or(Unreadable)?,
            whom: get(concern, "whom")?.to_owned(),
            told_person: Told::read(get(concern, "told")?).ok_or(Unreadable)?,
            why: get(concern, "why")?.to_owned(),
            on: get_day(concern, "on")?.ok_or(Unreadable)?,
        }),
    };
    Ok(Notes { worth: tap("worth")?, about_me: tap("about_me")?, worker: tap("worker")?, concern, revision })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn notes_read_back_and_another_shape_is_unreadable() {
        let concern = Concern {
            anything: Answered::Yes,
            tell_now: Answered::No,
            whom: "Duty desk ☎ \n\"ring\"".to_owned(),
            told_person: Told::NotTold,
            why: "It would make her less safe.".to_owned(),
            on: NaiveDate::default(),
        };
        let rows = [
            Notes::default(),
            Notes {
                worth: Some(Tap::Yes),
                about_me: Some(Tap::Partly),
                worker: Some(Tap::No),
                ..Notes::default()
            },
            Notes { concern: Some(concern), revision: 3, ..Notes::default() },
        ];
        for notes in rows {
            assert_eq!(read_notes(notes.revision, &write_notes(&notes)), Ok(notes));
        }
        for bytes in [&b"{}"[..], b"{\"v\":2}", b"{\"v\":1,\"worth\":\"maybe\"}", b"{\"v\":1,\"concern\":{}}"]
        {
            assert_eq!(read_notes(1, bytes), Err(Unreadable), "{bytes:?}");
        }
    }
}
