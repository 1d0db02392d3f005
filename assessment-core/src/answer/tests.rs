use super::*;
use crate::sample::{answers, at, everything, parse};

fn codes(codes: &[Code]) -> Answer {
    Answer::Several(codes.iter().copied().collect())
}

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

#[test]
fn an_item_takes_its_own_codes_and_no_others() {
    let of_three = "is not a code of this question; allowed: 2, 1, 0";
    let of_ten = "is not a code of this question; allowed: 0 to 10";
    let of_needs = "is not a code of this question; allowed: 1, 2, 3, 0";
    let other_kind = "this question takes another kind of answer";
    let rows = [
        ("s1", Answer::Coded(0), String::new()),
        ("s1", Answer::Coded(2), String::new()),
        ("s1", Answer::Coded(3), format!("3 {of_three}")),
        ("s1", Answer::Coded(-1), format!("-1 {of_three}")),
        ("s1", codes(&[1]), other_kind.to_owned()),
        ("s1", text("1"), other_kind.to_owned()),
        ("life", Answer::Coded(0), String::new()),
        ("life", Answer::Coded(10), String::new()),
        ("life", Answer::Coded(-1), format!("-1 {of_ten}")),
        ("life", Answer::Coded(11), format!("11 {of_ten}")),
        ("life", codes(&[5]), other_kind.to_owned()),
        ("urgent", codes(&[1]), String::new()),
        ("urgent", codes(&[1, 2, 3]), String::new()),
        ("urgent", codes(&[0]), String::new()),
        ("urgent", codes(&[0, 1]), "0 cannot be given together with others".to_owned()),
        ("urgent", codes(&[1, 4]), format!("4 {of_needs}")),
        ("urgent", codes(&[]), "nothing is chosen; clear the question instead".to_owned()),
        ("urgent", Answer::Coded(1), other_kind.to_owned()),
        ("hope", text(""), String::new()),
        ("hope", text("a flat\nof my own"), String::new()),
        ("hope", Answer::Coded(1), other_kind.to_owned()),
        ("hope", codes(&[1]), other_kind.to_owned()),
    ];
    let instrument = parse(&everything());
    for (id, answer, expected) in rows {
        let refusal = accept(&instrument, at(&instrument, id), &answer).err();
        assert_eq!(refusal.map_or(String::new(), |r| r.to_string()), expected, "{id} {answer:?}");
    }
}

#[test]
fn every_question_can_go_without_an_answer() {
    let instrument = parse(&everything());
    for at in instrument.positions() {
        for missing in Missing::ALL {
            assert_eq!(accept(&instrument, at, &Answer::Missing(missing)), Ok(()), "{missing:?}");
        }
    }
}

#[test]
fn a_missing_code_is_written_and_read_the_same() {
    let words = [
        "not_reached",
        "skipped",
        "cleared",
        "prefer_not_to_say",
        "do_not_know",
        "does_not_apply",
        "person_not_present",
        "worker_did_not_ask",
    ];
    for (missing, word) in Missing::ALL.into_iter().zip(words) {
        assert_eq!((missing.word(), Missing::read(word)), (word, Some(missing)));
    }
    for word in ["", "Skipped", "NA", "-99", "."] {
        assert_eq!(Missing::read(word), None, "{word:?}");
    }
}

#[test]
fn a_cell_is_a_code_or_a_missing_code() {
    let skipped = Answer::Missing(Missing::Skipped);
    let rows = [
        ("s1", "2", Ok(Answer::Coded(2))),
        ("s1", " 2 ", Ok(Answer::Coded(2))),
        ("s1", "", Ok(Answer::NOT_REACHED)),
        ("s1", "  ", Ok(Answer::NOT_REACHED)),
        ("s1", "not_reached", Ok(Answer::NOT_REACHED)),
        ("s1", "skipped", Ok(skipped.clone())),
        ("s1", "3", Err("3 is not a code of this question; allowed: 2, 1, 0")),
        (
            "s1",
            "Skipped",
            Err("this is neither a code of this question nor a missing code; allowed: 2, 1, 0"),
        ),
        ("s1", "1.0", Err("this is neither a code of this question nor a missing code; allowed: 2, 1, 0")),
        ("s1", "1+2", Err("this is neither a code of this question nor a missing code; allowed: 2, 1, 0")),
        (
            "s1",
            "99999999999",
            Err("this is neither a code of this question nor a missing code; allowed: 2, 1, 0"),
        ),
        ("life", "10", Ok(Answer::Coded(10))),
        ("life", "+10", Err("this is neither a code of this question nor a missing code; allowed: 0 to 10")),
        ("life", "11", Err("11 is not a code of this question; allowed: 0 to 10")),
        ("life", "ten", Err("this is neither a code of this question nor a missing code; allowed: 0 to 10")),
        ("urgent", "3+1", Ok(codes(&[1, 3]))),
        ("urgent", "0", Ok(codes(&[0]))),
        ("urgent", "0+1", Err("0 cannot be given together with others")),
        (
            "urgent",
            "1+",
            Err("this is neither a code of this question nor a missing code; allowed: 1, 2, 3, 0"),
        ),
        ("urgent", "skipped", Ok(skipped.clone())),
        ("hope", "", Ok(Answer::NOT_REACHED)),
        ("hope", "skipped", Ok(skipped)),
        ("hope", "a flat", Err("this question takes another kind of answer")),
    ];
    let instrument = parse(&everything());
    let or = ", or: not_reached, skipped, cleared, prefer_not_to_say, do_not_know, does_not_apply, person_not_present, \
              worker_did_not_ask";
    for (id, text, expected) in rows {
        let read = read_cell(&instrument, at(&instrument, id), text).map_err(|refusal| refusal.to_string());
        let whole = |sentence: &str| match sentence.contains("nor a missing code") {
            true => format!("{sentence}{or}"),
            false => sentence.to_owned(),
        };
        assert_eq!(read, expected.map_err(whole), "{id} {text:?}");
    }
}

