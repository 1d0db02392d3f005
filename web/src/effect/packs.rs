//! Reads a wording pack and its recordings from files that somebody chose, and has them kept or taken away.

use super::World;
use crate::brought::{self, Brought, Judged, LARGEST, PackTrouble};
use crate::browser;
use crate::library::{Book, Edition, Listed};
use crate::needs::Ease;
use crate::sounds::{self, Heard};
use crate::state::Action;
use crate::text::Language;
use assessment_core::wording::{self, LARGEST_RECORDING, MediaType, Wording};
use chrono::NaiveDate;
use web_sys::File;

/// Id of the field files are chosen in.
pub(crate) const FIELD: &str = "pack";

/// A file that is one of a pack's recordings. It is read again when it is kept, so that no more than one of them
/// is ever in memory.
pub(crate) struct Chosen {
    sha256: String,
    file: File,
}

/// The text of a file no larger than any wording.
pub(super) async fn text_in(file: &File) -> Result<String, PackTrouble> {
    if browser::file_size(file) > LARGEST as u64 {
        return Err(PackTrouble::TooLarge);
    }
    let bytes = browser::file_bytes(file).await.ok_or(PackTrouble::NotNow)?;
    let text = String::from_utf8(bytes).map_err(|_| PackTrouble::NotText)?;
    // Some editors put a mark before the first letter that is none.
    Ok(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned))
}

impl World {
    pub(super) async fn read_pack(&self, id: [u8; 16], on: NaiveDate) -> Result<Box<Judged>, PackTrouble> {
        self.chosen.borrow_mut().clear();
        let (pack, beside) = parted(browser::chosen_files(FIELD))?;
        let text = text_in(&pack).await?;
        let named = brought::named(&text)?;
        let book = self.named_book(&named).await?;
        let library = self.library().await.ok_or(PackTrouble::NotNow)?;
        let listed = library.line(&book.edition()).ok_or(PackTrouble::NotNow)?;
        let ours = match brought::spoken(&text) {
            Some((language, easy)) => ours(listed, &language, easy).await,
            None => None,
        };
        let ours = ours.and_then(|text| wording::parse(&book.instrument, &text).ok());
        let judged = brought::judge(&book, ours.as_ref(), text, id, on)?;
        let words = judged.brought.sounds(&book).ok_or(PackTrouble::NotNow)?;
        self.listen(&words, beside).await?;
        Ok(Box::new(judged))
    }

    /// The book a file from outside is about: of the version it names, or else the newest, which it then is not about.
    pub(super) async fn named_book(&self, named: &Edition) -> Result<Book, PackTrouble> {
        let library = self.library().await.ok_or(PackTrouble::NotNow)?;
        let newest = || library.listed(&named.id).map(|listed| listed.edition.clone());
        let edition = library.line(named).map(|listed| listed.edition.clone()).or_else(newest);
        let unknown = || {
            PackTrouble::Faults(vec![format!("instrument: This version of the app has no `{}`.", named.id)])
        };
        self.book(&edition.ok_or_else(unknown)?).await.map_err(|_| PackTrouble::NotNow)
    }

    /// Holds the files chosen beside a pack against what it lists.
    async fn listen(&self, words: &Wording, beside: Vec<File>) -> Result<(), PackTrouble> {
        let sizes: Vec<u64> = beside.iter().map(browser::file_size).collect();
        if let Some(fault) = sounds::too_much(&sizes) {
            return Err(PackTrouble::Faults(vec![fault]));
        }
        let (mut heard, mut chosen) = (Vec::new(), Vec::new());
        for (file, bytes) in beside.into_iter().zip(sizes) {
            let mut read = None;
            if bytes <= u64::from(LARGEST_RECORDING) {
                let sound = browser::file_bytes(&file).await.ok_or(PackTrouble::NotNow)?;
                read = Some((sounds::sha256_of(&sound), MediaType::of(&sound)));
            }
            let name = file.name();
            if let Some((sha256, _)) = &read {
                chosen.push(Chosen { sha256: sha256.clone(), file });
            }
            heard.push(Heard { name, bytes, read });
        }
        let faults = sounds::faults(words, &heard);
        if !faults.is_empty() {
            return Err(PackTrouble::Faults(faults));
        }
        // The same sound under two names is kept once.
        chosen.sort_by(|one, other| one.sha256.cmp(&other.sha256));
        chosen.dedup_by(|one, other| one.sha256 == other.sha256);
        *self.chosen.borrow_mut() = chosen;
        Ok(())
    }

    /// Keeps the recordings, one at a time, and the pack last: a pack that is there has all of them.
    pub(super) async fn keep_pack(&self, brought: Box<Brought>) -> Option<Action> {
        let keeper = self.open()?;
        let chosen = std::mem::take(&mut *self.chosen.borrow_mut());
        let mut kept = true;
        for Chosen { sha256, file } in chosen {
            let sound = browser::file_bytes(&file).await;
            // What is chosen once can change on the disk before it is kept.
            let sound = sound.filter(|sound| sounds::sha256_of(sound) == sha256);
            kept = match sound {
                Some(sound) => keeper.save_sound(brought.id, &sha256, &sound).await.is_ok(),
                None => false,
            };
            if !kept {
                break;
            }
        }
        if kept && keeper.save_pack(&brought).await.is_ok() {
            return Some(Action::PackKept(Ok(brought)));
        }
        // What stays all the same goes when the tablet is opened next.
        let _ = keeper.drop_sounds(brought.id).await;
        Some(Action::PackKept(Err(PackTrouble::NotKept)))
    }

    pub(super) async fn drop_pack(&self, id: [u8; 16]) -> Option<Action> {
        // One that is still there stays in the list.
        self.open()?.drop_pack(id).await.ok().map(|()| Action::PackGone(id))
    }

    /// The bytes of a recording, read when it is played.
    pub(crate) async fn sound(&self, key: &str) -> Option<vault::Zeroizing<Vec<u8>>> {
        let (pack, sha256) = sounds::Sound::read_key(key)?;
        self.open()?.sound(pack, sha256).await
    }
}

/// The pack, and the files beside it. Alone, a file is a pack whatever it is called.
fn parted(mut files: Vec<File>) -> Result<(File, Vec<File>), PackTrouble> {
    if files.len() == 1 {
        return files.pop().map(|pack| (pack, files)).ok_or(PackTrouble::NoFile);
    }
    let pack = |file: &File| file.name().to_lowercase().ends_with(".json");
    let (mut packs, beside): (Vec<File>, Vec<File>) = files.into_iter().partition(pack);
    match (packs.pop(), packs.is_empty()) {
        (Some(pack), true) => Ok((pack, beside)),
        (None, _) if beside.is_empty() => Err(PackTrouble::NoFile),
        _ => Err(PackTrouble::NotOne),
    }
}

/// The words that come with the app for an instrument of ours, in a language.
async fn ours(listed: &Listed, language: &str, easy: bool) -> Option<String> {
    let ease = if easy { Ease::Simple } else { Ease::Usual };
    let tag = super::books::tag(Language::from_code(language)?, ease);
    let there = listed.wording == assessment_core::instrument::WordingRight::Ours;
    if !there {
        return None;
    }
    browser::fetch(&format!("{}.wording.{tag}.json", listed.file)).await
}
