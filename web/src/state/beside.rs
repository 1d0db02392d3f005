//! What stands beside the answers: who gives them, how the link worker sees a question, and what either says in
//! words.

use super::{Action, Effect, Open, Outside, assessing};
use crate::record::Parts;
use crate::text::Language;
use assessment_core::answer::{Answer, Missing};
use assessment_core::session::{Session, SessionId, Side};

pub(super) fn reduce(
    open: &mut Open,
    outside: &Outside,
    language: Language,
    action: Action,
    effects: &mut Vec<Effect>,
) {
    let kept = match action {
        Action::SeeDifferently(id, item, answer) => {
            if let Some(sitting) = open.sittings.get_mut(&id) {
                sitting.mistyped.retain(|mistyped| mistyped.field != format!("worker-{item}"));
            }
            assessing::mended(open, id);
            sees(open, outside, language, id, &item, answer)
        }
        Action::Say(id, item, side, words) => says(open, outside, language, id, &item, side, words),
        Action::AnsweredBy(id, by) => {
            open.sittings.get_mut(&id).into_iter().for_each(|sitting| sitting.answering = by);
            None
        }
        Action::SayMore(id, item) => {
            let sitting = open.sittings.get_mut(&id).filter(|sitting| !sitting.opened.contains(&item));
            sitting.into_iter().for_each(|sitting| sitting.opened.push(item.clone()));
            None
        }
        _ => None,
    };
    effects.extend(kept.map(|session| Effect::KeepSession(session, Parts::Answers)));
}

/// A view is taken back by clearing it. The same view given twice is one.
fn sees(
    open: &mut Open,
    outside: &Outside,
    language: Language,
    id: SessionId,
    item: &str,
    answer: Answer,
) -> Option<Session> {
    let library = open.library.clone();
    let sitting = open.sittings.get_mut(&id)?;
    let book = library.of(&sitting.session)?;
    let at = book.instrument.find_item(item)?;
    let nothing = Answer::Missing(Missing::Cleared);
    // A field that was emptied again says nothing.
    let answer = if answer == Answer::NOT_REACHED { nothing.clone() } else { answer };
    if *sitting.session.worker_sees(&book.instrument, at).unwrap_or(&nothing) == answer {
        return None;
    }
    let stamp = assessing::stamp(book, &sitting.session, outside, language, sitting.answering);
    sitting.session.see_differently(&book.instrument, at, answer, stamp).ok()?;
    Some(sitting.session.clone())
}

fn says(
    open: &mut Open,
    outside: &Outside,
    language: Language,
    id: SessionId,
    item: &str,
    side: Side,
    words: String,
) -> Option<Session> {
    let library = open.library.clone();
    let sitting = open.sittings.get_mut(&id)?;
    sitting.typing = false;
    let book = library.of(&sitting.session)?;
    let at = book.instrument.find_item(item)?;
    if sitting.session.said(&book.instrument, at, side) == words {
        return None;
    }
    let stamp = assessing::stamp(book, &sitting.session, outside, language, sitting.answering);
    sitting.session.say(&book.instrument, at, side, words, stamp).ok()?;
    let field = Some(format!("{}-{item}", side.word()));
    if sitting.typed_in == field {
        sitting.session.join_words(&book.instrument, at, side);
    }
    sitting.typed_in = field;
    Some(sitting.session.clone())
}
