use super::*;
use assessment_core::answer::{Answer, Missing, accept};
use assessment_core::catalogue::folders;
use assessment_core::instrument::{ItemKind, Setting};

const ABOUT_DEFINITION: &str = include_str!("../../about-you/definition.json");
const ABOUT_WORDING: &str = include_str!("../../about-you/wording.en.json");

/// The shipped strengths profile with its English words.
pub(crate) fn strengths_profile() -> Book {
    let folder = folders().iter().find(|folder| folder.name == STRENGTHS_PROFILE).expect("it is shipped");
    let english =
        folder.wordings.iter().find(|(name, _)| *name == "wording.en.json").expect("it has English");
    Book::read(folder.definition, english.1).expect("the strengths profile reads")
}

/// The Welsh words of a shipped instrument of ours.
pub(crate) fn welsh_of(id: &str) -> &'static str {
    let folder = folders().iter().find(|folder| folder.name == id).expect("it is shipped");
    folder.wordings.iter().find(|(name, _)| *name == "wording.cy.json").expect("it has Welsh").1
}

/// The questions about the person.
pub(crate) fn about_you() -> Book {
    Book::read(ABOUT_DEFINITION, ABOUT_WORDING).expect("about you reads")
}

/// What the app has at hand.
pub(crate) fn library() -> Library {
    Library::of_books(vec![strengths_profile(), about_you()])
}

#[test]
fn about_you_is_no_instrument_it_has_no_scale_and_is_never_offered() {
    let book = about_you();
    assert_eq!(book.instrument.id().as_str(), ABOUT_YOU);
    assert_eq!(book.instrument.scales().len(), 0);
    assert!(!book.instrument.offered());
}

#[test]
fn every_question_about_you_can_be_refused_and_none_has_an_option_that_refuses() {
    let book = about_you();
    assert!(!book.instrument.items().is_empty());
    for at in book.instrument.positions() {
        let id = &book.instrument.item(at).id;
        for missing in [Missing::PreferNotToSay, Missing::Skipped, Missing::DoNotKnow, Missing::Cleared] {
            assert_eq!(accept(&book.instrument, at, &Answer::Missing(missing)), Ok(()), "{id}");
        }
        for option in book.instrument.options(at) {
            let label = book.wording.option(&book.instrument, at, option.code).to_lowercase();
            let refuses = ["prefer not", "rather not", "don't know", "do not know"];
            assert!(!refuses.iter().any(|words| label.contains(words)), "{id}: {label}");
        }
    }
}

#[test]
fn every_question_about_you_says_why_it_is_asked_and_none_wants_a_text() {
    let book = about_you();
    for at in book.instrument.positions() {
        let item = book.instrument.item(at);
        let why = book.wording.help(&book.instrument, at).is_some_and(|help| !help.trim().is_empty());
        // The background questions ask again within a group that was just chosen.
        assert!(why, "{}", item.id);
        assert!(item.kind != ItemKind::Text, "{}: a text could name someone", item.id);
        assert!(item.asked_in(Setting::Custody) && item.asked_in(Setting::Community), "{}", item.id);
    }
}

#[test]
fn a_book_with_words_for_another_definition_is_no_book() {
    let folder = folders().iter().find(|folder| folder.name == STRENGTHS_PROFILE).expect("it is shipped");
    let rows = [
        (folder.definition, ABOUT_WORDING),
        (ABOUT_DEFINITION, ""),
        ("", ABOUT_WORDING),
        ("{}", "{}"),
        (ABOUT_WORDING, ABOUT_DEFINITION),
    ];
    for (definition, words) in rows {
        assert_eq!(Book::read(definition, words), None);
    }
}

#[test]
fn a_book_is_found_by_id_and_by_the_very_version_a_session_pinned() {
    let library = library();
    let version = |id: &str| library.newest(id).map(|book| book.instrument.version().to_owned());
    let rows = [(STRENGTHS_PROFILE, true), (ABOUT_YOU, true), ("", false), ("STRENGTHS-PROFILE", false)];
    for (id, there) in rows {
        assert_eq!(version(id).is_some(), there, "{id}");
    }
    let newest = version(STRENGTHS_PROFILE).expect("just found");
    assert!(library.find(STRENGTHS_PROFILE, &newest).is_some());
    for other in ["", "0.9.0", "1.0"] {
        assert_eq!(library.find(STRENGTHS_PROFILE, other), None, "{other}");
    }
}

#[test]
fn a_book_speaks_the_language_asked_for_where_it_has_the_words() {
    use Language::{Cy, En};
    // Words of another instrument are no words of it.
    let (welsh, other) = (welsh_of(STRENGTHS_PROFILE), welsh_of("brief-check-in"));
    let rows: [(&str, &[Language], &str); 6] = [
        (welsh, &[], "en"),
        (welsh, &[En], "en"),
        (welsh, &[Cy], "cy"),
        (welsh, &[Cy, Cy], "cy"),
        (welsh, &[Cy, En], "en"),
        (other, &[Cy], "en"),
    ];
    for (words, languages, expected) in rows {
        let mut library = Library::of_books(vec![strengths_profile().beside(words)]);
        languages.iter().for_each(|language| library.speak(*language));
        let book = library.newest(STRENGTHS_PROFILE).expect("just put");
        assert_eq!(book.spoken(En), expected, "{languages:?}");
    }
}
