//! How each example is made.

use super::payload::{claims, expired, large};
use super::{Example, KeySource, Made};
use crate::jose::alg::{Algorithm, Curve, Hash, KeyType};
use crate::jose::base64url;
use crate::jose::compose::compose;
use crate::jose::crypto::hmac::Secret;
use crate::jose::key::export::{Half, JwkMembers, jwk, jwk_set, thumbprint};
use crate::jose::key::generate::generate;
use crate::jose::key::{Key, KeyInput, SecretEncoding};
use crate::jose::sign::sign_at_once;
use zeroize::Zeroizing;

impl Example {
    /// Makes it at a time `now`, in whole seconds since 1970-01-01 UTC. `None` where the source has no key for
    /// its algorithm.
    pub fn make(self, now: f64, source: KeySource) -> Option<Made> {
        match self {
            Self::Of(Algorithm::Hs(hash)) => shared(hash, &claims(now)),
            Self::Of(alg) => token_for(alg, &source.key(alg)?, &claims(now)),
            Self::Expired => shared(Hash::Sha256, &expired(now)),
            Self::Tampered => tampered(now),
            Self::AlgNone => Some(unsigned(now)),
            Self::KeySet => key_set(now, source),
            Self::Large => shared(Hash::Sha256, &large(now)),
        }
    }
}

impl KeySource<'_> {
    fn key(self, alg: Algorithm) -> Option<Key> {
        match self {
            Self::Seed(seed) => generate(alg, seed),
            Self::RsaJwk(jwk) => KeyInput::read(jwk, SecretEncoding::Utf8).single().cloned(),
        }
    }
}

impl Made {
    fn new(token: String, key: Zeroizing<String>) -> Self {
        Self {
            token,
            original: None,
            key,
            encoding: SecretEncoding::Utf8,
            needs_signature: false,
        }
    }
}

/// A token with this payload that a fresh key signs, and the key as JWK. A key pair is named by its thumbprint in
/// both; a secret has none that may be told. `None` where the key cannot sign with the algorithm.
pub fn token_for(alg: Algorithm, key: &Key, payload: &str) -> Option<Made> {
    let kid = match key {
        Key::Secret(_) => None,
        _ => Some(thumbprint(key)?),
    };
    let kid = kid.as_deref();
    let about = JwkMembers {
        alg: Some(alg),
        kid,
    };
    let token = token(alg, key, kid, payload)?;
    Some(Made {
        needs_signature: token.ends_with('.'),
        ..Made::new(token, jwk(key, Half::Private, about)?)
    })
}

/// A token under a secret that can be read.
fn shared(hash: Hash, payload: &str) -> Option<Made> {
    let text = match hash {
        Hash::Sha256 => "an example secret, made for this page alone",
        Hash::Sha384 => "a-string-secret-at-least-384-bits-long-as-hs384-wants-it",
        Hash::Sha512 => {
            "a-string-secret-at-least-512-bits-long-for-hs512-wants-one-as-long-as-its-hash"
        }
    };
    let secret = Secret::new(text.as_bytes().to_vec().into()).map(Key::Secret)?;
    let token = token(Algorithm::Hs(hash), &secret, None, payload)?;
    Some(Made::new(token, text.to_owned().into()))
}

/// The role was edited, and the signature kept.
fn tampered(now: f64) -> Option<Made> {
    let payload = claims(now);
    let good = shared(Hash::Sha256, &payload)?;
    let (header, rest) = good.token.split_once('.')?;
    let (_, signature) = rest.split_once('.')?;
    let edited = payload.replace(r#""role":"user""#, r#""role":"root""#);
    let edited = base64url::encode(edited.as_bytes());
    Some(Made {
        token: [header, &edited, signature].join("."),
        original: Some(good.token),
        ..good
    })
}

fn unsigned(now: f64) -> Made {
    let token = compose(&header("none", None), &claims(now));
    Made::new(token, Zeroizing::default())
}

/// Three public keys, of which the second is that of the token.
fn key_set(now: f64, source: KeySource) -> Option<Made> {
    let KeySource::Seed(seed) = source else {
        return None;
    };
    let es256 = Algorithm::Es(Curve::P256);
    let [a, b, c] = seed.split();
    let [a, b, c] = [
        ("a", es256, generate(es256, a)?),
        ("b", es256, generate(es256, b)?),
        ("c", Algorithm::Ed25519, generate(Algorithm::Ed25519, c)?),
    ];
    let token = token(es256, &b.2, Some(b.0), &claims(now))?;
    let keys = [&a, &b, &c].map(|(kid, alg, key)| {
        let about = JwkMembers {
            alg: Some(*alg),
            kid: Some(kid),
        };
        (key, about)
    });
    Some(Made::new(token, jwk_set(&keys, Half::Public)?))
}

/// A token, signed unless that takes long. `None` where the key is not for the algorithm.
fn token(alg: Algorithm, key: &Key, kid: Option<&str>, payload: &str) -> Option<String> {
    if key.key_type() != alg.key_type() {
        return None;
    }
    let mut token = compose(&header(alg.name(), kid), payload);
    if alg.key_type() == KeyType::Rsa {
        return Some(token);
    }
    let message = token.strip_suffix('.')?;
    let signature = sign_at_once(key, alg, message.as_bytes()).ok()?;
    token.push_str(&base64url::encode(&signature));
    Some(token)
}

/// The `kid` is one of ours and needs no escapes.
fn header(alg: &str, kid: Option<&str>) -> String {
    match kid {
        Some(kid) => [r#"{"alg":""#, alg, r#"","typ":"JWT","kid":""#, kid, r#""}"#].concat(),
        None => [r#"{"alg":""#, alg, r#"","typ":"JWT"}"#].concat(),
    }
}
