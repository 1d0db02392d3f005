//! Words typed with pauses: each pause keeps what there is, and the record holds what they came to.

use super::scenario::Scenario;
use crate::record::write_answers;
use crate::route::{Route, Then};
use crate::state::Action;
use assessment_core::answer::Answer;
use assessment_core::session::{SessionId, Side};

/// 2,000 characters, as somebody types them who stops to think after every twelve.
const TYPED: usize = 2_000;
const PAUSES: usize = TYPED / 12;
/// What an answers record holds besides the words, of one item.
const BESIDES: usize = 600;

fn beginnings() -> impl Iterator<Item = String> {
    let whole = "Each morning I walk by the river. ".repeat(60);
    (1..=PAUSES).map(move |n| whole[..n * 12].to_owned())
}

fn text(scenario: &mut Scenario, id: SessionId, words: &str) {
    scenario.does(Action::Answer(id, "matters".to_owned(), Answer::Text(words.to_owned())));
}

fn say(scenario: &mut Scenario, id: SessionId, words: &str) {
    scenario.does(Action::Say(id, "own_food".to_owned(), Side::Person, words.to_owned()));
}

fn entries(scenario: &Scenario, id: SessionId) -> [usize; 2] {
    let session = &scenario.sitting(id).session;
    [session.entries.values().flatten().count(), session.words.values().flatten().count()]
}

#[test]
fn long_typing_with_many_pauses_makes_a_record_of_what_was_typed() {
    for types in [text, say] {
        let mut scenario = Scenario::open();
        let rhys = scenario.adds("Rhys");
        let id = scenario.begins(rhys);
        for words in beginnings() {
            types(&mut scenario, id, &words);
            // Kept at every pause: a tablet that loses power here has all of it.
            let kept = String::from_utf8(scenario.store.answers[&id].1.clone()).expect("JSON");
            assert!(kept.contains(&words));
        }
        let size = write_answers(&scenario.sitting(id).session).len();
        assert!(size < TYPED + BESIDES, "{size} bytes");
        assert_eq!(scenario.sitting(id).session.revision, PAUSES as u64, "the store takes what is newer");
        scenario.comes_back_to(Route::Check(id));
        assert_eq!(entries(&scenario, id).iter().sum::<usize>(), 1);
    }
}

#[test]
fn a_record_of_every_beginning_would_be_eighty_times_as_large() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    let page = scenario.state.route.clone();
    for words in beginnings() {
        scenario.does(Action::Go(page.clone()));
        text(&mut scenario, id, &words);
    }
    let size = write_answers(&scenario.sitting(id).session).len();
    assert_eq!(entries(&scenario, id), [PAUSES, 0], "each on a visit of its own");
    assert!((180_000..200_000).contains(&size), "{size} bytes");
}

#[test]
fn what_is_changed_on_another_visit_or_between_two_fields_stays_beside_what_was_there() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = scenario.begins(rhys);
    text(&mut scenario, id, "Mam");
    text(&mut scenario, id, "Mam a");
    text(&mut scenario, id, "Mam a'r ci");
    assert_eq!(entries(&scenario, id), [1, 0]);
    let again = scenario.state.route.clone();
    scenario.does(Action::Go(Route::Check(id)));
    scenario.does(Action::Go(again.clone()));
    text(&mut scenario, id, "Y ci");
    assert_eq!(entries(&scenario, id), [2, 0], "another visit");
    scenario.comes_back_to(again);
    text(&mut scenario, id, "Y ci du");
    assert_eq!(entries(&scenario, id), [3, 0], "behind the door");
    scenario.goes_to(id, "own_food", Then::Next);
    say(&mut scenario, id, "It");
    scenario.says(id, "own_food", 2);
    say(&mut scenario, id, "It went");
    assert_eq!(entries(&scenario, id), [4, 2], "an answer between");
    say(&mut scenario, id, "It went well");
    scenario.says(id, "own_food", 1);
    scenario.says(id, "own_food", 0);
    assert_eq!(entries(&scenario, id), [6, 2], "every answer stays");
}
