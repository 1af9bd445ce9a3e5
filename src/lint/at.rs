//! AT: access tokens in the form of RFC 9068.

use super::facts::Facts;
use super::{Datum, Hit, Profile, Severity, hit};
use crate::jose::alg::AlgName;

const REQUIRED: [&str; 7] = ["iss", "exp", "aud", "sub", "client_id", "iat", "jti"];

/// It says that it is one, or the person does.
fn is_one(facts: &Facts) -> bool {
    let chosen = facts.subject.policy.profile == Some(Profile::AccessToken);
    facts.claims.is_some() && (chosen || facts.typ.as_deref() == Some("at+jwt"))
}

/// The claims that [`missing_claims`] asks of it.
pub fn demanded(facts: &Facts) -> &'static [&'static str] {
    if is_one(facts) { &REQUIRED } else { &[] }
}

/// AT01, RFC 9068 section 2.2: the claims every access token has.
pub fn missing_claims(facts: &Facts) -> Option<Hit> {
    let missing = facts.missing(demanded(facts));
    (!missing.is_empty()).then(|| hit(Severity::Error).with(Datum::Names(missing)))
}

/// AT02, RFC 9068 section 2.1: always signed.
pub fn unsigned(facts: &Facts) -> Option<Hit> {
    let none = facts.alg == Some(AlgName::None) && is_one(facts);
    let alg = facts.parameter("alg")?;
    none.then(|| hit(Severity::Error).in_header(alg))
}

/// AT03, RFC 9068 section 2.1: it looks like one, and does not say so.
pub fn not_typed(facts: &Facts) -> Option<Hit> {
    let looks_so = facts.claims.is_some() && facts.profile == Profile::AccessToken;
    let says_so = facts.typ.as_deref() == Some("at+jwt");
    let hit = match facts.parameter("typ") {
        Some(typ) => hit(Severity::Info).in_header(typ),
        None => hit(Severity::Info),
    };
    (looks_so && !says_so).then_some(hit)
}
