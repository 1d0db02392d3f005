//! First start, choosing a passphrase, unlocking, and the page that refuses.

use crate::app::View;
use crate::components::controls::{
    back, button, heading, lead, link_button, notice, quiet_button, said, words,
};
use crate::components::frame::Page;
use crate::components::icons;
use crate::components::problems;
use crate::pages::plain;
use crate::route::Route;
use crate::state::{Action, Passphrase, Refused, Shut, ShutTrouble};
use crate::text::{Phrase, Text};
use web_sys::{HtmlInputElement, window};
use yew::prelude::*;

/// In front of the door.
pub fn page(view: &View<'_>, shut: &Shut, route: &Route) -> Page {
    match (shut.vault, route) {
        (true, _) => plain("unlock", unlock(view, shut)),
        (false, Route::NewVault) => plain("new", new(view, shut)),
        (false, _) => plain("first", first(view, shut)),
    }
}

fn first(view: &View<'_>, shut: &Shut) -> Html {
    let text = view.text;
    html! {<div class="welcome">
        { icons::garden() }
        if let Some(trouble) = shut.trouble { { problems::summary(text, "examples", sentence(text, trouble)) } }
        { heading(text.first_title()) }
        { lead(text.first_lead()) }
        <div class="welcome-ways">
            { link_button(view, Route::NewVault, text.first_make()) }
            <span id="examples">{ quiet_button(text.first_try(), view.send(Action::TryExamples)) }</span>
        </div>
        if shut.busy { { said(text.opening()) } }
        { notice(text.first_safe()) }
        { words(text.first_not_emergency()) }
    </div>}
}

fn new(view: &View<'_>, shut: &Shut) -> Html {
    let text = view.text;
    let dispatch = view.dispatch.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let passphrase = Passphrase(field("passphrase"));
        dispatch.emit(Action::MakeVault { passphrase, again: Passphrase(field("again")) });
    });
    let at = |wanted: &[ShutTrouble]| shut.trouble.filter(|t| wanted.contains(t)).map(|t| sentence(text, t));
    html! {<>
        { back(view, Route::Home) }
        if let Some(trouble) = shut.trouble {
            { problems::summary(text, if trouble == ShutTrouble::NotTheSame { "again" } else { "passphrase" },
                sentence(text, trouble)) }
        }
        { heading(text.new_title()) }
        { lead(text.new_lead()) }
        <form {onsubmit} novalidate=true>
            { passphrase("passphrase", "new-password", text.new_passphrase(), Some(text.new_passphrase_hint()),
                at(&[ShutTrouble::TooShort])) }
            { passphrase("again", "new-password", text.new_again(), None, at(&[ShutTrouble::NotTheSame])) }
            { show(text) }
            { notice(text.new_warning()) }
            { submit(shut, text.new_make(), text.new_working()) }
        </form>
    </>}
}

fn unlock(view: &View<'_>, shut: &Shut) -> Html {
    let text = view.text;
    let dispatch = view.dispatch.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.emit(Action::Unlock(Passphrase(field("passphrase"))));
    });
    html! {<>
        if let Some(trouble) = shut.trouble { { problems::summary(text, "passphrase", sentence(text, trouble)) } }
        { heading(text.unlock_title()) }
        <form {onsubmit} novalidate=true>
            { passphrase("passphrase", "current-password", text.unlock_passphrase(), None,
                shut.trouble.map(|trouble| sentence(text, trouble))) }
            { show(text) }
            { submit(shut, text.unlock_button(), text.unlock_working()) }
        </form>
        <button type="button" class="text-button" onclick={view.send(Action::TryExamples)}>
            { text.unlock_examples() }
        </button>
    </>}
}

/// The door while the tablet is handed over: nothing but the passphrase, and the way back to the questions.
pub fn hand_back(view: &View<'_>, shut: &Shut) -> Html {
    let text = view.text;
    let dispatch = view.dispatch.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.emit(Action::Unlock(Passphrase(field("passphrase"))));
    });
    html! {<>
        if let Some(trouble) = shut.trouble { { problems::summary(text, "passphrase", sentence(text, trouble)) } }
        // A true link: the questions are another document.
        <a href="/answers" class="back-link">{ text.handed_go_on() }</a>
        { heading(text.back_unlock()) }
        <form {onsubmit} novalidate=true>
            { passphrase("passphrase", "current-password", text.unlock_passphrase(), None,
                shut.trouble.map(|trouble| sentence(text, trouble))) }
            { show(text) }
            { submit(shut, text.unlock_button(), text.unlock_working()) }
        </form>
    </>}
}

fn submit(shut: &Shut, label: Phrase, working: Phrase) -> Html {
    html! {<>
        <button type="submit" class="govuk-button" aria-disabled={shut.busy.then_some("true")}>{ label }</button>
        <div role="status">if shut.busy { <p class="govuk-body">{ working }</p> }</div>
    </>}
}

fn passphrase(
    id: &'static str,
    autocomplete: &'static str,
    label: Phrase,
    hint: Option<Phrase>,
    trouble: Option<Phrase>,
) -> Html {
    let mut described = Vec::new();
    described.extend(hint.is_some().then(|| format!("{id}-hint")));
    described.extend(trouble.is_some().then(|| format!("{id}-error")));
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        <div class={classes!("govuk-form-group", trouble.is_some().then_some("govuk-form-group--error"))}>
            <label class="govuk-label" for={id}>{ label }</label>
            if let Some(hint) = hint { <p id={format!("{id}-hint")} class="govuk-hint">{ hint }</p> }
            if let Some(trouble) = trouble { { problems::at_field(id, trouble) } }
            <input {id} class="govuk-input" type="password" {autocomplete} spellcheck="false"
                autocapitalize="none" aria-describedby={described} />
        </div>
    }
}

/// Showing what one types is a thing of the page itself: no state is worth keeping for it.
fn show(text: &Text) -> Html {
    let onchange = Callback::from(|event: Event| {
        let shown = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        for id in ["passphrase", "again"] {
            if let Some(input) = input(id) {
                input.set_type(if shown { "text" } else { "password" });
            }
        }
    });
    html! {
        <div class="choice choice--plain">
            <input type="checkbox" id="show" autocomplete="off" {onchange} />
            <label for="show">{ text.show_passphrase() }</label>
        </div>
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    use wasm_bindgen::JsCast;
    window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn field(id: &str) -> String {
    input(id).map(|input| input.value()).unwrap_or_default()
}

fn sentence(text: &Text, trouble: ShutTrouble) -> Phrase {
    match trouble {
        ShutTrouble::WrongPassphrase => text.door_wrong(),
        ShutTrouble::Wait(seconds) => text.door_wait(seconds),
        ShutTrouble::TooShort => text.door_too_short(),
        ShutTrouble::NotTheSame => text.door_not_same(),
        ShutTrouble::Damaged => text.door_damaged(),
        ShutTrouble::Memory => text.door_memory(),
        ShutTrouble::Stopped => text.door_stopped(),
    }
}

/// The page that refuses, and why.
pub fn refused(view: &View<'_>, refused: Refused) -> Html {
    let text = view.text;
    html! {<>
        { heading(text.refused_title()) }
        { lead(match refused {
            Refused::NotSecure => text.refused_not_secure(),
            Refused::NoDatabase => text.refused_no_database(),
            Refused::OtherTab => text.refused_other_tab(),
        }) }
        if refused == Refused::OtherTab {
            { button(text.refused_use_here(), view.send(Action::TakeOver)) }
        }
    </>}
}
