//! What a key is, and why there is none.

mod certificate;
mod details;
mod recognised;
mod refused;
mod unreadable;

pub use details::details;
pub use recognised::{recognised, recognised_and_used};
pub use refused::said;
pub use unreadable::problem;

use super::quoted;
use crate::jose::alg::KeyType;
use crate::jose::key::{SecretEncoding, Structure};

/// "UTF-8".
pub fn encoding_name(encoding: SecretEncoding) -> &'static str {
    match encoding {
        SecretEncoding::Utf8 => "UTF-8",
        SecretEncoding::Base64 => "Base64",
        SecretEncoding::Base64url => "Base64url",
        SecretEncoding::Hex => "Hex",
    }
}

/// "an RSA key".
pub fn a(wanted: KeyType) -> String {
    match wanted {
        KeyType::Secret => "a shared secret".to_owned(),
        KeyType::Rsa => "an RSA key".to_owned(),
        KeyType::Ec(curve) => format!("an EC key on {}", curve.name()),
        KeyType::Ed25519 => "an Ed25519 key".to_owned(),
    }
}

fn structure_name(structure: Structure) -> &'static str {
    match structure {
        Structure::Spki => "SPKI",
        Structure::Pkcs1Public | Structure::Pkcs1Private => "PKCS#1",
        Structure::Pkcs8 => "PKCS#8",
        Structure::Sec1 => "SEC 1",
        Structure::Certificate => "X.509 certificate",
    }
}

/// A key of several: by its name, or "key 2".
fn one_of_several(kid: Option<&str>, index: usize) -> String {
    match kid {
        Some(kid) => quoted(kid),
        None => format!("key {}", index + 1),
    }
}
