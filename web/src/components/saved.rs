//! Whether what was said is kept. That it is on its way is only seen; that it is kept is also said to whoever
//! listens, once for each answer.

use crate::text::Text;
use yew::prelude::*;

/// How far what was said is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was said yet.
    Nothing,
    /// It is on its way.
    UnderWay,
    /// It is safely kept.
    Done,
}

impl Keeping {
    /// Of a sitting in which nothing is being typed: its revision, and the revision that is kept.
    #[must_use]
    pub fn of(revision: u64, kept: u64) -> Keeping {
        match revision {
            0 => Keeping::Nothing,
            _ if kept >= revision => Keeping::Done,
            _ => Keeping::UnderWay,
        }
    }
}

/// The line beside the button that goes on.
pub fn saved(text: &Text, keeping: Keeping) -> Html {
    html! {
        <p class="saved">
            <span role="status">if keeping == Keeping::Done { { text.question_saved() } }</span>
            if keeping == Keeping::UnderWay { <span>{ text.question_saving() }</span> }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_kept_when_all_of_it_is_kept() {
        let rows = [
            (0, 0, Keeping::Nothing),
            (1, 0, Keeping::UnderWay),
            (1, 1, Keeping::Done),
            (2, 1, Keeping::UnderWay),
        ];
        for (revision, kept, expected) in rows {
            assert_eq!(Keeping::of(revision, kept), expected, "{revision} {kept}");
        }
    }
}
