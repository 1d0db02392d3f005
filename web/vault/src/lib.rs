//! Keys and sealed records: bytes in, bytes out.
//!
//! This package keeps what people said about themselves unreadable to whoever copies the disk. It
//! has no clock, no storage and no randomness of its own: every random byte comes from the
//! [`Random`] the caller passes in, and every nonce is drawn inside, so none can be used twice. It
//! knows nothing of assessments: what a record is about is a [`Kind`], a number its caller gives.
//!
//! With no feature it seals and opens with a key in hand, which is what the page needs. The feature
//! `passphrase` adds making a vault, opening it and changing its passphrase, which the worker does; `handed`
//! adds sealing for a vault without its key, and opening that.
//! The format, byte by byte, and what it does not protect against are in `README.md`.

mod digest;
#[cfg(feature = "handed")]
mod handed;
mod header;
mod ids;
mod kdf_parameters;
mod keys;
mod passing;
#[cfg(feature = "passphrase")]
mod passphrase;
mod random;
mod record;
mod sealing;
mod trouble;

pub use digest::digest;
#[cfg(feature = "handed")]
pub use handed::{label_of_handed, open_handed, seal_handed};
pub use header::{HEADER_BYTES, Header};
pub use ids::{Kind, PersonId, RecordId, Revision, VaultId};
pub use kdf_parameters::KdfParameters;
pub use keys::{RecordKey, VaultKey, WRAPPED_KEY_BYTES};
pub use passing::{PASSING_NONCE, ToOpen, ToSeal, label_of_passing, lay_out, take_apart, unpad};
#[cfg(feature = "passphrase")]
pub use passphrase::{make_vault, open_vault, rewrap};
pub use random::Random;
pub use record::{LARGEST_RECORD, Label, Place, label_of, open, seal};
pub use trouble::Trouble;
pub use zeroize::Zeroizing;
