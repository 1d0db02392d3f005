//! Before the tablet is handed over: which parts, and is this the right person.

use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card};
use crate::components::controls::{back, button, heading, lead, link, notice, quiet_button, said, words};
use crate::components::problems;
use crate::library::{Book, Edition, Listed};
use crate::pages::begin::words_of;
use crate::person::Person;
use crate::route::Route;
use crate::state::{Action, Checked, FormTrouble, Open, Outside, Part, VaultKind, parts};
use crate::text::{Phrase, Text};
use assessment_core::instrument::Setting;
use assessment_core::session::Session;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Which questions, and which parts of them. Choosing others leaves focus where it is.
pub fn page(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let text = view.text;
    let examples = open.vault == VaultKind::Examples;
    html! {<>
        { back(view, Route::Person(person.id)) }
        { trouble(view, open) }
        { heading(text.hand_title()) }
        { lead(if examples { text.hand_examples() } else { text.hand_lead() }) }
        if !examples {
            { which(view, open) }
            <div>{ parts_of(view, open, person) }</div>
        }
    </>}
}

/// The parts of what was chosen, or why there are none.
fn parts_of(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let text = view.text;
    let Some((session, book)) = open.to_hand(&outside(view), person.id) else {
        return not_at_hand(view, open);
    };
    let parts = parts(&book.instrument, &session);
    if parts.is_empty() {
        return lead(text.hand_nothing());
    }
    if book.wording.is_none() {
        return lead(text.question_no_words());
    }
    let new = open.draft_to_hand(person.id).is_none();
    let all = parts.iter().map(|part| part.section).collect();
    html! {<>
        if new {
            { at_card(view, open, "handed-words") }
            { in_words(view, open) }
            { at_card(view, open, "setting") }
            { setting(view, open, book) }
        }
        { at_card(view, open, "parts") }
        { choose(view, open, book, &session, &parts) }
        <div class="handed-buttons">
            { quiet_button(text.hand_all(), view.send(Action::HandParts(all))) }
            { quiet_button(text.hand_none(), view.send(Action::HandParts(Vec::new()))) }
        </div>
        { notice(html! {<><p>{ text.hand_near() }</p><p>{ text.hand_pin() }</p></>}) }
        { button(text.hand_next(), view.send(Action::HandNext(person.id))) }
    </>}
}

/// The questions are on their way, or could not be had.
fn not_at_hand(view: &View<'_>, open: &Open) -> Html {
    let of = |edition: &Edition| edition.id == open.handing.instrument();
    if open.no_book.iter().any(|(edition, _)| of(edition)) {
        return lead(view.text.question_unread());
    }
    said(view.text.opening())
}

/// The page looks only at what is there already; nothing is begun with these.
fn outside(view: &View<'_>) -> Outside {
    Outside { today: view.today, at: 0, fresh: [0; 16] }
}

/// What is to be mended: the card it is of, the field to come to, and the sentence.
fn what_is_wrong(text: &Text, open: &Open) -> Option<(&'static str, &'static str, Phrase)> {
    Some(match open.form {
        Some(FormTrouble::NoSetting) => ("setting", "setting-community", text.begin_no_setting()),
        Some(FormTrouble::NoWords) => ("handed-words", "item-handed-words", text.hand_no_words()),
        Some(FormTrouble::NoPart) => ("parts", "item-parts", text.hand_no_section()),
        Some(FormTrouble::NotChecked) => ("checked", "checked-name", text.guard_not_checked()),
        Some(FormTrouble::NotHandedOver) => ("", "heading", text.hand_failed()),
        _ => return None,
    })
}

fn trouble(view: &View<'_>, open: &Open) -> Html {
    let wrong = what_is_wrong(view.text, open);
    wrong.map(|(_, field, said)| problems::summary(view.text, field, said)).unwrap_or_default()
}

/// The same words over the card they are of.
fn at_card(view: &View<'_>, open: &Open, card: &'static str) -> Html {
    let wrong = what_is_wrong(view.text, open).filter(|wrong| wrong.0 == card);
    wrong.map(|(card, _, said)| problems::at_field(card, said)).unwrap_or_default()
}

/// Which questions, of those there are words for.
fn which(view: &View<'_>, open: &Open) -> Html {
    let choice = |listed: &Listed| Choice {
        value: listed.edition.id.clone(),
        label: open.library.title_in(&listed.edition.id, view.text.language()).into(),
        chosen: listed.edition.id == open.handing.instrument(),
        apart: false,
    };
    let dispatch = view.dispatch.clone();
    card(Card {
        id: "handed-instrument".to_owned(),
        question: view.text.hand_what().into(),
        hint: None,
        help: None,
        ends: None,
        kind: "radio",
        choices: open.handed_out().map(choice).collect(),
        lie: Lie::Column,
        onchoose: Callback::from(move |id: String| dispatch.emit(Action::HandInstrument(id))),
        standing: None,
        asides: Vec::new(),
        alone: false,
    })
}

