//! A record opens only where it belongs.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::HashSet;

use common::*;
use vault::{Kind, Place, RecordId, Revision, Trouble, VaultId, VaultKey, label_of, open, seal};

#[test]
fn a_record_opens_where_it_belongs_and_gives_back_what_was_sealed() {
    let (key, vault_key) = (&mut look_random(1), vault_key());
    let (anna, _) = vault_key.make_person_key(ANNA, Revision::FIRST, key).unwrap();
    let settings = vault_key.derive_settings_key();
    for (name, key, person) in [("of a person", &anna, Some(ANNA)), ("of nobody", &settings, None)] {
        for length in [0, 1, 507, 508, 509, 5000] {
            let plain = vec![0x5A; length];
            let sealed = seal(key, &label(person, 7), &plain, &mut look_random(2)).unwrap();
            assert_eq!(label_of(&sealed), Ok(label(person, 7)), "{name}");
            let (revision, opened) = open(key, &place(person), &sealed).unwrap();
            assert_eq!((revision, opened.as_slice()), (Revision(7), &plain[..]), "{name}, {length}");
        }
    }
}

#[test]
fn a_record_found_anywhere_else_is_refused() {
    let mut random = look_random(3);
    let (key, _) = vault_key().make_person_key(ANNA, Revision::FIRST, &mut random).unwrap();
    let sealed = seal(&key, &label(Some(ANNA), 1), b"hers", &mut random).unwrap();
    let here = place(Some(ANNA));
    let rows = [
        ("another vault", Place { vault: VaultId([1; 16]), ..here }),
        ("another kind", Place { kind: Kind(4), ..here }),
        ("another record", Place { record: RecordId([1; 16]), ..here }),
        ("another person", Place { person: Some(BEN), ..here }),
        ("nobody", Place { person: None, ..here }),
    ];
    for (name, elsewhere) in rows {
        assert_eq!(open(&key, &elsewhere, &sealed).err(), Some(Trouble::Misplaced), "{name}");
    }
}

#[test]
fn a_record_relabelled_for_another_place_is_refused() {
    let mut random = look_random(4);
    let vault_key = vault_key();
    let (anna, _) = vault_key.make_person_key(ANNA, Revision::FIRST, &mut random).unwrap();
    let (ben, _) = vault_key.make_person_key(BEN, Revision::FIRST, &mut random).unwrap();
    let sealed = seal(&anna, &label(Some(ANNA), 5), b"hers", &mut random).unwrap();
    let relabelled = |at: usize, bytes: &[u8]| {
        let mut changed = sealed.clone();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        changed
    };
    let here = place(Some(ANNA));
    let rows = [
        ("as another kind", relabelled(1, &[4]), &anna, Place { kind: Kind(4), ..here }),
        ("as another record", relabelled(18, &[1; 16]), &anna, Place { record: RecordId([1; 16]), ..here }),
        ("pasted under another person", relabelled(35, &BEN.0), &ben, place(Some(BEN))),
        ("with a later revision", relabelled(51, &9u64.to_be_bytes()), &anna, here),
        ("with an earlier revision", relabelled(51, &4u64.to_be_bytes()), &anna, here),
    ];
    for (name, changed, key, place) in rows {
        assert_eq!(label_of(&changed).map(|label| label.place), Ok(place), "{name}");
        assert_eq!(open(key, &place, &changed).err(), Some(Trouble::Damaged), "{name}");
    }
}

#[test]
fn an_older_copy_put_back_shows_its_older_revision() {
    let mut random = look_random(5);
    let key = vault_key().derive_settings_key();
    let old = seal(&key, &label(None, 1), b"old", &mut random).unwrap();
    let new = seal(&key, &label(None, 2), b"new", &mut random).unwrap();
    assert!(label_of(&old).unwrap().revision < label_of(&new).unwrap().revision);
    assert_eq!(open(&key, &place(None), &old).unwrap().0, Revision(1));
}

