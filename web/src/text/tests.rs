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
    Text(Rc::new(Catalogue { language, messages: vec![message], fallback }))
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
    let people = json!(["Now ", [0, {"=0": "nobody is", "one": "one is", "*": [0, " are"]}], " ready"]);
    let who = json!([[0, {"worker": ["With ", 1], "*": "Alone"}], "."]);
    let inner = json!([[0, {"a": [[1, {"one": "one", "*": [1]}]], "*": ""}]]);
    let rows = [
        (Language::En, json!("Plain"), vec![], "Plain"),
        (Language::En, json!(["For ", 1, ", ", 0]), vec![Text("A"), Text("B")], "For B, A"),
        (Language::En, people.clone(), vec![Number(0)], "Now nobody is ready"),
        (Language::En, people.clone(), vec![Number(1)], "Now one is ready"),
        (Language::En, people, vec![Number(12)], "Now 12 are ready"),
        (Language::Cy, cats.clone(), vec![Number(0)], "0 cathod"),
        (Language::Cy, cats.clone(), vec![Number(1)], "1 gath"),
        (Language::Cy, cats.clone(), vec![Number(3)], "3 cath"),
        (Language::Cy, cats.clone(), vec![Number(6)], "6 chath"),
        (Language::Cy, cats, vec![Number(7)], "7 cath"),
        (Language::En, who.clone(), vec![Text("worker"), Text("Ann")], "With Ann."),
        (Language::En, who, vec![Text("nobody we know"), Text("Ann")], "Alone."),
        (Language::En, inner, vec![Text("a"), Number(4)], "4"),
        // Such a catalogue is never made, but must not stop the app.
        (Language::En, json!([0, [1, {}], [0, {}], {}, null, [], -1]), vec![Number(4)], "4"),
        (Language::En, json!({}), vec![], ""),
    ];
    for (language, message, arguments, expected) in rows {
        let said = only(language, message.clone(), None).say(0, &arguments);
        assert_eq!(said, Phrase { text: expected.to_string(), fallback: false }, "{message}");
    }
}

#[test]
fn english_stands_in_for_missing_welsh_and_says_so() {
    let english = only(Language::En, json!([[0, {"one": "1 day", "*": [0, " days"]}]]), None);
    let welsh = only(Language::Cy, Value::Null, Some(english));
    // Two is a form of its own in Welsh, but these are English words and take English forms.
    let said = welsh.say(0, &[Arg::Number(2)]);
    assert_eq!(said, Phrase { text: "2 days".to_string(), fallback: true });
}

#[test]
fn a_catalogue_that_does_not_belong_to_this_build_is_refused() {
    let other = ENGLISH.replace(VERSION_HASH, "0123456789abcdef");
    let short = json!({ "language": "en", "for": VERSION_HASH, "messages": ["Hello"] }).to_string();
    let strange = ENGLISH.replace(r#""language":"en""#, r#""language":"fr""#);
    let messages = vec![Value::Null; MESSAGES];
    let gaps = json!({ "language": "cy", "for": VERSION_HASH, "messages": messages }).to_string();
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
        (2026, 1, 14, "14\u{a0}January 2026", "14\u{a0}Ionawr 2026"),
        (2026, 2, 1, "1\u{a0}February 2026", "1\u{a0}Chwefror 2026"),
        (2024, 2, 29, "29\u{a0}February 2024", "29\u{a0}Chwefror 2024"),
        (2026, 7, 31, "31\u{a0}July 2026", "31\u{a0}Gorffennaf 2026"),
        (2026, 10, 5, "5\u{a0}October 2026", "5\u{a0}Hydref 2026"),
        (1999, 12, 31, "31\u{a0}December 1999", "31\u{a0}Rhagfyr 1999"),
        (2026, 0, 1, "1\u{a0}0 2026", "1\u{a0}0 2026"),
        (2026, 13, 1, "1\u{a0}13 2026", "1\u{a0}13 2026"),
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
    assert_eq!((text.language().code(), welsh().language().code()), ("en", "cy"));
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
    assert_eq!((phrase.as_str(), phrase.clone().plain()), ("Continue", "Continue".to_string()));
}

#[test]
fn only_a_fallback_phrase_is_marked_as_english() {
    let plain = Html::from(Phrase { text: "Parhau".to_string(), fallback: false });
    assert_eq!(plain, VNode::from("Parhau"));
    let marked = Html::from(Phrase { text: "Continue".to_string(), fallback: true });
    assert_eq!(marked, html! { <span lang="en">{ "Continue" }</span> });
    let VNode::VTag(tag) = marked else { panic!("{marked:?}") };
    assert_eq!(tag.tag(), "span");
}
