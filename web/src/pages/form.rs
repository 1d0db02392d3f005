//! The questions on paper, in exactly this version, with the code each answer has and the number each
//! question has when the paper is typed back.

use crate::app::View;
use crate::components::controls::{back, button, heading, link, words};
use crate::components::pictures::beside;
use crate::library::Book;
use crate::needs::{Ease, Pictures};
use crate::route::{Printed, Route};
use crate::state::Action;
use crate::text::Phrase;
use assessment_core::instrument::{Condition, ItemAt, ItemKind, Setting, WordingRight};
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, book: &Book, printed: Printed) -> Html {
    let (text, instrument) = (view.text, &book.instrument);
    let Printed { setting, ease, pictures } = printed;
    let sheet = Sheet { view, book, setting, pictures };
    let id = instrument.id().to_string();
    let other =
        |printed: Printed, label: Phrase| link(view, Route::Form(id.clone(), printed), "stop-link", label);
    let (elsewhere, where_else) = match setting {
        Setting::Community => (Setting::Custody, text.form_for_custody()),
        Setting::Custody => (Setting::Community, text.form_for_community()),
    };
    let (otherwise, how_else) = match ease {
        Ease::Usual => (Ease::Simple, text.form_simple()),
        Ease::Simple => (Ease::Usual, text.form_usual()),
    };
    let (seen, seen_else) = match pictures {
        Pictures::Without => (Pictures::With, text.form_with_pictures()),
        Pictures::With => (Pictures::Without, text.form_without_pictures()),
    };
    let code = format!("{id} {} {} {}", instrument.version(), book.wording_id(), setting.word());
    html! {
        <div class={classes!("sheet", (ease == Ease::Simple).then_some("sheet--easy"))}>
            { back(view, Route::Home) }
            { heading(text.form_title()) }
            <p class="sheet-code">{ text.form_code(&code) }</p>
            <div class="go-on">
                { button(text.form_print(), view.send(Action::Print)) }
                { other(Printed { setting: elsewhere, ..printed }, where_else) }
                if instrument.wording() == WordingRight::Ours {
                    { other(Printed { ease: otherwise, ..printed }, how_else) }
                    { other(Printed { pictures: seen, ..printed }, seen_else) }
                }
            </div>
            { words(text.form_private()) }
            { words(text.form_how()) }
            { for [text.form_name(), text.form_date(), text.form_by()].into_iter().map(|label| html! {
                <p class="sheet-line">{ label }</p>
            }) }
            { for (0..instrument.sections().len()).filter_map(|n| sheet.section(n)) }
        </div>
    }
}

struct Sheet<'a> {
    view: &'a View<'a>,
    book: &'a Book,
    setting: Setting,
    pictures: Pictures,
}

impl Sheet<'_> {
    fn section(&self, n: usize) -> Option<Html> {
        let instrument = &self.book.instrument;
        let asked =
            |at: &ItemAt| instrument.item(*at).section == n && instrument.item(*at).asked_in(self.setting);
        let items: Vec<ItemAt> = instrument.positions().filter(asked).collect();
        let said = self.book.section(n).filter(|_| !items.is_empty())?;
        let spoken = self.book.spoken(self.view.text.language()).to_owned();
        Some(html! {
            <section key={n} lang={spoken}>
                <h2 class="second-heading">{ said.title.clone() }</h2>
                if let Some(intro) = &said.intro { { words(intro.clone()) } }
                { for items.into_iter().map(|at| self.item(at)) }
            </section>
        })
    }

    fn item(&self, at: ItemAt) -> Html {
        let instrument = &self.book.instrument;
        let item = instrument.item(at);
        let words = self.book.question(at, self.setting);
        let question = html! { <>{ number(at) }{ ". " }{ words }</> };
        html! {
            <div class="sheet-item" key={item.id.to_string()}>
                if let Some(gate) = &item.gate { <p class="small">{ self.only_if(gate) }</p> }
                <p class="question">{ beside(self.pictures, self.book.instrument.picture(at), question) }</p>
                { self.answers(at) }
                <p class="sheet-box small">{ self.view.text.form_refuse() }</p>
            </div>
        }
    }

    fn only_if(&self, gate: &Condition) -> Html {
        let options: Vec<String> =
            gate.is.iter().map(|code| self.book.option(gate.item, *code, self.setting)).collect();
        self.view.text.form_only_if(&number(gate.item), &options.join(", ")).into()
    }

    fn answers(&self, at: ItemAt) -> Html {
        let instrument = &self.book.instrument;
        match &instrument.item(at).kind {
            ItemKind::Text => html! { <><p class="sheet-line" /><p class="sheet-line" /></> },
            ItemKind::Number { from, to, .. } => {
                let ends = self.book.ends(at);
                html! {
                    <p>
                        if let Some((low, _)) = ends { { low.to_owned() }{ " " } }
                        { for (*from..=*to).map(|n| html! { <span class="sheet-box">{ n }</span> }) }
                        if let Some((_, high)) = ends { { " " }{ high.to_owned() } }
                    </p>
                }
            }
            _ => html! {
                <p>
                    { for instrument.options(at).iter().map(|option| html! {
                        <span class="sheet-box">
                            { self.book.option(at, option.code, self.setting) }{ format!(" ({})", option.code) }
                        </span>
                    }) }
                    if let Some(label) = self.book.does_not_apply(at, self.setting) {
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
