//! Text to [`Document`], by recursive descent with a bound on the depth.

use super::string::{identity, same};
use super::{Document, Duplicate, Entry, Kind, MAX_DEPTH, Node, Span};
use std::collections::{BinaryHeap, HashMap};
use zeroize::Zeroize;

/// Objects up to this many members are compared name by name; larger ones through a table.
const FEW_MEMBERS: usize = 12;

/// Where a text stops being JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Byte offset in the text.
    pub at: usize,
    pub problem: Problem,
}

/// Why a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text ends too early.
    End { wanted: Wanted },
    /// Another character than the grammar allows.
    Found { found: char, wanted: Wanted },
    /// Arrays and objects nest deeper than [`MAX_DEPTH`].
    TooDeep { limit: usize },
}

/// What the grammar allows at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Value,
    Name,
    NameOrEnd,
    Colon,
    CommaOrBrace,
    CommaOrBracket,
    Digit,
    Escape,
    HexDigit,
    /// A control character stands in a string unescaped.
    StringCharacter,
    ClosingQuote,
    /// Something follows the value.
    Nothing,
}

impl Error {
    /// Line and column, both from 1, columns in characters.
    pub fn position(&self, text: &str) -> (usize, usize) {
        let before = &text[..text.floor_char_boundary(self.at.min(text.len()))];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }
}

pub(super) fn parse(mut text: String) -> Result<Document, Error> {
    match read(&text) {
        Ok((root, duplicates, white_space)) => Ok(Document {
            text,
            root,
            duplicates,
            white_space,
        }),
        Err(error) => {
            // It may have been a key.
            text.zeroize();
            Err(error)
        }
    }
}

fn read(text: &str) -> Result<(Node, Vec<Duplicate>, bool), Error> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
        duplicates: Vec::new(),
        white_space: false,
    };
    parser.skip_white_space();
    let root = parser.value()?;
    parser.skip_white_space();
    if parser.peek().is_some() {
        return Err(parser.unexpected(Wanted::Nothing));
    }
    let Parser {
        mut duplicates,
        white_space,
        ..
    } = parser;
    if duplicates.len() > 1 {
        duplicates = in_order(&duplicates);
    }
    Ok((root, duplicates, white_space))
}

