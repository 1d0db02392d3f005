//! Which sections ask what nobody should have to say before a practitioner, family or a partner, though they are not
//! sensitive to everybody: *Support* asks about feeling safe with people, and about drugs, mental health and the law. The
//! list is data, in `web/safeguarding/private.json`. What is urgent today is not on it: it cannot wait until they go.

use assessment_core::instrument::Instrument;
use assessment_core::presence::Present;
use assessment_core::session::Session;
use serde_json::Value;

const LIST: &str = include_str!("../safeguarding/private.json");

/// Whether a page stands before a section: it is sensitive, or somebody is there before whom it should wait.
#[must_use]
pub fn told_first(instrument: &Instrument, session: &Session, section: usize) -> bool {
    let before_others = || session.here().is_some_and(Present::keeps_back) && is_private(instrument, section);
    instrument.sections()[section].sensitive || before_others()
}

/// Whether a section waits until a practitioner, family or a partner has gone, though it is not sensitive to everybody.
#[must_use]
pub fn is_private(instrument: &Instrument, section: usize) -> bool {
    let id = instrument.sections()[section].id.as_str();
    rows().iter().any(|row| row["instrument"] == instrument.id().as_str() && row["section"] == id)
}

fn rows() -> Vec<Value> {
    serde_json::from_str(LIST).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::tests::strengths_profile;

    #[test]
    fn every_row_names_a_section_there_is_and_the_one_that_asks_about_safety_is_among_them() {
        let instrument = strengths_profile().instrument;
        assert!(!rows().is_empty());
        for row in rows() {
            assert_eq!(row["instrument"], instrument.id().as_str(), "{row}");
            assert!(
                instrument.sections().iter().any(|section| row["section"] == section.id.as_str()),
                "{row}"
            );
        }
        let at = instrument.find_item("support_safety").expect("such an item");
        assert!(is_private(&instrument, instrument.item(at).section));
        let at = instrument.find_item("cannot_wait").expect("such an item");
        assert!(!is_private(&instrument, instrument.item(at).section));
    }
}
