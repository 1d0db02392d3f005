//! One question with its answers: cards to tap, numbers, a place for words; what stands over the questions of a
//! screen.

use crate::app::View;
use crate::components::answer_card::{Aside, Card, Choice, Help, Lie, aside, card};
use crate::components::controls::lead;
use crate::components::number_field::{NumberField, number_field};
use crate::components::pictures::beside;
use crate::components::text_answer::TextAnswer;
use crate::library::Book;
use crate::screens::{Lay, Screen};
use crate::state::{Action, Sitting};
use crate::text::Phrase;
use crate::typed::{self, Mistyped};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{Code, ItemAt, ItemKind, Picture};
use assessment_core::session::SessionId;
use std::collections::BTreeSet;
use yew::prelude::*;

/// What an answer is told as.
pub(super) type Told = fn(SessionId, String, Answer) -> Action;

/// Draws items of one sitting.
pub(crate) struct Asking<'a> {
    pub view: &'a View<'a>,
    pub book: &'a Book,
    pub sitting: &'a Sitting,
}

impl Asking<'_> {
    /// The language the questions are in, when it is not the page's.
    pub fn lang(&self) -> Option<String> {
        self.view.lang(self.book)
    }

    fn send(&self, at: ItemAt, answer: Answer) -> Action {
        let item = self.book.instrument.item(at).id.to_string();
        Action::Answer(self.sitting.session.start.id, item, answer)
    }

    /// What stands over the questions of a screen: which part it is, what it is called, how it opens.
    /// A question on a page of its own is the heading itself.
    pub fn top(&self, shown: &[Screen], screen: &Screen, lay: Lay) -> Html {
        let intro = self.book.section(screen.section).and_then(|words| words.intro.clone());
        let title = self.book.section_title(screen.section);
        let picture = self.book.instrument.sections()[screen.section].picture.map(Picture::word);
        html! {<>
            <p class="progress">{ part(self.view, shown, screen) }</p>
            if lay == Lay::OneByOne {
                <p class="small" lang={self.lang()}>{ title }</p>
            } else {
                <h1 id="heading" class="page-heading" tabindex="-1" lang={self.lang()}>
                    { beside(self.view.pictures, picture, title.into()) }
                </h1>
            }
            if let Some(intro) = intro.filter(|_| screen.part.0 == 1) {
                <div lang={self.lang()}>{ lead(intro) }</div>
            }
        </>}
    }

    /// One item among others.
    pub fn item(&self, at: ItemAt) -> Html {
        self.laid(at, Lay::Together)
    }

    /// One item as it is laid out.
    pub fn laid(&self, at: ItemAt, lay: Lay) -> Html {
        match self.book.instrument.item(at).kind {
            ItemKind::Text => self.words(at, lay),
            ref kind if typed::is_typed(kind) => self.number(at, lay),
            _ => self.card(at, lay),
        }
    }

    fn question(&self, at: ItemAt) -> Html {
        let setting = self.sitting.session.start.setting;
        let words = self.spoken(self.book.question(at, setting));
        beside(self.view.pictures, self.book.instrument.picture(at), words)
    }

    /// The question as it stands on pages that ask nothing.
    pub fn topic(&self, at: ItemAt) -> Html {
        self.spoken(self.book.text(at, self.sitting.session.start.setting).to_owned())
    }

    /// Words of the instrument, in the language they are in.
    pub(super) fn spoken(&self, words: String) -> Html {
        html! { <span lang={self.lang()}>{ words }</span> }
    }

    fn help(&self, at: ItemAt) -> Option<Help> {
        let help = self.book.help(at)?;
        let item = self.book.instrument.item(at).id.to_string();
        Some(Help {
            summary: self.view.text.question_what_this_means().into(),
            body: self.spoken(help.to_owned()),
            onopen: self.view.send(Action::OpenHelp(self.sitting.session.start.id, item)),
        })
    }

    fn words(&self, at: ItemAt, lay: Lay) -> Html {
        let instrument = &self.book.instrument;
        let id = instrument.item(at).id.to_string();
        let present = self.sitting.session.answer_to(instrument, at);
        let (value, had_words) = match &present {
            Answer::Text(words) => (words.clone(), true),
            _ => (String::new(), false),
        };
        let (dispatch, session, item) =
            (self.view.dispatch.clone(), self.sitting.session.start.id, id.clone());
        let onwords = Callback::from(move |words: String| {
            let answer = if !words.is_empty() {
                Answer::Text(words)
            } else if had_words {
                Answer::Missing(Missing::Cleared)
            } else {
                return;
            };
            dispatch.emit(Action::Answer(session, item.clone(), answer));
        });
        let typing = self.view.send(Action::Typing(session));
        let label = html! { <label for={id.clone()}>{ self.question(at) }</label> };
        html! {
            <fieldset id={format!("item-{id}")} class="answer-card" tabindex="-1">
                <legend>
                    if lay == Lay::OneByOne { <h1 id="heading" class="page-heading" tabindex="-1">{ label }</h1> }
                    else { <h2 class="question">{ label }</h2> }
                </legend>
                if let Some(help) = self.help(at) { { help.draw() } }
                <TextAnswer key={id.clone()} id={id.clone()} value={value} described_by={format!("item-{id}")} {onwords}
                    ontyping={typing} />
                <div class="asides">
                    if let Some(standing) = self.standing(&present) { <span class="standing">{ standing }</span> }
                    { for self.asides(at, &present).into_iter().map(|one| aside(&id, one)) }
                </div>
            </fieldset>
        }
    }

    fn number(&self, at: ItemAt, lay: Lay) -> Html {
        let (text, instrument) = (self.view.text, &self.book.instrument);
        let item = instrument.item(at);
        let present = self.sitting.session.answer_to(instrument, at);
        let field = item.id.to_string();
        let mistyped = self.mistyped(&field);
        number_field(NumberField {
            question: self.question(at),
            bounds: typed::bounds(text, instrument, at).into(),
            help: self.help(at),
            ends: self.ends(at),
            fault: mistyped.filter(|wrong| wrong.told).map(|_| typed::fault(text, instrument, at).into()),
            value: mistyped
                .and_then(|wrong| wrong.typed.clone())
                .unwrap_or_else(|| typed::written(instrument, at, &present)),
            keys: typed::keys(&item.kind),
            ontyped: self.ontyped(at, &field, &present, Action::Answer),
            ontyping: self.view.send(Action::Typing(self.sitting.session.start.id)),
            apart: self.choices(at, &present),
            onchoose: self.onchoose(at, &present, Action::Answer),
            standing: self.standing(&present),
            asides: self.asides(at, &present),
            alone: lay == Lay::OneByOne,
            id: field,
        })
    }

    /// What was typed into a field and is no number of its item.
    pub(super) fn mistyped(&self, field: &str) -> Option<&Mistyped> {
        self.sitting.mistyped.iter().find(|wrong| wrong.field == field)
    }

    /// What was typed into a field, told as the action of whose answer it is. The worker's own is said at once.
    pub(super) fn ontyped(&self, at: ItemAt, field: &str, present: &Answer, told: Told) -> Callback<String> {
        let (dispatch, session) = (self.view.dispatch.clone(), self.sitting.session.start.id);
        let (instrument, item) = (self.book.instrument.clone(), self.book.instrument.item(at).id.to_string());
        let (field, present) = (field.to_owned(), present.clone());
        Callback::from(move |words: String| {
            dispatch.emit(match typed::given(&instrument, at, &present, &words) {
                Some(answer) => told(session, item.clone(), answer),
                None => {
                    let wrong = Mistyped { told: field != item, field: field.clone(), typed: Some(words) };
                    Action::Mistyped(session, wrong)
                }
            });
        })
    }

    fn ends(&self, at: ItemAt) -> Option<(Html, Html)> {
        let instrument = &self.book.instrument;
        let ItemKind::Number { from, to, .. } = instrument.item(at).kind else { return None };
        let end = |code, words| self.end(instrument.code_text(at, code), words);
        self.book.ends(at).map(|(low, high)| (end(from, low), end(to, high)))
    }

    fn card(&self, at: ItemAt, lay: Lay) -> Html {
        let instrument = &self.book.instrument;
        let item = instrument.item(at);
        let present = self.sitting.session.answer_to(instrument, at);
        let several = matches!(item.kind, ItemKind::Several { .. });
        let hint = several.then(|| self.view.text.question_choose_any().into());
        card(Card {
            id: item.id.to_string(),
            question: self.question(at),
            hint,
            help: self.help(at),
            ends: self.ends(at),
            kind: if several { "checkbox" } else { "radio" },
            choices: self.choices(at, &present),
            lie: self.lie(at),
            onchoose: self.onchoose(at, &present, Action::Answer),
            standing: self.standing(&present),
            asides: self.asides(at, &present),
            alone: lay == Lay::OneByOne,
        })
    }

    /// How the answers of an item lie.
    pub(super) fn lie(&self, at: ItemAt) -> Lie {
        let instrument = &self.book.instrument;
        match (&instrument.item(at).kind, instrument.options(at).len()) {
            (ItemKind::Number { .. }, _) => Lie::Numbers,
            (ItemKind::Choice { .. }, 0..=3) => Lie::Row,
            _ => Lie::Column,
        }
    }

    fn end(&self, number: String, words: &str) -> Html {
        html! { <><b>{ number }</b>{ " " }<span lang={self.lang()}>{ words.to_owned() }</span></> }
    }

    pub(super) fn choices(&self, at: ItemAt, present: &Answer) -> Vec<Choice> {
        let setting = self.sitting.session.start.setting;
        let instrument = &self.book.instrument;
        let item = instrument.item(at);
        let choice = |code: Code, label: String| Choice {
            value: code.to_string(),
            label: self.spoken(label),
            chosen: match present {
                Answer::Coded(given) => *given == code,
                Answer::Several(given) => given.contains(&code),
                _ => false,
            },
            apart: matches!(&item.kind, ItemKind::Several { alone, .. } if alone.contains(&code)),
        };
        let mut choices: Vec<Choice> = match item.kind {
            ref kind if typed::is_typed(kind) => Vec::new(),
            ItemKind::Number { from, to, .. } => {
                (from..=to).map(|n| choice(n, instrument.code_text(at, n))).collect()
            }
            _ => {
                let options = instrument.options(at).iter();
                options.map(|o| choice(o.code, self.book.option(at, o.code, setting))).collect()
            }
        };
        if item.may_not_apply {
            choices.push(Choice {
                value: Missing::DoesNotApply.word().to_owned(),
                label: self.spoken(self.book.does_not_apply(at, setting).unwrap_or_default().to_owned()),
                chosen: *present == Answer::Missing(Missing::DoesNotApply),
                apart: true,
            });
        }
        choices
    }

    /// A tap on a value, told as the action of whose answer it is.
    pub(super) fn onchoose(&self, at: ItemAt, present: &Answer, told: Told) -> Callback<String> {
        let (dispatch, session) = (self.view.dispatch.clone(), self.sitting.session.start.id);
        let item = self.book.instrument.item(at);
        let (id, kind, present) = (item.id.to_string(), item.kind.clone(), present.clone());
        Callback::from(move |value: String| {
            let answer = match (Missing::read(&value), value.parse::<Code>()) {
                (Some(missing), _) => Answer::Missing(missing),
                (None, Ok(code)) => chosen(&kind, &present, code),
                (None, Err(_)) => return,
            };
            dispatch.emit(told(session, id.clone(), answer));
        })
    }

    fn standing(&self, present: &Answer) -> Option<Html> {
        let text = self.view.text;
        let said: Phrase = match present {
            Answer::Missing(Missing::Skipped) => text.question_skipped(),
            Answer::Missing(Missing::Cleared) => text.question_cleared(),
            Answer::Missing(Missing::PreferNotToSay) => text.question_refused(),
            Answer::Missing(Missing::DoNotKnow) => text.question_do_not_know(),
            _ => return None,
        };
        Some(said.into())
    }

    fn asides(&self, at: ItemAt, present: &Answer) -> Vec<Aside> {
        let text = self.view.text;
        let setting = self.sitting.session.start.setting;
        let question = self.book.text(at, setting);
        let button = |label: Phrase, name: Phrase, missing: Missing| Aside {
            key: missing.word(),
            label: label.into(),
            name: name.into(),
            onclick: self.view.send(self.send(at, Answer::Missing(missing))),
        };
        let skip = || button(text.question_skip(), text.question_skip_label(question), Missing::Skipped);
        let refuse =
            || button(text.question_refuse(), text.question_refuse_label(question), Missing::PreferNotToSay);
        let clear = || button(text.question_clear(), text.question_clear_label(question), Missing::Cleared);
        match present {
            Answer::Missing(Missing::NotReached | Missing::Cleared) => vec![skip(), refuse()],
            Answer::Missing(Missing::Skipped) => vec![refuse()],
            Answer::Missing(Missing::PreferNotToSay) => vec![clear()],
            _ => vec![clear(), refuse()],
        }
    }
}

