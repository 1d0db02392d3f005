//! An open vault: what is in it, and what pages ask of it.

use super::Handing;
use crate::library::{ABOUT_YOU, Library};
use crate::notes::Notes;
use crate::order::ordered;
use crate::person::{Permission, Person};
use crate::record::Head;
use crate::route::Route;
use crate::state::{Effect, Made};
use assessment_core::schedule::{Next, Wave, due};
use assessment_core::session::{Completion, PersonId, Session, SessionId, Stage};
use assessment_core::table::Table;
use chrono::NaiveDate;
use std::rc::Rc;

/// An open vault.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// Whether these are the example people.
    pub vault: VaultKind,
    /// Everybody.
    pub people: Table<PersonId, Person>,
    /// Every session, without answers.
    pub heads: Table<SessionId, Head>,
    /// Records that would not open.
    pub unreadable: usize,
    /// Definitions and wording, once read.
    pub library: Option<Rc<Library>>,
    /// Sessions with answers, as far as they are needed.
    pub sittings: Table<SessionId, Sitting>,
    /// Sessions whose answers will not open.
    pub sealed_shut: Vec<SessionId>,
    /// Sessions the tablet did not read when it was asked; it can be asked again.
    pub unread: Vec<SessionId>,
    /// What is kept beside sittings.
    pub notes: Table<SessionId, Notes>,
    /// A form that needs mending.
    pub form: Option<FormTrouble>,
    /// What was not kept, oldest first.
    pub not_kept: Vec<NotKept>,
    /// Files ready to be handed over.
    pub release: Release,
    /// What is being chosen before the tablet is handed over.
    pub handing: Handing,
}

/// Which vault is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultKind {
    /// The service's own.
    Kept,
    /// Example people, gone when closed.
    Examples,
}

/// A session with its answers and how much of it is safely kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// The session.
    pub session: Session,
    /// The revision that is safely kept.
    pub saved: u64,
    /// Words are being typed that nobody has handed on yet.
    pub typing: bool,
}

/// A form that needs mending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormTrouble {
    /// A person needs a name or a reference.
    NoName,
    /// An action needs words.
    NoAction,
    /// Say where the person is.
    NoSetting,
    /// Choose a part to hand over.
    NoPart,
    /// Say how the person was checked.
    NotChecked,
    /// The tablet was not handed over.
    NotHandedOver,
}

/// What was not kept, so that it can be tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// Answers.
    Session(SessionId, KeepTrouble),
    /// A person.
    Person(PersonId, KeepTrouble),
    /// What stands beside a sitting.
    Notes(SessionId, KeepTrouble),
}

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepTrouble {
    /// A newer one stands there already: another tab writes.
    Stale,
    /// The tablet did not do it.
    Failed,
}

/// Files on their way out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Release {
    /// Nothing asked for.
    #[default]
    None,
    /// Being made.
    Making,
    /// Ready.
    Ready(Made),
    /// It could not be made.
    Failed,
}

impl NotKept {
    /// Whether it is the same thing, whatever went wrong with it.
    #[must_use]
    pub fn same(self, other: NotKept) -> bool {
        match (self, other) {
            (NotKept::Session(one, _), NotKept::Session(two, _)) => one == two,
            (NotKept::Person(one, _), NotKept::Person(two, _)) => one == two,
            (NotKept::Notes(one, _), NotKept::Notes(two, _)) => one == two,
            _ => false,
        }
    }
}

impl Open {
    /// The sessions a page cannot do without.
    #[must_use]
    pub fn needed(&self, route: &Route) -> Vec<SessionId> {
        let mut needed: Vec<SessionId> = route.session().into_iter().collect();
        let person = match route {
            Route::Person(person)
            | Route::Begin(person)
            | Route::HandOver(person)
            | Route::RightPerson(person) => Some(*person),
            _ => needed.first().and_then(|id| self.heads.get(id)).map(|head| head.start.person),
        };
        if let Some(person) = person {
            let mut add = |id| {
                if !needed.contains(&id) {
                    needed.push(id);
                }
            };
            self.about_you(person).map(&mut add);
            match route {
                Route::Change(_) | Route::Question { .. } => {
                    self.assessments(person).for_each(|head| add(head.start.id));
                }
                Route::Person(_) | Route::Begin(_) | Route::HandOver(_) | Route::RightPerson(_) => {
                    let draft = |head: &&Head| head.stage == Stage::Draft;
                    self.assessments(person).filter(draft).for_each(|head| add(head.start.id));
                }
                _ => {}
            }
        }
        needed
    }

