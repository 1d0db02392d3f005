//! What a key, a rescaling, a cut-off and the facts about the whole may not be.

use super::*;
use crate::sample::number;

fn check_key(key: Value, range: Value, more: Value, expected: &str) {
    let extra = with(with(scale("extra", key, [0, 4]), json!({"range": range})), more);
    let paths: Vec<String> = expected.split_whitespace().map(|part| format!("scales[12].{part}")).collect();
    check("/scales/-", extra, &paths.join(" "));
}

#[test]
fn weights_and_tables_are_refused_with_the_place_that_is_wrong() {
    let two = || sum(&["s1", "s2"]);
    let weights = |weights: Value| with(two(), json!({"weights": weights}));
    let recode = |recode: Value| with(two(), json!({"recode": recode}));
    let three = json!({"0": 0, "1": 5, "2": 10});
    let rows = [
        (weights(json!({"s1": 2})), json!([0, 6]), ""),
        (weights(json!({"s1": -0.5})), json!([-1, 2]), ""),
        (weights(json!({"s1": 0})), json!([0, 2]), "key.weights.s1"),
        (weights(json!({"s1": 10_000})), json!([0, 20_002]), "key.weights.s1"),
        (weights(json!({"s1": 0.125})), json!([0, 4]), "key.weights.s1"),
        (weights(json!({"s1": "two"})), json!([0, 4]), "key.weights.s1"),
        (weights(json!({"s3": 2})), json!([0, 4]), "key.weights.s3"),
        (weights(json!([2, 1])), json!([0, 4]), "key.weights"),
        (recode(json!({"three": three})), json!([0, 20]), ""),
        (recode(json!({"s1": three})), json!([0, 12]), ""),
        (recode(json!({"three": three, "s1": {"0": -1, "1": 0, "2": 0.75}})), json!([-1, 10.75]), ""),
        (recode(json!({"five": three})), json!([0, 4]), "key.recode.five"),
        (recode(json!({"s3": three})), json!([0, 4]), "key.recode.s3"),
        (recode(json!({"s1": {"0": 0, "1": 5}})), json!([0, 7]), "key.recode.s1"),
        (recode(json!({"s1": {"0": 0, "1": 5, "2": 6, "3": 7}})), json!([0, 8]), "key.recode.s1.3"),
        (recode(json!({"s1": {"0": 0, "1": 5, "02": 6}})), json!([0, 7]), "key.recode.s1.02 key.recode.s1"),
        (recode(json!({"s1": {"0": 0, "1": 5, "2": 0.005}})), json!([0, 7]), "key.recode.s1.2"),
        (recode(json!({"s1": {"0": 0, "1": 5, "2": 10_000}})), json!([0, 10_002]), "key.recode.s1.2"),
        (recode(json!({"s1": 3})), json!([0, 4]), "key.recode.s1"),
        (with(recode(json!({"s1": three})), json!({"reversed": ["s1"]})), json!([0, 12]), "key.reversed"),
        (with(recode(json!({"s1": three})), json!({"weights": {"s1": 2}})), json!([0, 12]), "key.weights.s1"),
    ];
    for (key, range, expected) in rows {
        check_key(key, range, json!({}), expected);
    }
    // A person's mean needs items that reach equally far: by their scores, not by their codes.
    let prorated = person_mean(&["s1", "sup1"], 1, "half_up", 0);
    check_key(prorated.clone(), json!([0, 6]), json!({}), "key.missing.rule");
    let alike = json!({"recode": {"sup1": {"0": 0, "1": 0, "2": 1, "3": 1, "4": 2}}});
    check_key(with(prorated, alike), json!([0, 4]), json!({}), "");
}

