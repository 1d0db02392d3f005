//! Rows of Fluent: what each becomes, and what is said of each that is at fault.

use crate::book::{self, Book, File};
use crate::{Parity, catalogue, source};

const NO_FILES: &str = "";

fn compile(english: &str, welsh: &str, parity: Parity) -> Result<Book, Vec<String>> {
    let file = |name: &str, text: &str| vec![File { name: name.to_string(), text: text.to_string() }];
    book::compile(&file("en/a.ftl", english), &file("cy/a.ftl", welsh), parity)
}

/// The messages of a catalogue, without what stands around them.
fn messages(json: &str) -> String {
    let whole: serde_json::Value = serde_json::from_str(json).unwrap();
    whole["messages"].to_string()
}

fn check_shapes(rows: &[(&str, &str)]) {
    for (english, expected) in rows {
        let book = compile(english, NO_FILES, Parity::Partial).unwrap();
        assert_eq!(messages(&catalogue::english(&book)), *expected, "{english}");
    }
}

fn check_faults(rows: &[(&str, &str, &[&str])]) {
    for (english, welsh, expected) in rows {
        let faults = compile(english, welsh, Parity::Partial).map(|_| ()).unwrap_err();
        assert_eq!(faults, *expected, "{english}\n{welsh}");
    }
}

