//! The person holds the tablet: taps, words, time that passes, and addresses that lead nowhere.

use super::*;
use crate::handover::merge::MOST_ENTRIES;
use crate::handover::sample::{TEN, asked, session};
use crate::handover::steps::{Asked, Step};
use crate::library::tests::shipped;
use crate::record::Head;
use assessment_core::session::{By, Mode};

struct Tablet {
    state: Handed,
    at: i64,
    effects: Vec<Effect>,
}

impl Tablet {
    fn with(items: &[&str], n: Option<usize>) -> Tablet {
        let english = include_str!(concat!(env!("OUT_DIR"), "/en.json"));
        let mut tablet = Tablet { state: start(), at: TEN, effects: Vec::new() };
        tablet.does(Action::Words(Text::parse(english, None).expect("this build's own words")));
        let questions = Questions { session: session(), n, touched: TEN, service: Service::default() };
        let found = Found::Questions(Box::new(asked(items, session())), Box::new(questions));
        tablet.does(Action::Found(found));
        tablet
    }

    fn does(&mut self, action: Action) -> &mut Tablet {
        let outside = Outside { today: crate::handover::sample::day(), at: self.at };
        let (state, effects) = reduce(self.state.clone(), outside, action);
        (self.state, self.effects) = (state, effects);
        self
    }

    fn after(&mut self, seconds: i64, action: Action) -> &mut Tablet {
        self.at += 1000 * seconds;
        self.does(action)
    }

    fn asking(&self) -> &Asking {
        match &self.state.stage {
            Stage::Asking(asking) => asking,
            other => panic!("no questions: {other:?}"),
        }
    }

    fn item(&self) -> Option<String> {
        match self.asking().step() {
            Step::Question(at) => Some(self.asking().asked.books[0].instrument.item(at).id.to_string()),
            _ => None,
        }
    }

    fn given(&self, item: &str) -> Answer {
        self.asking().given(item).expect("such an item")
    }

    fn kept(&self) -> bool {
        self.effects.iter().any(|effect| matches!(effect, Effect::Keep(_)))
    }

    fn ends(&self) -> bool {
        self.effects.iter().any(|effect| matches!(effect, Effect::End(_)))
    }

    fn wakes(&self) -> Option<i64> {
        self.effects.iter().find_map(|e| if let Effect::Wake(after) = e { Some(after / 1000) } else { None })
    }
}

fn answer(item: &str, code: i32) -> Action {
    Action::Answer(item.to_owned(), Answer::Coded(code))
}

#[test]
fn one_question_after_the_other_to_the_end_each_answer_kept_as_it_is_given() {
    let mut tablet = Tablet::with(&["own_food", "own_body"], Some(0));
    assert_eq!(tablet.asking().step(), Step::Start);
    tablet.does(Action::On).does(answer("own_food", 2));
    assert!(tablet.kept());
    tablet.does(Action::Continue("own_food".to_owned()));
    assert_eq!(tablet.item().as_deref(), Some("own_body"));
    assert_eq!(tablet.effects[0], Effect::Show(2));
    tablet.does(Action::Continue("own_body".to_owned()));
    assert_eq!(tablet.given("own_body"), Answer::Missing(Missing::Skipped));
    assert_eq!(tablet.asking().step(), Step::Last);
    tablet.does(Action::Lay(Over::Stop)).does(Action::End);
    assert!(tablet.ends());
    tablet.does(Action::Ended);
    assert_eq!(tablet.state.stage, Stage::Closed(Closed::Ended));
}

#[test]
fn each_answer_says_that_the_person_gave_it_alone_when_and_in_which_language() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    tablet.after(5, answer("own_food", 1));
    let entry = &tablet.asking().session.entries[&"own_food".into()][0];
    let seen = (entry.by, entry.mode.clone(), entry.language.as_str(), entry.revision, entry.at);
    assert_eq!(seen, (By::Person, Mode::Alone, "en", 1, TEN + 5000));
}

