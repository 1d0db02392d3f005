use super::*;
use crate::library::tests::strengths_profile;
use assessment_core::answer::{Missing, Settled, accept};
use assessment_core::schedule::{due, timing};
use assessment_core::session::{Completion, Stage};
use std::collections::BTreeSet;

const PEOPLE: &str = include_str!("../../examples/people.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

/// Ordinary days, a leap day, the days clocks change, the turn of the year.
const TODAYS: [&str; 6] =
    ["2026-01-05", "2026-03-29", "2026-10-25", "2026-12-31", "2027-01-01", "2028-02-29"];

fn counting() -> impl FnMut() -> [u8; 16] {
    let mut n = 0_u128;
    move || {
        n += 1;
        n.to_be_bytes()
    }
}

fn examples(today: &str) -> (Vec<Person>, Vec<Session>) {
    people(PEOPLE, &strengths_profile(), day(today), &mut counting())
        .expect("the examples fit the instrument")
}

fn of<'a>(sessions: &'a [Session], person: &Person) -> Vec<&'a Session> {
    sessions.iter().filter(|session| session.start.person == person.id).collect()
}

#[test]
fn six_people_are_made_as_of_any_day_with_ids_of_their_own() {
    for today in TODAYS {
        let (people, sessions) = examples(today);
        assert_eq!(people.len(), 6, "{today}");
        let mut ids: BTreeSet<[u8; 16]> = people.iter().map(|person| person.id.0).collect();
        ids.extend(sessions.iter().map(|session| session.start.id.0));
        assert_eq!(ids.len(), people.len() + sessions.len(), "{today}");
        for person in &people {
            assert!(person.name.contains("(example)"), "{} could be taken for a person", person.name);
            assert!(person.added <= day(today), "{}", person.name);
        }
    }
}

#[test]
fn every_answer_of_the_file_is_one_its_question_takes_and_reaches_the_session() {
    let book = strengths_profile();
    let file: Value = serde_json::from_str(PEOPLE).expect("the file reads");
    let (people, sessions) = examples("2026-01-05");
    let mut answers = 0;
    for (example, person) in file.as_array().expect("a list").iter().zip(&people) {
        let assessments = example["assessments"].as_array().into_iter().flatten();
        for (assessment, session) in assessments.zip(of(&sessions, person)) {
            let responses = session.responses(&book.instrument);
            for id in assessment["answers"].as_object().expect("answers by question").keys() {
                let at = book.instrument.find_item(id).unwrap_or_else(|| panic!("there is no question {id}"));
                let answer = given(&book.instrument, &assessment["answers"], at);
                let answer = answer.unwrap_or_else(|| panic!("{}: {id} is no answer", person.name));
                assert_eq!(accept(&book.instrument, at, &answer), Ok(()), "{}: {id}", person.name);
                assert_eq!(*responses.answer(at), Settled::Given(answer), "{}: {id}", person.name);
                answers += 1;
            }
        }
    }
    assert!(answers > 0, "the file holds no answers");
}

#[test]
fn what_is_not_in_the_file_was_skipped_and_what_is_not_asked_is_not_answered() {
    let book = strengths_profile();
    let (_, sessions) = examples("2026-01-05");
    for session in &sessions {
        let responses = session.responses(&book.instrument);
        for at in book.instrument.positions() {
            let id = &book.instrument.item(at).id;
            if !responses.asks(at) {
                assert_eq!(session.entries.get(id), None, "{id}");
            } else if session.stage != Stage::Draft {
                let untouched = Settled::Given(Answer::Missing(Missing::NotReached));
                assert_ne!(*responses.answer(at), untouched, "{id}");
            }
        }
    }
}

#[test]
fn the_people_stand_at_different_points_of_their_ninety_days() {
    for today in TODAYS {
        let (people, sessions) = examples(today);
        let mut points = BTreeSet::new();
        let (mut ready, mut drafts, mut twice, mut none) = (0, 0, 0, 0);
        for person in &people {
            let sessions = of(&sessions, person);
            let finished: Vec<NaiveDate> = sessions.iter().filter_map(|session| finished(session)).collect();
            drafts += sessions.iter().filter(|session| session.stage == Stage::Draft).count();
            twice += usize::from(finished.len() == 2);
            none += usize::from(sessions.is_empty());
            let Some(anchor) = finished.first() else { continue };
            points.insert((day(today) - *anchor).num_days());
            let done: Vec<u16> = (1..).take(finished.len() - 1).collect();
            ready += usize::from(due(*anchor, &done, day(today)).ready());
        }
        assert_eq!(points.len(), 4, "{today}: {points:?}");
        assert!(ready >= 2, "{today}: {ready} ready or overdue");
        assert_eq!((drafts, twice, none), (1, 1, 1), "{today}");
    }
}

fn finished(session: &Session) -> Option<NaiveDate> {
    match session.stage {
        Stage::Finished(on, completion) => {
            assert_eq!(completion, Completion::Whole);
            Some(on)
        }
        Stage::Draft => None,
    }
}

#[test]
fn the_second_time_of_a_person_lies_in_the_window_its_wave_says() {
    let (people, sessions) = examples("2026-01-05");
    for person in &people {
        let sessions = of(&sessions, person);
        let Some(anchor) = sessions.first().and_then(|session| finished(session)) else { continue };
        for session in &sessions[1..] {
            let (n, _) = timing(anchor, session.start.on).expect("within a window");
            assert_eq!(session.start.wave, Wave::FollowUp(n), "{}", person.name);
        }
    }
}

#[test]
fn no_session_of_a_person_is_older_than_the_person() {
    let (people, sessions) = examples("2026-01-05");
    for person in &people {
        for session in of(&sessions, person) {
            assert!(session.start.on >= person.added, "{}", person.name);
            assert_eq!(session.last, session.start.on);
        }
    }
}

#[test]
fn a_file_that_does_not_fit_the_instrument_makes_nobody() {
    let assessment = |body: &str| {
        format!(
            r#"[{{"name": "A", "added_days_ago": 1, "assessments": [{{"wave": "baseline", "days_ago": 1, {body}}}]}}]"#
        )
    };
    let rows = [
        (String::new(), None),
        ("{}".to_owned(), None),
        ("[]".to_owned(), Some(0)),
        (r#"[{"name": "A"}]"#.to_owned(), None),
        (r#"[{"name": "A", "added_days_ago": 1}]"#.to_owned(), Some(1)),
        (r#"[{"name": "A", "added_days_ago": -1}]"#.to_owned(), None),
        (assessment(r#""answers": {}"#), Some(1)),
        (assessment(r#""answers": {"own_food": 2}"#), Some(1)),
        // A code that is none of the question's, words for a choice, a code that stands alone.
        (assessment(r#""answers": {"own_food": 3}"#), None),
        (assessment(r#""answers": {"own_food": "yes"}"#), None),
        (assessment(r#""answers": {"cannot_wait": [0, 4]}"#), None),
        (assessment(r#""answers": {"cannot_wait": []}"#), None),
        (assessment(r#""answers": {}, "until": "nowhere""#), None),
        (assessment(r#""answers": {}"#).replace("baseline", "start"), None),
    ];
    for (json, expected) in rows {
        let made = people(&json, &strengths_profile(), day("2026-01-05"), &mut counting());
        assert_eq!(made.map(|(people, _)| people.len()), expected, "{json}");
    }
}
