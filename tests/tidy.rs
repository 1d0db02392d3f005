//! Lessons that must hold. A rule that is broken names every place where it is.

use crate::instruments::{folders, read};
use crate::sources::{Source, before_tests, below, lines, names, root, rust};
use assessment_core::cases::{Column, columns};
use assessment_core::instrument::Scale;
use assessment_core::points::Points;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Fails with all that was found.
fn none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn the_core_depends_on_the_listed_few() {
    let manifest =
        fs::read_to_string(root().join("assessment-core/Cargo.toml")).expect("the core's manifest");
    let found: BTreeSet<&str> = manifest
        .lines()
        .skip_while(|line| line.trim() != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', '=', ' ']).next().filter(|name| !name.is_empty()))
        .collect();
    assert_eq!(found, BTreeSet::from(["chrono", "serde_json"]));
    // No way around that list.
    none("other tables of dependencies", &tables(&manifest));
}

fn tables(manifest: &str) -> Vec<String> {
    let table = |line: &&str| line.starts_with("[dependencies.") || line.starts_with("[target.");
    manifest.lines().filter(table).map(str::to_owned).collect()
}

#[test]
fn the_core_knows_no_clock_and_no_browser() {
    let core: Vec<Source> =
        rust().into_iter().filter(|source| source.path.starts_with("assessment-core/src/")).collect();
    assert!(core.len() > 10, "the core has moved");
    let forbidden = ["Utc::now", "SystemTime", "Instant", "Local", "web_sys", "js_sys", "wasm_bindgen"];
    none("the core names", &lines(&core, |line| forbidden.iter().any(|word| names(line, word))));
}

#[test]
fn nothing_unwraps_outside_tests() {
    none("unwrap outside tests", &lines(&rust(), |line| line.contains(".unwrap()")));
}

#[test]
fn no_file_of_ours_is_past_four_hundred_lines() {
    let long = |source: &Source| {
        let lines = before_tests(&source.text).lines().count();
        (lines > 400).then(|| format!("{}: {lines} lines", source.path))
    };
    none("look again at these", &rust().iter().filter_map(long).collect::<Vec<_>>());
}

#[test]
fn nothing_in_web_puts_raw_html_into_a_page_or_runs_a_text() {
    let words = ["from_html_unchecked", "inner_html", "innerHTML", "outerHTML", "insertAdjacentHTML"];
    let ours: Vec<Source> = below("web", &["rs", "js", "mjs"])
        .into_iter()
        // The build tool runs on no page; it looks for the same words in what it builds.
        .filter(|source| !source.path.starts_with("web/xtask/src/"))
        .collect();
    assert!(!ours.is_empty(), "web has moved");
    let sink = |line: &str| {
        words.iter().any(|word| names(line, word))
            || line.contains("document.write")
            || (names(line, "eval") && line.contains("eval("))
            || line.contains("new Function(")
    };
    none("raw HTML or run text", &lines(&ours, sink));
}

#[test]
fn components_do_not_name_the_core_and_pages_name_neither_store_nor_vault() {
    let components = below("web/src/components", &["rs"]);
    none("components name the core", &lines(&components, |line| names(line, "assessment_core")));
    let pages = below("web/src/pages", &["rs"]);
    let paths = ["store::", "vault::", "::store", "::vault", "use store", "use vault"];
    none("pages name store or vault", &lines(&pages, |line| paths.iter().any(|path| names_path(line, path))));
}

/// As `names`, for a path that may begin or end with `::`.
fn names_path(line: &str, path: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices(path).any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let before = !path.starts_with(part) || !code[..at].ends_with(part);
        before && (!path.ends_with(part) || !code[at + path.len()..].starts_with(part))
    })
}

#[test]
fn every_path_on_the_map_of_the_readme_exists() {
    let Ok(readme) = fs::read_to_string(root().join("README.md")) else { return };
    let map = readme.split_once("<!-- map -->").and_then(|(_, rest)| rest.split_once("<!-- /map -->"));
    let Some((map, _)) = map else { panic!("README.md has no block from <!-- map --> to <!-- /map -->") };
    let paths = paths_on(map);
    assert!(!paths.is_empty(), "the map names no path");
    let gone: Vec<String> = paths.into_iter().filter(|path| !root().join(path).exists()).collect();
    none("on the map and not there", &gone);
}

