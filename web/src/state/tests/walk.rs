//! Two hundred things done in any order, over and over: nothing stops the app, no answer that was safely
//! kept is ever lost, and revisions only rise. The numbers are the same on every run; a walk that fails is
//! told with only the steps it needs.

use super::scenario::{Scenario, day};
use crate::library::Book;
use crate::person::Who;
use crate::route::{Route, Then};
use crate::state::{Action, KeepTrouble, Made, Permitted, Reading, Stage as Door};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{ItemKind, Setting};
use assessment_core::presence::{Company, Present};
use assessment_core::session::{By, PersonId, Session, SessionId, Side, Stage};
use std::collections::BTreeMap;

const STEPS: usize = 200;

/// One thing done. What it means depends on what is there, so that steps can be left out.
#[derive(Clone, Copy, Debug)]
struct Step {
    what: u64,
    which: u64,
    how: u64,
}

/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

fn steps(seed: u64) -> Vec<Step> {
    let mut dice = Dice(seed);
    (0..STEPS).map(|_| Step { what: dice.throw(), which: dice.throw(), how: dice.throw() }).collect()
}

/// One of several, or none of none.
fn pick<T: Clone>(list: &[T], number: u64) -> Option<T> {
    let place = number.checked_rem(list.len() as u64)?;
    list.get(usize::try_from(place).ok()?).cloned()
}

/// How the store behaves on a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tablet {
    /// It keeps everything, sooner or later, and is locked now and then.
    Reliable,
    /// It refuses now and then.
    Unreliable,
}

struct Walk {
    scenario: Scenario,
    /// Every session as it was when last looked at, with the revision known to be kept.
    seen: BTreeMap<SessionId, (Session, u64)>,
    /// Every session as the store last kept it.
    stored: BTreeMap<SessionId, Session>,
    people: BTreeMap<PersonId, u64>,
}

impl Walk {
    fn new() -> Walk {
        let scenario = Scenario::open();
        Walk { scenario, seen: BTreeMap::new(), stored: BTreeMap::new(), people: BTreeMap::new() }
    }

    fn persons(&self) -> Vec<PersonId> {
        self.scenario.opened_vault().people.keys().copied().collect()
    }

    fn sessions(&self) -> Vec<SessionId> {
        self.scenario.opened_vault().heads.keys().copied().collect()
    }

    fn book(&self, id: SessionId) -> Option<Book> {
        let open = self.scenario.opened_vault();
        open.library.of(&open.sittings.get(&id)?.session).cloned()
    }

    fn takes(&mut self, step: Step, tablet: Tablet) {
        let Step { what, which, how } = step;
        match what % 32 {
            0..=11 => self.asks(which, how),
            12..=16 => {
                let on = match &self.scenario.state.route {
                    Route::Question { session, item, .. } => Some((*session, item.clone())),
                    _ => None,
                };
                if let Some((session, item)) = on {
                    self.scenario.sends(Action::Continue(session, item));
                }
            }
            17..=19 => {
                if let Some(effect) = self.scenario.waiting.pop_front() {
                    self.scenario.answers(effect);
                }
            }
            20..=21 => {
                self.scenario.settles();
            }
            22..=24 => {
                let route = self.route(which, how);
                let go = [Action::Go(route.clone()), Action::GoInstead(route.clone()), Action::Went(route)];
                self.scenario.sends(pick(&go, how / 7).expect("three ways"));
            }
            25 => self.scenario.days_pass(how % 60),
            26 => match tablet {
                Tablet::Reliable if how.is_multiple_of(4) => self.locks(),
                Tablet::Reliable => {}
                Tablet::Unreliable => {
                    let says = [None, None, Some(KeepTrouble::Failed), Some(KeepTrouble::Stale)];
                    self.scenario.refuses = pick(&says, how).flatten();
                }
            },
            27 => self.hears_late(which, how, tablet),
            _ => self.asks_about_people(which, how),
        }
    }

    /// Begins, answers, finishes.
    fn asks(&mut self, which: u64, how: u64) {
        let settings = [Some(Setting::Community), Some(Setting::Custody), None];
        let action = match (pick(&self.persons(), which), pick(&self.sessions(), which / 3)) {
            (Some(person), None) => Action::begin(person, pick(&settings, how).flatten()),
            (Some(person), _) if how.is_multiple_of(16) => {
                Action::begin(person, pick(&settings, how / 16).flatten())
            }
            (_, Some(session)) if how % 16 == 1 => Action::AskAboutYou(session),
            (_, Some(session)) if how % 128 == 2 => Action::Finish(session),
            (_, Some(session)) => match self.answer(session, which / 31, how / 64) {
                Some(action) => action,
                None => return,
            },
            (None, None) => Action::AddPerson("Rhys".to_owned()),
        };
        self.scenario.sends(action);
    }

