//! Fetches the words of the app, and with them those of the definitions at hand.

use super::World;
use crate::browser;
use crate::needs::Ease;
use crate::state::Action;
use crate::text::{Language, Text};
use yew::Callback;

impl World {
    /// Fetches a language. The words of the books come before those of the app, so that a page turns into
    /// the other language all at once.
    pub(super) async fn speak(&self, language: Language, dispatch: &Callback<Action>) {
        self.language.set(Some(language));
        let fetched =
            (language != Language::En).then(|| browser::begin_fetch(&format!("{}.json", language.code())));
        if let Some(inside) = self.inside()
            && let Some(library) = (inside.translate)(self.clone()).await
        {
            dispatch.emit(Action::Library(library));
        }
        let text = match fetched {
            Some(words) => self.read_words(browser::text_of(words).await),
            None => self.english.borrow().clone(),
        };
        if let Some(text) = text {
            dispatch.emit(Action::Words(text));
        }
    }

    /// Fetches the words of the books as simple as they are wanted now.
    pub(super) async fn simplify(&self, ease: Ease, dispatch: &Callback<Action>) {
        self.ease.set(ease);
        if let Some(inside) = self.inside()
            && let Some(library) = (inside.translate)(self.clone()).await
        {
            dispatch.emit(Action::Library(library));
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
}