#[test]
fn every_way_around_a_question_is_told_from_the_others() {
    let pass = |why| Action::Pass("own_food".to_owned(), why);
    let rows = [
        (pass(Missing::Skipped), Missing::Skipped),
        (pass(Missing::PreferNotToSay), Missing::PreferNotToSay),
        (Action::Continue("own_food".to_owned()), Missing::Skipped),
        (Action::RatherTalk("own_food".to_owned()), Missing::Skipped),
    ];
    for (action, expected) in rows {
        let mut tablet = Tablet::with(&["own_food", "own_body"], Some(1));
        tablet.does(action.clone());
        assert_eq!(tablet.given("own_food"), Answer::Missing(expected), "{action:?}");
        let stays = matches!(action, Action::RatherTalk(_));
        assert_eq!(tablet.item().as_deref() == Some("own_food"), stays, "{action:?}");
    }
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    tablet.does(answer("own_food", 1));
    tablet.does(Action::Answer("own_food".to_owned(), Answer::Missing(Missing::Cleared)));
    assert_eq!(tablet.given("own_food"), Answer::Missing(Missing::Cleared));
}

#[test]
fn rather_talking_stands_beside_the_answer_and_can_be_taken_back() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    tablet.does(answer("own_food", 2)).does(Action::RatherTalk("own_food".to_owned()));
    assert_eq!((tablet.given("own_food"), tablet.asking().rather_talk("own_food")), (Answer::Coded(2), true));
    tablet.does(answer("own_food", 1));
    assert!(tablet.asking().rather_talk("own_food"), "another answer leaves the wish to talk");
    tablet.does(Action::RatherTalk("own_food".to_owned()));
    assert_eq!(
        (tablet.given("own_food"), tablet.asking().rather_talk("own_food")),
        (Answer::Coded(1), false)
    );
}

#[test]
fn a_part_that_is_skipped_is_skipped_whole_and_leaves_what_was_answered() {
    let mut tablet = Tablet::with(&["drink", "drugs", "active"], Some(2));
    tablet.does(answer("drink", 1)).does(Action::Back);
    let Step::HeadsUp(section) = tablet.asking().step() else { panic!("no heads-up") };
    tablet.does(Action::SkipSection(section));
    assert_eq!(tablet.given("drink"), Answer::Coded(1));
    assert_eq!(tablet.given("drugs"), Answer::Missing(Missing::Skipped));
    assert_eq!(tablet.item().as_deref(), Some("active"));
}

#[test]
fn only_what_was_given_out_can_be_answered() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    for item in ["own_body", "no_such_thing", ""] {
        tablet.does(answer(item, 1));
        assert!(!tablet.kept(), "{item}");
    }
    tablet.does(answer("own_food", 77));
    assert!(!tablet.kept(), "a code the question has not");
    assert_eq!(tablet.asking().session.revision, 0);
}

#[test]
fn an_address_of_anything_else_leads_back_to_the_page_that_is_shown() {
    for n in [None, Some(4), Some(9999)] {
        let mut tablet = Tablet::with(&["own_food", "own_body"], Some(2));
        tablet.does(Action::Went(n));
        assert_eq!((tablet.asking().n, &tablet.effects[0]), (2, &Effect::ShowInstead(2)), "{n:?}");
    }
    let mut tablet = Tablet::with(&["own_food", "own_body"], Some(2));
    tablet.does(Action::Went(Some(1)));
    assert_eq!(tablet.item().as_deref(), Some("own_food"));
}

#[test]
fn where_there_is_no_hand_over_it_leaves_and_shows_nothing() {
    let mut tablet = Tablet { state: start(), at: TEN, effects: Vec::new() };
    tablet.does(Action::Found(Found::Nothing));
    assert_eq!((&tablet.state.stage, &tablet.effects[..]), (&Stage::Starting, &[Effect::Leave][..]));
    for (found, stage) in [
        (Found::OtherTab, Stage::OtherTab),
        (Found::Closed(Closed::Ended), Stage::Closed(Closed::Ended)),
        (Found::Closed(Closed::Broken), Stage::Closed(Closed::Broken)),
    ] {
        tablet.does(Action::Found(found));
        assert_eq!((&tablet.state.stage, &tablet.effects[..]), (&stage, &[][..]));
    }
}

#[test]
fn nothing_can_be_answered_or_opened_once_it_has_ended() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    tablet.does(Action::Ended);
    for action in [answer("own_food", 1), Action::GoOn, Action::Back, Action::Went(Some(1)), Action::Tick] {
        tablet.does(action.clone());
        assert_eq!(
            (&tablet.state.stage, tablet.effects.len()),
            (&Stage::Closed(Closed::Ended), 0),
            "{action:?}"
        );
    }
}

