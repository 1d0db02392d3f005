//! One spelling for rules and for answers, so that the same ones always come to the same hash: words and whole
//! numbers, a line for each thing, in definition order. It never changes; another spelling is another
//! [`super::RULE_VERSION`].

use crate::answer::{Responses, cell};
use crate::instrument::{
    Code, HigherIs, Instrument, Item, ItemAt, ItemKind, ItemPoints, MissingRule, Scale, ScoringKey,
};
use crate::points::{Points, RoundTo, Rounding};

/// Lines of words. Ids and fixed words hold no space; a name is written with its length before it.
struct Lines(String);

impl Lines {
    fn line(&mut self, word: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(word);
    }

    fn word(&mut self, word: &str) {
        self.0.push(' ');
        self.0.push_str(word);
    }

    fn number(&mut self, number: i64) {
        self.word(&number.to_string());
    }

    fn points(&mut self, points: Points) {
        self.number(points.in_hundredths());
    }

    fn count(&mut self, count: usize) {
        self.word(&count.to_string());
    }

    fn codes(&mut self, codes: &[Code]) {
        self.count(codes.len());
        codes.iter().for_each(|code| self.number((*code).into()));
    }

    fn name(&mut self, name: &str) {
        self.count(name.len());
        self.word(name);
    }

    fn round(&mut self, round: Option<&RoundTo>) {
        match round {
            None => self.word("later"),
            Some(RoundTo { rounding, decimals }) => {
                self.word(match rounding {
                    Rounding::HalfUp => "half_up",
                    Rounding::HalfEven => "half_even",
                });
                self.number((*decimals).into());
            }
        }
    }
}

/// Setting and answers, without free text.
pub(super) fn inputs(instrument: &Instrument, responses: &Responses) -> String {
    let mut lines = Lines(String::new());
    lines.line("setting");
    lines.word(responses.setting().word());
    for at in instrument.positions().filter(|at| instrument.item(*at).kind != ItemKind::Text) {
        lines.line(instrument.item(at).id.as_str());
        lines.word(&cell(instrument, at, responses.answer(at)));
    }
    lines.0
}

/// Everything that decides a number or its band.
pub(super) fn rules(instrument: &Instrument) -> String {
    let mut lines = Lines(String::new());
    lines.line("within");
    lines.number(instrument.within_days().map_or(-1, i64::from));
    lines.line("minimum");
    lines.count(instrument.minimum_answered().map_or(0, |minimum| minimum.answers));
    for at in instrument.positions() {
        item(&mut lines, instrument, at);
    }
    for each in instrument.scales() {
        scale(&mut lines, instrument, each);
    }
    lines.0
}

fn item(lines: &mut Lines, instrument: &Instrument, at: ItemAt) {
    let item: &Item = instrument.item(at);
    lines.line("item");
    lines.word(item.id.as_str());
    let offered: Vec<Code> = instrument.options(at).iter().map(|option| option.code).collect();
    match &item.kind {
        ItemKind::Choice { .. } => {
            lines.word("choice");
            lines.codes(&offered);
        }
        ItemKind::Several { alone, .. } => {
            lines.word("several");
            lines.codes(&offered);
            lines.codes(alone);
        }
        ItemKind::Number { from, to, decimals } => {
            lines.word("number");
            [*from, *to, (*decimals).into()].into_iter().for_each(|each| lines.number(each.into()));
        }
        ItemKind::Text => lines.word("text"),
    }
    if item.may_not_apply {
        lines.word("may_not_apply");
    }
    if let Some(setting) = item.only_in {
        lines.word("only");
        lines.word(setting.word());
    }
    if let Some(gate) = &item.gate {
        lines.word("when");
        lines.word(instrument.item(gate.item).id.as_str());
        lines.codes(&gate.is);
    }
    if let Some(code) = item.implied {
        lines.word("implied");
        lines.number(code.into());
    }
}

fn scale(lines: &mut Lines, instrument: &Instrument, scale: &Scale) {
    lines.line("scale");
    lines.word(scale.id.as_str());
    lines.points(scale.range.0);
    lines.points(scale.range.1);
    lines.word(match scale.higher_is {
        HigherIs::Better => "better",
        HigherIs::Worse => "worse",
        HigherIs::Neither => "neither",
    });
    key(lines, instrument, &scale.key);
    for (raw, value) in scale.conversion.iter().flatten() {
        lines.line("row");
        lines.points(*raw);
        lines.points(*value);
    }
    if let Some(rescale) = &scale.rescale {
        lines.line("rescale");
        let line = [rescale.subtract, rescale.times, rescale.by, rescale.add];
        line.into_iter().for_each(|each| lines.points(each));
        lines.round(Some(&rescale.round));
    }
    for band in &scale.bands {
        lines.line("band");
        lines.points(band.from);
        lines.name(&band.name);
    }
    for cut_off in &scale.cut_offs {
        lines.line(if cut_off.case { "case" } else { "cut_off" });
        lines.points(cut_off.from);
        lines.name(&cut_off.name);
    }
}

fn key(lines: &mut Lines, instrument: &Instrument, key: &ScoringKey) {
    let id = |at: &ItemAt| instrument.item(*at).id.as_str();
    match key {
        ScoringKey::Sum { missing, .. } => rule(lines, "sum", missing),
        ScoringKey::Mean { missing, round, .. } => {
            rule(lines, "mean", missing);
            lines.round(round.as_ref());
        }
        ScoringKey::Count { items, codes, missing } => {
            rule(lines, "count", missing);
            lines.codes(codes);
            items.iter().for_each(|at| lines.word(id(at)));
        }
        ScoringKey::AnyOf { conditions } => {
            lines.word("any_of");
            for condition in conditions {
                lines.word(id(&condition.item));
                lines.codes(&condition.is);
            }
        }
        ScoringKey::TotalOf { .. } => lines.word("total_of"),
        ScoringKey::MeanOf { round, .. } => {
            lines.word("mean_of");
            lines.round(round.as_ref());
        }
    }
    for part in key.parts().unwrap_or_default() {
        lines.word(instrument.scale(*part).id.as_str());
    }
    for term in key.terms() {
        lines.line("term");
        lines.word(id(&term.item));
        match &term.points {
            ItemPoints::Coded { step } => lines.points(*step),
            ItemPoints::Reversed { turn, step } => {
                lines.word("reversed");
                lines.number((*turn).into());
                lines.points(*step);
            }
            ItemPoints::Recoded(table) => {
                lines.word("recoded");
                for (code, points) in table {
                    lines.number((*code).into());
                    lines.points(*points);
                }
            }
        }
    }
}

fn rule(lines: &mut Lines, word: &str, missing: &MissingRule) {
    lines.word(word);
    match missing {
        MissingRule::Complete => lines.word("complete"),
        MissingRule::PersonMean { minimum_answered, round } => {
            lines.word("person_mean");
            lines.count(*minimum_answered);
            lines.round(round.as_ref());
        }
    }
}
