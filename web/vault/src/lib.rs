//! Keys and sealed records: bytes in, bytes out.
//!
//! This package keeps what people said about themselves unreadable to whoever copies the disk. It
//! has no clock, no storage and no randomness of its own: every random byte comes from the
//! [`Random`] the caller passes in, and every nonce is drawn inside, so none can be used twice. It
//! knows nothing of assessments: what a record is about is a [`Kind`], a number its caller gives.
//!
//! With no feature it seals and opens with a key in hand, which is what the page needs. The feature
//! `passphrase` adds making a vault, opening it and changing its passphrase, which the worker does.
//! The format, byte by byte, and what it does not protect against are in `README.md`.

mod header;
mod ids;
mod kdf_parameters;
mod keys;
#[cfg(feature = "passphrase")]
mod passphrase;
mod random;
mod record;
mod sealing;
mod trouble;

pub use header::{HEADER_BYTES, Header};
pub use ids::{Kind, PersonId, RecordId, Revision, VaultId};
pub use kdf_parameters::KdfParameters;
pub use keys::{RecordKey, VaultKey, WRAPPED_KEY_BYTES};
#[cfg(feature = "passphrase")]
pub use passphrase::{make_vault, open_vault, rewrap};
pub use random::Random;
pub use record::{LARGEST_RECORD, Label, Place, label_of, open, seal};
pub use trouble::Trouble;
pub use zeroize::Zeroizing;
