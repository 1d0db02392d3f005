//! Typing in a completed paper form: one row an item with its number and its topic, one field for its code.
//! Enter and the arrow keys go from field to field; a code that cannot be is said beside its field.

use crate::app::View;
use crate::browser::focus;
use crate::components::controls::{back, details, heading, lead, link, link_button, words};
use crate::components::text_answer::TextAnswer;
use crate::library::{Book, Printing};
use crate::notes::Refusal;
use crate::pages::begin_paper::hand;
use crate::pages::question::saved;
use crate::route::{Route, code_field};
use crate::state::paper::{LETTERS, read, written};
use crate::state::{Action, Open, Sitting};
use crate::text::{Phrase, Text};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{Instrument, ItemAt, ItemKind};
use assessment_core::session::Stage;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Where the last field leads.
const END: &str = "typed-in";

/// The page.
pub fn page(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book) -> Html {
    let (text, session, instrument) = (view.text, &sitting.session, &book.instrument);
    let person = Route::Person(session.start.person);
    let asked: Vec<ItemAt> =
        instrument.positions().filter(|at| instrument.item(*at).asked_in(session.start.setting)).collect();
    let refused = open.refused(session.start.id);
    let printed = Printing::of(session.start.wording.clone(), String::new());
    let grid = Grid { view, sitting, book, asked: &asked, refused };
    html! {<>
        { back(view, person.clone()) }
        { heading(text.paper_type_title()) }
        { lead(view.title(book)) }
        { from(view, sitting).map(words).unwrap_or_default() }
        if !printed.wording.is_empty() {
            <p class="sheet-code">{ text.form_code(&printed.code(&book.edition())) }</p>
        }
        if session.stage == Stage::Draft {
            { details(text.paper_how(), how(text)) }
            <div class="code-grid">
                { for (0..asked.len()).map(|n| grid.row(n)) }
            </div>
            <div class="page-ends">
                <div id={END} tabindex="-1">{ link_button(view, Route::Check(session.start.id), text.paper_check()) }</div>
                { saved(view, sitting) }
                { link(view, person, "stop-link", text.paper_later()) }
            </div>
        } else {
            { words(text.check_finished()) }
        }
    </>}
}

/// When a paper form was filled in, and by whom.
pub(super) fn from(view: &View<'_>, sitting: &Sitting) -> Option<Phrase> {
    let paper = sitting.session.paper?;
    let by = hand(view.text, paper.completed_by);
    Some(view.text.paper_from(by.as_str(), &view.date(sitting.session.start.on)))
}

/// What is typed where there is no code.
fn how(text: &Text) -> Html {
    html! {<>
        <p>{ text.paper_keys() }</p>
        <p>{ text.paper_letters() }</p>
        <dl class="letters">
            { for LETTERS.into_iter().map(|(letter, missing)| html! {
                <div><dt>{ letter }</dt><dd>{ reason(text, missing) }</dd></div>
            }) }
        </dl>
    </>}
}

fn reason(text: &Text, missing: Missing) -> Phrase {
    match missing {
        Missing::PreferNotToSay => text.paper_refused(),
        Missing::DoNotKnow => text.paper_not_known(),
        Missing::DoesNotApply => text.paper_not_apply(),
        Missing::PersonNotPresent => text.paper_not_there(),
        Missing::WorkerDidNotAsk => text.paper_not_asked(),
        _ => text.paper_blank(),
    }
}

struct Grid<'a> {
    view: &'a View<'a>,
    sitting: &'a Sitting,
    book: &'a Book,
    asked: &'a [ItemAt],
    refused: &'a [Refusal],
}

