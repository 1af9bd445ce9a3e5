//! Tokens of the lessons, made and judged by the core.

use crate::jose::alg::Hash;
use crate::jose::changes::{Changes, PartChanges};
use crate::jose::crypto::Seed;
use crate::jose::crypto::hmac::{self, Secret};
use crate::jose::json::{Document, JsonChanges};
use crate::jose::key::{KeyInput, SecretEncoding};
use crate::jose::sign::Signer;
use crate::jose::verify::{SignatureCheck, signature};
use crate::jose::{Algorithm, Source, base64url, compose::compose};
use crate::paint::{self, Painted, Run};

/// The secret of the server in the lessons.
pub const SECRET: &str = "the server's secret, made for these lessons";

/// The header of the tokens with a shared secret.
pub const HS256: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

/// The header of the tokens of a key pair.
pub const ES256: &str = r#"{"alg":"ES256","typ":"JWT"}"#;

/// A token that this key signed, by the algorithm of the header. Without a signature where it cannot.
pub fn signed(header: &str, payload: &str, key: &str) -> String {
    let unsigned = compose(header, payload);
    let source = Source::read(&unsigned);
    let key = KeyInput::read(key, SecretEncoding::Utf8);
    let signed =
        Signer::new(&source, &key).and_then(|signer| signer.sign(&unsigned, Seed::new([0; 32])));
    signed.unwrap_or(unsigned)
}

/// The HMAC with SHA-256 of header and payload in base64url, whatever the bytes of the secret are. Nothing without any.
pub fn hmac_of(token: &str, secret: &[u8]) -> String {
    let [header, payload, _] = parts(token);
    let message = [header, ".", payload].concat();
    let secret = Secret::new(secret.to_vec().into());
    secret.map_or(String::new(), |secret| {
        base64url::encode(&hmac::sign(Hash::Sha256, &secret, message.as_bytes()))
    })
}

/// Header and payload with a signature that stood under something else.
pub fn with_signature(header: &str, payload: &str, signature: &str) -> String {
    compose(header, payload) + signature
}

/// The three parts; empty where there are less.
pub fn parts(token: &str) -> [&str; 3] {
    let mut parts = token.splitn(3, '.');
    [(); 3].map(|()| parts.next().unwrap_or(""))
}

/// What a careful verifier says of the signature with this key, and an algorithm that it requires.
pub fn check(token: &str, key: &str, required: Option<Algorithm>) -> SignatureCheck {
    let key = KeyInput::read(key, SecretEncoding::Utf8);
    signature(&Source::read(token), &key, required)
}

pub fn verifies(token: &str, key: &str) -> bool {
    is_verified(&check(token, key, None))
}

pub fn is_verified(check: &SignatureCheck) -> bool {
    matches!(check, SignatureCheck::Verified(_))
}

/// The colours of a token, with what differs from `original` marked.
pub fn painted(token: &str, original: &str, holds: bool) -> Vec<Run> {
    let source = Source::read(token);
    let changes = Changes::between(&Source::read(original), &source);
    paint::token(token, &source, changes.as_ref(), !holds).unwrap_or_default()
}

/// How the payload of a token differs from that of another, in characters.
pub fn payload_changes(original: &str, token: &str) -> PartChanges {
    let changes = Changes::between(&Source::read(original), &Source::read(token));
    changes.map(|changes| changes.payload).unwrap_or_default()
}

/// The colours of JSON, with what differs from `original` marked.
pub fn painted_json(text: &str, original: &str) -> Painted {
    let document = |text: &str| Document::parse(text.to_owned()).ok();
    let changes = document(original)
        .zip(document(text))
        .map(|(original, text)| JsonChanges::between(&original, &text));
    paint::json(text, changes.as_ref(), &[])
}

/// The text of a member of a JSON object; `None` where it is no text, or this no object.
pub fn member(json: &str, name: &str) -> Option<String> {
    let document = Document::parse(json.to_owned()).ok()?;
    let text = document.root().get(name)?.as_str()?;
    Some(text.into_owned())
}

/// The text that a part of a token encodes.
pub fn decoded(part: &str) -> String {
    let bytes = base64url::decode(part).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// JSON without the white space between its tokens; what is no JSON as it is.
pub fn compact(text: &str) -> String {
    match Document::parse(text.to_owned()) {
        Ok(document) => document.compact(),
        Err(_) => text.to_owned(),
    }
}
