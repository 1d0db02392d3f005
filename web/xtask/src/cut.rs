//! One wasm cut in two, where `wasm_split` stands in its source: the first page waits for the first only. Both share
//! memory and function table, so nothing has to be passed between them.

use crate::places::{read, read_text};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// What the tool calls the script that fetches the second wasm.
const LINK: &str = "__wasm_split.js";

/// The two halves, and how the second is fetched.
pub struct Cut {
    /// The first wasm, still to be bound.
    pub first: Vec<u8>,
    /// Where the second lies.
    pub second: PathBuf,
    name: &'static str,
    link: String,
}

/// Cuts; what comes of it is put into `folder`.
pub fn cut(name: &'static str, compiled: &[u8], folder: &Path) -> Result<Cut, String> {
    let first = folder.join("first.wasm");
    let mut options = Options::new(compiled);
    options.output_dir = folder;
    options.main_out_path = &first;
    let made = transform(options).map_err(|why| format!("The wasm could not be cut in two: {why:#}."))?;
    let [second] = made.split_modules.as_slice() else {
        return Err(format!(
            "The wasm was cut into {} besides the first, not one.",
            made.split_modules.len()
        ));
    };
    Ok(Cut { first: read(&first)?, second: second.clone(), name, link: read_text(&folder.join(LINK))? })
}

impl Cut {
    /// The glue of the first wasm with the fetching of the second written into it: two scripts would have to name
    /// each other, and neither could have the other's hashed name in it.
    pub fn joined(&self, glue: &str) -> Result<String, String> {
        let Cut { name, .. } = self;
        let load = format!("__wasm_split_load_{name}");
        let link = once(&self.link, "import { initSync } from \"./main.js\";", "")?;
        let link = once(&link, "initSync(undefined, undefined)", "wasm")?;
        let link = once(&link, &format!("export const {load}"), &format!("const {load}"))?;
        let link = once(
            &link,
            &format!("new URL(\"./split_{name}.wasm\", import.meta.url)"),
            &format!("trellis.file(\"{name}.wasm\")"),
        )?;
        let glue = once(glue, &format!("import * as import1 from \"./{LINK}\""), "")?;
        Ok(format!("{glue}\n{link}\nconst import1 = {{ {load} }};\n"))
    }
}

/// `text` with `old` replaced, which must stand in it once: another version of the tool may write something else.
fn once(text: &str, old: &str, new: &str) -> Result<String, String> {
    match text.matches(old).count() {
        1 => Ok(text.replace(old, new)),
        found => {
            Err(format!("What cuts the wasm has written `{old}` {found} times, not once: look at cut.rs."))
        }
    }
}
