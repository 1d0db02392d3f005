//! One core's share: a block of rows, and what is made of it.

use super::block::{Block, breaks};
use super::columns::Columns;
use super::record::Record;
use super::row::{self, CellFault, Row};
use assessment_core::instrument::Instrument;
use assessment_core::score::{Scores, score};
use std::fmt::Write;

/// What is known of the rows besides what stands in them; shared by all cores.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// What the answers are answers to.
    pub instrument: &'a Instrument,
    /// Which column holds what.
    pub columns: &'a Columns,
    /// The file's name in faults.
    pub source: &'a str,
}

/// A block of rows, and what is made of it.
#[derive(Default)]
pub struct Lane<T> {
    /// The rows; empty when the file has ended.
    pub(super) block: Block,
    record: Record,
    /// What the caller makes of the rows.
    pub made: T,
    /// Faults, a line for each.
    pub(super) said: String,
    /// How many rows there were.
    pub(super) told: Told,
}

/// What became of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// All there were.
    pub rows: u64,
    /// Refused.
    pub refused: u64,
    /// Totals somebody else computed that are not ours, and rows whose rules or answers are others.
    pub differing: u64,
}

impl Told {
    /// Adds what became of more rows.
    pub fn add(&mut self, more: Told) {
        self.rows += more.rows;
        self.refused += more.refused;
        self.differing += more.differing;
    }
}

impl<T> Lane<T> {
    /// Reads and scores every row of the block and lends the accepted ones to `accept`. What is wrong with
    /// the others, and totals that are not ours, is noted.
    pub fn each_row(&mut self, frame: Frame<'_>, mut accept: impl FnMut(&Row<'_>, &Scores, &mut T)) {
        let (mut at, mut line) = (0, self.block.line);
        while at < self.block.bytes.len() {
            let taken = self.record.read(&self.block.bytes[at..]);
            let next = taken.map_or(self.block.bytes.len(), |taken| at + taken);
            if !self.record.is_blank() {
                let cut = self.block.cut.filter(|_| taken.is_none());
                self.row(frame, line, cut, &mut accept);
            }
            line += breaks(&self.block.bytes[at..next]);
            at = next;
        }
    }

    fn row(
        &mut self,
        frame: Frame<'_>,
        line: u64,
        cut: Option<&str>,
        accept: &mut impl FnMut(&Row<'_>, &Scores, &mut T),
    ) {
        self.told.rows += 1;
        let read = match cut {
            Some(what) => Err(vec![CellFault { column: 1, what: what.to_owned() }]),
            None => row::read(frame.instrument, frame.columns, &self.record, line),
        };
        let mut say = |fault: CellFault| {
            // A String takes all that is written to it.
            let _ = writeln!(self.said, "{}: {line}:{}: {}", frame.source, fault.column, fault.what);
        };
        match read {
            Ok(row) => {
                let scores = score(frame.instrument, &row.responses);
                for fault in row.differing(frame.instrument, &scores) {
                    self.told.differing += 1;
                    say(fault);
                }
                accept(&row, &scores, &mut self.made);
            }
            Err(faults) => {
                self.told.refused += 1;
                faults.into_iter().for_each(say);
            }
        }
    }
}
