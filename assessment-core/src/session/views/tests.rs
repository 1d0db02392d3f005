use super::super::tests::{begun, day, give, stamp};
use super::*;
use crate::instrument::ItemId;
use crate::sample::{self, answer, at, everything, scale_at};
use crate::score::score;

fn sees(session: &mut Session, instrument: &Instrument, given: &str) {
    for pair in given.split_whitespace() {
        let (id, cell) = pair.split_once('=').unwrap_or_else(|| panic!("{pair} needs a ="));
        let (at, answer) = answer(instrument, id, cell);
        session.see_differently(instrument, at, answer, stamp("2026-01-09")).expect("an answer it takes");
    }
}

fn says(session: &mut Session, instrument: &Instrument, id: &str, side: Side, text: &str) {
    session
        .say(instrument, at(instrument, id), side, text.to_owned(), stamp("2026-01-09"))
        .expect("a draft takes words");
}

fn ids(instrument: &Instrument, items: &[ItemAt]) -> String {
    items.iter().map(|at| instrument.item(*at).id.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_view_counts_its_own_answers_and_the_persons_leads() {
    let instrument = sample::parse(&everything());
    // (the person's answers, the worker's view, what differs, a scale, its value in each view)
    let rows = [
        ("s1=2 s2=2 s3=2 s4=2", "", "", "first", "8", "8"),
        ("s1=2 s2=2 s3=2 s4=2", "s1=0", "s1", "first", "8", "6"),
        ("s1=2 s2=2 s3=2 s4=2", "s1=2", "", "first", "8", "8"),
        ("s1=2 s2=2 s3=2 s4=2", "s1=0 s1=1", "s1", "first", "8", "7"),
        // Taken back: the person's answer stands in both.
        ("s1=2 s2=2 s3=2 s4=2", "s1=0 s1=cleared", "", "first", "8", "8"),
        // The person comes to see it as the worker does.
        ("s1=0 s2=2 s3=2 s4=2", "s1=0", "", "first", "6", "6"),
        // What the worker does not know is a view too.
        ("s1=2 s2=2 s3=2 s4=2", "s1=do_not_know", "s1", "first", "8", "8"),
        // What the person would rather not say, nobody says for them.
        ("s1=prefer_not_to_say s2=2 s3=2 s4=2", "s1=0", "", "first", "8", "8"),
        // What was passed over is nothing the person has spoken on.
        ("s1=skipped s2=2 s3=2 s4=2", "s1=0", "s1", "first", "8", "6"),
        // A gate closes what lies behind it in one view only.
        ("drugs=1 inject=1", "drugs=0", "drugs", "injecting", "1", "0"),
    ];
    for (own, seen, differs, scale, person, worker) in rows {
        let scale = scale_at(&instrument, scale);
        let mut session = begun(&instrument);
        give(&mut session, &instrument, own, "2026-01-02");
        sees(&mut session, &instrument, seen);
        assert_eq!(ids(&instrument, &session.differing(&instrument)), differs, "{own} | {seen}");
        for (side, expected) in [(Side::Person, person), (Side::Worker, worker)] {
            let scores = score(&instrument, &session.responses_of(&instrument, side));
            let value = scores.of(scale).scored().map(|scored| scored.value.to_string());
            assert_eq!(value.as_deref(), Some(expected), "{own} | {seen}, {side:?}");
        }
        assert_eq!(session.responses(&instrument), session.responses_of(&instrument, Side::Person));
    }
}

#[test]
fn a_view_adds_an_entry_beside_the_answers_and_touches_none_of_them() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "s1=2", "2026-01-02");
    let before = session.clone();
    sees(&mut session, &instrument, "s1=0 s1=cleared s1=1");
    assert_eq!((&session.entries, session.last), (&before.entries, before.last));
    let list = &session.worker_view[&ItemId::from("s1")];
    let seen: Vec<(u64, By, Answer)> = list.iter().map(|e| (e.revision, e.by, e.answer.clone())).collect();
    let cleared = Answer::Missing(Missing::Cleared);
    // The stamp said together; a worker's view is the worker's.
    let expected = [(2, Answer::Coded(0)), (3, cleared), (4, Answer::Coded(1))];
    assert_eq!(seen, expected.map(|(revision, answer)| (revision, By::Worker, answer)));
    assert_eq!((list[0].language.as_str(), session.revision), ("cy", 4));
}

#[test]
fn a_view_that_is_refused_leaves_no_trace() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "s1=2 hope=words", "2026-01-02");
    let before = session.clone();
    let rows = [
        ("s1", Answer::Coded(3)),
        ("s1", Answer::Text("two".to_owned())),
        ("life", Answer::Coded(11)),
        ("urgent", Answer::Several([0, 1].into())),
        // A text is the person's own words: the worker has a note.
        ("hope", Answer::Text("other words".to_owned())),
        ("hope", Answer::Missing(Missing::Cleared)),
    ];
    for (id, answer) in rows {
        let outcome =
            session.see_differently(&instrument, at(&instrument, id), answer.clone(), stamp("2026-01-09"));
        assert!(outcome.is_err(), "{id} {answer:?}");
        assert_eq!(session, before, "{id} {answer:?}");
    }
}

