//! What the signature was really made with.

use super::Finding;
use super::change::Explanation;
use super::given::Given;
use super::secret;
use super::trials::Trials;
use crate::jose::alg::{Hash, KeyType, SUPPORTED};
use crate::jose::crypto::hmac::Secret;
use crate::jose::json::Value;
use crate::jose::key::Key;
use crate::jose::{Algorithm, KeyInput};
use zeroize::Zeroizing;

/// Every algorithm of the key but the one of the header.
pub fn others(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let signed_as = |alg, encoding| {
        Some(Finding::Proven(Explanation::SignedAs {
            alg,
            header: header_alg(given),
            encoding,
        }))
    };
    for key in given.keys() {
        if let Some(alg) = signed_with(given, trials, key) {
            return signed_as(alg, None);
        }
    }
    if !matches!(given.input, KeyInput::Secret { .. }) {
        return None;
    }
    for encoding in secret::others(given.encoding) {
        let input = KeyInput::read(given.key, encoding);
        if let Some(alg) = input
            .single()
            .and_then(|key| signed_with(given, trials, key))
        {
            return signed_as(alg, Some(encoding));
        }
    }
    None
}

/// The algorithm of the key, other than that of the header, with which the signature was made.
fn signed_with(given: &Given, trials: &mut Trials, key: &Key) -> Option<Algorithm> {
    let (message, signature) = given.signed()?;
    let modulus = key.bits().div_ceil(8);
    for (name, alg) in SUPPORTED {
        // One of them has two names.
        let is_other = name == alg.name() && Some(alg) != given.alg();
        let fits = alg.key_type() == key.key_type()
            && alg.signature_size().unwrap_or(modulus) == signature.len();
        if is_other && fits && trials.holds(key, alg, message, signature) {
            return Some(alg);
        }
    }
    None
}

fn header_alg(given: &Given) -> Option<String> {
    let header = given.jws()?.header.as_ref().ok()?;
    let alg = header.get("alg").and_then(Value::as_str);
    alg.map(|name| name.into_owned())
}

/// The text of the key as the secret of an HMAC, unless the header names an algorithm of key pairs: what lets anybody
/// sign for a verifier that heeds the header alone (RFC 8725 section 2.1).
pub fn key_as_secret(given: &Given, trials: &mut Trials) -> Option<Finding> {
    let entry = given.entries().first()?;
    let (message, signature) = given.signed()?;
    let of_pairs = |alg: Algorithm| alg.key_type() != KeyType::Secret;
    if given.alg().is_some_and(of_pairs) {
        return None;
    }
    let hashes = [Hash::Sha256, Hash::Sha384, Hash::Sha512];
    let hash = hashes
        .into_iter()
        .find(|hash| hash.size() == signature.len())?;
    let alg = Algorithm::Hs(hash);
    let trimmed = given.key.trim();
    let texts = [[given.key, ""], [trimmed, ""], [trimmed, "\n"]];
    let holds = texts.into_iter().any(|text| {
        let secret = Secret::new(Zeroizing::new(text.concat().into_bytes()));
        secret.is_some_and(|secret| trials.holds(&Key::Secret(secret), alg, message, signature))
    });
    holds.then(|| {
        Finding::Proven(Explanation::KeyAsSecret {
            alg,
            public: !entry.may_be_private(),
        })
    })
}
