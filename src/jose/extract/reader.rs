//! One token read from its first character on, over what may have got into it on its way.

use super::characters::{is_letter, is_zero_width, line_break, next};
use super::cursor::{Cursor, Mark};
use super::whole::Header;
use super::{Span, Undone};
use crate::jose::compact::Part;
use crate::jose::verdict::{self, FormatCheck};
use crate::jose::{Payload, Source, base64url};

/// The token that starts at a place of a text, the stretch it came from, and what was undone.
pub fn read(text: &str, start: usize) -> Option<(String, Span, Undone)> {
    let mut cursor = Cursor::new(text, start, false);
    let kept = token(text, &mut cursor);
    if cursor.saw_hyphen {
        return token(text, &mut Cursor::new(text, start, true)).or(kept);
    }
    kept
}

fn token(text: &str, cursor: &mut Cursor) -> Option<(String, Span, Undone)> {
    let start = cursor.at;
    let header = core(cursor)?;
    if !header.encrypted {
        disclosures(cursor)?;
    }
    let undone = cursor.undone;
    let token = std::mem::take(&mut cursor.token);
    let span = Span::new(start, cursor.at);
    let is_found = ends_here(text, span, undone, token.ends_with('.'))
        && (undone.is_nothing() || is_strict(&token, undone, &header));
    is_found.then_some((token, span, undone))
}

/// The parts that are joined by dots.
fn core(cursor: &mut Cursor) -> Option<Header> {
    let from = cursor.token.len();
    part(cursor);
    let first = Part::read(&cursor.token, Span::new(from, cursor.token.len()));
    let header = Header::read(&first.object()?)?;
    let between = if header.encrypted { 3 } else { 1 };
    let mut has_content = false;
    for _ in 0..between {
        cursor.sign('.')?;
        has_content = part(cursor);
    }
    cursor.sign('.')?;
    let has_end = last_part(cursor, &header)?;
    let is_complete = if header.encrypted {
        has_content && has_end
    } else {
        has_content || has_end
    };
    is_complete.then_some(header)
}

/// A part, over as many lines as it takes. Whether it has any characters.
fn part(cursor: &mut Cursor) -> bool {
    let from = cursor.token.len();
    cursor.letters();
    while cursor.go_on() {
        cursor.letters();
    }
    cursor.token.len() > from
}

/// The last part: no dot ends it, so over the end of a line its length decides. Whether it has any characters.
fn last_part(cursor: &mut Cursor, header: &Header) -> Option<bool> {
    let from = cursor.token.len();
    let length = |cursor: &Cursor| cursor.token.len() - from;
    cursor.letters();
    let first_line = cursor.mark();
    while header.is_short(length(cursor)) && cursor.go_on() {
        cursor.letters();
    }
    if !header.is_whole(length(cursor)) {
        // Neither can be told then whose a hyphen is, nor where a token ends that is cut into lines.
        if cursor.drops_hyphens {
            return None;
        }
        cursor.back_to(first_line);
        if cursor.undone.line_breaks > 0 && cursor.next_line().is_some() {
            return None;
        }
    }
    Some(length(cursor) > 0)
}

/// What follows the issuer's JWS in an SD-JWT (RFC 9901 section 4), if it is one. Over the end of a line it goes on
/// only with what is a disclosure or a key binding JWT by its content.
fn disclosures(cursor: &mut Cursor) -> Option<()> {
    while cursor.sign('~').is_some() {
        let before = cursor.mark();
        let is_empty = !part(cursor);
        let disclosure = &cursor.token[before.length..];
        let is_broken = cursor.undone.line_breaks > before.undone.line_breaks;
        let is_array = || base64url::decode(disclosure).is_ok_and(|json| json.starts_with(b"["));
        match cursor.peek().map(|character| character.is) {
            Some('~') if !is_broken || is_array() => continue,
            Some('.') if !is_empty && key_binding(cursor, before, is_broken) => {}
            _ if is_empty || is_broken => cursor.back_to(before),
            _ => return None,
        }
        return Some(());
    }
    Some(())
}

/// Whether there is a key binding JWT (RFC 9901 section 4.3); in a new line, only its type tells it from a token
/// of its own.
fn key_binding(cursor: &mut Cursor, before: Mark, is_broken: bool) -> bool {
    cursor.back_to(before);
    core(cursor).is_some_and(|header| !is_broken || header.binds_key)
}

/// Whether what follows a stretch leaves it whole. Padding, the other alphabet, more parts and what stands for
/// something left out would make another token of it.
fn ends_here(text: &str, token: Span, undone: Undone, has_empty_end: bool) -> bool {
    let Some(follows) = next(text, token.end) else {
        return true;
    };
    let after = next(text, follows.end).map(|character| character.is);
    match follows.is {
        // In quoted-printable an equals sign goes before the end of every line.
        '=' => undone.line_breaks > 0 && line_break(text, token.end).is_some(),
        '+' | '[' | '…' | '~' => false,
        // Around it, they are of an address or of Markdown.
        c @ ('/' | '*') => text[..token.start].ends_with(c),
        // The end of a sentence.
        '.' => !has_empty_end && after.is_none_or(|c| !is_letter(c) && !matches!(c, '.' | '~')),
        c if has_empty_end => {
            c.is_whitespace() || is_zero_width(c) || "\"'`”’»&;,)}]#\\".contains(c)
        }
        _ => true,
    }
}

/// Whether what was put together is a token by the letter of the standard; of lines, only if it has the length it has
/// to have, or carries JSON.
fn is_strict(token: &str, undone: Undone, header: &Header) -> bool {
    let source = Source::read(token);
    let conforms = match verdict::format(&source) {
        FormatCheck::Conforming { .. } => true,
        FormatCheck::Flawed { cleanings, .. } => cleanings.is_empty(),
        _ => false,
    };
    conforms && (undone.line_breaks == 0 || carries_json(&source) || is_whole(token, header))
}

fn carries_json(source: &Source) -> bool {
    let payload = source.jws().map(|jws| &jws.payload);
    matches!(payload, Some(Payload::Claims(_) | Payload::OtherJson(_)))
}

fn is_whole(token: &str, header: &Header) -> bool {
    let parts = token.split('~').next().unwrap_or(token);
    let last = parts.rsplit('.').next().unwrap_or(parts);
    header.is_whole(last.len())
}
