//! A decoded part as it is shown for editing, and an edit brought back to the original bytes: what was
//! not touched keeps its line ends, white space, number text and escapes.

use super::base64url;
use super::difference;
use super::json::{self, Document};
use super::token::Source;

/// Compact JSON up to this many bytes is shown indented without being asked to.
pub const MAX_INDENTED: usize = 64 << 10;

/// Indenting may make it this many times as long: deep nesting makes little text very wide.
const MAX_GROWTH: usize = 16;

/// A part that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Editable {
    Header,
    Payload,
}

/// A decoded part as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The text; lines end in LF, as a text box has them.
    pub text: String,
    pub layout: Layout,
}

/// How the text of a part relates to its bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// The text is the bytes, but for CR.
    #[default]
    AsWritten,
    /// Compact JSON, laid out for reading; encoded compact again.
    Indented,
    /// Bytes that are not UTF-8, in hexadecimal; not editable.
    Hexadecimal,
}

/// Why an edit cannot be brought into the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// There is no such part.
    NoPart,
    /// The part is bytes, not text.
    NotText,
    /// It was JSON, and is not now.
    NotJson(json::Error),
    /// An unencoded payload cannot hold this character between two dots (RFC 7797 section 5.2).
    NotCarried { found: char },
}

/// Shows the bytes of a part. Compact JSON is indented up to `most` bytes of it, usually [`MAX_INDENTED`].
pub fn show(bytes: &[u8], most: usize) -> Shown {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Shown {
            text: hexadecimal(bytes),
            layout: Layout::Hexadecimal,
        };
    };
    match indented(text, most) {
        Some(text) => Shown {
            text,
            layout: Layout::Indented,
        },
        None => Shown {
            text: with_line_feeds(text),
            layout: Layout::AsWritten,
        },
    }
}

fn indented(text: &str, most: usize) -> Option<String> {
    if text.len() > most {
        return None;
    }
    let document = Document::parse(text.to_owned()).ok()?;
    let limit = (text.len() + 64) * MAX_GROWTH;
    document
        .is_compact()
        .then(|| document.indented(limit))
        .flatten()
}

/// The bytes after an edit of the text that [`show`] gives with the same `most`.
///
/// # Errors
/// See [`EditError`]; the bytes then stay as they are.
pub fn apply(bytes: &[u8], edited: &str, most: usize) -> Result<Vec<u8>, EditError> {
    let text = std::str::from_utf8(bytes).map_err(|_| EditError::NotText)?;
    let shown = show(bytes, most);
    if shown.text == edited {
        return Ok(bytes.to_vec());
    }
    if shown.layout == Layout::Indented {
        let document = Document::parse(edited.to_owned()).map_err(EditError::NotJson)?;
        return Ok(document.compact().into_bytes());
    }
    if Document::parse(text.to_owned()).is_ok() {
        Document::parse(edited.to_owned()).map_err(EditError::NotJson)?;
    }
    Ok(spliced(text, &shown.text, edited).into_bytes())
}

/// The text of a token with one part edited. `text` is the one the [`Source`] was read from.
///
/// # Errors
/// See [`EditError`].
pub fn edit(
    text: &str,
    source: &Source,
    part: Editable,
    edited: &str,
    most: usize,
) -> Result<String, EditError> {
    let jws = source.jws().ok_or(EditError::NoPart)?;
    let found = match part {
        Editable::Header => &jws.header_part,
        Editable::Payload => &jws.payload_part,
    };
    let before = found.shown_bytes(&source.cleaned.text);
    let bytes = apply(&before, edited, most)?;
    if bytes == before {
        return Ok(text.to_owned());
    }
    let unencoded =
        part == Editable::Payload && jws.header.as_ref().is_ok_and(|header| !header.b64);
    let written = if unencoded {
        carried_as_it_is(bytes)?
    } else {
        base64url::encode(&bytes)
    };
    let span = source.cleaned.source_span(found.span);
    Ok([&text[..span.start], &written, &text[span.end..]].concat())
}

/// An unencoded payload, if it can stand between the dots of a token.
fn carried_as_it_is(bytes: Vec<u8>) -> Result<String, EditError> {
    let text = String::from_utf8(bytes).map_err(|_| EditError::NotText)?;
    let stranger = |c: &char| *c == '.' || !(' '..='~').contains(c);
    match text.chars().find(stranger) {
        Some(found) => Err(EditError::NotCarried { found }),
        None => Ok(text),
    }
}

/// The original with the one stretch replaced in which what was shown and what was typed differ.
fn spliced(original: &str, shown: &str, edited: &str) -> String {
    let (removed, inserted) = difference::between(shown, edited);
    let start = original_offset(original, removed.start);
    let end = start + original_offset(&original[start..], removed.len());
    let before = &original[..start];
    let after = [&edited[inserted.range()], &original[end..]].concat();
    // A lone CR and the LF that now follows it would become one line end.
    let kept = before.trim_end_matches('\r');
    let line_ends = before.len() - kept.len();
    if line_ends > 0 && after.starts_with('\n') {
        return [kept, &"\n".repeat(line_ends), &after].concat();
    }
    [before, &after].concat()
}

/// Where an offset into the text with line feeds lies in the text with its own line ends.
fn original_offset(original: &str, shown: usize) -> usize {
    if !original.contains('\r') {
        return shown;
    }
    let bytes = original.as_bytes();
    let mut at = 0;
    for _ in 0..shown {
        at += if bytes[at..].starts_with(b"\r\n") {
            2
        } else {
            1
        };
    }
    at
}

/// What a text box makes of line ends.
pub fn with_line_feeds(text: &str) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

/// Sixteen bytes a line.
fn hexadecimal(bytes: &[u8]) -> String {
    let line = |bytes: &[u8]| {
        let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        pairs.join(" ")
    };
    bytes.chunks(16).map(line).collect::<Vec<_>>().join("\n")
}
