//! The pages of a preview in their order, and what its address asks for.

use crate::screens::{Lay, Screen, screens};
use assessment_core::answer::Responses;
use assessment_core::instrument::{Instrument, Setting};

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// What it is, before the first question.
    Start,
    /// A section that is sensitive comes next (its position in the instrument).
    HeadsUp(usize),
    /// Some questions.
    Questions(Screen),
    /// Nothing more to ask.
    Last,
}

/// The pages, given the answers so far, as the app has them.
#[must_use]
pub fn steps(instrument: &Instrument, responses: &Responses) -> Vec<Step> {
    let mut steps = vec![Step::Start];
    let mut section = None;
    for screen in screens(instrument, responses, Lay::Together) {
        if section != Some(screen.section) && instrument.sections()[screen.section].sensitive {
            steps.push(Step::HeadsUp(screen.section));
        }
        section = Some(screen.section);
        steps.push(Step::Questions(screen));
    }
    steps.push(Step::Last);
    steps
}

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which wording, by its tag or language.
    pub lang: Option<String>,
    /// For where the person lives.
    pub setting: Setting,
    /// Which page.
    pub page: Page,
}

/// Which page an address asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Every item on one page.
    All,
    /// One page, by its place in the order.
    One(usize),
}

impl Wanted {
    /// Reads the part of an address after the question mark. What it does not know it passes over.
    #[must_use]
    pub fn read(search: &str) -> Wanted {
        let mut wanted = Wanted { lang: None, setting: Setting::Community, page: Page::One(0) };
        for (name, value) in search.trim_start_matches('?').split('&').filter_map(|one| one.split_once('=')) {
            match name {
                "lang" if !value.is_empty() => wanted.lang = Some(value.to_owned()),
                "setting" => wanted.setting = Setting::read(value).unwrap_or_default(),
                "page" if value == "all" => wanted.page = Page::All,
                "page" => wanted.page = Page::One(value.parse().unwrap_or(0)),
                _ => {}
            }
        }
        wanted
    }

    /// The address that asks for it.
    #[must_use]
    pub fn address(&self) -> String {
        let lang = self.lang.iter().map(|lang| format!("lang={lang}"));
        let setting = (self.setting == Setting::Custody).then(|| "setting=custody".to_owned());
        let page = match self.page {
            Page::All => Some("page=all".to_owned()),
            Page::One(0) => None,
            Page::One(n) => Some(format!("page={n}")),
        };
        let asked: Vec<String> = lang.chain(setting).chain(page).collect();
        if asked.is_empty() { "/".to_owned() } else { format!("/?{}", asked.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::tests::strengths_profile;
    use assessment_core::answer::Answer;

    #[test]
    fn an_address_says_what_is_wanted_and_is_written_as_it_is_read() {
        let wanted =
            |lang: Option<&str>, setting, page| Wanted { lang: lang.map(str::to_owned), setting, page };
        let rows = [
            ("", wanted(None, Setting::Community, Page::One(0)), "/"),
            ("?lang=cy", wanted(Some("cy"), Setting::Community, Page::One(0)), "/?lang=cy"),
            ("?page=all", wanted(None, Setting::Community, Page::All), "/?page=all"),
            (
                "?page=3&setting=custody&lang=cy-easy&other=1",
                wanted(Some("cy-easy"), Setting::Custody, Page::One(3)),
                "/?lang=cy-easy&setting=custody&page=3",
            ),
            ("?page=-1&lang=&setting=moon", wanted(None, Setting::Community, Page::One(0)), "/"),
        ];
        for (search, expected, address) in rows {
            assert_eq!(Wanted::read(search), expected, "{search}");
            assert_eq!(expected.address(), address, "{search}");
        }
    }

    #[test]
    fn the_pages_begin_and_end_and_warn_before_what_is_sensitive() {
        let instrument = strengths_profile().instrument;
        let responses = Responses::settle(&instrument, Setting::Community, |_| Answer::NOT_REACHED);
        let steps = steps(&instrument, &responses);
        assert_eq!((steps.first(), steps.last()), (Some(&Step::Start), Some(&Step::Last)));
        let sensitive = instrument.sections().iter().filter(|section| section.sensitive).count();
        assert_eq!(steps.iter().filter(|step| matches!(step, Step::HeadsUp(_))).count(), sensitive);
        for pair in steps.windows(2) {
            if let Step::HeadsUp(section) = &pair[0] {
                assert!(
                    matches!(&pair[1], Step::Questions(screen) if screen.section == *section),
                    "{pair:?}"
                );
            }
        }
    }
}
