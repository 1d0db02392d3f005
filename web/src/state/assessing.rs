//! Answer, go on, finish.

use super::{Action, Effect, FormTrouble, NotKept, Open, Outside};
use crate::library::{Book, Printing};
use crate::private::told_first;
use crate::record::{Head, Parts};
use crate::route::{Room, Route, Then};
use crate::screens::{Screen, first_open, screen_of, screens};
use crate::stored::StoredScores;
use crate::text::Language;
use crate::typed::Mistyped;
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::ItemAt;
use assessment_core::session::{By, Session, SessionId, Stage, Stamp};

pub(super) fn reduce(
    open: &mut Open,
    route: &Route,
    outside: &Outside,
    language: Language,
    action: Action,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    match action {
        Action::Typing(id) => {
            if let Some(sitting) = open.sittings.get_mut(&id) {
                sitting.typing = true;
            }
            None
        }
        Action::Answer(id, item, given) => {
            if let Some(sitting) = open.sittings.get_mut(&id) {
                sitting.typing = false;
                let all = std::mem::take(&mut sitting.mistyped).into_iter();
                let after =
                    |wrong: Mistyped| if wrong.field == item { wrong.after(&given) } else { Some(wrong) };
                sitting.mistyped = all.filter_map(after).collect();
            }
            mended(open, id);
            let kept = answer(open, outside, language, id, &[(item, given)]);
            effects.extend(kept.map(|session| Effect::KeepSession(session, Parts::Answers)));
            None
        }
        Action::Mistyped(id, mut mistyped) => {
            if let Some(sitting) = open.sittings.get_mut(&id) {
                sitting.typing = false;
                mistyped.told |=
                    sitting.mistyped.iter().any(|there| there.told && there.field == mistyped.field);
                sitting.mistyped.retain(|there| there.field != mistyped.field);
                sitting.mistyped.push(mistyped);
            }
            None
        }
        Action::Continue(id, _) if tells(open, id) => {
            open.form = Some(FormTrouble::Refused);
            None
        }
        Action::Continue(id, item) => go_on(open, route, outside, language, id, &item, effects),
        Action::SkipSection(id, item) => {
            let next = skip_section(open, outside, language, id, &item, effects);
            if route.then() == Then::Check { next.map(|_| Route::Check(id)) } else { next }
        }
        Action::OpenHelp(id, item) => {
            effects.extend(open_help(open, id, &item));
            None
        }
        Action::SessionKept(id, revision) => {
            if let Some(sitting) = open.sittings.get_mut(&id) {
                sitting.saved = sitting.saved.max(revision);
                let all = sitting.saved >= sitting.session.revision;
                open.not_kept.retain(|not_kept| {
                    !all || !matches!(not_kept, NotKept::Session(session, _) if *session == id)
                });
            }
            None
        }
        Action::Finish(id) => finish(open, outside, id, effects),
        _ => None,
    }
}

/// Says what was mistyped, if anything was.
fn tells(open: &mut Open, id: SessionId) -> bool {
    let Some(sitting) = open.sittings.get_mut(&id) else { return false };
    sitting.mistyped.retain(|mistyped| mistyped.typed.is_some());
    sitting.mistyped.iter_mut().for_each(|mistyped| mistyped.told = true);
    !sitting.mistyped.is_empty()
}

/// What was mistyped is gone with its page, and words that are typed on it have come to an end.
pub(super) fn leave_fields(open: &mut Open) {
    let ids: Vec<SessionId> = open.sittings.keys().copied().collect();
    for id in ids {
        if let Some(sitting) = open.sittings.get_mut(&id) {
            sitting.mistyped.clear();
            sitting.typed_in = None;
        }
    }
}

/// Once nothing is mistyped any more, nothing has to be mended.
pub(super) fn mended(open: &mut Open, id: SessionId) {
    let whole = open.sittings.get(&id).is_some_and(|sitting| sitting.mistyped.is_empty());
    if whole && open.form == Some(FormTrouble::Refused) {
        open.form = None;
    }
}

/// Counts an opening. It is no answer, so the revision stays.
fn open_help(open: &mut Open, id: SessionId, item: &str) -> Option<Effect> {
    let library = open.library.clone();
    let session = &mut open.sittings.get_mut(&id)?.session;
    let instrument = &library.of(session).filter(|_| session.stage == Stage::Draft)?.instrument;
    session.open_help(instrument, instrument.find_item(item)?);
    Some(Effect::KeepSession(session.clone(), Parts::Answers))
}

