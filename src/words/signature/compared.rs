//! The comparison of the computed signature with the one in the token, or why there is none.

use crate::jose::alg::{Algorithm, KeyType};
use crate::jose::selection::KeyProblem;
use crate::jose::verify::SignatureCheck;
use crate::words::labels;

/// What stands above the signature in the token. There is always something, so that the page does not jump.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// "HMAC-SHA-256 of this content".
    pub label: String,
    pub value: Value,
}

/// What stands beside the label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The right signature, as whoever has the secret computes it; it differs from the one in the token.
    Signature(Vec<u8>),
    /// The right signature, which is the one in the token.
    AsCarried,
    /// There is none to show, and why.
    Said(&'static str),
}

/// What is compared.
pub fn compared(check: &SignatureCheck) -> Compared {
    let alg = match check {
        SignatureCheck::Verified(verified) => Some(verified.algorithm()),
        SignatureCheck::Mismatch(mismatch) => Some(mismatch.alg),
        _ => None,
    };
    Compared {
        label: alg.map_or_else(|| labels::COMPUTED.to_owned(), label),
        value: value(check),
    }
}

fn label(alg: Algorithm) -> String {
    match alg {
        Algorithm::Hs(hash) => format!("HMAC-SHA-{} of this content", hash.bits()),
        other => format!("{} signature of this content", other.name()),
    }
}

fn value(check: &SignatureCheck) -> Value {
    let why = match check {
        SignatureCheck::Verified(verified) => match verified.algorithm().key_type() {
            KeyType::Secret => return Value::AsCarried,
            _ => {
                "Checked with the public key over header and payload, and it holds. Only the private key can have made it."
            }
        },
        SignatureCheck::Mismatch(mismatch) => match &mismatch.expected {
            Some(expected) => return Value::Signature(expected.clone()),
            None => {
                "Checked with the public key over header and payload. Only the private key makes the right signature."
            }
        },
        SignatureCheck::Nothing => "There is no signature to check.",
        SignatureCheck::Key(KeyProblem::Missing | KeyProblem::SelfAsserted { .. }) => {
            "Paste a key, and the signature is checked."
        }
        SignatureCheck::Key(KeyProblem::NoMatch { .. }) => "Not computed: no key fits.",
        SignatureCheck::Key(_) => "Not computed: this key cannot be used.",
        SignatureCheck::Missing => "Not computed: the token has no signature to compare.",
        SignatureCheck::AlgNone => "None: with “alg”: “none” nothing is signed.",
        SignatureCheck::Malformed(_) => "Not computed: the signature in the token is malformed.",
        SignatureCheck::PayloadMalformed(_) => "Not computed: the payload is not base64url.",
        SignatureCheck::AlgNotAllowed { .. } => "Not computed: another algorithm is required.",
        SignatureCheck::AlgMissing => "Not computed: the header names no algorithm.",
        SignatureCheck::AlgUnsupported { .. } => {
            "Not computed: the algorithm is not supported here."
        }
        SignatureCheck::Crit(_) => "Not computed: “crit” is not met.",
        SignatureCheck::Header(_) => "Not computed: the header breaks a rule.",
        SignatureCheck::Encrypted => "Not computed: the token is encrypted, not signed.",
        SignatureCheck::SerializationUnsupported => {
            "Not computed: signatures of this serialization are not checked here yet."
        }
    };
    Value::Said(why)
}