#[test]
fn each_kind_of_text_has_its_shape() {
    check_shapes(&[
        ("", "[]"),
        ("a = Words", r#"["Words"]"#),
        ("b = Second\na = First\n", r#"["First","Second"]"#),
        ("a = For { $who }", r#"[["For ",0]]"#),
        ("a = { $who }", "[[0]]"),
        ("a = { $b } and { $a }, { $b }", r#"[[1," and ",0,", ",1]]"#),
        ("a = { NUMBER($n) } left", r#"[[0," left"]]"#),
        ("a = { \"\" }", r#"[""]"#),
        ("a = { \"{\" }x{ \"\\u00E9\" }", r#"["{xé"]"#),
        ("a = { { $x } }", "[[0]]"),
        ("-t = Trellis\na = On { -t }.", r#"["On Trellis."]"#),
        ("-t = { -u }!\n-u = Trellis\na = { -t }", r#"["Trellis!"]"#),
        ("a =\n    First line\n    second line\n\n    third\n", r#"["First line\nsecond line\n\nthird"]"#),
        ("a =\r\n    First line\r\n    second line\r\n", r#"["First line\nsecond line"]"#),
        ("# A comment\n## Group\n### File\n\na = “Curly” \"straight\" \\", r#"["“Curly” \"straight\" \\"]"#),
    ]);
}

#[test]
fn each_kind_of_select_has_its_shape() {
    check_shapes(&[
        (
            "a = { $n ->\n  [one] One day\n *[other] { $n } days\n}",
            r#"[[[0,{"*":[0," days"],"one":"One day"}]]]"#,
        ),
        (
            "a = In { NUMBER($n) ->\n  [0] none\n  [one] one\n *[other] many\n} days",
            r#"[["In ",[0,{"*":"many","=0":"none","one":"one"}]," days"]]"#,
        ),
        ("a = { $n ->\n *[other] Days\n}", r#"[[[0,{"*":"Days"}]]]"#),
        ("a = { $n ->\n  [other] Days\n *[one] Day\n}", r#"[[[0,{"*":"Day","other":"Days"}]]]"#),
        ("a = { $n ->\n  [-1] Under\n *[other] Over\n}", r#"[[[0,{"*":"Over","=-1":"Under"}]]]"#),
        (
            "a = { $who ->\n  [worker] With { $name }\n *[other] Alone\n}",
            r#"[[[1,{"*":"Alone","worker":["With ",0]}]]]"#,
        ),
        (
            "a = { $who ->\n  [me] { $n ->\n    [one] 1\n   *[other] { $n }\n  }\n *[you] { \"\" }\n}",
            r#"[[[1,{"*":"","me":[[0,{"*":[0],"one":"1"}]]}]]]"#,
        ),
    ]);
}

#[test]
fn a_welsh_catalogue_has_the_order_of_the_english_one_and_gaps() {
    let english = "c = C { $y } { $x }\nb = B\na = A\n";
    let welsh = "a = Â\nc = { $x } { $y }\n";
    let book = compile(english, welsh, Parity::Partial).unwrap();
    assert_eq!(messages(&catalogue::english(&book)), r#"["A","B",["C ",1," ",0]]"#);
    assert_eq!(messages(&catalogue::welsh(&book)), r#"["Â",null,[0," ",1]]"#);
    assert!(catalogue::welsh(&book).contains(r#""language":"cy""#));
}

#[test]
fn the_door_holds_what_its_files_hold_and_a_gap_for_everything_else() {
    let file = |name: &str, text: &str| File { name: name.to_string(), text: text.to_string() };
    let english = [file("en/door.ftl", "b = B\n"), file("en/people.ftl", "a = A\nc = C\n")];
    let book = book::compile(&english, &[], Parity::Partial).unwrap();
    assert_eq!(messages(&catalogue::door(&book)), r#"[null,"B",null]"#);
    assert!(catalogue::door(&book).contains(r#""door":true"#));
}

#[test]
fn a_welsh_plural_may_stand_where_it_is_complete_or_says_one_form() {
    let six = "a = { $n ->\n [zero] 0\n [one] 1\n [two] 2\n [few] 3\n [many] 6\n *[other] 9\n}";
    let numbers = "a = { $n ->\n [0] 0\n [1] 1\n [2] 2\n [3] 3\n [6] 6\n *[other] 9\n}";
    let one_form = "# Welsh keeps one form after a number.\na = { $n ->\n *[other] { $n } dydd\n}";
    let words = "a = { $n ->\n  [mine] fi\n *[other] ti\n}";
    for (english, welsh) in [
        ("a = { $n ->\n *[one] x\n}", six),
        ("a = { NUMBER($n) }", numbers),
        ("a = { $n }", one_form),
        ("a = { $n }", words),
    ] {
        assert!(compile(english, welsh, Parity::Full).is_ok(), "{welsh}");
    }
}

#[test]
fn what_is_not_supported_is_refused_with_the_reason() {
    check_faults(&[
        ("a = x\n  .title = y", "", &["en/a.ftl: a: attributes are not supported: write another message"]),
        (
            "a =\n  .title = y",
            "",
            &[
                "en/a.ftl: a: attributes are not supported: write another message",
                "en/a.ftl: a: it has no text",
            ],
        ),
        (
            "a = { b }\nb = x",
            "",
            &[
                "en/a.ftl: a: { b } is a reference to a message, which is not supported: make it a term (-b) or a variable ($b)",
            ],
        ),
        ("a = { 5 }", "", &["en/a.ftl: a: { 5 } is a number in braces: write 5 without them"]),
        ("a = { DATETIME($d) }", "", &["en/a.ftl: a: the function DATETIME() is not supported"]),
        (
            "a = { NUMBER($n, minimumFractionDigits: 2) }",
            "",
            &["en/a.ftl: a: NUMBER() takes one variable and no options"],
        ),
        ("a = { NUMBER(5) }", "", &["en/a.ftl: a: NUMBER() takes one variable and no options"]),
        (
            "-t = x\na = { -t(case: \"lower\") }",
            "",
            &["en/a.ftl: a: the term -t is given arguments or an attribute, which are not supported"],
        ),
        ("a = { -t }", "", &["en/a.ftl: a: the term -t is not defined in this language"]),
        ("-t = { $x }", "", &["en/a.ftl: -t: the term -t uses $x, but terms take no variables"]),
        ("-t = x { -t }", "", &["en/a.ftl: -t: the term -t contains itself"]),
        ("-t = x\n  .y = z", "", &["en/a.ftl: -t: attributes are not supported"]),
        ("a = { \"x\" ->\n *[other] y\n}", "", &["en/a.ftl: a: a select must be on a variable"]),
        (
            "a = { $n ->\n  [one] x\n  [blue] y\n *[other] z\n}",
            "",
            &["en/a.ftl: a: the select on $n mixes plural forms with other words"],
        ),
        (
            "a = { NUMBER($n) ->\n  [blue] y\n *[other] z\n}",
            "",
            &["en/a.ftl: a: the select on $n mixes plural forms with other words"],
        ),
        ("a = { $n ->\n  [one] x\n *[one] z\n}", "", &["en/a.ftl: a: the select on $n has [one] twice"]),
        ("a = { $n ->\n  [1.5] x\n *[other] z\n}", "", &["en/a.ftl: a: [1.5] is not a whole number"]),
        (
            "a = { NUMBER($n) } { $n ->\n  [blue] x\n *[other] z\n}",
            "",
            &["en/a.ftl: a: $n is both counted and compared with words"],
        ),
    ]);
}

#[test]
fn what_is_not_fluent_is_named_with_its_line() {
    check_faults(&[
        (
            "a = x\n\nb x y\nc = z",
            "",
            &["en/a.ftl: line 3: Expected a token starting with \"=\", in `b x y`"],
        ),
        (
            "a = x",
            "a = { $n ->\n  [one] x\n}",
            &["cy/a.ftl: line 3: The select expression must have a default variant, in `a = { $n ->`"],
        ),
        ("a = x {", "", &["en/a.ftl: line 1: Expected an inline expression, in `a = x {`"]),
    ]);
}

#[test]
fn both_languages_must_agree() {
    check_faults(&[
        ("a = x\na = y", "", &["en/a.ftl: a: this message is already in en/a.ftl"]),
        ("a = x", "a = x\na = y", &["cy/a.ftl: a: this message is already in cy/a.ftl"]),
        ("-t = x\n-t = y", "", &["en/a.ftl: -t: this term is defined twice"]),
        ("a = x", "b = y", &["cy/a.ftl: b: English has no such message"]),
        ("a = x", "a = { $n }", &["cy/a.ftl: a: $n is not in the English message"]),
        ("a = { $n }", "a = x", &["cy/a.ftl: a: $n of the English message is missing"]),
        (
            "a = { $name }",
            "a = { $nmae }",
            &[
                "cy/a.ftl: a: $nmae is not in the English message",
                "cy/a.ftl: a: $name of the English message is missing",
            ],
        ),
        (
            "a = { NUMBER($n) }",
            "a = { $n ->\n  [blue] x\n *[other] z\n}",
            &["cy/a.ftl: a: $n is counted in one language and a word in the other"],
        ),
        ("-t = x\na = { -t }", "a = { -t }", &["cy/a.ftl: a: the term -t is not defined in this language"]),
        (
            "a = { $n }",
            "a = { $n ->\n  [0] x\n  [few] y\n *[other] z\n}",
            &[
                "cy/a.ftl: a: the plural has no [one]; if Welsh needs no more forms here, say `# one form` above it",
                "cy/a.ftl: a: the plural has no [two]; if Welsh needs no more forms here, say `# one form` above it",
                "cy/a.ftl: a: the plural has no [many]; if Welsh needs no more forms here, say `# one form` above it",
            ],
        ),
    ]);
}

#[test]
fn a_name_must_be_one_in_rust_too() {
    check_faults(&[
        ("continue = x", "", &["en/a.ftl: continue: a reserved word of Rust cannot be a name"]),
        ("a = { $type }", "", &["en/a.ftl: a: $type: a reserved word of Rust cannot be a name"]),
        ("a = { $self }", "", &["en/a.ftl: a: $self: a reserved word of Rust cannot be a name"]),
        ("Hello = x", "", &["en/a.ftl: Hello: a name is written in small letters"]),
        ("a = { $userName }", "", &["en/a.ftl: a: $userName: a name is written in small letters"]),
        ("long-date = x", "", &["en/a.ftl: long-date: Text already has a function of this name"]),
        ("a-b = x\na_b = y", "", &["en/a.ftl: a_b: the name in Rust is the same as that of a-b"]),
        ("a = { $b-c } { $b_c }", "", &["en/a.ftl: a: $b_c: the name in Rust is the same as that of $b-c"]),
    ]);
}

#[test]
fn every_fault_is_listed_at_once() {
    let faults = compile("a = { b }\ntrue = x\nc = { $n }", "c = x\nd = y", Parity::Partial).unwrap_err();
    assert_eq!(faults.len(), 4, "{faults:#?}");
}

#[test]
fn a_missing_welsh_message_is_a_fault_only_when_full_parity_is_asked() {
    assert!(compile("a = x", NO_FILES, Parity::Partial).is_ok());
    let faults = compile("a = x\nb = y", "b = z", Parity::Full).unwrap_err();
    assert_eq!(faults, ["en/a.ftl: a: it is missing in Welsh"]);
}

#[test]
fn each_message_becomes_a_typed_function() {
    let rows = [
        (
            "go-on = Continue",
            "",
            "/// Continue\n",
            "pub fn go_on(&self) -> Phrase {\n        self.say(0, &[])",
        ),
        (
            "a = { $who } has { $n ->\n [one] one\n *[other] { $n }\n}",
            "",
            "/// {$who} has one | {$n}\n",
            "pub fn a(&self, n: i64, who: &str) -> Phrase {\n        self.say(0, &[Arg::Number(n), Arg::Text(who)])",
        ),
        ("a = { NUMBER($n) }", "", "/// {$n}\n", "pub fn a(&self, n: i64) -> Phrase"),
        ("a = { $n }", "", "/// {$n}\n", "pub fn a(&self, n: &str) -> Phrase"),
        // Welsh may count where English does not need to.
        (
            "a = { $n }",
            "# one form\na = { $n ->\n *[other] x\n}",
            "/// {$n}\n",
            "pub fn a(&self, n: i64) -> Phrase",
        ),
        ("a =\n  One\n\n  two", "", "    /// One\n    /// \n    /// two\n", "pub fn a(&self) -> Phrase"),
        ("a = { $first-name }", "", "/// {$first-name}\n", "pub fn a(&self, first_name: &str) -> Phrase"),
    ];
    for (english, welsh, doc, function) in rows {
        let source = source::rust(&compile(english, welsh, Parity::Partial).unwrap());
        assert!(source.contains(doc), "{source}");
        assert!(source.contains(function), "{source}");
        assert!(source.contains("pub const MESSAGES: usize = 1;"), "{source}");
    }
}

#[test]
fn the_hash_changes_with_the_messages_and_not_with_their_wording() {
    let hash = |english: &str| compile(english, NO_FILES, Parity::Partial).unwrap().hash();
    let first = hash("a = x { $n }");
    assert_eq!(hash("a = { $n } y"), first);
    for other in ["a = x", "b = { $n }", "a = { $m }", "a = { NUMBER($n) }", "a = { $n }\nb = y"] {
        assert_ne!(hash(other), first, "{other}");
    }
    let book = compile("a = x { $n }", NO_FILES, Parity::Partial).unwrap();
    for made in [catalogue::english(&book), catalogue::welsh(&book), source::rust(&book)] {
        assert!(made.contains(&first), "{made}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_a_fault() {
    let faults = crate::catalogues(std::path::Path::new("no/such/folder")).unwrap_err();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults[0].starts_with("no/such/folder/en: "), "{faults:?}");
}

#[test]
fn the_files_of_the_app_are_without_fault() {
    let locales = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales");
    let catalogues = crate::catalogues(&locales).unwrap();
    assert_eq!(catalogues.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["en-door", "en", "cy"]);
    assert!(crate::watched(&locales).iter().any(|path| path.ends_with("cy/common.ftl")));
}
