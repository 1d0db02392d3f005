//! What is already known, gone through with the person: each fact to say something of, or to leave. Before somebody
//! else nothing of it is shown.

use super::{source_line, source_to_you};
use crate::app::View;
use crate::components::answer_card::{Aside, Card, Choice, Lie, aside, card};
use crate::components::controls::{back, heading, lead, link, link_button, notice, words};
use crate::components::text_answer::TextAnswer;
use crate::known::{Fact, Saying, Shown};
use crate::library::Book;
use crate::notes::Word;
use crate::pages::here;
use crate::person::Person;
use crate::route::{Route, hex};
use crate::state::{Action, Open, Sitting, Step};
use crate::text::{Phrase, Text};
use assessment_core::session::{Session, SessionId, Stage};
use yew::prelude::*;

/// Without a sitting: nobody wrote down who is there, so the page says whom it is for.
pub(in crate::pages) fn together(view: &View<'_>, person: &Person) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Known(person.id)) }
        { heading(text.known_you_title()) }
        { notice(text.known_you_alone()) }
        { facts(view, person, None) }
        <div class="go-on">{ link_button(view, Route::Known(person.id), text.known_you_done()) }</div>
    </>}
}

/// At the beginning of a sitting, once it is known who is there.
pub(in crate::pages) fn at_first(
    view: &View<'_>,
    open: &Open,
    sitting: &Sitting,
    book: &Book,
) -> Option<Html> {
    let (text, session) = (view.text, &sitting.session);
    let person = open.people.get(&session.start.person)?;
    let asked = |at| book.instrument.item(at).asked_in(session.start.setting);
    let first = book.instrument.positions().find(|at| asked(*at))?;
    let item = book.instrument.item(first).id.to_string();
    let held = session.stage != Stage::Draft || open.facts_held(session);
    Some(html! {<>
        { back(view, Route::Person(person.id)) }
        { here::line(view, sitting, &item) }
        if held {
            { heading(text.known_held_title()) }
            { lead(text.known_held()) }
        } else {
            { heading(text.known_you_title()) }
            { facts(view, person, Some(session.start.id)) }
        }
        <div class="go-on">
            if let Some(route) = open.resume(session.start.id) { { link_button(view, route, text.known_you_go_on()) } }
        </div>
    </>})
}

/// Over the first questions, where facts wait for a private moment.
pub(in crate::pages) fn held_line(view: &View<'_>, open: &Open, session: &Session) -> Html {
    let waits = open.facts_held(session) && open.facts_waiting(session, view.today) > 0;
    html! { if waits { <p class="small held-line">{ view.text.known_held() }</p> } }
}

/// Among the answers: what is still to be gone through, and the way there.
pub(in crate::pages) fn waits(view: &View<'_>, open: &Open, session: &Session) -> Html {
    let text = view.text;
    if open.facts_waiting(session, view.today) == 0 {
        return Html::default();
    }
    let held = open.facts_held(session);
    html! {
        <section class="held">
            <h2 class="second-heading">{ if held { text.known_held_title() } else { text.known_you_title() } }</h2>
            { words(if held { text.check_held_why() } else { text.known_you_free() }) }
            { link(view, Route::KnownFirst(session.start.id), "row-link", text.known_now()) }
        </section>
    }
}

fn facts(view: &View<'_>, person: &Person, sitting: Option<SessionId>) -> Html {
    let text = view.text;
    let mut shown = person.facts.shown(view.today).peekable();
    if shown.peek().is_none() {
        return lead(text.known_you_none());
    }
    let telling = Telling { view, person, sitting };
    html! {<>
        { lead(text.known_you_lead()) }
        { words(text.known_you_free()) }
        { for shown.map(|fact| html! {
            <div key={hex(&fact.id.0)} class="asked fact-asked">
                { match fact.shown(view.today) {
                    Shown::Short => telling.short(fact),
                    Shown::Asked | Shown::Hidden => telling.asked(fact),
                } }
            </div>
        }) }
    </>}
}

/// Whose facts, and in which sitting.
struct Telling<'a> {
    view: &'a View<'a>,
    person: &'a Person,
    sitting: Option<SessionId>,
}

