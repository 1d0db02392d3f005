//! Who is in the room, for every page about a person: whether it has to be asked again before anything private is
//! shown, and which parts are held while others are there.

use super::{Open, Sitting};
use crate::library::Book;
use crate::private::is_private;
use crate::raises::comes_first;
use crate::route::Route;
use assessment_core::answer::Answer;
use assessment_core::instrument::{Code, Instrument, Intention, ItemAt, ScaleAt};
use assessment_core::presence::Present;
use assessment_core::profile::compose;
use assessment_core::schedule::uk_date;
use assessment_core::score::score;
use assessment_core::session::{By, Mode, PersonId, Session, Stage};
use chrono::NaiveDate;

/// What somebody says about the room they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InRoom {
    /// The same people are there as last time.
    Same,
    /// How it goes on, and who is there by now.
    Now(Mode, Present),
    /// It goes on in another way.
    How(Mode),
    /// Those before whom private answers are held have gone.
    Alone,
}

/// Who is there with a person, as somebody said on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HereNow {
    /// With whom.
    pub person: PersonId,
    /// Who.
    pub present: Present,
    /// The day it was said.
    pub on: NaiveDate,
}

/// What is shown instead of a page that may show something private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Who is here now?
    WhoIsHere,
    /// This part is kept for later.
    KeptBack,
}

impl Open {
    /// What is shown instead of a page. Before a draft is gone on with on another day, behind the door or after a break
    /// it is asked again who is there; and a private part stays shut before others, until somebody chooses otherwise.
    #[must_use]
    pub fn instead(&self, route: &Route, today: NaiveDate) -> Option<Instead> {
        let sitting = self.sittings.get(&route.session()?)?;
        let book = self.library.of(&sitting.session)?;
        if asks(route, sitting) && sitting.asked_here != Some(today) {
            return Some(Instead::WhoIsHere);
        }
        let Route::Question { item, .. } = route else { return None };
        let section = book.instrument.item(book.instrument.find_item(item)?).section;
        self.hidden(sitting, book, today).contains(&section).then_some(Instead::KeptBack)
    }

    /// The private sections whose answers are held because of who is there.
    #[must_use]
    pub fn hidden(&self, sitting: &Sitting, book: &Book, today: NaiveDate) -> Vec<usize> {
        if !self.present_now(&sitting.session, today).is_some_and(Present::keeps_back) {
            return Vec::new();
        }
        let instrument = &book.instrument;
        let sections = instrument.sections().iter().enumerate();
        let private = sections.filter(|(n, section)| {
            // What cannot wait is asked before anybody. What was said of it in private stays private.
            let said = || section.intention == Intention::Urgent && said_in_private(sitting, instrument, *n);
            (section.sensitive || is_private(instrument, *n) || said()) && !sitting.before_all.contains(n)
        });
        private.map(|(n, _)| n).collect()
    }

    /// What a sitting says that comes before all questions, but for what is held: what was ticked where that is asked,
    /// and the answers to other questions that come first all the same.
    #[must_use]
    pub fn comes_first(&self, sitting: &Sitting, book: &Book, today: NaiveDate) -> First {
        let (instrument, hidden) = (&book.instrument, self.hidden(sitting, book, today));
        let responses = sitting.session.responses(instrument);
        let shows = |at: &ItemAt| !hidden.contains(&instrument.item(*at).section);
        let ticked = compose(instrument, &responses, &score(instrument, &responses)).urgent;
        let asked = instrument.positions().filter(|at| responses.asks(*at) && shows(at));
        let said = asked.map(|at| (at, sitting.session.answer_to(instrument, at)));
        First {
            ticked: ticked.into_iter().filter(|(at, _)| shows(at)).collect(),
            said: said.filter(|(at, answer)| comes_first(instrument, *at, answer)).collect(),
        }
    }

    /// Who is there: as was said since the door opened, otherwise as was written down last for a draft, or today for
    /// what is finished.
    #[must_use]
    pub fn present_now<'a>(&'a self, session: &'a Session, today: NaiveDate) -> Option<&'a Present> {
        let person = session.start.person;
        let said = self.here_now.as_ref().filter(|now| now.person == person && now.on == today);
        let written = || {
            let last = session.present.values().flatten().max_by_key(|noted| noted.revision)?;
            let counts = session.stage == Stage::Draft || uk_date(last.at.div_euclid(1000)) == today;
            counts.then_some(&last.present)
        };
        said.map(|now| &now.present).or_else(written)
    }
}

/// What comes before all questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct First {
    /// What was ticked, as items and their codes.
    pub ticked: Vec<(ItemAt, Code)>,
    /// Answers to other questions.
    pub said: Vec<(ItemAt, Answer)>,
}

/// Whether anything of a section was answered with nobody there before whom private answers are held, or where nobody
/// saw who was there.
fn said_in_private(sitting: &Sitting, instrument: &Instrument, section: usize) -> bool {
    let session = &sitting.session;
    let mut items = instrument.positions().filter(|at| instrument.item(*at).section == section);
    items.any(|at| {
        !matches!(session.answer_to(instrument, at), Answer::Missing(_))
            && !session.present_for(instrument, at).is_some_and(Present::keeps_back)
    })
}

/// Whether a page shows something of a draft that two people go through. Paper has nobody who could see it, and what
/// the worker alone looks at after a hand-over says what cannot wait.
fn asks(route: &Route, sitting: &Sitting) -> bool {
    let shows = !matches!(
        route,
        Route::Break(_) | Route::Paper(..) | Route::HandedBack(_) | Route::After(_) | Route::Concern(_)
    );
    let session = &sitting.session;
    let known = matches!(session.mode(), Mode::Joint | Mode::Phone | Mode::Video | Mode::Alone);
    shows && known && session.stage == Stage::Draft && session.paper.is_none()
}

/// Whether a scale reads anything from sections that are held.
#[must_use]
pub fn hides(hidden: &[usize], instrument: &Instrument, scale: ScaleAt) -> bool {
    let held = |at: &ItemAt| hidden.contains(&instrument.item(*at).section);
    instrument.scale(scale).reads.iter().any(held)
}

/// Who answers until somebody says otherwise: read out from afar, it is the person.
pub(super) fn usually_answers(mode: &Mode) -> By {
    match mode {
        Mode::Phone | Mode::Video => By::Person,
        _ => By::Together,
    }
}
