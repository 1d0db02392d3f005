//! Answers in, scores out, row by row: memory does not grow with the number of rows.

mod written;

use crate::answers::{Asked, Columns, Faulty, Row, Say, Told, Walk, outcome};
use crate::instruments::{Faults, find};
use crate::output::{Go, Output};
use assessment_core::export::{Csv, SCORE_COLUMNS, wide_score_columns};
use assessment_core::instrument::Instrument;
use assessment_core::score::Scores;
use clap::Args;
use written::Written;

/// Scores answers: a row for each scale, or with --wide a row for each person and wave.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    #[command(flatten)]
    asked: Asked,
    /// One row for each person and wave, one column for each scale.
    #[arg(long)]
    wide: bool,
}

const EXAMPLES: &str = "\
Examples:
  What the columns are, and which codes they take:
    trellis codebook barc-10

  From a file to a file; nothing is written when a row has a fault:
    trellis score barc-10 --in answers.csv --out scores.csv

  A definition of your own, a packed file, a row for each person and wave:
    trellis score ./mine/definition.json --in answers.csv.gz --wide

  From a pipe, leaving out rows with faults (they are named, and the exit code is 1):
    zcat answers.csv.gz | trellis score swemwbs-7 --keep-going > scores.csv

The file begins like this. An empty cell is an answer nobody gave; it is never nought:
    person,wave,date,barc_01,barc_02,...
    p1,baseline,2026-01-15,5,prefer_not_to_say,...

Each row is scored by itself: the same person and wave twice is two rows here, and refused by `change`.
A column `setting` (community or custody) may stand anywhere after the third; left out, it is community.
A column `stored.<scale>`, such as stored.total, holds a total somebody else worked out. Ours is written;
where theirs differs, a line says so (`answers.csv: 2:14: stored 13, ours 10.`) and the exit code is 1.
Columns `provenance.rules` and `provenance.inputs` (also .version, .rule_version, .wording), taken from the
provenance.csv that leaves with the scores, say where those totals come from. The line then ends with what theirs
rests on: the same rules and answers, other rules, or other answers; and other rules or answers are told even
when every number is the same.

Exit codes: 0 all rows scored; 1 a fault, or a stored total that is not ours; 2 a command that makes no sense.";

/// One row for each scale, or one for each person and wave.
#[derive(Clone, Copy)]
enum Shape {
    Long,
    Wide,
}

/// Scores a file or standard input.
pub fn score(arguments: &Arguments) -> Result<(), Faults> {
    let asked = &arguments.asked;
    let instrument = find(&asked.instrument)?;
    let shape = if arguments.wide { Shape::Wide } else { Shape::Long };
    let faulty = asked.faulty();
    // A file that goes to standard output is read twice, so that nothing half comes out. A pipe can be
    // read only once.
    let twice = asked.to.is_none()
        && faulty == Faulty::Stop
        && asked.from.as_ref().is_some_and(|path| path.is_file());
    let mut say = Say::Aloud;
    if twice {
        let told = Walk::begin(&instrument, asked)?.run::<()>(
            say,
            |frame, lane| lane.each_row(frame, |_, _, ()| ()),
            |()| Ok(Go::On),
        )?;
        if told.refused > 0 {
            return outcome(told, faulty);
        }
        say = Say::Nothing;
    }
    let told = write(&instrument, asked, shape, say)?;
    let half_out = told.refused > 0 && faulty == Faulty::Stop && asked.to.is_none();
    outcome(told, faulty).map_err(|mut faults| {
        if half_out {
            faults.push("The other rows may already be out: a pipe is read only once.".to_owned());
        }
        faults
    })
}

/// Writes the scores of every row that is not refused.
fn write(instrument: &Instrument, asked: &Asked, shape: Shape, say: Say) -> Result<Told, Faults> {
    let walk = Walk::begin(instrument, asked)?;
    let mut output = Output::open(asked.to.as_deref())?;
    output.write(head(instrument, &walk.columns, shape).into_text().as_bytes())?;
    let work = |row: &Row<'_>, scores: &Scores, written: &mut Written| {
        written.push(instrument, shape, row, scores);
    };
    let told = walk.run(
        say,
        |frame, lane| lane.each_row(frame, work),
        |written| {
            let go = output.write(&written.text);
            written.text.clear();
            go
        },
    )?;
    if told.refused == 0 || asked.faulty() == Faulty::LeaveOut {
        output.keep()?;
    }
    Ok(told)
}

fn head(instrument: &Instrument, columns: &Columns, shape: Shape) -> Csv {
    let mut csv = Csv::default();
    match shape {
        Shape::Wide => csv.row(wide_score_columns(instrument, columns.when)),
        Shape::Long => csv.row(SCORE_COLUMNS.map(|name| if name == "days" { columns.when } else { name })),
    }
    csv
}
