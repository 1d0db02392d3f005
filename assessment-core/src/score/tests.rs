use super::*;
use crate::answer::Missing;
use crate::instrument::Setting;
use crate::sample::{
    self, answers, choice, everything, instrument, number, person_mean, scale, scale_at, source, sum, with,
};
use proptest::prelude::*;
use serde_json::{Value, json};

mod keys;

/// A score in words: `6 (raw 6), 3 of 4, prorated, high` or `none, 2 of 4, missing s3 s4`.
fn told(instrument: &Instrument, responses: &Responses, id: &str) -> String {
    let at = scale_at(instrument, id);
    match score(instrument, responses).of(at) {
        Score::Scored(scored) => {
            let band = scored.band.map(|band| instrument.scale(at).bands[band].name.as_str());
            let mut told =
                format!("{} (raw {}), {} of {}", scored.value, scored.raw, scored.answered, scored.items);
            told += if scored.prorated { ", prorated" } else { "" };
            told + &band.map_or(String::new(), |name| format!(", {name}"))
        }
        Score::NotScorable(not) => {
            let missing: Vec<&str> = not.missing.iter().map(|at| instrument.item(*at).id.as_str()).collect();
            format!("none, {} of {}, missing {}", not.answered, not.items, missing.join(" "))
        }
    }
}

fn check(instrument: &Instrument, scale: &str, setting: Setting, rows: &[(&str, &str)]) {
    for (given, expected) in rows {
        let responses = answers(instrument, setting, given);
        assert_eq!(told(instrument, &responses, scale), *expected, "{scale}: {given}");
    }
}

/// An instrument of four items `a b c d` with codes 0, 1, 2 and one scale `total`.
fn of_four(key: Value, range: [i64; 2], more: Value) -> Instrument {
    let items: Vec<Value> = ["a", "b", "c", "d"].into_iter().map(|id| choice(id, "three")).collect();
    instrument(json!(items), json!([with(scale("total", key, range), more)]))
}

const ALL: [&str; 4] = ["a", "b", "c", "d"];

#[test]
fn a_sum_needs_every_answer() {
    let instrument = of_four(sum(&ALL), [0, 8], json!({}));
    let rows = [
        ("", "none, 0 of 4, missing a b c d"),
        ("a=2 b=2 c=2", "none, 3 of 4, missing d"),
        ("a=2 b=skipped c=2 d=2", "none, 3 of 4, missing b"),
        ("a=2 b=2 c=2 d=does_not_apply", "none, 3 of 4, missing d"),
        ("a=0 b=0 c=0 d=0", "0 (raw 0), 4 of 4"),
        ("a=0 b=1 c=2 d=0", "3 (raw 3), 4 of 4"),
        ("a=2 b=2 c=2 d=2", "8 (raw 8), 4 of 4"),
    ];
    check(&instrument, "total", Setting::Community, &rows);
}

#[test]
fn no_missing_code_is_ever_a_nought() {
    let instrument = of_four(sum(&ALL), [0, 8], json!({}));
    for missing in Missing::ALL {
        let given = format!("a=2 b=2 c=2 d={}", missing.word());
        check(&instrument, "total", Setting::Community, &[(&given, "none, 3 of 4, missing d")]);
    }
}

#[test]
fn a_reversed_item_counts_from_the_other_end() {
    let key = with(sum(&["x", "n"]), json!({"reversed": ["x", "n"]}));
    let items = json!([choice("x", "five"), number("n", 1, 6)]);
    let instrument = instrument(items, json!([scale("total", key, [1, 10])]));
    let rows = [
        ("x=0 n=1", "10 (raw 10), 2 of 2"),
        ("x=4 n=6", "1 (raw 1), 2 of 2"),
        ("x=1 n=1", "9 (raw 9), 2 of 2"),
        ("x=2 n=3", "6 (raw 6), 2 of 2"),
    ];
    check(&instrument, "total", Setting::Community, &rows);
}

