//! How a token differs from the one it was made of, character by character.
//!
//! Base64 writes three bytes in four characters. An edit that adds or takes a number of bytes that is no
//! multiple of three writes everything after it anew, in another alignment: those characters carry the
//! same bytes and still look different. They are told apart from the ones that were edited.

use super::Span;
use super::compact::Part;
use super::difference;
use super::token::{Jws, Source};

/// What became of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It carries bits of other bytes than before, or of bytes that were not neighbours before.
    Edited,
    /// It carries the same bytes as before, in another alignment.
    Moved,
}

/// How a part differs. A part from which something was taken may have changed without a character to
/// show for it: whole groups of four are gone, and the rest is as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartChanges {
    /// Whether the part is another text than before.
    pub is_changed: bool,
    /// Stretches of the cleaned text of the current [`Source`], in their order; neighbours differ in kind.
    pub marks: Vec<(Span, Change)>,
    /// Characters that were edited.
    pub edited: usize,
    /// Characters that were only moved.
    pub moved: usize,
}

/// How the three parts of a JWS differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub header: PartChanges,
    pub payload: PartChanges,
    pub signature: PartChanges,
}

impl Changes {
    /// Compares the parts; `None` unless both are a JWS.
    pub fn between(original: &Source, current: &Source) -> Option<Self> {
        let (before, now) = (original.jws()?, current.jws()?);
        let texts = (
            original.cleaned.text.as_str(),
            current.cleaned.text.as_str(),
        );
        let encoded = is_encoded(before) && is_encoded(now);
        Some(Self {
            header: compare(texts, &before.header_part, &now.header_part, true),
            payload: compare(texts, &before.payload_part, &now.payload_part, encoded),
            signature: compare(texts, &before.signature_part, &now.signature_part, true),
        })
    }

    /// Whether any part is another text than before.
    pub fn any(&self) -> bool {
        self.header.is_changed || self.payload.is_changed || self.signature.is_changed
    }

    /// The marks of all parts, in the order of the text.
    pub fn marks(&self) -> impl Iterator<Item = (Span, Change)> + '_ {
        let parts = [&self.header, &self.payload, &self.signature];
        parts
            .into_iter()
            .flat_map(|part| part.marks.iter().copied())
    }
}

/// Whether the payload is base64url (RFC 7797 section 3).
fn is_encoded(jws: &Jws) -> bool {
    jws.header.as_ref().map_or(true, |header| header.b64)
}

fn compare(texts: (&str, &str), before: &Part, now: &Part, encoded: bool) -> PartChanges {
    let (old, new) = (before.text(texts.0), now.text(texts.1));
    if old == new {
        return PartChanges::default();
    }
    let bytes = match (&before.decoded, &now.decoded) {
        (Ok(old), Ok(new)) if encoded => Some((old.as_slice(), new.as_slice())),
        _ => None,
    };
    let mut changes = PartChanges {
        is_changed: true,
        ..PartChanges::default()
    };
    for (span, change) in marks(old, new, bytes) {
        let characters = new[span.range()].chars().count();
        match change {
            Change::Edited => changes.edited += characters,
            Change::Moved => changes.moved += characters,
        }
        changes.marks.push((span.shifted(now.span.start), change));
    }
    changes
}

/// The marks within the text of a part; `bytes` are what both texts encode, where they are base64url.
fn marks(old: &str, new: &str, bytes: Option<(&[u8], &[u8])>) -> Vec<(Span, Change)> {
    let (_, inserted) = difference::between(old, new);
    if old.len() == new.len() {
        return differing(old, new, inserted);
    }
    let mut marks = Vec::new();
    let mut mark = |span: Span, change| {
        if !span.is_empty() {
            marks.push((span, change));
        }
    };
    match bytes.and_then(|(old, new)| first_moved(old, new)) {
        Some(moved) => {
            let moved = moved.max(inserted.start);
            mark(Span::new(inserted.start, moved), Change::Edited);
            mark(Span::new(moved, new.len()), Change::Moved);
        }
        None => mark(inserted, Change::Edited),
    }
    marks
}

/// The characters of a stretch that are others than in a text of the same length.
fn differing(old: &str, new: &str, within: Span) -> Vec<(Span, Change)> {
    let mut marks: Vec<(Span, Change)> = Vec::new();
    for (at, c) in new[within.range()].char_indices() {
        let here = Span::new(at, at + c.len_utf8()).shifted(within.start);
        if old.as_bytes()[here.range()] == new.as_bytes()[here.range()] {
            continue;
        }
        match marks.last_mut() {
            Some((last, _)) if last.end == here.start => last.end = here.end,
            _ => marks.push((here, Change::Edited)),
        }
    }
    marks
}

/// The first character that carries nothing but bytes from behind the edit; `None` where these kept
/// their alignment.
fn first_moved(old: &[u8], new: &[u8]) -> Option<usize> {
    if old.len().abs_diff(new.len()).is_multiple_of(3) {
        return None;
    }
    let start = difference::common_start(old, new);
    let end = difference::common_end(&old[start..], &new[start..]);
    Some(((new.len() - end) * 4).div_ceil(3))
}
