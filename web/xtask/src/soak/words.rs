//! The words after `soak NAME`.

use super::Order;
use std::ops::Range;
use std::time::Duration;

/// Minutes when none are given.
const MINUTES: u64 = 10;

pub fn read(words: &[String]) -> Result<Order, String> {
    let mut order = Order { seeds: None, time: Duration::from_secs(60 * MINUTES) };
    for pair in words.chunks(2) {
        match pair {
            [name, value] if name == "--seeds" => order.seeds = Some(seeds(value)?),
            [name, value] if name == "--minutes" => {
                let minutes: u64 =
                    value.parse().map_err(|_| format!("{value} is not a number of minutes."))?;
                order.time = Duration::from_secs(60 * minutes);
            }
            [other, ..] => return Err(format!("soak NAME takes --seeds A..B and --minutes M, not {other}.")),
            [] => {}
        }
    }
    Ok(order)
}

fn seeds(text: &str) -> Result<Range<u64>, String> {
    let ends = text.split_once("..").and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
    match ends {
        Some((from, to)) if from < to => Ok(from..to),
        _ => Err(format!("--seeds takes two rising numbers, as 1..9 (1 to 8), not {text}.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_read_or_refused_with_what_is_allowed() {
        let order = |seeds, minutes| Ok(Order { seeds, time: Duration::from_secs(60 * minutes) });
        let rows = [
            ("", order(None, MINUTES)),
            ("--minutes 6", order(None, 6)),
            ("--seeds 3..5 --minutes 1", order(Some(3..5), 1)),
            ("--minutes 1 --seeds 3..4", order(Some(3..4), 1)),
        ];
        for (line, expected) in rows {
            assert_eq!(read(&split(line)), expected, "{line}");
        }
        for line in
            ["--seeds 5..3", "--seeds 3..3", "--seeds 3", "--minutes x", "--hours 1", "--minutes", "6"]
        {
            assert!(read(&split(line)).is_err(), "{line}");
        }
    }

    fn split(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }
}
