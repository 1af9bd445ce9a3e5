//! What a text is that has not the parts of a token.

use crate::jose::Payload;
use crate::jose::compact::Part;

/// What a text is that has not the parts of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pieces {
    /// Nothing in it starts like a token.
    NoToken,
    /// Dots of omission stand in it.
    Shortened,
    /// It breaks off inside the payload.
    CutPayload,
    Other,
}

impl Pieces {
    /// Tells it by the cleaned text, and by the first of the stretches between its dots.
    pub fn of(text: &str, parts: &[Part]) -> Self {
        let header = parts.first().and_then(Part::object);
        if header.is_none() && !text.contains("eyJ") {
            return Self::NoToken;
        }
        if text.contains("...") || text.contains('…') {
            return Self::Shortened;
        }
        match parts {
            [_, payload] if header.is_some() && breaks_off(payload.shown_bytes(text)) => {
                Self::CutPayload
            }
            _ => Self::Other,
        }
    }
}

/// An object that does not end.
fn breaks_off(bytes: Vec<u8>) -> bool {
    bytes.starts_with(b"{") && !matches!(Payload::read(bytes), Payload::Claims(_))
}
