//! KEY, from KEY04 on: the keys that were pasted, and the one a header carries.

use super::facts::Facts;
use super::{Datum, Hit, Place, Severity, hit};
use crate::jose::alg::{Algorithm, Curve, KeyType};
use crate::jose::crypto::rsa::RsaKeyError;
use crate::jose::json::Value;
use crate::jose::key::{Entry, Key, KeyError};
use crate::jose::selection::{Reason, Restriction};

/// Keys of a set whose names are compared.
const MAX_COMPARED: usize = 100;

/// KEY04, RFC 7518 section 3.3: a modulus of 2048 bits or more.
pub fn small_modulus(facts: &Facts) -> Option<Hit> {
    let (index, bits) = facts
        .keys()
        .into_iter()
        .find_map(|(index, key)| match key {
            Key::Rsa(key) if key.bits() < 2048 => Some((index, key.bits())),
            _ => None,
        })?;
    Some(hit(Severity::Error).at(Place::Key(index)).number(bits))
}

/// KEY05, FIPS 186-5 appendix A.1.1: an odd public exponent above 2^16. Of the worst nothing is read.
pub fn small_exponent(facts: &Facts) -> Option<Hit> {
    let small = facts.keys().into_iter().find_map(|(index, key)| match key {
        Key::Rsa(key) if key.exponent() < 65_537 => Some((index, key.exponent())),
        _ => None,
    });
    if let Some((index, exponent)) = small {
        let exponent = Datum::Number(exponent);
        return Some(hit(Severity::Warning).at(Place::Key(index)).with(exponent));
    }
    let mut errors = facts.key_errors();
    let (index, _) = errors.find(|(_, error)| **error == KeyError::Rsa(RsaKeyError::Exponent))?;
    Some(hit(Severity::Warning).at(Place::Key(index)))
}

/// KEY06, RFC 8725 section 3.4, RFC 7518 section 3.4: a point of its curve, and the curve of the algorithm.
pub fn curve(facts: &Facts) -> Option<Hit> {
    if let (
        Some(Algorithm::Es(wanted)),
        Some((
            index,
            Reason::WrongType {
                found: KeyType::Ec(found),
            },
        )),
    ) = (facts.algorithm(), &facts.refusal)
    {
        let hit = hit(Severity::Error).at(Place::Key(*index));
        return Some(hit.text(Curve::name(*found)).text(wanted.name()));
    }
    facts.key_errors().find_map(|(index, error)| match error {
        KeyError::NotOnCurve { curve } => {
            Some(hit(Severity::Error).at(Place::Key(index)).text(*curve))
        }
        _ => None,
    })
}

/// KEY07, RFC 7515 section 4.1.3, RFC 7517 section 9.2: what is to be kept secret, in a header that everybody
/// reads; or in a pasted set, which is what is published elsewhere.
pub fn private_in_public_place(facts: &Facts) -> Option<Hit> {
    if let Some((jwk, name)) = facts.parameter("jwk").and_then(private_member)
        && facts.profile != super::Profile::DpopProof
    {
        return Some(hit(Severity::Error).in_header(jwk).text(name));
    }
    let entries = &facts.key_set()?.entries;
    let index = entries
        .iter()
        .position(|entry| entry.meta.has_private_members)?;
    Some(
        hit(Severity::Warning)
            .at(Place::Key(index))
            .number(index + 1),
    )
}

/// A JWK with a member that only a private key or a secret has, and that member's name.
pub fn private_member(jwk: Value) -> Option<(Value, &'static str)> {
    let mut names = crate::jose::key::PRIVATE_MEMBERS.into_iter();
    let name = names.find(|name| jwk.get(name).is_some())?;
    Some((jwk, name))
}

/// KEY08, RFC 7517 sections 4.2 and 4.3: the JWK says that it is not for verifying.
pub fn not_for_verifying(facts: &Facts) -> Option<Hit> {
    let (index, reason) = facts.refusal.as_ref()?;
    let hit = hit(Severity::Error).at(Place::Key(*index));
    match reason {
        Reason::NotForThis(Restriction::Use { found }) => Some(hit.text(found)),
        Reason::NotForThis(Restriction::KeyOps { found }) => {
            Some(hit.with(Datum::Names(found.clone())))
        }
        _ => None,
    }
}

/// KEY09, RFC 9964: a key of type AKP names its algorithm, and has its sizes.
pub fn akp(facts: &Facts) -> Option<Hit> {
    facts.key_errors().find_map(|(index, error)| {
        let hit = hit(Severity::Error).at(Place::Key(index));
        match error {
            KeyError::Missing {
                name: name @ ("alg" | "pub"),
            } => Some(hit.text(*name)),
            KeyError::Size {
                name: name @ ("pub" | "priv"),
                wanted,
                found,
            } => Some(hit.text(*name).number(*found).number(*wanted)),
            _ => None,
        }
    })
}

/// KEY10, RFC 7517 section 4.5: keys of one type in a set have names of their own.
pub fn repeated_kid(facts: &Facts) -> Option<Hit> {
    let entries = &facts.key_set()?.entries;
    let mut names = Vec::new();
    for (index, entry) in entries.iter().take(MAX_COMPARED).enumerate() {
        let Some(name) = name(entry) else { continue };
        if names.contains(&name) {
            let hit = hit(Severity::Warning).at(Place::Key(index));
            return Some(hit.text(name.0));
        }
        names.push(name);
    }
    None
}

/// The `kid` and the `kty` of a key that has both.
fn name(entry: &Entry) -> Option<(&str, &'static str)> {
    Some((entry.meta.kid.as_deref()?, family(entry.key.as_ref().ok()?)))
}

/// The `kty` of a key.
fn family(key: &Key) -> &'static str {
    match key {
        Key::Secret(_) => "oct",
        Key::Rsa(_) => "RSA",
        Key::Ec(_) => "EC",
        Key::Ed25519(_) => "OKP",
    }
}

/// KEY11, RFC 7517 section 4.7: the first certificate is that of the key.
pub fn other_certificate(facts: &Facts) -> Option<Hit> {
    let entries = &facts.ring()?.entries;
    let index = entries
        .iter()
        .position(|entry| entry.meta.other_certificate)?;
    Some(hit(Severity::Warning).at(Place::Key(index)))
}

/// KEY12, RFC 7517 section 4.5: several keys, and the token does not say which.
pub fn no_kid(facts: &Facts) -> Option<Hit> {
    let count = facts.key_set()?.entries.len();
    let nameless = facts.jws.is_some() && facts.parameter("kid").is_none();
    (count > 1 && nameless).then(|| hit(Severity::Info).number(count))
}
