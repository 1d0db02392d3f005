//! About an instrument: what it asks, how it is scored, where it comes from, and what nobody has established.
//! Drawn from the definition, for whoever wants to know. Where the definition is silent, so is the page.

mod key;
mod known;
mod scoring;

use crate::app::View;
use crate::components::controls::{back, details, heading, lead, link, second_heading, words};
use crate::library::{Book, Listed, ListedWording};
use crate::route::Route;
use assessment_core::instrument::{Instrument, Source, WordingRight};
use yew::prelude::*;

/// The page. `listed` is what the build says comes with this version.
pub(super) fn page(view: &View<'_>, book: &Book, listed: Option<&Listed>) -> Html {
    let (text, instrument) = (view.text, &book.instrument);
    let wordings = listed.map_or(&[][..], |listed| &listed.wordings);
    html! {<>
        { back(view, Route::Home) }
        { heading(text.instrument_title()) }
        { lead(view.title(book)) }
        <p class="small">{ instrument.id().to_string() }{ " · " }{ text.instrument_version(instrument.version()) }</p>
        { words(text.instrument_lead()) }
        if text.language().code() != "en" { <p class="small">{ text.instrument_data_english() }</p> }
        { second_heading(text.instrument_asks()) }
        { asks(view, book) }
        { second_heading(text.instrument_scored()) }
        { scoring::scored(view, book) }
        { details(text.instrument_key_show(), key::table(view, instrument)) }
        { second_heading(text.instrument_known()) }
        { known::known(view, book) }
        <p>{ link(view, Route::Reliability, "row-link", text.figures_link()) }</p>
        { second_heading(text.instrument_from_where()) }
        { from_where(view, instrument) }
        { second_heading(text.instrument_versions()) }
        { versions(view, wordings) }
    </>}
}

/// Words of a book, in the language they are in.
fn spoken(book: &Book, said: String) -> Html {
    html! { <span lang={book.language().to_owned()}>{ said }</span> }
}

/// What stands in a definition is in English, whatever the page speaks.
fn english(said: &str) -> Html {
    html! { <span lang="en">{ said.to_owned() }</span> }
}

/// What is known of one thing: a row of a list.
fn row(label: impl Into<Html>, value: Html) -> Html {
    html! { <div><dt>{ label.into() }</dt><dd>{ value }</dd></div> }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn asks(view: &View<'_>, book: &Book) -> Html {
    let (text, instrument) = (view.text, &book.instrument);
    let parts = (0..instrument.sections().len()).map(|n| {
        let items = instrument.items().iter().filter(|item| item.section == n);
        html! {
            <li>{ spoken(book, book.section_title(n)) }{ ": " }{ text.instrument_part_count(number(items.count())) }</li>
        }
    });
    let settings =
        instrument.settings().iter().map(|one| html! { <li>{ text.instrument_setting(one.word()) }</li> });
    let modes = instrument.modes().iter().map(|one| html! { <li>{ text.instrument_mode(one) }</li> });
    html! {<>
        { words(text.instrument_count(number(instrument.items().len()))) }
        if instrument.sections().len() > 1 { <ul class="told">{ for parts }</ul> }
        if instrument.wording() == WordingRight::NotSupplied { { words(text.instrument_topics_only()) } }
        <dl class="facts">
            if let Some(recall) = instrument.recall() { { row(text.instrument_recall(), english(recall)) } }
            { row(text.instrument_where(), html! { <ul class="plain-list">{ for settings }</ul> }) }
            { row(text.instrument_how(), html! { <ul class="plain-list">{ for modes }</ul> }) }
        </dl>
        if let Some(days) = instrument.within_days() { { words(text.instrument_within(&days.to_string())) } }
    </>}
}

/// Where a fact comes from and how sure it is.
fn source(view: &View<'_>, source: &Source) -> Html {
    html! {
        <p class="small source">
            { english(&source.citation) }{ " " }{ view.text.instrument_confidence(source.confidence.word()) }
            if let Some(address) = &source.address { { " " }<span class="own-words">{ address.clone() }</span> }
        </p>
    }
}

fn from_where(view: &View<'_>, instrument: &Instrument) -> Html {
    let (text, licence) = (view.text, instrument.licence());
    html! {<>
        { source(view, instrument.source()) }
        <dl class="facts">
            { row(text.instrument_terms(), english(&licence.terms)) }
            { row(text.instrument_wording_terms(), english(&licence.wording)) }
            if let Some(address) = &licence.address {
                { row(text.instrument_address(), html! { <span class="own-words">{ address.clone() }</span> }) }
            }
        </dl>
    </>}
}

fn versions(view: &View<'_>, wordings: &[ListedWording]) -> Html {
    let text = view.text;
    if wordings.is_empty() {
        return words(text.instrument_no_words());
    }
    let one = |wording: &ListedWording| {
        // What comes with the app is ours, and so is its Welsh, easy read or not.
        let welsh = wording.language == "cy";
        let reviewed = wording.reviewed.as_ref().filter(|_| !welsh);
        html! {
            <li>
                <b>{ text.instrument_language(&wording.language) }</b>{ ": " }
                <span lang={wording.language.clone()}>{ wording.title.clone() }</span>
                <p>{ text.instrument_provenance(&wording.provenance) }</p>
                if welsh { <p>{ text.instrument_our_welsh() }</p> }
                if let Some(reviewed) = reviewed { <p>{ english(reviewed) }</p> }
                <p class="small">{ text.instrument_words_licence() }{ ": " }{ english(&wording.licence) }</p>
            </li>
        }
    };
    html! { <ul class="told">{ for wordings.iter().map(one) }</ul> }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::text::Text;
    use assessment_core::instrument::{Basis, Confidence, Fact};
    use std::collections::BTreeSet;

    #[test]
    fn whatever_a_definition_may_say_has_words_of_its_own_in_both_languages() {
        let english = Text::parse(include_str!(concat!(env!("OUT_DIR"), "/en.json")), None).expect("English");
        let welsh =
            Text::parse(include_str!(concat!(env!("OUT_DIR"), "/cy.json")), Some(&english)).expect("Welsh");
        let bases = [
            Basis::Published,
            Basis::Sem,
            Basis::TestRetest,
            Basis::Alpha,
            Basis::FileTestRetest,
            Basis::FileAlpha,
        ];
        let sure = [
            Confidence::Found,
            Confidence::MemoryHigh,
            Confidence::MemoryMedium,
            Confidence::Derived,
            Confidence::Proposal,
            Confidence::Ours,
        ];
        let provenances = ["ours", "licensed_pack", "translation_not_validated", "easy_read_not_validated"];
        for text in [&english, &welsh] {
            let rows: [(&str, Vec<String>); 4] = [
                ("fact", Fact::ALL.map(|one| text.instrument_fact(one.word()).plain()).to_vec()),
                ("basis", bases.map(|one| text.instrument_basis(one.word()).plain()).to_vec()),
                ("confidence", sure.map(|one| text.instrument_confidence(one.word()).plain()).to_vec()),
                ("provenance", provenances.map(|one| text.instrument_provenance(one).plain()).to_vec()),
            ];
            for (what, said) in rows {
                let different: BTreeSet<&String> = said.iter().collect();
                assert_eq!(different.len(), said.len(), "{what}: {said:#?}");
            }
        }
    }
}
