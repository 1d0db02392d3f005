//! Texts that no author writes on purpose; most were found by the fuzzer.

use super::*;

#[test]
fn a_field_with_a_strange_name_has_a_place_that_can_be_read() {
    let rows = [
        ("", r#""""#),
        ("a\nb", r#""a\nb""#),
        ("a b", r#""a b""#),
        ("a.b", r#""a.b""#),
        ("größe", "größe"),
        ("hair-colour_2", "hair-colour_2"),
    ];
    for (name, expected) in rows {
        check(&format!("/{name}"), json!(1), expected);
        check(&format!("/licence/{name}"), json!(1), &format!("licence.{expected}"));
    }
}

#[test]
fn a_fault_is_one_line_whatever_it_repeats_from_the_file() {
    let rows = [
        ("/items/2/section", json!("a\nb"), r"There is no section `a\nb`."),
        ("/items/2/section", json!("a\u{1b}[31m"), r"There is no section `a\u{1b}[31m`."),
        ("/items/2/section", json!("é 🌿"), "There is no section `é 🌿`."),
    ];
    for (pointer, value, expected) in rows {
        let mut definition = everything();
        put(&mut definition, pointer, value.clone());
        let faults = parse(&definition.to_string()).expect_err("there is no such section");
        assert_eq!(faults[0].sentence, expected, "{value}");
    }
}
