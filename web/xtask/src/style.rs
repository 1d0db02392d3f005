//! The style sheet: web/style/main.scss with the pieces of govuk-frontend it takes, compiled by the
//! npm Sass compiler and remembered by the hash of everything that went in.

use crate::places::{Tree, files_below, read, read_text};
use crate::programs::{program, run};
use crate::shelf::hash_of;

pub fn build(tree: &Tree) -> Result<String, String> {
    let mut input = read(&tree.web().join("package-lock.json"))?;
    for file in files_below(&tree.web().join("style"))? {
        input.extend_from_slice(file.to_string_lossy().as_bytes());
        input.extend_from_slice(&read(&file)?);
    }
    let kept = tree.cache().join("style").join(format!("{}.css", hash_of(&input)));
    if !kept.is_file() {
        let half = kept.with_extension("half");
        let sass = tree.web().join("node_modules/sass/sass.js");
        let mut command = program("node", &tree.web());
        command
            .arg(sass)
            .args([
                "--style=compressed",
                "--no-source-map",
                "--quiet-deps",
                "--load-path=node_modules",
                "style/main.scss",
            ])
            .arg(&half);
        run(&mut command, "The style sheet could not be compiled: look at Sass's message above.")?;
        std::fs::rename(&half, &kept)
            .map_err(|why| format!("{} cannot be written: {why}.", kept.display()))?;
    }
    let css = read_text(&kept)?;
    if css.contains("url(/") || css.contains("url(\"/") {
        return Err("The style sheet names a picture or font by address, but the build ships none: \
                    use an inline SVG in the markup, or the system font."
            .to_string());
    }
    Ok(css)
}
