use super::*;
use crate::library::tests::{shipped, words_of};
use assessment_core::wording;
use serde_json::{Value, json};

const ID: &str = "brief-check-in";

fn sha(of: &str) -> String {
    sha256_of(of.as_bytes())
}

fn listed(of: &str) -> Value {
    json!({"media_type": "audio/ogg", "bytes": of.len(), "sha256": sha(of)})
}

/// The Welsh words that come with the app, with these recordings listed.
fn pack(recordings: &Value) -> Value {
    let mut pack: Value = serde_json::from_str(words_of(ID, "cy")).expect("JSON");
    pack["recordings"] = recordings.clone();
    pack
}

fn wording(pack: &Value) -> Wording {
    wording::read(&shipped(ID).instrument, &pack.to_string()).expect("it reads")
}

fn file(name: &str, of: &str) -> Heard {
    let read = Some((sha(of), Some(MediaType::Ogg)));
    Heard { name: name.to_owned(), bytes: of.len() as u64, read }
}

/// The first question of the short check-in, and the path of what it says.
fn first() -> (String, String) {
    let book = shipped(ID);
    let item = &book.instrument.item(book.instrument.positions().next().expect("a question")).id;
    (item.to_string(), format!("items.{item}.text"))
}

#[test]
fn every_fault_of_the_files_beside_a_pack_is_said_with_its_place() {
    let path = first().1;
    let wording = wording(&pack(&json!({path.as_str(): listed("one"), "title": listed("two")})));
    let (one, two) = (file(&format!("{path}.ogg"), "one"), file("whatever.opus", "two"));
    let large = Heard { name: "long.ogg".to_owned(), bytes: 2_000_000, read: None };
    let other_kind = |kind| Heard { read: Some((sha("two"), kind)), ..two.clone() };
    let named = format!("{path}.ogg");
    let missing = |path: &str| format!("{path}: No file with this recording was chosen.");
    let rows: Vec<(Vec<Heard>, Vec<String>)> = vec![
        (vec![one.clone(), two.clone()], vec![]),
        (vec![two.clone(), one.clone(), file("a copy.ogg", "one")], vec![]),
        (vec![], vec![missing(&path), missing("title")]),
        (vec![one.clone()], vec![missing("title")]),
        (
            vec![file(&named, "changed"), two.clone()],
            vec![format!("{path}: {named:?} has other bytes than the pack lists.")],
        ),
        (
            vec![one.clone(), two.clone(), file("song.ogg", "la la")],
            vec!["\"song.ogg\": The pack lists no such recording.".to_owned()],
        ),
        (
            vec![one.clone(), two.clone(), large],
            vec![format!("\"long.ogg\": A recording has at most {LARGEST_RECORDING} bytes.")],
        ),
        (
            vec![one.clone(), other_kind(Some(MediaType::Mpeg))],
            vec!["title: The pack lists audio/ogg, and the file is audio/mpeg.".to_owned()],
        ),
        (
            vec![one.clone(), other_kind(None)],
            vec!["\"whatever.opus\": This is neither Opus in Ogg, nor AAC in MP4, nor MP3.".to_owned()],
        ),
        (
            vec![one, Heard { bytes: 4, ..two }],
            vec!["title: The pack lists 3 bytes, and the file has 4.".to_owned()],
        ),
        (
            vec![file("\u{202e}ggo.exe", "la"), file(&named, "changed")],
            vec![
                format!("{path}: {named:?} has other bytes than the pack lists."),
                missing("title"),
                "\"\\u{202e}ggo.exe\": The pack lists no such recording.".to_owned(),
            ],
        ),
    ];
    for (heard, expected) in rows {
        assert_eq!(faults(&wording, &heard), expected, "{heard:#?}");
    }
}

#[test]
fn more_files_than_a_pack_may_have_are_not_read_at_all() {
    let rows = [
        (vec![], false),
        (vec![1; MOST_RECORDINGS], false),
        (vec![1; MOST_RECORDINGS + 1], true),
        (vec![LARGEST_RECORDINGS], false),
        (vec![LARGEST_RECORDINGS, 1], true),
    ];
    for (sizes, refused) in rows {
        assert_eq!(too_much(&sizes).is_some(), refused, "{} files", sizes.len());
    }
}

#[test]
fn a_recording_says_the_words_it_was_made_of_and_no_others() {
    let (item, path) = first();
    let whole = pack(&json!({path.as_str(): listed("one"), "title": listed("two")}));
    let mut reworded = whole.clone();
    reworded["items"][item.as_str()]["text"] = json!("Rhywbeth arall");
    let said = |shown: &str, pack: &Value| {
        let mut book = shipped(ID).beside(words_of(ID, "cy")).beside(words_of(ID, "cy-easy"));
        let of = book.others.iter().position(|words| words.id() == shown);
        if let Some(of) = of {
            let others = std::mem::take(&mut book.others);
            book.wording = Some(others[of].clone());
        }
        book.sounds = vec![([7; 16], std::rc::Rc::new(wording(pack)))];
        let row = |row: &Recorded| (row.said.clone(), row.sounds[0].sha256.clone());
        let mut said: Vec<_> = book.recorded().iter().map(row).collect();
        said.sort();
        said
    };
    let of = |field: &str| whole["items"][item.as_str()][field].as_str().unwrap_or_default().to_owned();
    let title = (whole["title"].as_str().expect("a title").to_owned(), sha("two"));
    let mut both = vec![(of("text"), sha("one")), title.clone()];
    both.sort();
    let version = shipped(ID).instrument.version().to_owned();
    let welsh = format!("cy/ours/{version}");
    assert_eq!(said(&welsh, &whole), both);
    assert_eq!(said(&welsh, &reworded), [title], "words that changed since are not said");
    assert_eq!(said("en/ours", &whole), [], "English words are not said in Welsh");
    assert_eq!(said(&format!("cy/easy_read_not_validated/{version}"), &whole), [], "nor others than these");
}

