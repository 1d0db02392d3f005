//! All answers of a sitting, with a way to change each and straight back.

use crate::app::View;
use crate::components::controls::{button, heading, keep_private, lead, link, link_button, notice, words};
use crate::library::{Book, STRENGTHS_PROFILE};
use crate::notes::Refusal;
use crate::pages::paper::codes;
use crate::pages::question::Asking;
use crate::pages::sides::{said, sides};
use crate::pages::{here, known};
use crate::route::{Room, Route, Then};
use crate::screens::{Lay, screens};
use crate::state::{Action, Open, Sitting};
use assessment_core::answer::{Answer, Responses, Settled};
use assessment_core::instrument::{ItemAt, ItemKind};
use assessment_core::presence::Present;
use assessment_core::session::{By, Stage};
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book) -> Html {
    let text = view.text;
    let instrument = &book.instrument;
    let responses = sitting.session.responses(instrument);
    let draft = sitting.session.stage == Stage::Draft;
    let asking = Asking { view, book, sitting };
    let hidden = open.hidden(sitting, book, view.today);
    let refused = open.refused(sitting.session.start.id);
    let section = |n: usize| {
        let items: Vec<ItemAt> = instrument
            .positions()
            .filter(|at| instrument.item(*at).section == n && responses.asks(*at))
            .collect();
        if items.is_empty() {
            return None;
        }
        // What nobody came to yet waits as well: before others not even its questions are shown.
        let waits = hidden.contains(&n) && sitting.session.untouched(instrument, &responses, n);
        if draft && (waits || sitting.session.is_held(instrument, &responses, n)) {
            return Some(held(view, sitting, book, &responses, n));
        }
        if hidden.contains(&n) {
            return None;
        }
        Some(html! {
            <section key={n}>
                <h2 class="second-heading" lang={asking.lang()}>{ book.section_title(n) }</h2>
                <dl class="govuk-summary-list">
                    { for items.into_iter().map(|at| row(&asking, at, responses.answer(at), draft, refused)) }
                </dl>
            </section>
        })
    };
    html! {<>
        { heading(text.check_title()) }
        { keep_private(view) }
        { top(view, sitting, refused) }
        { here::ways(text, &sitting.session) }
        { here::held_answers(view, sitting, book, &hidden) }
        { known::waits(view, open, &sitting.session) }
        if !sitting.session.differing(instrument).is_empty() { { notice(text.sides_lead()) } }
        { for (0..instrument.sections().len()).filter_map(section) }
        if let Some(first) = refused.first() {
            { link_button(view, Route::Paper(sitting.session.start.id, Some(first.item.clone())), text.paper_mend()) }
        } else if draft && sitting.session.paper.is_none() && instrument.id().as_str() == STRENGTHS_PROFILE {
            { button(text.check_go_on(), view.send(Action::AskAboutYou(sitting.session.start.id))) }
        } else if draft {
            { button(text.about_finish(), view.send(Action::Finish(sitting.session.start.id))) }
        }
    </>}
}

/// What to do with the answers, or why there is nothing to do.
fn top(view: &View<'_>, sitting: &Sitting, refused: &[Refusal]) -> Html {
    let text = view.text;
    match (sitting.session.stage, sitting.session.paper) {
        (Stage::Draft, _) if !refused.is_empty() => notice(text.paper_refused_codes()),
        (Stage::Draft, Some(_)) => lead(text.paper_check_lead()),
        (Stage::Draft, None) => lead(text.check_lead()),
        _ => notice(text.check_finished()),
    }
}

