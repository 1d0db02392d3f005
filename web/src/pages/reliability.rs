//! Figures a service brings on how sure a change is: what is here, and a file to bring more. What a file comes to is said
//! in words before it is kept, and again where a change was judged by it.

use crate::app::View;
use crate::brought::PackTrouble;
use crate::components::controls::{
    back, button, details, go_on, heading, lead, notice, quiet_button, second_heading, text_button, words,
};
use crate::components::file_pick::FilePick;
use crate::effect::FIELD;
use crate::library::Book;
use crate::pages::words::lines_of;
use crate::reliability::Figures;
use crate::route::Route;
use crate::state::{Action, FiguresStep, Measuring, Open};
use crate::text::Phrase;
use assessment_core::instrument::ScaleAt;
use assessment_core::points::Points;
use assessment_core::reliability::{Kind, OfScale, Reliability, Use, shown};
use yew::prelude::*;

/// The page.
pub(super) fn page(view: &View<'_>, open: &Open) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Home) }
        { heading(text.figures_title()) }
        { lead(text.figures_lead()) }
        { words(text.figures_sealed()) }
        { second_heading(text.words_here()) }
        if open.figures.is_empty() { { words(text.figures_none()) } }
        <ul class="plain-list">{ for open.figures.iter().map(|figures| kept(view, open, figures)) }</ul>
        { second_heading(text.words_bring()) }
        <div role="status">{ how_far(view, open) }</div>
        <div class="govuk-form-group">
            <label class="govuk-label" for={FIELD}>{ text.figures_file() }</label>
            <p id="figures-hint" class="govuk-hint">{ text.figures_file_hint() }</p>
            <FilePick id={FIELD} many=false accept=".json,application/json" described_by="figures-hint"
                choose={text.file_choose_one().plain()} none={text.file_none().plain()} />
        </div>
        // Once looked at, keeping it is the next step, and looking again is not.
        { go_on(matches!(open.measuring, Measuring::Read(_)), text.words_look(), view.send(Action::Figures(FiguresStep::Bring))) }
    </>}
}

fn kept(view: &View<'_>, open: &Open, figures: &Figures) -> Html {
    let text = view.text;
    let name = text.words_take_away_label(&open.library.title(&figures.about.id)).into();
    html! {
        <li class="file-row" key={figures.about.id.clone()}>
            { told(view, open, figures) }
            <p class="small">{ text.words_brought_on(&view.date(figures.on)) }</p>
            <p class="small">{ text.figures_without() }</p>
            { text_button(text.words_take_away(), name, view.send(Action::Figures(FiguresStep::TakeAway(figures.id)))) }
        </li>
    }
}

fn how_far(view: &View<'_>, open: &Open) -> Html {
    let text = view.text;
    let trouble =
        |said: Phrase| notice(html! {<><p><b>{ said }</b></p><p>{ text.words_nothing_kept() }</p></>});
    match &open.measuring {
        Measuring::None => Html::default(),
        Measuring::Reading | Measuring::Keeping => words(text.opening()),
        Measuring::Kept(None) => notice(text.figures_kept()),
        Measuring::Kept(Some(earlier)) => notice(html! {<>
            <p>{ text.figures_kept() }</p>
            { put_back(view, earlier) }
        </>}),
        Measuring::Gone(gone) => notice(html! {<>
            <p>{ text.figures_gone() }</p>
            { put_back(view, gone) }
        </>}),
        Measuring::NotGone => notice(text.figures_not_gone()),
        Measuring::Read(figures) => looked_at(view, open, figures),
        Measuring::Trouble(why) => match why {
            PackTrouble::NoFile | PackTrouble::NotOne => trouble(text.words_no_file()),
            PackTrouble::TooLarge => trouble(text.figures_too_large()),
            PackTrouble::NotText => trouble(text.words_not_text()),
            PackTrouble::NotNow => trouble(text.words_not_now()),
            PackTrouble::Here => trouble(text.figures_here_already()),
            PackTrouble::NotKept => trouble(text.figures_not_kept()),
            PackTrouble::Faults(lines) => notice(html! {<>
                <p><b>{ text.words_faults(i64::try_from(lines.len()).unwrap_or(i64::MAX)) }</b></p>
                { lines_of(lines) }
                <p>{ text.words_nothing_kept() }</p>
            </>}),
        },
    }
}

/// One tap undoes what was done last, as long as the page stays.
fn put_back(view: &View<'_>, earlier: &Figures) -> Html {
    let back = view.send(Action::Figures(FiguresStep::PutBack));
    quiet_button(view.text.figures_put_back(&earlier.edition), back)
}

