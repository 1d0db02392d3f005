use super::*;
use crate::instrument::{SectionId, Setting};
use crate::presence::{Company, Present, Tap, Taps, Turn};
use crate::sample::{self, answer, choice, everything, item, scale, sum, with};
use crate::schedule::Wave;
use crate::session::{By, Mode, PersonId, SessionId, Stamp, Start};
use chrono::NaiveDate;
use serde_json::json;

/// Two items, one behind a gate, one of several, one of text, and a number for a community only.
fn instrument() -> Instrument {
    sample::instrument(
        json!([
            choice("a", "yes_no"),
            with(choice("b", "yes_no"), json!({"ask_when": {"item": "a", "is": [1]}, "implied": 0})),
            item("k", "urgent", json!({"kind": "several", "options": "needs"})),
            item("note", "words", json!({"kind": "text"})),
            with(sample::number("n", 0, 10), json!({"setting": "community"})),
        ]),
        json!([
            scale("total", sum(&["a", "b"]), [0, 2]),
            with(
                scale("life", sum(&["n"]), [0, 10]),
                json!({"bands": [{"from": 0, "name": "low, or \"so\""}], "bands_source": sample::source()})
            ),
        ]),
    )
}

fn session(instrument: &Instrument, wave: Wave, setting: Setting, given: &str) -> Session {
    let on = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
    let start = Start {
        id: SessionId([7; 16]),
        person: PersonId([8; 16]),
        wave,
        mode: Mode::Joint,
        setting,
        wording: "en/ours/1.0.0".to_owned(),
        on,
    };
    let mut session = Session::begin(instrument, start);
    for pair in given.split_whitespace() {
        let (id, cell) = pair.split_once('=').expect("id=cell");
        let (at, answer) = answer(instrument, id, cell);
        let stamp = Stamp { by: By::Person, language: "en".to_owned(), wording: None, at: 0, on };
        session.answer(instrument, at, answer, stamp).expect("it was read as one of its answers");
    }
    session
}

/// Stands in for SHA-256.
fn digest(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0_u8; 32];
    for (n, byte) in bytes.iter().enumerate() {
        hash[n % 32] = u8::wrapping_add(hash[n % 32].rotate_left(1), *byte);
    }
    hash
}

fn text_of(files: &[File], name: &str) -> String {
    files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no {name}")).text.clone()
}

fn released() -> Vec<File> {
    let instrument = instrument();
    let first = session(&instrument, Wave::Baseline, Setting::Community, "a=0 b=1 k=3+1 note=secret n=7");
    let second = session(&instrument, Wave::FollowUp(1), Setting::Custody, "a=1 b=skipped n=7 note=skipped");
    let release = |session, days| Release { pseudonym: "Q7, \"x\"", days, session, taps: Taps::default() };
    files(&instrument, &[release(&first, 0), release(&second, 92)], digest)
}

#[test]
fn seven_files_leave() {
    let names: Vec<String> = released().into_iter().map(|file| file.name).collect();
    let expected = [
        "answers_sample.csv",
        "answers_long.csv",
        "scores_long.csv",
        "scores_wide.csv",
        "provenance.csv",
        "sittings.csv",
        "codebook.csv",
    ];
    assert_eq!(names, expected);
}

#[test]
fn where_the_scores_of_each_session_come_from_leaves_with_them() {
    let text = text_of(&released(), "provenance.csv");
    let key = "\"Q7, \"\"x\"\"\"";
    let start = |wave: &str, days: i32| format!("{key},{wave},{days},sample,1.0.0,1,en/ours/1.0.0,");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "person,wave,days,instrument,version,rule_version,wording,rules,inputs");
    assert!(lines[1].starts_with(&start("baseline", 0)), "{}", lines[1]);
    assert!(lines[2].starts_with(&start("followup_1", 92)), "{}", lines[2]);
    let hashes = |line: &str| line.rsplit(',').take(2).map(str::to_owned).collect::<Vec<_>>();
    let (first, second) = (hashes(lines[1]), hashes(lines[2]));
    assert_eq!(first[1], second[1], "the same rules");
    assert_ne!(first[0], second[0], "other answers");
    assert_eq!(lines.len(), 3);
}

