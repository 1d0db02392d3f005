//! IndexedDB: key and bytes in, bytes out. Knows nothing else.
//!
//! Everything is sealed before it comes here, so a transaction never waits for anything but the database
//! (it would commit by itself). Writes ask for strict durability and are over only at `complete`.

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use indexed_db_futures::typed_array::{TypedArray, TypedArraySlice};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

const RECORDS: &str = "records";
/// Versions up to 199 are promised to stay readable by older builds; a breaking change jumps to 200.
const VERSION: u8 = 1;

/// One database.
pub struct Store {
    db: Database,
}

/// Why bytes were not kept or not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreTrouble {
    /// The browser offers no database here.
    None,
    /// The write was refused: somewhere a newer one stands already.
    Stale,
    /// The database did not do it: no room, or the handle is dead.
    Failed,
}

/// What to write under which key.
pub struct Write {
    /// The key.
    pub key: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Store {
    /// Opens a database, making it when there is none.
    ///
    /// # Errors
    /// [`StoreTrouble::None`] when the browser offers none.
    pub async fn open(name: &str) -> Result<Store, StoreTrouble> {
        let request = Database::open(name)
            .with_version(VERSION)
            .with_on_upgrade_needed(|event, db| {
                if event.old_version() < 1.0 {
                    db.create_object_store(RECORDS).build()?;
                }
                Ok(())
            })
            .await;
        request.map(|db| Store { db }).map_err(|_| StoreTrouble::None)
    }

    /// Throws a whole database away. Only ever the one of the example people.
    pub async fn delete(name: &str) {
        if let Ok(request) = Database::delete_by_name(name) {
            // When another tab holds it open the browser deletes it once that tab is closed.
            let _ = request.await;
        }
    }

    /// Closes it, so that it can be deleted.
    pub fn close(self) {
        self.db.close();
    }

    /// The bytes under a key.
    ///
    /// # Errors
    /// [`StoreTrouble::Failed`] when the database does not answer.
    pub async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreTrouble> {
        let read = async {
            let transaction = self.db.transaction(RECORDS).build()?;
            let store = transaction.object_store(RECORDS)?;
            store.get::<JsValue, _, _>(key.to_owned()).primitive()?.await
        };
        read.await.map(|found| found.map(bytes)).map_err(failed)
    }

    /// What stands under a key, whatever it is: a key of the browser's own is not bytes.
    ///
    /// # Errors
    /// [`StoreTrouble::Failed`] when the database does not answer.
    pub async fn value(&self, key: &str) -> Result<Option<JsValue>, StoreTrouble> {
        let read = async {
            let transaction = self.db.transaction(RECORDS).build()?;
            let store = transaction.object_store(RECORDS)?;
            store.get::<JsValue, _, _>(key.to_owned()).primitive()?.await
        };
        read.await.map_err(failed)
    }

    /// Every key from `from` up to and without `to`, with its bytes. What is no bytes opens no more than none do:
    /// one record that somebody spoilt must not keep back the others.
    ///
    /// # Errors
    /// [`StoreTrouble::Failed`] when the database does not answer.
    pub async fn range(&self, from: &str, to: &str) -> Result<Vec<Write>, StoreTrouble> {
        let read = async {
            let transaction = self.db.transaction(RECORDS).build()?;
            let store = transaction.object_store(RECORDS)?;
            let range = || KeyRange::Bound(from.to_owned(), false, to.to_owned(), true);
            let keys = store.get_all_keys::<String>().with_query::<String, _>(range()).primitive()?;
            let values = store.get_all::<JsValue>().with_query::<String, _>(range()).primitive()?;
            let keys: Vec<String> = keys.await?.collect::<Result<_, _>>()?;
            let values: Vec<JsValue> = values.await?.collect::<Result<_, _>>()?;
            indexed_db_futures::Result::Ok(keys.into_iter().zip(values))
        };
        let found = read.await.map_err(failed)?;
        Ok(found.map(|(key, value)| Write { key, bytes: bytes(value) }).collect())
    }

    /// Every key from `from` up to and without `to`: what lies under them may be large.
    ///
    /// # Errors
    /// [`StoreTrouble::Failed`] when the database does not answer.
    pub async fn keys(&self, from: &str, to: &str) -> Result<Vec<String>, StoreTrouble> {
        let read = async {
            let transaction = self.db.transaction(RECORDS).build()?;
            let store = transaction.object_store(RECORDS)?;
            let range = KeyRange::Bound(from.to_owned(), false, to.to_owned(), true);
            let keys = store.get_all_keys::<String>().with_query::<String, _>(range).primitive()?;
            keys.await?.collect::<Result<_, _>>()
        };
        read.await.map_err(failed)
    }

    /// Writes all of it or nothing, and returns once the database says it is safely kept.
    ///
    /// `newer` is asked, for each key, whether the bytes that stand there already may be replaced.
    ///
    /// # Errors
    /// [`StoreTrouble::Stale`] when `newer` says no; [`StoreTrouble::Failed`] when the database refuses.
    pub async fn put(
        &self,
        writes: &[Write],
        newer: impl Fn(&[u8], &[u8]) -> bool,
    ) -> Result<(), StoreTrouble> {
        self.swap(writes, None, &[], newer).await
    }

    /// Writes, keeps a value of the browser's own as it is, and deletes keys: all of it or nothing.
    ///
    /// # Errors
    /// As [`Store::put`].
    pub async fn swap(
        &self,
        writes: &[Write],
        value: Option<(&str, JsValue)>,
        gone: &[String],
        newer: impl Fn(&[u8], &[u8]) -> bool,
    ) -> Result<(), StoreTrouble> {
        let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let transaction = self
            .db
            .transaction(RECORDS)
            .with_mode(TransactionMode::Readwrite)
            .with_options(options)
            .build()
            .map_err(failed)?;
        {
            let store = transaction.object_store(RECORDS).map_err(failed)?;
            // Everything is asked for at once and the answers come in order: fewer turns of the event loop
            // between a tap and its being kept.
            let mut asked = Vec::new();
            for write in writes {
                let there = store.get::<TypedArray<u8>, _, _>(write.key.clone());
                asked.push((write, there.primitive().map_err(failed)?));
                let put = store.put(TypedArraySlice::new(&write.bytes)).with_key(write.key.clone());
                drop(put.primitive().map_err(failed)?);
            }
            if let Some((key, value)) = value {
                drop(store.put(value).with_key(key.to_owned()).primitive().map_err(failed)?);
            }
            for key in gone {
                drop(store.delete(key.clone()).primitive().map_err(failed)?);
            }
            for (write, there) in asked {
                let there = there.await.map_err(failed)?.map(Vec::from);
                if there.is_some_and(|there| !newer(&there, &write.bytes)) {
                    // Dropping the transaction rolls everything back, what was put included.
                    return Err(StoreTrouble::Stale);
                }
            }
        }
        transaction.commit().await.map_err(failed)
    }
}

fn bytes(value: JsValue) -> Vec<u8> {
    value.dyn_into::<Uint8Array>().map(|array| array.to_vec()).unwrap_or_default()
}

fn failed<E>(_: E) -> StoreTrouble {
    StoreTrouble::Failed
}
