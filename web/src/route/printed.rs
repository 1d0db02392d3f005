//! How the questions are printed, and how an address says so.

use crate::needs::{Ease, Pictures};
use assessment_core::instrument::Setting;

/// How the questions are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Where the person lives.
    pub setting: Setting,
    /// How plainly they are asked.
    pub ease: Ease,
    /// Whether pictures stand beside them.
    pub pictures: Pictures,
    /// How large the letters are.
    pub print: Print,
}

/// How large the letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Print {
    /// 12 point, and 14 in simple words.
    #[default]
    Usual,
    /// 18 point.
    Large,
}

impl Printed {
    /// The words of an address.
    const WORDS: [&'static str; 4] = ["custody", "easy", "pictures", "large"];

    pub(super) fn read(words: &[&str]) -> Option<Printed> {
        let mut printed = Printed::default();
        for word in words {
            match *word {
                "custody" => printed.setting = Setting::Custody,
                "easy" => printed.ease = Ease::Simple,
                "pictures" => printed.pictures = Pictures::With,
                "large" => printed.print = Print::Large,
                _ => return None,
            }
        }
        // Each word once and in its order: two addresses are never one page.
        (printed.words() == words).then_some(printed)
    }

    pub(super) fn words(self) -> Vec<&'static str> {
        let there = [
            self.setting == Setting::Custody,
            self.ease == Ease::Simple,
            self.pictures == Pictures::With,
            self.print == Print::Large,
        ];
        Printed::WORDS.into_iter().zip(there).filter(|(_, there)| *there).map(|(word, _)| word).collect()
    }
}
