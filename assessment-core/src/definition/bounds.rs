//! How much a file may hold, and which characters a text may not: a file can come from anybody, and what is
//! read is kept in memory, put on a screen and printed in a terminal.

/// Largest file, in bytes. The longest of ours has some thirty thousand.
pub(crate) const LARGEST_FILE: usize = 1024 * 1024;
/// Longest text, in characters. The longest question of ours has under a hundred.
pub(crate) const LONGEST_TEXT: usize = 2000;
/// Most faults listed. An author who has more begins with these.
pub(crate) const MOST_FAULTS: usize = 1000;
/// Longest name that is repeated in the place of a fault, in characters.
pub(crate) const LONGEST_NAME: usize = 80;

/// What is wrong with a text whoever wrote it, or nothing.
pub(crate) fn refused(text: &str) -> Option<String> {
    if let Some(found) = text.chars().find(|c| unseen(*c)) {
        let code = u32::from(found);
        return Some(format!("U+{code:04X} is a character that cannot be seen; write the text without it."));
    }
    let long = text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT;
    long.then(|| format!("A text has at most {LONGEST_TEXT} characters."))
}

/// Characters that change what is seen without being seen: control characters (line breaks and tabs apart,
/// which are only white space), Unicode's own breaks of line and paragraph, embeddings, overrides and isolates of direction (Unicode Technical Report 36, section 2.4), spaces without
/// width, and tags.
fn unseen(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c,
            '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_refused_and_every_script_is_not() {
        for text in [
            "",
            "Rydw i'n iawn.",
            "أنا بخير",
            "我很好",
            "🌿 leaf",
            "می\u{200c}روم",
            "a\u{a0}b",
            "a\u{200e}b",
            "a\r\n\tb",
        ] {
            assert_eq!(refused(text), None, "{text}");
        }
        let rows = [
            ("a\u{8}b", "U+0008"),
            ("\u{0}", "U+0000"),
            ("a\u{1b}[31m", "U+001B"),
            ("a\u{85}b", "U+0085"),
            ("\u{202e}evil", "U+202E"),
            ("\u{202a}", "U+202A"),
            ("\u{2066}", "U+2066"),
            ("\u{2069}", "U+2069"),
            ("\u{2028}", "U+2028"),
            ("\u{200b}", "U+200B"),
            ("\u{feff}a", "U+FEFF"),
            ("\u{e0041}", "U+E0041"),
        ];
        for (text, expected) in rows {
            let sentence = refused(text).unwrap_or_default();
            assert!(sentence.starts_with(expected), "{text:?}: {sentence}");
        }
    }

    #[test]
    fn a_text_is_as_long_as_the_bound_counted_in_characters() {
        assert_eq!(refused(&"ŵ".repeat(LONGEST_TEXT)), None);
        assert!(refused(&"a".repeat(LONGEST_TEXT + 1)).is_some());
    }
}
