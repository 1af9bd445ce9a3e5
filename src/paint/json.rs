//! JSON in colours. The text is cut by its characters alone, so that it keeps its colours while it is
//! being typed and is not JSON yet.

use super::painter::Painter;
use super::{Kind, Mark, Painted};
use crate::jose::Span;
use crate::jose::json::JsonChanges;

/// JSON, or what is to become JSON. `changes` are of this very text; `noted` has the offsets at which the
/// noted values start, in their order; each is painted at the end of its line, or none if a line has two.
pub fn json(text: &str, changes: Option<&JsonChanges>, noted: &[usize]) -> Painted {
    let changed = changes.map_or(&[][..], |changes| &changes.changed);
    let marks: Vec<(Span, Mark)> = changed
        .iter()
        .map(|change| (change.span, Mark::Edited))
        .collect();
    let mut notes = line_ends(text, noted);
    // Where a line has several, there is no room beside it, and one form for all is easier to read.
    if notes.windows(2).any(|pair| pair[0] == pair[1]) {
        notes.clear();
    }
    let mut painter = Painter::new(text, &marks, &notes);
    let mut at = 0;
    while at < text.len() && !painter.is_done() {
        let (length, kind) = word(&text[at..]);
        at += length;
        painter.to(at, kind, None);
    }
    painter.finish()
}

/// Text that is not JSON and means to be none.
pub fn plain(text: &str) -> Painted {
    let mut painter = Painter::new(text, &[], &[]);
    painter.to(text.len(), Kind::Plain, None);
    painter.finish()
}

/// For each offset, where its line ends.
fn line_ends(text: &str, offsets: &[usize]) -> Vec<usize> {
    let mut line = Span::default();
    let mut ends = Vec::with_capacity(offsets.len());
    for offset in offsets {
        if !line.range().contains(offset) {
            let rest = text.as_bytes().get(*offset..).unwrap_or_default();
            let length = rest.iter().position(|byte| *byte == b'\n');
            line = Span::new(*offset, length.map_or(text.len(), |length| offset + length));
        }
        ends.push(line.end);
    }
    ends
}

/// How many bytes the first word of a text has, and what it is. The text is not empty.
fn word(text: &str) -> (usize, Kind) {
    let bytes = text.as_bytes();
    match bytes[0] {
        b'"' => string(bytes),
        b'-' | b'0'..=b'9' => (while_in(bytes, is_of_number), Kind::Number),
        byte if is_punctuation(byte) => (while_in(bytes, is_punctuation), Kind::Punctuation),
        byte if byte.is_ascii_alphabetic() => {
            let length = while_in(bytes, |byte| byte.is_ascii_alphanumeric());
            match &text[..length] {
                "true" | "false" | "null" => (length, Kind::Literal),
                _ => (length, Kind::Plain),
            }
        }
        _ => (text.ceil_char_boundary(1), Kind::Plain),
    }
}

/// A string up to its closing quote or, where it has none, to the end of the line; a name if a colon
/// follows.
fn string(bytes: &[u8]) -> (usize, Kind) {
    let mut end = 1;
    loop {
        match bytes.get(end) {
            Some(b'"') => break,
            Some(b'\\') if bytes.get(end + 1).is_some_and(|byte| *byte != b'\n') => end += 2,
            None | Some(b'\n') => return (end, Kind::String),
            Some(_) => end += 1,
        }
    }
    end += 1;
    let space = while_in(&bytes[end..], |byte| byte.is_ascii_whitespace());
    let is_name = bytes.get(end + space) == Some(&b':');
    (end, if is_name { Kind::Name } else { Kind::String })
}

fn while_in(bytes: &[u8], class: fn(u8) -> bool) -> usize {
    let end = bytes.iter().position(|byte| !class(*byte));
    end.unwrap_or(bytes.len())
}

fn is_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}

fn is_punctuation(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b'\t' | b'\n' | b'\r' | b'{' | b'}' | b'[' | b']' | b',' | b':'
    )
}
