//! Completed paper forms: the day and the hand they come from, every code as typed, nothing bent.

use super::language::welsh;
use super::scenario::{Scenario, day, english, kept};
use crate::brought::tests::brought;
use crate::library::STRENGTHS_PROFILE;
use crate::library::tests::shipped;
use crate::notes::Refusal;
use crate::record::{self, Parts};
use crate::route::Route;
use crate::state::paper::{LETTERS, read, written};
use crate::state::{Action, FormTrouble, PaperForm, PaperTrouble};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::Setting;
use assessment_core::session::{By, Completion, Mode, PersonId, SessionId, Stage};
use assessment_core::wording::Provenance;
use std::collections::BTreeSet;

const BARC: &str = "barc-10";

fn form(instrument: &str, on: &str) -> PaperForm {
    let parts: Vec<&str> = on.split('-').collect();
    PaperForm {
        instrument: instrument.to_owned(),
        wording: Some("en/ours/1.0.0".to_owned()),
        year: parts[0].to_owned(),
        month: parts[1].to_owned(),
        day: parts[2].to_owned(),
        by: Some(By::Person),
        setting: Some(Setting::Community),
    }
}

fn begins(scenario: &mut Scenario, person: PersonId, form: PaperForm) -> SessionId {
    scenario.does(Action::Go(Route::BeginPaper(person, form.instrument.clone())));
    scenario.does(Action::BeginPaper(person, form));
    match scenario.state.route {
        Route::Paper(id, None) => id,
        ref route => panic!("it did not begin: {route:?}, {:?}", scenario.form()),
    }
}

fn types(scenario: &mut Scenario, id: SessionId, item: &str, typed: &str) -> usize {
    kept(&scenario.does(Action::Typed(id, item.to_owned(), typed.to_owned()))).len()
}

#[test]
fn a_form_is_of_the_day_and_the_hand_it_was_completed_by() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    scenario.days_pass(30);
    let id = begins(&mut scenario, rhys, form(BARC, "2026-1-7"));
    for n in 1..=10 {
        assert_eq!(types(&mut scenario, id, &format!("barc_{n:02}"), "4"), 1, "kept at every entry");
    }
    let entry = scenario.sitting(id).session.entries.values().flatten().next().expect("ten of them").clone();
    assert_eq!((entry.by, entry.mode, entry.language.as_str()), (By::Person, Mode::Paper, "und"));
    let effects = scenario.does(Action::Finish(id));
    assert_eq!(kept(&effects), [(id, 10, Parts::HeadAndAnswers)]);
    assert_eq!(scenario.state.route, Route::Profile(id));
    let open = scenario.opened_vault();
    let head = &open.heads[&id];
    assert_eq!((head.start.wave.to_string().as_str(), head.start.wording.as_str()), ("baseline", ""));
    assert_eq!(head.stage, Stage::Finished(day("2026-01-07"), Completion::Whole));
    assert_eq!(head.paper.map(|paper| paper.entered), Some(day("2026-02-04")));
    assert_eq!(open.anchor(rhys), Some(day("2026-01-07")), "times are counted from that day");
    scenario.comes_back_to(Route::Profile(id));
    assert_eq!(scenario.opened_vault().heads[&id].paper.map(|paper| paper.completed_by), Some(By::Person));
}

#[test]
fn the_wave_is_that_of_the_day_it_was_completed() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    scenario.finishes_one(rhys);
    scenario.days_pass(200);
    let rows = [
        ("2025-12-01", "unscheduled_1"),
        ("2026-01-20", "baseline"),
        ("2026-04-05", "followup_1"),
        ("2026-04-06", "unscheduled_2"),
        ("2026-07-04", "followup_2"),
    ];
    for (on, expected) in rows {
        let id = begins(&mut scenario, rhys, form(BARC, on));
        scenario.does(Action::Finish(id));
        assert_eq!(scenario.opened_vault().heads[&id].start.wave.to_string(), expected, "{on}");
    }
}

