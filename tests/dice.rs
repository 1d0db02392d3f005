//! Random numbers that are the same everywhere: natively, in wasm, today and in ten years.

/// A generator of our own (SplitMix64 of Steele, Lea and Flood 2014), so that a seed says everything.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `below`, or 0 when that is 0.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        // A machine with 32-bit words must throw the same, so the division is done in 64.
        usize::try_from(z % (below.max(1) as u64)).expect("below a usize")
    }

    /// One of these. There must be one.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}
