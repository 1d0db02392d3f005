//! What is sealed on a tablet that was handed over opens for its worker, in its place, and for nobody else.
#![cfg(all(feature = "handed", feature = "passphrase"))]
#![allow(clippy::unwrap_used)]

mod common;

use common::*;
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::OnceLock;
use vault::{
    Header, KdfParameters, Kind, LARGEST_RECORD, Label, Place, RecordId, Revision, Trouble, VaultId,
    VaultKey, label_of, label_of_handed, label_of_passing, lay_out, make_vault, open_handed, seal_handed,
    take_apart, unpad,
};

const FROZEN: &str = include_str!("frozen/handed.hex");
const FROZEN_PASSING: &str = include_str!("frozen/passing.hex");

fn make(seed: u64) -> (Header, VaultKey) {
    make_vault(b"a walk by the river", KdfParameters::LOW_MEMORY, &mut look_random(seed)).unwrap()
}

/// Deriving takes long, so the vault is made once.
fn vault() -> &'static (Header, VaultKey) {
    static VAULT: OnceLock<(Header, VaultKey)> = OnceLock::new();
    VAULT.get_or_init(|| make(1))
}

fn here() -> Place {
    Place { vault: vault().0.vault(), ..place(Some(ANNA)) }
}

fn sealed(plain: &[u8], seed: u64) -> Vec<u8> {
    let label = Label { place: here(), revision: Revision(7) };
    seal_handed(vault().0.transfer_public(), &label, plain, &mut look_random(seed)).unwrap()
}

#[test]
fn it_opens_for_the_worker_and_gives_back_what_was_sealed() {
    let (header, key) = vault();
    for length in [0, 1, 507, 508, 509, 5000] {
        let plain = vec![0x5A; length];
        let sealed = sealed(&plain, 2);
        assert_eq!(label_of_handed(&sealed), Ok(Label { place: here(), revision: Revision(7) }));
        let (revision, opened) = open_handed(header, key, &here(), &sealed).unwrap();
        assert_eq!((revision, opened.as_slice()), (Revision(7), &plain[..]), "{length}");
    }
}

#[test]
fn it_opens_in_no_other_place() {
    let (header, key) = vault();
    let sealed = sealed(b"hers", 3);
    let rows = [
        ("another vault", Place { vault: VaultId([1; 16]), ..here() }),
        ("another kind", Place { kind: Kind(4), ..here() }),
        ("another record", Place { record: RecordId([1; 16]), ..here() }),
        ("another person", Place { person: Some(BEN), ..here() }),
        ("nobody", Place { person: None, ..here() }),
    ];
    for (name, elsewhere) in rows {
        assert_eq!(open_handed(header, key, &elsewhere, &sealed).err(), Some(Trouble::Misplaced), "{name}");
    }
}

#[test]
fn it_opens_for_no_other_vault_and_not_without_the_vault_key() {
    let (header, key) = vault();
    let (other_header, other_key) = make(4);
    let sealed = sealed(b"hers", 5);
    let impostor = VaultKey::from_bytes(key.vault(), &[9; 32]);
    let rows = [
        ("the other vault", &other_header, &other_key, Trouble::Misplaced),
        ("the other header", &other_header, key, Trouble::Misplaced),
        ("a key that was guessed", header, &impostor, Trouble::Damaged),
    ];
    for (name, header, key, trouble) in rows {
        assert_eq!(open_handed(header, key, &here(), &sealed).err(), Some(trouble), "{name}");
    }
}