#[test]
fn what_a_form_needs_first_is_asked_for_field_by_field() {
    use PaperTrouble::{NoBy, NoDate, NoPrinting, NoSetting, NotYet};
    let whole = || form(BARC, "2026-01-05");
    let printed = |wording: Option<&str>| PaperForm {
        wording: wording.map(str::to_owned),
        ..form(STRENGTHS_PROFILE, "2026-01-05")
    };
    let on = |date: &str| form(BARC, date);
    let rows: [(PaperForm, [Option<PaperTrouble>; 4]); 13] = [
        (PaperForm { by: None, ..whole() }, [None, None, Some(NoBy), None]),
        (PaperForm { setting: None, ..whole() }, [None, None, None, Some(NoSetting)]),
        (
            PaperForm { instrument: BARC.to_owned(), ..PaperForm::default() },
            [None, Some(NoDate), Some(NoBy), Some(NoSetting)],
        ),
        (on("2026-01-06"), [None, Some(NotYet), None, None]),
        (on("2027-01-05"), [None, Some(NotYet), None, None]),
        (on("2025-02-29"), [None, Some(NoDate), None, None]),
        (on("26-01-05"), [None, Some(NoDate), None, None]),
        (on("2026-13-05"), [None, Some(NoDate), None, None]),
        (on("2026-January-05"), [None, Some(NoDate), None, None]),
        (on("2026-01-"), [None, Some(NoDate), None, None]),
        // There is one form of the one, and of the other several: nothing is chosen for anybody.
        (printed(None), [Some(NoPrinting), None, None, None]),
        (printed(Some("en/ours/0.9.0")), [Some(NoPrinting), None, None, None]),
        (
            PaperForm { instrument: STRENGTHS_PROFILE.to_owned(), ..PaperForm::default() },
            [Some(NoPrinting), Some(NoDate), Some(NoBy), Some(NoSetting)],
        ),
    ];
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    for (form, expected) in rows {
        scenario.does(Action::Go(Route::BeginPaper(rhys, form.instrument.clone())));
        let mistakes = scenario.state.mistakes;
        assert_eq!(scenario.does(Action::BeginPaper(rhys, form.clone())), [], "{form:?}");
        assert_eq!(scenario.form(), Some(FormTrouble::Paper(expected)), "{form:?}");
        assert_eq!(scenario.state.mistakes, mistakes + 1);
    }
    let spaced = PaperForm { day: " 5 ".to_owned(), month: "1".to_owned(), ..whole() };
    begins(&mut scenario, rhys, spaced);
}

/// The words of every form there is of an instrument, as a session pins them.
fn forms(scenario: &Scenario, instrument: &str) -> Vec<String> {
    let library = &scenario.opened_vault().library;
    let edition = library.listed(instrument).expect("it is offered").edition.clone();
    library.printings(&edition).into_iter().map(|one| one.wording).collect()
}

/// How the answers say they were asked, each way once.
fn asked_in(scenario: &Scenario, id: SessionId) -> BTreeSet<(String, Option<&'static str>)> {
    let entries = scenario.sitting(id).session.entries.values().flatten();
    entries.map(|entry| (entry.language.clone(), entry.wording.map(Provenance::word))).collect()
}

#[test]
fn every_answer_of_a_form_is_of_the_words_that_were_printed_on_it_whatever_the_tablet_speaks() {
    let (ours, easy) = ("ours", "easy_read_not_validated");
    let rows = [("en", ours), ("cy", ours), ("en", easy), ("cy", easy)];
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let wordings: Vec<String> =
        rows.iter().map(|(language, words)| format!("{language}/{words}/1.0.0")).collect();
    assert_eq!(forms(&scenario, STRENGTHS_PROFILE), wordings);
    for ((language, words), wording) in rows.into_iter().zip(wordings) {
        for text in [english(), welsh()] {
            scenario.does(Action::Words(text));
            let form = PaperForm { wording: Some(wording.clone()), ..form(STRENGTHS_PROFILE, "2026-01-05") };
            let id = begins(&mut scenario, rhys, form);
            types(&mut scenario, id, "own_food", "2");
            scenario.does(Action::Answer(id, "matters".to_owned(), Answer::Text("Mam".to_owned())));
            scenario.comes_back_to(Route::Paper(id, None));
            types(&mut scenario, id, "own_sleep", "r");
            assert_eq!(scenario.opened_vault().heads[&id].start.wording, wording);
            assert_eq!(scenario.sitting(id).session.entries.values().flatten().count(), 3);
            assert_eq!(asked_in(&scenario, id), [(language.to_owned(), Some(words))].into(), "{wording}");
        }
    }
}

