//! Strengths, then what gets in the way, then support wanted, as plain ordered data. No total, no net
//! score, no sentence: the page finds the words.

use crate::answer::{Answer, Missing, Responses, Settled};
use crate::instrument::{Code, Instrument, Intention, ItemAt, ItemKind, Scale, ScaleAt, ScoringKey};
use crate::points::Points;
use crate::score::{Score, Scores};

/// What one session shows, in the order a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Fields of strength, in the order asked.
    pub strengths: Vec<Area>,
    /// Groups the person belongs to.
    pub groups: Vec<Area>,
    /// Ratings of life now, each alone.
    pub ratings: Vec<Rating>,
    /// Commitment to the one thing named.
    pub commitment: Vec<Rating>,
    /// What gets in the way.
    pub barriers: Vec<Barrier>,
    /// Support, one list for each way of counting it.
    pub support: Vec<Support>,
    /// What cannot wait today.
    pub urgent: Vec<(ItemAt, Code)>,
    /// The person's own words, byte for byte.
    pub words: Vec<(ItemAt, String)>,
}

/// A field and how each of its items stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Which scale.
    pub scale: ScaleAt,
    /// Each item of it that was asked.
    pub marks: Vec<(ItemAt, Mark)>,
    /// Its score.
    pub score: Score,
}

/// How one strength stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The best answer there is.
    HaveNow,
    /// Something between.
    Partly,
    /// Not at the moment: a wish, not a failure.
    NotYet,
    /// No answer, and why. Draws nothing.
    NoAnswer(Missing),
}

/// One number on its scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Which scale.
    pub scale: ScaleAt,
    /// Its value, when there is one.
    pub value: Option<Points>,
}

/// Something that gets in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Barrier {
    /// Which scale.
    pub scale: ScaleAt,
    /// Whether it is there.
    pub state: BarrierState,
}

/// Empty is never "checked and clear".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarrierState {
    /// It is there.
    Present,
    /// Asked and answered: it is not there.
    Absent,
    /// Not enough answers to say.
    NotKnown,
}

/// Items that count for one support scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// Which scale: unmet, or partly met.
    pub scale: ScaleAt,
    /// The kinds of support it counts.
    pub items: Vec<ItemAt>,
}

/// Composes the profile of one session.
#[must_use]
pub fn compose(instrument: &Instrument, responses: &Responses, scores: &Scores) -> Profile {
    let mut profile = Profile {
        strengths: Vec::new(),
        groups: Vec::new(),
        ratings: Vec::new(),
        commitment: Vec::new(),
        barriers: Vec::new(),
        support: Vec::new(),
        urgent: urgent(instrument, responses),
        words: words(instrument, responses),
    };
    for (n, scale) in instrument.scales().iter().enumerate() {
        let at = ScaleAt(n);
        // A part or a count only adds up what stands here already.
        if scale.key.parts().is_some() {
            continue;
        }
        let value = scores.of(at).scored().map(|scored| scored.value);
        match scale.intention {
            Intention::Strength => profile.strengths.push(area(instrument, responses, scores, at)),
            Intention::Group => profile.groups.push(area(instrument, responses, scores, at)),
            Intention::Rating => profile.ratings.push(Rating { scale: at, value }),
            Intention::Commitment => profile.commitment.push(Rating { scale: at, value }),
            Intention::Barrier => {
                let state = match value {
                    None => BarrierState::NotKnown,
                    Some(Points::ZERO) => BarrierState::Absent,
                    Some(_) => BarrierState::Present,
                };
                profile.barriers.push(Barrier { scale: at, state });
            }
            Intention::Support => profile.support.push(support(instrument, responses, at)),
            Intention::Open | Intention::Urgent | Intention::Measure => {}
        }
    }
    profile
}

fn area(instrument: &Instrument, responses: &Responses, scores: &Scores, at: ScaleAt) -> Area {
    let scale = instrument.scale(at);
    let mark = |item: ItemAt| mark(instrument, scale, responses, item).map(|mark| (item, mark));
    Area {
        scale: at,
        marks: scale.reads.iter().copied().filter_map(mark).collect(),
        score: scores.of(at).clone(),
    }
}

fn mark(instrument: &Instrument, scale: &Scale, responses: &Responses, at: ItemAt) -> Option<Mark> {
    let term = scale.key.terms().iter().find(|term| term.item == at);
    let worth = |code: Code| term.map_or(Some(Points::whole(code.into())), |term| term.score(code));
    let ends = match instrument.item(at).kind {
        ItemKind::Number { from, to, .. } => vec![from, to],
        _ => instrument.options(at).iter().map(|option| option.code).collect(),
    };
    let (best, worst) = (
        ends.iter().filter_map(|code| worth(*code)).max(),
        ends.iter().filter_map(|code| worth(*code)).min(),
    );
    match responses.answer(at) {
        Settled::NotAsked => None,
        Settled::Given(Answer::Missing(missing)) => Some(Mark::NoAnswer(*missing)),
        _ => match responses.code(at).map(worth) {
            Some(points) if points == best => Some(Mark::HaveNow),
            Some(points) if points == worst => Some(Mark::NotYet),
            Some(_) => Some(Mark::Partly),
            None => None,
        },
    }
}

fn support(instrument: &Instrument, responses: &Responses, at: ScaleAt) -> Support {
    let items = match &instrument.scale(at).key {
        ScoringKey::Count { items, codes, .. } => items
            .iter()
            .copied()
            .filter(|item| responses.code(*item).is_some_and(|code| codes.contains(&code)))
            .collect(),
        _ => Vec::new(),
    };
    Support { scale: at, items }
}

fn urgent(instrument: &Instrument, responses: &Responses) -> Vec<(ItemAt, Code)> {
    let mut urgent = Vec::new();
    for at in instrument.positions() {
        if instrument.section_of(at).intention != Intention::Urgent {
            continue;
        }
        let ItemKind::Several { alone, .. } = &instrument.item(at).kind else { continue };
        if let Settled::Given(Answer::Several(codes)) = responses.answer(at) {
            urgent.extend(codes.iter().filter(|code| !alone.contains(code)).map(|code| (at, *code)));
        }
    }
    urgent
}

fn words(instrument: &Instrument, responses: &Responses) -> Vec<(ItemAt, String)> {
    let text = |at: ItemAt| match responses.answer(at) {
        Settled::Given(Answer::Text(text)) if !text.trim().is_empty() => Some((at, text.clone())),
        _ => None,
    };
    instrument.positions().filter_map(text).collect()
}

#[cfg(test)]
mod tests;