/// Progress in words: which part of how many.
fn part(view: &View<'_>, shown: &[Screen], screen: &Screen) -> Html {
    let mut sections: Vec<usize> = shown.iter().map(|screen| screen.section).collect();
    sections.dedup();
    let number = sections.iter().position(|section| *section == screen.section).unwrap_or(0) + 1;
    let part = view.text.question_part(&sections.len().to_string(), &number.to_string());
    let (page, pages) = screen.part;
    html! {<>
        { part }
        if pages > 1 { { ", " }{ view.text.question_page(&pages.to_string(), &page.to_string()) } }
    </>}
}

/// What a tap on a code makes of the present answer.
pub(crate) fn chosen(kind: &ItemKind, present: &Answer, code: Code) -> Answer {
    let ItemKind::Several { alone, .. } = kind else { return Answer::Coded(code) };
    let mut codes = match present {
        Answer::Several(codes) => codes.clone(),
        _ => BTreeSet::new(),
    };
    if !codes.remove(&code) {
        if alone.contains(&code) {
            codes.clear();
        }
        codes.retain(|given| !alone.contains(given));
        codes.insert(code);
    }
    if codes.is_empty() { Answer::Missing(Missing::Cleared) } else { Answer::Several(codes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_something_are_never_ticked_together() {
        let kind = ItemKind::Several { options: 0, alone: vec![0] };
        let several = |codes: &[Code]| Answer::Several(codes.iter().copied().collect());
        let nothing = Answer::Missing(Missing::Cleared);
        let rows = [
            (Answer::NOT_REACHED, 2, several(&[2])),
            (several(&[2]), 3, several(&[2, 3])),
            (several(&[2, 3]), 2, several(&[3])),
            (several(&[2]), 2, nothing.clone()),
            (several(&[2, 3]), 0, several(&[0])),
            (several(&[0]), 3, several(&[3])),
            (several(&[0]), 0, nothing),
        ];
        for (present, tapped, expected) in rows {
            assert_eq!(chosen(&kind, &present, tapped), expected, "{present:?} then {tapped}");
        }
    }
}
