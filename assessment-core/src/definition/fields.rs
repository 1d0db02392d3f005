//! Takes a JSON object apart field by field and notes every fault with its path.
//!
//! Hand-written for two reasons: a derived reader stops at the first fault of an object and cannot say
//! which field it was in, and reading through one plain [`Value`] costs the browser a fraction of the bytes.

use super::Faults;
#[cfg(feature = "schema")]
use super::asked::{Asked, Shape};
use super::bounds::{LONGEST_NAME, refused};
use serde_json::{Map, Number, Value};

/// Notes that a field is asked for, and what it has to be. Costs nothing without the feature `schema`.
macro_rules! note {
    ($fields:expr, $name:expr, $needed:expr) => {
        #[cfg(feature = "schema")]
        $fields.note($name, $needed, None, Vec::new(), "");
    };
    ($fields:expr, $name:expr, $needed:expr, $shape:ident) => {
        #[cfg(feature = "schema")]
        $fields.note($name, $needed, Some(Shape::$shape), Vec::new(), "");
    };
    ($fields:expr, $name:expr, $needed:expr, $shape:ident, $words:expr, $said:expr) => {
        #[cfg(feature = "schema")]
        {
            let words = $words.iter().map(|(word, _)| (*word).to_owned()).collect();
            $fields.note($name, $needed, Some(Shape::$shape), words, $said);
        }
    };
}

/// An object being taken apart. Fields nobody asked for are faults.
pub(crate) struct Fields<'f> {
    object: Map<String, Value>,
    path: String,
    /// The fields asked for so far: what a slip of the pen was meant to be.
    known: Vec<String>,
    faults: &'f Faults,
}

impl<'f> Fields<'f> {
    /// Begins with the whole file.
    pub(crate) fn whole(object: Map<String, Value>, faults: &'f Faults) -> Self {
        Fields { object, path: String::new(), known: Vec::new(), faults }
    }

    /// Begins with one value, which must be an object.
    pub(crate) fn of(value: Value, path: String, faults: &'f Faults) -> Option<Self> {
        match value {
            Value::Object(object) => Some(Fields { object, path, known: Vec::new(), faults }),
            _ => {
                faults.add(path, "This must be an object, in { }.");
                None
            }
        }
    }

    /// The path of a field.
    pub(crate) fn at(&self, name: &str) -> String {
        below(&self.path, name)
    }

    /// Whether a field that may be left out stands there at all; nothing is the same as left out.
    pub(crate) fn has(&mut self, name: &str) -> bool {
        note!(self, name, false);
        self.know(name);
        if self.object.get(name).is_some_and(Value::is_null) {
            self.object.remove(name);
        }
        self.object.contains_key(name)
    }

    #[cfg(feature = "schema")]
    fn note(&self, name: &str, needed: bool, shape: Option<Shape>, words: Vec<String>, said: &str) {
        let (object, field) = (self.path.clone(), name.to_owned());
        let said = (!said.is_empty()).then(|| said.to_owned());
        self.faults.asked.borrow_mut().push(Asked { object, field, needed, shape, words, said });
    }

    fn fault(&self, name: &str, sentence: &str) {
        self.faults.add(self.at(name), sentence);
    }

    fn know(&mut self, name: &str) {
        if !self.known.iter().any(|known| known == name) {
            self.known.push(name.to_owned());
        }
    }

    fn value(&mut self, name: &str) -> Option<Value> {
        self.know(name);
        self.object.remove(name).filter(|value| !value.is_null())
    }

    fn there(&self, name: &str) -> Option<()> {
        let there = self.object.get(name).is_some_and(|value| !value.is_null());
        if !there {
            self.fault(name, &format!("`{name}` is missing."));
        }
        there.then_some(())
    }

    fn needed(&mut self, name: &str) -> Option<Value> {
        let value = self.value(name);
        if value.is_none() {
            self.fault(name, &format!("`{name}` is missing."));
        }
        value
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        note!(self, name, true, Text);
        let value = self.needed(name)?;
        self.as_text(name, value)
    }

    /// A text that may be left out.
    pub(crate) fn text_if_any(&mut self, name: &str) -> Option<String> {
        note!(self, name, false, Text);
        let value = self.value(name)?;
        self.as_text(name, value)
    }

    fn as_text(&self, name: &str, value: Value) -> Option<String> {
        text_of(value, &self.at(name), self.faults)
    }

