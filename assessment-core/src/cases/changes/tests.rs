use super::*;
use crate::sample::{instrument, number, scale, source, sum, with};
use serde_json::json;

/// A whole number judged by 6, worse the higher and a case from 10; one with two decimals and no threshold; one that is
/// converted.
fn small() -> Instrument {
    let judged = json!({
        "higher_is": "worse",
        "change": {"basis": "published", "threshold": 6, "source": source()},
        "cut_offs": [{"from": 10, "name": "a case", "case": true, "source": source()}],
    });
    let converted = json!({"conversion": [[0, 0], [1, 2.5], [2, 4]]});
    let items = json!([number("n", 0, 27), number("k", 0, 2)]);
    let half = with(
        scale("half", with(sum(&["n"]), json!({"weights": {"n": 0.25}})), [0, 7]),
        json!({"range": [0, 6.75]}),
    );
    let scales = json!([
        with(scale("total", sum(&["n"]), [0, 27]), judged),
        half,
        with(scale("table", sum(&["k"]), [0, 2]), converted),
    ]);
    instrument(items, scales)
}

fn cut(line: &str) -> Vec<&str> {
    line.split(',').collect()
}

#[test]
fn a_header_is_as_it_must_be_or_every_column_that_is_not_is_named() {
    let whole = COLUMNS.join(",");
    let rows: [(&str, &[(usize, &str)]); 4] = [
        (&whole, &[]),
        (&whole.replace(",ceiling", ""), &[(8, "`ceiling` is missing.")]),
        (
            &whole.replace("from,to", "to,from"),
            &[(2, "`to` stands where `from` belongs."), (3, "`from` stands where `to` belongs.")],
        ),
        (
            &format!("{whole},note"),
            &[(
                9,
                "`note` is no column of these: case, scale, from, to, difference, verdict, basis, recovery, ceiling.",
            )],
        ),
    ];
    for (line, expected) in rows {
        let found = header(&cut(line));
        let found: Vec<(usize, &str)> = found.iter().map(|w| (w.column, w.sentence.as_str())).collect();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn a_row_comes_out_as_written_or_every_cell_that_does_not_is_named() {
    let rows: [(&str, &[(usize, &str)]); 12] = [
        ("at the threshold,total,15,9,-6,reliable_improvement,published,reliable_recovery,no", &[]),
        ("just under it,total,14,9,-5,no_reliable_change,published,recovery,no", &[]),
        ("no room,total,5,0,-5,no_reliable_change,published,none,yes", &[]),
        ("no threshold,half,0.5,1.25,0.75,difference_only,none,none,no", &[]),
        ("by the table,table,2.5,4,1.5,difference_only,none,none,no", &[]),
        (
            "all wrong,total,15,9,6,no_reliable_change,none,recovery,yes",
            &[
                (4, "total difference is `-6`, not `6`."),
                (5, "total verdict is `reliable_improvement`, not `no_reliable_change`."),
                (6, "total basis is `published`, not `none`."),
                (7, "total recovery is `reliable_recovery`, not `recovery`."),
                (8, "total ceiling is `no`, not `yes`."),
            ],
        ),
        (
            "nothing said,total,15,9,,reliable_improvement,published,reliable_recovery,no",
            &[(4, "total difference is `-6`, not ``.")],
        ),
        ("no such scale,sum,15,9,-6,x,x,x,x", &[(1, "There is no scale `sum`.")]),
        (
            "out of range,total,28,-1,,,,,",
            &[(2, "`28` is no value of total."), (3, "`-1` is no value of total.")],
        ),
        ("between two,total,8.5,9,0.5,,,,", &[(2, "`8.5` is no value of total.")]),
        ("not in the table,table,0,2,2,,,,", &[(3, "`2` is no value of table.")]),
        (
            "no number,total,,nine,,,,,",
            &[(2, "`` is no value of total."), (3, "`nine` is no value of total.")],
        ),
    ];
    for (line, expected) in rows {
        let row = <[&str; 9]>::try_from(cut(line)).expect("nine cells");
        let found = differing(&small(), &row);
        let found: Vec<(usize, &str)> = found.iter().map(|w| (w.column, w.sentence.as_str())).collect();
        assert_eq!(found, expected, "{line}");
    }
}