#[test]
fn a_form_of_words_the_service_brought_and_one_from_elsewhere_are_told_apart() {
    let pack = brought(&shipped(BARC));
    let mut scenario = Scenario::open();
    assert_eq!(forms(&scenario, BARC), [""], "one form, so nothing is asked");
    scenario.store.packs.insert(pack.id, record::packs::write_pack(&pack));
    scenario.comes_back_to(Route::Home);
    let rhys = scenario.adds("Rhys");
    scenario.does(Action::Go(Route::BeginPaper(rhys, BARC.to_owned())));
    assert_eq!(forms(&scenario, BARC), [pack.pin.as_str(), ""]);
    let of =
        |wording: Option<&str>| PaperForm { wording: wording.map(str::to_owned), ..form(BARC, "2026-01-05") };
    scenario.does(Action::BeginPaper(rhys, of(None)));
    assert_eq!(
        scenario.form(),
        Some(FormTrouble::Paper([Some(PaperTrouble::NoPrinting), None, None, None])),
        "none of the two is chosen"
    );
    let rows = [(pack.pin.as_str(), "en", Some("licensed_pack")), ("", "und", None)];
    for (wording, language, words) in rows {
        let id = begins(&mut scenario, rhys, of(Some(wording)));
        types(&mut scenario, id, "barc_01", "3");
        assert_eq!(scenario.opened_vault().heads[&id].start.wording, wording);
        assert_eq!(asked_in(&scenario, id), [(language.to_owned(), words)].into(), "{wording}");
    }
}

#[test]
fn half_a_code_is_there_again_behind_the_lock_and_gone_once_it_is_mended() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = begins(&mut scenario, rhys, form(BARC, "2026-01-05"));
    let refusal = |item: &str, typed: &str| Refusal { item: item.to_owned(), typed: typed.to_owned() };
    let rows: [(&str, &str, &[Refusal]); 5] = [
        ("barc_01", "7", &[refusal("barc_01", "7")]),
        ("barc_02", "1 ", &[refusal("barc_01", "7")]),
        ("barc_03", "6;", &[refusal("barc_01", "7")]),
        ("barc_03", "6;x", &[refusal("barc_01", "7"), refusal("barc_03", "6;x")]),
        ("barc_01", "", &[refusal("barc_03", "6;x")]),
    ];
    for (item, typed, expected) in rows {
        types(&mut scenario, id, item, typed);
        scenario.comes_back_to(Route::Paper(id, None));
        assert_eq!(scenario.opened_vault().refused(id), expected, "{item}: {typed:?}");
        scenario.does(Action::Finish(id));
        assert_eq!(scenario.form(), Some(FormTrouble::Refused), "half a form is no form");
    }
    let kept = scenario.store.notes.clone();
    types(&mut scenario, id, "barc_03", "6;x");
    assert_eq!(scenario.store.notes, kept, "the same again is nothing new");
    types(&mut scenario, id, "barc_03", "6");
    scenario.comes_back_to(Route::Paper(id, None));
    assert_eq!(scenario.opened_vault().refused(id), []);
    scenario.does(Action::Finish(id));
    types(&mut scenario, id, "barc_03", "7");
    assert_eq!(scenario.opened_vault().refused(id), [], "a finished form takes nothing");
}

