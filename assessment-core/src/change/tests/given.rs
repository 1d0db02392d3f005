//! What the basis of a threshold and the way two times were given do to a verdict.

use super::*;
use crate::instrument::Basis;

fn rule(more: Value) -> Value {
    json!({"change": with(json!({"source": source()}), more)})
}

#[test]
fn a_verdict_says_what_its_threshold_rests_on() {
    let by = |basis: &str| rule(json!({"basis": basis, "sd": 10, "reliability": 0.9, "decimals": 0}));
    let rows = [
        (reliable(json!(6)), Some(Basis::Published), Some("6")),
        (rule(json!({"basis": "sem", "sem": 3.1, "decimals": 0})), Some(Basis::Sem), Some("9")),
        (by("test_retest"), Some(Basis::TestRetest), Some("9")),
        (by("alpha"), Some(Basis::Alpha), Some("9")),
        (json!({}), None, None),
    ];
    for (more, basis, threshold) in rows {
        let instrument = of_one([0, 60], more);
        let compared = super::super::between(&instrument.scales()[0], Points::whole(20), Points::whole(29));
        assert_eq!(compared.basis, basis);
        assert_eq!(compared.threshold, threshold.and_then(Points::read), "{basis:?}");
        let expected = if basis.is_some() { Verdict::ReliableImprovement } else { Verdict::DifferenceOnly };
        assert_eq!(compared.verdict, expected, "{basis:?}");
    }
}

#[test]
fn leaving_a_case_is_a_recovery_and_a_reliable_one_past_the_threshold() {
    let case =
        |from: i32| json!({"cut_offs": [{"from": from, "name": "case", "case": true, "source": source()}]});
    let worse = of_one([0, 27], with(with(reliable(json!(6)), json!({"higher_is": "worse"})), case(10)));
    let better = of_one([0, 27], with(reliable(json!(6)), case(10)));
    let other = json!({"cut_offs": [{"from": 10, "name": "a mark", "source": source()}]});
    let no_case = of_one([0, 27], with(reliable(json!(6)), other));
    let rows = [
        (&worse, "15", "9", Some(Recovery::ReliableRecovery)),
        (&worse, "14", "9", Some(Recovery::Recovery)),
        (&worse, "14", "10", None),
        (&worse, "9", "3", None),
        (&worse, "9", "15", None),
        (&better, "4", "10", Some(Recovery::ReliableRecovery)),
        (&better, "9", "10", Some(Recovery::Recovery)),
        (&better, "4", "9", None),
        (&better, "10", "16", None),
        (&better, "10", "9", None),
        (&no_case, "4", "16", None),
    ];
    for (instrument, from, to, expected) in rows {
        let read = |text: &str| Points::read(text).expect("a decimal");
        let compared = super::super::between(&instrument.scales()[0], read(from), read(to));
        assert_eq!(compared.recovery, expected, "{from} to {to}, {:?}", instrument.scales()[0].higher_is);
    }
}

/// A pair of ways of giving it in words: the verdict, and what is said beside it.
fn told(how: [Given<'_>; 2]) -> String {
    let instrument = sample::parse(&everything());
    let twice = Twice { given: ["c1=0 c2=0", "c1=4 c2=4"], how, ..ALIKE };
    let change = between(&instrument, &twice, "commitment");
    let Change::Compared(compared) = &change else { panic!("both have a number") };
    assert_eq!(compared.difference, Points::whole(8), "the numbers stand whatever is said of them");
    let judged = compared.verdict == Verdict::ReliableImprovement;
    assert_eq!((compared.threshold.is_some(), compared.basis.is_some()), (judged, judged));
    let verdict = match compared.verdict {
        Verdict::Withheld(why) => {
            assert_eq!(change.word(), "difference_only");
            format!("{why:?}")
        }
        _ => change.word().to_owned(),
    };
    let beside: Vec<String> = compared.said_beside.iter().map(|beside| format!(" +{beside:?}")).collect();
    verdict + &beside.concat()
}

#[test]
fn a_verdict_is_withheld_when_the_two_times_were_not_given_alike() {
    let by = |respondent| Given { respondent, ..UNKNOWN };
    let with = |practitioner| Given { practitioner, ..UNKNOWN };
    let words = |wording| Given { wording, ..UNKNOWN };
    let mode = |mode| Given { mode, ..UNKNOWN };
    let (person, proxy) = (by(Respondent::Person), by(Respondent::Proxy));
    let (away, present) = (with(Practitioner::Away), with(Practitioner::Present));
    let judged = "reliable_improvement";
    let rows = [
        (UNKNOWN, UNKNOWN, judged),
        (person, person, judged),
        (person, proxy, "Respondent"),
        (proxy, person, "Respondent"),
        (proxy, proxy, "reliable_improvement +Proxy"),
        (UNKNOWN, proxy, judged),
        (away, away, judged),
        (away, present, "Practitioner"),
        (present, away, "Practitioner"),
        (present, present, "reliable_improvement +Practitioner"),
        (UNKNOWN, present, judged),
        (words("en/ours/1.0.0"), words("en/ours/1.0.0"), judged),
        (words("en/ours/1.0.0"), words("cy/ours/1.0.0"), "Language"),
        (words("en/ours/1.0.0"), words("en/licensed_pack/1.0.0"), "Wording"),
        (words("en/ours/1.0.0"), words("en/ours/1.1.0"), "Wording"),
        (words("en/ours/1.0.0"), words(""), judged),
        (words("en"), words("en/ours/1.0.0"), judged),
        (words("en"), words("cy"), "Language"),
        (mode("joint"), mode("joint"), judged),
        (mode("joint"), mode("self"), "reliable_improvement +Mode"),
        (mode("joint"), mode(""), judged),
    ];
    for (from, to, expected) in rows {
        assert_eq!(told([from, to]), expected, "{from:?} then {to:?}");
    }
    // The first reason is named, and what is said beside stays.
    let from = Given { wording: "en/ours/1.0.0", mode: "joint", ..person };
    let to = Given { wording: "cy/ours/1.0.0", mode: "self", ..proxy };
    assert_eq!(told([from, to]), "Respondent +Mode");
}

#[test]
fn there_is_no_room_at_either_end_of_the_better_side() {
    let better = of_one([10, 60], reliable(json!(9)));
    let worse = of_one([0, 27], with(reliable(json!(6)), json!({"higher_is": "worse"})));
    let rows = [
        (&better, 51, false),
        (&better, 52, true),
        (&better, 10, false),
        (&worse, 6, false),
        (&worse, 5, true),
        (&worse, 27, false),
    ];
    for (instrument, from, expected) in rows {
        let from = Points::whole(from);
        let compared = super::super::between(&instrument.scales()[0], from, from);
        assert_eq!(compared.ceiling, expected, "{from} {:?}", instrument.scales()[0].higher_is);
    }
}
