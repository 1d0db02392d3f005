//! The other language in the middle of an assessment.

use super::scenario::{Scenario, english};
use crate::library::tests::{about_you, library, strengths_profile, welsh_of};
use crate::library::{ABOUT_YOU, STRENGTHS_PROFILE};
use crate::needs::Ease;
use crate::state::Action;
use crate::text::{Language, Text};
use assessment_core::answer::Answer;
use assessment_core::instrument::Setting;
use assessment_core::session::SessionId;
use std::rc::Rc;

pub(super) fn welsh() -> Text {
    let words = include_str!(concat!(env!("OUT_DIR"), "/cy.json"));
    Text::parse(words, Some(&english())).expect("this build's own words")
}

/// What comes when Welsh words have been fetched.
fn welsh_read() -> Action {
    let mut library = library();
    library.put_beside(&strengths_profile().edition(), welsh_of(STRENGTHS_PROFILE));
    assert_eq!(library.lacking(Language::Cy, Ease::Usual), [(about_you().edition(), ABOUT_YOU.to_owned())]);
    Action::Library(Rc::new(library))
}

fn question(scenario: &Scenario, id: SessionId) -> String {
    let library = scenario.opened_vault().library.clone();
    let book = library.of(&scenario.sitting(id).session).expect("the book it pinned");
    let at = book.instrument.find_item("matters").expect("its first question");
    book.text(at, Setting::Community).to_owned()
}

const ENGLISH: &str = "What matters most to you?";
const WELSH: &str = "Beth sy'n bwysicaf i chi?";

#[test]
fn a_question_turns_into_the_other_language_and_each_answer_keeps_the_one_it_was_given_in() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    let gives = |scenario: &mut Scenario, words: &str| {
        // Come back to: what is typed on one visit in one language is one text.
        scenario.does(Action::Go(scenario.state.route.clone()));
        scenario.does(Action::Answer(id, "matters".to_owned(), Answer::Text(words.to_owned())));
    };
    let route = scenario.state.route.clone();
    gives(&mut scenario, "My sister");
    scenario.does(welsh_read());
    assert_eq!(question(&scenario, id), ENGLISH);
    for (text, words, shown) in [
        (welsh(), "Fy chwaer", WELSH),
        (english(), "My brother", ENGLISH),
        (english(), "My dog", ENGLISH),
        (welsh(), "Fy nghi", WELSH),
    ] {
        scenario.does(Action::Words(text));
        assert_eq!(question(&scenario, id), shown);
        assert_eq!(scenario.state.route, route);
        gives(&mut scenario, words);
    }
    let entries = scenario.sitting(id).session.entries.iter().flat_map(|(_, entries)| entries);
    let languages: Vec<&str> = entries.map(|entry| entry.language.as_str()).collect();
    assert_eq!(languages, ["en", "cy", "en", "en", "cy"]);
}

#[test]
fn what_was_begun_in_one_language_is_found_again_in_the_other() {
    let mut scenario = Scenario::open();
    scenario.does(welsh_read());
    scenario.does(Action::Words(welsh()));
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    assert_eq!(scenario.sitting(id).session.start.wording, "cy/ours/1.0.0");
    assert_eq!(question(&scenario, id), WELSH);
    scenario.does(Action::Words(english()));
    assert_eq!(question(&scenario, id), ENGLISH);
    assert_eq!(scenario.begins(rhys), id);
}

#[test]
fn without_welsh_words_a_question_stays_english_and_its_answer_says_so() {
    let mut scenario = Scenario::open();
    scenario.does(Action::Words(welsh()));
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    assert_eq!(question(&scenario, id), ENGLISH);
    scenario.does(Action::Answer(id, "matters".to_owned(), Answer::Text("Fy chwaer".to_owned())));
    let entries = scenario.sitting(id).session.entries.iter().flat_map(|(_, entries)| entries);
    assert_eq!(entries.map(|entry| entry.language.as_str()).collect::<Vec<_>>(), ["en"]);
}
