//! Tables, weights, means, rescaling, a minimum for the whole instrument.

use super::*;

fn complete(rule: Value) -> Value {
    with(json!({"items": ALL, "missing": {"rule": "complete"}}), rule)
}

#[test]
fn a_table_gives_each_code_its_points() {
    let rows = [
        // Five categories collapsed into three.
        (json!({"five": {"0": 3, "1": 3, "2": 2, "3": 1, "4": 1}}), [2, 6], "x=0 y=4", "4 (raw 4), 2 of 2"),
        (json!({"five": {"0": 3, "1": 3, "2": 2, "3": 1, "4": 1}}), [2, 6], "x=1 y=2", "5 (raw 5), 2 of 2"),
        // An item's own table goes before the one of its option set.
        (
            json!({"five": {"0": 1, "1": 1, "2": 1, "3": 1, "4": 1}, "x": {"0": 9, "1": 0, "2": 0, "3": 0, "4": 0}}),
            [1, 10],
            "x=0 y=0",
            "10 (raw 10), 2 of 2",
        ),
        // Two decimals, and below nought.
        (
            json!({"five": {"0": -0.25, "1": 0, "2": 0.1, "3": 1.75, "4": 3}}),
            [-1, 6],
            "x=2 y=3",
            "1.85 (raw 1.85), 2 of 2",
        ),
    ];
    for (recode, range, given, expected) in rows {
        let key = with(sum(&["x", "y"]), json!({"recode": recode}));
        let range = if range[0] < 0 { json!([-0.5, 6]) } else { json!(range) };
        let whole = with(scale("total", key, [0, 0]), json!({"range": range}));
        let instrument = instrument(json!([choice("x", "five"), choice("y", "five")]), json!([whole]));
        check(&instrument, "total", Setting::Community, &[(given, expected)]);
    }
}

#[test]
fn a_weight_multiplies_after_reversing() {
    let weights = json!({"weights": {"a": 2, "b": 0.5, "c": -1}, "reversed": ["b"]});
    let instrument = of_four(with(sum(&ALL), weights), [-2, 7], json!({}));
    let rows = [
        // 2a + 0.5(2 - b) - c + d
        ("a=0 b=2 c=2 d=0", "-2 (raw -2), 4 of 4"),
        ("a=2 b=0 c=0 d=2", "7 (raw 7), 4 of 4"),
        ("a=1 b=1 c=1 d=1", "2.5 (raw 2.5), 4 of 4"),
        ("a=1 b=1 c=1", "none, 3 of 4, missing d"),
    ];
    check(&instrument, "total", Setting::Community, &rows);
}

#[test]
fn a_mean_is_rounded_as_its_key_says() {
    let rows = [
        ("half_up", 2, "a=1 b=1 c=2 d=1", "1.25 (raw 1.25), 4 of 4"),
        ("half_up", 1, "a=1 b=1 c=2 d=1", "1.3 (raw 1.3), 4 of 4"),
        ("half_even", 1, "a=1 b=1 c=2 d=1", "1.2 (raw 1.2), 4 of 4"),
        ("half_up", 0, "a=1 b=1 c=2 d=2", "2 (raw 2), 4 of 4"),
        ("half_up", 0, "a=2 b=2 c=2 d=2", "2 (raw 2), 4 of 4"),
        ("half_up", 2, "a=0 b=0 c=0 d=0", "0 (raw 0), 4 of 4"),
        ("half_up", 2, "a=0 b=0 c=0", "none, 3 of 4, missing d"),
    ];
    for (round, decimals, given, expected) in rows {
        let key = complete(json!({"rule": "mean", "round": round, "decimals": decimals}));
        check(&of_four(key, [0, 2], json!({})), "total", Setting::Community, &[(given, expected)]);
    }
}

#[test]
fn a_mean_of_the_answered_needs_its_minimum() {
    let missing = json!({"rule": "person_mean", "minimum_answered": 3});
    let key = complete(json!({"rule": "mean", "round": "half_up", "decimals": 2, "missing": missing}));
    let rows = [
        ("a=2 b=2 c=1", "1.67 (raw 1.67), 3 of 4, prorated"),
        ("a=2 b=2 c=1 d=0", "1.25 (raw 1.25), 4 of 4"),
        ("a=2 b=2 c=skipped d=does_not_apply", "none, 2 of 4, missing c d"),
        ("", "none, 0 of 4, missing a b c d"),
    ];
    check(&of_four(key, [0, 2], json!({})), "total", Setting::Community, &rows);
}

