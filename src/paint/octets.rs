//! How single bytes read as text.

use super::is_invisible;
use crate::jose::Span;
use crate::jose::octets::character_at;

/// How a byte reads, if the bytes are text in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A character, at the first of its bytes.
    Character(char),
    /// A space or another character that cannot be seen, at the first of its bytes.
    Unseen(char),
    /// A further byte of the character before it.
    Continued,
    /// Not UTF-8.
    Invalid,
}

impl Reading {
    /// One character to be seen for it: a space and the control characters of ASCII have signs of their own.
    pub fn sign(self) -> char {
        match self {
            Self::Character(character) => character,
            Self::Unseen(' ') => '␣',
            Self::Unseen('\x7F') => '␡',
            Self::Unseen(control @ ..'\x20') => picture(control),
            Self::Unseen(_) => '◌',
            Self::Continued => '…',
            Self::Invalid => '·',
        }
    }

    /// Its name in the page and the stylesheet, as `data-reading`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Character(_) => "character",
            Self::Unseen(_) => "unseen",
            Self::Continued => "continued",
            Self::Invalid => "invalid",
        }
    }
}

/// The readings of the bytes of a stretch. What stands around it counts: a character may reach into it.
pub fn readings(octets: &[u8], stretch: Span) -> Vec<Reading> {
    let end = stretch.end.min(octets.len());
    (stretch.start..end).map(|at| reading(octets, at)).collect()
}

fn reading(octets: &[u8], at: usize) -> Reading {
    match character_at(octets, at) {
        None => Reading::Invalid,
        Some((span, _)) if span.start < at => Reading::Continued,
        Some((_, character))
            if character.is_whitespace() || character.is_control() || is_invisible(character) =>
        {
            Reading::Unseen(character)
        }
        Some((_, character)) => Reading::Character(character),
    }
}

/// The control pictures of Unicode stand in the order of the control characters.
fn picture(control: char) -> char {
    char::from_u32(0x2400 + u32::from(control)).unwrap_or(control)
}
