use super::stats::{agreement, consistency, f_quantile, variance};
use super::*;
use crate::change::{Verdict, between};
use crate::instrument::{Confidence, Setting};
use crate::sample::{self, answers, choice, instrument, scale, scale_at, source, sum, with};

mod metric;

const EIGHT: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// Eight items of 0, 1, 2; a sum of all, one of four of them, and a count.
fn of_eight() -> Instrument {
    let items: Vec<Value> = EIGHT.into_iter().map(|id| choice(id, "three")).collect();
    let count = json!({"rule": "count", "items": EIGHT, "codes": [2], "missing": {"rule": "complete"}});
    let known = json!({"change": {"basis": "published", "threshold": 3, "source": source()}});
    instrument(
        json!(items),
        json!([
            scale("whole", sum(&EIGHT), [0, 16]),
            scale("first_four", sum(&EIGHT[..4]), [0, 8]),
            scale("last_four", sum(&EIGHT[4..]), [0, 8]),
            scale("both", json!({"rule": "total_of", "scales": ["first_four", "last_four"]}), [0, 16]),
            scale("counted", count, [0, 8]),
            with(scale("published", sum(&EIGHT), [0, 16]), known),
        ]),
    )
}

fn file() -> Value {
    json!({
        "format": 1, "instrument": "sample", "version": "1.0.0", "edition": "2026-11",
        "made_on": "2026-11-25", "from": "Baselines of three services",
        "scales": [
            {"scale": "whole", "n": 140, "sd": 5.68, "kind": "alpha", "reliability": 0.8571, "interval": [0.81, 0.89]},
        ],
    })
}

fn paths(file: &Value) -> String {
    let faults = parse(&of_eight(), &file.to_string()).map_or_else(|faults| faults, |_| Vec::new());
    faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_file_is_refused_with_every_place_that_is_wrong() {
    let rows = [
        ("/format", json!(1), ""),
        ("/format", json!(2), "format"),
        ("/instrument", json!("another"), "instrument"),
        ("/version", json!("2.0.0"), "version"),
        ("/edition", json!(" "), "edition"),
        ("/from", json!(""), "from"),
        ("/from", json!(null), "from"),
        ("/made_on", json!("25/11/2026"), "made_on"),
        ("/made_on", json!("2026-02-30"), "made_on"),
        ("/colour", json!("red"), "colour"),
        ("/scales", json!({}), "scales"),
        ("/scales/0/scale", json!("nothing"), "scales[0].scale"),
        ("/scales/0/n", json!(100), ""),
        ("/scales/0/n", json!(99), "scales[0].n"),
        ("/scales/0/n", json!(-140), "scales[0].n"),
        ("/scales/0/sd", json!(0), "scales[0].sd"),
        ("/scales/0/sd", json!(5.678), "scales[0].sd"),
        ("/scales/0/kind", json!("omega"), "scales[0].kind"),
        ("/scales/0/kind", json!("test_retest"), ""),
        ("/scales/0/reliability", json!(1.2), "scales[0].reliability"),
        ("/scales/0/reliability", json!(-0.1), "scales[0].reliability"),
        ("/scales/0/reliability", json!(0.85715), "scales[0].reliability"),
        ("/scales/0/reliability", json!("high"), "scales[0].reliability"),
        ("/scales/0/interval", json!(null), "scales[0].interval"),
        ("/scales/0/interval", json!([0.81]), "scales[0].interval"),
        ("/scales/0/interval", json!([0.81, 1.5]), "scales[0].interval[1]"),
        ("/scales/0/interval", json!([0.87, 0.89]), "scales[0].interval"),
        ("/scales/0/interval", json!([0.7, 0.85]), "scales[0].interval"),
        ("/scales/0/interval", json!([0.8571, 0.8571]), "scales[0].interval"),
        ("/scales/0/weather", json!(1), "scales[0].weather"),
    ];
    for (pointer, value, expected) in rows {
        let mut file = file();
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer begins with /");
        let parent = file.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
        parent.insert(name.to_owned(), value.clone());
        assert_eq!(paths(&file), expected, "{pointer} = {value}");
    }
    let mut whole = file();
    whole["scales"][0]["interval"] = json!([0.9, 1]);
    whole["scales"][0]["reliability"] = json!(1);
    assert_eq!(paths(&whole), "scales[0].reliability", "nothing is measured without error");
    let mut twice = file();
    twice["scales"] = json!([twice["scales"][0], twice["scales"][0]]);
    assert_eq!(paths(&twice), "scales[1].scale");
    let mut wrong = file();
    wrong["scales"][0] = json!({"scale": "nothing", "n": 3, "sd": 0, "kind": "omega", "reliability": 2});
    let all =
        "scales[0].kind scales[0].interval scales[0].scale scales[0].n scales[0].sd scales[0].reliability";
    assert_eq!(paths(&wrong), all);
    let text = file().to_string().replacen("\"n\":140", "\"n\":900,\"n\":140", 1);
    let doubled = parse(&of_eight(), &text).expect_err("which of the two counts, nobody can tell");
    assert_eq!(doubled.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), ["scales[0].n"]);
    let broken = parse(&of_eight(), "{\"format\": 1,\n}").expect_err("this is not JSON");
    assert_eq!(broken[0].path, "2:1");
}

