//! An open vault: what is in it, and what pages ask of it.

use super::caseload::leaving;
use super::here::Clock;
use super::room::usually_answers;
use super::{Bringing, FormTrouble, Handing, HereNow, Measuring};
use crate::brought::Brought;
use crate::known::Fact;
use crate::library::{ABOUT_YOU, BRIEF_CHECK_IN, Edition, Library, STRENGTHS_PROFILE};
use crate::needs::Ease;
use crate::notes::Notes;
use crate::order::ordered;
use crate::person::{Permission, Person};
use crate::record::Head;
use crate::reliability::Figures;
use crate::route::Route;
use crate::state::{BookTrouble, Effect, Made};
use crate::typed::Mistyped;
use assessment_core::schedule::{Next, Wave, between, due, wave_on};
use assessment_core::session::{By, Completion, PersonId, Session, SessionId, Stage};
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
    /// What is offered, and the definitions and words read so far.
    pub library: Rc<Library>,
    /// Definitions that are not at hand, and why.
    pub no_book: Vec<(Edition, BookTrouble)>,
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
    /// A fact that was removed just now, and can be put back.
    pub removed: Option<(PersonId, Fact)>,
    /// What is being chosen before the tablet is handed over.
    pub handing: Handing,
    /// Words the service brought.
    pub brought: Vec<Brought>,
    /// How far a file with words is.
    pub bringing: Bringing,
    /// Figures the service brought.
    pub figures: Vec<Figures>,
    /// How far a file with figures is.
    pub measuring: Measuring,
    /// The sitting whose time is counted.
    pub clock: Option<Clock>,
    /// How plainly the page that is shown asks.
    pub ease: Ease,
    /// Whose language the tablet was turned to.
    pub turned_to: Option<PersonId>,
    /// Who is there, as somebody said since the door opened.
    pub here_now: Option<HereNow>,
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
    /// The field whose words were handed on last, as long as the page stays.
    pub typed_in: Option<String>,
    /// Who gives the answers now.
    pub answering: By,
    /// Questions under which more was opened.
    pub opened: Vec<String>,
    /// The page of it that the two had before them last.
    pub last_at: Option<Route>,
    /// The day somebody said, since the door opened or the last break, who is there.
    pub asked_here: Option<NaiveDate>,
    /// Private sections that somebody chose to do before whoever is there.
    pub before_all: Vec<usize>,
    /// What was typed on the present page and is no number of its item.
    pub mistyped: Vec<Mistyped>,
}

impl Sitting {
    /// A session of which so much is safely kept.
    #[must_use]
    pub fn new(session: Session, saved: u64) -> Sitting {
        let answering = usually_answers(session.mode());
        let (opened, before_all, mistyped) = Default::default();
        let (typing, typed_in, last_at, asked_here) = (false, None, None, None);
        Sitting {
            session,
            saved,
            typing,
            typed_in,
            answering,
            opened,
            last_at,
            asked_here,
            before_all,
            mistyped,
        }
    }
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
    /// A service's own words.
    Service(KeepTrouble),
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
            (NotKept::Service(_), NotKept::Service(_)) => true,
            _ => false,
        }
    }
}

impl Open {
    /// The sessions a page cannot do without.
    #[must_use]
    pub fn needed(&self, route: &Route) -> Vec<SessionId> {
        let mut needed: Vec<SessionId> = route.session().into_iter().collect();
        let head = needed.first().and_then(|id| self.heads.get(id));
        let mut add = |id| {
            if !needed.contains(&id) {
                needed.push(id);
            }
        };
        if let Some(person) = route.person() {
            self.about_you(person).map(&mut add);
            self.drafts(person).for_each(|head| add(head.start.id));
        } else if let Some(head) = head {
            self.about_you(head.start.person).map(&mut add);
            if matches!(route, Route::Change(_) | Route::Question { .. }) {
                self.given(head.start.person, head.instrument.as_str()).for_each(|head| add(head.start.id));
            }
        }
        needed
    }

    /// The definitions a page cannot do without.
    fn editions(&self, route: &Route) -> Vec<Edition> {
        let heads = self.needed(route).into_iter().filter_map(|id| self.heads.get(&id));
        let mut editions: Vec<Edition> = heads.map(Head::edition).collect();
        match route {
            Route::Begin(_, id) | Route::BeginPaper(_, id) | Route::Form(id, _) => {
                editions.extend(self.library.listed(id).map(|listed| listed.edition.clone()));
            }
            Route::Instrument(edition) => editions.push(edition.clone()),
            Route::Reliability => editions.extend(self.figures.iter().map(|one| one.about.clone())),
            // Stored scores that are not ours are told in the words of their instrument.
            Route::TakeOut => {
                for edition in leaving(self).into_iter().map(|leave| leave.head.edition()) {
                    if !editions.contains(&edition) {
                        editions.push(edition);
                    }
                }
            }
            _ => {}
        }
        editions
    }

    /// Whether everything a page needs is at hand, or known not to open.
    #[must_use]
    pub fn ready(&self, route: &Route) -> bool {
        self.needed(route).iter().all(|id| self.at_hand(*id))
            && self.editions(route).iter().all(|edition| self.has_book(edition))
    }

    /// Whether the tablet did not read something a page needs.
    #[must_use]
    pub fn stuck(&self, route: &Route) -> bool {
        let unread = |edition: &Edition| self.no_book.contains(&(edition.clone(), BookTrouble::NotNow));
        self.needed(route).iter().any(|id| self.unread.contains(id))
            || self.editions(route).iter().any(unread)
    }