#[test]
fn a_score_is_rescaled_onto_a_range_with_one_rounding() {
    let onto = |onto: Value, decimals: u8| json!({"rescale": {"onto": onto, "round": "half_up", "decimals": decimals}});
    let rows = [
        (onto(json!([0, 100]), 0), "a=0 b=0 c=0 d=0", "0 (raw 0), 4 of 4"),
        (onto(json!([0, 100]), 0), "a=1 b=0 c=0 d=0", "13 (raw 1), 4 of 4"),
        (onto(json!([0, 100]), 1), "a=1 b=0 c=0 d=0", "12.5 (raw 1), 4 of 4"),
        (onto(json!([0, 100]), 2), "a=2 b=2 c=2 d=2", "100 (raw 8), 4 of 4"),
        (onto(json!([4, 20]), 2), "a=1 b=0 c=0 d=0", "6 (raw 1), 4 of 4"),
        (onto(json!([-1, 1]), 2), "a=1 b=1 c=1 d=0", "-0.25 (raw 3), 4 of 4"),
        (onto(json!([1.5, 3]), 2), "a=1 b=0 c=0 d=0", "1.69 (raw 1), 4 of 4"),
    ];
    for (more, given, expected) in rows {
        check(&of_four(sum(&ALL), [0, 8], more), "total", Setting::Community, &[(given, expected)]);
    }
}

#[test]
fn a_straight_line_subtracts_multiplies_and_divides() {
    let line = |more: Value| json!({"rescale": with(json!({"round": "half_up", "decimals": 2}), more)});
    let rows = [
        (line(json!({"times": 4})), "a=1 b=1 c=1 d=0", "12 (raw 3), 4 of 4"),
        (line(json!({"subtract": 1, "times": 2.5})), "a=0 b=0 c=0 d=0", "-2.5 (raw 0), 4 of 4"),
        (
            line(json!({"subtract": 1, "times": 100, "divide_by": 16})),
            "a=1 b=1 c=2 d=0",
            "18.75 (raw 4), 4 of 4",
        ),
        (line(json!({"divide_by": 3})), "a=1 b=1 c=2 d=1", "1.67 (raw 5), 4 of 4"),
    ];
    for (more, given, expected) in rows {
        check(&of_four(sum(&ALL), [0, 8], more), "total", Setting::Community, &[(given, expected)]);
    }
}

#[test]
fn a_key_that_leaves_the_rounding_out_is_rounded_once_at_the_end() {
    // A mean of 5 / 3: rounded first 1.67 x 4 = 6.68, rounded once 6.67.
    let missing = json!({"rule": "person_mean", "minimum_answered": 3});
    let four_times = json!({"rescale": {"times": 4, "round": "half_up", "decimals": 2}});
    let first = json!({"rule": "mean", "round": "half_up", "decimals": 2, "missing": missing});
    let once = json!({"rule": "mean", "missing": missing});
    let given = "a=2 b=2 c=1";
    let rows = [
        (complete(first), [0, 2], "6.68 (raw 1.67), 3 of 4, prorated"),
        (complete(once), [0, 2], "6.67 (raw 1.67), 3 of 4, prorated"),
        // The same for a prorated sum: 5 x 4 / 3 = 6.67, times four.
        (complete(json!({"rule": "sum", "missing": missing})), [0, 8], "26.67 (raw 6.67), 3 of 4, prorated"),
        (person_mean(&ALL, 3, "half_up", 0), [0, 8], "28 (raw 7), 3 of 4, prorated"),
    ];
    for (key, range, expected) in rows {
        check(&of_four(key, range, four_times.clone()), "total", Setting::Community, &[(given, expected)]);
    }
}

#[test]
fn bands_lie_on_the_rescaled_score() {
    let more = json!({
        "rescale": {"onto": [0, 100], "round": "half_up", "decimals": 0},
        "bands": [{"from": 0, "name": "low"}, {"from": 50, "name": "high"}],
        "bands_source": source(),
    });
    let rows =
        [("a=2 b=1 c=0 d=0", "38 (raw 3), 4 of 4, low"), ("a=2 b=2 c=0 d=0", "50 (raw 4), 4 of 4, high")];
    check(&of_four(sum(&ALL), [0, 8], more), "total", Setting::Community, &rows);
}

