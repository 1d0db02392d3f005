//! The one place where bytes are sealed and opened: XChaCha20-Poly1305, and the keys derived for it.
//!
//! A sealed block is always `head | nonce 24 | ciphertext | tag 16`. Everything before the
//! ciphertext is the associated data, so no byte of the block can be changed unseen.

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::random::{Random, draw};
use crate::{Trouble, VaultId};

/// A secret of 32 bytes, overwritten when it is dropped.
pub(crate) type Secret = Zeroizing<[u8; 32]>;

/// Length in bytes of a nonce of XChaCha20 (draft-irtf-cfrg-xchacha-03): long enough to be random.
pub(crate) const NONCE: usize = 24;
/// Length in bytes of a Poly1305 tag.
pub(crate) const TAG: usize = 16;
/// Length in bytes of a sealed secret: nonce, 32 bytes, tag.
pub(crate) const SEALED_SECRET: usize = NONCE + 32 + TAG;

/// What a derived key is for. Each label gives a key unrelated to the others, so bytes sealed for
/// one purpose never open for another.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    #[cfg(feature = "passphrase")]
    WrapVaultKey,
    WrapPersonKeys,
    WrapTransferSecret,
    RecordsWithoutPerson,
    RecordsOfPerson,
}

impl Purpose {
    /// Part of the format for ever: changing a label makes what was sealed under it unreadable.
    fn label(self) -> &'static [u8] {
        match self {
            #[cfg(feature = "passphrase")]
            Self::WrapVaultKey => b"trellis vault 1: wrap of the vault key",
            Self::WrapPersonKeys => b"trellis vault 1: wrap of person keys",
            Self::WrapTransferSecret => b"trellis vault 1: wrap of the transfer secret",
            Self::RecordsWithoutPerson => b"trellis vault 1: records without a person",
            Self::RecordsOfPerson => b"trellis vault 1: records of a person",
        }
    }
}

/// Derives a key for one purpose: HKDF-SHA-256 (RFC 5869), the vault id as salt, the purpose's label
/// as info.
pub(crate) fn derive_key(secret: &[u8; 32], vault: VaultId, purpose: Purpose) -> Secret {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(&vault.0), secret)
        .expand(purpose.label(), key.as_mut_slice())
        .expect("HKDF gives up to 8160 bytes and 32 are asked for");
    key
}

/// Takes `head`, adds a nonce drawn here and now, then `plain` sealed under `key`.
pub(crate) fn seal_after(
    mut head: Vec<u8>,
    key: &Secret,
    plain: &[u8],
    random: &mut dyn Random,
) -> Result<Vec<u8>, Trouble> {
    let nonce: [u8; NONCE] = draw(random)?;
    // Reserved in one go: a buffer that grew would leave a copy of the plain bytes behind.
    head.reserve_exact(NONCE + plain.len() + TAG);
    head.extend_from_slice(&nonce);
    let start = head.len();
    head.extend_from_slice(plain);
    let (associated, body) = head.split_at_mut(start);
    let tag = XChaCha20Poly1305::new((&**key).into())
        .encrypt_inout_detached((&nonce).into(), associated, body.into())
        .map_err(|_| Trouble::TooLarge)?;
    head.extend_from_slice(&tag);
    Ok(head)
}

/// Opens what [`seal_after`] made with a head of `head` bytes. `None` when it is too short, was
/// changed, or was sealed under another key.
pub(crate) fn open_after(head: usize, key: &Secret, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (before, rest) = bytes.split_at_checked(head.checked_add(NONCE)?)?;
    let nonce: &[u8; NONCE] = before.last_chunk()?;
    let (body, tag) = rest.split_last_chunk::<TAG>()?;
    let mut plain = Zeroizing::new(body.to_vec());
    XChaCha20Poly1305::new((&**key).into())
        .decrypt_inout_detached(nonce.into(), before, plain.as_mut_slice().into(), tag.into())
        .ok()?;
    Some(plain)
}

/// Opens a block that holds one secret of 32 bytes.
pub(crate) fn open_secret_after(head: usize, key: &Secret, bytes: &[u8]) -> Option<Secret> {
    let plain = open_after(head, key, bytes)?;
    let mut secret = Zeroizing::new([0; 32]);
    if plain.len() != secret.len() {
        return None;
    }
    secret.copy_from_slice(&plain);
    Some(secret)
}

/// Takes the next `N` bytes off the front of `bytes`, or nothing when there are fewer.
pub(crate) fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (first, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*first)
}
