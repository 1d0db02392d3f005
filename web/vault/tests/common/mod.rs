//! What the tests share: random bytes that are the same every time, and a vault to try things on.
#![allow(dead_code)]

use vault::{Kind, Label, PersonId, Place, RecordId, Revision, Trouble, VaultId, VaultKey};

pub const VAULT: VaultId = VaultId([0xA0; 16]);
pub const ANNA: PersonId = PersonId([0xB1; 16]);
pub const BEN: PersonId = PersonId([0xB2; 16]);

/// 1, 2, 3, ... and round again after 255 to 0.
pub fn count_up() -> impl FnMut(&mut [u8]) -> Result<(), Trouble> {
    let mut next = 0;
    move |bytes: &mut [u8]| {
        bytes.fill_with(|| {
            next = u8::wrapping_add(next, 1);
            next
        });
        Ok(())
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): good enough to look random, the same for the same seed.
pub fn look_random(seed: u64) -> impl FnMut(&mut [u8]) -> Result<(), Trouble> {
    let mut state = seed;
    move |bytes: &mut [u8]| {
        for chunk in bytes.chunks_mut(8) {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut word = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            chunk.copy_from_slice(&(word ^ (word >> 31)).to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

pub fn vault_key() -> VaultKey {
    VaultKey::from_bytes(VAULT, &[0x11; 32])
}

pub fn place(person: Option<PersonId>) -> Place {
    Place { vault: VAULT, kind: Kind(3), record: RecordId([0xC0; 16]), person }
}

pub fn label(person: Option<PersonId>, revision: u64) -> Label {
    Label { place: place(person), revision: Revision(revision) }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<_> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("hex"))
        .collect()
}
