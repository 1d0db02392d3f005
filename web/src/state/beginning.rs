//! Before the first question: which instrument, in which words, at which wave.

use super::assessing::resume;
use super::{Action, Beginning, Effect, FormTrouble, HereNow, InRoom, Open, Outside, Sitting, here};
use crate::library::{ABOUT_YOU, Book};
use crate::record::{Head, Parts};
use crate::route::Route;
use assessment_core::instrument::Setting;
use assessment_core::presence::{Present, Turn};
use assessment_core::session::{Mode, PersonId, Session, SessionId, Start};

pub(super) fn reduce(
    open: &mut Open,
    outside: &Outside,
    action: Action,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    match action {
        // A page of somebody who was never added, or whose record will not open.
        Action::Begin(person, _) if !open.people.contains_key(&person) => None,
        Action::Begin(person, asked) => match asked.setting {
            Some(setting) => begin(open, outside, person, &asked, setting, effects),
            None => {
                open.form = Some(FormTrouble::NoSetting);
                None
            }
        },
        Action::AskAboutYou(id) => ask_about_you(open, outside, id, effects),
        _ => None,
    }
}

fn begin(
    open: &mut Open,
    outside: &Outside,
    person: PersonId,
    asked: &Beginning,
    setting: Setting,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    // A draft that will not open is kept as it is, and must not keep the person from beginning again.
    let draft = open.draft(person, &asked.instrument).map(|head| head.start.id);
    if let Some(draft) = draft.filter(|id| !open.sealed_shut.contains(id)) {
        if let Some(present) = asked.present.clone() {
            let said = Action::Room(draft, InRoom::Now(asked.mode.clone(), present));
            here::reduce(open, &Route::Check(draft), outside, said, effects);
        }
        return resume(open, draft);
    }
    let book = words(open, asked)?;
    let start = Start {
        id: SessionId(outside.fresh),
        person,
        wave: open.wave(person, &asked.instrument, outside.today),
        mode: asked.mode.clone(),
        setting,
        wording: book.wording_id(),
        on: outside.today,
    };
    let id = start.id;
    let mut session = Session::begin(&book.instrument, start);
    if let Some(present) = &asked.present {
        here_from_the_start(&book, &mut session, present.clone(), outside.at);
    }
    put(open, session, effects);
    if let Some(sitting) = open.sittings.get_mut(&id) {
        sitting.asked_here = Some(outside.today);
    }
    let on = outside.today;
    open.here_now = asked.present.clone().map(|present| HereNow { person, present, on });
    if open.known_first(id, outside.today) {
        return Some(Route::KnownFirst(id));
    }
    resume(open, id)
}

/// Who is there is written down for the first section, and carried from there; from now on time counts.
fn here_from_the_start(book: &Book, session: &mut Session, present: Present, at: i64) {
    session.took = Some(0);
    let first =
        book.instrument.positions().find(|at| book.instrument.item(*at).asked_in(session.start.setting));
    if let Some(first) = first {
        // A session that has just begun takes it.
        let _ = session.note_present(&book.instrument.section_of(first).id, present, Turn::Now, at);
    }
}

/// The book to ask from. What has no words cannot be asked on a screen.
fn words(open: &Open, asked: &Beginning) -> Option<Book> {
    let newest = open.library.newest(&asked.instrument)?;
    let edition = newest.edition();
    let mut books = open.library.all(&edition).filter(|book| book.wording.is_some());
    match &asked.wording {
        Some(wording) => books.find(|book| book.wording_id() == *wording).cloned(),
        None => books.next().cloned(),
    }
}

/// Puts a new session beside the others and has its head kept.
pub(super) fn put(open: &mut Open, session: Session, effects: &mut Vec<Effect>) {
    let id = session.start.id;
    open.heads.insert(id, Head::of(&session));
    // Who is there stands beside the answers.
    let parts = if session.present.is_empty() { Parts::Head } else { Parts::HeadAndAnswers };
    effects.push(Effect::KeepSession(session.clone(), parts));
    open.sittings.insert(id, Sitting::new(session, 0));
}

/// The questions about the person are asked once and can be mended every time.
fn ask_about_you(
    open: &mut Open,
    outside: &Outside,
    id: SessionId,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    let start = open.heads.get(&id)?.start.clone();
    let now = open.sittings.get(&id).map_or(&start.mode, |sitting| sitting.session.mode()).clone();
    let now = match now {
        mode @ (Mode::Phone | Mode::Video) => mode,
        _ => Mode::Joint,
    };
    if let Some(about) = open.about_you(start.person).and_then(|about| open.sittings.get_mut(&about)) {
        // What is mended there is mended in the way of today; it is written down with the first answer.
        let _ = about.session.note_mode(now.clone(), outside.at);
    }
    if open.about_you(start.person).is_none() {
        let book = open.library.newest(ABOUT_YOU)?.clone();
        let about = SessionId(outside.fresh);
        let (wording, on) = (book.wording_id(), outside.today);
        let start = Start { id: about, wording, mode: now, on, ..start };
        put(open, Session::begin(&book.instrument, start), effects);
    }
    Some(Route::AboutYou(id))
}
