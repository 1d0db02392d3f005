//! Forms: which actions hand one in, and what may have to be mended in it.

use super::{Action, FactTrouble, PaperTrouble, Step};

/// A form that needs mending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormTrouble {
    /// A person needs a name or a reference.
    NoName,
    /// An action needs words.
    NoAction,
    /// Say where the person is.
    NoSetting,
    /// Choose the words to ask in.
    NoWords,
    /// Choose a part to hand over.
    NoPart,
    /// Say how the person was checked.
    NotChecked,
    /// The tablet was not handed over.
    NotHandedOver,
    /// What a paper form needs before it is typed in, field by field.
    Paper([Option<PaperTrouble>; 4]),
    /// What a fact needs before it is kept, field by field.
    Fact([Option<FactTrouble>; 4]),
    /// Something typed is no code of its item.
    Refused,
}

impl Action {
    /// Whether something is sent that may have to be mended first.
    pub(super) fn submits(&self) -> bool {
        matches!(
            self,
            Action::MakeVault { .. }
                | Action::NotOpened(_)
                | Action::Unlock(_)
                | Action::AddPerson(_)
                | Action::NoteAction { .. }
                | Action::Fact(_, Step::Write(..))
                | Action::HandNext(_)
                | Action::HandOver(..)
                | Action::NotHandedOver
                | Action::Begin(..)
                | Action::BeginPaper(..)
                | Action::Continue(..)
                | Action::Finish(_)
        )
    }
}
