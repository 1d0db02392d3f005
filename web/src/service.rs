//! What a service writes down once for this tablet: who to call, and what its workers must pass on. About
//! no person, so it is kept in the clear and can be read while the tablet is locked.

use crate::text::Language;

/// Longest text kept, in characters: two screens of a tablet.
const LONGEST: usize = 4000;

/// Words of a service, in each language it wrote them in. What was written before there were two is in the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// In English.
    pub en: String,
    /// In Welsh; empty where there is none.
    pub cy: String,
}

impl Said {
    /// What was typed, without empty ends, no longer than is kept.
    fn of([en, cy]: [&str; 2]) -> Said {
        let kept = |text: &str| text.trim().chars().take(LONGEST).collect();
        Said { en: kept(en), cy: kept(cy) }
    }

    /// Whether nothing is written in either language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.cy.is_empty()
    }

    /// The words for a page in a language, and the language they are in: the other where there are none in it.
    #[must_use]
    pub fn spoken(&self, language: Language) -> (&str, Language) {
        match language {
            Language::Cy if !self.cy.is_empty() => (&self.cy, Language::Cy),
            Language::En if self.en.is_empty() => (&self.cy, Language::Cy),
            _ => (&self.en, Language::En),
        }
    }
}

/// A service's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Service {
    /// Who to call, a line each.
    pub contacts: Said,
    /// What a worker must pass on, a line each.
    pub must_tell: Said,
}

impl Service {
    /// What was typed, each in English and in Welsh.
    #[must_use]
    pub fn of(contacts: [&str; 2], must_tell: [&str; 2]) -> Service {
        Service { contacts: Said::of(contacts), must_tell: Said::of(must_tell) }
    }

    /// As it is kept: one text after the other, each but the last with its length. Without Welsh as it always was.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let (contacts, tell) = (&self.contacts, &self.must_tell);
        let one = contacts.cy.is_empty() && tell.cy.is_empty();
        let (version, texts) = if one {
            (1, vec![&contacts.en, &tell.en])
        } else {
            (2, vec![&contacts.en, &contacts.cy, &tell.en, &tell.cy])
        };
        let lengths = texts.iter().take(texts.len() - 1).map(|text| format!("{}\n", text.len()));
        let texts: String = texts.iter().map(|text| text.as_str()).collect();
        format!("{version}\n{}{texts}", lengths.collect::<String>()).into_bytes()
    }

    /// Reads [`Service::write`]; `None` for anything else.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Service> {
        let (version, rest) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
        match version {
            "1" => {
                let [contacts, tell] = parts(rest)?;
                Some(Service::of([contacts, ""], [tell, ""]))
            }
            "2" => {
                let [contacts, contacts_cy, tell, tell_cy] = parts(rest)?;
                Some(Service::of([contacts, contacts_cy], [tell, tell_cy]))
            }
            _ => None,
        }
    }
}

/// So many texts: the lengths of all but the last, a line each, and then the texts.
fn parts<const N: usize>(mut rest: &str) -> Option<[&str; N]> {
    let mut lengths = [0; N];
    for length in lengths.iter_mut().take(N - 1) {
        let (line, after) = rest.split_once('\n')?;
        *length = line.parse::<usize>().ok()?;
        rest = after;
    }
    let mut texts = [""; N];
    for (n, text) in texts.iter_mut().enumerate() {
        let at = if n + 1 == N { rest.len() } else { lengths[n] };
        (*text, rest) = rest.split_at_checked(at)?;
    }
    Some(texts)
}

/// The lines of a text that say something.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_reads_back_and_anything_else_is_nothing() {
        let long = "x".repeat(LONGEST + 1);
        let rows = [
            ("", ""),
            ("Duty desk 01632 960 001", ""),
            ("", "a child at risk"),
            ("Tŷ\n\nDŵr ☎", " b \n"),
            (&long, &long),
        ];
        for (first, second) in rows {
            for service in [
                Service::of([first, ""], [second, ""]),
                Service::of([first, second], ["", first]),
                Service::of(["", second], [second, first]),
            ] {
                assert!(service.contacts.en.chars().count() <= LONGEST);
                assert_eq!(Service::read(&service.write()), Some(service));
            }
        }
        for bytes in [
            &b""[..],
            b"2\n0\n",
            b"2\n1\n0\n0\n",
            b"2\n0\n0\nx",
            b"3\n0\n",
            b"1\n9\nshort",
            b"1\n-1\nx",
            "1\n1\n\u{e9}".as_bytes(),
            b"1\n0",
            b"\xff",
        ] {
            assert_eq!(Service::read(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn words_of_before_there_were_two_languages_open_and_are_written_as_they_were() {
        let kept = "1\n5\nTŷ 1a child at risk".as_bytes();
        let service = Service::of(["Tŷ 1", ""], ["a child at risk", ""]);
        assert_eq!(Service::read(kept), Some(service.clone()));
        assert_eq!(service.write(), kept);
    }

    #[test]
    fn a_page_has_the_words_in_its_language_or_in_the_only_one_there_is() {
        use Language::{Cy, En};
        let rows = [
            (["Desk", "Desg"], En, ("Desk", En)),
            (["Desk", "Desg"], Cy, ("Desg", Cy)),
            (["Desk", ""], Cy, ("Desk", En)),
            (["", "Desg"], En, ("Desg", Cy)),
            (["", "Desg"], Cy, ("Desg", Cy)),
        ];
        for (written, language, expected) in rows {
            assert_eq!(Said::of(written).spoken(language), expected, "{written:?} {language:?}");
        }
        assert!(Said::of([" ", "\n"]).is_empty());
    }

    #[test]
    fn lines_that_say_nothing_are_passed_over() {
        assert_eq!(lines(" a \n\n  \nb").collect::<Vec<_>>(), ["a", "b"]);
    }
}
