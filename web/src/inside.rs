//! What lies behind the door: the second wasm, fetched as soon as the first page is there. A tablet that is opened
//! asks for a passphrase first, and most of the app has come by the time that is typed.

use crate::app::View;
use crate::components::frame::Page;
use crate::library::{Book, Edition, Library};
use crate::person::Person;
use crate::state::AppState;
use assessment_core::export::{File, Release, files};
use assessment_core::instrument::Instrument;
use assessment_core::provenance::Digest;
use assessment_core::session::Session;
use chrono::NaiveDate;
use std::future::Future;
use std::pin::Pin;

/// What the second wasm brings. Whatever only this leads to lies in it.
#[derive(Debug)]
pub struct Inside {
    /// The pages of an open tablet, and those about the app itself.
    pub page: fn(&View<'_>, &AppState) -> Page,
    /// A definition with its words.
    pub book: fn(&str, Option<&str>) -> Option<Book>,
    /// Puts words beside those of a book.
    pub beside: fn(&mut Library, &Edition, &str),
    /// The people to try it with.
    pub examples: MakeExamples,
    /// The files of a release.
    pub files: fn(&Instrument, &[Release<'_>], Digest) -> Vec<File>,
}

/// Makes example people and their sessions of a book, for a day, with fresh ids.
pub type MakeExamples =
    fn(&str, &Book, NaiveDate, &mut dyn FnMut() -> [u8; 16]) -> Option<(Vec<Person>, Vec<Session>)>;

/// The one there is.
pub static INSIDE: Inside = Inside {
    page: crate::pages::behind_the_door,
    book: Book::read,
    beside: Library::put_beside,
    examples: crate::examples::people,
    files,
};

/// Fetches the second wasm; gives nothing when it cannot be had now.
pub type Fetch = fn() -> Pin<Box<dyn Future<Output = Option<&'static Inside>>>>;
