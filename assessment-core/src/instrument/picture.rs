//! Pictures that may stand beside a question: their names. What they look like is the caller's affair.

/// A picture, by its name. It decorates what is said in words and never takes their place; no name is that of a
/// face, and none shows drink, a drug or a needle, which can set off a craving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture(&'static str);

impl Picture {
    /// Every picture there is.
    pub const ALL: [Picture; NAMES.len()] = {
        let mut all = [Picture(NAMES[0]); NAMES.len()];
        let mut n = 1;
        while n < NAMES.len() {
            all[n] = Picture(NAMES[n]);
            n += 1;
        }
        all
    };

    /// The word in definitions.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.0
    }
}

const NAMES: &[&str] = &[
    "able",
    "again",
    "ask",
    "bag",
    "bed",
    "bell",
    "bus",
    "calendar",
    "calm",
    "circle",
    "clock",
    "compass",
    "debt",
    "doing",
    "door",
    "faith",
    "family",
    "find_home",
    "form",
    "gift",
    "good_day",
    "growing",
    "health",
    "health_worker",
    "heart",
    "hello",
    "help",
    "hobby",
    "home",
    "in_the_way",
    "job",
    "keep_going",
    "key",
    "kind",
    "law",
    "learning",
    "letter",
    "listen",
    "map",
    "meal",
    "mend",
    "mind",
    "money",
    "moving",
    "music",
    "night",
    "notice",
    "outside",
    "party",
    "people",
    "phone",
    "place",
    "private",
    "ready",
    "rely",
    "respect",
    "safe",
    "scales",
    "shopping",
    "show",
    "signpost",
    "small_jobs",
    "speak",
    "star",
    "steps",
    "stop",
    "sun",
    "sunrise",
    "support",
    "target",
    "time",
    "work",
    "worker",
];
