//! Then and now on one line: a circle and a square on the whole range of the scale. Shapes tell them
//! apart, not colour; a missing number draws no mark.

use yew::prelude::*;

/// Two numbers on a line. All in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThenNow {
    /// Lower end of the scale.
    pub lowest: i64,
    /// Upper end.
    pub highest: i64,
    /// Then, when there is a number.
    pub then: Option<i64>,
    /// Now, when there is a number.
    pub now: Option<i64>,
}

const LEFT: i64 = 14;
const WIDTH: i64 = 292;

/// Where a value lies on the line, from 14 to 306; a value outside the range stays at its end.
#[must_use]
pub fn place(line: ThenNow, value: i64) -> i64 {
    let span = (line.highest - line.lowest).max(1);
    LEFT + (value - line.lowest).clamp(0, span) * WIDTH / span
}

/// Draws the line; `label` says the same in words.
pub fn then_now(line: ThenNow, label: String) -> Html {
    let then = line.then.map(|value| place(line, value));
    let now = line.now.map(|value| place(line, value));
    html! {
        <svg class="then-now" viewBox="0 0 320 40" role="img" aria-label={label}>
            <path class="line-axis" d={format!("M{LEFT} 20h{WIDTH}M{LEFT} 14v12M{} 14v12", LEFT + WIDTH)} />
            if let (Some(then), Some(now)) = (then, now) {
                <path class="line-way" d={format!("M{then} 20H{now}")} />
            }
            if let Some(then) = then {
                <circle class="mark-then" cx={then.to_string()} cy="20" r="9" />
            }
            if let Some(now) = now {
                <rect class="mark-now" x={(now - 7).to_string()} y="13" width="14" height="14" />
            }
        </svg>
    }
}

/// The key: which shape is which.
pub fn key(then: impl Into<Html>, now: impl Into<Html>) -> Html {
    html! {
        <p class="line-key">
            <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" focusable="false">
                <circle class="mark-then" cx="11" cy="11" r="8" />
            </svg>
            { then.into() }
            <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" focusable="false">
                <rect class="mark-now" x="4" y="4" width="14" height="14" />
            </svg>
            { now.into() }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_lies_where_its_value_is_on_the_whole_range() {
        let line = |lowest, highest| ThenNow { lowest, highest, then: None, now: None };
        let rows = [
            (line(0, 800), 0, 14),
            (line(0, 800), 400, 160),
            (line(0, 800), 800, 306),
            (line(500, 3000), 500, 14),
            (line(0, 800), 900, 306),
            (line(0, 0), 0, 14),
        ];
        for (line, value, expected) in rows {
            assert_eq!(place(line, value), expected, "{value} on {line:?}");
        }
    }
}
