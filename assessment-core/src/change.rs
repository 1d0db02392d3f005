//! Two times side by side: distance travelled, band crossed, reliable change, or why they cannot be
//! compared. Cannot fail, knows no answers and no today.
//!
//! The rule is instruments.md 11.2: no threshold on file gives `difference only`; otherwise the difference
//! towards the better end is set against the threshold, the threshold itself counting as reached. When the two
//! times were not given alike, the difference stands and the verdict is withheld.

use crate::instrument::{Basis, HigherIs, Instrument, ItemAt, Scale, ScaleAt, Setting};
use crate::points::Points;
use crate::presence::Practitioner;
use crate::score::Scores;
use crate::table::Table;

/// One time of one person on one instrument, as far as change needs it.
#[derive(Clone, Debug)]
pub struct Time<'a> {
    /// The instrument, in the version it was given in.
    pub instrument: &'a Instrument,
    /// Where it was given.
    pub setting: Setting,
    /// Its scores.
    pub scores: &'a Scores,
    /// The texts that decide whether two times are about the same thing.
    pub texts: &'a Table<ItemAt, String>,
    /// How it was given.
    pub given: Given<'a>,
}

/// How an instrument was given at one time. What is not known says nothing: it withholds no verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given<'a> {
    /// The wording's id, `language/provenance/version`; empty when not known.
    pub wording: &'a str,
    /// The word of the mode; empty when not known.
    pub mode: &'a str,
    /// Who answered.
    pub respondent: Respondent,
    /// Whether a practitioner was there.
    pub practitioner: Practitioner,
}

/// Who answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Respondent {
    /// Nobody wrote it down.
    #[default]
    NotKnown,
    /// The person, alone or together with the link worker.
    Person,
    /// Somebody else for the person, for this scale at least in part.
    Proxy,
}

/// What became of one scale between two times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Both times have a number.
    Compared(Compared),
    /// One of the two has not enough answers.
    NotAssessable {
        /// Whether the earlier one has a number.
        from: Option<Points>,
        /// Whether the later one has.
        to: Option<Points>,
    },
    /// The two numbers do not measure the same thing.
    NotComparable(NotComparable),
}

/// Why two times do not measure the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComparable {
    /// Another version of the instrument, and nobody declares the two comparable.
    Version,
    /// The scale asks other things in custody than in the community, and the person has moved.
    Setting,
    /// The person named another thing, or it is not known which.
    NamedThing,
}

/// Two numbers and what can be said about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Earlier value.
    pub from: Points,
    /// Later value.
    pub to: Points,
    /// Later minus earlier.
    pub difference: Points,
    /// The difference towards the better end; `None` when neither end is better.
    pub distance_travelled: Option<Points>,
    /// The smallest difference that is more than error, when established and when the two times may be judged.
    pub threshold: Option<Points>,
    /// What the threshold rests on.
    pub basis: Option<Basis>,
    /// What can be said.
    pub verdict: Verdict,
    /// The best possible gain from the earlier value is smaller than the threshold.
    pub ceiling: bool,
    /// Bands before and after, when the scale has bands.
    pub bands: Option<(usize, usize)>,
    /// From a case to not a case, where the scale has a cut-off for it and the two times may be judged.
    pub recovery: Option<Recovery>,
    /// What else has to be said beside the numbers.
    pub said_beside: Vec<Beside>,
}

/// Leaving what the developers call a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// From a case to not a case.
    Recovery,
    /// The same, and the difference is a reliable improvement.
    ReliableRecovery,
}

impl Recovery {
    /// The word in case files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Recovery::Recovery => "recovery",
            Recovery::ReliableRecovery => "reliable_recovery",
        }
    }
}

/// What is said beside the numbers of two times and changes no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The person has moved between community and custody; the scale asks the same in both.
    Moved,
    /// It was given in another mode.
    Mode,
    /// Somebody else answered for the person at both times.
    Proxy,
    /// A practitioner was there at both times.
    Practitioner,
}

/// Why two numbers are not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// Somebody else answered for the person at one of the two times.
    Respondent,
    /// A practitioner was there at one of the two times.
    Practitioner,
    /// It was asked in another language.
    Language,
    /// It was asked in other words: of another provenance or version.
    Wording,
}

