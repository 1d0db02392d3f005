//! A place for the person's own words, or a line for a number. What is typed is handed on when typing pauses, when
//! the place is left and when the page goes, byte for byte.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Long enough for a thought, short enough to lose nothing worth having.
const PAUSE_MS: u32 = 700;

/// What the place for words needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Id of the field.
    pub id: AttrValue,
    /// What was written before.
    pub value: AttrValue,
    /// Ids of what describes it.
    pub described_by: AttrValue,
    /// Takes the words.
    pub onwords: Callback<String>,
    /// Told when typing begins, before the words are handed on.
    pub ontyping: Callback<()>,
    /// How many lines are open to begin with.
    #[prop_or(4)]
    pub rows: u32,
    /// Which keys a tablet shows, where it is one line for a number.
    #[prop_or_default]
    pub keys: Option<&'static str>,
    /// What it is called, where no label stands by it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Whether what stands there was refused.
    #[prop_or_default]
    pub refused: bool,
}

fn typed(field: &NodeRef) -> Option<String> {
    let element = field.get()?;
    let area = element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    area.or_else(|| element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value))
}

fn put(field: &NodeRef, value: &str) {
    let Some(element) = field.get() else { return };
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
    } else if let Some(line) = element.dyn_ref::<HtmlInputElement>() {
        line.set_value(value);
    }
}

/// The place itself.
#[component]
pub fn TextAnswer(props: &Props) -> Html {
    let field = use_node_ref();
    let waiting = use_mut_ref(|| None::<Timeout>);
    let hand_on = {
        let (field, waiting, onwords) = (field.clone(), waiting.clone(), props.onwords.clone());
        Callback::from(move |()| {
            waiting.borrow_mut().take();
            typed(&field).into_iter().for_each(|words| onwords.emit(words));
        })
    };
    let oninput = {
        let (waiting, hand_on, ontyping) = (waiting.clone(), hand_on.clone(), props.ontyping.clone());
        Callback::from(move |_: InputEvent| {
            let hand_on = hand_on.clone();
            if waiting.borrow().is_none() {
                ontyping.emit(());
            }
            *waiting.borrow_mut() = Some(Timeout::new(PAUSE_MS, move || hand_on.emit(())));
        })
    };
    let onchange = hand_on.reform(|_: Event| ());
    // Words that were put there or taken away by a button show, but never under somebody's fingers.
    {
        let field = field.clone();
        use_effect_with(props.value.clone(), move |value| {
            if let Some(element) = field.cast::<Element>() {
                let typing = element
                    .owner_document()
                    .and_then(|d| d.active_element())
                    .is_some_and(|a| a.id() == element.id());
                if !typing && typed(&field).as_deref() != Some(value.as_str()) {
                    put(&field, value);
                }
            }
        });
    }
    // A page that goes takes no words with it.
    let last = use_mut_ref(|| hand_on.clone());
    *last.borrow_mut() = hand_on;
    use_effect_with((), move |()| {
        move || {
            if waiting.borrow_mut().take().is_some() {
                last.borrow().emit(());
            }
        }
    });
    if let Some(keys) = props.keys {
        return html! {
            <input ref={field} id={props.id.clone()} class="govuk-input number-line" type="text" inputmode={keys}
                autocomplete="off" spellcheck="false" aria-label={props.label.clone()} aria-describedby={props.described_by.clone()}
                aria-invalid={props.refused.then_some("true")} ~defaultValue={props.value.to_string()}
                {oninput} {onchange} />
        };
    }
    html! {
        <textarea ref={field} id={props.id.clone()} class="govuk-textarea" rows={props.rows.to_string()}
            autocomplete="off" dir="auto" aria-describedby={props.described_by.clone()}
            defaultvalue={props.value.clone()} {oninput} {onchange} />
    }
}
