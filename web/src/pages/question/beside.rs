//! Under a question: more in the person's own words, the worker's note, and the same answers a second time for the
//! worker's view. Closed to begin with, and drawn only once it was opened.

use super::asking::Asking;
use crate::browser::focus;
use crate::components::answer_card::choice;
use crate::components::controls::{details, text_button};
use crate::components::text_answer::TextAnswer;
use crate::pages::check::answer;
use crate::pages::sides::{side_name, sides};
use crate::screens::Lay;
use crate::state::Action;
use crate::text::Phrase;
use crate::typed;
use assessment_core::answer::{Answer, Missing, Settled};
use assessment_core::instrument::{ItemAt, ItemKind};
use assessment_core::session::Side;
use yew::prelude::*;

/// A question, and what stands beside its answer.
pub(super) fn asked(asking: &Asking<'_>, at: ItemAt, lay: Lay) -> Html {
    let instrument = &asking.book.instrument;
    html! {
        <div class="asked" key={instrument.item(at).id.to_string()}>
            { asking.laid(at, lay) }
            if asking.sitting.session.differing(instrument).contains(&at) { { sides(asking, at) } }
            { more(asking, at) }
        </div>
    }
}

fn more(asking: &Asking<'_>, at: ItemAt) -> Html {
    let (view, session, instrument) = (asking.view, &asking.sitting.session, &asking.book.instrument);
    let item = instrument.item(at).id.to_string();
    let text_item = instrument.item(at).kind == ItemKind::Text;
    let summary = if text_item { view.text.more_note_only() } else { view.text.more_title() };
    let said =
        [Side::Person, Side::Worker].iter().any(|side| !session.said(instrument, at, *side).is_empty());
    let opened = asking.sitting.opened.contains(&item);
    html! {
        <details class="govuk-details more">
            <summary class="govuk-details__summary"
                onclick={view.send(Action::SayMore(session.start.id, item))}>
                <span class="govuk-details__summary-text">{ summary }</span>
                <span class="visually-hidden">{ ": " }{ asking.topic(at) }</span>
                if said { <span class="more-said">{ view.text.more_said() }</span> }
            </summary>
            if opened {
                <div class="govuk-details__text">
                    if !text_item { { words(asking, at, Side::Person, view.text.question_your_words()) } }
                    { words(asking, at, Side::Worker, view.text.more_note()) }
                    if !text_item { { differently(asking, at) } }
                </div>
            }
        </details>
    }
}

/// A place for the words of one side.
fn words(asking: &Asking<'_>, at: ItemAt, side: Side, label: Phrase) -> Html {
    let (view, session, instrument) = (asking.view, &asking.sitting.session, &asking.book.instrument);
    let (id, item) = (session.start.id, instrument.item(at).id.to_string());
    let field = format!("{}-{item}", if side == Side::Person { "words" } else { "note" });
    let hint = format!("{field}-hint");
    let said = match side {
        Side::Person => view.text.more_own_hint(),
        Side::Worker => view.text.more_note_hint(),
    };
    let onwords = view.dispatch.reform(move |words: String| Action::Say(id, item.clone(), side, words));
    html! {
        <div class="more-words">
            <label class="govuk-label" for={field.clone()}>
                { label }<span class="visually-hidden">{ ": " }{ asking.topic(at) }</span>
            </label>
            <p id={hint.clone()} class="govuk-hint">{ said }</p>
            <TextAnswer key={field.clone()} id={field.clone()} value={session.said(instrument, at, side).to_owned()}
                described_by={hint} {onwords} ontyping={view.send(Action::Typing(id))} rows={3} />
        </div>
    }
}

