//! Everything that will be served, each file under a name that carries its own hash. The hash is
//! taken last, from the bytes as they will be sent, so a name can never stand for two contents.

use sha2::{Digest, Sha256, Sha384};

/// A finished file and the address it is served at.
pub struct Shelved {
    /// The name other files know it by, such as `app.wasm`.
    pub name: String,
    /// The address, such as `/assets/app-0123456789ab.wasm`.
    pub address: String,
    pub bytes: Vec<u8>,
}

#[derive(Default)]
pub struct Shelf {
    pub files: Vec<Shelved>,
}

/// Hashed files live in one folder, so that a host can be told in one line that they never change.
pub const HASHED_FOLDER: &str = "/assets/";

impl Shelf {
    /// Adds a file under its hashed name and gives back its address.
    pub fn put(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let hash = hash_of(&bytes);
        let short = &hash[..12];
        let address = match name.rsplit_once('.') {
            Some((stem, ending)) => format!("{HASHED_FOLDER}{stem}-{short}.{ending}"),
            None => format!("{HASHED_FOLDER}{name}-{short}"),
        };
        self.files.push(Shelved { name: name.to_string(), address: address.clone(), bytes });
        address
    }

    /// Adds a file whose address must stay what it is, such as `/sw.js`.
    pub fn put_plain(&mut self, name: &str, address: &str, bytes: impl Into<Vec<u8>>) {
        self.files.push(Shelved {
            name: name.to_string(),
            address: address.to_string(),
            bytes: bytes.into(),
        });
    }

    pub fn find(&self, name: &str) -> Option<&Shelved> {
        self.files.iter().find(|file| file.name == name)
    }

    /// The file of that name, or a sentence: used where the build makes no sense without it.
    pub fn need(&self, name: &str) -> Result<&Shelved, String> {
        self.find(name).ok_or_else(|| format!("The build made no file called {name}, which the page needs."))
    }
}

/// SHA-256 in hex.
pub fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The value of an `integrity` attribute.
pub fn integrity_of(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits =
            group.iter().fold(0u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            if place <= group.len() {
                text.push(char::from(LETTERS[(bits >> (18 - 6 * place)) as usize & 63]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_agrees_with_the_examples_of_rfc_4648() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn a_hashed_name_keeps_its_ending_and_carries_twelve_letters_of_its_hash() {
        let mut shelf = Shelf::default();
        let address = shelf.put("a-b.wording.en.json", "abc");
        assert_eq!(address, "/assets/a-b.wording.en-ba7816bf8f01.json");
    }
}
