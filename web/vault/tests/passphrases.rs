//! Making, opening and changing the passphrase of a vault.
#![cfg(feature = "passphrase")]
#![allow(clippy::unwrap_used)]

mod common;

use common::*;
use vault::{Header, KdfParameters, Trouble, make_vault, open_vault, rewrap};

const LOW: KdfParameters = KdfParameters::LOW_MEMORY;

#[test]
fn a_passphrase_opens_the_vault_it_was_made_with_byte_for_byte() {
    let rows: [(&str, &[u8], &[u8], bool); 6] = [
        ("the same words", b"tin lamp river moss", b"tin lamp river moss", true),
        ("one letter changed", b"tin lamp river moss", b"tin lamp river mose", false),
        ("a space after the end", b"tin lamp river moss", b"tin lamp river moss ", false),
        ("nothing", b"tin lamp river moss", b"", false),
        ("letters beyond ASCII", "rhythmau'r môr Ω 雨".as_bytes(), "rhythmau'r môr Ω 雨".as_bytes(), true),
        ("the same letter, composed differently", "caf\u{e9}".as_bytes(), "cafe\u{301}".as_bytes(), false),
    ];
    for (name, made_with, opened_with, opens) in rows {
        let (header, key) = make_vault(made_with, LOW, &mut look_random(1)).unwrap();
        match open_vault(header.as_bytes(), opened_with) {
            Ok(opened) => {
                assert!(opens, "{name}");
                assert_eq!(opened.expose(), key.expose(), "{name}");
                assert_eq!(opened.vault(), header.vault(), "{name}");
            }
            Err(trouble) => {
                assert!(!opens, "{name}");
                assert_eq!(trouble, Trouble::WrongPassphrase, "{name}");
            }
        }
    }
}

#[test]
fn a_wrong_passphrase_and_a_changed_header_cannot_be_told_apart() {
    let (header, _) = make_vault(b"right", LOW, &mut look_random(2)).unwrap();
    let changed = |at: usize| {
        let mut bytes = *header.as_bytes();
        bytes[at] ^= 1;
        bytes
    };
    let rows = [
        ("the memory, still within bounds", changed(19), b"right"),
        ("the passes, still within bounds", changed(17), b"right"),
        ("the salt", changed(22), b"right"),
        ("the vault", changed(38), b"right"),
        ("the public key", changed(54), b"right"),
        ("the sealed secret", changed(86), b"right"),
        ("the nonce", changed(158), b"right"),
        ("the wrapped key", changed(182), b"right"),
        ("the last byte of the tag", changed(229), b"right"),
        ("nothing, but a wrong passphrase", *header.as_bytes(), b"wrong"),
    ];
    for (name, bytes, passphrase) in rows {
        let trouble = open_vault(&bytes, passphrase).err();
        let parsed = Header::parse(&bytes).err();
        assert_eq!(trouble, Some(parsed.unwrap_or(Trouble::WrongPassphrase)), "{name}");
    }
}

#[test]
fn a_new_passphrase_leaves_the_vault_as_it_is() {
    let mut random = look_random(3);
    let (before, key) = make_vault(b"old", LOW, &mut random).unwrap();
    let harder = KdfParameters::new(19 * 1024, 3, 1).unwrap();
    let (after, kept) = rewrap(before.as_bytes(), b"old", b"new", harder, &mut random).unwrap();

    assert_eq!(kept.expose(), key.expose());
    assert_eq!((after.vault(), after.kdf()), (before.vault(), harder));
    assert_eq!(after.transfer_public(), before.transfer_public());
    assert_eq!(after.open_transfer_secret(&key), before.open_transfer_secret(&key));
    assert_ne!(after.as_bytes()[22..38], before.as_bytes()[22..38], "a fresh salt");

    assert_eq!(open_vault(after.as_bytes(), b"new").unwrap().expose(), key.expose());
    assert_eq!(open_vault(after.as_bytes(), b"old").err(), Some(Trouble::WrongPassphrase));
    let refused = rewrap(after.as_bytes(), b"old", b"newer", LOW, &mut random).err();
    assert_eq!(refused, Some(Trouble::WrongPassphrase));
}

#[test]
fn a_vault_needs_a_passphrase_and_random_bytes() {
    let (header, _) = make_vault(b"old", LOW, &mut look_random(4)).unwrap();
    let refused = make_vault(b"", LOW, &mut look_random(4)).err();
    assert_eq!(refused, Some(Trouble::NoPassphrase));
    let refused = rewrap(header.as_bytes(), b"old", b"", LOW, &mut look_random(4)).err();
    assert_eq!(refused, Some(Trouble::NoPassphrase));
    let mut idle = |_: &mut [u8]| Ok(());
    assert_eq!(make_vault(b"old", LOW, &mut idle).err(), Some(Trouble::NoRandomness));
}

#[test]
fn two_vaults_with_one_passphrase_have_nothing_in_common() {
    let mut random = look_random(5);
    let (first, first_key) = make_vault(b"same", LOW, &mut random).unwrap();
    let (second, second_key) = make_vault(b"same", LOW, &mut random).unwrap();
    assert_ne!(first.vault(), second.vault());
    assert_ne!(first_key.expose(), second_key.expose());
    assert_ne!(first.transfer_public(), second.transfer_public());
    assert_ne!(first.as_bytes()[22..38], second.as_bytes()[22..38]);
}