impl Grid<'_> {
    fn row(&self, n: usize) -> Html {
        let (text, instrument, at) = (self.view.text, &self.book.instrument, self.asked[n]);
        let item = instrument.item(at);
        let id = field_id(instrument, at);
        let refused = self.refused_at(item.id.as_str());
        let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
        let described = if refused.is_some() { format!("{hint} {error}") } else { hint.clone() };
        let only_if = item.gate.as_ref().map(|gate| text.paper_only_if(&number(gate.item)));
        // A definition's topics are written in English only; where the words are not, the question says it.
        let (topic, lang) = match self.book.topic(at) {
            Some(topic) => (topic, self.book.language().to_owned()),
            None if self.book.wording.is_some() && self.book.language() != "en" => {
                (self.book.text(at, self.sitting.session.start.setting), self.book.language().to_owned())
            }
            None => (item.topic.as_str(), "en".to_owned()),
        };
        html! {
            <div class={classes!("code-row", refused.map(|_| "code-row--refused"))} key={item.id.to_string()}>
                <label for={id.clone()}><b>{ number(at) }</b><span {lang}>{ topic.to_owned() }</span></label>
                <p id={hint} class="small">
                    if item.kind == ItemKind::Text { { text.paper_words() } } else { { codes(instrument, at) } }
                    if let Some(only_if) = only_if { { " " }{ only_if } }
                </p>
                { self.field(n, &id, described) }
                if let Some(refused) = refused {
                    <p id={error} class="govuk-error-message" role="alert">
                        { text.paper_not_a_code(&codes(instrument, at), &refused.typed) }
                    </p>
                }
            </div>
        }
    }

    /// What was typed there and is no code of it.
    fn refused_at(&self, item: &str) -> Option<&Refusal> {
        self.refused.iter().find(|refusal| refusal.item == item)
    }

    fn field(&self, n: usize, id: &str, described: String) -> Html {
        let (instrument, at) = (&self.book.instrument, self.asked[n]);
        let (session, item) = (self.sitting.session.start.id, instrument.item(at).id.to_string());
        let answer = self.sitting.session.answer_to(instrument, at);
        let dispatch = self.view.dispatch.clone();
        if instrument.item(at).kind == ItemKind::Text {
            let value = if let Answer::Text(words) = answer { words } else { String::new() };
            let onwords = dispatch.reform(move |words: String| {
                let given =
                    if words.is_empty() { Answer::Missing(Missing::Skipped) } else { Answer::Text(words) };
                Action::Answer(session, item.clone(), given)
            });
            let ontyping = self.view.send(Action::Typing(session));
            return html! {
                <TextAnswer id={id.to_owned()} {value} described_by={described} {onwords} {ontyping} rows={2} />
            };
        }
        let refused = self.refused_at(&item);
        let invalid = refused.map(|_| "true");
        let typed = refused.map_or_else(|| written(instrument, at, &answer), |refused| refused.typed.clone());
        let onchange = dispatch.reform(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            Action::Typed(session, item.clone(), typed)
        });
        html! {
            <input id={id.to_owned()} class="govuk-input code-field" type="text" autocomplete="off"
                autocapitalize="off" spellcheck="false" aria-describedby={described} aria-invalid={invalid}
                ~defaultValue={typed} {onchange} onkeydown={self.keys(n)} />
        }
    }

    /// Enter goes on once the code is one of the item's; the arrow keys go wherever they point.
    fn keys(&self, n: usize) -> Callback<KeyboardEvent> {
        let place = |n: usize| self.asked.get(n).map(|at| field_id(&self.book.instrument, *at));
        let next = place(n + 1).unwrap_or_else(|| END.to_owned());
        let before = n.checked_sub(1).and_then(place);
        let (instrument, at) = (self.book.instrument.clone(), self.asked[n]);
        let (session, item) = (self.sitting.session.start.id, instrument.item(at).id.to_string());
        let dispatch = self.view.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            match event.key().as_str() {
                // What is left is told by the field itself; what is stayed in is told here.
                "Enter" if read(&instrument, at, &field.value()).is_none() => {
                    dispatch.emit(Action::Typed(session, item.clone(), field.value()));
                    field.select();
                }
                "Enter" | "ArrowDown" => focus(&next),
                "ArrowUp" => before.iter().for_each(|before| focus(before)),
                _ => return,
            }
            event.prevent_default();
        })
    }
}

fn field_id(instrument: &Instrument, at: ItemAt) -> String {
    code_field(instrument.item(at).id.as_str())
}

/// An item's number on paper: its place in the definition, whatever is asked before it.
fn number(at: ItemAt) -> String {
    (at.index() + 1).to_string()
}

/// The codes an item takes.
pub(super) fn codes(instrument: &Instrument, at: ItemAt) -> String {
    if let ItemKind::Number { from, to, .. } = instrument.item(at).kind {
        return format!("{}–{}", instrument.code_text(at, from), instrument.code_text(at, to));
    }
    let codes: Vec<i32> = instrument.options(at).iter().map(|option| option.code).collect();
    match codes[..] {
        [first, .., last] if codes.len() > 2 && codes.windows(2).all(|two| two[1] == two[0] + 1) => {
            format!("{first}–{last}")
        }
        _ => codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}
