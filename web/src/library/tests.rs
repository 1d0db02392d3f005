use super::*;
use assessment_core::answer::{Answer, Missing, accept};
use assessment_core::catalogue::folders;
use assessment_core::instrument::{ItemKind, Setting};
use serde_json::Value;

const ABOUT_DEFINITION: &str = include_str!("../../about-you/definition.json");
const ABOUT_WORDING: &str = include_str!("../../about-you/wording.en.json");

/// A shipped instrument with its English words, where they are ours.
pub(crate) fn shipped(id: &str) -> Book {
    let folder = folders().iter().find(|folder| folder.name == id).expect("it is shipped");
    let english = folder.wordings.iter().find(|(name, _)| *name == "wording.en.json");
    Book::read(folder.definition, english.map(|file| file.1)).expect("it reads")
}

/// The shipped strengths profile with its English words.
pub(crate) fn strengths_profile() -> Book {
    shipped(STRENGTHS_PROFILE)
}

/// The Welsh words of a shipped instrument of ours.
pub(crate) fn welsh_of(id: &str) -> &'static str {
    words_of(id, "cy")
}

/// Words of a shipped instrument of ours, by what their file's name has in the middle: `cy`, `en-easy`.
pub(crate) fn words_of(id: &str, tag: &str) -> &'static str {
    let folder = folders().iter().find(|folder| folder.name == id).expect("it is shipped");
    let file = format!("wording.{tag}.json");
    folder.wordings.iter().find(|(name, _)| *name == file).expect("it has these words").1
}

/// The questions about the person.
pub(crate) fn about_you() -> Book {
    Book::read(ABOUT_DEFINITION, Some(ABOUT_WORDING)).expect("about you reads")
}

/// What the list of instruments says of one; nothing where it is not offered.
fn line(book: Book, wordings: &[(&str, &str)]) -> Option<Listed> {
    let read = |text: &str| list::read_wording(&serde_json::from_str::<Value>(text).ok()?);
    book.instrument.offered().then(|| Listed {
        edition: book.edition(),
        title: book.instrument.title().to_owned(),
        wording: book.instrument.wording(),
        file: book.instrument.id().to_string(),
        wordings: wordings.iter().map(|(_, text)| read(text).expect("a wording")).collect(),
    })
}

/// What the app has at hand before any page asks for more.
pub(crate) fn library() -> Library {
    let offered = folders().iter().map(|folder| line(shipped(folder.name), folder.wordings));
    let mut library = Library::of_list(offered.flatten().collect());
    library.put(strengths_profile());
    library.put(about_you());
    library
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
            let label = book.option(at, option.code, Setting::Community).to_lowercase();
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
        let why = book.help(at).is_some_and(|help| !help.trim().is_empty());
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
        assert_eq!(Book::read(definition, Some(words)), None);
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
    let edition = |version: &str| Edition { id: STRENGTHS_PROFILE.to_owned(), version: version.to_owned() };
    let newest = version(STRENGTHS_PROFILE).expect("just found");
    assert!(library.find(&edition(&newest)).is_some());
    for other in ["", "0.9.0", "1.0"] {
        assert_eq!(library.find(&edition(other)), None, "{other}");
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
        let mut library = Library::default();
        library.put(strengths_profile().beside(words));
        languages.iter().for_each(|language| library.speak(*language, Ease::Usual));
        let book = library.newest(STRENGTHS_PROFILE).expect("just put");
        assert_eq!(book.spoken(En), expected, "{languages:?}");
    }
}

#[test]
fn a_book_says_what_comes_nearest_to_the_language_and_the_ease_that_are_wanted() {
    use Ease::{Simple, Usual};
    use Language::{Cy, En};
    let all: &[&str] = &["cy", "en-easy", "cy-easy"];
    let backwards: &[&str] = &["cy-easy", "en-easy", "cy"];
    let rows: [(&[&str], Language, Ease, &str); 14] = [
        (&[], En, Simple, "en/ours/1.0.0"),
        (&[], Cy, Simple, "en/ours/1.0.0"),
        (&["en-easy"], En, Simple, "en/easy_read_not_validated/1.0.0"),
        (&["en-easy"], En, Usual, "en/ours/1.0.0"),
        (&["en-easy"], Cy, Simple, "en/easy_read_not_validated/1.0.0"),
        (&["cy"], Cy, Simple, "cy/ours/1.0.0"),
        (&["cy", "en-easy"], Cy, Simple, "cy/ours/1.0.0"),
        (&["cy-easy"], Cy, Usual, "cy/easy_read_not_validated/1.0.0"),
        (all, En, Usual, "en/ours/1.0.0"),
        (all, En, Simple, "en/easy_read_not_validated/1.0.0"),
        (all, Cy, Usual, "cy/ours/1.0.0"),
        (all, Cy, Simple, "cy/easy_read_not_validated/1.0.0"),
        (backwards, Cy, Usual, "cy/ours/1.0.0"),
        (backwards, En, Simple, "en/easy_read_not_validated/1.0.0"),
    ];
    for (there, language, ease, expected) in rows {
        let words = |book: Book, tag: &&str| book.beside(words_of(STRENGTHS_PROFILE, tag));
        let mut book = there.iter().fold(strengths_profile(), words);
        // Whatever was on the screen before, the same is wanted and the same is said.
        for before in [(En, Usual), (Cy, Usual), (En, Simple), (Cy, Simple)] {
            book.speak(before.0, before.1);
            book.speak(language, ease);
            assert_eq!(book.wording_id(), expected, "{there:?} {language:?} {ease:?} after {before:?}");
        }
        let twice = there.iter().fold(book.clone(), words);
        assert_eq!(twice, book, "the same words are there once");
    }
}

