//! Fetches what is said: the words of the app, the definitions, and their words in one language or both.

use super::World;
use crate::browser;
use crate::library::{ABOUT_YOU, Book, Library, STRENGTHS_PROFILE};
use crate::state::Action;
use crate::text::{Language, Text};
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

impl World {
    /// Fetches a language. The words of the books come before those of the app, so that a page turns into
    /// the other language all at once.
    pub(super) async fn speak(&self, language: Language, dispatch: &Callback<Action>) {
        self.language.set(Some(language));
        let words = browser::begin_fetch(&format!("{}.json", language.code()));
        let library = self.library.borrow().clone();
        if let Some(library) = library {
            dispatch.emit(Action::Library(self.translate(library).await));
        }
        if let Some(text) = self.read_words(browser::text_of(words).await) {
            dispatch.emit(Action::Words(text));
        }
    }

    /// The words of the app. The English ones stay, for what another language lacks.
    pub(super) fn read_words(&self, json: Option<String>) -> Option<Text> {
        let english = self.english.borrow().clone();
        let text = Text::parse(&json?, english.as_ref()).ok()?;
        if text.language() == Language::En {
            *self.english.borrow_mut() = Some(text.clone());
        }
        Some(text)
    }

    /// The definitions and wordings, read once.
    pub(super) async fn library(&self) -> Option<Rc<Library>> {
        if let Some(library) = self.library.borrow().clone() {
            return Some(library);
        }
        // All requests are on their way before the first answer is waited for.
        let begin = |id: &str| {
            let definition = browser::begin_fetch(&format!("{id}.definition.json"));
            (definition, begin_wording(id, Language::En))
        };
        let mut books = Vec::new();
        for (definition, wording) in [STRENGTHS_PROFILE, ABOUT_YOU].map(begin) {
            let definition = browser::text_of(definition).await?;
            books.push(Book::read(&definition, &browser::text_of(wording).await?)?);
        }
        Some(self.translate(Rc::new(Library::of_books(books))).await)
    }

    /// The library with its Welsh words when Welsh is spoken; an English reader waits for none of them.
    async fn translate(&self, library: Rc<Library>) -> Rc<Library> {
        let mut library = library;
        if self.language.get() == Some(Language::Cy) {
            let lacking = library.in_one_language().into_iter();
            let begun: Vec<(String, Option<JsFuture>)> =
                lacking.map(|id| (id.clone(), begin_wording(&id, Language::Cy))).collect();
            for (id, words) in begun {
                if let Some(words) = browser::text_of(words).await {
                    Rc::make_mut(&mut library).put_beside(&id, &words);
                }
            }
        }
        *self.library.borrow_mut() = Some(library.clone());
        library
    }
}

fn begin_wording(id: &str, language: Language) -> Option<JsFuture> {
    browser::begin_fetch(&format!("{id}.wording.{}.json", language.code()))
}
