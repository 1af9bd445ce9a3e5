//! The lines in which a signature is told, as they are added.

use super::judged;
use crate::jose::Span;
use crate::jose::difference::{common_end, common_start};
use crate::jose::opened::Piece;
use crate::words::fact::Fact;
use crate::words::hexadecimal;
use crate::words::notes::Tone;

/// The first is of the signature as a whole, those below it of its pieces.
pub struct Lines(pub Vec<Fact>);

impl Lines {
    /// A piece that is told, not compared byte by byte.
    pub fn tell(
        &mut self,
        name: &str,
        value: &str,
        meaning: &str,
        tone: Tone,
        source: &'static str,
    ) {
        self.0.push(Fact {
            depth: 1,
            tone,
            source,
            ..Fact::new(name, value).meaning(meaning)
        });
    }

    /// A piece, and below it what it had to be, if it is not that.
    pub fn compare(&mut self, name: &str, piece: &Piece, meaning: &str, source: &'static str) {
        self.tell(
            name,
            &digits(&piece.found),
            meaning,
            judged(piece.holds()),
            source,
        );
        if !piece.holds() {
            if let Some(fact) = self.0.last_mut() {
                fact.differs = differs(piece);
            }
            self.expected(&digits(&piece.expected), "");
        }
    }

    /// What the piece above had to be.
    pub fn expected(&mut self, value: &str, meaning: &str) {
        self.0.push(Fact {
            depth: 2,
            ..Fact::new("Expected", value).meaning(meaning)
        });
    }
}

/// From the first digit that is another to the last.
fn differs(piece: &Piece) -> Option<Span> {
    let Piece { found, expected } = piece;
    let start = common_start(found, expected);
    let end = found.len() - common_end(&found[start..], &expected[start..]);
    (start < end).then(|| Span::new(2 * start, 2 * end))
}

/// In hexadecimal; said where there are none.
pub fn digits(bytes: &[u8]) -> String {
    match bytes {
        [] => "none".to_owned(),
        bytes => hexadecimal(bytes),
    }
}
