//! Recordings of what a page says: the files somebody chose beside a pack, held against what the pack lists, and
//! which recording says which words of a book.

use crate::library::Book;
use crate::route::{hex, read_id};
use assessment_core::instrument::{Instrument, ItemAt, Setting};
use assessment_core::table::Table;
use assessment_core::wording::{
    self, LARGEST_RECORDING, LARGEST_RECORDINGS, MOST_RECORDINGS, MediaType, Wording,
};
use std::rc::Rc;

/// One recording that is kept: of which pack, and which of its sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// The pack it came with.
    pub pack: [u8; 16],
    /// SHA-256 of its bytes, as the pack lists it.
    pub sha256: String,
    /// The kind of sound.
    pub media_type: MediaType,
}

impl Sound {
    /// Pack and sound as one word.
    #[must_use]
    pub fn key(&self) -> String {
        hex(&self.pack) + &self.sha256
    }

    /// Reads [`Sound::key`]: the pack, and the SHA-256.
    #[must_use]
    pub fn read_key(key: &str) -> Option<([u8; 16], &str)> {
        let (pack, sha256) = key.split_at_checked(32)?;
        let hash = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
        Some((read_id(pack)?, sha256)).filter(|_| hash)
    }
}

/// SHA-256 as packs write it.
#[must_use]
pub fn sha256_of(sound: &[u8]) -> String {
    vault::digest(sound).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Words that may stand on a page, and the sounds that say them, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The language of the words.
    pub language: String,
    /// The words, letter by letter.
    pub said: String,
    /// What says them.
    pub sounds: Vec<Sound>,
}

/// A file that was chosen beside a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// What it is called.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 and kind; none for a file larger than any recording, which is not read.
    pub read: Option<(String, Option<MediaType>)>,
}

/// What is wrong with so many files of these sizes before one of them is read.
#[must_use]
pub fn too_much(sizes: &[u64]) -> Option<String> {
    if sizes.len() > MOST_RECORDINGS {
        return Some(format!("recordings: A pack has at most {MOST_RECORDINGS} recordings."));
    }
    let together: u64 = sizes.iter().sum();
    (together > LARGEST_RECORDINGS)
        .then(|| format!("recordings: All recordings together have at most {LARGEST_RECORDINGS} bytes."))
}

/// Everything that keeps these files from being the recordings a pack lists, a line each. A recording is known by
/// the SHA-256 of its bytes; a file's name only helps to say what is wrong with it.
#[must_use]
pub fn faults(wording: &Wording, heard: &[Heard]) -> Vec<String> {
    let mut faults = Vec::new();
    let with =
        |sha256: &str| heard.iter().find(|file| file.read.as_ref().is_some_and(|(hash, _)| hash == sha256));
    let named = |path: &str| heard.iter().find(|file| stem(&file.name) == path);
    for (path, listed) in wording.recordings() {
        match (with(&listed.sha256), named(path)) {
            (Some(file), _) => {
                let kind = file.read.as_ref().and_then(|(_, kind)| *kind);
                if file.bytes != u64::from(listed.bytes) {
                    let (lists, has) = (listed.bytes, file.bytes);
                    faults.push(format!("{path}: The pack lists {lists} bytes, and the file has {has}."));
                }
                if kind.is_some_and(|kind| kind != listed.media_type) {
                    let (lists, is) = (listed.media_type.word(), kind.map_or("", MediaType::word));
                    faults.push(format!("{path}: The pack lists {lists}, and the file is {is}."));
                }
            }
            (None, Some(file)) if file.read.is_some() => {
                faults.push(format!("{path}: {} has other bytes than the pack lists.", shown(&file.name)));
            }
            (None, _) => faults.push(format!("{path}: No file with this recording was chosen.")),
        }
    }
    for file in heard {
        let name = shown(&file.name);
        let listed = |hash: &str| wording.recordings().any(|(_, listed)| listed.sha256 == hash);
        match &file.read {
            None => faults.push(format!("{name}: A recording has at most {LARGEST_RECORDING} bytes.")),
            Some((_, None)) => {
                faults.push(format!("{name}: This is neither Opus in Ogg, nor AAC in MP4, nor MP3."));
            }
            Some((hash, _)) if !listed(hash) && wording.recording(stem(&file.name)).is_none() => {
                faults.push(format!("{name}: The pack lists no such recording."));
            }
            Some(_) => {}
        }
    }
    faults
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A name as it can be shown: short, and with nothing in it that hides.
fn shown(name: &str) -> String {
    let short: String = name.chars().take(80).collect();
    format!("{short:?}")
}

/// The paths at which a pack says other words than `ours`.
#[must_use]
pub fn differing(ours: &Wording, pack: &Wording) -> Vec<String> {
    let ours = by_path(ours);
    let other = |(path, text): &(String, &str)| ours.get(path) != Some(text);
    pack.texts().into_iter().filter(other).map(|(path, _)| path).collect()
}

fn by_path(wording: &Wording) -> Table<String, &str> {
    let mut texts = Table::new();
    for (path, text) in wording.texts() {
        texts.insert(path, text);
    }
    texts
}

impl Book {
    /// What is recorded of the words that this book says now. A recording of words that read otherwise by now, as
    /// after a new version of the app, says nothing.
    #[must_use]
    pub fn recorded(&self) -> Vec<Recorded> {
        self.recorded_where(|_| true)
    }

    /// The same, of the texts at some paths alone.
    fn recorded_where(&self, wanted: impl Fn(&str) -> bool) -> Vec<Recorded> {
        let Some(shown) = self.wording.as_ref().filter(|_| !self.sounds.is_empty()) else {
            return Vec::new();
        };
        let says = by_path(shown);
        let mut heard: Table<String, Sound> = Table::new();
        for (pack, wording) in self.sounds.iter().filter(|(_, wording)| wording.id() == shown.id()) {
            let read = by_path(wording);
            let same = |path: &String| says.get(path).is_some() && says.get(path) == read.get(path);
            for (path, recording) in wording.recordings().filter(|(path, _)| same(path) && wanted(path)) {
                let (sha256, media_type) = (recording.sha256.clone(), recording.media_type);
                heard.insert(path.clone(), Sound { pack: *pack, sha256, media_type });
            }
        }
        let row = |said: &str, sounds: Vec<Sound>| {
            let (language, said) = (shown.language.clone(), said.to_owned());
            Recorded { language, said, sounds }
        };
        let mut rows: Vec<Recorded> =
            heard.iter().map(|(path, sound)| row(says[path], vec![sound.clone()])).collect();
        // A question under a stem stands on the page in one piece with it.
        for at in self.instrument.positions() {
            let item = self.instrument.item(at);
            let section = self.instrument.sections()[item.section].id.as_str();
            let Some(stem) = heard.get(&format!("sections.{section}.stem")) else { continue };
            for (name, setting) in [("text", Setting::Community), ("custody", Setting::Custody)] {
                if let Some(text) = heard.get(&format!("items.{}.{name}", item.id)) {
                    rows.push(row(&self.question(at, setting), vec![stem.clone(), text.clone()]));
                }
            }
        }
        rows
    }
}

/// No more bytes of sounds go along with a hand-over in one language, so that handing over never takes long.
pub const MOST_HANDED: u64 = 16 * 1024 * 1024;

/// What is asked while the tablet is handed over.
pub struct Given<'a> {
    /// The definition's text.
    pub definition: &'a str,
    /// The texts of the words that can be switched to.
    pub wordings: &'a [String],
    /// The ids of the items.
    pub items: &'a [String],
    /// Where the person lives.
    pub setting: Setting,
}