/// What it comes to, before it is kept.
fn looked_at(view: &View<'_>, open: &Open, figures: &Figures) -> Html {
    let text = view.text;
    let earlier = open.instead_of(figures);
    notice(html! {<>
        { told(view, open, figures) }
        if let Some(earlier) = earlier {
            <p>{ text.figures_instead(&view.date(earlier.made_on), &earlier.edition) }</p>
        }
        { button(text.figures_keep(), view.send(Action::Figures(FiguresStep::Keep))) }
    </>})
}

/// What a file says, in words.
fn told(view: &View<'_>, open: &Open, figures: &Figures) -> Html {
    let text = view.text;
    let book = open.library.find(&figures.about);
    let file = book.and_then(|book| Some((book, figures.read(&book.instrument)?)));
    let newer = open.library.listed(&figures.about.id).is_some_and(|listed| listed.edition != figures.about);
    html! {<>
        <h3 class="third-heading">{ open.library.title_in(&figures.about.id, text.language()) }</h3>
        <p>{ text.instrument_version(&figures.about.version) }</p>
        <p><b>{ text.figures_made(&view.date(figures.made_on), &figures.edition) }</b></p>
        if newer { <p>{ text.figures_superseded() }</p> }
        if let Some((book, file)) = file {
            { rows(view, book, &file) }
        } else if book.is_some() {
            <p>{ text.figures_unusable() }</p>
        }
    </>}
}

fn rows(view: &View<'_>, book: &Book, file: &Reliability) -> Html {
    let one = |row: &OfScale| comes_to(view, book, file.used(&book.instrument, row), row);
    html! {<>
        <p class="small" dir="auto">{ file.from.clone() }</p>
        if file.scales.is_empty() { <p>{ view.text.figures_empty() }</p> }
        <ul class="told">{ for file.scales.iter().map(one) }</ul>
    </>}
}

fn comes_to(view: &View<'_>, book: &Book, used: Use, row: &OfScale) -> Html {
    let text = view.text;
    let comes_to = match used {
        Use::Threshold(threshold) => past(view, threshold, row.kind),
        Use::HasItsOwn => text.figures_own(),
        Use::FewItems => text.figures_few(),
        Use::Bent => text.figures_bent(),
        Use::Surer => text.figures_surer(),
    };
    html! {
        <li>
            <b lang={book.language().to_owned()}>{ book.scale(row.scale) }</b>
            <p>{ text.figures_kind(row.kind.word()) }</p>
            { how_steady(view, row) }
            <p>{ comes_to }</p>
        </li>
    }
}

/// By which figures a scale of a judged book was judged, what they rest on, and behind a summary how sure they are;
/// nothing where none were.
pub(super) fn behind(view: &View<'_>, book: &Book, figures: Option<&Figures>, at: ScaleAt) -> Html {
    let (text, rule) = (view.text, book.instrument.scale(at).change.as_ref());
    let file = figures.and_then(|figures| figures.read(&book.instrument));
    let Some(((figures, file), rule)) = figures.zip(file).zip(rule) else { return Html::default() };
    let judged = |row: &&OfScale| row.scale == at && row.kind.basis() == rule.basis;
    let Some(row) = file.scales.iter().find(judged) else { return Html::default() };
    html! {<>
        { words(text.change_figures(&view.date(figures.made_on), &figures.edition)) }
        { words(text.figures_kind(row.kind.word())) }
        { details(text.change_figures_show(), html! {<>
            <p class="small" dir="auto">{ file.from.clone() }</p>
            { how_steady(view, row) }
            <p>{ past(view, rule.threshold, row.kind) }</p>
        </>}) }
    </>}
}

fn how_steady(view: &View<'_>, row: &OfScale) -> Html {
    let text = view.text;
    let people = i64::try_from(row.n).unwrap_or(i64::MAX);
    html! {<>
        <p>{ text.figures_people(people) }</p>
        <p>{ text.figures_interval(&shown(row.high), &shown(row.low), &shown(row.reliability)) }</p>
    </>}
}

/// From which difference on what is said; of alpha never more than it knows.
fn past(view: &View<'_>, threshold: Points, kind: Kind) -> Phrase {
    match kind {
        Kind::TestRetest => view.text.figures_threshold(&threshold.to_string()),
        Kind::Alpha => view.text.figures_threshold_alpha(&threshold.to_string()),
    }
}
