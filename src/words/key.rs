//! What a key is, and why there is none.

use super::cleaning::not_base64url;
use super::{Said, count, grouped, json, listed, quoted, visible};
use crate::jose::alg::KeyType;
use crate::jose::crypto::rsa::{MODULUS_BITS, RsaKeyError};
use crate::jose::key::{
    Entry, Key, KeyError, KeyInput, KeyRing, MAX_LENGTH, RingForm, SecretEncoding, SecretError,
    Structure,
};
use crate::jose::selection::{KeyProblem, Reason, Refusal, Restriction};

/// What was recognised in the key box: "RSA public key, 2048 bits, PEM SPKI".
pub fn recognised(input: &KeyInput) -> String {
    match input {
        KeyInput::Empty => "secret, PEM, JWK or JWKS, recognised by its form".to_owned(),
        KeyInput::Keys(ring) => of_ring(ring),
        KeyInput::Secret {
            key: Ok(key),
            encoding,
        } => {
            format!(
                "Secret, {}, read as {}",
                count(key.bits(), "bit", "bits"),
                encoding_name(*encoding)
            )
        }
        KeyInput::Secret {
            key: Err(error),
            encoding,
        } => secret_problem(error, *encoding),
        KeyInput::Unreadable(error) => problem(error),
    }
}

fn of_ring(ring: &KeyRing) -> String {
    match ring.entries.as_slice() {
        [entry] if ring.form != RingForm::JwkSet => match &entry.key {
            Ok(key) => format!("{}, {}{}", name(key), form(ring.form, entry), bent(entry)),
            Err(error) => problem(error),
        },
        entries => {
            let what = if ring.form == RingForm::JwkSet {
                "JWK Set"
            } else {
                "PEM"
            };
            let unreadable = entries.iter().filter(|entry| entry.key.is_err()).count();
            let also = match unreadable {
                0 => String::new(),
                some => format!(", {some} of them not readable"),
            };
            let more = match ring.left_out {
                0 => String::new(),
                more => format!(", and {} more that are left out", grouped(more)),
            };
            let keys = count(entries.len(), "key", "keys");
            format!("{what} with {keys}{also}{more}")
        }
    }
}

fn name(key: &Key) -> String {
    let half = if key.can_sign() { "private" } else { "public" };
    match key {
        Key::Secret(secret) => format!("Secret, {}", count(secret.bits(), "bit", "bits")),
        Key::Rsa(key) => format!("RSA {half} key, {} bits", key.bits()),
        Key::Ec(key) => format!("EC {half} key, curve {}", key.curve().name()),
        Key::Ed25519(_) => format!("Ed25519 {half} key"),
    }
}

fn form(form: RingForm, entry: &Entry) -> String {
    let structure = entry.meta.structure.map_or("", structure_name);
    match form {
        RingForm::Pem => format!("PEM {structure}"),
        RingForm::BareDer => format!("base64 of DER, {structure}"),
        RingForm::Jwk | RingForm::JwkSet => "JWK".to_owned(),
    }
}

/// A JWK that strict libraries will refuse.
fn bent(entry: &Entry) -> String {
    match entry.meta.not_base64url.as_slice() {
        [] => String::new(),
        names => format!(
            "; {} not in base64url, which strict libraries refuse",
            listed(names)
        ),
    }
}

fn structure_name(structure: Structure) -> &'static str {
    match structure {
        Structure::Spki => "SPKI",
        Structure::Pkcs1Public | Structure::Pkcs1Private => "PKCS#1",
        Structure::Pkcs8 => "PKCS#8",
        Structure::Sec1 => "SEC 1",
        Structure::Certificate => "X.509 certificate",
    }
}

/// "UTF-8".
pub fn encoding_name(encoding: SecretEncoding) -> &'static str {
    match encoding {
        SecretEncoding::Utf8 => "UTF-8",
        SecretEncoding::Base64 => "Base64",
        SecretEncoding::Base64url => "Base64url",
        SecretEncoding::Hex => "Hex",
    }
}

/// "an RSA key".
pub fn a(wanted: KeyType) -> String {
    match wanted {
        KeyType::Secret => "a shared secret".to_owned(),
        KeyType::Rsa => "an RSA key".to_owned(),
        KeyType::Ec(curve) => format!("an EC key on {}", curve.name()),
        KeyType::Ed25519 => "an Ed25519 key".to_owned(),
    }
}

