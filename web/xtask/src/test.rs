//! `cargo xtask test`: every check there is, one after the other. A stage that fails does not stop
//! the next; the last line is always the count over all of them.

use crate::places::{Tree, files_below, write};
use crate::programs::{cargo, program, run as run_program, watch};
use crate::setup::{self, WASM};
use crate::tally::Tally;
use crate::{dist, serve, sizes};
use std::path::PathBuf;
use std::time::Instant;

/// One kind of test: the filter word that chooses it, what it is, and how it is run.
struct Stage {
    filter: &'static str,
    title: &'static str,
    run: fn(&Tree, &[String]) -> Outcome,
}

/// What a stage counted, and the sentence about why it failed although no test did.
type Outcome = Result<Tally, String>;

const STAGES: &[Stage] = &[
    Stage { filter: "rust", title: "layout of the code (cargo fmt)", run: layout },
    Stage { filter: "rust", title: "lints (cargo clippy)", run: lints },
    Stage { filter: "rust", title: "Rust tests and examples in the documentation", run: rust },
    Stage { filter: "fhir", title: "FHIR R4 before an independent library", run: fhir },
    Stage { filter: "wasm", title: "Rust tests in the browser", run: wasm },
    Stage { filter: "browser", title: "journeys through the built app", run: browser },
];

pub fn run(tree: &Tree, words: &[String]) -> Result<(), String> {
    let (filters, extra) = match words.iter().position(|word| word == "--") {
        Some(place) => (&words[..place], &words[place + 1..]),
        None => (words, &[][..]),
    };
    if let Some(unknown) = filters.iter().find(|filter| !STAGES.iter().any(|stage| stage.filter == **filter))
    {
        return Err(format!("test can be narrowed to rust, fhir, wasm or browser, not to {unknown}."));
    }
    let chosen = |stage: &&Stage| filters.is_empty() || filters.iter().any(|filter| filter == stage.filter);

    let mut total = Tally::default();
    let mut failures = Vec::new();
    for stage in STAGES.iter().filter(chosen) {
        println!("\n== {}", stage.title);
        let begun = Instant::now();
        let outcome = (stage.run)(tree, extra);
        println!("-- {}: {} s", stage.title, begun.elapsed().as_secs());
        match outcome {
            Ok(tally) => {
                if tally.failed > 0 {
                    failures.push(format!("{}: {}", stage.title, tally.line()));
                }
                total.add(tally);
            }
            // A stage that could not run has tested nothing, which must not look like success.
            Err(sentence) => {
                eprintln!("{sentence}");
                failures.push(format!("{}: {sentence}", stage.title));
                total.failed += 1;
            }
        }
    }
    println!();
    for failure in &failures {
        println!("Failed: {failure}");
    }
    println!("{}", total.line());
    if total.failed == 0 { Ok(()) } else { Err(String::new()) }
}

fn layout(tree: &Tree, _: &[String]) -> Outcome {
    run_program(cargo(tree).args(["fmt", "--all", "--check"]), "Run `cargo fmt --all` to lay the code out.")?;
    Ok(Tally::default())
}

fn lints(tree: &Tree, _: &[String]) -> Outcome {
    let words = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    run_program(cargo(tree).args(words), "Mend what clippy says above.")?;
    Ok(Tally::default())
}

/// `cargo test` runs unit tests, the tests in `tests/` and the examples in documentation.
fn rust(tree: &Tree, _: &[String]) -> Outcome {
    counted(cargo(tree).args(["test", "--workspace", "--no-fail-fast"]))
}

fn counted(command: &mut std::process::Command) -> Outcome {
    let mut tally = Tally::default();
    let ended_well = watch(command, |line| tally.add(Tally::of_rust_line(line)))?;
    if !ended_well && tally.failed == 0 {
        // Counted as one failure by the caller; what did pass is not worth a second number.
        return Err("The tests did not compile or did not finish: look at the message above.".to_string());
    }
    Ok(tally)
}

