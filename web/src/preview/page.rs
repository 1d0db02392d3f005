//! What an author sees: the page a person would meet, a line over it that says what it is, and faults in its place.

use super::Open;
use super::steps::{Page, Step, Wanted, steps};
use crate::app::View;
use crate::components::controls::{button, details, heading, lead, notice, words};
use crate::components::icons;
use crate::library::Book;
use crate::pages::heads_up::said_before;
use crate::pages::question::Asking;
use crate::screens::{Lay, Screen};
use crate::state::Action;
use crate::text::Text;
use assessment_core::instrument::{Instrument, ItemAt, ItemKind, Setting};
use assessment_core::wording::Wording;
use std::rc::Rc;
use yew::prelude::*;

/// Everything that is wrong, in place of the page.
pub(super) fn faults(faults: &[String]) -> Html {
    let title = match faults.len() {
        1 => "One thing to mend".to_owned(),
        n => format!("{n} things to mend"),
    };
    frame(
        &Head::of("faults"),
        Html::default(),
        html! {<>
            { heading(title) }
            { lead("Mend the file, then load this page again. The command trellis check says the same.") }
            <ol class="told">
                { for faults.iter().map(|fault| html! { <li><p class="long">{ fault.clone() }</p></li> }) }
            </ol>
            <a class="govuk-button" href={address()}>{ "Load again" }</a>
        </>},
    )
}

/// The server has stopped, or somebody else answers at its address.
pub(super) fn gone() -> Html {
    frame(
        &Head::of("gone"),
        Html::default(),
        html! {<>
            { heading("The preview has no files to show") }
            { lead("Start it again: cargo xtask serve --preview FILE") }
        </>},
    )
}

/// The page a person would meet.
pub(super) fn open(
    text: &Text,
    dispatch: &Callback<Action>,
    wanted: &Wanted,
    open: &Open,
    turn: &dyn Fn(usize) -> Callback<MouseEvent>,
) -> Html {
    let view = View {
        text,
        today: open.sitting.session.start.on,
        dispatch,
        inside: None,
        pictures: crate::needs::Pictures::Without,
    };
    let asking = Asking { view: &view, book: &open.book, sitting: &open.sitting };
    let instrument = &open.book.instrument;
    let steps = steps(instrument, &open.sitting.session.responses(instrument));
    let (item, body) = match wanted.page {
        Page::All => (None, everything(&asking)),
        Page::One(n) => {
            let n = n.min(steps.len() - 1);
            let first = match &steps[n] {
                Step::Questions(screen) => Some(instrument.item(screen.items[0]).id.to_string()),
                _ => None,
            };
            (first, one(&asking, &steps, n, turn))
        }
    };
    frame(
        &Head { name: "page", said: said(wanted, open), instrument: Some(instrument), item },
        bar(wanted, open),
        body,
    )
}

/// What stands over a page, and what the page says about itself.
struct Head<'a> {
    name: &'static str,
    said: String,
    instrument: Option<&'a Instrument>,
    item: Option<String>,
}

impl Head<'_> {
    fn of(name: &'static str) -> Head<'static> {
        Head { name, said: "Nothing is saved.".to_owned(), instrument: None, item: None }
    }
}

fn frame(head: &Head<'_>, bar: Html, body: Html) -> Html {
    html! {<>
        <header class="head" lang="en">
            <a href="#main" class="govuk-skip-link">{ "Skip to main content" }</a>
            <div class="width head-row">
                <a class="brand" href={address()}>{ icons::mark() }<span>{ "Preview" }</span></a>
            </div>
            <p class="banner banner--examples"><span class="width">{ head.said.clone() }</span></p>
        </header>
        <div class="width">
            { bar }
            <main id="main" class="page" data-page={format!("preview-{}", head.name)}
                data-instrument={head.instrument.map(|instrument| instrument.id().to_string())} data-item={head.item.clone()}>
                { body }
            </main>
        </div>
    </>}
}

/// The address of this page, which loads the files anew.
fn address() -> String {
    Wanted::read(&super::search()).address()
}

/// Which definition is shown in which wording, and whether another was asked for.
fn said(wanted: &Wanted, open: &Open) -> String {
    let instrument = &open.book.instrument;
    let shown = match (spoken(open), wanted.lang.as_deref()) {
        (None, _) => "No wording lies beside it, so its topics stand where the questions would.".to_owned(),
        (Some((tag, words)), Some(lang)) if tag != lang && words.language != lang => {
            format!("There is no wording for {lang}: this is wording.{tag}.json.")
        }
        (Some((tag, words)), _) => {
            format!("wording.{tag}.json, {}.", words.provenance.word().replace('_', " "))
        }
    };
    format!("{} {}: {shown} Nothing is saved.", instrument.id(), instrument.version())
}

/// The wording that is shown, with its tag.
fn spoken(open: &Open) -> Option<&(String, Rc<Wording>)> {
    open.whole.wordings.iter().find(|(_, words)| Some(words) == open.book.wording.as_ref())
}

/// What else there is: other wordings, the other setting, every question.
fn bar(wanted: &Wanted, open: &Open) -> Html {
    let shown = spoken(open).map(|(tag, _)| tag);
    let mut ways = vec![match wanted.page {
        Page::All => ("Page by page".to_owned(), Wanted { page: Page::One(0), ..wanted.clone() }),
        Page::One(_) => {
            ("Every question on one page".to_owned(), Wanted { page: Page::All, ..wanted.clone() })
        }
    }];
    for (tag, _) in open.whole.wordings.iter().filter(|(tag, _)| Some(tag) != shown) {
        ways.push((format!("wording.{tag}.json"), Wanted { lang: Some(tag.clone()), ..wanted.clone() }));
    }
    match wanted.setting {
        Setting::Custody => ways.push((
            "As asked in the community".to_owned(),
            Wanted { setting: Setting::Community, ..wanted.clone() },
        )),
        Setting::Community if open.book.instrument.settings().contains(&Setting::Custody) => {
            ways.push((
                "As asked in prison".to_owned(),
                Wanted { setting: Setting::Custody, ..wanted.clone() },
            ));
        }
        Setting::Community => {}
    }
    html! {
        <nav lang="en" aria-label="Preview">
            <ul class="plain-list foot-links">
                { for ways.into_iter().map(|(label, to)| html! {
                    <li><a class="foot-link" href={to.address()}>{ label }</a></li>
                }) }
            </ul>
        </nav>
    }
}

