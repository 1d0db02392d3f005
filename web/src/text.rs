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
        [Language::En, Language::Cy]
            .into_iter()
            .find(|language| language.code() == code)
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
    /// Reads a catalogue. `fallback` is the English text, which fills what Welsh lacks.
    pub fn parse(json: &str, fallback: Option<&Text>) -> Result<Text, Stale> {
        let mut whole: Value = serde_json::from_str(json).map_err(|_| Stale::Unreadable)?;
        let language = whole["language"]
            .as_str()
            .and_then(Language::from_code)
            .ok_or(Stale::Unreadable)?;
        if whole["for"] != VERSION_HASH {
            return Err(Stale::OtherBuild);
        }
        let Value::Array(messages) = whole["messages"].take() else {
            return Err(Stale::Unreadable);
        };
        if messages.len() != MESSAGES {
            return Err(Stale::Unreadable);
        }
        if fallback.is_none() && messages.iter().any(Value::is_null) {
            return Err(Stale::Incomplete);
        }
        Ok(Text(Rc::new(Catalogue {
            language,
            messages,
            fallback: fallback.cloned(),
        })))
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
        format!("{day} {}", self.month_year(year, month))
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
            (None | Some(Value::Null), Some(english)) => Phrase {
                fallback: true,
                ..english.say(place, arguments)
            },
            (message, _) => {
                let mut text = String::new();
                put(
                    &mut text,
                    message.unwrap_or(&Value::Null),
                    arguments,
                    self.0.language,
                );
                Phrase {
                    text,
                    fallback: false,
                }
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
        Value::Array(parts) => parts
            .iter()
            .for_each(|part| put_part(text, part, arguments, language)),
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
    arguments
        .get(usize::try_from(place.as_u64()?).ok()?)
        .copied()
}

/// The text of a select for this argument: the very number before its plural category, as Fluent has it.
fn choose<'a>(texts: &'a Value, argument: Arg, language: Language) -> &'a Value {
    let chosen = match argument {
        Arg::Text(words) => texts.get(words),
        Arg::Number(number) => texts
            .get(format!("={number}"))
            .or_else(|| texts.get(category(language, number))),
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
            Phrase {
                text,
                fallback: false,
            } => Html::from(text),
            Phrase {
                text,
                fallback: true,
            } => html! { <span lang="en">{ text }</span> },
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
mod tests {
    use serde_json::json;
    use yew::virtual_dom::VNode;

    use super::*;

    const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.json"));
    const WELSH: &str = include_str!(concat!(env!("OUT_DIR"), "/cy.json"));

    fn english() -> Text {
        Text::parse(ENGLISH, None).unwrap()
    }

    fn welsh() -> Text {
        Text::parse(WELSH, Some(&english())).unwrap()
    }

    /// A text of one made-up message.
    fn only(language: Language, message: Value, fallback: Option<Text>) -> Text {
        Text(Rc::new(Catalogue {
            language,
            messages: vec![message],
            fallback,
        }))
    }

    #[test]
    fn every_number_has_its_plural_category() {
        let rows = [
            // number, English, Welsh
            (0, "other", "zero"),
            (1, "one", "one"),
            (2, "other", "two"),
            (3, "other", "few"),
            (4, "other", "other"),
            (5, "other", "other"),
            (6, "other", "many"),
            (7, "other", "other"),
            (10, "other", "other"),
            (11, "other", "other"),
            (13, "other", "other"),
            (16, "other", "other"),
            (21, "other", "other"),
            (100, "other", "other"),
            (-1, "one", "one"),
            (-6, "other", "many"),
            (i64::MIN, "other", "other"),
        ];
        for (number, english, welsh) in rows {
            assert_eq!(category(Language::En, number), english, "English {number}");
            assert_eq!(category(Language::Cy, number), welsh, "Welsh {number}");
        }
    }

    #[test]
    fn every_shape_of_a_message_is_written_out() {
        use Arg::{Number, Text};
        let cats = json!([[0, {
            "zero": [0, " cathod"], "one": [0, " gath"], "two": [0, " gath"],
            "few": [0, " cath"], "many": [0, " chath"], "*": [0, " cath"]
        }]]);
        let people =
            json!(["Now ", [0, {"=0": "nobody is", "one": "one is", "*": [0, " are"]}], " ready"]);
        let who = json!([[0, {"worker": ["With ", 1], "*": "Alone"}], "."]);
        let inner = json!([[0, {"a": [[1, {"one": "one", "*": [1]}]], "*": ""}]]);
        let rows = [
            (Language::En, json!("Plain"), vec![], "Plain"),
            (
                Language::En,
                json!(["For ", 1, ", ", 0]),
                vec![Text("A"), Text("B")],
                "For B, A",
            ),
            (
                Language::En,
                people.clone(),
                vec![Number(0)],
                "Now nobody is ready",
            ),
            (
                Language::En,
                people.clone(),
                vec![Number(1)],
                "Now one is ready",
            ),
            (Language::En, people, vec![Number(12)], "Now 12 are ready"),
            (Language::Cy, cats.clone(), vec![Number(0)], "0 cathod"),
            (Language::Cy, cats.clone(), vec![Number(1)], "1 gath"),
            (Language::Cy, cats.clone(), vec![Number(3)], "3 cath"),
            (Language::Cy, cats.clone(), vec![Number(6)], "6 chath"),
            (Language::Cy, cats, vec![Number(7)], "7 cath"),
            (
                Language::En,
                who.clone(),
                vec![Text("worker"), Text("Ann")],
                "With Ann.",
            ),
            (
                Language::En,
                who,
                vec![Text("nobody we know"), Text("Ann")],
                "Alone.",
            ),
            (Language::En, inner, vec![Text("a"), Number(4)], "4"),
            // Such a catalogue is never made, but must not stop the app.
            (
                Language::En,
                json!([0, [1, {}], [0, {}], {}, null, [], -1]),
                vec![Number(4)],
                "4",
            ),
            (Language::En, json!({}), vec![], ""),
        ];
        for (language, message, arguments, expected) in rows {
            let said = only(language, message.clone(), None).say(0, &arguments);
            assert_eq!(
                said,
                Phrase {
                    text: expected.to_string(),
                    fallback: false
                },
                "{message}"
            );
        }
    }

    #[test]
    fn english_stands_in_for_missing_welsh_and_says_so() {
        let english = only(
            Language::En,
            json!([[0, {"one": "1 day", "*": [0, " days"]}]]),
            None,
        );
        let welsh = only(Language::Cy, Value::Null, Some(english));
        // Two is a form of its own in Welsh, but these are English words and take English forms.
        let said = welsh.say(0, &[Arg::Number(2)]);
        assert_eq!(
            said,
            Phrase {
                text: "2 days".to_string(),
                fallback: true
            }
        );
    }

    #[test]
    fn a_catalogue_that_does_not_belong_to_this_build_is_refused() {
        let other = ENGLISH.replace(VERSION_HASH, "0123456789abcdef");
        let short =
            json!({ "language": "en", "for": VERSION_HASH, "messages": ["Hello"] }).to_string();
        let strange = ENGLISH.replace(r#""language":"en""#, r#""language":"fr""#);
        let messages = vec![Value::Null; MESSAGES];
        let gaps =
            json!({ "language": "cy", "for": VERSION_HASH, "messages": messages }).to_string();
        let rows = [
            (ENGLISH, None),
            ("", Some(Stale::Unreadable)),
            ("[]", Some(Stale::Unreadable)),
            ("<!doctype html>", Some(Stale::Unreadable)),
            (&ENGLISH[..ENGLISH.len() - 2], Some(Stale::Unreadable)),
            (&strange, Some(Stale::Unreadable)),
            (&short, Some(Stale::Unreadable)),
            (&other, Some(Stale::OtherBuild)),
            (&gaps, Some(Stale::Incomplete)),
        ];
        for (json, expected) in rows {
            assert_eq!(Text::parse(json, None).err(), expected, "{json}");
        }
        assert!(Text::parse(&gaps, Some(&english())).is_ok());
    }

    #[test]
    fn every_message_can_be_said_in_both_languages() {
        for text in [english(), welsh()] {
            for id in IDS {
                let phrase = text.by_id(id).unwrap();
                assert!(!phrase.text.contains(['{', '}']), "{id}: {phrase:?}");
                if text.language() == Language::En {
                    assert!(!phrase.text.is_empty() && !phrase.fallback, "{id}");
                }
            }
        }
        assert_eq!(english().by_id("no-such-message"), None);
    }

    #[test]
    fn dates_are_written_with_the_months_of_the_language() {
        let rows = [
            (2026, 1, 14, "14 January 2026", "14 Ionawr 2026"),
            (2026, 2, 1, "1 February 2026", "1 Chwefror 2026"),
            (2024, 2, 29, "29 February 2024", "29 Chwefror 2024"),
            (2026, 7, 31, "31 July 2026", "31 Gorffennaf 2026"),
            (2026, 10, 5, "5 October 2026", "5 Hydref 2026"),
            (1999, 12, 31, "31 December 1999", "31 Rhagfyr 1999"),
            (2026, 0, 1, "1 0 2026", "1 0 2026"),
            (2026, 13, 1, "1 13 2026", "1 13 2026"),
        ];
        let (in_english, in_welsh) = (english(), welsh());
        for (year, month, day, english, welsh) in rows {
            assert_eq!(in_english.long_date(year, month, day), english);
            assert_eq!(in_welsh.long_date(year, month, day), welsh);
        }
        assert_eq!(in_english.month_year(2026, 5), "May 2026");
        assert_eq!(in_welsh.month_year(2026, 5), "Mai 2026");
        assert!((1..=12).all(|month| !in_welsh.by_id(&format!("month-{month}")).unwrap().fallback));
    }

    #[test]
    fn a_text_is_equal_to_its_clones_and_to_nothing_else() {
        let text = english();
        assert_eq!(text.clone(), text);
        assert_ne!(english(), text);
        assert_eq!(
            (text.language().code(), welsh().language().code()),
            ("en", "cy")
        );
        assert_eq!(Language::from_code("fr"), None);
    }

    #[test]
    fn a_phrase_goes_wherever_html_takes_words() {
        #[derive(yew::Properties, PartialEq)]
        struct Properties {
            title: Html,
            #[prop_or_default]
            hint: Option<Html>,
            label: AttrValue,
            note: Option<AttrValue>,
            #[prop_or_default]
            children: Html,
        }
        #[yew::component]
        fn Panel(_properties: &Properties) -> Html {
            Html::default()
        }
        let phrase = english().go_on();
        let own = phrase.clone();
        // That this compiles is most of the test.
        let _ = html! {
            <Panel title={own.clone()} hint={own.clone()} label={own.clone()} note={own.clone()}>{ own.clone() }</Panel>
        };
        let _ = html! { <Panel title={own.clone()} label="" note={None}>{ own.clone() }{ own.clone() }</Panel> };
        let _ = html! { <>{ for [own.clone()].into_iter() }{ Some(own.clone()) }{ vec![own.clone()] }</> };
        let _ = html! { <input aria-label={own.clone()} placeholder={own.clone()} value={own.clone()} /> };
        let _ = html! { <button class="x" title={own.clone()}>{ own }</button> };
        assert_eq!(AttrValue::from(phrase.clone()), "Continue");
        assert_eq!(
            (phrase.as_str(), phrase.clone().plain()),
            ("Continue", "Continue".to_string())
        );
    }

    #[test]
    fn only_a_fallback_phrase_is_marked_as_english() {
        let plain = Html::from(Phrase {
            text: "Parhau".to_string(),
            fallback: false,
        });
        assert_eq!(plain, VNode::from("Parhau"));
        let marked = Html::from(Phrase {
            text: "Continue".to_string(),
            fallback: true,
        });
        assert_eq!(marked, html! { <span lang="en">{ "Continue" }</span> });
        let VNode::VTag(tag) = marked else {
            panic!("{marked:?}")
        };
        assert_eq!(tag.tag(), "span");
    }
}
