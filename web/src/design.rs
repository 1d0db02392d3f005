//! The design page, at `/design`: every colour, size and component in use, drawn by the app's own
//! functions. For whoever changes how something looks; the people at work never open it, so its own words
//! are in English only.

mod colours;

use crate::app::View;
use crate::browser;
use crate::charts::then_now::{self, ThenNow, then_now};
use crate::charts::trellis::{self, Leaf, Rung, trellis};
use crate::components::answer_card::{Aside, Card, Choice, Help, Lie, card};
use crate::components::controls::{
    back, button, details, heading, lead, link, link_button, notice, quiet_button, said, second_heading,
    text_button, words,
};
use crate::components::text_answer::TextAnswer;
use crate::components::{icons, problems};
use crate::route::Route;
use crate::text::Text;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Draws the page.
pub fn start() {
    let root = browser::window().document().and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        root.set_text_content(None);
        yew::Renderer::<Design>::with_root(root).render();
    }
}

#[component]
fn Design() -> Html {
    let text = use_state(|| None::<Text>);
    let fetched = text.clone();
    use_effect_with((), move |()| {
        browser::name_document("Design – Trellis", "en");
        spawn_local(async move {
            if let Some(json) = browser::fetch("en.json").await {
                fetched.set(Text::parse(&json, None).ok());
            }
        });
    });
    let Some(text) = (*text).clone() else { return Html::default() };
    let dispatch = Callback::noop();
    let view = View {
        text: &text,
        today: chrono::NaiveDate::default(),
        dispatch: &dispatch,
        inside: None,
        pictures: crate::needs::Pictures::Without,
    };
    html! {
        <div class="width">
            <main id="main" class="page" data-page="design">
                { heading("How Trellis looks") }
                { lead("Every colour, size and component, drawn by the functions the app itself uses.") }
                { sample("Colours", colours::table()) }
                { sample("Type", type_scale()) }
                { sample("Buttons and links", buttons(&view)) }
                { sample("Things said", things_said(&text)) }
                { sample("Answers", answers(&text)) }
                { sample("Fields, and what to mend", fields(&text)) }
                { sample("The trellis", strengths(&text)) }
                { sample("Then and now", change(&text)) }
                { sample("People, and nobody yet", people(&view)) }
                { sample("Table", table(&text)) }
                { sample("Drawings", html! {<>{ icons::garden() }{ icons::mark() }{ icons::lock() }</>}) }
            </main>
        </div>
    }
}

fn sample(title: &'static str, body: Html) -> Html {
    html! { <section>{ second_heading(title) }{ body }</section> }
}

fn type_scale() -> Html {
    html! {<>
        <p class="page-heading">{ "A page begins like this" }</p>
        <p class="second-heading">{ "A part of a page" }</p>
        <p class="third-heading">{ "An area" }</p>
        { lead("The sentence under a heading.") }
        { words("Words to read. Lines are 38 rem long at most, and nothing is smaller than 16 pixels.") }
        <p class="small">{ "Small words, for what is good to know but not needed." }</p>
        <p class="progress">{ "Part 3 of 20" }</p>
        <blockquote class="own-words">{ "What the person said, as they said it." }</blockquote>
    </>}
}

fn buttons(view: &View<'_>) -> Html {
    html! {<>
        { back(view, Route::Home) }
        <div class="page-ends">
            { button(view.text.go_on(), Callback::noop()) }
            { quiet_button(view.text.keep_again(), Callback::noop()) }
            { link_button(view, Route::Home, "A link that is a button") }
            { link(view, Route::Home, "stop-link", view.text.question_stop()) }
            { text_button(view.text.skip(), "Skip for now: a question".into(), Callback::noop()) }
        </div>
    </>}
}

fn things_said(text: &Text) -> Html {
    html! {<>
        { notice(text.first_safe()) }
        { said(text.opening()) }
        <p class="banner banner--examples"><span class="width">{ text.examples_banner() }</span></p>
        <div class="banner"><div class="width">
            <p>{ text.update_waiting() }</p>
            { quiet_button(text.update_use(), Callback::noop()) }
        </div></div>
        <div class="banner banner--trouble"><div class="width">
            <h3 class="second-heading">{ text.not_kept_title() }</h3>
            <p>{ text.not_kept_body() }</p>
            { quiet_button(text.keep_again(), Callback::noop()) }
        </div></div>
        { details("Help that opens where it is needed", words("And closes again.")) }
    </>}
}

