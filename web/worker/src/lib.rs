//! The second wasm: from a passphrase to the vault key, in a worker of its own, because it is slow
//! and its memory never shrinks. The page ends the worker after one answer.
//!
//! Everything here is called by `worker.js`. Errors are codes, not sentences: the page has the
//! sentences, in the language of whoever reads them.

use js_sys::Uint8Array;
use vault::{
    Header, KdfParameters, Trouble, VaultKey, Zeroizing, label_of_handed, make_vault, open_handed, open_vault,
};
use wasm_bindgen::prelude::*;

/// A header to keep and the key of its vault, bare, for handing to the page.
#[wasm_bindgen]
pub struct Made {
    header: Header,
    key: VaultKey,
}

#[wasm_bindgen]
impl Made {
    /// The header's bytes, copied out.
    #[wasm_bindgen(getter)]
    pub fn header(&self) -> Uint8Array {
        Uint8Array::from(&self.header.as_bytes()[..])
    }

    /// The key's 32 bytes, copied out.
    #[wasm_bindgen(getter)]
    pub fn key(&self) -> Uint8Array {
        Uint8Array::from(&self.key.expose()[..])
    }
}

/// Makes a vault with a passphrase (UTF-8, normalisation form C), memory in KiB and passes over it,
/// one lane. Throws a code of [`code`].
#[wasm_bindgen]
pub fn make(passphrase: Vec<u8>, memory_kib: u32, rounds: u32) -> Result<Made, JsValue> {
    let passphrase = Zeroizing::new(passphrase);
    KdfParameters::new(memory_kib, rounds, 1)
        .and_then(|kdf| make_vault(&passphrase, kdf, &mut browser_random))
        .map(|(header, key)| Made { header, key })
        .map_err(throw)
}

/// Opens a vault and gives its key's 32 bytes. Throws a code of [`code`].
#[wasm_bindgen]
pub fn unlock(header: &[u8], passphrase: Vec<u8>) -> Result<Uint8Array, JsValue> {
    let passphrase = Zeroizing::new(passphrase);
    let key = open_vault(header, &passphrase).map_err(throw)?;
    Ok(Uint8Array::from(&key.expose()[..]))
}

/// Changes the passphrase, the work factors or both; the key stays the same. Throws a code of
/// [`code`].
#[wasm_bindgen]
pub fn rewrap(
    header: &[u8],
    old: Vec<u8>,
    new: Vec<u8>,
    memory_kib: u32,
    rounds: u32,
) -> Result<Made, JsValue> {
    let (old, new) = (Zeroizing::new(old), Zeroizing::new(new));
    KdfParameters::new(memory_kib, rounds, 1)
        .and_then(|kdf| vault::rewrap(header, &old, &new, kdf, &mut browser_random))
        .map(|(header, key)| Made { header, key })
        .map_err(throw)
}

/// Opens what was sealed while the tablet was handed over, with the vault's header and its key's 32 bytes.
/// Whether it lies where it belongs is for the page to compare. Throws a code of [`code`].
#[wasm_bindgen]
pub fn open_answered(header: &[u8], key: Vec<u8>, answered: &[u8]) -> Result<Uint8Array, JsValue> {
    let key = Zeroizing::new(key);
    let opened = Header::parse(header).and_then(|header| {
        let key: &[u8; 32] = key.as_slice().try_into().map_err(|_| Trouble::Damaged)?;
        let place = label_of_handed(answered)?.place;
        open_handed(&header, &VaultKey::from_bytes(header.vault(), key), &place, answered)
    });
    let (_, plain) = opened.map_err(throw)?;
    Ok(Uint8Array::from(plain.as_slice()))
}

/// What the page is told. These five words are part of the protocol in `worker.js`.
pub fn code(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::WrongPassphrase | Trouble::NoPassphrase => "wrong-passphrase",
        Trouble::Damaged | Trouble::Misplaced | Trouble::TooLarge => "damaged",
        Trouble::NotSupported | Trouble::OutOfBounds => "not-supported",
        Trouble::NoMemory => "memory",
        Trouble::NoRandomness => "stopped",
    }
}

fn throw(trouble: Trouble) -> JsValue {
    JsValue::from_str(code(trouble))
}

fn browser_random(bytes: &mut [u8]) -> Result<(), Trouble> {
    getrandom::fill(bytes).map_err(|_| Trouble::NoRandomness)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_has_a_code_the_page_knows() {
        let rows = [
            (Trouble::WrongPassphrase, "wrong-passphrase"),
            (Trouble::NoPassphrase, "wrong-passphrase"),
            (Trouble::Damaged, "damaged"),
            (Trouble::Misplaced, "damaged"),
            (Trouble::TooLarge, "damaged"),
            (Trouble::NotSupported, "not-supported"),
            (Trouble::OutOfBounds, "not-supported"),
            (Trouble::NoMemory, "memory"),
            (Trouble::NoRandomness, "stopped"),
        ];
        for (trouble, expected) in rows {
            assert_eq!(code(trouble), expected, "{trouble}");
        }
    }
}
