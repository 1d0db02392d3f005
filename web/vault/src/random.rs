//! Where random bytes come from: always from outside.

use crate::Trouble;

/// A source of random bytes fit for keys. In the browser it is `crypto.getRandomValues`; in a test
/// it may be anything. A closure `FnMut(&mut [u8]) -> Result<(), Trouble>` is one.
pub trait Random {
    /// Fills the whole of `bytes`. Answers [`Trouble::NoRandomness`] when it cannot.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Trouble>;
}

impl<F: FnMut(&mut [u8]) -> Result<(), Trouble>> Random for F {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Trouble> {
        self(bytes)
    }
}

/// Draws `N` random bytes. Refuses all zeros, which is what a source that did nothing leaves behind
/// (and, for the 16 bytes or more drawn here, what a working one never gives).
pub(crate) fn draw<const N: usize>(random: &mut dyn Random) -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    random.fill(&mut bytes)?;
    if bytes == [0; N] { Err(Trouble::NoRandomness) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_fills_nothing_is_refused() {
        let mut idle = |_: &mut [u8]| Ok(());
        assert_eq!(draw::<16>(&mut idle), Err(Trouble::NoRandomness));
    }

    #[test]
    fn a_source_that_fails_is_passed_on() {
        let mut failing = |_: &mut [u8]| Err(Trouble::NoRandomness);
        assert_eq!(draw::<24>(&mut failing), Err(Trouble::NoRandomness));
    }
}
