//! Taking scores out, behind what it means.

use crate::app::View;
use crate::components::controls::{back, button, heading, notice, said, words};
use crate::pages::other_scores::told;
use crate::route::Route;
use crate::state::{Action, Open, Release, VaultKind};
use crate::stored::OtherScores;
use crate::text::{Phrase, Text};
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, open: &Open) -> Html {
    let text = view.text;
    let people = open.people.keys().filter(|id| open.permitted(**id) && open.day_nought(**id).is_some());
    let count = i64::try_from(people.count()).unwrap_or(i64::MAX);
    html! {<>
        { back(view, Route::Home) }
        { heading(text.out_title()) }
        { notice(html! {<><p><b>{ text.out_warning() }</b></p><p>{ text.out_warning_body() }</p></>}) }
        { words(text.out_who()) }
        { words(text.out_no_name()) }
        if open.vault == VaultKind::Examples { { words(text.out_examples()) } }
        { words(text.out_count(count)) }
        { release(view, open, count) }
    </>}
}

fn release(view: &View<'_>, open: &Open, count: i64) -> Html {
    let text = view.text;
    match &open.release {
        _ if count == 0 => Html::default(),
        Release::None => button(text.out_make(), view.send(Action::MakeRelease)),
        Release::Making => said(text.out_making()),
        Release::Failed => html! {<>
            { said(text.out_failed()) }
            { button(text.out_make(), view.send(Action::MakeRelease)) }
        </>},
        Release::Ready(made) => html! {<>
            { said(text.out_ready()) }
            if made.left_out > 0 { { notice(html! { <p>{ text.out_left_out(made.left_out.into()) }</p> }) } }
            { others(view, open, &made.others) }
            <ul class="plain-list">
                { for made.files.iter().enumerate().map(|(n, file)| html! {
                    <li key={n} class="file-row">
                        <button type="button" class="govuk-button govuk-button--secondary"
                            onclick={view.send(Action::TakeFile(n))}>
                            { text.out_file(&file.name) }
                        </button>
                        <p class="govuk-body">{ meaning(text, &file.name) }</p>
                    </li>
                }) }
            </ul>
        </>},
    }
}

/// Assessments whose stored scores are not what the files hold.
fn others(view: &View<'_>, open: &Open, others: &[OtherScores]) -> Html {
    let text = view.text;
    if others.is_empty() {
        return Html::default();
    }
    let about =
        |other: &OtherScores| Some(told(text, open.library.newest(&other.instrument)?, &other.checked));
    notice(html! {<>
        <p><b>{ text.out_others() }</b></p>
        { for others.iter().map(|other| html! {<>
            <p>{ text.out_other_code(&other.code, &other.wave) }</p>
            { about(other).unwrap_or_default() }
        </>}) }
    </>})
}

fn meaning(text: &Text, name: &str) -> Phrase {
    match name {
        "answers_long.csv" => text.out_answers_long(),
        "provenance.csv" => text.out_provenance(),
        "sittings.csv" => text.out_sittings(),
        "codebook.csv" => text.out_codebook(),
        name if name.ends_with("_worker_view.csv") => text.out_worker_view(),
        name if name.starts_with("scores_long") => text.out_scores_long(),
        name if name.starts_with("scores_wide") => text.out_scores_wide(),
        _ => text.out_answers(),
    }
}
