//! Words are typed, and handed on at every pause of typing. What is kept is what they came to in one go, not every
//! beginning of it.

use super::{Entry, Session, Side, Stage, Words};
use crate::answer::Answer;
use crate::instrument::{Instrument, ItemAt};

impl Session {
    /// Lets the last text given to an item take the place of the one before it, for a caller who knows that both were
    /// typed in one go. Both must be texts that were given right after each other, with nothing written down in
    /// between, and in the same way; otherwise, and in a finished session, nothing changes.
    pub fn join_text(&mut self, instrument: &Instrument, at: ItemAt) {
        if self.stage == Stage::Draft
            && let Some(list) = self.entries.get_mut(&instrument.item(at).id)
        {
            join(list, one_text);
        }
    }

    /// The same for the words of one side beside an item.
    pub fn join_words(&mut self, instrument: &Instrument, at: ItemAt, side: Side) {
        if self.stage == Stage::Draft
            && let Some(list) = self.words.get_mut(&instrument.item(at).id)
        {
            join(list, |before, last| last.side == side && one_saying(before, last));
        }
    }
}

fn join<T>(list: &mut Vec<T>, one: impl Fn(&T, &T) -> bool) {
    if let [.., before, last] = &list[..]
        && one(before, last)
    {
        list.remove(list.len() - 2);
    }
}

fn one_text(before: &Entry, last: &Entry) -> bool {
    let (Answer::Text(_), Answer::Text(words)) = (&before.answer, &last.answer) else { return false };
    // The same in all but the words and the moment.
    let grown = Entry {
        answer: Answer::Text(words.clone()),
        revision: before.revision + 1,
        at: last.at,
        ..before.clone()
    };
    grown == *last
}

fn one_saying(before: &Words, last: &Words) -> bool {
    // Words that are taken back stay, and so does that they were.
    let said = !before.text.is_empty() && !last.text.is_empty();
    let grown =
        Words { text: last.text.clone(), revision: before.revision + 1, at: last.at, ..before.clone() };
    said && grown == *last
}

#[cfg(test)]
mod tests {
    use super::super::tests::{begun, give, stamp};
    use super::super::{By, Mode, Stamp};
    use super::*;
    use crate::sample::{self, at, everything};
    use crate::wording::Provenance;

    const TEXT: &str = "hope";

    fn texts(session: &Session, instrument: &Instrument, item: ItemAt) -> Vec<String> {
        let entries = session.entries.get(&instrument.item(item).id).map_or(&[][..], Vec::as_slice);
        entries.iter().map(|entry| format!("{:?}@{}", entry.answer, entry.revision)).collect()
    }

