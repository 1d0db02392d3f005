//! The words of the app, in English or in Welsh.
//!
//! Takes the catalogue that the build made from `locales` and that the app fetched. Gives one function per
//! message, made by `build.rs`: `text.people_ready(3)`. Refuses a catalogue of another build, because
//! messages are found by their place in the list. A message without Welsh yet is shown in English and says so.

use std::rc::Rc;

use serde_json::Value;
use yew::html::{ChildrenRenderer, ImplicitClone, IntoPropValue};
use yew::{AttrValue, Html, html};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Cymraeg.
    Cy,
}

impl Language {
    /// The code that `lang` attributes and the names of catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Cy => "cy",
        }
    }

    /// The language with this code, if the app has it.
    pub fn from_code(code: &str) -> Option<Language> {
        [Language::En, Language::Cy].into_iter().find(|language| language.code() == code)
    }
}

/// Why a catalogue cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// It is no catalogue, or only a part of one.
    Unreadable,
    /// It belongs to another build of the app.
    OtherBuild,
    /// It has gaps, and no English was given to fill them.
    Incomplete,
}

/// All messages in one language. Cheap to clone, and equal only to its own clones.
#[derive(Clone, Debug)]
pub struct Text(Rc<Catalogue>);

#[derive(Debug)]
struct Catalogue {
    language: Language,
    messages: Vec<Value>,
    fallback: Option<Text>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl ImplicitClone for Text {}

impl Text {
    /// Reads a catalogue. `fallback` is the English text, which fills what Welsh lacks. That of the door has
    /// gaps: nothing behind the door may be drawn with it.
    pub fn parse(json: &str, fallback: Option<&Text>) -> Result<Text, Stale> {
        let mut whole: Value = serde_json::from_str(json).map_err(|_| Stale::Unreadable)?;
        let language = whole["language"].as_str().and_then(Language::from_code).ok_or(Stale::Unreadable)?;
        if whole["for"] != VERSION_HASH {
            return Err(Stale::OtherBuild);
        }
        let Value::Array(messages) = whole["messages"].take() else {
            return Err(Stale::Unreadable);
        };
        if messages.len() != MESSAGES {
            return Err(Stale::Unreadable);
        }
        let door = whole["door"] == true;
        if fallback.is_none() && !door && messages.iter().any(Value::is_null) {
            return Err(Stale::Incomplete);
        }
        Ok(Text(Rc::new(Catalogue { language, messages, fallback: fallback.cloned() })))
    }

    /// The language of this text.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A date as people write it: “14 January 2026”, “14 Ionawr 2026”.
    ///
    /// CLDR 48 has `d MMMM y` for both languages. A browser may know no Welsh and would write the American
    /// order without a word, so it is not asked.
    pub fn long_date(&self, year: i32, month: u32, day: u32) -> String {
        // A line never ends between a day and its month.
        format!("{day}\u{a0}{}", self.month_year(year, month))
    }

    /// A month as people write it: “January 2026”, “Ionawr 2026”. A month outside 1 to 12 stays a number.
    pub fn month_year(&self, year: i32, month: u32) -> String {
        let name = match month {
            1 => self.month_1(),
            2 => self.month_2(),
            3 => self.month_3(),
            4 => self.month_4(),
            5 => self.month_5(),
            6 => self.month_6(),
            7 => self.month_7(),
            8 => self.month_8(),
            9 => self.month_9(),
            10 => self.month_10(),
            11 => self.month_11(),
            12 => self.month_12(),
            _ => return format!("{month} {year}"),
        };
        format!("{} {year}", name.text)
    }

