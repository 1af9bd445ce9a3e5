//! Why a text holds no key.

use super::{encoding_name, structure_name};
use crate::jose::crypto::rsa::{MODULUS_BITS, RsaKeyError};
use crate::jose::key::{KeyError, MAX_LENGTH, SecretEncoding, SecretError};
use crate::words::cleaning::not_base64url;
use crate::words::{count, grouped, json, quoted, visible};

/// Why a text is no secret in the chosen encoding, without a full stop.
pub fn secret_problem(error: &SecretError, encoding: SecretEncoding) -> String {
    let name = match encoding {
        SecretEncoding::Hex => "hexadecimal",
        other => encoding_name(other),
    };
    match error {
        SecretError::Empty => "The secret is empty".to_owned(),
        SecretError::Character { at, found } => {
            format!(
                "Character {} of the secret is {}, which {name} does not have",
                grouped(at + 1),
                visible(*found)
            )
        }
        SecretError::Incomplete => {
            format!("Read as {name}, the secret ends in the middle of a byte")
        }
    }
}

/// What to do about a key that cannot be used; nothing where the message says it already.
pub fn remedy(error: &KeyError) -> &'static str {
    match error {
        KeyError::Encrypted | KeyError::Ssh { .. } => "",
        KeyError::TooLong { .. } => "Paste only the key that the token needs.",
        KeyError::SmallOrder | KeyError::Oid { .. } | KeyError::UnknownType { .. } => {
            "Paste another key."
        }
        _ => "Copy the key again.",
    }
}

/// Why a text in a known form holds no key, without a full stop.
pub fn problem(error: &KeyError) -> String {
    match error {
        KeyError::TooLong { length } => {
            format!(
                "The key has {} bytes; up to {} are read",
                grouped(*length),
                grouped(MAX_LENGTH)
            )
        }
        KeyError::HalfCharacter => {
            "There is half a character in the key (a lone surrogate), which UTF-8 cannot write"
                .to_owned()
        }
        KeyError::PemWithoutBegin => {
            "This is the end of a PEM block; its BEGIN line is missing".to_owned()
        }
        KeyError::NotAList { name } => format!("The JWK's “{name}” is no list of names"),
        KeyError::PemWithoutEnd { label } => {
            format!(
                "The key is cut short: the PEM block {} has no END line",
                quoted(label)
            )
        }
        KeyError::PemCharacter { label, line, found } => {
            format!(
                "Line {line} of the PEM block {} holds {}, which base64 does not have",
                quoted(label),
                visible(*found)
            )
        }
        KeyError::PemBase64 { label } => {
            format!("The base64 of the PEM block {} is not whole", quoted(label))
        }
        KeyError::PemLabel { label } if label.contains("OPENSSH") => {
            "This is a private key as OpenSSH writes it; convert a copy of it (ssh-keygen -p -m PKCS8 -f copy)".to_owned()
        }
        KeyError::PemLabel { label } => {
            format!("A PEM block {} is no key that is known here", quoted(label))
        }
        KeyError::Encrypted => {
            "The key is encrypted with a password; decrypt it first (openssl pkey -in key.pem)"
                .to_owned()
        }
        KeyError::Der { is_cut: true, .. } => {
            "The key is cut short: its bytes end too early".to_owned()
        }
        KeyError::Der {
            structure, reason, ..
        } => {
            format!("The bytes are no {}: {reason}", structure_name(*structure))
        }
        KeyError::Oid { oid } => format!("A key of the kind {} is not supported", oid_name(oid)),
        KeyError::Ssh { kind } => {
            format!(
                "This is a public key as SSH writes it ({kind}); a token needs it as PEM or JWK"
            )
        }
        KeyError::NotJson {
            error,
            position: (line, column),
        } => {
            format!(
                "It looks like a JWK, but is not JSON: line {line}, column {column}: {}",
                json::reason(error)
            )
        }
        KeyError::DuplicateMember { name } => format!("{} stands twice in the JWK", quoted(name)),
        KeyError::NotAnObject => "An element of the set is no object".to_owned(),
        KeyError::Missing { name } => format!("The JWK has no “{name}”"),
        KeyError::NotAString { name } => format!("The JWK's “{name}” is no string"),
        KeyError::Base64url { name, error } => format!(
            "The JWK's “{name}” is not base64url: {}",
            not_base64url(error)
        ),
        KeyError::Size {
            name,
            wanted,
            found,
        } => {
            format!(
                "The key's “{name}” has {}, where {wanted} are expected",
                count(*found, "byte", "bytes")
            )
        }
        KeyError::UnknownType { kty } => format!("The key type {} is not supported", quoted(kty)),
        KeyError::UnknownCurve { crv } => format!("The curve {} is not supported", quoted(crv)),
        KeyError::Rsa(error) => rsa_problem(error),
        KeyError::NotOnCurve { curve } => format!("The point is not on the curve {curve}"),
        KeyError::SmallOrder => {
            "This Ed25519 key is of small order: a signature by it proves nothing".to_owned()
        }
        KeyError::EmptySecret => "The secret is empty".to_owned(),
    }
}

fn rsa_problem(error: &RsaKeyError) -> String {
    match error {
        RsaKeyError::ModulusSize { bits } => format!(
            "The RSA modulus has {}; {} to {} are read",
            count(*bits, "bit", "bits"),
            MODULUS_BITS.start(),
            MODULUS_BITS.end()
        ),
        RsaKeyError::Modulus => "The RSA modulus is even, or smaller than the exponent".to_owned(),
        RsaKeyError::Exponent => "The RSA exponent is 1, even or beyond 33 bits".to_owned(),
    }
}

fn oid_name(oid: &str) -> String {
    match oid {
        "1.3.101.113" => "Ed448".to_owned(),
        "1.3.101.110" => "X25519, which cannot sign".to_owned(),
        "1.3.101.111" => "X448, which cannot sign".to_owned(),
        "1.2.840.10040.4.1" => "DSA".to_owned(),
        "1.3.132.0.33" => "curve P-224".to_owned(),
        "1.3.36.3.3.2.8.1.1.7" => "curve brainpoolP256r1".to_owned(),
        other => format!("with object identifier {other}"),
    }
}