impl Telling<'_> {
    fn say(&self, fact: &Fact, saying: Option<Saying>) -> Action {
        Action::Fact(self.person.id, Step::Say(fact.id, saying, self.sitting))
    }

    /// A fact to say something of. What was said today is chosen; nothing is to begin with.
    fn asked(&self, fact: &Fact) -> Html {
        let (view, text, id) = (self.view, self.view.text, hex(&fact.id.0));
        let said = fact.says().filter(|said| said.on == view.today).and_then(|said| said.saying);
        let choice = |(saying, word): &(Saying, &'static str)| Choice {
            value: (*word).to_owned(),
            label: label(text, *saying).into(),
            chosen: said == Some(*saying),
            apart: *saying == Saying::NotNow,
        };
        let (dispatch, person, fact_id, sitting) =
            (view.dispatch.clone(), self.person.id, fact.id, self.sitting);
        let onchoose = Callback::from(move |word: String| {
            dispatch.emit(Action::Fact(person, Step::Say(fact_id, Saying::read(&word), sitting)));
        });
        let clear = said.map(|_| Aside {
            key: "clear",
            label: text.known_you_clear().into(),
            name: text.known_you_clear_label(&fact.written.words).plain().into(),
            onclick: view.send(self.say(fact, None)),
        });
        html! {<>
            { card(Card {
                id: id.clone(),
                question: html! { <span dir="auto">{ fact.written.words.clone() }</span> },
                hint: Some(source_line(view, &fact.written, source_to_you)),
                help: None,
                ends: None,
                kind: "radio",
                choices: Saying::WORDS.iter().map(choice).collect(),
                lie: Lie::Row,
                onchoose,
                standing: None,
                asides: clear.into_iter().collect(),
                alone: false,
            }) }
            if said == Some(Saying::NotQuite) { { self.correction(fact, &id) } }
        </>}
    }

    /// A place for what is right, in their own words.
    fn correction(&self, fact: &Fact, id: &str) -> Html {
        let text = self.view.text;
        let (field, hint) = (format!("words-{id}"), format!("words-{id}-hint"));
        let (person, fact_id, sitting) = (self.person.id, fact.id, self.sitting);
        let onwords = self
            .view
            .dispatch
            .reform(move |words: String| Action::Fact(person, Step::Words(fact_id, words, sitting)));
        html! {
            <div class="fact-own">
                <label class="govuk-label" for={field.clone()}>{ text.known_you_words() }</label>
                <p id={hint.clone()} class="govuk-hint">{ text.known_you_words_hint() }</p>
                <TextAnswer key={field.clone()} id={field.clone()} value={fact.correction().to_owned()}
                    described_by={hint} rows={2} {onwords} ontyping={Callback::noop()} />
            </div>
        }
    }

    /// What was said of it on another day: theirs first, then what was written.
    fn short(&self, fact: &Fact) -> Html {
        let (view, text, id) = (self.view, self.view.text, hex(&fact.id.0));
        let Some(said) = fact.says() else { return Html::default() };
        let day = view.date(said.on);
        let right = said.saying == Some(Saying::Right);
        let again = Aside {
            key: "again",
            label: text.known_you_again().into(),
            name: text.known_you_again_label(&fact.written.words).plain().into(),
            onclick: view.send(self.say(fact, None)),
        };
        html! {
            <div id={format!("item-{id}")} class="fact-short" tabindex="-1">
                if !said.words.is_empty() {
                    <figure class="quote">
                        <figcaption><p class="side-name">{ text.known_you_said(&day) }</p></figcaption>
                        <blockquote class="own-words" dir="auto">{ said.words.clone() }</blockquote>
                    </figure>
                }
                <p class="fact-words" dir="auto">{ fact.written.words.clone() }</p>
                { source_line(view, &fact.written, source_to_you) }
                if right { <p>{ text.known_you_said_right(&day) }</p> }
                if !right && said.words.is_empty() { <p>{ text.known_you_said_not_quite(&day) }</p> }
                <div class="asides">{ aside(&id, again) }</div>
            </div>
        }
    }
}

fn label(text: &Text, saying: Saying) -> Phrase {
    match saying {
        Saying::Right => text.known_you_right(),
        Saying::NotQuite => text.known_you_not_quite(),
        Saying::NotTrue => text.known_you_not_true(),
        Saying::NotNow => text.known_you_not_now(),
    }
}
