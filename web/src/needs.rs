//! What helps a person read, hear and take part: set once, applied at once, looked at again each time. Asked
//! without a diagnosis, never scored, never exported.

use crate::notes::Word;
use crate::text::Language;
use chrono::NaiveDate;

/// A person's communication needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// How large words are.
    pub size: Size,
    /// How much room stands between words and lines.
    pub spacing: Spacing,
    /// Colours.
    pub colours: Colours,
    /// The language they would rather use; none is no preference said.
    pub language: Option<Language>,
    /// What else helps, each once.
    pub helps: Vec<Help>,
    /// In their own words.
    pub words: String,
    /// When it was last said to be right.
    pub right_on: Option<NaiveDate>,
}

/// How large words are, against the app's own size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// As the app has it.
    #[default]
    Usual,
    /// A quarter larger.
    Larger,
    /// Half as large again.
    Large,
    /// Twice as large.
    Largest,
}

/// How much room stands between words and lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    /// As the app has it.
    #[default]
    Usual,
    /// More, as WCAG 1.4.12 has it.
    Wide,
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Dark words on light.
    #[default]
    Light,
    /// Light words on dark.
    Dark,
}

/// How plainly the questions we wrote are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ease {
    /// As they were written.
    #[default]
    Usual,
    /// In simple words, which are easy read and not the validated wording.
    Simple,
}

/// Whether pictures stand beside the questions we wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pictures {
    /// Words alone.
    #[default]
    Without,
    /// A picture beside the words, never in their place.
    With,
}

impl Pictures {
    /// The class of a document that has them.
    pub const CLASS: &'static str = "pictures";

    /// Whether a document with these classes has them.
    #[must_use]
    pub fn of(dress: &str) -> Pictures {
        if dress.split(' ').any(|class| class == Pictures::CLASS) {
            Pictures::With
        } else {
            Pictures::Without
        }
    }
}

/// Something the link worker is told, so that nobody has to ask for it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// Read the questions to me.
    ReadToMe,
    /// Simple words: the questions we wrote are asked in them.
    SimpleWords,
    /// Pictures beside the questions we wrote.
    Pictures,
    /// Breaks.
    Breaks,
    /// Somebody with me.
    Supporter,
    /// An interpreter or BSL.
    Interpreter,
    /// Paper.
    Paper,
    /// One question at a time, where several would stand on a page.
    OneAtATime,
}

/// One change to the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// How large.
    Size(Size),
    /// How much room.
    Spacing(Spacing),
    /// Which colours.
    Colours(Colours),
    /// Which language; none takes it back.
    Language(Option<Language>),
    /// Helps, or does not after all.
    Help(Help),
    /// In their own words.
    Words(String),
    /// It is all still right.
    StillRight,
}

impl Needs {
    /// The card after one change, on a day.
    #[must_use]
    pub fn with(mut self, need: Need, today: NaiveDate) -> Needs {
        match need {
            Need::Size(size) => self.size = size,
            Need::Spacing(spacing) => self.spacing = spacing,
            Need::Colours(colours) => self.colours = colours,
            Need::Language(language) => self.language = language,
            Need::Help(help) if self.helps.contains(&help) => self.helps.retain(|known| *known != help),
            Need::Help(help) => self.helps.push(help),
            Need::Words(words) => self.words = words,
            Need::StillRight => {}
        }
        self.right_on = Some(today);
        self
    }

    /// How plainly they are asked.
    #[must_use]
    pub fn ease(&self) -> Ease {
        if self.helps.contains(&Help::SimpleWords) { Ease::Simple } else { Ease::Usual }
    }

    /// How the page is dressed for them: class names of the document.
    #[must_use]
    pub fn dress(&self) -> String {
        let dress =
            format!("text-{} space-{} {}", self.size.word(), self.spacing.word(), self.colours.word());
        match self.pictures() {
            Pictures::Without => dress,
            Pictures::With => format!("{dress} {}", Pictures::CLASS),
        }
    }

    /// Whether they want pictures.
    #[must_use]
    pub fn pictures(&self) -> Pictures {
        if self.helps.contains(&Help::Pictures) { Pictures::With } else { Pictures::Without }
    }
}

impl Word for Size {
    const WORDS: &'static [(Size, &'static str)] =
        &[(Size::Usual, "100"), (Size::Larger, "125"), (Size::Large, "150"), (Size::Largest, "200")];
}

impl Word for Spacing {
    const WORDS: &'static [(Spacing, &'static str)] = &[(Spacing::Usual, "usual"), (Spacing::Wide, "wide")];
}

impl Word for Colours {
    const WORDS: &'static [(Colours, &'static str)] = &[(Colours::Light, "light"), (Colours::Dark, "dark")];
}

impl Word for Help {
    const WORDS: &'static [(Help, &'static str)] = &[
        (Help::ReadToMe, "read_to_me"),
        (Help::SimpleWords, "simple_words"),
        (Help::Pictures, "pictures"),
        (Help::Breaks, "breaks"),
        (Help::Supporter, "supporter"),
        (Help::Interpreter, "interpreter"),
        (Help::Paper, "paper"),
        (Help::OneAtATime, "one_at_a_time"),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_says_its_day_and_the_same_help_twice_takes_it_back() {
        let day = NaiveDate::default();
        let mut needs = Needs::default();
        assert_eq!((needs.right_on, needs.dress().as_str()), (None, "text-100 space-usual light"));
        let rows = [
            (Need::Size(Size::Largest), "text-200 space-usual light", 0),
            (Need::Spacing(Spacing::Wide), "text-200 space-wide light", 0),
            (Need::Colours(Colours::Dark), "text-200 space-wide dark", 0),
            (Need::Help(Help::Breaks), "text-200 space-wide dark", 1),
            (Need::Help(Help::Paper), "text-200 space-wide dark", 2),
            (Need::Help(Help::Breaks), "text-200 space-wide dark", 1),
            (Need::Help(Help::Pictures), "text-200 space-wide dark pictures", 2),
            (Need::Help(Help::SimpleWords), "text-200 space-wide dark pictures", 3),
            (Need::Help(Help::Pictures), "text-200 space-wide dark", 2),
            (Need::StillRight, "text-200 space-wide dark", 2),
        ];
        for (need, dress, helps) in rows {
            needs = needs.with(need.clone(), day);
            assert_eq!((needs.dress().as_str(), needs.helps.len()), (dress, helps), "{need:?}");
            assert_eq!(needs.right_on, Some(day));
            assert_eq!(Pictures::of(&needs.dress()), needs.pictures());
        }
    }
}