/// A part kept for a private moment. Before others it has no title, and never its questions.
fn held(view: &View<'_>, sitting: &Sitting, book: &Book, responses: &Responses, section: usize) -> Html {
    let (text, session) = (view.text, &sitting.session);
    let mut sections: Vec<usize> =
        screens(&book.instrument, responses, Lay::Together).iter().map(|s| s.section).collect();
    sections.dedup();
    let number = sections.iter().take_while(|n| **n <= section).count().to_string();
    let before_others = session.here().is_some_and(Present::keeps_back);
    let asked = |at: &ItemAt| book.instrument.item(*at).section == section && responses.asks(*at);
    let item = book.instrument.positions().find(asked).map(|at| book.instrument.item(at).id.to_string());
    let now = |item| Route::HeadsUp { session: session.start.id, item, then: Then::Check, room: Room::Ask };
    html! {
        <section key={section} class="held">
            <h2 class="second-heading">{ text.check_held(&number) }</h2>
            if !before_others { <p lang={view.lang(book)}>{ book.section_title(section) }</p> }
            { words(text.check_held_why()) }
            if let Some(item) = item { { link(view, now(item), "row-link", text.check_held_now(&number)) } }
        </section>
    }
}

fn row(asking: &Asking<'_>, at: ItemAt, settled: &Settled, draft: bool, refused: &[Refusal]) -> Html {
    let (view, book) = (asking.view, asking.book);
    let item = book.instrument.item(at);
    let question = book.text(at, asking.sitting.session.start.setting).to_owned();
    let (session, item_id) = (asking.sitting.session.start.id, item.id.to_string());
    let route = match asking.sitting.session.paper {
        Some(_) => Route::Paper(session, Some(item_id)),
        None => Route::Question { session, item: item_id, then: Then::Check },
    };
    let label: AttrValue = view.text.check_change_label(&question).into();
    let dispatch = view.dispatch.clone();
    let href = route.address();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dispatch.emit(Action::Go(route.clone()));
    });
    html! {
        <div class="govuk-summary-list__row" key={item.id.to_string()}>
            <dt class="govuk-summary-list__key" lang={asking.lang()}>{ question }</dt>
            <dd class="govuk-summary-list__value">
                if let Some(refusal) = refused.iter().find(|refusal| refusal.item == item.id.as_str()) {
                    { view.text.paper_not_a_code(&codes(&book.instrument, at), &refusal.typed) }
                } else {
                    { given(asking, at, settled) }
                }
                { said(asking, at) }
            </dd>
            if draft {
                <dd class="govuk-summary-list__actions">
                    <a {href} class="row-link" aria-label={label} {onclick}>{ view.text.check_change() }</a>
                </dd>
            }
        </div>
    }
}

/// The answer, in both views where they differ, and whether it was given for the person.
fn given(asking: &Asking<'_>, at: ItemAt, settled: &Settled) -> Html {
    let (session, instrument) = (&asking.sitting.session, &asking.book.instrument);
    let for_you = session.given_by(instrument, &[at]) == Some(By::Worker);
    html! {<>
        if session.differing(instrument).contains(&at) { { sides(asking, at) } } else { { answer(asking, at, settled) } }
        if for_you { <p class="small">{ asking.view.text.side_for_you() }</p> }
    </>}
}

pub(super) fn answer(asking: &Asking<'_>, at: ItemAt, settled: &Settled) -> Html {
    let (text, book) = (asking.view.text, asking.book);
    let label = |code| book.option(at, code, asking.sitting.session.start.setting);
    let nothing = || html! { <span class="not-answered">{ text.check_not_answered() }</span> };
    let Settled::Given(answer) = settled else { return nothing() };
    match (answer, &book.instrument.item(at).kind) {
        (Answer::Text(words), _) => html! { <span class="own-words">{ words.clone() }</span> },
        (Answer::Coded(code), ItemKind::Number { .. }) => html! { { book.instrument.code_text(at, *code) } },
        (Answer::Coded(code), _) => html! { <span lang={asking.lang()}>{ label(*code) }</span> },
        (Answer::Several(codes), _) => html! {
            <ul class="told" lang={asking.lang()}>{ for codes.iter().map(|code| html! { <li>{ label(*code) }</li> }) }</ul>
        },
        (Answer::Missing(missing), _) => {
            use assessment_core::answer::Missing;
            match missing {
                Missing::PreferNotToSay => text.question_refused().into(),
                Missing::DoesNotApply => text.question_not_apply().into(),
                Missing::DoNotKnow => text.question_do_not_know().into(),
                _ => nothing(),
            }
        }
    }
}
