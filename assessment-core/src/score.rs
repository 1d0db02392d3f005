//! Answers to numbers: reverse, add, prorate, convert, band. Cannot fail: a scale that lacks answers is
//! [`Score::NotScorable`], never an error and never a nought.

use crate::answer::{Answer, Holds, Responses, Settled};
use crate::instrument::{Code, Instrument, ItemAt, MissingRule, Scale, ScaleAt, ScoringKey, Term};
use crate::points::Points;

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
    /// Sum of item scores; after prorating where the key allows it.
    pub raw: Points,
    /// The score to show and compare: converted where the key has a table, otherwise the raw score.
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
        scores.0.push(raw.map_or_else(Score::NotScorable, |raw| finish(scale, raw)));
    }
    scores
}

/// A raw score before conversion.
struct Raw {
    points: Points,
    answered: usize,
    items: usize,
    prorated: bool,
}

fn raw(
    instrument: &Instrument,
    scale: &Scale,
    responses: &Responses,
    earlier: &Scores,
) -> Result<Raw, NotScorable> {
    match &scale.key {
        ScoringKey::Sum { terms, missing } => {
            add(instrument, terms.iter().copied(), *missing, responses, |term, code| {
                i64::from(term.reversed_from.map_or(code, |turn| turn - code))
            })
        }
        ScoringKey::Count { items, codes, missing } => {
            let terms = items.iter().map(|item| Term { item: *item, reversed_from: None });
            add(instrument, terms, *missing, responses, |_, code| i64::from(codes.contains(&code)))
        }
        ScoringKey::AnyOf { .. } => any_of(instrument, scale, responses),
        ScoringKey::TotalOf { scales } => total_of(scales, earlier),
    }
}

fn add(
    instrument: &Instrument,
    terms: impl Iterator<Item = Term>,
    rule: MissingRule,
    responses: &Responses,
    points: impl Fn(Term, Code) -> i64,
) -> Result<Raw, NotScorable> {
    let (mut sum, mut answered, mut items, mut missing) = (0, 0, 0, Vec::new());
    for term in terms {
        if !instrument.item(term.item).asked_in(responses.setting()) {
            continue;
        }
        items += 1;
        match responses.code(term.item) {
            Some(code) => {
                answered += 1;
                sum += points(term, code);
            }
            None => missing.push(term.item),
        }
    }
    let sum = Points::whole(sum);
    match rule {
        _ if items > 0 && missing.is_empty() => Ok(Raw { points: sum, answered, items, prorated: false }),
        // Person-mean: the mean of the answered items stands for each missing one.
        MissingRule::PersonMean { minimum_answered, round }
            if answered >= minimum_answered && answered > 0 =>
        {
            let points = sum.scaled(count(items), count(answered), round);
            Ok(Raw { points, answered, items, prorated: true })
        }
        _ => Err(NotScorable { missing, answered, items }),
    }
}

fn any_of(instrument: &Instrument, scale: &Scale, responses: &Responses) -> Result<Raw, NotScorable> {
    let ScoringKey::AnyOf { conditions } = &scale.key else { unreachable!("only called for any_of keys") };
    let here = |at: &ItemAt| instrument.item(*at).asked_in(responses.setting());
    let items: Vec<ItemAt> = instrument.items_of(scale).into_iter().filter(here).collect();
    let settles = |at: &ItemAt| {
        responses.code(*at).is_some() || matches!(responses.answer(*at), Settled::Given(Answer::Several(_)))
    };
    let answered = items.iter().filter(|at| settles(at)).count();
    let mut conditions = conditions.iter().filter(|c| here(&c.item)).map(|c| responses.holds(c));
    let raw = |present| Raw { points: Points::whole(present), answered, items: items.len(), prorated: false };
    let states: Vec<Holds> = conditions.by_ref().collect();
    if states.contains(&Holds::Yes) {
        Ok(raw(1))
    } else if !states.is_empty() && !states.contains(&Holds::Unknown) {
        Ok(raw(0))
    } else {
        let missing = items.iter().copied().filter(|at| !settles(at)).collect();
        Err(NotScorable { missing, answered, items: items.len() })
    }
}

fn total_of(scales: &[ScaleAt], earlier: &Scores) -> Result<Raw, NotScorable> {
    let mut total = Raw { points: Points::ZERO, answered: 0, items: 0, prorated: false };
    let mut missing = Vec::new();
    for at in scales {
        let (answered, items) = earlier.of(*at).answered_of();
        total.answered += answered;
        total.items += items;
        match earlier.of(*at) {
            Score::Scored(scored) => {
                total.points = total.points + scored.value;
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
    if scales.iter().all(|at| earlier.of(*at).scored().is_some()) {
        Ok(total)
    } else {
        Err(NotScorable { missing, answered: total.answered, items: total.items })
    }
}

fn finish(scale: &Scale, raw: Raw) -> Score {
    // A table is checked to hold every whole raw score; a prorated one may fall between two rows.
    let value = match &scale.conversion {
        None => raw.points,
        Some(table) => match table.binary_search_by_key(&raw.points, |row| row.0) {
            Ok(row) => table[row].1,
            Err(_) => {
                return Score::NotScorable(NotScorable {
                    missing: Vec::new(),
                    answered: raw.answered,
                    items: raw.items,
                });
            }
        },
    };
    let band = scale.bands.iter().rposition(|band| band.from <= value);
    Score::Scored(Scored {
        raw: raw.points,
        value,
        band,
        answered: raw.answered,
        items: raw.items,
        prorated: raw.prorated,
    })
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