/// The same answers a second time. There is nothing to see differently before the person has answered, and what
/// they would rather not say stays unsaid.
fn differently(asking: &Asking<'_>, at: ItemAt) -> Html {
    let (view, session, instrument) = (asking.view, &asking.sitting.session, &asking.book.instrument);
    let own = session.answer_to(instrument, at);
    let open = match own {
        Answer::Missing(Missing::PreferNotToSay) => return Html::default(),
        Answer::Missing(Missing::DoesNotApply | Missing::DoNotKnow) => true,
        Answer::Missing(_) => session.worker_sees(instrument, at).is_some(),
        _ => true,
    };
    let body = if open {
        html! {<>
            <p>{ view.text.more_both_kept() }</p>
            <div class="sides">
                <div class="side">
                    <p class="side-name">{ side_name(view.text, Side::Person) }</p>
                    <p>{ answer(asking, at, &Settled::Given(own.clone())) }</p>
                </div>
                { worker_card(asking, at, &own) }
            </div>
        </>}
    } else {
        html! { <p>{ view.text.more_answer_first() }</p> }
    };
    details(view.text.more_differently(), body)
}

fn worker_card(asking: &Asking<'_>, at: ItemAt, own: &Answer) -> Html {
    let (view, session, instrument) = (asking.view, &asking.sitting.session, &asking.book.instrument);
    let item = instrument.item(at);
    let (id, card) = (format!("worker-{}", item.id), format!("sees-{}", item.id));
    let seen = session.worker_sees(instrument, at).cloned();
    let present = seen.clone().unwrap_or(Answer::NOT_REACHED);
    let kind = if matches!(item.kind, ItemKind::Several { .. }) { "checkbox" } else { "radio" };
    let onchoose = asking.onchoose(at, &present, Action::SeeDifferently);
    let question = asking.book.text(at, session.start.setting);
    let back = || {
        let nothing = Answer::Missing(Missing::Cleared);
        let taken = view.send(Action::SeeDifferently(session.start.id, item.id.to_string(), nothing));
        let card = card.clone();
        // The button goes with the view it took back, so focus moves to the answers it belonged to.
        let onclick = Callback::from(move |event: MouseEvent| {
            taken.emit(event);
            focus(&card);
        });
        text_button(view.text.more_take_back(), view.text.more_take_back_label(question).into(), onclick)
    };
    html! {
        <fieldset id={card.clone()} class="side side--worker" tabindex="-1">
            <legend class="side-name">
                { side_name(view.text, Side::Worker) }
                <span class="visually-hidden">{ ": " }{ asking.topic(at) }</span>
            </legend>
            { worker_number(asking, at, &id, &present) }
            <div class={asking.lie(at).class()}>
                { for asking.choices(at, &present).into_iter().map(|one| choice(&id, kind, one, &onchoose)) }
            </div>
            <div class="asides">
                if seen.as_ref() == Some(own) { <span class="standing">{ view.text.more_same() }</span> }
                if seen.is_some() { { back() } }
            </div>
        </fieldset>
    }
}

/// The worker's view of a number that is typed.
fn worker_number(asking: &Asking<'_>, at: ItemAt, field: &str, present: &Answer) -> Html {
    let (text, instrument) = (asking.view.text, &asking.book.instrument);
    let kind = &instrument.item(at).kind;
    if !typed::is_typed(kind) {
        return Html::default();
    }
    let wrong = asking.mistyped(field);
    let written = || typed::written(instrument, at, present);
    let value = wrong.and_then(|wrong| wrong.typed.clone()).unwrap_or_else(written);
    let (hint, error) = (format!("{field}-hint"), format!("{field}-error"));
    let described = if wrong.is_some() { format!("{hint} {error}") } else { hint.clone() };
    html! {<>
        <p id={hint} class="govuk-hint">{ typed::bounds(text, instrument, at) }</p>
        if wrong.is_some() {
            <p id={error} class="govuk-error-message" role="alert">{ typed::fault(text, instrument, at) }</p>
        }
        <TextAnswer key={field.to_owned()} id={field.to_owned()} {value} described_by={described}
            label={asking.book.text(at, asking.sitting.session.start.setting).to_owned()}
            onwords={asking.ontyped(at, field, present, Action::SeeDifferently)}
            ontyping={asking.view.send(Action::Typing(asking.sitting.session.start.id))}
            keys={typed::keys(kind)} refused={wrong.is_some()} />
    </>}
}
