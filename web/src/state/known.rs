//! What is already known: written down with where it comes from, gone through with the person, removed and put back.
//! Nothing here touches an answer.

use super::caseload::change;
use super::{Action, Effect, FormTrouble, Open, Outside};
use crate::known::{Dated, Fact, FactId, Gone, LONGEST, LONGEST_NAME, Said, Saying, Source, Written};
use crate::route::Route;
use assessment_core::presence::Present;
use assessment_core::schedule::read_date;
use assessment_core::session::{Mode, PersonId, Session, SessionId, Stage};
use chrono::NaiveDate;

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A fact as it was typed: a new one, or one that is here, anew.
    Write(Option<FactId>, Typed),
    /// Away with it.
    Remove(FactId),
    /// The one that was removed just now, back.
    PutBack,
    /// What the person says of one, in which sitting; nothing takes it back.
    Say(FactId, Option<Saying>, Option<SessionId>),
    /// Their own words, where it is not quite right.
    Words(FactId, String, Option<SessionId>),
}

/// A fact as it was typed and chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The fact.
    pub words: String,
    /// Where it comes from, once chosen.
    pub source: Option<Source>,
    /// What that is called.
    pub named: String,
    /// The day, as a number; may be left out.
    pub day: String,
    /// The month, as a number; may be left out.
    pub month: String,
    /// The year, in full; may be left out.
    pub year: String,
}

/// What a fact needs before it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactTrouble {
    /// There are no words.
    NoWords,
    /// It is longer than one fact.
    TooLong,
    /// Say where it comes from.
    NoSource,
    /// The name of the source is too long.
    NameTooLong,
    /// No date there ever was.
    NoDate,
    /// A date that is not there yet.
    NotYet,
}

pub(super) fn reduce(
    open: &mut Open,
    outside: &Outside,
    action: Action,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    let Action::Fact(person, step) = action else { return None };
    match step {
        Step::Write(id, typed) => return write(open, outside, person, id, &typed, effects),
        Step::Remove(id) => remove(open, outside, person, id, effects),
        Step::PutBack => put_back(open, outside, person, effects),
        Step::Say(id, saying, sitting) => {
            let present = open.present_for(person, sitting)?;
            says(open, outside, person, id, effects, |fact| said(fact, outside, saying, present))
        }
        Step::Words(id, words, sitting) => {
            let present = open.present_for(person, sitting)?;
            says(open, outside, person, id, effects, |fact| worded(fact, outside, words, present))
        }
    };
    None
}

fn write(
    open: &mut Open,
    outside: &Outside,
    person: PersonId,
    id: Option<FactId>,
    typed: &Typed,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    let facts = &open.people.get(&person)?.facts;
    let there = id.map(|id| facts.find(id).ok_or(())).transpose().ok()?;
    let written = match checked(typed, outside) {
        Ok(written) => written,
        Err(troubles) => {
            open.form = Some(FormTrouble::Fact(troubles));
            return None;
        }
    };
    let same = |there: &Fact| Written { on: written.on, at: written.at, ..there.written.clone() } == written;
    if !there.is_some_and(same) {
        change(open, person, effects, |person| match id {
            Some(id) => {
                for fact in person.facts.here.iter_mut().filter(|fact| fact.id == id) {
                    fact.changed = outside.at;
                    fact.before.push(std::mem::replace(&mut fact.written, written.clone()));
                }
            }
            None => {
                let (id, changed) = (FactId(outside.fresh), outside.at);
                person.facts.here.push(Fact { id, changed, written, before: Vec::new(), said: Vec::new() });
            }
        });
    }
    Some(Route::Known(person))
}

/// What was typed as it is kept, or what is wrong with each field: words, source, its name, its date.
fn checked(typed: &Typed, outside: &Outside) -> Result<Written, [Option<FactTrouble>; 4]> {
    let (words, named) = (typed.words.trim(), typed.named.trim());
    let no_words = match words.chars().count() {
        0 => Some(FactTrouble::NoWords),
        count => (count > LONGEST).then_some(FactTrouble::TooLong),
    };
    let no_name = (named.chars().count() > LONGEST_NAME).then_some(FactTrouble::NameTooLong);
    match (no_words, typed.source, no_name, dated(typed, outside.today)) {
        (None, Some(source), None, Ok(dated)) => Ok(Written {
            words: words.to_owned(),
            source,
            named: named.to_owned(),
            dated,
            on: outside.today,
            at: outside.at,
        }),
        (no_words, source, no_name, dated) => {
            let no_source = source.is_none().then_some(FactTrouble::NoSource);
            Err([no_words, no_source, no_name, dated.err()])
        }
    }
}

/// As much of a date as was typed. Nothing typed is not established, and never today.
fn dated(typed: &Typed, today: NaiveDate) -> Result<Dated, FactTrouble> {
    let (day, month, year) = (typed.day.trim(), typed.month.trim(), typed.year.trim());
    let read = |month: &str, day: &str| {
        read_date(&format!("{year}-{month:0>2}-{day:0>2}")).ok_or(FactTrouble::NoDate)
    };
    let (dated, begins) = match (day, month, year) {
        ("", "", "") => return Ok(Dated::NotEstablished),
        ("", "", _) => read("1", "1").map(|first| (Dated::Year(first), first))?,
        ("", month, _) => read(month, "1").map(|first| (Dated::Month(first), first))?,
        (day, month, _) => read(month, day).map(|on| (Dated::Day(on), on))?,
    };
    if begins > today { Err(FactTrouble::NotYet) } else { Ok(dated) }
}