fn one(asking: &Asking<'_>, steps: &[Step], n: usize, turn: &dyn Fn(usize) -> Callback<MouseEvent>) -> Html {
    let (text, book) = (asking.view.text, asking.book);
    let go_on = || button(text.question_go_on(), turn(n + 1));
    let body = match &steps[n] {
        Step::Start => html! {<>
            { beginning(asking) }
            <div class="go-on">{ go_on() }</div>
        </>},
        Step::HeadsUp(section) => html! {<>
            { heads_up(asking, *section) }
            <div class="go-on">{ button(text.heads_go(), turn(n + 1)) }</div>
        </>},
        Step::Questions(screen) => html! {<>
            { asking.top(&shown(steps), screen, Lay::Together) }
            { for screen.items.iter().map(|at| asking.item(*at)) }
            <div class="go-on">{ go_on() }</div>
        </>},
        Step::Last => html! {<>
            { heading("That was the last question") }
            { lead("Nothing was saved.") }
        </>},
    };
    let href = Wanted { page: Page::One(n.saturating_sub(1)), ..Wanted::read(&super::search()) }.address();
    let back = turn(n.saturating_sub(1));
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        back.emit(event);
    });
    html! {
        <div class="sitting" key={format!("{} {n}", book.language())}>
            if n > 0 { <a {href} class="back-link" {onclick}>{ text.back() }</a> }
            { body }
        </div>
    }
}

fn shown(steps: &[Step]) -> Vec<Screen> {
    let screen = |step: &Step| match step {
        Step::Questions(screen) => Some(screen.clone()),
        _ => None,
    };
    steps.iter().filter_map(screen).collect()
}

fn beginning(asking: &Asking<'_>) -> Html {
    let intro = asking.book.wording.as_ref().and_then(|wording| wording.intro.clone());
    html! {
        <div lang={asking.lang()}>
            { heading(asking.book.title().to_owned()) }
            if let Some(intro) = intro { { lead(intro) } }
        </div>
    }
}

fn heads_up(asking: &Asking<'_>, section: usize) -> Html {
    let (text, instrument) = (asking.view.text, &asking.book.instrument);
    let setting = asking.sitting.session.start.setting;
    let inside = instrument.items().iter().filter(|item| item.section == section && item.asked_in(setting));
    html! {<>
        { heading(text.heads_next(&asking.book.section_title(section))) }
        { said_before(asking.book, section) }
        { lead(text.heads_count(i64::try_from(inside.count()).unwrap_or(i64::MAX))) }
        { words(text.heads_fine()) }
    </>}
}

/// Every item, asked or not, with what the author said of it.
fn everything(asking: &Asking<'_>) -> Html {
    let (book, instrument) = (asking.book, &asking.book.instrument);
    let inside =
        |section: usize| instrument.positions().filter(move |at| instrument.item(*at).section == section);
    html! {<>
        { beginning(asking) }
        { for (0..instrument.sections().len()).map(|section| html! {<section>
            <div lang={asking.lang()}>
                <h2 class="second-heading">{ book.section_title(section) }</h2>
                if let Some(intro) = book.section(section).and_then(|words| words.intro.clone()) { { lead(intro) } }
            </div>
            if instrument.sections()[section].sensitive {
                { notice(html! {<>{ said_before(book, section) }<p>{ asking.view.text.heads_fine() }</p></>}) }
            }
            { for inside(section).map(|at| html! {<>
                { asking.item(at) }
                { details(html! { <span lang="en">{ instrument.item(at).id.to_string() }</span> }, facts(book, at)) }
            </>}) }
        </section>}) }
    </>}
}

fn facts(book: &Book, at: ItemAt) -> Html {
    let instrument = &book.instrument;
    let item = instrument.item(at);
    let kind = match &item.kind {
        ItemKind::Choice { .. } => "One answer of a list.".to_owned(),
        ItemKind::Several { .. } => "As many of a list as fit.".to_owned(),
        ItemKind::Number { from, to, .. } => {
            format!("A number from {} to {}.", instrument.code_text(at, *from), instrument.code_text(at, *to))
        }
        ItemKind::Text => "Own words, never scored.".to_owned(),
    };
    let gate = item.gate.as_ref().map(|gate| {
        let codes: Vec<String> = gate.is.iter().map(|code| instrument.code_text(gate.item, *code)).collect();
        format!("Asked when {} is {}.", instrument.item(gate.item).id, codes.join(" or "))
    });
    let implied = item
        .implied
        .map(|code| format!("Counts as {} when it is not asked.", instrument.code_text(at, code)));
    let only = item.only_in.map(|setting| format!("Asked in {} only.", setting.word()));
    html! {
        <div lang="en">
            <p>{ item.topic.clone() }</p>
            if let Some(topic) = book.topic(at) { <p lang={book.language().to_owned()}>{ topic.to_owned() }</p> }
            <p>{ kind }</p>
            { for [gate, implied, only].into_iter().flatten().map(|line| html! { <p>{ line }</p> }) }
        </div>
    }
}
