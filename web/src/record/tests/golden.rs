//! Records of every version that was released, byte for byte. Golden files are added to, never edited:
//! when a test here fails, mend `record.rs`, or add a new version beside the old one.

use super::*;
use assessment_core::instrument::ScaleId;
use assessment_core::points::Points;
use assessment_core::provenance::Hash;
use assessment_core::session::Way;

const PERSON_V1: &[u8] = include_bytes!("../../../../tests/golden/records/person.v1.json");
/// A person of the same version, since what is already known stands with them.
const PERSON_V1_FACTS: &[u8] = include_bytes!("../../../../tests/golden/records/person.v1.facts.json");
const HEAD_V1: &[u8] = include_bytes!("../../../../tests/golden/records/head.v1.json");
/// A head of the same version, since scores are kept beside it.
const HEAD_V1_SCORES: &[u8] = include_bytes!("../../../../tests/golden/records/head.v1.scores.json");
/// Answers of the same version, since who was there and how long it took are kept beside them.
const ANSWERS_V1_PRESENT: &[u8] = include_bytes!("../../../../tests/golden/records/answers.v1.present.json");
const ANSWERS_V1: &[u8] = include_bytes!("../../../../tests/golden/records/answers.v1.json");
/// Answers of the same version, since the worker's own view and words stand beside them.
const ANSWERS_V1_VIEWS: &[u8] = include_bytes!("../../../../tests/golden/records/answers.v1.views.json");
/// Answers of the same version, since a sitting may go on in another way than it began.
const ANSWERS_V1_WAYS: &[u8] = include_bytes!("../../../../tests/golden/records/answers.v1.ways.json");
/// Answers of the same version, since it is kept whose words they were asked in and how often help was opened.
const ANSWERS_V1_WORDING: &[u8] = include_bytes!("../../../../tests/golden/records/answers.v1.wording.json");

fn sample_person() -> Person {
    let action = |what: &str, who, noted, done: Option<&str>| Action {
        what: what.to_owned(),
        who,
        noted: day(noted),
        done: done.map(day),
    };
    Person {
        id: PersonId([1; 16]),
        name: "Siân Tŷ-Gwyn 🌱".to_owned(),
        added: day("2026-01-05"),
        research: Permission::Given(day("2026-01-06")),
        actions: vec![
            action("Ring the football club about \"Tuesday\"", Who::Together, "2026-01-05", None),
            action("Ask at the library", Who::Worker, "2026-01-05", Some("2026-01-09")),
            action("Bring the letter", Who::Person, "2026-01-09", None),
        ],
        needs: crate::needs::Needs::default(),
        facts: crate::known::Facts::default(),
        revision: 4,
    }
}

fn sample_session() -> Session {
    let in_welsh = Entry { language: "cy".to_owned(), by: By::Person, ..entry(Answer::Coded(0), 4) };
    let rather_talk = Entry { rather_talk: true, by: By::Worker, ..entry(Answer::Coded(1), 5) };
    let not_apply = Answer::Missing(Missing::DoesNotApply);
    let by_post = Entry { mode: Mode::Other("by post".to_owned()), ..entry(not_apply, 9) };
    let mut session = session([
        ("matters", vec![entry(Answer::Text("My daughter.\nSaturdays 🙂".to_owned()), 1)]),
        ("helped_before", vec![entry(Answer::Missing(Missing::Skipped), 2)]),
        ("cannot_wait", vec![entry(Answer::Several([2, 6].into()), 3)]),
        ("own_food", vec![in_welsh, entry(Answer::Missing(Missing::Cleared), 6), entry(Answer::Coded(2), 7)]),
        ("own_body", vec![rather_talk]),
        ("own_ask", vec![entry(Answer::Missing(Missing::PreferNotToSay), 8)]),
        ("own_sleep", vec![by_post]),
    ]);
    session.start.wave = Wave::FollowUp(1);
    session.start.setting = Setting::Custody;
    session.start.on = day("2026-04-05");
    session.last = day("2026-04-06");
    // From before it was counted.
    session.helped = None;
    session.stage = Stage::Finished(day("2026-04-07"), Completion::Whole);
    session
}

/// A session of which is known whose words it was asked in.
fn sample_worded() -> Session {
    let asked = |wording, revision| Entry { wording: Some(wording), ..entry(Answer::Coded(1), revision) };
    let mut session = session([
        ("own_food", vec![asked(Provenance::Ours, 1), asked(Provenance::EasyReadNotValidated, 2)]),
        ("own_sleep", vec![asked(Provenance::TranslationNotValidated, 3)]),
        ("own_body", vec![asked(Provenance::LicensedPack, 4)]),
    ]);
    session.helped = Some([("own_food".into(), 2)].into_iter().collect());
    session
}

#[test]
fn records_of_version_1_still_mean_what_they_meant() {
    assert_eq!(read_person(PersonId([1; 16]), 4, PERSON_V1), Ok(sample_person()));
    let sample = sample_session();
    let head = read_head(sample.start.id, sample.start.person, HEAD_V1);
    assert_eq!(head, Ok(Head::of(&sample)));
    assert_eq!(read_session(Head::of(&sample), Some(ANSWERS_V1)), Ok(sample));
    let worded = sample_worded();
    assert_eq!(read_session(Head::of(&worded), Some(ANSWERS_V1_WORDING)), Ok(worded));
}