#[test]
fn a_key_seals_and_opens_only_under_its_own_label() {
    let mut random = look_random(6);
    let vault_key = vault_key();
    let settings = vault_key.derive_settings_key();
    let (anna, _) = vault_key.make_person_key(ANNA, Revision::FIRST, &mut random).unwrap();
    let stranger = VaultKey::from_bytes(VaultId([1; 16]), &[0x11; 32]).derive_settings_key();
    let rows = [
        ("a person's key for nobody", &anna, label(None, 1)),
        ("a person's key for another", &anna, label(Some(BEN), 1)),
        ("the settings' key for a person", &settings, label(Some(ANNA), 1)),
        ("another vault's key", &stranger, label(None, 1)),
    ];
    for (name, key, label) in rows {
        assert_eq!(seal(key, &label, b"x", &mut random).err(), Some(Trouble::Misplaced), "{name}");
    }
    let sealed = seal(&settings, &label(None, 1), b"x", &mut random).unwrap();
    for (name, key) in [("a person's key", &anna), ("another vault's key", &stranger)] {
        assert_eq!(open(key, &place(None), &sealed).err(), Some(Trouble::Misplaced), "{name}");
    }
}

#[test]
fn a_wrapped_person_key_opens_only_for_its_person_and_vault() {
    let mut random = look_random(7);
    let vault_key = vault_key();
    let (made, wrapped) = vault_key.make_person_key(ANNA, Revision(3), &mut random).unwrap();
    let (revision, opened) = vault_key.open_person_key(ANNA, &wrapped).unwrap();
    assert_eq!((revision, opened.person()), (Revision(3), Some(ANNA)));
    let sealed = seal(&made, &label(Some(ANNA), 1), b"hers", &mut random).unwrap();
    assert_eq!(open(&opened, &place(Some(ANNA)), &sealed).unwrap().1.as_slice(), b"hers");

    let (stranger, impostor) = (VaultId([1; 16]), [0x12; 32]);
    let stranger = VaultKey::from_bytes(stranger, &[0x11; 32]);
    let impostor = VaultKey::from_bytes(VAULT, &impostor);
    let mut pasted = wrapped.clone();
    pasted[17..33].copy_from_slice(&BEN.0);
    let rows = [
        ("for another person", &vault_key, BEN, &wrapped, Trouble::Misplaced),
        ("in another vault", &stranger, ANNA, &wrapped, Trouble::Misplaced),
        ("under another key", &impostor, ANNA, &wrapped, Trouble::Damaged),
        ("pasted under another person", &vault_key, BEN, &pasted, Trouble::Damaged),
    ];
    for (name, key, person, wrapped, trouble) in rows {
        assert_eq!(key.open_person_key(person, wrapped).err(), Some(trouble), "{name}");
    }
}

#[test]
fn no_nonce_comes_twice_over_many_savings_of_the_same_record() {
    let key = vault_key().derive_settings_key();
    let (mut source, mut seen) = (look_random(8), HashSet::new());
    let mut drawn = 0;
    let mut random = |bytes: &mut [u8]| {
        drawn += bytes.len();
        source(bytes)
    };
    let savings: u32 = 30_000;
    for revision in 0..savings {
        let sealed = seal(&key, &label(None, revision.into()), b"same", &mut random).unwrap();
        let nonce: [u8; 24] = sealed[59..83].try_into().unwrap();
        assert!(seen.insert(nonce), "saving {revision}");
    }
    assert_eq!(drawn, 24 * savings as usize, "each saving draws one nonce of its own");
}

#[test]
fn what_is_too_large_to_open_is_not_sealed() {
    let key = vault_key().derive_settings_key();
    let seal = |length| seal(&key, &label(None, 1), &vec![1; length], &mut look_random(9));
    assert_eq!(seal(vault::LARGEST_RECORD).err(), Some(Trouble::TooLarge));
    let largest = vault::LARGEST_RECORD - 83 - 16 - 512;
    assert_eq!(seal(largest + 1).err(), Some(Trouble::TooLarge));
    let sealed = seal(largest).unwrap();
    assert_eq!(open(&key, &place(None), &sealed).unwrap().1.len(), largest);

    let mut bomb = sealed;
    bomb.resize(vault::LARGEST_RECORD + 1, 0);
    assert_eq!(open(&key, &place(None), &bomb).err(), Some(Trouble::TooLarge));
}

#[test]
fn nothing_is_sealed_without_random_bytes() {
    let key = vault_key().derive_settings_key();
    let mut idle = |_: &mut [u8]| Ok(());
    assert_eq!(seal(&key, &label(None, 1), b"x", &mut idle).err(), Some(Trouble::NoRandomness));
}

#[test]
fn a_key_shows_nothing_when_printed() {
    let key = vault_key();
    assert_eq!(format!("{key:?} {:?}", key.derive_settings_key()), "VaultKey(hidden) RecordKey(hidden)");
}
