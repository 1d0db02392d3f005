//! Text to JSON, for every file that comes from outside. Of a field that stands twice in one object most readers
//! silently take the last (RFC 8259 leaves it open), so a key typed over another would change a score unseen: here
//! it is refused with its path.

use super::Faults;
use super::fields::below;
use serde_json::Value;
use std::collections::BTreeSet;

/// Reads a text as JSON. What is no JSON gives nothing and its line and column; a field that stands twice is noted, and
/// the rest can be read all the same.
pub(crate) fn read(text: &str, faults: &Faults) -> Option<Value> {
    match serde_json::from_str(text) {
        Ok(value) => {
            note_twice(text, faults);
            Some(value)
        }
        Err(error) => {
            let place = format!("{}:{}", error.line(), error.column().max(1));
            let deep = error.to_string().contains("recursion limit");
            let sentence = if deep {
                "Nothing in these files lies so deep.".to_owned()
            } else {
                format!("This is not JSON: {error}.")
            };
            faults.add(place, sentence);
            None
        }
    }
}

/// What lies around the letter that is looked at.
enum Around {
    /// An object: the names of its fields so far, the last of them apart.
    Object { names: BTreeSet<String>, last: String },
    /// A list, and how many values came before.
    List(usize),
}

/// Notes every field whose name its object has already. The text is JSON: that was read before, so that brackets,
/// quotes and what lies between them is all there is to look at.
fn note_twice(text: &str, faults: &Faults) {
    let bytes = text.as_bytes();
    let (mut around, mut at): (Vec<Around>, usize) = (Vec::new(), 0);
    while at < bytes.len() {
        match bytes[at] {
            b'{' => around.push(Around::Object { names: BTreeSet::new(), last: String::new() }),
            b'[' => around.push(Around::List(0)),
            b'}' | b']' => drop(around.pop()),
            b',' => {
                if let Some(Around::List(n)) = around.last_mut() {
                    *n += 1;
                }
            }
            b'"' => {
                let from = at;
                at = closing(bytes, from);
                // Of all texts only a name is followed by a colon.
                if bytes[at + 1..].trim_ascii_start().first() == Some(&b':') {
                    named(&text[from..=at], &mut around, faults);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// Where the quote that opens at a place is closed.
fn closing(bytes: &[u8], from: usize) -> usize {
    let mut at = from + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len() - 1)
}

/// A name, in its quotes: however its letters are written, it is the same name.
fn named(quoted: &str, around: &mut [Around], faults: &Faults) {
    let Ok(Value::String(name)) = serde_json::from_str(quoted) else { return };
    let Some(Around::Object { names, last }) = around.last_mut() else { return };
    last.clone_from(&name);
    if !names.insert(name) {
        faults.note(path(around), "This field stands here twice: leave one of the two out.");
    }
}

fn path(around: &[Around]) -> String {
    around.iter().fold(String::new(), |path, around| match around {
        Around::Object { last, .. } => below(&path, last),
        Around::List(n) => format!("{path}[{n}]"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_stands_twice_is_named_wherever_it_lies() {
        let rows: [(&str, &[&str]); 11] = [
            (r#"{"a": 1, "b": [1.5, -2e3, true, null, "a"], "c": {"a": 1}}"#, &[]),
            (r#"[{"a": 1}, {"a": 1}]"#, &[]),
            (r#"{"a": 1, "a": 1}"#, &["a"]),
            (r#"{"a": 1, "\u0061": 2}"#, &["a"]),
            (r#"{"a": 1, "A": 2}"#, &[]),
            (r#"{"a": [0, {"b": {"c": null, "d": 2.50, "c": []}}]}"#, &["a[1].b.c"]),
            (r#"{"a": {"b": 1, "b": 2}, "a": {"b": 1, "b": 2, "b": 3}}"#, &["a.b", "a", "a.b", "a.b"]),
            (
                r#"{"a": "\"b\": {[,", "b" : "\\", "b"
            :"}"}"#,
                &["b"],
            ),
            (r#"{"a": [{"b": 1, "c": {}}, {"b": 1}, [], "b"], "b": {"a": 1}}"#, &[]),
            (r#"{"two words": 1, "two words": 2, "": 1, "": 2}"#, &["\"two words\"", "\"\""]),
            (r#"[[[{"x": [], "x": {}}]]]"#, &["[0][0][0].x"]),
        ];
        for (text, expected) in rows {
            let faults = Faults::default();
            assert!(read(text, &faults).is_some(), "{text}");
            assert!(!faults.stops.get(), "the rest can be read: {text}");
            let found = faults.found.into_inner();
            let paths: Vec<&str> = found.iter().map(|fault| fault.path.as_str()).collect();
            assert_eq!(paths, expected, "{text}");
        }
    }
}
