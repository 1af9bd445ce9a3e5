//! Which lesson explains a finding, a claim or a parameter.

use super::{LESSONS, Place};

/// The rules, codes of checks and names of members that a lesson is about, by the name of the lesson.
pub const ABOUT: [(&str, &[&str]); 13] = [
    ("parts", &["STR01", "STR02", "format.parts", "cty"]),
    ("encoded", &["STR03", "STR04", "CLM12"]),
    ("edit", &["signature.mismatch", "signature.missing"]),
    ("keys", &["ALG05", "ALG10", "key.wrong-type", "alg"]),
    ("jwks", &["KEY07", "KEY12", "key.no-match", "kid"]),
    (
        "time",
        &[
            "CLM01",
            "CLM02",
            "CLM03",
            "CLM04",
            "CLM05",
            "CLM06",
            "time.expired",
            "time.not-yet",
            "time.issued-in-future",
            "time.malformed",
            "exp",
            "nbf",
            "iat",
        ],
    ),
    ("claims", &["CLM11", "sub", "jti"]),
    ("revoke", &["CLM07", "CLM08", "time.no-expiry"]),
    (
        "oidc",
        &[
            "CLM09", "CLM10", "OID01", "OID02", "OID03", "AT01", "AT03", "iss", "aud", "nonce",
            "azp", "scope",
        ],
    ),
    ("none", &["ALG02", "ALG03", "AT02", "alg.none"]),
    ("confusion", &["KEY03"]),
    ("guess", &["KEY01", "KEY02"]),
    (
        "own-key",
        &[
            "HDR01",
            "HDR02",
            "HDR03",
            "SIG03",
            "key.self-asserted",
            "jwk",
            "jku",
            "x5u",
        ],
    ),
];

/// Where it is explained; `None` for what no lesson is about.
pub fn about(name: &str) -> Option<Place> {
    let (slug, _) = ABOUT.iter().find(|(_, names)| names.contains(&name))?;
    let lesson = LESSONS.iter().position(|lesson| lesson.slug == *slug)?;
    Some(Place::Step { lesson, step: 0 })
}
