//! One token read from its first character on, over what may have got into it on its way.

use super::characters::{Character, Written, is_letter, is_zero_width, line_break, next};
use super::whole::Header;
use super::{Span, Undone};
use crate::jose::compact::Part;
use crate::jose::verdict::{self, FormatCheck};
use crate::jose::{Payload, Source, Token, base64url};

/// The token that starts at a place of a text, the stretch it came from, and what was undone.
pub fn read(text: &str, start: usize) -> Option<(String, Span, Undone)> {
    let mut as_written = Reader::new(text, start, false);
    let kept = as_written.token();
    if as_written.saw_hyphen {
        let hyphenated = Reader::new(text, start, true).token();
        return hyphenated.or(kept);
    }
    kept
}

struct Reader<'a> {
    text: &'a str,
    start: usize,
    /// How far it has read.
    at: usize,
    token: String,
    undone: Undone,
    /// A hyphen at the end of a line is of whoever broke the line, not of the token.
    drops_hyphens: bool,
    /// There was a hyphen at the end of a line.
    saw_hyphen: bool,
}

/// How far was read at a moment.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    length: usize,
    undone: Undone,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, start: usize, drops_hyphens: bool) -> Self {
        Self {
            text,
            start,
            at: start,
            token: String::new(),
            undone: Undone::default(),
            drops_hyphens,
            saw_hyphen: false,
        }
    }

    fn token(&mut self) -> Option<(String, Span, Undone)> {
        let header = self.core()?;
        if !header.encrypted {
            self.disclosures()?;
        }
        let found = ends_here(self.text, self.start, self.at, self.token.ends_with('.'));
        let is_found = found && (self.undone.is_nothing() || self.is_strict());
        is_found.then(|| {
            let token = std::mem::take(&mut self.token);
            (token, Span::new(self.start, self.at), self.undone)
        })
    }

    /// The parts that are joined by dots.
    fn core(&mut self) -> Option<Header> {
        let from = self.token.len();
        self.part();
        let part = Part::read(&self.token, Span::new(from, self.token.len()));
        let header = Header::read(&part.object()?)?;
        let mut is_empty = false;
        for _ in 0..if header.encrypted { 3 } else { 1 } {
            is_empty = self.dotted_part()?;
        }
        self.dot()?;
        let last_is_empty = self.last_part(&header)?;
        let lacks = if header.encrypted {
            is_empty || last_is_empty
        } else {
            is_empty && last_is_empty
        };
        (!lacks).then_some(header)
    }

    /// Whether the part after the next dot is empty.
    fn dotted_part(&mut self) -> Option<bool> {
        self.dot()?;
        let from = self.token.len();
        self.part();
        Some(self.token.len() == from)
    }

    fn part(&mut self) {
        self.letters();
        while self.go_on() {
            self.letters();
        }
    }

    /// The part that nothing but its length ends, if a line ends within it. Whether it is empty.
    fn last_part(&mut self, header: &Header) -> Option<bool> {
        let from = self.token.len();
        self.letters();
        let first_line = self.mark();
        let read = |reader: &Self| reader.token.len() - from;
        while header.is_whole(read(self)) == Some(false)
            && header.may_go_on(read(self))
            && self.go_on()
        {
            self.letters();
        }
        let is_whole = header.is_whole(read(self));
        if is_whole != Some(true) && self.at != first_line.at {
            self.back_to(first_line);
        }
        // Whose hyphens are whose cannot be told unless the length is right without them.
        let unclear = self.drops_hyphens && is_whole != Some(true);
        (!unclear).then(|| read(self) == 0)
    }

    /// What follows the issuer's JWS in an SD-JWT (RFC 9901 section 4), if it is one. Over the end of a line it goes
    /// on only with what is a disclosure or a key binding JWT by its content.
    fn disclosures(&mut self) -> Option<()> {
        while self.peek().is_some_and(|character| character.is == '~') {
            self.take();
            let before = self.mark();
            self.part();
            let part = &self.token[before.length..];
            let is_broken = self.undone.line_breaks > before.undone.line_breaks;
            let is_array = || base64url::decode(part).is_ok_and(|bytes| bytes.starts_with(b"["));
            match self.peek().map(|character| character.is) {
                Some('~') if !is_broken || is_array() => continue,
                Some('.') if !part.is_empty() && self.key_binding(before, is_broken) => {}
                _ if self.token.len() == before.length || is_broken => self.back_to(before),
                _ => return None,
            }
            return Some(());
        }
        Some(())
    }

    /// Whether there is a key binding JWT (RFC 9901 section 4.3); in a new line, only its type tells it from a token
    /// of its own.
    fn key_binding(&mut self, before: Mark, is_broken: bool) -> bool {
        self.back_to(before);
        let header = self.core();
        header.is_some_and(|header| !is_broken || header.binds_key)
    }

    fn dot(&mut self) -> Option<()> {
        let next = self.peek()?;
        (next.is == '.').then(|| self.take())
    }

    fn letters(&mut self) {
        while self.peek().is_some_and(|next| is_letter(next.is)) {
            self.take();
        }
    }

    /// The next character that can be seen.
    fn peek(&self) -> Option<Character> {
        let mut character = next(self.text, self.at)?;
        while is_zero_width(character.is) {
            character = next(self.text, character.end)?;
        }
        Some(character)
    }

    fn take(&mut self) {
        let Some(character) = self.peek() else { return };
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
    fn go_on(&mut self) -> bool {
        let Some(end_of_line) = self.peek().map(|character| character.start) else {
            return false;
        };
        let after = line_break(self.text, end_of_line);
        let goes_on = |at: &usize| {
            next(self.text, *at).is_some_and(|next| is_letter(next.is) || ".~".contains(next.is))
        };
        let Some(at) = after.filter(goes_on) else {
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

    fn mark(&self) -> Mark {
        Mark {
            at: self.at,
            length: self.token.len(),
            undone: self.undone,
        }
    }

    fn back_to(&mut self, mark: Mark) {
        self.at = mark.at;
        self.token.truncate(mark.length);
        self.undone = mark.undone;
    }

    /// Whether what was put together is a token by the letter of the standard, and what was put together of lines
    /// carries JSON.
    fn is_strict(&self) -> bool {
        let source = Source::read(&self.token);
        let format = verdict::format(&source);
        let carries_json = match &source.token {
            Token::Jws(jws) => match &jws.payload {
                Payload::Claims(_) | Payload::OtherJson(_) => true,
                _ => jws.payload_part.span.is_empty(),
            },
            _ => true,
        };
        let conforms = matches!(&format, FormatCheck::Conforming { .. })
            || matches!(&format, FormatCheck::Flawed { cleanings, .. } if cleanings.is_empty());
        conforms && (carries_json || self.undone.line_breaks == 0)
    }
}

/// Whether what follows a stretch leaves it whole. Padding, the other alphabet, more parts and what stands for
/// something left out would make another token of it.
fn ends_here(text: &str, start: usize, end: usize, has_empty_end: bool) -> bool {
    let Some(follows) = next(text, end) else {
        return true;
    };
    let after = next(text, follows.end).map(|character| character.is);
    match follows.is {
        '=' => line_break(text, end).is_some(),
        '+' | '[' | '…' | '~' => false,
        c @ ('/' | '*') => text[..start].ends_with(c),
        '.' => !has_empty_end && after.is_none_or(|c| !is_letter(c) && !".~".contains(c)),
        c if has_empty_end => {
            c.is_whitespace() || is_zero_width(c) || "\"'`”’»&;,)}]#\\".contains(c)
        }
        _ => true,
    }
}
