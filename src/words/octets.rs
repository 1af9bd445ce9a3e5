//! Bytes, and the characters that carry them.

use super::count;
use crate::jose::{Carrier, Span};

pub const TITLE: &str = "Bytes";

pub const HINT: &str =
    "Four characters carry three bytes, so neighbours share one. Point at anything.";

/// "14 bytes, in 19 characters; the first character also carries bits of its neighbour."; empty for no bytes.
pub fn said(carrier: &Carrier, octets: Span) -> String {
    let octets = carrier.within(octets);
    if octets.is_empty() {
        return String::new();
    }
    let mut said = count(octets.len(), "byte", "bytes");
    if !carrier.is_encoded() {
        said += ", written as they are: the payload is not encoded.";
        return said;
    }
    said += ", in ";
    said += &count(carrier.count_of(octets), "character", "characters");
    said += match carrier.shared(octets) {
        [None, None] => ".",
        [Some(_), None] => "; the first character also carries bits of its neighbour.",
        [None, Some(_)] => "; the last character also carries bits of its neighbour.",
        [Some(_), Some(_)] => {
            "; the first and the last character also carry bits of their neighbours."
        }
    };
    said
}
