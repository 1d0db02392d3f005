//! The stored shape of what is kept beside a sitting.

use super::{Unreadable, day, get, get_day, object, read, text, write};
use crate::notes::{Answered, Concern, Notes, Reason, Refusal, Tap, Told, Word};
use serde_json::Value;

/// What is kept beside a sitting, as bytes.
#[must_use]
pub fn write_notes(notes: &Notes) -> Vec<u8> {
    let tap = |tap: Option<Tap>| tap.map_or(Value::Null, |tap| text(tap.word()));
    let (earlier, last) = match notes.concerns.split_last() {
        Some((last, earlier)) => (earlier, write_concern(last)),
        None => (&[][..], Value::Null),
    };
    let mut shape = object([
        ("v", 1.into()),
        ("worth", tap(notes.worth)),
        ("about_me", tap(notes.about_me)),
        ("worker", tap(notes.worker)),
        ("concern", last),
    ]);
    if !earlier.is_empty() {
        shape["earlier"] = Value::Array(earlier.iter().map(write_concern).collect());
    }
    if !notes.refused.is_empty() {
        shape["refused"] = Value::Array(notes.refused.iter().map(write_refusal).collect());
    }
    write(shape)
}

fn write_refusal(refusal: &Refusal) -> Value {
    object([("item", text(&refusal.item)), ("typed", text(&refusal.typed))])
}

/// What was not kept at first is left out where there is none.
fn write_concern(concern: &Concern) -> Value {
    let mut shape = object([
        ("anything", text(concern.anything.word())),
        ("tell_now", text(concern.tell_now.word())),
        ("whom", text(&concern.whom)),
        ("told", text(concern.told_person.word())),
        ("why", text(&concern.why)),
        ("on", day(Some(concern.on))),
    ]);
    if !concern.about.is_empty() {
        shape["about"] = Value::Array(concern.about.iter().map(|reason| text(reason.word())).collect());
    }
    if let Some(at) = concern.at {
        shape["at"] = at.into();
    }
    shape
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
    let mut concerns = Vec::new();
    for earlier in some_list(&shape, "earlier")? {
        concerns.push(read_concern(earlier)?);
    }
    if !shape["concern"].is_null() {
        concerns.push(read_concern(&shape["concern"])?);
    }
    let mut refused = Vec::new();
    for shape in some_list(&shape, "refused")? {
        refused
            .push(Refusal { item: get(shape, "item")?.to_owned(), typed: get(shape, "typed")?.to_owned() });
    }
    Ok(Notes {
        worth: tap("worth")?,
        about_me: tap("about_me")?,
        worker: tap("worker")?,
        concerns,
        refused,
        revision,
    })
}

fn read_concern(shape: &Value) -> Result<Concern, Unreadable> {
    let mut about = Vec::new();
    for word in some_list(shape, "about")? {
        about.push(word.as_str().and_then(Reason::read).ok_or(Unreadable)?);
    }
    Ok(Concern {
        anything: Answered::read(get(shape, "anything")?).ok_or(Unreadable)?,
        about,
        tell_now: Answered::read(get(shape, "tell_now")?).ok_or(Unreadable)?,
        whom: get(shape, "whom")?.to_owned(),
        told_person: Told::read(get(shape, "told")?).ok_or(Unreadable)?,
        why: get(shape, "why")?.to_owned(),
        on: get_day(shape, "on")?.ok_or(Unreadable)?,
        at: match shape.get("at") {
            None => None,
            Some(at) => Some(at.as_i64().ok_or(Unreadable)?),
        },
    })
}

/// A list that is left out where it is empty.
fn some_list<'a>(shape: &'a Value, name: &str) -> Result<&'a [Value], Unreadable> {
    match shape.get(name) {
        None => Ok(&[]),
        Some(list) => list.as_array().map(Vec::as_slice).ok_or(Unreadable),
    }
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
            about: vec![Reason::Hurt, Reason::Child],
            at: Some(-1),
        };
        let of_before = Concern { about: Vec::new(), at: None, ..concern.clone() };
        let rows = [
            Notes::default(),
            Notes {
                worth: Some(Tap::Yes),
                about_me: Some(Tap::Partly),
                worker: Some(Tap::No),
                ..Notes::default()
            },
            Notes {
                refused: vec![
                    Refusal { item: "own_food".to_owned(), typed: " 9\"".to_owned() },
                    Refusal { item: "matters".to_owned(), typed: String::new() },
                ],
                revision: 2,
                ..Notes::default()
            },
            Notes { concerns: vec![of_before.clone()], revision: 1, ..Notes::default() },
            Notes { concerns: vec![of_before, Concern::nothing(), concern], revision: 3, ..Notes::default() },
        ];
        for notes in rows {
            assert_eq!(read_notes(notes.revision, &write_notes(&notes)), Ok(notes));
        }
        for bytes in [&b"{}"[..], b"{\"v\":2}", b"{\"v\":1,\"worth\":\"maybe\"}", b"{\"v\":1,\"concern\":{}}"]
        {
            assert_eq!(read_notes(1, bytes), Err(Unreadable), "{bytes:?}");
        }
    }

    #[test]
    fn a_concern_of_before_the_time_was_kept_opens_and_a_broken_one_does_not() {
        let whole = |more: &str| {
            format!(
                r#"{{"v":1,"worth":null,"about_me":null,"worker":null,"concern":{{"anything":"yes","tell_now":"no","whom":"","told":"open","why":"","on":"2026-03-02"{more}}}}}"#
            )
        };
        let read = |more: &str| read_notes(1, whole(more).as_bytes()).map(|notes| notes.concerns);
        let concerns = read("").expect("as version 1 wrote it");
        assert_eq!((concerns.len(), concerns[0].at, concerns[0].about.as_slice()), (1, None, &[][..]));
        for broken in [r#","at":"noon""#, r#","about":"hurt""#, r#","about":["other"]"#, r#","about":[1]"#] {
            assert_eq!(read(broken), Err(Unreadable), "{broken}");
        }
        for broken in [r#""9""#, "[9]", r#"[{"item":"own_food"}]"#, r#"[{"item":"own_food","typed":9}]"#] {
            let typed = whole("").replace(r#""v":1"#, &format!(r#""v":1,"refused":{broken}"#));
            assert_eq!(read_notes(1, typed.as_bytes()), Err(Unreadable), "{broken}");
        }
        let earlier = whole("").replace(r#""v":1"#, r#""v":1,"earlier":[{}]"#);
        assert_eq!(read_notes(1, earlier.as_bytes()), Err(Unreadable));
    }
}