#[test]
fn a_file_says_what_it_is_about_before_it_is_checked() {
    assert_eq!(about(&file().to_string()), Ok(("sample".to_owned(), "1.0.0".to_owned())));
    let rows = [
        ("{", vec!["1:1"]),
        ("{}", vec!["instrument", "version"]),
        (r#"{"instrument": "sample", "version": 1}"#, vec!["version"]),
        ("[]", vec!["1:1"]),
    ];
    for (text, expected) in rows {
        let faults = about(text).expect_err("it does not say");
        assert_eq!(faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), expected, "{text}");
    }
}

/// The file with other rows, applied: basis and threshold of each scale that has one.
fn applied(rows: Value) -> String {
    let instrument = of_eight();
    let mut file = file();
    file["scales"] = rows;
    let file = parse(&instrument, &file.to_string()).expect("a good file");
    let with = file.apply(&instrument);
    let told = |scale: &crate::instrument::Scale| {
        let rule = scale.change.as_ref()?;
        Some(format!("{} {} {}", scale.id, rule.basis.word(), rule.threshold))
    };
    with.scales().iter().filter_map(told).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_threshold_comes_from_test_retest_before_alpha_and_never_for_under_eight_items() {
    let row = |scale: &str, kind: &str, r: f64| json!({"scale": scale, "n": 140, "sd": 5.68, "kind": kind, "reliability": r, "interval": [0.5, 0.95]});
    let own = "published published 3";
    let rows = [
        (json!([]), own.to_owned()),
        // 1.96 x sqrt 2 x 5.68 x sqrt(1 - .8571) = 5.95; whole scores, so 6.
        (json!([row("whole", "alpha", 0.8571)]), format!("whole file_alpha 6, {own}")),
        // 1.96 x sqrt 2 x 5.68 x sqrt(1 - .61) = 9.83.
        (json!([row("whole", "test_retest", 0.61)]), format!("whole file_test_retest 10, {own}")),
        (
            json!([row("whole", "alpha", 0.8571), row("whole", "test_retest", 0.61)]),
            format!("whole file_test_retest 10, {own}"),
        ),
        (
            json!([row("whole", "test_retest", 0.61), row("whole", "alpha", 0.8571)]),
            format!("whole file_test_retest 10, {own}"),
        ),
        (json!([row("both", "alpha", 0.8571)]), format!("both file_alpha 6, {own}")),
        (json!([row("first_four", "test_retest", 0.8571)]), own.to_owned()),
        // What is published stands.
        (json!([row("published", "test_retest", 0.61)]), own.to_owned()),
    ];
    for (file, expected) in rows {
        assert_eq!(applied(file.clone()), expected, "{file}");
    }
}

#[test]
fn alpha_alone_says_more_than_noise_and_never_reliable() {
    let instrument = of_eight();
    let file = parse(&instrument, &file().to_string()).expect("a good file");
    let with = file.apply(&instrument);
    let whole = with.scale(scale_at(&with, "whole"));
    let rows = [
        (2, 8, Verdict::MoreThanNoise, false),
        (8, 2, Verdict::MoreThanNoise, false),
        (2, 7, Verdict::WithinNoise, false),
        (11, 16, Verdict::WithinNoise, true),
        (5, 5, Verdict::WithinNoise, false),
    ];
    for (from, to, expected, ceiling) in rows {
        let compared = between(whole, Points::whole(from), Points::whole(to));
        assert_eq!((compared.verdict, compared.ceiling), (expected, ceiling), "{from} to {to}");
        assert_eq!(compared.basis, Some(Basis::FileAlpha));
        let word = crate::change::Change::Compared(compared).word();
        assert_eq!(word, "difference_only");
    }
    let cited = &whole.change.as_ref().expect("from the file").source;
    let expected = "Baselines of three services; edition 2026-11 of 2026-11-25, n = 140, SD 5.68, alpha 0.8571 (95 %: 0.81 to 0.89)";
    assert_eq!((cited.citation.as_str(), cited.confidence), (expected, Confidence::Derived));
}

#[test]
fn a_file_is_for_one_version_only() {
    let instrument = of_eight();
    let file = parse(&instrument, &file().to_string()).expect("a good file");
    let mut definition =
        sample::definition(json!([choice("a", "three")]), json!([scale("whole", sum(&["a"]), [0, 2])]));
    definition["version"] = json!("1.1.0");
    let other = sample::parse(&definition);
    assert_eq!(file.apply(&other), other);
}

/// Four kinds of people in turn: nothing, everything, one half, the other half.
fn pooled(instrument: &Instrument, n: usize, more: &str) -> Vec<crate::answer::Responses> {
    let kinds = [[0; 8], [2; 8], [2, 2, 2, 2, 0, 0, 0, 0], [0, 0, 0, 0, 2, 2, 2, 2]];
    let of = |n: usize| {
        let given: Vec<String> =
            EIGHT.iter().zip(kinds[n % 4]).map(|(id, code)| format!("{id}={code}")).collect();
        answers(instrument, Setting::Community, &given.join(" "))
    };
    let mut all: Vec<_> = (0..n).map(of).collect();
    all.extend(
        more.split(';').filter(|row| !row.is_empty()).map(|row| answers(instrument, Setting::Community, row)),
    );
    all
}

#[test]
fn baselines_make_a_file_that_can_be_read_back() {
    let instrument = of_eight();
    let day = read_date("2026-11-25").expect("a day");
    // Somebody with an answer missing counts for the four items that are all answered.
    let all = pooled(&instrument, 120, "a=1 b=1 c=1 d=1");
    let pooled = from_baselines(&instrument, &all, "1", "A test", day).expect("enough baselines");
    // By hand: every item varies by 1, the sum by 32 (both over n): 8/7 x (1 - 8/32) = .857; the interval with
    // F(119, 833) from SciPy: .81498 to .89276; the standard deviation is the root of 32 x 120/119.
    let whole = OfScale {
        scale: scale_at(&instrument, "whole"),
        n: 120,
        sd: Points::hundredths(568),
        kind: Kind::Alpha,
        reliability: 8571,
        low: 8149,
        high: 8928,
    };
    assert_eq!(pooled.file.scales[0], whole);
    let told = |file: &Reliability| -> Vec<String> {
        file.scales.iter().map(|row| format!("{} {}", instrument.scale(row.scale).id, row.n)).collect()
    };
    assert_eq!(told(&pooled.file), ["whole 120", "both 120", "published 120"]);
    let left_out: Vec<(&str, LeftOut)> =
        pooled.left_out.iter().map(|(at, why)| (instrument.scale(*at).id.as_str(), *why)).collect();
    // The four items of a half all say the same: an alpha of 1 is no measurement.
    let expected = [
        ("first_four", LeftOut::NoAgreement),
        ("last_four", LeftOut::NoAgreement),
        ("counted", LeftOut::NotASumOfItems),
    ];
    assert_eq!(left_out, expected);
    let text = pooled.file.to_json(&instrument);
    assert_eq!(parse(&instrument, &text).expect("it reads back"), pooled.file);
}

#[test]
fn fewer_than_a_hundred_make_no_file_and_no_row() {
    let instrument = of_eight();
    let day = read_date("2026-11-25").expect("a day");
    let few = from_baselines(&instrument, &pooled(&instrument, 99, ""), "1", "A test", day);
    assert_eq!(few, Err(99));
    // A hundred people, one of whom left an answer out.
    let all = pooled(&instrument, 99, "a=1 b=1 c=1 d=1 e=0 f=2 g=2");
    let made = from_baselines(&instrument, &all, "1", "A test", day).expect("a hundred baselines");
    assert_eq!(made.left_out[0], (scale_at(&instrument, "whole"), LeftOut::TooFew(99)));
    assert_eq!(made.file.scales, []);
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{found} is not {expected}");
}

#[test]
fn quantiles_agree_with_tables_made_elsewhere() {
    // Reference values from SciPy 1.x, scipy.stats.f.ppf.
    let rows = [
        (0.95, 1.0, 1.0, 161.447_638_797_588_2),
        (0.95, 5.0, 10.0, 3.325_834_530_413_010_4),
        (0.975, 10.0, 20.0, 2.773_671_375_199_073_4),
        (0.025, 10.0, 20.0, 0.292_522_237_983_959_9),
        (0.975, 100.0, 100.0, 1.483_250_989_892_729_3),
        (0.025, 99.0, 891.0, 0.731_540_904_543_744_5),
        (0.975, 99.0, 891.0, 1.319_757_704_696_332),
        (0.975, 119.0, 2261.0, 1.279_117_815_138_211_9),
        (0.025, 4999.0, 94981.0, 0.960_218_411_437_520_6),
        (0.5, 3.0, 7.0, 0.870_944_253_187_285),
    ];
    for (p, d1, d2, expected) in rows {
        near(f_quantile(p, d1, d2), expected);
    }
}

#[test]
fn alpha_is_worked_out_from_the_variances() {
    let rows: [(&[[f64; 2]], Option<f64>); 5] = [
        // Items vary by 5/3 each, the sums 3, 3, 7, 7 by 16/3: 2 x (1 - 10/16).
        (&[[1.0, 2.0], [2.0, 1.0], [3.0, 4.0], [4.0, 3.0]], Some(0.75)),
        (&[[1.0, 1.0], [2.0, 2.0], [3.0, 3.0], [4.0, 4.0]], Some(1.0)),
        // Items that contradict each other: the sums never vary.
        (&[[1.0, 4.0], [2.0, 3.0], [3.0, 2.0], [4.0, 1.0]], None),
        (&[[1.0, 1.0]], None),
        (&[], None),
    ];
    for (people, expected) in rows {
        let people: Vec<Vec<f64>> = people.iter().map(|scores| scores.to_vec()).collect();
        match (consistency(&people), expected) {
            (Some(found), Some(expected)) => near(found.alpha, expected),
            (found, expected) => assert_eq!(found.is_some(), expected.is_some()),
        }
    }
    near(variance(&[3.0, 3.0, 7.0, 7.0]), 16.0 / 3.0);
}

#[test]
fn two_times_agree_as_far_as_the_people_differ_more_than_their_times() {
    // By hand, a hundred people: middles 0.5 and 4.5, so 2 x 400 / 99 between and 1/2 within.
    let four = [(0.0, 1.0), (1.0, 0.0), (4.0, 5.0), (5.0, 4.0)];
    let people: Vec<(f64, f64)> = four.into_iter().cycle().take(100).collect();
    let found = agreement(&people).expect("people differ");
    let (between, within) = (800.0 / 99.0, 0.5);
    near(found.share, (between - within) / (between + within));
    // scipy.stats.f.ppf(0.975, 99, 100) and (0.975, 100, 99).
    let share = |ratio: f64| (ratio - 1.0) / (ratio + 1.0);
    near(found.low, share(between / within / LOW_OF_HUNDRED));
    near(found.high, share(between / within * HIGH_OF_HUNDRED));
    // Everybody a point higher the second time is error too.
    let shifted: Vec<(f64, f64)> = (0..100).map(|n| (f64::from(n % 4), f64::from(n % 4 + 1))).collect();
    assert!(agreement(&shifted).expect("people differ").share < 0.7);
    assert!(agreement(&[(1.0, 1.0); 100]).is_none());
    assert!(agreement(&[(1.0, 2.0)]).is_none());
}

/// scipy.stats.f.ppf(0.975, 99, 100)
const LOW_OF_HUNDRED: f64 = 1.484_448_623_783_325_2;
/// scipy.stats.f.ppf(0.975, 100, 99)
const HIGH_OF_HUNDRED: f64 = 1.485_038_436_788_687_3;

/// Each person twice; the second time, every tenth answers `a` otherwise.
fn asked_twice(instrument: &Instrument, n: usize) -> Vec<Twice> {
    let first = pooled(instrument, n, "");
    let turned = |n: usize, first: &crate::answer::Responses| {
        crate::answer::Responses::settle(instrument, first.setting(), |at| {
            let code = first.code(at).expect("all are answered");
            crate::answer::Answer::Coded(if n.is_multiple_of(10) && at.index() == 0 {
                2 - code
            } else {
                code
            })
        })
    };
    let second: Vec<_> = first.iter().enumerate().map(|(n, first)| turned(n, first)).collect();
    first.into_iter().zip(second).map(|(first, second)| Twice { first, second }).collect()
}

#[test]
fn people_asked_twice_make_rows_that_go_before_alpha_and_read_back() {
    let instrument = of_eight();
    let day = read_date("2026-11-25").expect("a day");
    let all = pooled(&instrument, 120, "");
    let mut made = from_baselines(&instrument, &all, "1", "A test", day).expect("enough baselines");
    let retest = from_retest(&instrument, &all, &asked_twice(&instrument, 110)).expect("enough people");
    // Nobody answered the last four otherwise: full agreement is no measurement.
    assert_eq!(retest.left_out, [(scale_at(&instrument, "last_four"), LeftOut::NoAgreement)]);
    let whole =
        retest.rows.iter().find(|row| row.scale == scale_at(&instrument, "whole")).expect("all answered");
    assert_eq!((whole.n, whole.sd, whole.kind), (110, Points::hundredths(568), Kind::TestRetest));
    assert!(whole.low < whole.reliability && whole.reliability < whole.high, "{whole:?}");
    made.file.scales.extend(retest.rows);
    let back = parse(&instrument, &made.file.to_json(&instrument)).expect("it reads back");
    assert_eq!(back, made.file);
    let with = back.apply(&instrument);
    let basis = |id: &str| with.scale(scale_at(&with, id)).change.as_ref().map(|rule| rule.basis.word());
    let bases = ["whole", "both", "counted", "published", "first_four"].map(basis);
    // Counting has no alpha, and yet two times of it agree; four items are too few for anything.
    let expected = [
        Some("file_test_retest"),
        Some("file_test_retest"),
        Some("file_test_retest"),
        Some("published"),
        None,
    ];
    assert_eq!(bases, expected);
}

#[test]
fn fewer_than_a_hundred_asked_twice_in_one_setting_say_nothing() {
    let instrument = of_eight();
    let all = pooled(&instrument, 120, "");
    assert_eq!(from_retest(&instrument, &all, &asked_twice(&instrument, 99)), Err(99));
    let mut moved = asked_twice(&instrument, 101);
    for twice in &mut moved[..2] {
        twice.second = answers(&instrument, Setting::Custody, "a=1 b=1 c=1 d=1 e=1 f=1 g=1 h=1");
    }
    assert_eq!(from_retest(&instrument, &all, &moved), Err(99));
    let few = from_retest(&instrument, &all[..99], &asked_twice(&instrument, 100)).expect("a hundred people");
    assert!(few.rows.is_empty(), "the spread comes from at least a hundred baselines");
}
