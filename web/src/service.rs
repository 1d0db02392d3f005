//! What a service writes down once for this tablet: who to call, and what its workers must pass on. About
//! no person, so it is kept in the clear and can be read while the tablet is locked.

/// Longest text kept, in characters: two screens of a tablet.
const LONGEST: usize = 4000;

/// A service's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Service {
    /// Who to call, a line each.
    pub contacts: String,
    /// What a worker must pass on, a line each.
    pub must_tell: String,
}

impl Service {
    /// What was typed, without empty ends, no longer than is kept.
    #[must_use]
    pub fn of(contacts: &str, must_tell: &str) -> Service {
        let kept = |text: &str| text.trim().chars().take(LONGEST).collect();
        Service { contacts: kept(contacts), must_tell: kept(must_tell) }
    }

    /// As it is kept: one text after the other, each with its length.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        format!("1\n{}\n{}{}", self.contacts.len(), self.contacts, self.must_tell).into_bytes()
    }

    /// Reads [`Service::write`]; `None` for anything else.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Service> {
        let text = std::str::from_utf8(bytes).ok()?.strip_prefix("1\n")?;
        let (length, both) = text.split_once('\n')?;
        let at = length.parse().ok().filter(|at| both.is_char_boundary(*at))?;
        let (contacts, must_tell) = both.split_at(at);
        Some(Service::of(contacts, must_tell))
    }
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
        for (contacts, must_tell) in rows {
            let service = Service::of(contacts, must_tell);
            assert!(service.contacts.chars().count() <= LONGEST);
            assert_eq!(Service::read(&service.write()), Some(service));
        }
        for bytes in
            [&b""[..], b"2\n0\n", b"1\n9\nshort", b"1\n-1\nx", "1\n1\n\u{e9}".as_bytes(), b"1\n0", b"\xff"]
        {
            assert_eq!(Service::read(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn lines_that_say_nothing_are_passed_over() {
        assert_eq!(lines(" a \n\n  \nb").collect::<Vec<_>>(), ["a", "b"]);
    }
}
