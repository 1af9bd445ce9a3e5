//! The texts of the boxes in colours. The page lays a coloured copy exactly under a text box, so the
//! texts of all runs together are the text of the box, whatever it holds. And the signs for single bytes.

mod invisible;
mod json;
mod octets;
mod painter;
mod token;

pub use invisible::{Invisible, invisible, is_invisible};
pub use json::{json, plain};
pub use octets::{Reading, readings};
pub use token::token;

use crate::jose::changes::Change;

/// Bytes of a text that are coloured: up to here typing stays fluid.
pub const MAX_PAINTED: usize = 64 << 10;

/// Coloured pieces of a text: each is an element of the page.
pub const MAX_PIECES: usize = 4000;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Header,
    Payload,
    Signature,
    /// What stands between the parts of a token.
    Dot,
    /// What was left out to read the token.
    Aside,
    /// The name of a member, with its quotes.
    Name,
    String,
    Number,
    /// `true`, `false` or `null`.
    Literal,
    /// Brackets, commas and colons, and the white space around them.
    Punctuation,
    Plain,
}

/// What is to be seen of a stretch of text besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Another than in the original.
    Edited,
    /// The same bytes as in the original, in another alignment.
    Moved,
    /// A signature that does not match.
    Broken,
    /// Characters that cannot be seen.
    Invisible,
}

/// A stretch of text that looks the same all over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub kind: Kind,
    pub mark: Option<Mark>,
    pub text: String,
}

/// A run, or a place among the runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Text(Run),
    /// The end of the line on which the noted value of this index starts.
    Note(usize),
}

/// A text in colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Painted {
    pub pieces: Vec<Piece>,
    /// Whether all of it is coloured; else the last run is plain, and has all that is beyond
    /// [`MAX_PAINTED`] or [`MAX_PIECES`].
    pub is_whole: bool,
}

impl Kind {
    /// The name of its class in the stylesheet.
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
            Self::Dot => "dot",
            Self::Aside => "left-out",
            Self::Name => "name",
            Self::String => "string",
            Self::Number => "number",
            Self::Literal => "literal",
            Self::Punctuation => "punctuation",
            Self::Plain => "plain",
        }
    }
}

impl Mark {
    /// Its name in the page and the stylesheet, as `data-mark`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Edited => "edited",
            Self::Moved => "moved",
            Self::Broken => "broken",
            Self::Invisible => "invisible",
        }
    }
}

impl From<Change> for Mark {
    fn from(change: Change) -> Self {
        match change {
            Change::Edited => Self::Edited,
            Change::Moved => Self::Moved,
        }
    }
}
