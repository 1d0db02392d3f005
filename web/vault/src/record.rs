//! Sealed records. A record can be opened only at its place, in the vault and for the person it was
//! sealed for; its size in the clear is rounded up, so that it tells little.

use crate::random::Random;
use crate::sealing::{NONCE, TAG, open_after, seal_after, take};
use crate::{Kind, PersonId, RecordId, RecordKey, Revision, Trouble, VaultId, Zeroizing};

const FORMAT: u8 = 1;
/// The format of what was sealed for the vault on a tablet that was handed over.
#[cfg(feature = "handed")]
pub(crate) const HANDED: u8 = 2;
/// The format of what the browser seals under a key of its own.
pub(crate) const PASSING: u8 = 3;
/// Format, kind, vault, record, person or none, revision.
pub(crate) const HEAD: usize = 1 + 1 + 16 + 16 + (1 + 16) + 8;
const LENGTH: usize = 4;
pub(crate) const BLOCK: usize = 512;

/// The most bytes a sealed record may have, all told: 16 MiB.
pub const LARGEST_RECORD: usize = 16 * 1024 * 1024;

/// Where a record belongs. Whoever opens one says which place it expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The vault it is kept in.
    pub vault: VaultId,
    /// What sort of record it is.
    pub kind: Kind,
    /// Which record of that sort.
    pub record: RecordId,
    /// Whose it is, if it is about somebody.
    pub person: Option<PersonId>,
}

/// What a sealed record says about itself in the clear: its place, and how often it was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// Where it belongs.
    pub place: Place,
    /// Which saving of it this is.
    pub revision: Revision,
}

/// Seals `plain` under `key` with a nonce drawn from `random`. Refuses a label of another vault or
/// person than the key's ([`Trouble::Misplaced`]) and more than [`LARGEST_RECORD`]
/// ([`Trouble::TooLarge`]).
pub fn seal(
    key: &RecordKey,
    label: &Label,
    plain: &[u8],
    random: &mut dyn Random,
) -> Result<Vec<u8>, Trouble> {
    check_key(key, &label.place)?;
    let padded = pad(plain)?;
    seal_after(write_head(FORMAT, label), key.bytes(), &padded, random)
}

/// Opens a record that should be at `place`; gives its revision and what was sealed. Refuses a
/// record or key of any other place ([`Trouble::Misplaced`]), an unknown version
/// ([`Trouble::NotSupported`]), more than [`LARGEST_RECORD`] ([`Trouble::TooLarge`]), and anything
/// changed, cut short or sealed under another key ([`Trouble::Damaged`]).
///
/// The revision is for the caller to compare with what it knows: an old copy of the same record, put
/// back whole, does open.
pub fn open(key: &RecordKey, place: &Place, bytes: &[u8]) -> Result<(Revision, Zeroizing<Vec<u8>>), Trouble> {
    let label = label_of(bytes)?;
    if label.place != *place {
        return Err(Trouble::Misplaced);
    }
    check_key(key, place)?;
    let padded = open_after(HEAD, key.bytes(), bytes).ok_or(Trouble::Damaged)?;
    Ok((label.revision, strip(padded).ok_or(Trouble::Damaged)?))
}

/// Reads a sealed record's label without a key, to choose the key and to compare revisions. Nothing
/// shows yet that the label is true; only [`open`] does.
pub fn label_of(bytes: &[u8]) -> Result<Label, Trouble> {
    let mut rest = bytes;
    let [format] = take(&mut rest).ok_or(Trouble::Damaged)?;
    if format != FORMAT {
        return Err(Trouble::NotSupported);
    }
    if bytes.len() > LARGEST_RECORD {
        return Err(Trouble::TooLarge);
    }
    let body = bytes.len().checked_sub(HEAD + NONCE + TAG).ok_or(Trouble::Damaged)?;
    if body == 0 || body % BLOCK != 0 {
        return Err(Trouble::Damaged);
    }
    read_label(&mut rest).ok_or(Trouble::Damaged)
}

fn check_key(key: &RecordKey, place: &Place) -> Result<(), Trouble> {
    if (key.vault(), key.person()) == (place.vault, place.person) { Ok(()) } else { Err(Trouble::Misplaced) }
}

