//! An error is made of a spread and a reliability of one thing: the value.

use super::*;

/// Eight items whose sum is read from a table, told by what becomes of each raw score.
fn converted(value: impl Fn(i64) -> f64) -> Instrument {
    let items: Vec<Value> = EIGHT.into_iter().map(|id| choice(id, "three")).collect();
    let table: Vec<Value> = (0..=16).map(|raw| json!([raw, value(raw)])).collect();
    instrument(
        json!(items),
        json!([with(scale("whole", sum(&EIGHT), [0, 16]), json!({"conversion": table}))]),
    )
}

/// What it is called, what becomes of a raw score, and whether that is a straight line.
type Row<'a> = (&'a str, &'a dyn Fn(i64) -> f64, bool);

#[test]
fn alpha_of_the_points_says_nothing_of_a_value_that_a_bent_table_makes_of_them() {
    let day = read_date("2026-11-25").expect("a day");
    let hundredths = |value: f64| (value * 100.0).round() / 100.0;
    let rows: [Row; 5] = [
        ("as it is", &|raw| raw as f64, true),
        ("moved and stretched", &|raw| 3.0 + 2.5 * raw as f64, true),
        ("a third, to two decimals", &|raw| hundredths(raw as f64 / 3.0), true),
        ("one step a little larger", &|raw| raw as f64 + if raw < 8 { 0.0 } else { 0.03 }, false),
        ("a square", &|raw| (raw * raw) as f64, false),
    ];
    for (name, value, straight) in rows {
        let instrument = converted(value);
        let all = pooled(&instrument, 120, "");
        let made = from_baselines(&instrument, &all, "1", "A test", day).expect("enough baselines");
        let bent = [(scale_at(&instrument, "whole"), LeftOut::Bent)];
        assert_eq!(made.left_out, if straight { &[][..] } else { &bent[..] }, "{name}");
        // A file from elsewhere may hold such a row all the same.
        let basis = |kind: &str| {
            let mut file = file();
            file["scales"][0]["kind"] = json!(kind);
            let file = parse(&instrument, &file.to_string()).expect("a good file");
            let used = file.used(&instrument, &file.scales[0]);
            let with = file.apply(&instrument);
            let rule = with.scales()[0].change.as_ref().map(|rule| (rule.threshold, rule.basis.word()));
            (used, rule)
        };
        let threshold = |whole| if whole { Points::whole(6) } else { Points::hundredths(596) };
        let whole = instrument.scales()[0].whole;
        let past = (Use::Threshold(threshold(whole)), Some((threshold(whole), "file_alpha")));
        assert_eq!(basis("alpha"), if straight { past } else { (Use::Bent, None) }, "{name}");
        assert_eq!(basis("test_retest").1.map(|(_, word)| word), Some("file_test_retest"), "{name}");
    }
}

#[test]
fn alpha_of_a_rescaled_sum_is_that_of_the_sum_and_its_spread_that_of_the_value() {
    let items: Vec<Value> = EIGHT.into_iter().map(|id| choice(id, "three")).collect();
    let line = json!({"rescale": {"onto": [0, 100], "round": "half_up", "decimals": 2}});
    let scales =
        json!([scale("whole", sum(&EIGHT), [0, 16]), with(scale("of_100", sum(&EIGHT), [0, 16]), line)]);
    let instrument = instrument(json!(items), scales);
    let day = read_date("2026-11-25").expect("a day");
    let all = pooled(&instrument, 120, "");
    let made = from_baselines(&instrument, &all, "1", "A test", day).expect("enough baselines").file.scales;
    assert_eq!(made[0].reliability, made[1].reliability);
    // 6.25 times 5.68 before either is rounded: the root of 32 x 120/119 is 5.6806.
    assert_eq!([made[0].sd, made[1].sd].map(Points::in_hundredths), [568, 3550]);
}
