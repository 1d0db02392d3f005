//! From a passphrase to the vault key, and back. Slow on purpose; meant for a worker that is ended
//! after one answer.
//!
//! A passphrase is taken as the bytes it is given in. The page passes UTF-8 of the text in Unicode
//! normalisation form C, so that an é typed on one keyboard opens what an é from another sealed.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize, Zeroizing};

use crate::header::{ARGON2ID, BEFORE_WRAP, FORMAT, HEADER_BYTES, Header, MAGIC, transfer_head};
use crate::random::{Random, draw};
use crate::sealing::{Purpose, SEALED_SECRET, Secret, derive_key, open_secret_after, seal_after};
use crate::{KdfParameters, Trouble, VaultId, VaultKey};

/// Makes a new vault: its key, its id and its pair of transfer keys, all random. Gives the header to
/// keep and the key. Refuses an empty passphrase; how good it must be is for the page to say.
pub fn make_vault(
    passphrase: &[u8],
    kdf: KdfParameters,
    random: &mut dyn Random,
) -> Result<(Header, VaultKey), Trouble> {
    let vault = VaultId(draw(random)?);
    let key = VaultKey::from_bytes(vault, &Zeroizing::new(draw(random)?));
    let secret = Zeroizing::new(draw(random)?);
    let public = PublicKey::from(&StaticSecret::from(*secret)).to_bytes();
    let wrap = derive_key(key.expose(), vault, Purpose::WrapTransferSecret);
    let block = seal_after(transfer_head(vault, &public), &wrap, secret.as_slice(), random)?;
    let sealed = block.last_chunk().ok_or(Trouble::Damaged)?;
    let header = write_header(&key, (&public, sealed), passphrase, kdf, random)?;
    Ok((header, key))
}

/// Opens a vault. Refuses a header for the reasons in [`Header::parse`] before deriving anything;
/// a wrong passphrase and a header changed in any other way are both [`Trouble::WrongPassphrase`].
pub fn open_vault(header: &[u8], passphrase: &[u8]) -> Result<VaultKey, Trouble> {
    let header = Header::parse(header)?;
    let kek = derive_kek(passphrase, &header.salt, header.kdf, header.vault)?;
    unwrap_key(&header, &kek)
}

/// Changes the passphrase, the work factors or both: opens with `old`, and gives a header with a
/// fresh salt that opens with `new`. The vault key, and so every record, stays as it is. An old
/// copy of the header still opens with the old passphrase.
pub fn rewrap(
    header: &[u8],
    old: &[u8],
    new: &[u8],
    kdf: KdfParameters,
    random: &mut dyn Random,
) -> Result<(Header, VaultKey), Trouble> {
    if new.is_empty() {
        return Err(Trouble::NoPassphrase);
    }
    let key = open_vault(header, old)?;
    let before = Header::parse(header)?;
    let transfer = (&before.transfer_public, &before.sealed_transfer_secret);
    let header = write_header(&key, transfer, new, kdf, random)?;
    Ok((header, key))
}

/// `transfer` is the public key in clear and the secret as sealed.
fn write_header(
    key: &VaultKey,
    transfer: (&[u8; 32], &[u8; SEALED_SECRET]),
    passphrase: &[u8],
    kdf: KdfParameters,
    random: &mut dyn Random,
) -> Result<Header, Trouble> {
    if passphrase.is_empty() {
        return Err(Trouble::NoPassphrase);
    }
    let salt: [u8; 16] = draw(random)?;
    let kek = derive_kek(passphrase, &salt, kdf, key.vault())?;
    let mut head = Vec::with_capacity(HEADER_BYTES);
    head.extend_from_slice(&MAGIC);
    head.extend_from_slice(&[FORMAT, ARGON2ID]);
    for factor in [kdf.memory_kib(), kdf.passes(), kdf.lanes()] {
        head.extend_from_slice(&factor.to_be_bytes());
    }
    head.extend_from_slice(&salt);
    head.extend_from_slice(&key.vault().0);
    head.extend_from_slice(transfer.0);
    head.extend_from_slice(transfer.1);
    Header::parse(&seal_after(head, &kek, key.expose(), random)?)
}

fn unwrap_key(header: &Header, kek: &Secret) -> Result<VaultKey, Trouble> {
    let secret = open_secret_after(BEFORE_WRAP, kek, &header.bytes);
    let secret = secret.ok_or(Trouble::WrongPassphrase)?;
    Ok(VaultKey::from_bytes(header.vault, &secret))
}

/// Argon2id version 0x13 (RFC 9106) with 32 bytes out, then the derivation for this one purpose.
fn derive_kek(
    passphrase: &[u8],
    salt: &[u8; 16],
    kdf: KdfParameters,
    vault: VaultId,
) -> Result<Secret, Trouble> {
    let params = Params::new(kdf.memory_kib(), kdf.passes(), kdf.lanes(), Some(32))
        .map_err(|_| Trouble::OutOfBounds)?;
    let mut memory = Vec::new();
    let blocks = params.block_count();
    memory.try_reserve_exact(blocks).map_err(|_| Trouble::NoMemory)?;
    memory.resize(blocks, Block::new());
    let mut stretched = Zeroizing::new([0; 32]);
    let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        passphrase,
        salt,
        stretched.as_mut_slice(),
        &mut memory,
    );
    // The last blocks give the key away.
    memory.zeroize();
    done.map_err(|_| Trouble::Damaged)?;
    Ok(derive_key(&stretched, vault, Purpose::WrapVaultKey))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count_up() -> impl FnMut(&mut [u8]) -> Result<(), Trouble> {
        let mut next = 0;
        move |bytes: &mut [u8]| {
            bytes.fill_with(|| {
                next = u8::wrapping_add(next, 1);
                next
            });
            Ok(())
        }
    }

    fn made() -> (Header, VaultKey, Secret) {
        let kdf = KdfParameters::LOW_MEMORY;
        let (header, key) = make_vault(b"four random words", kdf, &mut count_up()).expect("made");
        let kek = derive_kek(b"four random words", &header.salt, kdf, header.vault).expect("kek");
        (header, key, kek)
    }

    /// Opens with a key that does not depend on the header, so that only the seal stands guard.
    fn open_with(kek: &Secret, bytes: &[u8]) -> Result<VaultKey, Trouble> {
        unwrap_key(&Header::parse(bytes)?, kek)
    }

    #[test]
    fn a_flip_of_any_bit_of_a_header_is_refused_even_by_one_who_knows_the_key() {
        let (header, key, kek) = made();
        let opened = open_with(&kek, header.as_bytes()).expect("the header as made");
        assert_eq!(opened.expose(), key.expose());
        for at in 0..HEADER_BYTES {
            for bit in 0..8 {
                let mut changed = *header.as_bytes();
                changed[at] ^= 1 << bit;
                assert!(open_with(&kek, &changed).is_err(), "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn the_transfer_secret_opens_with_the_vault_key_and_fits_the_public_key() {
        let (mut header, key, _) = made();
        let secret = header.open_transfer_secret(&key).expect("the secret");
        let public = PublicKey::from(&StaticSecret::from(*secret));
        assert_eq!(public.as_bytes(), header.transfer_public());

        let other = VaultKey::from_bytes(VaultId([9; 16]), key.expose());
        assert_eq!(header.open_transfer_secret(&other).err(), Some(Trouble::Misplaced));
        header.transfer_public[0] ^= 1;
        assert_eq!(header.open_transfer_secret(&key).err(), Some(Trouble::Damaged));
    }
}