/// What the command writes as FHIR, asked about by a library and by the standard's schema, in Node.
fn fhir(tree: &Tree, _: &[String]) -> Outcome {
    let folder = tree.root.join("tests/fhir");
    setup::npm_packages(&folder)?;
    run_program(
        cargo(tree).args(["build", "--package", "trellis"]),
        "The command `trellis` did not compile.",
    )?;
    let mut tally = Tally::default();
    let mut command = program("node", &folder);
    command.arg("check.mjs").env("TRELLIS_COMMAND", tree.target.join("debug/trellis"));
    let ended_well = watch(&mut command, |line| tally.add(Tally::of_plain_line(line)))?;
    if (!ended_well && tally.failed == 0) || tally == Tally::default() {
        return Err("The check of FHIR did not finish: look at the message above.".to_string());
    }
    Ok(tally)
}

/// Tests of what only a browser has, in web/tests/*.rs, with wasm-bindgen's own runner.
fn wasm(tree: &Tree, _: &[String]) -> Outcome {
    if !files_below(&tree.web().join("tests"))?
        .iter()
        .any(|file| file.extension().is_some_and(|ending| ending == "rs"))
    {
        println!("There are no tests in web/tests.");
        return Ok(Tally::default());
    }
    setup::wasm_target(tree)?;
    let browser = setup::browser(tree)?;
    run_program(
        cargo(tree).args(["build", "--package", "wasm-runner"]),
        "The runner for tests in the browser did not compile.",
    )?;
    let settings = tree.target.join("webdriver.json");
    let capabilities =
        serde_json::json!({ "goog:chromeOptions": { "binary": browser.chromium, "args": FLAGS } });
    write(&settings, capabilities.to_string().as_bytes())?;
    counted(
        cargo(tree)
            .args(["test", "--package", "trellis-web", "--target", WASM, "--test", "*", "--no-fail-fast"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tree.target.join("debug/wasm-runner"))
            .env("CHROMEDRIVER", &browser.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings),
    )
}

/// How Chromium is started by every browser test. As root it has no sandbox of its own, and it has
/// no business on the network.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

fn browser(tree: &Tree, extra: &[String]) -> Outcome {
    journeys(tree, extra, &[])
}

/// The journeys, with further words for Playwright and further variables of the environment.
pub fn journeys(tree: &Tree, extra: &[String], settings: &[(&str, &str)]) -> Outcome {
    let browser = setup::browser(tree)?;
    let folder = tree.browser_tests();
    setup::npm_packages(&folder)?;
    // The journey hands the file the browser wrote to the command, and compares the numbers.
    run_program(
        cargo(tree).args(["build", "--package", "trellis"]),
        "The command `trellis` did not compile.",
    )?;
    let build = dist::build(tree)?;
    let served = serve::start(&build.folder, None)?;
    let report: PathBuf = tree.target.join("playwright.json");
    let _ = std::fs::remove_file(&report);
    let mut command = program("node", &folder);
    command
        .arg("node_modules/@playwright/test/cli.js")
        .args(["test", "--reporter=list,json"])
        .args(extra)
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report)
        .env("TRELLIS_URL", &served.address)
        .env("TRELLIS_COMMAND", tree.target.join("debug/trellis"))
        .env(
            "TRELLIS_XTASK",
            std::env::current_exe().map_err(|why| format!("This program has no place: {why}."))?,
        )
        .env("TRELLIS_CHROMIUM_FLAGS", FLAGS.join(" "))
        .env("CHROMIUM", &browser.chromium)
        .envs(settings.iter().copied());
    let ended_well = watch(&mut command, |_| ())?;
    let mut tally = std::fs::read_to_string(&report)
        .ok()
        .and_then(|report| Tally::of_playwright(&report))
        .ok_or("The journeys did not start: look at Playwright's message above.")?;
    if !ended_well && tally.failed == 0 {
        return Err("Playwright failed although no journey did: look at its message above.".to_string());
    }
    // The size limit is a test like any other.
    match sizes::judge(&build.sizes) {
        Ok(()) => tally.passed += 1,
        Err(sentence) => {
            println!("{sentence}");
            tally.failed += 1;
        }
    }
    Ok(tally)
}
