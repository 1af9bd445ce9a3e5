//! A part in groups of three bytes, and the characters of its bytes.

use super::{Carrier, Span};

/// Bits in a group: the fewest that are whole bytes and whole characters of base64url alike (RFC 4648 section 4).
const BITS: usize = 24;

/// A group of four characters and the three bytes they carry; the last one of a part may have less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quad {
    /// From the first to the last of its characters in the cleaned text. Characters that carry nothing may stand
    /// between them, see [`Carrier::letters`].
    pub characters: Span,
    /// Of the bytes of the part. Empty for a last character that stands alone: it carries no whole byte.
    pub octets: Span,
}

impl Carrier<'_> {
    /// How many groups the part has.
    pub fn quad_count(&self) -> usize {
        self.places().count().div_ceil(BITS / self.bits)
    }

    /// The groups from number `from` on, `count` at the most.
    ///
    /// Of an unencoded payload (RFC 7797) a group is three bytes, which are three bytes of the cleaned text as well:
    /// such a group may cut a character.
    pub fn quads(&self, from: usize, count: usize) -> Vec<Quad> {
        let size = BITS / self.bits;
        let (before, most) = (from.saturating_mul(size), count.saturating_mul(size));
        let places: Vec<usize> = self.places().skip(before).take(most).collect();
        let length = self.length();
        let mut octet = from.saturating_mul(3);
        let mut quads = Vec::new();
        for group in places.chunks(size) {
            quads.push(Quad {
                characters: Span::new(group[0], group[group.len() - 1] + 1).shifted(self.start),
                octets: Span::new(octet, length.min(octet + 3)),
            });
            octet += 3;
        }
        quads
    }

    /// The characters of a group, each with its place in the cleaned text, without those that carry nothing. In an
    /// unencoded payload a character stands in the group of its first byte.
    pub fn letters(&self, quad: Quad) -> Vec<(usize, char)> {
        let end = quad.characters.end.min(self.span().end);
        let mut letters = Vec::new();
        for place in quad.characters.start.max(self.start)..end {
            let rest = self.text.get(place - self.start..).unwrap_or_default();
            let letter = rest.chars().next().filter(|letter| self.carries(*letter));
            letters.extend(letter.map(|letter| (place, letter)));
        }
        letters
    }
}

/// The character of a text in UTF-8 to which the byte at `at` belongs, and all of its bytes. `None` where the bytes
/// are no UTF-8 there.
///
/// ```
/// # use jwt_inspector::jose::{Span, octets::character_at};
/// assert_eq!(character_at("aé".as_bytes(), 2), Some((Span::new(1, 3), 'é')));
/// assert_eq!(character_at(&[0xE9, 0x61], 0), None);
/// ```
pub fn character_at(octets: &[u8], at: usize) -> Option<(Span, char)> {
    let is_first = |place: &usize| octets.get(*place).is_some_and(|octet| octet & 0xC0 != 0x80);
    let start = (at.saturating_sub(3)..=at).rev().find(is_first)?;
    let length = match octets[start] {
        0x00..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xFF => 4,
    };
    let span = Span::new(start, start + length);
    let text = std::str::from_utf8(octets.get(span.range())?).ok()?;
    let character = text.chars().next()?;
    (at < span.end).then_some((span, character))
}
