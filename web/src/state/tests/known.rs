//! What is already known: written down, gone through, held before others, and in no answer, file or hand-over.

use super::scenario::{Scenario, asked, day};
use crate::known::{Dated, Fact, FactId, LONGEST, LONGEST_NAME, Said, Saying, Shown, Source};
use crate::library::STRENGTHS_PROFILE;
use crate::route::Route;
use crate::state::{Action, Beginning, Checked, Effect, FactTrouble, FormTrouble, KeepTrouble, Step, Typed};
use assessment_core::export::{Release, files};
use assessment_core::instrument::Setting;
use assessment_core::presence::Company::{Family, Interpreter, Peer, Practitioner, Worker};
use assessment_core::presence::{Company, Present, Taps};
use assessment_core::session::{Mode, PersonId, SessionId};

/// Somebody who must be nowhere but in the record.
const PLANTED: &str = "Lives with Quennell Canaryname";

fn typed(words: &str) -> Typed {
    Typed { words: words.to_owned(), source: Some(Source::Referral), ..Typed::default() }
}

/// Writes facts down for somebody new.
fn knows(facts: &[&str]) -> (Scenario, PersonId) {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    for words in facts {
        scenario.does(Action::Fact(rhys, Step::Write(None, typed(words))));
        assert_eq!(scenario.state.route, Route::Known(rhys), "{words}");
    }
    (scenario, rhys)
}

fn here(scenario: &Scenario, person: PersonId) -> Vec<Fact> {
    scenario.opened_vault().people[&person].facts.here.clone()
}

fn id(scenario: &Scenario, person: PersonId) -> FactId {
    here(scenario, person)[0].id
}

fn begins(scenario: &mut Scenario, person: PersonId, mode: Mode, company: &[Company]) -> SessionId {
    let present = Some(Present::new(company, "BSL"));
    let asked = asked(STRENGTHS_PROFILE, Some(Setting::Community));
    scenario.does(Action::Begin(person, Beginning { mode, present, ..asked }));
    scenario.state.route.session().expect("a sitting")
}

fn says(scenario: &mut Scenario, person: PersonId, saying: Option<Saying>, sitting: Option<SessionId>) {
    let id = id(scenario, person);
    scenario.does(Action::Fact(person, Step::Say(id, saying, sitting)));
}

fn said(scenario: &Scenario, person: PersonId) -> Vec<Said> {
    here(scenario, person)[0].said.clone()
}

#[test]
fn a_fact_says_where_it_comes_from_and_what_is_not_known_of_its_date_is_not_established() {
    let date = |day: &str, month: &str, year: &str| Typed {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
        ..typed("Has a dog")
    };
    let rows = [
        (date("", "", ""), Ok(Dated::NotEstablished)),
        (date(" 27", "3 ", "2025"), Ok(Dated::Day(day("2025-03-27")))),
        (date("", "3", "2025"), Ok(Dated::Month(day("2025-03-01")))),
        (date("", "", "2019"), Ok(Dated::Year(day("2019-01-01")))),
        (date("5", "1", "2026"), Ok(Dated::Day(day("2026-01-05")))),
        (date("6", "1", "2026"), Err(FactTrouble::NotYet)),
        (date("", "2", "2026"), Err(FactTrouble::NotYet)),
        (date("", "", "2027"), Err(FactTrouble::NotYet)),
        (date("30", "2", "2025"), Err(FactTrouble::NoDate)),
        (date("27", "", "2025"), Err(FactTrouble::NoDate)),
        (date("27", "3", ""), Err(FactTrouble::NoDate)),
        (date("", "13", "2025"), Err(FactTrouble::NoDate)),
        (date("", "", "25"), Err(FactTrouble::NoDate)),
        (date("", "", "soon"), Err(FactTrouble::NoDate)),
    ];
    for (typed, expected) in rows {
        let (mut scenario, rhys) = knows(&[]);
        scenario.does(Action::Fact(rhys, Step::Write(None, typed.clone())));
        let dated = here(&scenario, rhys).first().map(|fact| fact.written.dated);
        assert_eq!(dated, expected.ok(), "{typed:?}");
        let trouble = expected.err().map(|trouble| FormTrouble::Fact([None, None, None, Some(trouble)]));
        assert_eq!(scenario.form(), trouble, "{typed:?}");
    }
}

