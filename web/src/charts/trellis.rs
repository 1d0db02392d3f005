//! The trellis: one rung a field, one leaf a strength. What was not answered draws nothing.

use yew::prelude::*;

/// One strength on a rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// There now: a whole leaf.
    Whole,
    /// Partly there: half a leaf.
    Half,
    /// A wish: an open ring.
    Ring,
}

/// One rung.
pub struct Rung {
    /// What it is called.
    pub label: Html,
    /// The same as the leaves, in words.
    pub words: String,
    /// Its leaves, in the order asked.
    pub leaves: Vec<Leaf>,
}

/// Where leaves grow on the wire, and how far each leans: no two beside each other lean alike.
const PLACES: [&str; 4] = [
    "translate(37 37) rotate(-14)",
    "translate(87 38) rotate(9)",
    "translate(137 41) rotate(-7)",
    "translate(187 39) rotate(13)",
];

/// Draws the trellis.
pub fn trellis(label: String, rungs: Vec<Rung>) -> Html {
    html! {
        <ul class="trellis" aria-label={label}>
            { for rungs.into_iter().map(rung) }
        </ul>
    }
}

/// The key: which shape is which.
pub fn key(whole: impl Into<Html>, half: impl Into<Html>, ring: impl Into<Html>) -> Html {
    let one = |shape: Leaf, words: Html| {
        html! {
            <span>
                <svg viewBox="-19 -38 38 40" width="26" height="26" aria-hidden="true" focusable="false">
                    { leaf(shape) }
                </svg>
                { words }
            </span>
        }
    };
    html! {
        <p class="trellis-key">
            { one(Leaf::Whole, whole.into()) }
            { one(Leaf::Half, half.into()) }
            { one(Leaf::Ring, ring.into()) }
        </p>
    }
}

/// The posts are longer than the rung and cut off by it, so that they run on from rung to rung however
/// many lines a label takes.
fn rung(rung: Rung) -> Html {
    html! {
        <li class="rung">
            <span class="rung-label" aria-hidden="true">{ rung.label }</span>
            <span class="visually-hidden">{ rung.words }</span>
            <svg class="rung-leaves" viewBox="0 0 224 50" aria-hidden="true" focusable="false">
                <path class="rung-post" d="M8-90V140M216-90V140" />
                <path class="rung-wire" d="M0 40C56 30 96 46 136 40S200 34 224 38" />
                { for rung.leaves.into_iter().zip(PLACES).map(|(shape, place)| html! {
                    <g transform={place}>{ leaf(shape) }</g>
                }) }
            </svg>
        </li>
    }
}

/// A leaf whose stalk stands at the origin and whose tip points up.
fn leaf(shape: Leaf) -> Html {
    let outline = "M0 0C-17-7-17-22 0-35 17-22 17-7 0 0Z";
    match shape {
        Leaf::Whole => html! {<>
            <path class="leaf leaf--whole" d={outline} />
            <path class="leaf-vein" d="M0-4V-26M0-9l6-5M0-9l-6-5M0-17l5-4M0-17l-5-4" />
        </>},
        Leaf::Half => html! {<>
            <path class="leaf leaf--open" d={outline} />
            <path class="leaf leaf--whole" d="M0 0C-17-7-17-22 0-35Z" />
        </>},
        Leaf::Ring => html! {<>
            <path class="rung-wire" d="M0 0V-9" />
            <circle class="leaf leaf--ring" cy="-18" r="9" />
        </>},
    }
}
