//! The same answers spelt in several ways come to the same, faults and all: cells that are one digit are read
//! once for the whole file, all others one by one, and no difference may show.

use super::{DEFINITION, Folder};

/// The next of a row of numbers without pattern (SplitMix64), below a bound.
fn next(state: &mut u64, bound: usize) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed ^ (mixed >> 31)) % 1_000_003).expect("it is small") % bound
}

fn one_of<'a>(state: &mut u64, all: &[&'a str]) -> &'a str {
    all[next(state, all.len())]
}

const PERSONS: [&str; 8] = ["p1", "\u{e9}", "a b", "", "q,\"x\"", "c\rd", "line\nbreak", "p2"];
const WAVES: [&str; 7] = ["baseline", "followup_1", "between_12", "", "followup_0", " baseline", "transfer"];
const DATES: [&str; 6] = ["2026-01-15", "2024-02-29", "2026-02-29", "", "2026-1-5", "20\u{e9}6-1-15"];
const DAYS: [&str; 5] = ["0", "-4", "+90", "1.5", ""];
const SETTINGS: [&str; 4] = ["custody", "community", "", "prison"];
const ODD: [&str; 13] = [
    "",
    "skipped",
    "do_not_know",
    "9",
    "0",
    "01",
    "+1",
    "-1",
    "7.5",
    "x",
    "0+1",
    "not_reached",
    "99999999999",
];

/// Items with codes of theirs, from the codebook.
fn items(folder: &Folder, instrument: &str) -> Vec<(String, Vec<String>)> {
    let book = folder.run(&["codebook", instrument, "--format", "json"]).stdout;
    let book: serde_json::Value = serde_json::from_str(&book).expect("a codebook");
    let rows = book.as_array().expect("a list").iter();
    let rows = rows.filter(|row| row["role"] == "item" && row["type"] != "text");
    let codes = |text: &str| match text.split_once(" to ") {
        Some((from, to)) if !text.contains('=') => vec![from.to_owned(), to.to_owned()],
        _ => text.split("; ").filter_map(|code| Some(code.split_once('=')?.0.to_owned())).collect(),
    };
    let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
    rows.map(|row| (text(&row["variable"]), codes(&text(&row["codes"])))).collect()
}

/// Rows of cells below a header, most of them good; `odd` in a thousand cells are not.
fn rows(items: &[(String, Vec<String>)], when: &str, odd: usize, state: &mut u64) -> Vec<Vec<String>> {
    let mut header = vec!["person".to_owned(), "wave".to_owned(), when.to_owned(), "setting".to_owned()];
    header.extend(items.iter().map(|(name, _)| name.clone()));
    let times: &[&str] = if when == "days" { &DAYS } else { &DATES };
    let mut rows = vec![header];
    for _ in 0..60 {
        let setting = one_of(state, &["custody", "community", ""]);
        let mut any = |usual: &str, all: &[&str]| {
            if next(state, 1000) < odd { one_of(state, all) } else { usual }.to_owned()
        };
        let mut cells = vec![any("p", &PERSONS), any("baseline", &WAVES), any(times[0], times)];
        cells.push(any(setting, &SETTINGS));
        for (_, codes) in items {
            let usual = codes[next(state, codes.len())].clone();
            let cell = if next(state, 1000) < odd { one_of(state, &ODD).to_owned() } else { usual };
            cells.push(cell);
        }
        rows.push(cells);
    }
    rows
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// Quotes only where they must be.
fn plain(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| match cell.contains([',', '"', '\n']) {
        true => quoted(cell),
        false => cell.clone(),
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect()
}

/// A mark at the beginning, CRLF, no line break at the end, and blanks around every answer.
fn padded(rows: &[Vec<String>]) -> String {
    let key = |cell: &String| if cell.contains(['"', ',', '\n']) { quoted(cell) } else { cell.clone() };
    let cell = |(n, text): (usize, &String)| if n < 3 { key(text) } else { format!(" {text}  ") };
    let line = |row: &Vec<String>| row.iter().enumerate().map(cell).collect::<Vec<_>>().join(",");
    format!("\u{feff}{}", rows.iter().map(line).collect::<Vec<_>>().join("\r\n"))
}

/// Every cell quoted, answers with blanks inside their quotes.
fn in_quotes(rows: &[Vec<String>]) -> String {
    let cell = |(n, text): (usize, &String)| quoted(&if n < 4 { text.clone() } else { format!("{text} ") });
    let line = |row: &Vec<String>| row.iter().enumerate().map(cell).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect()
}

#[test]
fn answers_come_to_the_same_however_they_are_spelt() {
    let folder = Folder::new("spelling").with("mine.json", DEFINITION);
    let list = folder.run(&["instruments"]).stdout;
    let built_in: Vec<&str> = list.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert!(built_in.len() > 15, "{list}");
    let (mut refused, mut scored) = (0, 0);
    for (n, name) in built_in.iter().copied().chain(["mine.json"]).enumerate() {
        let items = items(&folder, name);
        for (round, (when, odd)) in [("date", 0), ("days", 5), ("date", 40)].into_iter().enumerate() {
            let rows = rows(&items, when, odd, &mut ((10 * n + round) as u64));
            let text = plain(&rows);
            for command in
                [vec!["score", name, "--keep-going"], vec!["score", name, "--keep-going", "--wide"]]
            {
                let expected = folder.run_with(&command, &text);
                refused += expected.stderr.lines().count();
                scored += expected.stdout.lines().count();
                assert!(expected.code == Some(0) || odd > 0, "{name}: {}", expected.stderr);
                for other in [padded(&rows), in_quotes(&rows)] {
                    let found = folder.run_with(&command, &other);
                    assert!(found == expected, "{command:?}\n{text}\n{}\n{}", found.stderr, expected.stderr);
                }
            }
        }
    }
    assert!(refused > 500 && scored > 5000, "{refused} faults and {scored} rows are too few to tell");
}

#[test]
fn a_row_comes_to_the_same_whatever_stands_before_it() {
    let folder = Folder::new("order").with("mine.json", DEFINITION);
    for name in ["strengths-profile", "wemwbs-14", "mirc-28", "mine.json"] {
        let items = items(&folder, name);
        let mut rows = rows(&items, "days", 0, &mut 7);
        (1..rows.len()).for_each(|n| rows[n][0] = format!("p{n:02}"));
        let sorted = |rows: &[Vec<String>]| {
            let text = folder.run_with(&["score", name], plain(rows)).stdout;
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        let forth = sorted(&rows);
        rows[1..].reverse();
        assert_eq!(forth, sorted(&rows), "{name}");
        assert!(forth.len() > 60, "{name}");
    }
}