#[test]
fn after_three_minutes_it_is_covered_and_one_tap_goes_on() {
    let rows = [(179, None), (180, Some(Over::Cover)), (1799, Some(Over::Cover))];
    for (seconds, over) in rows {
        let mut tablet = Tablet::with(&["own_food"], Some(1));
        tablet.after(seconds, Action::Tick);
        assert_eq!((tablet.asking().over, tablet.ends()), (over, false), "after {seconds} s");
    }
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    tablet.after(100, Action::Touched).after(100, Action::Tick);
    assert_eq!((tablet.asking().over, tablet.wakes()), (None, Some(80)));
    tablet.after(80, Action::Tick).does(Action::GoOn);
    assert_eq!((tablet.asking().over, tablet.item().as_deref()), (None, Some("own_food")));
}

#[test]
fn a_tap_that_finds_the_page_asleep_only_covers_it() {
    for action in
        [Action::Continue("own_food".to_owned()), Action::Touched, Action::Lay(Over::Stop), Action::Back]
    {
        let mut tablet = Tablet::with(&["own_food", "own_body"], Some(1));
        tablet.after(600, action.clone());
        assert_eq!((tablet.asking().over, tablet.asking().n), (Some(Over::Cover), 1), "{action:?}");
    }
}

#[test]
fn words_on_their_way_when_the_page_is_covered_are_kept() {
    let mut tablet = Tablet::with(&["matters"], Some(1));
    tablet.does(Action::Typing).after(200, Action::Tick);
    tablet.does(Action::Answer("matters".to_owned(), Answer::Text("my nan".to_owned())));
    assert_eq!(tablet.given("matters"), Answer::Text("my nan".to_owned()));
    assert!(tablet.kept());
    assert_eq!(tablet.asking().over, Some(Over::Cover));
}

#[test]
fn after_thirty_minutes_it_is_sealed_and_ends_and_nothing_is_lost() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    tablet.does(answer("own_food", 2)).after(200, Action::Tick).after(1600, Action::Tick);
    let ended =
        tablet.effects.iter().find_map(|e| if let Effect::End(session) = e { Some(session) } else { None });
    assert_eq!(ended.map(|session| session.revision), Some(1), "the answers are kept with the end");
}

#[test]
fn a_break_somebody_asked_for_waits_longer_than_two_hours_and_not_for_ever() {
    let rows = [(7200, false), (3 * 3600 - 1, false), (3 * 3600, true)];
    for (seconds, ends) in rows {
        let mut tablet = Tablet::with(&["own_food"], Some(1));
        tablet.does(Action::Lay(Over::Break)).after(seconds, Action::Tick);
        assert_eq!((tablet.asking().over, tablet.ends()), (Some(Over::Break), ends), "after {seconds} s");
    }
}

#[test]
fn a_page_that_starts_up_again_after_a_while_is_covered_and_after_three_hours_it_ends() {
    let rows = [(0, None, false), (179, None, false), (180, Some(Over::Cover), false)];
    let long = [(3 * 3600 - 1, Some(Over::Cover), false), (3 * 3600, Some(Over::Cover), true)];
    for (seconds, over, ends) in rows.into_iter().chain(long).chain([(-5, None, false)]) {
        let mut tablet = Tablet { state: start(), at: TEN + 1000 * seconds, effects: Vec::new() };
        let questions =
            Questions { session: session(), n: Some(1), touched: TEN, service: Service::default() };
        tablet.does(Action::Found(Found::Questions(
            Box::new(asked(&["own_food"], session())),
            Box::new(questions),
        )));
        assert_eq!((tablet.asking().over, tablet.ends()), (over, ends), "after {seconds} s");
    }
}

#[test]
fn a_clock_that_is_set_back_counts_as_a_touch() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    tablet.after(-86_400, Action::Tick);
    assert_eq!((tablet.asking().over, tablet.wakes()), (None, Some(180)));
    tablet.after(180, Action::Tick);
    assert_eq!(tablet.asking().over, Some(Over::Cover));
}

#[test]
fn what_was_not_kept_says_so_until_it_is() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    tablet.does(answer("own_food", 2)).does(Action::NotKept);
    assert!(tablet.asking().not_kept);
    tablet.does(Action::KeepAgain);
    assert!(tablet.kept() && tablet.asking().not_kept);
    tablet.does(Action::Kept(1));
    assert_eq!((tablet.asking().not_kept, tablet.asking().saved), (false, 1));
}

#[test]
fn so_many_taps_that_they_could_not_be_taken_in_end_it() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    for n in 0..MOST_ENTRIES {
        assert!(!tablet.ends(), "at {n}");
        tablet.does(answer("own_food", i32::from(n % 2 == 0)));
    }
    assert!(tablet.ends());
}

