//! Base64 (RFC 4648, section 4), in which FHIR holds attached files.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A text as base64.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len().div_ceil(3) * 4);
    for part in text.as_bytes().chunks(3) {
        let bits =
            part.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - part.len()));
        for n in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * n)) as usize & 63];
            out.push(if n <= part.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

/// The text of some base64. `None` for what is not base64, or not UTF-8 within.
pub(super) fn decode(base64: &str) -> Option<String> {
    let plain: Vec<u8> = base64.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    if !plain.len().is_multiple_of(4) {
        return None;
    }
    let mut out = Vec::with_capacity(plain.len() / 4 * 3);
    for (n, part) in plain.chunks(4).enumerate() {
        let padding = part.iter().rev().take_while(|byte| **byte == b'=').count();
        let last = (n + 1) * 4 == plain.len();
        if padding > 2 || (padding > 0 && !last) {
            return None;
        }
        let mut bits = 0_u32;
        for byte in &part[..4 - padding] {
            let value = LETTERS.iter().position(|letter| letter == byte)?;
            bits = bits << 6 | u32::try_from(value).ok()?;
        }
        bits <<= 6 * padding;
        out.extend_from_slice(&bits.to_be_bytes()[1..4 - padding]);
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn a_text_goes_there_and_back() {
        // The test vectors of RFC 4648, section 10, and one beyond ASCII.
        let rows = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("ŵ", "xbU="),
        ];
        for (text, base64) in rows {
            assert_eq!(encode(text), base64);
            assert_eq!(decode(base64).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_base64_is_refused() {
        for base64 in ["Zg", "Zg=", "Z===", "Zg==Zg==", "Z!==", "=Zg=", "/w=="] {
            assert_eq!(decode(base64), None, "{base64}");
        }
    }
}
