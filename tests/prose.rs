//! How hard a text is to read: sentences, words, syllables, and the school year they add up to.

/// What a reader meets in some texts, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// How many sentences.
    pub sentences: usize,
    /// How many words.
    pub words: usize,
    /// How many syllables.
    pub syllables: usize,
}

impl Reading {
    /// What a reader of English meets in these texts. A text without an end mark still ends a sentence.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Reading {
        let mut all = Reading::default();
        for sentence in texts.into_iter().flat_map(sentences) {
            let words = words(sentence);
            all.sentences += 1;
            all.words += words.len();
            all.syllables += words.into_iter().map(syllables).sum::<usize>();
        }
        all
    }

    /// The Flesch-Kincaid grade: the school year in the United States, where 5 is an age of ten to eleven.
    /// Kincaid, Fishburne, Rogers and Chissom 1975. No words are grade nought.
    #[allow(clippy::cast_precision_loss)] // Counts of words in an app are far below what a float holds.
    pub fn grade(self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let (sentences, words, syllables) = (self.sentences as f64, self.words as f64, self.syllables as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

/// A text cut at its end marks and line ends. A colon ends no sentence.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut marked = false;
    let cut = move |c: char| {
        let end = c == '\n' || (marked && c.is_whitespace());
        marked = matches!(c, '.' | '!' | '?' | '…') || (marked && matches!(c, '"' | '”' | ')'));
        end
    };
    text.split(cut).map(str::trim).filter(|sentence| !words(sentence).is_empty())
}

/// The words of a sentence. One with a hyphen is one word; a mark alone is none.
pub fn words<'a>(sentence: &'a str) -> Vec<&'a str> {
    let trim = |word: &'a str| word.trim_matches(|c: char| !c.is_alphanumeric());
    sentence.split_whitespace().map(trim).filter(|word| !word.is_empty()).collect()
}

/// How many syllables an English word has, by its letters: each group of vowels is one, less the silent e,
/// more where two vowels are spoken apart. Where it is wrong it counts too many rather than too few.
pub fn syllables(word: &str) -> usize {
    word.split(|c: char| !c.is_alphanumeric() && !APOSTROPHES.contains(&c)).map(part).sum::<usize>().max(1)
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// A silent e is easy to see at the end of a word and hidden when another word follows it.
const HEADS: [&str; 7] = ["some", "home", "there", "where", "here", "safe", "care"];

fn part(word: &str) -> usize {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits > 0 {
        return digits;
    }
    let word: String = word.to_lowercase().chars().filter(|c| !APOSTROPHES.contains(c)).collect();
    let rest = HEADS.iter().find_map(|head| word.strip_prefix(head));
    match rest {
        Some(rest) if !rest.is_empty() && rest.contains(is_vowel) => 1 + spoken(rest),
        _ => spoken(&word),
    }
}

fn spoken(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let starts = |at: usize| is_vowel(letters[at]) && (at == 0 || !is_vowel(letters[at - 1]));
    let groups = (0..letters.len()).filter(|at| starts(*at)).count();
    (groups + apart(word)).saturating_sub(usize::from(groups > 1 && silent(word))).max(1)
}

fn is_vowel(letter: char) -> bool {
    "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(letter)
}

/// Vowels side by side that are spoken apart: "doing", "quiet", "media", "idea", "create", "video".
fn apart(word: &str) -> usize {
    let ing = word.ends_with("ing") && word.len() > 3 && word[..word.len() - 3].ends_with(is_vowel);
    let soft = ["tion", "sion", "cion", "xion", "cial", "tial", "cious", "tious", "people"];
    let pairs = ["ia", "io", "iet", "ience", "area", "idea", "creat", "eo", "uou"];
    let pair = pairs.iter().any(|pair| word.contains(pair)) && !soft.iter().any(|one| word.contains(one));
    usize::from(ing) + usize::from(pair)
}

/// Whether its last vowel is written and not spoken: "name", "names", "named".
fn silent(word: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let after_consonant =
        |tail: &str| word.strip_suffix(tail).is_some_and(|before| before.ends_with(|c: char| !is_vowel(c)));
    if after_consonant("le") || after_consonant("les") || after_consonant("led") {
        return false;
    }
    (word.ends_with('e') && !ends(&["ee", "ie", "ye", "oe", "ue"]))
        || (after_consonant("es") && !ends(&["ses", "xes", "zes", "ches", "shes", "ces", "ges"]))
        || (word.ends_with("ed") && !ends(&["ted", "ded", "eed", "ied"]))
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    let rows = [
        (
            1,
            "a I me the see eye name names named used time times safe tried asked give gives you your pause days ways",
        ),
        (1, "one ones here there's we're I'm don't walked helped through eight"),
        (
            2,
            "people little table tables handled wanted needed places houses changes being doing going trying saying",
        ),
        (
            2,
            "quiet answer tablet someone sometimes something therefore safely careful home-made agree café issues money",
        ),
        (2, "question questions station special action create skipping unlock today weekend 28 one-one"),
        (3, "area idea video radio assessment remember another example media"),
        (4, "information community volunteering"),
        (5, "possibility everybody's"),
    ];
    let mut wrong = Vec::new();
    for (expected, words) in rows {
        wrong.extend(
            words.split(' ').filter(|word| syllables(word) != expected).map(|w| (w, syllables(w), expected)),
        );
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn a_text_is_cut_into_sentences_and_words() {
    let rows: [(&str, &[usize]); 9] = [
        ("", &[]),
        (" … ", &[]),
        ("Save", &[1]),
        ("One two. Three four five!", &[2, 3]),
        ("One two\nthree", &[2, 1]),
        ("He said “come in.” Then he went. ", &[4, 3]),
        ("Version 1.2 is here: use it – now", &[7]),
        ("Saving… Please wait", &[1, 2]),
        ("Mae'r cwestiynau'n barod, fan'cw.", &[4]),
    ];
    for (text, expected) in rows {
        let lengths: Vec<usize> = sentences(text).map(|sentence| words(sentence).len()).collect();
        assert_eq!(lengths, expected, "{text}");
    }
}

#[test]
fn the_grade_is_the_published_formula() {
    // 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59, by hand.
    let rows: [(&[&str], f64); 4] = [
        (&[], 0.0),
        (&["The cat sat on the mat."], -1.45),
        (&["The cat sat.", "On the mat."], -2.62),
        (&["I remember another example."], 15.47),
    ];
    for (texts, expected) in rows {
        let grade = Reading::of(texts.iter().copied()).grade();
        assert!((grade - expected).abs() < 0.005, "{texts:?}: {grade}");
    }
}
