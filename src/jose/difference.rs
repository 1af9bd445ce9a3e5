//! The one stretch in which two texts differ.

use super::Span;

/// How many bytes are the same from the start on.
pub fn common_start(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// How many bytes are the same up to the end.
pub fn common_end(a: &[u8], b: &[u8]) -> usize {
    let pairs = a.iter().rev().zip(b.iter().rev());
    pairs.take_while(|(a, b)| a == b).count()
}

/// The stretch of `before` that is gone, and the stretch of `after` that stands in its place, both in
/// whole characters.
pub fn between(before: &str, after: &str) -> (Span, Span) {
    let prefix = common_start(before.as_bytes(), after.as_bytes());
    let prefix = before
        .floor_char_boundary(prefix)
        .min(after.floor_char_boundary(prefix));
    let (rest_before, rest_after) = (&before[prefix..], &after[prefix..]);
    let mut suffix = common_end(rest_before.as_bytes(), rest_after.as_bytes());
    while !rest_before.is_char_boundary(rest_before.len() - suffix)
        || !rest_after.is_char_boundary(rest_after.len() - suffix)
    {
        suffix -= 1;
    }
    (
        Span::new(prefix, before.len() - suffix),
        Span::new(prefix, after.len() - suffix),
    )
}
