//! Base64url by hand, three bytes at a time.

use crate::learn::binary::bits;
use crate::learn::{Stage, Tone};

/// The 64 characters, each at its number (RFC 4648 section 5).
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Three bytes at the most, as numbers of six bits; zeros fill up the last.
fn sixes(group: &[u8]) -> Vec<u8> {
    let mut row = 0;
    for at in 0..3 {
        row = row << 8 | u32::from(group.get(at).copied().unwrap_or(0));
    }
    let six = |at| (row >> (18 - 6 * at) & 63) as u8;
    (0..=group.len()).map(six).collect()
}

/// Bytes in base64url, without the inspector.
pub fn by_hand(bytes: &[u8]) -> String {
    let mut out = String::new();
    for group in bytes.chunks(3) {
        for six in sixes(group) {
            out.push(char::from(ALPHABET[usize::from(six)]));
        }
    }
    out
}

/// As many groups as are shown.
const ROWS: usize = 12;

/// The first groups of three bytes, each with all that becomes of it.
pub fn groups(stage: &mut Stage, bytes: &[u8]) {
    let head = [
        "Bytes",
        "8 bits each",
        "6 bits each",
        "Numbers",
        "Characters",
    ];
    stage.table("By hand, a row for three bytes", &head);
    for group in bytes.chunks(3).take(ROWS) {
        let sixes = sixes(group);
        let cells = [
            &*spaced(group, seen),
            &spaced(group, |byte| bits(byte, 8)),
            &spaced(&sixes, |six| bits(six, 6)),
            &spaced(&sixes, |six| six.to_string()),
            &by_hand(group),
        ];
        stage.row(Tone::Plain, &cells);
    }
}

/// A byte as its character where that can be seen, else as a number.
fn seen(byte: u8) -> String {
    match byte {
        b'!'..=b'~' => char::from(byte).to_string(),
        _ => byte.to_string(),
    }
}

fn spaced(values: &[u8], write: fn(u8) -> String) -> String {
    let mut out = String::new();
    for value in values {
        if !out.is_empty() {
            out.push(' ');
        }
        out += &write(*value);
    }
    out
}

/// The same bytes in base64 with padding (RFC 4648 section 4).
pub fn base64(encoded: &str) -> String {
    let mut out = encoded.replace('-', "+").replace('_', "/");
    while !out.len().is_multiple_of(4) {
        out.push('=');
    }
    out
}
