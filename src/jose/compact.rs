//! The compact serialization cut at its dots (RFC 7515 section 7.1, RFC 7516 section 7.1): every part
//! with its place, and what it decodes to.

use super::Span;
use super::base64url;
use super::json::{Document, Type};

/// One part between dots.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Where the part stands in the cleaned text.
    pub span: Span,
    /// Its bytes, or why it is not base64url.
    pub decoded: Result<Vec<u8>, base64url::Error>,
}

impl Part {
    /// Decodes the stretch of a text.
    pub fn read(text: &str, span: Span) -> Self {
        Self {
            span,
            decoded: base64url::decode(&text[span.range()]),
        }
    }

    /// A stretch of a text that stands for itself, undecoded (RFC 7797 section 5.2).
    pub fn unencoded(text: &str, span: Span) -> Self {
        Self {
            span,
            decoded: Ok(text[span.range()].as_bytes().to_vec()),
        }
    }

    /// The part as it was written.
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.span.range()]
    }

    /// The bytes for showing: what a malformed part most likely says.
    pub fn shown_bytes(&self, text: &str) -> Vec<u8> {
        match &self.decoded {
            Ok(bytes) => bytes.clone(),
            Err(_) => base64url::decode_leniently(self.text(text)),
        }
    }

    /// The JSON it holds, if it does.
    pub fn json(&self) -> Option<Document> {
        let text = std::str::from_utf8(self.decoded.as_ref().ok()?).ok()?;
        Document::parse(text.to_owned()).ok()
    }

    /// The JSON object it holds, if it does.
    pub fn object(&self) -> Option<Document> {
        self.json()
            .filter(|json| json.root().kind() == Type::Object)
    }
}

/// Whether a text has the form of a token in compact serialization, signed or encrypted.
pub fn is_token_like(text: &str) -> bool {
    let is_of_token = |byte: u8| base64url::is_alphabet(byte) || byte == b'.';
    let dots = text.bytes().filter(|byte| *byte == b'.').count();
    text.starts_with("ey") && [2, 4].contains(&dots) && text.bytes().all(is_of_token)
}

/// The stretches between the dots of a text, `most` at the most, and how many there are in all.
pub fn cut(text: &str, most: usize) -> (Vec<Span>, usize) {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut count = 1;
    for (at, _) in text.match_indices('.') {
        if spans.len() < most {
            spans.push(Span::new(start, at));
        }
        start = at + 1;
        count += 1;
    }
    if spans.len() < most {
        spans.push(Span::new(start, text.len()));
    }
    (spans, count)
}
