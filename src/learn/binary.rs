//! Bits, for those who look at them.

/// The last bits of a number, the highest first.
pub fn bits(number: u8, count: u8) -> String {
    let bit = |at| if number >> at & 1 == 1 { '1' } else { '0' };
    (0..count).rev().map(bit).collect()
}

/// The bytes with one bit the other way, counted from the highest of the first byte.
pub fn flipped(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if let Some(byte) = bytes.get_mut(bit / 8) {
        *byte ^= 0x80 >> (bit % 8);
    }
    bytes
}

/// In how many bits two stretches of the same length differ.
pub fn distance(one: &[u8], other: &[u8]) -> u32 {
    let bytes = one.iter().zip(other);
    bytes.map(|(one, other)| (one ^ other).count_ones()).sum()
}
