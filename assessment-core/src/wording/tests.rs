use super::*;
use crate::definition;
use crate::sample::{self, choice, number, scale, sum, with};
use serde_json::{Value, json};

mod optional;

fn instrument() -> Instrument {
    sample::instrument(
        json!([
            with(choice("s1", "three"), json!({"may_not_apply": true})),
            choice("s2", "yes_no"),
            number("life", 0, 10),
        ]),
        json!([scale("total", sum(&["s1", "s2"]), [0, 3])]),
    )
}

/// A complete pack for it.
fn pack() -> Value {
    let sections = ["words", "urgent", "strengths", "groups", "life", "barriers", "support", "commitment"];
    let sections: serde_json::Map<String, Value> =
        sections.into_iter().map(|id| (id.to_owned(), json!({"title": format!("About {id}")}))).collect();
    json!({
        "format": 1, "instrument": "sample", "version": "1.0.0", "language": "en", "provenance": "ours",
        "licence": "MIT OR Apache-2.0", "title": "Sample",
        "sections": sections,
        "options": {
            "three": {"2": "Yes", "1": "Sometimes", "0": "Not yet", "does_not_apply": "Not for me"},
            "yes_no": {"1": "Yes", "0": "No"},
            "five": {"0": "a", "1": "b", "2": "c", "3": "d", "4": "e"},
            "needs": {"1": "x", "2": "y", "3": "z", "0": "nothing"},
        },
        "items": {
            "s1": {"text": "I sleep well", "help": "Most nights", "custody": "I sleep well in here"},
            "s2": {"text": "I have a key"},
            "life": {"text": "Life now", "ends": ["Worst", "Best"]},
        },
        "scales": {"total": {"name": "All of it"}},
    })
}

/// Puts a value at a pointer, or takes it away when null, and compares the paths of all faults.
fn check(pointer: &str, value: Value, expected: &str) {
    let mut pack = pack();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer begins with /");
    let parent = pack.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    if value.is_null() {
        parent.remove(name);
    } else {
        parent.insert(name.to_owned(), value.clone());
    }
    assert_eq!(paths(&pack.to_string()), expected, "{pointer} = {value}");
}