/// In the order of the text. Inner objects tell theirs first. A heap, as a sort would be ten times the code.
fn in_order(duplicates: &[Duplicate]) -> Vec<Duplicate> {
    let places = duplicates.iter().enumerate();
    let heap: BinaryHeap<(usize, usize)> = places
        .map(|(index, duplicate)| (duplicate.again.start, index))
        .collect();
    let sorted = heap.into_sorted_vec().into_iter();
    sorted.map(|(_, index)| duplicates[index]).collect()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    duplicates: Vec<Duplicate>,
    white_space: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn unexpected(&self, wanted: Wanted) -> Error {
        let problem = match self.text[self.at..].chars().next() {
            Some(found) => Problem::Found { found, wanted },
            None => Problem::End { wanted },
        };
        Error {
            at: self.at,
            problem,
        }
    }

    fn skip_white_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
            self.white_space = true;
        }
    }

    fn eat(&mut self, byte: u8, wanted: Wanted) -> Result<(), Error> {
        if self.peek() != Some(byte) {
            return Err(self.unexpected(wanted));
        }
        self.at += 1;
        Ok(())
    }

    fn value(&mut self) -> Result<Node, Error> {
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => self.string(Wanted::Value).map(|_| Kind::String)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.literal("true", Kind::Bool(true))?,
            Some(b'f') => self.literal("false", Kind::Bool(false))?,
            Some(b'n') => self.literal("null", Kind::Null)?,
            _ => return Err(self.unexpected(Wanted::Value)),
        };
        let span = Span::new(start, self.at);
        Ok(Node { span, kind })
    }

    fn nested(&mut self, inner: fn(&mut Self) -> Result<Kind, Error>) -> Result<Kind, Error> {
        if self.depth == MAX_DEPTH {
            return Err(Error {
                at: self.at,
                problem: Problem::TooDeep { limit: MAX_DEPTH },
            });
        }
        self.depth += 1;
        self.at += 1;
        self.skip_white_space();
        let kind = inner(self)?;
        self.depth -= 1;
        Ok(kind)
    }

    fn array(&mut self) -> Result<Kind, Error> {
        let mut elements = Vec::new();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Kind::Array(elements));
        }
        loop {
            elements.push(self.value()?);
            self.skip_white_space();
            if self.peek() != Some(b',') {
                break;
            }
            self.at += 1;
            self.skip_white_space();
        }
        self.eat(b']', Wanted::CommaOrBracket)?;
        Ok(Kind::Array(elements))
    }

    fn object(&mut self) -> Result<Kind, Error> {
        let mut entries = Vec::new();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Kind::Object(entries));
        }
        let mut wanted = Wanted::NameOrEnd;
        loop {
            entries.push(self.entry(wanted)?);
            self.skip_white_space();
            if self.peek() != Some(b',') {
                break;
            }
            self.at += 1;
            self.skip_white_space();
            wanted = Wanted::Name;
        }
        self.eat(b'}', Wanted::CommaOrBrace)?;
        self.note_duplicates(&entries);
        Ok(Kind::Object(entries))
    }

    fn entry(&mut self, wanted: Wanted) -> Result<Entry, Error> {
        let name = self.string(wanted)?;
        self.skip_white_space();
        self.eat(b':', Wanted::Colon)?;
        self.skip_white_space();
        let value = self.value()?;
        Ok(Entry { name, value })
    }

    fn string(&mut self, wanted: Wanted) -> Result<Span, Error> {
        let start = self.at;
        self.eat(b'"', wanted)?;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(0..=0x1F) => return Err(self.unexpected(Wanted::StringCharacter)),
                Some(_) => self.at += 1,
                None => return Err(self.unexpected(Wanted::ClosingQuote)),
            }
        }
        self.at += 1;
        Ok(Span::new(start, self.at))
    }

    fn escape(&mut self) -> Result<(), Error> {
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.peek().is_some_and(|b| b.is_ascii_hexdigit()) {
                        return Err(self.unexpected(Wanted::HexDigit));
                    }
                    self.at += 1;
                }
            }
            _ => return Err(self.unexpected(Wanted::Escape)),
        }
        Ok(())
    }

    fn number(&mut self) -> Result<Kind, Error> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.peek() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Kind::Number)
    }

    fn digits(&mut self) -> Result<(), Error> {
        if !self.peek().is_some_and(|b| b.is_ascii_digit()) {
            return Err(self.unexpected(Wanted::Digit));
        }
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    fn literal(&mut self, word: &str, kind: Kind) -> Result<Kind, Error> {
        if !self.text[self.at..].starts_with(word) {
            return Err(self.unexpected(Wanted::Value));
        }
        self.at += word.len();
        Ok(kind)
    }

    fn note_duplicates(&mut self, entries: &[Entry]) {
        if entries.len() > FEW_MEMBERS {
            return self.note_duplicates_of_many(entries);
        }
        for (index, entry) in entries.iter().enumerate() {
            let again = entry.name;
            let same_name = |earlier: &&Entry| {
                same(&self.text[earlier.name.range()], &self.text[again.range()])
            };
            if let Some(first) = entries[..index].iter().find(same_name) {
                self.note(first.name, again);
            }
        }
    }

    fn note_duplicates_of_many(&mut self, entries: &[Entry]) {
        let text = self.text;
        let name = |index: usize| identity(&text[entries[index].name.range()]);
        let mut first_of = HashMap::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            if let Some(first) = first_of.insert(name(index), index) {
                self.note(entries[first].name, entry.name);
                first_of.insert(name(first), first);
            }
        }
    }

    fn note(&mut self, first: Span, again: Span) {
        self.duplicates.push(Duplicate {
            first,
            again,
            depth: self.depth,
        });
    }
}
