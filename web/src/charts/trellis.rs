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

/// Draws the trellis.
pub fn trellis(label: String, rungs: Vec<Rung>) -> Html {
    html! {
        <ul class="trellis" aria-label={label}>
            { for rungs.into_iter().map(rung) }
        </ul>
    }
}

fn rung(rung: Rung) -> Html {
    html! {
        <li class="rung">
            <span class="rung-label" aria-hidden="true">{ rung.label }</span>
            <span class="visually-hidden">{ rung.words }</span>
            <svg class="rung-leaves" viewBox="0 0 176 44" aria-hidden="true" focusable="false">
                <path class="rung-wire" d="M2 34C44 26 88 38 174 30" />
                { for rung.leaves.iter().enumerate().map(|(n, shape)| leaf(n, *shape)) }
            </svg>
        </li>
    }
}

/// Leaves stand 42 apart, every other one a little lower, as on a stem.
fn leaf(n: usize, shape: Leaf) -> Html {
    let lower = if n % 2 == 1 { 4 } else { 0 };
    let place = format!("translate({} {lower})", 6 + 42 * n);
    let outline = "M16 33C3 27 1 12 16 3c15 9 13 24 0 30Z";
    html! {
        <g transform={place}>
            { match shape {
                Leaf::Whole => html! {<>
                    <path class="leaf leaf--whole" d={outline} />
                    <path class="leaf-vein" d="M16 30V11" />
                </>},
                Leaf::Half => html! {<>
                    <path class="leaf leaf--open" d={outline} />
                    <path class="leaf leaf--whole" d="M16 33C3 27 1 12 16 3Z" />
                </>},
                Leaf::Ring => html! { <circle class="leaf leaf--ring" cx="16" cy="20" r="8" /> },
            } }
        </g>
    }
}
