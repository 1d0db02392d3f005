//! Reads FHIR's JSON element by element. Unlike a definition, a resource may hold elements nobody here has
//! use for; what would change its meaning (`modifierExtension`, `implicitRules`) is never passed over.

use crate::definition::Faults;
use serde_json::{Map, Value};

/// One element of a resource, with its path.
#[derive(Clone)]
pub(super) struct Element<'a> {
    object: &'a Map<String, Value>,
    path: String,
    faults: &'a Faults,
}

impl<'a> Element<'a> {
    /// Begins with a value, which must be an object.
    pub(super) fn of(value: &'a Value, path: String, faults: &'a Faults) -> Option<Self> {
        match value {
            Value::Object(object) => Some(Element { object, path, faults }),
            _ => {
                faults.add(place(&path), "This must be an object, in { }.");
                None
            }
        }
    }

    /// Where it stands, such as `item[3].answerOption[0]`; the whole file stands at `1:1`.
    pub(super) fn place(&self) -> String {
        place(&self.path).to_owned()
    }

    /// The path of a field.
    pub(super) fn at(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Says that something is wrong with a field.
    pub(super) fn fault(&self, name: &str, sentence: impl Into<String>) {
        self.faults.add(self.at(name), sentence);
    }

    /// Says that something is wrong with the whole element.
    pub(super) fn refuse(&self, sentence: impl Into<String>) {
        self.faults.add(self.place(), sentence);
    }

    /// What is wrong with the file this stands in.
    pub(super) fn faults(&self) -> &'a Faults {
        self.faults
    }

    /// A field as it stands.
    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        self.object.get(name)
    }

    /// Whether a field stands there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.object.get(name).is_some_and(|value| !value.is_null())
    }

    /// A text; one of blanks only is none.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        match self.object.get(name)? {
            Value::String(text) => Some(text.as_str()).filter(|text| !text.trim().is_empty()),
            _ => {
                self.fault(name, "This must be a text, in quotes.");
                None
            }
        }
    }

    /// True or false; false when left out.
    pub(super) fn flag(&self, name: &str) -> bool {
        match self.object.get(name) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(_) => {
                self.fault(name, "This must be true or false.");
                false
            }
        }
    }

    /// The elements of a list; none when it is left out.
    pub(super) fn list(&self, name: &str) -> Vec<Element<'a>> {
        match self.object.get(name) {
            None => Vec::new(),
            Some(Value::Array(values)) => {
                let element = |(n, value)| Element::of(value, format!("{}[{n}]", self.at(name)), self.faults);
                values.iter().enumerate().filter_map(element).collect()
            }
            Some(_) => {
                self.fault(name, "This must be a list, in [ ].");
                Vec::new()
            }
        }
    }

    /// An element inside.
    pub(super) fn inner(&self, name: &str) -> Option<Element<'a>> {
        Element::of(self.object.get(name)?, self.at(name), self.faults)
    }

    /// The extensions that have one of the addresses.
    pub(super) fn extensions(&self, urls: &[&str]) -> Vec<Element<'a>> {
        let ours = |one: &Element<'_>| one.text("url").is_some_and(|url| urls.contains(&url));
        self.list("extension").into_iter().filter(ours).collect()
    }

    /// What stands under `value[x]`, `answer[x]` and the like: the type behind the prefix, and the value.
    pub(super) fn typed(&self, prefix: &str) -> Option<(&'a str, &'a Value)> {
        let kind = |name: &'a String| {
            name.strip_prefix(prefix).filter(|kind| kind.starts_with(|c: char| c.is_ascii_uppercase()))
        };
        let mut found = self.object.iter().filter_map(|(name, value)| Some((kind(name)?, value)));
        let first = found.next();
        if found.next().is_some() {
            self.refuse(format!("Only one `{prefix}[x]` may stand here."));
        }
        first
    }

    /// The element under `value[x]`, `answer[x]` and the like.
    pub(super) fn inner_typed(&self, prefix: &str, kind: &str) -> Option<Element<'a>> {
        self.inner(&format!("{prefix}{kind}"))
    }

    /// The number of an extension, a property or an answer, as it is written.
    pub(super) fn number(&self, prefix: &str) -> Option<String> {
        match self.typed(prefix)? {
            ("Decimal" | "Integer", Value::Number(number)) => Some(number.to_string()),
            (kind @ ("Decimal" | "Integer"), _) => {
                self.fault(&format!("{prefix}{kind}"), "This must be a number.");
                None
            }
            _ => None,
        }
    }

    /// The number of a field, as it is written.
    pub(super) fn plain_number(&self, name: &str) -> Option<String> {
        match self.object.get(name)? {
            Value::Number(number) => Some(number.to_string()),
            _ => {
                self.fault(name, "This must be a number.");
                None
            }
        }
    }

    /// Refuses what would change the meaning of all the rest and is not known here.
    pub(super) fn refuse_modifiers(&self) {
        for name in ["modifierExtension", "implicitRules"] {
            if self.has(name) {
                self.fault(
                    name,
                    format!("`{name}` may change what all the rest means, and is not known here."),
                );
            }
        }
    }
}

fn place(path: &str) -> &str {
    if path.is_empty() { "1:1" } else { path }
}
