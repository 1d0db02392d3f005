//! Answers to numbers: reverse, add, prorate, convert, band. Cannot fail: a scale that lacks answers is
//! [`Score::NotScorable`], never an error and never a nought.

use crate::answer::{Answer, Holds, Responses, Settled};
use crate::instrument::{Code, Instrument, ItemAt, ItemKind, MissingRule, Scale, ScaleAt, ScoringKey};
use crate::points::{Points, RoundTo};

/// One score for every scale, in definition order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores(pub(crate) Vec<Score>);

/// A scale's score, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Score {
    /// Enough answers.
    Scored(Scored),
    /// Not enough.
    NotScorable(NotScorable),
}

/// A number a scale came to, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Sum or mean of item scores; after prorating where the key allows it. A key that leaves the rounding to
    /// the rescaling that follows shows it with two decimals.
    pub raw: Points,
    /// The score to show and compare: converted or rescaled where the scale says so, otherwise the raw score.
    pub value: Points,
    /// Position in the scale's bands.
    pub band: Option<usize>,
    /// Answers it rests on, implied ones included.
    pub answered: usize,
    /// Items of the scale in this setting.
    pub items: usize,
    /// Whether the person's mean stood in for missing answers.
    pub prorated: bool,
}

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotScorable {
    /// Items without an answer that counts, in the order asked.
    pub missing: Vec<ItemAt>,
    /// Answers there are.
    pub answered: usize,
    /// Items of the scale in this setting.
    pub items: usize,
}

impl Scores {
    /// The score of a scale.
    #[must_use]
    pub fn of(&self, at: ScaleAt) -> &Score {
        &self.0[at.index()]
    }

    /// Scale by scale, in definition order.
    pub fn iter(&self) -> impl Iterator<Item = &Score> {
        self.0.iter()
    }
}

impl Score {
    /// The number, when there is one.
    #[must_use]
    pub fn scored(&self) -> Option<Scored> {
        match self {
            Score::Scored(scored) => Some(*scored),
            Score::NotScorable(_) => None,
        }
    }

    /// The word in exports.
    #[must_use]
    pub fn status(&self) -> &'static str {
        match self {
            Score::Scored(_) => "scored",
            Score::NotScorable(_) => "not_scorable",
        }
    }

    /// Answers there are, and items of the scale in this setting.
    #[must_use]
    pub fn answered_of(&self) -> (usize, usize) {
        match self {
            Score::Scored(scored) => (scored.answered, scored.items),
            Score::NotScorable(not) => (not.answered, not.items),
        }
    }
}

/// Scores every scale of the instrument.
#[must_use]
pub fn score(instrument: &Instrument, responses: &Responses) -> Scores {
    let mut scores = Scores(Vec::with_capacity(instrument.scales().len()));
    for scale in instrument.scales() {
        let raw = raw(instrument, scale, responses, &scores);
        scores.0.push(raw.map_or_else(Score::NotScorable, |raw| finish(scale, &raw)));
    }
    if let Some(minimum) = instrument.minimum_answered() {
        let missing = missing_of_all(instrument, responses);
        if missing.1 < minimum.answers {
            scores.0.iter_mut().for_each(|score| withdraw(score, &missing.0));
        }
    }
    scores
}

/// Items of the whole instrument that could be scored and have no answer, and how many have one.
fn missing_of_all(instrument: &Instrument, responses: &Responses) -> (Vec<ItemAt>, usize) {
    let counts = |at: &ItemAt| {
        let item = instrument.item(*at);
        item.kind != ItemKind::Text && item.asked_in(responses.setting())
    };
    let (answered, missing): (Vec<ItemAt>, Vec<ItemAt>) =
        instrument.positions().filter(counts).partition(|at| settles(responses, *at));
    let asked = missing.into_iter().filter(|at| responses.asks(*at)).collect();
    (asked, answered.len())
}

