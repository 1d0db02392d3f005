//! How the questions go on: an answer, the next page, what lies over it, and time in which nobody touches it.

use super::merge::MOST_ENTRIES;
use super::state::{Action, Asking, BREAK_ENDS_AFTER, COVERED_AFTER, ENDS_AFTER, Effect, Outside, Over};
use super::steps::Step;
use crate::text::Language;
use crate::typed::Mistyped;
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{ItemAt, ItemId};
use assessment_core::session::{By, Entry, Mode};

impl Asking {
    /// What an action makes of it.
    pub(super) fn next(
        &mut self,
        outside: Outside,
        language: Language,
        action: Action,
        effects: &mut Vec<Effect>,
    ) {
        match &action {
            Action::Kept(revision) => {
                self.saved = self.saved.max(*revision);
                self.not_kept = self.not_kept && self.saved < self.session.revision;
                return;
            }
            Action::NotKept => {
                self.not_kept = true;
                return;
            }
            _ => {}
        }
        let lay = self.lay(outside);
        match action {
            // Words that were on their way when the page was covered are still an answer.
            Action::Answer(item, answer) => self.answer(outside, language, &item, answer, effects),
            Action::Mistyped(wrong) => {
                let told = self.mistyped.as_ref().is_some_and(|before| before.told);
                self.mistyped = Some(Mistyped { told, ..wrong });
            }
            Action::Went(n) => self.went(n, effects),
            Action::Tick => {}
            // The tap that finds the page covered only finds it covered.
            action if lay == Lay::Touched => {
                self.touched = outside.at;
                self.does(outside, language, action, effects);
            }
            _ => {}
        }
        if lay == Lay::TooLong || self.session.revision >= MOST_ENTRIES as u64 {
            effects.push(Effect::End(Box::new(self.session.clone())));
        } else {
            effects.push(Effect::Wake(self.wakes(outside)));
        }
    }

    /// Whether it has lain untouched for long. A clock that was set back counts as a touch.
    fn lay(&mut self, outside: Outside) -> Lay {
        let gone = outside.at - self.touched;
        if gone < 0 {
            self.touched = outside.at;
        }
        let ends = if self.over == Some(Over::Break) { BREAK_ENDS_AFTER } else { ENDS_AFTER };
        if gone >= ends {
            Lay::TooLong
        } else if gone >= COVERED_AFTER && self.over.is_none() {
            self.over = Some(Over::Cover);
            Lay::Covered
        } else {
            Lay::Touched
        }
    }

    /// Milliseconds until the next look.
    fn wakes(&self, outside: Outside) -> i64 {
        let after = match self.over {
            None => COVERED_AFTER,
            Some(Over::Break) => BREAK_ENDS_AFTER,
            Some(_) => ENDS_AFTER,
        };
        (self.touched + after - outside.at).max(0)
    }

