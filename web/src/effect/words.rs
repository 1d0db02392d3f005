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
        let lacking = self.kept(language).is_none();
        let fetched = lacking.then(|| browser::begin_fetch(&format!("{}.json", language.code())));
        let library = match self.inside() {
            Some(inside) => (inside.translate)(self.clone()).await,
            None => None,
        };
        let text = match fetched {
            Some(words) => self.read_words(browser::text_of(words).await),
            // More of them may have come meanwhile.
            None => self.kept(language),
        };
        // One after the other at once: the page is drawn a single time.
        library.into_iter().for_each(|library| dispatch.emit(Action::Library(library)));
        text.into_iter().for_each(|text| dispatch.emit(Action::Words(text)));
    }

    fn kept(&self, language: Language) -> Option<Text> {
        match language {
            Language::En => self.english.borrow().clone(),
            Language::Cy => self.welsh.borrow().clone(),
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

    /// The words of the app. They stay: the English ones for what another language lacks, both for the way back.
    pub(super) fn read_words(&self, json: Option<String>) -> Option<Text> {
        let english = self.english.borrow().clone();
        let text = Text::parse(&json?, english.as_ref()).ok()?;
        let place = if text.language() == Language::En { &self.english } else { &self.welsh };
        *place.borrow_mut() = Some(text.clone());
        Some(text)
    }
}