    /// Asks for everything a page needs that is not at hand.
    pub(super) fn read_needed(&self, route: &Route, effects: &mut Vec<Effect>) {
        let missing = self.needed(route).into_iter().filter(|id| !self.at_hand(*id));
        effects.extend(missing.filter_map(|id| self.heads.get(&id).cloned()).map(Effect::ReadSession));
        let missing = self.editions(route).into_iter().filter(|edition| !self.has_book(edition));
        effects.extend(missing.map(Effect::ReadBook));
    }

    pub(super) fn has_book(&self, edition: &Edition) -> bool {
        let unknown = (edition.clone(), BookTrouble::Unknown);
        self.library.find(edition).is_some() || self.no_book.contains(&unknown)
    }

    fn at_hand(&self, id: SessionId) -> bool {
        self.sittings.contains_key(&id) || self.sealed_shut.contains(&id)
    }

    /// Whom a page is dressed for. Before the tablet is handed over it is the link worker's.
    #[must_use]
    pub fn about(&self, route: &Route) -> Option<&Person> {
        let id = match route.person() {
            Some(_) if matches!(route, Route::HandOver(_) | Route::RightPerson(_)) => return None,
            Some(id) => id,
            None => self.heads.get(&route.session()?)?.start.person,
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

    /// A person's assessments with one instrument, in the order they began.
    pub fn given<'a>(&'a self, person: PersonId, instrument: &'a str) -> impl Iterator<Item = &'a Head> {
        self.assessments(person).filter(move |head| head.instrument.as_str() == instrument)
    }

    /// What change is measured from: the whole baseline of an instrument; where it came to the others late,
    /// the first time it was given whole.
    #[must_use]
    pub fn first(&self, person: PersonId, instrument: &str) -> Option<&Head> {
        let counts = |head: &&Head| head.instrument.as_str() == instrument && whole(head).is_some();
        let baseline = |head: &&Head| counts(head) && head.start.wave == Wave::Baseline;
        self.assessments(person).find(baseline).or_else(|| self.assessments(person).find(counts))
    }

    /// Drafts that wait to be gone on with.
    pub fn drafts(&self, person: PersonId) -> impl Iterator<Item = &Head> {
        self.assessments(person).filter(|head| head.stage == Stage::Draft)
    }

    /// A draft of one instrument that is asked here, not typed in from paper.
    #[must_use]
    pub fn draft(&self, person: PersonId, instrument: &str) -> Option<&Head> {
        self.drafts(person).find(|head| head.instrument.as_str() == instrument && head.paper.is_none())
    }

    /// The finished baseline a person's ninety days are counted from: the long assessment's, or for a service
    /// that does not use it, the first of any.
    #[must_use]
    pub fn baseline(&self, person: PersonId) -> Option<&Head> {
        let whole = |head: &&Head| head.start.wave == Wave::Baseline && whole(head).is_some();
        let long = self.given(person, STRENGTHS_PROFILE).find(whole);
        long.or_else(|| self.assessments(person).find(whole))
    }

    /// The wave a session of one instrument is on a day.
    #[must_use]
    pub fn wave(&self, person: PersonId, instrument: &str, day: NaiveDate) -> Wave {
        let waves: Vec<Wave> = self.given(person, instrument).map(|head| head.start.wave.clone()).collect();
        if instrument == BRIEF_CHECK_IN {
            return between(&waves);
        }
        let baseline = self.baseline(person);
        // The long assessment sets the clock: until it has a baseline of its own, that is what it is.
        let clock =
            baseline.filter(|head| instrument != STRENGTHS_PROFILE || head.instrument.as_str() == instrument);
        wave_on(clock.and_then(whole), &waves, day)
    }

    /// When the next follow-up is, once there is a baseline.
    #[must_use]
    pub fn next(&self, person: PersonId, today: NaiveDate) -> Option<Next> {
        let baseline = self.baseline(person)?;
        let anchor = whole(baseline)?;
        let done: Vec<u16> = self
            .given(person, baseline.instrument.as_str())
            .filter(|head| head.stage != Stage::Draft)
            .filter_map(|head| match head.start.wave {
                Wave::FollowUp(n) => Some(n),
                _ => None,
            })
            .collect();
        Some(due(anchor, &done, today))
    }

    /// The day a person's ninety days are counted from: when their baseline was finished.
    #[must_use]
    pub fn anchor(&self, person: PersonId) -> Option<NaiveDate> {
        self.baseline(person).and_then(whole)
    }

    /// The day times are counted from in files: the anchor, or the first whole assessment where there is none.
    #[must_use]
    pub fn day_nought(&self, person: PersonId) -> Option<NaiveDate> {
        self.anchor(person).or_else(|| self.assessments(person).find_map(whole))
    }

    /// Whether research may use a person's answers.
    #[must_use]
    pub fn permitted(&self, person: PersonId) -> bool {
        self.people.get(&person).is_some_and(|p| matches!(p.research, Permission::Given(_)))
    }
}

/// The day an assessment was finished, when it counts.
pub(super) fn whole(head: &Head) -> Option<NaiveDate> {
    match head.stage {
        Stage::Finished(on, Completion::Whole) => Some(on),
        _ => None,
    }
}
