//! The field that an address leads to.

use super::Route;

/// What the field is called that an item's code is typed in.
#[must_use]
pub fn code_field(item: &str) -> String {
    format!("code-{item}")
}

impl Route {
    /// The field a page is opened at; none where it is opened at its heading.
    #[must_use]
    pub fn field(&self) -> Option<String> {
        match self {
            Route::Paper(_, Some(item)) => Some(code_field(item)),
            _ => None,
        }
    }
}