#[test]
fn a_mean_is_refused_with_the_place_that_is_wrong() {
    let mean = |more: Value| {
        let plain = json!({"rule": "mean", "items": ["s1", "s2"], "round": "half_up", "decimals": 1, "missing": {"rule": "complete"}});
        with(plain, more)
    };
    let enough =
        |more: Value| json!({"missing": with(json!({"rule": "person_mean", "minimum_answered": 1}), more)});
    let mean_of =
        |scales: Value| json!({"rule": "mean_of", "scales": scales, "round": "half_up", "decimals": 1});
    let rows = [
        (mean(json!({})), json!([0, 2]), ""),
        (
            json!({"rule": "mean", "items": ["s1"], "missing": {"rule": "complete"}}),
            json!([0, 2]),
            "key.round",
        ),
        (mean(json!({"decimals": null})), json!([0, 2]), "key.decimals"),
        (mean(json!({"decimals": 3})), json!([0, 2]), "key.decimals"),
        (mean(json!({"decimals": -1})), json!([0, 2]), "key.decimals"),
        (mean(json!({})), json!([0, 4]), "range"),
        (mean(json!({"items": ["s1", "sup1"]})), json!([0, 2]), "key.items"),
        (mean(json!({"weights": {"s1": 1}})), json!([0, 2]), "key.weights"),
        (mean(enough(json!({}))), json!([0, 2]), ""),
        (mean(enough(json!({"round": "half_up", "decimals": 0}))), json!([0, 2]), "key.missing.round"),
        (
            json!({"rule": "sum", "items": ["s1"], "missing": {"rule": "person_mean", "minimum_answered": 1}}),
            json!([0, 2]),
            "key.missing.round",
        ),
        (
            json!({"rule": "count", "items": ["s1"], "codes": [1], "missing": {"rule": "person_mean", "minimum_answered": 1}}),
            json!([0, 1]),
            "key.missing.round",
        ),
        (mean_of(json!(["first", "first"])), json!([0, 8]), "key.scales[1]"),
        (mean_of(json!(["first", "second"])), json!([0, 8]), "key.scales"),
        (mean_of(json!(["second"])), json!([0, 4]), ""),
        (mean_of(json!([])), json!([0, 8]), "key.scales"),
    ];
    for (key, range, expected) in rows {
        check_key(key, range, json!({}), expected);
    }
}

#[test]
fn a_rescaling_is_refused_with_the_place_that_is_wrong() {
    let rescale = |more: Value| json!({"rescale": with(json!({"round": "half_up", "decimals": 0}), more)});
    let table = json!({"conversion": [[0, 0], [1, 10], [2, 20], [3, 30], [4, 40]]});
    let rows = [
        (rescale(json!({"onto": [0, 100]})), ""),
        (rescale(json!({"onto": [-10, 10.5]})), ""),
        (rescale(json!({"onto": [100, 0]})), "rescale"),
        (rescale(json!({"onto": [5, 5]})), "rescale"),
        (rescale(json!({"onto": [0, 100_000]})), "rescale"),
        (rescale(json!({"onto": [0]})), "rescale.onto"),
        (rescale(json!({"onto": [0, 0.005]})), "rescale.onto[1]"),
        (rescale(json!({"onto": [0, 100], "times": 2})), "rescale.onto"),
        (rescale(json!({})), "rescale"),
        (rescale(json!({"times": 25})), ""),
        (rescale(json!({"subtract": 4})), ""),
        (rescale(json!({"times": 0})), "rescale"),
        (rescale(json!({"times": -1})), "rescale"),
        (rescale(json!({"divide_by": 0})), "rescale"),
        (rescale(json!({"divide_by": 10_000})), "rescale"),
        (rescale(json!({"times": 0.001})), "rescale.times"),
        (rescale(json!({"slope": 2})), "rescale.slope rescale"),
        (json!({"rescale": {"times": 2}}), "rescale.round rescale.decimals"),
        (with(rescale(json!({"times": 2})), table), "conversion"),
    ];
    for (more, expected) in rows {
        check_key(sum(&["s1", "s2"]), json!([0, 4]), more, expected);
    }
}

#[test]
fn a_table_of_whole_scores_takes_no_decimals_from_anywhere() {
    let table = json!({"conversion": [[0, 0], [1, 10], [2, 20], [3, 30], [4, 40]]});
    let rows = [
        (with(sum(&["s1", "s2"]), json!({"weights": {"s1": 1.5, "s2": 0.5}})), json!([0, 4]), "conversion"),
        (
            with(sum(&["s1", "s2"]), json!({"recode": {"s1": {"0": 0, "1": 0.5, "2": 2}}})),
            json!([0, 4]),
            "conversion",
        ),
        (with(sum(&["s1", "s2"]), json!({"recode": {"s1": {"0": 0, "1": 0, "2": 2}}})), json!([0, 4]), ""),
        (
            json!({"rule": "mean_of", "scales": ["second"], "round": "half_up", "decimals": 1}),
            json!([0, 4]),
            "conversion",
        ),
        (
            json!({"rule": "mean_of", "scales": ["second"], "round": "half_up", "decimals": 0}),
            json!([0, 4]),
            "",
        ),
        (json!({"rule": "total_of", "scales": ["second"]}), json!([0, 4]), ""),
    ];
    for (key, range, expected) in rows {
        check_key(key, range, table.clone(), expected);
    }
}