#[test]
fn a_score_can_be_made_from_the_score_of_one_other_scale() {
    // The published way of two rescalings: the mean times four, rounded, then onto 0 to 100 from there.
    let mean = complete(json!({"rule": "mean"}));
    let items: Vec<Value> = ALL.into_iter().map(|id| choice(id, "three")).collect();
    let four = with(
        scale("four", mean, [0, 2]),
        json!({"rescale": {"times": 4, "round": "half_up", "decimals": 0}}),
    );
    let onto = json!({"rescale": {"onto": [0, 100], "round": "half_up", "decimals": 0}});
    let hundred = with(scale("hundred", json!({"rule": "total_of", "scales": ["four"]}), [0, 8]), onto);
    let instrument = instrument(json!(items), json!([four, hundred]));
    let rows = [("a=1 b=0 c=0 d=1", "25 (raw 2), 4 of 4"), ("a=1 b=0 c=0 d=0", "13 (raw 1), 4 of 4")];
    check(&instrument, "hundred", Setting::Community, &rows);
}

#[test]
fn the_mean_of_scales_needs_every_one_of_them() {
    let items: Vec<Value> = ALL.into_iter().map(|id| choice(id, "three")).collect();
    let mean = json!({"rule": "mean_of", "scales": ["ab", "cd"], "round": "half_even", "decimals": 0});
    let scales = json!([
        scale("ab", sum(&["a", "b"]), [0, 4]),
        scale("cd", sum(&["c", "d"]), [0, 4]),
        scale("both", mean, [0, 4]),
    ]);
    let rows = [
        ("a=2 b=1 c=1 d=1", "2 (raw 2), 4 of 4"),
        ("a=2 b=0 c=0 d=1", "2 (raw 2), 4 of 4"),
        ("a=2 b=1 c=1", "none, 3 of 4, missing d"),
    ];
    check(&instrument(json!(items), scales), "both", Setting::Community, &rows);
}

#[test]
fn a_sum_that_lacks_nothing_is_not_rounded_although_a_prorated_one_would_be() {
    let key =
        with(person_mean(&ALL, 3, "half_up", 0), json!({"recode": {"three": {"0": 0, "1": 0.5, "2": 1}}}));
    let rows = [("a=1 b=0 c=0 d=0", "0.5 (raw 0.5), 4 of 4"), ("a=1 b=0 c=0", "1 (raw 1), 3 of 4, prorated")];
    check(&of_four(key, [0, 4], json!({})), "total", Setting::Community, &rows);
}

#[test]
fn below_the_minimum_of_the_whole_instrument_nothing_is_scored() {
    // Words of one's own are never counted, so they are never missing either.
    let words = sample::item("words", "words", json!({"kind": "text"}));
    let items =
        json!([choice("a", "three"), choice("b", "three"), choice("c", "three"), number("n", 0, 5), words]);
    let scales = json!([scale("ab", sum(&["a", "b"]), [0, 4]), scale("alone", sum(&["c"]), [0, 2]),]);
    let mut definition = sample::definition(items, scales);
    definition["minimum_answered"] = json!({"answers": 3, "source": source()});
    let instrument = sample::parse(&definition);
    let rows = [
        ("ab", "a=1 b=1 c=1", "2 (raw 2), 2 of 2"),
        ("ab", "a=1 b=1", "none, 2 of 2, missing c n"),
        ("ab", "a=1 b=1 n=0", "2 (raw 2), 2 of 2"),
        ("alone", "c=1 n=5", "none, 1 of 1, missing a b"),
        ("alone", "c=1 n=5 a=skipped b=do_not_know", "none, 1 of 1, missing a b"),
        ("alone", "c=1 n=5 a=0", "1 (raw 1), 1 of 1"),
    ];
    for (scale, given, expected) in rows {
        check(&instrument, scale, Setting::Community, &[(given, expected)]);
    }
}

#[test]
fn a_number_with_decimals_is_added_exactly() {
    let item =
        |id: &str, decimals: u8| with(number(id, 0, 1), json!({"from": 0, "to": 45.5, "decimals": decimals}));
    let items = json!([item("one", 1), item("two", 2)]);
    let key = with(sum(&["one", "two"]), json!({"reversed": ["two"], "weights": {"one": 2}}));
    let instrument =
        instrument(items, json!([with(scale("total", key, [0, 0]), json!({"range": [0, 136.5]}))]));
    let rows = [
        ("one=36.5 two=45.25", "73.25 (raw 73.25), 2 of 2"),
        ("one=0 two=45.5", "0 (raw 0), 2 of 2"),
        ("one=45.5 two=0", "136.5 (raw 136.5), 2 of 2"),
    ];
    check(&instrument, "total", Setting::Community, &rows);
}
