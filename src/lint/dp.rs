//! DP: proofs of possession for OAuth (DPoP, RFC 9449).

use super::facts::Facts;
use super::key::private_member;
use super::{Datum, Hit, Profile, Severity, hit};
use crate::jose::alg::{AlgName, Algorithm};

/// DP01, RFC 9449 section 4.2: the type, an asymmetric signature, the public key, and what was asked for, where and when.
pub fn proof(facts: &Facts) -> Option<Hit> {
    if facts.profile != Profile::DpopProof {
        return None;
    }
    facts.claims?;
    if let Some((jwk, member)) = facts.parameter("jwk").and_then(private_member) {
        return Some(
            hit(Severity::Error)
                .in_header(jwk)
                .with(Datum::Member(member)),
        );
    }
    if let Some(AlgName::None | AlgName::Supported(Algorithm::Hs(_))) = facts.alg {
        let (alg, name) = facts.parameter_text("alg")?;
        return Some(hit(Severity::Error).in_header(alg).text(name));
    }
    let typ = facts.parameter("typ");
    if let Some(typ) = typ.filter(|_| facts.typ.as_deref() != Some("dpop+jwt")) {
        return Some(hit(Severity::Error).in_header(typ).json(typ));
    }
    let mut missing = facts.missing(facts.profile.demanded());
    for name in ["jwk", "typ"] {
        if facts.parameter(name).is_none() {
            missing.insert(0, name.to_owned());
        }
    }
    (!missing.is_empty()).then(|| hit(Severity::Error).with(Datum::Names(missing)))
}

/// DP02, RFC 9449 section 4.2: the address without query and fragment.
pub fn target(facts: &Facts) -> Option<Hit> {
    let address = facts.claim_text("htu")?;
    let hit = hit(Severity::Error).in_payload(facts.claim("htu")?);
    let is_long = facts.profile == Profile::DpopProof && address.contains(['?', '#']);
    is_long.then(|| hit.text(address))
}
