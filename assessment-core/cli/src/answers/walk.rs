//! From the first row to the last: one core reads blocks and takes results, in input order, while the others
//! work on the rows between.

use super::block::Blocks;
use super::columns::Columns;
use super::lane::{Frame, Lane, Told};
use super::{Asked, input};
use crate::instruments::Faults;
use crate::output::Go;
use crate::progress::Progress;
use assessment_core::instrument::Instrument;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A file of answers whose header is read.
pub struct Walk<'a> {
    /// Which column holds what.
    pub columns: Columns,
    instrument: &'a Instrument,
    source: String,
    blocks: Blocks,
    threads: usize,
    read: Arc<AtomicU64>,
    size: Option<u64>,
}

/// Whether faults go to standard error as they are found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// They do.
    Aloud,
    /// They have been said already: this is the second time round.
    Nothing,
}

impl Say {
    fn aloud(self) -> Option<()> {
        (self == Say::Aloud).then_some(())
    }
}

impl<'a> Walk<'a> {
    /// Opens the answers and reads the header. Refuses a file that cannot be read and a header with faults.
    pub fn begin(instrument: &'a Instrument, asked: &Asked) -> Result<Walk<'a>, Faults> {
        let opened = input::open(asked)?;
        let source = asked.source();
        let mut blocks = Blocks::new(opened.reader);
        let (header, line) = blocks.header().map_err(|error| unreadable(&source, blocks.line, &error))?;
        let columns = Columns::read(instrument, &header, &source, line)?;
        let threads = asked.threads.map_or(0, usize::from);
        Ok(Walk { columns, instrument, source, blocks, threads, read: opened.read, size: opened.size })
    }

    /// Lends every block of rows to `work`, on several cores at once, and hands what it made to `take`, one
    /// after another in input order.
    pub fn run<T: Default + Send>(
        self,
        say: Say,
        work: impl Fn(Frame<'_>, &mut Lane<T>) + Sync,
        take: impl FnMut(&mut T) -> Result<Go, Faults> + Send,
    ) -> Result<Told, Faults> {
        let pool = ThreadPoolBuilder::new().num_threads(self.threads).build();
        let pool = pool.map_err(|error| vec![format!("The processor cores cannot be used: {error}.")])?;
        let frame = Frame { instrument: self.instrument, columns: &self.columns, source: &self.source };
        let progress = Progress::begin();
        let mut ends =
            Ends { blocks: self.blocks, source: &self.source, take, say, progress, told: Told::default() };
        if let Some(note) = ends.say.aloud().and_then(|()| self.columns.without(self.instrument)) {
            ends.progress.say(&format!("note: {}: {note}\n", self.source));
        }
        // While one set of lanes is worked on, the other is emptied and filled again.
        let lanes = || (0..2 * pool.current_num_threads()).map(|_| Lane::default()).collect::<Vec<Lane<T>>>();
        let (mut ready, mut done) = (lanes(), lanes());
        pool.install(|| {
            ends.fill(&mut ready)?;
            while !ready[0].block.bytes.is_empty() {
                let ((), outcome) = rayon::join(
                    || ready.par_iter_mut().for_each(|lane| work(frame, lane)),
                    || {
                        let go = ends.give(&mut done)?;
                        ends.progress.show(ends.told.rows, self.read.load(Ordering::Relaxed), self.size);
                        ends.fill(&mut done).map(|()| go)
                    },
                );
                if outcome? == Go::Enough {
                    return Ok(());
                }
                std::mem::swap(&mut ready, &mut done);
            }
            ends.give(&mut done).map(drop)
        })?;
        ends.progress.clear();
        Ok(ends.told)
    }
}

/// Both ends of the walk: where blocks come from and where results go.
struct Ends<'a, F> {
    blocks: Blocks,
    source: &'a str,
    take: F,
    say: Say,
    progress: Progress,
    told: Told,
}

impl<F> Ends<'_, F> {
    fn fill<T>(&mut self, lanes: &mut [Lane<T>]) -> Result<(), Faults> {
        for lane in lanes {
            let filled = self.blocks.fill(&mut lane.block);
            filled.map_err(|error| unreadable(self.source, self.blocks.line, &error))?;
        }
        Ok(())
    }

    fn give<T>(&mut self, lanes: &mut [Lane<T>]) -> Result<Go, Faults>
    where
        F: FnMut(&mut T) -> Result<Go, Faults>,
    {
        for lane in lanes.iter_mut().filter(|lane| !lane.block.bytes.is_empty()) {
            if self.say == Say::Aloud && !lane.said.is_empty() {
                self.progress.say(&lane.said);
            }
            lane.said.clear();
            self.told.add(std::mem::take(&mut lane.told));
            if (self.take)(&mut lane.made)? == Go::Enough {
                return Ok(Go::Enough);
            }
        }
        Ok(Go::On)
    }
}

fn unreadable(source: &str, line: u64, error: &io::Error) -> Faults {
    vec![format!("{source}: {line}:1: cannot be read any further: {error}.")]
}
