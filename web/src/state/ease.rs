//! How plainly a page asks, and in which language: as helps the person it is about.

use super::{AppState, Effect, Open, Stage, speak};
use crate::needs::Ease;
use crate::route::Route;

/// A page about somebody asks as plainly as helps them. What is not at hand yet is fetched.
pub(super) fn suit(state: &mut AppState, effects: &mut Vec<Effect>) {
    let Stage::Open(open) = &mut state.stage else { return };
    let wanted = open.ease_on(&state.route);
    if wanted != open.ease {
        open.ease = wanted;
        effects.push(Effect::FetchEase(wanted));
        speak(state);
    }
    turn_to(state, effects);
}

/// On the first page two people look at together, the tablet turns to the language the person would rather use. After
/// that it is theirs to turn, until pages about nobody or somebody else come between; the tablet remembers its own.
fn turn_to(state: &mut AppState, effects: &mut Vec<Effect>) {
    let AppState { stage: Stage::Open(open), text: Some(text), route, .. } = state else { return };
    let about = open.about(route).map(|person| (person.id, person.needs.language));
    if about.map(|(id, _)| id) != open.turned_to {
        open.turned_to = None;
    }
    let Some((id, wanted)) = about.filter(|(id, _)| route.shared() && open.turned_to != Some(*id)) else {
        return;
    };
    open.turned_to = Some(id);
    effects.extend(wanted.filter(|wanted| *wanted != text.language()).map(Effect::FetchWords));
}

impl Open {
    /// How plainly a page asks: as helps the person it is about.
    fn ease_on(&self, route: &Route) -> Ease {
        let of_sitting = || route.session().and_then(|id| self.heads.get(&id)).map(|head| head.start.person);
        match route {
            Route::Form(_, printed) => printed.ease,
            route => {
                let person = route.person().or_else(of_sitting).and_then(|id| self.people.get(&id));
                person.map_or(Ease::Usual, |person| person.needs.ease())
            }
        }
    }
}
