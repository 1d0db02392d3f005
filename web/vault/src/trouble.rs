//! What can go wrong, in sentences a link worker could be shown.

use core::fmt;

/// Why something was not made, sealed or opened. Nothing is ever opened in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// The passphrase is wrong, or the sealed key is damaged. The two cannot be told apart, and
    /// nobody who is guessing learns which it was.
    WrongPassphrase,
    /// An empty passphrase was given for a new vault.
    NoPassphrase,
    /// The bytes are cut short, have something after their end, or were changed since they were
    /// sealed; or the key is not the one they were sealed under.
    Damaged,
    /// The bytes, or the key, say that they belong to another vault, person, record or kind than the
    /// caller asked for.
    Misplaced,
    /// A format version or a key derivation that this version does not know.
    NotSupported,
    /// Work factors weaker than the floor or heavier than the ceiling of
    /// [`KdfParameters`](crate::KdfParameters).
    OutOfBounds,
    /// More than [`LARGEST_RECORD`](crate::LARGEST_RECORD) once sealed.
    TooLarge,
    /// The device could not give the memory that the work factors ask for.
    NoMemory,
    /// The caller's source of random bytes gave none.
    NoRandomness,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongPassphrase => {
                "That passphrase did not open this vault. Either it was typed differently, or the \
                 vault's key is damaged."
            }
            Self::NoPassphrase => "A vault needs a passphrase, and none was given.",
            Self::Damaged => "This is damaged or has been changed since it was saved, so it was not opened.",
            Self::Misplaced => "This belongs somewhere else than where it was found, so it was not opened.",
            Self::NotSupported => "This was saved by a version of Trellis that this one cannot read.",
            Self::OutOfBounds => {
                "This vault's settings are weaker or heavier than Trellis allows, so it was not opened."
            }
            Self::TooLarge => "This is larger than Trellis keeps in one record.",
            Self::NoMemory => "This device does not have enough free memory to open the vault.",
            Self::NoRandomness => "This device gave no random numbers, so nothing could be sealed safely.",
        })
    }
}

impl core::error::Error for Trouble {}

#[cfg(test)]
mod tests {
    use super::Trouble::*;

    #[test]
    fn every_trouble_is_one_sentence_or_two_that_differ_from_the_others() {
        let all = [
            WrongPassphrase,
            NoPassphrase,
            Damaged,
            Misplaced,
            NotSupported,
            OutOfBounds,
            TooLarge,
            NoMemory,
            NoRandomness,
        ];
        let sentences = all.map(|trouble| trouble.to_string());
        for (at, sentence) in sentences.iter().enumerate() {
            assert!(sentence.ends_with('.') && !sentence.contains("  "), "{sentence}");
            assert!(!sentences[..at].contains(sentence), "{sentence}");
        }
    }
}
