//! One run of a program: wall time of the whole process, processor time, and the most memory it held.

use std::process::{Child, Command};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What one run took.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Run {
    pub seconds: f64,
    /// Processor time, in the program and in the system for it; nought where the system does not say.
    pub processor: f64,
    /// Peak resident memory; nought where the system does not say.
    pub peak_kib: u64,
}

/// Several runs of the same job.
#[derive(Debug)]
pub struct Runs {
    pub median: Run,
    pub fastest: f64,
    pub slowest: f64,
}

impl Run {
    pub fn words(&self) -> String {
        format!("{:.2} s, processor {:.2} s, {}", self.seconds, self.processor, self.memory())
    }

    pub fn memory(&self) -> String {
        match self.peak_kib {
            0 => "not measured".to_string(),
            kib => format!("{:.1} MiB", kib as f64 / 1024.0),
        }
    }
}

impl Runs {
    /// Of at least one run. The most memory of any of them counts.
    pub fn of(mut runs: Vec<Run>) -> Runs {
        runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
        let peak_kib = runs.iter().map(|run| run.peak_kib).max().unwrap_or_default();
        let median = Run { peak_kib, ..runs[runs.len() / 2] };
        Runs { median, fastest: runs[0].seconds, slowest: runs[runs.len() - 1].seconds }
    }
}

/// Between two looks at a program that runs. The system keeps the peak, so only what comes after the last look
/// is missed.
const LOOK: Duration = Duration::from_millis(2);
/// Ticks of processor time in a second, the same on every Linux (proc(5)).
const TICKS: f64 = 100.0;

/// Runs a program to its end, feeding it meanwhile.
pub fn timed(
    command: &mut Command,
    name: &str,
    feed: impl FnOnce(&mut Child) -> std::io::Result<()>,
) -> Result<Run, String> {
    let begun = Instant::now();
    let mut child = command.spawn().map_err(|why| format!("{name} could not be started: {why}."))?;
    let (id, ended) = (child.id(), AtomicBool::new(false));
    let (fed, status, seconds, mut run) = thread::scope(|beside| {
        let looking = beside.spawn(|| {
            let mut seen = Run::default();
            while !ended.load(Ordering::Relaxed) {
                look(id, &mut seen);
                thread::sleep(LOOK);
            }
            seen
        });
        let fed = feed(&mut child);
        let status = child.wait();
        let seconds = begun.elapsed().as_secs_f64();
        ended.store(true, Ordering::Relaxed);
        (fed, status, seconds, looking.join().unwrap_or_default())
    });
    run.seconds = seconds;
    match (fed, status) {
        (Ok(()), Ok(status)) if status.success() => Ok(run),
        (Err(why), _) | (_, Err(why)) => Err(format!("{name} could not be run to its end: {why}.")),
        _ => Err(format!("{name} could not do its job: look at the message above.")),
    }
}

/// Notes what a running process has used so far. Only Linux says.
fn look(id: u32, seen: &mut Run) {
    let read = |name: &str| std::fs::read_to_string(format!("/proc/{id}/{name}")).unwrap_or_default();
    let peak = read("status")
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
    seen.peak_kib = seen.peak_kib.max(peak.unwrap_or_default());
    // Behind the name, which may hold anything, in brackets: 12 and 13 are user and system ticks (proc(5)).
    let stat = read("stat");
    let ticks = stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().skip(11).take(2));
    let ticks: f64 = ticks.into_iter().flatten().filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    seen.processor = seen.processor.max(ticks / TICKS);
}

#[cfg(test)]
mod tests {
    use super::{Run, Runs};

    #[test]
    fn the_median_counts_with_the_most_memory_of_any_run() {
        let run = |seconds: f64, peak_kib: u64| Run { seconds, processor: seconds, peak_kib };
        let runs = Runs::of(vec![run(3.0, 10), run(1.0, 30), run(2.0, 20)]);
        assert_eq!(
            (runs.median, runs.fastest, runs.slowest),
            (Run { peak_kib: 30, ..run(2.0, 0) }, 1.0, 3.0)
        );
    }
}
