//! JWK and JWK Set (RFC 7517, RFC 7518 section 6, RFC 8037 section 2).

use super::export::thumbprint;
use super::{Entry, Key, KeyError, KeyInput, MAX_KEYS, Meta, RingForm, Structure, der, secret};
use crate::jose::alg::Curve;
use crate::jose::base64url;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::crypto::eddsa::EdKey;
use crate::jose::crypto::hmac::Secret;
use crate::jose::crypto::rsa::{PrivateParts, RsaKey};
use crate::jose::json::{self, Document, Type, Value};
use zeroize::{Zeroize, Zeroizing};

/// Members of which one alone is to be kept secret (RFC 7518 sections 6.2.2, 6.3.2 and 6.4, RFC 8037 section 2,
/// RFC 9964).
pub const PRIVATE: [&str; 9] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

/// Bytes of the public keys of ML-DSA (FIPS 204 section 4).
const ML_DSA: [(&str, usize); 3] = [
    ("ML-DSA-44", 1312),
    ("ML-DSA-65", 1952),
    ("ML-DSA-87", 2592),
];

type Bytes = Zeroizing<Vec<u8>>;

/// Reads JSON that is a JWK, a set or an array of them, or that is broken but means to be one.
pub fn recognise(text: &str) -> Option<KeyInput> {
    let trimmed = text.trim_start_matches('\u{FEFF}').trim();
    if !trimmed.starts_with(['{', '[']) {
        return None;
    }
    match Document::parse(trimmed.to_owned()) {
        Ok(document) => {
            let input = of_document(&document);
            document.into_text().zeroize();
            input
        }
        Err(error) => {
            let means_to_be_one = trimmed.contains("\"kty\"") || trimmed.contains("\"keys\"");
            let before = text.len()
                - text
                    .trim_start_matches(['\u{FEFF}', ' ', '\t', '\n', '\r'])
                    .len();
            let shifted = json::Error {
                at: error.at + before,
                ..error
            };
            let position = shifted.position(text);
            means_to_be_one.then_some(KeyInput::Unreadable(KeyError::NotJson {
                error: shifted,
                position,
            }))
        }
    }
}

fn of_document(document: &Document) -> Option<KeyInput> {
    let root = document.root();
    let is_key = |value: Value| value.get("kty").is_some();
    let set = match root.kind() {
        Type::Array if root.elements().any(is_key) => Some(root),
        Type::Object => root.get("keys").filter(|keys| keys.kind() == Type::Array),
        _ => None,
    };
    if set.is_none() && !is_key(root) {
        return broken(root);
    }
    if let Some(twice) = document.duplicates().first() {
        let name = document.name(twice.again).into_owned();
        return Some(KeyInput::Unreadable(KeyError::DuplicateMember { name }));
    }
    Some(match set {
        Some(set) => {
            let entries = set.elements().take(MAX_KEYS).map(read).collect();
            let left_out = set.elements().len().saturating_sub(MAX_KEYS);
            KeyInput::ring(RingForm::JwkSet, entries, left_out)
        }
        None => match read(root) {
            Entry {
                key: Err(error), ..
            } => KeyInput::Unreadable(error),
            entry => KeyInput::ring(RingForm::Jwk, vec![entry], 0),
        },
    })
}

/// JSON that is no key, but has members that only a key or a set has: not a secret either.
fn broken(root: Value) -> Option<KeyInput> {
    if root.get("keys").is_some() {
        return Some(KeyInput::Unreadable(KeyError::NotAList { name: "keys" }));
    }
    let is_text = |name: &str| root.get(name).is_some_and(|value| value.as_str().is_some());
    let has_member = ["k", "n", "crv"].into_iter().any(is_text);
    has_member.then_some(KeyInput::Unreadable(KeyError::Missing { name: "kty" }))
}

fn read(jwk: Value) -> Entry {
    let key = key(jwk);
    let mut meta = meta(jwk);
    if let Some((certified, about)) = first_certificate(jwk) {
        let is_other = |key| thumbprint(&certified) != thumbprint(key);
        meta.other_certificate = key.as_ref().is_ok_and(is_other);
        meta.certificate = about.certificate;
    }
    Entry { key, meta }
}

/// The key of the first certificate of a JWK, which has to be the JWK's own (RFC 7517 section 4.7), and what the
/// certificate says.
fn first_certificate(jwk: Value) -> Option<(Key, Meta)> {
    let text = jwk.get("x5c")?.elements().next()?.as_str()?;
    der::read(&secret::base64(&text).ok()?, Structure::Certificate).ok()
}

fn meta(jwk: Value) -> Meta {
    let text = |name| {
        jwk.get(name)
            .and_then(|value| value.as_str())
            .map(|text| text.into_owned())
    };
    let key_ops = jwk.get("key_ops").map(|ops| {
        let names = ops.elements().filter_map(Value::as_str);
        names.map(|name| name.into_owned()).collect()
    });
    Meta {
        kid: text("kid"),
        public_key_use: text("use"),
        key_ops,
        alg: text("alg"),
        not_base64url: not_base64url(jwk),
        is_jwk: true,
        has_private_members: PRIVATE.iter().any(|name| jwk.get(name).is_some()),
        ..Meta::default()
    }
}

fn key(jwk: Value) -> Result<Key, KeyError> {
    if jwk.kind() != Type::Object {
        return Err(KeyError::NotAnObject);
    }
    check_meta(jwk)?;
    match required_text(jwk, "kty")?.as_str() {
        "oct" => oct(jwk),
        "RSA" => rsa(jwk),
        "EC" => ec(jwk),
        "OKP" => okp(jwk),
        "AKP" => Err(akp(jwk)),
        kty => Err(KeyError::UnknownType {
            kty: kty.to_owned(),
        }),
    }
}

