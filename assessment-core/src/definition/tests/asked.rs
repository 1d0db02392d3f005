//! What the reader notes that it asked for: the schema is made of it, so it must be all of it.

use crate::definition::asked::{Asked, Shape, asked};
use crate::sample::everything;

/// One note as a row: object, field, must it be there, what it must be, the words it may be, the word it was.
fn row(one: &Asked) -> String {
    let needed = if one.needed { "must" } else { "may" };
    let shape = one.shape.map_or_else(|| "-".to_owned(), |shape: Shape| format!("{shape:?}"));
    let said = one.said.as_deref().unwrap_or("-");
    format!("{}.{} {needed} {shape} [{}] {said}", one.object, one.field, one.words.join(" "))
}

#[test]
fn each_field_is_noted_with_what_it_must_be_the_words_it_may_be_and_the_word_it_was() {
    let rows: Vec<String> = asked(&everything().to_string()).iter().map(row).collect();
    assert_eq!(rows[0], ".format must Whole [] -", "in the order it asks");
    for noted in [
        ".id must Text [] -",
        ".comparable_with may List [] -",
        ".offered must Flag [] -",
        ".wording must Word [ours not_supplied] ours",
        ".licence must Object [] -",
        "licence.terms must Text [] -",
        "licence.address may Text [] -",
        ".settings must Words [community custody] -",
        ".within_days may Whole [] -",
        "options.{} may Names [] -",
        "items[0].kind must Word [choice several number text] text",
        "items[0].from may Number [] -",
        "items[0].from may - [] -",
        "items[0].alone may Codes [] -",
        "items[0].implied may Code [] -",
        ".scales must List [] -",
    ] {
        assert!(rows.iter().any(|row| row == noted), "{noted} is not among them");
    }
}

#[test]
fn nothing_is_asked_of_what_is_no_object_and_a_wrong_field_is_noted_all_the_same() {
    assert_eq!(asked("[]"), []);
    assert_eq!(asked("{"), []);
    let rows: Vec<String> = asked(r#"{"format": "one"}"#).iter().map(row).collect();
    assert!(rows.contains(&".format must Whole [] -".to_owned()), "{rows:?}");
}
