//! Baselines in, a reliability file out: from which difference on a change is more than error.

use crate::answers::{Asked, Faulty, Row, Say, Told, Walk, outcome};
use crate::instruments::{Faults, find};
use crate::output::{Go, Output};
use assessment_core::answer::Responses;
use assessment_core::instrument::{Instrument, ScaleAt};
use assessment_core::reliability::{
    self, FEWEST_BASELINES, FEWEST_ITEMS, LeftOut, Reliability, Twice, Use, from_baselines, from_retest,
};
use assessment_core::schedule::{Wave, read_date, uk_date};
use chrono::NaiveDate;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Makes a reliability file from pooled baselines, for `trellis change --reliability`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    #[command(flatten)]
    asked: Asked,
    /// Answers of people asked twice within days, while nothing changed: two rows for each person.
    #[arg(long, value_name = "FILE")]
    retest: Option<PathBuf>,
    /// The file's own version; a new one for every file.
    #[arg(long, default_value = "1")]
    edition: String,
    /// Whose baselines these are.
    #[arg(long, value_name = "TEXT", default_value = "Pooled baselines")]
    about: String,
    /// The day it is made, such as 2026-11-25; today if left out.
    #[arg(long, value_name = "DATE", value_parser = day)]
    made_on: Option<NaiveDate>,
}

const EXAMPLES: &str = "\
Examples:
  From the baselines of several services, put into one file; rows of other waves are passed over:
    trellis reliability strengths-profile --in baselines.csv --about 'Three services, 2026' --out reliability.json

  With people who were asked again within days, which is the better measure:
    trellis reliability strengths-profile --in baselines.csv --retest retest.csv --out reliability.json

  Then, as long as the definition and its version are the same:
    trellis change strengths-profile --reliability reliability.json --in answers.csv

It takes at least a hundred baselines, and at least a hundred people asked twice. For each scale a line on standard
error says how many, the spread, the reliability with its 95 % interval, and from which difference on a change is more
than error. test_retest goes before alpha: alpha says how far the questions agree on one day, and a difference past its
threshold is called more than question-to-question noise, never reliable. A scale of under eight questions gets no
threshold, and a published threshold stands.

The spread is that of the score as it is reported; alpha is worked out from the points of the questions. Where the score
is those points added up, averaged or moved and stretched by a straight line, alpha is that of the score too. Where it is
read from a conversion table that bends, it is not: such a scale gets no alpha, and only people asked twice can tell.

Exit codes: 0 a file was made; 1 a fault, or too few people; 2 a command that makes no sense.";

fn day(text: &str) -> Result<NaiveDate, String> {
    read_date(text).ok_or_else(|| "write the day as 2026-11-25".to_owned())
}

/// One row, as far as this needs it.
struct Kept {
    person: Box<str>,
    wave: Wave,
    day: i64,
    line: u64,
    responses: Responses,
}

impl Kept {
    fn of(row: &Row<'_>) -> Kept {
        Kept {
            person: row.person.into(),
            wave: Wave::read(row.wave).expect("a row is accepted only when its wave can be read"),
            day: row.day,
            line: row.line,
            responses: row.responses.clone(),
        }
    }
}

/// Makes the file.
pub fn reliability(arguments: &Arguments) -> Result<(), Faults> {
    let asked = &arguments.asked;
    let instrument = find(&asked.instrument)?;
    let mut told = Told::default();
    let baselines = baselines(read(&instrument, asked, &mut told)?, &asked.source())?;
    let made_on = arguments.made_on.unwrap_or_else(today);
    let made = from_baselines(&instrument, &baselines, &arguments.edition, &arguments.about, made_on);
    let mut made = made.map_err(|n| too_few(n, "baselines"))?;
    let mut left_out = made.left_out;
    if let Some(file) = &arguments.retest {
        let again =
            Asked { from: Some(file.clone()), to: None, instrument: asked.instrument.clone(), ..*asked };
        let people = twice(read(&instrument, &again, &mut told)?, &again.source())?;
        let retest = from_retest(&instrument, &baselines, &people);
        let retest = retest.map_err(|n| too_few(n, "people asked twice in one setting"))?;
        left_out.retain(|(at, _)| !retest.rows.iter().any(|row| row.scale == *at));
        made.file.scales.extend(retest.rows);
    }
    let mut output = Output::open(asked.to.as_deref())?;
    output.write(made.file.to_json(&instrument).as_bytes())?;
    output.keep()?;
    for line in said(&instrument, &made.file, &left_out) {
        eprintln!("{line}");
    }
    outcome(told, asked.faulty())
}

