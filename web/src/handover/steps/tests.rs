use super::*;
use crate::handover::sample::{TEN, asked, day, entry, says, session};
use crate::library::tests::strengths_profile;
use assessment_core::catalogue::folders;
use assessment_core::session::Entry;

/// The pages as words: `start`, `! section`, an item's id, `last`.
fn pages(asked: &Asked, session: &Session) -> Vec<String> {
    let instrument = &asked.books[0].instrument;
    let page = |step: &Step| match step {
        Step::Start => "start".to_owned(),
        Step::HeadsUp(n) => format!("! {}", instrument.sections()[*n].id),
        Step::Question(at) => instrument.item(*at).id.to_string(),
        Step::Last => "last".to_owned(),
    };
    asked.steps(session).iter().map(page).collect()
}

#[test]
fn a_heads_up_comes_before_each_sensitive_part_and_one_question_stands_on_a_page() {
    let asked = asked(&["own_food", "home_tonight", "drink", "drugs", "active"], session());
    let expected = [
        "start",
        "own_food",
        "! home",
        "home_tonight",
        "! substance_use",
        "drink",
        "drugs",
        "active",
        "last",
    ];
    assert_eq!(pages(&asked, &session()), expected);
}

#[test]
fn an_answer_opens_and_closes_what_stands_behind_it() {
    let asked = asked(&["drugs", "drugs_in_the_way", "inject", "inject_share"], session());
    let mut answers = session();
    assert_eq!(pages(&asked, &answers), ["start", "! substance_use", "drugs", "last"]);
    says(&mut answers, "drugs", Answer::Coded(1), TEN);
    let open = ["start", "! substance_use", "drugs", "drugs_in_the_way", "inject", "last"];
    assert_eq!(pages(&asked, &answers), open);
    says(&mut answers, "drugs", Answer::Coded(0), TEN);
    assert_eq!(pages(&asked, &answers), ["start", "! substance_use", "drugs", "last"]);
}

#[test]
fn a_gate_that_was_answered_before_counts_and_is_not_asked_again() {
    let mut known = session();
    says(&mut known, "drugs", Answer::Coded(1), TEN);
    let asked = asked(&["drugs_in_the_way", "inject"], known);
    assert_eq!(pages(&asked, &session()), ["start", "! substance_use", "drugs_in_the_way", "inject", "last"]);
}

#[test]
fn it_goes_on_at_the_first_question_nobody_came_to_with_the_heads_up_before_it() {
    let asked = asked(&["own_food", "own_body", "drink", "drugs"], session());
    let rows: [(&[&str], &str); 5] = [
        (&[], "start"),
        (&["own_food"], "own_body"),
        (&["own_food", "own_body"], "! substance_use"),
        (&["own_food", "own_body", "drink"], "drugs"),
        (&["own_food", "own_body", "drink", "drugs"], "last"),
    ];
    for (answered, expected) in rows {
        let mut answers = session();
        answered.iter().for_each(|item| says(&mut answers, item, Answer::Coded(1), TEN));
        assert_eq!(pages(&asked, &answers)[asked.resume(&answers)], expected, "{answered:?}");
    }
}

#[test]
fn questions_are_counted_and_other_pages_are_not() {
    let asked = asked(&["own_food", "drink", "drugs"], session());
    let steps = asked.steps(&session());
    let counted: Vec<[usize; 2]> = (0..steps.len()).map(|n| asked.count(&steps, n)).collect();
    assert_eq!(counted, [[0, 3], [1, 3], [1, 3], [2, 3], [3, 3], [3, 3]]);
}

