//! `cargo xtask bench`: the app, then scoring at scale (`scale.rs`); `bench app` and `bench scale` are one of them.
//! The app: speed and size against their budgets, measured in the built app, printed and kept in web/BENCHMARKS.md.
//! A budget missed is said with what was seen beside it and fails nothing; only a measurement that could not be made
//! does.

mod machine;
mod report;
mod scale;

use crate::page::FIRST_LOAD;
use crate::places::{Tree, read_text, write};
use crate::programs::{cargo, output, program, watch};
use crate::{dist, serve, setup};
use machine::{Machine, version};
use std::path::Path;

/// One thing that is measured, and the most it may be.
struct Budget {
    /// Names the file the measurement is handed over in.
    name: &'static str,
    what: &'static str,
    unit: &'static str,
    decimals: usize,
    limit: f64,
    /// How it is measured, in whole sentences.
    how: &'static str,
}

const BUDGETS: &[Budget] = &[
    Budget {
        name: "first_load",
        what: "First load, gzip",
        unit: "kB",
        decimals: 1,
        limit: 260.0,
        how: "Fresh browser profile, `Accept-Encoding: gzip` and nothing else. The sum of what the network \
layer says came over the wire, response headers included, in every answer that was complete when the heading \
of the first page was painted. A kB is 1000 bytes.",
    },
    Budget {
        name: "painted",
        what: "Answer tapped to painted, p98, at 4x",
        unit: "ms",
        decimals: 1,
        limit: 52.0,
        how: "Every answer of three whole assessments, processor slowed four times, database on the disk. From \
the time the browser gives the `pointerup` event to the first frame after the app has drawn the answer into \
the document (a mutation, not the tick the browser sets by itself): a most urgent task (`scheduler.postTask`) \
asked for in that frame's `requestAnimationFrame`, which runs once the frame is made. The browser's own Event \
Timing, which also counts showing the frame and rounds to 8 ms, stands beside it as a check.",
    },
    Budget {
        name: "saved",
        what: "Answer tapped to durably saved, p98, at 4x",
        unit: "ms",
        decimals: 1,
        limit: 100.0,
        how: "The same taps, to the app's performance mark `saved`, which it sets once the transaction with \
strict durability has completed. After every tap the same page writes 2 kB of its own with strict durability \
to a database of its own, to `complete`: the bare write beside it.",
    },
    Budget {
        name: "language",
        what: "Another language to the page painted in it, p98, at 4x",
        unit: "ms",
        decimals: 1,
        limit: 100.0,
        how: "On a page of questions, to and fro, processor slowed four times, the words of both languages at \
hand. From the time the browser gives the `pointerup` event on the switch to the first frame after the document \
says that it is in the other language.",
    },
    Budget {
        name: "hidden",
        what: "Hide now: key pressed to nothing but the time painted, p98, at 4x",
        unit: "ms",
        decimals: 1,
        limit: 100.0,
        how: "In the middle of a question, with words being typed, processor slowed four times. From the time stamp \
of the third `Shift` to the first frame in which the time covers everything, painted by the old document or, where \
that was gone before its frame, by the new one. The clock on the wall (`performance.timeOrigin` and the time in the \
document) runs through both. The time until the new document is painted stands beside it.",
    },
    Budget {
        name: "again",
        what: "First question again from cache, median",
        unit: "ms",
        decimals: 1,
        limit: 131.0,
        how: "Service worker installed, a vault with one person and a draft at its first question; the \
question's address is loaded again, not slowed. Start of navigation to the lock painted, plus key in hand (the \
app's mark `key-in-hand`) to the question painted. Between the two somebody types the passphrase and Argon2id \
makes guessing slow on purpose; both are left out.",
    },
    Budget {
        name: "slow",
        what: "First page on slow 4G at 4x, median",
        unit: "s",
        decimals: 2,
        limit: 2.5,
        how: "Fresh browser profile every time, 1.6 Mbit/s down and 150 ms before every answer, processor \
slowed four times, gzip. Start of navigation to the heading of the first page painted.",
    },
    Budget {
        name: "memory",
        what: "Script and WASM memory after an assessment",
        unit: "MiB",
        decimals: 2,
        limit: 12.0,
        how: "One whole assessment, finished, its profile on the screen; after collecting garbage, the used \
JavaScript heap of the page plus the length of every `WebAssembly.Memory` the browser finds in it. The app is \
driven through the browser's protocol, so that nothing of the test tool lies in the heap.",
    },
    Budget {
        name: "scoring",
        what: "Scoring one full profile natively, median",
        unit: "µs",
        decimals: 2,
        limit: 10.0,
        how: "Release build: the answers of one full session looked up and settled, and every scale of \
strengths-profile scored. The median over 1000 batches of 200 calls.",
    },
];

