//! `instruments` and `codebook`.

use crate::{DEFINITION, Folder};

#[test]
fn instruments_lists_what_is_built_in() {
    let outcome = Folder::new("instruments").run(&["instruments"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert_eq!(lines[0], "id,version,items,wording,offered,title");
    for expected in [
        "arc-50,1.0.0,50,not supplied,yes,\"ARC (Assessment of Recovery Capital, 50 items)\"",
        "barc-10,1.0.0,10,not supplied,yes,BARC-10 (Brief Assessment of Recovery Capital)",
    ] {
        assert!(lines.contains(&expected), "{expected} is not in\n{}", outcome.stdout);
    }
    assert!(lines.iter().any(|line| line.starts_with("strengths-profile,") && line.contains(",ours,yes,")));
}

#[test]
fn a_codebook_describes_every_column() {
    let missing = "not_reached skipped cleared prefer_not_to_say do_not_know does_not_apply person_not_present worker_did_not_ask";
    let three = "\"2=yes; 1=some, or \"\"so\"\"; 0=no\"";
    let cited = "\"Made up, for a test.\",ours";
    let tail = "little-one,1.2.0";
    let tap = "yes; partly; no; empty where nobody tapped";
    let expected = [
        "variable,role,label,type,codes,missing_codes,instrument,version,scale,reversed,source,confidence"
            .to_owned(),
        format!("person,key,\"pseudonym, new in every release\",text,,,{tail},,,,"),
        format!(
            "wave,key,which time,text,baseline; followup_n; between_n; unscheduled_n; event waves,,{tail},,,,"
        ),
        format!("days,key,days since the person's baseline,number,,,{tail},,,,"),
        format!("setting,key,where the person lived,text,community; custody,,{tail},,,,"),
        format!("a,item,first,choice,{three},{missing},{tail},total,no,{cited}"),
        format!("b,item,second,choice,{three},{missing},{tail},total,yes,{cited}"),
        format!("in_here,item,inside,number,0 to 10,{missing},{tail},inside,no,{cited}"),
        format!("needs,item,needs,several,1=food; 2=phone; 0=nothing,{missing},{tail},,no,{cited}"),
        format!(
            "total,scale,total,points,\"0 to 4; from 0: low; from 3: high, at last\",,{tail},,,Made up.,derived"
        ),
        format!("inside,scale,inside,points,0 to 10,,{tail},,,Made up.,ours"),
        format!(
            "by,key,who gave the answer; in answers_long.csv,text,person; worker=the link worker for the person; together,,{tail},,,,"
        ),
        format!(
            "worker_view,key,\"the link worker's own view of an item, where it differs from the person's answer, which leads; in answers_long.csv, and as whole rows in answers_<instrument>_worker_view.csv when there is any\",text,as the item's; empty where it does not differ,,{tail},,,,"
        ),
        format!(
            "wording,key,\"whose words the answer was asked in; easy_read_not_validated is simpler, not the validated wording; in answers_long.csv\",text,ours; licensed_pack; translation_not_validated; easy_read_not_validated,,{tail},,,,"
        ),
        format!(
            "help_opened,key,\"how often \"\"what this means\"\" was opened beside the question; empty where nobody counted; in answers_long.csv\",number,,,{tail},,,,"
        ),
        format!(
            "mode,key,\"how it was given; in answers_long.csv the answer, in sittings.csv the sitting\",text,\"joint=both at one screen; self=handed over; phone; video; paper; other; a sitting done in several ways has all of them in the order they came, with a blank between\",,{tail},,,,"
        ),
        format!(
            "present,key,who was there besides the person when the answer was given; in answers_long.csv,text,\"nobody, or any of: worker practitioner family peer interpreter, with a blank between; not_established; empty where there is no answer\",,{tail},,,,"
        ),
        format!(
            "held,key,\"the part was kept for a private moment, so it was not reached; in answers_long.csv\",text,yes; no,,{tail},,,,"
        ),
        format!(
            "minutes,key,\"how long the sitting took, without breaks and without the time the tablet was locked; in sittings.csv\",number,\"whole minutes, rounded; not_established\",,{tail},,,,"
        ),
        format!("worth,key,the person: this was worth my time; in sittings.csv,text,{tap},,{tail},,,,"),
        format!(
            "about_me,key,the person: this felt like it was about me; in sittings.csv,text,{tap},,{tail},,,,"
        ),
        format!(
            "worker_worth,key,the link worker: this was worth the time; in sittings.csv,text,{tap},,{tail},,,,"
        ),
        format!(
            "instrument.licence,key,licence,rule,MIT OR Apache-2.0; Anyone may use it.,,{tail},,,{cited}"
        ),
        format!("total.raw,key,the raw score,rule,a + (2 - b),,{tail},total,,Made up.,derived"),
        format!(
            "total.missing,key,when answers are missing,rule,all 2 are answered,,{tail},total,,Made up.,derived"
        ),
        format!("inside.raw,key,the raw score,rule,in_here,,{tail},inside,,Made up.,ours"),
        format!(
            "inside.missing,key,when answers are missing,rule,all 1 are answered,,{tail},inside,,Made up.,ours"
        ),
    ];
    let outcome = Folder::new("codebook").with("mine.json", DEFINITION).run(&["codebook", "mine.json"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert_eq!(outcome.stdout, expected.join("\n") + "\n");
}

#[test]
fn a_codebook_as_json_says_the_same() {
    let folder = Folder::new("codebook-json").with("mine.json", DEFINITION);
    assert_eq!(
        folder.run(&["codebook", "mine.json", "--format", "csv"]),
        folder.run(&["codebook", "mine.json"])
    );
    let outcome = folder.run(&["codebook", "mine.json", "--format", "json"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let book: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("it is JSON");
    let rows = book.as_array().expect("a list");
    let variables: Vec<&str> = rows.iter().filter_map(|row| row["variable"].as_str()).collect();
    assert_eq!(
        variables,
        [
            "person",
            "wave",
            "days",
            "setting",
            "a",
            "b",
            "in_here",
            "needs",
            "total",
            "inside",
            "by",
            "worker_view",
            "wording",
            "help_opened",
            "mode",
            "present",
            "held",
            "minutes",
            "worth",
            "about_me",
            "worker_worth",
            "instrument.licence",
            "total.raw",
            "total.missing",
            "inside.raw",
            "inside.missing",
        ]
    );
    let cells =
        [("role", "scale"), ("type", "points"), ("codes", "0 to 4; from 0: low; from 3: high, at last")];
    for (name, expected) in cells {
        assert_eq!(rows[8][name], expected, "{name}");
    }
    assert_eq!(rows[8].as_object().map(serde_json::Map::len), Some(12));
}

#[test]
fn an_instrument_that_is_not_there_is_named_with_those_that_are() {
    let folder = Folder::new("not-there");
    for command in ["codebook", "score"] {
        let outcome = folder.run(&[command, "rec-cap"]);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
        assert!(
            outcome
                .stderr
                .starts_with("There is no instrument and no file called rec-cap. Built in: arc-50, ")
        );
    }
}

#[test]
fn a_definition_with_faults_is_refused_by_every_command() {
    let folder = Folder::new("faulty-definition").with("bad.json", "{\"format\": 1,\n");
    for command in ["codebook", "score"] {
        let outcome = folder.run(&[command, "bad.json"]);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
        assert!(outcome.stderr.starts_with("bad.json: 2:1: This is not JSON"), "{}", outcome.stderr);
    }
}
