//! One person: what to do next, what there is, what to do, and research.

use crate::app::View;
use crate::components::answer_card::Choice;
use crate::components::controls::{back, heading, link, link_button, quiet_button, second_heading, words};
use crate::library::STRENGTHS_PROFILE;
use crate::pages::{known, needs, waves};
use crate::person::{Permission, Person, Who};
use crate::record::Head;
use crate::route::Route;
use crate::state::{Action, Open, Permitted};
use crate::text::Phrase;
use assessment_core::session::{Completion, Stage};
use yew::prelude::*;

/// The page of a person.
pub fn page(view: &View<'_>, open: &Open, person: &Person) -> Html {
    html! {<>
        { back(view, Route::Home) }
        { heading(person.name.clone()) }
        { next_step(view, open, person) }
        { look_back(view, open, person) }
        <p>{ link(view, Route::HandOver(person.id), "row-link", view.text.hand_link()) }</p>
        { known::section(view, person) }
        { helps(view, person) }
        { papers(view, open, person) }
        { assessments(view, open, person) }
        { actions(view, person) }
        { research(view, person) }
    </>}
}

/// The assessment that sets the ninety days, and another beside it.
fn next_step(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let text = view.text;
    let instrument = open.baseline(person.id).map_or(STRENGTHS_PROFILE, |head| head.instrument.as_str());
    let begin = Route::Begin(person.id, instrument.to_owned());
    let step = match (open.draft(person.id, instrument), open.next(person.id, view.today)) {
        (Some(draft), _) if !open.sealed_shut.contains(&draft.start.id) => go_on(view, open, draft),
        (Some(_), _) => html! {<>
            { words(text.person_unreadable()) }
            { link_button(view, begin, text.person_start()) }
        </>},
        (None, None) => html! {<>
            { words(text.person_start_body()) }
            { link_button(view, begin, text.person_start()) }
        </>},
        (None, Some(next)) if next.ready() => html! {<>
            { words(text.person_catch_up_body()) }
            { link_button(view, begin, text.person_catch_up()) }
        </>},
        (None, Some(next)) => html! {<>
            { words(text.person_next(&view.date(next.on))) }
            { link(view, begin, "govuk-button govuk-button--secondary", text.person_catch_up_anyway()) }
        </>},
    };
    html! {
        <section class="next-step">
            { step }
            <p>{ link(view, Route::Another(person.id), "row-link", text.another_title()) }</p>
        </section>
    }
}

/// A sitting of today that nobody looked back on yet, however it ended.
fn look_back(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let today = open.assessments(person.id).filter(|head| open.to_look_back(head, view.today)).last();
    let row = |head: &Head| html! { <p>{ link(view, open.look_back(head), "row-link", view.text.after_title()) }</p> };
    today.map(row).unwrap_or_default()
}

/// What helps them, at a glance, and the way to the card.
fn helps(view: &View<'_>, person: &Person) -> Html {
    let text = view.text;
    let said = needs::summary(text, &person.needs);
    let nothing = said.is_empty() && person.needs.words.is_empty();
    html! {
        <section>
            { second_heading(text.needs_title()) }
            if nothing { { words(text.needs_none()) } }
            if !said.is_empty() { <ul class="told">{ for said.into_iter().map(|said| html! { <li>{ said }</li> }) }</ul> }
            if !person.needs.words.is_empty() { <p class="own-words">{ person.needs.words.clone() }</p> }
            { link(view, Route::Needs(person.id), "stop-link",
                if nothing { text.needs_say() } else { text.needs_review_change() }) }
        </section>
    }
}

/// A draft is gone on with. One that has become too old says so and can be finished as it is.
pub(super) fn go_on(view: &View<'_>, open: &Open, draft: &Head) -> Html {
    let text = view.text;
    let id = draft.start.id;
    let Some(route) = open.resume(id) else { return Html::default() };
    html! {
        if open.late(draft, view.today) {
            { words(text.person_draft_late(&view.date(draft.start.on))) }
            { link_button(view, route, text.person_go_on()) }
            { quiet_button(text.person_draft_close(), view.send(Action::Finish(id))) }
        } else {
            { link_button(view, route, text.person_go_on()) }
        }
    }
}

