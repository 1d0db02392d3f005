//! Whether what we say can be read: the school year of our English, the length of our sentences in both
//! languages, and words that are never used.

use crate::prose::{Reading, sentences, words};
use crate::said::{all, wordings};
use std::collections::BTreeMap;

/// The school year no page goes beyond (experience-and-safety.md, B1).
const HIGHEST_GRADE: f64 = 5.0;
/// Below so many words a page says too little for a grade of its own, and is pooled with others.
const ENOUGH_WORDS: usize = 100;
/// The longest sentence.
const LONGEST: usize = 20;
/// The longest sentence of easy read.
const LONGEST_EASY: usize = 15;
/// The longest question of ours.
const LONGEST_QUESTION: usize = 14;
/// Pages for those who want to know how it is done: their sentences are short, their words are the trade's.
const NO_GRADE: [&str; 2] = ["security", "instrument"];

#[test]
fn every_page_of_ours_can_be_read_at_eleven() {
    let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for said in all().into_iter().filter(|said| said.language == "en") {
        if !NO_GRADE.contains(&said.page.as_str()) {
            pages.entry(said.page).or_default().push(said.text);
        }
    }
    let read = |texts: &[String]| Reading::of(texts.iter().map(String::as_str));
    let (long, short): (Vec<_>, Vec<_>) =
        pages.into_iter().partition(|(_, texts)| read(texts).words >= ENOUGH_WORDS);
    let pool =
        ("all short pages together".to_owned(), short.into_iter().flat_map(|(_, texts)| texts).collect());
    let mut wrong = Vec::new();
    for (page, texts) in long.into_iter().chain([pool]) {
        let grade = read(&texts).grade();
        if grade > HIGHEST_GRADE {
            wrong.push(format!("{page}: grade {grade:.1}"));
        }
    }
    assert!(wrong.is_empty(), "too hard to read:\n{}", wrong.join("\n"));
}

#[test]
fn no_sentence_of_ours_is_long() {
    let mut wrong = Vec::new();
    for said in all() {
        let longest = if said.easy { LONGEST_EASY } else { LONGEST };
        for sentence in sentences(&said.text) {
            let count = words(sentence).len();
            if count > longest {
                wrong.push(format!("{}: {count} words: {sentence}", said.place));
            }
        }
    }
    assert!(wrong.is_empty(), "too long:\n{}", wrong.join("\n"));
}

/// Words that judge, label or frighten, or that promise what the app cannot do (experience-and-safety.md 1.8,
/// 7 A12; the Ministry of Justice's style). The dash stands for any ending.
const NEVER: [&str; 37] = [
    "overdue",
    "lapse-",
    "declin-",
    "failed",
    "failure-",
    "failing",
    "non-compliant",
    "noncompliant",
    "non-compliance",
    "offender-",
    "ex-offender-",
    "criminal-",
    "convict-",
    "inmate-",
    "addict-",
    "abuser-",
    "junkie-",
    "relaps-",
    "deficit-",
    "low score-",
    "poor score-",
    "at risk",
    "high risk",
    "hard to reach",
    "service user-",
    "client-",
    "victim-",
    "alerted",
    "notified",
    "1:1",
    "one to one",
    "pop",
    "pips",
    "recovery capital",
    "engagement",
    "dirty",
    "suffer-",
];

/// The same in Welsh.
const BYTH: [&str; 12] = [
    "troseddwr",
    "troseddwyr",
    "cyn-droseddwr",
    "dioddefwr",
    "dioddefwyr",
    "methiant-",
    "wedi methu",
    "hwyr",
    "mewn risg",
    "risg uchel",
    "carcharor-",
    "cleient-",
];

#[test]
fn words_that_judge_or_label_are_never_used() {
    let mut wrong = Vec::new();
    for said in all() {
        let never: &[&str] = if said.language == "cy" { &BYTH } else { &NEVER };
        for word in never.iter().filter(|word| uses(&said.text, word)) {
            wrong.push(format!("{}: {word}: {}", said.place, said.text.trim()));
        }
    }
    assert!(wrong.is_empty(), "never said:\n{}", wrong.join("\n"));
}

/// Whether a text uses a word; with a dash at its end, a word that begins like it.
fn uses(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let (stem, open) = word.strip_suffix('-').map_or((word, false), |stem| (stem, true));
    text.match_indices(stem).any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || c == '-';
        let (before, after) = (&text[..at], &text[at + stem.len()..]);
        !before.ends_with(part) && (open || !after.starts_with(part))
    })
}

#[test]
fn questions_of_ours_are_short_and_carry_one_idea() {
    let mut wrong = Vec::new();
    for (path, pack) in wordings().into_iter().filter(|(_, pack)| pack["language"] == "en") {
        for (id, item) in pack["items"].as_object().expect("items by name") {
            for text in ["text", "custody"].into_iter().filter_map(|words| item[words].as_str()) {
                let long = words(text).len() > LONGEST_QUESTION;
                // A sentence the person agrees to; a question is no strength.
                let strength = text.ends_with('.');
                let two = strength && ["and", "or", "not", "never", "no"].iter().any(|word| uses(text, word));
                if long || two || text.contains(['(', ')']) {
                    wrong.push(format!("{path}: {id}: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "more than one short idea:\n{}", wrong.join("\n"));
}

#[test]
fn a_word_is_found_whole_or_by_its_beginning() {
    let rows = [
        ("It is Overdue.", "overdue", true),
        ("non-offender", "offender-", false),
        ("Offenders here", "offender-", true),
        ("popular", "pop", false),
        ("A POP.", "pop", true),
        ("declining", "declin-", true),
        ("incline", "declin-", false),
        ("", "overdue", false),
    ];
    for (text, word, expected) in rows {
        assert_eq!(uses(text, word), expected, "{text}: {word}");
    }
}