/// What a measurement came to, and the sentences about what was seen beside it.
struct Measured {
    budget: &'static Budget,
    value: f64,
    beside: String,
}

impl Measured {
    fn met(&self) -> bool {
        self.value <= self.budget.limit
    }
}

pub fn run(tree: &Tree, words: &[String]) -> Result<(), String> {
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => app(tree).and_then(|()| scale::run(tree)),
        ["app"] => app(tree),
        ["scale"] => scale::run(tree),
        _ => Err(format!("bench takes nothing, app or scale after it, not {}.", words.join(" "))),
    }
}

fn app(tree: &Tree) -> Result<(), String> {
    let browser = setup::browser(tree)?;
    setup::npm_packages(&tree.browser_tests())?;
    let build = dist::build(tree)?;
    // Built before anything is timed, so that nothing is compiled meanwhile.
    scoring(tree, &["--no-run"])?;
    let machine = Machine::look(tree, version(&browser.chromium))?;

    let folder = tree.target.join("bench");
    let _ = std::fs::remove_dir_all(&folder);
    let score = scoring(tree, &[])?;
    write(&folder.join("scoring.json"), handed_over(&score)?.as_bytes())?;
    let served = serve::start(&build.folder, None)?;
    let mut command = program("node", &tree.browser_tests());
    command
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .args(["--config", "bench/bench.config.ts", "--reporter=list"])
        .env("TRELLIS_BENCH_FOLDER", &folder)
        .env("TRELLIS_URL", &served.address)
        .env("CHROMIUM", &browser.chromium);
    if !watch(&mut command, |_| ())? {
        return Err("A measurement could not be made: look at the message above.".to_string());
    }

    let measured = BUDGETS.iter().map(|budget| read(&folder, budget)).collect::<Result<Vec<_>, _>>()?;
    let sizes = first_load(&read_text(&tree.target.join("dist-sizes.txt"))?);
    println!("\n{sizes}\n{}", report::lines(&measured));
    let place = tree.web().join("BENCHMARKS.md");
    let before = std::fs::read_to_string(&place).unwrap_or_default();
    write(&place, report::page(&measured, &machine, &sizes, &before).as_bytes())
}

/// The core's own measurement; it prints one line.
fn scoring(tree: &Tree, more: &[&str]) -> Result<String, String> {
    output(
        cargo(tree).args(["bench", "--quiet", "--package", "assessment-core", "--bench", "score"]).args(more),
        "Scoring could not be measured: look at the message above.",
    )
}

/// That line in the form the other measurements are handed over in.
fn handed_over(line: &str) -> Result<String, String> {
    let said: serde_json::Value = serde_json::from_str(line)
        .map_err(|why| format!("Scoring was measured but not understood: {why}."))?;
    let nanoseconds =
        said["median_ns"].as_f64().ok_or("Scoring was measured but its line names no median_ns.")?;
    let beside = format!(
        "{} calls, each with {} answers and {} scales, of which {} scored.",
        said["calls"], said["answers"], said["scales"], said["scored"]
    );
    Ok(serde_json::json!({ "value": nanoseconds / 1000.0, "beside": beside }).to_string())
}

fn read(folder: &Path, budget: &'static Budget) -> Result<Measured, String> {
    let missing = || format!("There is no measurement of: {}.", budget.what);
    let text = read_text(&folder.join(format!("{}.json", budget.name)))?;
    let said: serde_json::Value = serde_json::from_str(&text).map_err(|_| missing())?;
    let value = said["value"].as_f64().ok_or_else(missing)?;
    Ok(Measured { budget, value, beside: said["beside"].as_str().unwrap_or_default().to_string() })
}

/// The part of the table of sizes that is about the first load: its head, the files, their total.
fn first_load(table: &str) -> String {
    let lines: Vec<&str> = table.lines().take(FIRST_LOAD.len() + 2).collect();
    lines.join("\n")
}
