use super::*;
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::ItemId;
use assessment_core::session::{Entry, Side, Words};
use assessment_core::table::Table;
use assessment_core::wording::Provenance;
use serde_json::{Value, json};
use std::collections::BTreeSet;

mod golden;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

fn person() -> Person {
    Person {
        id: PersonId([1; 16]),
        name: "Rhys".to_owned(),
        added: day("2026-01-05"),
        research: Permission::NotAsked,
        actions: Vec::new(),
        needs: crate::needs::Needs::default(),
        facts: crate::known::Facts::default(),
        revision: 1,
    }
}

fn head() -> Head {
    Head {
        start: Start {
            id: SessionId([2; 16]),
            person: PersonId([1; 16]),
            wave: Wave::Baseline,
            mode: Mode::Joint,
            setting: Setting::Community,
            wording: "en/ours/1.0.0".to_owned(),
            on: day("2026-01-05"),
        },
        instrument: InstrumentId::from("strengths-profile"),
        version: "1.0.0".to_owned(),
        stage: Stage::Draft,
        paper: None,
        scores: None,
    }
}

pub(super) fn entry(answer: Answer, revision: u64) -> Entry {
    Entry {
        answer,
        by: By::Together,
        language: "en".to_owned(),
        wording: None,
        mode: Mode::Joint,
        revision,
        at: 1_767_607_200_000,
        rather_talk: false,
    }
}

