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