/// Too little of the whole instrument is answered: what is missing is missing from all of it.
fn withdraw(score: &mut Score, missing: &[ItemAt]) {
    let (answered, items) = score.answered_of();
    *score = Score::NotScorable(NotScorable { missing: missing.to_vec(), answered, items });
}

/// A raw score before rounding and conversion.
struct Raw {
    /// In hundredths, over `over`.
    top: i64,
    over: i64,
    round: Option<RoundTo>,
    answered: usize,
    items: usize,
    prorated: bool,
}

/// What the answers to a list of items come to.
struct Added {
    sum: i64,
    answered: usize,
    items: usize,
    missing: Vec<ItemAt>,
}

fn raw(
    instrument: &Instrument,
    scale: &Scale,
    responses: &Responses,
    earlier: &Scores,
) -> Result<Raw, NotScorable> {
    match &scale.key {
        ScoringKey::Sum { terms, missing } => {
            let items = terms.iter().map(|term| (term.item, term));
            let added = add(instrument, responses, items, |term, code| term.score(code));
            prorate(added, *missing)
        }
        ScoringKey::Mean { terms, missing, round } => {
            let items = terms.iter().map(|term| (term.item, term));
            let added = add(instrument, responses, items, |term, code| term.score(code));
            mean(added, *missing, *round)
        }
        ScoringKey::Count { items, codes, missing } => {
            let one = |(), code: Code| Some(Points::whole(i64::from(codes.contains(&code))));
            let items = items.iter().map(|item| (*item, ()));
            prorate(add(instrument, responses, items, one), *missing)
        }
        ScoringKey::AnyOf { .. } => any_of(instrument, scale, responses),
        ScoringKey::TotalOf { scales } => total_of(instrument, scale, scales, responses, earlier),
        ScoringKey::MeanOf { scales, round } => {
            let total = total_of(instrument, scale, scales, responses, earlier)?;
            Ok(Raw { over: count(scales.len()), round: *round, ..total })
        }
    }
}

/// Adds up the item scores there are. A code the item does not take counts as no answer.
fn add<T>(
    instrument: &Instrument,
    responses: &Responses,
    terms: impl Iterator<Item = (ItemAt, T)>,
    points: impl Fn(T, Code) -> Option<Points>,
) -> Added {
    let mut added = Added { sum: 0, answered: 0, items: 0, missing: Vec::new() };
    for (item, term) in terms {
        match responses.code(item).and_then(|code| points(term, code)) {
            Some(points) => {
                added.answered += 1;
                added.sum += points.in_hundredths();
            }
            None if instrument.item(item).asked_in(responses.setting()) => added.missing.push(item),
            None => {}
        }
    }
    added.items = added.answered + added.missing.len();
    added
}

/// The sum when everything is answered; with enough answers the person's mean stands for each missing one.
fn prorate(mut added: Added, rule: MissingRule) -> Result<Raw, NotScorable> {
    let prorated = enough(&mut added, rule)?;
    let Added { sum, answered, items, .. } = added;
    Ok(match rule {
        MissingRule::PersonMean { round, .. } if prorated => {
            Raw { top: sum * count(items), over: count(answered), round, answered, items, prorated }
        }
        _ => Raw { top: sum, over: 1, round: None, answered, items, prorated },
    })
}

/// The mean of the answered items, when there are enough.
fn mean(mut added: Added, rule: MissingRule, round: Option<RoundTo>) -> Result<Raw, NotScorable> {
    let prorated = enough(&mut added, rule)?;
    let Added { sum, answered, items, .. } = added;
    Ok(Raw { top: sum, over: count(answered), round, answered, items, prorated })
}

/// Whether answers are missing, and yet enough are there.
fn enough(added: &mut Added, rule: MissingRule) -> Result<bool, NotScorable> {
    match rule {
        _ if added.items > 0 && added.missing.is_empty() => Ok(false),
        MissingRule::PersonMean { minimum_answered, .. } if added.answered >= minimum_answered => Ok(true),
        _ => Err(NotScorable {
            missing: std::mem::take(&mut added.missing),
            answered: added.answered,
            items: added.items,
        }),
    }
}