#[test]
fn an_opening_of_help_is_kept_at_once_and_counts_only_beside_what_was_given_out() {
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    let opens = |tablet: &mut Tablet, item: &str| {
        tablet.does(Action::OpenHelp(item.to_owned()));
        let helped = tablet.asking().session.helped.clone().expect("it is counted from the beginning");
        (tablet.kept(), helped.values().sum::<u32>(), tablet.asking().session.revision)
    };
    let rows = [("own_food", (true, 1, 0)), ("own_body", (false, 1, 0)), ("none such", (false, 1, 0))];
    for (item, expected) in rows {
        assert_eq!(opens(&mut tablet, item), expected, "{item}");
    }
}

#[test]
fn an_answer_says_which_words_its_question_was_asked_in() {
    use crate::library::tests::words_of;
    use crate::library::{Book, STRENGTHS_PROFILE};
    use assessment_core::catalogue::folders;
    let folder = folders().iter().find(|folder| folder.name == STRENGTHS_PROFILE).expect("it is shipped");
    let read =
        |tag: &str| Book::read(folder.definition, Some(words_of(STRENGTHS_PROFILE, tag))).expect("whole");
    for (tag, expected) in [("en", "ours"), ("en-easy", "easy_read_not_validated")] {
        let mut tablet = Tablet::with(&["own_food"], Some(1));
        let Stage::Asking(asking) = &mut tablet.state.stage else { panic!("no questions") };
        asking.asked.books = vec![read(tag)];
        tablet.does(answer("own_food", 1));
        let entry = &tablet.asking().session.entries[&"own_food".into()][0];
        assert_eq!(entry.wording.map(|whose| whose.word()), Some(expected), "{tag}");
    }
}

/// A tablet that asks for a number from 0 to 20.
fn numbers() -> Tablet {
    let book = shipped("top");
    let mut tablet = Tablet::with(&["own_food"], Some(1));
    let items = ["top_12", "top_13"].map(|id| book.instrument.find_item(id).expect("such an item")).to_vec();
    let start = session().start;
    let empty = Session::begin(&book.instrument, start);
    let asked = Asked {
        head: Head::of(&empty),
        items,
        known: empty.clone(),
        pictures: crate::needs::Pictures::Without,
        language: None,
        books: vec![book],
    };
    let questions = Questions { session: empty, n: Some(1), touched: TEN, service: Service::default() };
    tablet.does(Action::Found(Found::Questions(Box::new(asked), Box::new(questions))));
    tablet
}

#[test]
fn what_is_no_number_of_its_question_is_said_on_going_on_and_blank_is_a_skip() {
    let wrong = |typed: &str| {
        Action::Mistyped(Mistyped { field: "top_12".to_owned(), typed: Some(typed.to_owned()), told: false })
    };
    let go_on = || Action::Continue("top_12".to_owned());
    let told = |tablet: &Tablet| tablet.asking().mistyped.as_ref().is_some_and(|wrong| wrong.told);
    let mut tablet = numbers();
    tablet.does(wrong("21"));
    assert!(!told(&tablet) && !tablet.kept(), "nothing is said while somebody types");
    tablet.does(go_on());
    assert!(told(&tablet));
    assert_eq!((tablet.item().as_deref(), tablet.asking().mistakes), (Some("top_12"), 1));
    assert_eq!(tablet.given("top_12"), Answer::NOT_REACHED, "a mistake is no answer");
    tablet.does(wrong("210")).does(go_on());
    assert_eq!(tablet.asking().mistakes, 2, "the same mistake twice is said twice");
    tablet.does(answer("top_12", 20)).does(go_on());
    assert_eq!((tablet.item().as_deref(), tablet.given("top_12")), (Some("top_13"), Answer::Coded(20)));
    let rows = [
        (Action::Pass("top_12".to_owned(), Missing::Skipped), Missing::Skipped),
        (Action::Pass("top_12".to_owned(), Missing::PreferNotToSay), Missing::PreferNotToSay),
    ];
    for (way, expected) in rows {
        let mut tablet = numbers();
        tablet.does(wrong("many")).does(go_on()).does(way);
        assert_eq!(
            (tablet.given("top_12"), tablet.asking().mistyped.clone()),
            (Answer::Missing(expected), None)
        );
    }
    let mut tablet = numbers();
    tablet.does(go_on());
    assert_eq!(tablet.given("top_12"), Answer::Missing(Missing::Skipped), "blank is never nought");
}