/// What a key says of itself must be understood before the key is used.
fn check_meta(jwk: Value) -> Result<(), KeyError> {
    for name in ["kid", "use", "alg"] {
        if jwk.get(name).is_some_and(|value| value.as_str().is_none()) {
            return Err(KeyError::NotAString { name });
        }
    }
    let names = |ops: Value| {
        ops.kind() == Type::Array && ops.elements().all(|name| name.as_str().is_some())
    };
    match jwk.get("key_ops") {
        Some(ops) if !names(ops) => Err(KeyError::NotAList { name: "key_ops" }),
        _ => Ok(()),
    }
}

fn oct(jwk: Value) -> Result<Key, KeyError> {
    let bytes = required_bytes(jwk, "k")?;
    Secret::new(bytes)
        .map(Key::Secret)
        .ok_or(KeyError::EmptySecret)
}

fn rsa(jwk: Value) -> Result<Key, KeyError> {
    let primes = match (bytes(jwk, "p")?, bytes(jwk, "q")?) {
        (Some(p), Some(q)) => Some([p, q]),
        _ => None,
    };
    let private = bytes(jwk, "d")?.map(|exponent| PrivateParts { exponent, primes });
    RsaKey::new(
        &required_bytes(jwk, "n")?,
        &required_bytes(jwk, "e")?,
        private,
    )
    .map(Key::Rsa)
    .map_err(KeyError::Rsa)
}

fn ec(jwk: Value) -> Result<Key, KeyError> {
    let crv = required_text(jwk, "crv")?;
    let curve = Curve::from_name(&crv).ok_or(KeyError::UnknownCurve { crv })?;
    let mut point = vec![0x04];
    for name in ["x", "y"] {
        point.extend_from_slice(&of_size(required_bytes(jwk, name)?, name, curve.size())?);
    }
    let private = match bytes(jwk, "d")? {
        Some(scalar) => Some(of_size(scalar, "d", curve.size())?),
        None => None,
    };
    EcKey::new(curve, &point, private)
        .map(Box::new)
        .map(Key::Ec)
        .map_err(|_| KeyError::NotOnCurve {
            curve: curve.name(),
        })
}

fn okp(jwk: Value) -> Result<Key, KeyError> {
    let crv = required_text(jwk, "crv")?;
    if crv != "Ed25519" {
        return Err(KeyError::UnknownCurve { crv });
    }
    let public = of_size(required_bytes(jwk, "x")?, "x", 32)?;
    let private = match bytes(jwk, "d")? {
        Some(seed) => Some(of_size(seed, "d", 32)?),
        None => None,
    };
    EdKey::new(&public, private.as_ref().map(|seed| seed.as_slice()))
        .map(Box::new)
        .map(Key::Ed25519)
        .map_err(der::ed25519_error)
}

/// Why a key of type AKP cannot be used: what is wrong with it, else that none is supported (RFC 9964).
fn akp(jwk: Value) -> KeyError {
    let check = || {
        let alg = required_text(jwk, "alg")?;
        let public = required_bytes(jwk, "pub")?;
        if let Some((_, size)) = ML_DSA.iter().find(|(name, _)| *name == alg) {
            of_size(public, "pub", *size)?;
        }
        match bytes(jwk, "priv")? {
            Some(seed) => of_size(seed, "priv", 32).map(drop),
            None => Ok(()),
        }
    };
    let kty = "AKP".to_owned();
    check().err().unwrap_or(KeyError::UnknownType { kty })
}

fn required_text(jwk: Value, name: &'static str) -> Result<String, KeyError> {
    let value = jwk.get(name).ok_or(KeyError::Missing { name })?;
    let text = value.as_str().ok_or(KeyError::NotAString { name })?;
    Ok(text.into_owned())
}

fn required_bytes(jwk: Value, name: &'static str) -> Result<Bytes, KeyError> {
    bytes(jwk, name)?.ok_or(KeyError::Missing { name })
}

fn bytes(jwk: Value, name: &'static str) -> Result<Option<Bytes>, KeyError> {
    if jwk.get(name).is_none() {
        return Ok(None);
    }
    let text = Zeroizing::new(required_text(jwk, name)?);
    let error = match base64url::decode(&text) {
        Ok(bytes) => return Ok(Some(Zeroizing::new(bytes))),
        Err(error) => error,
    };
    let readable = match error {
        base64url::Error::OtherAlphabet { .. } | base64url::Error::Padding { .. } => {
            secret::base64(&text).ok()
        }
        _ => None,
    };
    match readable {
        Some(bytes) => Ok(Some(bytes)),
        None => Err(KeyError::Base64url { name, error }),
    }
}

/// The members in standard base64 or with padding: no base64url (RFC 7518 section 2), but clear enough.
fn not_base64url(jwk: Value) -> Vec<&'static str> {
    let names = ["k", "n", "e", "x", "y", "d", "p", "q"];
    let bent = |name: &&str| {
        let text = jwk.get(name).and_then(Value::as_str);
        text.is_some_and(|text| text.contains(['+', '/', '=']))
    };
    names.into_iter().filter(bent).collect()
}

fn of_size(bytes: Bytes, name: &'static str, wanted: usize) -> Result<Bytes, KeyError> {
    if bytes.len() == wanted {
        return Ok(bytes);
    }
    Err(KeyError::Size {
        name,
        wanted,
        found: bytes.len(),
    })
}
