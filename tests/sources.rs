//! Source files of this repository, for the rules in `tidy.rs`.

use std::fs;
use std::path::{Path, PathBuf};

/// The top of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the repository").to_owned()
}

/// One file of ours.
pub struct Source {
    /// Its path from the top, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Every file below a folder with one of the endings, other people's code and what is built left out.
pub fn below(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.filter_map(Result::ok) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !name.starts_with('.') && !["node_modules", "target", "dist"].contains(&name.as_str()) {
                walk(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(&format!(".{ending}"))) {
            let text =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let path = path.strip_prefix(root()).expect("it lies below the top");
            found.push(Source { path: path.to_string_lossy().replace('\\', "/"), text });
        }
    }
}

/// The Rust of every package's `src`, test files left out and test modules cut off.
pub fn rust() -> Vec<Source> {
    let of_ours = ["assessment-core", "web", "tests"].into_iter().flat_map(|folder| below(folder, &["rs"]));
    of_ours
        .filter(|source| format!("/{}", source.path).contains("/src/"))
        .filter(|source| !only_for_tests(&source.path))
        .map(|source| Source { text: before_tests(&source.text).to_owned(), path: source.path })
        .collect()
}

fn only_for_tests(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    parts.contains(&"tests") || parts.last() == Some(&"tests.rs") || path == "assessment-core/src/sample.rs"
}

/// A file's text up to its test module; one that only names a file of tests ends nothing.
pub fn before_tests(text: &str) -> &str {
    let opens_module = |(at, _): &(usize, &str)| {
        let attribute = text[*at..].lines().next().unwrap_or_default();
        let mut lines = text[*at..].lines().skip_while(|line| line.starts_with("#["));
        let for_tests = names(attribute, "test") && !attribute.contains("not(test)");
        for_tests && lines.next().is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
    };
    text.match_indices("#[cfg(").find(opens_module).map_or(text, |(end, _)| &text[..end])
}

/// Whether a text names a word: not as part of a longer one.
pub fn names(text: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let whole = |(at, _): (usize, &str)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !part(before.chars().next_back()) && !part(after.chars().next())
    };
    text.match_indices(word).any(whole)
}

/// `path:line` of every line that a rule speaks of.
pub fn lines(sources: &[Source], speaks: impl Fn(&str) -> bool) -> Vec<String> {
    let of = |source: &Source| -> Vec<String> {
        let lines = source.text.lines().enumerate().filter(|(_, line)| speaks(line));
        lines.map(|(n, line)| format!("{}:{}: {}", source.path, n + 1, line.trim())).collect()
    };
    sources.iter().flat_map(of).collect()
}

#[test]
fn a_file_ends_where_its_test_module_begins() {
    let rows = [
        ("a\n#[cfg(test)]\nmod tests {\n", "a\n"),
        ("a\n#[cfg(test)]\n#[allow(x)]\nmod tests {\n", "a\n"),
        ("a\n#[cfg(all(test, not(target_family = \"wasm\")))]\nmod tests {\n", "a\n"),
        ("#[cfg(not(test))]\nmod real {\n", "#[cfg(not(test))]\nmod real {\n"),
        ("a\n#[cfg(test)]\nmod sample;\nb\n", "a\n#[cfg(test)]\nmod sample;\nb\n"),
        ("a\n", "a\n"),
    ];
    for (text, expected) in rows {
        assert_eq!(before_tests(text), expected);
    }
}

#[test]
fn a_word_is_named_only_when_it_stands_alone() {
    let rows = [
        ("use std::time::Instant;", "Instant", true),
        ("Instantly", "Instant", false),
        ("an_Instant", "Instant", false),
        ("Instant", "Instant", true),
        ("chrono::Utc::now()", "Utc::now", true),
        ("chrono::Utc::nowhere()", "Utc::now", false),
        ("", "Instant", false),
    ];
    for (text, word, expected) in rows {
        assert_eq!(names(text, word), expected, "{text}: {word}");
    }
}