    /// An answer to any question, of a kind it takes or not.
    fn answer(&self, session: SessionId, which: u64, how: u64) -> Option<Action> {
        let book = self.book(session)?;
        let positions: Vec<_> = book.instrument.positions().collect();
        let at = pick(&positions, which)?;
        let code = i32::try_from(how % 8).expect("small");
        let fitting = match book.instrument.item(at).kind {
            ItemKind::Text => Answer::Text(format!("words {how}")),
            ItemKind::Several { .. } => Answer::Several([code, (code + 3) % 8].into()),
            _ => Answer::Coded(code % 3),
        };
        let answers =
            [fitting.clone(), fitting.clone(), fitting, Answer::Coded(code), Answer::Several([].into())];
        let missing = pick(&Missing::ALL, how / 8).map(Answer::Missing);
        let answer = if how.is_multiple_of(5) { missing } else { pick(&answers, how / 5) }?;
        let item = book.instrument.item(at).id.to_string();
        let side = if how.is_multiple_of(2) { Side::Person } else { Side::Worker };
        Some(match how % 11 {
            7 => Action::AnsweredBy(session, pick(&[By::Person, By::Worker, By::Together], how / 11)?),
            8 => Action::Say(session, item, side, format!("words {}", how % 3)),
            6 => {
                let company: Vec<Company> = pick(&Company::ALL, how / 11).into_iter().collect();
                Action::Here(session, item, Present::new(&company, "BSL"))
            }
            5 => Action::HoldSection(session, item),
            9 => Action::SeeDifferently(session, item, answer),
            _ => Action::Answer(session, item, answer),
        })
    }

    fn asks_about_people(&mut self, which: u64, how: u64) {
        let person = pick(&self.persons(), which).unwrap_or(PersonId([0; 16]));
        let rows = [
            Action::AddPerson("Marged".to_owned()),
            Action::AddPerson(" ".to_owned()),
            Action::Permit(person, Permitted::Yes),
            Action::Permit(person, Permitted::No),
            Action::NoteAction {
                person,
                what: "Ring".to_owned(),
                who: Who::Worker,
                then: Route::Person(person),
            },
            Action::ToggleAction(person, 0),
            Action::KeepAgain,
            Action::KeepAgain,
            Action::MakeRelease,
            Action::ReleaseMade(Some(Made { files: Vec::new(), left_out: 0, others: Vec::new() })),
            Action::TakeFile(0),
        ];
        self.scenario.sends(pick(&rows, how).expect("several"));
    }

    fn route(&self, which: u64, how: u64) -> Route {
        let person = pick(&self.persons(), which).unwrap_or(PersonId([0; 16]));
        let Some(id) = pick(&self.sessions(), which / 5) else { return Route::Person(person) };
        let items: Vec<String> = self
            .book(id)
            .map(|book| book.instrument.items().iter().map(|item| item.id.to_string()).collect())
            .unwrap_or_default();
        let item = pick(&items, how / 11).unwrap_or_default();
        let question = |then| Route::Question { session: id, item: item.clone(), then };
        let rows = [
            Route::Home,
            Route::TakeOut,
            Route::Person(person),
            Route::begin(person),
            question(Then::Next),
            question(Then::Check),
            Route::Check(id),
            Route::AboutYou(id),
            Route::Profile(id),
            Route::Change(id),
        ];
        pick(&rows, how).expect("several")
    }

    /// News that is old by the time it comes.
    fn hears_late(&mut self, which: u64, how: u64, tablet: Tablet) {
        let Some(id) = pick(&self.sessions(), which) else { return };
        let Some(stored) = self.stored.get(&id) else { return };
        let action = if how.is_multiple_of(2) && tablet == Tablet::Reliable {
            Action::SessionKept(id, how % (stored.revision + 1))
        } else {
            Action::SessionRead(id, Reading::Opened(Box::new(stored.clone())))
        };
        self.scenario.sends(action);
    }

    /// Locks the tablet once everything is kept, and looks at every session again.
    fn locks(&mut self) {
        self.scenario.settles();
        let before: Vec<(SessionId, Session)> = self
            .scenario
            .opened_vault()
            .sittings
            .iter()
            .map(|(id, sitting)| (*id, sitting.session.clone()))
            .collect();
        let people = self.scenario.opened_vault().people.clone();
        self.scenario.comes_back_to(Route::Home);
        assert!(self.scenario.opened_vault().people == people, "people changed behind the lock");
        for (id, session) in before {
            self.scenario.does(Action::Go(Route::Check(id)));
            assert!(self.scenario.sitting(id).session == session, "a session changed behind the lock");
        }
    }

    /// The tablet keeps things again, and everything it could not keep is tried once more.
    fn keeps_all(&mut self) {
        self.scenario.settles();
        self.scenario.refuses = None;
        self.scenario.does(Action::KeepAgain);
        assert!(self.scenario.opened_vault().not_kept.is_empty(), "something is still not kept");
        self.looks();
    }

