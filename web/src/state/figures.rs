//! Figures a service brings on how sure a change is: read, looked at, kept in the place of earlier ones, taken away.

use super::{Effect, Open, Outside};
use crate::brought::PackTrouble;
use crate::library::Book;
use crate::reliability::{Figures, Looked, judged};
use crate::route::Route;
use std::rc::Rc;

/// What is done with figures.
#[derive(Clone, Debug, PartialEq)]
pub enum FiguresStep {
    /// Read the file that was chosen.
    Bring,
    /// A file was read, or not taken.
    Read(Result<Box<Looked>, PackTrouble>),
    /// Keep what was read.
    Keep,
    /// It is safely kept, or not.
    Kept(Result<Box<Figures>, PackTrouble>),
    /// Take figures away.
    TakeAway([u8; 16]),
    /// They are gone.
    Gone([u8; 16]),
    /// They could not be taken away.
    NotGone,
    /// Put back those that were there before the last step.
    PutBack,
}

/// How far a file with figures is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Measuring {
    /// No file was chosen yet.
    #[default]
    None,
    /// It is being read.
    Reading,
    /// It was not taken, and why.
    Trouble(PackTrouble),
    /// It was read; nothing is kept yet.
    Read(Box<Figures>),
    /// It is being kept.
    Keeping,
    /// It is kept, in the place of this one.
    Kept(Option<Box<Figures>>),
    /// What was kept was taken away.
    Gone(Box<Figures>),
    /// What was to be taken away is still there.
    NotGone,
}

pub(super) fn reduce(
    open: &mut Open,
    outside: &Outside,
    step: FiguresStep,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    match step {
        FiguresStep::Bring if !matches!(open.measuring, Measuring::Reading | Measuring::Keeping) => {
            open.measuring = Measuring::Reading;
            effects.push(Effect::ReadFigures(outside.fresh, outside.today));
        }
        FiguresStep::Read(Ok(looked))
            if open.figures.iter().any(|there| there.text == looked.figures.text) =>
        {
            open.measuring = Measuring::Trouble(PackTrouble::Here);
        }
        FiguresStep::Read(Ok(looked)) => {
            // What it says is shown in the words of its book, which the page may not have yet.
            if open.library.find(&looked.figures.about).is_none() {
                Rc::make_mut(&mut open.library).put(looked.book);
            }
            open.measuring = Measuring::Read(Box::new(looked.figures));
        }
        FiguresStep::Read(Err(trouble)) | FiguresStep::Kept(Err(trouble)) => {
            open.measuring = Measuring::Trouble(trouble);
        }
        FiguresStep::Keep => {
            if let Measuring::Read(figures) = &open.measuring {
                keep(open, figures.clone(), effects);
            }
        }
        FiguresStep::PutBack => {
            if let Measuring::Kept(Some(figures)) | Measuring::Gone(figures) = &open.measuring {
                keep(open, figures.clone(), effects);
            }
        }
        FiguresStep::Kept(Ok(figures)) => {
            let earlier = open.instead_of(&figures).cloned().map(Box::new);
            open.figures.retain(|there| there.about != figures.about);
            open.figures.push(*figures);
            open.measuring = Measuring::Kept(earlier);
        }
        FiguresStep::TakeAway(id) if open.measuring != Measuring::Keeping => {
            effects
                .extend(open.figures.iter().any(|there| there.id == id).then_some(Effect::DropFigures(id)));
        }
        FiguresStep::Gone(id) => {
            if let Some(at) = open.figures.iter().position(|there| there.id == id) {
                open.measuring = Measuring::Gone(Box::new(open.figures.remove(at)));
            }
        }
        FiguresStep::NotGone => open.measuring = Measuring::NotGone,
        FiguresStep::TakeAway(_) => {}
        FiguresStep::Bring => {}
    }
    None
}

/// One file holds for each version of an instrument: the new one is written and the earlier one goes in one step.
fn keep(open: &mut Open, figures: Box<Figures>, effects: &mut Vec<Effect>) {
    let earlier = open.instead_of(&figures).map(|earlier| earlier.id);
    effects.push(Effect::KeepFigures(figures, earlier));
    open.measuring = Measuring::Keeping;
}

impl Open {
    /// The figures that others would take the place of.
    #[must_use]
    pub fn instead_of(&self, figures: &Figures) -> Option<&Figures> {
        self.figures.iter().find(|there| there.about == figures.about)
    }

    /// A book with the thresholds of the figures about it: what differences are judged by.
    #[must_use]
    pub fn judged(&self, book: &Book) -> Book {
        judged(&self.figures, book)
    }
}
