//! Whatever bytes come in, nothing stops the program and nothing false is opened.
#![allow(clippy::unwrap_used)]

mod common;

use common::*;
use proptest::prelude::*;
use vault::{HEADER_BYTES, Header, Revision, Trouble, WRAPPED_KEY_BYTES, label_of, open, seal};

fn sealed() -> Vec<u8> {
    let key = vault_key().derive_settings_key();
    seal(&key, &label(None, 2), b"some words about nobody", &mut look_random(1)).unwrap()
}

/// The form of a header; its seals are not real, which parsing cannot know.
fn header(memory_kib: u32, passes: u32, lanes: u32) -> Vec<u8> {
    let factors = [memory_kib, passes, lanes].map(u32::to_be_bytes).concat();
    let mut bytes = [&b"TRELLISV\x01\x01"[..], &factors].concat();
    bytes.resize(HEADER_BYTES, 7);
    bytes
}

#[test]
fn a_flip_of_any_bit_of_a_record_is_refused() {
    let (key, sealed) = (vault_key().derive_settings_key(), sealed());
    for at in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.clone();
            changed[at] ^= 1 << bit;
            assert!(open(&key, &place(None), &changed).is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_flip_of_any_bit_of_a_wrapped_person_key_is_refused() {
    let key = vault_key();
    let (_, wrapped) = key.make_person_key(ANNA, Revision::FIRST, &mut look_random(1)).unwrap();
    for at in 0..wrapped.len() {
        for bit in 0..8 {
            let mut changed = wrapped.clone();
            changed[at] ^= 1 << bit;
            assert!(key.open_person_key(ANNA, &changed).is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn anything_cut_short_or_with_a_byte_after_its_end_is_refused() {
    let key = vault_key();
    let settings = key.derive_settings_key();
    let (_, wrapped) = key.make_person_key(ANNA, Revision::FIRST, &mut look_random(1)).unwrap();
    assert_eq!(wrapped.len(), WRAPPED_KEY_BYTES);
    let (header, sealed) = (header(19 * 1024, 2, 1), sealed());
    assert!(Header::parse(&header).is_ok());
    type Reads<'a> = &'a dyn Fn(&[u8]) -> Option<Trouble>;
    let rows: [(&str, &[u8], Reads); 4] = [
        ("a header", &header, &|bytes| Header::parse(bytes).err()),
        ("a wrapped person key", &wrapped, &|bytes| key.open_person_key(ANNA, bytes).err()),
        ("a record", &sealed, &|bytes| open(&settings, &place(None), bytes).err()),
        ("a label", &sealed, &|bytes| label_of(bytes).err()),
    ];
    for (name, whole, read) in rows {
        for length in 0..whole.len() {
            assert_eq!(read(&whole[..length]), Some(Trouble::Damaged), "{name} of {length} bytes");
        }
        assert_eq!(read(&[whole, &[0]].concat()), Some(Trouble::Damaged), "{name} and a byte");
    }
    let longer = [&sealed[..], &[0; 512]].concat();
    assert_eq!(open(&settings, &place(None), &longer).err(), Some(Trouble::Damaged));
}

#[test]
fn a_header_is_refused_for_what_it_says_before_anything_is_derived() {
    let changed = |at: usize, byte: u8| {
        let mut bytes = header(46 * 1024, 3, 1);
        bytes[at] = byte;
        bytes
    };
    let rows = [
        ("another magic", changed(0, b'X'), Trouble::Damaged),
        ("a later version", changed(8, 2), Trouble::NotSupported),
        ("version nought", changed(8, 0), Trouble::NotSupported),
        ("an unknown derivation", changed(9, 2), Trouble::NotSupported),
        ("too little memory", header(19 * 1024 - 1, 2, 1), Trouble::OutOfBounds),
        ("a memory bomb", header(u32::MAX, 2, 1), Trouble::OutOfBounds),
        ("one pass", header(46 * 1024, 1, 1), Trouble::OutOfBounds),
        ("passes for a year", header(46 * 1024, u32::MAX, 1), Trouble::OutOfBounds),
        ("no lanes", header(46 * 1024, 3, 0), Trouble::OutOfBounds),
        ("too many lanes", header(46 * 1024, 3, 9), Trouble::OutOfBounds),
    ];
    for (name, bytes, trouble) in rows {
        assert_eq!(Header::parse(&bytes).err(), Some(trouble), "{name}");
        #[cfg(feature = "passphrase")]
        assert_eq!(vault::open_vault(&bytes, b"words").err(), Some(trouble), "{name}");
    }
}

#[test]
fn a_label_is_refused_for_what_it_says() {
    let changed = |at: usize, byte: u8| {
        let mut bytes = sealed();
        bytes[at] = byte;
        bytes
    };
    let rows = [
        ("a later version", changed(0, 2), Trouble::NotSupported),
        ("a person flag that is neither", changed(34, 2), Trouble::Damaged),
        ("nobody, but with an id", changed(35, 1), Trouble::Damaged),
    ];
    for (name, bytes, trouble) in rows {
        assert_eq!(label_of(&bytes), Err(trouble), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused_and_none_stops_the_program(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let key = vault_key();
        prop_assert!(Header::parse(&bytes).is_err());
        prop_assert!(key.open_person_key(ANNA, &bytes).is_err());
        prop_assert!(open(&key.derive_settings_key(), &place(None), &bytes).is_err());
        let _ = label_of(&bytes);
    }

    #[test]
    fn any_bytes_after_a_true_beginning_are_refused(
        kept in 0usize..700,
        bytes in prop::collection::vec(any::<u8>(), 0..1200),
    ) {
        let (key, sealed) = (vault_key().derive_settings_key(), sealed());
        let changed = [&sealed[..kept.min(sealed.len())], &bytes[..]].concat();
        prop_assume!(changed != sealed);
        prop_assert!(open(&key, &place(None), &changed).is_err());
    }

    #[test]
    fn any_header_that_is_read_gives_back_its_bytes(rest in prop::collection::vec(any::<u8>(), HEADER_BYTES - 22)) {
        let mut bytes = header(64 * 1024, 3, 1);
        bytes[22..].copy_from_slice(&rest);
        let header = Header::parse(&bytes).unwrap();
        prop_assert_eq!(&header.as_bytes()[..], &bytes[..]);
        prop_assert_eq!(&header.vault().0[..], &bytes[38..54]);
        prop_assert_eq!(header.kdf().memory_kib(), 64 * 1024);
    }

    #[test]
    fn anything_sealed_opens_again(plain in prop::collection::vec(any::<u8>(), 0..3000), revision: u64, seed: u64) {
        let key = vault_key().derive_settings_key();
        let sealed = seal(&key, &label(None, revision), &plain, &mut look_random(seed)).unwrap();
        let (found, opened) = open(&key, &place(None), &sealed).unwrap();
        prop_assert_eq!(found, Revision(revision));
        prop_assert_eq!(opened.as_slice(), &plain[..]);
    }
}