/// Paper forms that are half typed in.
fn papers(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let drafts: Vec<&Head> = open.drafts(person.id).filter(|head| head.paper.is_some()).collect();
    if drafts.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { second_heading(view.text.paper_drafts()) }
            <ul class="plain-list">
                { for drafts.into_iter().map(|head| html! {
                    <li key={crate::route::hex(&head.start.id.0)} class="assessment-row">
                        <b>{ open.library.title_in(head.instrument.as_str(), view.text.language()) }</b>
                        <span>{ view.date(head.start.on) }</span>
                        { link(view, Route::Paper(head.start.id, None), "row-link", view.text.paper_go_on()) }
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn assessments(view: &View<'_>, open: &Open, person: &Person) -> Html {
    let text = view.text;
    let finished: Vec<&Head> =
        open.assessments(person.id).filter(|head| head.stage != Stage::Draft).collect();
    // Named only when there are several, so that one alone stays as short as it can be.
    let long = |head: &&Head| head.instrument.as_str() == STRENGTHS_PROFILE;
    let several = !finished.iter().all(long);
    html! {
        <section>
            { second_heading(text.person_assessments()) }
            if finished.is_empty() { { words(text.person_no_assessments()) } }
            <ul class="plain-list">
                { for finished.into_iter().map(|head| {
                    let title = several.then(|| open.library.title_in(head.instrument.as_str(), text.language()));
                    assessment(view, open, head, title)
                }) }
            </ul>
        </section>
    }
}

fn assessment(view: &View<'_>, open: &Open, head: &Head, title: Option<Phrase>) -> Html {
    let text = view.text;
    let id = head.start.id;
    let Stage::Finished(on, completion) = head.stage else { return Html::default() };
    let long = head.instrument.as_str() == STRENGTHS_PROFILE;
    let first = open.first(head.start.person, head.instrument.as_str()).map(|first| first.start.id);
    html! {
        <li key={crate::route::hex(&id.0)} class="assessment-row">
            if let Some(title) = title { <p class="assessment-title">{ title }</p> }
            <b>{ waves::name(text, &head.start.wave) }</b>
            <span>{ view.date(on) }</span>
            { link(view, Route::Profile(id), "row-link",
                if long { text.person_profile() } else { text.person_result() }) }
            if first.is_some_and(|first| first != id) {
                { link(view, Route::Change(id), "row-link", text.person_change()) }
            }
            if completion == Completion::TooFarApart { <p>{ text.person_too_long() }</p> }
        </li>
    }
}

fn actions(view: &View<'_>, person: &Person) -> Html {
    let text = view.text;
    if person.actions.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            { second_heading(text.person_actions()) }
            <ul class="plain-list">
                { for person.actions.iter().enumerate().map(|(n, action)| {
                    let id = format!("action-{n}");
                    html! {
                        <li key={n} class="choice choice--plain">
                            <input type="checkbox" id={id.clone()} autocomplete="off" checked={action.done.is_some()}
                                onchange={view.send(Action::ToggleAction(person.id, n))} />
                            <label for={id}>
                                <span class="own-words">{ action.what.clone() }</span>{ " " }
                                <span class="small">
                                    if let Some(who) = who(view, action.who) { { who }{ ", " } }
                                    { text.action_noted(&view.date(action.noted)) }
                                </span>
                            </label>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// Who does it, where somebody said so.
fn who(view: &View<'_>, who: Who) -> Option<Phrase> {
    match who {
        Who::NotSaid => None,
        Who::Together => Some(view.text.urgent_who_together()),
        Who::Worker => Some(view.text.urgent_who_worker()),
        Who::Person => Some(view.text.urgent_who_person()),
    }
}

fn research(view: &View<'_>, person: &Person) -> Html {
    let text = view.text;
    let choice =
        |value: &str, label: Html, chosen| Choice { value: value.to_owned(), label, chosen, apart: false };
    let yes = matches!(person.research, Permission::Given(_));
    let no = matches!(person.research, Permission::Refused(_));
    let (dispatch, id) = (view.dispatch.clone(), person.id);
    let standing = match person.research {
        Permission::NotAsked => text.person_research_not_asked(),
        Permission::Given(on) => text.person_research_given(&view.date(on)),
        Permission::Refused(on) => text.person_research_refused(&view.date(on)),
    };
    html! {
        <section>
            { second_heading(text.person_research_title()) }
            { crate::components::answer_card::card(crate::components::answer_card::Card {
                id: "research".to_owned(),
                question: text.person_research_ask().into(),
                hint: Some(text.person_research_why().into()),
                help: None,
                ends: None,
                kind: "radio",
                choices: vec![
                    choice("yes", text.person_research_yes().into(), yes),
                    choice("no", text.person_research_no().into(), no),
                ],
                lie: crate::components::answer_card::Lie::Row,
                onchoose: Callback::from(move |value: String| {
                    let permitted = if value == "yes" { Permitted::Yes } else { Permitted::No };
                    dispatch.emit(Action::Permit(id, permitted));
                }),
                standing: Some(standing.into()),
                asides: Vec::new(),
                alone: false,
            }) }
        </section>
    }
}
