//! The questions on one screen: a field's cards together, open questions together, a gate alone.

use crate::app::View;
use crate::components::answer_card::{Aside, Card, Choice, Lie, aside, card};
use crate::components::controls::{back, button, heading, lead, link, notice, quiet_button};
use crate::components::text_answer::TextAnswer;
use crate::library::Book;
use crate::pages::here;
use crate::route::{Route, Then};
use crate::screens::{Lay, Screen, screen_of, screens};
use crate::state::{Action, Open, Sitting};
use crate::text::Phrase;
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{Code, Instrument, Intention, ItemAt, ItemKind};
use assessment_core::session::{SessionId, Stage};
use std::collections::BTreeSet;
use yew::prelude::*;

/// The screen an item stands on; none when it is not asked.
pub fn page(
    view: &View<'_>,
    open: &Open,
    sitting: &Sitting,
    book: &Book,
    item: &str,
    then: Then,
) -> Option<Html> {
    let (text, session) = (view.text, &sitting.session);
    if session.stage != Stage::Draft {
        return Some(crate::pages::check::page(view, sitting, book));
    }
    let instrument = &book.instrument;
    let responses = session.responses(instrument);
    let lay = open.lay(session);
    let shown = screens(instrument, &responses, lay);
    let n = screen_of(&shown, instrument.find_item(item)?)?;
    let screen = &shown[n];
    if book.section(screen.section).is_none() {
        return Some(no_words(view, sitting));
    }
    let id = session.start.id;
    let before = match (then, n.checked_sub(1)) {
        (Then::Check, _) => Route::Check(id),
        (Then::Next, None) => Route::Person(session.start.person),
        (Then::Next, Some(before)) => to(instrument, id, &shown[before]),
    };
    let first = instrument.item(screen.items[0]).id.to_string();
    let asking = Asking { view, book, sitting };
    Some(html! {
        <div class="sitting" key={first.clone()}>
            { back(view, before) }
            { here::line(view, sitting, &first) }
            { asking.top(&shown, screen, lay) }
            { last_time(view, open, sitting, book, screen) }
            { for screen.items.iter().map(|at| asking.laid(*at, lay)) }
            { urgent(view, sitting, book, screen) }
            { injecting(view, sitting, book, screen) }
            <div class="go-on">
                { button(text.question_go_on(), view.send(Action::Continue(id, first.clone()))) }
                { saved(view, sitting) }
            </div>
            { here::lay(view, open, sitting, screen) }
            { link(view, Route::Break(id), "stop-link", text.break_link()) }
            { link(view, Route::Person(session.start.person), "stop-link", text.question_stop()) }
        </div>
    })
}

/// The words this was begun in are not on the tablet any more.
fn no_words(view: &View<'_>, sitting: &Sitting) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Person(sitting.session.start.person)) }
        { heading(text.title_question()) }
        { lead(text.question_no_words()) }
        { quiet_button(text.person_draft_close(), view.send(Action::Finish(sitting.session.start.id))) }
    </>}
}