#[test]
fn a_cut_off_is_refused_with_the_place_that_is_wrong() {
    let cut_offs = |list: Value| json!({"cut_offs": list});
    let at = |from: Value| json!({"from": from, "name": "something", "source": source()});
    let case = |from: i32| with(at(json!(from)), json!({"case": true}));
    let bands = json!({"bands": [{"from": 0, "name": "low"}, {"from": 2, "name": "high", "cut_off": true}], "bands_source": source()});
    let rows = [
        (cut_offs(json!([at(json!(3)), at(json!(1.5))])), ""),
        (cut_offs(json!([at(json!(4))])), ""),
        (cut_offs(json!([at(json!(0))])), "cut_offs[0].from"),
        (cut_offs(json!([at(json!(4.01))])), "cut_offs[0].from"),
        (cut_offs(json!([at(json!(2.005))])), "cut_offs[0].from"),
        (cut_offs(json!([at(json!(2)), at(json!(2))])), "cut_offs[1].from"),
        (cut_offs(json!([{"from": 2, "name": "something"}])), "cut_offs[0].source"),
        (cut_offs(json!([case(2), case(3)])), "cut_offs[1].case"),
        (with(cut_offs(json!([case(2)])), json!({"higher_is": "neither"})), "cut_offs[0].case"),
        (with(cut_offs(json!([case(3)])), bands.clone()), ""),
        (with(cut_offs(json!([case(2)])), bands), "cut_offs[0].from"),
    ];
    for (more, expected) in rows {
        check_key(sum(&["s1", "s2"]), json!([0, 4]), more, expected);
    }
}

#[test]
fn a_number_with_decimals_is_refused_with_the_place_that_is_wrong() {
    let number = |more: Value| with(number("extra", 0, 10), more);
    let rows = [
        (number(json!({"decimals": 0})), ""),
        (number(json!({"decimals": 2, "to": 99.95})), ""),
        (number(json!({"decimals": 3})), "items[24].decimals"),
        (number(json!({"decimals": -1})), "items[24].decimals"),
        (number(json!({"decimals": "one"})), "items[24].decimals"),
        (number(json!({"to": 9.5})), "items[24].from"),
        (number(json!({"decimals": 1, "to": 99_999.9})), ""),
        (number(json!({"decimals": 1, "to": 100_000})), "items[24].from"),
        (
            number(json!({"decimals": 1, "ask_when": {"item": "drugs", "is": [1]}, "implied": 0})),
            "items[24].implied",
        ),
        (with(sample::choice("extra", "three"), json!({"decimals": 1})), "items[24].decimals"),
    ];
    for (extra, expected) in rows {
        check("/items/-", extra, expected);
    }
    // Neither a gate nor a count nor a condition reads it.
    let mut definition = everything();
    put(&mut definition, "/items/11/decimals", json!(1));
    put(
        &mut definition,
        "/items/-",
        with(
            item("after", "life", json!({"kind": "text"})),
            json!({"ask_when": {"item": "life", "is": [5]}}),
        ),
    );
    put(
        &mut definition,
        "/scales/-",
        scale(
            "counted",
            json!({"rule": "count", "items": ["life"], "codes": [5], "missing": {"rule": "complete"}}),
            [0, 1],
        ),
    );
    assert_eq!(paths(&definition.to_string()), "items[24].ask_when.item scales[12].key.items[0]");
}

#[test]
fn facts_about_the_whole_are_refused_with_the_place_that_is_wrong() {
    let minimum = |answers: Value| json!({"answers": answers, "source": source()});
    let unknown = |fact: &str| json!({"fact": fact, "sentence": "Nobody has said."});
    let rows = [
        ("/minimum_answered", minimum(json!(22)), ""),
        ("/minimum_answered", minimum(json!(0)), "minimum_answered.answers"),
        ("/minimum_answered", minimum(json!(23)), "minimum_answered.answers"),
        ("/minimum_answered", minimum(json!("many")), "minimum_answered.answers"),
        ("/minimum_answered", json!({"answers": 3}), "minimum_answered.source"),
        ("/minimum_answered", json!(3), "minimum_answered"),
        ("/no_total", json!({"source": source()}), ""),
        ("/no_total", json!({}), "no_total.source"),
        ("/no_total", json!(true), "no_total"),
        ("/not_established", json!([unknown("norms"), unknown("test_retest")]), ""),
        ("/not_established", json!([unknown("weather")]), "not_established[0].fact"),
        ("/not_established", json!([{"fact": "norms"}]), "not_established[0].sentence"),
        ("/not_established", json!([{"fact": "norms", "sentence": " "}]), "not_established[0].sentence"),
        ("/not_established", json!([with(unknown("norms"), json!({"scale": "first"}))]), ""),
        (
            "/not_established",
            json!([with(unknown("norms"), json!({"scale": "nothing"}))]),
            "not_established[0].scale",
        ),
        // The definition cannot say both that it knows and that nobody does.
        ("/not_established", json!([unknown("change")]), "not_established[0].fact"),
        (
            "/not_established",
            json!([with(unknown("change"), json!({"scale": "commitment"}))]),
            "not_established[0].fact",
        ),
        ("/not_established", json!([with(unknown("change"), json!({"scale": "first"}))]), ""),
        (
            "/not_established",
            json!([with(unknown("cut_off"), json!({"scale": "life_now"}))]),
            "not_established[0].fact",
        ),
    ];
    for (pointer, value, expected) in rows {
        check(pointer, value, expected);
    }
}