/// The record keeps that it is gone, and nothing else of it; the rest can be put back while the page is open.
fn remove(
    open: &mut Open,
    outside: &Outside,
    person: PersonId,
    id: FactId,
    effects: &mut Vec<Effect>,
) -> Option<()> {
    let fact = open.people.get(&person)?.facts.find(id)?.clone();
    open.removed = Some((person, fact));
    change(open, person, effects, |person| {
        person.facts.here.retain(|fact| fact.id != id);
        person.facts.gone.push(Gone { id, at: outside.at });
    });
    Some(())
}

fn put_back(open: &mut Open, outside: &Outside, person: PersonId, effects: &mut Vec<Effect>) -> Option<()> {
    let (_, fact) = open.removed.take_if(|(whose, _)| *whose == person)?;
    change(open, person, effects, |person| {
        person.facts.gone.retain(|gone| gone.id != fact.id);
        person.facts.here.push(Fact { changed: outside.at, ..fact });
    });
    Some(())
}

/// Keeps what was said, when it says anything new.
fn says(
    open: &mut Open,
    outside: &Outside,
    person: PersonId,
    id: FactId,
    effects: &mut Vec<Effect>,
    how: impl FnOnce(&Fact) -> Option<Vec<Said>>,
) -> Option<()> {
    let said = how(open.people.get(&person)?.facts.find(id)?)?;
    change(open, person, effects, |person| {
        for fact in person.facts.here.iter_mut().filter(|fact| fact.id == id) {
            fact.changed = outside.at;
            fact.said.clone_from(&said);
        }
    });
    Some(())
}

fn said(
    fact: &Fact,
    outside: &Outside,
    saying: Option<Saying>,
    present: Option<Present>,
) -> Option<Vec<Said>> {
    if fact.says().and_then(|said| said.saying) == saying {
        // The same once more on another day says that it still holds.
        fact.says().filter(|said| said.on != outside.today)?;
    }
    // Going back to a correction brings its words back.
    let words = if saying == Some(Saying::NotQuite) { fact.correction().to_owned() } else { String::new() };
    let new = Said {
        saying,
        words,
        of: fact.written.at,
        on: outside.today,
        at: outside.at,
        changed: outside.at,
        present,
    };
    let mut all = fact.said.clone();
    match all.last_mut() {
        // A slip that is put right at once leaves nothing; words that were said stay.
        Some(last) if last.words.is_empty() && same_moment(last, &new) => {
            *last = Said { at: last.at, ..new };
        }
        _ => all.push(new),
    }
    Some(all)
}

fn worded(fact: &Fact, outside: &Outside, words: String, present: Option<Present>) -> Option<Vec<Said>> {
    let last = fact.says().filter(|said| said.saying == Some(Saying::NotQuite) && said.words != words)?;
    let (on, at) = (outside.today, outside.at);
    let new = Said { words, on, at, changed: at, present, ..last.clone() };
    let mut all = fact.said.clone();
    match all.last_mut() {
        Some(last) if same_moment(last, &new) => *last = Said { at: last.at, ..new },
        _ => all.push(new),
    }
    Some(all)
}

/// Whether two were said on one day, of the same writing, before the same people.
fn same_moment(one: &Said, two: &Said) -> bool {
    one.of == two.of && one.on == two.on && one.present == two.present
}

/// Whether two people ask and answer, so that facts can be gone through before the questions.
fn in_company(session: &Session) -> bool {
    session.stage == Stage::Draft && matches!(session.start.mode, Mode::Joint | Mode::Phone | Mode::Video)
}

/// Whether somebody is there before whom facts are not shown.
fn before_others(session: &Session) -> bool {
    session.here().is_some_and(Present::keeps_back)
}

impl Open {
    /// Who hears what is said of a person's facts: `Some(None)` outside a sitting, where nobody wrote it down; `None`
    /// where they may not be shown.
    fn present_for(&self, person: PersonId, sitting: Option<SessionId>) -> Option<Option<Present>> {
        let Some(id) = sitting else { return Some(None) };
        let session = &self.sittings.get(&id)?.session;
        let shown = session.start.person == person && in_company(session) && !before_others(session);
        shown.then(|| session.here().cloned())
    }

    /// Whether a sitting begins with what is already known: there is something nobody said anything of today, and
    /// nobody is there before whom it is not shown.
    #[must_use]
    pub fn known_first(&self, id: SessionId, today: NaiveDate) -> bool {
        let Some(session) = self.sittings.get(&id).map(|sitting| &sitting.session) else { return false };
        let person = self.people.get(&session.start.person);
        let any = person.is_some_and(|person| person.facts.shown(today).any(|fact| !fact.was_said(today)));
        any && in_company(session) && !before_others(session)
    }

    /// How many facts of a sitting's person wait to be gone through.
    #[must_use]
    pub fn facts_waiting(&self, session: &Session, today: NaiveDate) -> usize {
        let person = self.people.get(&session.start.person).filter(|_| in_company(session));
        person.map_or(0, |person| person.facts.waiting(today))
    }

    /// Whether what is already known may not be shown in a sitting: somebody else is there.
    #[must_use]
    pub fn facts_held(&self, session: &Session) -> bool {
        before_others(session)
    }
}
