//! A key as JWK (RFC 7517, RFC 7518 section 6, RFC 8037 section 2), several as a set, and the thumbprint of one
//! (RFC 7638).

use super::Half;
use crate::jose::alg::Algorithm;
use crate::jose::base64url;
use crate::jose::crypto::ecdsa::EcKey;
use crate::jose::crypto::eddsa::EdKey;
use crate::jose::crypto::rsa::RsaKey;
use crate::jose::json::quote;
use crate::jose::key::Key;
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
    let mut out = Zeroizing::new(String::with_capacity(members.size()));
    members.write(&mut out, "\n  ", ": ", "\n");
    Some(out)
}

/// Keys as JWK Set (RFC 7517 section 5). `None` where one of them lacks the half.
pub fn jwk_set(keys: &[(&Key, JwkMembers)], half: Half) -> Option<Zeroizing<String>> {
    let mut sets = Vec::new();
    for (key, about) in keys {
        sets.push(of_half(key, half, *about)?);
    }
    let size: usize = sets.iter().map(Members::size).sum();
    let mut out = Zeroizing::new(String::with_capacity(32 + size));
    let mut before = "{\n  \"keys\": [\n    ";
    for members in sets {
        out.push_str(before);
        members.write(&mut out, "\n      ", ": ", "\n    ");
        before = ",\n    ";
    }
    out.push_str("\n  ]\n}");
    Some(out)
}

/// The SHA-256 thumbprint of a key in base64url (RFC 7638). That of a secret is no public name for it: it lets
/// guesses be tested (section 7).
pub fn thumbprint(key: &Key) -> Option<String> {
    let mut members = members(key, Half::Public, JwkMembers::default())?;
    let mut ordered = Vec::new();
    for name in OF_THUMBPRINT {
        ordered.extend(members.take(name));
    }
    let members = Members(ordered);
    let mut text = Zeroizing::new(String::with_capacity(members.size()));
    members.write(&mut text, "", ":", "");
    Some(base64url::encode(&Sha256::digest(text.as_bytes())))
}

/// The members of one JWK in the order in which they are written.
struct Members(Vec<(&'static str, Zeroizing<String>)>);

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

    /// As JSON: `line` goes before every member, `end` before the closing brace.
    fn write(&self, out: &mut String, line: &str, colon: &str, end: &str) {
        let mut before = "{";
        for (name, value) in &self.0 {
            let value = Zeroizing::new(quote(value));
            for piece in [before, line, "\"", name, "\"", colon, &value] {
                out.push_str(piece);
            }
            before = ",";
        }
        out.push_str(end);
        out.push('}');
    }

    /// Bytes that are enough for its text: growing would leave pieces of a key behind.
    fn size(&self) -> usize {
        let sizes = self.0.iter().map(|(_, value)| 32 + 6 * value.len());
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
    for (name, number) in ["n", "e"].into_iter().zip(key.public_numbers()) {
        members.bytes(name, &number);
    }
    if half == Half::Private {
        let names = ["d", "p", "q", "dp", "dq", "qi"];
        for (name, number) in names.into_iter().zip(key.private_numbers()?) {
            members.bytes(name, &number);
        }
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
