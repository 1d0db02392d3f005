//! The only type with a name in it. Sessions, scores and exports hold a random id instead.

use crate::known::Facts;
use crate::needs::Needs;
use assessment_core::session::PersonId;
use chrono::NaiveDate;

/// Somebody a link worker supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Random.
    pub id: PersonId,
    /// A name, or the service's own reference: whatever the link worker calls them by.
    pub name: String,
    /// The day they were added.
    pub added: NaiveDate,
    /// Whether answers without the name may be used for research.
    pub research: Permission,
    /// Things to do that could not wait, oldest first.
    pub actions: Vec<Action>,
    /// What helps them.
    pub needs: Needs,
    /// What is already known about them.
    pub facts: Facts,
    /// How often this record was saved.
    pub revision: u64,
}

/// An answer to "may we?". Not asked is not yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Nobody asked yet.
    NotAsked,
    /// Yes, on that day.
    Given(NaiveDate),
    /// No, or taken back, on that day.
    Refused(NaiveDate),
}

/// A thing to do, agreed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What.
    pub what: String,
    /// Who does it.
    pub who: Who,
    /// When it was noted.
    pub noted: NaiveDate,
    /// When it was done.
    pub done: Option<NaiveDate>,
}

/// Who does an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The person.
    Person,
    /// The link worker.
    Worker,
    /// Both.
    Together,
    /// Nobody said who.
    NotSaid,
}
