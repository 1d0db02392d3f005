//! Which questions stand on one screen. A conversation, not a form: the items of a field together, open
//! questions together, everything behind a gate on a screen of its own.

use assessment_core::answer::{Answer, Missing, Responses, Settled};
use assessment_core::instrument::{Instrument, ItemAt, ItemKind};

/// So many cards two people can still take in at a glance.
const AT_MOST: usize = 5;

/// How questions are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lay {
    /// Those of a field together: two people look at them and talk.
    Together,
    /// Each on a screen of its own.
    OneByOne,
}

/// One screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Position in the instrument's sections.
    pub section: usize,
    /// Which items, in order.
    pub items: Vec<ItemAt>,
    /// Which screen of its section this is, from 1, and of how many.
    pub part: (usize, usize),
}

/// Every screen whose questions are asked, given the answers so far.
#[must_use]
pub fn screens(instrument: &Instrument, responses: &Responses, lay: Lay) -> Vec<Screen> {
    let mut screens: Vec<Screen> = Vec::new();
    for at in instrument.positions().filter(|at| responses.asks(*at)) {
        let section = instrument.item(at).section;
        match screens.last_mut() {
            Some(screen)
                if lay == Lay::Together && screen.section == section && joins(instrument, screen, at) =>
            {
                screen.items.push(at)
            }
            _ => screens.push(Screen { section, items: vec![at], part: (1, 1) }),
        }
    }
    let mut screens: Vec<Screen> = screens.into_iter().flat_map(evenly).collect();
    number(&mut screens);
    screens
}

/// More than two people take in at a glance are spread evenly: six are twice three and not five and one.
fn evenly(screen: Screen) -> Vec<Screen> {
    let Screen { section, items, part } = screen;
    let parts = items.len().div_ceil(AT_MOST).max(1);
    let ends: Vec<usize> = (0..=parts).map(|n| (n * items.len()).div_ceil(parts)).collect();
    ends.windows(2).map(|ends| Screen { section, items: items[ends[0]..ends[1]].to_vec(), part }).collect()
}

fn joins(instrument: &Instrument, screen: &Screen, at: ItemAt) -> bool {
    let (first, item) = (instrument.item(screen.items[0]), instrument.item(at));
    let several = |kind: &ItemKind| matches!(kind, ItemKind::Several { .. });
    let text = |kind: &ItemKind| *kind == ItemKind::Text;
    first.gate == item.gate
        && !several(&first.kind)
        && !several(&item.kind)
        && text(&first.kind) == text(&item.kind)
}

fn number(screens: &mut [Screen]) {
    let sections: Vec<usize> = screens.iter().map(|screen| screen.section).collect();
    for (n, screen) in screens.iter_mut().enumerate() {
        let before = sections[..n].iter().filter(|s| **s == screen.section).count();
        let all = sections.iter().filter(|s| **s == screen.section).count();
        screen.part = (before + 1, all);
    }
}

/// The screen an item stands on.
#[must_use]
pub fn screen_of(screens: &[Screen], at: ItemAt) -> Option<usize> {
    screens.iter().position(|screen| screen.items.contains(&at))
}

/// Where to go on: the first screen with a question nobody came to yet; otherwise none.
#[must_use]
pub fn first_open(screens: &[Screen], responses: &Responses) -> Option<usize> {
    let open =
        |at: &ItemAt| matches!(responses.answer(*at), Settled::Given(Answer::Missing(Missing::NotReached)));
    screens.iter().position(|screen| screen.items.iter().any(open))
}

#[cfg(test)]
mod tests;
