//! Rows of the codebook that are no columns: every rule a score follows from, so that somebody who has only the
//! answers and this book can work the scores out again.

use super::{Row, key, row};
use crate::instrument::{
    Condition, Instrument, ItemAt, ItemPoints, MissingRule, NotEstablished, Scale, ScaleAt, ScoringKey,
    Source, Term,
};
use crate::points::{Points, RoundTo, Rounding};

/// The rules of an instrument: those of the whole, of its gates and of each scale, and what nobody has
/// established. A name has a full stop in it, which no column has.
pub(super) fn rules(instrument: &Instrument) -> Vec<Row> {
    let mut rows = whole(instrument);
    for at in instrument.positions() {
        rows.extend(gate(instrument, at));
    }
    for at in instrument.scale_positions() {
        rows.extend(of_scale(instrument, instrument.scale(at)));
    }
    rows.extend(instrument.not_established().iter().map(|known| not_established(instrument, known)));
    rows
}

fn rule(variable: String, label: &str, said: String, source: &Source) -> Row {
    row(&variable, "key", label.to_owned(), "rule", said, source)
}

fn whole(instrument: &Instrument) -> Vec<Row> {
    let (licence, cited) = (instrument.licence(), instrument.source());
    let of = |name: &str, label: &str, said: String, source: &Source| {
        rule(format!("instrument.{name}"), label, said, source)
    };
    let terms = format!("{}; {}", licence.terms, licence.wording);
    let mut rows = vec![of("licence", "licence", terms, cited)];
    if let Some(recall) = instrument.recall() {
        rows.push(of("recall", "the time asked about", recall.to_owned(), cited));
    }
    if let Some(days) = instrument.within_days() {
        rows.push(of("within_days", "days all answers fall within", days.to_string(), cited));
    }
    if let Some(minimum) = instrument.minimum_answered() {
        let said = format!("{} to all items together; with fewer no scale is scored", minimum.answers);
        rows.push(of("minimum_answered", "fewest answers", said, &minimum.source));
    }
    if let Some(source) = instrument.no_total() {
        rows.push(of("no_total", "no score of everything", "none is made".to_owned(), source));
    }
    rows
}

fn gate(instrument: &Instrument, at: ItemAt) -> Option<Row> {
    let item = instrument.item(at);
    let gate = item.gate.as_ref()?;
    let otherwise = match item.implied {
        Some(code) => format!("counts as {}", instrument.code_text(at, code)),
        None => "is not asked".to_owned(),
    };
    let said = format!("{}; answered otherwise, it {otherwise}", condition(instrument, gate));
    Some(rule(format!("{}.ask_when", item.id), "when it is asked", said, instrument.source()))
}

fn of_scale(instrument: &Instrument, scale: &Scale) -> Vec<Row> {
    let of = |name: &str, label: &str, said: String, source: &Source| Row {
        scale: scale.id.to_string(),
        ..rule(format!("{}.{name}", scale.id), label, said, source)
    };
    let mut rows = vec![
        of("raw", "the raw score", raw(instrument, &scale.key), &scale.source),
        of("missing", "when answers are missing", missing(&scale.key), &scale.source),
    ];
    rows.extend(value(scale).map(|said| of("value", "the value", said, &scale.source)));
    if let Some(change) = &scale.change {
        let said = format!("from {} on; basis {}", change.threshold, change.basis.word());
        rows.push(of("change", "a difference beyond error", said, &change.source));
    }
    if let Some(at) = scale.same_text {
        let said = format!("{} reads the same both times", instrument.item(at).id);
        rows.push(of("same_text", "when two times are compared", said, &scale.source));
    }
    rows
}

