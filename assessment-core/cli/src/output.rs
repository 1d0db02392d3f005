//! Where a result goes: standard output, or a file that appears whole or not at all.

use crate::instruments::Faults;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Whether anybody still wants what comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// Go on.
    On,
    /// The reader, such as `head`, has seen enough. That is no fault.
    Enough,
}

/// A result being written.
pub enum Output {
    /// To standard output.
    Standard,
    /// To a file.
    File(Half),
}

/// A file under its temporary name. Dropped before it is kept, it goes.
pub struct Half {
    file: File,
    path: PathBuf,
    half: PathBuf,
}

impl Output {
    /// Opens a file under a temporary name, or standard output. Refuses a place that cannot be written.
    pub fn open(to: Option<&Path>) -> Result<Output, Faults> {
        let Some(path) = to else { return Ok(Output::Standard) };
        let mut half = path.as_os_str().to_owned();
        half.push(".part");
        let half = PathBuf::from(half);
        let file = File::create(&half).map_err(|error| unwritable(path, &error))?;
        Ok(Output::File(Half { file, path: path.to_owned(), half }))
    }

    /// Writes more of the result.
    pub fn write(&mut self, bytes: &[u8]) -> Result<Go, Faults> {
        match self {
            Output::File(half) => {
                half.file.write_all(bytes).map(|()| Go::On).map_err(|error| unwritable(&half.path, &error))
            }
            Output::Standard => match io::stdout().lock().write_all(bytes) {
                Ok(()) => Ok(Go::On),
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Go::Enough),
                Err(error) => Err(vec![format!("Standard output cannot be written: {error}.")]),
            },
        }
    }

    /// Gives the file its own name.
    pub fn keep(self) -> Result<(), Faults> {
        match &self {
            Output::Standard => Ok(()),
            Output::File(half) => {
                fs::rename(&half.half, &half.path).map_err(|error| unwritable(&half.path, &error))
            }
        }
    }
}

impl Drop for Half {
    fn drop(&mut self) {
        // It is gone already when it was kept. A leftover file would be a second fault; the first is told.
        let _ = fs::remove_file(&self.half);
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Faults {
    vec![format!("{}: cannot be written: {error}.", path.display())]
}

/// Writes a whole result to standard output.
pub fn print(text: &str) -> Result<(), Faults> {
    Output::Standard.write(text.as_bytes()).map(drop)
}