    #[test]
    fn a_text_takes_the_place_of_its_own_beginning_and_of_nothing_else() {
        let instrument = sample::parse(&everything());
        let item = at(&instrument, TEXT);
        let day = "2026-01-09";
        let text = |words: &str| Answer::Text(words.to_owned());
        type Between<'a> = &'a dyn Fn(&mut Session) -> Stamp;
        let rows: [(&str, Answer, Between<'_>, Answer, usize); 10] = [
            ("typed on", text("Mam"), &|_| stamp(day), text("Mam a'r ci"), 1),
            ("emptied", text("Mam"), &|_| stamp(day), Answer::Missing(crate::answer::Missing::Cleared), 2),
            (
                "said after all",
                Answer::Missing(crate::answer::Missing::PreferNotToSay),
                &|_| stamp(day),
                text("Mam"),
                2,
            ),
            ("by somebody else", text("Mam"), &|_| Stamp { by: By::Worker, ..stamp(day) }, text("Ci"), 2),
            (
                "in another language",
                text("Mam"),
                &|_| Stamp { language: "en".to_owned(), ..stamp(day) },
                text("Ci"),
                2,
            ),
            (
                "in other words",
                text("Mam"),
                &|_| Stamp { wording: Some(Provenance::EasyReadNotValidated), ..stamp(day) },
                text("Ci"),
                2,
            ),
            (
                "another way",
                text("Mam"),
                &|session| {
                    session.note_mode(Mode::Joint, 0).expect("a draft");
                    stamp(day)
                },
                text("Ci"),
                2,
            ),
            (
                "another answer between",
                text("Mam"),
                &|session| {
                    give(session, &sample::parse(&everything()), "s1=1", day);
                    stamp(day)
                },
                text("Ci"),
                2,
            ),
            (
                "words beside it between",
                text("Mam"),
                &|session| {
                    let instrument = sample::parse(&everything());
                    session
                        .say(&instrument, at(&instrument, TEXT), Side::Person, "Oh".to_owned(), stamp(day))
                        .expect("a draft");
                    stamp(day)
                },
                text("Ci"),
                2,
            ),
            (
                "would rather talk",
                text("Mam"),
                &|session| {
                    session
                        .entries
                        .get_mut(&crate::instrument::ItemId::from(TEXT))
                        .and_then(|list| list.last_mut())
                        .expect("an entry")
                        .rather_talk = true;
                    stamp(day)
                },
                text("Ci"),
                2,
            ),
        ];
        for (case, first, between, second, kept) in rows {
            let mut session = begun(&instrument);
            session.answer(&instrument, item, first, stamp(day)).expect("it takes it");
            let stamp = between(&mut session);
            session.answer(&instrument, item, second.clone(), stamp).expect("it takes it");
            let revision = session.revision;
            session.join_text(&instrument, item);
            assert_eq!(texts(&session, &instrument, item).len(), kept, "{case}");
            assert_eq!(session.answer_to(&instrument, item), second, "{case}: the last one counts");
            assert_eq!(session.revision, revision, "{case}: the store takes what is newer");
        }
    }

    #[test]
    fn an_answer_that_is_no_text_is_never_joined() {
        let instrument = sample::parse(&everything());
        let item = at(&instrument, "s1");
        let mut session = begun(&instrument);
        give(&mut session, &instrument, "s1=1 s1=2", "2026-01-09");
        session.join_text(&instrument, item);
        assert_eq!(texts(&session, &instrument, item).len(), 2);
    }

    #[test]
    fn words_of_a_side_take_the_place_of_their_own_beginning_and_words_taken_back_stay() {
        let instrument = sample::parse(&everything());
        let item = at(&instrument, "s1");
        use Side::{Person, Worker};
        let rows: [(&[(Side, &str)], usize); 7] = [
            (&[(Person, "It")], 1),
            (&[(Person, "It"), (Person, "It went")], 1),
            (&[(Person, "It"), (Person, "It went"), (Person, "It went well")], 1),
            (&[(Person, "It"), (Worker, "It")], 2),
            (&[(Person, "It"), (Worker, "Yes"), (Person, "It went")], 3),
            (&[(Person, "It"), (Person, "")], 2),
            (&[(Person, "It"), (Person, ""), (Person, "It went")], 3),
        ];
        for (said, kept) in rows {
            let mut session = begun(&instrument);
            for (side, words) in said {
                session
                    .say(&instrument, item, *side, (*words).to_owned(), stamp("2026-01-09"))
                    .expect("a draft takes words");
                session.join_words(&instrument, item, *side);
            }
            let list = session.words.get(&instrument.item(item).id).expect("some words");
            let (side, words) = said.last().expect("something was said");
            assert_eq!((list.len(), session.said(&instrument, item, *side)), (kept, *words), "{said:?}");
        }
    }

    #[test]
    fn a_finished_session_keeps_every_word_it_has() {
        let instrument = sample::parse(&everything());
        let item = at(&instrument, TEXT);
        let mut session = begun(&instrument);
        for words in ["Mam", "Mam a'r ci"] {
            let answer = Answer::Text(words.to_owned());
            session.answer(&instrument, item, answer, stamp("2026-01-09")).expect("it takes it");
            session
                .say(&instrument, item, Side::Worker, words.to_owned(), stamp("2026-01-09"))
                .expect("a draft takes words");
        }
        session.finish(&instrument, super::super::tests::day("2026-01-09"));
        let before = session.clone();
        session.join_text(&instrument, item);
        session.join_words(&instrument, item, Side::Worker);
        assert_eq!(session, before);
    }
}
