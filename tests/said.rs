//! Everything the app says, gathered from the messages and from the wordings of our own instruments.

use crate::sources::{Source, below};
use serde_json::Value;

/// One text a person can meet.
pub struct Said {
    /// Where it stands: file and name.
    pub place: String,
    /// The page it belongs to.
    pub page: String,
    /// `en` or `cy`.
    pub language: &'static str,
    /// Whether it is easy read.
    pub easy: bool,
    /// What is said.
    pub text: String,
}

/// Everything said in either language.
pub fn all() -> Vec<Said> {
    let mut said = messages("en");
    said.extend(messages("cy"));
    said.extend(wordings().into_iter().flat_map(|(path, pack)| of_pack(&path, &pack)));
    said
}

fn messages(language: &'static str) -> Vec<Said> {
    let files = below(&format!("web/locales/{language}"), &["ftl"]);
    assert!(!files.is_empty(), "the locales have moved");
    let of_file = |file: &Source| {
        let named = fluent(&file.text);
        named
            .into_iter()
            .map(|(name, text)| Said {
                place: format!("{}: {name}", file.path),
                page: name.split('-').next().unwrap_or_default().to_owned(),
                language,
                easy: false,
                text,
            })
            .collect::<Vec<_>>()
    };
    files.iter().flat_map(of_file).collect()
}

/// Every message of a Fluent file by name, once for each of its forms.
fn fluent(file: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut message: Option<(String, String)> = None;
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.split_once('=').filter(|(name, _)| !name.starts_with([' ', '}', '-', '*', '[']));
        if let Some((name, text)) = begins {
            found.extend(message.take().into_iter().flat_map(forms));
            message = Some((name.trim().to_owned(), text.to_owned()));
        } else if let Some((_, text)) = &mut message.as_mut().filter(|_| !line.trim().is_empty()) {
            text.push('\n');
            text.push_str(line);
        }
        if line.starts_with('-') {
            found.extend(message.take().into_iter().flat_map(forms));
        }
    }
    found.extend(message.into_iter().flat_map(forms));
    found
}

/// A message with a select becomes one text for each variant; what is put in becomes one short word.
fn forms((name, text): (String, String)) -> Vec<(String, String)> {
    let texts = match text.split_once("->") {
        None => vec![text],
        Some((before, select)) => {
            let before = before.rsplit_once('{').map_or("", |(before, _)| before);
            let (variants, after) = select.split_once("\n}").unwrap_or((select, ""));
            let variants = variants.split("\n").filter_map(|line| {
                line.trim_start()
                    .trim_start_matches('*')
                    .strip_prefix('[')?
                    .split_once(']')
                    .map(|(_, text)| text)
            });
            variants.map(|variant| format!("{before}{variant}{after}")).collect()
        }
    };
    texts.into_iter().map(|text| (name.clone(), filled(&text))).collect()
}

fn filled(text: &str) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (hole, after) = part.split_once('}').unwrap_or((part, ""));
        filled.push_str(if hole.contains("-brand") { "Trellis" } else { "Sam" });
        filled.push_str(after);
    }
    filled
}

/// The wordings of our own instruments and of the questions about the person.
pub fn wordings() -> Vec<(String, Value)> {
    let files = ["instruments", "web/about-you"].into_iter().flat_map(|folder| below(folder, &["json"]));
    let packs = files.filter(|file| file.path.contains("/wording."));
    packs.map(|file| (file.path, serde_json::from_str(&file.text).expect("a pack in JSON"))).collect()
}

fn of_pack(path: &str, pack: &Value) -> Vec<Said> {
    let mut found = Vec::new();
    for part in ["title", "intro", "sections", "options", "items", "scales"] {
        texts(part, &pack[part], &mut found);
    }
    let language = if pack["language"] == "cy" { "cy" } else { "en" };
    let easy = pack["provenance"].as_str().is_some_and(|whose| whose.starts_with("easy_read"));
    let said = |(place, text): (String, String)| Said {
        place: format!("{path}: {place}"),
        page: path.to_owned(),
        language,
        easy,
        text,
    };
    found.into_iter().map(said).collect()
}

fn texts(place: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((place.to_owned(), text.clone())),
        Value::Array(values) => values.iter().for_each(|value| texts(place, value, found)),
        Value::Object(values) => {
            values.iter().for_each(|(name, value)| texts(&format!("{place}.{name}"), value, found));
        }
        _ => {}
    }
}

#[test]
fn a_fluent_file_is_read_message_by_message_and_form_by_form() {
    let file = "# One\n-brand = Trellis\ngo-on = Go on\nready = In { $n ->\n    [0] none\n   *[other] { $n } left\n} now.\nlong =\n    One\n    two\n\nname = For { $who } in { -brand }\n";
    let expected = [
        ("go-on", "Go on"),
        ("ready", "In none now."),
        ("ready", "In Sam left now."),
        ("long", "One two"),
        ("name", "For Sam in Trellis"),
    ];
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found: Vec<(String, String)> =
        fluent(file).into_iter().map(|(name, text)| (name, tidy(&text))).collect();
    assert_eq!(found, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
}