#[test]
fn what_is_missing_or_too_long_is_said_field_by_field_and_nothing_is_kept() {
    use FactTrouble::{NameTooLong, NoSource, NoWords, TooLong};
    let long = |n: usize| "ŷ".repeat(n);
    let with = |words: String, source, named: String| Typed { words, source, named, ..Typed::default() };
    let some = Some(Source::Told);
    let rows = [
        (with(String::new(), None, String::new()), Some([Some(NoWords), Some(NoSource), None, None])),
        (with(" \n".to_owned(), some, String::new()), Some([Some(NoWords), None, None, None])),
        (with(long(LONGEST), some, long(LONGEST_NAME)), None),
        (with(long(LONGEST + 1), some, String::new()), Some([Some(TooLong), None, None, None])),
        (with(long(1), some, long(LONGEST_NAME + 1)), Some([None, None, Some(NameTooLong), None])),
    ];
    for (typed, expected) in rows {
        let (mut scenario, rhys) = knows(&[]);
        let before = scenario.state.mistakes;
        scenario.does(Action::Fact(rhys, Step::Write(None, typed)));
        assert_eq!(scenario.form(), expected.map(FormTrouble::Fact));
        assert_eq!(here(&scenario, rhys).is_empty(), expected.is_some());
        assert_eq!(scenario.state.mistakes - before, u32::from(expected.is_some()), "said each time");
    }
}

#[test]
fn written_anew_the_old_words_stay_and_it_is_asked_about_again() {
    let (mut scenario, rhys) = knows(&["Lives with her sister"]);
    says(&mut scenario, rhys, Some(Saying::Right), None);
    let fact = id(&scenario, rhys);
    let revision = scenario.opened_vault().people[&rhys].revision;
    scenario.does(Action::Fact(rhys, Step::Write(Some(fact), typed("Lives with her sister"))));
    assert_eq!(
        scenario.opened_vault().people[&rhys].revision,
        revision,
        "the same once more changes nothing"
    );
    scenario.does(Action::Fact(rhys, Step::Write(Some(fact), typed("Lives alone"))));
    scenario.comes_back_to(Route::Known(rhys));
    let facts = here(&scenario, rhys);
    let [fact] = &facts[..] else { panic!("one fact") };
    assert_eq!(
        (fact.written.words.as_str(), fact.before[0].words.as_str()),
        ("Lives alone", "Lives with her sister")
    );
    assert_eq!((fact.says(), fact.said.len()), (None, 1), "what was said of the old words is kept with them");
    assert_eq!(fact.shown(scenario.today), Shown::Asked);
    let nobody = Step::Write(Some(FactId([9; 16])), typed("Anything"));
    scenario.does(Action::Fact(rhys, nobody));
    assert_eq!(here(&scenario, rhys).len(), 1, "no such fact");
}

#[test]
fn removed_it_can_be_put_back_on_its_page_and_after_that_nothing_of_it_is_left() {
    let (mut scenario, rhys) = knows(&[PLANTED]);
    let fact = id(&scenario, rhys);
    scenario.does(Action::Fact(rhys, Step::Remove(fact)));
    assert!(here(&scenario, rhys).is_empty());
    scenario.does(Action::Fact(rhys, Step::PutBack));
    scenario.does(Action::Fact(rhys, Step::PutBack));
    assert_eq!(here(&scenario, rhys).len(), 1, "once");
    assert!(scenario.opened_vault().people[&rhys].facts.gone.is_empty());
    scenario.does(Action::Fact(rhys, Step::Remove(fact)));
    scenario.does(Action::Go(Route::Person(rhys)));
    scenario.does(Action::Fact(rhys, Step::PutBack));
    assert!(here(&scenario, rhys).is_empty(), "the page was left");
    let bytes = String::from_utf8_lossy(&scenario.store.people[&rhys].1).into_owned();
    assert!(!bytes.contains("Quennell"), "{bytes}");
    scenario.comes_back_to(Route::Known(rhys));
    assert_eq!(scenario.opened_vault().people[&rhys].facts.gone[0].id, fact, "that it is gone is known");
}