#[test]
fn a_book_that_came_with_the_app_lacks_the_words_that_are_not_at_hand_and_one_that_was_brought_lacks_none() {
    use Language::{Cy, En};
    let mut library = Library::default();
    library.put(strengths_profile().beside(words_of(STRENGTHS_PROFILE, "en-easy")));
    library.put(shipped("barc-10"));
    let rows = [(En, Ease::Usual, 0), (En, Ease::Simple, 0), (Cy, Ease::Usual, 1), (Cy, Ease::Simple, 1)];
    for (language, ease, expected) in rows {
        assert_eq!(library.lacking(language, ease).len(), expected, "{language:?} {ease:?}");
    }
}

#[test]
fn what_this_means_is_said_by_the_pack_and_stands_in_no_question() {
    for tag in ["en", "cy", "en-easy", "cy-easy"] {
        let folder = shipped(STRENGTHS_PROFILE);
        let pack = words_of(STRENGTHS_PROFILE, tag);
        let said: Value = serde_json::from_str(pack).expect("JSON");
        let wording = wording::parse(&folder.instrument, pack).expect("whole");
        let book = Book { wording: Some(Rc::new(wording)), ..folder };
        for at in book.instrument.positions() {
            let words = &said["items"][book.instrument.item(at).id.as_str()];
            assert_eq!(book.text(at, Setting::Community), words["text"], "{tag}");
            assert_eq!(book.help(at), words["help"].as_str(), "{tag}");
        }
    }
}

#[test]
fn the_list_names_each_version_the_newest_first_and_offers_each_instrument_once() {
    let line = |id: &str, version: &str, ours: bool| {
        format!(
            r#"{{"id":"{id}","version":"{version}","title":"T","ours":{ours},"file":"{id}@{version}","wordings":[]}}"#
        )
    };
    let json =
        format!("[{},{},{}]", line("a", "2.0.0", true), line("a", "1.0.0", true), line("b", "1.0.0", false));
    let library = Library::of_list(read_list(&json).expect("a list"));
    let offered: Vec<&str> = library.offered().map(|line| line.file.as_str()).collect();
    assert_eq!(offered, ["a@2.0.0", "b@1.0.0"]);
    let file = |id: &str, version: &str| {
        let edition = Edition { id: id.to_owned(), version: version.to_owned() };
        library.line(&edition).map(|line| line.file.clone())
    };
    assert_eq!(file("a", "1.0.0").as_deref(), Some("a@1.0.0"));
    assert_eq!(file("a", "3.0.0"), None);
    assert_eq!(library.newest("a"), None, "nothing is read yet");
    for no_list in ["", "{}", "[1]", r#"[{"id":"a"}]"#] {
        assert_eq!(read_list(no_list), None, "{no_list}");
    }
}

#[test]
fn a_book_without_words_says_its_topics_and_cannot_be_asked() {
    let book = shipped("lsns-6");
    let at = book.instrument.find_item("lsns_01").expect("its first item");
    let total = book.instrument.find_scale("total").expect("its total");
    let family = book.instrument.find_scale("family").expect("a part of it");
    let code = book.instrument.options(at)[0].code;
    assert_eq!(book.text(at, Setting::Community), book.instrument.item(at).topic);
    assert_eq!(book.option(at, code, Setting::Community), book.instrument.options(at)[0].topic);
    assert_eq!(
        (book.scale(total), book.scale(family)),
        (book.instrument.title().to_owned(), "Family".to_owned())
    );
    assert_eq!((book.help(at), book.section(0), book.wording_id().as_str()), (None, None, ""));
    let mut library = library();
    let edition = book.edition();
    library.put(book);
    assert!(!library.askable(&edition));
    assert!(library.askable(&shipped("brief-check-in").edition()), "ours can be, before it is read");
}

#[test]
fn our_own_instruments_have_their_names_in_welsh_and_others_stay_marked_as_english() {
    let wording = |title: &str, language: &str, provenance: &str| serde_json::json!({"title": title, "language": language, "provenance": provenance, "licence": "ours"});
    let line = |id: &str, title: &str, wordings: Vec<Value>| serde_json::json!({"id": id, "version": "1.0.0", "title": title, "file": id, "wordings": wordings});
    let own = vec![
        wording("Brief chat", "en", "ours"),
        wording("Sgwrs fer", "cy", "ours"),
        wording("Sgwrs", "cy", "easy_read_not_validated"),
    ];
    let list = Value::Array(vec![
        line("brief-check-in", "Brief check-in", own),
        line("barc-10", "BARC-10", Vec::new()),
    ]);
    let library = Library::of_list(read_list(&list.to_string()).expect("a list"));
    let rows = [
        ("brief-check-in", Language::Cy, "Sgwrs fer", false),
        ("brief-check-in", Language::En, "Brief check-in", false),
        ("barc-10", Language::Cy, "BARC-10", true),
        ("barc-10", Language::En, "BARC-10", false),
        ("no-such-thing", Language::Cy, "no-such-thing", true),
    ];
    for (id, language, name, fallback) in rows {
        let said = library.title_in(id, language);
        assert_eq!((said.as_str(), said.fallback), (name, fallback), "{id} {language:?}");
    }
}
