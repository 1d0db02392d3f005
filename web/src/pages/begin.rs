//! Before an assessment begins: who else can see, what can be skipped, where home is.

use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card};
use crate::components::controls::{back, button, details, heading, lead, link, notice, quiet_button, words};
use crate::components::{fields, problems};
use crate::library::{Book, STRENGTHS_PROFILE};
use crate::needs::Need;
use crate::pages::contacts::list;
use crate::pages::{here, needs};
use crate::person::Person;
use crate::route::{Printed, Route};
use crate::service::Service;
use crate::state::{Action, Beginning, FormTrouble, Open};
use crate::text::Text;
use assessment_core::instrument::{Instrument, Setting};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The page before the first question.
pub fn page(
    view: &View<'_>,
    open: &Open,
    service: &Service,
    person: &Person,
    instrument: &str,
) -> Option<Html> {
    let text = view.text;
    let book = open.library.newest(instrument)?;
    let (dispatch, id) = (view.dispatch.clone(), person.id);
    let asked = instrument.to_owned();
    let onclick = Callback::from(move |_| {
        let (mode, present) = here::chosen();
        let asked = Beginning {
            instrument: asked.clone(),
            wording: chosen_words(),
            setting: chosen_setting(),
            mode,
            present: Some(present),
        };
        dispatch.emit(Action::Begin(id, asked));
    });
    let (ease, pictures) = (person.needs.ease(), person.needs.pictures());
    let printed = Printed { ease, pictures, ..Printed::default() };
    let trouble = open.form == Some(FormTrouble::NoSetting);
    let before = match instrument {
        STRENGTHS_PROFILE => Route::Person(person.id),
        _ => Route::Another(person.id),
    };
    Some(html! {<>
        { back(view, before) }
        if trouble { { problems::summary(text, "setting-community", text.begin_no_setting()) } }
        { heading(text.begin_title()) }
        if instrument != STRENGTHS_PROFILE { { lead(view.title(book)) } }
        { notice(text.begin_private()) }
        { details(text.hide_how(), html! {<>
            <p>{ text.hide_ways() }</p>
            <p>{ text.hide_after() }</p>
            <p>{ text.hide_honest() }</p>
        </>}) }
        { still_right(view, person) }
        { words(text.begin_choose()) }
        if service.must_tell.is_empty() {
            { words(text.begin_confidential()) }
        } else {
            { words(text.heads_tell()) }
            { list(text, &service.must_tell) }
            { words(text.begin_skip_no_breach()) }
        }
        if trouble { { problems::at_field("setting", text.begin_no_setting()) } }
        { card(Card {
            id: "setting".to_owned(),
            question: text.begin_where().into(),
            hint: Some(text.begin_community_hint().into()),
            help: None,
            ends: None,
            kind: "radio",
            choices: settings(text, &book.instrument),
            lie: Lie::Row,
            onchoose: Callback::noop(),
            standing: None,
            asides: Vec::new(),
            alone: false,
        }) }
        { here::before(view) }
        { which_words(view, open, book) }
        <div class="go-on">
            { button(text.begin_go(), onclick) }
            if book.wording.is_some() {
                { link(view, Route::Form(instrument.to_owned(), printed), "stop-link", text.form_link()) }
            }
            { link(view, Route::Instrument(book.edition()), "stop-link", text.instrument_link()) }
        </div>
    </>})
}

/// What was said to help is looked at again each time, once it was said at all.
fn still_right(view: &View<'_>, person: &Person) -> Html {
    let text = view.text;
    let said = needs::summary(text, &person.needs);
    if person.needs.right_on.is_none_or(|on| on == view.today) {
        return Html::default();
    }
    notice(html! {<>
        <p><b>{ text.needs_review() }</b></p>
        if !said.is_empty() { <ul class="told">{ for said.into_iter().map(|said| html! { <li>{ said }</li> }) }</ul> }
        <div class="go-on">
            { quiet_button(text.needs_review_yes(), view.send(Action::Need(person.id, Need::StillRight))) }
            { link(view, Route::Needs(person.id), "stop-link", text.needs_review_change()) }
        </div>
    </>})
}

/// Which words to ask in, where there is a choice. The first is the one that comes with the questions.
fn which_words(view: &View<'_>, open: &Open, book: &Book) -> Html {
    let edition = book.edition();
    let books: Vec<&Book> = open.library.all(&edition).filter(|book| book.wording.is_some()).collect();
    if books.len() < 2 {
        return Html::default();
    }
    let choice = |(n, book): (usize, &&Book)| Choice {
        value: book.wording_id(),
        label: words_of(view, book),
        chosen: n == 0,
        apart: false,
    };
    card(Card {
        id: WORDS.to_owned(),
        question: view.text.words_which().into(),
        hint: None,
        help: None,
        ends: None,
        kind: "radio",
        choices: books.iter().enumerate().map(choice).collect(),
        lie: Lie::Column,
        onchoose: Callback::noop(),
        standing: None,
        asides: Vec::new(),
        alone: false,
    })
}

/// What is said of a book's words where there is a choice.
pub(super) fn words_of(view: &View<'_>, book: &Book) -> Html {
    let wording = book.wording.as_ref().map(|words| view.text.instrument_provenance(words.provenance.word()));
    html! {
        <span>
            { view.text.instrument_language(book.language()) }{ ": " }
            <span lang={view.lang(book)}>{ book.title().to_owned() }</span>{ ". " }{ wording }
        </span>
    }
}

const WORDS: &str = "words";

/// The words that are chosen, where there is a choice.
fn chosen_words() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let chosen = document.query_selector(&format!("input[name={WORDS}]:checked")).ok()??;
    chosen.dyn_into::<HtmlInputElement>().ok().map(|input| input.value())
}

/// Where somebody can live, of the settings an instrument may be given in. Nothing is kept of it before the
/// beginning, so what was ticked on this page stays ticked.
pub(super) fn settings(text: &Text, instrument: &Instrument) -> Vec<Choice> {
    let choice = |setting: &Setting| Choice {
        value: setting.word().to_owned(),
        chosen: fields::ticked(&format!("setting-{}", setting.word())),
        label: match setting {
            Setting::Community => text.begin_community().into(),
            Setting::Custody => text.begin_custody().into(),
        },
        apart: false,
    };
    instrument.settings().iter().map(choice).collect()
}

/// Read when it is needed: before the beginning there is nothing to keep.
pub(super) fn chosen_setting() -> Option<Setting> {
    let settings = [Setting::Community, Setting::Custody];
    settings.into_iter().find(|setting| fields::ticked(&format!("setting-{}", setting.word())))
}
