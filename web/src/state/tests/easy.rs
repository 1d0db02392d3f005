//! Simple words: a switch of the person's card, applied at once, kept, and written down with every answer.

use super::language::welsh;
use super::scenario::{Scenario, english, skipped};
use crate::library::STRENGTHS_PROFILE;
use crate::library::tests::{library, strengths_profile, words_of};
use crate::needs::{Ease, Help, Need};
use crate::route::{Printed, Route};
use crate::state::{Action, Checked, Effect};
use crate::text::Language;
use assessment_core::answer::Answer;
use assessment_core::instrument::Setting;
use assessment_core::session::{PersonId, SessionId};
use std::rc::Rc;

const SWITCH: Need = Need::Help(Help::SimpleWords);

/// What comes when every wording has been fetched.
fn all_read() -> Action {
    let mut library = library();
    for tag in ["cy", "en-easy", "cy-easy"] {
        library.put_beside(&strengths_profile().edition(), words_of(STRENGTHS_PROFILE, tag));
    }
    Action::Library(Rc::new(library))
}

fn asked_in(scenario: &Scenario, id: SessionId) -> String {
    let open = scenario.opened_vault();
    open.library.of(&scenario.sitting(id).session).expect("its book").wording_id()
}

fn fetched(effects: &[Effect]) -> Vec<Ease> {
    let ease = |effect: &Effect| if let Effect::FetchEase(ease) = effect { Some(*ease) } else { None };
    effects.iter().filter_map(ease).collect()
}

#[test]
fn the_switch_works_in_the_middle_of_a_question_and_every_answer_says_which_words_it_was_asked_in() {
    let mut scenario = Scenario::open();
    scenario.does(all_read());
    let nia = scenario.adds("Nia");
    let id = scenario.begins(nia);
    let route = scenario.state.route.clone();
    let rows: [(Action, &str); 5] = [
        (Action::Need(nia, SWITCH), "en/easy_read_not_validated/1.0.0"),
        (Action::Words(welsh()), "cy/easy_read_not_validated/1.0.0"),
        (Action::Need(nia, SWITCH), "cy/ours/1.0.0"),
        (Action::Need(nia, SWITCH), "cy/easy_read_not_validated/1.0.0"),
        (Action::Words(english()), "en/easy_read_not_validated/1.0.0"),
    ];
    for (n, (action, expected)) in rows.into_iter().enumerate() {
        scenario.does(action);
        assert_eq!(asked_in(&scenario, id), expected);
        assert_eq!(scenario.state.route, route, "the page stays");
        scenario.does(Action::Answer(id, "matters".to_owned(), Answer::Text(n.to_string())));
    }
    let session = &scenario.sitting(id).session;
    assert_eq!(session.start.wording, "en/ours/1.0.0", "what it began with");
    let entries = session.entries.iter().flat_map(|(_, entries)| entries);
    let words: Vec<(&str, &str)> = entries
        .map(|entry| (entry.language.as_str(), entry.wording.expect("it is written down").word()))
        .collect();
    let easy = "easy_read_not_validated";
    assert_eq!(words, [("en", easy), ("cy", easy), ("cy", "ours"), ("cy", easy), ("en", easy)]);
}

#[test]
fn simple_words_are_for_the_pages_of_who_wants_them_and_are_fetched_once() {
    let mut scenario = Scenario::open();
    let (nia, rhys) = (scenario.adds("Nia"), scenario.adds("Rhys"));
    let goes = |scenario: &mut Scenario, route: Route| fetched(&scenario.does(Action::Go(route)));
    goes(&mut scenario, Route::Needs(nia));
    assert_eq!(fetched(&scenario.does(Action::Need(nia, SWITCH))), [Ease::Simple]);
    let printed = |ease| Route::Form(STRENGTHS_PROFILE.to_owned(), Printed { ease, ..Printed::default() });
    let rows: [(Route, &[Ease]); 8] = [
        (Route::Person(nia), &[]),
        (Route::begin(nia), &[]),
        (Route::HandOver(nia), &[]),
        (Route::Person(rhys), &[Ease::Usual]),
        (Route::Person(nia), &[Ease::Simple]),
        (Route::Home, &[Ease::Usual]),
        (printed(Ease::Simple), &[Ease::Simple]),
        (printed(Ease::Usual), &[Ease::Usual]),
    ];
    for (route, expected) in rows {
        let shown = format!("{route:?}");
        assert_eq!(goes(&mut scenario, route), expected, "{shown}");
    }
}

