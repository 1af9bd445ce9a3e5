//! Does the signature hold?

mod compared;
mod malformed;

pub use compared::{Compared, Value, compared};

use super::cleaning::not_base64url;
use super::{Said, count, header, key, quoted};
use crate::jose::alg::{AlgName, Algorithm, Hash, KeyType, SUPPORTED};
use crate::jose::header::CritError;
use crate::jose::verify::{Mismatch, SignatureCheck, TriedKey, Verified};

/// What is said of the signature.
pub fn said(check: &SignatureCheck) -> Said {
    match check {
        SignatureCheck::Nothing => Said::new("nothing to check", "There is no signature to check."),
        SignatureCheck::Verified(verified) => holds(verified),
        SignatureCheck::Mismatch(mismatch) => differs(mismatch),
        SignatureCheck::Malformed(flaw) => malformed::said(flaw),
        SignatureCheck::PayloadMalformed(error) => Said::new(
            "payload not base64url",
            format!(
                "Nobody can verify this: the payload is not base64url; {}.",
                not_base64url(error)
            ),
        )
        .remedy("Copy the token again.")
        .source("RFC 7515 §5.2"),
        SignatureCheck::Missing => Said::new(
            "no signature",
            "The third part is empty: there is no signature.",
        )
        .remedy("Do not accept it. Copy the whole token, if it was cut.")
        .source("RFC 7515 §5.2"),
        SignatureCheck::AlgNone => Said::new(
            "alg is none",
            "The header says “alg”: “none”, so nothing protects it: anybody could have written it.",
        )
        .remedy("A server must refuse it.")
        .source("RFC 8725 §3.2"),
        SignatureCheck::AlgNotAllowed { required, found } => Said::new(
            "another algorithm",
            format!(
                "You require {}; the header says {}.",
                required.name(),
                alg_name(found)
            ),
        )
        .remedy("A server that requires it must refuse this token.")
        .source("RFC 8725 §3.1"),
        SignatureCheck::Crit(error) => Said::new(
            "crit not met",
            format!("{} {}", header::crit(error), refused(error)),
        )
        .source("RFC 7515 §4.1.11"),
        SignatureCheck::Header(error) => Said::new(
            "bad header",
            format!(
                "The header breaks a rule that verifiers refuse tokens for: {}.",
                header::problem(error)
            ),
        )
        .source("RFC 7515 §5.2"),
        SignatureCheck::AlgMissing => Said::new(
            "no alg",
            "The header has no “alg”, so nobody knows how to check the signature.",
        )
        .source("RFC 7515 §4.1.1"),
        SignatureCheck::Encrypted => Said::new(
            "encrypted",
            "It is encrypted, not signed. Whether it is genuine only decrypting can tell, which is not done here.",
        )
        .source("RFC 7516 §5.2"),
        SignatureCheck::AlgUnsupported { name, registered } => unsupported(name, *registered),
        SignatureCheck::SerializationUnsupported => Said::new(
            "not supported yet",
            "Signatures of this serialization are not checked here yet.",
        ),
        SignatureCheck::Key(problem) => key::said(problem),
    }
}

fn holds(verified: &Verified) -> Said {
    let name = verified.algorithm().name();
    let by = which_key(verified.key());
    let sentence = match by {
        Some(key) => format!("The {name} signature holds with {key}."),
        None => format!("The {name} signature holds with this key."),
    };
    Said::new(format!("{name} holds"), sentence).source("RFC 7515 §5.2")
}

/// "the key “b” (2 of 3)", where there are several.
pub fn which_key(key: &TriedKey) -> Option<String> {
    match &key.kid {
        _ if key.of == 1 => None,
        Some(kid) => Some(format!(
            "the key {} ({} of {})",
            quoted(kid),
            key.index + 1,
            key.of
        )),
        None => Some(format!("key {} of {}", key.index + 1, key.of)),
    }
}

fn differs(mismatch: &Mismatch) -> Said {
    let name = mismatch.alg.name();
    let with = match mismatch.tried.as_slice() {
        [only] => which_key(only).unwrap_or_else(|| "this key".to_owned()),
        tried => format!("any of the {} that fit", count(tried.len(), "key", "keys")),
    };
    let said = Said::new(
        format!("{name} differs"),
        format!("The signature does not match header and payload with {with}."),
    );
    if mismatch.without_payload {
        return said
            .remedy("The payload is empty. If it travels apart from the token, put it between the dots.")
            .source("RFC 7515 appendix F");
    }
    said.remedy(
        "Either the content was changed after signing, or the token was signed with another key.",
    )
    .source("RFC 7515 §5.2")
}

fn unsupported(name: &str, registered: bool) -> Said {
    let kind = if registered {
        "is known, but not supported here"
    } else {
        "is no signature algorithm that is known here"
    };
    let said = Said::new(
        "not supported",
        format!(
            "The algorithm {} {kind}; the signature was not checked.",
            quoted(name)
        ),
    )
    .source("RFC 7515 §4.1.1");
    let names = SUPPORTED.iter().map(|(known, _)| *known).chain(["none"]);
    match names
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(name))
    {
        Some("none") => said.remedy("Spellings like this slip past filters for “none”."),
        Some(known) => said.remedy(format!(
            "Names are case-sensitive: the algorithm is called “{known}”."
        )),
        None => said,
    }
}

/// A name as it is shown.
pub fn alg_name(alg: &AlgName) -> String {
    match alg {
        AlgName::Supported(alg) => alg.name().to_owned(),
        AlgName::None => "none".to_owned(),
        AlgName::Unsupported { name, .. } => quoted(name),
    }
}

/// "HMAC with SHA-256".
pub fn alg_meaning(alg: Algorithm) -> String {
    let sha = |hash: Hash| format!("SHA-{}", hash.bits());
    match alg {
        Algorithm::Hs(hash) => format!("HMAC with {}", sha(hash)),
        Algorithm::Rs(hash) => format!("RSA PKCS#1 v1.5 with {}", sha(hash)),
        Algorithm::Ps(hash) => format!("RSA PSS with {}", sha(hash)),
        Algorithm::Es(curve) => format!("ECDSA on {}", curve.name()),
        Algorithm::Ed25519 => "Ed25519".to_owned(),
    }
}

/// "HMAC with SHA-256: one shared secret signs and verifies".
pub fn alg_meaning_and_keys(alg: Algorithm) -> String {
    let keys = match alg.key_type() {
        KeyType::Secret => "one shared secret signs and verifies",
        _ => "the private key signs, the public key verifies",
    };
    format!("{}: {keys}", alg_meaning(alg))
}

/// Who must refuse a token for its `crit` (RFC 7515 section 4.1.11).
fn refused(error: &CritError) -> &'static str {
    match error {
        CritError::NotUnderstood { .. } => {
            "A verifier that does not know it must refuse the token."
        }
        _ => "Every verifier must refuse the token.",
    }
}