/// A session whose items hold these entries; its revision is that of the last.
pub(super) fn session(entries: impl IntoIterator<Item = (&'static str, Vec<Entry>)>) -> Session {
    let mut session = read_session(head(), None).expect("a head alone is a session");
    session.entries = entries.into_iter().map(|(item, list)| (ItemId::from(item), list)).collect();
    session.revision = session.entries.values().flatten().map(|entry| entry.revision).max().unwrap_or(0);
    session
}

pub(super) fn come_back(session: &Session) -> Result<Session, Unreadable> {
    let head = read_head(session.start.id, session.start.person, &write_head(&Head::of(session)))?;
    read_session(head, Some(&write_answers(session)))
}

/// Own words in every alphabet, byte for byte: nothing is trimmed, composed or escaped away.
fn texts() -> Vec<String> {
    let rows = [
        "",
        " ",
        "  two spaces before, a line\nand a tab\t after \r\n",
        "Tŷ bach twt, mae'r ŵyn yn pori – dŵr, gŵyl, ïon, âr, ô",
        "y\u{302} composed ŷ and decomposed, side by side",
        "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🫶🏽 emoji with joiners",
        "مرحبا · שלום · 你好 · ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ",
        "\"quotes\" \\backslash\\ </script> {\"v\":2} \u{0}\u{1}\u{7f}\u{2028}\u{feff}",
    ];
    let mut texts: Vec<String> = rows.map(str::to_owned).to_vec();
    texts.push("ŵ🙂x".chars().cycle().take(5000).collect());
    texts
}

#[test]
fn a_person_comes_back_as_they_were_kept() {
    let on = day("2026-02-28");
    let action = |who, done| Action { what: "Ring the club".to_owned(), who, noted: on, done };
    let mut rows = vec![
        person(),
        Person { research: Permission::Given(on), ..person() },
        Person { research: Permission::Refused(on), revision: u64::MAX, ..person() },
        Person { actions: vec![action(Who::Person, None), action(Who::Worker, Some(on))], ..person() },
        Person { actions: vec![action(Who::Together, None)], ..person() },
        Person { actions: vec![action(Who::NotSaid, None)], ..person() },
    ];
    rows.extend(texts().into_iter().map(|name| Person { name, ..person() }));
    rows.extend(texts().into_iter().map(|what| {
        let action = Action { what, who: Who::Worker, noted: on, done: None };
        Person { actions: vec![action], ..person() }
    }));
    for person in rows {
        assert_eq!(read_person(person.id, person.revision, &write_person(&person)), Ok(person));
    }
}

#[test]
fn a_head_comes_back_as_it_was_kept() {
    let on = day("2026-01-19");
    let waves = [
        Wave::Baseline,
        Wave::FollowUp(1),
        Wave::FollowUp(u16::MAX),
        Wave::Between(2),
        Wave::Unscheduled(3),
        Wave::BeforeRelease,
        Wave::AfterRelease,
        Wave::Transfer,
        Wave::EndOfService,
        Wave::AfterService,
    ];
    let modes = [
        Mode::Joint,
        Mode::Alone,
        Mode::Phone,
        Mode::Video,
        Mode::Paper,
        Mode::Other("carrier pigeon 🕊".to_owned()),
        Mode::Other(String::new()),
    ];
    let stages =
        [Stage::Draft, Stage::Finished(on, Completion::Whole), Stage::Finished(on, Completion::TooFarApart)];
    let mut rows = Vec::new();
    rows.extend(waves.map(|wave| Head { start: Start { wave, ..head().start }, ..head() }));
    rows.extend(modes.map(|mode| Head { start: Start { mode, ..head().start }, ..head() }));
    rows.extend(stages.map(|stage| Head { stage, ..head() }));
    rows.extend([Setting::Community, Setting::Custody].map(|setting| {
        let start = Start { setting, ..head().start };
        Head {
            start,
            instrument: InstrumentId::from("about-you"),
            version: "2.0.0-beta".to_owned(),
            ..head()
        }
    }));
    rows.extend([By::Person, By::Worker, By::Together].map(|completed_by| Head {
        start: Start { mode: Mode::Paper, ..head().start },
        paper: Some(Paper { completed_by, entered: on }),
        ..head()
    }));
    for head in rows {
        assert_eq!(read_head(head.start.id, head.start.person, &write_head(&head)), Ok(head));
    }
}

#[test]
fn a_head_rises_once_when_the_session_finishes() {
    let finished = |completion| Head { stage: Stage::Finished(day("2026-01-19"), completion), ..head() };
    assert!(head().revision() >= 1, "a record that was never there has revision nought");
    for completion in [Completion::Whole, Completion::TooFarApart] {
        assert!(finished(completion).revision() > head().revision());
    }
}

#[test]
fn answers_come_back_with_all_that_was_given_before_them() {
    let mut answers: Vec<Answer> = Missing::ALL.map(Answer::Missing).to_vec();
    answers.extend([0, 1, -1, i32::MAX, i32::MIN].map(Answer::Coded));
    answers.extend([BTreeSet::new(), [0].into(), [7, 1, 4].into()].map(Answer::Several));
    answers.extend(texts().into_iter().map(Answer::Text));
    let history: Vec<Entry> =
        answers.iter().zip(1..).map(|(answer, revision)| entry(answer.clone(), revision)).collect();
    let by = [By::Person, By::Worker, By::Together];
    let others = by.into_iter().zip(100..).map(|(by, revision)| Entry {
        by,
        language: "cy".to_owned(),
        mode: Mode::Other("by post".to_owned()),
        at: -1,
        rather_talk: true,
        ..entry(Answer::Coded(1), revision)
    });
    let worded = Provenance::ALL
        .into_iter()
        .zip(200..)
        .map(|(whose, revision)| Entry { wording: Some(whose), ..entry(Answer::Coded(1), revision) });
    let helped = |helped| Session { helped, ..session([("own_food", vec![entry(Answer::Coded(2), 1)])]) };
    let mut late = session([("matters", vec![entry(Answer::Text("My boys".to_owned()), 4)])]);
    late.last = day("2026-01-18");
    let rows = [
        session([]),
        session([("own_food", vec![entry(Answer::Coded(2), 1)])]),
        session([("own_food", history)]),
        session([("own_food", others.collect()), ("a question of a later version", Vec::new())]),
        late,
        session([("own_food", vec![entry(Answer::Coded(2), u64::MAX)])]),
        session([("own_food", worded.collect())]),
        helped(None),
        helped(Some(Table::new())),
        helped(Some(
            [(ItemId::from("own_food"), 3), (ItemId::from("own_sleep"), u32::MAX)].into_iter().collect(),
        )),
    ];
    for session in rows {
        assert_eq!(come_back(&session), Ok(session));
    }
}

fn said(text: &str, side: Side, revision: u64) -> Words {
    Words { text: text.to_owned(), side, language: "cy".to_owned(), revision, at: -1 }
}

#[test]
fn both_views_and_the_words_of_both_come_back_byte_for_byte() {
    let item = || ItemId::from("own_food");
    let texts: Vec<Words> =
        texts().iter().zip(3..).map(|(text, revision)| said(text, Side::Person, revision)).collect();
    let seen = Entry { by: By::Worker, language: "cy".to_owned(), ..entry(Answer::Coded(0), 2) };
    let rows = [
        (vec![(item(), vec![seen.clone()])], vec![]),
        (vec![], vec![(item(), texts)]),
        (
            vec![(item(), vec![seen, entry(Answer::Missing(Missing::Cleared), u64::MAX)])],
            vec![(ItemId::from("a question of a later version"), vec![said("hers", Side::Worker, 3)])],
        ),
        (vec![], vec![(item(), vec![said("", Side::Worker, u64::MAX)])]),
    ];
    for (seen, words) in rows {
        let mut whole = session([("own_food", vec![entry(Answer::Coded(2), 1)])]);
        (whole.worker_view, whole.words) = (seen.into_iter().collect(), words.into_iter().collect());
        let beside = whole.worker_view.values().flatten().map(|entry| entry.revision);
        let newest = beside.chain(whole.words.values().flatten().map(|words| words.revision)).max();
        whole.revision = newest.expect("each row has one");
        assert_eq!(come_back(&whole), Ok(whole));
    }
}

#[test]
fn a_session_whose_answers_were_never_written_is_empty_and_not_unreadable() {
    let session = read_session(head(), None).expect("it reads");
    assert_eq!((session.revision, session.entries.len(), session.last), (0, 0, head().start.on));
}

/// The shape as JSON with one change; `Value::Null` takes the field away.
fn changed(bytes: &[u8], pointer: &str, field: &str, to: Value) -> Vec<u8> {
    let mut shape: Value = serde_json::from_slice(bytes).expect("our own shapes are JSON");
    let object = shape.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object is there");
    match to {
        Value::Null => object.remove(field),
        to => object.insert(field.to_owned(), to),
    };
    serde_json::to_vec(&shape).expect("it was read a moment ago")
}

/// What no shape takes, whatever its fields are.
fn never(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut rows = vec![
        Vec::new(),
        b"{}".to_vec(),
        b"[]".to_vec(),
        b"null".to_vec(),
        vec![0xff, 0xfe],
        bytes[..bytes.len() - 1].to_vec(),
        [bytes, b"}"].concat(),
        [bytes, bytes].concat(),
    ];
    rows.extend(
        [json!(0), json!(2), json!(255), json!(256), json!("1"), Value::Null]
            .map(|v| changed(bytes, "", "v", v)),
    );
    rows
}

#[test]
fn a_person_of_another_shape_is_unreadable_and_nobody_else() {
    let given = Permission::Given(day("2026-01-05"));
    let action = Action { what: "Ring".to_owned(), who: Who::Worker, noted: day("2026-01-05"), done: None };
    let whole = write_person(&Person { research: given, actions: vec![action], ..person() });
    let mut rows = never(&whole);
    rows.extend(
        ["name", "added", "research", "research_on", "actions"].map(|f| changed(&whole, "", f, Value::Null)),
    );
    rows.extend(["what", "who", "noted"].map(|f| changed(&whole, "/actions/0", f, Value::Null)));
    rows.extend([
        changed(&whole, "", "added", json!("5 January 2026")),
        changed(&whole, "", "added", json!("2026-02-30")),
        changed(&whole, "", "research", json!("maybe")),
        changed(&whole, "", "research", json!("Given")),
        changed(&whole, "", "research_on", json!("yesterday")),
        changed(&whole, "/actions/0", "who", json!("nobody")),
        changed(&whole, "/actions/0", "done", json!("")),
    ]);
    for bytes in rows {
        let found = read_person(PersonId([1; 16]), 1, &bytes);
        assert_eq!(found, Err(Unreadable), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_head_of_another_shape_is_unreadable() {
    let finished = Stage::Finished(day("2026-01-19"), Completion::Whole);
    let whole = write_head(&Head { stage: finished, ..head() });
    let mut rows = never(&whole);
    let fields = ["instrument", "version", "wave", "mode", "setting", "wording", "began"];
    rows.extend(fields.map(|field| changed(&whole, "", field, Value::Null)));
    // Finished on no day, or on a day and nobody knows how.
    rows.extend(["finished", "completion"].map(|field| changed(&whole, "", field, Value::Null)));
    rows.extend([
        changed(&whole, "", "wave", json!("followup_0")),
        changed(&whole, "", "wave", json!("followup_01")),
        changed(&whole, "", "wave", json!("")),
        changed(&whole, "", "setting", json!("hospital")),
        changed(&whole, "", "began", json!("2026-13-01")),
        changed(&whole, "", "finished", json!("")),
        changed(&whole, "", "completion", json!("half")),
        changed(&whole, "", "paper", json!({})),
        changed(&whole, "", "paper", json!("person")),
        changed(&whole, "", "paper", json!({"by": "person"})),
        changed(&whole, "", "paper", json!({"by": "a neighbour", "entered": "2026-01-19"})),
        changed(&whole, "", "paper", json!({"by": "person", "entered": "yesterday"})),
    ]);
    for bytes in rows {
        let found = read_head(SessionId([2; 16]), PersonId([1; 16]), &bytes);
        assert_eq!(found, Err(Unreadable), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn answers_of_another_shape_are_unreadable_never_half_read() {
    let history = vec![entry(Answer::Coded(2), 1), entry(Answer::Missing(Missing::Cleared), 2)];
    let whole = write_answers(&session([("own_food", history)]));
    let first = "/entries/own_food/0";
    let mut rows = never(&whole);
    rows.extend(["last", "entries"].map(|field| changed(&whole, "", field, Value::Null)));
    rows.extend(["by", "lang", "mode", "rev", "at"].map(|field| changed(&whole, first, field, Value::Null)));
    rows.extend([
        // No kind of answer, or two of them.
        changed(&whole, first, "code", Value::Null),
        changed(&whole, first, "codes", json!([2])),
        changed(&whole, first, "text", json!("two")),
        changed(&whole, first, "text", json!("")),
        changed(&whole, first, "missing", json!("skipped")),
        changed(&whole, "/entries/own_food/1", "code", json!(2)),
        changed(&whole, "/entries/own_food/1", "missing", json!("lost")),
        changed(&whole, "/entries/own_food/1", "missing", json!("Skipped")),
        changed(&whole, first, "code", json!(2.5)),
        changed(&whole, first, "code", json!("2")),
        changed(&whole, first, "code", json!(2_147_483_648_u32)),
        changed(&whole, first, "by", json!("a neighbour")),
        changed(&whole, first, "rev", json!(-1)),
        changed(&whole, "", "last", json!("2026-02-29")),
        changed(&whole, "/entries", "own_food", json!({})),
        changed(&whole, "", "worker_view", json!([])),
        changed(&whole, "", "worker_view", json!({"own_food": [{"code": 1}]})),
        changed(&whole, "", "worker_view", json!({"own_food": "1"})),
        changed(&whole, "", "words", json!("mine")),
        changed(&whole, "", "words", json!({"own_food": ["mine"]})),
    ]);
    let mut beside = session([]);
    beside.words.insert(ItemId::from("own_food"), vec![said("mine", Side::Person, 1)]);
    let (beside, words) = (write_answers(&beside), "/words/own_food/0");
    rows.extend(["text", "side", "lang", "rev", "at"].map(|f| changed(&beside, words, f, Value::Null)));
    rows.push(changed(&beside, words, "side", json!("together")));
    for bytes in rows {
        let found = read_session(head(), Some(&bytes));
        assert_eq!(found, Err(Unreadable), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn no_record_about_a_session_holds_a_name() {
    let mut kept = session([("own_food", vec![entry(Answer::Coded(2), 1)])]);
    kept.words.insert(ItemId::from("own_food"), vec![said("mine", Side::Person, 2)]);
    let named = Person { name: "Rhys ap Gruffydd".to_owned(), ..person() };
    let bytes = [write_head(&Head::of(&kept)), write_answers(&kept)].concat();
    assert!(String::from_utf8_lossy(&write_person(&named)).contains("Gruffydd"));
    assert!(!String::from_utf8_lossy(&bytes).contains("name"));
}