#[test]
fn where_there_is_no_total_none_is_made_by_name_or_by_what_it_reads() {
    let items = || json!([number("a", 0, 10), number("b", 0, 10), number("c", 0, 10)]);
    let alone = |id: &str, item: &str| scale(id, sum(&[item]), [0, 10]);
    let total_of = |scales: Value| json!({"rule": "total_of", "scales": scales});
    let rows = [
        (json!([alone("x", "a"), alone("y", "b")]), ""),
        (json!([alone("x", "a"), alone("total", "b")]), "scales[1].id"),
        (
            json!([alone("x", "a"), alone("y", "b"), scale("all", total_of(json!(["x", "y"])), [0, 20])]),
            "scales[2].key",
        ),
        (json!([alone("x", "a"), scale("all", sum(&["a", "b", "c"]), [0, 30])]), "scales[1].key"),
        (
            json!([
                alone("x", "a"),
                alone("y", "b"),
                alone("z", "c"),
                scale("some", total_of(json!(["x", "y"])), [0, 20])
            ]),
            "",
        ),
        (json!([alone("x", "a")]), ""),
    ];
    for (scales, expected) in rows {
        let mut definition = sample::definition(items(), scales.clone());
        put(&mut definition, "/no_total", json!({"source": source()}));
        assert_eq!(paths(&definition.to_string()), expected, "{scales}");
        let allowed = sample::definition(items(), scales);
        assert_eq!(paths(&allowed.to_string()), "");
    }
}

#[test]
fn a_threshold_is_refused_with_the_place_that_is_wrong() {
    let change = |more: Value| json!({"change": with(json!({"source": source()}), more)});
    let sem = |sem: Value, decimals: Value| change(json!({"basis": "sem", "sem": sem, "decimals": decimals}));
    let alpha = |sd: Value, reliability: Value| {
        change(json!({"basis": "alpha", "sd": sd, "reliability": reliability, "decimals": 2}))
    };
    let rows = [
        (sem(json!(1.03), json!(2)), ""),
        (sem(json!(0), json!(2)), "change.sem"),
        (sem(json!(1.005), json!(2)), "change.sem"),
        (sem(json!(1), json!(3)), "change.decimals"),
        (alpha(json!(10), json!(0.9)), ""),
        (alpha(json!(10), json!(0.9125)), ""),
        (alpha(json!(10), json!(0)), ""),
        (alpha(json!(10), json!(1)), "change.reliability"),
        (alpha(json!(10), json!(1.01)), "change.reliability"),
        (alpha(json!(10), json!(-0.1)), "change.reliability"),
        (alpha(json!(10), json!(0.12345)), "change.reliability"),
        (alpha(json!(-1), json!(0.9)), "change.sd"),
        (change(json!({"basis": "test_retest", "sd": 10, "reliability": 0.61, "decimals": 0})), ""),
        (change(json!({"basis": "test_retest", "sd": 10, "decimals": 0})), "change.reliability"),
        (change(json!({"basis": "sem", "decimals": 0})), "change.sem"),
        (change(json!({"basis": "published", "threshold": 2, "sem": 1})), "change.sem"),
        (change(json!({"basis": "file_alpha", "threshold": 2})), "change.basis"),
        (change(json!({"basis": "guess"})), "change.basis"),
        (change(json!({})), "change.basis"),
    ];
    for (more, expected) in rows {
        check_key(sum(&["s1", "s2"]), json!([0, 4]), more, expected);
    }
}