#[test]
fn where_the_worker_sees_it_otherwise_the_answers_leave_a_second_time_in_that_view() {
    let instrument = instrument();
    let mut first = session(&instrument, Wave::Baseline, Setting::Community, "a=1 b=1 k=3+1 n=7");
    let second = session(&instrument, Wave::FollowUp(1), Setting::Community, "a=1 b=0");
    let on = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
    let stamp = || Stamp { by: By::Together, language: "en".to_owned(), wording: None, at: 0, on };
    let out = |first: &Session| {
        let taps = Taps::default();
        let first = Release { pseudonym: "p", days: 0, session: first, taps };
        let second = Release { pseudonym: "p", days: 92, session: &second, taps };
        files(&instrument, &[first, second], digest)
    };
    let before = out(&first);
    let long = |files: &[File]| -> Vec<String> {
        text_of(files, "answers_long.csv").lines().map(str::to_owned).collect()
    };
    // The same view leaves nothing; another leaves a file and a cell, and everything else as it was.
    for (id, cell, views) in [("n", "7", 7), ("n", "3", 8), ("a", "0", 8)] {
        let (at, answer) = answer(&instrument, id, cell);
        first.see_differently(&instrument, at, answer, stamp()).expect("one of its answers");
        first.say(&instrument, at, Side::Worker, "secret".to_owned(), stamp()).expect("a draft takes words");
        let after = out(&first);
        assert_eq!(after.len(), views, "{id}={cell}");
        assert!(after.iter().all(|file| !file.text.contains("secret")), "{id}={cell}");
        for (before, after) in before.iter().zip(&after).filter(|(file, _)| file.name != "answers_long.csv") {
            assert_eq!(before, after, "{id}={cell}");
        }
    }
    let after = out(&first);
    let worker = "person,wave,days,setting,a,b,k,n\n\
                  p,baseline,0,community,0,0,1+3,3\n\
                  p,followup_1,92,community,1,0,,\n";
    assert_eq!(text_of(&after, "answers_sample_worker_view.csv"), worker);
    let expected: Vec<String> = long(&before)
        .into_iter()
        .map(|line| match line.as_str() {
            line if line.contains("baseline,0,community,sample,1.0.0,a,") => {
                line.replace(",,not_est", ",0,not_est")
            }
            line if line.contains("baseline,0,community,sample,1.0.0,n,") => {
                line.replace(",,not_est", ",3,not_est")
            }
            line => line.to_owned(),
        })
        .collect();
    assert_eq!(long(&after), expected);
}

#[test]
fn wide_answers_hold_implied_codes_and_leave_out_what_was_not_asked() {
    let expected = "person,wave,days,setting,a,b,k,n\n\
                    \"Q7, \"\"x\"\"\",baseline,0,community,0,0,1+3,7\n\
                    \"Q7, \"\"x\"\"\",followup_1,92,custody,1,skipped,,\n";
    assert_eq!(text_of(&released(), "answers_sample.csv"), expected);
}

#[test]
fn long_answers_say_which_were_implied_and_who_gave_the_others() {
    let person = "\"Q7, \"\"x\"\"\"";
    let expected = [
        "person,wave,days,setting,instrument,version,item,value,missing,implied,by,language,mode,revision,worker_view,present,held,wording,help_opened"
            .to_owned(),
        format!("{person},baseline,0,community,sample,1.0.0,a,0,,no,person,en,joint,1,,not_established,no,ours,0"),
        format!("{person},baseline,0,community,sample,1.0.0,b,0,,yes,,,joint,,,,no,,0"),
        format!("{person},baseline,0,community,sample,1.0.0,k,1+3,,no,person,en,joint,3,,not_established,no,ours,0"),
        format!("{person},baseline,0,community,sample,1.0.0,n,7,,no,person,en,joint,5,,not_established,no,ours,0"),
        format!("{person},followup_1,92,custody,sample,1.0.0,a,1,,no,person,en,joint,1,,not_established,no,ours,0"),
        format!("{person},followup_1,92,custody,sample,1.0.0,b,,skipped,no,person,en,joint,2,,not_established,no,ours,0"),
        format!("{person},followup_1,92,custody,sample,1.0.0,k,,not_reached,no,,,joint,,,,no,,0"),
    ];
    assert_eq!(text_of(&released(), "answers_long.csv"), expected.join("\n") + "\n");
}

