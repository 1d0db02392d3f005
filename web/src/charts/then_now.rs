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
    let right = LEFT + WIDTH;
    html! {
        <svg class="then-now" viewBox="0 0 320 46" role="img" aria-label={label}>
            <path class="line-axis" d={format!("M{LEFT} 18h{WIDTH}M{LEFT} 11v14M{right} 11v14")} />
            <path class="line-tick" d={ticks(line)} />
            <text class="line-end" x={LEFT.to_string()} y="43" text-anchor="middle">{ points(line.lowest) }</text>
            <text class="line-end" x={right.to_string()} y="43" text-anchor="middle">{ points(line.highest) }</text>
            if let (Some(then), Some(now)) = (then, now) {
                <path class="line-way" d={format!("M{then} 18H{now}")} />
            }
            if let Some(then) = then { { circle(then, 18) } }
            if let Some(now) = now { { square(now, 18) } }
        </svg>
    }
}

/// The key: which shape is which.
pub fn key(then: impl Into<Html>, now: impl Into<Html>) -> Html {
    let one = |mark: Html, words: Html| {
        html! {
            <span>
                <svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true" focusable="false">{ mark }</svg>
                { words }
            </span>
        }
    };
    html! {
        <p class="line-key">
            { one(circle(13, 13), then.into()) }
            { one(square(13, 13), now.into()) }
        </p>
    }
}

/// Wide enough that a square on the same place leaves its ring to be seen.
fn circle(x: i64, y: i64) -> Html {
    html! { <circle class="mark-then" cx={x.to_string()} cy={y.to_string()} r="10" /> }
}

fn square(x: i64, y: i64) -> Html {
    html! { <rect class="mark-now" x={(x - 6).to_string()} y={(y - 6).to_string()} width="12" height="12" /> }
}

/// A small tick at every whole point, as long as they can be told apart.
fn ticks(line: ThenNow) -> String {
    if line.highest - line.lowest > 1200 {
        return String::new();
    }
    let between = (line.lowest + 1..line.highest).filter(|value| value % 100 == 0);
    between.map(|value| format!("M{} 14v8", place(line, value))).collect()
}

/// Hundredths of a point as people write points.
fn points(hundredths: i64) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        _ => format!("{}.{:02}", hundredths / 100, (hundredths % 100).abs()),
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

    #[test]
    fn every_whole_point_between_the_ends_has_a_tick() {
        let line = |highest| ThenNow { lowest: 0, highest, then: None, now: None };
        for (highest, expected) in [(100, 0), (800, 7), (1000, 9), (3000, 0)] {
            assert_eq!(ticks(line(highest)).matches('M').count(), expected, "up to {highest}");
        }
        assert_eq!((points(800), points(550), points(0)), ("8".into(), "5.50".into(), "0".into()));
    }
}
