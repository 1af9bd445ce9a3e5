//! What the bytes of a payload are. A JWS may carry anything (RFC 7515 section 2); a JWT carries a JSON
//! object of claims (RFC 7519 section 7.2).

use super::json::{self, Document, Type};

/// A payload, told by its bytes.
#[derive(Clone, Debug, PartialEq)]
pub enum Payload {
    /// A JSON object: claims, as yet unverified.
    Claims(Document),
    /// JSON, but no object.
    OtherJson(Document),
    /// Text that is not JSON, and where it stops being so.
    Text { text: String, error: json::Error },
    /// Bytes that are not UTF-8 from `not_utf8_at` on.
    Bytes { bytes: Vec<u8>, not_utf8_at: usize },
}

/// Why a payload that means to be an object of claims cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Flaw {
    /// The first byte that is not UTF-8.
    NotUtf8 { at: usize },
    /// It starts with a byte-order mark (RFC 8259 section 8.1 forbids it).
    ByteOrderMark,
    /// It stops being JSON at a line and a column, both from 1.
    NotJson {
        error: json::Error,
        position: (usize, usize),
    },
}

impl Payload {
    /// Tells what bytes are.
    pub fn read(bytes: Vec<u8>) -> Self {
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                return Self::Bytes {
                    not_utf8_at: error.utf8_error().valid_up_to(),
                    bytes: error.into_bytes(),
                };
            }
        };
        match Document::parse(text.clone()) {
            Ok(document) if document.root().kind() == Type::Object => Self::Claims(document),
            Ok(document) => Self::OtherJson(document),
            Err(error) => Self::Text { text, error },
        }
    }

    /// Why it cannot be read, where it means to be an object: by its first brace or, of bytes, by both.
    pub fn flaw(&self) -> Option<Flaw> {
        match self {
            Self::Text { text, .. } if text.starts_with("\u{FEFF}{") => Some(Flaw::ByteOrderMark),
            // UTF-16, where no byte is beyond ASCII.
            Self::Text { text, .. } if text.starts_with("{\0") || text.starts_with("\0{") => {
                Some(Flaw::NotUtf8 { at: 1 })
            }
            Self::Text { text, error } if text.trim_start().starts_with('{') => {
                Some(Flaw::NotJson {
                    error: error.clone(),
                    position: error.position(text),
                })
            }
            Self::Bytes { bytes, not_utf8_at } if means_json(bytes) => {
                Some(Flaw::NotUtf8 { at: *not_utf8_at })
            }
            _ => None,
        }
    }

    /// The JSON, where it is JSON.
    pub fn document(&self) -> Option<&Document> {
        match self {
            Self::Claims(document) | Self::OtherJson(document) => Some(document),
            Self::Text { .. } | Self::Bytes { .. } => None,
        }
    }

    /// The text, where it is text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Claims(document) | Self::OtherJson(document) => Some(document.text()),
            Self::Text { text, .. } => Some(text),
            Self::Bytes { .. } => None,
        }
    }
}

/// Braces around it, in UTF-8 or, after its byte-order mark, in UTF-16.
fn means_json(bytes: &[u8]) -> bool {
    let utf16 = [b"\xFF\xFE{\0", b"\xFE\xFF\0{"];
    let braces = bytes.starts_with(b"{") && bytes.trim_ascii_end().ends_with(b"}");
    braces || utf16.into_iter().any(|start| bytes.starts_with(start))
}
