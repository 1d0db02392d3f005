//! Answers in, change out: every later time of a person against the baseline and against the time before.

use crate::answers::{Asked, Faulty, Row, Say, Walk, outcome};
use crate::instruments::{Faults, find};
use crate::output::{Go, Output};
use crate::reliability::with_file;
use assessment_core::change::{Change, Given, Time, compare};
use assessment_core::export::Csv;
use assessment_core::instrument::{Basis, Instrument, ItemAt, ScaleAt, Setting};
use assessment_core::points::Points;
use assessment_core::schedule::Wave;
use assessment_core::score::Scores;
use assessment_core::table::Table;
use clap::Args;
use std::path::PathBuf;

/// Compares every later time of a person with the baseline and with the time before.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    #[command(flatten)]
    asked: Asked,
    /// A reliability file: thresholds for scales that have none of their own. See `trellis reliability --help`.
    #[arg(long, value_name = "FILE")]
    reliability: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
    trellis change swemwbs-7 --in answers.csv --out change.csv
    zcat answers.csv.gz | trellis change ./mine/definition.json --keep-going > change.csv

  With a reliability file of your own baselines, for scales without a published threshold:
    trellis reliability strengths-profile --in baselines.csv --out reliability.json
    trellis change strengths-profile --reliability reliability.json --in answers.csv

The file is the one `trellis score` reads; its rows may stand in any order. A person has each wave once. Times
follow one another by their date or days; on one day, by wave. The result has, for each person and scale (persons
by name, scales as in the definition), a row for each later time against the baseline, and one against the time
before where that is not the baseline. Where a person has no baseline in the file, its score counts as missing.

Verdicts:
    reliable_improvement, reliable_deterioration, no_reliable_change   there is a threshold
    difference_only     no threshold is established: the numbers and nothing more
    not_assessable      one of the two has no score
    not_comparable      the two do not measure the same thing, such as community and custody forms
`basis` says what the threshold rests on: published, sem, test_retest or alpha (a weak basis); file_test_retest or
file_alpha when it comes from a reliability file. A difference past file_alpha is more than question-to-question noise
and no more, so its verdict is difference_only. `ceiling` is yes when even the best score could not reach it.

All scores are held in memory: about 1 kB for each row.

Exit codes: 0 all rows compared; 1 a fault, or a stored total that is not ours; 2 a command that makes no sense.";

const COLUMNS: [&str; 12] = [
    "person",
    "scale",
    "from_wave",
    "to_wave",
    "from",
    "to",
    "difference",
    "distance_travelled",
    "threshold",
    "basis",
    "verdict",
    "ceiling",
];

/// One time of one person, as far as change needs it.
struct Kept {
    person: Box<str>,
    wave: Wave,
    day: i64,
    line: u64,
    setting: Setting,
    scores: Scores,
}

impl Kept {
    fn of(row: &Row<'_>, scores: &Scores) -> Kept {
        Kept {
            person: row.person.into(),
            wave: Wave::read(row.wave).expect("a row is accepted only when its wave can be read"),
            day: row.day,
            line: row.line,
            setting: row.responses.setting(),
            scores: scores.clone(),
        }
    }
}

/// Compares the times in a file or on standard input.
pub fn change(arguments: &Arguments) -> Result<(), Faults> {
    let asked = &arguments.asked;
    let instrument = find(&asked.instrument)?;
    let instrument = match &arguments.reliability {
        Some(file) => with_file(&instrument, file)?,
        None => instrument,
    };
    let mut kept: Vec<Kept> = Vec::new();
    let mut told = Walk::begin(&instrument, asked)?.run(
        Say::Aloud,
        |frame, lane| {
            lane.each_row(frame, |row, scores, made: &mut Vec<Kept>| made.push(Kept::of(row, scores)));
        },
        |made| {
            kept.append(made);
            Ok(Go::On)
        },
    )?;
    kept.sort_unstable_by(|a, b| (&a.person, &a.wave, a.line).cmp(&(&b.person, &b.wave, b.line)));
    let refused = misplaced(&kept);
    for fault in &refused {
        eprintln!("{}: {}:{}: {}", asked.source(), fault.line, fault.column, fault.what);
    }
    told.refused += refused.len() as u64;
    if told.refused == 0 || asked.faulty() == Faulty::LeaveOut {
        kept.retain(|time| refused.binary_search_by_key(&time.line, |fault| fault.line).is_err());
        write(&instrument, asked, kept)?;
    }
    outcome(told, asked.faulty())
}

/// Why a row has no place among the times of its person.
struct Misplaced {
    line: u64,
    column: u64,
    what: String,
}

