//! Who is there, what is held for a private moment, and how long a sitting takes.

use super::assessing::lead_to;
use super::room::usually_answers;
use super::{Action, AppState, Effect, HereNow, InRoom, Open, Outside, Stage};
use crate::needs::Help;
use crate::private::told_first;
use crate::record::Parts;
use crate::route::{Room, Route, Then};
use crate::screens::{Lay, Screen, screens};
use assessment_core::answer::Responses;
use assessment_core::instrument::{Instrument, SectionId};
use assessment_core::presence::{Present, Turn};
use assessment_core::session::Stage::Draft;
use assessment_core::session::{Mode, Session, SessionId};

/// Two taps further apart than this, in milliseconds, count no time: whether somebody talked or slept nobody knows.
const AWAY: i64 = 3_600_000;

pub(super) fn reduce(
    open: &mut Open,
    route: &Route,
    outside: &Outside,
    action: Action,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    match action {
        Action::Here(id, item, present) => {
            here(open, outside, id, &item, present, effects);
            None
        }
        Action::Room(id, InRoom::Same) => {
            let sitting = open.sittings.get_mut(&id)?;
            sitting.asked_here = Some(outside.today);
            let (person, present) = (sitting.session.start.person, sitting.session.here().cloned()?);
            open.here_now = Some(HereNow { person, present, on: outside.today });
            None
        }
        Action::Room(id, InRoom::Now(mode, present)) => {
            goes_on(open, outside, id, mode, effects);
            says(open, outside, id, present, effects);
            open.sittings.get_mut(&id)?.asked_here = Some(outside.today);
            None
        }
        Action::Room(id, InRoom::How(mode)) => {
            goes_on(open, outside, id, mode, effects);
            None
        }
        Action::Room(id, InRoom::Alone) => {
            let present = open.present_now(&open.sittings.get(&id)?.session, outside.today).cloned();
            says(open, outside, id, present.unwrap_or_default().trusted(), effects);
            None
        }
        Action::HoldSection(id, item) => hold(open, route.then(), outside, id, &item, effects),
        _ => None,
    }
}

fn here(
    open: &mut Open,
    outside: &Outside,
    id: SessionId,
    item: &str,
    present: Present,
    effects: &mut Vec<Effect>,
) -> Option<()> {
    let library = open.library.clone();
    let session = &mut open.sittings.get_mut(&id)?.session;
    let instrument = &library.of(session)?.instrument;
    let section = instrument.section_of(instrument.find_item(item)?).id.clone();
    note_present(session, &section, &present, outside, effects);
    told(open, outside, id, present)
}

/// Who is there, said on a page that is about no section: written down for one that is not held, and carried from
/// there. What is finished never changes; then only the pages know.
fn says(
    open: &mut Open,
    outside: &Outside,
    id: SessionId,
    present: Present,
    effects: &mut Vec<Effect>,
) -> Option<()> {
    let library = open.library.clone();
    let session = &mut open.sittings.get_mut(&id)?.session;
    let instrument = &library.of(session)?.instrument;
    let held = |section: &SectionId| {
        session
            .present
            .get(section)
            .and_then(|noted| noted.last())
            .is_some_and(|last| last.turn == Turn::Held)
    };
    let asked = instrument.positions().filter(|at| instrument.item(*at).asked_in(session.start.setting));
    let section = asked.map(|at| &instrument.section_of(at).id).find(|section| !held(section))?.clone();
    if session.stage == Draft && session.paper.is_none() && session.here() != Some(&present) {
        note_present(session, &section, &present, outside, effects);
    }
    told(open, outside, id, present)
}

/// Writes down who is there from this section on.
fn note_present(
    session: &mut Session,
    section: &SectionId,
    present: &Present,
    outside: &Outside,
    effects: &mut Vec<Effect>,
) {
    let noted = present.clone();
    note(session, |session| session.note_present(section, noted, Turn::Now, outside.at).is_ok(), effects);
}

/// From now on the pages about this person know who is there. What was chosen before others counts for those alone.
fn told(open: &mut Open, outside: &Outside, id: SessionId, present: Present) -> Option<()> {
    let sitting = open.sittings.get_mut(&id)?;
    if present.keeps_back() {
        sitting.before_all.clear();
    }
    let person = sitting.session.start.person;
    open.here_now = Some(HereNow { person, present, on: outside.today });
    Some(())
}

/// It goes on in another way; who answers is again who usually does.
fn goes_on(
    open: &mut Open,
    outside: &Outside,
    id: SessionId,
    mode: Mode,
    effects: &mut Vec<Effect>,
) -> Option<()> {
    let sitting = open.sittings.get_mut(&id)?;
    if *sitting.session.mode() != mode {
        sitting.answering = usually_answers(&mode);
        note(&mut sitting.session, |session| session.note_mode(mode, outside.at).is_ok(), effects);
    }
    Some(())
}

/// A break ends what is known of who is there; and who goes on with a private part before others has chosen so.
pub(super) fn arrives(open: &mut Open, route: &Route) {
    let Some(sitting) = route.session().and_then(|id| open.sittings.get_mut(&id)) else { return };
    match route {
        Route::Break(_) => sitting.asked_here = None,
        Route::HeadsUp { item, room: Room::AsItIs, .. } => {
            let instrument = open.library.of(&sitting.session).map(|book| &book.instrument);
            let section = instrument.and_then(|of| Some(of.item(of.find_item(item)?).section));
            sitting.before_all.extend(section);
        }
        _ => {}
    }
}