fn raw(instrument: &Instrument, key: &ScoringKey) -> String {
    let terms =
        |joint: &str, terms: &[Term]| joined(joint, terms.iter().map(|term| points(instrument, term)));
    let parts = |joint: &str, parts: &[ScaleAt]| {
        joined(joint, parts.iter().map(|at| instrument.scale(*at).id.to_string()))
    };
    match key {
        ScoringKey::Sum { terms: added, missing } => {
            let round = match missing {
                MissingRule::PersonMean { round, .. } => rounded(*round),
                MissingRule::Complete => String::new(),
            };
            terms(" + ", added) + &round
        }
        ScoringKey::Mean { terms: added, round, .. } => {
            format!("mean of {}{}", terms(", ", added), rounded(*round))
        }
        ScoringKey::Count { items, codes, .. } => {
            let ids = joined(", ", items.iter().map(|at| instrument.item(*at).id.to_string()));
            format!("how many of {ids} are {}", joined(" or ", codes.iter().map(ToString::to_string)))
        }
        ScoringKey::AnyOf { conditions } => {
            let any = joined("; or ", conditions.iter().map(|one| condition(instrument, one)));
            format!("1 if {any}; otherwise 0")
        }
        ScoringKey::TotalOf { scales } => format!("values added: {}", parts(" + ", scales)),
        ScoringKey::MeanOf { scales, round } => {
            format!("mean of the values {}{}", parts(", ", scales), rounded(*round))
        }
    }
}

fn joined(joint: &str, parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(joint)
}

/// An item and what its code is turned into, such as `q05`, `(6 - q03)`, `2 * b` or `a[0=3, 1=3, 2=2]`.
fn points(instrument: &Instrument, term: &Term) -> String {
    let (at, id) = (term.item, &instrument.item(term.item).id);
    let steps = 10_i64.pow(u32::from(instrument.item(at).decimals()));
    let (step, named) = match &term.points {
        ItemPoints::Coded { step } => (*step, id.to_string()),
        ItemPoints::Reversed { turn, step } => {
            (*step, format!("({} - {id})", instrument.code_text(at, *turn)))
        }
        ItemPoints::Recoded(table) => {
            let rows = joined(", ", table.iter().map(|(code, points)| format!("{code}={points}")));
            return format!("{id}[{rows}]");
        }
    };
    match Points::hundredths(step.in_hundredths() * steps) {
        weight if weight == Points::whole(1) => named,
        weight => format!("{weight} * {named}"),
    }
}

fn condition(instrument: &Instrument, condition: &Condition) -> String {
    let codes = condition.is.iter().map(|code| instrument.code_text(condition.item, *code));
    format!("{} is {}", instrument.item(condition.item).id, joined(" or ", codes))
}

fn missing(key: &ScoringKey) -> String {
    let (rule, items) = match key {
        ScoringKey::Sum { terms, missing } | ScoringKey::Mean { terms, missing, .. } => {
            (missing, terms.len())
        }
        ScoringKey::Count { items, missing, .. } => (missing, items.len()),
        ScoringKey::AnyOf { .. } => return "1 as soon as one holds; 0 once each is answered".to_owned(),
        ScoringKey::TotalOf { .. } | ScoringKey::MeanOf { .. } => {
            return "each of them has a value".to_owned();
        }
    };
    match rule {
        MissingRule::Complete => format!("all {items} are answered"),
        MissingRule::PersonMean { minimum_answered, .. } => format!(
            "at least {minimum_answered} of {items} are answered; each other one counts as the mean of those"
        ),
    }
}

/// What becomes of the raw score; `None` where it is the value.
fn value(scale: &Scale) -> Option<String> {
    if let Some(table) = &scale.conversion {
        return Some(joined("; ", table.iter().map(|(raw, value)| format!("{raw}={value}"))));
    }
    let line = scale.rescale.as_ref()?;
    let added = if line.add == Points::ZERO { String::new() } else { format!("{} + ", line.add) };
    let moved = format!("{added}(raw - {}) * {} / {}", line.subtract, line.times, line.by);
    Some(moved + &rounded(Some(line.round)))
}

fn rounded(round: Option<RoundTo>) -> String {
    let Some(RoundTo { rounding, decimals }) = round else { return String::new() };
    let way = match rounding {
        Rounding::HalfUp => "half up",
        Rounding::HalfEven => "half to even",
    };
    format!("; rounded {way} to {decimals} decimals")
}

fn not_established(instrument: &Instrument, known: &NotEstablished) -> Row {
    let scale = known.scale.map(|at| instrument.scale(at).id.to_string()).unwrap_or_default();
    let of = if scale.is_empty() { "instrument" } else { &scale };
    let variable = format!("{of}.not_established.{}", known.fact.word());
    Row { scale: scale.clone(), ..key(&variable, "not established", "rule", &known.sentence) }
}
