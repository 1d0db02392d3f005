//! Before a completed paper form is typed in: which form it is, when it was filled in, by whom, and where the person
//! lived then.

use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card};
use crate::components::controls::{back, button, heading, lead, words};
use crate::components::{fields, problems};
use crate::library::{Book, Edition, Printing};
use crate::pages::begin::{chosen_setting, settings};
use crate::person::Person;
use crate::route::Route;
use crate::state::{Action, FormTrouble, Open, PaperForm, PaperTrouble};
use crate::text::{Phrase, Text};
use assessment_core::session::By;
use assessment_core::wording::Provenance;
use yew::prelude::*;

/// The parts of a day, in the order they are written.
const DAY: [(&str, &str); 3] = [("paper-day", "2"), ("paper-month", "2"), ("paper-year", "4")];

/// The choice of the form.
const PRINTING: &str = "form";

/// Who can have filled a form in, in the order they are offered.
const HANDS: [By; 3] = [By::Person, By::Together, By::Worker];

/// The page.
pub fn page(view: &View<'_>, open: &Open, person: &Person, book: &Book) -> Html {
    let text = view.text;
    let (dispatch, id, instrument) = (view.dispatch.clone(), person.id, book.instrument.id().to_string());
    let printings = open.library.printings(&book.edition());
    let words: Vec<String> = printings.iter().map(|one| one.wording.clone()).collect();
    let onclick = Callback::from(move |_| {
        let [day, month, year] = DAY.map(|(part, _)| fields::line(part));
        let by = HANDS.into_iter().find(|by| fields::ticked(&format!("by-{}", by.word())));
        let wording = words.iter().find(|wording| fields::ticked(&printing_field(wording))).cloned();
        let setting = chosen_setting();
        let form = PaperForm { instrument: instrument.clone(), wording, day, month, year, by, setting };
        dispatch.emit(Action::BeginPaper(id, form));
    });
    let wrong = match open.form {
        Some(FormTrouble::Paper(wrong)) => wrong,
        _ => [None; 4],
    };
    let printing = printing_field(&printings[0].wording);
    let all = wrong.into_iter().zip([&printing, DAY[0].0, "by-person", "setting-community"]);
    let all: Vec<_> = all.filter_map(|(trouble, field)| Some((field, said(text, trouble?)))).collect();
    html! {<>
        { back(view, Route::Another(person.id)) }
        if !all.is_empty() { { problems::summary_of(text, all) } }
        { heading(text.paper_title()) }
        { lead(view.title(book)) }
        { at_field(text, PRINTING, wrong[0]) }
        { which(view, book, &printings) }
        { completed(text, wrong[1]) }
        { at_field(text, "by", wrong[2]) }
        { radios("by", text.paper_by().into(), hands(text)) }
        { at_field(text, "setting", wrong[3]) }
        { radios("setting", text.paper_where().into(), settings(text, &book.instrument)) }
        { button(text.paper_begin(), onclick) }
    </>}
}

/// Which form it is, by the code at its foot; only told where there is one, and nothing where nobody knows it.
fn which(view: &View<'_>, book: &Book, printings: &[Printing]) -> Html {
    let (text, edition) = (view.text, book.edition());
    if let [only] = printings {
        let code = only.code(&edition);
        return if only.wording.is_empty() { Html::default() } else { words(text.paper_code(&code)) };
    }
    let choice = |one: &Printing| Choice {
        value: printing_word(&one.wording).to_owned(),
        label: printing(view, one, &edition),
        chosen: fields::ticked(&printing_field(&one.wording)),
        apart: one.wording.is_empty(),
    };
    card(Card {
        hint: Some(text.paper_which_hint().into()),
        lie: Lie::Column,
        ..radio_card(PRINTING, text.paper_which().into(), printings.iter().map(choice).collect())
    })
}

/// A form as it can be told from the others: its language, its title, and its code.
fn printing(view: &View<'_>, one: &Printing, edition: &Edition) -> Html {
    let text = view.text;
    if one.wording.is_empty() {
        return text.paper_other_form().into();
    }
    let simple = one.provenance() == Some(Provenance::EasyReadNotValidated);
    let language = text.instrument_language(&one.language);
    let name = if simple { text.paper_form_simple(&language.plain()) } else { language };
    html! {
        <span class="printing">
            <b>{ name }</b>
            <span lang={one.language.clone()}>{ one.title.clone() }</span>
            <span class="printing-code">{ one.code(edition) }</span>
        </span>
    }
}

/// What one form is called among the choices.
fn printing_word(wording: &str) -> &str {
    if wording.is_empty() { "other" } else { wording }
}

fn printing_field(wording: &str) -> String {
    format!("{PRINTING}-{}", printing_word(wording))
}

/// The day it was filled in, in three fields: a paper form has the day in somebody's hand.
fn completed(text: &Text, trouble: Option<PaperTrouble>) -> Html {
    let labels = [text.paper_day(), text.paper_month(), text.paper_year()];
    html! {
        <fieldset class={classes!("answer-card", trouble.map(|_| "govuk-form-group--error"))}
            aria-describedby="paper-date-hint">
            <legend><h2 class="question">{ text.paper_date() }</h2></legend>
            <p id="paper-date-hint" class="govuk-hint">{ text.paper_date_hint() }</p>
            { at_field(text, "paper-day", trouble) }
            <div class="date-parts">
                { for DAY.into_iter().zip(labels).map(|((id, width), label)| html! {
                    <div>
                        <label class="govuk-label" for={id}>{ label }</label>
                        <input {id} class={classes!("govuk-input", "code-field")} type="text" inputmode="numeric"
                            maxlength={width} autocomplete="off" aria-invalid={trouble.map(|_| "true")} />
                    </div>
                }) }
            </div>
        </fieldset>
    }
}

fn radios(id: &str, question: Html, choices: Vec<Choice>) -> Html {
    card(radio_card(id, question, choices))
}

fn radio_card(id: &str, question: Html, choices: Vec<Choice>) -> Card {
    Card {
        id: id.to_owned(),
        question,
        hint: None,
        help: None,
        ends: None,
        kind: "radio",
        choices,
        lie: Lie::Row,
        onchoose: Callback::noop(),
        standing: None,
        asides: Vec::new(),
        alone: false,
    }
}

fn hands(text: &Text) -> Vec<Choice> {
    // What was ticked on this page stays ticked while something else is mended.
    let choice = |by: By| Choice {
        value: by.word().to_owned(),
        label: hand(text, by).into(),
        chosen: fields::ticked(&format!("by-{}", by.word())),
        apart: false,
    };
    HANDS.map(choice).into()
}

/// Who filled a form in, in words.
pub(super) fn hand(text: &Text, by: By) -> Phrase {
    match by {
        By::Person => text.paper_by_person(),
        By::Together => text.paper_by_together(),
        By::Worker => text.paper_by_worker(),
    }
}

fn at_field(text: &Text, field: &'static str, trouble: Option<PaperTrouble>) -> Html {
    trouble.map(|trouble| problems::at_field(field, said(text, trouble))).unwrap_or_default()
}

fn said(text: &Text, trouble: PaperTrouble) -> Phrase {
    match trouble {
        PaperTrouble::NoPrinting => text.paper_no_form(),
        PaperTrouble::NoDate => text.paper_no_date(),
        PaperTrouble::NotYet => text.paper_not_yet(),
        PaperTrouble::NoBy => text.paper_no_by(),
        PaperTrouble::NoSetting => text.paper_no_setting(),
    }
}
