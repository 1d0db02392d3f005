//! JSON as it is written: fields in the order given, what fits on a line on one line. A plain
//! [`serde_json::Value`] would sort the fields, and bury what a resource is below all it holds.

use serde_json::Value;

/// What fits on one line, in characters.
const WIDTH: usize = 100;

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    /// Left out wherever it is put: FHIR knows no null and no empty list.
    Nothing,
    /// A text.
    Text(String),
    /// A number, a flag or anything else that is written as it stands.
    Plain(String),
    /// A list.
    List(Vec<Json>),
    /// Fields in order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object without fields.
    pub(super) fn object() -> Json {
        Json::Object(Vec::new())
    }

    /// An object that says which resource it is.
    pub(super) fn resource(kind: &str) -> Json {
        Json::object().with("resourceType", kind)
    }

    /// The object with one field more, unless there is nothing to put there.
    pub(super) fn with(self, name: &str, value: impl Into<Json>) -> Json {
        let Json::Object(mut fields) = self else { return self };
        match value.into() {
            Json::Nothing => {}
            value => fields.push((name.to_owned(), value)),
        }
        Json::Object(fields)
    }

    /// The object with a field that holds a list, unless the list is empty.
    pub(super) fn with_some(self, name: &str, values: Vec<Json>) -> Json {
        let list = if values.is_empty() { Json::Nothing } else { Json::List(values) };
        self.with(name, list)
    }

    /// The whole file: pretty, with a line break at its end.
    pub(super) fn into_text(self) -> String {
        let mut text = String::new();
        self.pretty(&mut text, 0);
        text.push('\n');
        text
    }

    /// Writes the value from column `indent` on: on one line if it fits, otherwise an element a line.
    pub(super) fn pretty(&self, text: &mut String, indent: usize) {
        if self.width(WIDTH.saturating_sub(indent)).is_some() {
            *text += &self.line();
            return;
        }
        match self {
            Json::List(values) => block(text, ['[', ']'], indent, values.len(), |text, n| {
                values[n].pretty(text, indent + 2);
            }),
            Json::Object(fields) => block(text, ['{', '}'], indent, fields.len(), |text, n| {
                *text += &format!("{}: ", quoted(&fields[n].0));
                fields[n].1.pretty(text, indent + 2);
            }),
            _ => *text += &self.line(),
        }
    }

    /// Characters on one line; `None` as soon as they are more than `most`, so that what is long is never
    /// measured to its end.
    fn width(&self, most: usize) -> Option<usize> {
        // Brackets, and what joins one part to the next.
        let around = |parts: usize| if parts == 0 { 2 } else { 2 * parts };
        match self {
            Json::Nothing => Some(4),
            Json::Plain(value) => Some(value.len()),
            Json::Text(value) if value.len() > 4 * most => None,
            Json::Text(value) => Some(quoted(value).chars().count()),
            Json::List(values) => values.iter().try_fold(around(values.len()), |width, value| {
                Some(width + value.width(most.checked_sub(width)?)?)
            }),
            Json::Object(fields) => fields.iter().try_fold(around(fields.len()), |width, (name, value)| {
                let width = width + quoted(name).chars().count() + 2;
                Some(width + value.width(most.checked_sub(width)?)?)
            }),
        }
        .filter(|width| *width <= most)
    }

    fn line(&self) -> String {
        let all = |parts: Vec<String>| parts.join(", ");
        match self {
            Json::Nothing => "null".to_owned(),
            Json::Text(value) => quoted(value),
            Json::Plain(value) => value.clone(),
            Json::List(values) => format!("[{}]", all(values.iter().map(Json::line).collect())),
            Json::Object(fields) => {
                let field = |(name, value): &(String, Json)| format!("{}: {}", quoted(name), value.line());
                format!("{{{}}}", all(fields.iter().map(field).collect()))
            }
        }
    }
}

fn block(
    text: &mut String,
    [open, close]: [char; 2],
    indent: usize,
    length: usize,
    each: impl Fn(&mut String, usize),
) {
    text.push(open);
    for n in 0..length {
        *text += if n > 0 { ",\n" } else { "\n" };
        *text += &" ".repeat(indent + 2);
        each(text, n);
    }
    *text += &format!("\n{}{close}", " ".repeat(indent));
}

/// A text in quotes, escaped as JSON asks.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Json {
        Json::Text(text.clone())
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Json {
        Json::Plain(number.to_string())
    }
}

impl From<i32> for Json {
    fn from(number: i32) -> Json {
        Json::Plain(number.to_string())
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Json {
        Json::Plain(flag.to_string())
    }
}

impl From<crate::points::Points> for Json {
    fn from(points: crate::points::Points) -> Json {
        Json::Plain(points.to_string())
    }
}

impl From<Vec<Json>> for Json {
    fn from(values: Vec<Json>) -> Json {
        Json::List(values)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Json {
        value.map_or(Json::Nothing, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;
    use serde_json::{Value, json};

    #[test]
    fn fields_keep_their_order_and_what_is_not_there_is_left_out() {
        let rows = [
            (Json::object(), "{}\n"),
            (Json::object().with("id", None::<&str>).with("a", "b"), "{\"a\": \"b\"}\n"),
            (Json::object().with("b", 1).with("a", true), "{\"b\": 1, \"a\": true}\n"),
            (Json::object().with_some("a", Vec::new()).with("b", Vec::new()), "{\"b\": []}\n"),
            (Json::from("say \"so\"\n"), "\"say \\\"so\\\"\\n\"\n"),
        ];
        for (json, expected) in rows {
            assert_eq!(json.into_text(), expected);
        }
    }

    #[test]
    fn a_line_is_used_up_to_its_last_character() {
        for (length, expected) in [(80, vec![100]), (81, vec![1, 94, 8, 1])] {
            let text = Json::object().with("name", "x".repeat(length)).with("n", 1).into_text();
            assert_eq!(text.lines().map(str::len).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_too_long_for_a_line_stands_one_below_the_other_and_reads_the_same() {
        let long = "x".repeat(60);
        let list = Json::List(vec![Json::from(long.as_str()), Json::from(long.as_str()), Json::List(vec![])]);
        let text = Json::object().with("list", list).with("n", 7).into_text();
        let lines: Vec<&str> = text.lines().collect();
        let quoted = format!("    \"{long}\",");
        assert_eq!(lines, ["{", "  \"list\": [", &quoted, &quoted, "    []", "  ],", "  \"n\": 7", "}"]);
        let read: Value = serde_json::from_str(&text).expect("what was written is JSON");
        assert_eq!(read, json!({"list": [long, long, []], "n": 7}));
    }
}
