//! The one key of a hand-over: AES-256-GCM by the browser itself, made so that nobody can read it, kept in
//! the database as it is. What it seals and opens is laid out and checked by the vault.

use crate::browser;
use js_sys::{Array, Object, Reflect, Uint8Array};
use vault::{ToOpen, ToSeal, Zeroizing};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// Makes a key that can be used here and exported nowhere; none when the browser has no such thing.
pub(crate) async fn make() -> Option<JsValue> {
    let algorithm = Object::new();
    put(&algorithm, "name", &"AES-GCM".into());
    put(&algorithm, "length", &256.into());
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let made = subtle()?.generate_key_with_object(&algorithm, false, &uses).ok()?;
    JsFuture::from(made).await.ok()
}

/// Seals what the vault laid out.
pub(crate) async fn seal(key: &JsValue, what: &ToSeal) -> Option<Vec<u8>> {
    let nonce = what.head.last_chunk::<{ vault::PASSING_NONCE }>()?;
    let key: &CryptoKey = key.dyn_ref()?;
    let sealed = subtle()?.encrypt_with_object_and_u8_array(&algorithm(nonce, &what.head), key, &what.padded);
    let sealed = JsFuture::from(sealed.ok()?).await.ok()?;
    Some([&what.head[..], &Uint8Array::new(&sealed).to_vec()].concat())
}

/// Opens what the vault took apart; none when it was changed or is not this key's.
pub(crate) async fn open(key: &JsValue, what: ToOpen<'_>) -> Option<Zeroizing<Vec<u8>>> {
    let key: &CryptoKey = key.dyn_ref()?;
    let algorithm = algorithm(what.nonce, what.head);
    let opened = subtle()?.decrypt_with_object_and_u8_array(&algorithm, key, what.body).ok()?;
    let opened = JsFuture::from(opened).await.ok()?;
    vault::unpad(Zeroizing::new(Uint8Array::new(&opened).to_vec())).ok()
}

fn algorithm(nonce: &[u8], head: &[u8]) -> Object {
    let algorithm = Object::new();
    put(&algorithm, "name", &"AES-GCM".into());
    put(&algorithm, "iv", &Uint8Array::from(nonce));
    put(&algorithm, "additionalData", &Uint8Array::from(head));
    put(&algorithm, "tagLength", &128.into());
    algorithm
}

fn put(object: &Object, name: &str, value: &JsValue) {
    // Setting a plain property of a plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

fn subtle() -> Option<SubtleCrypto> {
    browser::window().crypto().ok().map(|crypto| crypto.subtle())
}
