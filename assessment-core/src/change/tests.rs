use super::*;
use crate::sample::{
    self, answers, choice, everything, instrument, number, scale, scale_at, source, sum, with,
};
use crate::score::{Score, Scored, score};
use serde_json::{Value, json};

mod given;

/// One scale `total` of one number.
fn of_one(range: [i32; 2], more: Value) -> Instrument {
    let scales = json!([with(scale("total", sum(&["n"]), range.map(i64::from)), more)]);
    instrument(json!([number("n", range[0], range[1])]), scales)
}

fn reliable(threshold: Value) -> Value {
    json!({"change": {"basis": "published", "threshold": threshold, "source": source()}})
}

/// The scores of an instrument with one scale, given as a decimal; empty is not scorable.
fn came_to(value: &str) -> Scores {
    let scored = Points::read(value).map(|value| {
        Score::Scored(Scored { raw: value, value, band: None, answered: 1, items: 1, prorated: false })
    });
    let none =
        || Score::NotScorable(crate::score::NotScorable { missing: Vec::new(), answered: 0, items: 1 });
    Scores(vec![scored.unwrap_or_else(none)])
}

/// A change in words: verdict, distance travelled, and whether there was room for it.
fn told(instrument: &Instrument, from: &str, to: &str) -> String {
    let texts = Table::new();
    let (from, to) = (came_to(from), came_to(to));
    let time = |scores| Time {
        instrument,
        setting: Setting::Community,
        scores,
        texts: &texts,
        given: Given::default(),
    };
    let change = compare(instrument, ScaleAt(0), &time(&from), &time(&to));
    let Change::Compared(compared) = &change else { return change.word().to_owned() };
    let distance = compared.distance_travelled.map_or("-".to_owned(), |points| points.to_string());
    format!("{} {distance}{}", change.word(), if compared.ceiling { " ceiling" } else { "" })
}

fn check(instrument: &Instrument, rows: &[(&str, &str, &str)]) {
    for (from, to, expected) in rows {
        assert_eq!(told(instrument, from, to), *expected, "{from} to {to}");
    }
}

#[test]
fn the_threshold_itself_is_reached_and_a_hundredth_under_is_not() {
    let better = of_one([0, 60], reliable(json!(2.87)));
    let rows = [
        ("20", "22.87", "reliable_improvement 2.87"),
        ("20", "22.88", "reliable_improvement 2.88"),
        ("20", "22.86", "no_reliable_change 2.86"),
        ("20", "20", "no_reliable_change 0"),
        ("20", "17.14", "no_reliable_change -2.86"),
        ("20", "17.13", "reliable_deterioration -2.87"),
        ("20", "0", "reliable_deterioration -20"),
    ];
    check(&better, &rows);
}

#[test]
fn where_higher_is_worse_a_fall_is_the_improvement() {
    let worse = of_one([0, 27], with(reliable(json!(6)), json!({"higher_is": "worse"})));
    let rows = [
        ("15", "9", "reliable_improvement 6"),
        ("15", "9.01", "no_reliable_change 5.99"),
        ("15", "20.99", "no_reliable_change -5.99"),
        ("15", "21", "reliable_deterioration -6"),
        ("5", "0", "no_reliable_change 5 ceiling"),
        ("6", "0", "reliable_improvement 6"),
    ];
    check(&worse, &rows);
    // The room to improve ends at the lowest score, which need not be nought.
    let from_seven = of_one([7, 28], with(reliable(json!(6)), json!({"higher_is": "worse"})));
    let rows = [
        ("12.99", "7", "no_reliable_change 5.99 ceiling"),
        ("13", "7", "reliable_improvement 6"),
        ("7", "7", "no_reliable_change 0 ceiling"),
    ];
    check(&from_seven, &rows);
}

#[test]
fn where_neither_end_is_better_there_is_only_a_difference() {
    let rows =
        [("2", "9", "difference_only -"), ("9", "2", "difference_only -"), ("10", "10", "difference_only -")];
    check(&of_one([0, 10], json!({"higher_is": "neither"})), &rows);
    // Not even with a threshold on file.
    check(&of_one([0, 10], with(reliable(json!(3)), json!({"higher_is": "neither"}))), &rows);
}

#[test]
fn without_a_threshold_there_is_only_a_difference_and_no_ceiling() {
    let rows = [
        ("2", "9", "difference_only 7"),
        ("9", "2", "difference_only -7"),
        ("10", "10", "difference_only 0"),
    ];
    check(&of_one([0, 10], json!({})), &rows);
    check(&of_one([0, 10], json!({"higher_is": "worse"})), &[("2", "9", "difference_only -7")]);
}