#[test]
fn words_of_each_side_stand_beside_any_item_byte_for_byte_and_the_last_of_a_side_count() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    let long = "ŵ🙂x".chars().cycle().take(5000).collect::<String>();
    let rows = ["  T\u{177} bach \r\n", "\u{202b}مرحبا\u{202c} · שלום", "👩‍👩‍👧‍👦 \u{0}\u{feff}", &long, "", " "];
    for (id, side) in
        [("s1", Side::Person), ("s1", Side::Worker), ("hope", Side::Worker), ("urgent", Side::Person)]
    {
        for text in rows {
            says(&mut session, &instrument, id, side, text);
            assert_eq!(session.said(&instrument, at(&instrument, id), side), text, "{id} {side:?}");
        }
    }
    says(&mut session, &instrument, "s1", Side::Person, "mine");
    assert_eq!(session.said(&instrument, at(&instrument, "s1"), Side::Worker), " ", "the other side's stay");
    assert_eq!(session.said(&instrument, at(&instrument, "s2"), Side::Person), "");
    assert_eq!(session.words[&ItemId::from("s1")].len(), 2 * rows.len() + 1, "nothing is written over");
    assert_eq!(session.revision, 4 * rows.len() as u64 + 1);
    assert!(session.entries.is_empty(), "words are no answer");
    assert_eq!(session.last, begun(&instrument).last);
}

#[test]
fn a_finished_session_takes_no_view_and_no_words() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "s1=2", "2026-01-02");
    session.finish(&instrument, day("2026-01-05"));
    let before = session.clone();
    let place = at(&instrument, "s1");
    let seen = session.see_differently(&instrument, place, Answer::Coded(1), stamp("2026-01-06"));
    let said = session.say(&instrument, place, Side::Person, "late".to_owned(), stamp("2026-01-06"));
    assert_eq!((seen, said), (Err(Refusal::Finished), Err(Refusal::Finished)));
    assert_eq!(session, before);
}

#[test]
fn the_words_for_a_side_read_back() {
    for (side, word) in [(Side::Person, "person"), (Side::Worker, "worker")] {
        assert_eq!((side.word(), Side::read(word)), (word, Some(side)));
    }
    assert_eq!(Side::read("together"), None);
}

#[test]
fn who_gave_the_answers_is_the_worker_as_soon_as_one_was_given_for_the_person() {
    use By::{Person, Together, Worker};
    let instrument = sample::parse(&everything());
    let items = ["s1", "s2", "s3"].map(|id| at(&instrument, id));
    type Answers<'a> = &'a [(&'a str, &'a str, By)];
    let rows: [(Answers<'_>, Option<By>); 7] = [
        (&[], None),
        (&[("s1", "skipped", Worker)], None),
        (&[("s1", "2", Person), ("s2", "1", Person)], Some(Person)),
        (&[("s1", "2", Person), ("s2", "1", Together)], Some(Together)),
        (&[("s1", "2", Worker), ("s2", "1", Together), ("s3", "0", Person)], Some(Worker)),
        // The answer that counts is the last one; one to another item does not count.
        (&[("s1", "2", Worker), ("s1", "1", Person)], Some(Person)),
        (&[("s1", "2", Person), ("t1", "1", Worker)], Some(Person)),
    ];
    for (given, expected) in rows {
        let mut session = begun(&instrument);
        for (id, cell, by) in given {
            let (at, answer) = answer(&instrument, id, cell);
            session
                .answer(&instrument, at, answer, Stamp { by: *by, ..stamp("2026-01-02") })
                .expect("an answer");
        }
        assert_eq!(session.given_by(&instrument, &items), expected, "{given:?}");
    }
}

#[test]
fn what_a_gate_implies_was_given_by_whoever_answered_the_gate_and_a_closed_gate_silences_the_rest() {
    use By::{Person, Worker};
    let instrument = sample::parse(&everything());
    let rows = [
        // (drugs by whom, inject by whom, who gave what counts for inject)
        (("0", Worker), None, Some(Worker)),
        (("0", Person), None, Some(Person)),
        (("0", Person), Some(("1", Worker)), Some(Person)),
        (("1", Worker), Some(("1", Person)), Some(Person)),
        (("1", Person), Some(("1", Worker)), Some(Worker)),
        (("1", Worker), None, None),
        (("skipped", Worker), Some(("1", Person)), None),
    ];
    for (drugs, inject, expected) in rows {
        let mut session = begun(&instrument);
        for (id, given) in [("inject", inject), ("drugs", Some(drugs))] {
            let Some((cell, by)) = given else { continue };
            let (at, answer) = answer(&instrument, id, cell);
            let stamp = Stamp { by, ..stamp("2026-01-02") };
            session.answer(&instrument, at, answer, stamp).expect("an answer");
        }
        let items = [at(&instrument, "inject")];
        assert_eq!(session.given_by(&instrument, &items), expected, "{drugs:?} {inject:?}");
    }
}

#[test]
fn the_workers_own_view_is_nobodys_answer_for_the_person() {
    let instrument = sample::parse(&everything());
    let mut session = begun(&instrument);
    give(&mut session, &instrument, "s1=2", "2026-01-02");
    sees(&mut session, &instrument, "s1=0 s2=1");
    let items = ["s1", "s2"].map(|id| at(&instrument, id));
    assert_eq!(session.given_by(&instrument, &items), Some(By::Together));
    let scale = instrument.scale(scale_at(&instrument, "first"));
    assert_eq!(session.given_by(&instrument, &scale.reads), Some(By::Together));
}
