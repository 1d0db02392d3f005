use super::*;
use crate::instrument::Setting;
use crate::sample::{self, answers, choice, everything, instrument, item, number, scale, sum, with};
use crate::score::score;
use serde_json::json;

fn composed(instrument: &Instrument, setting: Setting, given: &str) -> Profile {
    let responses = answers(instrument, setting, given);
    compose(instrument, &responses, &score(instrument, &responses))
}

fn names(instrument: &Instrument, scales: impl Iterator<Item = ScaleAt>) -> Vec<&str> {
    scales.map(|at| instrument.scale(at).id.as_str()).collect()
}

#[test]
fn each_scale_stands_once_in_its_own_list_and_a_total_in_none() {
    let instrument = sample::parse(&everything());
    let profile = composed(&instrument, Setting::Community, "");
    assert_eq!(names(&instrument, profile.strengths.iter().map(|area| area.scale)), ["first", "second"]);
    assert_eq!(names(&instrument, profile.groups.iter().map(|area| area.scale)), ["groups"]);
    assert_eq!(names(&instrument, profile.ratings.iter().map(|r| r.scale)), ["life_now"]);
    assert_eq!(names(&instrument, profile.commitment.iter().map(|r| r.scale)), ["commitment"]);
    let barriers = names(&instrument, profile.barriers.iter().map(|barrier| barrier.scale));
    assert_eq!(barriers, ["no_home", "injecting", "trouble"]);
    assert_eq!(names(&instrument, profile.support.iter().map(|s| s.scale)), ["unmet", "partly"]);
}

#[test]
fn strengths_keep_the_order_of_the_definition_whatever_stands_between_them() {
    let barrier = |id: &str, item: &str| {
        let key = json!({"rule": "any_of", "conditions": [{"item": item, "is": [0]}]});
        with(scale(id, key, [0, 1]), json!({"intention": "barrier"}))
    };
    let items = json!([choice("a", "three"), choice("b", "three")]);
    let scales = json!([
        barrier("bad_a", "a"),
        scale("good_b", sum(&["b"]), [0, 2]),
        barrier("bad_b", "b"),
        scale("good_a", sum(&["a"]), [0, 2]),
    ]);
    let instrument = instrument(items, scales);
    let profile = composed(&instrument, Setting::Community, "a=0 b=2");
    assert_eq!(names(&instrument, profile.strengths.iter().map(|area| area.scale)), ["good_b", "good_a"]);
    assert_eq!(names(&instrument, profile.barriers.iter().map(|b| b.scale)), ["bad_a", "bad_b"]);
}

#[test]
fn a_strength_is_here_now_partly_or_not_yet_and_no_answer_draws_nothing() {
    let instrument = sample::parse(&everything());
    let profile = composed(&instrument, Setting::Community, "s1=2 s2=1 s3=0 s4=does_not_apply t1=skipped");
    let marks =
        |n: usize| -> Vec<Mark> { profile.strengths[n].marks.iter().map(|(_, mark)| *mark).collect() };
    let no = |missing| Mark::NoAnswer(missing);
    assert_eq!(marks(0), [Mark::HaveNow, Mark::Partly, Mark::NotYet, no(Missing::DoesNotApply)]);
    assert_eq!(marks(1), [no(Missing::Skipped), no(Missing::NotReached)]);
}

#[test]
fn the_marks_of_a_reversed_item_and_of_a_number_follow_the_better_end() {
    let items = json!([choice("a", "three"), number("n", 1, 6)]);
    let key = with(sum(&["a", "n"]), json!({"reversed": ["a"]}));
    let instrument = instrument(items, json!([scale("total", key, [1, 8])]));
    let rows = [
        ("a=0 n=6", [Mark::HaveNow, Mark::HaveNow]),
        ("a=1 n=5", [Mark::Partly, Mark::Partly]),
        ("a=2 n=1", [Mark::NotYet, Mark::NotYet]),
    ];
    for (given, expected) in rows {
        let profile = composed(&instrument, Setting::Community, given);
        let marks: Vec<Mark> = profile.strengths[0].marks.iter().map(|(_, mark)| *mark).collect();
        assert_eq!(marks, expected, "{given}");
    }
}

