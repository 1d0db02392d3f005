//! Counting tests, whoever ran them.

/// How many tests passed, failed and were passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Reads one line of a Rust test run; lines that are no summary count nothing. Both cargo's own
    /// runner and wasm-bindgen's write `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
    pub fn of_rust_line(line: &str) -> Tally {
        let mut tally = Tally::default();
        let Some(summary) = line.trim().strip_prefix("test result:") else {
            return tally;
        };
        for part in summary.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let (Some(number), Some(word)) = (words.next().and_then(|word| word.parse().ok()), words.next())
            else {
                continue;
            };
            match word {
                "passed" => tally.passed = number,
                "failed" => tally.failed = number,
                "ignored" => tally.skipped = number,
                _ => {}
            }
        }
        tally
    }

    /// Reads a line that [`Tally::line`] might have written; any other counts nothing.
    pub fn of_plain_line(line: &str) -> Tally {
        let number = |part: Option<&str>, word: &str| part?.trim().strip_suffix(word)?.trim().parse().ok();
        let mut parts = line.split(',');
        let counts = [" passed", " failed", " skipped"].map(|word| number(parts.next(), word));
        match (counts, parts.next()) {
            ([Some(passed), Some(failed), Some(skipped)], None) => Tally { passed, failed, skipped },
            _ => Tally::default(),
        }
    }

    /// Reads Playwright's JSON report. A test that passed only at a second try has failed once.
    pub fn of_playwright(report: &str) -> Option<Tally> {
        let report: serde_json::Value = serde_json::from_str(report).ok()?;
        let count = |name: &str| report["stats"][name].as_u64();
        Some(Tally {
            passed: count("expected")?,
            failed: count("unexpected")? + count("flaky")?,
            skipped: count("skipped")?,
        })
    }

    /// The line everything ends with.
    pub fn line(&self) -> String {
        format!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_line_is_counted_and_other_lines_are_not() {
        let rows = [
            ("3 passed, 4 failed, 1 skipped", (3, 4, 1)),
            ("3 passed, 4 failed", (0, 0, 0)),
            ("3 passed, 4 failed, 1 skipped, 2 more", (0, 0, 0)),
            ("two passed, 4 failed, 1 skipped", (0, 0, 0)),
            ("", (0, 0, 0)),
        ];
        for (line, (passed, failed, skipped)) in rows {
            assert_eq!(Tally::of_plain_line(line), Tally { passed, failed, skipped }, "{line}");
        }
        let tally = Tally { passed: 7, failed: 1, skipped: 2 };
        assert_eq!(Tally::of_plain_line(&tally.line()), tally);
    }

    #[test]
    fn a_rust_summary_is_counted_and_other_lines_are_not() {
        let rows = [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
                (3, 0, 1),
            ),
            ("test result: FAILED. 2 passed; 4 failed; 0 ignored; 0 measured; 9 filtered out", (2, 4, 0)),
            ("test result: ok. 1 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.1s", (1, 0, 0)),
            ("test a_test ... ok", (0, 0, 0)),
            ("", (0, 0, 0)),
        ];
        for (line, (passed, failed, skipped)) in rows {
            assert_eq!(Tally::of_rust_line(line), Tally { passed, failed, skipped }, "{line}");
        }
    }

    #[test]
    fn a_flaky_browser_test_counts_as_failed() {
        let report = r#"{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":2}}"#;
        assert_eq!(Tally::of_playwright(report), Some(Tally { passed: 5, failed: 2, skipped: 2 }));
        assert_eq!(Tally::of_playwright("{}"), None);
    }
}
