//! Words a service brings: read, looked at, kept, taken away again.

use super::{Action, Effect, Open, Outside};
use crate::brought::{Brought, Judged, PackTrouble, Whose};
use crate::library::{Book, Edition};
use crate::route::Route;
use crate::sounds::Recorded;
use assessment_core::session::Stage;
use std::rc::Rc;

/// How far a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Bringing {
    /// No file was chosen yet.
    #[default]
    None,
    /// It is being read.
    Reading,
    /// It was not taken, and why.
    Trouble(PackTrouble),
    /// It was read; nothing is kept yet.
    Read(Box<Judged>),
    /// It is being kept.
    Keeping(Box<Judged>),
    /// It is kept.
    Kept,
}

pub(super) fn reduce(open: &mut Open, outside: &Outside, action: Action, effects: &mut Vec<Effect>) {
    match action {
        Action::BringWords if open.bringing != Bringing::Reading => {
            open.bringing = Bringing::Reading;
            effects.push(Effect::ReadPack(outside.fresh, outside.today));
        }
        Action::PackRead(read) => {
            open.bringing = match read {
                Ok(judged) if open.brought.iter().any(|there| there.pin == judged.brought.pin) => {
                    Bringing::Trouble(PackTrouble::Here)
                }
                Ok(judged) => Bringing::Read(judged),
                Err(trouble) => Bringing::Trouble(trouble),
            };
        }
        Action::KeepPack => {
            if let Bringing::Read(judged) = &open.bringing
                && judged.is_whole()
            {
                effects.push(Effect::KeepPack(Box::new(judged.brought.clone())));
                open.bringing = Bringing::Keeping(judged.clone());
            }
        }
        Action::PackKept(Ok(brought)) => {
            open.brought.push(*brought);
            open.shelve();
            open.bringing = Bringing::Kept;
        }
        Action::PackKept(Err(trouble)) => open.bringing = Bringing::Trouble(trouble),
        Action::TakeWordsAway(id) => {
            let free = open.brought.iter().any(|there| there.id == id && !open.asks_with(there));
            effects.extend(free.then_some(Effect::DropPack(id)));
        }
        Action::PackGone(id) => {
            if let Some(n) = open.brought.iter().position(|there| there.id == id) {
                let gone = open.brought.remove(n);
                let library = Rc::make_mut(&mut open.library);
                library.take_away(&gone.pin);
                library.take_sounds(gone.id);
            }
        }
        _ => {}
    }
}

impl Open {
    /// Puts the words and the recordings that were brought beside the definitions at hand.
    pub(super) fn shelve(&mut self) {
        for brought in &self.brought {
            let Some(book) = self.library.find(&brought.edition) else { continue };
            match brought.whose {
                Whose::Service => {
                    if let Some(book) = brought.book(book) {
                        Rc::make_mut(&mut self.library).put(book);
                    }
                }
                Whose::App => {
                    if let Some(sounds) = brought.sounds(book) {
                        Rc::make_mut(&mut self.library).put_sounds(&brought.edition, brought.id, sounds);
                    }
                }
            }
        }
    }

    /// The packs with recordings of a book's words, in whatever language.
    pub(super) fn recordings<'a>(&'a self, book: &'a Book) -> impl Iterator<Item = &'a Brought> {
        let of = move |brought: &&Brought| match brought.whose {
            Whose::Service => book.brought.as_ref() == Some(&brought.pin),
            Whose::App => book.brought.is_none() && book.is(&brought.edition),
        };
        self.brought.iter().filter(of)
    }

    /// What is recorded of the words a page is about.
    #[must_use]
    pub fn recorded(&self, route: &Route) -> Vec<Recorded> {
        let sitting = route.session().and_then(|id| self.sittings.get(&id));
        sitting.and_then(|sitting| self.library.of(&sitting.session)).map_or(Vec::new(), Book::recorded)
    }

    /// Whether a draft still needs these words.
    #[must_use]
    pub fn asks_with(&self, brought: &Brought) -> bool {
        self.heads.values().any(|head| head.stage == Stage::Draft && head.start.wording == brought.pin)
    }

    /// Whether there are words to ask an edition in: its own, or some that were brought.
    #[must_use]
    pub fn askable(&self, edition: &Edition) -> bool {
        let words = |brought: &Brought| brought.whose == Whose::Service && brought.edition == *edition;
        self.library.askable(edition) || self.brought.iter().any(words)
    }
}