fn answers(text: &Text) -> Html {
    let asides = || {
        let aside = |label: crate::text::Phrase| Aside {
            key: "aside",
            name: label.clone().into(),
            label: label.into(),
            onclick: Callback::noop(),
        };
        vec![aside(text.question_skip()), aside(text.question_refuse())]
    };
    let one = |id: &str, question: &'static str, kind, lie, labels: &[&str], chosen: Option<usize>| {
        let choice = |(n, label): (usize, &&str)| Choice {
            value: n.to_string(),
            label: (*label).to_owned().into(),
            chosen: chosen == Some(n),
            apart: label.starts_with("Does not") || label.starts_with("None"),
        };
        let numbers = lie == Lie::Numbers;
        card(Card {
            id: id.to_owned(),
            question: question.into(),
            hint: (kind == "checkbox").then(|| text.question_choose_any().into()),
            help: (!numbers).then(|| Help {
                summary: text.question_what_this_means().into(),
                body: "In plain words.".into(),
                onopen: Callback::noop(),
            }),
            ends: numbers
                .then(|| (html! {<><b>{ "0" }</b>{ " Hard" }</>}, html! {<><b>{ "10" }</b>{ " Good" }</>})),
            kind,
            choices: labels.iter().enumerate().map(choice).collect(),
            lie,
            onchoose: Callback::noop(),
            standing: None,
            asides: asides(),
            alone: false,
        })
    };
    let row = ["Yes", "Sometimes", "Not at the moment", "Does not apply to me"];
    let column = ["No need", "I have enough", "I have some, I want more", "I don't want it now"];
    let ticks = ["Somewhere safe to stay", "Food", "None of these"];
    let numbers = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    html! {<>
        { words("Press Tab and the arrow keys to see the focus ring; it is ink outside and yellow inside.") }
        { one("row", "Side by side, nothing chosen", "radio", Lie::Row, &row, None) }
        { one("row-chosen", "Side by side, one chosen", "radio", Lie::Row, &row, Some(0)) }
        { one("column", "One under the other, one chosen", "radio", Lie::Column, &column, Some(1)) }
        { one("ticks", "As many as fit", "checkbox", Lie::Column, &ticks, Some(1)) }
        { one("numbers", "Numbers, one chosen", "radio", Lie::Numbers, &numbers, Some(6)) }
    </>}
}

fn fields(text: &Text) -> Html {
    html! {<>
        { problems::summary(text, "mend", text.add_no_name()) }
        <div class="govuk-form-group govuk-form-group--error">
            <label class="govuk-label" for="mend">{ text.add_name() }</label>
            <p id="mend-hint" class="govuk-hint">{ text.add_name_hint() }</p>
            { problems::at_field("mend", text.add_no_name()) }
            <input id="mend" class="govuk-input" autocomplete="off" aria-describedby="mend-hint mend-error" />
        </div>
        <fieldset id="item-said" class="answer-card">
            <legend><h3><label class="question" for="said">{ text.question_your_words() }</label></h3></legend>
            <TextAnswer id="said" value="" described_by="item-said" onwords={Callback::noop()}
                ontyping={Callback::noop()} />
        </fieldset>
        <div class="choice choice--plain">
            <input type="checkbox" id="plain" autocomplete="off" />
            <label for="plain">{ text.show_passphrase() }</label>
        </div>
    </>}
}

fn strengths(text: &Text) -> Html {
    let rung = |label: &'static str, leaves: &[Leaf]| Rung {
        label: label.into(),
        words: format!("{label}: {leaves:?}"),
        leaves: leaves.to_vec(),
    };
    let marks = |class: &'static str, title: crate::text::Phrase| {
        html! {
            <div class={classes!("marks", class)}><h4 class="marks-title">{ title }</h4><ul><li>{ "A strength" }</li></ul></div>
        }
    };
    html! {<>
        { trellis(text.profile_picture_title().plain(), vec![
            rung("Looking after myself", &[Leaf::Whole, Leaf::Whole, Leaf::Whole, Leaf::Whole]),
            rung("People close to me", &[Leaf::Whole, Leaf::Half, Leaf::Half, Leaf::Ring]),
            rung("Places I can use, and a name that takes two lines", &[Leaf::Half, Leaf::Ring]),
            rung("Nothing answered", &[]),
        ]) }
        { trellis::key(text.profile_have_now(), text.profile_partly(), text.profile_not_yet()) }
        <article class="area">
            <h3 class="third-heading">{ "An area" }</h3>
            { marks("marks--have", text.profile_have_now()) }
            { marks("marks--partly", text.profile_partly()) }
            { marks("marks--wish", text.profile_not_yet()) }
        </article>
    </>}
}

fn change(text: &Text) -> Html {
    let lines = [
        ("Both", Some(200), Some(600)),
        ("The same", Some(400), Some(400)),
        ("Then only", Some(200), None),
        ("Now only", None, Some(800)),
    ];
    html! {<>
        { then_now::key(text.change_then(), text.change_now()) }
        { for lines.into_iter().map(|(title, then, now)| html! {
            <article class="area">
                <h3 class="third-heading">{ title }</h3>
                { then_now(ThenNow { lowest: 0, highest: 800, then, now }, title.to_owned()) }
            </article>
        }) }
    </>}
}

fn people(view: &View<'_>) -> Html {
    let text = view.text;
    let row = |name: &'static str, class: Option<&'static str>, status: crate::text::Phrase| {
        html! {
            <li class="person-row">
                { link(view, Route::Home, "person-link", html! { <span class="person-name">{ name }</span> }) }
                <span class={classes!("status", class)}>{ status }</span>
            </li>
        }
    };
    html! {<>
        <ul class="people">
            { row("Bea", Some("status--draft"), text.status_draft()) }
            { row("Marged", Some("status--ready"), text.status_ready()) }
            { row("Somebody with a very long name that has to go somewhere", None, text.status_new()) }
        </ul>
        <div class="empty">
            { icons::seedling() }
            <h3 class="second-heading">{ text.people_empty_title() }</h3>
            { words(text.people_empty_body()) }
        </div>
    </>}
}

fn table(text: &Text) -> Html {
    html! {
        <div class="table-room" tabindex="0" role="region" aria-label="A table">
            <table class="govuk-table">
                <thead><tr>
                    <th scope="col">{ text.change_area() }</th>
                    <th scope="col">{ text.change_then() }</th>
                    <th scope="col">{ text.change_now() }</th>
                </tr></thead>
                <tbody><tr><th scope="row">{ "An area" }</th><td>{ "4" }</td><td>{ "6" }</td></tr></tbody>
            </table>
        </div>
    }
}