#[test]
fn an_address_is_a_place_in_the_order_and_nothing_else() {
    for n in [0, 1, 2, 40, 9999] {
        assert_eq!(read_address(&address(n)), Some(n));
    }
    let others = [
        "/",
        "/new",
        "/answers/",
        "/answers/-1",
        "/answers/+1",
        "/answers/1/2",
        "/answers/drugs",
        "/answers/99999",
        "/answers/1e3",
        "/answer",
        "/person/00",
        "/security",
        "/design",
        "/hand-back",
        "//answers/../add",
        "/%61nswers",
    ];
    for path in others {
        let expected = (path == "/answers/").then_some(0);
        assert_eq!(read_address(path), expected, "{path}");
    }
}

#[test]
fn it_is_asked_in_the_language_of_the_app_where_there_are_such_words() {
    let mut asked = asked(&["drink"], session());
    let mut welsh = strengths_profile();
    if let Some(wording) = welsh.wording.as_mut() {
        std::rc::Rc::make_mut(wording).language = "cy".to_owned();
    }
    assert_eq!(asked.book(Language::Cy).language(), "en");
    asked.books.push(welsh);
    assert_eq!(asked.book(Language::Cy).language(), "cy");
    assert_eq!(asked.book(Language::En).language(), "en");
}

#[test]
fn the_language_can_be_switched_only_where_the_words_are_there_in_both() {
    let folder = folders().iter().find(|folder| folder.name == "brief-check-in").expect("it is shipped");
    let words = |tag: &str| {
        let name = format!("wording.{tag}.json");
        folder.wordings.iter().find(|(named, _)| *named == name).expect("such words").1
    };
    let book = |text: &str| Book::read(folder.definition, Some(text)).expect("a book");
    let polish = words("en").replacen("\"language\": \"en\"", "\"language\": \"pl\"", 1);
    let (english, welsh) = (book(words("en")), book(words("cy")));
    let rows = [
        (vec![english.clone(), welsh.clone()], true, None),
        (vec![book(words("en-easy")), book(words("cy-easy"))], true, None),
        (vec![english], false, Some(Language::En)),
        (vec![welsh], false, Some(Language::Cy)),
        (vec![book(&polish)], false, None),
    ];
    for (books, both, only) in rows {
        let spoken: Vec<String> = books.iter().map(|book| book.language().to_owned()).collect();
        let asked = Asked { books, ..asked(&["own_food"], session()) };
        assert_eq!((asked.in_both(), asked.only_language()), (both, only), "{spoken:?}");
    }
}

#[test]
fn it_opens_in_the_language_the_person_would_rather_use_until_they_have_answered_in_another() {
    let folder = folders().iter().find(|folder| folder.name == "strengths-profile").expect("it is shipped");
    let book = |name: &str| {
        let words = folder.wordings.iter().find(|(named, _)| *named == name).expect("such words").1;
        Book::read(folder.definition, Some(words)).expect("a book")
    };
    let (english, welsh) = (book("wording.en.json"), book("wording.cy.json"));
    let both = || vec![english.clone(), welsh.clone()];
    let (en, cy) = (Some(Language::En), Some(Language::Cy));
    let rows = [
        (both(), None, &[][..], None),
        (both(), cy, &[], cy),
        (both(), en, &[], en),
        (both(), cy, &["en"], en),
        (both(), cy, &["en", "cy"], cy),
        (both(), cy, &["pl"], cy),
        (both(), None, &["cy"], None),
        (vec![english.clone()], cy, &[], en),
        (vec![welsh.clone()], en, &["en"], cy),
    ];
    for (books, language, given, expected) in rows {
        let asked = Asked { books, language, ..asked(&["own_food", "own_body"], session()) };
        let mut session = session();
        for ((spoken, item), at) in given.iter().zip(["own_food", "own_body"]).zip(TEN..) {
            let place = english.instrument.find_item(item).expect("such an item");
            let entry = Entry { language: (*spoken).to_owned(), ..entry(Answer::Coded(1), at) };
            session.take_in(&english.instrument, place, entry, day()).expect("an answer it takes");
        }
        assert_eq!(asked.opens_in(&session), expected, "{language:?}, answered in {given:?}");
    }
}
