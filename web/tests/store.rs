//! The store over a real IndexedDB: what was kept comes back, and nothing is half written.
#![cfg(target_family = "wasm")]

use js_sys::{Array, Promise};
use std::rc::Rc;
use trellis_web::store::{Store, StoreTrouble, Write};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A database of the test's own, with nothing in it.
async fn empty(name: &str) -> Store {
    Store::delete(name).await;
    open(name).await
}

async fn open(name: &str) -> Store {
    Store::open(name).await.expect("this browser has IndexedDB")
}

fn write(key: &str, bytes: &[u8]) -> Write {
    Write { key: key.to_owned(), bytes: bytes.to_vec() }
}

/// Whatever stands there may be written over.
fn always(_: &[u8], _: &[u8]) -> bool {
    true
}

fn never(_: &[u8], _: &[u8]) -> bool {
    false
}

/// As revisions do: the first byte may not fall.
fn not_falling(there: &[u8], new: &[u8]) -> bool {
    there.first() <= new.first()
}

async fn all(store: &Store) -> Vec<(String, Vec<u8>)> {
    let found = store.range("", "\u{ffff}").await.expect("a range");
    found.into_iter().map(|write| (write.key, write.bytes)).collect()
}

fn rows(rows: &[(&str, &[u8])]) -> Vec<(String, Vec<u8>)> {
    rows.iter().map(|(key, bytes)| ((*key).to_owned(), bytes.to_vec())).collect()
}

#[wasm_bindgen_test]
async fn bytes_come_back_as_they_were_put_also_after_closing() {
    let every_byte: Vec<u8> = (0..=255).collect();
    let large = vec![0xa5; 1_000_000];
    let kept: [(&str, &[u8]); 5] = [
        ("none", &[]),
        ("nought", &[0]),
        ("every", &every_byte),
        ("large", &large),
        ("", b"under an empty key"),
    ];
    let store = empty("test-round-trip").await;
    assert_eq!(store.get("none").await, Ok(None));
    for (key, bytes) in kept {
        assert_eq!(store.put(&[write(key, bytes)], always).await, Ok(()), "{key}");
        assert_eq!(store.get(key).await, Ok(Some(bytes.to_vec())), "{key}");
    }
    store.close();
    let store = open("test-round-trip").await;
    for (key, bytes) in kept {
        assert_eq!(store.get(key).await, Ok(Some(bytes.to_vec())), "{key} after closing");
    }
    assert_eq!(store.get("Every").await, Ok(None), "another key is another key");
}

#[wasm_bindgen_test]
async fn a_range_holds_its_first_key_and_not_its_last_in_order() {
    let store = empty("test-range").await;
    assert_eq!(all(&store).await, []);
    let writes = ["s2", "p1", "z1", "p", "q", "s1", "pff", "header"].map(|key| write(key, key.as_bytes()));
    assert_eq!(store.put(&writes, always).await, Ok(()));
    let cases: [(&str, &str, &[&str]); 6] = [
        ("p", "q", &["p", "p1", "pff"]),
        ("p1", "s2", &["p1", "pff", "q", "s1"]),
        ("s", "t", &["s1", "s2"]),
        ("k", "l", &[]),
        ("t", "z1", &[]),
        ("", "\u{ffff}", &["header", "p", "p1", "pff", "q", "s1", "s2", "z1"]),
    ];
    for (from, to, expected) in cases {
        let found = store.range(from, to).await.expect("a range");
        let keys: Vec<&str> = found.iter().map(|write| write.key.as_str()).collect();
        assert_eq!(keys, expected, "from {from} to {to}");
        assert!(found.iter().all(|write| write.bytes == write.key.as_bytes()), "each key has its own bytes");
    }
}

