//! HDR: what else the header says, and what a verifier might do with it.

use super::facts::Facts;
use super::{Datum, Hit, Profile, Severity, format, hit, uri};
use crate::jose::header::CritError;

/// What a path, a shell, SQL or C makes something else of.
const DANGEROUS: [&str; 8] = ["../", "..\\", "/dev/", "/etc/", "\0", "'", "\"", "`"];

/// What a shell or SQL may, and an identifier too.
const SUSPICIOUS: [&str; 4] = ["://", ";", "|", "$("];

/// HDR01, RFC 7515 sections 4.1.2 and 4.1.5, RFC 8725 section 3.10: an address from which a key is to be fetched;
/// an error where it is not https, or of a private network.
pub fn address_of_key(facts: &Facts) -> Option<Hit> {
    let mut found: Option<Hit> = None;
    for name in ["jku", "x5u"] {
        let Some((value, address)) = facts.parameter_text(name) else {
            continue;
        };
        let severity = match uri::is_public_https(&address) {
            true => Severity::Warning,
            false => Severity::Error,
        };
        let is_worse = |first: &Hit| first.severity != severity && severity == Severity::Error;
        if found.as_ref().is_none_or(is_worse) {
            found = Some(hit(severity).in_header(value).text(name).text(address));
        }
    }
    found
}

/// HDR02, RFC 7515 section 4.1.3: the token names its own key. A proof of possession is made so.
pub fn own_key(facts: &Facts) -> Option<Hit> {
    let is_proof =
        facts.profile == Profile::DpopProof || facts.typ.as_deref() == Some("openid4vci-proof+jwt");
    let name = ["jwk", "x5c"]
        .into_iter()
        .find(|name| facts.parameter(name).is_some())?;
    let value = facts.parameter(name)?;
    (!is_proof).then(|| hit(Severity::Warning).in_header(value).text(name))
}

/// HDR03, RFC 8725 section 3.10: a `kid` that means something to a file system, a shell or a database.
pub fn dangerous_kid(facts: &Facts) -> Option<Hit> {
    let (value, kid) = facts.parameter_text("kid")?;
    let first = |pieces: &[&str]| pieces.iter().filter_map(|piece| kid.find(piece)).min();
    let (severity, at) = match (first(&DANGEROUS), first(&SUSPICIOUS)) {
        (Some(at), _) => (Severity::Error, at),
        (None, Some(at)) => (Severity::Warning, at),
        (None, None) => return None,
    };
    Some(hit(severity).in_header(value).text(from_before(&kid, at)))
}

/// A text from a few characters before a place on: what stands there is not to be cut off.
fn from_before(text: &str, at: usize) -> String {
    let mut before = text[..at].char_indices().rev();
    match before.nth(20) {
        Some((start, _)) => format!("…{}", &text[start..]),
        None => text.to_owned(),
    }
}

/// HDR04, RFC 7515 section 4.1.11: `crit` is a list of names that are in the header, are not those of RFC 7515,
/// and stand once.
pub fn malformed_crit(facts: &Facts) -> Option<Hit> {
    crit(facts, |error| {
        !matches!(
            error,
            CritError::NotUnderstood { .. } | CritError::B64NotCritical
        )
    })
}

/// HDR05, RFC 7515 section 4.1.11: whoever does not know the extension must refuse.
pub fn unknown_extension(facts: &Facts) -> Option<Hit> {
    crit(facts, |error| {
        matches!(error, CritError::NotUnderstood { .. })
    })
}

/// HDR06, RFC 7797 section 6: `b64` of false must be critical.
pub fn b64_not_critical(facts: &Facts) -> Option<Hit> {
    crit(facts, |error| *error == CritError::B64NotCritical)
}

fn crit(facts: &Facts, is_this: fn(&CritError) -> bool) -> Option<Hit> {
    let error = facts.strict?.check_crit().err().filter(is_this)?;
    let place = facts.parameter("crit").or(facts.parameter("b64"))?;
    Some(
        hit(Severity::Error)
            .in_header(place)
            .with(Datum::Crit(error)),
    )
}

/// HDR07, RFC 7797 section 7: the payload of a JWT is always base64url.
pub fn unencoded_claims(facts: &Facts) -> Option<Hit> {
    let b64 = facts
        .parameter("b64")
        .filter(|_| facts.strict.is_some_and(|header| !header.b64))?;
    let registered = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];
    let is_jwt = registered
        .into_iter()
        .any(|name| facts.claim(name).is_some())
        || facts.typ.as_ref().is_some_and(|typ| typ.ends_with("jwt"));
    (facts.claims.is_some() && is_jwt).then(|| hit(Severity::Error).in_header(b64))
}

/// HDR08, RFC 8725 section 3.11: a type keeps tokens of one kind from passing for another.
pub fn no_explicit_type(facts: &Facts) -> Option<Hit> {
    facts.claims?;
    match (facts.typ.as_deref(), facts.parameter("typ")) {
        (None, _) => Some(hit(Severity::Info)),
        (Some("jwt"), Some(typ)) => Some(hit(Severity::Info).in_header(typ).text("JWT")),
        _ => None,
    }
}

/// HDR09, RFC 7515 section 4.1.9: `application/` is to be left out where no other slash follows.
pub fn long_type(facts: &Facts) -> Option<Hit> {
    let (value, typ) = facts.parameter_text("typ")?;
    let lower = typ.to_ascii_lowercase();
    let rest = lower.strip_prefix("application/")?;
    (!rest.contains('/')).then(|| hit(Severity::Info).in_header(value).text(typ))
}

/// HDR10, RFC 7519 section 5.2: a token inside a token is announced.
pub fn nested_without_cty(facts: &Facts) -> Option<Hit> {
    let says_so = facts
        .parameter_text("cty")
        .is_some_and(|(_, cty)| cty.eq_ignore_ascii_case("JWT"));
    (format::is_nested(facts.jws?) && !says_so).then(|| hit(Severity::Warning))
}

/// HDR11, RFC 7515 sections 4.1.7 and 4.1.8: a thumbprint of a certificate with SHA-1 alone.
pub fn sha1_thumbprint(facts: &Facts) -> Option<Hit> {
    let value = facts.parameter("x5t")?;
    let alone = facts.parameter("x5t#S256").is_none();
    alone.then(|| hit(Severity::Warning).in_header(value))
}