#[test]
fn a_person_with_facts_still_means_what_it_meant_and_is_written_to_the_byte() {
    let sample = Person { facts: super::super::known::tests::sample(), ..sample_person() };
    assert_eq!(String::from_utf8_lossy(PERSON_V1_FACTS), String::from_utf8_lossy(&write_person(&sample)));
    assert_eq!(read_person(PersonId([1; 16]), 4, PERSON_V1_FACTS), Ok(sample));
}

#[test]
fn records_of_version_1_are_still_written_to_the_byte() {
    let rows = [
        ("person", PERSON_V1, write_person(&sample_person())),
        ("head", HEAD_V1, write_head(&Head::of(&sample_session()))),
        ("answers", ANSWERS_V1, write_answers(&sample_session())),
        ("answers.wording", ANSWERS_V1_WORDING, write_answers(&sample_worded())),
    ];
    for (name, golden, written) in rows {
        let (golden, written) = (String::from_utf8_lossy(golden), String::from_utf8_lossy(&written));
        assert_eq!(golden, written, "{name}.v1.json: golden files are added to, never edited");
    }
}

#[test]
fn answers_with_who_was_there_still_mean_what_they_meant_and_are_written_to_the_byte() {
    use assessment_core::presence::{Company, Presence, Present, Turn};
    let noted = |company: &[Company], turn, revision| Presence {
        present: Present::new(company, "BSL 🤟"),
        turn,
        revision,
        at: 1_767_607_200_000,
    };
    let mut sample = sample_session();
    let section = |id: &str| assessment_core::instrument::SectionId::from(id);
    let (two, more) = (Company::Worker, [Company::Worker, Company::Family, Company::Interpreter]);
    sample.present.insert(section("hopes"), vec![noted(&[two], Turn::Now, 10), noted(&more, Turn::Now, 11)]);
    sample.present.insert(section("home"), vec![noted(&more, Turn::Held, 12)]);
    sample.took = Some(2_712_345);
    sample.revision = 12;
    assert_eq!(String::from_utf8_lossy(ANSWERS_V1_PRESENT), String::from_utf8_lossy(&write_answers(&sample)));
    assert_eq!(read_session(Head::of(&sample), Some(ANSWERS_V1_PRESENT)), Ok(sample));
}

#[test]
fn answers_of_a_sitting_that_went_on_in_another_way_are_written_to_the_byte() {
    let way = |mode: Mode, revision| Way { mode, revision, at: 1_767_607_200_000 };
    let mut sample = sample_session();
    sample.ways = vec![way(Mode::Phone, 10), way(Mode::Other("by post".to_owned()), 11)];
    sample.revision = 11;
    assert_eq!(String::from_utf8_lossy(ANSWERS_V1_WAYS), String::from_utf8_lossy(&write_answers(&sample)));
    assert_eq!(read_session(Head::of(&sample), Some(ANSWERS_V1_WAYS)), Ok(sample));
}

#[test]
fn a_head_with_scores_still_means_what_it_meant_and_is_written_to_the_byte() {
    let value = |scale: &str, value: Option<&str>| (ScaleId::from(scale), value.and_then(Points::read));
    let scores = StoredScores {
        rule_version: 1,
        rules: Hash([10; 32]),
        inputs: Hash([11; 32]),
        values: vec![
            value("groups", None),
            value("looking_after_myself", Some("5")),
            value("strengths_of_mine", Some("19.98")),
        ],
    };
    let sample = Head { scores: Some(scores), ..Head::of(&sample_session()) };
    assert_eq!(read_head(sample.start.id, sample.start.person, HEAD_V1_SCORES), Ok(sample.clone()));
    assert_eq!(String::from_utf8_lossy(HEAD_V1_SCORES), String::from_utf8_lossy(&write_head(&sample)));
}

#[test]
fn answers_with_views_and_words_still_mean_what_they_meant_and_are_written_to_the_byte() {
    let mut sample = sample_session();
    let seen = |answer, revision| Entry { by: By::Worker, ..entry(answer, revision) };
    let history = vec![
        seen(Answer::Coded(1), 10),
        seen(Answer::Missing(Missing::Cleared), 12),
        seen(Answer::Coded(0), 13),
    ];
    sample.worker_view.insert(ItemId::from("own_food"), history);
    sample.worker_view.insert(ItemId::from("cannot_wait"), vec![seen(Answer::Several([2].into()), 14)]);
    let words = vec![
        said("Bwyd? Dim digon.\n\u{5e9}\u{5dc}\u{5d5}\u{5dd} 🙂", Side::Person, 11),
        said("She says \"not enough\".", Side::Worker, 15),
        said("", Side::Worker, 16),
    ];
    sample.words.insert(ItemId::from("own_food"), words);
    sample.revision = 16;
    assert_eq!(read_session(Head::of(&sample), Some(ANSWERS_V1_VIEWS)), Ok(sample.clone()));
    assert_eq!(String::from_utf8_lossy(ANSWERS_V1_VIEWS), String::from_utf8_lossy(&write_answers(&sample)));
}