#[test]
fn a_sitting_of_two_begins_with_what_is_already_known_and_leads_on_to_the_questions() {
    let rows: [(&[&str], Mode, &[Company], bool); 7] = [
        (&["Has a dog"], Mode::Joint, &[Worker], true),
        (&["Has a dog"], Mode::Phone, &[Worker, Interpreter], true),
        (&["Has a dog"], Mode::Video, &[Worker, Peer], true),
        (&[], Mode::Joint, &[Worker], false),
        (&["Has a dog"], Mode::Joint, &[Worker, Family], false),
        (&["Has a dog"], Mode::Phone, &[Practitioner], false),
        (&["Has a dog"], Mode::Alone, &[Worker], false),
    ];
    for (facts, mode, company, first) in rows {
        let (mut scenario, rhys) = knows(facts);
        let session = begins(&mut scenario, rhys, mode.clone(), company);
        let on_it = scenario.state.route == Route::KnownFirst(session);
        assert_eq!(on_it, first, "{facts:?} {mode:?} {company:?}");
        assert_eq!(scenario.opened_vault().resume(session).and_then(|route| route.session()), Some(session));
        if !first {
            assert_eq!(scenario.on(), Some("matters"));
        }
    }
}

#[test]
fn what_is_said_is_kept_to_the_byte_with_its_day_and_who_was_there() {
    let own = " Nac ydw.\r\n\u{5e9}\u{5dc}\u{5d5}\u{5dd} 🙂 ";
    let (mut scenario, rhys) = knows(&["Lives with her sister"]);
    let session = begins(&mut scenario, rhys, Mode::Joint, &[Worker, Interpreter]);
    says(&mut scenario, rhys, Some(Saying::NotQuite), Some(session));
    let fact = id(&scenario, rhys);
    scenario.does(Action::Fact(rhys, Step::Words(fact, "Nac".to_owned(), Some(session))));
    scenario.does(Action::Fact(rhys, Step::Words(fact, own.to_owned(), Some(session))));
    scenario.comes_back_to(Route::KnownFirst(session));
    let all = said(&scenario, rhys);
    let [one] = &all[..] else { panic!("said once: {all:?}") };
    assert_eq!((one.saying, one.words.as_str(), one.on), (Some(Saying::NotQuite), own, scenario.today));
    assert_eq!(one.present, Some(Present::new(&[Worker, Interpreter], "BSL")));
    // Another tap does not lose the words, and going back brings them back.
    says(&mut scenario, rhys, Some(Saying::Right), Some(session));
    says(&mut scenario, rhys, Some(Saying::NotQuite), Some(session));
    assert_eq!(said(&scenario, rhys).last().map(|said| said.words.as_str()), Some(own));
    says(&mut scenario, rhys, None, Some(session));
    assert_eq!(here(&scenario, rhys)[0].says(), None, "cleared");
    assert_eq!(said(&scenario, rhys)[0].words, own, "what was said stays in the record");
}

#[test]
fn a_slip_leaves_nothing_and_words_belong_to_a_correction_alone() {
    let (mut scenario, rhys) = knows(&["Has a dog"]);
    for saying in [Saying::NotTrue, Saying::NotNow, Saying::Right, Saying::Right] {
        says(&mut scenario, rhys, Some(saying), None);
    }
    let fact = id(&scenario, rhys);
    scenario.does(Action::Fact(rhys, Step::Words(fact, "no".to_owned(), None)));
    let all: Vec<_> = said(&scenario, rhys).into_iter().map(|said| (said.saying, said.words)).collect();
    assert_eq!(all, [(Some(Saying::Right), String::new())]);
}

#[test]
fn at_a_repeat_only_what_is_new_or_changed_is_asked_and_what_is_not_true_is_not_shown() {
    let rows = [
        (Some(Saying::Right), Shown::Short, true),
        (Some(Saying::NotQuite), Shown::Short, true),
        (Some(Saying::NotTrue), Shown::Hidden, false),
        (Some(Saying::NotNow), Shown::Asked, true),
        (None, Shown::Asked, true),
    ];
    for (saying, shown, first) in rows {
        let (mut scenario, rhys) = knows(&["Has a dog"]);
        if saying.is_some() {
            says(&mut scenario, rhys, saying, None);
            let again = begins(&mut scenario, rhys, Mode::Joint, &[Worker]);
            assert_ne!(scenario.state.route, Route::KnownFirst(again), "{saying:?}: said today already");
            scenario.walks_through();
            scenario.does(Action::Finish(again));
        }
        scenario.days_pass(90);
        let session = begins(&mut scenario, rhys, Mode::Joint, &[Worker]);
        assert_eq!(scenario.state.route == Route::KnownFirst(session), first, "{saying:?}");
        assert_eq!(here(&scenario, rhys)[0].shown(scenario.today), shown, "{saying:?}");
    }
}