#[test]
fn a_cell_is_written_as_it_is_read() {
    let given = Settled::Given;
    let rows = [
        (given(Answer::Coded(2)), "2"),
        (Settled::Implied(0), "0"),
        (given(codes(&[3, 1])), "1+3"),
        (given(Answer::Missing(Missing::Skipped)), "skipped"),
        (given(Answer::Missing(Missing::DoesNotApply)), "does_not_apply"),
        (given(Answer::NOT_REACHED), ""),
        (given(text("my own words")), ""),
        (Settled::NotAsked, ""),
    ];
    let instrument = parse(&everything());
    let at = at(&instrument, "s1");
    for (settled, expected) in rows {
        assert_eq!(cell(&instrument, at, &settled), expected, "{settled:?}");
    }
}

/// How one item settles: its cell, or `implied 0`, or `not asked`.
fn check_settled(setting: Setting, rows: &[(&str, &str, &str)]) {
    let instrument = parse(&everything());
    for (given, item, expected) in rows {
        let responses = answers(&instrument, setting, given);
        let at = at(&instrument, item);
        let settled = match responses.answer(at) {
            Settled::Given(Answer::Missing(missing)) => missing.word().to_owned(),
            given @ Settled::Given(_) => cell(&instrument, at, given),
            Settled::Implied(code) => format!("implied {code}"),
            Settled::NotAsked => "not asked".to_owned(),
        };
        assert_eq!(settled, *expected, "{given}: {item}");
        assert_eq!(
            responses.asks(at),
            !expected.contains("implied") && *expected != "not asked",
            "{given}: {item}"
        );
    }
}

#[test]
fn a_gate_decides_whether_an_item_is_asked_and_what_it_implies() {
    let rows = [
        ("drugs=1 inject=1", "inject", "1"),
        ("drugs=1", "inject", "not_reached"),
        ("drugs=1 inject=skipped", "inject", "skipped"),
        ("drugs=0", "inject", "implied 0"),
        // An unanswered gate implies nothing, however it went unanswered.
        ("", "inject", "not asked"),
        ("drugs=skipped", "inject", "not asked"),
        ("drugs=prefer_not_to_say", "inject", "not asked"),
        ("drugs=does_not_apply", "inject", "not asked"),
        // Implied goes on: not using drugs implies not injecting, which implies not sharing.
        ("drugs=0", "share", "implied 0"),
        ("drugs=1 inject=0", "share", "implied 0"),
        ("drugs=1 inject=1 share=1", "share", "1"),
        ("drugs=1 inject=skipped", "share", "not asked"),
        // What was once given behind a gate that closed since does not count.
        ("drugs=0 inject=1 share=1", "inject", "implied 0"),
        ("drugs=0 inject=1 share=1", "share", "implied 0"),
        ("inject=1 share=1", "share", "not asked"),
        // No implied code is declared for this one.
        ("drugs=0 kinds=1+2", "kinds", "not asked"),
        ("drugs=1 kinds=1+2", "kinds", "1+2"),
    ];
    check_settled(Setting::Community, &rows);
    check_settled(Setting::Custody, &rows);
}

#[test]
fn an_item_is_asked_in_its_setting_only() {
    let given = "home_tonight=1 home_release=0";
    check_settled(Setting::Community, &[(given, "home_tonight", "1"), (given, "home_release", "not asked")]);
    check_settled(Setting::Custody, &[(given, "home_tonight", "not asked"), (given, "home_release", "0")]);
}

#[test]
fn a_gate_on_several_opens_when_one_of_its_codes_is_among_them() {
    use crate::sample::{choice, instrument, item, with};
    use serde_json::json;
    let instrument = instrument(
        json!([
            item("needs", "urgent", json!({"kind": "several", "options": "needs"})),
            with(
                choice("more", "yes_no"),
                json!({"ask_when": {"item": "needs", "is": [2, 3]}, "implied": 0})
            ),
        ]),
        json!([]),
    );
    let more = at(&instrument, "more");
    let rows = [
        ("needs=1+2 more=1", Settled::Given(Answer::Coded(1))),
        ("needs=3 more=1", Settled::Given(Answer::Coded(1))),
        ("needs=0+1 more=1", Settled::Implied(0)),
        ("needs=skipped more=1", Settled::NotAsked),
    ];
    for (given, expected) in rows {
        assert_eq!(*answers(&instrument, Setting::Community, given).answer(more), expected, "{given}");
    }
}

#[test]
fn an_item_counts_with_its_code_given_or_implied_and_with_nothing_else() {
    let instrument = parse(&everything());
    let rows = [
        ("drugs=1 inject=1", "inject", Some(1)),
        ("drugs=0", "inject", Some(0)),
        ("drugs=skipped", "inject", None),
        ("s4=does_not_apply", "s4", None),
        ("urgent=1", "urgent", None),
        ("hope=3", "hope", None),
    ];
    for (given, item, expected) in rows {
        let responses = answers(&instrument, Setting::Community, given);
        assert_eq!(responses.code(at(&instrument, item)), expected, "{given}: {item}");
    }
}