#[test]
fn the_ceiling_is_said_when_the_best_gain_is_smaller_than_the_threshold() {
    let rows = [
        ("51", "60", "reliable_improvement 9"),
        ("51.01", "60", "no_reliable_change 8.99 ceiling"),
        ("60", "60", "no_reliable_change 0 ceiling"),
        ("60", "51", "reliable_deterioration -9 ceiling"),
    ];
    check(&of_one([10, 60], reliable(json!(9))), &rows);
}

#[test]
fn the_ceiling_lies_at_the_top_of_the_converted_scores() {
    let conversion = json!({"conversion": [[0, 7], [1, 20], [2, 35]]});
    let instrument = of_one([0, 2], with(reliable(json!(15)), conversion));
    check(
        &instrument,
        &[("20", "35", "reliable_improvement 15"), ("21", "35", "no_reliable_change 14 ceiling")],
    );
}

#[test]
fn a_time_without_a_number_makes_the_change_not_assessable() {
    let rows = [("", "5", "not_assessable"), ("5", "", "not_assessable"), ("", "", "not_assessable")];
    check(&of_one([0, 10], json!({})), &rows);
    let (from, to, texts) = (came_to("5"), came_to(""), Table::new());
    let instrument = of_one([0, 10], json!({}));
    let time = |scores| Time {
        instrument: &instrument,
        setting: Setting::Community,
        scores,
        texts: &texts,
        given: Given::default(),
    };
    let change = compare(&instrument, ScaleAt(0), &time(&from), &time(&to));
    assert_eq!(change, Change::NotAssessable { from: Some(Points::whole(5)), to: None });
}

#[test]
fn the_worked_examples_come_out_as_written() {
    // instruments.md 14, rows 39 to 46.
    let swemwbs = crate::definition::parse(include_str!("../../../instruments/swemwbs-7/definition.json"))
        .expect("the shipped definition parses");
    let rows = [
        ("19.25", "22.35", "reliable_improvement 3.1"),
        ("19.25", "21.54", "no_reliable_change 2.29"),
        ("25.03", "21.54", "reliable_deterioration -3.49"),
        ("17.98", "20.73", "no_reliable_change 2.75"),
        ("18.59", "21.54", "reliable_improvement 2.95"),
    ];
    check(&swemwbs, &rows);
    let wemwbs = of_one([14, 70], reliable(json!(9)));
    check(&wemwbs, &[("40", "48", "no_reliable_change 8"), ("40", "49", "reliable_improvement 9")]);
    check(&of_one([10, 60], reliable(json!(9))), &[("52", "60", "no_reliable_change 8 ceiling")]);
    check(&of_one([0, 30], reliable(json!(7))), &[("8", "15", "reliable_improvement 7")]);
    check(&of_one([0, 10], json!({})), &[("5", "8", "difference_only 3")]);
}

#[test]
fn equal_raw_gains_can_have_different_verdicts() {
    // Row 42: 19 to 23 and 20 to 24 on the raw scale.
    let swemwbs = crate::definition::parse(include_str!("../../../instruments/swemwbs-7/definition.json"))
        .expect("the shipped definition parses");
    let of_raw = |raw: i32| {
        let responses = crate::answer::Responses::settle(&swemwbs, Setting::Community, |at| {
            // Sevens of the rounded mean, the remainder on the first items.
            let index = i32::try_from(at.index()).expect("seven items");
            crate::answer::Answer::Coded(raw / 7 + i32::from(index < raw % 7))
        });
        score(&swemwbs, &responses)
    };
    let texts = Table::new();
    for (from, to, difference, word) in
        [(19, 23, "2.75", "no_reliable_change"), (20, 24, "2.95", "reliable_improvement")]
    {
        let (before, after) = (of_raw(from), of_raw(to));
        let time = |scores| Time {
            instrument: &swemwbs,
            setting: Setting::Community,
            scores,
            texts: &texts,
            given: Given::default(),
        };
        let change = compare(&swemwbs, ScaleAt(0), &time(&before), &time(&after));
        let Change::Compared(compared) = &change else { panic!("both have a number") };
        assert_eq!((compared.difference.to_string().as_str(), change.word()), (difference, word));
        // Low to medium in both.
        assert_eq!(compared.bands, Some((0, 1)));
    }
}