/// Why the signature could not be checked, for want of a key.
pub fn said(found: &KeyProblem) -> Said {
    match found {
        KeyProblem::Missing => Said::new("no key", "Without a key the signature cannot be checked.")
            .remedy("Paste the secret or the public key."),
        KeyProblem::SelfAsserted { parameter } => Said::new(
            "only its own key",
            format!("The token brings its own key in “{parameter}”. Anybody can sign with a key of their own, so that proves nothing."),
        )
        .remedy("Paste a key that you trust.")
        .source("RFC 8725 §3.10"),
        KeyProblem::Unreadable(error) => Said::new("key not readable", format!("{}.", problem(error))).remedy(remedy(error)),
        KeyProblem::SecretUnreadable { encoding, error } => {
            Said::new("key not readable", format!("{}.", secret_problem(error, *encoding)))
                .remedy("Choose how the secret is written, or copy it again.")
        }
        KeyProblem::PlainText { wanted } => Said::new(
            "no public key",
            format!("What is in the key box is no key in a form that is known; {} is needed.", a(*wanted)),
        )
        .remedy("Paste a public key as PEM, JWK or JWKS."),
        KeyProblem::WrongType { wanted, found } => Said::new(
            "another kind of key",
            format!("The token needs {}; this is {}.", a(*wanted), a(*found)),
        )
        .remedy("Paste the key that belongs to the token's algorithm.")
        .source("RFC 8725 §3.1"),
        KeyProblem::NotForThis(restriction) => {
            Said::new("key not for this", restricted(restriction))
                .remedy("Paste the key that is meant for this, or mend the JWK.")
                .source("RFC 7517 §4")
        }
        KeyProblem::NoMatch { kid, refused } => no_match(kid.as_deref(), refused),
    }
}

fn no_match(kid: Option<&str>, refused: &[Refusal]) -> Said {
    let wanted = match kid {
        Some(kid) => format!("The token asks for the key {}.", quoted(kid)),
        None => "The token names no key.".to_owned(),
    };
    let why: Vec<String> = refused.iter().take(6).map(refusal).collect();
    let more = match refused.len().saturating_sub(6) {
        0 => String::new(),
        more => format!(" And {} more.", grouped(more)),
    };
    let found = if refused.is_empty() {
        "The set is empty.".to_owned()
    } else {
        format!("None fits: {}.{more}", why.join("; "))
    };
    Said::new("no key fits", format!("{wanted} {found}"))
        .remedy("Paste the keys that the issuer publishes now.")
        .source("RFC 7517 §4.5")
}

fn refusal(refusal: &Refusal) -> String {
    let name = match &refusal.kid {
        Some(kid) => quoted(kid),
        None => format!("key {}", refusal.index + 1),
    };
    let reason = match &refusal.reason {
        Reason::OtherKid => "has another name".to_owned(),
        Reason::Differs => "does not match the signature".to_owned(),
        Reason::NotTried => "was not tried, for there are too many".to_owned(),
        Reason::Unreadable(error) => format!("is not readable ({})", problem(error)),
        Reason::WrongType { found } => format!("is {}", a(*found)),
        Reason::NotForThis(Restriction::Use { found }) => format!("is for “use” {}", quoted(found)),
        Reason::NotForThis(Restriction::PssOnly) => "is for RSA PSS alone".to_owned(),
        Reason::NotForThis(Restriction::KeyOps { found }) if found.is_empty() => {
            "allows no operation".to_owned()
        }
        Reason::NotForThis(Restriction::KeyOps { found }) => {
            format!("is only for {}", listed(found))
        }
        Reason::NotForThis(Restriction::Alg { found, .. }) => format!("is for {}", quoted(found)),
    };
    format!("{name} {reason}")
}

fn restricted(restriction: &Restriction) -> String {
    match restriction {
        Restriction::PssOnly => {
            "The key says that it is for RSA PSS alone (PS256, PS384, PS512).".to_owned()
        }
        Restriction::Use { found } => {
            format!("The key's “use” is {}, and not “sig”.", quoted(found))
        }
        Restriction::KeyOps { found } if found.is_empty() => {
            "The key's “key_ops” names no operation.".to_owned()
        }
        Restriction::KeyOps { found } => {
            format!("The key's “key_ops” allows only {}.", listed(found))
        }
        Restriction::Alg { found, wanted } => {
            format!(
                "The key's “alg” is {}, and the token's is {wanted}.",
                quoted(found)
            )
        }
    }
}

fn secret_problem(error: &SecretError, encoding: SecretEncoding) -> String {
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
fn remedy(error: &KeyError) -> &'static str {
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
            format!("The PEM block {} has no END line", quoted(label))
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
        KeyError::Der { structure, reason } => {
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