#[test]
fn before_others_nothing_is_taken_and_it_waits_until_they_have_gone() {
    let (mut scenario, rhys) = knows(&["Has a dog"]);
    let session = begins(&mut scenario, rhys, Mode::Joint, &[Worker, Family]);
    says(&mut scenario, rhys, Some(Saying::Right), Some(session));
    assert!(said(&scenario, rhys).is_empty());
    let waits = |scenario: &Scenario| {
        let open = scenario.opened_vault();
        let session = &open.sittings[&session].session;
        (open.facts_held(session), open.facts_waiting(session, scenario.today))
    };
    assert_eq!(waits(&scenario), (true, 1));
    let gone = Action::Here(session, "matters".to_owned(), Present::new(&[Worker], ""));
    scenario.does(gone);
    assert_eq!(waits(&scenario), (false, 1));
    says(&mut scenario, rhys, Some(Saying::Right), Some(session));
    assert_eq!(waits(&scenario), (false, 0));
    // A sitting of somebody else is no place to say it.
    let bea = scenario.adds("Bea");
    scenario.does(Action::Fact(bea, Step::Write(None, typed("Has a cat"))));
    says(&mut scenario, bea, Some(Saying::Right), Some(session));
    assert!(said(&scenario, bea).is_empty());
}

#[test]
fn no_fact_is_in_an_answer_a_file_or_what_is_handed_over() {
    let (mut scenario, rhys) = knows(&[PLANTED]);
    says(&mut scenario, rhys, Some(Saying::NotQuite), None);
    let fact = id(&scenario, rhys);
    scenario.does(Action::Fact(rhys, Step::Words(fact, "With Quennell no more".to_owned(), None)));
    scenario.does(Action::Permit(rhys, crate::state::Permitted::Yes));
    let session = scenario.finishes_one(rhys);
    let nothing = |what: &str, text: &str| assert!(!text.contains("Quennell"), "{what}: {text}");
    nothing("the sitting", &format!("{:?}", scenario.sitting(session)));
    for (id, (_, bytes)) in &scenario.store.answers {
        nothing("kept answers", &format!("{id:?} {}", String::from_utf8_lossy(bytes)));
    }
    let effects = scenario.does(Action::MakeRelease);
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::MakeRelease(leaving) if leaving.len() == 1))
    );
    nothing("what leaves", &format!("{effects:?}"));
    let open = scenario.opened_vault();
    let book = open.library.of(&open.sittings[&session].session).expect("its book");
    let release = Release {
        pseudonym: "a1",
        days: 0,
        session: &open.sittings[&session].session,
        taps: Taps::default(),
    };
    for file in files(&book.instrument, &[release], vault::digest) {
        nothing(&file.name, &file.text);
    }
    scenario.does(Action::HandSetting(Setting::Community));
    scenario.does(Action::HandParts(vec![0]));
    let effects = scenario.does(Action::HandOver(rhys, Some(Checked::Name)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::HandOver(_))), "{effects:?}");
    nothing("handed over", &format!("{effects:?}"));
    let kept = String::from_utf8_lossy(&scenario.store.people[&rhys].1).into_owned();
    assert!(kept.contains("Quennell"), "it is there to be found");
}

#[test]
fn what_was_not_kept_is_tried_again() {
    let (mut scenario, rhys) = knows(&[]);
    scenario.refuses = Some(KeepTrouble::Failed);
    scenario.does(Action::Fact(rhys, Step::Write(None, typed("Has a dog"))));
    assert_eq!(scenario.opened_vault().not_kept.len(), 1);
    scenario.refuses = None;
    scenario.does(Action::KeepAgain);
    assert!(scenario.opened_vault().not_kept.is_empty());
    scenario.comes_back_to(Route::Known(rhys));
    assert_eq!(here(&scenario, rhys).len(), 1);
}