#[test]
fn the_persons_mean_stands_in_from_the_minimum_on() {
    let instrument = of_four(person_mean(&ALL, 3, "half_up", 0), [0, 8], json!({}));
    let rows = [
        ("", "none, 0 of 4, missing a b c d"),
        ("a=2 b=2", "none, 2 of 4, missing c d"),
        ("a=2 b=2 c=skipped d=do_not_know", "none, 2 of 4, missing c d"),
        ("a=2 b=2 c=2", "8 (raw 8), 3 of 4, prorated"),
        ("a=0 b=0 c=0", "0 (raw 0), 3 of 4, prorated"),
        // 2 / 3 x 4 = 2.67; 1 / 3 x 4 = 1.33; 5 / 3 x 4 = 6.67.
        ("a=1 b=1 c=0", "3 (raw 3), 3 of 4, prorated"),
        ("a=1 b=0 c=0", "1 (raw 1), 3 of 4, prorated"),
        ("a=2 b=1 d=2", "7 (raw 7), 3 of 4, prorated"),
        ("a=2 b=2 c=2 d=does_not_apply", "8 (raw 8), 3 of 4, prorated"),
        ("a=1 b=1 c=0 d=0", "2 (raw 2), 4 of 4"),
    ];
    check(&instrument, "total", Setting::Community, &rows);
}

#[test]
fn a_minimum_of_one_still_needs_one() {
    let instrument = of_four(person_mean(&ALL, 1, "half_up", 0), [0, 8], json!({}));
    let rows = [("", "none, 0 of 4, missing a b c d"), ("c=1", "4 (raw 4), 1 of 4, prorated")];
    check(&instrument, "total", Setting::Community, &rows);
}

#[test]
fn a_prorated_score_rounds_as_its_key_says() {
    let rows = [
        // Two of three answered: sum x 3 / 2.
        ("half_up", 0, "a=1 b=0", "2 (raw 2), 2 of 3, prorated"),
        ("half_up", 0, "a=2 b=1", "5 (raw 5), 2 of 3, prorated"),
        ("half_even", 0, "a=1 b=0", "2 (raw 2), 2 of 3, prorated"),
        ("half_even", 0, "a=2 b=1", "4 (raw 4), 2 of 3, prorated"),
        ("half_up", 1, "a=2 b=1", "4.5 (raw 4.5), 2 of 3, prorated"),
        ("half_up", 2, "a=2 b=1", "4.5 (raw 4.5), 2 of 3, prorated"),
    ];
    for (round, decimals, given, expected) in rows {
        let key = person_mean(&["a", "b", "c"], 2, round, decimals);
        check(&of_four(key, [0, 6], json!({})), "total", Setting::Community, &[(given, expected)]);
    }
    // 5 / 3 x 4 = 6.666...
    for (decimals, expected) in [(0, "7 (raw 7)"), (1, "6.7 (raw 6.7)"), (2, "6.67 (raw 6.67)")] {
        let instrument = of_four(person_mean(&ALL, 3, "half_up", decimals), [0, 8], json!({}));
        let expected = format!("{expected}, 3 of 4, prorated");
        check(&instrument, "total", Setting::Community, &[("a=2 b=2 c=1", &expected)]);
    }
}

#[test]
fn reversing_comes_before_the_mean() {
    // a counts 2 - 2 = 0, b counts 2: mean 1, times four.
    let key = with(person_mean(&ALL, 2, "half_up", 0), json!({"reversed": ["a"]}));
    let instrument = of_four(key, [0, 8], json!({}));
    check(&instrument, "total", Setting::Community, &[("a=2 b=2", "4 (raw 4), 2 of 4, prorated")]);
}