    /// The message at this place. Only the generated functions call it, so place and arguments fit.
    fn say(&self, place: usize, arguments: &[Arg]) -> Phrase {
        match (self.0.messages.get(place), &self.0.fallback) {
            (None | Some(Value::Null), Some(english)) => {
                Phrase { fallback: true, ..english.say(place, arguments) }
            }
            (message, _) => {
                debug_assert!(!matches!(message, None | Some(Value::Null)), "{place} is said, but not there");
                let mut text = String::new();
                put(&mut text, message.unwrap_or(&Value::Null), arguments, self.0.language);
                Phrase { text, fallback: false }
            }
        }
    }
}

/// What a message is given for one of its variables.
#[derive(Clone, Copy)]
enum Arg<'a> {
    Text(&'a str),
    Number(i64),
}

/// Writes a text of the catalogue. Its shape is described in `messages/src/catalogue.rs`.
fn put(text: &mut String, shape: &Value, arguments: &[Arg], language: Language) {
    match shape {
        Value::String(words) => text.push_str(words),
        Value::Array(parts) => parts.iter().for_each(|part| put_part(text, part, arguments, language)),
        _ => {}
    }
}

fn put_part(text: &mut String, part: &Value, arguments: &[Arg], language: Language) {
    match part {
        Value::String(words) => text.push_str(words),
        Value::Number(_) => match argument(part, arguments) {
            Some(Arg::Text(words)) => text.push_str(words),
            Some(Arg::Number(number)) => text.push_str(&number.to_string()),
            None => {}
        },
        Value::Array(select) => {
            if let [selector, texts] = select.as_slice()
                && let Some(argument) = argument(selector, arguments)
            {
                put(text, choose(texts, argument, language), arguments, language);
            }
        }
        _ => {}
    }
}

fn argument<'a>(place: &Value, arguments: &[Arg<'a>]) -> Option<Arg<'a>> {
    arguments.get(usize::try_from(place.as_u64()?).ok()?).copied()
}

/// The text of a select for this argument: the very number before its plural category, as Fluent has it.
fn choose<'a>(texts: &'a Value, argument: Arg, language: Language) -> &'a Value {
    let chosen = match argument {
        Arg::Text(words) => texts.get(words),
        Arg::Number(number) => {
            texts.get(format!("={number}")).or_else(|| texts.get(category(language, number)))
        }
    };
    chosen.unwrap_or(&texts["*"])
}

/// The plural category of a whole number, by CLDR 48, “Language Plural Rules”, cardinal, `en` and `cy`
/// (<https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>). The sign does not count.
fn category(language: Language, number: i64) -> &'static str {
    match (language, number.unsigned_abs()) {
        (_, 1) => "one",
        (Language::Cy, 0) => "zero",
        (Language::Cy, 2) => "two",
        (Language::Cy, 3) => "few",
        (Language::Cy, 6) => "many",
        _ => "other",
    }
}

/// A text ready to be shown.
///
/// It has no `Display`: Yew would then make a bare text node of it, and a screen reader would speak English
/// words with a Welsh voice. Where only the words are wanted, say `phrase.text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Whether these words are English because Welsh has none yet.
    pub fallback: bool,
}

impl Phrase {
    /// The words alone.
    pub fn plain(self) -> String {
        self.text
    }

    /// The words alone, borrowed.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<Phrase> for AttrValue {
    fn from(phrase: Phrase) -> AttrValue {
        phrase.text.into()
    }
}

impl From<Phrase> for Html {
    fn from(phrase: Phrase) -> Html {
        match phrase {
            Phrase { text, fallback: false } => Html::from(text),
            Phrase { text, fallback: true } => html! { <span lang="en">{ text }</span> },
        }
    }
}

// A component's property may be any of these, and so may an attribute, where a phrase loses its language:
// HTML has no place for it there.
impl IntoPropValue<AttrValue> for Phrase {
    fn into_prop_value(self) -> AttrValue {
        self.into()
    }
}

impl IntoPropValue<Option<AttrValue>> for Phrase {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl IntoPropValue<Html> for Phrase {
    fn into_prop_value(self) -> Html {
        self.into()
    }
}

impl IntoPropValue<Option<Html>> for Phrase {
    fn into_prop_value(self) -> Option<Html> {
        Some(self.into())
    }
}

impl IntoPropValue<ChildrenRenderer<Html>> for Phrase {
    fn into_prop_value(self) -> ChildrenRenderer<Html> {
        ChildrenRenderer::new(vec![self.into()])
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)]
mod tests;
