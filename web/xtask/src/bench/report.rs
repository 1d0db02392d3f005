//! The report: on the screen, and as web/BENCHMARKS.md. Written anew every time but for two sections, the
//! causes, which people write, and the runs, which grow by a line.

use super::machine::Machine;
use super::{Budget, Measured};

/// Numbers from the issue that set the budgets, measured in one run elsewhere, not by this command.
const OTHERS: &str = "| | Medplum | Enketo | SurveyJS | Form.io | LHC-Forms | ODK Web Forms |
|---|---|---|---|---|---|---|
| transfer, gzip kB | 261 | 295 | 423 | 466 | 835 | 1193 |
| first question, slow 4G and 4x, s | 3.7 | 2.7 | 5.2 | 4.0 | 7.9 | 10.3 |
| first question again, ms | 314 | 131 | 422 | 238 | 484 | 660 |
| tap to paint at 4x, p98, ms | 454 | 52 | 584 | 86 | 295 | 153 |
| script heap and WASM, MiB | 9.6 | 3.1 | 11.2 | 5.7 | 18.9 | 55.4 |
";

const CAUSES: &str = "Causes of what is missed";
const RUNS: &str = "Runs";

/// One block of lines for the screen: each number, its budget, and what was seen beside it.
pub fn lines(measured: &[Measured]) -> String {
    let one = |one: &Measured| {
        let (value, limit) = numbers(one);
        format!(
            "{:<46} {value:>11}  budget {limit:<9} {}\n    {}\n",
            one.budget.what,
            verdict(one),
            one.beside
        )
    };
    measured.iter().map(one).collect()
}

/// The whole page; `before` is the one that stands there now.
pub fn page(measured: &[Measured], machine: &Machine, sizes: &str, before: &str) -> String {
    let mut page = format!(
        "# Speed and size\n\nWritten by `cargo xtask bench` on {}, at commit {}. Only the section about \
causes is written by hand.\n\n{}. {}. Load before the first measurement: {}.\n\n",
        machine.day, machine.commit, machine.hardware, machine.with, machine.load
    );
    page.push_str("| | Trellis | budget | |\n|---|---|---|---|\n");
    for one in measured {
        let (value, limit) = numbers(one);
        page.push_str(&format!("| {} | {value} | {limit} | {} |\n", one.budget.what, verdict(one)));
    }
    page.push_str("\n## Seen beside it\n\n");
    for one in measured {
        page.push_str(&format!("- {}: {}\n", one.budget.what, one.beside));
    }
    page.push_str(&format!("\nThe files of the first load, from the build:\n\n```\n{sizes}\n```\n"));
    let causes = section(before, CAUSES);
    let causes = if causes.is_empty() { "Nobody has written any down yet.\n" } else { causes };
    page.push_str(&format!("\n## {CAUSES}\n\n{causes}"));
    page.push_str(&format!(
        "\n## What others need for 100 questions\n\nThe issue's numbers, measured in one run in Chromium \
elsewhere, not by this command; none of these saves, seals or scores meanwhile.\n\n{OTHERS}"
    ));
    page.push_str("\n## How each was measured\n");
    for Budget { what, how, .. } in measured.iter().map(|one| one.budget) {
        page.push_str(&format!("\n**{what}.** {how}\n"));
    }
    page.push_str(&format!("\n## {RUNS}\n\n{}{}\n", section(before, RUNS), run_line(measured, machine)));
    page
}

fn run_line(measured: &[Measured], machine: &Machine) -> String {
    let values: Vec<String> = measured.iter().map(|one| numbers(one).0).collect();
    format!("- {} {} (load {}): {}", machine.day, machine.commit, machine.load, values.join(", "))
}

fn numbers(one: &Measured) -> (String, String) {
    let Budget { unit, decimals, limit, .. } = one.budget;
    (format!("{:.decimals$} {unit}", one.value), format!("{limit} {unit}"))
}

fn verdict(one: &Measured) -> String {
    let Budget { unit, decimals, limit, .. } = one.budget;
    if one.met() { "met".to_string() } else { format!("MISSED by {:.decimals$} {unit}", one.value - limit) }
}

/// What stands below a heading, up to the next one of its rank.
pub fn section<'a>(page: &'a str, title: &str) -> &'a str {
    let Some((_, rest)) = page.split_once(&format!("\n## {title}\n\n")) else { return "" };
    rest.find("\n## ").map_or(rest, |end| &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::super::BUDGETS;
    use super::*;

    fn machine() -> Machine {
        let words = |text: &str| text.to_string();
        Machine {
            day: words("2026-03-02"),
            commit: words("abc"),
            hardware: words("2 cores"),
            with: words("Chromium 1"),
            load: words("0.1"),
        }
    }

    fn measured(value: f64) -> Vec<Measured> {
        vec![Measured { budget: &BUDGETS[0], value, beside: "One file.".to_string() }]
    }

    #[test]
    fn a_budget_is_met_up_to_itself_and_a_miss_says_by_how_much() {
        for (value, said) in [(259.9, "met"), (260.0, "met"), (261.25, "MISSED by 1.2 kB")] {
            assert_eq!(verdict(&measured(value)[0]), said, "{value}");
        }
    }

    #[test]
    fn the_next_run_keeps_the_causes_and_adds_a_line() {
        let first = page(&measured(1.0), &machine(), "sizes", "");
        let by_hand = first.replace("Nobody has written any down yet.", "It rained.\n\nMuch.");
        let second = page(&measured(2.0), &machine(), "sizes", &by_hand);
        assert_eq!(
            section(&second, RUNS),
            "- 2026-03-02 abc (load 0.1): 1.0 kB\n- 2026-03-02 abc (load 0.1): 2.0 kB\n"
        );
        let third = page(&measured(2.0), &machine(), "sizes", &second);
        assert_eq!(section(&third, CAUSES), section(&by_hand, CAUSES));
    }
}
