//! First start, unlock, examples, lock.

use super::{
    Action, AppState, Bringing, Effect, Found, Handing, History, Measuring, Open, Release, Stage, VaultKind,
    arrive, go, speak,
};
use crate::library::Library;
use crate::needs::Ease;
use crate::record::Loaded;
use crate::route::Route;
use assessment_core::table::Table;
use std::rc::Rc;

/// A passphrase is at least this long: OWASP counts fewer than 15 characters as weak when nothing else
/// guards the door (experience-and-safety.md 4.3).
pub const SHORTEST_PASSPHRASE: usize = 15;

/// In front of the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shut {
    /// Whether there is a vault to unlock.
    pub vault: bool,
    /// Whether the tablet is handed over: then there is nothing here but the door.
    pub handed: bool,
    /// Whether a key is being worked out.
    pub busy: bool,
    /// What went wrong last.
    pub trouble: Option<ShutTrouble>,
}

/// What can go wrong at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShutTrouble {
    /// It does not open the vault.
    WrongPassphrase,
    /// So many seconds until the next try.
    Wait(i64),
    /// Too short to be safe.
    TooShort,
    /// The two do not match.
    NotTheSame,
    /// The header is damaged.
    Damaged,
    /// Not enough memory.
    Memory,
    /// The worker stopped, or the store refused.
    Stopped,
}

pub(super) fn reduce(state: &mut AppState, action: Action, effects: &mut Vec<Effect>) {
    match action {
        Action::Found(Err(refused)) => state.stage = Stage::Refused(refused),
        Action::Found(Ok(found)) => {
            let (vault, handed) = (found != Found::Nothing, found == Found::HandedOver);
            if handed && state.route != Route::HandBack {
                effects.push(Effect::ToHandedOver);
                return;
            }
            state.stage = Stage::Shut(Shut { vault, handed, busy: false, trouble: None });
            // Only a page of an open vault can be waiting behind the door of a vault.
            let outside = [Route::NewVault, Route::Security, Route::Contacts, Route::Statement];
            if !vault && !outside.contains(&state.route) {
                go(state, Route::Home, History::Replace, effects);
            }
        }
        Action::MakeVault { passphrase, again } => {
            let trouble = if passphrase.0.chars().count() < SHORTEST_PASSPHRASE {
                Some(ShutTrouble::TooShort)
            } else if passphrase != again {
                Some(ShutTrouble::NotTheSame)
            } else {
                None
            };
            knock(state, trouble, Effect::MakeVault(passphrase), effects);
        }
        Action::Unlock(passphrase) => {
            let trouble = passphrase.0.is_empty().then_some(ShutTrouble::WrongPassphrase);
            knock(state, trouble, Effect::Unlock(passphrase), effects);
        }
        // Nothing but the worker's passphrase opens anything while the tablet is handed over.
        Action::TryExamples if matches!(&state.stage, Stage::Shut(shut) if shut.handed) => {}
        Action::TryExamples => knock(state, None, Effect::OpenExamples, effects),
        Action::NotOpened(trouble) => {
            if let Stage::Shut(shut) = &mut state.stage {
                shut.busy = false;
                shut.trouble = Some(trouble);
            }
        }
        Action::Lock => effects.push(Effect::Lock),
        Action::Hide => effects.push(Effect::Cover),
        Action::Hidden => effects.push(Effect::Forget),
        Action::TakeOver => effects.push(Effect::TakeOver),
        _ => {}
    }
}

/// A vault is open: everything lists need is in memory from here on.
pub(super) fn opened(
    state: &mut AppState,
    vault: VaultKind,
    loaded: Loaded,
    library: Rc<Library>,
    effects: &mut Vec<Effect>,
) {
    let back = loaded.handed_back.last().copied();
    let (mut people, mut heads, mut notes) = (Table::new(), Table::new(), Table::new());
    for (id, beside) in loaded.notes {
        notes.insert(id, beside);
    }
    for person in loaded.people {
        people.insert(person.id, person);
    }
    for head in loaded.heads {
        heads.insert(head.start.id, head);
    }
    state.stage = Stage::Open(Box::new(Open {
        vault,
        people,
        heads,
        unreadable: loaded.unreadable,
        library,
        no_book: Vec::new(),
        sittings: Table::new(),
        sealed_shut: Vec::new(),
        unread: Vec::new(),
        notes,
        form: None,
        not_kept: Vec::new(),
        release: Release::None,
        removed: None,
        handing: Handing::default(),
        brought: loaded.brought,
        bringing: Bringing::None,
        figures: loaded.figures,
        measuring: Measuring::None,
        clock: None,
        ease: Ease::Usual,
        turned_to: None,
        here_now: None,
    }));
    if let Stage::Open(open) = &mut state.stage {
        open.shelve();
    }
    speak(state);
    if let Some(session) = back {
        go(state, Route::HandedBack(session), History::Replace, effects);
        return;
    }
    if state.route == Route::NewVault || state.route == Route::HandBack {
        go(state, Route::Home, History::Replace, effects);
    }
    arrive(state, effects);
}

/// Tries a door that is not busy already.
fn knock(state: &mut AppState, trouble: Option<ShutTrouble>, effect: Effect, effects: &mut Vec<Effect>) {
    let Stage::Shut(shut) = &mut state.stage else { return };
    if shut.busy {
        return;
    }
    shut.busy = trouble.is_none();
    shut.trouble = trouble;
    if shut.busy {
        effects.push(effect);
    }
}
