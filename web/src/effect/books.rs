//! Fetches definitions and the words that come with them, in one language or both, from the files of the app.

use super::World;
use crate::browser;
use crate::library::{self, ABOUT_YOU, Book, Edition, Library, STRENGTHS_PROFILE};
use crate::needs::Ease;
use crate::state::BookTrouble;
use crate::text::Language;
use assessment_core::instrument::WordingRight;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// A definition and its words on their way. None of somebody else's words are among the files.
struct Files {
    definition: Option<JsFuture>,
    words: Option<Option<JsFuture>>,
}

impl Files {
    fn begin(file: &str, wording: WordingRight) -> Files {
        Files {
            definition: browser::begin_fetch(&format!("{file}.definition.json")),
            words: (wording == WordingRight::Ours).then(|| begin_wording(file, Language::En, Ease::Usual)),
        }
    }

    async fn read(self) -> Option<Book> {
        let definition = browser::text_of(self.definition).await?;
        let words = match self.words {
            Some(words) => Some(browser::text_of(words).await?),
            None => None,
        };
        Book::read(&definition, words.as_deref())
    }
}

impl World {
    /// The list of instruments, the long assessment and the questions about the person: what there must be
    /// before a vault is open. Read once.
    pub(crate) async fn library(&self) -> Option<Rc<Library>> {
        if let Some(library) = self.library.borrow().clone() {
            return Some(library);
        }
        // All requests are on their way before the first answer is waited for.
        let list = browser::begin_fetch("instruments.json");
        let books = [STRENGTHS_PROFILE, ABOUT_YOU].map(|id| Files::begin(id, WordingRight::Ours));
        let mut library = Library::of_list(library::read_list(&browser::text_of(list).await?)?);
        for files in books {
            library.put(files.read().await?);
        }
        // Somebody else may have read it meanwhile, and more since: theirs stays.
        self.library.borrow_mut().get_or_insert_with(|| Rc::new(library));
        self.translate().await
    }

    /// A definition with the words that come with it, fetched when it is needed for the first time.
    pub(super) async fn book(&self, edition: &Edition) -> Result<Book, BookTrouble> {
        let library = self.library().await.ok_or(BookTrouble::NotNow)?;
        if library.find(edition).is_none() {
            let line = library.line(edition).ok_or(BookTrouble::Unknown)?;
            let files = Files::begin(&line.file, line.wording);
            let book = files.read().await.ok_or(BookTrouble::NotNow)?;
            if let Some(library) = self.library.borrow_mut().as_mut() {
                Rc::make_mut(library).put(book);
            }
            self.translate().await;
        }
        let library = self.library.borrow().clone().ok_or(BookTrouble::NotNow)?;
        library.find(edition).cloned().ok_or(BookTrouble::NotNow)
    }

    /// The library with its Welsh words when Welsh is spoken and with the simple ones where these are wanted; who
    /// reads English as it was written waits for none of them. Words are put into the library as it is when they
    /// come, so that what was fetched meanwhile stays.
    pub(crate) async fn translate(&self) -> Option<Rc<Library>> {
        let (language, ease) = (self.language.get().unwrap_or(Language::En), self.ease.get());
        if (language, ease) != (Language::En, Ease::Usual) {
            let lacking =
                self.library.borrow().as_ref().map_or(Vec::new(), |library| library.lacking(language, ease));
            let begun: Vec<(Edition, Option<JsFuture>)> = lacking
                .into_iter()
                .map(|(edition, file)| (edition, begin_wording(&file, language, ease)))
                .collect();
            for (edition, words) in begun {
                let Some(words) = browser::text_of(words).await else { continue };
                if let Some(library) = self.library.borrow_mut().as_mut() {
                    Rc::make_mut(library).put_beside(&edition, &words);
                }
            }
        }
        self.library.borrow().clone()
    }
}

fn begin_wording(file: &str, language: Language, ease: Ease) -> Option<JsFuture> {
    browser::begin_fetch(&format!("{file}.wording.{}.json", tag(language, ease)))
}

/// What the name of a file with words has between `wording.` and `.json`.
pub(super) fn tag(language: Language, ease: Ease) -> String {
    let simple = if ease == Ease::Simple { "-easy" } else { "" };
    format!("{}{simple}", language.code())
}
