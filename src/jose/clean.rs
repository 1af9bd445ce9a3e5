//! What may be taken off a pasted text without asking, and nothing else: around the token white
//! space, quotes, `Bearer`, zero-width characters and a byte-order mark; inside it line breaks, and
//! percent-encoding where the whole is percent-encoded.

use super::Span;

/// Something that was taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cleaning {
    WhiteSpace,
    Quotes,
    Bearer,
    ZeroWidth,
    ByteOrderMark,
    LineBreaks,
    PercentEncoding,
}

/// A text without what was taken off, and the way back to the places of the original.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cleaned {
    /// What is left.
    pub text: String,
    /// What was taken off, each kind once.
    pub cleanings: Vec<Cleaning>,
    pieces: Vec<Piece>,
}

/// From `clean` on, bytes of the cleaned text stand at `source` and after in the original; what
/// comes before ends there at `previous_end`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    clean: usize,
    source: usize,
    previous_end: usize,
}

impl Cleaned {
    /// Where a stretch of the cleaned text stands in the original.
    pub fn source_span(&self, span: Span) -> Span {
        let start = self.source_of(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        let next = self.pieces.partition_point(|piece| piece.clean < span.end);
        let end = match self.pieces.get(next) {
            Some(piece) if piece.clean == span.end => piece.previous_end,
            _ => self.source_of(span.end - 1) + 1,
        };
        Span::new(start, end)
    }

    /// The place in the cleaned text of a place in the original; of what was taken off, where it stood.
    pub fn clean_place(&self, source: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.source <= source);
        let place = match after.checked_sub(1).map(|index| self.pieces[index]) {
            Some(piece) => {
                let next = self.pieces.get(after);
                let end = next.map_or(self.text.len(), |next| next.clean);
                (piece.clean + (source - piece.source)).min(end)
            }
            None if self.pieces.is_empty() => source,
            None => 0,
        };
        place.min(self.text.len())
    }

    fn source_of(&self, at: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.clean <= at);
        match after.checked_sub(1).map(|index| self.pieces[index]) {
            Some(piece) => piece.source + (at - piece.clean),
            None => at,
        }
    }
}

/// Cleans a pasted text.
pub fn clean(source: &str) -> Cleaned {
    let mut cleanings = Vec::new();
    let kept = strip_around(source, &mut cleanings);
    let mut cleaned = Cleaned {
        text: String::with_capacity(kept.len()),
        cleanings,
        pieces: Vec::new(),
    };
    cleaned.copy_inside(source, kept);
    cleaned
}

fn strip_around(source: &str, cleanings: &mut Vec<Cleaning>) -> Span {
    let mut kept = Span::new(0, source.len());
    loop {
        let text = &source[kept.range()];
        if let Some((length, cleaning)) = strippable_start(text) {
            kept.start += length;
            note(cleanings, cleaning);
        } else if let Some((length, cleaning)) = strippable_end(text) {
            kept.end -= length;
            note(cleanings, cleaning);
        } else {
            return kept;
        }
    }
}

fn strippable_start(text: &str) -> Option<(usize, Cleaning)> {
    let first = text.chars().next()?;
    let bearer = || {
        let rest = text
            .get(..6)?
            .eq_ignore_ascii_case("bearer")
            .then(|| &text[6..])?;
        let is_word = rest.starts_with(char::is_whitespace) || rest.starts_with("%20");
        is_word.then_some((6, Cleaning::Bearer))
    };
    strippable(first)
        .map(|cleaning| (first.len_utf8(), cleaning))
        .or_else(|| encoded_quote(text.get(..3)?))
        .or_else(bearer)
}

fn strippable_end(text: &str) -> Option<(usize, Cleaning)> {
    let last = text.chars().next_back()?;
    strippable(last)
        .map(|cleaning| (last.len_utf8(), cleaning))
        .or_else(|| encoded_quote(text.get(text.len().checked_sub(3)?..)?))
}

pub(super) fn strippable(c: char) -> Option<Cleaning> {
    match c {
        '\u{FEFF}' => Some(Cleaning::ByteOrderMark),
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{00AD}' => Some(Cleaning::ZeroWidth),
        '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' => {
            Some(Cleaning::Quotes)
        }
        c if c.is_whitespace() => Some(Cleaning::WhiteSpace),
        _ => None,
    }
}

/// A percent-encoded quote or space around a percent-encoded token.
fn encoded_quote(text: &str) -> Option<(usize, Cleaning)> {
    match text {
        "%22" | "%27" => Some((3, Cleaning::Quotes)),
        "%20" => Some((3, Cleaning::WhiteSpace)),
        _ => None,
    }
}

fn note(cleanings: &mut Vec<Cleaning>, cleaning: Cleaning) {
    if !cleanings.contains(&cleaning) {
        cleanings.push(cleaning);
    }
}

impl Cleaned {
    fn copy_inside(&mut self, source: &str, kept: Span) {
        let text = &source[kept.range()];
        // JSON may be laid out over lines as it likes.
        let is_json = text.starts_with('{');
        let encoded = !is_json && is_percent_encoded(text);
        let mut rest = text;
        self.resume(kept.start, kept.start);
        while let Some(stop) = rest.find(|c| !is_json && is_line_break(c) || (encoded && c == '%'))
        {
            self.text.push_str(&rest[..stop]);
            let at = kept.end - rest.len() + stop;
            rest = &rest[stop..];
            if let Some(byte) = percent_escape(rest) {
                note(&mut self.cleanings, Cleaning::PercentEncoding);
                self.text.push(char::from(byte));
                rest = &rest[3..];
                self.resume(at + 3, at + 3);
            } else {
                note(&mut self.cleanings, Cleaning::LineBreaks);
                rest = rest.trim_start_matches(is_line_break);
                self.resume(kept.end - rest.len(), at);
            }
        }
        self.text.push_str(rest);
    }

    fn resume(&mut self, source: usize, previous_end: usize) {
        self.pieces.push(Piece {
            clean: self.text.len(),
            source,
            previous_end,
        });
    }
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether percent-encoding was done to the whole: the dots are escaped too, every one, and every `%` is an
/// escape for a printable ASCII character. With a plain dot in it, a `%` is a character like others.
fn is_percent_encoded(text: &str) -> bool {
    let mut escapes = text
        .match_indices('%')
        .map(|(at, _)| percent_escape(&text[at..]));
    !text.contains('.') && text.contains("%2") && escapes.all(|byte| byte.is_some())
}

fn percent_escape(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('%')?.get(..2)?;
    let byte = u8::from_str_radix(digits, 16).ok()?;
    (byte.is_ascii_graphic() && !digits.starts_with('+')).then_some(byte)
}