/// What is wrong with the times as a set, by line. They come sorted by person, wave and line.
fn misplaced(kept: &[Kept]) -> Vec<Misplaced> {
    let mut faults = Vec::new();
    for person in kept.chunk_by(|a, b| a.person == b.person) {
        // The baseline sorts first.
        let anchor = person.first().filter(|first| first.wave == Wave::Baseline).map(|first| first.day);
        for (n, time) in person.iter().enumerate() {
            let first = person[..n].iter().find(|earlier| earlier.wave == time.wave);
            if let Some(first) = first {
                let what = format!("`{}` has {} already, in line {}.", time.person, time.wave, first.line);
                faults.push(Misplaced { line: time.line, column: 2, what });
            } else if anchor.is_some_and(|anchor| time.day < anchor) {
                let what = format!("{} of `{}` lies before the baseline.", time.wave, time.person);
                faults.push(Misplaced { line: time.line, column: 3, what });
            }
        }
    }
    faults.sort_unstable_by_key(|fault| fault.line);
    faults
}

/// Writes what became of every person, by name.
fn write(instrument: &Instrument, asked: &Asked, mut kept: Vec<Kept>) -> Result<(), Faults> {
    let mut output = Output::open(asked.to.as_deref())?;
    let scales: Vec<ScaleAt> =
        instrument.scales().iter().filter_map(|scale| instrument.find_scale(scale.id.as_str())).collect();
    // Free text does not stand in files of answers, so what a person named is not known here.
    let comparing = Comparing { instrument, texts: Table::new() };
    let mut csv = Csv::default();
    csv.row(COLUMNS);
    kept.sort_unstable_by(|a, b| (&a.person, a.day, &a.wave).cmp(&(&b.person, b.day, &b.wave)));
    for person in kept.chunk_by(|a, b| a.person == b.person) {
        for at in &scales {
            pairs(person, |from, to| csv.row(comparing.cells(*at, from, to)));
        }
        if output.write(std::mem::take(&mut csv).into_text().as_bytes())? == Go::Enough {
            return Ok(());
        }
    }
    output.write(csv.into_text().as_bytes())?;
    output.keep()
}

/// The earlier of two times; a baseline that is not in the file has no number.
#[derive(Clone, Copy)]
enum From<'a> {
    Time(&'a Kept),
    NoBaseline,
}

/// Lends each later time together with the baseline, and with the one before where that is another.
fn pairs(times: &[Kept], mut lend: impl FnMut(From<'_>, &Kept)) {
    let baseline = times.iter().find(|time| time.wave == Wave::Baseline);
    let mut before: Option<&Kept> = None;
    for time in times {
        if time.wave != Wave::Baseline {
            lend(baseline.map_or(From::NoBaseline, From::Time), time);
            if let Some(before) = before.filter(|before| before.wave != Wave::Baseline) {
                lend(From::Time(before), time);
            }
        }
        before = Some(time);
    }
}

/// What every comparison needs.
struct Comparing<'a> {
    instrument: &'a Instrument,
    texts: Table<ItemAt, String>,
}

impl Comparing<'_> {
    fn cells(&self, at: ScaleAt, from: From<'_>, to: &Kept) -> [String; COLUMNS.len()] {
        let shown = |points: Option<Points>| points.map_or(String::new(), |points| points.to_string());
        let value = |time: &Kept| shown(time.scores.of(at).scored().map(|scored| scored.value));
        let scale = self.instrument.scale(at);
        let (from_wave, from_value, change) = match from {
            From::NoBaseline => {
                (Wave::Baseline.to_string(), String::new(), Change::NotAssessable { from: None, to: None })
            }
            From::Time(time) => (
                time.wave.to_string(),
                value(time),
                compare(self.instrument, at, &self.lent(time), &self.lent(to)),
            ),
        };
        let compared = match &change {
            Change::Compared(compared) => Some(compared),
            _ => None,
        };
        let threshold = compared.and_then(|c| c.threshold);
        let basis = compared.and_then(|c| c.basis).map_or("", Basis::word);
        [
            to.person.to_string(),
            scale.id.to_string(),
            from_wave,
            to.wave.to_string(),
            from_value,
            value(to),
            shown(compared.map(|c| c.difference)),
            shown(compared.and_then(|c| c.distance_travelled)),
            shown(threshold),
            basis.to_owned(),
            change.word().to_owned(),
            compared.map_or("", |c| if c.ceiling { "yes" } else { "no" }).to_owned(),
        ]
    }

    fn lent<'a>(&'a self, kept: &'a Kept) -> Time<'a> {
        Time {
            instrument: self.instrument,
            setting: kept.setting,
            scores: &kept.scores,
            texts: &self.texts,
            given: Given::default(),
        }
    }
}
