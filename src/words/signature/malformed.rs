//! Why a signature cannot be one.

use crate::jose::alg::Algorithm;
use crate::jose::crypto::Malformed;
use crate::jose::verify::SignatureFlaw;
use crate::words::cleaning::not_base64url;
use crate::words::format::cut_signature;
use crate::words::{Said, count};

/// What is said of it.
pub fn said(flaw: &SignatureFlaw) -> Said {
    let (sentence, remedy) = match flaw {
        SignatureFlaw::Cut(cut) => return cut_signature(*cut),
        SignatureFlaw::Base64url(error) => (
            format!("The signature is not base64url: {}.", not_base64url(error)),
            "Copy the whole token again.",
        ),
        SignatureFlaw::Shape { alg, malformed } => shape(*alg, malformed),
    };
    Said::new("malformed", sentence)
        .remedy(remedy)
        .source("RFC 7515 §5.2")
}

fn shape(alg: Algorithm, malformed: &Malformed) -> (String, &'static str) {
    let name = alg.name();
    match malformed {
        Malformed::Length { wanted, found }
            if matches!(alg, Algorithm::Rs(_) | Algorithm::Ps(_)) =>
        {
            (
                format!(
                    "The signature has {}; this key makes signatures of {wanted}. It is cut, or another key made it.",
                    count(*found, "byte", "bytes")
                ),
                "Paste the key that signed it, or copy the whole token again.",
            )
        }
        Malformed::Length { wanted, found } => (
            format!(
                "The signature has {}; one of {name} has {wanted}.",
                count(*found, "byte", "bytes")
            ),
            "Copy the whole token again; if it stays so, the signer is at fault.",
        ),
        Malformed::Der { wanted, .. } => (
            format!(
                "The signature is in DER, as other formats have it; {name} in a token wants r and s one after the other, {wanted} bytes."
            ),
            "The signer has to write r and s, not DER.",
        ),
        Malformed::OutOfRange => (
            format!("r or s of the {name} signature is 0 or too large: no key can have made it."),
            "Do not accept it.",
        ),
    }
}
