//! Pieces of bytes one after the other, each behind its length: how jobs and answers cross to the worker and back.

use zeroize::Zeroizing;

/// In room for all of it from the start: growing would leave parts of a key behind.
pub fn join(pieces: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let size = pieces.iter().map(|piece| 4 + piece.len()).sum();
    let mut bytes = Zeroizing::new(Vec::with_capacity(size));
    for piece in pieces {
        bytes.extend_from_slice(&(piece.len() as u32).to_le_bytes());
        bytes.extend_from_slice(piece);
    }
    bytes
}

/// The pieces that are not read yet. Each is `None` where the bytes end before it does.
pub struct Pieces<'a>(pub &'a [u8]);

impl<'a> Pieces<'a> {
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let (length, rest) = self.0.split_first_chunk()?;
        let (piece, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        self.0 = rest;
        Some(piece)
    }

    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    pub fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// A whole number, in eight bytes.
    pub fn number(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.bytes()?.try_into().ok()?))
    }

    /// Whether all are read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
