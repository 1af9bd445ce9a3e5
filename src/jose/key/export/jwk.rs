//! A key as JWK (RFC 7517, RFC 7518 section 6, RFC 8037 section 2), several as a set, and the thumbprint of one
//! (RFC 7638).

use super::Half;
use crate::jose::alg::Algorithm;
use crate::jose::base64url;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::crypto::eddsa::EdKey;
use crate::jose::crypto::rsa::RsaKey;
use crate::jose::key::Key;
use rsa::pkcs1::{RsaPrivateKey, RsaPublicKey, UintRef};
use sec1::der::Decode;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// What a JWK says of its key besides the key.
#[derive(Clone, Copy, Debug, Default)]
pub struct JwkMembers<'a> {
    /// `alg` (RFC 7517 section 4.4).
    pub alg: Option<Algorithm>,
    /// `kid` (RFC 7517 section 4.5).
    pub kid: Option<&'a str>,
}

/// The members a thumbprint is over, in its order (RFC 7638 sections 3.2 and 3.3, RFC 8037 section 2).
const OF_THUMBPRINT: [&str; 7] = ["crv", "e", "k", "kty", "n", "x", "y"];

/// A key as JWK, one member a line. `None` where it lacks the half, as a secret the public one and a damaged
/// private key the private one.
pub fn jwk(key: &Key, half: Half, about: JwkMembers) -> Option<Zeroizing<String>> {
    let members = of_half(key, half, about)?;
    text(members.size(), |out| {
        serde_json::to_writer_pretty(out, &members)
    })
}

/// Keys as JWK Set (RFC 7517 section 5). `None` where one of them lacks the half.
pub fn jwk_set(keys: &[(&Key, JwkMembers)], half: Half) -> Option<Zeroizing<String>> {
    let keys = keys
        .iter()
        .map(|(key, about)| of_half(key, half, *about))
        .collect::<Option<Vec<Members>>>()?;
    let size = keys.iter().map(Members::size).sum();
    text(size, |out| {
        serde_json::to_writer_pretty(out, &Set { keys: &keys })
    })
}

/// The SHA-256 thumbprint of a key in base64url (RFC 7638). That of a secret is no public name for it: it lets
/// guesses be tested (section 7).
pub fn thumbprint(key: &Key) -> Option<String> {
    let mut members = members(key, Half::Public, JwkMembers::default())?;
    let places = OF_THUMBPRINT.iter();
    let ordered = places.filter_map(|name| members.take(name)).collect();
    let members = Members(ordered);
    let text = text(members.size(), |out| serde_json::to_writer(out, &members))?;
    Some(base64url::encode(&Sha256::digest(text.as_bytes())))
}

/// The members of one JWK in the order in which they are written.
struct Members(Vec<(&'static str, Zeroizing<String>)>);

#[derive(Serialize)]
struct Set<'a> {
    keys: &'a [Members],
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value.as_str())))
    }
}

impl Members {
    /// The short members first: the numbers of an RSA key fill many lines.
    fn new(kty: &str, about: JwkMembers) -> Self {
        let mut members = Self(Vec::new());
        members.text("kty", kty);
        if let Some(alg) = about.alg {
            members.text("alg", alg.name());
        }
        if let Some(kid) = about.kid {
            members.text("kid", kid);
        }
        members
    }

    fn text(&mut self, name: &'static str, value: &str) {
        self.0.push((name, Zeroizing::new(value.to_owned())));
    }

    fn bytes(&mut self, name: &'static str, value: &[u8]) {
        self.0
            .push((name, Zeroizing::new(base64url::encode(value))));
    }

    fn take(&mut self, name: &str) -> Option<(&'static str, Zeroizing<String>)> {
        let at = self.0.iter().position(|(known, _)| *known == name)?;
        Some(self.0.swap_remove(at))
    }

    /// Bytes that are enough for its text, escapes included.
    fn size(&self) -> usize {
        let sizes = self.0.iter().map(|(_, value)| 32 + 2 * value.len());
        32 + sizes.sum::<usize>()
    }
}

fn of_half(key: &Key, half: Half, about: JwkMembers) -> Option<Members> {
    if matches!((key, half), (Key::Secret(_), Half::Public)) {
        return None;
    }
    members(key, half, about)
}

/// A secret is all one, whichever half is asked for.
fn members(key: &Key, half: Half, about: JwkMembers) -> Option<Members> {
    match key {
        Key::Secret(secret) => {
            let mut members = Members::new("oct", about);
            members.bytes("k", secret.expose());
            Some(members)
        }
        Key::Rsa(key) => rsa(key, half, Members::new("RSA", about)),
        Key::Ec(key) => ec(key, half, Members::new("EC", about)),
        Key::Ed25519(key) => okp(key, half, Members::new("OKP", about)),
    }
}

/// RFC 7518 section 6.3.
fn rsa(key: &RsaKey, half: Half, mut members: Members) -> Option<Members> {
    let der = key.public_der()?;
    let public = <RsaPublicKey<UintRef>>::from_der(&der).ok()?;
    members.bytes("n", public.modulus.as_bytes());
    members.bytes("e", public.public_exponent.as_bytes());
    if half == Half::Private {
        let der = key.private_der()?;
        let private = <RsaPrivateKey<UintRef>>::from_der(&der).ok()?;
        members.bytes("d", private.private_exponent.as_bytes());
        members.bytes("p", private.prime1.as_bytes());
        members.bytes("q", private.prime2.as_bytes());
        members.bytes("dp", private.exponent1.as_bytes());
        members.bytes("dq", private.exponent2.as_bytes());
        members.bytes("qi", private.coefficient.as_bytes());
    }
    Some(members)
}

/// RFC 7518 section 6.2.
fn ec(key: &EcKey, half: Half, mut members: Members) -> Option<Members> {
    let point = key.point();
    let (x, y) = point.get(1..)?.split_at_checked(key.curve().size())?;
    members.text("crv", key.curve().name());
    members.bytes("x", x);
    members.bytes("y", y);
    if half == Half::Private {
        members.bytes("d", &key.scalar()?);
    }
    Some(members)
}

/// RFC 8037 section 2.
fn okp(key: &EdKey, half: Half, mut members: Members) -> Option<Members> {
    members.text("crv", "Ed25519");
    members.bytes("x", key.public());
    if half == Half::Private {
        members.bytes("d", key.private()?);
    }
    Some(members)
}

/// What is written into a text with enough room: growing would leave pieces of a key behind.
fn text(
    size: usize,
    write: impl FnOnce(&mut Vec<u8>) -> serde_json::Result<()>,
) -> Option<Zeroizing<String>> {
    let mut out = Zeroizing::new(Vec::with_capacity(size));
    write(&mut out).ok()?;
    let text = String::from_utf8(std::mem::take(&mut *out)).ok()?;
    Some(Zeroizing::new(text))
}