#[test]
fn what_was_begun_in_simple_words_is_found_again_and_goes_on_in_them() {
    let mut scenario = Scenario::open();
    scenario.does(all_read());
    let nia = scenario.adds("Nia");
    scenario.does(Action::Go(Route::Person(nia)));
    scenario.does(Action::Need(nia, SWITCH));
    let id = scenario.begins(nia);
    assert_eq!(scenario.sitting(id).session.start.wording, "en/easy_read_not_validated/1.0.0");
    scenario.does(Action::Go(Route::Home));
    assert_eq!(scenario.begins(nia), id);
    assert_eq!(asked_in(&scenario, id), "en/easy_read_not_validated/1.0.0");
}

fn hands_over(scenario: &mut Scenario, nia: PersonId) -> Vec<Effect> {
    scenario.does(Action::Go(Route::HandOver(nia)));
    scenario.does(Action::HandSetting(Setting::Community));
    scenario.does(Action::HandParts(vec![2]));
    scenario.does(Action::HandNext(nia));
    scenario.does(Action::HandOver(nia, Some(Checked::Name)))
}

#[test]
fn a_tablet_is_handed_over_in_the_words_of_the_card() {
    for (switched, ease, wording) in [
        (0, Ease::Usual, "en/ours/1.0.0"),
        (1, Ease::Simple, "en/easy_read_not_validated/1.0.0"),
        (2, Ease::Usual, "en/ours/1.0.0"),
    ] {
        let mut scenario = Scenario::open();
        scenario.does(all_read());
        let nia = scenario.adds("Nia");
        for _ in 0..switched {
            scenario.does(Action::Need(nia, SWITCH));
        }
        let effects = hands_over(&mut scenario, nia);
        let over =
            effects.iter().find_map(|e| if let Effect::HandOver(over) = e { Some(over) } else { None });
        let over = over.expect("it is handed over");
        assert_eq!((over.ease, over.session.start.wording.as_str()), (ease, wording));
    }
}

#[test]
fn an_opening_of_what_this_means_is_counted_and_kept_and_changes_no_answer() {
    let mut scenario = Scenario::open();
    let nia = scenario.adds("Nia");
    let id = scenario.begins(nia);
    let opens = |scenario: &mut Scenario, item: &str| scenario.does(Action::OpenHelp(id, item.to_owned()));
    let kept = |scenario: &Scenario, item: &str| {
        let head = &scenario.opened_vault().heads[&id];
        let session = scenario.store.session(head).expect("it reads back");
        session.helped.expect("it is counted").get(&item.into()).copied().unwrap_or_default()
    };
    assert_eq!(kept(&scenario, "own_food"), 0);
    opens(&mut scenario, "own_food");
    assert_eq!(scenario.sitting(id).session.revision, 0, "an opening is no answer");
    opens(&mut scenario, "own_food");
    opens(&mut scenario, "no such question");
    scenario.does(Action::Answer(id, "own_food".to_owned(), skipped()));
    opens(&mut scenario, "own_sleep");
    let counts = ["own_food", "own_sleep", "own_body"].map(|item| kept(&scenario, item));
    assert_eq!(counts, [2, 1, 0]);
    assert_eq!(scenario.sitting(id).session.revision, 1);
    scenario.does(Action::Finish(id));
    assert_eq!(opens(&mut scenario, "own_food"), [], "a finished session never changes");
}

#[test]
fn the_language_of_the_card_is_handed_over_with_the_tablet() {
    for language in [None, Some(Language::Cy), Some(Language::En)] {
        let mut scenario = Scenario::open();
        scenario.does(all_read());
        let nia = scenario.adds("Nia");
        scenario.does(Action::Need(nia, Need::Language(language)));
        let over = hands_over(&mut scenario, nia).into_iter().find_map(|effect| match effect {
            Effect::HandOver(over) => Some(over.language),
            _ => None,
        });
        assert_eq!(over, Some(language));
    }
}
