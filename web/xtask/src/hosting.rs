//! Sample settings for other web servers, with the headers from the one table.

use crate::headers::{CACHE_HASHED, CACHE_PLAIN, HEADERS, KINDS};
use crate::places::{Tree, write};
use crate::shelf::HASHED_FOLDER;

/// Served instead of `/sw.js`, this takes a broken service worker off every device that asks.
const KILL_SWITCH: &str = include_str!("../hosting/sw-off.js");
const NGINX: &str = include_str!("../hosting/nginx.conf");
const CADDY: &str = include_str!("../hosting/Caddyfile");

pub fn write_samples(tree: &Tree) -> Result<(), String> {
    let folder = tree.target.join("hosting");
    let nginx = lines("    ", |name, value| format!("add_header {name} \"{value}\" always;"));
    let caddy = lines("\t\t", |name, value| format!("{name} \"{value}\""));
    let plain = lines("  ", |name, value| format!("{name}: {value}"));
    write(&folder.join("nginx.conf"), fill(NGINX, &nginx).as_bytes())?;
    write(&folder.join("Caddyfile"), fill(CADDY, &caddy).as_bytes())?;
    write(
        &folder.join("_headers"),
        format!(
            "# For static hosts that read a file of this name from the site's folder.\n\
             /*\n{plain}\n\
             /\n  Cache-Control: {CACHE_PLAIN}\n\
             /sw.js\n  Cache-Control: {CACHE_PLAIN}\n\
             {HASHED_FOLDER}*\n  Cache-Control: {CACHE_HASHED}\n"
        )
        .as_bytes(),
    )?;
    write(&folder.join("sw-off.js"), KILL_SWITCH.as_bytes())
}

fn lines(indent: &str, form: impl Fn(&str, &str) -> String) -> String {
    let each: Vec<String> =
        HEADERS.iter().map(|(name, value)| format!("{indent}{}", form(name, value))).collect();
    each.join("\n")
}

/// nginx adds the character set itself.
fn kinds() -> String {
    let bare = |kind: &'static str| kind.split(';').next().unwrap_or(kind);
    let each: Vec<String> =
        KINDS.iter().map(|(ending, kind)| format!("        {} {ending};", bare(kind))).collect();
    each.join("\n")
}

fn fill(sample: &str, headers: &str) -> String {
    sample
        .replace("{{headers}}", headers.trim_start())
        .replace("{{kinds}}", kinds().trim_start())
        .replace("{{hashed}}", HASHED_FOLDER)
        .replace("{{cache-hashed}}", CACHE_HASHED)
        .replace("{{cache-plain}}", CACHE_PLAIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_is_filled_completely_and_names_every_header() {
        for sample in [NGINX, CADDY] {
            let filled = fill(sample, &lines("", |name, value| format!("{name} \"{value}\"")));
            assert!(!filled.contains("{{"), "{filled}");
            assert!(HEADERS.iter().all(|(name, value)| filled.contains(name) && filled.contains(value)));
        }
    }
}
