//! From page to page: what a page needs is asked for, what only the last one needed is forgotten.

use super::{
    AppState, BookTrouble, Bringing, Effect, Handing, History, Measuring, Release, Stage, assessing, here,
};
use crate::route::Route;
use std::rc::Rc;

/// Puts the words of the app's language on the screen, of every book that has them, as simple as is wanted.
pub(crate) fn speak(state: &mut AppState) {
    let AppState { stage: Stage::Open(open), text: Some(text), .. } = state else { return };
    Rc::make_mut(&mut open.library).speak(text.language(), open.ease);
}

/// Goes to a page: the address changes with it.
pub(crate) fn go(state: &mut AppState, route: Route, history: History, effects: &mut Vec<Effect>) {
    if state.route != route {
        effects.push(Effect::ShowAddress(route.clone(), history));
    }
    state.route = route;
    arrive(state, effects);
}

/// Brings what a page needs, and forgets what only the last one needed.
pub(crate) fn arrive(state: &mut AppState, effects: &mut Vec<Effect>) {
    let Stage::Open(open) = &mut state.stage else { return };
    open.form = None;
    here::arrives(open, &state.route);
    assessing::leave_fields(open);
    if !matches!((&state.route, &open.removed), (Route::Known(there), Some((person, _))) if there == person) {
        open.removed = None;
    }
    if open.handing.busy && !matches!(state.route, Route::RightPerson(_)) {
        open.handing.busy = false;
        effects.push(Effect::KeepTablet);
    }
    if !matches!(state.route, Route::HandOver(_) | Route::RightPerson(_)) {
        open.handing = Handing::default();
    }
    if state.route != Route::Words {
        open.bringing = Bringing::None;
    }
    if state.route != Route::Reliability {
        open.measuring = Measuring::None;
    }
    if state.route != Route::TakeOut {
        open.release = Release::None;
    }
    // What the tablet did not read last time is tried again.
    open.unread.clear();
    open.no_book.retain(|(_, trouble)| *trouble != BookTrouble::NotNow);
    open.read_needed(&state.route, effects);
}
