//! Tokens in whatever was pasted: a command, a request, an address, JSON, code, a log, an e-mail. Beyond
//! what [`clean`](super::clean) takes off by itself, so that using what is found is for a person to choose.
//!
//! A token counts only where its first part is strictly the base64url of a JSON object with an `alg`. Where
//! anything had to be undone inside it, the whole has to be a token by the letter of the standard.
//!
//! ```
//! use jwt_inspector::jose::extract::{Where, extract};
//!
//! let found = extract("curl -H 'Authorization: Bearer eyJhbGciOiJub25lIn0.e30.' https://api.example");
//! assert_eq!(found.tokens[0].text, "eyJhbGciOiJub25lIn0.e30.");
//! assert_eq!(found.tokens[0].found_in, Where::AuthorizationHeader);
//! ```

mod characters;
mod cursor;
mod paste;
mod place;
mod reader;
mod summary;
mod whole;

pub use paste::{Paste, kind_of_paste};
pub use place::Where;
pub use summary::UnverifiedSummary;

use super::{Span, base64url};
use characters::{Character, is_letter, is_zero_width, line_break, next};
use place::Surroundings;

/// Tokens that are told of one paste.
pub const MAX_FOUND: usize = 20;

/// Places where a first part may have begun that are tried for one dot: the lines of a part that was cut.
const MAX_STARTS: usize = 4;

/// The tokens of a pasted text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extracted {
    /// In the order of the text, each once.
    pub tokens: Vec<Found>,
    /// There are more than [`MAX_FOUND`].
    pub has_more: bool,
}

/// A token in a pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The token, as it is to stand in the box.
    pub text: String,
    /// The stretch of the pasted text it came from.
    pub at: Span,
    /// What it stood in.
    pub found_in: Where,
    /// What had to be undone to get it.
    pub undone: Undone,
}

impl Found {
    /// How many characters of the pasted text are no part of it, white space at both ends not counted.
    pub fn left(&self, pasted: &str) -> usize {
        let before = pasted[..self.at.start].trim_start();
        let after = pasted[self.at.end..].trim_end();
        before.chars().count() + after.chars().count()
    }
}

/// What had to be undone inside of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// How many times it was percent-encoded.
    pub percent: u8,
    /// Characters were written as escapes of JSON or JavaScript, such as `\u002e`.
    pub escapes: bool,
    /// Line breaks that were taken out, each with what a mail program, shell or editor put around it.
    pub line_breaks: usize,
    /// Hyphens at the ends of lines that were taken out.
    pub hyphens: usize,
    /// Characters that cannot be seen were taken out.
    pub invisible: bool,
}

impl Undone {
    /// Whether it stands in the pasted text as it is.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// Finds the tokens of a text, in time that grows with its length and no faster.
pub fn extract(text: &str) -> Extracted {
    let mut extracted = Extracted::default();
    let mut surroundings = Surroundings::new(text);
    let mut starts = Starts::default();
    let mut at = 0;
    while let Some(character) = next(text, at) {
        at = character.end;
        match character.is {
            c if is_letter(c) => starts.letter(text, character),
            '.' => {
                if let Some((token, span, undone)) = starts.token(text) {
                    at = span.end;
                    if !extracted.take(token, span, undone, &mut surroundings) {
                        break;
                    }
                }
                starts.stop();
            }
            '~' => starts.stop(),
            c if is_zero_width(c) => {}
            _ => at = starts.other(text, character.start).unwrap_or(at),
        }
    }
    extracted
}

impl Extracted {
    /// Whether there is room for more.
    fn take(&mut self, text: String, at: Span, undone: Undone, near: &mut Surroundings) -> bool {
        if self.tokens.iter().any(|known| known.text == text) {
            return true;
        }
        self.has_more = self.tokens.len() == MAX_FOUND;
        if !self.has_more {
            self.tokens.push(Found {
                text,
                at,
                found_in: near.of(at),
                undone,
            });
        }
        !self.has_more
    }
}

/// Where the first part of a token may have begun, if a dot comes next.
#[derive(Default)]
struct Starts {
    at: Vec<usize>,
    /// The character before is one that no token goes on from.
    inside: bool,
}

impl Starts {
    fn letter(&mut self, text: &str, letter: Character) {
        if !self.inside && may_begin_header(text, letter) {
            if self.at.len() == MAX_STARTS {
                self.at.remove(0);
            }
            self.at.push(letter.start);
        }
        self.inside = true;
    }

    /// The nearest start is tried first.
    fn token(&self, text: &str) -> Option<(String, Span, Undone)> {
        let mut nearest_first = self.at.iter().rev();
        nearest_first.find_map(|start| reader::read(text, *start))
    }

    fn stop(&mut self) {
        self.at.clear();
        self.inside = true;
    }

    /// After the end of a line a part may go on, and where is told; after anything else none does.
    fn other(&mut self, text: &str, at: usize) -> Option<usize> {
        self.inside = false;
        if self.at.is_empty() {
            return None;
        }
        let after = line_break(text, at);
        if after.is_none() {
            self.at.clear();
        }
        after
    }
}

/// Whether the first bytes can be those of a JSON object: white space and a brace.
fn may_begin_header(text: &str, first: Character) -> bool {
    // The first six bits of a brace, a space, a line feed or tab, and a carriage return: few words get past this.
    if !matches!(first.is, 'e' | 'I' | 'C' | 'D') {
        return false;
    }
    let mut letters = String::from(first.is);
    let mut at = first.end;
    while letters.len() < 4
        && let Some(character) = next(text, at).filter(|character| is_letter(character.is))
    {
        letters.push(character.is);
        at = character.end;
    }
    let bytes = base64url::decode_leniently(&letters);
    let json = bytes.trim_ascii_start();
    json.is_empty() || json[0] == b'{'
}
