//! ALG: which algorithm, and whose choice it is.

use super::facts::Facts;
use super::{Hit, Place, Severity, hit};
use crate::jose::alg::{AlgName, Algorithm, KeyType, REGISTERED, SUPPORTED};
use crate::jose::selection::{Reason, Restriction};
use crate::jose::token::Token;

/// ALG01, RFC 7515 section 4.1.1: `alg` must be there, and be a string.
pub fn missing(facts: &Facts) -> Option<Hit> {
    // In JSON serialization it may stand in the unprotected header.
    if facts.header.is_none() || matches!(facts.source.token, Token::Json(_)) {
        return None;
    }
    match facts.parameter("alg") {
        None => Some(hit(Severity::Error)),
        Some(alg) if facts.alg.is_none() => {
            Some(hit(Severity::Error).in_header(alg).text(alg.text()))
        }
        Some(_) => None,
    }
}

/// ALG02, RFC 8725 section 3.2: a token that is not signed.
pub fn unsigned(facts: &Facts) -> Option<Hit> {
    let part = &facts.jws?.signature_part;
    if facts.alg == Some(AlgName::None) {
        return Some(
            hit(Severity::Error)
                .in_header(facts.parameter("alg")?)
                .text("none"),
        );
    }
    let place = Place::Signature(part.span);
    part.span.is_empty().then(|| hit(Severity::Error).at(place))
}

/// ALG03, RFC 7515 section 4.1.1: names are case-sensitive.
pub fn other_case(facts: &Facts) -> Option<Hit> {
    let meant = meant(facts)?;
    let (alg, name) = facts.parameter_text("alg")?;
    Some(hit(Severity::Error).in_header(alg).text(name).text(meant))
}

/// The registered name that an `alg` differs from only in case.
fn meant(facts: &Facts) -> Option<&'static str> {
    facts.jws?;
    let Some(AlgName::Unsupported {
        name,
        registered: false,
    }) = &facts.alg
    else {
        return None;
    };
    let supported = SUPPORTED.iter().map(|(known, _)| *known);
    let mut known = supported.chain(REGISTERED).chain(["none"]);
    known.find(|known| known.eq_ignore_ascii_case(name))
}

/// ALG04, RFC 7515 section 4.1.1: a name should be registered, or be one that cannot collide (which has a dot or
/// a colon in it).
pub fn unregistered(facts: &Facts) -> Option<Hit> {
    facts.jws?;
    match &facts.alg {
        Some(AlgName::Unsupported {
            name,
            registered: false,
        }) if meant(facts).is_none() && !name.contains(['.', ':']) => Some(
            hit(Severity::Warning)
                .in_header(facts.parameter("alg")?)
                .text(name),
        ),
        _ => None,
    }
}

/// ALG05, RFC 7518 section 3.2: whoever can verify can sign.
pub fn shared_secret(facts: &Facts) -> Option<Hit> {
    of_family(facts, |alg| matches!(alg, Algorithm::Hs(_)))
}

/// ALG06, RFC 8017 section 8: RSASSA-PKCS1-v1_5 is kept for what exists already.
pub fn pkcs1(facts: &Facts) -> Option<Hit> {
    of_family(facts, |alg| matches!(alg, Algorithm::Rs(_)))
}

fn of_family(facts: &Facts, is_of: fn(Algorithm) -> bool) -> Option<Hit> {
    let (alg, name) = facts.parameter_text("alg")?;
    is_of(facts.algorithm()?).then(|| hit(Severity::Info).in_header(alg).text(name))
}

/// ALG07, RFC 9864 section 2.2: `EdDSA` does not say which curve.
pub fn polymorphic(facts: &Facts) -> Option<Hit> {
    let (alg, name) = facts.parameter_text("alg")?;
    (name == "EdDSA").then(|| hit(Severity::Info).in_header(alg))
}

/// ALG08, RFC 8725 section 3.2: RSA encryption with PKCS#1 v1.5 padding.
pub fn pkcs1_encryption(facts: &Facts) -> Option<Hit> {
    let (alg, name) = facts.parameter_text("alg")?;
    (name == "RSA1_5").then(|| hit(Severity::Error).in_header(alg))
}

/// ALG09, RFC 7517 section 4.4: the JWK is for another algorithm.
pub fn other_than_jwk(facts: &Facts) -> Option<Hit> {
    match &facts.refusal {
        Some((index, Reason::NotForThis(Restriction::Alg { found, wanted }))) => {
            let hit = hit(Severity::Warning).at(Place::Key(*index));
            Some(hit.text(*wanted).text(found))
        }
        _ => None,
    }
}

/// ALG10, RFC 8725 section 3.1: a key of another type than the algorithm's, as where a public key is taken for a
/// shared secret. Another curve is KEY06.
pub fn other_key_type(facts: &Facts) -> Option<Hit> {
    let wanted = facts.algorithm()?;
    match facts.refusal {
        Some((
            _,
            Reason::WrongType {
                found: KeyType::Ec(_),
            },
        )) if matches!(wanted, Algorithm::Es(_)) => None,
        Some((index, Reason::WrongType { found })) => {
            let hit = hit(Severity::Error).at(Place::Key(index));
            Some(hit.text(wanted.name()).with(super::Datum::KeyType(found)))
        }
        _ => None,
    }
}