    fn does(&mut self, outside: Outside, language: Language, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Back => self.go(self.n.saturating_sub(1), effects),
            Action::On => self.go(self.n + 1, effects),
            Action::Typing => self.typing = true,
            Action::OpenHelp(item) => {
                let instrument = &self.asked.books[0].instrument;
                if let Some(at) = instrument.find_item(&item).filter(|at| self.asked.items.contains(at)) {
                    self.session.open_help(instrument, at);
                    effects.push(Effect::Keep(Box::new(self.session.clone())));
                }
            }
            Action::Pass(item, why) => {
                self.answer(outside, language, &item, Answer::Missing(why), effects);
                self.go(self.n + 1, effects);
            }
            Action::Continue(_) if self.mistyped.as_ref().is_some_and(|wrong| wrong.typed.is_some()) => {
                self.mistyped.iter_mut().for_each(|wrong| wrong.told = true);
                self.mistakes += 1;
            }
            Action::Continue(item) => {
                if self.given(&item) == Some(Answer::NOT_REACHED) {
                    self.answer(outside, language, &item, Answer::Missing(Missing::Skipped), effects);
                }
                self.go(self.n + 1, effects);
            }
            Action::RatherTalk(item) => {
                let given = self.given(&item).filter(|given| *given != Answer::NOT_REACHED);
                let rather_talk = !self.rather_talk(&item);
                let answer = given.unwrap_or(Answer::Missing(Missing::Skipped));
                self.enter(outside, language, &item, Said { answer, rather_talk }, effects);
            }
            Action::SkipSection(section) => self.skip(outside, language, section, effects),
            Action::Lay(over) => self.over = Some(over),
            Action::GoOn => self.over = None,
            Action::End => effects.push(Effect::End(Box::new(self.session.clone()))),
            Action::KeepAgain => effects.push(Effect::Keep(Box::new(self.session.clone()))),
            _ => {}
        }
    }

    /// The browser went somewhere: to one of the pages, or to an address that is put right again.
    fn went(&mut self, n: Option<usize>, effects: &mut Vec<Effect>) {
        match n {
            Some(n) if n < self.steps().len() => {
                self.n = n;
                self.mistyped = None;
                if self.over != Some(Over::Cover) {
                    self.over = None;
                }
            }
            _ => effects.push(Effect::ShowInstead(self.n)),
        }
    }

    /// The pages.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        self.asked.steps(&self.session)
    }

    /// The page that is shown.
    #[must_use]
    pub fn step(&self) -> Step {
        let steps = self.steps();
        steps[self.n.min(steps.len() - 1)]
    }

    fn go(&mut self, n: usize, effects: &mut Vec<Effect>) {
        self.mistyped = None;
        let n = n.min(self.steps().len() - 1);
        if n != self.n {
            self.n = n;
            effects.push(Effect::Show(n));
        }
    }

    /// What stands as the answer to a question.
    pub(super) fn given(&self, item: &str) -> Option<Answer> {
        let instrument = &self.asked.books[0].instrument;
        instrument.find_item(item).map(|at| self.session.answer_to(instrument, at))
    }

    /// Whether the person would rather talk about a question.
    #[must_use]
    pub fn rather_talk(&self, item: &str) -> bool {
        let last = self.session.entries.get(&ItemId::from(item)).and_then(|list| list.last());
        last.is_some_and(|entry| entry.rather_talk)
    }

    fn answer(
        &mut self,
        outside: Outside,
        language: Language,
        item: &str,
        answer: Answer,
        effects: &mut Vec<Effect>,
    ) {
        self.typing = false;
        self.mistyped = self.mistyped.take().and_then(|wrong| wrong.after(&answer));
        if self.over.is_none() {
            self.touched = outside.at;
        }
        if self.given(item).is_some_and(|given| given != answer) {
            let rather_talk = self.rather_talk(item);
            self.enter(outside, language, item, Said { answer, rather_talk }, effects);
        }
    }

    fn enter(
        &mut self,
        outside: Outside,
        language: Language,
        item: &str,
        said: Said,
        effects: &mut Vec<Effect>,
    ) {
        let book = self.asked.book(language);
        let Some(at) = book.instrument.find_item(item).filter(|at| self.asked.items.contains(at)) else {
            return;
        };
        let entry = Entry {
            answer: said.answer,
            by: By::Person,
            language: book.language().to_owned(),
            wording: book.provenance(),
            mode: Mode::Alone,
            revision: 0,
            at: outside.at,
            rather_talk: said.rather_talk,
        };
        // An answer the item does not take cannot come from a page made of the item itself.
        if self.session.take_in(&book.instrument, at, entry, outside.today).is_ok() {
            effects.push(Effect::Keep(Box::new(self.session.clone())));
        }
    }

    fn skip(&mut self, outside: Outside, language: Language, section: usize, effects: &mut Vec<Effect>) {
        let instrument = self.asked.books[0].instrument.clone();
        let of = |at: &ItemAt| instrument.item(*at).section == section;
        for at in self.asked.asked(&self.session).into_iter().filter(of) {
            if self.session.answer_to(&instrument, at) == Answer::NOT_REACHED {
                let item = instrument.item(at).id.to_string();
                self.answer(outside, language, &item, Answer::Missing(Missing::Skipped), effects);
            }
        }
        let steps = self.steps();
        let inside = |step: &Step| matches!(step, Step::Question(at) if of(at));
        let last = steps.iter().rposition(inside).unwrap_or(self.n);
        self.go(last + 1, effects);
    }
}

/// What is said to one question.
struct Said {
    answer: Answer,
    rather_talk: bool,
}

/// How long it lay untouched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lay {
    Touched,
    Covered,
    TooLong,
}
