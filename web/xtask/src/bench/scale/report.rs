//! The report: on the screen, and as assessment-core/BENCHMARKS.md. Written anew every time but for two
//! sections: what people have written about the numbers, and the runs, which grow by a line.

use super::job::Way;
use super::timed::{Run, Runs};
use super::{FEWER, Measured, OVER, ROWS, TIMES};
use crate::bench::machine::Machine;
use crate::bench::report::section;

/// How many times as long as our one core another must take.
const GOALS: [(Way, f64); 2] = [(Way::Pandas, 10.0), (Way::Polars, 2.0)];
/// What people have written about the numbers.
const NOTES: &str = "Where the time goes";
const RUNS: &str = "Runs";

const HOW: &str = "\
The instrument is `benches/garden-year.json`: fifty made-up questions with five codes each, ten subscales and a \
total; sums, means and a rescaling; eight items turned round; complete answers needed, or so many with the person's \
mean for the rest, rounded by four different rules; bands. The answers are made by a fixed rule: two times of each \
person; one cell in a hundred is missing, half of those as an empty cell. CSV in, CSV out in long form, a row for \
each score, as `trellis score` writes it. The two others are `benches/scale_polars.py` and \
`benches/scale_pandas.py`: whole columns at once, the answers read once. They write all scores of one scale, then \
those of the next; ours stand in input order. Ours names every impossible cell by line and column and refuses it; \
theirs do not look.

Before a time counts, every cell of every result is held against ours; only `14.0` for `14` is let pass. One core is \
one core: `taskset` holds each program to it, ours with all its threads, and polars and the libraries below pandas \
are told to use one thread. Seconds are wall time of the whole process, from start to exit. Before each run the \
result of the run before is removed and the disk has caught up, and the answers have just been read; the result goes \
to the disk's cache. Memory is the highest resident memory the system has seen, looked up every 2 ms. All ways take \
turns.
";

/// What was measured, and how many cells agreed.
pub struct Report {
    pub measured: Vec<Measured>,
    /// Ours once, with many more rows.
    pub over: Run,
    pub cells: usize,
}

impl Report {
    /// One block of lines for the screen.
    pub fn lines(&self) -> String {
        let ways =
            self.measured.iter().map(|one| format!("{}: {}\n", one.way.name(), one.whole.median.words()));
        ways.chain(self.findings().into_iter().map(|line| line + "\n")).collect()
    }

    /// The whole page; `before` is the one that stands there now.
    pub fn page(&self, machine: &Machine, before: &str) -> String {
        let notes = section(before, NOTES);
        let notes = if notes.is_empty() { "Nobody has written it down yet.\n" } else { notes };
        let findings: String = self.findings().iter().map(|line| format!("- {line}\n")).collect();
        format!(
            "# Scoring at scale\n\nWritten by `cargo xtask bench scale` on {}, at commit {}. Only the section about \
where the time goes is written by hand.\n\n{}. {}. Load before the first measurement: {}.\n\n{}\n{findings}\n\
## {NOTES}\n\n{notes}\n## How it was measured\n\n{HOW}\nEach ran {TIMES} times.\n\n## {RUNS}\n\n{}{}\n",
            machine.day,
            machine.commit,
            machine.hardware,
            machine.with,
            machine.load,
            self.table(),
            section(before, RUNS),
            self.run_line(machine)
        )
    }

    fn table(&self) -> String {
        let mut table = format!(
            "| | {ROWS} rows, median | fastest to slowest | rows a second | processor | memory | {FEWER} rows, median \
| memory |\n|---|---|---|---|---|---|---|---|\n"
        );
        for Measured { way, whole: Runs { median, fastest, slowest }, fewer } in &self.measured {
            table.push_str(&format!(
                "| {} | {:.2} s | {fastest:.2} to {slowest:.2} s | {:.0} | {:.2} s | {} | {:.2} s | {} |\n",
                way.name(),
                median.seconds,
                ROWS as f64 / median.seconds,
                median.processor,
                median.memory(),
                fewer.median.seconds,
                fewer.median.memory()
            ));
        }
        table
    }

    fn findings(&self) -> Vec<String> {
        let of = |way: Way| self.measured.iter().find(|one| one.way == way);
        let seconds = |way: Way| of(way).map_or(f64::NAN, |one| one.whole.median.seconds);
        let memory = |runs: Option<&Runs>| runs.map_or(String::new(), |runs| runs.median.memory());
        let ours = of(Way::OneCore);
        let goals = GOALS.map(|(way, goal)| {
            let times = seconds(way) / seconds(Way::OneCore);
            let verdict = if times >= goal { "met" } else { "MISSED" };
            format!("{} takes {times:.1} times as long as ours; the goal is {goal}: {verdict}.", way.name())
        });
        let memory = format!(
            "Memory of ours on one core: {} for {FEWER} rows, {} for {ROWS}, {} for {} from a pipe, its result thrown \
away ({:.1} s).",
            memory(ours.map(|one| &one.fewer)),
            memory(ours.map(|one| &one.whole)),
            self.over.memory(),
            OVER * ROWS,
            self.over.seconds
        );
        let cells = format!("The results agree in every one of {} cells.", self.cells);
        goals.into_iter().chain([memory, cells]).collect()
    }

    fn run_line(&self, machine: &Machine) -> String {
        let one = |one: &Measured| format!("{} {:.2} s", one.way.name(), one.whole.median.seconds);
        let all: Vec<String> = self.measured.iter().map(one).collect();
        format!("- {} {} (load {}): {}", machine.day, machine.commit, machine.load, all.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(ours: f64, polars: f64, pandas: f64) -> Report {
        let runs = |seconds: f64| Runs::of(vec![Run { seconds, processor: seconds, peak_kib: 2048 }]);
        let measured = [(Way::OneCore, ours), (Way::Polars, polars), (Way::Pandas, pandas)]
            .map(|(way, seconds)| Measured { way, whole: runs(seconds), fewer: runs(seconds / 10.0) });
        Report { measured: measured.into(), over: Run::default(), cells: 11 }
    }

    #[test]
    fn a_goal_is_met_from_itself_on() {
        let rows = [(2.0, 10.0, "met", "met"), (1.9, 10.0, "MISSED", "met"), (2.0, 9.9, "met", "MISSED")];
        for (polars, pandas, with_polars, with_pandas) in rows {
            let found = report(1.0, polars, pandas).findings();
            assert!(found[0].ends_with(&format!(": {with_pandas}.")), "{found:?}");
            assert!(found[1].ends_with(&format!(": {with_polars}.")), "{found:?}");
        }
    }

    #[test]
    fn the_next_run_keeps_the_notes_and_adds_a_line() {
        let text = |text: &str| text.to_string();
        let machine = Machine {
            day: text("2026-03-02"),
            commit: text("abc"),
            hardware: text("2 cores"),
            with: text("Python 3"),
            load: text("0.1"),
        };
        let first = report(1.0, 2.0, 10.0).page(&machine, "");
        let by_hand = first.replace("Nobody has written it down yet.", "It rained.");
        let second = report(1.5, 3.0, 15.0).page(&machine, &by_hand);
        assert_eq!(section(&second, NOTES), "It rained.\n");
        assert_eq!(section(&second, RUNS).lines().count(), 2, "{second}");
        let row = "| trellis score, one core | 1.50 s | 1.50 to 1.50 s | 666667 | 1.50 s | 2.0 MiB | 0.15 s | 2.0 MiB |";
        assert!(second.contains(row), "{second}");
    }
}
