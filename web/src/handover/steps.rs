//! The pages of a hand-over in their order: a beginning, one question a page, a heads-up before what is
//! sensitive, an end. Worked out anew after every answer, because an answer may open or close a gate.

use crate::library::Book;
use crate::needs::Pictures;
use crate::record::Head;
use crate::text::Language;
use assessment_core::answer::{Answer, Responses};
use assessment_core::instrument::ItemAt;
use assessment_core::session::Session;

/// One page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What happens with the answers, and how to stop.
    Start,
    /// A section that is sensitive comes next (its position in the instrument).
    HeadsUp(usize),
    /// One question.
    Question(ItemAt),
    /// Nothing more to ask.
    Last,
}

/// What was given out.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The instrument in each language it comes in; never empty.
    pub books: Vec<Book>,
    /// The session the answers belong to.
    pub head: Head,
    /// The items given out, in the instrument's order.
    pub items: Vec<ItemAt>,
    /// Answers an item given out depends on.
    pub known: Session,
    /// Whether pictures stand beside the questions.
    pub pictures: Pictures,
    /// The language the person would rather use, where their needs say one.
    pub language: Option<Language>,
}

impl Asked {
    /// The book to ask in when the app speaks `language`.
    #[must_use]
    pub fn book(&self, language: Language) -> &Book {
        let spoken = |book: &&Book| book.language() == language.code();
        self.books.iter().find(spoken).unwrap_or(&self.books[0])
    }

    /// The one language of the app that all there is to ask is in; none where there is a choice, or where it is
    /// in a language the app does not speak.
    #[must_use]
    pub fn only_language(&self) -> Option<Language> {
        let mut spoken = self.books.iter().map(|book| Language::from_code(book.language()));
        let first = spoken.next()??;
        spoken.all(|language| language == Some(first)).then_some(first)
    }

    /// Whether what is asked can be had in both languages of the app.
    #[must_use]
    pub fn in_both(&self) -> bool {
        let spoken = |language: Language| self.books.iter().any(|book| book.language() == language.code());
        spoken(Language::En) && spoken(Language::Cy)
    }

    /// The language it opens in: the only one there is, or else the one the person would rather use, until they have
    /// answered in another. None where the tablet's own serves.
    #[must_use]
    pub fn opens_in(&self, session: &Session) -> Option<Language> {
        if !self.in_both() {
            return self.only_language();
        }
        let wanted = self.language?;
        let last = session.entries.values().filter_map(|list| list.last()).max_by_key(|entry| entry.at);
        Some(last.and_then(|entry| Language::from_code(&entry.language)).unwrap_or(wanted))
    }

    /// Every answer there is, settled.
    #[must_use]
    pub fn responses(&self, session: &Session) -> Responses {
        let instrument = &self.books[0].instrument;
        Responses::settle(instrument, self.head.start.setting, |at| {
            let of = if self.items.contains(&at) { session } else { &self.known };
            of.answer_to(instrument, at)
        })
    }

    /// The items that are asked, given the answers so far.
    #[must_use]
    pub fn asked(&self, session: &Session) -> Vec<ItemAt> {
        let responses = self.responses(session);
        self.items.iter().copied().filter(|at| responses.asks(*at)).collect()
    }

    /// The pages, given the answers so far.
    #[must_use]
    pub fn steps(&self, session: &Session) -> Vec<Step> {
        let instrument = &self.books[0].instrument;
        let mut steps = vec![Step::Start];
        let mut section = None;
        for at in self.asked(session) {
            let of = instrument.item(at).section;
            if section != Some(of) && instrument.sections()[of].sensitive {
                steps.push(Step::HeadsUp(of));
            }
            section = Some(of);
            steps.push(Step::Question(at));
        }
        steps.push(Step::Last);
        steps
    }

    /// Where to go on: the beginning when nothing was answered, else the first question nobody came to yet,
    /// with the heads-up before it, else the end.
    #[must_use]
    pub fn resume(&self, session: &Session) -> usize {
        if session.revision == 0 {
            return 0;
        }
        let steps = self.steps(session);
        let open = |step: &Step| match step {
            Step::Question(at) => session.answer_to(&self.books[0].instrument, *at) == Answer::NOT_REACHED,
            Step::Last => true,
            Step::Start | Step::HeadsUp(_) => false,
        };
        let n = steps.iter().position(open).unwrap_or(steps.len() - 1);
        match n.checked_sub(1).map(|before| steps[before]) {
            Some(Step::HeadsUp(_)) => n - 1,
            _ => n,
        }
    }

    /// Which question a page is, from 1, and of how many.
    #[must_use]
    pub fn count(&self, steps: &[Step], n: usize) -> [usize; 2] {
        let questions = |steps: &[Step]| steps.iter().filter(|s| matches!(s, Step::Question(_))).count();
        [questions(&steps[..=n]), questions(steps)]
    }
}

/// The page of an address, by its place in the order; none for any other address.
#[must_use]
pub fn read_address(path: &str) -> Option<usize> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        ["answers"] => Some(0),
        ["answers", n] if n.len() <= 4 && n.bytes().all(|b| b.is_ascii_digit()) => n.parse().ok(),
        _ => None,
    }
}

/// The address of a page: its place in the order, which says nothing of what was asked or answered.
#[must_use]
pub fn address(n: usize) -> String {
    if n == 0 { "/answers".to_owned() } else { format!("/answers/{n}") }
}

#[cfg(test)]
mod tests;
