//! From a passphrase to a key, in the worker; and the growing delay after wrong ones.

use crate::browser;
use crate::state::{Passphrase, ShutTrouble};
use crate::store::{Store, Write};
use js_sys::{Object, Promise, Reflect, Uint8Array};
use vault::{Header, KdfParameters, Trouble, VaultKey, Zeroizing};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Where wrong tries are counted, in the clear: a number and a time.
const TRIES: &str = "tries";
/// The longest wait, in seconds (experience-and-safety.md 4.3: 1, 2, 4 ... 300).
const LONGEST_WAIT: i64 = 300;

/// Makes a vault. A tablet without the memory for the usual work gets the smallest allowed.
pub(crate) async fn make(passphrase: &Passphrase) -> Result<(Header, VaultKey), ShutTrouble> {
    let mut outcome = made(passphrase, KdfParameters::DEFAULT).await;
    if matches!(outcome, Err(ShutTrouble::Memory)) {
        outcome = made(passphrase, KdfParameters::LOW_MEMORY).await;
    }
    outcome
}

async fn made(passphrase: &Passphrase, kdf: KdfParameters) -> Result<(Header, VaultKey), ShutTrouble> {
    let message = task("make", passphrase);
    put(&message, "memoryKib", &kdf.memory_kib().into());
    put(&message, "rounds", &kdf.passes().into());
    let answer = ask(&message).await?;
    let header = Header::parse(&bytes(&answer, "header")).map_err(|_| ShutTrouble::Stopped)?;
    let key = key(&header, &answer)?;
    Ok((header, key))
}

/// Unlocks a vault.
pub(crate) async fn unlock(header: &Header, passphrase: &Passphrase) -> Result<VaultKey, ShutTrouble> {
    let message = task("unlock", passphrase);
    put(&message, "header", &Uint8Array::from(&header.as_bytes()[..]));
    let answer = ask(&message).await?;
    key(header, &answer)
}

/// Opens what was sealed while the tablet was handed over. The curve's arithmetic lives in the worker.
pub(crate) async fn open_handed(
    header: &Header,
    key: &VaultKey,
    answered: &[u8],
) -> Result<Zeroizing<Vec<u8>>, ShutTrouble> {
    let message = Object::new();
    put(&message, "task", &"answered".into());
    put(&message, "wasm", &browser::file_address("worker_glue.wasm").into());
    put(&message, "header", &Uint8Array::from(&header.as_bytes()[..]));
    put(&message, "answered", &Uint8Array::from(answered));
    let secret = Uint8Array::from(&key.expose()[..]);
    put(&message, "key", &secret);
    let answer = ask(&message).await;
    secret.fill(0, 0, secret.length());
    Ok(Zeroizing::new(bytes(&answer?, "plain")))
}

/// A key that is never written down: for the examples.
pub(crate) fn passing_key() -> Result<VaultKey, Trouble> {
    let mut bytes = Zeroizing::new([0; 32]);
    browser::random(bytes.as_mut_slice())?;
    Ok(VaultKey::from_bytes(vault::VaultId(browser::fresh_id()), &bytes))
}

fn task(name: &str, passphrase: &Passphrase) -> Object {
    let message = Object::new();
    let normalised = Zeroizing::new(browser::normalised(&passphrase.0));
    put(&message, "task", &name.into());
    put(&message, "wasm", &browser::file_address("worker_glue.wasm").into());
    put(&message, "passphrase", &Uint8Array::from(normalised.as_bytes()));
    message
}

fn put(message: &Object, name: &str, value: &JsValue) {
    // Setting a plain property of a plain object cannot fail.
    let _ = Reflect::set(message, &name.into(), value);
}

fn bytes(answer: &JsValue, name: &str) -> Vec<u8> {
    let value = Reflect::get(answer, &name.into()).unwrap_or(JsValue::UNDEFINED);
    value
        .dyn_into::<Uint8Array>()
        .map(|array| {
            let bytes = array.to_vec();
            array.fill(0, 0, array.length());
            bytes
        })
        .unwrap_or_default()
}

