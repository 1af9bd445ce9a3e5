//! SIG: can these bytes be a signature of the algorithm?

use super::facts::Facts;
use super::{Hit, Place, Severity, hit};
use crate::jose::alg::{AlgName, Algorithm};
use crate::jose::crypto::{Malformed, ecdsa};
use crate::jose::key::Key;

/// Lengths of signatures that cannot be verified here (RFC 8032 section 5.2.6, FIPS 204 section 4).
const OTHER_SIZES: [(&str, usize); 4] = [
    ("Ed448", 114),
    ("ML-DSA-44", 2420),
    ("ML-DSA-65", 3309),
    ("ML-DSA-87", 4627),
];

/// SIG01, RFC 7518 sections 3.2 to 3.5, RFC 8037 section 3.1, RFC 9964: every signature of an algorithm has one length; of RSA, that of the
/// modulus.
pub fn length(facts: &Facts) -> Option<Hit> {
    let (found, place) = signature(facts)?;
    let wanted = match facts.alg.as_ref()? {
        AlgName::Supported(Algorithm::Es(_)) => match form(facts)? {
            Malformed::Length { wanted, .. } => wanted,
            _ => return None,
        },
        AlgName::Supported(alg) => alg.signature_size().or_else(|| modulus_size(facts))?,
        AlgName::Unsupported { name, .. } => OTHER_SIZES.iter().find(|(known, _)| known == name)?.1,
        AlgName::None => return None,
    };
    let (_, name) = facts.parameter_text("alg")?;
    let hit = hit(Severity::Error).at(place).number(found.len());
    (wanted != found.len()).then(|| hit.text(name).number(wanted))
}

/// SIG02, RFC 7518 section 3.4: r and s one after the other, not in DER.
pub fn der(facts: &Facts) -> Option<Hit> {
    let (_, place) = signature(facts)?;
    match form(facts)? {
        Malformed::Der { wanted, found } => {
            Some(hit(Severity::Error).at(place).number(found).number(wanted))
        }
        _ => None,
    }
}

/// SIG03, FIPS 186-5 section 6.4.2: r and s are at least 1, and less than the order of the curve.
pub fn out_of_range(facts: &Facts) -> Option<Hit> {
    let (_, place) = signature(facts)?;
    (form(facts)? == Malformed::OutOfRange).then(|| hit(Severity::Error).at(place))
}

/// The bytes of a signature that is there, and its place.
fn signature<'a>(facts: &Facts<'a>) -> Option<(&'a [u8], Place)> {
    let part = &facts.jws?.signature_part;
    let bytes = part
        .decoded
        .as_ref()
        .ok()
        .filter(|bytes| !bytes.is_empty())?;
    Some((bytes, Place::Signature(part.span)))
}

/// What is wrong with an ECDSA signature.
fn form(facts: &Facts) -> Option<Malformed> {
    let (bytes, _) = signature(facts)?;
    match facts.algorithm()? {
        Algorithm::Es(curve) => ecdsa::check_form(curve, bytes).err(),
        _ => None,
    }
}

/// Bytes of the modulus, where one RSA key alone may be the token's.
fn modulus_size(facts: &Facts) -> Option<usize> {
    match facts.keys().as_slice() {
        [(_, Key::Rsa(key))] => Some(key.bits().div_ceil(8)),
        _ => None,
    }
}
