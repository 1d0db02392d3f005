//! The files that name other files: the boot script, the manifest, index.html and the service
//! worker. Each is made from its source in web/ once the addresses it needs are known.

use crate::gather::static_sentences;
use crate::places::{Tree, read, read_text, write};
use crate::shelf::{Shelf, hash_of, integrity_of};
use crate::wasm::minify;
use serde_json::json;

/// Everything the first page needs before it can be used, in the order it is needed.
pub const FIRST_LOAD: &[&str] = &["index.html", "main.css", "boot.js", "app.js", "app.wasm", "en-door.json"];

/// What stands in the sources where the build writes its table.
const TABLE: &str = "\"{{built}}\"";

/// Browsers that know no modules run this instead of boot.js; nothing else would tell their user.
const TOO_OLD: &str = "document.getElementById(\"too-old\").hidden = false;\n";

pub fn put_icons_and_manifest(tree: &Tree, shelf: &mut Shelf) -> Result<(), String> {
    let icons = tree.web().join("icons");
    let mut manifest = read_text(&tree.web().join("manifest.webmanifest"))?;
    for name in ["icon.svg", "icon-180.png", "icon-192.png", "icon-512.png"] {
        let address = shelf.put(name, read(&icons.join(name))?);
        manifest = manifest.replace(&format!("icons/{name}"), &address);
    }
    shelf.put("manifest.webmanifest", manifest);
    Ok(())
}

/// Puts boot.js, index.html and sw.js on the shelf; call it when everything else is there. Gives
/// back the build's hash.
pub fn put_page(tree: &Tree, shelf: &mut Shelf) -> Result<String, String> {
    let web = tree.web();
    let sources = [
        read_text(&web.join("boot.js"))?,
        read_text(&web.join("index.html"))?,
        read_text(&web.join("sw.js"))?,
    ];
    shelf.put("too-old.js", TOO_OLD);
    let speak = minified(tree, "speak.js", &read_text(&web.join("speak.js"))?)?;
    shelf.put("speak.js", speak);

    let mut everything: Vec<&str> = shelf.files.iter().map(|file| file.address.as_str()).collect();
    everything.sort_unstable();
    let sentences = static_sentences(tree)?;
    let build =
        hash_of(format!("{}\n{}\n{sentences:?}", everything.join("\n"), sources.join("\n")).as_bytes())[..12]
            .to_string();

    let [boot, index, sw] = sources;
    let files: serde_json::Map<String, serde_json::Value> =
        shelf.files.iter().map(|file| (file.name.clone(), json!(file.address))).collect();
    let boot = fill(&boot, "boot.js", &json!({ "build": build, "files": files }))?;
    shelf.put("boot.js", minified(tree, "boot.js", &boot)?);

    let page = fill_page(index, shelf, &sentences)?;
    shelf.put_plain("index.html", "/", page);

    let worker = fill(&sw, "sw.js", &json!({ "build": build, "files": precache(shelf) }))?;
    shelf.put_plain("sw.js", "/sw.js", worker);
    Ok(build)
}

/// The scripts are read by people in `web/`; the browser needs no comments.
fn minified(tree: &Tree, name: &str, script: &str) -> Result<String, String> {
    let (whole, small) = (tree.cache().join(name), tree.cache().join(format!("small.{name}")));
    write(&whole, script.as_bytes())?;
    minify(tree, &whole, &small)?;
    read_text(&small)
}

pub fn fill(source: &str, name: &str, table: &serde_json::Value) -> Result<String, String> {
    if source.matches(TABLE).count() != 1 {
        return Err(format!(
            "web/{name} must hold {TABLE} exactly once: the build writes its table of files there."
        ));
    }
    Ok(source.replace(TABLE, &table.to_string()))
}

/// First what the first page needs, then the rest in the order it was made; the design page last,
/// because people at work never open it.
fn precache(shelf: &Shelf) -> Vec<&str> {
    let rank = |name: &str| match FIRST_LOAD.iter().position(|first| *first == name) {
        Some(place) => place,
        None if name.starts_with("design.") => FIRST_LOAD.len() + 1,
        None => FIRST_LOAD.len(),
    };
    let mut files: Vec<_> = shelf.files.iter().collect();
    files.sort_by_key(|file| rank(&file.name));
    files.into_iter().map(|file| file.address.as_str()).collect()
}

/// Fills `{{address:NAME}}`, `{{integrity:NAME}}` and the sentences' own ids, `cy:` before the Welsh ones.
pub fn fill_page(
    mut page: String,
    shelf: &Shelf,
    sentences: &std::collections::BTreeMap<String, String>,
) -> Result<String, String> {
    while let Some(start) = page.find("{{") {
        let end = page[start..].find("}}").ok_or("web/index.html opens {{ without closing it.")? + start;
        let wanted = &page[start + 2..end];
        let value = match wanted.split_once(':') {
            Some(("address", name)) => shelf.need(name)?.address.clone(),
            Some(("integrity", name)) => integrity_of(&shelf.need(name)?.bytes),
            _ => escape(sentences.get(wanted).ok_or_else(|| {
                format!("web/index.html asks for {{{{{wanted}}}}}, but static.ftl in web/locales has no such message.")
            })?),
        };
        page.replace_range(start..end + 2, &value);
    }
    Ok(page)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace("{{", "&#123;{")
}

/// Scripts that turn text into code would be refused by the browser in the field; refuse them here.
pub fn refuse_evaluation(shelf: &Shelf) -> Result<(), String> {
    for file in shelf.files.iter().filter(|file| file.address.ends_with(".js")) {
        let text = String::from_utf8_lossy(&file.bytes);
        for forbidden in ["new Function(", "eval("] {
            if text.contains(forbidden) {
                return Err(format!(
                    "{} contains `{forbidden}`, which the content security policy refuses: find the crate or \
                     script that brings it and do without.",
                    file.name
                ));
            }
        }
    }
    Ok(())
}
