//! Our own few drawings. All of them decorate; words say the same beside them.

use yew::prelude::*;

/// The mark of the app: a trellis with a leaf that has found its way up.
pub fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="11 7 46 51" width="32" height="34" aria-hidden="true" focusable="false">
            <path class="mark-lattice" d="m14 43 22-22M20 49l22-22M26 55l22-22M14 33l22 22M20 27l22 22M26 21l22 22" />
            <path class="mark-leaf" d="M38 26c-1-9 3-15 13-16 1 11-4 16-13 16Z" />
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

/// A leaf of the picture: where its stalk stands, which way it points in degrees, its size in hundredths.
type Leaf = (i16, i16, i16, u8);

/// Grown leaves of both stems, from the ground up.
const GROWN: [Leaf; 13] = [
    (107, 313, 27, 103),
    (99, 282, -54, 100),
    (110, 253, 94, 97),
    (159, 165, -81, 86),
    (132, 130, 24, 82),
    (126, 108, -49, 79),
    (169, 45, 61, 67),
    (208, 286, -45, 98),
    (206, 254, 38, 94),
    (189, 214, -61, 88),
    (233, 151, 90, 74),
    (240, 136, -36, 70),
    (240, 119, 36, 66),
];

/// Young ones, and two sprouts beside the stems.
const YOUNG: [Leaf; 13] = [
    (150, 217, -14, 92),
    (163, 192, 66, 89),
    (135, 84, 88, 76),
    (162, 59, -12, 70),
    (168, 30, -16, 62),
    (194, 316, 84, 102),
    (192, 192, 77, 84),
    (208, 171, -5, 80),
    (236, 108, -29, 62),
    (56, 342, -42, 46),
    (56, 342, 34, 56),
    (252, 340, -36, 52),
    (252, 340, 44, 42),
];

/// Where flowers are, and their size in hundredths.
const FLOWERS: [(i16, i16, u8); 4] = [(97, 262, 100), (208, 196, 90), (130, 112, 80), (244, 120, 70)];

/// The picture of the first page: two stems find their way up one trellis.
pub fn garden() -> Html {
    html! {
        <svg class="garden" viewBox="0 0 300 376" aria-hidden="true" focusable="false">
            <path class="garden-sky" d="M18 352V156a132 132 0 0 1 264 0v196Z" />
            <path class="garden-wood" d="M139 324 39 115M144 323 88 71M150 322V52M156 323 212 71M161 324 261 115M104 269a95 95 0 0 1 92 0M77 221a150 150 0 0 1 146 0M51 173a205 205 0 0 1 198 0M27 130a254 254 0 0 1 246 0" />
            <path class="garden-stem" d="M128 338C86 300 92 262 128 236C168 208 176 176 146 148C118 122 120 92 150 70C166 58 172 44 168 30M172 338C214 306 218 268 196 232C178 204 196 176 222 160C242 148 246 126 236 108" />
            { for GROWN.into_iter().map(|one| leaf(one, "garden-leaf")) }
            { for YOUNG.into_iter().map(|one| leaf(one, "garden-leaf garden-leaf--young")) }
            { for FLOWERS.into_iter().map(flower) }
            <path class="garden-soil" d="M4 356c34-22 92-30 146-30s112 8 146 30c4 14-4 18-14 18H18c-10 0-18-4-14-18Z" />
        </svg>
    }
}

/// An eye that is shut.
pub fn eye_shut() -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="M3 8c3 5 11 5 14 0M5 11l-2 3M8 13l-1 3M12 13l1 3M15 11l2 3" />
        </svg>
    }
}

/// Written out by hand: printing floats costs the first load some kilobytes.
fn hundredths(size: u8) -> String {
    format!("{}.{:02}", size / 100, size % 100)
}

fn leaf((x, y, angle, size): Leaf, class: &'static str) -> Html {
    html! {
        <g transform={format!("translate({x} {y}) rotate({angle}) scale({})", hundredths(size))}>
            <path {class} d="M0 1C-15-6-17-25 0-40 17-25 15-6 0 1Z" />
            <path class="garden-vein" d="M0-4V-28" />
        </g>
    }
}

fn flower((x, y, size): (i16, i16, u8)) -> Html {
    html! {
        <g transform={format!("translate({x} {y}) scale({})", hundredths(size))}>
            { for (0..5).map(|n| html! {
                <path class="garden-petal" transform={format!("rotate({})", 72 * n)} d="M0 0C-7-5-6-13 0-14 6-13 7-5 0 0Z" />
            }) }
            <circle class="garden-heart" r="3.2" />
        </g>
    }
}
