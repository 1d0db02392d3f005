//! Links, buttons, notices.

use crate::app::View;
use crate::route::Route;
use crate::state::Action;
use yew::prelude::*;

/// A link to a page of the app. It has a true address, so it can be opened in any way a link can.
pub fn link(view: &View<'_>, route: Route, class: &'static str, label: impl Into<Html>) -> Html {
    link_to(view, route, class, None, label.into())
}

/// The same, saying when it leads to the page one is on.
pub fn link_to(
    view: &View<'_>,
    route: Route,
    class: &'static str,
    current: Option<&'static str>,
    label: Html,
) -> Html {
    let href = route.address();
    let dispatch = view.dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if event.button() == 0 && !event.meta_key() && !event.ctrl_key() && !event.shift_key() {
            event.prevent_default();
            dispatch.emit(Action::Go(route.clone()));
        }
    });
    html! { <a {href} class={class} aria-current={current} {onclick}>{ label }</a> }
}

/// The link back to where one came from.
pub fn back(view: &View<'_>, route: Route) -> Html {
    link(view, route, "back-link", view.text.back())
}

/// A link that looks like the main button of a page.
pub fn link_button(view: &View<'_>, route: Route, label: impl Into<Html>) -> Html {
    link(view, route, "govuk-button", label)
}

/// The main button of a page.
pub fn button(label: impl Into<Html>, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="govuk-button" {onclick}>{ label.into() }</button> }
}

/// A button that is not the main one.
pub fn quiet_button(label: impl Into<Html>, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="govuk-button govuk-button--secondary" {onclick}>{ label.into() }</button>
    }
}

/// The button that goes on: the main one, unless something stands before it that comes first.
pub fn go_on(something_first: bool, label: impl Into<Html>, onclick: Callback<MouseEvent>) -> Html {
    let class = if something_first { "govuk-button govuk-button--secondary" } else { "govuk-button" };
    // Another button, not the same one on its way to other colours.
    html! { <button key={class} type="button" {class} {onclick}>{ label.into() }</button> }
}

/// A button that looks like a link, for small second thoughts.
pub fn text_button(label: impl Into<Html>, name: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="text-button" aria-label={name} {onclick}>{ label.into() }</button>
    }
}

/// The heading of a page: focus comes here on every change of page.
pub fn heading(label: impl Into<Html>) -> Html {
    html! { <h1 id="heading" class="page-heading" tabindex="-1">{ label.into() }</h1> }
}

/// A smaller heading.
pub fn second_heading(label: impl Into<Html>) -> Html {
    html! { <h2 class="second-heading">{ label.into() }</h2> }
}

/// A paragraph.
pub fn words(label: impl Into<Html>) -> Html {
    html! { <p class="govuk-body">{ label.into() }</p> }
}

/// The sentence under a heading.
pub fn lead(label: impl Into<Html>) -> Html {
    html! { <p class="lead">{ label.into() }</p> }
}

/// What a page says on paper only: that it is about one person.
pub fn keep_private(view: &View<'_>) -> Html {
    html! { <p class="on-paper">{ view.text.form_private() }</p> }
}

/// Something worth a frame of its own.
pub fn notice(label: impl Into<Html>) -> Html {
    html! { <div class="notice">{ label.into() }</div> }
}

/// Said politely to whoever listens, without moving focus.
pub fn said(label: impl Into<Html>) -> Html {
    html! { <p class="govuk-body" role="status">{ label.into() }</p> }
}

/// Help that opens where it is needed.
pub fn details(summary: impl Into<Html>, body: Html) -> Html {
    details_told(summary.into(), body, Callback::noop())
}

/// The same, saying each time it is opened.
pub fn details_told(summary: Html, body: Html, onopen: Callback<()>) -> Html {
    let ontoggle = Callback::from(move |event: Event| {
        if event.target_unchecked_into::<web_sys::Element>().has_attribute("open") {
            onopen.emit(());
        }
    });
    html! {
        <details class="govuk-details" {ontoggle}>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ summary }</span>
            </summary>
            <div class="govuk-details__text">{ body }</div>
        </details>
    }
}