    /// A whole number that must be there.
    pub(crate) fn whole_number(&mut self, name: &str) -> Option<i64> {
        note!(self, name, true, Whole);
        let value = self.needed(name)?;
        self.as_whole(&self.at(name), &value)
    }

    /// A whole number that may be left out.
    pub(crate) fn whole_number_if_any(&mut self, name: &str) -> Option<i64> {
        note!(self, name, false, Whole);
        let value = self.value(name)?;
        self.as_whole(&self.at(name), &value)
    }

    fn as_whole(&self, path: &str, value: &Value) -> Option<i64> {
        let whole = value.as_i64();
        if whole.is_none() {
            self.faults.add(path, "This must be a whole number.");
        }
        whole
    }

    /// A code: a whole number of at most nine digits.
    pub(crate) fn code_if_any(&mut self, name: &str) -> Option<i32> {
        note!(self, name, false, Code);
        let whole = self.whole_number_if_any(name)?;
        self.as_code(&self.at(name), whole)
    }

    fn as_code(&self, path: &str, whole: i64) -> Option<i32> {
        let code = i32::try_from(whole).ok();
        if code.is_none() {
            self.faults.add(path, "A code has at most six digits.");
        }
        code
    }

    /// A number with decimals that must be there.
    pub(crate) fn number(&mut self, name: &str) -> Option<Number> {
        note!(self, name, true, Number);
        match self.needed(name)? {
            Value::Number(number) => Some(number),
            _ => {
                self.fault(name, "This must be a number.");
                None
            }
        }
    }

    /// A number with decimals that may be left out.
    pub(crate) fn number_if_any(&mut self, name: &str) -> Option<Number> {
        note!(self, name, false, Number);
        if self.has(name) { self.number(name) } else { None }
    }

    /// A list of two numbers that must be there.
    pub(crate) fn pair(&mut self, name: &str, sentence: &str) -> Option<(Number, Number)> {
        note!(self, name, true, Pair);
        let value = self.needed(name)?;
        match value.as_array().map(Vec::as_slice) {
            Some([Value::Number(low), Value::Number(high)]) => Some((low.clone(), high.clone())),
            _ => {
                self.fault(name, sentence);
                None
            }
        }
    }

    /// Every remaining field, each of which must be a number.
    pub(crate) fn numbers(self) -> Vec<(String, Number)> {
        note!(self, "{}", false, Numbers);
        let faults = self.faults;
        let mut numbers = Vec::new();
        for (name, path, value) in self.entries() {
            match value {
                Value::Number(number) => numbers.push((name, number)),
                _ => faults.add(path, "This must be a number."),
            }
        }
        numbers
    }

    /// True or false that must be there.
    pub(crate) fn yes_or_no(&mut self, name: &str) -> Option<bool> {
        note!(self, name, true, Flag);
        let value = self.needed(name)?;
        self.as_flag(name, &value)
    }

