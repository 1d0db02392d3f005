//! The questions on paper, in exactly this version, with the code each answer has and the number each
//! question has when the paper is typed back. The form's own code stands at the foot of every page.

use crate::app::View;
use crate::components::controls::{back, button, heading, link, words};
use crate::components::pictures::beside;
use crate::library::Book;
use crate::needs::{Ease, Pictures};
use crate::route::{Print, Printed, Route};
use crate::state::Action;
use crate::text::Phrase;
use assessment_core::instrument::{Condition, ItemAt, ItemKind, Setting, WordingRight};
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, book: &Book, printed: Printed) -> Html {
    let text = view.text;
    let form = Form { view, book, printed };
    let code = text.form_code(&format!("{} {}", version(book), printed.setting.word()));
    let simple = (printed.ease == Ease::Simple).then_some("sheet--easy");
    let large = (printed.print == Print::Large).then_some("sheet--large");
    html! {
        <div class={classes!("sheet", simple, large)}>
            <div class="sheet-body">
                { back(view, Route::Home) }
                { heading(text.form_title()) }
                <p class="sheet-code">{ code.clone() }</p>
                <div class="go-on">
                    { button(text.form_print(), view.send(Action::Print)) }
                    { others(view, book, printed) }
                </div>
                { words(text.form_how()) }
                // A number that is left out is no lost sheet.
                if book.instrument.positions().any(|at| !book.instrument.item(at).asked_in(printed.setting)) {
                    { words(text.form_numbers()) }
                }
                { words(text.first_not_emergency()) }
                { for [text.form_name(), text.form_date(), text.form_by()].into_iter().map(|label| html! {
                    <p class="sheet-line">{ label }</p>
                }) }
                { for (0..book.instrument.sections().len()).filter_map(|n| form.section(n)) }
            </div>
            <p class="sheet-foot">{ text.form_private() }{ " " }{ code }</p>
        </div>
    }
}

/// What whoever types it back compares: instrument, version and words.
fn version(book: &Book) -> String {
    format!("{} {} {}", book.instrument.id(), book.instrument.version(), book.wording_id())
}

/// The same form for somebody else.
fn others(view: &View<'_>, book: &Book, printed: Printed) -> Html {
    let text = view.text;
    let id = book.instrument.id().to_string();
    let other =
        |printed: Printed, label: Phrase| link(view, Route::Form(id.clone(), printed), "stop-link", label);
    let (setting, elsewhere) = match printed.setting {
        Setting::Community => (Setting::Custody, text.form_for_custody()),
        Setting::Custody => (Setting::Community, text.form_for_community()),
    };
    let (ease, otherwise) = match printed.ease {
        Ease::Usual => (Ease::Simple, text.form_simple()),
        Ease::Simple => (Ease::Usual, text.form_usual()),
    };
    let (pictures, seen) = match printed.pictures {
        Pictures::Without => (Pictures::With, text.form_with_pictures()),
        Pictures::With => (Pictures::Without, text.form_without_pictures()),
    };
    let (print, larger) = match printed.print {
        Print::Usual => (Print::Large, text.form_in_large()),
        Print::Large => (Print::Usual, text.form_in_usual()),
    };
    html! {<>
        { other(Printed { print, ..printed }, larger) }
        if book.instrument.wording() == WordingRight::Ours {
            { other(Printed { ease, ..printed }, otherwise) }
            { other(Printed { pictures, ..printed }, seen) }
        }
        { other(Printed { setting, ..printed }, elsewhere) }
    </>}
}

struct Form<'a> {
    view: &'a View<'a>,
    book: &'a Book,
    printed: Printed,
}

impl Form<'_> {
    fn section(&self, n: usize) -> Option<Html> {
        let instrument = &self.book.instrument;
        let asked = |at: &ItemAt| {
            instrument.item(*at).section == n && instrument.item(*at).asked_in(self.printed.setting)
        };
        let items: Vec<ItemAt> = instrument.positions().filter(asked).collect();
        let said = self.book.section(n).filter(|_| !items.is_empty())?;
        let spoken = self.book.spoken(self.view.text.language()).to_owned();
        Some(html! {
            <section key={n} lang={spoken}>
                // A heading, what is said under it and the first question stay on one sheet.
                <div class="sheet-beginning">
                    <h2 class="second-heading">{ said.title.clone() }</h2>
                    if let Some(intro) = &said.intro { { words(intro.clone()) } }
                    { for items.first().map(|at| self.item(*at)) }
                </div>
                { for items.iter().skip(1).map(|at| self.item(*at)) }
            </section>
        })
    }

    fn item(&self, at: ItemAt) -> Html {
        let instrument = &self.book.instrument;
        let item = instrument.item(at);
        let words = self.book.question(at, self.printed.setting);
        let question = html! { <>{ number(at) }{ ". " }{ words }</> };
        let question = beside(self.printed.pictures, self.book.instrument.picture(at), question);
        html! {
            <div class="sheet-item" key={item.id.to_string()}>
                if let Some(gate) = &item.gate { <p class="small">{ self.only_if(gate) }</p> }
                <p class="question">{ question }</p>
                if matches!(item.kind, ItemKind::Several { .. }) { <p class="small">{ self.view.text.question_choose_any() }</p> }
                { self.answers(at) }
                <p class="sheet-box small">{ self.view.text.form_refuse() }</p>
            </div>
        }
    }

    fn only_if(&self, gate: &Condition) -> Html {
        let options: Vec<String> =
            gate.is.iter().map(|code| self.book.option(gate.item, *code, self.printed.setting)).collect();
        self.view.text.form_only_if(&number(gate.item), &options.join(", ")).into()
    }

    fn answers(&self, at: ItemAt) -> Html {
        let instrument = &self.book.instrument;
        match &instrument.item(at).kind {
            ItemKind::Text => html! { <><p class="sheet-line" /><p class="sheet-line" /></> },
            ItemKind::Number { from, to, .. } => {
                let ends = self.book.ends(at);
                html! {
                    <div class="sheet-scale">
                        if let Some((low, high)) = ends {
                            <p class="sheet-ends"><span>{ low.to_owned() }</span>{ " " }<span>{ high.to_owned() }</span></p>
                        }
                        <p class="sheet-numbers">
                            { for (*from..=*to).map(|n| html! { <><span class="sheet-box">{ n }</span>{ " " }</> }) }
                        </p>
                    </div>
                }
            }
            _ => html! {
                <p>
                    { for instrument.options(at).iter().map(|option| html! {
                        <span class="sheet-box">
                            { self.book.option(at, option.code, self.printed.setting) }{ format!(" ({})", option.code) }
                        </span>
                    }) }
                    if let Some(label) = self.book.does_not_apply(at, self.printed.setting) {
                        <span class="sheet-box">{ label.to_owned() }</span>
                    }
                </p>
            },
        }
    }
}

/// A question's number on paper: its place in the definition, whatever is asked before it.
fn number(at: ItemAt) -> String {
    (at.index() + 1).to_string()
}