#[test]
fn a_count_counts_the_answers_that_carry_its_codes() {
    let everything = sample::parse(&everything());
    let rows = [
        ("sup1=0 sup2=1 sup3=4", "0 (raw 0), 3 of 3"),
        ("sup1=3 sup2=2 sup3=3", "2 (raw 2), 3 of 3"),
        ("sup1=3 sup2=3 sup3=3", "3 (raw 3), 3 of 3"),
        ("sup1=3 sup2=3", "none, 2 of 3, missing sup3"),
        ("", "none, 0 of 3, missing sup1 sup2 sup3"),
    ];
    check(&everything, "unmet", Setting::Community, &rows);
    check(&everything, "partly", Setting::Community, &[("sup1=3 sup2=2 sup3=3", "1 (raw 1), 3 of 3")]);
    let two_codes = json!({"rule": "count", "items": ALL, "codes": [1, 2], "missing": {"rule": "complete"}});
    let instrument = of_four(two_codes, [0, 4], json!({}));
    check(&instrument, "total", Setting::Community, &[("a=0 b=1 c=2 d=0", "2 (raw 2), 4 of 4")]);
}

#[test]
fn any_of_is_one_as_soon_as_one_holds_and_nought_only_when_all_are_settled() {
    let key =
        json!({"rule": "any_of", "conditions": [{"item": "a", "is": [2]}, {"item": "b", "is": [1, 2]}]});
    let instrument = of_four(key, [0, 1], json!({}));
    let rows = [
        ("", "none, 0 of 2, missing a b"),
        ("a=2", "1 (raw 1), 1 of 2"),
        ("a=2 b=skipped", "1 (raw 1), 1 of 2"),
        ("a=skipped b=1", "1 (raw 1), 1 of 2"),
        ("a=0 b=2", "1 (raw 1), 2 of 2"),
        ("a=1", "none, 1 of 2, missing b"),
        ("a=1 b=do_not_know", "none, 1 of 2, missing b"),
        ("a=skipped b=0", "none, 1 of 2, missing a"),
        ("a=1 b=0", "0 (raw 0), 2 of 2"),
    ];
    check(&instrument, "total", Setting::Community, &rows);
}

#[test]
fn any_of_reads_gates_settings_and_several_codes() {
    let instrument = sample::parse(&everything());
    let injecting = [
        ("", "none, 0 of 2, missing inject share"),
        ("drugs=0", "0 (raw 0), 2 of 2"),
        ("drugs=1", "none, 0 of 2, missing inject share"),
        ("drugs=1 inject=0", "0 (raw 0), 2 of 2"),
        ("drugs=1 inject=1", "1 (raw 1), 1 of 2"),
        ("drugs=0 inject=1", "0 (raw 0), 2 of 2"),
    ];
    check(&instrument, "injecting", Setting::Community, &injecting);
    let community = [
        ("home_tonight=0", "1 (raw 1), 1 of 1"),
        ("home_tonight=1", "0 (raw 0), 1 of 1"),
        ("home_release=0", "none, 0 of 1, missing home_tonight"),
    ];
    check(&instrument, "no_home", Setting::Community, &community);
    let custody = [
        ("home_release=0", "1 (raw 1), 1 of 1"),
        ("home_release=1 home_tonight=0", "0 (raw 0), 1 of 1"),
        ("home_tonight=0", "none, 0 of 1, missing home_release"),
    ];
    check(&instrument, "no_home", Setting::Custody, &custody);
    let trouble = [
        ("drugs=1 kinds=2+3", "1 (raw 1), 1 of 1"),
        ("drugs=1 kinds=1+3", "0 (raw 0), 1 of 1"),
        ("drugs=1 kinds=0", "0 (raw 0), 1 of 1"),
        ("drugs=1 kinds=skipped", "none, 0 of 1, missing kinds"),
        ("drugs=0", "none, 0 of 1, missing kinds"),
    ];
    check(&instrument, "trouble", Setting::Community, &trouble);
}

#[test]
fn a_total_needs_every_scale_and_says_when_one_was_prorated() {
    let instrument = sample::parse(&everything());
    let both = [
        ("s1=2 s2=2 s3=1 s4=0 t1=1 t2=0", "6 (raw 6), 6 of 6"),
        ("s1=2 s2=2 s3=2 t1=1 t2=0", "9 (raw 9), 5 of 6, prorated"),
        ("s1=2 s2=2 s3=2 s4=2 t1=1", "none, 5 of 6, missing t2"),
        ("s1=2 s2=2 t1=1 t2=0", "none, 4 of 6, missing s3 s4"),
        ("", "none, 0 of 6, missing s1 s2 s3 s4 t1 t2"),
    ];
    check(&instrument, "both", Setting::Community, &both);
    let barriers = [
        ("home_tonight=0 drugs=1 inject=0 kinds=1", "1 (raw 1), 4 of 4"),
        ("home_tonight=0 drugs=1 inject=1 kinds=2", "3 (raw 3), 3 of 4"),
        ("home_tonight=0 drugs=1 inject=1", "none, 2 of 4, missing kinds"),
        ("home_tonight=1 drugs=0", "none, 3 of 4, missing kinds"),
    ];
    check(&instrument, "barriers", Setting::Community, &barriers);
}

