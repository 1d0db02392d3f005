//! What came of reading: sessions from the store, definitions from the files of the app.

use super::{Action, BookTrouble, Effect, Open, Reading, Sitting};
use crate::route::Route;
use crate::text::Language;
use std::rc::Rc;

pub(super) fn reduce(
    open: &mut Open,
    route: &Route,
    language: Language,
    action: Action,
    effects: &mut Vec<Effect>,
) {
    match action {
        Action::SessionRead(id, reading) => match reading {
            // What is on the screen is never older than what was read meanwhile.
            Reading::Opened(session) => {
                let saved = session.revision;
                open.sittings.or_insert_with(id, || Sitting::new(*session, saved));
            }
            Reading::Shut => open.sealed_shut.push(id),
            Reading::NotNow => open.unread.push(id),
        },
        Action::BookRead(_, Ok(mut book)) => {
            book.speak(language, open.ease);
            Rc::make_mut(&mut open.library).put(book);
            open.shelve();
        }
        Action::BookRead(edition, Err(trouble)) => open.no_book.push((edition, trouble)),
        Action::ReadAgain => {
            open.unread.clear();
            open.no_book.retain(|(_, trouble)| *trouble != BookTrouble::NotNow);
            open.read_needed(route, effects);
        }
        _ => {}
    }
}