pub(crate) fn write_head(format: u8, label: &Label) -> Vec<u8> {
    let Place { vault, kind, record, person } = label.place;
    let mut head = vec![format, kind.0];
    head.extend_from_slice(&vault.0);
    head.extend_from_slice(&record.0);
    head.push(person.is_some().into());
    head.extend_from_slice(&person.map_or([0; 16], |person| person.0));
    head.extend_from_slice(&label.revision.0.to_be_bytes());
    head
}

pub(crate) fn read_label(rest: &mut &[u8]) -> Option<Label> {
    let [kind] = take(rest)?;
    let (vault, record) = (VaultId(take(rest)?), RecordId(take(rest)?));
    let person = match (take(rest)?, take(rest)?) {
        ([0], id) if id == [0; 16] => None,
        ([1], id) => Some(PersonId(id)),
        _ => return None,
    };
    let revision = Revision(u64::from_be_bytes(take(rest)?));
    Some(Label { place: Place { vault, kind: Kind(kind), record, person }, revision })
}

/// The length in four bytes, big-endian, the bytes, then zeros up to a multiple of [`BLOCK`].
pub(crate) fn pad(plain: &[u8]) -> Result<Zeroizing<Vec<u8>>, Trouble> {
    if plain.len() > LARGEST_RECORD - HEAD - NONCE - TAG - BLOCK {
        return Err(Trouble::TooLarge);
    }
    let length = u32::try_from(plain.len()).map_err(|_| Trouble::TooLarge)?;
    let mut padded = Zeroizing::new(vec![0; (LENGTH + plain.len()).next_multiple_of(BLOCK)]);
    padded[..LENGTH].copy_from_slice(&length.to_be_bytes());
    padded[LENGTH..LENGTH + plain.len()].copy_from_slice(plain);
    Ok(padded)
}

/// Undoes [`pad`]; `None` for anything it would not have made.
pub(crate) fn strip(mut padded: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let (prefix, rest) = padded.split_first_chunk::<LENGTH>()?;
    let length = usize::try_from(u32::from_be_bytes(*prefix)).ok()?;
    let fill = rest.get(length..)?;
    let whole = length.checked_add(LENGTH)?.checked_next_multiple_of(BLOCK)?;
    if padded.len() != whole || fill.iter().any(|&byte| byte != 0) {
        return None;
    }
    padded.copy_within(LENGTH..LENGTH + length, 0);
    padded.truncate(length);
    Some(padded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up_to_whole_blocks() {
        let rows = [
            ("nothing", 0, 512),
            ("one byte", 1, 512),
            ("a block, exactly", 508, 512),
            ("one byte over a block", 509, 1024),
            ("two blocks, exactly", 1020, 1024),
        ];
        for (name, length, expected) in rows {
            let padded = pad(&vec![7; length]).expect(name);
            assert_eq!(padded.len(), expected, "{name}");
            assert_eq!(strip(padded).expect(name).as_slice(), vec![7; length], "{name}");
        }
    }

    #[test]
    fn padding_that_sealing_would_not_make_is_refused() {
        let block = |length: u32, fill: &[(usize, u8)], size: usize| {
            let mut bytes = vec![0; size];
            bytes[..4].copy_from_slice(&length.to_be_bytes());
            fill.iter().for_each(|&(at, byte)| bytes[at] = byte);
            Zeroizing::new(bytes)
        };
        let rows = [
            ("a byte after the end", block(3, &[(7, 1)], 512)),
            ("a byte at the very end", block(3, &[(511, 1)], 512)),
            ("a length beyond the block", block(509, &[], 512)),
            ("a length beyond anything", block(u32::MAX, &[], 512)),
            ("a block too many", block(3, &[], 1024)),
            ("not a whole block", block(3, &[], 511)),
            ("no room for a length", Zeroizing::new(vec![0; 3])),
            ("nothing", Zeroizing::new(vec![])),
        ];
        for (name, padded) in rows {
            assert!(strip(padded).is_none(), "{name}");
        }
    }
}