/// Two times of the instrument with something of everything, on one scale.
struct Twice<'a> {
    versions: [&'a str; 2],
    settings: [Setting; 2],
    given: [&'a str; 2],
    named: [Option<&'a str>; 2],
    how: [Given<'a>; 2],
}

const ALIKE: Twice<'static> = Twice {
    versions: ["1.0.0", "1.0.0"],
    settings: [Setting::Community, Setting::Community],
    given: ["life=5 home_tonight=1 drugs=1 inject=0 kinds=1 c1=2 c2=2"; 2],
    named: [Some("my own flat"), Some("my own flat")],
    how: [UNKNOWN; 2],
};

const UNKNOWN: Given<'static> =
    Given { wording: "", mode: "", respondent: Respondent::NotKnown, practitioner: Practitioner::NotKnown };

fn between(instrument: &Instrument, twice: &Twice<'_>, scale: &str) -> Change {
    let scores: Vec<Scores> =
        (0..2).map(|n| score(instrument, &answers(instrument, twice.settings[n], twice.given[n]))).collect();
    let thing = sample::at(instrument, "thing");
    let texts: Vec<Table<ItemAt, String>> = twice
        .named
        .iter()
        .map(|text| text.iter().map(|text| (thing, (*text).to_owned())).collect())
        .collect();
    let of_version = |version: &str| Instrument { version: version.to_owned(), ..instrument.clone() };
    let versions = twice.versions.map(of_version);
    let time = |n: usize| Time {
        instrument: &versions[n],
        setting: twice.settings[n],
        scores: &scores[n],
        texts: &texts[n],
        given: twice.how[n],
    };
    compare(instrument, scale_at(instrument, scale), &time(0), &time(1))
}

#[test]
fn another_version_is_comparable_only_when_one_of_the_two_declares_it() {
    let declared = json!({"comparable_with": [{"version": "0.9.0", "source": source()}]});
    let plain = sample::parse(&everything());
    let declares = sample::parse(&with(everything(), declared));
    let rows = [
        (&plain, ["1.0.0", "1.0.0"], true),
        (&plain, ["0.9.0", "1.0.0"], false),
        (&declares, ["0.9.0", "1.0.0"], true),
        (&declares, ["1.0.0", "0.9.0"], true),
        (&declares, ["0.8.0", "1.0.0"], false),
    ];
    for (instrument, versions, comparable) in rows {
        let change = between(instrument, &Twice { versions, ..ALIKE }, "life_now");
        let refused = change == Change::NotComparable(NotComparable::Version);
        assert_eq!(!refused, comparable, "{versions:?}: {change:?}");
    }
}

/// An earlier version with its scales in another order, and one of them under another name.
#[test]
fn each_time_is_read_by_the_scales_of_its_own_version() {
    let items = || json!([number("a", 0, 10), number("b", 0, 10)]);
    let of = |id: &str, item: &str| scale(id, sum(&[item]), [0, 10]);
    let older = with(
        sample::definition(items(), json!([of("second", "b"), of("gone", "a"), of("first", "a")])),
        json!({"version": "0.9.0"}),
    );
    let newer = with(
        sample::definition(items(), json!([of("first", "a"), of("second", "b"), of("new", "b")])),
        json!({"comparable_with": [{"version": "0.9.0", "source": source()}]}),
    );
    let (older, newer) = (sample::parse(&older), sample::parse(&newer));
    let texts = Table::new();
    let before = score(&older, &answers(&older, Setting::Community, "a=2 b=7"));
    let after = score(&newer, &answers(&newer, Setting::Community, "a=5 b=8"));
    let time = |instrument, scores| Time {
        instrument,
        setting: Setting::Community,
        scores,
        texts: &texts,
        given: Given::default(),
    };
    let difference = |id: &str| {
        let at = scale_at(&newer, id);
        match compare(&newer, at, &time(&older, &before), &time(&newer, &after)) {
            Change::Compared(compared) => compared.difference.to_string(),
            other => other.word().to_owned(),
        }
    };
    assert_eq!(["first", "second", "new"].map(difference), ["3", "1", "not_comparable"]);
}

#[test]
fn a_move_is_stated_and_only_a_scale_that_asks_other_things_cannot_be_compared() {
    let instrument = sample::parse(&everything());
    let given =
        ["life=5 home_tonight=1 drugs=1 inject=0 kinds=1", "life=6 home_release=1 drugs=1 inject=0 kinds=1"];
    let (outside, inside) = (Setting::Community, Setting::Custody);
    for settings in [[outside, inside], [inside, outside]] {
        let given = if settings[0] == outside { given } else { [given[1], given[0]] };
        let twice = Twice { settings, given, ..ALIKE };
        let Change::Compared(compared) = between(&instrument, &twice, "life_now") else {
            panic!("the same is asked in both")
        };
        assert_eq!(compared.said_beside, [Beside::Moved]);
        let not = Change::NotComparable(NotComparable::Setting);
        assert_eq!(between(&instrument, &twice, "no_home"), not);
        assert_eq!(between(&instrument, &twice, "barriers"), not, "a total of it");
    }
    for setting in [outside, inside] {
        let given = if setting == outside { given[0] } else { given[1] };
        let twice = Twice { settings: [setting; 2], given: [given; 2], ..ALIKE };
        let Change::Compared(compared) = between(&instrument, &twice, "barriers") else {
            panic!("nobody moved")
        };
        assert_eq!(compared.said_beside, []);
    }
}

#[test]
fn an_item_behind_a_gate_of_one_setting_is_asked_in_that_setting_only() {
    let items = json!([
        with(choice("a", "yes_no"), json!({"setting": "community"})),
        with(choice("b", "yes_no"), json!({"ask_when": {"item": "a", "is": [1]}, "implied": 0})),
        with(choice("c", "yes_no"), json!({"ask_when": {"item": "b", "is": [1]}, "implied": 0})),
        choice("d", "yes_no"),
    ]);
    let scales = json!([scale("gated", sum(&["c"]), [0, 1]), scale("open", sum(&["d"]), [0, 1])]);
    let instrument = instrument(items, scales);
    for (id, expected) in [("gated", true), ("open", false)] {
        let scale = instrument.scale(scale_at(&instrument, id));
        assert_eq!(differs_by_setting(&instrument, scale), expected, "{id}");
    }
}

#[test]
fn commitment_is_compared_only_while_the_named_thing_is_the_same() {
    let instrument = sample::parse(&everything());
    let rows = [
        (Some("my own flat"), Some("my own flat"), "no_reliable_change"),
        (Some("my own flat"), Some("  my own flat\n"), "no_reliable_change"),
        (Some("my own flat"), Some("my children"), "not_comparable"),
        (Some("my own flat"), None, "not_comparable"),
        (None, Some("my own flat"), "not_comparable"),
        (None, None, "not_comparable"),
        (Some("  "), Some("  "), "not_comparable"),
    ];
    for (before, after, expected) in rows {
        let twice = Twice { named: [before, after], ..ALIKE };
        let change = between(&instrument, &twice, "commitment");
        assert_eq!(change.word(), expected, "{before:?} then {after:?}");
        // A scale about something else does not ask what was named.
        assert_eq!(between(&instrument, &twice, "life_now").word(), "difference_only");
    }
}

#[test]
fn bands_are_stated_for_both_times() {
    let instrument = sample::parse(&everything());
    let twice = Twice { given: ["life=4", "life=8"], ..ALIKE };
    let Change::Compared(compared) = between(&instrument, &twice, "life_now") else { panic!("two numbers") };
    assert_eq!(compared.bands, Some((0, 2)));
}

/// An earlier version asked in the community only what the later one asks everywhere, or the other way round.
#[test]
fn a_move_makes_a_scale_incomparable_when_either_version_asks_by_setting() {
    let asked = |version: &str, more: Value| {
        let items = json!([with(number("a", 0, 10), more), number("b", 0, 10)]);
        let of = scale("first", sum(&["a", "b"]), [0, 20]);
        let comparable =
            json!({"version": version, "comparable_with": [{"version": "0.9.0", "source": source()}]});
        let comparable = if version == "0.9.0" { json!({"version": version}) } else { comparable };
        sample::parse(&with(sample::definition(items, json!([of])), comparable))
    };
    let (everywhere, outside) = (json!({}), json!({"setting": "community"}));
    let rows = [
        (&everywhere, &everywhere, false),
        (&outside, &everywhere, true),
        (&everywhere, &outside, true),
        (&outside, &outside, true),
    ];
    for (before, after, refused) in rows {
        let (older, newer) = (asked("0.9.0", before.clone()), asked("1.0.0", after.clone()));
        let texts = Table::new();
        let scores = [
            score(&older, &answers(&older, Setting::Community, "a=2 b=7")),
            score(&newer, &answers(&newer, Setting::Custody, "a=5 b=8")),
        ];
        let time = |instrument, setting, scores| Time {
            instrument,
            setting,
            scores,
            texts: &texts,
            given: Given::default(),
        };
        let (from, to) =
            (time(&older, Setting::Community, &scores[0]), time(&newer, Setting::Custody, &scores[1]));
        let change = compare(&newer, scale_at(&newer, "first"), &from, &to);
        assert_eq!(
            change == Change::NotComparable(NotComparable::Setting),
            refused,
            "{before} then {after}: {change:?}"
        );
    }
}

#[test]
fn a_recovery_has_the_word_of_case_files() {
    assert_eq!(Recovery::Recovery.word(), "recovery");
    assert_eq!(Recovery::ReliableRecovery.word(), "reliable_recovery");
}
