//! Writing a fact down: what, where it comes from, and from when. Nothing of it is filled in beforehand.

use super::source;
use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card};
use crate::components::controls::{back, button, heading, lead};
use crate::components::{fields, problems};
use crate::known::{Dated, Fact, FactId, LONGEST, LONGEST_NAME, Source};
use crate::notes::Word;
use crate::person::Person;
use crate::route::Route;
use crate::state::{Action, FactTrouble, FormTrouble, Open, Step, Typed};
use crate::text::{Phrase, Text};
use chrono::Datelike;
use yew::prelude::*;

const WORDS: &str = "fact-words";
const NAMED: &str = "fact-named";
/// The parts of a date, in the order they are written.
const DAY: [(&str, &str); 3] = [("fact-day", "2"), ("fact-month", "2"), ("fact-year", "4")];

/// The page; none for a fact that is not here.
pub fn page(view: &View<'_>, open: &Open, person: &Person, id: Option<FactId>) -> Option<Html> {
    let text = view.text;
    let fact = match id {
        Some(id) => Some(person.facts.find(id)?),
        None => None,
    };
    let (dispatch, whose) = (view.dispatch.clone(), person.id);
    let onclick = Callback::from(move |_| dispatch.emit(Action::Fact(whose, Step::Write(id, typed()))));
    let wrong = match open.form {
        Some(FormTrouble::Fact(wrong)) => wrong,
        _ => [None; 4],
    };
    let fields = [WORDS, "source-assessment", NAMED, DAY[0].0];
    let all = wrong.into_iter().zip(fields);
    let all: Vec<_> = all.filter_map(|(trouble, field)| Some((field, said(text, trouble?)))).collect();
    Some(html! {<>
        { back(view, Route::Known(person.id)) }
        if !all.is_empty() { { problems::summary_of(text, all) } }
        { heading(if id.is_some() { text.known_change_title() } else { text.known_add() }) }
        { lead(text.known_not()) }
        { line(view, WORDS, text.known_words(), text.known_words_hint(), LONGEST,
            fact.map_or("", |fact| &fact.written.words), wrong[0]) }
        { at_field(text, "source", wrong[1]) }
        { sources(text, fact) }
        { line(view, NAMED, text.known_named(), text.known_named_hint(), LONGEST_NAME,
            fact.map_or("", |fact| &fact.written.named), wrong[2]) }
        { dated(text, fact, wrong[3]) }
        { button(text.known_save(), onclick) }
    </>})
}

/// What stands in the fields.
fn typed() -> Typed {
    let [day, month, year] = DAY.map(|(part, _)| fields::line(part));
    let chosen =
        |(source, word): &(Source, &str)| fields::ticked(&format!("source-{word}")).then_some(*source);
    let source = Source::WORDS.iter().find_map(chosen);
    Typed { words: fields::line(WORDS), source, named: fields::line(NAMED), day, month, year }
}

fn line(
    view: &View<'_>,
    id: &'static str,
    label: Phrase,
    hint: Phrase,
    longest: usize,
    value: &str,
    trouble: Option<FactTrouble>,
) -> Html {
    // What was typed stays while something else is mended.
    let hint_id = format!("{id}-hint");
    html! {
        <div class={classes!("govuk-form-group", trouble.map(|_| "govuk-form-group--error"))}>
            <label class="govuk-label question" for={id}>{ label }</label>
            <p id={hint_id.clone()} class="govuk-hint">{ hint }</p>
            { at_field(view.text, id, trouble) }
            <input {id} class="govuk-input" type="text" maxlength={longest.to_string()} autocomplete="off" dir="auto"
                aria-describedby={hint_id} aria-invalid={trouble.map(|_| "true")} value={fields::now(id).unwrap_or_else(|| value.to_owned())} />
        </div>
    }
}

fn sources(text: &Text, fact: Option<&Fact>) -> Html {
    // What was ticked on this page stays ticked while something else is mended.
    let before = fact.map(|fact| fact.written.source);
    let ticked = |word: &str| fields::tick(&format!("source-{word}"));
    let choice = |(one, word): &(Source, &'static str)| Choice {
        value: (*word).to_owned(),
        label: source(text, *one).into(),
        chosen: ticked(word).unwrap_or(before == Some(*one)),
        apart: false,
    };
    card(Card {
        id: "source".to_owned(),
        question: text.known_source().into(),
        hint: None,
        help: None,
        ends: None,
        kind: "radio",
        choices: Source::WORDS.iter().map(choice).collect(),
        lie: Lie::Column,
        onchoose: Callback::noop(),
        standing: None,
        asides: Vec::new(),
        alone: false,
    })
}

/// The date of the source in three fields, as much of it as is known.
fn dated(text: &Text, fact: Option<&Fact>, trouble: Option<FactTrouble>) -> Html {
    let labels = [text.paper_day(), text.paper_month(), text.paper_year()];
    let values = match fact.map(|fact| fact.written.dated) {
        Some(Dated::Day(day)) => [day.day().to_string(), day.month().to_string(), day.year().to_string()],
        Some(Dated::Month(day)) => [String::new(), day.month().to_string(), day.year().to_string()],
        Some(Dated::Year(day)) => [String::new(), String::new(), day.year().to_string()],
        Some(Dated::NotEstablished) | None => Default::default(),
    };
    html! {
        <fieldset class={classes!("answer-card", trouble.map(|_| "govuk-form-group--error"))}
            aria-describedby="fact-date-hint">
            <legend><h2 class="question">{ text.known_dated() }</h2></legend>
            <p id="fact-date-hint" class="govuk-hint">{ text.known_dated_hint() }</p>
            { at_field(text, "fact-day", trouble) }
            <div class="date-parts">
                { for DAY.into_iter().zip(labels).zip(values).map(|(((id, width), label), value)| html! {
                    <div>
                        <label class="govuk-label" for={id}>{ label }</label>
                        <input {id} class={classes!("govuk-input", "code-field")} type="text" inputmode="numeric"
                            maxlength={width} autocomplete="off" aria-invalid={trouble.map(|_| "true")}
                            value={fields::now(id).unwrap_or(value)} />
                    </div>
                }) }
            </div>
        </fieldset>
    }
}

fn at_field(text: &Text, field: &'static str, trouble: Option<FactTrouble>) -> Html {
    trouble.map(|trouble| problems::at_field(field, said(text, trouble))).unwrap_or_default()
}

fn said(text: &Text, trouble: FactTrouble) -> Phrase {
    match trouble {
        FactTrouble::NoWords => text.known_no_words(),
        FactTrouble::TooLong => text.known_too_long(),
        FactTrouble::NoSource => text.known_no_source(),
        FactTrouble::NameTooLong => text.known_name_too_long(),
        FactTrouble::NoDate => text.known_no_date(),
        FactTrouble::NotYet => text.known_not_yet(),
    }
}
