//! What helps this person: size, room, colours, language, and what the link worker should know. Each is
//! applied at once.

use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card};
use crate::components::controls::{back, heading, lead, quiet_button, words};
use crate::components::fields;
use crate::library::Book;
use crate::needs::{Colours, Help, Need, Needs, Size, Spacing};
use crate::notes::Word;
use crate::person::Person;
use crate::route::Route;
use crate::state::{Action, Open};
use crate::text::{Language, Phrase, Text};
use assessment_core::instrument::WordingRight;
use assessment_core::session::Session;
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, person: &Person) -> Html {
    let (text, needs) = (view.text, &person.needs);
    let sizes = [
        (Size::Usual, text.needs_size_usual()),
        (Size::Larger, text.needs_size_larger()),
        (Size::Large, text.needs_size_large()),
        (Size::Largest, text.needs_size_largest()),
    ];
    let room = [(Spacing::Usual, text.needs_spacing_usual()), (Spacing::Wide, text.needs_spacing_wide())];
    let colours = [(Colours::Light, text.needs_light()), (Colours::Dark, text.needs_dark())];
    let (dispatch, id) = (view.dispatch.clone(), person.id);
    let keep_words =
        Callback::from(move |_| dispatch.emit(Action::Need(id, Need::Words(fields::typed("needs-words")))));
    html! {<>
        { back(view, Route::Person(person.id)) }
        { heading(text.needs_title()) }
        { lead(text.needs_lead()) }
        { one_of(view, person, "size", text.needs_size(), needs.size, &sizes, Need::Size) }
        { one_of(view, person, "spacing", text.needs_spacing(), needs.spacing, &room, Need::Spacing) }
        { one_of(view, person, "colours", text.needs_colours(), needs.colours, &colours, Need::Colours) }
        { language(view, person) }
        { asked(view, person) }
        { helps(view, person) }
        { fields::area("needs-words", text.needs_words(), None, &needs.words) }
        { quiet_button(text.needs_words_save(), keep_words) }
        if let Some(on) = needs.right_on { { words(text.needs_right_on(&view.date(on))) } }
    </>}
}

/// What a link worker reads at a glance; none while nothing was said.
#[must_use]
pub fn summary(text: &Text, needs: &Needs) -> Vec<Phrase> {
    let mut said = Vec::new();
    match needs.language {
        Some(Language::En) => said.push(text.needs_says_english()),
        Some(Language::Cy) => said.push(text.needs_says_welsh()),
        None => {}
    }
    said.extend(needs.helps.iter().map(|help| name(text, *help)));
    said
}

fn one_of<T: Word>(
    view: &View<'_>,
    person: &Person,
    id: &'static str,
    question: Phrase,
    present: T,
    choices: &[(T, Phrase)],
    need: fn(T) -> Need,
) -> Html {
    let choices = choices.iter().map(|(value, label)| Choice {
        value: value.word().to_owned(),
        label: label.clone().into(),
        chosen: *value == present,
        apart: false,
    });
    let (dispatch, person) = (view.dispatch.clone(), person.id);
    let onchoose = Callback::from(move |word: String| {
        if let Some(value) = T::read(&word) {
            dispatch.emit(Action::Need(person, need(value)));
        }
    });
    card(laid_out(id, question, "radio", choices.collect(), onchoose))
}

fn language(view: &View<'_>, person: &Person) -> Html {
    let text = view.text;
    let present = person.needs.language;
    let choice = |language: Option<Language>, label: Html| Choice {
        value: language.map_or("any", Language::code).to_owned(),
        label,
        chosen: present == language,
        apart: false,
    };
    let named =
        |language: Language, label: Phrase| html! { <span lang={language.code()}>{ label.plain() }</span> };
    let choices = vec![
        choice(Some(Language::Cy), named(Language::Cy, text.language_welsh())),
        choice(Some(Language::En), named(Language::En, text.language_english())),
        choice(None, text.needs_any_language().into()),
    ];
    let (dispatch, person) = (view.dispatch.clone(), person.id);
    let onchoose = Callback::from(move |code: String| {
        dispatch.emit(Action::Need(person, Need::Language(Language::from_code(&code))));
    });
    card(laid_out("language", text.needs_language(), "radio", choices, onchoose))
}

/// What changes how the questions are asked, each for itself.
const ASKED: [Help; 2] = [Help::SimpleWords, Help::Pictures];

fn asked(view: &View<'_>, person: &Person) -> Html {
    let hint = Some(view.text.needs_asked_hint().into());
    card(Card { hint, ..ticks(view, person, "asked", view.text.needs_asked(), |help| ASKED.contains(&help)) })
}

fn helps(view: &View<'_>, person: &Person) -> Html {
    let helps = ticks(view, person, "helps", view.text.needs_helps(), |help| !ASKED.contains(&help));
    card(Card { lie: Lie::Column, ..helps })
}

fn ticks(
    view: &View<'_>,
    person: &Person,
    id: &'static str,
    question: Phrase,
    of: impl Fn(Help) -> bool,
) -> Card {
    let choices = Help::WORDS.iter().filter(|(help, _)| of(*help)).map(|(help, word)| Choice {
        value: (*word).to_owned(),
        label: name(view.text, *help).into(),
        chosen: person.needs.helps.contains(help),
        apart: false,
    });
    let (dispatch, person) = (view.dispatch.clone(), person.id);
    let onchoose = Callback::from(move |word: String| {
        if let Some(help) = Help::read(&word) {
            dispatch.emit(Action::Need(person, Need::Help(help)));
        }
    });
    laid_out(id, question, "checkbox", choices.collect(), onchoose)
}

/// The same where questions are asked that we wrote; the words of others are never altered.
pub(super) fn switches(view: &View<'_>, open: &Open, session: &Session, book: &Book) -> Html {
    let person = open.people.get(&session.start.person);
    let ours = book.instrument.wording() == WordingRight::Ours && book.brought.is_none();
    let Some(person) = person.filter(|_| ours) else { return Html::default() };
    let switch = |help: Help| {
        let on = person.needs.helps.contains(&help);
        let onclick = view.send(Action::Need(person.id, Need::Help(help)));
        html! {
            <button key={help.word()} type="button" class="switch" aria-pressed={on.to_string()} {onclick}>
                { name(view.text, help) }
            </button>
        }
    };
    html! { <div class="switches">{ for ASKED.into_iter().map(switch) }</div> }
}

fn name(text: &Text, help: Help) -> Phrase {
    match help {
        Help::ReadToMe => text.needs_read_to_me(),
        Help::SimpleWords => text.needs_simple_words(),
        Help::Pictures => text.needs_pictures(),
        Help::Breaks => text.needs_breaks(),
        Help::Supporter => text.needs_supporter(),
        Help::Interpreter => text.needs_interpreter(),
        Help::Paper => text.needs_paper(),
        Help::OneAtATime => text.needs_one_at_a_time(),
    }
}

fn laid_out(
    id: &'static str,
    question: Phrase,
    kind: &'static str,
    choices: Vec<Choice>,
    onchoose: Callback<String>,
) -> Card {
    Card {
        id: id.to_owned(),
        question: question.into(),
        hint: None,
        help: None,
        ends: None,
        kind,
        choices,
        lie: Lie::Row,
        onchoose,
        standing: None,
        asides: Vec::new(),
        alone: false,
    }
}
