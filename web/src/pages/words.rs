//! Words a service brings for questions that belong to others: what is here, and a file to bring more.

use crate::app::View;
use crate::brought::{Brought, Judged, MOST_SHOWN, PackTrouble, Whose};
use crate::components::controls::{
    back, button, go_on, heading, lead, notice, second_heading, text_button, words,
};
use crate::components::file_pick::FilePick;
use crate::effect::FIELD;
use crate::library::ListedWording;
use crate::route::Route;
use crate::state::{Action, Bringing, Open};
use crate::text::Phrase;
use yew::prelude::*;

/// What may be chosen: the words, and recordings of them.
const TAKEN: &str = ".json,.ogg,.opus,.oga,.mp3,.m4a,.mp4,application/json,audio/ogg,audio/mp4,audio/mpeg";

/// The page.
pub(super) fn page(view: &View<'_>, open: &Open) -> Html {
    let text = view.text;
    html! {<>
        { back(view, Route::Home) }
        { heading(text.words_title()) }
        { lead(text.words_lead()) }
        { words(text.words_sealed()) }
        { second_heading(text.words_here()) }
        if open.brought.is_empty() { { words(text.words_none()) } }
        <ul class="plain-list">{ for open.brought.iter().map(|brought| kept(view, open, brought)) }</ul>
        { second_heading(text.words_bring()) }
        <div role="status">{ how_far(view, open) }</div>
        <div class="govuk-form-group">
            <label class="govuk-label" for={FIELD}>{ text.words_file() }</label>
            <p id="pack-hint" class="govuk-hint">{ text.words_file_hint() }{ " " }{ text.words_sounds_hint() }</p>
            <FilePick id={FIELD} many=true accept={TAKEN} described_by="pack-hint" choose={text.file_choose().plain()}
                none={text.file_none().plain()} />
        </div>
        // Once looked at, keeping it is the next step, and looking again is not.
        { go_on(looked(open), text.words_look(), view.send(Action::BringWords)) }
    </>}
}

/// Whether a file was looked at that can be kept.
fn looked(open: &Open) -> bool {
    matches!(&open.bringing, Bringing::Read(judged) if judged.is_whole())
}

fn kept(view: &View<'_>, open: &Open, brought: &Brought) -> Html {
    let text = view.text;
    let title = open.library.title_in(&brought.edition.id, text.language());
    let name = text.words_take_away_label(&brought.about.title).into();
    html! {
        <li class="file-row" key={brought.pin.clone()}>
            <h3 class="third-heading">{ title }</h3>
            { about(view, &brought.about) }
            if brought.whose == Whose::App { <p>{ text.words_of_the_app() }</p> }
            <p class="small">{ text.words_brought_on(&view.date(brought.on)) }</p>
            if open.asks_with(brought) {
                <p class="small">{ text.words_in_use() }</p>
            } else {
                { text_button(text.words_take_away(), name, view.send(Action::TakeWordsAway(brought.id))) }
            }
        </li>
    }
}

/// What words say of themselves.
fn about(view: &View<'_>, about: &ListedWording) -> Html {
    let text = view.text;
    html! {<>
        <p><b>{ text.instrument_language(&about.language) }</b>{ ": " }<span lang={about.language.clone()}>{ about.title.clone() }</span></p>
        <p>{ text.instrument_provenance(&about.provenance) }</p>
        <p class="small">{ text.instrument_words_licence() }{ ": " }<span lang={about.language.clone()}>{ about.licence.clone() }</span></p>
    </>}
}

fn how_far(view: &View<'_>, open: &Open) -> Html {
    let text = view.text;
    let trouble =
        |said: Phrase| notice(html! {<><p><b>{ said }</b></p><p>{ text.words_nothing_kept() }</p></>});
    match &open.bringing {
        Bringing::None => Html::default(),
        Bringing::Reading | Bringing::Keeping(_) => words(text.opening()),
        Bringing::Kept => notice(text.words_kept()),
        Bringing::Read(judged) => looked_at(view, open, judged),
        Bringing::Trouble(why) => match why {
            PackTrouble::NoFile => trouble(text.words_no_file()),
            PackTrouble::NotOne => trouble(text.words_not_one()),
            PackTrouble::TooLarge => trouble(text.words_too_large()),
            PackTrouble::NotText => trouble(text.words_not_text()),
            PackTrouble::NotNow => trouble(text.words_not_now()),
            PackTrouble::Here => trouble(text.words_here_already()),
            PackTrouble::NotKept => trouble(text.words_not_kept()),
            PackTrouble::Faults(lines) => notice(html! {<>
                <p><b>{ text.words_faults(i64::try_from(lines.len()).unwrap_or(i64::MAX)) }</b></p>
                { lines_of(lines) }
                <p>{ text.words_nothing_kept() }</p>
            </>}),
        },
    }
}

/// In English, as files are; more of them than anybody reads are left out.
pub(super) fn lines_of(lines: &[String]) -> Html {
    let line = |line: &String| html! { <li class="own-words">{ line.clone() }</li> };
    html! { <ul class="told" lang="en">{ for lines.iter().take(MOST_SHOWN).map(line) }</ul> }
}

/// What it is, before it is kept.
fn looked_at(view: &View<'_>, open: &Open, judged: &Judged) -> Html {
    let (text, complete) = (view.text, &judged.completeness);
    let count = |n: usize| n.to_string();
    notice(html! {<>
        <p><b>{ open.library.title_in(&judged.brought.edition.id, text.language()) }</b>{ " " }{ text.instrument_version(&judged.brought.edition.version) }</p>
        { about(view, &judged.brought.about) }
        if judged.brought.whose == Whose::App {
            <p>{ text.words_of_the_app() }</p>
        } else {
            <p>{ text.words_complete(&count(complete.items.needed), &count(complete.items.worded)) }</p>
        }
        if judged.recorded > 0 {
            <p>{ text.words_recorded(i64::try_from(judged.recorded).unwrap_or(i64::MAX)) }</p>
        }
        if judged.is_whole() {
            { button(text.words_keep(), view.send(Action::KeepPack)) }
        } else {
            <p>{ text.words_lacking() }</p>
            { lines_of(&complete.missing) }
            <p>{ text.words_nothing_kept() }</p>
        }
    </>})
}
