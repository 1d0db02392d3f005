//! Who is there besides the person, what that means for questions about private things, and how the sitting was for
//! both. Words about people, never people: a company is a kind, and no name stands here.

/// A kind of company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Company {
    /// The link worker.
    Worker,
    /// A practitioner of another service, such as probation.
    Practitioner,
    /// Family or a partner.
    Family,
    /// A peer: somebody who has been through it.
    Peer,
    /// An interpreter, of a spoken language or of sign language.
    Interpreter,
}

impl Company {
    /// Every kind, in the order of the interface and of exports.
    pub const ALL: [Company; 5] =
        [Company::Worker, Company::Practitioner, Company::Family, Company::Peer, Company::Interpreter];

    /// The word in records and exports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Company::Worker => "worker",
            Company::Practitioner => "practitioner",
            Company::Family => "family",
            Company::Peer => "peer",
            Company::Interpreter => "interpreter",
        }
    }

    /// Reads [`Company::word`].
    #[must_use]
    pub fn read(word: &str) -> Option<Company> {
        Company::ALL.into_iter().find(|company| company.word() == word)
    }
}

/// Who is there besides the person. Each kind stands once, in the order of [`Company::ALL`], so that two of the same
/// company are the same value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Present {
    company: Vec<Company>,
    interpreting: String,
}

impl Present {
    /// Everybody named, and what the interpreter interprets into, as somebody wrote it (`BSL`, `Polish`); without an
    /// interpreter nothing is interpreted.
    #[must_use]
    pub fn new(company: &[Company], interpreting: &str) -> Present {
        let there = |one: &Company| company.contains(one);
        let company: Vec<Company> = Company::ALL.into_iter().filter(there).collect();
        let interpreted = company.contains(&Company::Interpreter);
        let interpreting = if interpreted { interpreting.trim().to_owned() } else { String::new() };
        Present { company, interpreting }
    }

    /// Whether one of this kind is there.
    #[must_use]
    pub fn has(&self, company: Company) -> bool {
        self.company.contains(&company)
    }

    /// Everybody, in the order of [`Company::ALL`].
    #[must_use]
    pub fn company(&self) -> &[Company] {
        &self.company
    }

    /// The language, or BSL; empty when nobody said, or nobody interprets.
    #[must_use]
    pub fn interpreting(&self) -> &str {
        &self.interpreting
    }

    /// The same with one more of a kind, or without.
    #[must_use]
    pub fn toggled(&self, company: Company) -> Present {
        let mut there = self.company.clone();
        if self.has(company) {
            there.retain(|known| *known != company);
        } else {
            there.push(company);
        }
        Present::new(&there, &self.interpreting)
    }

    /// Those before whom nobody has to hold anything back.
    #[must_use]
    pub fn trusted(&self) -> Present {
        let kept = |one: &Company| !matches!(one, Company::Practitioner | Company::Family);
        Present::new(&self.company.iter().copied().filter(kept).collect::<Vec<_>>(), &self.interpreting)
    }

    /// Whether somebody is there before whom nobody should have to talk about private things: a practitioner, family
    /// or a partner. A peer and an interpreter are there for the person.
    #[must_use]
    pub fn keeps_back(&self) -> bool {
        self.has(Company::Practitioner) || self.has(Company::Family)
    }

    /// Everybody as one cell: the words with a blank between them, `nobody` when there is none. Which language an
    /// interpreter speaks is not in it: in a small service it is as good as a name.
    #[must_use]
    pub fn cell(&self) -> String {
        let words: Vec<&str> = self.company.iter().map(|company| company.word()).collect();
        if words.is_empty() { "nobody".to_owned() } else { words.join(" ") }
    }
}

/// Whether a section has its turn now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is asked.
    Now,
    /// It is held for a private moment. Held is not skipped: its answers stay not reached.
    Held,
}

impl Turn {
    /// The word in records.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Turn::Now => "now",
            Turn::Held => "held",
        }
    }

    /// Reads [`Turn::word`].
    #[must_use]
    pub fn read(word: &str) -> Option<Turn> {
        [Turn::Now, Turn::Held].into_iter().find(|turn| turn.word() == word)
    }
}

/// Who was there for a section, from one moment on. Added, never changed: for an answer the last one before it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Who.
    pub present: Present,
    /// Whether the section had its turn.
    pub turn: Turn,
    /// The session's revision it came with, rising.
    pub revision: u64,
    /// When, in Unix milliseconds, by the tablet's clock.
    pub at: i64,
}

/// Whether a practitioner was in the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Practitioner {
    /// Nobody wrote it down.
    #[default]
    NotKnown,
    /// None was.
    Away,
    /// One was.
    Present,
}

/// One tap about how a sitting was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
    /// Yes.
    Yes,
    /// Partly.
    Partly,
    /// No.
    No,
}

impl Tap {
    /// The word in records and exports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Tap::Yes => "yes",
            Tap::Partly => "partly",
            Tap::No => "no",
        }
    }
}

/// How a sitting was, for both. Nobody has to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taps {
    /// The person: it was worth my time.
    pub worth: Option<Tap>,
    /// The person: it felt as if it was about me.
    pub about_me: Option<Tap>,
    /// The link worker: it was worth the time.
    pub worker: Option<Tap>,
}

#[cfg(test)]
mod tests {
    use super::Company::{Family, Interpreter, Peer, Practitioner, Worker};
    use super::*;

    #[test]
    fn who_is_there_is_a_set_and_its_cell_says_kinds_only() {
        type Row<'a> = (&'a [Company], &'a str, &'a str, &'a str, bool);
        let rows: [Row<'_>; 9] = [
            (&[], "", "nobody", "", false),
            (&[Worker], "", "worker", "", false),
            (&[Worker, Worker], "", "worker", "", false),
            (&[Family, Worker], "", "worker family", "", true),
            (&[Worker, Practitioner], "", "worker practitioner", "", true),
            (&[Peer], "", "peer", "", false),
            (&[Interpreter, Worker], " BSL ", "worker interpreter", "BSL", false),
            // Without an interpreter nothing is interpreted.
            (&[Worker], "Polish", "worker", "", false),
            (&Company::ALL, "", "worker practitioner family peer interpreter", "", true),
        ];
        for (company, interpreting, cell, language, keeps_back) in rows {
            let present = Present::new(company, interpreting);
            assert_eq!(present.cell(), cell);
            assert_eq!((present.interpreting(), present.keeps_back()), (language, keeps_back), "{cell}");
            assert!(company.iter().all(|one| present.has(*one)));
            assert!(!present.trusted().keeps_back(), "{cell}");
            assert_eq!(present.trusted() == present, !keeps_back, "{cell}");
            for one in Company::ALL {
                let toggled = present.toggled(one);
                assert_ne!(toggled.has(one), present.has(one), "{cell}: {one:?}");
                let others = |present: &Present| Company::ALL.map(|other| other != one && present.has(other));
                assert_eq!(others(&toggled), others(&present), "{cell}: {one:?}");
            }
        }
    }

    #[test]
    fn every_word_reads_back() {
        for company in Company::ALL {
            assert_eq!(Company::read(company.word()), Some(company));
        }
        for turn in [Turn::Now, Turn::Held] {
            assert_eq!(Turn::read(turn.word()), Some(turn));
        }
        assert_eq!((Company::read("judge"), Turn::read("")), (None, None));
    }
}
