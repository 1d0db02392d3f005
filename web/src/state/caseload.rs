//! People, their permissions and what there is to do for them; and what leaves.

use super::{Action, Effect, FormTrouble, Leaving, NotKept, Open, Outside, Permitted, Release};
use crate::known::Facts;
use crate::needs::Needs;
use crate::notes::Notes;
use crate::person::{Action as Todo, Permission, Person};
use crate::record::{Head, Parts};
use crate::route::Route;
use assessment_core::session::PersonId;

/// What the person or session was kept as; gives the page to go to.
pub(super) fn reduce(
    open: &mut Open,
    outside: &Outside,
    action: Action,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    match action {
        Action::AddPerson(name) => {
            let name = name.trim().to_owned();
            if name.is_empty() {
                open.form = Some(FormTrouble::NoName);
                return None;
            }
            let person = Person {
                id: PersonId(outside.fresh),
                name,
                added: outside.today,
                research: Permission::NotAsked,
                actions: Vec::new(),
                needs: Needs::default(),
                facts: Facts::default(),
                revision: 1,
            };
            let id = person.id;
            effects.push(Effect::KeepPerson(person.clone()));
            open.people.insert(id, person);
            return Some(Route::Person(id));
        }
        Action::PersonKept(id, _) => {
            open.not_kept.retain(|not_kept| !matches!(not_kept, NotKept::Person(person, _) if *person == id));
        }
        Action::NotKept(what) => {
            open.not_kept.retain(|not_kept| !not_kept.same(what));
            open.not_kept.push(what);
        }
        Action::KeepAgain => keep_again(open, effects),
        Action::Need(id, need) => change(open, id, effects, |person| {
            person.needs = std::mem::take(&mut person.needs).with(need, outside.today);
        }),
        Action::Permit(id, permitted) => change(open, id, effects, |person| {
            // Said once more, it stays of the day it was said.
            person.research = match (permitted, person.research) {
                (Permitted::Yes, given @ Permission::Given(_)) => given,
                (Permitted::No, refused @ Permission::Refused(_)) => refused,
                (Permitted::Yes, _) => Permission::Given(outside.today),
                (Permitted::No, _) => Permission::Refused(outside.today),
            };
        }),
        Action::NoteAction { person, what, who, then } => {
            let what = what.trim().to_owned();
            if what.is_empty() {
                open.form = Some(FormTrouble::NoAction);
                return None;
            }
            change(open, person, effects, |person| {
                person.actions.push(Todo { what, who, noted: outside.today, done: None });
            });
            return Some(then);
        }
        Action::ToggleAction(person, n) if has_action(open, person, n) => {
            change(open, person, effects, |person| {
                let done = &mut person.actions[n].done;
                *done = if done.is_some() { None } else { Some(outside.today) };
            });
        }
        Action::MakeRelease => {
            open.release = Release::Making;
            effects.push(Effect::MakeRelease(leaving(open)));
        }
        // Files nobody waits for any more may hold answers of somebody who has since said no.
        Action::ReleaseMade(made) if open.release == Release::Making => {
            open.release = made.map_or(Release::Failed, Release::Ready);
        }
        Action::TakeFile(n) => {
            if let Release::Ready(made) = &open.release {
                effects.extend(made.files.get(n).cloned().map(Effect::Download));
            }
        }
        _ => {}
    }
    None
}

fn has_action(open: &Open, person: PersonId, n: usize) -> bool {
    open.people.get(&person).is_some_and(|person| n < person.actions.len())
}

pub(super) fn change(
    open: &mut Open,
    id: PersonId,
    effects: &mut Vec<Effect>,
    how: impl FnOnce(&mut Person),
) {
    if let Some(person) = open.people.get_mut(&id) {
        how(person);
        person.revision += 1;
        effects.push(Effect::KeepPerson(person.clone()));
    }
}

fn keep_again(open: &Open, effects: &mut Vec<Effect>) {
    // What is not kept stays on the list until it is: only then may the page say so.
    for not_kept in &open.not_kept {
        let effect = match *not_kept {
            NotKept::Session(id, _) => {
                let sitting = open.sittings.get(&id);
                sitting.map(|s| Effect::KeepSession(s.session.clone(), Parts::HeadAndAnswers))
            }
            NotKept::Person(id, _) => open.people.get(&id).cloned().map(Effect::KeepPerson),
            NotKept::Notes(id, _) => {
                let person = open.heads.get(&id).map(|head| head.start.person);
                person.zip(open.notes.get(&id)).map(|(person, n)| Effect::KeepNotes(person, id, n.clone()))
            }
            // Kept again by whoever has the words.
            NotKept::Service(_) => None,
        };
        effects.extend(effect);
    }
}

/// Finished assessments of people who said yes, with the days since their baseline.
#[must_use]
pub(super) fn leaving(open: &Open) -> Vec<Leaving> {
    let people = open.people.keys().filter(|id| open.permitted(**id));
    people
        .filter_map(|id| open.day_nought(*id).map(|start| (id, start)))
        .flat_map(|(id, start)| {
            let whole = |head: &Head| super::open::whole(head);
            open.assessments(*id).filter_map(move |head| {
                let taps = open.notes.get(&head.start.id).map(Notes::taps).unwrap_or_default();
                Some(Leaving { head: head.clone(), days: (whole(head)? - start).num_days(), taps })
            })
        })
        .collect()
}