#[test]
fn a_total_adds_converted_scores() {
    let converted = json!({"conversion": [[0, 0], [1, 2.25], [2, 4.5]]});
    let scales = json!([
        with(scale("one", sum(&["a"]), [0, 2]), converted.clone()),
        with(
            scale("two", sum(&["b"]), [0, 2]),
            with(converted, json!({"conversion": [[0, 0], [1, 3], [2, 5.5]]}))
        ),
        scale("total", json!({"rule": "total_of", "scales": ["one", "two"]}), [0, 10]),
    ]);
    let instrument = instrument(json!([choice("a", "three"), choice("b", "three")]), scales);
    let rows = [("a=2 b=2", "10 (raw 10), 2 of 2"), ("a=1 b=1", "5.25 (raw 5.25), 2 of 2")];
    check(&instrument, "total", Setting::Community, &rows);
}

#[test]
fn an_item_that_several_parts_read_is_one_item_of_their_total_and_one_answer() {
    let total = |id: &str, parts: &[&str], top: i64| {
        scale(id, json!({"rule": "total_of", "scales": parts}), [0, top])
    };
    let mean = json!({"rule": "mean_of", "scales": ["one", "two"], "round": "half_up", "decimals": 1});
    let scales = json!([
        scale("one", sum(&["a", "b"]), [0, 4]),
        scale("two", sum(&["b", "c"]), [0, 4]),
        total("both", &["one", "two"], 8),
        total("again", &["both", "one"], 12),
        scale("mean", mean, [0, 4]),
    ]);
    let instrument =
        instrument(json!([choice("a", "three"), choice("b", "three"), choice("c", "three")]), scales);
    let rows = [
        ("both", "a=1 b=2 c=0", "5 (raw 5), 3 of 3"),
        ("again", "a=1 b=2 c=0", "8 (raw 8), 3 of 3"),
        ("mean", "a=1 b=2 c=0", "2.5 (raw 2.5), 3 of 3"),
        ("both", "a=1 c=0", "none, 2 of 3, missing b"),
        ("again", "b=1", "none, 1 of 3, missing a c"),
        ("mean", "", "none, 0 of 3, missing a b c"),
    ];
    for (scale, given, expected) in rows {
        check(&instrument, scale, Setting::Community, &[(given, expected)]);
    }
}

#[test]
fn a_setting_leaves_its_items_out() {
    let items = json!([
        choice("a", "three"),
        with(choice("b", "three"), json!({"setting": "community"})),
        with(choice("c", "three"), json!({"setting": "custody"})),
        with(choice("d", "three"), json!({"setting": "both"})),
    ]);
    let scales = json!([
        scale("total", sum(&ALL), [0, 8]),
        scale("inside", sum(&["c"]), [0, 2]),
        scale("about", person_mean(&ALL, 2, "half_up", 0), [0, 8]),
    ]);
    let instrument = instrument(items, scales);
    let given = "a=1 b=2 c=0 d=1";
    check(&instrument, "total", Setting::Community, &[(given, "4 (raw 4), 3 of 3")]);
    check(&instrument, "total", Setting::Custody, &[(given, "2 (raw 2), 3 of 3")]);
    check(&instrument, "inside", Setting::Custody, &[(given, "0 (raw 0), 1 of 1")]);
    check(&instrument, "inside", Setting::Community, &[(given, "none, 0 of 0, missing ")]);
    // Two of the three that are asked: 3 / 2 x 3 = 4.5.
    check(&instrument, "about", Setting::Community, &[("a=1 b=2 c=2", "5 (raw 5), 2 of 3, prorated")]);
}

