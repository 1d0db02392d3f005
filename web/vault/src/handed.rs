//! Sealing something for a vault without any of its keys: what a person answers on a tablet that was
//! handed over. Whoever holds the tablet then can add to it and cannot read it; only the vault key opens it.
//!
//! An X25519 pair made for this one sealing and the vault's public key give a secret both sides know; the
//! key of the seal is derived from it. The pair's secret half is overwritten at once.

use hkdf::Hkdf;
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};

use crate::random::{Random, draw};
use crate::record::{BLOCK, HANDED, HEAD, LARGEST_RECORD, pad, read_label, strip, write_head};
use crate::sealing::{NONCE, Secret, TAG, open_after, seal_after, take};
use crate::{Header, Label, Place, Revision, Trouble, VaultId, VaultKey, Zeroizing};

/// Length in bytes of an X25519 public key (RFC 7748).
const PUBLIC: usize = 32;
/// Everything before the nonce: a record's head, then the public half of the pair.
const BEFORE: usize = HEAD + PUBLIC;
/// Part of the format for ever.
const PURPOSE: &[u8] = b"trellis vault 1: answers handed over";

/// Seals `plain` for the vault whose public key is `public`; only [`open_handed`] with that vault's key
/// opens it. Take `public` from a header that was opened with its passphrase, never from one that was
/// merely read. Refuses a public key that shares no secret ([`Trouble::Damaged`]) and more than
/// [`LARGEST_RECORD`] ([`Trouble::TooLarge`]).
pub fn seal_handed(
    public: &[u8; PUBLIC],
    label: &Label,
    plain: &[u8],
    random: &mut dyn Random,
) -> Result<Vec<u8>, Trouble> {
    let padded = pad(plain)?;
    let pair = StaticSecret::from(*Zeroizing::new(draw(random)?));
    let passing = PublicKey::from(&pair).to_bytes();
    let key = derive_shared(&pair, public, label.place.vault, [&passing, public])?;
    let mut head = write_head(HANDED, label);
    head.extend_from_slice(&passing);
    seal_after(head, &key, &padded, random)
}

/// Opens what [`seal_handed`] made, which should be at `place`; gives its revision and what was sealed.
/// Refuses anything of another place or vault ([`Trouble::Misplaced`]), an unknown version
/// ([`Trouble::NotSupported`]), more than [`LARGEST_RECORD`] ([`Trouble::TooLarge`]), and anything changed,
/// cut short or sealed for another vault ([`Trouble::Damaged`]).
///
/// That it opens does not say who sealed it: anybody with the public key can. What was sealed must carry a
/// proof of its own.
pub fn open_handed(
    header: &Header,
    key: &VaultKey,
    place: &Place,
    bytes: &[u8],
) -> Result<(Revision, Zeroizing<Vec<u8>>), Trouble> {
    let label = label_of_handed(bytes)?;
    if label.place != *place || place.vault != key.vault() {
        return Err(Trouble::Misplaced);
    }
    let secret = StaticSecret::from(*header.open_transfer_secret(key)?);
    let public = PublicKey::from(&secret).to_bytes();
    let passing: [u8; PUBLIC] = take(&mut &bytes[HEAD..]).ok_or(Trouble::Damaged)?;
    let key = derive_shared(&secret, &passing, place.vault, [&passing, &public])?;
    let padded = open_after(BEFORE, &key, bytes).ok_or(Trouble::Damaged)?;
    Ok((label.revision, strip(padded).ok_or(Trouble::Damaged)?))
}

/// Reads the label of something sealed by [`seal_handed`], without a key. Nothing shows yet that it is true.
pub fn label_of_handed(bytes: &[u8]) -> Result<Label, Trouble> {
    let mut rest = bytes;
    let [format] = take(&mut rest).ok_or(Trouble::Damaged)?;
    if format != HANDED {
        return Err(Trouble::NotSupported);
    }
    if bytes.len() > LARGEST_RECORD {
        return Err(Trouble::TooLarge);
    }
    let body = bytes.len().checked_sub(BEFORE + NONCE + TAG).ok_or(Trouble::Damaged)?;
    if body == 0 || body % BLOCK != 0 {
        return Err(Trouble::Damaged);
    }
    read_label(&mut rest).ok_or(Trouble::Damaged)
}

/// HKDF-SHA-256 over the shared secret, the vault id as salt; the info names the purpose and both public
/// keys, so that a sealing for one pair never fits another.
fn derive_shared(
    secret: &StaticSecret,
    public: &[u8; PUBLIC],
    vault: VaultId,
    [passing, lasting]: [&[u8; PUBLIC]; 2],
) -> Result<Secret, Trouble> {
    let shared = secret.diffie_hellman(&PublicKey::from(*public));
    if !shared.was_contributory() {
        return Err(Trouble::Damaged);
    }
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(&vault.0), shared.as_bytes())
        .expand_multi_info(&[PURPOSE, passing, lasting], key.as_mut_slice())
        .expect("HKDF gives up to 8160 bytes and 32 are asked for");
    Ok(key)
}
