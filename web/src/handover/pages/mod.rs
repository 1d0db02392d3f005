//! What the person sees. One frame, calm, without a way to anything else.

mod calm;
mod question;

use super::app::View;
use super::state::{Action, Asking, Over, Stage};
use super::steps::Step;
use crate::components::controls::{quiet_button, said};
use crate::components::icons;
use crate::text::{Language, Phrase};
use yew::prelude::*;

/// The page of the present state.
pub(super) fn page(view: &View<'_>, stage: &Stage) -> Html {
    match stage {
        Stage::Starting => frame(view, None, "starting", said(view.text.opening())),
        Stage::OtherTab => frame(view, None, "other-tab", calm::other_tab(view)),
        Stage::Closed(closed) => frame(view, None, "ended", calm::closed(view, *closed)),
        Stage::Asking(asking) => match (asking.over, asking.step()) {
            (Some(over), _) => frame(view, None, over_name(over), calm::over(view, asking, over)),
            (None, Step::Start) => frame(view, Some(asking), "start", calm::start(view, asking)),
            (None, Step::HeadsUp(n)) => {
                frame(view, Some(asking), "heads-up", calm::heads_up(view, asking, n))
            }
            (None, Step::Question(at)) => {
                frame(view, Some(asking), "question", question::page(view, asking, at))
            }
            (None, Step::Last) => frame(view, Some(asking), "last", calm::last(view, asking)),
        },
    }
}

/// Two states with the same key are the same page to whoever listens to it.
pub(super) fn key(stage: &Stage) -> String {
    match stage {
        Stage::Starting => "starting".to_owned(),
        Stage::OtherTab => "other tab".to_owned(),
        Stage::Closed(_) => "closed".to_owned(),
        Stage::Asking(asking) => match asking.over {
            Some(over) => over_name(over).to_owned(),
            None => format!("page {}", asking.n),
        },
    }
}

/// What has to be mended; nothing when nothing has. The same mistake made again is another.
pub(super) fn trouble(stage: &Stage) -> String {
    match stage {
        Stage::Asking(asking) if asking.over.is_none() => {
            let told = asking.mistyped.as_ref().is_some_and(|wrong| wrong.told);
            if told { asking.mistakes.to_string() } else { String::new() }
        }
        _ => String::new(),
    }
}

fn over_name(over: Over) -> &'static str {
    match over {
        Over::Break => "break",
        Over::Cover => "cover",
        Over::Worker => "worker",
        Over::Stop => "stop",
    }
}

fn frame(view: &View<'_>, asking: Option<&Asking>, name: &'static str, body: Html) -> Html {
    let (instrument, item) = asking.map_or((None, None), ids);
    let saved = asking.map(|asking| asking.saved.to_string());
    html! {
        <div class="handed">
            <header class="handed-head">
                <a href="#main" class="govuk-skip-link">{ view.text.skip_to_main() }</a>
                <div class="width handed-row">
                    { icons::mark() }
                    <div class="head-end">
                        { read_aloud(view) }
                        if asking.is_none_or(|asking| asking.asked.in_both()) { { language(view) } }
                        if asking.is_some() {
                            <button type="button" class="head-button" onclick={view.send(Action::Hide)}>
                                { icons::eye_shut() }{ view.text.hide_now() }
                            </button>
                        }
                    </div>
                </div>
            </header>
            <div class="width">
                <main id="main" class="page" data-page={format!("handed-{name}")} data-instrument={instrument}
                    data-item={item} data-saved-revision={saved}>
                    if asking.is_some_and(|asking| asking.not_kept) { { not_kept(view) } }
                    { body }
                </main>
            </div>
            if asking.is_some() { { foot(view) } }
        </div>
    }
}

fn ids(asking: &Asking) -> (Option<String>, Option<String>) {
    let instrument = &asking.asked.books[0].instrument;
    let item = match asking.step() {
        Step::Question(at) => Some(instrument.item(at).id.to_string()),
        _ => None,
    };
    (Some(instrument.id().to_string()), item)
}

fn not_kept(view: &View<'_>) -> Html {
    html! {
        <div class="notice" role="alert">
            <p>{ view.text.handed_not_kept() }</p>
            { quiet_button(view.text.keep_again(), view.send(Action::KeepAgain)) }
        </div>
    }
}

/// Shown by the style sheet alone, where the device has a voice for the language of the page.
fn read_aloud(view: &View<'_>) -> Html {
    let button = |class: &'static str, action: Action, label: Phrase| {
        html! {
            <button type="button" class={classes!("head-button", class)} onclick={view.send(action)}>{ label }</button>
        }
    };
    html! {<>
        { button("read-start", Action::ReadAloud, view.text.read_aloud()) }
        { button("read-stop", Action::StopReading, view.text.read_stop()) }
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

/// The same three ways out of a question on every page that has one.
fn foot(view: &View<'_>) -> Html {
    let text = view.text;
    let way = |label: Html, over: Over| {
        html! {
            <button type="button" class="text-button" onclick={view.send(Action::Lay(over))}>{ label }</button>
        }
    };
    html! {
        <footer class="handed-foot">
            <div class="width handed-ways">
                { way(text.break_link().into(), Over::Break) }
                { way(text.handed_worker().into(), Over::Worker) }
                { way(text.handed_stop().into(), Over::Stop) }
            </div>
        </footer>
    }
}