fn key(header: &Header, answer: &JsValue) -> Result<VaultKey, ShutTrouble> {
    let bytes = Zeroizing::new(bytes(answer, "key"));
    let bytes: &[u8; 32] = bytes.as_slice().try_into().map_err(|_| ShutTrouble::Stopped)?;
    Ok(VaultKey::from_bytes(header.vault(), bytes))
}

/// One message to the worker, one answer, and the worker is ended: its memory never shrinks.
async fn ask(message: &Object) -> Result<JsValue, ShutTrouble> {
    let worker = browser::start_worker();
    let answer = Promise::new(&mut |resolve, reject| {
        let on_message = Closure::once_into_js(move |event: web_sys::MessageEvent| {
            let _ = resolve.call1(&JsValue::NULL, &event.data());
        });
        let on_error = Closure::once_into_js(move |_: JsValue| {
            let _ = reject.call0(&JsValue::NULL);
        });
        worker.set_onmessage(Some(on_message.unchecked_ref()));
        worker.set_onerror(Some(on_error.unchecked_ref()));
    });
    worker.post_message(message).map_err(|_| ShutTrouble::Stopped)?;
    let answer = JsFuture::from(answer).await;
    worker.terminate();
    let answer = answer.map_err(|_| ShutTrouble::Stopped)?;
    let said = |name: &str| Reflect::get(&answer, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if said("ok").is_truthy() {
        return Ok(answer);
    }
    Err(match said("trouble").as_string().as_deref() {
        Some("wrong-passphrase") => ShutTrouble::WrongPassphrase,
        Some("damaged" | "not-supported") => ShutTrouble::Damaged,
        Some("memory") => ShutTrouble::Memory,
        _ => ShutTrouble::Stopped,
    })
}

/// Wrong tries so far, and when the last one was. Survives a reload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tries {
    wrong: u32,
    last: i64,
}

impl Tries {
    /// Reads them; none when there are none.
    pub(crate) async fn read(store: &Store) -> Tries {
        let bytes = store.get(TRIES).await.ok().flatten().unwrap_or_default();
        let (Some(wrong), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<8>()) else {
            return Tries::default();
        };
        Tries { wrong: u32::from_be_bytes(*wrong), last: i64::from_be_bytes(*last) }
    }

    /// Seconds to wait until the next try. A clock set back makes the wait no longer than the longest.
    pub(crate) fn wait(self, now: i64) -> i64 {
        if self.wrong == 0 {
            return 0;
        }
        let wait = (1_i64 << (self.wrong - 1).min(62)).min(LONGEST_WAIT);
        let until = self.last + 1000 * wait;
        ((until - now).div_euclid(1000) + i64::from((until - now).rem_euclid(1000) > 0)).clamp(0, wait)
    }

    pub(crate) async fn another(self, store: &Store, now: i64) {
        Tries { wrong: self.wrong.saturating_add(1), last: now }.write(store).await;
    }

    pub(crate) async fn forget(self, store: &Store) {
        if self.wrong > 0 {
            Tries::default().write(store).await;
        }
    }

    async fn write(self, store: &Store) {
        let bytes = [&self.wrong.to_be_bytes()[..], &self.last.to_be_bytes()].concat();
        let write = Write { key: TRIES.to_owned(), bytes };
        // The delay is a courtesy to the owner, not the lock: a failed count must not keep anyone out.
        let _ = store.put(&[write], |_, _| true).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_with_every_wrong_try_up_to_five_minutes() {
        let rows =
            [(0, 0), (1, 1), (2, 2), (3, 4), (9, 256), (10, 300), (31, 300), (64, 300), (u32::MAX, 300)];
        for (wrong, seconds) in rows {
            assert_eq!(Tries { wrong, last: 5_000 }.wait(5_000), seconds, "{wrong} wrong");
        }
    }

    #[test]
    fn the_wait_runs_out_and_a_clock_set_back_does_not_lengthen_it() {
        let tries = Tries { wrong: 3, last: 100_000 };
        let rows = [(100_000, 4), (100_001, 4), (103_000, 1), (104_000, 0), (200_000, 0), (0, 4)];
        for (now, seconds) in rows {
            assert_eq!(tries.wait(now), seconds, "at {now}");
        }
    }
}
