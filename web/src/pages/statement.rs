//! Who can use it, what was tested, and what is not right yet, with the day this was last gone over.

use crate::app::View;
use crate::components::controls::{back, heading, lead, second_heading, words};
use crate::route::Route;
use chrono::NaiveDate;
use yew::prelude::*;

/// The day this page was last gone over: year, month, day. A journey fails once it is a year old.
const GONE_OVER: (i32, u32, u32) = (2026, 11, 25);

/// The page.
pub fn page(view: &View<'_>) -> Html {
    let text = view.text;
    let (year, month, day) = GONE_OVER;
    let on = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let known = [
        text.statement_known_readers(),
        text.statement_known_people(),
        text.statement_known_welsh(),
        text.statement_known_voice(),
    ];
    html! {<>
        { back(view, Route::Home) }
        { heading(text.statement_title()) }
        { lead(text.statement_lead()) }
        { words(text.statement_can()) }
        { words(text.statement_tested()) }
        { second_heading(text.statement_known()) }
        <ul class="told">{ for known.into_iter().map(|known| html! { <li>{ known }</li> }) }</ul>
        { second_heading(text.statement_tell()) }
        { words(text.statement_tell_whom()) }
        <p class="small" data-gone-over={on.to_string()}>{ text.statement_date(&view.date(on)) }</p>
    </>}
}