/// The instrument with the thresholds of a reliability file.
pub fn with_file(instrument: &Instrument, path: &Path) -> Result<Instrument, Faults> {
    let name = path.display();
    let text = fs::read_to_string(path).map_err(|error| vec![format!("{name}: cannot be read: {error}.")])?;
    let file = reliability::parse(instrument, &text);
    let file = file.map_err(|all| all.iter().map(|fault| format!("{name}: {fault}")).collect::<Faults>())?;
    Ok(file.apply(instrument))
}

fn today() -> NaiveDate {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    uk_date(i64::try_from(since.as_secs()).unwrap_or_default())
}

fn too_few(n: usize, what: &str) -> Faults {
    vec![format!(
        "{n} {what} are too few: it takes at least {FEWEST_BASELINES}. With fewer, a figure says more about \
         these people than about the scale. Nothing was written."
    )]
}

/// Rows by person and time; what became of the others is added to `told`. Totals that somebody else worked out play no
/// part here.
fn read(instrument: &Instrument, asked: &Asked, told: &mut Told) -> Result<Vec<Kept>, Faults> {
    let mut kept: Vec<Kept> = Vec::new();
    let of_file = Walk::begin(instrument, asked)?.run(
        Say::Aloud,
        |frame, lane| lane.each_row(frame, |row, _, made: &mut Vec<Kept>| made.push(Kept::of(row))),
        |made| {
            kept.append(made);
            Ok(Go::On)
        },
    )?;
    told.add(Told { differing: 0, ..of_file });
    if told.refused > 0 && asked.faulty() == Faulty::Stop {
        outcome(*told, asked.faulty())?;
    }
    kept.sort_unstable_by(|a, b| {
        (&a.person, a.day, &a.wave, a.line).cmp(&(&b.person, b.day, &b.wave, b.line))
    });
    Ok(kept)
}

/// The baseline of every person.
fn baselines(mut kept: Vec<Kept>, source: &str) -> Result<Vec<Responses>, Faults> {
    kept.retain(|row| row.wave == Wave::Baseline);
    let again = kept.windows(2).filter(|pair| pair[0].person == pair[1].person).map(|pair| &pair[1]);
    let twice = |row: &Kept| format!("{source}: {}:1: `{}` has a baseline already.", row.line, row.person);
    let faults: Faults = again.map(twice).collect();
    if faults.is_empty() { Ok(kept.into_iter().map(|row| row.responses).collect()) } else { Err(faults) }
}

/// Two times of every person, in order.
fn twice(kept: Vec<Kept>, source: &str) -> Result<Vec<Twice>, Faults> {
    let (mut people, mut faults) = (Vec::new(), Vec::new());
    for rows in kept.chunk_by(|a, b| a.person == b.person) {
        match rows {
            [first, second] => {
                let (first, second) = (first.responses.clone(), second.responses.clone());
                people.push(Twice { first, second });
            }
            _ => {
                let (line, person, n) = (rows[0].line, &rows[0].person, rows.len());
                faults.push(format!("{source}: {line}:1: `{person}` has {n} rows here; it takes two."));
            }
        }
    }
    if faults.is_empty() { Ok(people) } else { Err(faults) }
}

const BENT: &str = "alpha is that of the points, and a table that bends makes the score of them";

/// A line for each row of the file, and for each scale it says nothing about.
fn said(instrument: &Instrument, file: &Reliability, left_out: &[(ScaleAt, LeftOut)]) -> Vec<String> {
    let share = |share: i64| format!(".{share:04}");
    let mut lines = Vec::new();
    for row in &file.scales {
        let end = match file.used(instrument, row) {
            Use::Threshold(threshold) => format!("threshold {threshold}"),
            Use::HasItsOwn => "the published threshold stands".to_owned(),
            Use::FewItems => format!("no threshold: under {FEWEST_ITEMS} questions"),
            Use::Bent => format!("no threshold: {BENT}"),
            Use::Surer => "not used: test_retest goes before it".to_owned(),
        };
        lines.push(format!(
            "{}: {} {} (95 %: {} to {}), n = {}, SD {}; {end}.",
            instrument.scale(row.scale).id,
            row.kind.word(),
            share(row.reliability),
            share(row.low),
            share(row.high),
            row.n,
            row.sd,
        ));
    }
    for (at, why) in left_out {
        let why = match why {
            LeftOut::TooFew(n) => format!("{n} people have every answer; it takes {FEWEST_BASELINES}"),
            LeftOut::Bent => format!("{BENT}; people asked twice would tell"),
            LeftOut::NotASumOfItems => "its score is no sum of questions".to_owned(),
            LeftOut::DiffersBySetting => "it asks other things in custody".to_owned(),
            LeftOut::NoAgreement => {
                "everybody came to the same, or the answers do not agree at all".to_owned()
            }
        };
        lines.push(format!("{}: left out: {why}.", instrument.scale(*at).id));
    }
    lines
}
