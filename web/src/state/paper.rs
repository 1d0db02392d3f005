//! Typing in a completed paper form: when and by whom first, then code after code. An impossible code is
//! refused where it stands and never bent into a possible one.

use super::beginning::put;
use super::{Action, Effect, FormTrouble, Open, Outside, PaperForm, assessing};
use crate::record::Parts;
use crate::route::Route;
use crate::text::Language;
use assessment_core::answer::{Answer, Missing, Settled, cell, read_cell};
use assessment_core::instrument::{Instrument, ItemAt};
use assessment_core::schedule::read_date;
use assessment_core::session::{Mode, Paper, PersonId, Session, SessionId, Start};
use chrono::NaiveDate;

/// What is typed for a reason why there is no answer.
pub const LETTERS: [(char, Missing); 6] = [
    ('m', Missing::Skipped),
    ('r', Missing::PreferNotToSay),
    ('k', Missing::DoNotKnow),
    ('n', Missing::DoesNotApply),
    ('p', Missing::PersonNotPresent),
    ('w', Missing::WorkerDidNotAsk),
];

/// Something typed that an item does not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which item.
    pub item: String,
    /// What was typed.
    pub typed: String,
}

/// What is missing before a paper form can be typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperTrouble {
    /// No day there ever was.
    NoDate,
    /// A day that is not there yet.
    NotYet,
    /// Say who filled it in.
    NoBy,
    /// Say where the person was.
    NoSetting,
}

pub(super) fn reduce(
    open: &mut Open,
    outside: &Outside,
    action: Action,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    match action {
        Action::BeginPaper(person, form) => begin(open, outside, person, &form, effects),
        Action::Typed(id, item, typed) => {
            enter(open, outside, id, &item, typed, effects);
            None
        }
        _ => None,
    }
}

fn begin(
    open: &mut Open,
    outside: &Outside,
    person: PersonId,
    form: &PaperForm,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    let book = open.library.newest(&form.instrument)?.clone();
    open.people.get(&person)?;
    let date = completed(form, outside.today);
    let (Ok(on), Some(completed_by), Some(setting)) = (date, form.by, form.setting) else {
        open.form = Some(FormTrouble::Paper([
            date.err(),
            form.by.is_none().then_some(PaperTrouble::NoBy),
            form.setting.is_none().then_some(PaperTrouble::NoSetting),
        ]));
        return None;
    };
    let start = Start {
        id: SessionId(outside.fresh),
        person,
        wave: open.wave(person, &form.instrument, on),
        mode: Mode::Paper,
        setting,
        // How a form that is not ours was worded nobody here knows.
        wording: book.wording_id(),
        on,
    };
    let id = start.id;
    let paper = Paper { completed_by, entered: outside.today };
    put(open, Session::begin_paper(&book.instrument, start, paper), effects);
    Some(Route::Paper(id))
}

/// The day a form was completed: any day there was, up to today.
fn completed(form: &PaperForm, today: NaiveDate) -> Result<NaiveDate, PaperTrouble> {
    let (day, month, year) = (form.day.trim(), form.month.trim(), form.year.trim());
    match read_date(&format!("{year}-{month:0>2}-{day:0>2}")) {
        Some(on) if on > today => Err(PaperTrouble::NotYet),
        Some(on) => Ok(on),
        None => Err(PaperTrouble::NoDate),
    }
}

fn enter(
    open: &mut Open,
    outside: &Outside,
    id: SessionId,
    item: &str,
    typed: String,
    effects: &mut Vec<Effect>,
) -> Option<()> {
    let library = open.library.clone();
    let sitting = open.sittings.get_mut(&id)?;
    let instrument = &library.of(&sitting.session)?.instrument;
    let at = instrument.find_item(item)?;
    sitting.refused.retain(|refusal| refusal.item != item);
    let Some(answer) = read(instrument, at, &typed) else {
        sitting.refused.push(Refusal { item: item.to_owned(), typed });
        return None;
    };
    let before = sitting.session.answer_to(instrument, at);
    let emptied = answer == Answer::NOT_REACHED && before != Answer::NOT_REACHED;
    let answer = if emptied { Answer::Missing(Missing::Cleared) } else { answer };
    let kept = assessing::answer(open, outside, Language::En, id, &[(item.to_owned(), answer)])?;
    effects.push(Effect::KeepSession(kept, Parts::Answers));
    Some(())
}

/// What was typed, as an answer: a code, several with anything between them, or the letter of a reason. `None`
/// when the item has no such code.
#[must_use]
pub fn read(instrument: &Instrument, at: ItemAt, typed: &str) -> Option<Answer> {
    let typed = typed.trim();
    let letter =
        LETTERS.iter().find(|(letter, _)| typed.eq_ignore_ascii_case(letter.encode_utf8(&mut [0; 4])));
    if let Some((_, missing)) = letter {
        return Some(Answer::Missing(*missing));
    }
    let parts: Vec<&str> = typed.split([' ', ',', '+', ';']).filter(|part| !part.is_empty()).collect();
    let number = |c: char| c.is_ascii_digit() || c == '-' || c == '.';
    if !parts.iter().all(|part| part.chars().all(number)) {
        return None;
    }
    read_cell(instrument, at, &parts.join("+")).ok()
}

/// An answer as it is typed; nothing for one that is not there.
#[must_use]
pub fn written(instrument: &Instrument, at: ItemAt, answer: &Answer) -> String {
    match answer {
        Answer::Missing(missing) => {
            let letter = LETTERS.iter().find(|(_, reason)| reason == missing);
            letter.map_or(String::new(), |(letter, _)| letter.to_string())
        }
        answer => cell(instrument, at, &Settled::Given(answer.clone())),
    }
}
