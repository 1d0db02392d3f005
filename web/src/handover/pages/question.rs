//! One question on a page of its own: its words are the heading, its answers are big, and every way around
//! it stands below.

use super::super::app::View;
use super::super::state::{Action, Asking, Over};
use crate::browser::focus;
use crate::components::answer_card::{Card, Choice, Help, Lie, card};
use crate::components::controls::{button, go_on};
use crate::components::number_field::{NumberField, number_field};
use crate::components::pictures::beside;
use crate::components::problems;
use crate::components::saved::{Keeping, saved};
use crate::components::text_answer::TextAnswer;
use crate::library::Book;
use crate::pages::chosen;
use crate::raises::{offers_naloxone, raises};
use crate::text::Phrase;
use crate::typed::{self, Mistyped};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{Code, ItemAt, ItemKind};
use yew::prelude::*;

/// The page.
pub(super) fn page(view: &View<'_>, asking: &Asking, at: ItemAt) -> Html {
    let text = view.text;
    let book = asking.asked.book(text.language());
    let item = book.instrument.item(at).id.to_string();
    let present = asking.session.answer_to(&book.instrument, at);
    let one = One { view, asking, book, at, item: item.clone(), present };
    let [number, all] = asking.asked.count(&asking.steps(), asking.n);
    html! {
        <div class="sitting" key={item.clone()}>
            { one.trouble() }
            { back(view, asking) }
            <p class="progress">{ text.handed_question(&all.to_string(), &number.to_string()) }</p>
            { one.intro() }
            { one.asked() }
            { one.raised() }
            { one.injecting() }
            <div class="go-on">
                { go_on(one.raises(), text.go_on(), view.send(Action::Continue(item))) }
                { saved(text, keeping(asking)) }
            </div>
            { one.asides() }
        </div>
    }
}

/// The link back. It has a true address, so the browser's own ways of following it work too.
pub(super) fn back(view: &View<'_>, asking: &Asking) -> Html {
    let href = super::super::steps::address(asking.n.saturating_sub(1));
    let dispatch = view.dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dispatch.emit(Action::Back);
    });
    html! { <a {href} class="back-link handed-back" {onclick}>{ view.text.back() }</a> }
}

fn keeping(asking: &Asking) -> Keeping {
    match asking.typing {
        true => Keeping::UnderWay,
        false if asking.mistyped.is_some() || asking.not_kept => Keeping::Nothing,
        false => Keeping::of(asking.session.revision, asking.saved),
    }
}

struct One<'a> {
    view: &'a View<'a>,
    asking: &'a Asking,
    book: &'a Book,
    at: ItemAt,
    item: String,
    present: Answer,
}

