//! The names of things in the clear: random numbers that say nothing about anybody.

/// Which vault: 16 random bytes made with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VaultId(pub [u8; 16]);

/// Which record: 16 bytes of the caller's choosing, random or fixed, never anything about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(pub [u8; 16]);

/// Which person: 16 random bytes of the caller's, never a reference number from another system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub [u8; 16]);

/// What sort of record, by a number that means something only to the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kind(pub u8);

/// How often a record has been saved; the store refuses one that is not higher than what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision of something saved for the first time.
    pub const FIRST: Self = Self(1);
}
