//! The frame of every page: mark, language, lock, what needs saying on every page, and the page itself.

use crate::app::View;
use crate::components::controls::{link, link_to, quiet_button};
use crate::components::icons;
use crate::route::Route;
use crate::state::{Action, AppState, KeepTrouble, NotKept, Open, Stage, Update, VaultKind, Voice};
use crate::text::{Language, Phrase};
use yew::prelude::*;

/// A page and what it says about itself, in ids only.
pub struct Page {
    /// The word of the page.
    pub name: &'static str,
    /// Which instrument, item and wave it is about.
    pub about: About,
    /// What stands in it.
    pub body: Html,
}

/// What a page is about; ids only, never a name or an answer.
#[derive(Default)]
pub struct About {
    /// Instrument id.
    pub instrument: Option<String>,
    /// Item id.
    pub item: Option<String>,
    /// Wave.
    pub wave: Option<String>,
    /// The revision that is safely kept.
    pub saved: Option<u64>,
}

/// Draws the frame around a page.
pub fn frame(view: &View<'_>, state: &AppState, page: Page) -> Html {
    let text = view.text;
    let open = match &state.stage {
        Stage::Open(open) => Some(open.as_ref()),
        // While the tablet is handed over no page leads anywhere but through the door.
        Stage::Shut(shut) if shut.handed => return bare(view, page),
        _ => None,
    };
    html! {
        <>
            { head(view, state, open) }
            { update(view, state) }
            if let Some(not_kept) = open.and_then(|open| open.not_kept.last()) { { not_saved(view, *not_kept) } }
            <div class="width">
                <main id="main" class="page" data-page={page.name} data-instrument={page.about.instrument}
                    data-item={page.about.item} data-wave={page.about.wave}
                    data-saved-revision={page.about.saved.map(|saved| saved.to_string())}>
                    { page.body }
                </main>
            </div>
            <footer class="foot">
                <div class="width foot-links">
                    { link(view, Route::Security, "foot-link", text.nav_security()) }
                    { link(view, Route::Statement, "foot-link", text.nav_statement()) }
                    { link(view, Route::Contacts, "foot-link", text.nav_contacts()) }
                </div>
            </footer>
        </>
    }
}

fn bare(view: &View<'_>, page: Page) -> Html {
    html! {
        <div class="handed">
            <header class="handed-head">
                <a href="#main" class="govuk-skip-link">{ view.text.skip_to_main() }</a>
                <div class="width handed-row">{ icons::mark() }{ language(view) }</div>
            </header>
            <div class="width">
                <main id="main" class="page" data-page={page.name}>{ page.body }</main>
            </div>
        </div>
    }
}

fn head(view: &View<'_>, state: &AppState, open: Option<&Open>) -> Html {
    let text = view.text;
    let brand = html! { <>{ icons::mark() }<span>{ text.brand() }</span></> };
    let shut = match open.map(|open| open.vault) {
        Some(VaultKind::Examples) => text.nav_close_examples(),
        _ => text.nav_lock(),
    };
    html! {
        <header class="head">
            <a href="#main" class="govuk-skip-link">{ text.skip_to_main() }</a>
            <div class="width head-row">
                { link(view, Route::Home, "brand", brand) }
                if open.is_some() {
                    <nav class="nav" aria-label={text.nav_label()}>
                        { nav_link(view, state, Route::Home, text.nav_people()) }
                        { nav_link(view, state, Route::TakeOut, text.nav_take_out()) }
                    </nav>
                }
                <div class="head-end">
                    { read_aloud(view) }
                    { language(view) }
                    if open.is_some() {
                        <button type="button" class="head-button" onclick={view.send(Action::Hide)}>
                            { icons::eye_shut() }{ text.hide_now() }
                        </button>
                        <button type="button" class="head-button" onclick={view.send(Action::Lock)}>
                            { icons::lock() }{ shut }
                        </button>
                    }
                </div>
            </div>
            if open.is_some_and(|open| open.vault == VaultKind::Examples) {
                <p class="banner banner--examples"><span class="width">{ text.examples_banner() }</span></p>
            }
        </header>
    }
}

fn nav_link(view: &View<'_>, state: &AppState, route: Route, label: Phrase) -> Html {
    let here = state.route == route;
    link_to(view, route, "nav-link", here.then_some("page"), label.into())
}

/// Shown by the style sheet alone, where the device has a voice for the language of the page or words of the page are
/// recorded.
fn read_aloud(view: &View<'_>) -> Html {
    let button = |class: &'static str, voice: Voice, label: Phrase| {
        html! {
            <button type="button" class={classes!("head-button", class)} onclick={view.send(Action::ReadAloud(voice))}>
                { label }
            </button>
        }
    };
    html! {<>
        { button("read-start", Voice::Read, view.text.read_aloud()) }
        { button("read-stop", Voice::Stop, view.text.read_stop()) }
    </>}
}

/// The switch names the other language in that language.
fn language(view: &View<'_>) -> Html {
    let (other, label) = match view.text.language() {
        Language::En => (Language::Cy, view.text.language_welsh()),
        Language::Cy => (Language::En, view.text.language_english()),
    };
    html! {
        <button type="button" class="head-button" lang={other.code()} onclick={view.send(Action::Speak(other))}>
            { label.plain() }
        </button>
    }
}

fn update(view: &View<'_>, state: &AppState) -> Html {
    // Never in the middle of an assessment: it waits until somebody is back at the list.
    match (state.update, &state.route) {
        (Update::Waiting, Route::Home) => html! {
            <div class="banner" role="status"><div class="width">
                <p>{ view.text.update_waiting() }</p>
                { quiet_button(view.text.update_use(), view.send(Action::TakeUpdate)) }
            </div></div>
        },
        (Update::Replaced, _) => html! {
            <div class="banner" role="status"><p class="width">{ view.text.update_replaced() }</p></div>
        },
        _ => Html::default(),
    }
}

fn not_saved(view: &View<'_>, not_kept: NotKept) -> Html {
    let (body, trouble) = match not_kept {
        NotKept::Service(trouble) => (view.text.not_kept_service(), trouble),
        NotKept::Session(_, trouble) | NotKept::Person(_, trouble) | NotKept::Notes(_, trouble) => {
            (view.text.not_kept_body(), trouble)
        }
    };
    html! {
        <div class="banner banner--trouble" role="alert"><div class="width">
            <h2 class="second-heading">{ view.text.not_kept_title() }</h2>
            if trouble == KeepTrouble::Stale {
                <p>{ view.text.not_kept_stale() }</p>
            } else {
                <p>{ body }</p>
                { quiet_button(view.text.keep_again(), view.send(Action::KeepAgain)) }
            }
        </div></div>
    }
}