impl One<'_> {
    /// The language the question is in, when it is not the page's.
    fn lang(&self) -> Option<String> {
        let spoken = self.book.language();
        (spoken != self.view.text.language().code()).then(|| spoken.to_owned())
    }

    /// Words of the instrument, in the language they are in.
    fn spoken(&self, words: String) -> Html {
        html! { <span lang={self.lang()}>{ words }</span> }
    }

    fn question(&self) -> Html {
        let setting = self.asking.asked.head.start.setting;
        let words = self.spoken(self.book.question(self.at, setting));
        beside(self.asking.asked.pictures, self.book.instrument.picture(self.at), words)
    }

    fn help(&self) -> Option<Help> {
        let help = self.book.help(self.at)?;
        Some(Help {
            summary: self.view.text.question_what_this_means().into(),
            body: self.spoken(help.to_owned()),
            onopen: self.view.send(Action::OpenHelp(self.item.clone())),
        })
    }

    /// How the part opens that the question is in: it may say what time is asked about, so it stands over each.
    fn intro(&self) -> Html {
        let section = self.book.section(self.book.instrument.item(self.at).section);
        let intro = section.and_then(|words| words.intro.clone());
        intro.map(|intro| html! { <p class="handed-intro">{ self.spoken(intro) }</p> }).unwrap_or_default()
    }

    fn asked(&self) -> Html {
        match self.book.instrument.item(self.at).kind {
            ItemKind::Text => self.words(),
            ref kind if typed::is_typed(kind) => self.number(),
            _ => self.card(),
        }
    }

    fn words(&self) -> Html {
        let (value, had_words) = match &self.present {
            Answer::Text(words) => (words.clone(), true),
            _ => (String::new(), false),
        };
        let (dispatch, item) = (self.view.dispatch.clone(), self.item.clone());
        let onwords = Callback::from(move |words: String| {
            let answer = if !words.is_empty() {
                Answer::Text(words)
            } else if had_words {
                Answer::Missing(Missing::Cleared)
            } else {
                return;
            };
            dispatch.emit(Action::Answer(item.clone(), answer));
        });
        let id = self.item.clone();
        html! {
            <fieldset id={format!("item-{id}")} class="answer-card" tabindex="-1">
                <legend>
                    <h1 id="heading" class="page-heading" tabindex="-1"><label for={id.clone()}>{ self.question() }</label></h1>
                </legend>
                if let Some(help) = self.help() { { help.draw() } }
                <TextAnswer key={id.clone()} id={id.clone()} value={value} described_by={format!("standing-{id}")}
                    {onwords} ontyping={self.view.send(Action::Typing)} />
                <p id={format!("standing-{id}")} class="standing">{ self.standing() }</p>
            </fieldset>
        }
    }

    /// What to mend before going on.
    fn trouble(&self) -> Html {
        let told = self.asking.mistyped.as_ref().is_some_and(|wrong| wrong.told);
        let said = || typed::fault(self.view.text, &self.book.instrument, self.at);
        if told { problems::summary(self.view.text, &self.item, said()) } else { Html::default() }
    }

    fn number(&self) -> Html {
        let (text, instrument, at) = (self.view.text, &self.book.instrument, self.at);
        let wrong = self.asking.mistyped.as_ref();
        let written = || typed::written(instrument, at, &self.present);
        number_field(NumberField {
            id: self.item.clone(),
            question: self.question(),
            bounds: typed::bounds(text, instrument, at).into(),
            help: self.help(),
            ends: self.ends(),
            fault: wrong.filter(|wrong| wrong.told).map(|_| typed::fault(text, instrument, at).into()),
            value: wrong.and_then(|wrong| wrong.typed.clone()).unwrap_or_else(written),
            keys: typed::keys(&instrument.item(at).kind),
            ontyped: self.ontyped(),
            ontyping: self.view.send(Action::Typing),
            apart: self.choices(),
            onchoose: self.onchoose(),
            standing: self.standing(),
            asides: Vec::new(),
            alone: true,
        })
    }

    fn ontyped(&self) -> Callback<String> {
        let (dispatch, item, at) = (self.view.dispatch.clone(), self.item.clone(), self.at);
        let (instrument, present) = (self.book.instrument.clone(), self.present.clone());
        Callback::from(move |words: String| {
            dispatch.emit(match typed::given(&instrument, at, &present, &words) {
                Some(answer) => Action::Answer(item.clone(), answer),
                None => Action::Mistyped(Mistyped { field: item.clone(), typed: Some(words), told: false }),
            });
        })
    }

    /// The words for the lowest and the highest number.
    fn ends(&self) -> Option<(Html, Html)> {
        let instrument = &self.book.instrument;
        let ItemKind::Number { from, to, .. } = instrument.item(self.at).kind else { return None };
        let (low, high) = self.book.ends(self.at)?;
        let end = |code: Code, words: &str| {
            let number = instrument.code_text(self.at, code);
            html! { <><b>{ number }</b>{ " " }{ self.spoken(words.to_owned()) }</> }
        };
        Some((end(from, low), end(to, high)))
    }

    fn onchoose(&self) -> Callback<String> {
        let (dispatch, item) = (self.view.dispatch.clone(), self.item.clone());
        let (of, present) = (self.book.instrument.item(self.at).kind.clone(), self.present.clone());
        Callback::from(move |value: String| {
            let answer = match (Missing::read(&value), value.parse::<Code>()) {
                (Some(missing), _) => Answer::Missing(missing),
                (None, Ok(code)) => chosen(&of, &present, code),
                (None, Err(_)) => return,
            };
            dispatch.emit(Action::Answer(item.clone(), answer));
        })
    }

    fn card(&self) -> Html {
        let kind = &self.book.instrument.item(self.at).kind;
        let several = matches!(kind, ItemKind::Several { .. });
        card(Card {
            id: self.item.clone(),
            question: self.question(),
            hint: several.then(|| self.view.text.question_choose_any().into()),
            help: self.help(),
            ends: self.ends(),
            kind: if several { "checkbox" } else { "radio" },
            choices: self.choices(),
            lie: if matches!(kind, ItemKind::Number { .. }) { Lie::Numbers } else { Lie::Column },
            onchoose: self.onchoose(),
            standing: self.standing(),
            asides: Vec::new(),
            alone: true,
        })
    }

    fn choices(&self) -> Vec<Choice> {
        let setting = self.asking.asked.head.start.setting;
        let (instrument, wording) = (&self.book.instrument, self.book);
        let item = instrument.item(self.at);
        let choice = |code: Code, label: String| Choice {
            value: code.to_string(),
            label: self.spoken(label),
            chosen: match &self.present {
                Answer::Coded(given) => *given == code,
                Answer::Several(given) => given.contains(&code),
                _ => false,
            },
            apart: matches!(&item.kind, ItemKind::Several { alone, .. } if alone.contains(&code)),
        };
        let mut choices: Vec<Choice> = match item.kind {
            ref kind if typed::is_typed(kind) => Vec::new(),
            ItemKind::Number { from, to, .. } => {
                (from..=to).map(|n| choice(n, instrument.code_text(self.at, n))).collect()
            }
            _ => {
                let options = instrument.options(self.at).iter();
                options.map(|o| choice(o.code, wording.option(self.at, o.code, setting))).collect()
            }
        };
        if item.may_not_apply {
            choices.push(Choice {
                value: Missing::DoesNotApply.word().to_owned(),
                label: self.spoken(wording.does_not_apply(self.at, setting).unwrap_or_default().to_owned()),
                chosen: self.present == Answer::Missing(Missing::DoesNotApply),
                apart: true,
            });
        }
        choices
    }

    /// What stands instead of an answer, and that the person would rather talk.
    fn standing(&self) -> Option<Html> {
        let text = self.view.text;
        let said: Option<Phrase> = match &self.present {
            Answer::Missing(Missing::Skipped) => Some(text.question_skipped()),
            Answer::Missing(Missing::Cleared) => Some(text.question_cleared()),
            Answer::Missing(Missing::PreferNotToSay) => Some(text.question_refused()),
            _ => None,
        };
        let talk = self.asking.rather_talk(&self.item).then(|| text.handed_talk_said());
        (said.is_some() || talk.is_some()).then(|| html! {<>{ said }{ " " }{ talk }</>})
    }

    fn raises(&self) -> bool {
        raises(&self.book.instrument, self.at, &self.present)
    }

    /// Some answers are followed by the offer to get somebody, at once. The place for it is always there, so
    /// that it is read out when it fills.
    fn raised(&self) -> Html {
        let text = self.view.text;
        html! {
            <div role="status">
                if self.raises() {
                    <div class="notice">
                        <p><b>{ text.handed_raised() }</b></p>
                        { button(text.handed_raised_yes(), self.view.send(Action::Lay(Over::Worker))) }
                        <p>{ text.contacts_danger() }</p>
                    </div>
                }
            </div>
        }
    }

    /// Somebody who injects is offered what keeps them well. The worker reads of the wish only if the person says so.
    fn injecting(&self) -> Html {
        let text = self.view.text;
        let talk = self.asking.rather_talk(&self.item);
        let label = if talk { text.handed_injecting_not() } else { text.handed_injecting_yes() };
        html! {
            <div role="status">
                if offers_naloxone(&self.book.instrument, self.at, &self.present) {
                    <div class="notice">
                        <p>{ text.handed_injecting() }</p>
                        { self.way(label, Action::RatherTalk(self.item.clone()), After::Stays) }
                        <p>{ text.handed_injecting_go_on() }</p>
                    </div>
                }
            </div>
        }
    }

    /// Every way around the question. None of them is smaller than an answer.
    fn asides(&self) -> Html {
        let text = self.view.text;
        let given = !matches!(self.present, Answer::Missing(Missing::NotReached | Missing::Cleared));
        let talk = self.asking.rather_talk(&self.item);
        let pass = |label: Phrase, why: Missing| {
            self.way(label, Action::Pass(self.item.clone(), why), After::Leaves)
        };
        html! {
            <div class="handed-asides">
                if given {
                    { self.way(text.question_clear(), Action::Answer(self.item.clone(), Answer::Missing(Missing::Cleared)), After::Stays) }
                } else {
                    { pass(text.handed_skip_button(), Missing::Skipped) }
                }
                { pass(text.question_refuse(), Missing::PreferNotToSay) }
                { self.way(if talk { text.handed_talk_not() } else { text.handed_talk() },
                    Action::RatherTalk(self.item.clone()), After::Stays) }
            </div>
        }
    }

    /// What stays on the page moves focus to the question, whose words now say how things stand.
    fn way(&self, label: Phrase, action: Action, after: After) -> Html {
        let (dispatch, card) = (self.view.dispatch.clone(), format!("item-{}", self.item));
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.emit(action.clone());
            if after == After::Stays {
                focus(&card);
            }
        });
        html! { <button type="button" class="text-button" {onclick}>{ label }</button> }
    }
}

/// Whether a button leads to another page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Stays,
    Leaves,
}