/// Paths on a map: the first word of each line of a tree, below the folder it is indented under; where the
/// map is no tree, every word in backticks that looks like a path. `<id>` and `*` stand for many.
fn paths_on(map: &str) -> Vec<String> {
    let mut above: Vec<(usize, String)> = Vec::new();
    let mut paths = Vec::new();
    let mut tree = false;
    for line in map.lines() {
        if line.trim_start().starts_with("```") {
            tree = !tree;
            continue;
        }
        if !tree {
            let ticked = line.split('`').skip(1).step_by(2);
            paths.extend(ticked.filter(|word| looks_like_path(word)).map(str::to_owned));
            continue;
        }
        let Some(word) = line.split_whitespace().next().map(|word| word.trim_end_matches([',', ':', ';']))
        else {
            continue;
        };
        let indent = line.len() - line.trim_start().len();
        above.retain(|(outer, _)| *outer < indent);
        if !looks_like_path(word) {
            continue;
        }
        let path = format!("{}{word}", above.last().map_or("", |(_, folder)| folder.as_str()));
        if word.ends_with('/') {
            above.push((indent, path.clone()));
        }
        paths.push(path);
    }
    paths.retain(|path| !path.contains(['<', '*', '{']));
    paths
}

fn looks_like_path(word: &str) -> bool {
    !word.contains([' ', ':', '(']) && (word.contains('/') || Path::new(word).extension().is_some())
}

#[test]
fn a_map_is_read_as_a_tree_or_as_words_in_backticks() {
    let tree = "\n```\nassessment-core/   pure\n  src/\n    lib.rs   the door\n  cli/\nweb/\n  src/app.rs, owns\ninstruments/<id>/definition.json\nCargo.toml\n```\n";
    let rows: [(&str, &[&str]); 3] = [
        (
            tree,
            &[
                "assessment-core/",
                "assessment-core/src/",
                "assessment-core/src/lib.rs",
                "assessment-core/cli/",
                "web/",
                "web/src/app.rs",
                "Cargo.toml",
            ],
        ),
        ("| `web/src` | draws | `state.rs` and `a word` `score::score` |", &["web/src", "state.rs"]),
        ("", &[]),
    ];
    for (map, expected) in rows {
        assert_eq!(paths_on(map), expected, "{map}");
    }
}

#[test]
fn every_instrument_has_its_licence_its_source_and_its_cases() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let name = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        match read(&folder) {
            Err(faults) => wrong.extend(faults),
            Ok(instrument) => {
                let licence = instrument.licence();
                if licence.terms.is_empty() || licence.wording.is_empty() {
                    wrong.push(format!("{name}: no licence"));
                }
                if instrument.source().citation.is_empty() {
                    wrong.push(format!("{name}: no source"));
                }
                if instrument.id().as_str() != name {
                    wrong.push(format!("{name}: calls itself {}", instrument.id()));
                }
            }
        }
        if !folder.join("cases.csv").is_file() {
            wrong.push(format!("{name}: no cases.csv"));
        }
    }
    none("instruments", &wrong);
}

#[test]
fn every_band_has_a_case_at_its_edge_just_under_it_and_just_over_it() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let name = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        let (Ok(instrument), Ok(mut reader)) =
            (read(&folder), csv::Reader::from_path(folder.join("cases.csv")))
        else {
            continue;
        };
        let header = reader.headers().expect("a header in UTF-8").clone();
        let Ok(columns) = columns(&instrument, &header) else { continue };
        let rows: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
        for scale in instrument.scales() {
            let at = instrument.find_scale(scale.id.as_str()).expect("one of its scales");
            let column = columns.iter().position(|column| *column == Column::Value(at));
            let values: BTreeSet<Points> =
                column.iter().flat_map(|n| rows.iter().filter_map(|row| Points::read(&row[*n]))).collect();
            for edge in edges(scale).difference(&values) {
                wrong.push(format!("{name}: no case where {} is {edge}", scale.id));
            }
        }
    }
    none("edges without a case", &wrong);
}

/// The scores at each band's bound, the one under it and the one over it.
fn edges(scale: &Scale) -> BTreeSet<Points> {
    let possible: Vec<Points> = match &scale.conversion {
        Some(table) => table.iter().map(|row| row.1).collect(),
        None => {
            let (low, high) = scale.range;
            (low.in_hundredths()..=high.in_hundredths()).step_by(100).map(Points::hundredths).collect()
        }
    };
    let mut edges = BTreeSet::new();
    for band in &scale.bands {
        let first = possible.partition_point(|value| *value < band.from);
        edges.extend(possible.iter().take((first + 2).min(possible.len())).skip(first.saturating_sub(1)));
    }
    edges
}