#[test]
fn long_answers_say_which_words_were_used_and_how_often_help_was_opened() {
    let instrument = instrument();
    let easy = Some(crate::wording::Provenance::EasyReadNotValidated);
    let begun = session(&instrument, Wave::Baseline, Setting::Community, "a=0 n=7");
    let opened = |times: u32| {
        let mut session = begun.clone();
        let at = instrument.find_item("n").expect("it is there");
        (0..times).for_each(|_| session.open_help(&instrument, at));
        session
    };
    let mut simple = opened(3);
    simple.entries.get_mut(&"n".into()).expect("it was answered")[0].wording = easy;
    let before = Session { helped: None, ..begun.clone() };
    // The last two cells of `a` and of `n`, and the wording the whole session is said to have had.
    let rows = [
        (begun.clone(), ["ours,0", "ours,0"], "en/ours/1.0.0"),
        (opened(1), ["ours,0", "ours,1"], "en/ours/1.0.0"),
        (simple, ["ours,0", "easy_read_not_validated,3"], "en/ours+easy_read_not_validated/1.0.0"),
        (before, ["ours,", "ours,"], "en/ours/1.0.0"),
    ];
    for (session, expected, wording) in rows {
        let files = files(
            &instrument,
            &[Release { pseudonym: "q", days: 0, session: &session, taps: Taps::default() }],
            digest,
        );
        let long = text_of(&files, "answers_long.csv");
        let ends = |item: &str| {
            let line = long.lines().find(|line| line.split(',').nth(6) == Some(item)).expect("a line");
            line.splitn(18, ',').nth(17).expect("its last cells").to_owned()
        };
        assert_eq!(["a", "n"].map(ends), expected);
        assert!(text_of(&files, "provenance.csv").contains(&format!(",{wording},")), "{wording}");
    }
}

#[test]
fn long_scores_are_empty_where_there_is_no_number() {
    let person = "\"Q7, \"\"x\"\"\"";
    let expected = [
        "person,wave,days,scale,status,raw,value,band,answered,items,prorated".to_owned(),
        format!("{person},baseline,0,total,scored,0,0,,2,2,no"),
        format!("{person},baseline,0,life,scored,7,7,\"low, or \"\"so\"\"\",1,1,no"),
        format!("{person},followup_1,92,total,not_scorable,,,,1,2,"),
        format!("{person},followup_1,92,life,not_scorable,,,,0,0,"),
    ];
    assert_eq!(text_of(&released(), "scores_long.csv"), expected.join("\n") + "\n");
}

#[test]
fn wide_scores_have_a_row_for_each_time() {
    let expected = "person,wave,days,total,life\n\
                    \"Q7, \"\"x\"\"\",baseline,0,0,7\n\
                    \"Q7, \"\"x\"\"\",followup_1,92,,\n";
    assert_eq!(text_of(&released(), "scores_wide.csv"), expected);
}

#[test]
fn no_file_holds_free_text_a_date_or_an_id_of_ours() {
    for file in released() {
        // Two hashes end each line of where scores come from; any digits may turn up in them.
        let plain = |line: &str| line.rsplitn(3, ',').nth(2).unwrap_or_default().to_owned();
        let text = match file.name.as_str() {
            "provenance.csv" => file.text.lines().map(plain).collect(),
            _ => file.text,
        };
        for hidden in ["secret", "2026", "0707", "7070", "0808", "8080"] {
            assert!(!text.contains(hidden), "{} holds {hidden}", file.name);
        }
    }
    let instrument = instrument();
    assert!(!answer_columns(&instrument).contains(&"note".to_owned()));
}

#[test]
fn nobody_released_gives_headers_only() {
    let files = files(&sample::parse(&everything()), &[], digest);
    for file in files.iter().filter(|file| file.name != "codebook.csv") {
        assert_eq!(file.text.lines().count(), 1, "{}", file.name);
    }
    // One header, four keys, 24 items, twelve scales, four about who answered and how it was asked, seven of a
    // sitting; and behind them the
    // rules.
    let book = text_of(&files, "codebook.csv");
    let columns = book.lines().filter(|line| !line.contains(",rule,"));
    assert_eq!(columns.count(), 1 + 4 + 24 + 12 + 4 + 7);
}

#[test]
fn who_was_there_and_what_was_held_leave_as_words_from_a_list() {
    let instrument = instrument();
    let mut first = session(&instrument, Wave::Baseline, Setting::Community, "");
    let section = |id: &str| SectionId::from(id);
    let present = Present::new(&[Company::Worker, Company::Family, Company::Interpreter], "a rare language");
    first.note_present(&section("words"), present.clone(), Turn::Now, 0).expect("a draft");
    first.note_present(&section("urgent"), present, Turn::Held, 0).expect("a draft");
    let (a, yes) = answer(&instrument, "a", "1");
    let stamp = Stamp { by: By::Person, language: "en".to_owned(), wording: None, at: 0, on: first.last };
    first.answer(&instrument, a, yes, stamp).expect("an answer");
    first.start.mode = Mode::Other("by pigeon".to_owned());
    let taps = Taps::default();
    let files = files(&instrument, &[Release { pseudonym: "p", days: 0, session: &first, taps }], digest);
    let key = "p,baseline,0,community,sample,1.0.0";
    let expected = [
        format!("{key},a,1,,no,person,en,joint,4,,worker family interpreter,no,ours,0"),
        format!("{key},b,,not_reached,no,,,other,,,,no,,0"),
        format!("{key},k,,not_reached,no,,,other,,,,yes,,0"),
        format!("{key},n,,not_reached,no,,,other,,,,no,,0"),
    ];
    let long = text_of(&files, "answers_long.csv");
    assert_eq!(long.lines().skip(1).collect::<Vec<_>>(), expected);
    assert!(files.iter().all(|file| !file.text.contains("rare") && !file.text.contains("pigeon")));
}