#[test]
fn a_question_under_a_stem_is_said_stem_first() {
    let definition = include_str!("../../../tests/fixtures/everything.definition.json");
    let words = include_str!("../../../tests/fixtures/everything.wording.json");
    let Some(mut book) = Book::read(definition, Some(words)) else { panic!("the fixture reads") };
    let mut pack: Value = serde_json::from_str(words).expect("JSON");
    let at = book.instrument.positions().find(|at| {
        let section = book.section(book.instrument.item(*at).section);
        section.is_some_and(|words| words.stem.is_some())
    });
    let at = at.expect("a stem");
    let item = book.instrument.item(at);
    let section = book.instrument.sections()[item.section].id.to_string();
    let (stem, text) = (format!("sections.{section}.stem"), format!("items.{}.text", item.id));
    pack["recordings"] = json!({stem: listed("stem"), text: listed("text")});
    let read = wording::read(&book.instrument, &pack.to_string()).expect("it reads");
    book.sounds = vec![([7; 16], std::rc::Rc::new(read))];
    let question = book.question(at, Setting::Community);
    let rows = book.recorded();
    let row = rows.iter().find(|row| row.said == question).expect("the whole question");
    let sounds: Vec<&str> = row.sounds.iter().map(|sound| sound.sha256.as_str()).collect();
    assert_eq!(sounds, [sha("stem"), sha("text")]);
}

#[test]
fn a_sound_is_found_by_its_key() {
    let sound = Sound { pack: [7; 16], sha256: sha("one"), media_type: MediaType::Ogg };
    assert_eq!(Sound::read_key(&sound.key()), Some(([7; 16], sha("one").as_str())));
    for other in ["", "zz", &"z".repeat(96)] {
        assert_eq!(Sound::read_key(other), None, "{other}");
    }
}

/// What is said of these recordings of the English words while these questions are handed over.
fn handed_out(recordings: Value, items: &[String], setting: Setting) -> Vec<Recorded> {
    let folders = assessment_core::catalogue::folders();
    let folder = folders.iter().find(|folder| folder.name == "strengths-profile").expect("it is shipped");
    let english = words_of("strengths-profile", "en");
    let mut pack: Value = serde_json::from_str(english).expect("JSON");
    pack["recordings"] = recordings;
    let given = Given { definition: folder.definition, wordings: &[english.to_owned()], items, setting };
    for packs in [vec![], vec![([7; 16], "{".to_owned())]] {
        assert_eq!(handed(&given, &packs), []);
    }
    handed(&given, &[([7; 16], pack.to_string())])
}

#[test]
fn only_what_the_questions_given_out_say_in_their_setting_goes_along() {
    let rows = [
        ("intro", true, true),
        ("title", false, false),
        ("items.matters.text", true, true),
        ("items.matters.help", true, true),
        ("items.daily_money.text", true, false),
        ("items.daily_money.custody", false, true),
        ("items.helped_before.text", false, false),
        ("sections.hopes.intro", true, true),
        ("sections.hopes.title", false, false),
        ("sections.home.intro", false, false),
        ("options.urgent.1", true, false),
        ("options.urgent.1.custody", false, true),
        ("options.urgent.2", true, true),
        ("options.strength.1", true, true),
        ("options.support.1", false, false),
    ];
    let recordings: Value = rows.iter().map(|row| (row.0.to_owned(), listed(row.0))).collect();
    let items = ["matters", "cannot_wait", "daily_money"].map(str::to_owned);
    for (path, community, custody) in rows {
        for (setting, expected) in [(Setting::Community, community), (Setting::Custody, custody)] {
            let said = handed_out(recordings.clone(), &items, setting);
            let heard = said.iter().any(|row| row.sounds.iter().any(|one| one.sha256 == sha(path)));
            assert_eq!(heard, expected, "{path}, {setting:?}");
        }
    }
}

#[test]
fn what_goes_along_is_bounded_and_a_sound_that_says_two_texts_counts_once() {
    let most = usize::try_from(MOST_HANDED / u64::from(LARGEST_RECORDING)).expect("a few");
    let book = shipped("strengths-profile");
    let items: Vec<String> = book.instrument.items().iter().map(|item| item.id.to_string()).collect();
    let said = |sound: fn(&str) -> String| {
        let row = |id: &String| {
            let listed =
                json!({"media_type": "audio/ogg", "bytes": LARGEST_RECORDING, "sha256": sha(&sound(id))});
            (format!("items.{id}.text"), listed)
        };
        handed_out(items.iter().take(most + 5).map(row).collect(), &items, Setting::Community).len()
    };
    assert_eq!((said(str::to_owned), said(|_| "one".to_owned())), (most, most + 5));
}
