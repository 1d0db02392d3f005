//! The building blocks give the answers their publishers printed.
#![cfg(feature = "passphrase")]
#![allow(clippy::unwrap_used)]

mod common;

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use common::*;
use hkdf::Hkdf;
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};

fn rising<const N: usize>(from: u8) -> [u8; N] {
    std::array::from_fn(|at| from + at as u8)
}

#[test]
fn xchacha20_poly1305_as_in_draft_irtf_cfrg_xchacha_03_a_3_1() {
    let mut text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip \
                     for the future, sunscreen would be it."
        .to_vec();
    let (key, nonce) = (rising::<32>(0x80), rising::<24>(0x40));
    let tag = XChaCha20Poly1305::new((&key).into())
        .encrypt_inout_detached((&nonce).into(), &unhex("50515253c0c1c2c3c4c5c6c7"), (&mut text[..]).into())
        .unwrap();
    assert_eq!(hex(&text[..16]), "bd6d179d3e83d43b9576579493c0e939");
    assert_eq!(hex(&tag), "c0875924c1c7987947deafd8780acf49");
}

#[test]
fn argon2id_as_in_rfc_9106_5_3() {
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(AssociatedData::new(&[4; 12]).unwrap())
        .build()
        .unwrap();
    let mut tag = [0; 32];
    Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params)
        .unwrap()
        .hash_password_into(&[1; 32], &[2; 16], &mut tag)
        .unwrap();
    assert_eq!(hex(&tag), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

#[test]
fn hkdf_sha_256_as_in_rfc_5869_a_1() {
    let mut key = [0; 42];
    Hkdf::<Sha256>::new(Some(&rising::<13>(0)), &[0x0b; 22]).expand(&rising::<10>(0xf0), &mut key).unwrap();
    let expected = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865";
    assert_eq!(hex(&key), expected);
}

#[test]
fn x25519_as_in_rfc_7748_6_1() {
    let secret = unhex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    let secret = StaticSecret::from(<[u8; 32]>::try_from(secret).unwrap());
    let expected = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
    assert_eq!(hex(PublicKey::from(&secret).as_bytes()), expected);
}