#[wasm_bindgen_test]
async fn what_may_not_be_replaced_stays_as_it_was() {
    let store = empty("test-stale").await;
    // Nothing stands there yet, so nobody is asked.
    assert_eq!(store.put(&[write("a", &[5, 1])], never).await, Ok(()));
    let cases: [(&[u8], Result<(), StoreTrouble>, &[u8]); 5] = [
        (&[4, 2], Err(StoreTrouble::Stale), &[5, 1]),
        (&[5, 3], Ok(()), &[5, 3]),
        (&[], Err(StoreTrouble::Stale), &[5, 3]),
        (&[6], Ok(()), &[6]),
        (&[5, 255], Err(StoreTrouble::Stale), &[6]),
    ];
    for (bytes, said, stands) in cases {
        assert_eq!(store.put(&[write("a", bytes)], not_falling).await, said, "{bytes:?}");
        assert_eq!(store.get("a").await, Ok(Some(stands.to_vec())), "{bytes:?}");
    }
    assert_eq!(store.put(&[write("a", &[9])], never).await, Err(StoreTrouble::Stale));
    assert_eq!(all(&store).await, rows(&[("a", &[6])]));
}

#[wasm_bindgen_test]
async fn several_writes_are_all_kept_or_none() {
    let store = empty("test-all-or-nothing").await;
    let before: [(&str, &[u8]); 2] = [("b", &[5]), ("d", &[1])];
    let first: Vec<Write> = before.iter().map(|(key, bytes)| write(key, bytes)).collect();
    assert_eq!(store.put(&first, always).await, Ok(()));
    // The refused one first, in the middle, last.
    let cases = [["b", "a", "c"], ["a", "b", "d"], ["a", "d", "b"]];
    for keys in cases {
        let writes = keys.map(|key| write(key, &[4]));
        assert_eq!(store.put(&writes, not_falling).await, Err(StoreTrouble::Stale), "{keys:?}");
        assert_eq!(all(&store).await, rows(&before), "{keys:?}");
    }
    let writes = ["a", "b", "d"].map(|key| write(key, &[7]));
    assert_eq!(store.put(&writes, not_falling).await, Ok(()));
    assert_eq!(all(&store).await, rows(&[("a", &[7]), ("b", &[7]), ("d", &[7])]));
    assert_eq!(store.put(&[], never).await, Ok(()), "nothing to write is written");
}

#[wasm_bindgen_test]
async fn one_key_twice_in_one_go_ends_as_the_last_and_is_asked_about_the_first() {
    let store = empty("test-twice").await;
    let writes = [write("a", &[2]), write("a", &[1])];
    assert_eq!(store.put(&writes, not_falling).await, Err(StoreTrouble::Stale));
    assert_eq!(store.get("a").await, Ok(None));
    let writes = [write("a", &[1]), write("a", &[2])];
    assert_eq!(store.put(&writes, not_falling).await, Ok(()));
    assert_eq!(store.get("a").await, Ok(Some(vec![2])));
}

#[wasm_bindgen_test]
async fn writes_asked_for_without_waiting_land_in_their_order() {
    let store = Rc::new(empty("test-order").await);
    let puts = Array::new();
    for revision in 1..=40_u8 {
        let store = store.clone();
        let put: Promise = future_to_promise(async move {
            let kept = store.put(&[write("z", &[revision]), write("s", &[revision])], not_falling).await;
            assert_eq!(kept, Ok(()), "revision {revision}");
            Ok(JsValue::from(revision))
        });
        puts.push(&put);
    }
    // A read that is asked for last sees all of them.
    let reader = store.clone();
    let read = future_to_promise(async move {
        assert_eq!(reader.get("z").await, Ok(Some(vec![40])));
        Ok(JsValue::UNDEFINED)
    });
    puts.push(&read);
    JsFuture::from(Promise::all(&puts)).await.expect("all are kept and read");
    assert_eq!(all(&store).await, rows(&[("s", &[40]), ("z", &[40])]));
}

#[wasm_bindgen_test]
async fn a_deleted_database_is_empty_and_the_one_beside_it_is_not() {
    let kept = empty("test-kept").await;
    assert_eq!(kept.put(&[write("a", &[1])], always).await, Ok(()));
    let gone = empty("test-gone").await;
    assert_eq!(gone.put(&[write("a", &[2])], always).await, Ok(()));
    gone.close();
    Store::delete("test-gone").await;
    let gone = open("test-gone").await;
    assert_eq!(all(&gone).await, []);
    assert_eq!(gone.put(&[write("a", &[3])], never).await, Ok(()), "and can be used again");
    assert_eq!(all(&kept).await, rows(&[("a", &[1])]));
    // One that was never there.
    Store::delete("test-never-there").await;
}