    /// Whether everything a page needs is at hand, or known not to open.
    #[must_use]
    pub fn ready(&self, route: &Route) -> bool {
        self.needed(route).iter().all(|id| self.at_hand(*id))
    }

    /// Whether the tablet did not read something a page needs.
    #[must_use]
    pub fn stuck(&self, route: &Route) -> bool {
        self.needed(route).iter().any(|id| self.unread.contains(id))
    }

    /// Asks for everything a page needs that is not at hand.
    pub(super) fn read_needed(&self, route: &Route, effects: &mut Vec<Effect>) {
        let missing = self.needed(route).into_iter().filter(|id| !self.at_hand(*id));
        effects.extend(missing.filter_map(|id| self.heads.get(&id).cloned()).map(Effect::ReadSession));
    }

    fn at_hand(&self, id: SessionId) -> bool {
        self.sittings.contains_key(&id) || self.sealed_shut.contains(&id)
    }

    /// Whom a page is about, when it is about somebody.
    #[must_use]
    pub fn about(&self, route: &Route) -> Option<&Person> {
        let id = match route {
            Route::Person(id) | Route::Begin(id) | Route::Needs(id) => *id,
            _ => self.heads.get(&route.session()?)?.start.person,
        };
        self.people.get(&id)
    }

    /// A person's assessments in the order they began.
    pub fn assessments(&self, person: PersonId) -> impl Iterator<Item = &Head> {
        let about = ABOUT_YOU;
        let heads = self
            .heads
            .values()
            .filter(|head| head.start.person == person && head.instrument.as_str() != about);
        let key = |head: &Head| (head.start.on, head.start.wave.clone());
        ordered(heads, |a, b| key(a) < key(b)).into_iter()
    }

    /// A person's answers about themselves, when there are any.
    #[must_use]
    pub fn about_you(&self, person: PersonId) -> Option<SessionId> {
        let about = |head: &&Head| head.start.person == person && head.instrument.as_str() == ABOUT_YOU;
        self.heads.values().find(about).map(|head| head.start.id)
    }

    /// The finished baseline change is measured from.
    #[must_use]
    pub fn baseline(&self, person: PersonId) -> Option<&Head> {
        self.assessments(person).find(|head| {
            head.start.wave == Wave::Baseline && matches!(head.stage, Stage::Finished(_, Completion::Whole))
        })
    }

    /// A draft that waits to be gone on with.
    #[must_use]
    pub fn draft(&self, person: PersonId) -> Option<&Head> {
        self.assessments(person).find(|head| head.stage == Stage::Draft)
    }

    /// When the next follow-up is, once there is a baseline.
    #[must_use]
    pub fn next(&self, person: PersonId, today: NaiveDate) -> Option<Next> {
        let anchor = self.anchor(person)?;
        let done: Vec<u16> = self
            .assessments(person)
            .filter(|head| head.stage != Stage::Draft)
            .filter_map(|head| match head.start.wave {
                Wave::FollowUp(n) => Some(n),
                _ => None,
            })
            .collect();
        Some(due(anchor, &done, today))
    }

    /// The day follow-ups are counted from: when the baseline was finished.
    #[must_use]
    pub fn anchor(&self, person: PersonId) -> Option<NaiveDate> {
        match self.baseline(person)?.stage {
            Stage::Finished(on, _) => Some(on),
            Stage::Draft => None,
        }
    }

    /// Whether research may use a person's answers.
    #[must_use]
    pub fn permitted(&self, person: PersonId) -> bool {
        self.people.get(&person).is_some_and(|p| matches!(p.research, Permission::Given(_)))
    }
}
