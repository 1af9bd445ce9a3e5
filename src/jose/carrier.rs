//! Which characters of a token carry which bytes of a part. Base64url writes three bytes in four characters
//! (RFC 4648 section 5), so most bytes share a character with a neighbour; an unencoded payload (RFC 7797) is its
//! own bytes.

use super::edit::Editable;
use super::token::{Source, Token};
use super::{Span, base64url};
use std::ops::Range;

/// The characters of the cleaned text that carry a part. In broken base64url what is read leniently counts, see
/// [`base64url::decode_leniently`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carrier<'a> {
    pub(super) text: &'a str,
    /// Where the text stands in the cleaned text.
    pub(super) start: usize,
    /// Bits of the part in a character: 6, or 8 where a byte of the text stands for itself.
    pub(super) bits: usize,
    /// Whether characters that carry nothing may stand among the others.
    broken: bool,
}

impl<'a> Carrier<'a> {
    /// The characters of a part, where the token has it in one stretch: the base64url of a token in JSON
    /// serialization may have escapes in it, and is then not told.
    pub fn of(source: &'a Source, wanted: Editable) -> Option<Self> {
        let (span, broken) = match &source.token {
            Token::Json(token) => {
                let value = token.carrier(wanted)?;
                let quoted = value.span();
                if value.text().contains('\\') {
                    return None;
                }
                (Span::new(quoted.start + 1, quoted.end - 1), false)
            }
            _ => {
                let part = source.part(wanted)?;
                (part.span, part.decoded.is_err())
            }
        };
        let header = source.jws().and_then(|jws| jws.header.as_ref().ok());
        let unencoded = wanted == Editable::Payload && header.is_some_and(|header| !header.b64);
        Some(Self {
            text: &source.cleaned.text[span.range()],
            start: span.start,
            bits: if unencoded { 8 } else { 6 },
            broken,
        })
    }

    /// Where the part stands in the cleaned text.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// Whether the characters are base64url, and not the bytes themselves.
    pub fn is_encoded(&self) -> bool {
        self.bits == 6
    }

    /// How many bytes the part has.
    pub fn length(&self) -> usize {
        self.count(self.text.len()) * self.bits / 8
    }

    /// The stretch of the cleaned text that carries a stretch of the bytes, shared characters included. Empty for
    /// no bytes.
    pub fn characters(&self, octets: Span) -> Span {
        let numbers = self.numbers(octets);
        let start = self.place(numbers.start);
        if numbers.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.place(numbers.end - 1) + 1)
    }

    /// How many characters carry a stretch of the bytes.
    pub fn count_of(&self, octets: Span) -> usize {
        self.numbers(octets).len()
    }

    /// The places of the first and the last character of [`Carrier::characters`], where they carry bits of the byte
    /// before or after the stretch too.
    pub fn shared(&self, octets: Span) -> [Option<usize>; 2] {
        let octets = self.within(octets);
        if octets.is_empty() {
            return [None, None];
        }
        let characters = self.characters(octets);
        let cuts_character = |octet: usize| !(octet * 8).is_multiple_of(self.bits);
        let is_last = octets.end == self.length();
        [
            cuts_character(octets.start).then_some(characters.start),
            (!is_last && cuts_character(octets.end)).then(|| characters.end - 1),
        ]
    }

    /// The bytes that are whole in a stretch of the cleaned text; where there is none, the one to which most bits
    /// of the first character belong. `None` for a stretch that leaves the part or carries none.
    pub fn octets(&self, characters: Span) -> Option<Span> {
        let all = self.span();
        let end = characters.end.max(characters.start.saturating_add(1));
        if characters.start < all.start || end > all.end {
            return None;
        }
        let first = self.count(characters.start - self.start);
        let behind = self.count(end - self.start);
        let (bits, length) = (self.bits, self.length());
        if first == behind || first * bits / 8 >= length {
            return None;
        }
        let whole = Span::new((first * bits).div_ceil(8), (behind * bits / 8).min(length));
        if whole.start < whole.end {
            return Some(whole);
        }
        let most = ((first * bits + bits / 2) / 8).min(length - 1);
        Some(Span::new(most, most + 1))
    }

    /// What of a stretch of bytes there is.
    pub fn within(&self, octets: Span) -> Span {
        let end = octets.end.min(self.length());
        Span::new(octets.start.min(end), end)
    }

    /// The characters that carry a stretch of the bytes, counted from 0 without those that carry nothing.
    fn numbers(&self, octets: Span) -> Range<usize> {
        let octets = self.within(octets);
        let first = octets.start * 8 / self.bits;
        if octets.is_empty() {
            return first..first;
        }
        first..(octets.end * 8).div_ceil(self.bits)
    }

    /// How many characters that carry something stand in the first so many bytes of the part's text.
    fn count(&self, length: usize) -> usize {
        if !self.broken {
            return length;
        }
        self.places().take_while(|at| *at < length).count()
    }

    /// Where the character of a number stands in the cleaned text; behind the last one the part ends.
    fn place(&self, number: usize) -> usize {
        let at = if self.broken {
            self.places().nth(number).unwrap_or(self.text.len())
        } else {
            number
        };
        self.start + at
    }

    /// The places within the part's text of the characters that carry something.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        let bytes = self.text.bytes().enumerate();
        bytes
            .filter(|(_, byte)| self.carries(char::from(*byte)))
            .map(|(at, _)| at)
    }

    /// Whether a character of the part's text carries something.
    pub(super) fn carries(&self, letter: char) -> bool {
        !self.broken || u8::try_from(letter).is_ok_and(base64url::is_read_leniently)
    }
}
