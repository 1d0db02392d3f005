//! How hard it is to try a passphrase, and the bounds of that.

use crate::Trouble;

/// The work factors of Argon2id version 0x13 (RFC 9106).
///
/// Never weaker than 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet), never heavier
/// than 256 MiB, 20 passes, 8 lanes. The bounds are checked before anything is derived, so a vault
/// header that somebody changed can neither make guessing cheap nor use up the device's memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfParameters {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl KdfParameters {
    /// 46 MiB, 3 passes, 1 lane: about a second on a slow tablet.
    pub const DEFAULT: Self = Self { memory_kib: 46 * 1024, passes: 3, lanes: 1 };
    /// The floor, for a device that cannot give 46 MiB: 19 MiB, 2 passes, 1 lane.
    pub const LOW_MEMORY: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    const CEILING: Self = Self { memory_kib: 256 * 1024, passes: 20, lanes: 8 };

    /// Takes memory in KiB, passes over it, and lanes. Refuses anything below the floor or above the
    /// ceiling with [`Trouble::OutOfBounds`].
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, Trouble> {
        let (least, most) = (Self::LOW_MEMORY, Self::CEILING);
        let allowed = (least.memory_kib..=most.memory_kib).contains(&memory_kib)
            && (least.passes..=most.passes).contains(&passes)
            && (least.lanes..=most.lanes).contains(&lanes);
        if allowed { Ok(Self { memory_kib, passes, lanes }) } else { Err(Trouble::OutOfBounds) }
    }

    /// Memory in KiB.
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    pub fn passes(self) -> u32 {
        self.passes
    }

    /// Lanes. More than one gains a browser nothing.
    pub fn lanes(self) -> u32 {
        self.lanes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_part_of_what_is_allowed_and_nothing_beyond_them_is() {
        let mib = |n: u32| n * 1024;
        let rows = [
            ("the floor", mib(19), 2, 1, true),
            ("the default", mib(46), 3, 1, true),
            ("the ceiling", mib(256), 20, 8, true),
            ("one KiB below the floor", mib(19) - 1, 2, 1, false),
            ("one pass", mib(46), 1, 1, false),
            ("no lanes", mib(46), 3, 0, false),
            ("one KiB above the ceiling", mib(256) + 1, 3, 1, false),
            ("21 passes", mib(46), 21, 1, false),
            ("nine lanes", mib(46), 3, 9, false),
            ("nothing at all", 0, 0, 0, false),
            ("everything", u32::MAX, u32::MAX, u32::MAX, false),
        ];
        for (name, memory, passes, lanes, allowed) in rows {
            assert_eq!(KdfParameters::new(memory, passes, lanes).is_ok(), allowed, "{name}");
        }
    }
}
