//! Our own few drawings. All of them decorate; words say the same beside them.

use yew::prelude::*;

/// The mark of the app: a trellis with a leaf that has found its way up.
pub fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <path class="mark-lattice" d="M6 29 20 3M13 29 27 3M5 9l16 8M4 17l16 9M14 4l14 8" />
            <path class="mark-leaf" d="M16 17c0-6 4-9 10-9 0 6-4 9-10 9Z" />
        </svg>
    }
}

/// A closed padlock.
pub fn lock() -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3" />
        </svg>
    }
}

/// A seedling, for places where nothing has grown yet.
pub fn seedling() -> Html {
    html! {
        <svg class="seedling" viewBox="0 0 120 90" width="120" height="90" aria-hidden="true" focusable="false">
            <path class="seedling-soil" d="M14 78c20-9 72-9 92 0" />
            <path class="seedling-stem" d="M60 74c0-18-1-26 0-40" />
            <path class="seedling-leaf" d="M60 46c-16 2-27-6-29-22 16-1 28 7 29 22Z" />
            <path class="seedling-leaf" d="M60 38c0-15 9-25 26-26 1 16-9 26-26 26Z" />
        </svg>
    }
}