#[test]
fn an_implied_answer_has_a_mark_and_an_item_that_was_not_asked_has_none() {
    let instrument = sample::parse(&everything());
    let rows: [(&str, &[Mark]); 3] = [
        ("any=0", &[Mark::NotYet, Mark::NotYet, Mark::NotYet]),
        ("any=1 g1=1", &[Mark::HaveNow, Mark::HaveNow, Mark::NoAnswer(Missing::NotReached)]),
        ("any=skipped", &[Mark::NoAnswer(Missing::Skipped)]),
    ];
    for (given, expected) in rows {
        let profile = composed(&instrument, Setting::Community, given);
        let marks: Vec<Mark> = profile.groups[0].marks.iter().map(|(_, mark)| *mark).collect();
        assert_eq!(marks, expected, "{given}");
    }
}

#[test]
fn a_barrier_nobody_asked_about_is_not_known_and_never_absent() {
    use BarrierState::{Absent, NotKnown, Present};
    let instrument = sample::parse(&everything());
    let rows = [
        ("", [NotKnown, NotKnown, NotKnown]),
        ("home_tonight=skipped drugs=prefer_not_to_say", [NotKnown, NotKnown, NotKnown]),
        ("home_tonight=1 drugs=0", [Absent, Absent, NotKnown]),
        ("home_tonight=0 drugs=1 inject=1 kinds=2", [Present, Present, Present]),
        ("home_tonight=1 drugs=1 kinds=1", [Absent, NotKnown, Absent]),
    ];
    for (given, expected) in rows {
        let profile = composed(&instrument, Setting::Community, given);
        let states: Vec<BarrierState> = profile.barriers.iter().map(|barrier| barrier.state).collect();
        assert_eq!(states, expected, "{given}");
    }
    let profile = composed(&instrument, Setting::Custody, "home_tonight=0 home_release=1");
    assert_eq!(profile.barriers[0].state, Absent);
}

#[test]
fn support_lists_the_kinds_that_count_even_before_all_are_answered() {
    let instrument = sample::parse(&everything());
    let rows: [(&str, [&[&str]; 2]); 4] = [
        ("", [&[], &[]]),
        ("sup1=3 sup2=2 sup3=3", [&["sup1", "sup3"], &["sup2"]]),
        ("sup3=3", [&["sup3"], &[]]),
        ("sup1=0 sup2=1 sup3=4", [&[], &[]]),
    ];
    for (given, expected) in rows {
        let profile = composed(&instrument, Setting::Community, given);
        for (support, expected) in profile.support.iter().zip(expected) {
            let items: Vec<&str> = support.items.iter().map(|at| instrument.item(*at).id.as_str()).collect();
            assert_eq!(items, expected, "{given}");
        }
    }
}

#[test]
fn what_cannot_wait_is_listed_and_nothing_is_not() {
    let instrument = sample::parse(&everything());
    for (given, expected) in
        [("", vec![]), ("urgent=0", vec![]), ("urgent=3+1", vec![1, 3]), ("urgent=skipped", vec![])]
    {
        let urgent = composed(&instrument, Setting::Community, given).urgent;
        let at = sample::at(&instrument, "urgent");
        assert_eq!(urgent, expected.into_iter().map(|code| (at, code)).collect::<Vec<_>>(), "{given}");
    }
}

#[test]
fn ratings_and_commitment_come_with_their_value_or_with_none() {
    let instrument = sample::parse(&everything());
    let profile = composed(&instrument, Setting::Community, "life=0 c1=4");
    assert_eq!(profile.ratings[0].value, Some(Points::ZERO));
    assert_eq!(profile.commitment[0].value, None);
    let profile = composed(&instrument, Setting::Community, "c1=4 c2=3");
    assert_eq!((profile.ratings[0].value, profile.commitment[0].value), (None, Some(Points::whole(7))));
}

#[test]
fn own_words_are_byte_for_byte_and_blank_ones_are_left_out() {
    let instrument = instrument(
        json!([item("one", "words", json!({"kind": "text"})), item("two", "words", json!({"kind": "text"}))]),
        json!([]),
    );
    let (one, two) = (sample::at(&instrument, "one"), sample::at(&instrument, "two"));
    let responses = Responses::settle(&instrument, Setting::Community, |at| {
        Answer::Text(if at == one { " \n".to_owned() } else { "  a flat ".to_owned() })
    });
    let profile = compose(&instrument, &responses, &score(&instrument, &responses));
    assert_eq!(profile.words, [(two, "  a flat ".to_owned())]);
}