#[test]
fn each_sitting_leaves_with_its_time_and_its_taps() {
    let instrument = instrument();
    let (yes, no) = (Some(Tap::Yes), Some(Tap::No));
    let rows = [
        (Mode::Joint, None, Taps::default(), "joint,not_established,,,"),
        (Mode::Phone, Some(0), Taps { worth: yes, ..Taps::default() }, "phone,0,yes,,"),
        (
            Mode::Video,
            Some(3_030_000),
            Taps { worth: no, about_me: Some(Tap::Partly), worker: yes },
            "video,51,no,partly,yes",
        ),
    ];
    for (mode, took, taps, expected) in rows {
        let mut sitting = session(&instrument, Wave::Baseline, Setting::Custody, "");
        (sitting.start.mode, sitting.took) = (mode, took);
        let release = Release { pseudonym: "p", days: 0, session: &sitting, taps };
        let text = text_of(&files(&instrument, &[release], digest), "sittings.csv");
        let lines: Vec<&str> = text.lines().collect();
        let header = "person,wave,days,setting,instrument,version,mode,minutes,worth,about_me,worker_worth";
        assert_eq!(lines, [header, &format!("p,baseline,0,custody,sample,1.0.0,{expected}")]);
    }
}

#[test]
fn a_sitting_done_in_several_ways_says_all_of_them_and_each_answer_its_own() {
    let instrument = instrument();
    let mut sitting = session(&instrument, Wave::Baseline, Setting::Community, "a=1");
    sitting.took = Some(60_000);
    sitting.note_mode(Mode::Phone, 0).expect("a draft");
    let (b, yes) = answer(&instrument, "b", "1");
    let stamp = Stamp { by: By::Person, language: "en".to_owned(), wording: None, at: 0, on: sitting.last };
    sitting.answer(&instrument, b, yes, stamp).expect("an answer");
    sitting.note_mode(Mode::Video, 0).expect("a draft");
    let taps = Taps::default();
    let files = files(&instrument, &[Release { pseudonym: "p", days: 0, session: &sitting, taps }], digest);
    let row = "p,baseline,0,community,sample,1.0.0,joint phone,1,,,";
    assert_eq!(text_of(&files, "sittings.csv").lines().nth(1), Some(row), "nothing was answered by video");
    let long = text_of(&files, "answers_long.csv");
    let modes: Vec<&str> = long.lines().skip(1).filter_map(|line| line.split(',').nth(12)).collect();
    assert_eq!(modes, ["joint", "phone", "video", "video"]);
}

#[test]
fn a_prorated_score_says_so() {
    let instrument = sample::parse(&everything());
    let session = session(&instrument, Wave::Baseline, Setting::Community, "s1=2 s2=2 s3=1");
    let taps = Taps::default();
    let files = files(&instrument, &[Release { pseudonym: "p", days: -3, session: &session, taps }], digest);
    let scores = text_of(&files, "scores_long.csv");
    assert_eq!(scores.lines().nth(1), Some("p,baseline,-3,first,scored,7,7,,3,4,yes"));
}

#[test]
fn a_cell_is_quoted_only_where_it_must_be() {
    let rows = [
        ("", ""),
        ("plain", "plain"),
        (" a b ", " a b "),
        ("a;b'c", "a;b'c"),
        ("a,b", "\"a,b\""),
        ("say \"so\"", "\"say \"\"so\"\"\""),
        ("\"", "\"\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        ("two\r\nlines", "\"two\r\nlines\""),
        ("\r", "\"\r\""),
        ("d\u{174}r", "d\u{174}r"),
    ];
    for (cell, expected) in rows {
        let mut csv = Csv::default();
        csv.row(["x", cell, "y"]);
        assert_eq!(csv.into_text(), format!("x,{expected},y\n"), "{cell:?}");
    }
}
