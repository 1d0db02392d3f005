use super::*;
use crate::instrument::Setting;
use crate::sample::{self, answers, everything, scale_at, with};
use crate::score::score;
use serde_json::{Value, json};

/// Stands in for SHA-256: enough to tell two texts of a test apart. The real one is tried in `tests/`.
fn digest(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0_u8; 32];
    for (n, part) in hash.chunks_mut(8).enumerate() {
        let seed = 0xcbf2_9ce4_8422_2325_u64 ^ (n as u64);
        let fnv = bytes.iter().fold(seed, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
        part.copy_from_slice(&fnv.to_be_bytes());
    }
    hash
}

fn rules_of(definition: &Value) -> Hash {
    rules(&sample::parse(definition), digest)
}

fn put(definition: &Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let mut changed = definition.clone();
    let parent = changed.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {pointer}"));
    match parent {
        Value::Array(list) => list[name.parse::<usize>().expect("a place")] = value,
        object => object[name] = value,
    }
    changed
}

#[test]
fn the_spelling_of_rules_and_answers_is_what_it_always_was() {
    let items = json!([
        sample::choice("a", "three"),
        with(sample::choice("b", "yes_no"), json!({"ask_when": {"item": "a", "is": [1, 2]}, "implied": 0})),
        with(sample::number("n", 0, 10), json!({"setting": "community"})),
        sample::item("note", "words", json!({"kind": "text"})),
    ]);
    let bands = json!({"bands": [{"from": 0, "name": "low one"}, {"from": 2, "name": "high"}], "bands_source": sample::source()});
    let scales = json!([
        with(sample::scale("sum", sample::sum(&["a", "b"]), [0, 3]), bands),
        sample::scale("top", json!({"rule": "total_of", "scales": ["sum"]}), [0, 3]),
    ]);
    let instrument = sample::instrument(items, scales);
    let expected = "within 14\nminimum 0\nitem a choice 3 2 1 0\nitem b choice 2 1 0 when a 2 1 2 implied 0\n\
        item n number 0 10 0 only community\nitem note text\nscale sum 0 300 better sum complete\nterm a 100\n\
        term b 100\nband 0 7 low one\nband 200 4 high\nscale top 0 300 better total_of sum";
    assert_eq!(canon::rules(&instrument), expected);
    let given = answers(&instrument, Setting::Community, "a=0 b=1 n=prefer_not_to_say note=secret");
    let expected = "setting community\na 0\nb 0\nn prefer_not_to_say";
    assert_eq!(canon::inputs(&instrument, &given), expected);
}

#[test]
fn any_change_of_a_rule_changes_the_hash_of_the_rules() {
    let definition = everything();
    let kept = rules_of(&definition);
    let rows = [
        ("/within_days", json!(13)),
        ("/scales/0/key/missing/minimum_answered", json!(2)),
        ("/scales/0/key/missing/round", json!("half_even")),
        ("/scales/1/higher_is", json!("worse")),
        ("/scales/4/bands/1/from", json!(6)),
        ("/scales/4/bands/1/name", json!("middling")),
        ("/scales/7/key/conditions/0/is", json!([1])),
        ("/scales/9/key/codes", json!([2])),
        ("/items/7/may_not_apply", json!(true)),
    ];
    for (pointer, value) in rows {
        assert_ne!(rules_of(&put(&definition, pointer, value.clone())), kept, "{pointer} {value}");
    }
}

#[test]
fn no_change_of_words_or_of_what_two_times_are_judged_by_changes_it() {
    let definition = everything();
    let kept = rules_of(&definition);
    let rows = [
        ("/title", json!("Another title")),
        ("/version", json!("2.0.0")),
        ("/items/3/topic", json!("another topic")),
        ("/options/three/0/topic", json!("another label")),
        ("/licence/terms", json!("Another licence")),
        ("/source/citation", json!("Another source")),
        ("/scales/0/source/citation", json!("Another source")),
        ("/scales/11/change/threshold", json!(4)),
        ("/modes", json!(["joint"])),
    ];
    for (pointer, value) in rows {
        assert_eq!(rules_of(&put(&definition, pointer, value.clone())), kept, "{pointer} {value}");
    }
}

#[test]
fn what_is_stored_is_told_apart_by_rules_by_answers_and_by_number() {
    let instrument = sample::parse(&everything());
    let responses = answers(&instrument, Setting::Community, "t1=2 t2=1");
    let scores = score(&instrument, &responses);
    let ours = Provenance::of(&instrument, &responses, "en/ours/1.0.0", digest);
    let (second, first) = (scale_at(&instrument, "second"), scale_at(&instrument, "first"));
    let same = Stored {
        rule_version: Some(RULE_VERSION),
        rules: Some(ours.rules),
        inputs: Some(ours.inputs),
        values: vec![(second, Some(Points::whole(3))), (first, None)],
    };
    let other = Some(Hash([7; 32]));
    let wrong = vec![(second, Some(Points::whole(13))), (first, Some(Points::ZERO))];
    let rows = [
        (same.clone(), RestsOn::TheSame, 0),
        (Stored { values: wrong.clone(), ..same.clone() }, RestsOn::TheSame, 2),
        (Stored { rules: other, ..same.clone() }, RestsOn::OtherRules, 0),
        (Stored { rule_version: Some(0), ..same.clone() }, RestsOn::OtherRules, 0),
        (Stored { inputs: other, ..same.clone() }, RestsOn::OtherInputs, 0),
        (Stored { inputs: other, rules: other, ..same.clone() }, RestsOn::OtherRulesAndInputs, 0),
        (Stored { inputs: None, ..same.clone() }, RestsOn::NotKnown, 0),
        (Stored { inputs: None, rules: other, ..same.clone() }, RestsOn::OtherRules, 0),
        (Stored { values: wrong, ..Stored::default() }, RestsOn::NotKnown, 2),
        (Stored::default(), RestsOn::NotKnown, 0),
    ];
    for (stored, rests_on, numbers) in rows {
        let checked = check(&ours, &scores, &stored);
        assert_eq!((checked.rests_on, checked.numbers.len()), (rests_on, numbers), "{stored:?}");
        let calm = numbers == 0 && matches!(rests_on, RestsOn::TheSame | RestsOn::NotKnown);
        assert_eq!(checked.differs(), !calm, "{stored:?}");
    }
    let stored = Stored { values: vec![(second, Some(Points::whole(13)))], ..same };
    let told = OtherNumber { scale: second, ours: Some(Points::whole(3)), theirs: Some(Points::whole(13)) };
    assert_eq!(check(&ours, &scores, &stored).numbers, [told]);
}

#[test]
fn a_hash_is_sixty_four_digits_and_nothing_else() {
    let hash = Hash(digest(b"x"));
    let text = hash.to_string();
    assert_eq!(Hash::read(&text), Some(hash));
    assert_eq!(Hash::read(&text.to_uppercase()), Some(hash));
    for bad in ["", "00", &text[1..], &format!("{text}0"), &format!("g{}", &text[1..]), &"é".repeat(32)] {
        assert_eq!(Hash::read(bad), None, "{bad}");
    }
}
