//! Compressed copies, and the table of sizes with what the first load costs.

use crate::page::FIRST_LOAD;
use crate::places::{Tree, read, write};
use crate::shelf::{Shelf, Shelved, hash_of};
use std::path::Path;

/// The first wasm may not grow past this: a tablet on a poor connection has to fetch it.
pub const WASM_LIMIT_RAW: usize = 800_000;
pub const WASM_LIMIT_BROTLI: usize = 300_000;

/// A file's size as it is, and compressed in the two ways browsers accept.
pub struct Sizes {
    pub name: String,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

/// Writes the file into the folder with a compressed copy in each form beside it.
pub fn write_with_copies(tree: &Tree, file: &Shelved, path: &Path) -> Result<Sizes, String> {
    write(path, &file.bytes)?;
    let mut sizes = Sizes {
        name: file.name.clone(),
        raw: file.bytes.len(),
        gzip: file.bytes.len(),
        brotli: file.bytes.len(),
    };
    if file.address.ends_with(".png") {
        return Ok(sizes);
    }
    for (ending, size) in [("gz", &mut sizes.gzip), ("br", &mut sizes.brotli)] {
        let smaller = compressed(tree, &file.bytes, ending)?;
        if smaller.len() < file.bytes.len() {
            *size = smaller.len();
            let mut beside = path.as_os_str().to_owned();
            beside.push(".");
            beside.push(ending);
            write(Path::new(&beside), &smaller)?;
        }
    }
    Ok(sizes)
}

/// The best compression takes seconds for a wasm, so it is remembered by the file's hash.
fn compressed(tree: &Tree, bytes: &[u8], ending: &str) -> Result<Vec<u8>, String> {
    let kept = tree.cache().join("compressed").join(format!("{}.{ending}", hash_of(bytes)));
    if kept.is_file() {
        return read(&kept);
    }
    let small = if ending == "br" { brotli(bytes) } else { gzip(bytes) }
        .map_err(|why| format!("A file could not be compressed: {why}."))?;
    write(&kept, &small)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    // Zopfli takes its time and gives some four per cent less than any other gzip, for every browser.
    let mut small = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut small)?;
    Ok(small)
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut small, &settings)?;
    Ok(small)
}

/// The table, the files of the first load first, then their total.
pub fn table(sizes: &[Sizes]) -> String {
    let mut text = format!("{:<48} {:>9} {:>9} {:>9}\n", "file", "raw", "gzip", "brotli");
    let line = |sizes: &Sizes| {
        format!("{:<48} {:>9} {:>9} {:>9}\n", sizes.name, sizes.raw, sizes.gzip, sizes.brotli)
    };
    let is_first = |sizes: &&Sizes| FIRST_LOAD.contains(&sizes.name.as_str());
    sizes.iter().filter(is_first).for_each(|sizes| text.push_str(&line(sizes)));
    text.push_str(&line(&total("FIRST LOAD", sizes.iter().filter(is_first))));
    sizes.iter().filter(|sizes| !is_first(sizes)).for_each(|sizes| text.push_str(&line(sizes)));
    text.push_str(&line(&total("EVERYTHING", sizes.iter())));
    text
}

fn total<'a>(name: &str, sizes: impl Iterator<Item = &'a Sizes>) -> Sizes {
    let start = Sizes { name: name.to_string(), raw: 0, gzip: 0, brotli: 0 };
    sizes.fold(start, |sum, one| Sizes {
        name: sum.name,
        raw: sum.raw + one.raw,
        gzip: sum.gzip + one.gzip,
        brotli: sum.brotli + one.brotli,
    })
}

/// Whether the first wasm is within its limits; a sentence when it is not.
pub fn judge(sizes: &[Sizes]) -> Result<(), String> {
    match sizes.iter().find(|sizes| sizes.name == "app.wasm") {
        Some(app) if app.raw > WASM_LIMIT_RAW || app.brotli > WASM_LIMIT_BROTLI => Err(format!(
            "app.wasm is {} bytes ({} as brotli); the limit is {WASM_LIMIT_RAW} ({WASM_LIMIT_BROTLI} as brotli): \
             move something out of the first load.",
            app.raw, app.brotli
        )),
        _ => Ok(()),
    }
}

/// A shelf's files in a folder, each with its copies.
pub fn write_shelf(tree: &Tree, shelf: &Shelf, folder: &Path) -> Result<Vec<Sizes>, String> {
    shelf
        .files
        .iter()
        .map(|file| {
            let place = if file.address == "/" { "index.html" } else { file.address.trim_start_matches('/') };
            write_with_copies(tree, file, &folder.join(place))
        })
        .collect()
}