/// Where to go on with a draft: the first screen nobody came to yet, otherwise the answers.
#[must_use]
pub(super) fn resume(open: &Open, id: SessionId) -> Option<Route> {
    let session = &open.sittings.get(&id)?.session;
    if session.paper.is_some() {
        return Some(Route::Paper(id, None));
    }
    let book = open.library.of(session)?;
    let responses = session.responses(&book.instrument);
    let screens = screens(&book.instrument, &responses, open.lay(session));
    // What is held for a private moment waits with the answers.
    let due: Vec<Screen> = screens
        .into_iter()
        .filter(|screen| !session.is_held(&book.instrument, &responses, screen.section))
        .collect();
    Some(match first_open(&due, &responses) {
        Some(n) => lead_to(book, session, &due[n]),
        None => Route::Check(id),
    })
}

/// A sensitive section nobody came to yet is announced first.
pub(super) fn lead_to(book: &Book, session: &Session, screen: &Screen) -> Route {
    let (instrument, id) = (&book.instrument, session.start.id);
    let announced = told_first(instrument, session, screen.section) && screen.part.0 == 1;
    if announced && session.untouched(instrument, &session.responses(instrument), screen.section) {
        let item = instrument.item(screen.items[0]).id.to_string();
        return Route::HeadsUp { session: id, item, then: Then::Next, room: Room::Ask };
    }
    question(book, id, &screen.items[0], Then::Next)
}

/// Every question of the section that is still open is skipped, on purpose and in one go.
fn skip_section(
    open: &mut Open,
    outside: &Outside,
    language: Language,
    id: SessionId,
    item: &str,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    let library = open.library.clone();
    let session = &open.sittings.get(&id)?.session;
    let book = library.of(session)?;
    let instrument = &book.instrument;
    let section = instrument.item(instrument.find_item(item)?).section;
    let responses = session.responses(instrument);
    let skipped = |at: &ItemAt| {
        instrument.item(*at).section == section
            && responses.asks(*at)
            && session.answer_to(instrument, *at) == Answer::NOT_REACHED
    };
    let skipped: Vec<(String, Answer)> = instrument
        .positions()
        .filter(skipped)
        .map(|at| (instrument.item(at).id.to_string(), Answer::Missing(Missing::Skipped)))
        .collect();
    let kept = answer(open, outside, language, id, &skipped);
    effects.extend(kept.map(|session| Effect::KeepSession(session, Parts::Answers)));
    let session = &open.sittings.get(&id)?.session;
    let shown = screens(instrument, &session.responses(instrument), open.lay(session));
    let after = shown.iter().find(|screen| screen.section > section);
    Some(after.map_or(Route::Check(id), |screen| lead_to(book, session, screen)))
}

fn question(book: &Book, session: SessionId, at: &ItemAt, then: Then) -> Route {
    Route::Question { session, item: book.instrument.item(*at).id.to_string(), then }
}

pub(super) fn answer(
    open: &mut Open,
    outside: &Outside,
    language: Language,
    id: SessionId,
    given: &[(String, Answer)],
) -> Option<Session> {
    let library = open.library.clone();
    let sitting = open.sittings.get_mut(&id)?;
    let book = library.of(&sitting.session)?;
    let before = sitting.session.revision;
    for (item, answer) in given {
        let at = book.instrument.find_item(item)?;
        // The same answer once more is nothing new, unless somebody else gives it now.
        let same = sitting.session.answer_to(&book.instrument, at) == *answer;
        let given = matches!(answer, Answer::Coded(_)) && sitting.session.paper.is_none();
        let by = sitting.session.given_by(&book.instrument, &[at]);
        if same && !(given && by.is_some_and(|by| by != sitting.answering)) {
            continue;
        }
        let stamp = stamp(book, &sitting.session, outside, language, sitting.answering);
        // An answer the item does not take cannot come from a screen made of the item itself.
        sitting.session.answer(&book.instrument, at, answer.clone(), stamp).ok()?;
        // Typed on the same page in one go, it is one text, however often typing paused.
        if sitting.typed_in.as_deref() == Some(item.as_str()) {
            sitting.session.join_text(&book.instrument, at);
        }
        sitting.typed_in = matches!(answer, Answer::Text(_)).then(|| item.clone());
    }
    (sitting.session.revision > before).then(|| sitting.session.clone())
}