/// In which words, where there is a choice.
fn in_words(view: &View<'_>, open: &Open) -> Html {
    let books = open.words_to_hand();
    if books.len() < 2 {
        return Html::default();
    }
    let choice = |book: &&Book| Choice {
        value: book.wording_id(),
        label: words_of(view, book),
        chosen: open.handing.words == Some(book.wording_id()),
        apart: false,
    };
    let dispatch = view.dispatch.clone();
    card(Card {
        id: "handed-words".to_owned(),
        question: view.text.words_which().into(),
        hint: None,
        help: None,
        ends: None,
        kind: "radio",
        choices: books.iter().map(choice).collect(),
        lie: Lie::Column,
        onchoose: Callback::from(move |words: String| dispatch.emit(Action::HandWords(words))),
        standing: None,
        asides: Vec::new(),
        alone: false,
    })
}

fn setting(view: &View<'_>, open: &Open, book: &Book) -> Html {
    let text = view.text;
    let choice = |setting: &Setting| Choice {
        value: setting.word().to_owned(),
        label: match setting {
            Setting::Community => text.begin_community().into(),
            Setting::Custody => text.begin_custody().into(),
        },
        chosen: open.handing.setting == Some(*setting),
        apart: false,
    };
    let dispatch = view.dispatch.clone();
    card(Card {
        id: "setting".to_owned(),
        question: text.begin_where().into(),
        hint: Some(text.begin_community_hint().into()),
        help: None,
        ends: None,
        kind: "radio",
        choices: book.instrument.settings().iter().map(choice).collect(),
        lie: Lie::Row,
        onchoose: Callback::from(move |value: String| {
            if let Some(setting) = Setting::read(&value) {
                dispatch.emit(Action::HandSetting(setting));
            }
        }),
        standing: None,
        asides: Vec::new(),
        alone: false,
    })
}

fn choose(view: &View<'_>, open: &Open, book: &Book, session: &Session, parts: &[Part]) -> Html {
    let text = view.text;
    let instrument = &book.instrument;
    let choice = |part: &Part| {
        let title = html! { <span lang={view.lang(book)}>{ book.section_title(part.section) }</span> };
        let count = text.hand_count(i64::try_from(part.questions).unwrap_or(i64::MAX));
        let sensitive = instrument.sections()[part.section].sensitive;
        Choice {
            value: part.section.to_string(),
            label: html! {
                <span>
                    { title }<br />
                    <span class="small">
                        { count }
                        if sensitive { { ", " }{ text.hand_sensitive() } }
                    </span>
                </span>
            },
            chosen: open.handing.sections.contains(&part.section),
            apart: false,
        }
    };
    let dispatch = view.dispatch.clone();
    html! {
        <div data-instrument={session.instrument.to_string()}>
            { card(Card {
                id: "parts".to_owned(),
                question: text.hand_which().into(),
                hint: None,
                help: None,
                ends: None,
                kind: "checkbox",
                choices: parts.iter().map(choice).collect(),
                lie: Lie::Column,
                onchoose: Callback::from(move |value: String| {
                    if let Ok(section) = value.parse() {
                        dispatch.emit(Action::HandPart(section));
                    }
                }),
                standing: None,
                asides: Vec::new(),
                alone: false,
            }) }
        </div>
    }
}

/// Is this the right person? The name, and one check the worker chooses.
pub fn right_person(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let text = view.text;
    let (dispatch, id) = (view.dispatch.clone(), person.id);
    let go = Callback::from(move |_| dispatch.emit(Action::HandOver(id, checked())));
    let choice =
        |value: &str, label: Html| Choice { value: value.to_owned(), label, chosen: false, apart: false };
    let met = open.assessments(person.id).last().map_or(person.added, |head| head.start.on);
    html! {<>
        { back(view, Route::HandOver(person.id)) }
        { trouble(view, open) }
        { heading(text.guard_title()) }
        { lead(text.guard_lead()) }
        <p class="guard-name">{ person.name.clone() }</p>
        { at_card(view, open, "checked") }
        { card(Card {
            id: "checked".to_owned(),
            question: text.guard_ask().into(),
            hint: None,
            help: None,
            ends: None,
            kind: "radio",
            choices: vec![
                choice("name", text.guard_name().into()),
                choice("met", text.guard_met(&view.date(met)).into()),
                choice("known", text.guard_known().into()),
            ],
            lie: Lie::Column,
            onchoose: Callback::noop(),
            standing: None,
            asides: Vec::new(),
            alone: false,
        }) }
        { words(text.guard_locks()) }
        <div class="handed-buttons">
            { button(text.guard_go(), go) }
            { link(view, Route::HandOver(person.id), "govuk-button govuk-button--secondary", text.back()) }
        </div>
        if open.handing.busy { { said(text.guard_working()) } }
    </>}
}

/// Read when it is needed: it is never kept.
fn checked() -> Option<Checked> {
    let document = web_sys::window()?.document()?;
    let ways = [("name", Checked::Name), ("met", Checked::Met), ("known", Checked::Known)];
    let chosen = |way: &(&str, Checked)| {
        let input = document.get_element_by_id(&format!("checked-{}", way.0));
        input.and_then(|i| i.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
    };
    ways.into_iter().find(chosen).map(|way| way.1)
}
