//! A Questionnaire in: a definition and a wording pack out.

use super::read;
use crate::instruments::Faults;
use crate::output::{Output, print};
use assessment_core::definition::Fault;
use assessment_core::fhir;
use std::fs;
use std::path::Path;

/// Imports a file into a folder, or its definition alone to standard output.
pub fn import(file: &Path, to: Option<&Path>) -> Result<(), Faults> {
    let named = |faults: &[Fault]| -> Faults {
        faults.iter().map(|fault| format!("{}: {fault}", file.display())).collect()
    };
    let imported = fhir::import(&read(file)?).map_err(|faults| named(&faults))?;
    for note in named(&imported.notes) {
        eprintln!("{note}");
    }
    let Some(folder) = to else { return print(&imported.definition) };
    let mut files = vec![("definition.json".to_owned(), imported.definition)];
    files.extend(
        imported.wordings.into_iter().map(|(language, text)| (format!("wording.{language}.json"), text)),
    );
    write_all(folder, &files)
}

/// Writes every file under another name first; they get their own once all are whole.
fn write_all(folder: &Path, files: &[(String, String)]) -> Result<(), Faults> {
    fs::create_dir_all(folder)
        .map_err(|error| vec![format!("{}: cannot be written: {error}.", folder.display())])?;
    let mut written = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        let mut output = Output::open(Some(&path))?;
        output.write(text.as_bytes())?;
        written.push((path, output));
    }
    for (path, output) in written {
        output.keep()?;
        print(&format!("{}\n", path.display()))?;
    }
    Ok(())
}