    fn looks(&mut self) {
        let Door::Open(open) = &self.scenario.state.stage else { panic!("the door fell shut") };
        for (id, (revision, _)) in &self.scenario.store.answers {
            if self.stored.get(id).is_none_or(|session| session.revision != *revision) {
                let session = self.scenario.store.session(&open.heads[id]).expect("our own records read");
                if let Some(before) = self.stored.insert(*id, session.clone()) {
                    holds(&session, &before, "the store lost");
                }
            }
        }
        for (id, sitting) in open.sittings.iter() {
            let session = &sitting.session;
            if let Some((before, saved)) = self.seen.get(id) {
                holds(session, before, "the screen lost");
                assert!(sitting.saved >= *saved, "less is known to be kept than before");
                assert!(before.stage == Stage::Draft || session == before, "a finished session changed");
            }
            if let Some(stored) = self.stored.get(id) {
                holds(session, stored, "the screen lacks what is kept:");
            }
            let entries = session.entries.values().chain(session.worker_view.values()).flatten().count();
            let noted = session.present.values().flatten().count();
            let given = entries + session.words.values().flatten().count() + noted;
            assert_eq!(
                given as u64, session.revision,
                "a revision is one entry, one view, one word, one company"
            );
            let kept = self.stored.get(id).map_or(0, |stored| stored.revision);
            assert!(sitting.saved <= kept, "said to be kept up to {}, kept up to {kept}", sitting.saved);
            self.seen.insert(*id, (session.clone(), sitting.saved));
        }
        for (id, person) in open.people.iter() {
            let before = self.people.insert(*id, person.revision);
            assert!(before.is_none_or(|before| before <= person.revision), "a person's revision fell");
        }
    }
}

/// Every entry of `before` stands in `now`, in its place.
fn holds(now: &Session, before: &Session, lost: &str) {
    assert!(now.revision >= before.revision, "{lost} a revision");
    for (item, entries) in before.entries.iter() {
        let there = now.entries.get(item).is_some_and(|list| list.starts_with(entries));
        assert!(there, "{lost} answers to {item}");
    }
    for (item, entries) in before.worker_view.iter() {
        let there = now.worker_view.get(item).is_some_and(|list| list.starts_with(entries));
        assert!(there, "{lost} a view of {item}");
    }
    for (section, noted) in before.present.iter() {
        let there = now.present.get(section).is_some_and(|list| list.starts_with(noted));
        assert!(there, "{lost} who was there for {section}");
    }
    for (item, words) in before.words.iter() {
        let there = now.words.get(item).is_some_and(|list| list.starts_with(words));
        assert!(there, "{lost} words about {item}");
    }
}

/// What goes wrong on a walk, if anything.
fn wrong(steps: &[Step], tablet: Tablet) -> Option<String> {
    let walk = || {
        let mut walk = Walk::new();
        for step in steps {
            walk.takes(*step, tablet);
            walk.looks();
        }
        walk.keeps_all();
        walk.locks();
    };
    let panic = std::panic::catch_unwind(walk).err()?;
    let text = panic.downcast_ref::<String>().cloned();
    Some(text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default())
}

/// Only the steps a failure needs.
fn shortest(steps: Vec<Step>, tablet: Tablet) -> Vec<Step> {
    let mut steps = steps;
    let mut at = 0;
    while at < steps.len() {
        let mut fewer = steps.clone();
        fewer.remove(at);
        if wrong(&fewer, tablet).is_some() { steps = fewer } else { at += 1 }
    }
    steps
}

fn walks(tablet: Tablet) {
    for seed in 0..48 {
        let steps = steps(seed);
        if let Some(first) = wrong(&steps, tablet) {
            let steps = shortest(steps, tablet);
            panic!("walk {seed}: {first}; needs {} steps: {steps:?}", steps.len());
        }
    }
}

#[test]
fn no_order_of_doing_things_loses_an_answer_on_a_tablet_that_keeps_them() {
    walks(Tablet::Reliable);
}

#[test]
fn no_order_of_doing_things_loses_a_kept_answer_on_a_tablet_that_refuses_now_and_then() {
    walks(Tablet::Unreliable);
}

#[test]
fn walks_go_somewhere() {
    let (mut answers, mut finished, mut people) = (0, 0, 0);
    for seed in 0..8 {
        let mut walk = Walk::new();
        for step in steps(seed) {
            walk.takes(step, Tablet::Reliable);
            walk.looks();
        }
        let open = walk.scenario.opened_vault();
        people += open.people.len();
        finished += open.heads.values().filter(|head| head.stage != Stage::Draft).count();
        answers += walk.stored.values().map(|session| session.revision).sum::<u64>();
        assert!(walk.scenario.today >= day("2026-01-05"));
    }
    assert!(
        people > 8 && finished > 4 && answers > 200,
        "{people} people, {finished} finished, {answers} answers"
    );
}
