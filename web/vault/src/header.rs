//! The vault's header: what is needed to get from a passphrase to the vault key. It holds nothing
//! secret in the clear and refuses bytes that are not exactly a header.

use crate::sealing::{Purpose, SEALED_SECRET, derive_key, open_secret_after, take};
use crate::{KdfParameters, Trouble, VaultId, VaultKey, Zeroizing};

pub(crate) const MAGIC: [u8; 8] = *b"TRELLISV";
pub(crate) const FORMAT: u8 = 1;
/// Argon2id, version 0x13. Other numbers are for later ways in.
pub(crate) const ARGON2ID: u8 = 1;
/// Where the wrapped vault key begins; everything before it, and its nonce, is its associated data.
pub(crate) const BEFORE_WRAP: usize = 8 + 1 + 1 + 12 + 16 + 16 + 32 + SEALED_SECRET;

/// Length of a header in bytes.
pub const HEADER_BYTES: usize = BEFORE_WRAP + SEALED_SECRET;

/// A header whose form and work factors have been checked. Only opening it with the passphrase
/// shows that nobody has changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub(crate) bytes: [u8; HEADER_BYTES],
    pub(crate) vault: VaultId,
    pub(crate) kdf: KdfParameters,
    pub(crate) salt: [u8; 16],
    pub(crate) transfer_public: [u8; 32],
    pub(crate) sealed_transfer_secret: [u8; SEALED_SECRET],
}

impl Header {
    /// Reads a header. Refuses one that is cut short or has bytes after its end
    /// ([`Trouble::Damaged`]), an unknown version or derivation ([`Trouble::NotSupported`]), and work
    /// factors out of bounds ([`Trouble::OutOfBounds`]); nothing is derived.
    pub fn parse(bytes: &[u8]) -> Result<Self, Trouble> {
        let mut rest = bytes;
        if take(&mut rest) != Some(MAGIC) {
            return Err(Trouble::Damaged);
        }
        let [format, derivation] = take(&mut rest).ok_or(Trouble::Damaged)?;
        if (format, derivation) != (FORMAT, ARGON2ID) {
            return Err(Trouble::NotSupported);
        }
        let bytes = bytes.try_into().map_err(|_| Trouble::Damaged)?;
        Self::parse_fields(bytes, &mut rest).ok_or(Trouble::Damaged)?
    }

    fn parse_fields(bytes: [u8; HEADER_BYTES], rest: &mut &[u8]) -> Option<Result<Self, Trouble>> {
        let [memory, passes, lanes] = [take(rest)?, take(rest)?, take(rest)?].map(u32::from_be_bytes);
        let (salt, vault) = (take(rest)?, VaultId(take(rest)?));
        let (transfer_public, sealed_transfer_secret) = (take(rest)?, take(rest)?);
        Some(KdfParameters::new(memory, passes, lanes).map(|kdf| Self {
            bytes,
            vault,
            kdf,
            salt,
            transfer_public,
            sealed_transfer_secret,
        }))
    }

    /// The bytes to keep; [`Header::parse`] reads them back.
    pub fn as_bytes(&self) -> &[u8; HEADER_BYTES] {
        &self.bytes
    }

    /// Which vault this opens.
    pub fn vault(&self) -> VaultId {
        self.vault
    }

    /// The work factors it was sealed with, so that the page can raise them at an unlock.
    pub fn kdf(&self) -> KdfParameters {
        self.kdf
    }

    /// The X25519 public key (RFC 7748) under which others can seal something for this vault. Trust
    /// it only after this header has been opened with its passphrase.
    pub fn transfer_public(&self) -> &[u8; 32] {
        &self.transfer_public
    }

    /// The X25519 secret that goes with [`Header::transfer_public`]. Refuses a key of another vault
    /// ([`Trouble::Misplaced`]) and a changed secret or public key ([`Trouble::Damaged`]).
    pub fn open_transfer_secret(&self, key: &VaultKey) -> Result<Zeroizing<[u8; 32]>, Trouble> {
        if key.vault() != self.vault {
            return Err(Trouble::Misplaced);
        }
        let mut block = transfer_head(self.vault, &self.transfer_public);
        let head = block.len();
        block.extend_from_slice(&self.sealed_transfer_secret);
        let wrap = derive_key(key.expose(), self.vault, Purpose::WrapTransferSecret);
        open_secret_after(head, &wrap, &block).ok_or(Trouble::Damaged)
    }
}

/// What the transfer secret is bound to: not the salt nor the work factors, so that a change of
/// passphrase leaves it as it is.
pub(crate) fn transfer_head(vault: VaultId, public: &[u8; 32]) -> Vec<u8> {
    [&[FORMAT][..], &vault.0, public].concat()
}
