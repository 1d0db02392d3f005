//! Round the questions: a section left out, how the sitting was, a concern, and a service's own words.

use super::{Action, Effect, NotKept, Open, Outside};
use crate::notes::{Asked, Concern, Notes};
use crate::route::Route;
use assessment_core::session::SessionId;

pub(super) fn reduce(
    open: &mut Open,
    outside: &Outside,
    action: Action,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    match action {
        Action::Tapped(id, asked, tap) => note(open, id, effects, |notes| {
            let place = match asked {
                Asked::Worth => &mut notes.worth,
                Asked::AboutMe => &mut notes.about_me,
                Asked::Worker => &mut notes.worker,
            };
            // The same tap again takes it back: nothing is asked of anybody.
            *place = if *place == Some(tap) { None } else { Some(tap) };
        }),
        Action::NoteConcern(id, concern) => {
            note(open, id, effects, |notes| notes.concern = Some(Concern { on: outside.today, ..concern }));
            return open.heads.get(&id).map(|head| Route::Person(head.start.person));
        }
        Action::NotesKept(id) => {
            open.not_kept.retain(|not_kept| !matches!(not_kept, NotKept::Notes(notes, _) if *notes == id));
        }
        _ => {}
    }
    None
}

fn note(open: &mut Open, id: SessionId, effects: &mut Vec<Effect>, how: impl FnOnce(&mut Notes)) {
    let Some(person) = open.heads.get(&id).map(|head| head.start.person) else { return };
    let notes = open.notes.or_insert_with(id, Notes::default);
    how(notes);
    notes.revision += 1;
    effects.push(Effect::KeepNotes(person, id, notes.clone()));
}