#[test]
fn an_impossible_code_is_refused_where_it_stands_and_keeps_the_form_open() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = begins(&mut scenario, rhys, form(BARC, "2026-01-05"));
    types(&mut scenario, id, "barc_01", "6");
    for impossible in ["0", "7", "66", "-1", "6.0", "six", "x", "mm", "1 2", "skipped", "٣"] {
        assert_eq!(types(&mut scenario, id, "barc_01", impossible), 0, "{impossible}");
        let refusal = Refusal { item: "barc_01".to_owned(), typed: impossible.to_owned() };
        assert_eq!(scenario.opened_vault().refused(id), [refusal], "as it was typed, once");
        assert_eq!(scenario.given(id, "barc_01"), Answer::Coded(6), "{impossible} is not bent into a code");
    }
    assert_eq!(scenario.does(Action::Finish(id)), []);
    assert_eq!(
        (scenario.form(), &scenario.state.route),
        (Some(FormTrouble::Refused), &Route::Paper(id, None))
    );
    assert_eq!(types(&mut scenario, id, "barc_01", "6"), 0, "the same as before");
    assert_eq!(scenario.opened_vault().refused(id), []);
    types(&mut scenario, id, "barc_01", "");
    assert_eq!(scenario.given(id, "barc_01"), Answer::Missing(Missing::Cleared));
    scenario.does(Action::Finish(id));
    assert_eq!(scenario.state.route, Route::Profile(id));
    assert_eq!(types(&mut scenario, id, "barc_01", "5"), 0, "finished");
}

#[test]
fn a_form_half_typed_in_is_gone_on_with_and_is_nobodys_draft_on_screen() {
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    let id = begins(&mut scenario, rhys, form(STRENGTHS_PROFILE, "2026-01-05"));
    types(&mut scenario, id, "own_food", "2");
    scenario.days_pass(100);
    scenario.comes_back_to(Route::Person(rhys));
    let open = scenario.opened_vault();
    assert_eq!(open.resume(id), Some(Route::Paper(id, None)));
    assert_eq!(open.draft(rhys, STRENGTHS_PROFILE), None);
    assert!(!open.late(&open.heads[&id], scenario.today), "paper is patient");
    let asked = scenario.begins(rhys);
    assert_ne!(asked, id);
}

#[test]
fn every_answer_is_typed_as_it_reads() {
    let book = shipped(STRENGTHS_PROFILE);
    let instrument = &book.instrument;
    let at = |id: &str| instrument.find_item(id).unwrap_or_else(|| panic!("{id}"));
    let several = |codes: &[i32]| Some(Answer::Several(codes.iter().copied().collect()));
    let rows = [
        ("own_food", "2", Some(Answer::Coded(2))),
        ("own_food", " 0 ", Some(Answer::Coded(0))),
        ("own_food", "", Some(Answer::NOT_REACHED)),
        ("own_food", "  ", Some(Answer::NOT_REACHED)),
        ("own_food", "M", Some(Answer::Missing(Missing::Skipped))),
        ("own_food", "3", None),
        ("own_food", "2+1", None),
        ("life_mind", "10", Some(Answer::Coded(10))),
        ("life_mind", "11", None),
        ("cannot_wait", "2", several(&[2])),
        ("cannot_wait", "2 4", several(&[2, 4])),
        ("cannot_wait", "4,2", several(&[2, 4])),
        ("cannot_wait", "2+4", several(&[2, 4])),
        ("cannot_wait", "0", several(&[0])),
        ("cannot_wait", "0 2", None),
        ("cannot_wait", "2 99", None),
        ("matters", "words", None),
        ("matters", "2", None),
    ];
    for (item, typed, expected) in rows {
        assert_eq!(read(instrument, at(item), typed), expected, "{item}: {typed:?}");
    }
    let answers = LETTERS.map(|(_, missing)| Answer::Missing(missing));
    let codes = [("own_food", Answer::Coded(1)), ("cannot_wait", several(&[2, 4]).expect("given above"))];
    let all = answers.into_iter().map(|answer| ("own_food", answer)).chain(codes);
    for (item, answer) in all {
        let typed = written(instrument, at(item), &answer);
        assert_eq!(read(instrument, at(item), &typed), Some(answer), "{typed}");
    }
    assert_eq!(written(instrument, at("own_food"), &Answer::Missing(Missing::Cleared)), "");
}
