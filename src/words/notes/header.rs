//! Notes beside header parameters.

use super::{Note, Tone, signature};
use crate::jose::alg::AlgName;
use crate::jose::json::Value;
use crate::words::explained::Names;

/// What a parameter means; nothing of one that is not known. `encrypted` in the header of a JWE.
pub fn note(name: &str, value: Value, encrypted: bool) -> Option<Note> {
    let text = value.as_str();
    match name {
        "alg" => text.map(|name| algorithm(&AlgName::read(&name), encrypted)),
        "typ" => Some(Note::plain(media_type(&text.unwrap_or_default()))),
        "b64" => Some(Note::plain(if value.as_bool() == Some(false) {
            "the payload stands in the token as it is, not in base64url"
        } else {
            "the payload is in base64url"
        })),
        "jwk" | "x5c" if !encrypted => meaning(name, false).map(|text| Note::new(Tone::Warn, text)),
        other => meaning(other, encrypted).map(Note::plain),
    }
}

fn meaning(name: &str, encrypted: bool) -> Option<&'static str> {
    Some(Names::of_header(encrypted).find("", name)?.meaning)
}

fn algorithm(alg: &AlgName, encrypted: bool) -> Note {
    match alg {
        AlgName::Supported(alg) => Note::plain(signature::alg_meaning_and_keys(*alg)),
        AlgName::None => Note::new(Tone::Bad, "not signed at all"),
        AlgName::Unsupported {
            registered: true, ..
        } => Note::plain("a signature algorithm that is not supported here"),
        AlgName::Unsupported { .. } if encrypted => {
            Note::plain("how the key of the content is encrypted or agreed on")
        }
        AlgName::Unsupported { .. } => {
            Note::new(Tone::Warn, "no signature algorithm that is known here")
        }
    }
}

/// Media types compare without case, and may leave out "application/" (RFC 7515 section 4.1.9).
fn media_type(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let bare = name.strip_prefix("application/").unwrap_or(&name);
    let known = Names::of_header(false).find("media", bare);
    format!(
        "media type: {}",
        known.map_or("what the token is", |row| row.meaning)
    )
}
