use super::*;
use crate::instrument::Instrument;
use crate::sample::{choice, instrument, item, number, person_mean, scale, source, sum, with};
use serde_json::json;

/// Two choices 2 1 0 added up with a band at 3, a number alone, and a text.
fn small() -> Instrument {
    let bands =
        json!({"bands": [{"from": 0, "name": "low"}, {"from": 3, "name": "high"}], "bands_source": source()});
    let total = with(scale("total", person_mean(&["a", "b"], 1, "half_up", 0), [0, 4]), bands);
    let items = json!([
        choice("a", "three"),
        choice("b", "three"),
        with(number("n", 1, 6), json!({"setting": "custody"})),
        item("words", "strengths", json!({"kind": "text"})),
    ]);
    instrument(items, json!([total, scale("alone", sum(&["n"]), [1, 6])]))
}

fn cut(line: &str) -> Vec<&str> {
    line.split(',').collect()
}

#[test]
fn a_header_is_read_or_every_column_that_means_nothing_is_named() {
    let of_items = "`words` is no column: allowed are `case`, `setting`, the items that are not free text, and `expect.`.";
    let of_scales = "no column: it is `expect.`, the id of a scale, and `.status`, `.value` or `.band`.";
    let rows: [(&str, &[(usize, &str)]); 6] = [
        ("case,setting,a,b,n,expect.total.status,expect.total.value,expect.total.band", &[]),
        ("case,expect.alone.value", &[]),
        ("a,case,expect.total.value", &[(0, "The first column must be `case`.")]),
        ("case,a,b", &[(0, "Nothing is expected: add `expect.<scale>.status`, `.value` or `.band`.")]),
        ("case,a,a,words,expect.total.value", &[(2, "`a` stands here twice."), (3, of_items)]),
        (
            "case,expect.sum.value,expect.total.raw",
            &[
                (1, &format!("`expect.sum.value` is {of_scales}")),
                (2, &format!("`expect.total.raw` is {of_scales}")),
            ],
        ),
    ];
    for (header, expected) in rows {
        let found = columns(&small(), cut(header)).err().unwrap_or_default();
        let found: Vec<(usize, &str)> =
            found.iter().map(|wrong| (wrong.column, wrong.sentence.as_str())).collect();
        assert_eq!(found, expected, "{header}");
    }
}

#[test]
fn a_row_comes_out_as_written_or_every_cell_that_does_not_is_named() {
    let header =
        "case,setting,a,b,n,expect.total.status,expect.total.value,expect.total.band,expect.alone.value";
    let rows: [(&str, &[&str]); 11] = [
        ("as written,custody,2,1,6,scored,3,high,6", &[]),
        ("blank is not compared,,2,1,,,,,", &[]),
        ("one stands for the other,,2,skipped,,scored,4,high,", &[]),
        ("nobody answered,,,,,not_scorable,,,", &[]),
        ("refused as written,,3,1,,refused,,,", &[]),
        (
            "off by one,,1,1,,scored,3,high,",
            &["6 total value is `2`, not `3`.", "7 total band is `low`, not `high`."],
        ),
        (
            "no number,,skipped,,,scored,0,low,",
            &[
                "5 total status is `not_scorable`, not `scored`.",
                "6 total value is `none`, not `0`.",
                "7 total band is `none`, not `low`.",
            ],
        ),
        ("not asked here,community,2,2,6,,,,6", &["8 alone value is `none`, not `6`."]),
        (
            "nothing wrong with it,,1,1,,refused,,,",
            &["5 Every answer here is possible; the row is not refused."],
        ),
        (
            "no such code,,3,1,,scored,4,high,",
            &["2 `a` = `3`: 3 is not a code of this question; allowed: 2, 1, 0."],
        ),
        ("no such place,prison,2,1,,,,,", &["1 `prison` is no setting; allowed: community, custody."]),
    ];
    let small = small();
    let read = columns(&small, cut(header)).expect("a good header");
    for (row, expected) in rows {
        let found: Vec<String> = differing(&small, &read, cut(row))
            .iter()
            .map(|wrong| format!("{} {}", wrong.column, wrong.sentence))
            .collect();
        assert_eq!(found, expected, "{row}");
    }
}