/// What can be said about a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// At or past the threshold, towards the better end.
    ReliableImprovement,
    /// At or past the threshold, towards the worse end.
    ReliableDeterioration,
    /// Below the threshold.
    NoReliableChange,
    /// At or past a threshold that rests on an imported alpha alone, either way: more than question-to-question
    /// noise, and never called reliable.
    MoreThanNoise,
    /// Below such a threshold.
    WithinNoise,
    /// No threshold is established: the numbers and nothing more.
    DifferenceOnly,
    /// The two times were not given alike: the numbers and nothing more.
    Withheld(Withheld),
}

impl Change {
    /// The word in exports.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Change::Compared(compared) => match compared.verdict {
                Verdict::ReliableImprovement => "reliable_improvement",
                Verdict::ReliableDeterioration => "reliable_deterioration",
                Verdict::NoReliableChange => "no_reliable_change",
                Verdict::MoreThanNoise
                | Verdict::WithinNoise
                | Verdict::DifferenceOnly
                | Verdict::Withheld(_) => "difference_only",
            },
            Change::NotAssessable { .. } => "not_assessable",
            Change::NotComparable(_) => "not_comparable",
        }
    }
}

/// The scale of a time that is the same as one of an instrument: its own, or that of the same id in a version that
/// is declared comparable.
fn same_scale(instrument: &Instrument, at: ScaleAt, time: &Time<'_>) -> Option<ScaleAt> {
    let (ours, theirs) = (instrument, time.instrument);
    let comparable = ours.compares_with(theirs.version()) || theirs.compares_with(ours.version());
    let same = ours.id() == theirs.id() && comparable;
    same.then(|| theirs.find_scale(ours.scale(at).id.as_str())).flatten()
}

/// Compares one scale at two times. The scale is one of `instrument`, whose bands and threshold it is judged by; each
/// time has the scores of its own version.
#[must_use]
pub fn compare(instrument: &Instrument, at: ScaleAt, from: &Time<'_>, to: &Time<'_>) -> Change {
    let scale = instrument.scale(at);
    let moved = from.setting != to.setting;
    let (Some(from_at), Some(to_at)) = (same_scale(instrument, at, from), same_scale(instrument, at, to))
    else {
        return Change::NotComparable(NotComparable::Version);
    };
    let differs = |time: &Time<'_>, at| differs_by_setting(time.instrument, time.instrument.scale(at));
    if moved && (differs(from, from_at) || differs(to, to_at)) {
        return Change::NotComparable(NotComparable::Setting);
    }
    if scale.same_text.is_some() {
        let named = |time: &Time<'_>, at| {
            let text = time.instrument.scale(at).same_text?;
            time.texts.get(&text).map(|t| t.trim().to_owned())
        };
        let (before, after) = (named(from, from_at), named(to, to_at));
        if before.as_deref().unwrap_or_default().is_empty() || before != after {
            return Change::NotComparable(NotComparable::NamedThing);
        }
    }
    match (from.scores.of(from_at).scored(), to.scores.of(to_at).scored()) {
        (Some(before), Some(after)) => {
            let mut compared = between(scale, before.value, after.value);
            if let Some(why) = withheld(&from.given, &to.given) {
                compared.withhold(why);
            }
            compared.said_beside = said_beside(moved, &from.given, &to.given);
            Change::Compared(compared)
        }
        (from, to) => Change::NotAssessable { from: from.map(|s| s.value), to: to.map(|s| s.value) },
    }
}

/// What of the way two times were given keeps them from being judged.
fn withheld(from: &Given<'_>, to: &Given<'_>) -> Option<Withheld> {
    let parts = |given: &Given<'_>| {
        let (language, words) = given.wording.split_once('/').unwrap_or((given.wording, ""));
        (language.to_owned(), words.to_owned())
    };
    let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
    let (before, after) = (parts(from), parts(to));
    match (from.respondent, to.respondent) {
        (Respondent::Person, Respondent::Proxy) | (Respondent::Proxy, Respondent::Person) => {
            return Some(Withheld::Respondent);
        }
        _ => {}
    }
    match (from.practitioner, to.practitioner) {
        (Practitioner::Away, Practitioner::Present) | (Practitioner::Present, Practitioner::Away) => {
            return Some(Withheld::Practitioner);
        }
        _ => {}
    }
    if differ(&before.0, &after.0) {
        return Some(Withheld::Language);
    }
    differ(&before.1, &after.1).then_some(Withheld::Wording)
}