#[test]
fn an_implied_answer_counts_and_an_item_behind_a_closed_gate_without_one_is_unanswered() {
    let gate = json!({"ask_when": {"item": "a", "is": [1, 2]}});
    let items = json!([
        choice("a", "three"),
        with(choice("b", "three"), with(gate.clone(), json!({"implied": 0}))),
        with(choice("c", "three"), gate),
    ]);
    let scales = json!([scale("implied", sum(&["a", "b"]), [0, 4]), scale("not", sum(&["a", "c"]), [0, 4])]);
    let instrument = instrument(items, scales);
    let implied = [
        ("a=0", "0 (raw 0), 2 of 2"),
        ("a=0 b=2", "0 (raw 0), 2 of 2"),
        ("a=1 b=2", "3 (raw 3), 2 of 2"),
        ("b=2", "none, 0 of 2, missing a b"),
    ];
    check(&instrument, "implied", Setting::Community, &implied);
    check(&instrument, "not", Setting::Community, &[("a=0 c=2", "none, 1 of 2, missing c")]);
}

#[test]
fn a_group_gate_answered_none_makes_a_whole_score_of_nought() {
    let instrument = sample::parse(&everything());
    let rows = [
        ("any=0", "0 (raw 0), 3 of 3"),
        ("any=1 g1=1 g2=0", "2 (raw 2), 3 of 3"),
        ("any=1 g1=1", "none, 2 of 3, missing g2"),
        ("any=prefer_not_to_say", "none, 0 of 3, missing any g1 g2"),
    ];
    check(&instrument, "groups", Setting::Community, &rows);
}

#[test]
fn a_band_begins_at_its_bound_and_ends_where_the_next_begins() {
    let instrument = sample::parse(&everything());
    let bands = ["low", "low", "low", "low", "low", "medium", "medium", "medium", "high", "high", "high"];
    for (life, band) in bands.into_iter().enumerate() {
        let expected = format!("{life} (raw {life}), 1 of 1, {band}");
        check(&instrument, "life_now", Setting::Community, &[(&format!("life={life}"), &expected)]);
    }
}

#[test]
fn a_band_is_looked_up_on_the_converted_score_to_the_hundredth() {
    let more = json!({
        "conversion": [[0, 7], [1, 19.25], [2, 19.97], [3, 19.98], [4, 19.99], [5, 30], [6, 31], [7, 32], [8, 35]],
        "bands": [{"from": 7, "name": "low"}, {"from": 19.98, "name": "medium"}, {"from": 35, "name": "high"}],
        "bands_source": source(),
    });
    let instrument = of_four(sum(&ALL), [0, 8], more);
    let rows = [
        ("a=0 b=0 c=0 d=0", "7 (raw 0), 4 of 4, low"),
        ("a=2 b=0 c=0 d=0", "19.97 (raw 2), 4 of 4, low"),
        ("a=2 b=1 c=0 d=0", "19.98 (raw 3), 4 of 4, medium"),
        ("a=2 b=2 c=0 d=0", "19.99 (raw 4), 4 of 4, medium"),
        ("a=2 b=2 c=2 d=1", "32 (raw 7), 4 of 4, medium"),
        ("a=2 b=2 c=2 d=2", "35 (raw 8), 4 of 4, high"),
    ];
    check(&instrument, "total", Setting::Community, &rows);
}

#[test]
fn a_prorated_score_is_rounded_before_it_is_converted_and_banded() {
    let more = json!({
        "conversion": [[0, 0], [1, 10], [2, 20], [3, 30], [4, 40], [5, 50], [6, 60], [7, 70], [8, 80]],
        "bands": [{"from": 0, "name": "low"}, {"from": 70, "name": "high"}],
        "bands_source": source(),
    });
    let instrument = of_four(person_mean(&ALL, 3, "half_up", 0), [0, 8], more);
    let rows = [
        ("a=2 b=2 c=1", "70 (raw 7), 3 of 4, prorated, high"),
        ("a=2 b=1 c=1", "50 (raw 5), 3 of 4, prorated, low"),
    ];
    check(&instrument, "total", Setting::Community, &rows);
}

