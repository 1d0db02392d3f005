//! A place for the person's own words. They are handed on when typing pauses, when the place is left and
//! when the page goes, byte for byte.

use gloo::timers::callback::Timeout;
use web_sys::HtmlTextAreaElement;
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
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                onwords.emit(area.value());
            }
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
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                let typing = area
                    .owner_document()
                    .and_then(|d| d.active_element())
                    .is_some_and(|a| a.id() == area.id());
                if !typing && area.value() != value.as_str() {
                    area.set_value(value);
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
    html! {
        <textarea ref={field} id={props.id.clone()} class="govuk-textarea" rows={props.rows.to_string()}
            autocomplete="off" dir="auto" aria-describedby={props.described_by.clone()}
            defaultvalue={props.value.clone()} {oninput} {onchange} />
    }
}