fn said_beside(moved: bool, from: &Given<'_>, to: &Given<'_>) -> Vec<Beside> {
    let mode = !from.mode.is_empty() && !to.mode.is_empty() && from.mode != to.mode;
    let proxy = from.respondent == Respondent::Proxy && to.respondent == Respondent::Proxy;
    let both = (from.practitioner, to.practitioner) == (Practitioner::Present, Practitioner::Present);
    let all =
        [(moved, Beside::Moved), (mode, Beside::Mode), (proxy, Beside::Proxy), (both, Beside::Practitioner)];
    all.into_iter().filter(|(said, _)| *said).map(|(_, beside)| beside).collect()
}

/// Whether a scale asks other items in custody than in the community.
#[must_use]
pub fn differs_by_setting(instrument: &Instrument, scale: &Scale) -> bool {
    scale.reads.iter().any(|at| asked_in_one_only(instrument, *at))
}

/// Whether an item, or one of the gates it lies behind, is asked in one setting only.
fn asked_in_one_only(instrument: &Instrument, at: ItemAt) -> bool {
    let item = instrument.item(at);
    item.only_in.is_some() || item.gate.as_ref().is_some_and(|gate| asked_in_one_only(instrument, gate.item))
}

/// Judges two values of one scale that were given alike.
#[must_use]
pub fn between(scale: &Scale, from: Points, to: Points) -> Compared {
    let difference = to - from;
    let (lowest, highest) = scale.value_range();
    let (distance_travelled, best_gain) = match scale.higher_is {
        HigherIs::Better => (Some(difference), highest - from),
        HigherIs::Worse => (Some(-difference), from - lowest),
        HigherIs::Neither => (None, Points::ZERO),
    };
    let rule = scale.change.as_ref();
    let threshold = rule.map(|rule| rule.threshold);
    let verdict = match (distance_travelled, rule) {
        (Some(distance), Some(rule)) if rule.basis == Basis::FileAlpha => {
            let past = distance >= rule.threshold || distance <= -rule.threshold;
            if past { Verdict::MoreThanNoise } else { Verdict::WithinNoise }
        }
        (Some(distance), Some(rule)) if distance >= rule.threshold => Verdict::ReliableImprovement,
        (Some(distance), Some(rule)) if distance <= -rule.threshold => Verdict::ReliableDeterioration,
        (Some(_), Some(_)) => Verdict::NoReliableChange,
        _ => Verdict::DifferenceOnly,
    };
    Compared {
        from,
        to,
        difference,
        distance_travelled,
        threshold,
        basis: rule.map(|rule| rule.basis),
        verdict,
        ceiling: distance_travelled.is_some() && threshold.is_some_and(|t| best_gain < t),
        bands: scale.band_of(from).zip(scale.band_of(to)),
        recovery: recovery(scale, from, to, verdict),
        said_beside: Vec::new(),
    }
}

fn recovery(scale: &Scale, from: Points, to: Points, verdict: Verdict) -> Option<Recovery> {
    let cut_off = scale.cut_offs.iter().find(|cut_off| cut_off.case)?;
    // The worse side is the case: at the cut-off and over where higher is worse, under it where higher is better.
    let case = |value: Points| (value >= cut_off.from) == (scale.higher_is == HigherIs::Worse);
    let reliable = verdict == Verdict::ReliableImprovement;
    let left = if reliable { Recovery::ReliableRecovery } else { Recovery::Recovery };
    (case(from) && !case(to)).then_some(left)
}

impl Compared {
    /// Takes back what was judged: the numbers stand.
    fn withhold(&mut self, why: Withheld) {
        self.verdict = Verdict::Withheld(why);
        (self.threshold, self.basis, self.recovery) = (None, None, None);
        self.ceiling = false;
    }
}

#[cfg(test)]
mod tests;
