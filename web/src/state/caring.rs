//! Round the questions: a section left out, how the sitting was, a concern, and a service's own words.

use super::{Action, Effect, NotKept, Open, Outside};
use crate::notes::{Asked, Concern, Notes};
use crate::record::Head;
use crate::route::Route;
use assessment_core::session::{SessionId, Stage};
use chrono::NaiveDate;

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
            // A form sent empty says nothing: it is not "nothing concerned me".
            if concern.says_something() {
                let entry = Concern { on: outside.today, at: Some(outside.at), ..concern };
                note(open, id, effects, |notes| notes.concerns.push(entry));
            }
            return open.heads.get(&id).map(|head| Route::Person(head.start.person));
        }
        Action::NotesKept(id) => {
            open.not_kept.retain(|not_kept| !matches!(not_kept, NotKept::Notes(notes, _) if *notes == id));
        }
        _ => {}
    }
    None
}

pub(super) fn note(open: &mut Open, id: SessionId, effects: &mut Vec<Effect>, how: impl FnOnce(&mut Notes)) {
    let Some(person) = open.heads.get(&id).map(|head| head.start.person) else { return };
    let notes = open.notes.or_insert_with(id, Notes::default);
    how(notes);
    notes.revision += 1;
    effects.push(Effect::KeepNotes(person, id, notes.clone()));
}

impl Open {
    /// Where a sitting that ends leads: to the person's taps, and from there to the link worker's page. A paper form
    /// was filled in elsewhere, so nobody is there to tap.
    #[must_use]
    pub fn look_back(&self, head: &Head) -> Route {
        let id = head.start.id;
        if head.paper.is_some() { Route::Concern(id) } else { Route::After(id) }
    }

    /// Whether the link worker has not said how a sitting was since it was last gone on with: of a draft, and of what
    /// ended today.
    #[must_use]
    pub fn to_look_back(&self, head: &Head, today: NaiveDate) -> bool {
        let entries =
            self.sittings.get(&head.start.id).map(|sitting| sitting.session.entries.values().flatten());
        let last = entries.and_then(|entries| entries.map(|entry| entry.at).max());
        let since = |concern: &Concern| last.zip(concern.at).is_none_or(|(last, at)| at >= last);
        let said = self.notes.get(&head.start.id).is_some_and(|notes| notes.concerns.iter().any(since));
        let asked = match head.stage {
            Stage::Draft => head.paper.is_none(),
            Stage::Finished(on, _) => on == today,
        };
        asked && !said
    }
}
