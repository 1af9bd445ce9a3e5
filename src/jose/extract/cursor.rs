//! A place in the pasted text from which a token is put together character by character.

use super::Undone;
use super::characters::{Character, Written, is_letter, is_zero_width, line_break, next};

pub struct Cursor<'a> {
    text: &'a str,
    /// How far it has read.
    pub at: usize,
    /// What it has put together.
    pub token: String,
    pub undone: Undone,
    /// A hyphen at the end of a line is of whoever broke the line, not of the token.
    pub drops_hyphens: bool,
    /// A line it went on from ended with a hyphen.
    pub saw_hyphen: bool,
}

/// How far was read at a moment.
#[derive(Clone, Copy)]
pub struct Mark {
    pub at: usize,
    pub length: usize,
    pub undone: Undone,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str, at: usize, drops_hyphens: bool) -> Self {
        Self {
            text,
            at,
            token: String::new(),
            undone: Undone::default(),
            drops_hyphens,
            saw_hyphen: false,
        }
    }

    pub fn mark(&self) -> Mark {
        Mark {
            at: self.at,
            length: self.token.len(),
            undone: self.undone,
        }
    }

    pub fn back_to(&mut self, mark: Mark) {
        self.at = mark.at;
        self.token.truncate(mark.length);
        self.undone = mark.undone;
    }

    /// The next character that can be seen.
    pub fn peek(&self) -> Option<Character> {
        let mut character = next(self.text, self.at)?;
        while is_zero_width(character.is) {
            character = next(self.text, character.end)?;
        }
        Some(character)
    }

    /// Reads a dot or a tilde.
    pub fn sign(&mut self, sign: char) -> Option<()> {
        let character = self.peek().filter(|next| next.is == sign)?;
        self.take(character);
        Some(())
    }

    /// Reads letters as far as they stand together.
    pub fn letters(&mut self) {
        while let Some(letter) = self.peek().filter(|next| is_letter(next.is)) {
            self.take(letter);
        }
    }

    fn take(&mut self, character: Character) {
        self.undone.invisible |= character.start > self.at;
        match character.written {
            Written::Plain => {}
            Written::Percent(times) => self.undone.percent = self.undone.percent.max(times),
            Written::Escape => self.undone.escapes = true,
        }
        self.token.push(character.is);
        self.at = character.end;
    }

    /// Whether a line ends here and the token may go on in the next one. If so, it is read from there.
    pub fn go_on(&mut self) -> bool {
        let Some(at) = self.next_line() else {
            return false;
        };
        if self.token.ends_with('-') {
            self.saw_hyphen = true;
            if self.drops_hyphens {
                self.token.pop();
                self.undone.hyphens += 1;
            }
        }
        self.undone.line_breaks += 1;
        self.at = at;
        true
    }

    /// Where the token may go on, if a line ends here.
    pub fn next_line(&self) -> Option<usize> {
        let at = line_break(self.text, self.peek()?.start)?;
        let first = next(self.text, at)?.is;
        (is_letter(first) || matches!(first, '.' | '~')).then_some(at)
    }
}