#[test]
fn a_flip_of_any_bit_is_refused() {
    let (header, key) = vault();
    let sealed = sealed(b"some words", 6);
    // A flip costs a multiplication on the curve, so one bit of each byte, all eight of the head.
    for at in 0..sealed.len() {
        let bits = if at < 91 { 0..8 } else { at % 8..at % 8 + 1 };
        for bit in bits {
            let mut changed = sealed.clone();
            changed[at] ^= 1 << bit;
            // The top bit of a public key does not count in X25519; it is bound here all the same.
            assert!(open_handed(header, key, &here(), &changed).is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn every_sealing_has_a_pair_and_a_nonce_of_its_own() {
    let (mut source, mut seen) = (look_random(7), HashSet::new());
    let label = Label { place: here(), revision: Revision(1) };
    for n in 0..500 {
        let sealed = seal_handed(vault().0.transfer_public(), &label, b"same", &mut source).unwrap();
        assert!(seen.insert(sealed[59..91].to_vec()), "pair {n}");
        assert!(seen.insert(sealed[91..115].to_vec()), "nonce {n}");
    }
}

#[test]
fn a_public_key_that_shares_no_secret_is_refused() {
    let label = Label { place: here(), revision: Revision(1) };
    // Points of small order (RFC 7748, section 6.1): nought and one.
    for low in [[0; 32], {
        let mut one = [0; 32];
        one[0] = 1;
        one
    }] {
        let outcome = seal_handed(&low, &label, b"x", &mut look_random(8));
        assert_eq!(outcome.err(), Some(Trouble::Damaged));
    }
    let mut pasted = sealed(b"x", 9);
    pasted[59..91].fill(0);
    let (header, key) = vault();
    assert_eq!(open_handed(header, key, &here(), &pasted).err(), Some(Trouble::Damaged));
}

#[test]
fn the_three_formats_are_never_taken_for_one_another() {
    let handed = sealed(b"x", 10);
    let label = Label { place: here(), revision: Revision(1) };
    let laid = lay_out(&label, b"x", &mut look_random(11)).unwrap();
    let passing = [&laid.head[..], &laid.padded, &[0; 16]].concat();
    assert_eq!(label_of_passing(&passing), Ok(label));
    assert_eq!(label_of(&handed), Err(Trouble::NotSupported));
    assert_eq!(label_of(&passing), Err(Trouble::NotSupported));
    assert_eq!(label_of_handed(&passing), Err(Trouble::NotSupported));
    assert_eq!(label_of_passing(&handed), Err(Trouble::NotSupported));
}

#[test]
fn what_the_browser_seals_is_bound_to_its_place_and_too_much_is_refused() {
    let label = Label { place: here(), revision: Revision(3) };
    let laid = lay_out(&label, b"a draft", &mut look_random(12)).unwrap();
    let bytes = [&laid.head[..], &laid.padded, &[0; 16]].concat();
    let parts = take_apart(&here(), &bytes).unwrap();
    assert_eq!((parts.revision, parts.head, parts.nonce), (Revision(3), &laid.head[..], &laid.head[59..]));
    assert_eq!(unpad(laid.padded).unwrap().as_slice(), b"a draft");
    let elsewhere = Place { record: RecordId([1; 16]), ..here() };
    assert_eq!(take_apart(&elsewhere, &bytes), Err(Trouble::Misplaced));
    for length in 0..bytes.len() {
        assert!(length % 512 == 87 || take_apart(&here(), &bytes[..length]).is_err(), "{length} bytes");
    }
    let mut bomb = bytes;
    bomb.resize(LARGEST_RECORD + 1, 0);
    assert_eq!(take_apart(&here(), &bomb), Err(Trouble::TooLarge));
    bomb[0] = 2;
    assert_eq!(label_of_handed(&bomb), Err(Trouble::TooLarge));
}

#[test]
fn the_format_is_what_it_always_was() {
    let (header, key) =
        make_vault("tin lamp river môr".as_bytes(), KdfParameters::LOW_MEMORY, &mut count_up()).unwrap();
    let place = Place { vault: header.vault(), ..place(Some(ANNA)) };
    let label = Label { place, revision: Revision(258) };
    let sealed = seal_handed(header.transfer_public(), &label, b"frozen words", &mut count_up()).unwrap();
    assert_eq!(hex(&sealed), FROZEN.trim());
    assert_eq!(open_handed(&header, &key, &place, &unhex(FROZEN)).unwrap().1.as_slice(), b"frozen words");
    let laid = lay_out(&label, b"frozen draft", &mut count_up()).unwrap();
    let frozen = unhex(FROZEN_PASSING);
    assert_eq!(take_apart(&place, &frozen).unwrap().head, laid.head);
    assert_eq!(frozen.len(), laid.head.len() + laid.padded.len() + 16);
}

proptest! {
    #[test]
    fn whatever_bytes_come_in_nothing_stops(bytes in proptest::collection::vec(any::<u8>(), 0..2000), format in 0u8..4) {
        let (header, key) = vault();
        let mut bytes = bytes;
        if let Some(first) = bytes.first_mut() {
            *first = format;
        }
        prop_assert!(open_handed(header, key, &here(), &bytes).is_err());
        let _ = take_apart(&here(), &bytes);
    }
}
