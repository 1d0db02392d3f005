//! How questions were asked: in whose words, and how often their meaning was looked up. It counts for no score.

use super::{Entry, Session, Stage};
use crate::answer::Answer;
use crate::instrument::{Instrument, ItemAt};

impl Session {
    /// Counts that "what this means" was opened beside an item. A finished session never changes, and one that
    /// began before this was counted goes on without: part of a count would read as the whole.
    pub fn open_help(&mut self, instrument: &Instrument, at: ItemAt) {
        if let (Stage::Draft, Some(helped)) = (self.stage, &mut self.helped) {
            let times = helped.or_insert_with(instrument.item(at).id.clone(), u32::default);
            *times = times.saturating_add(1);
        }
    }

    /// The wording that the answers to some items were asked in, as an id like [`super::Start::wording`]. Where
    /// simpler words were switched on or off in between, it names those of each answer in turn, so that no other way
    /// of asking is taken for the same.
    #[must_use]
    pub fn worded(&self, instrument: &Instrument, items: &[ItemAt]) -> String {
        let mut parts = self.start.wording.splitn(3, '/');
        let (Some(language), Some(words), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
            return self.start.wording.clone();
        };
        let last = |at: &ItemAt| self.entries.get(&instrument.item(*at).id)?.last();
        let answered =
            items.iter().filter_map(last).filter(|entry| !matches!(entry.answer, Answer::Missing(_)));
        let word = |entry: &Entry| entry.wording.map_or(words, |wording| wording.word());
        let mut used: Vec<&str> = answered.map(word).collect();
        if used.iter().all(|word| *word == used[0]) {
            used.truncate(1);
        }
        if used.is_empty() {
            self.start.wording.clone()
        } else {
            format!("{language}/{}/{rest}", used.join("+"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Stamp;
    use super::super::tests::{begun, day, stamp};
    use super::*;
    use crate::answer::Missing;
    use crate::sample::{self, at, everything};
    use crate::wording::Provenance;

    #[test]
    fn the_words_of_some_items_are_those_of_every_answer_to_them() {
        use Provenance::{EasyReadNotValidated as Easy, Ours};
        let instrument = sample::parse(&everything());
        let items = ["s1", "s2", "s3"].map(|id| at(&instrument, id));
        let code = Answer::Coded(1);
        type Given<'a> = &'a [(usize, &'a Answer, Option<Provenance>)];
        let rows: [(&str, Given<'_>, &str); 9] = [
            ("en/ours/1.0.0", &[], "en/ours/1.0.0"),
            ("en/ours/1.0.0", &[(0, &code, None)], "en/ours/1.0.0"),
            ("en/ours/1.0.0", &[(0, &code, Some(Ours)), (1, &code, None)], "en/ours/1.0.0"),
            ("en/ours/1.0.0", &[(0, &code, Some(Easy))], "en/easy_read_not_validated/1.0.0"),
            ("en/ours/1.0.0", &[(0, &code, Some(Easy)), (0, &code, Some(Ours))], "en/ours/1.0.0"),
            (
                "en/ours/1.0.0",
                &[(0, &code, Some(Easy)), (1, &code, Some(Ours)), (2, &code, None)],
                "en/easy_read_not_validated+ours+ours/1.0.0",
            ),
            ("en/ours/1.0.0", &[(0, &Answer::Missing(Missing::Skipped), Some(Easy))], "en/ours/1.0.0"),
            ("en/licensed_pack/1.0.0/00ff", &[(0, &code, None)], "en/licensed_pack/1.0.0/00ff"),
            ("", &[(0, &code, Some(Easy))], ""),
        ];
        for (begun_in, given, expected) in rows {
            let mut session = begun(&instrument);
            session.start.wording = begun_in.to_owned();
            for (item, answer, wording) in given {
                let stamp = Stamp { wording: *wording, ..stamp("2026-01-02") };
                session.answer(&instrument, items[*item], (*answer).clone(), stamp).expect("an answer");
            }
            assert_eq!(session.worded(&instrument, &items), expected, "{given:?}");
        }
    }

    #[test]
    fn openings_of_help_are_counted_while_a_session_is_a_draft_and_only_from_its_beginning() {
        let instrument = sample::parse(&everything());
        let first = at(&instrument, "s1");
        let times = |session: &Session| session.helped.as_ref().map(|helped| helped.values().sum::<u32>());
        let mut session = begun(&instrument);
        assert_eq!(times(&session), Some(0));
        session.open_help(&instrument, first);
        session.open_help(&instrument, first);
        assert_eq!((times(&session), session.revision), (Some(2), 0));
        let mut older = Session { helped: None, ..begun(&instrument) };
        older.open_help(&instrument, first);
        assert_eq!(times(&older), None, "a part would read as the whole");
        session.finish(&instrument, day("2026-01-02"));
        session.open_help(&instrument, first);
        assert_eq!(times(&session), Some(2), "a finished session never changes");
    }
}
