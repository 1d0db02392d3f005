//! Checks definitions, wording packs and worked examples, and says everything that is wrong with them.

mod cases;
mod changes;

use crate::instruments::{Faults, find};
use assessment_core::definition::{self, Draft, Fault, Reached, draft};
use assessment_core::instrument::Instrument;
use assessment_core::wording;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks definitions, wording packs and worked examples; every fault goes to standard error.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Definitions, wording packs (their names begin with `wording.`), cases (their names end in `cases.csv`), changes
    /// (`change.csv`), or the folder they stand in.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  A folder: its definition, every wording beside it, its cases.csv, which is scored and compared, and its change.csv,
  whose pairs of values are set side by side and compared:
    trellis check mine

  Some files of it:
    trellis check mine/definition.json mine/wording.en.json
    trellis check mine/cases.csv mine/change.csv
    trellis check instruments/*/*.json

A fault says where it stands: a path inside the file, or line and column of a table or of what is not JSON at all:
    mine/definition.json: scales[0].range: The key gives 0 to 4, not what stands here.
    mine/wording.en.json: items.share: There are no words for it.
    mine/cases.csv: 3:7: `all at maximum`: tea value is `4`, not `5`.
    mine/change.csv: 2:6: `just under`: tea verdict is `no_reliable_change`, not `reliable_improvement`.
A pack is checked against the definition beside it, or against the built-in instrument it names. Cases and changes
are worked out with the definition beside them.

A line that begins with `note:` is no fault: something may be a slip, or was not checked yet and why.

Exit codes: 0 no fault; 1 faults; 2 a command that makes no sense.";

/// Checks every file; all faults of all files come out together.
pub fn check(arguments: &Arguments) -> Result<(), Faults> {
    let mut checking = Checking::default();
    for file in &arguments.files {
        match file.is_dir() {
            true => checking.folder(file),
            false => checking.file(file),
        }
    }
    let notes = checking.notes.iter().map(|note| format!("note: {note}"));
    if checking.faults.is_empty() {
        notes.for_each(|note| eprintln!("{note}"));
        return Ok(());
    }
    checking.faults.extend(notes);
    Err(checking.faults)
}

/// What was checked so far, and what was found.
#[derive(Default)]
struct Checking {
    faults: Faults,
    notes: Vec<String>,
    /// Definitions read already, so that what is wrong with one is said once.
    read: Vec<(PathBuf, Draft)>,
}

impl Checking {
    fn folder(&mut self, folder: &Path) {
        let definition = folder.join("definition.json");
        if !definition.is_file() {
            self.faults.push(format!("{}: There is no definition.json in this folder.", folder.display()));
            return;
        }
        self.file(&definition);
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let json = |path: &PathBuf| path.extension().is_some_and(|end| end == "json");
        let mut beside: Vec<PathBuf> =
            entries.map(|entry| entry.path()).filter(|path| is_pack(path) && json(path)).collect();
        beside.sort();
        beside.iter().for_each(|file| self.file(file));
        for table in Table::ALL {
            let file = folder.join(table.name());
            match file.is_file() {
                true => self.table(&file),
                false if self.wanted(&definition, table) => {
                    let sentence = format!("There is no {}, so {}.", table.name(), table.lacking());
                    self.notes.push(format!("{}: {sentence}", folder.display()));
                }
                false => {}
            }
        }
    }

    /// Whether a definition has something a table of examples would try: a threshold, for changes.
    fn wanted(&self, definition: &Path, table: Table) -> bool {
        let read = self.read.iter().find(|(read, _)| read == definition);
        let judged = || read.and_then(|(_, draft)| draft.named.as_ref());
        let threshold = || judged().is_some_and(|i| i.scales().iter().any(|scale| scale.change.is_some()));
        table == Table::Cases || threshold()
    }

    fn file(&mut self, file: &Path) {
        if file.extension().is_some_and(|end| end == "csv") {
            self.table(file);
        } else if is_pack(file) {
            self.pack(file);
        } else {
            self.definition(file);
        }
    }

    /// A file's text; what keeps it from being read is a fault.
    fn text(&mut self, file: &Path) -> Option<String> {
        let read = fs::read_to_string(file);
        read.map_err(|error| self.faults.push(format!("{}: 1:1: cannot be read: {error}.", file.display())))
            .ok()
    }

    fn add(&mut self, file: &Path, faults: Vec<Fault>) {
        self.faults.extend(faults.iter().map(|fault| format!("{}: {fault}", file.display())));
    }

    fn note(&mut self, file: &Path, sentence: &str) {
        self.notes.push(format!("{}: {sentence}", file.display()));
    }

    /// Reads a definition, unless it was read already.
    fn definition(&mut self, file: &Path) -> Option<Draft> {
        if let Some((_, draft)) = self.read.iter().find(|(read, _)| read == file) {
            return Some(draft.clone());
        }
        let made = draft(&self.text(file)?);
        self.add(file, made.faults.clone());
        match &made.named {
            _ if made.reached == Reached::Shape => {
                self.note(file, "More may follow: what its parts say of each other is checked once these faults are mended.");
            }
            Some(instrument) if made.faults.is_empty() => {
                let notes = definition::notes(instrument);
                self.notes.extend(notes.iter().map(|note| format!("{}: {note}", file.display())));
            }
            _ => {}
        }
        self.read.push((file.to_owned(), made.clone()));
        Some(made)
    }

    /// A pack stands beside its definition; one that stands alone is for the built-in instrument it names.
    fn pack(&mut self, file: &Path) {
        let Some(text) = self.text(file) else { return };
        let beside = file.with_file_name("definition.json");
        let found = if beside.is_file() {
            let Some(draft) = self.definition(&beside) else { return };
            draft.named
        } else {
            match wording::instrument_of(&text) {
                Err(faults) => return self.add(file, faults),
                Ok(id) => match find(&id) {
                    Err(faults) => return self.faults.extend(faults),
                    Ok(instrument) => Some(instrument),
                },
            }
        };
        match found {
            Some(instrument) => self.add(file, wording::parse(&instrument, &text).err().unwrap_or_default()),
            None => {
                self.add(file, wording::instrument_of(&text).err().unwrap_or_default());
                self.note(file, "The rest of it is checked once the faults of its definition are mended.");
            }
        }
    }

    /// Examples are worked out with the definition beside them.
    fn table(&mut self, file: &Path) {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(table) = Table::ALL.into_iter().find(|table| name.ends_with(table.name())) else {
            let sentence = "The cases of an instrument stand in `cases.csv`, two times of a scale in `change.csv`; answers \
                            are scored by `trellis score`.";
            self.faults.push(format!("{}: 1:1: {sentence}", file.display()));
            return;
        };
        let Some(text) = self.text(file) else { return };
        let Some(draft) = self.definition(&file.with_file_name("definition.json")) else { return };
        let Some(instrument) = draft.named.filter(|_| draft.faults.is_empty()) else {
            return self.note(file, "It is worked out once the faults of its definition are mended.");
        };
        match table.compare(&instrument, &text) {
            Ok(1) => self.note(file, &format!("1 {}, and it comes out as written.", table.one())),
            Ok(count) => {
                self.note(file, &format!("{count} {}s, and each comes out as written.", table.one()));
            }
            Err(faults) => {
                self.faults.extend(faults.iter().map(|fault| format!("{}: {fault}", file.display())));
            }
        }
    }
}

/// A table of worked examples.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Cases,
    Changes,
}

impl Table {
    const ALL: [Table; 2] = [Table::Cases, Table::Changes];

    /// What its file is called, or ends in.
    fn name(self) -> &'static str {
        match self {
            Table::Cases => "cases.csv",
            Table::Changes => "change.csv",
        }
    }

    /// What a row of it is called.
    fn one(self) -> &'static str {
        match self {
            Table::Cases => "case",
            Table::Changes => "change",
        }
    }

    /// What was not done without it.
    fn lacking(self) -> &'static str {
        match self {
            Table::Cases => "no score was compared",
            Table::Changes => "no threshold was tried",
        }
    }

    /// How many rows there are; or everything that is wrong with them.
    fn compare(self, instrument: &Instrument, text: &str) -> Result<usize, Faults> {
        match self {
            Table::Cases => cases::compare(instrument, text),
            Table::Changes => changes::compare(instrument, text),
        }
    }
}

fn is_pack(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("wording."))
}
