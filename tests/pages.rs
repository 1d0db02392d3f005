//! The list of pages that the browser looks at, held against the pages the program draws.

use crate::sources::{Source, before_tests, below, root};
use std::collections::BTreeSet;
use std::fs;

/// A page of the preview is looked at where the preview is tested, on a server of its own.
const PREVIEW: &str = "web/src/preview/page.rs";

fn quoted(text: &str) -> Option<&str> {
    text.split_once('"')?.1.split_once('"').map(|(word, _)| word)
}

/// The word of each variant of `Route`, or a sentence about the one that has none of its own.
fn routes(text: &str) -> Result<BTreeSet<String>, String> {
    let between = |from: &str, to: &str| -> Option<&str> {
        text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map(|(part, _)| part)
    };
    let variants = between("pub enum Route {", "\n}").ok_or("web/src/route.rs has lost its Route.")?;
    let words = between("pub fn page(&self)", "\n    }\n").ok_or("web/src/route.rs has lost Route::page.")?;
    let word = |variant: &str| {
        let arm = words.lines().find(|line| {
            let named = line.trim_start().strip_prefix("Route::").and_then(|rest| rest.strip_prefix(variant));
            named.is_some_and(|rest| rest.starts_with([' ', '(']))
        });
        let said = arm.and_then(|arm| arm.split_once("=> ")).and_then(|(_, word)| quoted(word));
        said.map(str::to_owned)
            .ok_or_else(|| format!("Route::page in web/src/route.rs has no line of its own for {variant}."))
    };
    let of_route = |line: &&str| line.starts_with("    ") && line[4..].starts_with(char::is_uppercase);
    variants
        .lines()
        .filter(of_route)
        .map(|line| word(line.trim().split(['(', ' ', ',']).next().unwrap_or_default()))
        .collect()
}

/// The words a file gives to what it draws, besides those of `Route`.
fn drawn(source: &Source) -> Vec<String> {
    let text = before_tests(&source.text);
    let after = |mark: &str| -> Vec<String> {
        let rests = text.split(mark).skip(1).map(str::trim_start);
        rests.filter(|rest| rest.starts_with('"')).filter_map(quoted).map(str::to_owned).collect()
    };
    let mut found = after("plain(");
    found.extend(after("data-page="));
    if source.path.starts_with("web/src/handover/pages/") {
        let named = |line: &&str| line.contains("frame(view, ") || line.trim().starts_with("Over::");
        let words = text.lines().filter(named).filter_map(quoted);
        found.extend(words.map(|word| format!("handed-{word}")));
    }
    found
}

#[test]
fn the_browser_has_every_page_on_its_list() {
    let sources = below("web/src", &["rs"]);
    let route = sources.iter().find(|source| source.path == "web/src/route.rs").expect("web/src/route.rs");
    let mut pages = routes(&route.text).unwrap_or_else(|sentence| panic!("{sentence}"));
    pages.extend(sources.iter().filter(|source| source.path != PREVIEW).flat_map(drawn));
    assert!(pages.len() > 40, "the pages have moved: {pages:?}");
    let list = fs::read_to_string(root().join("tests/browser/pages.json")).expect("tests/browser/pages.json");
    let listed: BTreeSet<String> = serde_json::from_str(&list).expect("a list of words");
    let missing: Vec<_> = pages.difference(&listed).collect();
    assert!(
        missing.is_empty(),
        "Nobody would look at these pages in the browser: {missing:?}. List them in tests/browser/pages.json, and \
         say in tests/browser/ways.ts how one comes there."
    );
    let gone: Vec<_> = listed.difference(&pages).collect();
    assert!(gone.is_empty(), "These pages of tests/browser/pages.json are drawn no more: {gone:?}.");
}

#[test]
fn a_page_is_drawn_only_where_the_list_is_made_from() {
    let draws = |source: &Source| before_tests(&source.text).matches("data-page=").count();
    let found: Vec<(String, usize)> = below("web/src", &["rs"])
        .iter()
        .map(|source| (source.path.clone(), draws(source)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let known = [
        ("web/src/components/frame.rs", 2),
        ("web/src/design.rs", 1),
        ("web/src/handover/pages/mod.rs", 1),
        (PREVIEW, 1),
    ];
    assert_eq!(found, known.map(|(path, count)| (path.to_owned(), count)));
}

#[test]
fn a_route_without_a_word_of_its_own_is_refused() {
    let text = |arm: &str| {
        format!(
            "pub enum Route {{\n    /// One.\n    One,\n    /// Two.\n    Two {{\n        /// Which.\n        Which: u8,\n    }},\n}}\n\
             \n    pub fn page(&self) -> &str {{\n        match self {{\n            Route::One => \"one\",\n            {arm}\n        }}\n    }}\n"
        )
    };
    assert_eq!(
        routes(&text("Route::Two { .. } => \"two\",")),
        Ok(["one".to_owned(), "two".to_owned()].into())
    );
    for arm in ["_ => \"two\",", "Route::TwoMore => \"two\",", "Route::Two { .. } => Route::One.page(),"] {
        let refused = routes(&text(arm)).unwrap_err();
        assert_eq!(refused, "Route::page in web/src/route.rs has no line of its own for Two.", "{arm}");
    }
}