fn paths(text: &str) -> String {
    let faults = parse(&instrument(), text).map_or_else(|faults| faults, |_| Vec::new());
    faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_pack_is_refused_with_every_place_that_is_wrong() {
    let rows = [
        ("/format", json!(2), "format"),
        ("/format", json!(null), "format"),
        ("/instrument", json!("another"), "instrument"),
        ("/version", json!("1.0.1"), "version"),
        ("/provenance", json!("somebody"), "provenance"),
        ("/licence", json!(null), "licence"),
        ("/language", json!(null), "language"),
        ("/colour", json!("red"), "colour"),
        ("/reviewed", json!("By a Welsh speaker."), ""),
        ("/intro", json!("Take your time."), ""),
        ("/sections/life", json!(null), "sections.life"),
        ("/sections/more", json!({"title": "More"}), "sections.more"),
        ("/sections/life", json!({"name": "Life"}), "sections.life.title sections.life.name"),
        ("/items/s1", json!(null), "items.s1"),
        ("/items/s9", json!({"text": "?"}), "items.s9"),
        ("/items/s1/text", json!(" "), "items.s1.text"),
        ("/items/s1/text", json!(null), "items.s1.text"),
        ("/items/s1/hint", json!("?"), "items.s1.hint"),
        ("/items/s1/text", json!("I sleep\u{202e} well"), "items.s1.text"),
        ("/items/s1/custody", json!("a\u{8}b"), "items.s1.custody"),
        ("/items/s1/custody", json!(""), "items.s1.custody"),
        ("/items/s1/help", json!(" "), "items.s1.help"),
        ("/items/s1/help", json!("a".repeat(2001)), "items.s1.help"),
        ("/items/s1/help", json!("ŵ".repeat(2000)), ""),
        ("/items/s1/ends", json!(["Worst", "Best"]), "items.s1.ends"),
        ("/items/life/ends", json!(["Worst", " "]), "items.life.ends"),
        ("/items/life/ends", json!(["Worst", "Be\u{7f}st"]), "items.life.ends[1] items.life.ends"),
        ("/items/\u{202e}", json!({"text": "?"}), "items.\"\\u{202e}\""),
        ("/language", json!("English"), "language"),
        ("/language", json!("EN"), "language"),
        ("/language", json!("en-"), "language"),
        ("/language", json!("pt-BR"), ""),
        ("/licence", json!(" "), "licence"),
        ("/title", json!(""), "title"),
        ("/$schema", json!("../wording.schema.json"), ""),
        ("/$schema", json!(1), "$schema"),
        ("/sections/life/stem", json!("Over the last week,"), ""),
        ("/sections/life/stem", json!(""), "sections.life.stem"),
        ("/options/yes_no/1", json!({"text": "Yes", "custody": "Yes, in here"}), ""),
        ("/options/yes_no/1", json!({"text": "Yes", "custody": ""}), "options.yes_no.1.custody"),
        ("/options/yes_no/1", json!({"custody": "Yes, in here"}), "options.yes_no.1.text"),
        ("/options/yes_no/1", json!({"text": "Yes", "aside": "?"}), "options.yes_no.1.aside"),
        ("/options/yes_no/1", json!(""), "options.yes_no.1"),
        ("/options/yes_no/1", json!(1), "options.yes_no.1"),
        ("/items/life/ends", json!(null), "items.life.ends"),
        ("/items/life/ends", json!(["Worst"]), "items.life.ends"),
        ("/options/yes_no", json!(null), "options.yes_no.1 options.yes_no.0"),
        ("/options/more", json!({}), "options.more"),
        ("/options/yes_no/1", json!(null), "options.yes_no.1"),
        ("/options/yes_no/2", json!("Perhaps"), "options.yes_no.2"),
        ("/options/three/does_not_apply", json!(null), "options.three.does_not_apply"),
        ("/options/yes_no/does_not_apply", json!("Not for me"), "options.yes_no.does_not_apply"),
        ("/scales/total", json!(null), "scales.total"),
        ("/scales/net", json!({"name": "Net"}), "scales.net"),
    ];
    for (pointer, value, expected) in rows {
        check(pointer, value, expected);
    }
}

#[test]
fn all_faults_of_a_pack_come_out_at_once() {
    let mut pack = pack();
    pack["version"] = json!("2.0.0");
    pack["items"] = json!({"s1": {"text": ""}, "life": {"text": "Life now"}, "s9": {"text": "?"}});
    pack["options"]["yes_no"] = json!({"1": "Yes"});
    // What cannot be read comes first, so that it causes no false alarms about what lacks words.
    assert_eq!(paths(&pack.to_string()), "items.s1.text");
    pack["items"]["s1"]["text"] = json!("I sleep well");
    assert_eq!(paths(&pack.to_string()), "version items.s9 options.yes_no.0 items.s2 items.life.ends");
}

#[test]
fn broken_json_names_its_line_and_column() {
    for (text, expected) in [("", "1:1"), ("[]", "1:1"), ("{\n  \"format\": ,", "2:13")] {
        assert_eq!(paths(text), expected, "{text:?}");
    }
}

#[test]
fn words_that_stand_twice_are_refused() {
    let whole = pack().to_string();
    let text = format!("\"s1\":{}", pack()["items"]["s1"]);
    assert!(whole.contains(&text), "{whole}");
    assert_eq!(paths(&whole.replacen(&text, &format!("{text},{text}"), 1)), "items.s1");
}

#[test]
fn a_pack_says_which_instrument_it_is_for_before_it_is_checked() {
    assert_eq!(instrument_of(&pack().to_string()).as_deref(), Ok("sample"));
    for (text, expected) in [("{}", "instrument"), (r#"{"instrument": 5}"#, "instrument"), ("{", "1:1")] {
        let faults = instrument_of(text).expect_err("there is no id");
        assert_eq!(faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>(), [expected], "{text}");
    }
}

#[test]
fn a_question_is_asked_in_the_words_for_its_setting() {
    let instrument = instrument();
    let wording = parse(&instrument, &pack().to_string()).expect("a complete pack");
    let rows = [
        ("s1", Setting::Community, "I sleep well"),
        ("s1", Setting::Custody, "I sleep well in here"),
        ("s2", Setting::Custody, "I have a key"),
    ];
    for (id, setting, expected) in rows {
        assert_eq!(wording.text(&instrument, sample::at(&instrument, id), setting), expected);
    }
}

#[test]
fn a_pack_has_words_for_everything_on_the_screen() {
    let instrument = instrument();
    let wording = parse(&instrument, &pack().to_string()).expect("a complete pack");
    let [s1, s2, life] = ["s1", "s2", "life"].map(|id| sample::at(&instrument, id));
    assert_eq!(wording.id(), "en/ours/1.0.0");
    assert_eq!((wording.help(&instrument, s1), wording.help(&instrument, s2)), (Some("Most nights"), None));
    assert_eq!(
        (wording.ends(&instrument, life), wording.ends(&instrument, s1)),
        (Some(("Worst", "Best")), None)
    );
    assert_eq!(wording.option(&instrument, s1, 1, Setting::Custody), "Sometimes");
    assert_eq!(wording.option(&instrument, life, 7, Setting::Community), "7");
    let apart = [s1, s2, life].map(|at| wording.does_not_apply(&instrument, at, Setting::Community));
    assert_eq!(apart, [Some("Not for me"), None, None]);
    assert_eq!(wording.section(&instrument, 2).map(|words| words.title.as_str()), Some("About strengths"));
    assert_eq!(wording.section(&instrument, 8), None);
    assert_eq!(wording.scale(&instrument, sample::scale_at(&instrument, "total")), "All of it");
}

#[test]
fn provenance_is_a_word_in_the_id_of_a_wording() {
    let words = ["ours", "licensed_pack", "translation_not_validated", "easy_read_not_validated"];
    for word in words {
        let pack = with(pack(), json!({"provenance": word, "language": "cy"}));
        let wording = parse(&instrument(), &pack.to_string()).expect("a complete pack");
        assert_eq!(wording.id(), format!("cy/{word}/1.0.0"));
    }
}

#[test]
fn a_label_has_other_words_in_custody_where_the_pack_gives_them() {
    let mut pack = pack();
    pack["options"]["yes_no"]["1"] = json!({"text": "Yes, at home", "custody": "Yes, in here"});
    pack["options"]["three"]["does_not_apply"] = json!({"text": "Not for me", "custody": "Not in here"});
    let instrument = instrument();
    let wording = parse(&instrument, &pack.to_string()).expect("a complete pack");
    let [s1, s2] = ["s1", "s2"].map(|id| sample::at(&instrument, id));
    let rows = [
        (Setting::Community, "Yes, at home", "No", "Not for me"),
        (Setting::Custody, "Yes, in here", "No", "Not in here"),
    ];
    for (setting, yes, no, apart) in rows {
        let said = [1, 0].map(|code| wording.option(&instrument, s2, code, setting));
        assert_eq!(said, [yes, no], "{setting:?}");
        assert_eq!(wording.does_not_apply(&instrument, s1, setting), Some(apart), "{setting:?}");
    }
}

#[test]
fn words_for_custody_are_refused_where_nothing_is_asked_in_custody() {
    let definition = with(sample::everything(), json!({"settings": ["community"]}));
    let community = definition::parse(&definition.to_string());
    // Its custody items make the sample unfit for the community alone.
    assert!(community.is_err());
    let instrument = sample::instrument(
        json!([with(choice("out", "yes_no"), json!({"setting": "community"})), choice("s2", "yes_no")]),
        json!([scale("total", sum(&["s2"]), [0, 1])]),
    );
    let mut pack = pack();
    pack["items"] = json!({"out": {"text": "I go out", "custody": "?"}, "s2": {"text": "I have a key"}});
    pack["options"]["three"] = json!({"2": "Yes", "1": "Sometimes", "0": "Not yet"});
    let faults = parse(&instrument, &pack.to_string()).expect_err("it is not asked in custody");
    assert_eq!(faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>(), ["items.out.custody"]);
}

#[test]
fn a_stem_stands_before_every_question_of_its_section() {
    let mut pack = pack();
    let instrument = instrument();
    let [s1, s2] = ["s1", "s2"].map(|id| sample::at(&instrument, id));
    let section = instrument.sections()[instrument.item(s1).section].id.as_str().to_owned();
    pack["sections"][section]["stem"] = json!("In the last week,");
    let wording = parse(&instrument, &pack.to_string()).expect("a complete pack");
    assert_eq!(wording.question(&instrument, s1, Setting::Custody), "In the last week, I sleep well in here");
    let same = instrument.item(s1).section == instrument.item(s2).section;
    let expected = if same { "In the last week, I have a key" } else { "I have a key" };
    assert_eq!(wording.question(&instrument, s2, Setting::Community), expected);
}

/// Counts as `worded/needed` of sections, options, items and scales, then what is missing.
fn counts(pack: &Value) -> String {
    let wording = read(&instrument(), &pack.to_string()).expect("nothing in it is wrong");
    let found = wording.completeness(&instrument());
    let parts = [found.sections, found.options, found.items, found.scales];
    assert_eq!(found.is_complete(), parts.iter().all(|part| part.worded == part.needed));
    let parts = parts.map(|part| format!("{}/{}", part.worded, part.needed)).join(" ");
    format!("{parts} {}", found.missing.join(" ")).trim().to_owned()
}

#[test]
fn a_pack_that_lacks_words_is_counted_and_says_what_it_lacks() {
    let rows = [
        ("", json!(null), "8/8 15/15 3/3 1/1"),
        ("/items/s2", json!(null), "8/8 15/15 2/3 1/1 items.s2"),
        ("/items/life/ends", json!(null), "8/8 15/15 2/3 1/1 items.life.ends"),
        ("/sections/life", json!(null), "7/8 15/15 3/3 1/1 sections.life"),
        ("/options/yes_no", json!(null), "8/8 13/15 3/3 1/1 options.yes_no.1 options.yes_no.0"),
        ("/options/three/does_not_apply", json!(null), "8/8 14/15 3/3 1/1 options.three.does_not_apply"),
        ("/scales", json!({}), "8/8 15/15 3/3 0/1 scales.total"),
        ("/items", json!({}), "8/8 15/15 0/3 1/1 items.s1 items.s2 items.life"),
    ];
    for (pointer, value, expected) in rows {
        let mut pack = pack();
        if let Some((parent, name)) = pointer.rsplit_once('/') {
            let parent = pack.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
            parent.remove(name);
            if !value.is_null() {
                parent.insert(name.to_owned(), value);
            }
        }
        assert_eq!(counts(&pack), expected, "{pointer}");
    }
}

#[test]
fn a_recording_belongs_to_a_text_and_stays_within_its_bounds() {
    let hash = "0123456789abcdef".repeat(4);
    let good = json!({"media_type": "audio/ogg", "bytes": 20480, "sha256": hash});
    let row = |name: &str, value: Value| with(good.clone(), json!({name: value}));
    let place = "recordings.\"items.s1.text\"";
    let rows = [
        ("items.s1.text", good.clone(), String::new()),
        ("items.s1.custody", good.clone(), String::new()),
        ("items.life.ends[1]", good.clone(), String::new()),
        ("options.yes_no.1", good.clone(), String::new()),
        ("sections.life.title", good.clone(), String::new()),
        ("title", good.clone(), String::new()),
        ("intro", good.clone(), "recordings.intro".to_owned()),
        ("items.s2.custody", good.clone(), "recordings.\"items.s2.custody\"".to_owned()),
        ("options.yes_no.7", good.clone(), "recordings.\"options.yes_no.7\"".to_owned()),
        ("items.s1.text", row("media_type", json!("video/mp4")), format!("{place}.media_type")),
        ("items.s1.text", row("bytes", json!(0)), format!("{place}.bytes")),
        ("items.s1.text", row("bytes", json!(LARGEST_RECORDING)), String::new()),
        ("items.s1.text", row("bytes", json!(LARGEST_RECORDING + 1)), format!("{place}.bytes")),
        ("items.s1.text", row("bytes", json!(-1)), format!("{place}.bytes")),
        ("items.s1.text", row("sha256", json!(hash.to_uppercase())), format!("{place}.sha256")),
        ("items.s1.text", row("sha256", json!("abc")), format!("{place}.sha256")),
        ("items.s1.text", row("file", json!("../a.ogg")), format!("{place}.file")),
        ("items.s1.text", json!({}), format!("{place}.media_type {place}.bytes {place}.sha256")),
        ("items.s1.text", json!("a.ogg"), place.to_owned()),
    ];
    for (text, recording, expected) in rows {
        let pack = with(pack(), json!({"recordings": {text: recording}}));
        assert_eq!(paths(&pack.to_string()), expected, "{text}: {recording}");
    }
    let pack = with(pack(), json!({"recordings": {"items.s1.text": good}}));
    let wording = parse(&instrument(), &pack.to_string()).expect("a complete pack");
    let recording = wording.recording("items.s1.text").expect("it has one");
    assert_eq!((recording.media_type.word(), recording.bytes), ("audio/ogg", 20480));
    assert_eq!((wording.recordings().len(), wording.recording("items.s2.text")), (1, None));
}

#[test]
fn recordings_are_bounded_in_number_and_together() {
    let made = |count: usize, bytes: u32| {
        let recording = json!({"media_type": "audio/mpeg", "bytes": bytes, "sha256": "0".repeat(64)});
        let many: serde_json::Map<String, Value> =
            (0..count).map(|n| (format!("items.s{n}.text"), recording.clone())).collect();
        let pack = with(pack(), json!({"recordings": many}));
        parse(&instrument(), &pack.to_string()).expect_err("there are no such items")
    };
    let first = |count, bytes| made(count, bytes)[0].clone();
    assert_eq!(first(MOST_RECORDINGS + 1, 1).path, "recordings");
    assert_ne!(first(MOST_RECORDINGS, 1).path, "recordings");
    assert_eq!(first(65, LARGEST_RECORDING).path, "recordings");
    assert_ne!(first(64, LARGEST_RECORDING).path, "recordings");
}

#[test]
fn a_hostile_pack_is_refused_within_bounds() {
    let large = format!("{{\"title\": \"{}\"}}", "a".repeat(1024 * 1024));
    let deep = format!("{{\"items\": {}{}}}", "[".repeat(500), "]".repeat(500));
    for (text, expected) in [(large, "1:1"), (deep, "1:137")] {
        assert_eq!(paths(&text), expected);
    }
    let many: serde_json::Map<String, Value> =
        (0..20_000).map(|n| (format!("stranger_{n}"), json!({"text": "?"}))).collect();
    let faults = parse(&instrument(), &with(pack(), json!({"items": many})).to_string());
    let faults = faults.expect_err("nobody knows them");
    assert_eq!(faults.len(), 1001);
    assert!(faults[1000].sentence.contains("more than"), "{}", faults[1000]);
    let named = with(pack(), json!({"a".repeat(5000): 1}));
    let faults = parse(&instrument(), &named.to_string()).expect_err("there is no such field");
    assert!(faults[0].path.len() <= 80, "{}", faults[0].path.len());
}

#[test]
fn easy_read_is_known_by_its_provenance() {
    for provenance in Provenance::ALL {
        let pack = with(pack(), json!({"provenance": provenance.word()}));
        let wording = parse(&instrument(), &pack.to_string()).expect("a complete pack");
        assert_eq!(wording.is_easy_read(), provenance == Provenance::EasyReadNotValidated);
    }
}

#[test]
fn a_sound_is_known_by_its_first_bytes() {
    let ogg = |codec: &[u8]| [b"OggS", &[0; 24][..], codec].concat();
    let rows = [
        (ogg(b"OpusHead"), Some(MediaType::Ogg)),
        (ogg(b"\x01vorbis"), None),
        (b"OggS".to_vec(), None),
        (b"\x00\x00\x00\x20ftypM4A ".to_vec(), Some(MediaType::Mp4)),
        (b"\x00\x00\x00\x20moov".to_vec(), None),
        (b"ID3\x04".to_vec(), Some(MediaType::Mpeg)),
        (vec![0xff, 0xfb, 0x14], Some(MediaType::Mpeg)),
        (vec![0xff, 0xf3, 0x14], Some(MediaType::Mpeg)),
        (vec![0xff, 0xf1, 0x50], None),
        (vec![0xff, 0xeb, 0x14], None),
        (vec![0xff, 0xfe], None),
        (b"RIFF\x00\x00\x00\x00WAVE".to_vec(), None),
        (b"<html>".to_vec(), None),
        (Vec::new(), None),
    ];
    for (bytes, expected) in rows {
        assert_eq!(MediaType::of(&bytes), expected, "{bytes:?}");
    }
}