    /// True or false; false when left out.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        note!(self, name, false, Flag);
        let value = self.value(name);
        value.is_some_and(|value| self.as_flag(name, &value).unwrap_or(false))
    }

    fn as_flag(&self, name: &str, value: &Value) -> Option<bool> {
        let flag = value.as_bool();
        if flag.is_none() {
            self.fault(name, "This must be true or false.");
        }
        flag
    }

    /// One of a closed list of words.
    pub(crate) fn one_of<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Option<T> {
        self.one_of_or(name, words, "")
    }

    /// One of a closed list of words; what to do when none of them fits is said behind the list.
    pub(crate) fn one_of_or<T: Copy>(&mut self, name: &str, words: &[(&str, T)], none: &str) -> Option<T> {
        note!(self, name, true, Word, words, "");
        let text = self.text(name)?;
        note!(self, name, true, Word, words, &text);
        self.word(&self.at(name), &text, words, none)
    }

    /// The meaning of a word that was read already.
    pub(crate) fn known<T: Copy>(&self, name: &str, text: &str, words: &[(&str, T)]) -> Option<T> {
        note!(self, name, true, Word, words, text);
        self.word(&self.at(name), text, words, "")
    }

    fn word<T: Copy>(&self, path: &str, text: &str, words: &[(&str, T)], none: &str) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.faults.add(path, format!("`{text}` is not one of: {}.{none}", known.join(", ")));
        }
        found
    }

    /// A list of words out of a closed list.
    pub(crate) fn some_of<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Option<Vec<T>> {
        let mut read = Vec::new();
        let listed = self.list(name)?;
        note!(self, name, true, Words, words, "");
        for (path, value) in listed {
            if let Some(text) = text_of(value, &path, self.faults) {
                read.extend(self.word(&path, &text, words, ""));
            }
        }
        Some(read)
    }

    /// A list that must be there: each value with its path.
    pub(crate) fn list(&mut self, name: &str) -> Option<Vec<(String, Value)>> {
        note!(self, name, true, List);
        let value = self.needed(name)?;
        self.as_list(name, value)
    }

    /// A list that may be left out; empty then.
    pub(crate) fn list_if_any(&mut self, name: &str) -> Option<Vec<(String, Value)>> {
        note!(self, name, false, List);
        match self.value(name) {
            Some(value) => self.as_list(name, value),
            None => Some(Vec::new()),
        }
    }

    fn as_list(&self, name: &str, value: Value) -> Option<Vec<(String, Value)>> {
        let Value::Array(values) = value else {
            self.fault(name, "This must be a list, in [ ].");
            return None;
        };
        let path = self.at(name);
        Some(values.into_iter().enumerate().map(|(n, value)| (format!("{path}[{n}]"), value)).collect())
    }

    /// A list of texts that may be left out.
    pub(crate) fn texts_if_any(&mut self, name: &str) -> Option<Vec<String>> {
        let listed = self.list_if_any(name)?.into_iter();
        note!(self, name, false, Texts);
        Some(listed.filter_map(|(path, value)| text_of(value, &path, self.faults)).collect())
    }

    /// A list of ids that must be there.
    pub(crate) fn ids(&mut self, name: &str) -> Option<Vec<String>> {
        note!(self, name, true, Texts);
        self.there(name)?;
        self.texts_if_any(name)
    }

    /// A list of codes that may be left out.
    pub(crate) fn codes_if_any(&mut self, name: &str) -> Option<Vec<i32>> {
        let mut codes = Vec::new();
        let listed = self.list_if_any(name)?;
        note!(self, name, false, Codes);
        for (path, value) in listed {
            let code = self.as_whole(&path, &value).and_then(|whole| self.as_code(&path, whole));
            codes.extend(code);
        }
        Some(codes)
    }

    /// A list of codes that must be there.
    pub(crate) fn codes(&mut self, name: &str) -> Option<Vec<i32>> {
        note!(self, name, true, Codes);
        self.there(name)?;
        self.codes_if_any(name)
    }

    /// An object inside that must be there.
    pub(crate) fn inner(&mut self, name: &str) -> Option<Fields<'f>> {
        note!(self, name, true, Object);
        let value = self.needed(name)?;
        Fields::of(value, self.at(name), self.faults)
    }

    /// An object inside that may be left out.
    pub(crate) fn inner_if_any(&mut self, name: &str) -> Option<Fields<'f>> {
        note!(self, name, false, Object);
        let value = self.value(name)?;
        Fields::of(value, self.at(name), self.faults)
    }

    /// Every remaining field by name, for objects whose names are the author's own.
    pub(crate) fn entries(self) -> Vec<(String, String, Value)> {
        note!(self, "{}", false, Names);
        let (path, faults) = (self.path, self.faults);
        let entry = |(name, value): (String, Value)| {
            let at = below(&path, &name);
            if let Some(sentence) = refused(&name) {
                faults.add(at, sentence);
                return None;
            }
            Some((name, at, value))
        };
        self.object.into_iter().filter_map(entry).collect()
    }

    /// Ends: what is left over is unknown, which is most often a slip of the pen.
    pub(crate) fn end(self) {
        for name in self.object.keys() {
            let sentence = format!("There is no field of that name; here are: {}.", self.known.join(", "));
            self.faults.note(self.at(name), sentence);
        }
    }

    /// The list of faults.
    pub(crate) fn faults(&self) -> &'f Faults {
        self.faults
    }
}

/// A value that must be a text.
pub(crate) fn text_of(value: Value, path: &str, faults: &Faults) -> Option<String> {
    let Value::String(text) = value else {
        faults.add(path, "This must be a text, in quotes.");
        return None;
    };
    if let Some(sentence) = refused(&text) {
        faults.add(path, sentence);
        return None;
    }
    Some(text)
}

/// The path of a field below another. A name that could not be told from the rest of the path is quoted.
pub(crate) fn below(path: &str, name: &str) -> String {
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let name = if plain { name } else { format!("{name:?}") };
    if path.is_empty() { name } else { format!("{path}.{name}") }
}
