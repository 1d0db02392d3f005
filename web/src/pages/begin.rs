//! Before an assessment begins: who else can see, what can be skipped, where home is.

use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card};
use crate::components::controls::{back, button, details, heading, notice, words};
use crate::components::problems;
use crate::pages::contacts::list;
use crate::person::Person;
use crate::route::Route;
use crate::service::Service;
use crate::state::{Action, FormTrouble, Open};
use assessment_core::instrument::Setting;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The page before the first question.
pub fn page(view: &View<'_>, open: &Open, service: &Service, person: &Person) -> Html {
    let text = view.text;
    let (dispatch, id) = (view.dispatch.clone(), person.id);
    let onclick = Callback::from(move |_| dispatch.emit(Action::Begin(id, chosen())));
    let choice = |setting: Setting, label: Html| Choice {
        value: setting.word().to_owned(),
        label,
        chosen: false,
        apart: false,
    };
    let trouble = open.form == Some(FormTrouble::NoSetting);
    html! {<>
        { back(view, Route::Person(person.id)) }
        if trouble { { problems::summary(text, "setting-community", text.begin_no_setting()) } }
        { heading(text.begin_title()) }
        { notice(text.begin_private()) }
        { details(text.hide_how(), html! {<>
            <p>{ text.hide_ways() }</p>
            <p>{ text.hide_after() }</p>
            <p>{ text.hide_honest() }</p>
        </>}) }
        { words(text.begin_choose()) }
        if service.must_tell.is_empty() {
            { words(text.begin_confidential()) }
        } else {
            { words(text.heads_tell()) }
            { list(&service.must_tell) }
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
            choices: vec![
                choice(Setting::Community, text.begin_community().into()),
                choice(Setting::Custody, text.begin_custody().into()),
            ],
            lie: Lie::Row,
            onchoose: Callback::noop(),
            standing: None,
            asides: Vec::new(),
            alone: false,
        }) }
        { button(text.begin_go(), onclick) }
    </>}
}

/// Read when it is needed: before the beginning there is nothing to keep.
fn chosen() -> Option<Setting> {
    let document = web_sys::window()?.document()?;
    [Setting::Community, Setting::Custody].into_iter().find(|setting| {
        let input = document.get_element_by_id(&format!("setting-{}", setting.word()));
        input.and_then(|i| i.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
    })
}
