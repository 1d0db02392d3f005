//! The job that is measured, and the ways of doing it.

use super::timed::{Run, timed};
use super::{OVER, ROWS, SCALES, agree, answers, python};
use crate::places::Tree;
use crate::programs::{cargo, program, run as run_program};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One way of doing the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    OneCore,
    AllCores,
    Polars,
    Pandas,
}

impl Way {
    pub const ALL: [Way; 4] = [Way::OneCore, Way::AllCores, Way::Polars, Way::Pandas];

    pub fn name(self) -> &'static str {
        match self {
            Way::OneCore => "trellis score, one core",
            Way::AllCores => "trellis score, all cores",
            Way::Polars => "polars, one core",
            Way::Pandas => "pandas, one core",
        }
    }

    /// The order the rows of its result stand in.
    fn order(self) -> agree::Order {
        match self {
            Way::OneCore | Way::AllCores => agree::Order::RowByRow,
            Way::Polars | Way::Pandas => agree::Order::ScaleByScale,
        }
    }
}

/// Where everything lies that the job needs.
pub struct Job {
    folder: PathBuf,
    benches: PathBuf,
    trellis: PathBuf,
    python: python::Python,
}

impl Job {
    /// Builds the command and makes the environment of the two others: nothing of it while anything is timed.
    pub fn ready(tree: &Tree) -> Result<Job, String> {
        let folder = tree.target.join("bench-scale");
        run_program(
            cargo(tree).args(["build", "--quiet", "--release", "--package", "trellis"]),
            "The command could not be built: look at the message above.",
        )?;
        let python = python::ready(tree, &folder.join("python"))?;
        let benches = tree.root.join("assessment-core/benches");
        Ok(Job { folder, benches, trellis: tree.target.join("release/trellis"), python })
    }

    pub fn versions(&self) -> String {
        self.python.versions.clone()
    }

    fn definition(&self) -> PathBuf {
        self.benches.join("garden-year.json")
    }

    fn answers(&self, rows: usize) -> Result<PathBuf, String> {
        let path = self.folder.join(format!("answers-{rows}.csv"));
        answers::make(&path, rows)?;
        Ok(path)
    }

    fn scores(&self, way: Way) -> PathBuf {
        self.folder.join(format!("scores-{way:?}.csv"))
    }

    /// Does the job one way. What earlier jobs wrote is on the disk before, so that none pays for another.
    pub fn run(&self, way: Way, rows: usize) -> Result<Run, String> {
        let (answers, scores) = (self.answers(rows)?, self.scores(way));
        // Gone already the first time.
        let _ = std::fs::remove_file(&scores);
        run_program(
            &mut program("sync", &self.folder),
            "What was written could not be brought to the disk.",
        )?;
        timed(&mut self.command(way, &answers, &scores), way.name(), |_| Ok(()))
    }

    fn command(&self, way: Way, answers: &Path, scores: &Path) -> Command {
        let script = |name: &str| {
            let mut command = self.pinned(&self.python.program);
            command.arg(self.benches.join(name)).arg(self.definition()).args([answers, scores]);
            // Polars has threads of its own, pandas those of the libraries beneath it.
            for name in ["POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"] {
                command.env(name, "1");
            }
            command
        };
        let score = |mut command: Command| {
            command.arg("score").arg(self.definition()).arg("--in").arg(answers).arg("--out").arg(scores);
            command
        };
        match way {
            Way::OneCore => score(self.pinned(&self.trellis)),
            Way::AllCores => score(program(&self.trellis, &self.folder)),
            Way::Polars => script("scale_polars.py"),
            Way::Pandas => script("scale_pandas.py"),
        }
    }

    /// A program held to one core.
    fn pinned(&self, name: &Path) -> Command {
        let mut command = program("taskset", &self.folder);
        command.args(["--cpu-list", "0"]).arg(name);
        command
    }

    /// Holds every cell of the other results against ours, and says how many cells each has.
    pub fn compare(&self, rows: usize) -> Result<usize, String> {
        let ours = self.scores(Way::OneCore);
        for way in Way::ALL.into_iter().filter(|way| *way != Way::OneCore) {
            let size = agree::Size { rows, scales: SCALES };
            agree::check(&ours, &self.scores(way), size, way.order())
                .map_err(|why| format!("{}, {rows} rows: {why}", way.name()))?;
        }
        Ok((rows * SCALES + 1) * agree::COLUMNS)
    }

    /// Ours once more on one core, with the million rows many times over through a pipe, and its result thrown
    /// away: whether memory grows. There is no room for that much on every disk.
    pub fn over(&self) -> Result<Run, String> {
        let answers = File::open(self.answers(ROWS)?).map_err(|why| format!("No answers: {why}."))?;
        let mut answers = BufReader::new(answers);
        let mut command = self.pinned(&self.trellis);
        command.arg("score").arg(self.definition()).stdin(Stdio::piped()).stdout(Stdio::null());
        timed(&mut command, "trellis score, from a pipe", |child| {
            let mut pipe = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
            let mut header = Vec::new();
            answers.read_until(b'\n', &mut header)?;
            pipe.write_all(&header)?;
            for _ in 0..OVER {
                answers.seek(SeekFrom::Start(header.len() as u64))?;
                io::copy(&mut answers, &mut pipe)?;
            }
            Ok(())
        })
    }

    /// Takes the results away: they are large.
    pub fn clear(&self) {
        // One that is not there needs no taking away.
        Way::ALL.iter().for_each(|way| drop(std::fs::remove_file(self.scores(*way))));
    }
}