/// Keeps a session when something was written down.
fn note(session: &mut Session, how: impl FnOnce(&mut Session) -> bool, effects: &mut Vec<Effect>) {
    let before = session.revision;
    if how(session) && session.revision > before {
        effects.push(Effect::KeepSession(session.clone(), Parts::Answers));
    }
}

/// The section is held, and with it those that follow at once and would be held as well: one choice for all of them,
/// or the same page would come again and again. From the answers it is the one that was chosen.
fn hold(
    open: &mut Open,
    then: Then,
    outside: &Outside,
    id: SessionId,
    item: &str,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    let library = open.library.clone();
    let lay = open.lay(&open.sittings.get(&id)?.session);
    let session = &mut open.sittings.get_mut(&id)?.session;
    let book = library.of(session)?;
    let instrument = &book.instrument;
    let section = instrument.item(instrument.find_item(item)?).section;
    let responses = session.responses(instrument);
    let shown = screens(instrument, &responses, lay);
    let run = match then {
        Then::Next => run(instrument, session, &responses, &shown, section),
        Then::Check => vec![section],
    };
    let here = session.here().cloned().unwrap_or_default();
    note(
        session,
        |session| {
            run.iter().all(|n| {
                let section = &instrument.sections()[*n].id;
                session.note_present(section, here.clone(), Turn::Held, outside.at).is_ok()
            })
        },
        effects,
    );
    let last = run.last().copied().unwrap_or(section);
    let after = shown.iter().find(|screen| then == Then::Next && screen.section > last);
    Some(after.map_or(Route::Check(id), |screen| lead_to(book, session, screen)))
}

/// A sensitive section nobody came to yet, and those right behind it that are the same.
fn run(
    instrument: &Instrument,
    session: &Session,
    responses: &Responses,
    shown: &[Screen],
    section: usize,
) -> Vec<usize> {
    let mut sections: Vec<usize> = shown.iter().map(|screen| screen.section).collect();
    sections.dedup();
    let holds =
        |n: &usize| told_first(instrument, session, *n) && session.untouched(instrument, responses, *n);
    sections.into_iter().skip_while(|n| *n != section).take_while(holds).collect()
}

impl Open {
    /// How the questions of a sitting are laid out: as it helps its person.
    #[must_use]
    pub fn lay(&self, session: &Session) -> Lay {
        let person = self.people.get(&session.start.person);
        let one = person.is_some_and(|person| person.needs.helps.contains(&Help::OneAtATime));
        if one { Lay::OneByOne } else { Lay::Together }
    }

    /// How many sections would be held, beginning with that of an item.
    #[must_use]
    pub fn to_hold(&self, session: &Session, item: &str, then: Then) -> Option<usize> {
        let instrument = &self.library.of(session)?.instrument;
        let section = instrument.item(instrument.find_item(item)?).section;
        let responses = session.responses(instrument);
        let shown = screens(instrument, &responses, self.lay(session));
        Some(match then {
            Then::Next => run(instrument, session, &responses, &shown, section).len(),
            Then::Check => 1,
        })
    }
}

/// The sitting whose time counts on a page: one that is being asked. A break, a paper form and what comes after the
/// end count no time.
fn counts(route: &Route) -> Option<SessionId> {
    match route {
        Route::Question { session, .. } | Route::HeadsUp { session, .. } => Some(*session),
        Route::SortFirst(session) | Route::Check(session) | Route::AboutYou(session) => Some(*session),
        _ => None,
    }
}

/// How long a sitting has been on the screen since its answers were written last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Which sitting.
    of: SessionId,
    /// Up to when it is counted, in Unix milliseconds, while it is on the screen.
    counted: Option<i64>,
    /// What nobody has written down yet, in milliseconds.
    owed: u64,
}

/// The time since the last action belongs to the sitting that was on the screen.
pub(super) fn time_passes(state: &mut AppState, now: i64) {
    let Stage::Open(open) = &mut state.stage else { return };
    let Some(clock) = &mut open.clock else { return };
    let Some(from) = clock.counted.take() else { return };
    // A clock set back, or far ahead, counts nothing.
    let passed = now.checked_sub(from).filter(|passed| *passed < AWAY);
    clock.owed += passed.and_then(|passed| u64::try_from(passed).ok()).unwrap_or(0);
}

/// From now on the time of the sitting on the screen counts, and a break comes back to this page; what was counted is written down with whatever is kept.
pub(super) fn clock_runs(state: &mut AppState, now: i64, effects: &mut [Effect]) {
    let Stage::Open(open) = &mut state.stage else { return };
    for effect in effects {
        let Effect::KeepSession(session, Parts::Answers | Parts::HeadAndAnswers) = effect else { continue };
        let owed = open.clock.as_mut().filter(|clock| clock.of == session.start.id);
        let (Some(owed), Some(took)) = (owed.map(|clock| &mut clock.owed), session.took) else { continue };
        session.took = Some(took.saturating_add(std::mem::take(owed)));
        if let Some(sitting) = open.sittings.get_mut(&session.start.id) {
            sitting.session.took = session.took;
        }
    }
    let Some(of) = counts(&state.route) else { return };
    if let Some(sitting) = open.sittings.get_mut(&of).filter(|sitting| sitting.session.stage == Draft) {
        sitting.last_at = Some(state.route.clone());
        let owed = open.clock.filter(|clock| clock.of == of).map_or(0, |clock| clock.owed);
        open.clock = Some(Clock { of, counted: Some(now), owed });
    }
}