/// What comes with whatever is given now.
pub(super) fn stamp(book: &Book, session: &Session, outside: &Outside, language: Language, by: By) -> Stamp {
    let (spoken, wording) = match session.paper {
        // Paper was asked in the words that were printed on it, whatever the tablet speaks meanwhile.
        Some(_) => {
            let printed = Printing::of(session.start.wording.clone(), String::new());
            (printed.language.clone(), printed.provenance())
        }
        None if book.wording.is_some() => (book.spoken(language).to_owned(), book.provenance()),
        None => (String::new(), None),
    };
    // In which language a form was that is not ours nobody here knows (ISO 639-2).
    let language = if spoken.is_empty() { "und".to_owned() } else { spoken };
    Stamp { by, language, wording, at: outside.at, on: outside.today }
}

fn go_on(
    open: &mut Open,
    route: &Route,
    outside: &Outside,
    language: Language,
    id: SessionId,
    item: &str,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    let library = open.library.clone();
    let session = &open.sittings.get(&id)?.session;
    let book = library.of(session)?;
    let responses = session.responses(&book.instrument);
    let at = book.instrument.find_item(item)?;
    let lay = open.lay(session);
    let shown = screens(&book.instrument, &responses, lay);
    let screen = &shown[screen_of(&shown, at)?];
    let open_items =
        screen.items.iter().filter(|at| session.answer_to(&book.instrument, **at) == Answer::NOT_REACHED);
    let skipped: Vec<(String, Answer)> = open_items
        .map(|at| (book.instrument.item(*at).id.to_string(), Answer::Missing(Missing::Skipped)))
        .collect();
    let last = *screen.items.last()?;
    let kept = answer(open, outside, language, id, &skipped);
    effects.extend(kept.map(|session| Effect::KeepSession(session, Parts::Answers)));
    let session = &open.sittings.get(&id)?.session;
    // An answer may have opened a gate, so the screens are laid out anew.
    let responses = session.responses(&book.instrument);
    let then = route.then();
    let newly_asked = |screen: &crate::screens::Screen| {
        screen.items.iter().any(|at| session.answer_to(&book.instrument, *at) == Answer::NOT_REACHED)
    };
    // What an answer opens lies in its own section, maybe behind questions that were answered before.
    let section = book.instrument.item(at).section;
    let leads = |screen: &crate::screens::Screen| {
        screen.items[0] > last && (then == Then::Next || (screen.section == section && newly_asked(screen)))
    };
    let after = screens(&book.instrument, &responses, lay).into_iter().find(leads);
    Some(match (after, then) {
        (None, _) => Route::Check(id),
        (Some(screen), Then::Next) => lead_to(book, session, &screen),
        (Some(screen), then) => question(book, id, &screen.items[0], then),
    })
}

fn finish(open: &mut Open, outside: &Outside, id: SessionId, effects: &mut Vec<Effect>) -> Option<Route> {
    let (library, refused) = (open.library.clone(), open.refused(id).to_vec());
    let sitting = open.sittings.get_mut(&id)?;
    let book = library.of(&sitting.session)?;
    if !refused.is_empty() {
        open.form = Some(FormTrouble::Refused);
        return None;
    }
    sitting.session.finish(&book.instrument, outside.today);
    let scores = StoredScores::of(&library, &sitting.session);
    let head = Head { scores, ..Head::of(&sitting.session) };
    effects.push(Effect::KeepSession(sitting.session.clone(), Parts::HeadAndAnswers));
    open.heads.insert(id, head);
    Some(Route::Profile(id))
}

impl Open {
    /// Where to go on with a draft whose answers are at hand.
    #[must_use]
    pub fn resume(&self, id: SessionId) -> Option<Route> {
        resume(self, id)
    }

    /// Whether a draft began longer ago than its instrument allows answers to lie apart.
    #[must_use]
    pub fn late(&self, draft: &Head, today: chrono::NaiveDate) -> bool {
        let sitting = self.sittings.get(&draft.start.id);
        let book = sitting.and_then(|s| self.library.of(&s.session));
        sitting.zip(book).is_some_and(|(s, book)| !s.session.open_on(&book.instrument, today))
    }

    /// Whether a session can still be answered.
    #[must_use]
    pub fn answerable(&self, id: SessionId) -> bool {
        self.heads.get(&id).is_some_and(|head| head.stage == Stage::Draft)
    }
}