/// Four items 0 to 4 of which some are reversed, prorated to two decimals.
fn of_four_fives(reversed: &[&str], minimum: usize, round: &str, decimals: u8) -> Instrument {
    let items: Vec<Value> = ALL.into_iter().map(|id| choice(id, "five")).collect();
    let key = with(person_mean(&ALL, minimum, round, decimals), json!({"reversed": reversed}));
    instrument(json!(items), json!([scale("total", key, [0, 16])]))
}

fn settled(instrument: &Instrument, codes: &[Option<i32>]) -> Responses {
    Responses::settle(instrument, Setting::Community, |at| {
        codes[at.index()].map_or(Answer::Missing(Missing::Skipped), Answer::Coded)
    })
}

fn value(instrument: &Instrument, codes: &[Option<i32>]) -> Option<Points> {
    score(instrument, &settled(instrument, codes)).of(scale_at(instrument, "total")).scored().map(|s| s.value)
}

fn some_answers() -> impl Strategy<Value = Vec<Option<i32>>> {
    proptest::collection::vec(proptest::option::weighted(0.8, 0..=4), 4)
}

proptest! {
    #[test]
    fn raising_one_answer_never_moves_a_scale_against_its_direction(
        codes in some_answers(), which in 0usize..4, decimals in 0u8..=2,
    ) {
        let instrument = of_four_fives(&["b", "d"], 1, "half_up", decimals);
        let Some(code) = codes[which].filter(|code| *code < 4) else { return Ok(()) };
        let mut raised = codes.clone();
        raised[which] = Some(code + 1);
        let (before, after) = (value(&instrument, &codes), value(&instrument, &raised));
        prop_assert!(before.is_some() && after.is_some());
        if which % 2 == 0 {
            prop_assert!(after >= before, "{before:?} {after:?}");
        } else {
            prop_assert!(after <= before, "{before:?} {after:?}");
        }
    }

    #[test]
    fn reversing_twice_is_nothing(codes in some_answers()) {
        let plain = of_four_fives(&[], 2, "half_up", 2);
        let reversed = of_four_fives(&ALL, 2, "half_up", 2);
        // A person who ticks from the other end of every row.
        let mirrored: Vec<Option<i32>> = codes.iter().map(|code| code.map(|code| 4 - code)).collect();
        prop_assert_eq!(value(&reversed, &mirrored), value(&plain, &codes));
    }

    #[test]
    fn a_prorated_score_stays_within_the_range(
        codes in some_answers(),
        minimum in 1usize..=4,
        even in any::<bool>(),
        decimals in 0u8..=2,
        turned in proptest::sample::subsequence(ALL.to_vec(), 0..=4),
    ) {
        let round = if even { "half_even" } else { "half_up" };
        let instrument = of_four_fives(&turned, minimum, round, decimals);
        if let Some(value) = value(&instrument, &codes) {
            prop_assert!(value >= Points::ZERO && value <= Points::whole(16), "{value}");
        }
    }

    #[test]
    fn a_missing_answer_never_equals_any_answer(code in -999_999..=999_999, which in 0usize..8) {
        let missing = Missing::ALL[which];
        prop_assert_ne!(Answer::Missing(missing), Answer::Coded(code));
        // Nor does a scale that needs the answer ever come to the number it would have come to.
        let instrument = of_four(sum(&ALL), [0, 8], json!({}));
        let at = sample::at(&instrument, "a");
        let cell = |answer| crate::answer::cell(&instrument, at, &Settled::Given(answer));
        prop_assert_ne!(cell(Answer::Missing(missing)), cell(Answer::Coded(code)));
        let given = [Some(2), Some(1), Some(0), Some(code.rem_euclid(3))];
        let mut gone = given;
        gone[which % 4] = None;
        prop_assert!(value(&instrument, &given).is_some());
        prop_assert_eq!(value(&instrument, &gone), None);
    }
}
