//! Completed paper forms: the day and the hand they come from, every code as typed, nothing bent.

use super::scenario::{Scenario, day, kept};
use crate::library::tests::shipped;
use crate::record::Parts;
use crate::route::Route;
use crate::state::paper::{LETTERS, read, written};
use crate::state::{Action, FormTrouble, PaperForm, PaperTrouble, Refusal};
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::Setting;
use assessment_core::session::{By, Completion, Mode, PersonId, SessionId, Stage};

const BARC: &str = "barc-10";

fn form(instrument: &str, on: &str) -> PaperForm {
    let parts: Vec<&str> = on.split('-').collect();
    PaperForm {
        instrument: instrument.to_owned(),
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
        Route::Paper(id) => id,
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
    use PaperTrouble::{NoBy, NoDate, NoSetting, NotYet};
    let whole = || form(BARC, "2026-01-05");
    let on = |date: &str| form(BARC, date);
    let rows: [(PaperForm, [Option<PaperTrouble>; 3]); 10] = [
        (PaperForm { by: None, ..whole() }, [None, Some(NoBy), None]),
        (PaperForm { setting: None, ..whole() }, [None, None, Some(NoSetting)]),
        (
            PaperForm { instrument: BARC.to_owned(), ..PaperForm::default() },
            [Some(NoDate), Some(NoBy), Some(NoSetting)],
        ),
        (on("2026-01-06"), [Some(NotYet), None, None]),
        (on("2027-01-05"), [Some(NotYet), None, None]),
        (on("2025-02-29"), [Some(NoDate), None, None]),
        (on("26-01-05"), [Some(NoDate), None, None]),
        (on("2026-13-05"), [Some(NoDate), None, None]),
        (on("2026-January-05"), [Some(NoDate), None, None]),
        (on("2026-01-"), [Some(NoDate), None, None]),
    ];
    let mut scenario = Scenario::open();
    let rhys = scenario.adds("Rhys");
    for (form, expected) in rows {
        scenario.does(Action::Go(Route::BeginPaper(rhys, BARC.to_owned())));
        let mistakes = scenario.state.mistakes;
        assert_eq!(scenario.does(Action::BeginPaper(rhys, form.clone())), [], "{form:?}");
        assert_eq!(scenario.form(), Some(FormTrouble::Paper(expected)), "{form:?}");
        assert_eq!(scenario.state.mistakes, mistakes + 1);
    }
    let spaced = PaperForm { day: " 5 ".to_owned(), month: "1".to_owned(), ..whole() };
    begins(&mut scenario, rhys, spaced);
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
        assert_eq!(scenario.sitting(id).refused, [refusal], "as it was typed, once");
        assert_eq!(scenario.given(id, "barc_01"), Answer::Coded(6), "{impossible} is not bent into a code");
    }
    assert_eq!(scenario.does(Action::Finish(id)), []);
    assert_eq!((scenario.form(), &scenario.state.route), (Some(FormTrouble::Refused), &Route::Paper(id)));
    assert_eq!(types(&mut scenario, id, "barc_01", "6"), 0, "the same as before");
    assert_eq!(scenario.sitting(id).refused, []);
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
    let id = begins(&mut scenario, rhys, form("strengths-profile", "2026-01-05"));
    types(&mut scenario, id, "own_food", "2");
    scenario.days_pass(100);
    scenario.comes_back_to(Route::Person(rhys));
    let open = scenario.opened_vault();
    assert_eq!(open.resume(id), Some(Route::Paper(id)));
    assert_eq!(open.draft(rhys, "strengths-profile"), None);
    assert!(!open.late(&open.heads[&id], scenario.today), "paper is patient");
    let asked = scenario.begins(rhys);
    assert_ne!(asked, id);
}

#[test]
fn every_answer_is_typed_as_it_reads() {
    let book = shipped("strengths-profile");
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
