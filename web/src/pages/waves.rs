//! What a wave is called on a screen.

use crate::text::{Phrase, Text};
use assessment_core::schedule::Wave;

/// The name of a wave: "Start", "3 months".
pub fn name(text: &Text, wave: &Wave) -> Phrase {
    match wave {
        Wave::Baseline => text.wave_baseline(),
        Wave::FollowUp(n) => text.wave_followup(&(3 * u32::from(*n)).to_string()),
        Wave::Between(n) => text.wave_between(&n.to_string()),
        Wave::Unscheduled(n) => text.wave_unscheduled(&n.to_string()),
        Wave::BeforeRelease => text.wave_before_release(),
        Wave::AfterRelease => text.wave_after_release(),
        Wave::Transfer => text.wave_transfer(),
        Wave::EndOfService => text.wave_end_of_service(),
        Wave::AfterService => text.wave_after_service(),
    }
}
