//! Typing in a completed paper form: when and by whom first, then code after code. An impossible code is
//! refused where it stands and never bent into a possible one.

use super::beginning::put;
use super::{Action, Effect, FormTrouble, Open, Outside, assessing, caring};
use crate::library::{Book, Printing};
use crate::notes::Refusal;
use crate::record::Parts;
use crate::route::Route;
use crate::text::Language;
use assessment_core::answer::{Answer, Missing, Settled, cell, read_cell};
use assessment_core::instrument::{Instrument, ItemAt, Setting};
use assessment_core::schedule::read_date;
use assessment_core::session::{By, Mode, Paper, PersonId, Session, SessionId, Stage, Start};
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

/// What is asked before a paper form is typed in, as it was typed and chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperForm {
    /// The instrument's id.
    pub instrument: String,
    /// Which words were printed on it, as a session pins them; none until one was chosen.
    pub wording: Option<String>,
    /// The day of the month it was completed.
    pub day: String,
    /// The month, as a number.
    pub month: String,
    /// The year, in full.
    pub year: String,
    /// Who filled it in.
    pub by: Option<By>,
    /// Where the person lived then.
    pub setting: Option<Setting>,
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
    /// Say which form it is.
    NoPrinting,
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
    let (date, printing) = (completed(form, outside.today), printed(open, &book, form));
    let (Some(printing), Ok(on), Some(completed_by), Some(setting)) =
        (&printing, date, form.by, form.setting)
    else {
        open.form = Some(FormTrouble::Paper([
            printing.is_none().then_some(PaperTrouble::NoPrinting),
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
        // How a form that is not ours was worded nobody here knows, unless the service brought its words.
        wording: printing.wording.clone(),
        on,
    };
    let id = start.id;
    let paper = Paper { completed_by, entered: outside.today };
    put(open, Session::begin_paper(&book.instrument, start, paper), effects);
    Some(Route::Paper(id, None))
}

/// Which form it is: the one that was chosen, or the only one there is.
fn printed(open: &Open, book: &Book, form: &PaperForm) -> Option<Printing> {
    let printings = open.library.printings(&book.edition());
    let alone = printings.len() == 1;
    let chosen = |one: &Printing| alone || form.wording.as_ref() == Some(&one.wording);
    printings.into_iter().find(chosen)
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
    let session = &open.sittings.get(&id).filter(|sitting| sitting.session.stage == Stage::Draft)?.session;
    let instrument = &library.of(session)?.instrument;
    let at = instrument.find_item(item)?;
    let before = session.answer_to(instrument, at);
    let answer = read(instrument, at, &typed);
    let refusal = answer.is_none().then(|| Refusal { item: item.to_owned(), typed });
    if open.refused(id).iter().find(|there| there.item == item) != refusal.as_ref() {
        // Half a code is kept as well, sealed beside the answers: whoever hides the page has it again.
        caring::note(open, id, effects, |notes| {
            notes.refused.retain(|there| there.item != item);
            notes.refused.extend(refusal);
        });
    }
    let answer = answer?;
    let emptied = answer == Answer::NOT_REACHED && before != Answer::NOT_REACHED;
    let answer = if emptied { Answer::Missing(Missing::Cleared) } else { answer };
    let kept = assessing::answer(open, outside, Language::En, id, &[(item.to_owned(), answer)])?;
    effects.push(Effect::KeepSession(kept, Parts::Answers));
    Some(())
}

impl Open {
    /// What was typed from a paper form and is no code of its item.
    #[must_use]
    pub fn refused(&self, id: SessionId) -> &[Refusal] {
        self.notes.get(&id).map_or(&[], |notes| &notes.refused)
    }
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