fn to(instrument: &Instrument, session: SessionId, screen: &Screen) -> Route {
    let item = instrument.item(screen.items[0]).id.to_string();
    Route::Question { session, item, then: Then::Next }
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

pub(super) fn saved(view: &View<'_>, sitting: &Sitting) -> Html {
    let text = view.text;
    html! {
        <p class="saved" role="status">
            if sitting.session.revision > 0 || sitting.typing {
                if sitting.saved >= sitting.session.revision && !sitting.typing { { text.question_saved() } }
                else { { text.question_saving() } }
            }
        </p>
    }
}

/// Something that cannot wait is offered to be sorted first, at once.
fn urgent(view: &View<'_>, sitting: &Sitting, book: &Book, screen: &Screen) -> Html {
    let text = view.text;
    let urgent = book.instrument.sections()[screen.section].intention == Intention::Urgent;
    if !urgent || crate::pages::sort_first::ticked(sitting, book).is_empty() {
        return Html::default();
    }
    notice(html! {<>
        <p><b>{ text.urgent_offer() }</b></p>
        { link(view, Route::SortFirst(sitting.session.start.id), "govuk-button", text.urgent_offer_yes()) }
        <p>{ text.urgent_danger() }</p>
    </>})
}

/// Somebody who injects is offered what keeps them well, and nothing else comes of the answer.
fn injecting(view: &View<'_>, sitting: &Sitting, book: &Book, screen: &Screen) -> Html {
    let said = |at: &ItemAt| {
        book.instrument.item(*at).id.as_str() == "inject"
            && sitting.session.answer_to(&book.instrument, *at) == Answer::Coded(1)
    };
    if screen.items.iter().any(said) { notice(view.text.question_injecting()) } else { Html::default() }
}

/// The named thing is text, not a score: it may be kept from last time, with one tap.
fn last_time(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book, screen: &Screen) -> Html {
    let (instrument, session) = (&book.instrument, &sitting.session);
    let named = instrument.scales().iter().find_map(|scale| scale.same_text);
    let Some(at) = named.filter(|at| screen.items.contains(at)) else { return Html::default() };
    let same = open.given(session.start.person, session.instrument.as_str());
    let earlier = same.filter(|head| head.start.id != session.start.id);
    let texts = earlier.filter_map(|head| open.sittings.get(&head.start.id));
    let named = texts.filter_map(|s| match s.session.answer_to(instrument, at) {
        Answer::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    });
    let Some(last) = named.last() else { return Html::default() };
    let item = instrument.item(at).id.to_string();
    let keep = Action::Answer(session.start.id, item, Answer::Text(last.clone()));
    notice(html! {<>
        <p>{ view.text.question_last_time() }</p>
        <blockquote class="own-words">{ last }</blockquote>
        { quiet_button(view.text.question_keep_named(), view.send(keep)) }
    </>})
}

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
        html! {<>
            <p class="progress">{ part(self.view, shown, screen) }</p>
            if lay == Lay::OneByOne {
                <p class="small" lang={self.lang()}>{ title }</p>
            } else {
                <h1 id="heading" class="page-heading" tabindex="-1" lang={self.lang()}>{ title }</h1>
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
            _ => self.card(at, lay),
        }
    }

    fn question(&self, at: ItemAt) -> Html {
        let setting = self.sitting.session.start.setting;
        self.spoken(self.book.question(at, setting))
    }

    /// Words of the instrument, in the language they are in.
    fn spoken(&self, words: String) -> Html {
        html! { <span lang={self.lang()}>{ words }</span> }
    }

    fn help(&self, at: ItemAt) -> Option<(Html, Html)> {
        let help = self.book.help(at)?;
        let help = html! { <span lang={self.lang()}>{ help.to_owned() }</span> };
        Some((self.view.text.question_what_this_means().into(), help))
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
                if let Some((summary, body)) = self.help(at) {
                    { crate::components::controls::details(summary, html! { <p>{ body }</p> }) }
                }
                <TextAnswer key={id.clone()} id={id.clone()} value={value} described_by={format!("item-{id}")} {onwords}
                    ontyping={typing} />
                <div class="asides">
                    if let Some(standing) = self.standing(&present) { <span class="standing">{ standing }</span> }
                    { for self.asides(at, &present).into_iter().map(|one| aside(&id, one)) }
                </div>
            </fieldset>
        }
    }

    fn card(&self, at: ItemAt, lay: Lay) -> Html {
        let instrument = &self.book.instrument;
        let item = instrument.item(at);
        let present = self.sitting.session.answer_to(instrument, at);
        let several = matches!(item.kind, ItemKind::Several { .. });
        let number = matches!(item.kind, ItemKind::Number { .. });
        let hint = several.then(|| self.view.text.question_choose_any().into());
        let ends = match item.kind {
            ItemKind::Number { from, to, .. } => {
                let end = |code, words| self.end(instrument.code_text(at, code), words);
                self.book.ends(at).map(|(low, high)| (end(from, low), end(to, high)))
            }
            _ => None,
        };
        card(Card {
            id: item.id.to_string(),
            question: self.question(at),
            hint,
            help: self.help(at),
            ends,
            kind: if several { "checkbox" } else { "radio" },
            choices: self.choices(at, &present),
            lie: match instrument.options(at).len() {
                _ if number => Lie::Numbers,
                0..=3 if !several => Lie::Row,
                _ => Lie::Column,
            },
            onchoose: self.onchoose(at, &present),
            standing: self.standing(&present),
            asides: self.asides(at, &present),
            alone: lay == Lay::OneByOne,
        })
    }

    fn end(&self, number: String, words: &str) -> Html {
        html! { <><b>{ number }</b>{ " " }<span lang={self.lang()}>{ words.to_owned() }</span></> }
    }

    fn choices(&self, at: ItemAt, present: &Answer) -> Vec<Choice> {
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

    fn onchoose(&self, at: ItemAt, present: &Answer) -> Callback<String> {
        let (dispatch, session) = (self.view.dispatch.clone(), self.sitting.session.start.id);
        let item = self.book.instrument.item(at);
        let (id, kind, present) = (item.id.to_string(), item.kind.clone(), present.clone());
        Callback::from(move |value: String| {
            let answer = match (Missing::read(&value), value.parse::<Code>()) {
                (Some(missing), _) => Answer::Missing(missing),
                (None, Ok(code)) => chosen(&kind, &present, code),
                (None, Err(_)) => return,
            };
            dispatch.emit(Action::Answer(session, id.clone(), answer));
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
