//! KEY01 to KEY03: is a shared secret one?

use super::facts::Facts;
use super::published::is_published;
use super::{Hit, Place, Severity, hit};
use crate::jose::alg::Algorithm;
use crate::jose::base64url;
use crate::jose::crypto::hmac::Secret;
use crate::jose::key::{Key, KeyInput, SecretEncoding};
use zeroize::Zeroizing;

/// KEY01, RFC 7518 section 3.2: a secret at least as long as the hash.
pub fn short_secret(facts: &Facts) -> Option<Hit> {
    let Algorithm::Hs(hash) = facts.algorithm()? else {
        return None;
    };
    let mut secrets = secrets(facts).into_iter();
    let (index, secret) = secrets.find(|(_, secret)| secret.bits() < hash.bits())?;
    let hit = hit(Severity::Error)
        .at(Place::Key(index))
        .number(secret.bits());
    Some(hit.number(hash.bits()))
}

/// KEY02, RFC 8725 section 3.5: a secret that everybody knows.
pub fn published_secret(facts: &Facts) -> Option<Hit> {
    let mut secrets = secrets(facts).into_iter();
    let (index, _) = secrets.find(|(_, secret)| is_published(secret.expose()))?;
    Some(hit(Severity::Error).at(Place::Key(index)))
}

/// KEY03, RFC 8725 section 2.1: the bytes of the secret are themselves a key, mostly a public one.
pub fn key_as_secret(facts: &Facts) -> Option<Hit> {
    let mut secrets = secrets(facts).into_iter();
    let (index, _) = secrets.find(|(_, secret)| is_key(secret.expose()))?;
    Some(hit(Severity::Error).at(Place::Key(index)))
}

/// The secrets that may be the token's, where its algorithm works with one.
fn secrets<'a>(facts: &Facts<'a>) -> Vec<(usize, &'a Secret)> {
    if !matches!(facts.algorithm(), Some(Algorithm::Hs(_))) {
        return Vec::new();
    }
    let keys = facts.keys().into_iter();
    let secrets = keys.filter_map(|(index, key)| match key {
        Key::Secret(secret) => Some((index, secret)),
        _ => None,
    });
    secrets.collect()
}

/// A key as PEM, as a JWK, or as DER.
fn is_key(bytes: &[u8]) -> bool {
    let starts = |start: &[u8]| bytes.trim_ascii_start().starts_with(start);
    let read = |text: &str| {
        matches!(
            KeyInput::read(text, SecretEncoding::Utf8),
            KeyInput::Keys(_)
        )
    };
    match std::str::from_utf8(bytes) {
        Ok(text) if starts(b"-----BEGIN ") || starts(b"{") => read(text),
        Err(_) if bytes.starts_with(b"\x30") => read(&Zeroizing::new(base64url::encode(bytes))),
        _ => false,
    }
}
