//! The form of what is sealed under a key that only the browser holds: what a hand-over itself needs to go
//! on. The sealing is AES-256-GCM (NIST SP 800-38D), done by the browser with a key nobody can read; here
//! stands everything about it but the cipher: its head, its nonce, its padding.

use crate::random::{Random, draw};
use crate::record::{BLOCK, HEAD, LARGEST_RECORD, PASSING, pad, read_label, strip, write_head};
use crate::sealing::{TAG, take};
use crate::{Label, Place, Revision, Trouble, Zeroizing};

/// Length in bytes of a nonce of AES-GCM. One key seals far fewer than the 2^32 times that random nonces
/// of this length bear.
pub const PASSING_NONCE: usize = 12;
const BEFORE: usize = HEAD + PASSING_NONCE;

/// What the browser is to seal: `head` is the associated data and goes before the ciphertext, its last
/// [`PASSING_NONCE`] bytes are the nonce.
pub struct ToSeal {
    /// The label and the nonce.
    pub head: Vec<u8>,
    /// The padded plain bytes.
    pub padded: Zeroizing<Vec<u8>>,
}

/// What the browser is to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToOpen<'a> {
    /// How often it had been saved.
    pub revision: Revision,
    /// The associated data.
    pub head: &'a [u8],
    /// The nonce.
    pub nonce: &'a [u8],
    /// Ciphertext and tag.
    pub body: &'a [u8],
}

/// Lays out `plain` for sealing, with a nonce drawn from `random`. Refuses more than [`LARGEST_RECORD`]
/// ([`Trouble::TooLarge`]).
pub fn lay_out(label: &Label, plain: &[u8], random: &mut dyn Random) -> Result<ToSeal, Trouble> {
    let padded = pad(plain)?;
    let nonce: [u8; PASSING_NONCE] = draw(random)?;
    let mut head = write_head(PASSING, label);
    head.extend_from_slice(&nonce);
    Ok(ToSeal { head, padded })
}

/// Takes apart something sealed that should be at `place`. Refuses what is of another place
/// ([`Trouble::Misplaced`]), an unknown version ([`Trouble::NotSupported`]), more than [`LARGEST_RECORD`]
/// ([`Trouble::TooLarge`]) and what is cut short ([`Trouble::Damaged`]). Only opening it shows the rest.
pub fn take_apart<'a>(place: &Place, bytes: &'a [u8]) -> Result<ToOpen<'a>, Trouble> {
    let label = label_of_passing(bytes)?;
    if label.place != *place {
        return Err(Trouble::Misplaced);
    }
    let (head, body) = bytes.split_at(BEFORE);
    Ok(ToOpen { revision: label.revision, head, nonce: &head[HEAD..], body })
}

/// Reads the label of something sealed in this form, without a key.
pub fn label_of_passing(bytes: &[u8]) -> Result<Label, Trouble> {
    let mut rest = bytes;
    let [format] = take(&mut rest).ok_or(Trouble::Damaged)?;
    if format != PASSING {
        return Err(Trouble::NotSupported);
    }
    if bytes.len() > LARGEST_RECORD {
        return Err(Trouble::TooLarge);
    }
    let padded = bytes.len().checked_sub(BEFORE + TAG).ok_or(Trouble::Damaged)?;
    if padded == 0 || padded % BLOCK != 0 {
        return Err(Trouble::Damaged);
    }
    read_label(&mut rest).ok_or(Trouble::Damaged)
}

/// Takes the padding off what the browser opened. Refuses padding that [`lay_out`] would not make.
pub fn unpad(padded: Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, Trouble> {
    strip(padded).ok_or(Trouble::Damaged)
}