/// Whether an item has an answer that settles something: a code, several codes, or one that is implied.
fn settles(responses: &Responses, at: ItemAt) -> bool {
    responses.code(at).is_some() || matches!(responses.answer(at), Settled::Given(Answer::Several(_)))
}

fn any_of(instrument: &Instrument, scale: &Scale, responses: &Responses) -> Result<Raw, NotScorable> {
    let ScoringKey::AnyOf { conditions } = &scale.key else { unreachable!("only called for any_of keys") };
    let here = |at: &ItemAt| instrument.item(*at).asked_in(responses.setting());
    let items: Vec<ItemAt> = scale.reads.iter().copied().filter(here).collect();
    let answered = items.iter().filter(|at| settles(responses, **at)).count();
    let states: Vec<Holds> =
        conditions.iter().filter(|c| here(&c.item)).map(|c| responses.holds(c)).collect();
    let raw = |present: i64| Raw {
        top: present * 100,
        over: 1,
        round: None,
        answered,
        items: items.len(),
        prorated: false,
    };
    if states.contains(&Holds::Yes) {
        Ok(raw(1))
    } else if !states.is_empty() && !states.contains(&Holds::Unknown) {
        Ok(raw(0))
    } else {
        let missing = items.iter().copied().filter(|at| !settles(responses, *at)).collect();
        Err(NotScorable { missing, answered, items: items.len() })
    }
}

/// Adds the values of parts. An item that several of them read is one item and one answer.
fn total_of(
    instrument: &Instrument,
    scale: &Scale,
    parts: &[ScaleAt],
    responses: &Responses,
    earlier: &Scores,
) -> Result<Raw, NotScorable> {
    let mut total = Raw { top: 0, over: 1, round: None, answered: 0, items: 0, prorated: false };
    for at in scale.reads.iter().filter(|at| instrument.item(**at).asked_in(responses.setting())) {
        total.items += 1;
        total.answered += usize::from(settles(responses, *at));
    }
    let mut missing = Vec::new();
    for at in parts {
        match earlier.of(*at) {
            Score::Scored(scored) => {
                total.top += scored.value.in_hundredths();
                total.prorated |= scored.prorated;
            }
            Score::NotScorable(not) => {
                for at in &not.missing {
                    if let Err(place) = missing.binary_search(at) {
                        missing.insert(place, *at);
                    }
                }
            }
        }
    }
    if parts.iter().all(|at| earlier.of(*at).scored().is_some()) {
        Ok(total)
    } else {
        Err(NotScorable { missing, answered: total.answered, items: total.items })
    }
}

fn finish(scale: &Scale, raw: &Raw) -> Score {
    // A key that names its rounding is rounded here; otherwise a rescaling rounds once, from the exact number.
    let (top, over) = match raw.round {
        Some(round) => (Points::ratio(raw.top, raw.over, round).in_hundredths(), 1),
        None => (raw.top, raw.over),
    };
    let shown = Points::ratio(top, over, RoundTo::SHOWN);
    let value = match (&scale.conversion, &scale.rescale) {
        // A table is checked to hold every whole raw score; a prorated one may fall between two rows.
        (Some(table), _) => table.binary_search_by_key(&shown, |row| row.0).ok().map(|row| table[row].1),
        (None, Some(rescale)) => Some(rescale.value(top, over)),
        (None, None) => Some(shown),
    };
    let Raw { answered, items, prorated, .. } = *raw;
    match value {
        Some(value) => {
            Score::Scored(Scored { raw: shown, value, band: scale.band_of(value), answered, items, prorated })
        }
        None => Score::NotScorable(NotScorable { missing: Vec::new(), answered, items }),
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
