//! The text of a JSON number as a double. `str::parse` would bring 14 kB of powers of five into the page, for a last
//! bit that no time needs.

/// As many digits as surely fit into 64 bits; those after them weigh less than the last bit of a double.
const ENOUGH: u64 = 1_000_000_000_000_000_000;

/// The double for the text of a JSON number (RFC 8259 section 6).
///
/// The nearest one where the digits, without point and final zeros, make a whole number up to 2^53 and stand no
/// more than 22 powers of ten away from it: every whole number up to 2^53, every time in use with its fraction.
/// Else it is off by no more than 2^-48 of the number, infinite out of a double's range, and 0 where too small.
pub fn to_f64(text: &str) -> f64 {
    let (mut digits, mut power) = (0_u64, 0_i64);
    let mut in_fraction = false;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'0'..=b'9' if digits < ENOUGH => {
                digits = digits * 10 + u64::from(byte - b'0');
                power -= i64::from(in_fraction);
            }
            b'0'..=b'9' => power += i64::from(!in_fraction),
            b'.' => in_fraction = true,
            b'e' | b'E' => power = power.saturating_add(whole(&mut bytes)),
            _ => {}
        }
    }
    let size = times_ten_to(digits, power);
    if text.starts_with('-') { -size } else { size }
}

/// A whole number with or without sign, as far as 64 bits reach.
fn whole(bytes: &mut std::str::Bytes) -> i64 {
    let mut negative = false;
    let mut size = 0_i64;
    for byte in bytes {
        match byte {
            b'-' => negative = true,
            b'0'..=b'9' => {
                size = size
                    .saturating_mul(10)
                    .saturating_add(i64::from(byte - b'0'))
            }
            _ => {}
        }
    }
    if negative { -size } else { size }
}

fn times_ten_to(mut digits: u64, mut power: i64) -> f64 {
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
        power = power.saturating_add(1);
    }
    let mut value = digits as f64;
    let mut left = power.unsigned_abs();
    while left > 0 && value != 0.0 && value.is_finite() {
        // The greatest power of ten that a double holds exactly is 10^22.
        let step = left.min(22);
        let ten_to_step = (0..step).fold(1.0, |product, _| product * 10.0);
        if power < 0 {
            value /= ten_to_step;
        } else {
            value *= ten_to_step;
        }
        left -= step;
    }
    value
}
