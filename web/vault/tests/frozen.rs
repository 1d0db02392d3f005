//! The format is for ever: from fixed "random" bytes come these bytes and no others. If a row here
//! fails, do not change the row: vaults in use could no longer be read. Raise the version instead.
#![cfg(feature = "passphrase")]
#![allow(clippy::unwrap_used)]

mod common;

use common::*;
use vault::{KdfParameters, Revision, make_vault, open, open_vault, seal};

const PASSPHRASE: &[u8] = "tin lamp river môr".as_bytes();
const HEADER: &str = include_str!("frozen/header.hex");
const WRAPPED_PERSON_KEY: &str = include_str!("frozen/wrapped_person_key.hex");
const RECORD_OF_PERSON: &str = include_str!("frozen/record_of_person.hex");
const RECORD_WITHOUT_PERSON: &str = include_str!("frozen/record_without_person.hex");

#[test]
fn a_header_is_what_it_always_was() {
    let low = KdfParameters::LOW_MEMORY;
    let (header, key) = make_vault(PASSPHRASE, low, &mut count_up()).unwrap();
    assert_eq!(hex(header.as_bytes()), HEADER.trim());
    let opened = open_vault(&unhex(HEADER), PASSPHRASE).unwrap();
    assert_eq!(opened.expose(), key.expose());
    assert_eq!(opened.expose()[..], (17..49).collect::<Vec<u8>>());
}

#[test]
fn a_wrapped_person_key_and_a_record_of_hers_are_what_they_always_were() {
    let mut random = count_up();
    let (key, wrapped) = vault_key().make_person_key(ANNA, Revision::FIRST, &mut random).unwrap();
    assert_eq!(hex(&wrapped), WRAPPED_PERSON_KEY.trim());
    let sealed = seal(&key, &label(Some(ANNA), 258), b"frozen words", &mut random).unwrap();
    assert_eq!(hex(&sealed), RECORD_OF_PERSON.trim());

    let (_, key) = vault_key().open_person_key(ANNA, &unhex(WRAPPED_PERSON_KEY)).unwrap();
    let (revision, plain) = open(&key, &place(Some(ANNA)), &unhex(RECORD_OF_PERSON)).unwrap();
    assert_eq!((revision, plain.as_slice()), (Revision(258), &b"frozen words"[..]));
}

#[test]
fn a_record_without_a_person_is_what_it_always_was() {
    let key = vault_key().derive_settings_key();
    let sealed = seal(&key, &label(None, 1), b"frozen settings", &mut count_up()).unwrap();
    assert_eq!(hex(&sealed), RECORD_WITHOUT_PERSON.trim());
}
