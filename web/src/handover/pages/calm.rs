//! The pages without a question: before the first, between, after the last, and what can lie over them.

use super::super::app::View;
use super::super::state::{Action, Asking, Closed, Over};
use crate::components::controls::{button, heading, lead, notice, quiet_button, second_heading, words};
use crate::pages::heads_up::said_before;
use crate::pages::list;
use yew::prelude::*;

/// What happens with the answers, that nobody is watching, that skipping is fine, how to stop.
pub(super) fn start(view: &View<'_>, asking: &Asking) -> Html {
    let text = view.text;
    html! {<>
        { heading(text.handed_title()) }
        { lead(text.handed_lead()) }
        { instruction(view, asking) }
        { second_heading(text.handed_choose()) }
        { words(text.handed_skip()) }
        { words(text.handed_stop_how()) }
        { words(text.handed_not_breach()) }
        { second_heading(text.handed_what()) }
        { words(text.handed_sealed()) }
        { passed_on(view, asking) }
        { second_heading(text.handed_nobody()) }
        { words(text.handed_nobody_body()) }
        { words(text.contacts_danger()) }
        { button(text.handed_start(), view.send(Action::On)) }
    </>}
}

/// How its words open: what the questions are about, or how to choose.
fn instruction(view: &View<'_>, asking: &Asking) -> Html {
    let book = asking.asked.book(view.text.language());
    let spoken = book.language();
    let lang = (spoken != view.text.language().code()).then(|| spoken.to_owned());
    let intro = book.wording.as_ref().and_then(|words| words.intro.clone());
    intro.map(|intro| html! { <p {lang}>{ intro }</p> }).unwrap_or_default()
}

/// Before a section that is sensitive.
pub(super) fn heads_up(view: &View<'_>, asking: &Asking, section: usize) -> Html {
    let text = view.text;
    let book = asking.asked.book(text.language());
    let inside = |at: &&_| book.instrument.item(**at).section == section;
    let count = asking.asked.asked(&asking.session).iter().filter(inside).count();
    html! {<>
        { super::question::back(view, asking) }
        { heading(text.heads_next(&book.section_title(section))) }
        { said_before(book, section) }
        { lead(text.heads_count(i64::try_from(count).unwrap_or(i64::MAX))) }
        { words(text.heads_fine()) }
        { words(text.handed_private()) }
        { passed_on(view, asking) }
        <div class="handed-buttons">
            { button(text.go_on(), view.send(Action::On)) }
            { quiet_button(text.heads_skip(), view.send(Action::SkipSection(section))) }
        </div>
    </>}
}

/// What the worker must pass on, in the service's own words where it has written them down.
fn passed_on(view: &View<'_>, asking: &Asking) -> Html {
    let (text, tell) = (view.text, &asking.service.must_tell);
    if tell.is_empty() {
        return notice(text.heads_tell_ask());
    }
    notice(html! {<><p>{ text.heads_tell() }</p>{ list(text, tell) }</>})
}

/// Nothing more to ask. No score, no list of answers.
pub(super) fn last(view: &View<'_>, asking: &Asking) -> Html {
    let text = view.text;
    html! {<>
        { super::question::back(view, asking) }
        { heading(text.handed_last_title()) }
        { lead(text.handed_last_lead()) }
        { button(text.handed_done(), view.send(Action::Lay(Over::Stop))) }
    </>}
}

/// What lies over a page hides it whole.
pub(super) fn over(view: &View<'_>, asking: &Asking, over: Over) -> Html {
    let text = view.text;
    let go_on = || view.send(Action::GoOn);
    let body = match over {
        Over::Break => html! {<>
            { heading(text.break_title()) }
            { lead(text.break_saved()) }
            { words(text.break_time()) }
            { words(text.break_ground()) }
            { button(text.handed_go_on(), go_on()) }
        </>},
        Over::Cover => html! {<>
            { heading(text.handed_cover_title()) }
            { lead(text.handed_cover_lead()) }
            { button(text.handed_go_on(), go_on()) }
        </>},
        Over::Worker => html! {<>
            { heading(text.handed_worker_title()) }
            { lead(text.handed_worker_lead()) }
            { words(text.handed_worker_told()) }
            { notice(html! {<>
                <p>{ text.contacts_danger() }</p>
                if !asking.service.contacts.is_empty() { { list(text, &asking.service.contacts) } }
            </>}) }
            <div class="handed-buttons">
                { button(text.handed_i_am_worker(), view.send(Action::ToWorker)) }
                { quiet_button(text.handed_go_on(), go_on()) }
            </div>
        </>},
        Over::Stop => html! {<>
            { heading(text.handed_stop_title()) }
            { lead(text.handed_stop_lead()) }
            <div class="handed-buttons">
                { button(text.handed_stop_yes(), view.send(Action::End)) }
                { quiet_button(text.handed_go_on(), go_on()) }
            </div>
        </>},
    };
    html! { <div class="handed-calm">{ body }</div> }
}

/// Give the tablet back.
pub(super) fn closed(view: &View<'_>, closed: Closed) -> Html {
    let text = view.text;
    html! {
        <div class="handed-calm">
            { heading(text.handed_ended_title()) }
            { lead(match closed {
                Closed::Ended => text.handed_ended_lead(),
                Closed::Broken => text.handed_broken_lead(),
            }) }
            { quiet_button(text.handed_i_am_worker(), view.send(Action::ToWorker)) }
        </div>
    }
}

/// Open somewhere else.
pub(super) fn other_tab(view: &View<'_>) -> Html {
    let text = view.text;
    html! {
        <div class="handed-calm">
            { heading(text.handed_other_title()) }
            { lead(text.handed_other_lead()) }
            { button(text.handed_other_here(), view.send(Action::UseHere)) }
        </div>
    }
}