/// What is recorded of the words that a hand-over may say, by packs that are each under their id, in each of its
/// languages up to [`MOST_HANDED`]. The rest is said by a voice of the device, or by none.
#[must_use]
pub fn handed(given: &Given<'_>, packs: &[([u8; 16], String)]) -> Vec<Recorded> {
    let mut rows = Vec::new();
    for words in given.wordings.iter().filter(|_| !packs.is_empty()) {
        let Some(mut book) = Book::read(given.definition, Some(words)) else { continue };
        let read = |(id, text): &([u8; 16], String)| {
            Some((*id, Rc::new(wording::read(&book.instrument, text).ok()?)))
        };
        book.sounds = packs.iter().filter_map(read).collect();
        let says = book.wording.as_ref().map(|wording| by_path(wording)).unwrap_or_default();
        let recorded = book.recorded_where(|path| {
            is_said(&book.instrument, given.items, path) && !is_elsewhere(&says, given.setting, path)
        });
        rows.extend(within(&book, recorded));
    }
    rows
}

/// Whether the text at a path may be said while only these items are asked: of theirs, their answers and their
/// sections. Titles stand on no page of a hand-over alone.
fn is_said(instrument: &Instrument, items: &[String], path: &str) -> bool {
    let under = |list: &str, id: &str| path.starts_with(&format!("{list}.{id}."));
    let of = |at: ItemAt| {
        let item = instrument.item(at);
        let section = instrument.sections()[item.section].id.as_str();
        under("items", item.id.as_str())
            || under("sections", section) && !path.ends_with(".title")
            || instrument.option_set(at).is_some_and(|set| under("options", set))
    };
    path == "intro" || items.iter().filter_map(|id| instrument.find_item(id)).any(of)
}

/// Whether the text at a path is said in the other setting only.
fn is_elsewhere(says: &Table<String, &str>, setting: Setting, path: &str) -> bool {
    match setting {
        Setting::Community => path.ends_with(".custody"),
        Setting::Custody => {
            let own = format!("{}.custody", path.strip_suffix(".text").unwrap_or(path));
            says.contains_key(&own)
        }
    }
}

/// The rows whose sounds come to no more than [`MOST_HANDED`], each sound counted once.
fn within(book: &Book, rows: Vec<Recorded>) -> impl Iterator<Item = Recorded> {
    let listed = book.sounds.iter().flat_map(|(_, wording)| wording.recordings());
    let sizes: Table<String, u64> = listed.map(|(_, one)| (one.sha256.clone(), one.bytes.into())).collect();
    let mut counted: Table<String, ()> = Table::new();
    let mut left = MOST_HANDED;
    rows.into_iter().filter(move |row| {
        let new = |sound: &&Sound| !counted.contains_key(&sound.sha256);
        let size = |sound: &Sound| sizes.get(&sound.sha256).copied().unwrap_or_default();
        let more: u64 = row.sounds.iter().filter(new).map(size).sum();
        let fits = more <= left;
        if fits {
            left -= more;
            row.sounds.iter().for_each(|sound| {
                counted.insert(sound.sha256.clone(), ());
            });
        }
        fits
    })
}

#[cfg(test)]
mod tests;
