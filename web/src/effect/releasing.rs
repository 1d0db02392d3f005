//! Makes the files of a release: every assessment that may leave, under names that are new each time.

use super::World;
use crate::browser;
use crate::order::ordered;
use crate::release::{self, Set};
use crate::reliability::judged;
use crate::state::{Leaving, Made};
use crate::stored::OtherScores;
use assessment_core::export::{Release, files};
use assessment_core::session::{PersonId, Session};
use assessment_core::table::Table;

impl World {
    pub(super) async fn release(&self, leaving: &[Leaving]) -> Option<Made> {
        let keeper = self.open()?;
        let (figures, _) = keeper.figures().await.ok()?;
        let library = self.library().await?;
        let mut pseudonyms: Table<PersonId, String> = Table::new();
        let (mut sessions, mut left_out) = (Vec::new(), 0);
        for leave in leaving {
            let person = leave.head.start.person;
            // New in every release, so that two releases cannot be laid side by side.
            let fresh = || crate::route::hex(&browser::fresh_id())[..12].to_owned();
            let pseudonym = pseudonyms.or_insert_with(person, fresh).clone();
            // One that will not open is no reason to keep back all the others.
            match keeper.session(leave.head.clone()).await.ok()? {
                Some(session) if library.line(&leave.head.edition()).is_some() => {
                    sessions.push((pseudonym, leave.days, session, leave));
                }
                _ => left_out += 1,
            }
        }
        // By pseudonym, then by time: the order of the list of people would tell.
        let sessions = ordered(sessions, |a, b| (&a.0, a.1) < (&b.0, b.1));
        let (mut sets, mut others) = (Vec::new(), Vec::new());
        for line in library.editions() {
            let (id, version) = (&line.edition.id, &line.edition.version);
            let asked = |session: &Session| session.instrument.as_str() == id && session.version == *version;
            let of = || sessions.iter().filter(|(_, _, session, _)| asked(session));
            if of().next().is_none() {
                continue;
            }
            let book = self.book(&line.edition).await.ok()?;
            for (pseudonym, _, session, leave) in of() {
                let stored = leave.head.scores.as_ref();
                others.extend(stored.and_then(|s| OtherScores::of(&book.instrument, session, s, pseudonym)));
            }
            let releases: Vec<Release<'_>> = of()
                .map(|(pseudonym, days, session, leave)| Release {
                    pseudonym,
                    days: *days,
                    session,
                    taps: leave.taps,
                })
                .collect();
            let newest = library.listed(id).is_some_and(|newest| newest.edition == line.edition);
            sets.push(Set {
                id: id.clone(),
                superseded: (!newest).then(|| version.clone()),
                // The codebook says by which figures a difference is judged, and of which edition they are.
                files: files(&judged(&figures, &book).instrument, &releases, vault::digest),
            });
        }
        Some(Made { files: release::together(sets), left_out, others })
    }
}
