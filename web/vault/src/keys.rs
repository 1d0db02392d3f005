//! The vault key and the keys of records. None can be copied, printed or compared; each overwrites
//! itself when dropped.

use core::fmt;

use crate::random::{Random, draw};
use crate::sealing::{Purpose, SEALED_SECRET, Secret, derive_key, open_secret_after, seal_after, take};
use crate::{PersonId, Revision, Trouble, VaultId, Zeroizing};

const FORMAT: u8 = 1;
/// Format, vault, person, revision.
const HEAD: usize = 1 + 16 + 16 + 8;

/// Length in bytes of a wrapped person key.
pub const WRAPPED_KEY_BYTES: usize = HEAD + SEALED_SECRET;

/// The one key of a vault. It seals no record itself: it wraps the keys of persons, and the key of
/// records without a person is derived from it.
pub struct VaultKey {
    vault: VaultId,
    bytes: Secret,
}

impl VaultKey {
    /// Takes a key that was handed over, from the worker to the page, with the vault it belongs to
    /// (from [`Header::vault`](crate::Header::vault)). Overwrite the bytes it came in afterwards.
    pub fn from_bytes(vault: VaultId, bytes: &[u8; 32]) -> Self {
        Self { vault, bytes: Zeroizing::new(*bytes) }
    }

    /// The bare bytes, only for handing the key over. Never store or log them.
    pub fn expose(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// Which vault this is the key of.
    pub fn vault(&self) -> VaultId {
        self.vault
    }

    /// The key of records that are about nobody, such as the service's settings.
    pub fn derive_settings_key(&self) -> RecordKey {
        let bytes = derive_key(&self.bytes, self.vault, Purpose::RecordsWithoutPerson);
        RecordKey { vault: self.vault, person: None, bytes }
    }

    /// Makes a new random key for one person. Gives the key, and the wrapped bytes to keep;
    /// destroying every copy of those makes all that is sealed under the key unreadable for good.
    pub fn make_person_key(
        &self,
        person: PersonId,
        revision: Revision,
        random: &mut dyn Random,
    ) -> Result<(RecordKey, Vec<u8>), Trouble> {
        let secret = Zeroizing::new(draw(random)?);
        let head = [&[FORMAT][..], &self.vault.0, &person.0, &revision.0.to_be_bytes()].concat();
        let wrap = derive_key(&self.bytes, self.vault, Purpose::WrapPersonKeys);
        let wrapped = seal_after(head, &wrap, secret.as_slice(), random)?;
        Ok((self.person_key(person, &secret), wrapped))
    }

    /// Opens the wrapped key of `person` and says which revision of it this is. Refuses another
    /// person's or vault's ([`Trouble::Misplaced`]), an unknown version ([`Trouble::NotSupported`])
    /// and anything changed ([`Trouble::Damaged`]).
    pub fn open_person_key(
        &self,
        person: PersonId,
        wrapped: &[u8],
    ) -> Result<(Revision, RecordKey), Trouble> {
        let mut rest = wrapped;
        let [format] = take(&mut rest).ok_or(Trouble::Damaged)?;
        if format != FORMAT {
            return Err(Trouble::NotSupported);
        }
        if wrapped.len() != WRAPPED_KEY_BYTES {
            return Err(Trouble::Damaged);
        }
        if (take(&mut rest), take(&mut rest)) != (Some(self.vault.0), Some(person.0)) {
            return Err(Trouble::Misplaced);
        }
        let revision = take(&mut rest).map(u64::from_be_bytes).ok_or(Trouble::Damaged)?;
        let wrap = derive_key(&self.bytes, self.vault, Purpose::WrapPersonKeys);
        let secret = open_secret_after(HEAD, &wrap, wrapped).ok_or(Trouble::Damaged)?;
        Ok((Revision(revision), self.person_key(person, &secret)))
    }

    fn person_key(&self, person: PersonId, secret: &Secret) -> RecordKey {
        let bytes = derive_key(secret, self.vault, Purpose::RecordsOfPerson);
        RecordKey { vault: self.vault, person: Some(person), bytes }
    }
}

/// The key that records are sealed under: one person's, or that of records without a person. It
/// knows whose it is, and [`seal`](crate::seal) and [`open`](crate::open) refuse any other label.
pub struct RecordKey {
    vault: VaultId,
    person: Option<PersonId>,
    bytes: Secret,
}

impl RecordKey {
    /// Which vault it belongs to.
    pub fn vault(&self) -> VaultId {
        self.vault
    }

    /// Whose records it seals; `None` for records without a person.
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }

    pub(crate) fn bytes(&self) -> &Secret {
        &self.bytes
    }
}

impl fmt::Debug for VaultKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VaultKey(hidden)")
    }
}

impl fmt::Debug for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecordKey(hidden)")
    }
}
